/** Where a list is narrowed, the rows of before do not stand as if they were the answer: one sees that it is looked for, and does nothing on them. */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { drawn, signInAt } from './looking.ts';

/** Holds the next answers of an act until they are let go. */
async function hold(page: Page, path: string): Promise<() => Promise<void>> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route(
    (url) => url.pathname === path,
    async (route) => {
      await promise;
      await route.continue().catch(() => undefined);
    },
  );
  return async () => {
    resolve();
    await page.unrouteAll({ behavior: 'wait' });
  };
}

const earlier = (page: Page): Locator => page.locator('[data-earlier][inert][aria-busy=true]');
const choose = (label: string, index: number) => async (page: Page) => {
  await page.getByLabel(label, { exact: true }).selectOption({ index });
};

interface Narrowed {
  readonly who: string;
  readonly page: string;
  readonly path: string;
  readonly rows: string;
  readonly narrow: (page: Page) => Promise<void>;
}

const lists: readonly Narrowed[] = [
  {
    who: 'ritva.virtanen',
    page: '/clients',
    path: '/api/client-list',
    rows: '.worklist-row',
    narrow: choose('Palvelu', 1),
  },
  {
    who: 'ritva.virtanen',
    page: '/referrals',
    path: '/api/desks/official',
    rows: '.worklist-row',
    narrow: choose('Palvelu', 1),
  },
  {
    who: 'ritva.virtanen',
    page: '/expiring',
    path: '/api/desks/expiring',
    rows: '.worklist-row',
    narrow: choose('Palvelu', 1),
  },
  {
    who: 'ritva.virtanen',
    page: '/matters',
    path: '/api/matter-register',
    rows: 'tbody tr',
    narrow: choose('Palvelu', 1),
  },
  {
    who: 'kaarina.ranta',
    page: '/supervision',
    path: '/api/supervision',
    rows: 'tbody tr',
    narrow: async (page) => page.locator('.count').nth(2).click(),
  },
  {
    who: 'tiina.laine',
    page: '/',
    path: '/api/my-day',
    rows: '.worklist-row',
    narrow: async (page) => page.locator('.whose button').nth(1).click(),
  },
  {
    who: 'tiina.laine',
    page: '/workplaces',
    path: '/api/workplace-list',
    rows: 'tbody tr',
    narrow: async (page) => page.getByLabel('Etsi työpaikkaa, työnantajaa tai tehtävää').fill('puutarha'),
  },
  {
    who: 'kirsi.salmi',
    page: '/compensation/2021-05',
    path: '/api/compensation/months/2021-05',
    rows: '.account',
    narrow: choose('Laji', 1),
  },
];

for (const { who, page: address, path, rows, narrow } of lists)
  test(`${address}: the rows of before are dimmed and cannot be used until the answer comes`, async ({ page }) => {
    await signInAt(page, who);
    await page.goto(address);
    await drawn(page);
    const go = await hold(page, path);
    await narrow(page);
    const waiting = earlier(page).filter({ has: page.locator(rows) });
    await expect(waiting.first()).toBeVisible();
    await expect(page.getByRole('status').filter({ hasText: 'Ladataan' })).toHaveCount(1);
    await expect(waiting.first()).toHaveCSS('opacity', '0.45');
    await go();
    await expect(earlier(page)).toHaveCount(0);
    await expect(page.getByRole('status').filter({ hasText: 'Ladataan' })).toHaveCount(0);
  });

test('whoever asks for more goes on from the first row that came, and what stands there stays true meanwhile', async ({
  page,
}) => {
  await signInAt(page, 'ritva.virtanen');
  await page.goto('/expiring?show=without');
  await drawn(page);
  const list = page.locator('.worklist-row');
  await expect(list).toHaveCount(200);
  const go = await hold(page, '/api/desks/expiring');
  await page.getByRole('button', { name: /^Näytä \d+ lisää/ }).press('Enter');
  await page.waitForTimeout(300);
  await expect(earlier(page)).toHaveCount(0);
  await go();
  await expect(list.nth(200).getByRole('link').first()).toBeFocused();
});

test('Enter in the search opens nobody whom a shorter text found', async ({ page }) => {
  await signInAt(page, 'ritva.virtanen');
  await page.goto('/expiring');
  await drawn(page);
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox').last();
  await field.fill('Ni');
  const hits = page.locator('.search-hit');
  await expect(hits.first()).toBeVisible();
  const go = await hold(page, '/api/clients/search');
  await field.pressSequentially('xxxx');
  await page.keyboard.press('Enter');
  await page.waitForTimeout(600);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/expiring$/);
  await expect(page.getByRole('status').filter({ hasText: 'Ladataan' })).toBeVisible();
  await go();
  await expect(hits).toHaveCount(0);
});

test('where more workplaces are than are offered, others are found by name; what is written stays where the search fails', async ({
  page,
}) => {
  await signInAt(page, 'tiina.laine');
  const { rows } = await (await page.request.get('/api/my-day')).json();
  const { clientId, relationshipId } = rows.find(
    ({ service, place }: { service: string; place: string | null }) => service === 'open-work' && place !== null,
  );
  const path = `/api/clients/${clientId}/placement-choices`;
  let answers: 'first' | 'late' | 'never' = 'first';
  let others: string[] = [];
  await page.route(
    (url) => url.pathname === path,
    async (route) => {
      const isSearch = route.request().postDataJSON().text !== undefined;
      if (!isSearch) {
        const response = await route.fetch();
        const choices = await response.json();
        others = choices.workplaces.slice(1).map(({ name }: { name: string }) => name);
        return route.fulfill({
          response,
          json: { ...choices, workplaces: choices.workplaces.slice(0, 1), workplacesInAll: 900 },
        });
      }
      if (answers === 'never') return route.fulfill({ status: 500, body: '' });
      await new Promise((done) => setTimeout(done, 1500));
      return route.continue();
    },
  );
  await page.goto(`/clients/${clientId}/place?relationship=${relationshipId}`);
  await drawn(page);
  await expect(page.getByText('Työpaikoista näkyy 1/900.')).toBeVisible();
  const tasks = page.locator('[name=tasks]');
  await tasks.fill('hyllytys ja siivous');
  const where = page.getByRole('combobox', { name: /^Mihin/ });
  answers = 'never';
  await where.fill(others[0] ?? '');
  await expect(page.getByText('Osaa sivun tiedoista ei saatu')).toBeVisible();
  await expect(tasks).toHaveValue('hyllytys ja siivous');
  answers = 'late';
  const last = others.at(-1) ?? '';
  await where.fill(last);
  await expect(page.locator('.aksel-combobox__list-item--loading')).toBeVisible();
  await expect(page.getByText('Ei osumia')).toHaveCount(0);
  await page.getByRole('option', { name: last }).first().click();
  await expect(page.getByText(last).first()).toBeVisible();
  await expect(tasks).toHaveValue('hyllytys ja siivous');
});
