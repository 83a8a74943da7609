/** What may be set from outside: environment variables, all in one table, all checked at the start. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import ipaddr from 'ipaddr.js';
import { roles as workerRoles } from '../kernel/relation.ts';

export type Mode = 'demo' | 'production';
export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';

export interface Config {
  port: number;
  dataFolder: string;
  databaseUrl: string | undefined;
  appUrl: string | undefined;
  mode: Mode;
  secretKey: Uint8Array | undefined;
  logLevel: LogLevel;
  /** Under which name the TLS proxy before us is reached; without it the application is used on its own machine. */
  publicHost: string | undefined;
  trustedProxies: readonly string[];
  /** Where the security log goes; in the data folder when it is not said. */
  securityLog: string | undefined;
  /** A file of passwords that are known from breaches. */
  leakedPasswords: string | undefined;
  idleMinutes: number;
  /** Roles that sign in with a code or a passkey beside the password. */
  codesFor: readonly string[];
  /** The organisation's own provider of OpenID Connect. */
  providerIssuer: string | undefined;
  providerClient: string | undefined;
  providerSecret: string | undefined;
  providerGroups: Readonly<Record<string, readonly string[]>>;
  providerStrengths: readonly string[];
}

export class ConfigError extends Error {
  override name = 'ConfigError';
}

interface Variable<T> {
  name: string;
  meaning: string;
  /** What it is when it is not set, in words. */
  otherwise: string;
  /** Reads the text, or tells what is wrong with it. */
  read: (text: string | undefined) => T | Wrong;
}

class Wrong {
  readonly why: string;
  constructor(why: string) {
    this.why = why;
  }
}

const root = resolve(import.meta.dirname, '../..');

function port(text = '4800'): number | Wrong {
  const value = Number(text);
  return /^\d+$/.test(text) && value <= 65_535 ? value : new Wrong('must be a number from 0 to 65535');
}

// The kernel's own folders keep no files; Node tries for ever to make a folder in them.
function dataFolder(text = '.kykypolku'): string | Wrong {
  const folder = resolve(root, text);
  return /^\/(?:proc|sys)(?:\/|$)/.test(folder)
    ? new Wrong(`must be a folder on a disk, which ${folder} is not`)
    : folder;
}

function oneOf<T extends string>(words: readonly T[], otherwise: T) {
  return (text: string | undefined): T | Wrong =>
    text === undefined
      ? otherwise
      : (words.find((word) => word === text) ?? new Wrong(`must be one of ${words.join(', ')}`));
}

function postgresUrl(text: string | undefined): string | undefined | Wrong {
  if (text === undefined) return undefined;
  const form = 'must have the form postgres://user:password@host:port/database';
  if (!URL.canParse(text)) return new Wrong(form);
  const { protocol, username, pathname } = new URL(text);
  return /^postgres(ql)?:$/.test(protocol) && username && pathname.length > 1 ? text : new Wrong(form);
}

/** Whether a database is on this machine, or is asked over TLS that shows who answers. */
function isReachedSafely(url: string): boolean {
  const { hostname, searchParams } = new URL(url);
  const host = searchParams.get('host') ?? decodeURIComponent(hostname);
  const isHere = host.startsWith('/') || /^(localhost|127(\.\d+){3}|\[?::1\]?)$/.test(host);
  return isHere || searchParams.getAll('sslmode').join() === 'verify-full';
}

function key(text: string | undefined): Uint8Array | undefined | Wrong {
  if (text === undefined) return undefined;
  const bytes = Buffer.from(text, 'base64');
  return bytes.length === 32 ? bytes : new Wrong('must be 32 bytes in base64 (openssl rand -base64 32)');
}

function publicHost(text: string | undefined): string | undefined | Wrong {
  if (text === undefined) return undefined;
  const address = `https://${text}`;
  return URL.canParse(address) && new URL(address).host === text.toLowerCase()
    ? text.toLowerCase()
    : new Wrong('must be a name such as kykypolku.example.fi, with :port where it is not 443, and nothing else');
}

