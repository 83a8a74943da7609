import { expect, test } from '@playwright/test';
import { signInAt } from './looking.ts';
import { accessible, choose, go, heading, told, writeDay } from './walking.ts';

const coachOf = (phone: boolean) => (phone ? 'juha.vuorinen' : 'markus.kivela');

test('a coach records a contact from the day; the row stays where it was, a second tap harms nobody, and undo brings all back', async ({
  page,
  isMobile,
}) => {
  await signInAt(page, coachOf(isMobile));
  await page.goto('/');
  await heading(page, 'Oma päivä');
  const button = page.getByRole('button', { name: /^Kirjaa puhelu, / }).first();
  const client = ((await button.getAttribute('aria-label')) ?? '').replace('Kirjaa puhelu, ', '');
  const rows = page.getByRole('main').getByRole('listitem');
  const row = rows.filter({ has: page.getByRole('link', { name: client, exact: true }) });
  const names = () => rows.getByRole('link').allTextContents();
  // The later rows of a long list are drawn after the first.
  let drawn = -1;
  const isWhole = async () => {
    const [before, now] = [drawn, await rows.count()];
    drawn = now;
    return now === before;
  };
  await expect.poll(isWhole, { intervals: [500] }).toBe(true);
  const [before, order] = [await row.textContent(), await names()];
  const box = await row.boundingBox();
  const at = await button.boundingBox();
  if (!box || !at) throw new Error('the row is not drawn');
  await accessible(page);
  const tap = () => page.mouse.click(at.x + at.width / 2, at.y + at.height / 2);
  await tap();
  await told(page, new RegExp(`^Puhelu kirjattu: ${client}\\. Seuraava yhteydenotto .*\\d\\.`));
  await expect(row).toContainText(/Kirjattu \d{1,2}\.\d{2} · puhelu/);
  // To the pixel: layout rounds no finer.
  const after = await row.boundingBox();
  expect([after?.y, Math.round(after?.height ?? 0)]).toEqual([box.y, Math.round(box.height)]);
  expect(await names()).toEqual(order);
  // Whoever works by keyboard goes on from the row.
  const addNote = row.getByRole('button', { name: `Lisää huomio, ${client}` });
  await expect(addNote).toBeFocused();
  await accessible(page);
  await tap();
  await expect(page.getByRole('main').locator('[data-done]')).toHaveCount(1);
  if ((await row.locator('textarea').count()) === 0) await addNote.click();
  await row.getByRole('textbox', { name: `Huomio, ${client}` }).fill('Soittaa perjantaina.');
  await expect(row.getByText('Huomio tallennettu.')).toBeVisible();
  await row.getByRole('button', { name: 'Valmis' }).click();
  await expect(row).toContainText('Soittaa perjantaina.');
  await row.getByRole('button', { name: `Kumoa kirjaus, ${client}` }).click();
  await told(page, `Kumottu: ${client}.`);
  await expect(row).toHaveText(before ?? '');
  expect(await names()).toEqual(order);
});

test('what is pending is read where one asks for it, and the day is there again after it @touch', async ({ page }) => {
  await signInAt(page, 'markus.kivela');
  await page.goto('/');
  const rows = page.getByRole('main').getByRole('listitem');
  await expect(rows.first()).toBeVisible();
  const count = page.getByRole('button', { name: /vireillä/ });
  const pending = Number(/\d+/.exec((await count.textContent()) ?? '')?.[0]);
  expect(pending).toBeGreaterThan(0);
  await count.click();
  await expect(rows.filter({ hasText: /Vireillä · / })).toHaveCount(pending);
  await accessible(page);
  await page.reload();
  await expect(rows.filter({ hasText: /Vireillä · / })).toHaveCount(pending);
  await count.click();
  await expect(rows.filter({ hasText: /Vireillä · / })).toHaveCount(0);
  await expect(rows.first()).toBeVisible();
});

test('what was recorded leaves its place when one leaves the page @touch', async ({ page, isMobile }) => {
  await signInAt(page, coachOf(isMobile));
  await page.goto('/');
  const button = page.getByRole('button', { name: /^Kirjaa viesti, / }).first();
  const client = ((await button.getAttribute('aria-label')) ?? '').replace('Kirjaa viesti, ', '');
  await button.click();
  const row = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: client, exact: true }) });
  await expect(row).toHaveAttribute('data-done');
  await go(page, 'Asiakkaat');
  await go(page, 'Oma päivä');
  await expect(row).not.toHaveAttribute('data-done');
  await page.getByRole('button', { name: /kirjattu tänään/ }).click();
  await expect(row).toBeVisible();
});

