import { expect, test } from '@playwright/test';

test('a visitor comes to the page for signing in', async ({ page }) => {
  await page.goto('/');
  await expect(page).toHaveTitle(/Kykypolku/);
  await expect(page.getByRole('heading').first()).toBeVisible();
});

test('the application tells that it is well', async ({ request }) => {
  expect(await (await request.get('/health')).json()).toMatchObject({ status: 'ok' });
});