function addressRanges(text = ''): readonly string[] | Wrong {
  const ranges = text.split(/[\s,]+/).filter((range) => range !== '');
  const wrong = ranges.find((range) => !ipaddr.isValidCIDR(range) && !(ipaddr.isValid(range) && isIP(range)));
  return wrong === undefined ? ranges : new Wrong(`has ${wrong}, which is no address or range such as 10.0.0.0/8`);
}

function codeRoles(text = ''): readonly string[] | Wrong {
  const named = text.split(/[\s,]+/).filter((role) => role !== '');
  const wrong = named.find((role) => !workerRoles.some((known) => known === role));
  return wrong === undefined ? named : new Wrong(`names ${wrong}; roles are ${workerRoles.join(', ')}`);
}

/** Nothing where nothing is said: production then asks everybody, the demo nobody. */
function codesAskedOf(text: string | undefined): readonly string[] | undefined | Wrong {
  if (text === undefined) return undefined;
  return text.trim() === 'none' ? [] : codeRoles(text);
}

function issuer(text: string | undefined): string | undefined | Wrong {
  if (text === undefined) return undefined;
  const wrong = new Wrong('must be an https address, or an http one on this machine');
  if (!URL.canParse(text)) return wrong;
  const { protocol, hostname } = new URL(text);
  const here = protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
  return protocol === 'https:' || here ? text : wrong;
}

function providerGroups(text = ''): Readonly<Record<string, readonly string[]>> | Wrong {
  const groups: Record<string, readonly string[]> = {};
  for (const part of text.split(';').filter((one) => one.trim() !== '')) {
    const [group = '', named = ''] = part.split('=').map((one) => one.trim());
    const allowed = codeRoles(named);
    if (allowed instanceof Wrong) return allowed;
    if (group === '' || allowed.length === 0) return new Wrong('is written GROUP=ROLE,ROLE;GROUP=ROLE');
    groups[group] = allowed;
  }
  return groups;
}

