import { expect, type Page, test } from '@playwright/test';
import { signInAt } from './looking.ts';
import { choose, heading, writeDay } from './walking.ts';

const coachOf = (phone: boolean) => (phone ? 'juha.vuorinen' : 'markus.kivela');

/** Answers of what is sent there are lost after it was done. */
async function loseAnswers(page: Page, address: string): Promise<void> {
  await page.route(address, async (route) => {
    if (route.request().method() === 'GET') return route.continue();
    await route.fetch();
    await route.abort();
  });
}

/** The first client on the page who can be called, with the button and the row. */
async function first(page: Page, act: string) {
  const button = page.getByRole('button', { name: new RegExp(`^${act}, `) }).first();
  const client = ((await button.getAttribute('aria-label')) ?? '').replace(`${act}, `, '');
  const link = page.getByRole('main').getByRole('link', { name: client, exact: true }).first();
  const row = page.getByRole('main').getByRole('listitem').filter({ has: link });
  const clientId = /clients\/([0-9a-f-]{36})/.exec((await link.getAttribute('href')) ?? '')?.[1] ?? '';
  return { button, client, row, clientId };
}

interface Contacts {
  readonly contacts: readonly { readonly heldOn: string }[];
  readonly visits: readonly unknown[];
}
const contactsOf = async (page: Page, clientId: string): Promise<Contacts> =>
  (await page.request.get(`/api/clients/${clientId}/contacts?limit=1000`)).json();

test.beforeEach(async ({ page, isMobile }) => {
  await signInAt(page, coachOf(isMobile));
  await page.goto('/');
  await heading(page, 'Oma päivä');
});

test('a call whose answer was lost after it was recorded is recorded once, however often one tries again', async ({
  page,
}) => {
  const { button, client, row, clientId } = await first(page, 'Kirjaa puhelu');
  const before = (await contactsOf(page, clientId)).contacts.length;
  await loseAnswers(page, '**/contacts');
  await button.click();
  const again = row.getByRole('button', { name: `Yritä uudelleen, ${client}` });
  await again.click();
  await expect(row).toContainText('Ei tallentunut');
  await page.unrouteAll({ behavior: 'wait' });
  await again.click();
  await expect(row).toHaveAttribute('data-done');
  expect((await contactsOf(page, clientId)).contacts).toHaveLength(before + 1);
});

test('three quick taps record one call, of one client', async ({ page }) => {
  const { button, row, clientId } = await first(page, 'Kirjaa puhelu');
  const before = (await contactsOf(page, clientId)).contacts.length;
  const box = await button.boundingBox();
  if (!box) throw new Error('the button is not drawn');
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2, { clickCount: 3, delay: 20 });
  await expect(row).toHaveAttribute('data-done');
  await expect(page.getByRole('main').locator('[data-done]')).toHaveCount(1);
  expect((await contactsOf(page, clientId)).contacts).toHaveLength(before + 1);
});

test('a message recorded without a network says so, and is recorded once when the network is back', async ({
  page,
  context,
}) => {
  const { button, client, row, clientId } = await first(page, 'Kirjaa viesti');
  const before = (await contactsOf(page, clientId)).contacts.length;
  await context.setOffline(true);
  await button.click();
  await expect(row).toContainText('Ei tallentunut');
  await context.setOffline(false);
  await row.getByRole('button', { name: `Yritä uudelleen, ${client}` }).click();
  await expect(row).toHaveAttribute('data-done');
  expect((await contactsOf(page, clientId)).contacts).toHaveLength(before + 1);
});

test('a visit agreed on by two clicks, on a slow network whose first answer is lost, is one visit', async ({
  page,
}) => {
  const { clientId, client } = await first(page, 'Kirjaa puhelu');
  const before = (await contactsOf(page, clientId)).visits.length;
  await page.goto(`/clients/${clientId}`);
  await heading(page, client);
  await choose(page, 'Sovi käynti');
  const dialog = page.getByRole('dialog', { name: 'Sovi käynti' });
  await writeDay(dialog.locator('[name=dueOn]'), '29.6.2021');
  await loseAnswers(page, '**/visits');
  const save = dialog.getByRole('button', { name: 'Sovi käynti' });
  await save.dblclick();
  await expect(dialog.getByText('Palvelimeen ei saada yhteyttä')).toBeVisible();
  await page.unrouteAll({ behavior: 'wait' });
  await save.click();
  await expect(dialog).toBeHidden();
  expect((await contactsOf(page, clientId)).visits).toHaveLength(before + 1);
});
