import { expect, test } from '@playwright/test';
import { signIn } from './looking.ts';
import { accessible, choose, go, heading, told, writeDay } from './walking.ts';

const coachOf = (phone: boolean) => (phone ? 'juha.vuorinen' : 'markus.kivela');

test('a coach records a contact from the day, takes it back, and all is as it was', async ({ page, isMobile }) => {
  await signIn(page, coachOf(isMobile));
  await page.goto('/');
  await heading(page, 'Oma päivä');
  const button = page.getByRole('button', { name: /^Kirjaa puhelu, / }).first();
  const client = ((await button.getAttribute('aria-label')) ?? '').replace('Kirjaa puhelu, ', '');
  const row = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: client, exact: true }) });
  const before = await row.textContent();
  await accessible(page);
  await button.click();
  await told(page, `Puhelu kirjattu: ${client}.`);
  // The row says so, wherever it stands now.
  await expect(row).toContainText(/Viimeksi (tänään|17\.6\.)|Aloitusvaihe/);
  await expect(row).not.toHaveText(before ?? '');
  await page.getByRole('status').getByRole('button', { name: 'Kumoa' }).click();
  await told(page, 'Kumottu.');
  await expect(row).toHaveText(before ?? '');
});

test('a coach records a message on the client’s page, adds a note to it, and agrees on a visit', async ({
  page,
  isMobile,
}) => {
  const note = `Työvuoro sopii ${isMobile ? 'iltaan' : 'aamuun'}.`;
  await signIn(page, coachOf(isMobile));
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
  await expect(page.getByRole('tabpanel').getByText(note)).toBeVisible();

  await choose(page, 'Sovi käynti');
  const visit = page.getByRole('dialog', { name: 'Sovi käynti' });
  await writeDay(visit.locator('[name=dueOn]'), '22.6.2021');
  await accessible(page);
  await visit.getByRole('button', { name: 'Sovi käynti' }).click();
  await told(page, 'Käynti sovittu.');
  await expect(page.getByRole('button', { name: 'Peru käynti' }).first()).toBeVisible();
  await accessible(page);
  await go(page, 'Oma päivä');
  const row = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: client, exact: true }) });
  await expect(row.first()).toContainText('22.6.');
});