test('a contact that cannot be sent says so in its row, and is sent by trying again @touch', async ({
  page,
  isMobile,
}) => {
  await signInAt(page, coachOf(isMobile));
  await page.goto('/');
  const button = page.getByRole('button', { name: /^Kirjaa puhelu, / }).first();
  const client = ((await button.getAttribute('aria-label')) ?? '').replace('Kirjaa puhelu, ', '');
  const row = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: client, exact: true }) });
  await page.route('**/contacts', (route) => route.abort());
  await button.click();
  await expect(row).toContainText('Ei tallentunut');
  await page.unroute('**/contacts');
  await row.getByRole('button', { name: `Yritä uudelleen, ${client}` }).click();
  await expect(row).toHaveAttribute('data-done');
});

test('a coach tells what became of an appointment, and takes it back', async ({ page, isMobile }) => {
  await signInAt(page, coachOf(isMobile));
  await page.goto('/');
  const held = page.getByRole('button', { name: /^Pidetty, / }).first();
  const client = ((await held.getAttribute('aria-label')) ?? '').replace('Pidetty, ', '');
  const row = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: client, exact: true }) });
  await accessible(page);
  await row.getByRole('button', { name: `Ei tullut, ${client}` }).click();
  await expect(row).toContainText(/Kirjattu .* · ei tullut/);
  await row.getByRole('button', { name: `Kumoa kirjaus, ${client}` }).click();
  await expect(held).toBeVisible();
  await row.getByRole('button', { name: `Siirrä toiseen aikaan, ${client}` }).click();
  const move = page.getByRole('dialog', { name: 'Siirrä toiseen aikaan' });
  await expect(move.locator('.aksel-date__field-wrapper')).toBeVisible();
  await writeDay(move.locator('[name=dueOn]'), '24.6.2021');
  await accessible(page);
  await move.getByRole('button', { name: 'Siirrä', exact: true }).click();
  await expect(row).toContainText(/Kirjattu .* · siirretty/);
  await row.getByRole('button', { name: `Kumoa kirjaus, ${client}` }).click();
  await expect(held).toBeVisible();
});

test('a coach records a message on the client’s page, adds a note to it, and agrees on a visit', async ({
  page,
  isMobile,
}) => {
  const note = `Työvuoro sopii ${isMobile ? 'iltaan' : 'aamuun'}.`;
  await signInAt(page, coachOf(isMobile));
  await page.goto('/');
  await page.getByRole('main').getByRole('listitem').getByRole('link').last().click();
  await expect(page.getByRole('button', { name: 'Kirjaa yhteydenotto' })).toBeVisible();
  const client = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
  await page.getByRole('button', { name: 'Kirjaa yhteydenotto' }).click();
  await accessible(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Viesti' }).click();
  const recorded = page.getByRole('dialog', { name: `Viesti kirjattu: ${client}.` });
  await recorded.locator('[name=note]').fill(note);
  await recorded.locator('[name=minutes]').fill('10');
  await accessible(page);
  await recorded.getByRole('button', { name: 'Tallenna' }).click();
  await told(page, 'Yhteydenotto täydennetty.');
  // On a phone what has happened is a part of its own, beside what is due.
  if (isMobile) await page.getByRole('tab', { name: 'Tapahtumat' }).click();
  await expect(page.getByRole('tabpanel').getByText(note)).toBeVisible();
  if (isMobile) await page.getByRole('tab', { name: 'Tilanne' }).click();

  await choose(page, 'Sovi käynti');
  const visit = page.getByRole('dialog', { name: 'Sovi käynti' });
  await writeDay(visit.locator('[name=dueOn]'), '22.6.2021');
  await accessible(page);
  await visit.getByRole('button', { name: 'Sovi käynti' }).click();
  await told(page, 'Käynti sovittu.');
  await expect(
    page.getByRole('group', { name: 'Miten kävi?' }).getByRole('button', { name: 'Peruuta' }).first(),
  ).toBeVisible();
  await accessible(page);
  await go(page, 'Oma päivä');
  const row = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: client, exact: true }) });
  await expect(row.first()).toContainText('22.6.');
});

test('a contact is recorded where one reads that it is due @keyboard', async ({ page, isMobile }) => {
  await signInAt(page, coachOf(isMobile));
  await page.goto('/');
  await page.getByRole('main').getByRole('listitem').getByRole('link').first().click();
  const now = page.getByRole('region', { name: 'Nyt' });
  await now.locator('button.tag-button').first().click();
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Viesti' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(now.locator('button.tag-button').first()).toBeFocused();
});
