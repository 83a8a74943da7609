import { expect, test } from '@playwright/test';
import { drawn, signInAt, violationsOf } from './looking.ts';
import { choose, go } from './walking.ts';

test('an official who leaves a half-written form is asked first, by a link and by going back, and is not when it was sent @keyboard', async ({
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

test('going back again while asked stays on the form, under its own address, and asks again after that @touch', async ({
  page,
}, { project }) => {
  await signInAt(page, 'anne.koski');
  await page.goto('/referrals');
  await drawn(page);
  await page.getByRole('button', { name: 'Ota vastaan hakemus' }).click();
  const name = page.locator('[name=familyName]');
  await name.fill(`Kahdesti-${project.name}`);
  const query = page.getByRole('dialog', { name: 'Jätetäänkö lomake kesken?' });
  const back = () => page.evaluate(() => void setTimeout(() => window.history.back()));
  for (let round = 0; round < 3; round++) {
    await back();
    await expect(query).toBeVisible();
    await expect(page).toHaveURL(/referrals\/new/);
    await back();
    await expect(query).toBeHidden();
    await expect(page).toHaveURL(/referrals\/new/);
    await expect(name).toHaveValue(`Kahdesti-${project.name}`);
  }
  await back();
  await query.getByRole('button', { name: 'Lähde tallentamatta' }).click();
  await expect(page).toHaveURL(/referrals$/);
  await expect(name).toBeHidden();
});

test('a dialog that is half-written is not closed unasked by Escape, by its cross or by a tap outside @touch', async ({
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

test('going back leaves an open dialog and not the page behind it, and asks where something is typed @touch', async ({
  page,
}) => {
  await signInAt(page, 'tiina.laine');
  await page.goto('/');
  await go(page, 'Asiakkaat');
  await page.getByRole('main').getByRole('link', { name: /^Aho/ }).first().click();
  await expect(page).toHaveURL(/clients\/[\w-]+/);
  const dialog = page.getByRole('dialog', { name: 'Sovi käynti' });
  const query = page.getByRole('dialog', { name: 'Suljetaanko tallentamatta?' });
  await choose(page, 'Sovi käynti');
  await expect(dialog).toBeVisible();
  await page.goBack();
  await expect(dialog).toBeHidden();
  await expect(page).toHaveURL(/clients\/[\w-]+/);

  await choose(page, 'Sovi käynti');
  await dialog.locator('[name=place]').fill('Kahvila');
  await page.goBack();
  await expect(query).toBeVisible();
  // Back once more answers the question by no.
  await page.goBack();
  await expect(query).toBeHidden();
  await expect(dialog.locator('[name=place]')).toHaveValue('Kahvila');
  await page.goBack();
  await query.getByRole('button', { name: 'Sulje tallentamatta' }).click();
  await expect(dialog).toBeHidden();
  await expect(page).toHaveURL(/clients\/[\w-]+/);
  await page.goBack();
  await expect(page).toHaveURL(/clients$/);
});

test('a reload gives a long form back as it was typed, but for an identity code, and who leaves it leaves nothing @keyboard', async ({
  page,
}) => {
  await signInAt(page, 'anne.koski');
  await page.goto('/referrals/new');
  await drawn(page);
  page.on('dialog', (browsers) => void browsers.accept());
  const family = page.locator('[name=familyName]');
  await family.fill('Ladattu');
  await page.fill('[name=identityCode]', '010190');
  await page.selectOption('[name=source]', 'te-office-activation-plan');
  await page.reload();
  await expect(page.getByText('Kesken jäänyt lomake palautettiin')).toBeVisible();
  await expect(family).toHaveValue('Ladattu');
  await expect(page.locator('[name=source]')).toHaveValue('te-office-activation-plan');
  await expect(page.locator('[name=identityCode]')).toHaveValue('');
  expect(await violationsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Aloita alusta' }).click();
  await expect(family).toHaveValue('');

  await family.fill('Toistamiseen');
  await page
    .getByRole('link', { name: /Asiakkaat/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Lähde tallentamatta' }).click();
  await expect(page).toHaveURL(/clients$/);
  await page.goto('/referrals/new');
  await drawn(page);
  await expect(family).toHaveValue('');
  expect(await page.evaluate(() => Object.keys(sessionStorage).filter((key) => /draft/.test(key)))).toEqual([]);
});

test('Enter in what only searches sends no form @keyboard', async ({ page }) => {
  await signInAt(page, 'tiina.laine');
  await page.goto('/');
  await drawn(page);
  await page.getByRole('button', { name: 'Ryhmätapaaminen' }).click();
  const dialog = page.getByRole('dialog', { name: /yhmätapaami/ });
  const sent: string[] = [];
  page.on('request', (one) => one.method() !== 'GET' && sent.push(one.url()));
  await dialog.locator('[name=sought]').fill('a');
  await page.keyboard.press('Enter');
  await expect(dialog.locator('[aria-invalid=true]')).toHaveCount(0);
  expect(sent).toEqual([]);
});
