/** An organisation's own provider of OpenID Connect on loopback: a real one, with its pages. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import OidcProvider from 'oidc-provider';

const listening = (one: Server, port = 0) =>
  new Promise<number>((resolve) => one.listen(port, '127.0.0.1', () => resolve((one.address() as AddressInfo).port)));

export async function freePort(): Promise<number> {
  const probe = createServer();
  const port = await listening(probe);
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** What it tells of whoever signed in there. */
interface Known {
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
    claims: { openid: ['sub'], profile: ['preferred_username', 'groups'] },
    // As many have it: no choice of accounts, but one may sign in again.
    discovery: { prompt_values_supported: ['none', 'login', 'consent'] },
    cookies: { keys: ['only for tests'] },
    pkce: { required: () => true },
    findAccount: (_: unknown, sub: string) => ({ accountId: sub, claims: () => ({ sub, ...known(sub) }) }),
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
