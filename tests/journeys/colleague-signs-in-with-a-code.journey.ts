import { expect, type Page, test } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { pastEdge, violationsOf } from './looking.ts';

/** Each screen has an account of its own, so that none meets the other's codes. */
const who = (isMobile: boolean | undefined) => (isMobile ? 'elina.koskela' : 'outi.nieminen');

async function fillIn(page: Page, username: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Käyttäjätunnus').fill(username);
  await page.getByLabel('Salasana').fill('polku-2021');
}

async function typeIn(page: Page, username: string): Promise<void> {
  await fillIn(page, username);
  await page.getByRole('button', { name: 'Kirjaudu', exact: true }).click();
}

async function ownSettings(page: Page, name: string): Promise<void> {
  await page.goto('/figures');
  // At the side on a wide screen, behind "more" on a phone.
  await page.locator('button.place[aria-haspopup="dialog"]:visible').click();
  await page.getByRole('button', { name, exact: true }).click();
}

test('a colleague takes sign-in codes into use, signs in with one, ends another session and gives codes up', async ({
  page,
  browser,
  isMobile,
}) => {
  const username = who(isMobile);
  await typeIn(page, username);
  await expect(page).not.toHaveURL(/sign-in/);
  const elsewhere = await browser.newContext();
  const answer = await elsewhere.request.post('/api/session', { data: { username, password: 'polku-2021' } });
  expect(answer.status()).toBe(200);

  await ownSettings(page, 'Kirjautumiskoodit');
  const dialog = page.getByRole('dialog', { name: 'Kirjautumiskoodit' });
  const secret = ((await dialog.locator('code').textContent()) ?? '').replaceAll(' ', '');
  expect(await violationsOf(page)).toEqual([]);
  expect(await pastEdge(page)).toBe(0);
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  const code = (steps: number) => totp.generate({ timestamp: Date.now() + steps * 30_000 });
  await dialog.getByLabel('Koodi').fill('000000');
  await dialog.getByRole('button', { name: 'Ota koodit käyttöön' }).click();
  await expect(dialog.getByText('Koodi on väärin tai jo käytetty').first()).toBeVisible();
  // The code before this one holds until this one's end: not when that is a moment away.
  const left = 30_000 - (Date.now() % 30_000);
  if (left < 6000) await page.waitForTimeout(left);
  await dialog.getByLabel('Koodi').fill(code(-1));
  await dialog.getByRole('button', { name: 'Ota koodit käyttöön' }).click();
  await expect(page.getByText('Kirjautumiskoodit on otettu käyttöön')).toBeVisible();

  await page.context().clearCookies();
  await typeIn(page, username);
  await page.getByLabel('Koodi puhelimesta').fill(code(0));
  expect(await violationsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Kirjaudu', exact: true }).click();
  await expect(page).not.toHaveURL(/sign-in/);

  await ownSettings(page, 'Omat kirjautumiset');
  await expect(page.getByText('Tämä kirjautuminen')).toBeVisible();
  await page.getByRole('button', { name: 'Kirjaudu ulos kaikkialta muualta' }).click();
  await expect(page.getByRole('button', { name: 'Lopeta' })).toHaveCount(0);
  expect((await elsewhere.request.get('/api/session')).status()).toBe(401);
  await elsewhere.close();

  await ownSettings(page, 'Kirjautumiskoodit');
  await page.getByRole('dialog', { name: 'Kirjautumiskoodit' }).getByLabel('Koodi').fill(code(1));
  await page.getByRole('button', { name: 'Luovu koodeista' }).click();
  await expect(page.getByText('Kirjautumiskoodeista on luovuttu')).toBeVisible();
});

test('who gave wrong passwords too often is told how long to wait, and gets in then', async ({ page, isMobile }) => {
  const username = isMobile ? 'leena.hakala' : 'sari.makinen';
  await fillIn(page, username);
  for (let n = 0; n < 6; n++) await page.request.post('/api/session', { data: { username, password: `wrong ${n}` } });
  await page.getByRole('button', { name: 'Kirjaudu', exact: true }).click();
  await expect(page.getByText(/Voit yrittää uudelleen \d+ sekunnin kuluttua/)).toBeVisible();
  await page.waitForTimeout(4500);
  await page.getByRole('button', { name: 'Kirjaudu', exact: true }).click();
  await expect(page).not.toHaveURL(/sign-in/);
});
