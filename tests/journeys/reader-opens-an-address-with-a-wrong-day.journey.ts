import { expect, test } from '@playwright/test';
import { drawn, signInAt } from './looking.ts';

const described = '/descriptions?of=pori-perusturva:disability-work';
const other = 'with=rauma:disability-work';

for (const [user, address, says] of [
  ['outi.nieminen', `${described}&asOf=31.6.2021`, 'Päivää 31.6.2021 ei ole kalenterissa.'],
  ['outi.nieminen', `${described}&knownOn=eilen`, 'Kirjoita päivä muodossa 17.6.2021.'],
  ['outi.nieminen', `${described}&${other}:31.4.2021`, 'Päivää 31.4.2021 ei ole kalenterissa.'],
  ['outi.nieminen', `${described}&${other}:toukokuu`, 'Kirjoita päivä muodossa 17.6.2021.'],
  ['outi.nieminen', '/figures?asOf=2021-02-30', 'Päivää 2021-02-30 ei ole kalenterissa.'],
  ['merja.saarinen', '/attendance?date=32.1.2021', 'Päivää 32.1.2021 ei ole kalenterissa.'],
  ['ritva.virtanen', '/matters?year=21', '21 ei ole vuosi.'],
] as const)
  test(`${address} tells what is wrong with its day @keyboard`, async ({ page }) => {
    await signInAt(page, user);
    await page.goto(address);
    await expect(page.getByRole('alert').filter({ hasText: says })).toBeVisible();
  });

for (const [user, address, row] of [
  ['ritva.virtanen', '/referrals?service=jotain&whose=kaikki&order=sekaisin&show=constructor', 'main li a'],
  ['ritva.virtanen', '/expiring?service=jotain&whose=kaikki&show=__proto__', 'main li a'],
  ['tiina.laine', '/clients?service=jotain&worker=jotain&show=jotain', 'main li a'],
  ['outi.nieminen', '/figures?service=jotain&show=__proto__', 'main table tbody tr'],
] as const)
  test(`${address} is opened as if nothing had been chosen @keyboard`, async ({ page }) => {
    await signInAt(page, user);
    await page.goto(address);
    await drawn(page);
    await expect(page.locator(row).first()).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(0);
  });

test('an address takes a day of another side as people write it @keyboard', async ({ page }) => {
  await signInAt(page, 'outi.nieminen');
  await page.goto(`${described}&with=pori-perusturva:disability-work:31.5.2021`);
  await drawn(page);
  await expect(page.locator('input[name=withAsOf]')).toHaveValue('31.5.2021');
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a month of an address is told where it is none, and taken as people write it @keyboard', async ({ page }) => {
  await signInAt(page, 'ritva.virtanen');
  await page.goto('/clients');
  await page.locator('a[href^="/clients/"]', { hasText: 'Aho Heli' }).first().click();
  await expect(page).toHaveURL(/clients\/[0-9a-f-]{36}/);
  const client = page.url().split('?')[0];
  await page.goto(`${client}?tab=compensation&month=13.2021`);
  await expect(page.getByRole('alert').filter({ hasText: '13.2021 ei ole kuukausi.' })).toBeVisible();
  await page.goto(`${client}?tab=compensation&month=4/2021`);
  await expect(page.getByText('huhtikuu 2021').first()).toBeVisible();
});

test('a month in the path is taken as people write it @keyboard', async ({ page }) => {
  await signInAt(page, 'jarmo.heikkila');
  for (const written of ['5.2021', '5/2021'].map(encodeURIComponent)) {
    await page.goto(`/compensation/${written}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Toukokuu 2021');
  }
});
