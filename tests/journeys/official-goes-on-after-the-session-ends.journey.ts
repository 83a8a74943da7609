import { expect, type Locator, type Page, test } from '@playwright/test';
import { drawn, pastEdge, signInAt, violationsOf } from './looking.ts';
import { addDevice, at, openOwn } from './passkeys.ts';
import { go } from './walking.ts';

const familyName = (page: Page) => page.locator('[name=familyName]');

/** Begins a referral and leaves it half-written. */
async function halfWritten(page: Page, name: string): Promise<void> {
  await signInAt(page, 'anne.koski');
  await page.goto('/referrals/new');
  await drawn(page);
  // What is still asked when the session ends would cover the page before the button is pressed.
  await page.waitForLoadState('networkidle');
  await familyName(page).fill(name);
  await page.locator('[name=givenNames]').fill('Aino');
  await page.selectOption('[name=source]', 'te-office-activation-plan');
}

/** Where one's own settings open: one's name on a desk, More on a phone. */
const own = (page: Page) => page.getByRole('button', { name: /Koski Anne|^Lisää$/ }).filter({ visible: true });

const receive = (page: Page) => page.getByRole('button', { name: 'Ota vastaan' }).click();

/** Sends what was typed when the session is over; a slow page may have noticed that by itself, and stand covered already. */
async function sendTooLate(page: Page, button: Locator): Promise<void> {
  const cover = page.locator('dialog[open].dialog-covering');
  await button.click({ timeout: 10_000 }).catch(async (error) => {
    if (!(await cover.isVisible())) throw error;
  });
}

async function signInHere(page: Page, username: string): Promise<void> {
  await page.getByLabel('Käyttäjätunnus').fill(username);
  await page.getByLabel('Salasana').fill('polku-2021');
  await page.getByRole('button', { name: 'Kirjaudu', exact: true }).click();
}

async function foundAs(page: Page, text: string): Promise<number> {
  const answer = await page.request.post('/api/clients/search', { data: { text } });
  return (await answer.json()).clients.length;
}

test('what is typed when the session ends is there after signing in again in its place, and is recorded once @touch', async ({
  page,
}, { project, retry }) => {
  const name = `Jatko-${project.name}${'-uusi'.repeat(retry)}`;
  await halfWritten(page, name);
  await page.request.delete('/api/session');
  await sendTooLate(page, page.getByRole('button', { name: 'Ota vastaan' }));
  const cover = page.getByRole('dialog', { name: 'Kirjaudu uudelleen' });
  await expect(cover.getByText('Koski Anne')).toHaveCount(2);
  await expect(cover.getByText('Kirjoittamasi on tallessa')).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  expect(await pastEdge(page)).toBe(0);
  // No Escape leads behind the cover.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(cover).toBeVisible();

  await signInHere(page, 'anne.koski');
  await expect(cover).toBeHidden();
  await expect(familyName(page)).toHaveValue(name);
  await receive(page);
  await page.waitForURL(/plan\/new/);
  expect(await foundAs(page, name)).toBe(1);
});

