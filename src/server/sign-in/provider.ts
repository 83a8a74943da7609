import * as oidc from 'openid-client';
import { z } from 'zod';
import { zId } from '../../kernel/id.ts';
import type { Database } from '../database/pool.ts';
import { proofOf } from '../database/proof.ts';
import { change, rowsOf } from '../database/statement.ts';
import { tokenHash } from './token.ts';

export interface ProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Which roles members of a group may have; the posts say which they have. Without any, all posts hold. */
  readonly groups: Readonly<Record<string, readonly string[]>>;
  /** How strongly the provider must have asked, by its own words for it (`acr` or one of `amr`): any of these. Without any, as it likes. */
  readonly strengths: readonly string[];
}

/** Somebody came back whom the provider had asked for less than the organisation wants. */
export class AskedTooLittle extends Error {}

/** What is kept in the browser while its user is away at the provider. */
export interface Away {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Where to go afterwards. */
  readonly to: string;
}

/** Who came back. */
export interface CameBack {
  readonly subject: string;
  readonly username: string;
  readonly groups: readonly string[];
}

export class IdentityProvider {
  readonly #settings: ProviderSettings;
  readonly #base: string;
  #found: Promise<oidc.Configuration> | undefined;

  /** The base is where browsers reach us, such as https://kykypolku.example.fi. */
  constructor(settings: ProviderSettings, base: string) {
    this.#settings = settings;
    this.#base = base;
  }

  /** Asked of the provider once; again where it could not be reached. */
  #configuration(): Promise<oidc.Configuration> {
    if (this.#found) return this.#found;
    const { issuer, clientId, clientSecret } = this.#settings;
    // Without TLS on this machine alone: a provider that is tried out.
    const execute = new URL(issuer).protocol === 'http:' ? [oidc.allowInsecureRequests] : [];
    const match = oidc.discovery(new URL(issuer), clientId, clientSecret, undefined, { execute, timeout: 10 });
    match.catch(() => {
      this.#found = undefined;
    });
    this.#found = match;
    return match;
  }

  get #back(): string {
    return `${this.#base}/api/session/provider/back`;
  }

  /**
   * How the provider asks which account to use, where it would else go on with whoever is signed in there: by a choice of accounts, or
   * by signing in again where it says that it has no such choice.
   */
  #choosing(configuration: oidc.Configuration): { readonly prompt: string } {
    const { prompt_values_supported: offered } = configuration.serverMetadata();
    return { prompt: Array.isArray(offered) && !offered.includes('select_account') ? 'login' : 'select_account' };
  }

  /** Where to send the browser, and what it keeps meanwhile; `another` lets its user choose another account there. */
  async start(to: string, another: boolean): Promise<{ readonly address: string; readonly away: Away }> {
    const away: Away = {
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      verifier: oidc.randomPKCECodeVerifier(),
      to,
    };
    const configuration = await this.#configuration();
    const address = oidc.buildAuthorizationUrl(configuration, {
      ...(another ? this.#choosing(configuration) : {}),
      redirect_uri: this.#back,
      scope: 'openid profile',
      // Words for methods are no classes, and a provider passes over what it does not know.
      ...(this.#settings.strengths.length > 0 ? { acr_values: this.#settings.strengths.join(' ') } : {}),
      state: away.state,
      nonce: away.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(away.verifier),
      code_challenge_method: 'S256',
    });
    return { address: address.href, away };
  }

  /** Takes the answer that the browser brought back; throws where it is not the one to what was asked. */
  async cameBack(query: string, away: Away): Promise<CameBack> {
    const configuration = await this.#configuration();
    const tokens = await oidc.authorizationCodeGrant(configuration, new URL(`${this.#back}${query}`), {
      pkceCodeVerifier: away.verifier,
      expectedState: away.state,
      expectedNonce: away.nonce,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) throw new Error('The provider sent no ID token');
    // As the signed token says it: what else the provider tells of somebody does not tell how they came in.
    const { strengths } = this.#settings;
    const ways = [claims.acr, ...(Array.isArray(claims.amr) ? claims.amr : [])];
    if (strengths.length > 0 && !strengths.some((one) => ways.includes(one)))
      throw new AskedTooLittle('asked too little');
    const more = await oidc.fetchUserInfo(configuration, tokens.access_token, claims.sub);
    const answer = { ...claims, ...more };
    const groups = Array.isArray(answer.groups) ? answer.groups.filter((one) => typeof one === 'string') : [];
    return { subject: `${claims.iss} ${claims.sub}`, username: String(answer.preferred_username ?? ''), groups };
  }

  /** The roles that one's groups allow; null where groups decide nothing. */
  rolesOf(groups: readonly string[]): readonly string[] | null {
    const named = Object.entries(this.#settings.groups);
    if (named.length === 0) return null;
    return [...new Set(named.flatMap(([group, roles]) => (groups.includes(group) ? roles : [])))];
  }

  /** Where to sign out at the provider too. */
  async end(): Promise<string | null> {
    const configuration = await this.#configuration();
    if (!configuration.serverMetadata().end_session_endpoint) return null;
    return oidc.buildEndSessionUrl(configuration, { post_logout_redirect_uri: `${this.#base}/sign-in` }).href;
  }
}

const zAccountOfProviderRow = z.object({ id: zId.nullable() });

/** The account of whom the provider told: by its own name for them, the first time by the username. */
export async function accountOfProvider(db: Database, { subject, username }: CameBack): Promise<string | null> {
  const name = username.trim().toLowerCase();
  const { rows } = await rowsOf(zAccountOfProviderRow)`
    select account_of_provider(${subject}, ${name}, ${proofOf('account_of_provider', subject, name)}) as id`.execute(
    db,
  );
  return rows[0]?.id ?? null;
}

/** Lets a session have no more roles than these; it then counts as one of the provider's. */
export async function allowRoles(db: Database, token: string, roles: readonly string[]): Promise<void> {
  const hash = tokenHash(token);
  await change`select session_allow(${hash}, ${[...roles]}::text[], ${proofOf('session_allow', hash, roles)})`.execute(
    db,
  );
}

const zIsOfProviderRow = z.object({ so: z.boolean().nullable() });

/** Whether the session is of the provider's. */
export async function isOfProvider(db: Database, token: string): Promise<boolean> {
  const hash = tokenHash(token);
  const { rows } = await rowsOf(zIsOfProviderRow)`
    select session_of_provider(${hash}, ${proofOf('session_of_provider', hash)}) as so`.execute(db);
  return rows[0]?.so ?? false;
}
