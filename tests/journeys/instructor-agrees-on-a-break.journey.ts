import { expect, type Locator, type Page, test } from '@playwright/test';
import { signInAt } from './looking.ts';
import { accessible, choose, heading, told, writeDay } from './walking.ts';

/** Opens a client of the instructor's own group; each screen has one of its own. */
async function openClient(page: Page, isMobile: boolean): Promise<string> {
  await signInAt(page, 'paivi.aho');
  await page.goto('/clients');
  await heading(page, 'Asiakkaat');
  const names = page.getByRole('main').getByRole('listitem').getByRole('link');
  await names.nth(isMobile ? 3 : 5).click();
  await expect(page.getByRole('button', { name: 'Lisää toimintoja' })).toBeVisible();
  return (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
}

/** Where days are marked already one is asked what becomes of them; then they go along. */
async function marksAlong(page: Page, along: Locator, done: string): Promise<void> {
  const messages = page.getByRole('status').filter({ hasText: done });
  await expect(along.or(messages).first()).toBeVisible();
  if (await along.isVisible()) await along.click();
}

test('an instructor agrees on a break, which ends nothing, and records the return', async ({ page, isMobile }) => {
  await openClient(page, isMobile);
  await choose(page, 'Sovi tauosta: Työtoiminta');
  const dialog = page.getByRole('dialog', { name: 'Sovi tauosta' });
  await dialog.getByRole('button', { name: 'Sovi tauosta' }).click();
  await expect(dialog.locator('[aria-invalid="true"]').first()).toBeFocused();
  await accessible(page);
  await dialog.locator('[name=reason]').fill('Kuntoutusjakso');
  await dialog.getByRole('button', { name: 'Sovi tauosta' }).click();
  await marksAlong(page, dialog.getByRole('button', { name: 'Peruuta merkinnät ja tallenna' }), 'Tauko kirjattu');
  await told(page, 'Tauko kirjattu, asiakkuus jatkuu');
  await expect(page.getByText('Sovittu tauko').first()).toBeVisible();
  await page.getByRole('tab', { name: 'Asiakkuudet' }).click();
  await expect(page.getByRole('tabpanel')).toContainText('Kuntoutusjakso');
  await expect(page.getByRole('tabpanel')).toContainText('Tauolla');
  await accessible(page);

  await choose(page, 'Kirjaa paluu tauolta');
  const back = page.getByRole('dialog', { name: 'Kirjaa paluu' });
  await writeDay(back.locator('[name=on]'), '18.6.2021');
  await accessible(page);
  await back.getByRole('button', { name: 'Kirjaa paluu' }).click();
  await told(page, 'Paluu kirjattu');
  await expect(page.getByRole('tabpanel')).toContainText(/Kuntoutusjakso · 17\.6\.2021(?! alkaen)/);
});

test('an instructor changes a client’s days, ends the placement, and places at another group', async ({
  page,
  isMobile,
}) => {
  const name = await openClient(page, isMobile);
  await page.getByRole('link', { name: /^Työtoiminta, / }).click();
  await page.getByRole('button', { name: 'Muuta päiviä' }).click();
  const change = page.getByRole('dialog', { name: 'Muuta päiviä' });
  const monday = change.getByRole('button', { name: 'maanantai iltapäivä' });
  const was = await monday.getAttribute('aria-pressed');
  await monday.click();
  await expect(monday).toHaveAttribute('aria-pressed', was === 'true' ? 'false' : 'true');
  await accessible(page);
  await change.getByRole('button', { name: 'Tallenna', exact: true }).click();
  await marksAlong(page, change.getByRole('button', { name: 'Siirrä merkinnät ja tallenna' }), 'Päivät muutettu.');
  await told(page, 'Päivät muutettu.');
  await page.getByRole('button', { name: 'Lopeta paikka' }).click();
  const end = page.getByRole('dialog', { name: 'Lopeta paikka' });
  await accessible(page);
  await end.getByRole('button', { name: 'Lopeta paikka' }).click();
  await marksAlong(page, end.getByRole('button', { name: 'Peruuta merkinnät ja tallenna' }), 'Paikka lopetettu.');
  await told(page, 'Paikka lopetettu.');

  await page.getByRole('main').getByRole('link', { name }).click();
  await heading(page, name);
  await choose(page, 'Järjestä paikka: Työtoiminta');
  await heading(page, 'Järjestä paikka');
  await page.getByRole('button', { name: 'Järjestä paikka' }).click();
  await expect(page.getByText('Valitse vähintään yksi puolipäivä')).toBeVisible();
  await page.getByRole('combobox', { name: 'Mihin' }).click();
  await page.getByRole('option', { name: /Luova ryhmä/ }).click();
  await writeDay(page.locator('[name=from]'), '21.6.2021');
  for (const half of ['aamupäivä', 'iltapäivä'])
    await page.getByRole('button', { name: `tiistai ${half}`, exact: true }).click();
  await page.getByLabel('Ateriasta peritään maksu').check();
  await accessible(page);
  await page.getByRole('button', { name: 'Järjestä paikka' }).click();
  await told(page, 'Paikka järjestetty: Luova ryhmä.');
  await heading(page, name);
  await expect(page.getByText('Alkaa 21.6.').first()).toBeVisible();
});