test('a second sign-in as somebody else is noticed before anything is recorded as theirs @keyboard', async ({
  page,
  context,
}, { project, retry }) => {
  const name = `Toinen-${project.name}${'-uusi'.repeat(retry)}`;
  await halfWritten(page, name);
  // Somebody signs in where this page hears nothing of it.
  await signInAt(page, 'ritva.virtanen');
  await sendTooLate(page, page.getByRole('button', { name: 'Ota vastaan' }));
  const cover = page.getByRole('dialog', { name: 'Toinen käyttäjä on kirjautunut' });
  await expect(cover.getByText('mitään tallennettu toisen nimiin')).toBeVisible();
  expect(await foundAs(page, name)).toBe(0);
  await signInHere(page, 'anne.koski');
  await expect(cover).toBeHidden();
  await expect(familyName(page)).toHaveValue(name);

  // In another tab it is seen at once, before one presses anything.
  const beside = await context.newPage();
  await signInAt(beside, 'ritva.virtanen');
  await beside.goto('/');
  await expect(cover).toBeVisible();
  await expect(beside.getByRole('dialog')).toHaveCount(0);
  await signInHere(page, 'anne.koski');
  await expect(cover).toBeHidden();
  // And it is the other page's turn to ask.
  await expect(beside.getByRole('dialog', { name: 'Toinen käyttäjä on kirjautunut' })).toBeVisible();
  await receive(page);
  await page.waitForURL(/plan\/new/);
  expect(await foundAs(page, name)).toBe(1);

  // Who goes on as the other one sees nothing of the page of before.
  await beside.getByRole('button', { name: 'Jatka toisena käyttäjänä' }).click();
  await expect(beside.getByRole('dialog')).toHaveCount(0);
  await own(beside).click();
  await expect(beside.getByRole('dialog', { name: 'Koski Anne' })).toBeVisible();
});

test('what is half-written outlasts the end of the session, a reload and another user in the same tab @keyboard', async ({
  page,
}) => {
  await halfWritten(page, 'Uudelleen');
  await page.reload();
  await drawn(page);
  await page.request.delete('/api/session');
  // Whether the client is known is asked while one types: the cover comes, and knows the name though the page was loaded again.
  await page.locator('[name=givenNames]').fill('Aino Maria');
  const cover = page.getByRole('dialog', { name: 'Kirjaudu uudelleen' });
  await expect(cover.getByLabel('Käyttäjätunnus')).toHaveValue('anne.koski');

  await page.reload();
  await expect(page).toHaveURL(/sign-in\?to=/);
  await expect(page.getByText('Se, mikä käyttäjältä Koski Anne jäi kesken')).toBeVisible();
  await expect(page.getByLabel('Käyttäjätunnus')).toHaveValue('anne.koski');
  expect(await violationsOf(page)).toEqual([]);
  await signInHere(page, 'ritva.virtanen');
  await expect(page.getByRole('heading', { name: 'Toiselta jäi kesken' })).toBeVisible();
  await expect(familyName(page)).toHaveCount(0);
  expect(await violationsOf(page)).toEqual([]);
  expect(await pastEdge(page)).toBe(0);
  await signInHere(page, 'anne.koski');
  await expect(familyName(page)).toHaveValue('Uudelleen');
  await expect(page.locator('[name=givenNames]')).toHaveValue('Aino Maria');

  // Whoever goes on with their own account sees nothing of it, and it is gone.
  await signInAt(page, 'ritva.virtanen');
  await page.reload();
  await page.getByRole('button', { name: 'Jatka: Virtanen Ritva' }).click();
  await expect(familyName(page)).toHaveValue('');
  await signInAt(page, 'anne.koski');
  await page.reload();
  await expect(familyName(page)).toHaveValue('');
});

test('whoever was sent to sign in, and is signed in by then, goes on where they were @keyboard', async ({ page }) => {
  await signInAt(page, 'anne.koski');
  await page.request.delete('/api/session');
  await page.goto('/clients');
  await expect(page).toHaveURL(/sign-in\?to=/);
  // At another page of the browser.
  await signInAt(page, 'anne.koski');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Asiakkaat');
  await expect(page).toHaveURL(/\/clients/);
});

