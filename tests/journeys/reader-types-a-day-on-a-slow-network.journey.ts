import { expect, test } from '@playwright/test';
import { drawn, signInAt } from './looking.ts';
import { go, writeDay } from './walking.ts';

// Each of the three answers that a description waits for comes last once: a field that can be typed in is never taken away.
for (const last of ['**/api/organisers', '**/api/descriptions', '**/assets/day-picker-*.js']) {
  test(`a day typed while a description opens is kept when ${last.split('/').at(-1)} comes last @keyboard`, async ({
    page,
  }) => {
    await signInAt(page, 'tiina.laine');
    await page.goto('/');
    await page.route(last, async (route) => {
      await new Promise((done) => setTimeout(done, 1500));
      await route.continue();
    });
    await go(page, 'Palvelukuvaus');
    const day = page.locator('input[name=asOf]:enabled');
    await writeDay(day, '16.6.2021');
    await expect(page.getByText('Tilanne 16.6.2021')).toBeVisible();
    await expect(page).toHaveURL(/asOf=2021-06-16/);
  });
}

test('whoever is in a day when its calendar comes stays there, with what is half written @keyboard', async ({
  page,
}) => {
  await signInAt(page, 'tiina.laine');
  const { workplaces } = await (await page.request.post('/api/workplace-list', { data: {} })).json();
  await page.route('**/assets/day-picker-*.js', async (route) => {
    await new Promise((done) => setTimeout(done, 1500));
    await route.continue();
  });
  await page.goto(`/workplaces/${workplaces[0].id}`);
  await page.getByRole('button', { name: 'Lopeta työpaikka' }).press('Enter');
  const day = page.getByRole('dialog').locator('[name=on]');
  await expect(day).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('16.');
  await expect(page.getByRole('dialog').locator('.aksel-date__field-input')).toBeVisible();
  await expect(day).toBeFocused();
  await expect(day).toHaveValue('16.');
  await page.keyboard.type('6.2021');
  await page.keyboard.press('Tab');
  await expect(day).toHaveValue('16.6.2021');
});

test('what is selected to be written over when the calendar comes is written over @keyboard', async ({ page }) => {
  await signInAt(page, 'tiina.laine');
  await page.route('**/assets/day-picker-*.js', async (route) => {
    await new Promise((done) => setTimeout(done, 1500));
    await route.continue();
  });
  await page.goto('/descriptions');
  const day = page.locator('input[name=asOf]:enabled');
  await day.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await expect(page.locator('input[name=asOf].aksel-date__field-input')).toBeVisible();
  await expect(day).toBeFocused();
  await page.keyboard.insertText('16.6.2021');
  await expect(day).toHaveValue('16.6.2021');
  await page.keyboard.press('Tab');
  await expect(page).toHaveURL(/asOf=2021-06-16/);
});

test('whoever turns a line of time into a list can turn it back @keyboard', async ({ page }) => {
  await signInAt(page, 'tiina.laine');
  const { rows } = await (await page.request.get('/api/my-day')).json();
  await page.goto(`/clients/${rows[0].clientId}`);
  await page.getByRole('button', { name: 'Näytä luettelona' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Näytä aikajanana' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Näytä luettelona' })).toBeFocused();
});

test('a day is taken as people write it, by Tab and by Enter, and one that is in no calendar is told', async ({
  page,
}) => {
  await signInAt(page, 'anne.koski');
  await page.goto('/referrals/new');
  await drawn(page);
  const birth = page.locator('[name=birthOn]');
  for (const [written, read] of [
    [' 17. 6. 1990', '17.6.1990'],
    ['1990-06-22', '22.6.1990'],
    ['5.1.1990 ', '5.1.1990'],
    ['7.6.', '7.6.2021'],
  ] as const) {
    await birth.fill(written);
    await birth.press('Tab');
    await expect(birth).toHaveValue(read);
    await expect(birth).not.toHaveAttribute('aria-invalid', 'true');
  }
  await birth.fill('31.6.2019');
  await birth.press('Tab');
  await expect(page.getByText('Päivää 31.6.2019 ei ole kalenterissa.').first()).toBeVisible();
  await birth.fill('9.6.');
  await birth.press('Enter');
  await expect(birth).toHaveValue('9.6.2021');
  await expect(birth).not.toHaveAttribute('aria-invalid', 'true');
});
