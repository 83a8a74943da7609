import { expect, type Page, test } from '@playwright/test';
import { signInAt, violationsOf } from './looking.ts';

async function accessible(page: Page): Promise<void> {
  expect(await violationsOf(page)).toEqual([]);
}

async function day(page: Page, name: string, written: string): Promise<void> {
  await page.locator(`[name="${name}"]`).fill(written);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
}

test('an official receives an application, writes a plan that three sign, decides with the letter in sight, and begins the service', async ({
  page,
}, { project }) => {
  const familyName = `Östman-${project.name}`;
  await signInAt(page, 'anne.koski');

  await page.goto('/referrals/new');
  await page.fill('[name=familyName]', familyName);
  await page.fill('[name=givenNames]', 'Siiri');
  await page.getByRole('radio', { name: 'Ruotsi' }).check();
  await page.getByRole('button', { name: 'Ota vastaan' }).click();
  await expect(page.getByText('Täytä tämä kohta.')).toBeVisible();
  await accessible(page);
  await page.selectOption('[name=source]', 'te-office-activation-plan');
  await page.getByRole('button', { name: 'Ota vastaan' }).click();

  await page.waitForURL(/plan\/new/);
  await day(page, 'during.from', '1.7.2021');
  await day(page, 'during.to', '31.12.2021');
  await page.fill('[name=daysAWeek]', '5');
  await page.fill('[name=hoursADay]', '4,5');
  await day(page, 'informedOfBenefitsOn', '17.6.2021');
  await day(page, 'reviewOn', '15.12.2021');
  await page.fill('[name="goals.0"]', 'Oma ammatti');
  await page.getByRole('button', { name: 'Laadi suunnitelma' }).click();
  await expect(page.getByText('Täytä tämä kohta, laki vaatii sen.')).toHaveCount(3);
  for (const item of ['goal', 'support', 'other-services'])
    await page.fill(`[name="items.${item}"]`, 'Sovittu yhdessä');
  await page.getByRole('button', { name: 'Laadi suunnitelma' }).click();
  await expect(page.getByText('Enintään 4 päivää viikossa')).toBeVisible();
  await accessible(page);
  await page.fill('[name=daysAWeek]', '3');
  await page.getByRole('button', { name: 'Laadi suunnitelma' }).click();

  // It is a draft: what every plan says is missing, and nobody has signed.
  await page.waitForURL(/tab=plan/);
  await expect(page.getByText('Luonnos')).toBeVisible();
  await expect(page.getByText('Ennen allekirjoitusta puuttuu:')).toBeVisible();
  await accessible(page);
  await page.getByRole('button', { name: 'Täydennä suunnitelmaa' }).click();
  await page.waitForURL(/plan\/new\?plan=/);
  for (const item of ['education', 'earlier-services', 'earlier-plans', 'measures'])
    await page.fill(`[name="items.${item}"]`, 'Käyty läpi yhdessä');
  await accessible(page);
  await page.getByRole('button', { name: 'Tallenna suunnitelma' }).click();
  await page.waitForURL(/tab=plan/);
  await expect(page.getByText('Ennen allekirjoitusta puuttuu:')).toBeHidden();
  const client = page.url().split('?')[0];
  for (const [name, title] of [
    ['', ''],
    ['Anne Koski', 'sosiaalityöntekijä'],
    ['Outi Aalto', 'asiantuntija'],
  ] as const) {
    await page.getByRole('button', { name: 'Kirjaa allekirjoitus', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Kirjaa allekirjoitus' });
    if (name) {
      await dialog.locator('[name=signedBy]').fill(name);
      await dialog.locator('[name=capacity]').fill(title);
    }
    await accessible(page);
    await dialog.getByRole('button', { name: 'Kirjaa allekirjoitus' }).click();
    await expect(dialog).toBeHidden();
    if (name) continue;
    // With one signature of three nothing can be decided yet.
    await page.goto(`/clients/${client?.split('/').at(-1)}/decide?referral=${await pendingOf(page, client ?? '')}`);
    await expect(page.getByText('Päätöstä ei voi tehdä luonnoksesta.')).toBeVisible();
    await accessible(page);
    await page.getByRole('link', { name: 'Asiakkaan suunnitelmiin' }).click();
    await page.waitForURL(/tab=plan/);
  }
  await expect(page.getByText('Allekirjoitettu 17.6.2021')).toBeVisible();
  await page.goto(`/clients/${client?.split('/').at(-1)}/decide?referral=${await pendingOf(page, client ?? '')}`);

  await page.waitForURL(/decide/);
  await page.getByRole('radio', { name: 'Myönnetään' }).check();
  await page.fill('[name=reasons]', 'Toiminta vastaa hakijan tarvetta.');
  await page.getByRole('button', { name: 'Esikatsele kirje' }).click();
  await expect(page.getByRole('dialog')).toContainText('3 dagar per vecka, 4,5 timmar per dag');
  await accessible(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Tee päätös' }).click();

  await page.waitForURL(/start\?decision/);
  await expect(page.getByText('Asiakkaalle nimetään vastuutyöntekijä.')).toBeVisible();
  await page.locator('[name=workerId]').selectOption({ index: 1 });
  await accessible(page);
  await page.getByRole('button', { name: 'Aloita palvelu' }).click();
  await page.waitForURL(/clients\/[^/?]+$/);

  await page.goto('/referrals?show=serve');
  await page.getByRole('button', { name: `Kirjaa tiedoksianto: ${familyName} Siiri` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Kirjaa tiedoksianto' }).click();
  await expect(page.getByText('Oikaisua voi vaatia 26.7.2021 saakka')).toBeVisible();
  await accessible(page);
});

/** The matter of the client that waits. */
async function pendingOf(page: Page, client: string): Promise<string> {
  const answer = await page.request.get(`/api/clients/${client.split('/').at(-1)}/referrals`);
  return (await answer.json()).referrals[0].id;
}
