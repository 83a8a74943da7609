import { expect, type Page, test } from '@playwright/test';
import { pastEdge, signInAt, violationsOf } from './looking.ts';

async function accessible(page: Page): Promise<void> {
  expect(await violationsOf(page)).toEqual([]);
  expect(await pastEdge(page)).toBe(0);
}

const cells = (page: Page, look: string) => page.locator(`tbody [data-look="${look}"][role="gridcell"]`);

test.beforeEach(async ({ page }, { project }) => {
  // Each screen has a week of its own to mark: nobody has marked beyond today.
  await signInAt(page, project.name === 'phone' ? 'sari.makinen' : 'merja.saarinen');
});

// The configuration leaves each to the screen that it is done on.
const byKeyboard = { tag: '@keyboard' };
const byTouch = { tag: '@touch' };

test(
  'an instructor’s day begins with the own group, and its week is marked by typing',
  byKeyboard,
  async ({ page }) => {
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Läsnäolot');
    await expect(page.getByText('vetäjä Saarinen Merja')).toBeVisible();
    await expect(cells(page, 'due').first()).toBeVisible();
    await accessible(page);

    const left = await cells(page, 'due').count();
    await expect(page.getByText(`${left} merkitsemättä`)).toBeVisible();
    const cell = cells(page, 'due').first();
    const [row, column] = [await cell.getAttribute('data-row'), await cell.getAttribute('data-column')];
    const marked = page.locator(`[data-row="${row}"][data-column="${column}"]`);
    await marked.focus();
    await page.keyboard.press('s');
    await expect(marked).toHaveAttribute('aria-label', 'Poissa, sairaana');
    await expect(page.getByText(/^Tallennettu \d/)).toBeVisible();
    await page.keyboard.press('x');
    await expect(marked).toHaveAttribute('aria-label', /^Läsnä/);
    await page.keyboard.press('Enter');
    await expect(page.locator(`[data-row="${Number(row) + 1}"][data-column="${column}"]`)).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(marked).toBeFocused();
    await expect(page.getByText(/^Tallennettu \d/)).toBeVisible();

    await page.keyboard.press('F2');
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText('Poissa, sairaana')).toBeVisible();
    await accessible(page);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();

    await page.getByRole('button', { name: 'Kaikki läsnä tänään' }).click();
    await expect(page.getByText('Kaikki merkitty')).toBeVisible();
    // There is nothing more to mark: whoever works by keyboard goes on with what comes next.
    await expect(page.locator('main :focus')).toHaveCount(1);
    await page.getByRole('status').getByRole('button', { name: 'Kumoa' }).click();
    await expect(page.getByText(left === 2 ? '1 merkitsemättä' : `${left - 1} merkitsemättä`)).toBeVisible();

    await page.reload();
    await expect(marked).toHaveAttribute('aria-label', /^Läsnä/);
    await page.getByRole('button', { name: 'Kesäkuu' }).click();
    await expect(page).toHaveURL(/view=month/);
    await expect(page.getByText('kesäkuu 2021', { exact: true })).toBeVisible();
    await accessible(page);
  },
);

test('what could not be saved stays on the screen, and is saved when one tries again', byKeyboard, async ({ page }) => {
  await page.goto('/attendance?view=week');
  const cell = cells(page, 'due').first();
  const [row, column] = [await cell.getAttribute('data-row'), await cell.getAttribute('data-column')];
  const marked = page.locator(`[data-row="${row}"][data-column="${column}"]`);
  await page.route('**/api/attendance', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  );
  await marked.focus();
  await page.keyboard.press('p');
  await expect(page.getByText('Ei tallentunut')).toBeVisible();
  await expect(marked).toHaveAttribute('aria-label', /^Poissa/);
  await accessible(page);
  await page.unroute('**/api/attendance');
  await page.getByRole('button', { name: 'Tallenna uudelleen' }).click();
  await expect(page.getByText(/^Tallennettu \d/)).toBeVisible();
  await page.reload();
  await expect(marked).toHaveAttribute('aria-label', /^Poissa/);
});

test('on a phone the day is marked with a thumb', byTouch, async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Läsnäolot');
  await accessible(page);
  await page.getByRole('link', { name: 'Tekstiilityöt' }).first().tap();
  const cell = cells(page, 'due').first();
  await expect(cell).toBeVisible();
  await accessible(page);
  const box = await cell.boundingBox();
  expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
  const row = await cell.getAttribute('data-row');
  const marked = page.locator(`[data-row="${row}"][data-column="1"]`);
  await cell.tap();
  await expect(marked).toHaveAttribute('aria-label', /^Läsnä/);
  await expect(page.getByText(/^Tallennettu \d/)).toBeVisible();
  await marked.tap();
  await page.getByRole('dialog').getByRole('button', { name: 'Työhaastattelu' }).tap();
  await expect(marked).toHaveAttribute('aria-label', 'Poissa, työhaastattelu');
  await page.getByRole('button', { name: 'Kumoa' }).tap();
  await expect(marked).not.toHaveAttribute('aria-label', 'Poissa, työhaastattelu');
});
