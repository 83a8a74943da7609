import { expect, test } from '@playwright/test';
import { signInAt } from './looking.ts';
import { accessible, told } from './walking.ts';

test('a benefit recorded for the wrong client is taken back, and the one that it ended goes on', async ({
  page,
  isMobile,
}) => {
  await signInAt(page, 'ritva.virtanen');
  await page.goto('/clients');
  const names = page.getByRole('main').getByRole('listitem').getByRole('link');
  await names.nth(isMobile ? 33 : 31).click();
  await page.getByRole('tab', { name: 'Tiedot' }).click();
  const benefits = page.getByRole('region', { name: 'Etuudet' });
  const main = benefits.getByRole('listitem').filter({ hasText: 'pääasiallinen' });
  const before = (await main.textContent()) ?? '';

  await benefits.getByRole('button', { name: 'Etuus' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('[name=benefit]').selectOption('social-assistance');
  await dialog.getByLabel('pääasiallinen').check();
  await accessible(page);
  await dialog.getByRole('button', { name: 'Tallenna' }).click();
  await told(page, 'Tiedot tallennettu.');
  await expect(main).toContainText('Toimeentulotuki17.6.2021 alkaen');

  await benefits.getByRole('button', { name: 'Ota takaisin: Toimeentulotuki, 17.6.2021 alkaen' }).click();
  await dialog.getByRole('button', { name: 'Ota takaisin' }).click();
  await expect(dialog.getByRole('textbox')).toHaveAttribute('aria-invalid', 'true');
  await accessible(page);
  await dialog.getByRole('textbox').fill('Kuuluu toiselle asiakkaalle');
  await dialog.getByRole('button', { name: 'Ota takaisin' }).click();
  await told(page, 'Otettu takaisin. Historia säilyy.');
  await expect(main).toHaveText(before);
  await accessible(page);

  // What was taken back, by whom and why, stays readable.
  await page.getByRole('tab', { name: 'Tapahtumat' }).click();
  const corrections = page.getByRole('region', { name: 'Korjaukset' });
  await expect(corrections.getByRole('listitem').filter({ hasText: 'Otti etuuden takaisin' })).toContainText(
    'Kuuluu toiselle asiakkaalle',
  );
});