/** The one table of settings. */
export const variables = {
  port: {
    name: 'PORT',
    meaning: 'The port on 127.0.0.1 that the application is served at; 0 takes any free one.',
    otherwise: '4800',
    read: port,
  },
  dataFolder: {
    name: 'KYKYPOLKU_DATA',
    meaning: 'The folder for the embedded database and its secrets.',
    otherwise: '.kykypolku in the checkout',
    read: dataFolder,
  },
  databaseUrl: {
    name: 'DATABASE_URL',
    meaning: 'A PostgreSQL 18 server to use instead of the embedded one, as the role that owns the database.',
    otherwise: 'the embedded database',
    read: postgresUrl,
  },
  appUrl: {
    name: 'KYKYPOLKU_APP_URL',
    meaning: 'The same database as the application role, which row-level security holds. Goes with DATABASE_URL.',
    otherwise: 'made with the embedded database',
    read: postgresUrl,
  },
  mode: {
    name: 'KYKYPOLKU_MODE',
    meaning: 'demo: the generated region and its own day; production: Helsinki time and no demo accounts.',
    otherwise: 'demo',
    read: oneOf<Mode>(['demo', 'production'], 'demo'),
  },
  secretKey: {
    name: 'KYKYPOLKU_SECRET_KEY',
    meaning:
      '32 bytes in base64 that encrypt identity codes and make them searchable. Lost, they cannot be read again.',
    otherwise: 'made once and kept in the data folder; required with DATABASE_URL in production',
    read: key,
  },
  logLevel: {
    name: 'LOG_LEVEL',
    meaning: 'How much is logged: fatal, error, warn, info, debug or silent.',
    otherwise: 'warn',
    read: oneOf<LogLevel>(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], 'warn'),
  },
  publicHost: {
    name: 'KYKYPOLKU_HOST',
    meaning:
      'The name at which browsers reach the TLS proxy before the application, such as kykypolku.example.fi: cookies are then Secure, HSTS is sent, and only pages of https at that name may change anything.',
    otherwise: 'no proxy: used on its own machine',
    read: publicHost,
  },
  trustedProxies: {
    name: 'KYKYPOLKU_TRUSTED_PROXIES',
    meaning:
      "Addresses or ranges of the proxies whose X-Forwarded-For and X-Forwarded-Proto are believed, divided by commas; limits and the audit trail then have the client's own address. Goes with KYKYPOLKU_HOST.",
    otherwise: '127.0.0.1, ::1 with KYKYPOLKU_HOST, else none',
    read: addressRanges,
  },
  leakedPasswords: {
    name: 'KYKYPOLKU_LEAKED_PASSWORDS',
    meaning:
      'File of passwords that are known from breaches, by their SHA-1 sums in order, one a line, as Have I Been Pwned publishes them; none of them is taken.',
    otherwise: 'none: common passwords alone are known',
    read: (text: string | undefined) =>
      text === undefined || existsSync(text) ? text : new Wrong('must be a file that is there'),
  },
  securityLog: {
    name: 'KYKYPOLKU_SECURITY_LOG',
    meaning:
      'The file that takes the security log, one line of JSON an event, for a log collector; it has no personal data.',
    otherwise: 'security.jsonl in the data folder',
    read: (text: string | undefined) => (text === undefined ? undefined : resolve(root, text)),
  },
  idleMinutes: {
    name: 'KYKYPOLKU_IDLE_MINUTES',
    meaning: 'After how many minutes without use a session ends.',
    otherwise: '60',
    read: (text = '60') =>
      /^\d{1,3}$/.test(text) && Number(text) > 0
        ? Number(text)
        : new Wrong('must be a number of minutes from 1 to 999'),
  },
  codesFor: {
    name: 'KYKYPOLKU_CODES_FOR',
    meaning:
      'The roles that sign in with a code of an authenticator or a passkey beside the password, divided by commas.',
    otherwise: 'every role in production; none: everybody may set one up, nobody must, as in the demo',
    read: codesAskedOf,
  },
  providerIssuer: {
    name: 'KYKYPOLKU_PROVIDER',
    meaning:
      "The issuer of the organisation's own sign-in by OpenID Connect; its preferred_username is the username here. Goes with KYKYPOLKU_HOST.",
    otherwise: 'none: one signs in with a password',
    read: issuer,
  },
  providerClient: {
    name: 'KYKYPOLKU_PROVIDER_CLIENT',
    meaning:
      'What the provider calls this application; it sends back to https://HOST/api/session/provider/back and after signing out to https://HOST/sign-in.',
    otherwise: 'kykypolku with KYKYPOLKU_PROVIDER',
    read: (text: string | undefined) => text,
  },
  providerSecret: {
    name: 'KYKYPOLKU_PROVIDER_SECRET',
    meaning: 'The secret that the provider knows this application by.',
    otherwise: 'required with KYKYPOLKU_PROVIDER',
    read: (text: string | undefined) => text,
  },
  providerGroups: {
    name: 'KYKYPOLKU_PROVIDER_GROUPS',
    meaning:
      'Which posts hold for members of which group of the provider: GROUP=ROLE,ROLE;GROUP=ROLE. Posts of other roles do not hold.',
    otherwise: 'all posts hold',
    read: providerGroups,
  },
  providerStrengths: {
    name: 'KYKYPOLKU_PROVIDER_STRENGTHS',
    meaning:
      'How strongly the provider must have asked, by its own words: values of acr or amr divided by spaces, any of which will do. Others are not let in.',
    otherwise: 'as the provider asks',
    read: (text: string | undefined) => text?.split(/\s+/) ?? [],
  },
} as const satisfies { [K in keyof Config]: Variable<Config[K] | (K extends 'codesFor' ? undefined : never)> };

