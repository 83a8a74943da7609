/** A part of a page whose answer failed is not as if there was none: it is told, and fetched again. */
import { expect, type Page, test } from '@playwright/test';
import { drawn, pastEdge, signInAt, violationsOf } from './looking.ts';

const missing = (page: Page) => page.getByRole('alert').filter({ hasText: 'Osaa sivun tiedoista ei saatu' });

/** The first matter that waits, as its official sees it. */
async function matter(page: Page): Promise<string> {
  const { rows } = await (await page.request.get('/api/desks/official?show=pending')).json();
  return `/clients/${rows[0].clientId}/matters/${rows[0].id}`;
}

async function firstClient(page: Page): Promise<string> {
  const { rows } = await (await page.request.get('/api/my-day')).json();
  return `/clients/${rows[0].clientId}`;
}

interface Part {
  readonly who: string;
  readonly at: (page: Page) => Promise<string>;
  readonly act: RegExp;
}

const parts: readonly Part[] = [
  { who: 'ritva.virtanen', at: matter, act: /\/hearings$/ },
  { who: 'ritva.virtanen', at: matter, act: /\/refusals$/ },
  { who: 'tiina.laine', at: firstClient, act: /\/own-workers$/ },
  { who: 'tiina.laine', at: firstClient, act: /\/attendance$/ },
  { who: 'kaarina.ranta', at: async () => '/supervision', act: /\/api\/deciding$/ },
];

for (const { who, at, act } of parts)
  test(`${who} learns that ${act.source} did not come`, async ({ page }) => {
    await signInAt(page, who);
    const address = await at(page);
    await page.goto(address);
    await drawn(page);
    await expect(missing(page)).toHaveCount(0);
    let fails = true;
    await page.route(
      (url) => act.test(url.pathname),
      (route) => (fails ? route.fulfill({ status: 500, body: '' }) : route.continue()),
    );
    await page.goto(address);
    await expect(missing(page)).toBeVisible();
    expect(await pastEdge(page)).toBe(0);
    expect(await violationsOf(page)).toEqual([]);
    fails = false;
    await page.getByRole('button', { name: 'Hae uudelleen' }).click();
    await expect(missing(page)).toHaveCount(0);
  });

test('what says itself that it did not come is told once, and what one may not see is not missing', async ({
  page,
}) => {
  await signInAt(page, 'ritva.virtanen');
  await page.route(
    (url) => url.pathname === '/api/desks/expiring',
    (route) => route.fulfill({ status: 500, body: '' }),
  );
  await page.goto('/expiring');
  await expect(page.getByRole('button', { name: 'Yritä uudelleen' })).toBeVisible();
  await expect(missing(page)).toHaveCount(0);
  await page.goto('/clients/00000000-0000-7000-8000-000000000000');
  await expect(page.getByText('Tätä ei löydy')).toBeVisible();
  await expect(missing(page)).toHaveCount(0);
});
