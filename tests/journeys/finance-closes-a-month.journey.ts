import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
}

test('finance sees what May is worth, closes it once, and a rate that is wrong is told at its field', async ({ page }, {
  project,
}) => {
  // Each screen closes the month of an organiser of its own.
  const username = project.name === 'phone' ? 'kirsi.salmi' : 'minna.rantala';
  const signedIn = await page.request.post('/api/session', { data: { username, password: 'polku-2021' } });
  expect(signedIn.ok()).toBe(true);

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
  await expect(page.getByRole('table').first()).toContainText('5.');
  await accessible(page);

  await page.getByRole('button', { name: 'Sulje kuukausi' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Rivit kirjataan lopullisesti');
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