test('before a session ends because nobody is there one is asked, and can go on @keyboard', async ({ page }) => {
  await page.clock.install();
  await signInAt(page, 'anne.koski');
  await page.goto('/referrals/new');
  await drawn(page);
  const query = page.getByRole('dialog', { name: 'Oletko vielä paikalla?' });
  await page.clock.fastForward(58.5 * 60_000);
  await expect(query.getByText(/päättyy 2 minuutin kuluttua|päättyy \d+ sekunnin kuluttua/)).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  const told = page.waitForRequest('**/api/session');
  await query.getByRole('button', { name: 'Jatka' }).click();
  await told;
  await expect(query).toBeHidden();

  // Typing sends nothing by itself: the server hears all the same that somebody is there.
  await familyName(page).fill('Kirjoittaja');
  const heard = page.waitForRequest('**/api/session');
  await page.clock.fastForward(13 * 60_000);
  await heard;

  await page.clock.fastForward(61 * 60_000);
  const cover = page.getByRole('dialog', { name: 'Kirjaudu uudelleen' });
  await expect(cover).toBeVisible();
  await signInHere(page, 'anne.koski');
  await expect(cover).toBeHidden();
  await expect(familyName(page)).toHaveValue('Kirjoittaja');
});

test('an untouched page goes wholly when the session ends, and signing out asks about what is typed @touch', async ({
  page,
}) => {
  await page.clock.install();
  await halfWritten(page, 'Kesken');
  await page
    .getByRole('button', { name: /Koski Anne|^Lisää$/ })
    .filter({ visible: true })
    .click();
  await page.getByRole('button', { name: 'Kirjaudu ulos', exact: true }).click();
  const query = page.getByRole('dialog', { name: 'Kirjaudutaanko ulos tallentamatta?' });
  await query.getByRole('button', { name: 'Jatka kirjoittamista' }).click();
  await page.getByRole('button', { name: 'Sulje', exact: true }).click();
  await expect(familyName(page)).toHaveValue('Kesken');
  await page
    .getByRole('button', { name: /Koski Anne|^Lisää$/ })
    .filter({ visible: true })
    .click();
  await page.getByRole('button', { name: 'Kirjaudu ulos', exact: true }).click();
  await query.getByRole('button', { name: 'Kirjaudu ulos' }).click();
  await expect(page).toHaveURL(/sign-in/);

  await signInHere(page, 'anne.koski');
  await go(page, 'Asiakkaat');
  await page.clock.fastForward(61 * 60_000);
  await expect(page).toHaveURL(/sign-in\?to=/);
});

test('whoever has a passkey signs in again with it, beside the password and in its place @touch', async ({
  page,
  baseURL,
}, { project }) => {
  await addDevice(page);
  await page.goto(at('/sign-in', baseURL));
  await signInHere(page, 'eva.lindholm');
  await expect(page).not.toHaveURL(/sign-in/);
  await openOwn(page, 'Lösennycklar');
  const keys = page.getByRole('dialog', { name: 'Lösennycklar' });
  await keys.getByLabel('Namn').fill(`Nyckel ${project.name}`);
  await keys.getByLabel('Nuvarande lösenord').fill('polku-2021');
  await keys.getByRole('button', { name: 'Lägg till lösennyckel' }).click();
  await expect(keys.getByRole('listitem').filter({ hasText: project.name })).toBeVisible();

  await page.goto(at('/referrals/new', baseURL));
  await drawn(page);
  await familyName(page).fill('Nyckelbo');
  const cover = page.getByRole('dialog', { name: 'Logga in på nytt' });
  const ends = async () => {
    await page.request.delete(at('/api/session', baseURL));
    await sendTooLate(page, page.locator('main button[type=submit]'));
    await expect(cover).toBeVisible();
  };
  await page.locator('[name=givenNames]').fill('Aino');
  await page.selectOption('[name=source]', { index: 1 });
  await ends();
  // The passkey is asked for as soon as the password is right.
  await cover.getByLabel('Användarnamn').fill('eva.lindholm');
  await cover.getByLabel('Lösenord').fill('polku-2021');
  await cover.getByRole('button', { name: 'Logga in', exact: true }).click();
  await expect(cover).toBeHidden();
  await expect(familyName(page)).toHaveValue('Nyckelbo');

  await ends();
  await cover.getByRole('button', { name: 'Logga in med lösennyckel' }).click();
  await expect(cover).toBeHidden();
  await expect(familyName(page)).toHaveValue('Nyckelbo');
});