/** Reads the settings, or throws one error that names everything that is wrong with them. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const problems: string[] = [];
  const take = <T>(variable: Variable<T>): T => {
    const text = environment[variable.name]?.trim() || undefined;
    const value = variable.read(text);
    if (!(value instanceof Wrong)) return value;
    problems.push(`${variable.name} ${value.why}`);
    return undefined as T;
  };
  const config: Config = {
    port: take<number>(variables.port),
    dataFolder: take<string>(variables.dataFolder),
    databaseUrl: take<string | undefined>(variables.databaseUrl),
    appUrl: take<string | undefined>(variables.appUrl),
    mode: take<Mode>(variables.mode),
    secretKey: take<Uint8Array | undefined>(variables.secretKey),
    logLevel: take<LogLevel>(variables.logLevel),
    publicHost: take<string | undefined>(variables.publicHost),
    trustedProxies: take<readonly string[]>(variables.trustedProxies),
    leakedPasswords: take<string | undefined>(variables.leakedPasswords),
    securityLog: take<string | undefined>(variables.securityLog),
    idleMinutes: take<number>(variables.idleMinutes),
    codesFor: [],
    providerIssuer: take<string | undefined>(variables.providerIssuer),
    providerClient: take<string | undefined>(variables.providerClient),
    providerSecret: take<string | undefined>(variables.providerSecret),
    providerGroups: take<Readonly<Record<string, readonly string[]>>>(variables.providerGroups),
    providerStrengths: take<readonly string[]>(variables.providerStrengths),
  };
  config.codesFor =
    take<readonly string[] | undefined>(variables.codesFor) ?? (config.mode === 'production' ? workerRoles : []);
  const known = new Set<string>(Object.values(variables).map((variable) => variable.name));
  // A misspelt name would otherwise be passed over in silence.
  for (const name of Object.keys(environment))
    if (name.startsWith('KYKYPOLKU_') && !known.has(name)) problems.push(`${name} is not a setting`);
  const { databaseUrl, appUrl, mode, secretKey } = config;
  if (databaseUrl && !appUrl) problems.push('DATABASE_URL is set, so KYKYPOLKU_APP_URL must name the application role');
  if (appUrl && !databaseUrl) problems.push('KYKYPOLKU_APP_URL is set without DATABASE_URL');
  if (databaseUrl && mode === 'production' && !secretKey)
    problems.push('KYKYPOLKU_SECRET_KEY must be set in production with DATABASE_URL');
  for (const [name, url] of [
    ['DATABASE_URL', databaseUrl],
    ['KYKYPOLKU_APP_URL', appUrl],
  ] as const)
    if (url && mode === 'production' && !isReachedSafely(url))
      problems.push(`${name} names another machine, so in production it must end in ?sslmode=verify-full`);
  if (config.trustedProxies?.length > 0 && !config.publicHost)
    problems.push('KYKYPOLKU_TRUSTED_PROXIES is set without KYKYPOLKU_HOST');
  if (config.providerIssuer && !config.publicHost) problems.push('KYKYPOLKU_PROVIDER is set without KYKYPOLKU_HOST');
  if (config.providerIssuer && !config.providerSecret)
    problems.push('KYKYPOLKU_PROVIDER is set, so KYKYPOLKU_PROVIDER_SECRET must be');
  if (problems.length > 0) throw new ConfigError(`${problems.join('; ')}.`);
  if (config.publicHost && config.trustedProxies.length === 0) config.trustedProxies = ['127.0.0.1', '::1'];
  return config;
}

/** Where the security log goes. */
export const securityLogFile = ({ securityLog, dataFolder }: Pick<Config, 'securityLog' | 'dataFolder'>): string =>
  securityLog ?? join(dataFolder, 'security.jsonl');

/** Where a secret that is not set is kept. */
export const secretFileIn = (folder: string): string => join(folder, 'secret.key');

/** A key as it is written in a file. */
export function secretIn(file: string): Uint8Array {
  const bytes = Buffer.from(readFileSync(file, 'utf8'), 'base64');
  if (bytes.length !== 32) throw new ConfigError(`${file} does not hold a key of 32 bytes.`);
  return bytes;
}

/** The secret that identity codes are kept with: the one that is set, else one made once in the data folder. */
export function secretOf(config: Pick<Config, 'secretKey' | 'dataFolder'>): Uint8Array {
  if (config.secretKey) return config.secretKey;
  const file = secretFileIn(config.dataFolder);
  mkdirSync(config.dataFolder, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return secretIn(file);
}
