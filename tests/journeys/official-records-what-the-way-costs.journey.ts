import { expect, type Page, test } from '@playwright/test';
import { signInAt } from './looking.ts';
import { accessible, told, writeDay } from './walking.ts';

/** A client for whose days of rehabilitative work the organiser pays. */
async function assisted(page: Page): Promise<string> {
  const send = async (path: string, data: object) => {
    const answer = await page.request.post(path, { data });
    expect(answer.ok(), await answer.text()).toBe(true);
    return answer.json();
  };
  const came = { service: 'rehabilitative-work', source: 'te-office-activation-plan', kind: 'referral' };
  const client = { familyName: 'Matkaava', givenNames: 'Aino' };
  const { clientId } = await send('/api/referrals', { client, ...came, receivedOn: '2021-06-01' });
  const during = { from: '2021-06-01', to: null };
  await send(`/api/clients/${clientId}/benefits`, { benefit: 'social-assistance', main: true, during });
  return clientId;
}

test('an official records what the way costs, changes it from a day on, corrects it and takes it back', async ({
  page,
}) => {
  await signInAt(page, 'anne.koski');
  await page.goto(`/clients/${await assisted(page)}`);
  await page.getByRole('tab', { name: 'Korvaukset' }).click();
  const travel = page.getByRole('region', { name: 'Matka kuntouttavaan työtoimintaan' });
  const ways = travel.getByRole('listitem');
  const dialog = page.getByRole('dialog');
  await expect(travel).toContainText('Matkaa ei ole kirjattu.');
  await accessible(page);

  await travel.getByRole('button', { name: 'Kirjaa matka' }).click();
  await dialog.locator('[name=means]').selectOption('public-transport');
  await dialog.getByLabel('Euroa päivältä').fill('6,40');
  await dialog.getByLabel('Miksi näin sovittiin').fill('Kertalippu 3,20 € suuntaansa');
  await accessible(page);
  // The first day of the act stands at the field.
  await writeDay(dialog.locator('[name="during.from"]'), '31.8.2001');
  await dialog.getByRole('button', { name: 'Kirjaa matka' }).click();
  await expect(dialog).toContainText('1.9.2001');
  await accessible(page);
  await writeDay(dialog.locator('[name="during.from"]'), '1.6.2021');
  await dialog.getByRole('button', { name: 'Kirjaa matka' }).click();
  await told(page, 'Matka kirjattu.');
  await expect(ways).toHaveCount(1);
  await expect(ways.first()).toContainText('Joukkoliikenne · 6,40 € päivältä');
  await accessible(page);

  // Whoever is driven for nothing is asked no price.
  await travel.getByRole('button', { name: 'Vaihda matka päivästä alkaen' }).click();
  await dialog.locator('[name=means]').selectOption('free-ride');
  await expect(dialog.getByLabel('Euroa päivältä')).toHaveCount(0);
  await dialog.getByLabel('Miksi näin sovittiin').fill('Järjestäjän auto hakee');
  await writeDay(dialog.locator('[name="during.from"]'), '1.7.2021');
  await dialog.getByRole('button', { name: 'Vaihda matka päivästä alkaen' }).click();
  await told(page, 'Matka kirjattu.');
  await expect(ways).toHaveCount(2);
  await expect(ways.first()).toContainText('Ei maksettavaa');
  await expect(ways.last()).toContainText('1.6.2021–30.6.2021');

  await travel.getByRole('button', { name: /^Korjaa: Joukkoliikenne/ }).click();
  await dialog.getByLabel('Euroa päivältä').fill('6,60');
  await dialog.getByLabel('Miksi korjataan').fill('Lipun hinta nousi jo kesäkuussa');
  await dialog.getByRole('button', { name: 'Korjaa matkaa' }).click();
  await told(page, 'Matka korjattu.');
  await expect(ways.last()).toContainText('6,60 € päivältä');

  await travel.getByRole('button', { name: /^Ota takaisin: Maksuton kyyti/ }).click();
  await dialog.getByRole('textbox').fill('Auto ei haekaan');
  await dialog.getByRole('button', { name: 'Ota takaisin' }).click();
  await told(page, 'Otettu takaisin. Historia säilyy.');
  await expect(ways).toHaveCount(1);
  await expect(ways.first()).toContainText('1.6.2021 alkaen');
  await accessible(page);

  await page.getByRole('tab', { name: 'Tapahtumat' }).click();
  const corrections = page.getByRole('region', { name: 'Korjaukset' }).getByRole('listitem');
  await expect(corrections.filter({ hasText: 'Otti matkan kirjauksen takaisin' })).toContainText('Auto ei haekaan');
});
