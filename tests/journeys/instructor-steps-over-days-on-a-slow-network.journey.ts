import { expect, type Page, test } from '@playwright/test';
import { drawn, signInAt, violationsOf } from './looking.ts';

const cells = (page: Page) => page.getByRole('gridcell').filter({ hasNot: page.locator('a') });
const title = (page: Page) => page.locator('.attendance-when strong');

/** Answers of these days come late, or not at all. */
async function hold(page: Page, from: string, how: 'late' | 'never'): Promise<void> {
  await page.route(`**/api/attendance?*from=${from}*`, async (route) => {
    if (how === 'never') return route.abort();
    await new Promise((done) => setTimeout(done, 2500));
    await route.continue();
  });
}

test.beforeEach(({ page }) => signInAt(page, 'merja.saarinen'));

test('no day is drawn over the marks of another, nor saved to it, while the answer is late or does not come', async ({
  page,
}) => {
  await page.goto('/attendance?view=day&date=2021-06-10');
  await drawn(page);
  await expect(cells(page).first()).toBeVisible();
  const sent: string[] = [];
  page.on('request', (one) => one.method() === 'POST' && sent.push(one.url()));

  await hold(page, '2021-06-09', 'late');
  await page.getByRole('button', { name: 'Edellinen' }).click();
  await expect(title(page)).toContainText('9.6.2021');
  expect(await cells(page).count()).toBe(0);
  await expect(page.getByRole('button', { name: /Kaikki läsnä/ })).toHaveCount(0);
  await page.keyboard.press('x');
  await expect(cells(page).first()).toBeVisible();
  await expect(title(page)).toContainText('9.6.2021');
  expect(sent).toEqual([]);

  await hold(page, '2021-06-08', 'never');
  await page.getByRole('button', { name: 'Edellinen' }).click();
  await expect(page.getByRole('button', { name: 'Yritä uudelleen' })).toBeVisible();
  await expect(title(page)).toContainText('8.6.2021');
  expect(await cells(page).count()).toBe(0);
  expect(await violationsOf(page)).toEqual([]);
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Yritä uudelleen' }).click();
  await expect(cells(page).first()).toBeVisible();
});

test('a mark that could not be saved stays over other days, is asked of before one leaves, and is saved once the network is back', async ({
  page,
}) => {
  await page.goto('/attendance?view=day&date=2021-06-10');
  await drawn(page);
  const mark = page.locator('[role=gridcell][data-row="1"][data-column="1"]');
  await expect(mark).toBeVisible();
  await page.route('**/api/attendance', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  );
  await mark.focus();
  await page.keyboard.press('s');
  await expect(page.getByText('Ei tallentunut').first()).toBeVisible();
  await page.getByRole('button', { name: 'Edellinen' }).click();
  await expect(title(page)).toContainText('9.6.2021');
  await expect(page.getByText('Ei tallentunut').first()).toBeVisible();
  await page
    .getByRole('link', { name: /Asiakkaat|Palvelukuvaus/ })
    .filter({ visible: true })
    .first()
    .click();
  await page.getByRole('button', { name: 'Jatka kirjoittamista' }).click();
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Tallenna uudelleen' }).click();
  await expect(page.getByText(/^Tallennettu \d/)).toBeVisible();
  await page.getByRole('button', { name: 'Seuraava' }).click();
  await expect(title(page)).toContainText('10.6.2021');
  await expect(mark).toHaveAttribute('aria-label', /^Poissa, sairaana/);
});
