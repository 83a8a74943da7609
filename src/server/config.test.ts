import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../tests/database.ts';
import { roles } from '../kernel/relation.ts';
import { readConfig, secretOf } from './config.ts';

const owner = 'postgres://owner:secret@db.example:5432/kykypolku';
const app = 'postgres://kykypolku_app:secret@db.example:5432/kykypolku';
const key = Buffer.alloc(32, 7).toString('base64');

describe('settings', () => {
  test('have a default each', () => {
    const config = readConfig({});
    expect(config).toMatchObject({ port: 4800, mode: 'demo', logLevel: 'warn' });
    expect(config.databaseUrl).toBeUndefined();
    expect(config.dataFolder).toMatch(/\/\.kykypolku$/);
  });

  test('refuse a data folder where the kernel keeps none', () => {
    for (const folder of ['/proc', '/proc/x', '/sys/fs/x'])
      expect(() => readConfig({ KYKYPOLKU_DATA: folder })).toThrow(/KYKYPOLKU_DATA must be a folder on a disk/);
    expect(readConfig({ KYKYPOLKU_DATA: '/process' }).dataFolder).toBe('/process');
  });

  test('take an empty value for none', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({ port: 4800 });
  });

  test.each([
    [{ PORT: 'http' }, 'PORT must be a number'],
    [{ PORT: '70000' }, 'PORT must be a number'],
    [{ KYKYPOLKU_MODE: 'prod' }, 'KYKYPOLKU_MODE must be one of demo, production'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of'],
    [{ DATABASE_URL: 'mysql://a:b@c/d', KYKYPOLKU_APP_URL: app }, 'DATABASE_URL must have the form'],
    [{ DATABASE_URL: owner }, 'KYKYPOLKU_APP_URL must name the application role'],
    [{ KYKYPOLKU_APP_URL: app }, 'set without DATABASE_URL'],
    [{ KYKYPOLKU_SECRET_KEY: 'short' }, 'must be 32 bytes in base64'],
    [{ KYKYPOLKU_HOST: 'https://kykypolku.example.fi' }, 'KYKYPOLKU_HOST must be a name'],
    [{ KYKYPOLKU_HOST: 'kykypolku.example.fi/path' }, 'KYKYPOLKU_HOST must be a name'],
    [{ KYKYPOLKU_HOST: 'x.fi', KYKYPOLKU_TRUSTED_PROXIES: '10.0.0.0/8 proxy' }, 'has proxy, which is no address'],
    [{ KYKYPOLKU_TRUSTED_PROXIES: '10.0.0.1' }, 'KYKYPOLKU_TRUSTED_PROXIES is set without KYKYPOLKU_HOST'],
    [{ KYKYPOLKU_IDLE_MINUTES: '0' }, 'KYKYPOLKU_IDLE_MINUTES must be a number of minutes'],
    [{ KYKYPOLKU_CODES_FOR: 'administrator, boss' }, 'KYKYPOLKU_CODES_FOR names boss'],
    [
      { KYKYPOLKU_PROVIDER: 'http://id.example', KYKYPOLKU_HOST: 'x.fi' },
      'KYKYPOLKU_PROVIDER must be an https address',
    ],
    [{ KYKYPOLKU_PROVIDER: 'https://id.example' }, 'KYKYPOLKU_PROVIDER is set without KYKYPOLKU_HOST'],
    [{ KYKYPOLKU_PROVIDER_GROUPS: 'admins' }, 'KYKYPOLKU_PROVIDER_GROUPS is written GROUP=ROLE'],
    [{ KYKYPOLKU_DATE: '/x' }, 'KYKYPOLKU_DATE is not a setting'],
    [
      { DATABASE_URL: owner, KYKYPOLKU_APP_URL: app, KYKYPOLKU_MODE: 'production' },
      'KYKYPOLKU_SECRET_KEY must be set in production',
    ],
  ])('say what is wrong with %j', (environment, message) => {
    expect(() => readConfig(environment)).toThrow(message);
  });

  const production = (url: string, appUrl = url) =>
    readConfig({
      ...{ DATABASE_URL: url, KYKYPOLKU_APP_URL: appUrl },
      ...{ KYKYPOLKU_MODE: 'production', KYKYPOLKU_SECRET_KEY: key },
    });

  test.each([
    '',
    '?sslmode=require',
    '?sslmode=no-verify',
    '?sslmode=disable&sslmode=verify-full',
    '?sslmode=verify-full&sslmode=disable',
    '?host=db.example',
  ])('refuse a database on another machine that is not known by its certificate: %s', (query) => {
    expect(() => production(`${owner}${query}`, `${app}?sslmode=verify-full`)).toThrow(
      /^DATABASE_URL names another machine, so in production it must end in \?sslmode=verify-full\.$/,
    );
    expect(() => production(`${owner}?sslmode=verify-full`, `${app}${query}`)).toThrow(
      /KYKYPOLKU_APP_URL names another/,
    );
  });

  test.each(['localhost', '127.0.0.1:5433', '[::1]', '%2Fvar%2Frun%2Fpostgresql', 'x'])(
    'take one on this machine as it is: %s',
    (host) => {
      const url = `postgres://owner:secret@${host}/kykypolku${host === 'x' ? '?host=/var/run/postgresql' : ''}`;
      expect(production(url).databaseUrl).toBe(url);
    },
  );

  test('name everything that is wrong at once', () => {
    expect(() => readConfig({ PORT: 'x', LOG_LEVEL: 'y' })).toThrow(/PORT .*; LOG_LEVEL /);
  });

  test('are complete for a production server', () => {
    const config = readConfig({
      DATABASE_URL: `${owner}?sslmode=verify-full`,
      KYKYPOLKU_APP_URL: `${app}?sslmode=verify-full&sslrootcert=/etc/ssl/db.pem`,
      KYKYPOLKU_MODE: 'production',
      KYKYPOLKU_SECRET_KEY: key,
    });
    expect(config.secretKey).toHaveLength(32);
  });

  test('ask everybody for a second factor in production, unless they say of whom, and nobody in the demo', () => {
    const production = { KYKYPOLKU_MODE: 'production' };
    expect(readConfig(production).codesFor).toEqual(roles);
    expect(readConfig({ ...production, KYKYPOLKU_CODES_FOR: 'administrator' }).codesFor).toEqual(['administrator']);
    expect(readConfig({ ...production, KYKYPOLKU_CODES_FOR: 'none' }).codesFor).toEqual([]);
    expect(readConfig({}).codesFor).toEqual([]);
  });

  test('believe the proxy of this machine where a host is named, and others where they are', () => {
    expect(readConfig({})).toMatchObject({ publicHost: undefined, trustedProxies: [] });
    expect(readConfig({ KYKYPOLKU_HOST: 'Kykypolku.example.fi:8443' })).toMatchObject({
      publicHost: 'kykypolku.example.fi:8443',
      trustedProxies: ['127.0.0.1', '::1'],
    });
    expect(
      readConfig({ KYKYPOLKU_HOST: 'x.fi', KYKYPOLKU_TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8' }).trustedProxies,
    ).toEqual(['127.0.0.1', '10.0.0.0/8']);
  });

  test('keep a secret made once, for its owner only', () => {
    using folder = temporaryFolder();
    const config = { secretKey: undefined, dataFolder: join(folder.path, 'data') };
    const first = secretOf(config);
    expect(secretOf(config)).toEqual(first);
    expect(statSync(join(config.dataFolder, 'secret.key')).mode & 0o777).toBe(0o600);
  });
});
