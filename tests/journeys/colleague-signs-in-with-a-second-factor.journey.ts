import { expect, type Page, test } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { pastEdge, violationsOf } from './looking.ts';
import { addDevice, answers, at, openOwn } from './passkeys.ts';

/** Each screen has an account of its own, so that none meets the other's codes. */
// Accounts of this journey alone: whoever signs in with them elsewhere would be asked for a code, or made to wait.
const withCodes = 'elina.koskela';
const withWrongPasswords = 'paivi.aho';

async function fillIn(page: Page, username: string, address = '/sign-in'): Promise<void> {
  await page.goto(address);
  await page.getByLabel('Käyttäjätunnus').fill(username);
  await page.getByLabel('Salasana').fill('polku-2021');
}

async function typeIn(page: Page, username: string): Promise<void> {
  await fillIn(page, username);
  await page.getByRole('button', { name: 'Kirjaudu', exact: true }).click();
}

async function ownSettings(page: Page, name: string): Promise<void> {
  await page.goto('/figures');
  await openOwn(page, name);
}

test('a colleague takes sign-in codes into use, signs in with one, ends another session and gives codes up', async ({
  page,
  browser,
}) => {
  const username = withCodes;
  await typeIn(page, username);
  await expect(page).not.toHaveURL(/sign-in/);
  const elsewhere = await browser.newContext();
  const answer = await elsewhere.request.post('/api/session', { data: { username, password: 'polku-2021' } });
  expect(answer.status()).toBe(200);

  await ownSettings(page, 'Kirjautumiskoodit');
  const dialog = page.getByRole('dialog', { name: 'Kirjautumiskoodit' });
  await dialog.getByLabel('Nykyinen salasana').fill('wrong-2021');
  await dialog.getByRole('button', { name: 'Jatka' }).click();
  await expect(dialog.getByText('Nykyinen salasana on väärin').first()).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  await dialog.getByLabel('Nykyinen salasana').fill('polku-2021');
  await dialog.getByRole('button', { name: 'Jatka' }).click();
  await expect(dialog.locator('code')).toBeVisible();
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
  const endOthers = page.getByRole('button', { name: 'Kirjaudu ulos kaikkialta muualta' });
  await endOthers.click();
  // Who finds a screen open knows no password.
  await page.getByLabel('Nykyinen salasana').fill('wrong-2021');
  await endOthers.click();
  await expect(page.getByText('Nykyinen salasana on väärin').first()).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  expect((await elsewhere.request.get('/api/session')).status()).toBe(200);
  await page.getByLabel('Nykyinen salasana').fill('polku-2021');
  await endOthers.click();
  await expect(page.getByRole('button', { name: 'Lopeta' })).toHaveCount(0);
  expect((await elsewhere.request.get('/api/session')).status()).toBe(401);
  await elsewhere.close();

  await ownSettings(page, 'Kirjautumiskoodit');
  await page.getByRole('dialog', { name: 'Kirjautumiskoodit' }).getByLabel('Koodi').fill(code(1));
  await page.getByRole('button', { name: 'Luovu koodeista' }).click();
  await expect(page.getByText('Kirjautumiskoodeista on luovuttu')).toBeVisible();
});

test('who gave wrong passwords too often is told how long to wait, and gets in then', async ({ page }) => {
  const username = withWrongPasswords;
  await fillIn(page, username);
  for (let n = 0; n < 6; n++) await page.request.post('/api/session', { data: { username, password: `wrong ${n}` } });
  await page.getByRole('button', { name: 'Kirjaudu', exact: true }).click();
  await expect(page.getByText(/Voit yrittää uudelleen \d+ sekunnin kuluttua/)).toBeVisible();
  await page.waitForTimeout(4500);
  await page.getByRole('button', { name: 'Kirjaudu', exact: true }).click();
  await expect(page).not.toHaveURL(/sign-in/);
});

async function ownPasskeys(page: Page) {
  await openOwn(page, 'Pääsyavaimet');
  return page.getByRole('dialog', { name: 'Pääsyavaimet' });
}

test('a colleague adds a passkey, signs in with it beside the password and in its place, and removes it', async ({
  page,
  baseURL,
}) => {
  const username = withCodes;
  const device = await addDevice(page);
  await fillIn(page, username, at('/sign-in', baseURL));
  await page.getByRole('button', { name: 'Kirjaudu', exact: true }).click();
  await expect(page).not.toHaveURL(/sign-in/);

  const dialog = await ownPasskeys(page);
  await dialog.getByLabel('Nimi').fill('Työpuhelin');
  await dialog.getByLabel('Nykyinen salasana').fill('polku-2020');
  await dialog.getByRole('button', { name: 'Lisää pääsyavain' }).click();
  await expect(dialog.getByText('Nykyinen salasana on väärin').first()).toBeVisible();
  await dialog.getByLabel('Nykyinen salasana').fill('polku-2021');
  await dialog.getByRole('button', { name: 'Lisää pääsyavain' }).click();
  await expect(dialog.getByRole('listitem')).toContainText('Työpuhelin');
  expect(await violationsOf(page)).toEqual([]);
  expect(await pastEdge(page)).toBe(0);

  // Beside the password it is asked for at once.
  await page.context().clearCookies();
  await fillIn(page, username, at('/sign-in?to=%2Ffigures', baseURL));
  await page.getByRole('button', { name: 'Kirjaudu', exact: true }).click();
  await expect(page).toHaveURL(/\/figures/);

  // Whoever has the password and not the key is not let in, and is told what is missing.
  await page.context().clearCookies();
  await answers(device, false);
  const credentials = await device.session.send('WebAuthn.getCredentials', { authenticatorId: device.authenticatorId });
  await device.session.send('WebAuthn.clearCredentials', { authenticatorId: device.authenticatorId });
  await answers(device, true);
  await fillIn(page, username, at('/sign-in', baseURL));
  await page.getByRole('button', { name: 'Kirjaudu', exact: true }).click();
  await expect(page.getByText('Vahvista kirjautuminen myös pääsyavaimella')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Vahvista pääsyavaimella' })).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  for (const credential of credentials.credentials)
    await device.session.send('WebAuthn.addCredential', { authenticatorId: device.authenticatorId, credential });
  await page.getByRole('button', { name: 'Vahvista pääsyavaimella' }).click();
  await expect(page).not.toHaveURL(/sign-in/);

  // In place of the password.
  await page.context().clearCookies();
  await page.goto(at('/sign-in?to=%2Ffigures', baseURL));
  await page.getByRole('button', { name: 'Kirjaudu pääsyavaimella' }).click();
  await expect(page).toHaveURL(/\/figures/);

  const again = await ownPasskeys(page);
  await again.getByRole('button', { name: 'Poista Työpuhelin' }).click();
  await again.getByRole('listitem').getByLabel('Nykyinen salasana').fill('polku-2021');
  await again.getByRole('listitem').getByRole('button', { name: 'Poista', exact: true }).click();
  await expect(page.getByText('Pääsyavain on poistettu')).toBeVisible();
  await expect(again.getByRole('listitem')).toHaveCount(0);
});
