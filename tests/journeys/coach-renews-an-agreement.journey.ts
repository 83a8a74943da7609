import { expect, test } from '@playwright/test';
import { signInAt } from './looking.ts';
import { accessible, go, heading, told, writeDay } from './walking.ts';

// Each screen has an organiser of its own.
const coachOf = (phone: boolean) => (phone ? 'juha.vuorinen' : 'markus.kivela');

test('a coach renews an agreement where it waits, and records each approval of it in one tap', async ({
  page,
  isMobile,
}) => {
  await signInAt(page, coachOf(isMobile));
  await page.goto('/');
  await go(page, 'Työpaikat');
  await page.getByRole('button', { name: /sopimusta uusittava/ }).click();
  const list = page.getByRole('region', { name: 'sopimusta uusittava' });
  const renew = list.getByRole('button', { name: /^Jatka sopimusta, / }).first();
  const client = ((await renew.getAttribute('aria-label')) ?? '').replace('Jatka sopimusta, ', '');
  await accessible(page);
  await renew.click();
  const dialog = page.getByRole('dialog', { name: `Jatka sopimusta, ${client}` });
  await expect(dialog.getByLabel('Tehtävät sopimuksessa')).not.toHaveValue('');
  await accessible(page);
  await dialog.getByRole('button', { name: 'Jatka sopimusta' }).click();
  await told(page, 'Sopimukselle tehty jatko.');
  await expect(page.getByRole('button', { name: `Jatka sopimusta, ${client}` })).toHaveCount(0);

  await page.getByRole('button', { name: /odottaa hyväksyntää/ }).click();
  const approve = (party: string) => page.getByRole('button', { name: `Kirjaa hyväksyntä: ${party}, ${client}` });
  await approve('Asiakas').click();
  await told(page, 'Hyväksyntä kirjattu: Asiakas. Odottaa: työnantaja, järjestäjä');
  await expect(approve('Työnantaja')).toBeVisible();
  await accessible(page);
  // One tap too many is taken back in one.
  await page.getByRole('status').getByRole('button', { name: 'Kumoa' }).click();
  await approve('Asiakas').click();
  await approve('Työnantaja').click();
  await approve('Järjestäjä').click();
  await told(page, 'Kaikki ovat hyväksyneet.');
  await expect(approve('Järjestäjä')).toHaveCount(0);
});

test('a coach adds a workplace of a new employer, and ends it', async ({ page, isMobile }) => {
  const name = isMobile ? 'Puhelinkorjaamo Piuha' : 'Pöytäpuusepät';
  await signInAt(page, coachOf(isMobile));
  await page.goto('/workplaces');
  await page.getByRole('button', { name: 'Lisää työpaikka' }).click();
  const dialog = page.getByRole('dialog', { name: 'Lisää työpaikka' });
  await dialog.getByRole('combobox', { name: 'Työnantaja' }).click();
  await dialog.getByRole('option', { name: 'Uusi työnantaja' }).click();
  await dialog.getByLabel('Työnantajan nimi').fill(name);
  await dialog.getByLabel('Sektori').selectOption({ label: 'Yritys' });
  await dialog.getByLabel('Tehtävät').fill('hionta, pakkaus');
  await accessible(page);
  await dialog.getByRole('button', { name: 'Lisää työpaikka' }).click();
  await told(page, `Työpaikka lisätty: ${name}.`);
  await heading(page, name);
  await accessible(page);
  await page.getByRole('button', { name: 'Lopeta työpaikka' }).click();
  const ending = page.getByRole('dialog', { name: 'Lopeta työpaikka' });
  await writeDay(ending.getByLabel('Viimeinen päivä'), '17.6.2021');
  await accessible(page);
  await ending.getByRole('button', { name: 'Lopeta työpaikka' }).click();
  await told(page, `Työpaikka lopetettu: ${name}.`);
});
