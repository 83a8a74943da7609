import { expect, type Page, type Route, test } from '@playwright/test';
import { drawn, signInAt } from './looking.ts';
import { accessible, heading } from './walking.ts';

const recording = '**/api/clients/*/contacts';

/** A row of the day that has nothing recorded, its client, and where its call button is. */
async function rowOf(page: Page, n: number) {
  const button = page.getByRole('button', { name: /^Kirjaa puhelu, / }).nth(n);
  const client = ((await button.getAttribute('aria-label')) ?? '').replace('Kirjaa puhelu, ', '');
  const row = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: client, exact: true }) });
  const address = (await row.getByRole('link', { name: client, exact: true }).getAttribute('href')) ?? '';
  const contacts = async (): Promise<number> => {
    const answer = await page.request.get(`/api${address.replace(/\?.*/, '')}/contacts?limit=1000`);
    return ((await answer.json()).contacts as unknown[]).length;
  };
  await button.scrollIntoViewIfNeeded();
  const box = await button.boundingBox();
  if (!box) throw new Error('the row is not drawn');
  return { button, client, row, contacts, at: { x: box.x + box.width / 2, y: box.y + box.height / 2 } };
}

const slowly = async (route: Route) => {
  await new Promise((done) => setTimeout(done, 1200));
  await route.continue();
};

/** The server does it, and its answer never comes. */
const lost = async (route: Route) => {
  await route.fetch();
  await route.abort('connectionreset');
};

test.beforeEach(async ({ page }) => {
  await signInAt(page, 'tiina.laine');
  await page.goto('/');
  await heading(page, 'Oma päivä');
  await expect(page.getByRole('button', { name: /^Kirjaa puhelu, / }).first()).toBeVisible();
});

test('three taps while the answer is on its way record one contact @touch', async ({ page }) => {
  const { row, contacts, at } = await rowOf(page, 0);
  const before = await contacts();
  await page.route(recording, slowly);
  for (let tap = 0; tap < 3; tap++) await page.touchscreen.tap(at.x, at.y);
  await expect(row).toHaveAttribute('data-done');
  await page.touchscreen.tap(at.x, at.y);
  expect(await contacts()).toBe(before + 1);
});

test('what was saved while its answer was lost is recorded once when it is tried again @touch', async ({ page }) => {
  const { button, client, row, contacts } = await rowOf(page, 0);
  const before = await contacts();
  await page.route(recording, lost);
  await button.tap();
  await expect(row).toContainText('Ei tallentunut');
  await accessible(page);
  await row.getByRole('button', { name: `Yritä uudelleen, ${client}` }).tap();
  await expect(row).toContainText('Ei tallentunut');
  await page.unroute(recording);
  await row.getByRole('button', { name: `Yritä uudelleen, ${client}` }).tap();
  await expect(row).toHaveAttribute('data-done');
  expect(await contacts()).toBe(before + 1);
});

test('what says that the network is away covers nothing of the bar at the side', async ({ page, context }) => {
  await context.setOffline(true);
  const notice = page.getByText('Ei verkkoyhteyttä');
  await expect(notice).toBeVisible();
  const [over, bar] = [await notice.boundingBox(), await page.locator('.side').boundingBox()];
  // A phone has none.
  const apart = !bar || !over || bar.x + bar.width <= over.x || over.y + over.height <= bar.y;
  expect(apart, JSON.stringify({ over, bar })).toBe(true);
  await context.setOffline(false);
  await expect(notice).toBeHidden();
});

test('what is tapped without a network is kept, asked of before the page goes, and recorded once the network is back @touch', async ({
  page,
  context,
}) => {
  const [second, first] = [await rowOf(page, 1), await rowOf(page, 0)];
  const before = [await first.contacts(), await second.contacts()];
  await context.setOffline(true);
  await expect(page.getByText('Ei verkkoyhteyttä')).toBeVisible();
  // What says so pushes no row under a thumb.
  expect((await rowOf(page, 0)).at).toEqual(first.at);
  // A second tap on the way does nothing.
  for (const { button } of [first, first, second]) await button.tap({ force: true });
  await expect(page.locator('.worklist-row button[aria-disabled=true]')).not.toHaveCount(0);
  const asked = new Promise<string>((done) =>
    page.once('dialog', async (one) => {
      await one.dismiss();
      done(one.type());
    }),
  );
  await page.evaluate(() => void setTimeout(() => window.location.reload()));
  expect(await asked).toBe('beforeunload');
  await context.setOffline(false);
  await expect(first.row).toHaveAttribute('data-done');
  await expect(second.row).toHaveAttribute('data-done');
  expect([await first.contacts(), await second.contacts()]).toEqual(before.map((n) => n + 1));
});

test('a form that is sent thrice while the answer is on its way agrees on one visit, and one that is left meanwhile asks first @touch', async ({
  page,
}) => {
  await page.getByRole('main').getByRole('listitem').getByRole('link').last().tap();
  await page.getByRole('button', { name: 'Lisää toimintoja' }).tap();
  await page.getByRole('menuitem', { name: 'Sovi käynti' }).tap();
  const dialog = page.getByRole('dialog', { name: 'Sovi käynti' });
  await dialog.locator('[name=dueOn]').fill('23.6.2021');
  await dialog.locator('[name=place]').fill('Kahvila');
  const sent: string[] = [];
  page.on('request', (one) => one.method() === 'POST' && /visits$/.test(one.url()) && sent.push(one.url()));
  await page.route('**/visits', slowly);
  const button = dialog.getByRole('button', { name: 'Sovi käynti' });
  await button.evaluate((element: HTMLButtonElement) => {
    for (let press = 0; press < 3; press++) element.form?.requestSubmit();
  });
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Suljetaanko tallentamatta?' })).toBeVisible();
  await page.getByRole('button', { name: 'Jatka kirjoittamista' }).tap();
  await expect(dialog).toBeHidden();
  expect(sent).toHaveLength(1);
});

test('a decision whose button is pressed thrice is made once, though its first answer is lost @touch', async ({
  page,
}) => {
  await signInAt(page, 'ritva.virtanen');
  const send = async (path: string, data: object) => (await page.request.post(path, { data })).json();
  const { clientId, referralId } = await send('/api/referrals', {
    client: { familyName: 'Kolmesti', givenNames: 'Veikko' },
    ...{
      service: 'open-work',
      source: 'disability-service-application',
      kind: 'application',
      receivedOn: '2021-06-01',
    },
  });
  await page.goto(`/clients/${clientId}/decide?referral=${referralId}`);
  await drawn(page);
  await page.getByRole('radio', { name: 'Myönnetään' }).check();
  await page.getByRole('textbox', { name: 'Perustelut' }).fill('Vastaa tarvetta.');
  await page.route('**/decisions', lost);
  const press = () =>
    page.getByRole('button', { name: 'Tee päätös' }).evaluate((button: HTMLButtonElement) => {
      for (let n = 0; n < 3; n++) button.click();
    });
  await press();
  await expect(page.getByText('Palvelimeen ei saada yhteyttä')).toBeVisible();
  await page.unroute('**/decisions');
  await press();
  await page.waitForURL(/\/start\?decision=/);
  const { decisions } = await (await page.request.get(`/api/clients/${clientId}/decisions`)).json();
  expect(decisions).toHaveLength(1);
});
