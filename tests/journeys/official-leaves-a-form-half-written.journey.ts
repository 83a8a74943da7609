import { expect, test } from '@playwright/test';
import { drawn, signInAt, violationsOf } from './looking.ts';
import { choose } from './walking.ts';

test('an official who leaves a half-written form is asked first, by a link and by going back, and is not when it was sent', async ({
  page,
}, { project }) => {
  await signInAt(page, 'anne.koski');
  await page.goto('/referrals');
  await drawn(page);
  await page.getByRole('button', { name: 'Ota vastaan hakemus' }).click();
  await expect(page).toHaveURL(/referrals\/new/);
  const away = page.getByRole('link', { name: /Asiakkaat/ }).first();
  const query = page.getByRole('dialog', { name: 'Jätetäänkö lomake kesken?' });

  // Nothing typed, nothing asked.
  await page.goBack();
  await expect(page).toHaveURL(/referrals$/);
  await expect(query).toBeHidden();
  await page.goForward();

  await page.fill('[name=familyName]', `Kesken-${project.name}`);
  await away.click();
  await expect(query).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  await query.getByRole('button', { name: 'Jatka kirjoittamista' }).click();
  await expect(page).toHaveURL(/referrals\/new/);
  await expect(page.locator('[name=familyName]')).toHaveValue(`Kesken-${project.name}`);

  await page.goBack();
  await expect(query).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/referrals\/new/);
  await expect(page.locator('[name=familyName]')).toHaveValue(`Kesken-${project.name}`);

  await page.fill('[name=givenNames]', 'Aino');
  await page.selectOption('[name=source]', 'te-office-activation-plan');
  await page.getByRole('button', { name: 'Ota vastaan' }).click();
  await page.waitForURL(/plan\/new/);
  await expect(query).toBeHidden();

  await page.fill('[name="goals.0"]', 'Jotakin');
  await away.click();
  await query.getByRole('button', { name: 'Lähde tallentamatta' }).click();
  await expect(page).toHaveURL(/clients$/);
});

test('a dialog that is half-written is not closed unasked by Escape, by its cross or by a tap outside', async ({
  page,
}) => {
  await signInAt(page, 'tiina.laine');
  const { clients } = await (await page.request.post('/api/clients/search', { data: { text: 'Aho' } })).json();
  await page.goto(`/clients/${clients[0].id}`);
  await drawn(page);
  await choose(page, 'Sovi käynti');
  const dialog = page.getByRole('dialog', { name: 'Sovi käynti' });
  const query = page.getByRole('dialog', { name: 'Suljetaanko tallentamatta?' });
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await choose(page, 'Sovi käynti');
  const place = dialog.locator('[name=place]');
  await place.fill('Kahvila');
  await page.keyboard.press('Escape');
  await expect(query).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  await query.getByRole('button', { name: 'Jatka kirjoittamista' }).click();
  await expect(place).toHaveValue('Kahvila');
  await dialog.getByRole('button', { name: 'Sulje' }).click();
  await query.getByRole('button', { name: 'Jatka kirjoittamista' }).click();
  await page.mouse.click(3, 3);
  await expect(query).toBeVisible();
  await query.getByRole('button', { name: 'Sulje tallentamatta' }).click();
  await expect(dialog).toBeHidden();
});
