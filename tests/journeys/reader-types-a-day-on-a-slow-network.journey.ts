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
