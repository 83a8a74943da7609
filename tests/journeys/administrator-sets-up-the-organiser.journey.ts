import { expect, type Page, test } from '@playwright/test';
import { drawn, pastEdge, signInAt, violationsOf } from './looking.ts';

async function accessible(page: Page): Promise<void> {
  expect(await violationsOf(page)).toEqual([]);
  expect(await pastEdge(page)).toBe(0);
}

const done = (page: Page, words: string | RegExp) =>
  expect(page.getByRole('status').filter({ hasText: words })).toBeVisible();

test('a new colleague is added, signs in with the password told once, and chooses one of one’s own', async ({
  page,
  browser,
}, { project }) => {
  const family = project.name === 'phone' ? 'Puhelin' : 'Pöytä';
  await signInAt(page, 'petri.salonen');
  await page.goto('/setup?tab=workers');
  await drawn(page);
  await accessible(page);
  await page.getByRole('button', { name: 'Lisää työntekijä' }).click();
  const dialog = page.getByRole('dialog');
  await accessible(page);

  // What is missing is told at its field.
  await dialog.getByRole('button', { name: 'Lisää työntekijä' }).click();
  await expect(dialog.locator('[aria-invalid="true"]').first()).toBeFocused();

  await dialog.getByLabel('Etunimi').fill('Aino');
  await dialog.getByLabel('Sukunimi').fill(family);
  await dialog.getByLabel('Rooli').selectOption('Työvalmentaja');
  const username = project.name === 'phone' ? 'aino.puhelin' : 'aino.poyta';
  await expect(dialog.getByLabel('Käyttäjätunnus')).toHaveValue(username);
  await dialog.getByRole('button', { name: 'Lisää työntekijä' }).click();
  await expect(page.getByRole('dialog', { name: 'Salasanan alkuosa' })).toBeVisible();
  await accessible(page);
  const first = (await page.locator('.once-password').textContent()) ?? '';
  await page.getByRole('button', { name: 'Valmis' }).click();
  await page.getByLabel('Hae työntekijää').fill(family);
  await expect(page.getByRole('row', { name: new RegExp(`${family} Aino`) })).toContainText('Uusi salasana odottaa');

  const another = { viewport: page.viewportSize(), locale: 'fi-FI', baseURL: new URL(page.url()).origin };
  // A second person confirms the post and the password; whoever asked for them does not.
  await expect(page.getByText('Toinen henkilö vahvistaa').first()).toBeVisible();
  const second = await browser.newContext(another);
  const manager = await second.newPage();
  await signInAt(manager, 'kaarina.ranta');
  await manager.goto('/setup?tab=workers');
  await drawn(manager);
  await accessible(manager);
  await manager
    .getByRole('listitem')
    .filter({ hasText: `${family} Aino` })
    .getByRole('button', { name: 'Vahvista', exact: true })
    .click();
  await done(manager, 'Tehtävä vahvistettu');
  await manager.getByRole('button', { name: new RegExp(`Vahvista salasana: .*${family}`) }).click();
  await expect(manager.getByRole('dialog', { name: 'Salasanan loppuosa' })).toBeVisible();
  await accessible(manager);
  const once = `${first}-${await manager.locator('.once-password').textContent()}`;
  await second.close();

  const context = await browser.newContext(another);
  const own = await context.newPage();
  await own.goto('/sign-in');
  await own.getByLabel('Käyttäjätunnus').fill(username);
  await own.getByLabel('Salasana').fill(once);
  await own.getByRole('button', { name: 'Kirjaudu', exact: true }).click();
  await expect(own.getByRole('heading', { level: 1 })).toHaveText('Valitse oma salasana');
  await accessible(own);
  expect((await own.request.get('/api/workers')).status()).toBe(403);

  await own.getByLabel('Nykyinen salasana').fill(once);
  await own.getByLabel('Uusi salasana', { exact: true }).fill('lyhyt');
  await own.getByLabel('Uusi salasana uudelleen').fill('lyhyt');
  await own.getByRole('button', { name: 'Vaihda salasana' }).click();
  await expect(own.getByText('Salasanassa pitää olla vähintään 12 merkkiä')).toBeVisible();
  for (const label of ['Uusi salasana', 'Uusi salasana uudelleen'])
    await own.getByLabel(label, { exact: true }).fill('neljä sanaa peräkkäin');
  await own.getByRole('button', { name: 'Vaihda salasana' }).click();
  await expect(own.getByRole('heading', { level: 1 })).toHaveText('Oma päivä');
  await context.close();

  // The post ends, and can be taken back.
  await page.reload();
  await page.getByLabel('Hae työntekijää').fill(family);
  await page.getByRole('link', { name: `${family} Aino` }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${family} Aino`);
  await accessible(page);
  await page.getByRole('button', { name: 'Lopeta tehtävä' }).click();
  await accessible(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Lopeta tehtävä' }).click();
  await done(page, 'viimeinen päivä 17.6.2021');
  await page.getByRole('button', { name: 'Kumoa' }).click();
  await expect(page.getByText('17.6.2021 alkaen')).toBeVisible();
});

test('the letters of surnames are shared anew: what is missing and who would move is told before, and all move at once', async ({
  page,
}, { project }) => {
  await signInAt(page, 'helena.laakso');
  await page.goto('/setup?tab=responsible');
  await drawn(page);
  await expect(page.getByText('Lindholm Eva').first()).toBeVisible();
  await accessible(page);
  await page.getByRole('button', { name: 'Jaa kirjaimet uudelleen' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('Jokaisella kirjaimella on yksi työntekijä.')).toBeVisible();
  await expect(dialog.getByText('Kenenkään asiakasvastaava ei vaihdu.')).toBeVisible();
  await accessible(page);

  // The first stretch gives way: its letters stand without a worker until another takes them.
  const shares = dialog.getByRole('group', { name: /^Osuus/ });
  await expect(shares).toHaveCount(4);
  const first = shares.first();
  const last = await first.getByLabel('Viimeinen').inputValue();
  await first.getByLabel('Viimeinen').selectOption(String.fromCharCode(last.charCodeAt(0) - 2));
  await expect(dialog.getByText(/^Ilman työntekijää: /)).toBeVisible();
  await dialog.getByRole('button', { name: 'Jaa kirjaimet' }).click();
  await expect(dialog).toBeVisible();
  await shares
    .nth(1)
    .getByLabel('Ensimmäinen')
    .selectOption(String.fromCharCode(last.charCodeAt(0) - 1));
  await expect(dialog.getByText(/asiakkaan asiakasvastaava vaihtuisi/)).toBeVisible();
  await accessible(page);
  // Both screens share one region: only one of them shares the letters.
  if (project.name === 'phone') return;
  await dialog.getByRole('button', { name: 'Jaa kirjaimet' }).click();
  await done(page, /Kirjaimet jaettu.*\d+ asiakas/);
  await expect(page.getByText(`A–${String.fromCharCode(last.charCodeAt(0) - 2)}`)).toBeVisible();
});

test('a group is set up with a unit of its own, and nothing ends under its clients', async ({ page }, { project }) => {
  const name = `Uusi paja ${project.name}`;
  await signInAt(page, 'petri.salonen');
  await page.goto('/setup?tab=groups');
  await drawn(page);
  await accessible(page);
  await page.getByRole('button', { name: 'Lisää yksikkö' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Nimi').fill(name);
  await dialog.getByLabel('Laji').selectOption('Työpaja');
  await dialog.getByLabel('Kunta').selectOption('Pori');
  await dialog.getByRole('button', { name: 'Lisää yksikkö' }).click();
  await done(page, 'Yksikkö lisätty');
  await page.getByRole('button', { name: 'Lisää ryhmä' }).click();
  await accessible(page);
  await dialog.getByLabel('Yksikkö').selectOption(name);
  await dialog.getByLabel('Palvelu').selectOption('Työtoiminta');
  await dialog.getByLabel('Ryhmän nimi').fill('Metalliryhmä');
  await dialog.getByRole('button', { name: 'Lisää ryhmä' }).click();
  await done(page, 'Ryhmä lisätty');

  // A group with clients does not end.
  await page.getByRole('button', { name: /^Lopeta: Keramiikka/ }).click();
  await dialog.getByRole('button', { name: 'Lopeta', exact: true }).click();
  await expect(dialog.getByText('Ryhmässä on asiakkaita näiden päivien ulkopuolella.', { exact: false })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: `Lopeta: Metalliryhmä, ${name}` }).click();
  await dialog.getByRole('button', { name: 'Lopeta', exact: true }).click();
  await done(page, 'Metalliryhmä: viimeinen päivä 17.6.2021');
});

test('every part of the settings keeps nobody out', async ({ page }) => {
  await signInAt(page, 'petri.salonen');
  for (const part of ['organiser', 'services', 'rhythms', 'rates']) {
    await page.goto(`/setup?tab=${part}`);
    await drawn(page);
    await accessible(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violationsOf(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
  }
  await page.goto('/setup?tab=rhythms');
  await page.getByRole('button', { name: 'Muuta tiheyttä: Avotyö' }).click();
  await accessible(page);
});
