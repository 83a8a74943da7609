import { expect, test } from '@playwright/test';
import { signInAt } from './looking.ts';
import { accessible, told } from './walking.ts';

// Each screen closes the month of an organiser of its own.
const peopleOf = (phone: boolean) =>
  phone
    ? { finance: 'kirsi.salmi', instructor: 'leena.hakala' }
    : { finance: 'minna.rantala', instructor: 'paivi.aho' };

test('finance sees what May is worth, closes it once, and a rate that is wrong is told at its field', async ({
  page,
  isMobile,
}) => {
  await signInAt(page, peopleOf(isMobile).finance);

  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Korvaukset');
  await expect(page.getByRole('row', { name: /kesäkuu 2021/ })).toContainText('Kesken');
  await expect(page.getByRole('row', { name: /toukokuu 2021/ })).toContainText('Avoin');
  await accessible(page);

  await page.getByRole('link', { name: 'toukokuu 2021' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Toukokuu 2021');
  await expect(page.getByText(/läsnäolopäivä.* merkit/)).toBeVisible();
  const accounts = page.getByRole('list', { name: 'Asiakkaittain' }).getByRole('listitem');
  const first = accounts.first().getByRole('button');
  await page.getByLabel('Hae nimellä').fill((await first.locator('.account-name').textContent()) ?? '');
  await expect.poll(() => accounts.count()).toBeLessThan(5);
  await first.click();
  await expect(first).toHaveAttribute('aria-expanded', 'true');
  await expect(accounts.first().getByRole('table')).toContainText('5.');
  await accessible(page);

  // The button is closed while all accounts are drawn for the paper: whoever pressed a key there is there still.
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', '');
  });
  const print = page.getByRole('button', { name: 'Tulosta' });
  await print.press('Enter');
  await expect(page.locator('body[data-printed]')).toHaveCount(1);
  await expect(print).toBeFocused();

  await page.getByRole('button', { name: 'Sulje kuukausi' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Rivit kirjataan lopullisesti');
  // The whole month is closed, not the one client whom the page shows.
  await expect(dialog).toContainText('Suljetaan koko kuukausi');
  await expect(dialog).toContainText(/[1-9]\d+ asiakasta/);
  await accessible(page);
  await dialog.getByRole('button', { name: 'Sulje kuukausi' }).click();
  await expect(page.getByText(/toukokuu 2021 suljettu, \d+ riviä/)).toBeVisible();
  await expect(page.getByText('Läsnäoloja ei ole muutettu sulkemisen jälkeen.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Sulje kuukausi' })).toHaveCount(0);
  const again = await page.request.post('/api/compensation/months/2021-05/close', { data: {} });
  expect(again.status()).toBe(409);

  await page.goto('/rates');
  await expect(page.getByText('Voimassa').first()).toBeVisible();
  await accessible(page);
  await page.getByRole('button', { name: 'Uusi peruste' }).click();
  await accessible(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Uusi peruste' }).click();
  await expect(page.getByRole('dialog').locator('[aria-invalid="true"]').first()).toBeFocused();
});

test('a mark of a closed month is corrected by its instructor, and finance writes the lines that reverse it', async ({
  page,
  isMobile,
}) => {
  // The organiser of the phone pays for few of its days: it corrects a day of April, closed long ago, of the other's.
  const { finance, instructor } = peopleOf(false);
  const month = isMobile ? '2021-04' : '2021-05';
  await signInAt(page, instructor);
  await page.goto(`/attendance?view=month&date=${month}-17`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Läsnäolot');
  const grid = page.getByRole('grid');
  const place = page.getByRole('main').getByRole('listitem').getByRole('link').first();
  await expect(grid.or(place)).toBeVisible();
  if (!(await grid.isVisible())) await place.click();
  const row = grid
    .getByRole('row')
    .filter({ has: page.locator('[role=gridcell][data-look=present]') })
    .first();
  const client = (await row.getByRole('link').textContent()) ?? '';
  const present = row.locator('[role=gridcell][data-look=present]');
  const before = await present.count();
  if (isMobile) {
    await present.first().tap();
    await page.getByRole('dialog').getByRole('button', { name: 'Sairaana', exact: true }).tap();
  } else await present.first().press('s');
  await expect(present).toHaveCount(before - 1);
  await expect(page.getByText(/^Tallennettu \d/)).toBeVisible();

  await signInAt(page, finance);
  await page.goto(`/compensation/${month}`);
  const corrections = page.getByRole('region', { name: 'Oikaisut sulkemisen jälkeen' });
  await expect(corrections).toContainText(client);
  await accessible(page);
  await corrections.getByRole('button', { name: 'Kirjaa oikaisut' }).click();
  await told(page, /oikaisurivi/);
  await expect(page.getByRole('button', { name: 'Kirjaa oikaisut' })).toHaveCount(0);
  // Nothing is rewritten: the month stays as it was closed, and the line that reverses the day stands apart.
  const corrected = page.getByRole('region', { name: /^Oikaistu \d/ }).last();
  await expect(corrected).toContainText(client);
  await expect(corrected).toContainText('Peruva rivi');
  await page.getByLabel('Hae nimellä').fill(client);
  const account = page.getByRole('list', { name: 'Asiakkaittain' }).getByRole('listitem').first();
  await account.getByRole('button').first().click();
  await expect(account.getByRole('table')).not.toContainText('Peruva rivi');
  await accessible(page);
});
