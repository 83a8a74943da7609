import { expect, test } from '@playwright/test';
import { signInAt } from './looking.ts';
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
