/** An organisation's own provider of OpenID Connect on loopback: a real one, with its pages. */
import { createServer } from 'node:http';
import OidcProvider, { type KoaContextWithOIDC } from 'oidc-provider';
import { listening } from './free-port.ts';

/** What it tells of whoever signed in there. */
interface Known {
  readonly acr?: string;
  readonly amr?: readonly string[];
  readonly preferred_username: string;
  readonly groups: readonly string[];
}

interface LoopbackProvider {
  readonly issuer: string;
  readonly clientSecret: string;
  readonly close: () => void;
}

/** Knows the application at a host as its client, and of everybody what it is told to. */
export async function loopbackProvider(host: string, known: (sub: string) => Known): Promise<LoopbackProvider> {
  const server = createServer();
  const issuer = `http://127.0.0.1:${await listening(server)}`;
  const clientSecret = 'secret-of-the-client';
  const provider = new OidcProvider(issuer, {
    clients: [
      {
        client_id: 'kykypolku',
        client_secret: clientSecret,
        redirect_uris: [`https://${host}/api/session/provider/back`],
        post_logout_redirect_uris: [`https://${host}/sign-in`],
      },
    ],
    acrValues: ['urn:example:strong'],
    claims: { openid: ['sub', 'acr', 'amr'], profile: ['preferred_username', 'groups'] },
    // As many have it: no choice of accounts, but one may sign in again.
    discovery: { prompt_values_supported: ['none', 'login', 'consent'] },
    cookies: { keys: ['only for tests'] },
    pkce: { required: () => true },
    findAccount: (at: KoaContextWithOIDC, sub: string) => {
      const { acr, amr, ...claims } = known(sub);
      // Its own pages ask for anything as the password; how strongly they asked is said here.
      if (at.oidc.session) Object.assign(at.oidc.session, { acr, amr });
      return { accountId: sub, claims: () => ({ sub, ...claims }) };
    },
  });
  server.on('request', provider.callback());
  return {
    issuer,
    clientSecret,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
