import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { removeEmbedded } from '../../tooling/embedded-postgres/embedded.ts';
import { freePort } from '../free-port.ts';
import { loopbackProvider } from '../loopback-provider.ts';
import { type TlsProxy, tlsProxy } from '../tls-proxy.ts';
import { operateIn, root } from './operating.ts';
import { accessible, heading } from './walking.ts';

// The proxy's certificate is its own.
test.use({ ignoreHTTPSErrors: true });

let folder = '';
let app: ChildProcess | undefined;
let proxy: TlsProxy | undefined;
let provider: Awaited<ReturnType<typeof loopbackProvider>> | undefined;
let site = '';
let firstPassword = '';

// As an organisation has it: production with one administrator, behind a proxy, with a provider of its own.
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kykypolku-proxy-'));
  const port = await freePort();
  proxy = await tlsProxy(port);
  const host = `localhost:${proxy.port}`;
  site = `https://${host}`;
  provider = await loopbackProvider(host, (sub) => ({ preferred_username: sub, groups: ['kykypolku-admins'] }));
  const settings = {
    PORT: String(port),
    KYKYPOLKU_DATA: folder,
    KYKYPOLKU_MODE: 'production',
    KYKYPOLKU_CODES_FOR: 'none',
    KYKYPOLKU_HOST: host,
    KYKYPOLKU_PROVIDER: provider.issuer,
    KYKYPOLKU_PROVIDER_SECRET: provider.clientSecret,
    KYKYPOLKU_PROVIDER_GROUPS: 'kykypolku-admins=administrator',
  };
  app = spawn(process.execPath, ['src/commands/main.ts', 'serve'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, ...settings },
  });
  const ended = once(app, 'exit');
  await expect
    .poll(() => Promise.race([proxy?.ask('/health').then(({ status }) => status), ended]), { timeout: 90_000 })
    .toBe(200);
  const founded = await operateIn(
    settings,
    ...['organiser', 'add', '--code', 'kokkola', '--kind', 'wellbeing-services-county', '--name', 'Kokkola'],
    ...['--municipality', '272', '--administrator', 'Aino Uusi', '--username', 'aino.uusi'],
  );
  firstPassword = /password (\S+)/.exec(founded)?.[1] ?? '';
});

test.afterAll(async () => {
  provider?.close();
  await proxy?.close();
  if (app && app.exitCode === null) {
    const ended = once(app, 'exit');
    app.kill('SIGTERM');
    await ended;
  }
  if (folder) await removeEmbedded(folder);
});

const sessionOf = async (page: Page) =>
  (await page.context().cookies(site)).filter(({ name }) => /^(__Host-)?kykypolku$/.test(name));

async function signOut(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /Uusi Aino|^Lisää$/ })
    .filter({ visible: true })
    .click();
  await page.getByRole('button', { name: 'Kirjaudu ulos', exact: true }).click();
}

test('behind a TLS proxy one signs in, and the session is a cookie of that host and of TLS alone', async ({ page }) => {
  const opened = await page.goto(site);
  expect(opened?.headers()['strict-transport-security']).toMatch(/^max-age=31536000/);
  await heading(page, 'Kirjaudu sisään');
  await accessible(page);
  await page.getByLabel('Käyttäjätunnus').fill('aino.uusi');
  await page.getByLabel('Salasana').fill(firstPassword);
  await page.getByRole('button', { name: 'Kirjaudu', exact: true }).click();
  await heading(page, 'Valitse oma salasana');
  await page.getByLabel('Nykyinen salasana').fill(firstPassword);
  for (const label of ['Uusi salasana', 'Uusi salasana uudelleen'])
    await page.getByLabel(label, { exact: true }).fill('neljä sanaa peräkkäin');
  await page.getByRole('button', { name: 'Vaihda salasana' }).click();
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Valitse oma salasana');
  await accessible(page);

  const held = { name: '__Host-kykypolku', domain: 'localhost', path: '/', secure: true, httpOnly: true };
  expect(await sessionOf(page)).toEqual([expect.objectContaining({ ...held, sameSite: 'Strict' })]);
  // No script of the page reads it, and it goes with the next page too.
  expect(await page.evaluate(() => document.cookie)).toBe('');
  await page.goto(`${site}/setup?tab=workers`);
  await expect(page.getByRole('row', { name: /Uusi Aino/ })).toBeVisible();

  await signOut(page);
  await heading(page, 'Kirjaudu sisään');
  expect(await sessionOf(page)).toEqual([]);
  await page.goto(`${site}/setup?tab=workers`);
  await heading(page, 'Kirjaudu sisään');
});

