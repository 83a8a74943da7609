import { expect, test } from '@playwright/test';
import { signInAt } from './looking.ts';
import { accessible, go, heading, told } from './walking.ts';

// Everybody's day moves, so that this stands after all other journeys. The clock only goes forward.
const steps = [
  { size: { width: 1280, height: 800 }, step: 'päivä', now: 'perjantai 18.6.2021', day: '18.6.2021' },
  { size: { width: 390, height: 844 }, step: 'viikko', now: 'perjantai 25.6.2021', day: '25.6.2021' },
  { size: { width: 1280, height: 800 }, step: 'kuukausi', now: 'sunnuntai 25.7.2021', day: '25.7.2021' },
];

for (const { size, step, now, day } of steps)
  test(`the demo’s day moves on by a ${step} at ${size.width} pixels, and everything with it`, async ({ page }) => {
    await page.setViewportSize(size);
    await signInAt(page, 'tiina.laine');
    await page.goto('/');
    await heading(page, 'Oma päivä');
    const late = page.getByRole('button', { name: /myöhässä/ });
    const before = Number.parseInt((await late.textContent()) ?? '', 10);
    await page.getByRole('button', { name: `Siirry eteenpäin: ${step}` }).click();
    await told(page, `Nyt on ${now}.`);
    const banner = page.getByRole('region', { name: 'Esittelyalue' });
    await expect(banner).toContainText(now);
    // Whoever was to be called by then is late now.
    await expect.poll(async () => Number.parseInt((await late.textContent()) ?? '', 10)).toBeGreaterThan(before);
    await accessible(page);
    await go(page, 'Palvelukuvaus');
    await expect(page.locator('[name=asOf]')).toHaveValue(day);
    await expect(page.getByText(`Tilanne ${day}`)).toBeVisible();
    await accessible(page);
  });