const byProvider = (page: Page | Locator) => page.getByRole('link', { name: 'Kirjaudu organisaatiosi tunnuksella' });

/** At the provider's own pages. */
async function signInThere(page: Page, username: string): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Sign-in' })).toBeVisible();
  expect(new URL(page.url()).origin).toBe(provider?.issuer);
  await page.locator('[name=login]').fill(username);
  await page.locator('[name=password]').fill('known there alone');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
}

test('by the organisation’s account one signs in there, lands on the page that one wanted, and signs out there too', async ({
  page,
}) => {
  await page.goto(`${site}/setup?tab=workers`);
  await heading(page, 'Kirjaudu sisään');
  await expect(byProvider(page)).toBeVisible();
  await accessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await accessible(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  await byProvider(page).click();
  await signInThere(page, 'aino.uusi');
  await expect(page).toHaveURL(`${site}/setup?tab=workers`);
  await expect(page.getByRole('row', { name: /Uusi Aino/ })).toBeVisible();
  expect(await sessionOf(page)).toEqual([expect.objectContaining({ name: '__Host-kykypolku', sameSite: 'Strict' })]);

  // While one is signed in there it asks nothing: who only lost the session here is let in at once.
  await page.context().clearCookies({ name: '__Host-kykypolku' });
  await page.goto(`${site}/sign-in`);
  await byProvider(page).click();
  await expect(page.getByRole('button', { name: /Uusi Aino/ })).toBeVisible();
  expect(new URL(page.url()).origin).toBe(site);

  await signOut(page);
  await page.getByRole('button', { name: 'Yes, sign me out' }).click();
  await expect(page).toHaveURL(`${site}/sign-in`);
  await heading(page, 'Kirjaudu sisään');
  expect(await sessionOf(page)).toEqual([]);
  // Whoever comes next at this desk is asked who they are, and comes in as nobody else.
  await byProvider(page).click();
  await signInThere(page, 'ei.ketaan');
  await expect(page.getByRole('alert')).toHaveText(/Organisaatiosi tunnuksella ei ole tehtävää Kykypolussa/);
  await accessible(page);
  expect(await sessionOf(page)).toEqual([]);
});

test('whoever came by the organisation’s account and was away goes on by it, with what was typed', async ({
  page,
  context,
}) => {
  await page.clock.install();
  await page.goto(`${site}/setup?tab=workers`);
  await byProvider(page).click();
  await signInThere(page, 'aino.uusi');
  await page.getByRole('button', { name: 'Lisää työntekijä' }).click();
  const typed = page.getByLabel('Sukunimi');
  await typed.fill('Kesken');
  await page.clock.fastForward(61 * 60_000);
  const cover = page.getByRole('dialog', { name: 'Kirjaudu uudelleen' });
  await expect(cover.getByText('Kirjoittamasi on tallessa')).toBeVisible();
  await expect.poll(async () => (await page.request.get(`${site}/api/session`)).status()).toBe(401);
  await accessible(page);
  // The provider still knows who it is and asks nothing: a page beside is let in, and this one hears of it.
  const opened = context.waitForEvent('page');
  await byProvider(cover).click();
  const beside = await opened;
  await expect(beside.getByRole('button', { name: /Uusi Aino/ })).toBeVisible();
  await expect(cover).toBeHidden();
  await expect(typed).toHaveValue('Kesken');
});
