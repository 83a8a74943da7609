import { expect, type Page, test } from '@playwright/test';
import { drawn, pastEdge, signIn, violationsOf } from './looking.ts';

// Their places in the navigation, and what is reached from them.
const visits: Readonly<Record<string, readonly string[]>> = {
  'tiina.laine': [
    '/',
    '/attendance',
    '/clients',
    '/clients/$client',
    '/clients/$client/place?relationship=$relationship',
    '/clients/$client/exit',
    '/clients/$client/cooperation',
    '/clients/$client/placement/$placement',
    '/referrals',
    '/referrals/new',
    '/workplaces',
    '/workplaces/$workplace',
  ],
  'merja.saarinen': ['/attendance', '/clients', '/leads'],
  'sari.makinen': ['/attendance', '/referrals', '/workplaces'],
  'ritva.virtanen': ['/clients', '/referrals', '/cooperation', '/clients/$client/plan/new', '/clients/$client/records'],
  'jarmo.heikkila': ['/compensation', '/compensation/2021-05', '/rates'],
  'outi.nieminen': ['/descriptions', '/figures', '/cooperation', '/organisers'],
  'petri.salonen': ['/organisers', '/leads'],
};

/** Real keys for the addresses, from what this worker may see. */
async function keysOf(page: Page): Promise<Readonly<Record<string, string>>> {
  const ask = async (path: string) => JSON.stringify(await (await page.request.get(path)).json());
  const first = (written: string, name: string) => new RegExp(`"${name}":"([0-9a-f-]{36})"`).exec(written)?.[1] ?? '';
  const client = first(await ask('/api/client-list'), 'clientId');
  const placed = JSON.parse(await ask(`/api/clients/${client}/placements`));
  const board = await ask('/api/workplaces');
  return {
    $client: client,
    $placement: placed.placements?.[0]?.id ?? '',
    $relationship: first(JSON.stringify(placed), 'relationshipId'),
    $workplace: first(board, 'workplaceId') || first(board, 'id'),
  };
}

const addressed = (path: string, keys: Readonly<Record<string, string>>) =>
  path.replace(/\$\w+/g, (name) => keys[name] || 'missing');

async function look(page: Page, path: string): Promise<readonly string[]> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.goto(path);
  await drawn(page);
  const found = (await violationsOf(page)).map((one) => `${path} in light: ${one}`);
  const past = await pastEdge(page);
  if (past > 0) found.push(`${path}: ${past} pixels past the edge`);
  // In the dark only colours differ.
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  return [...found, ...(await violationsOf(page, ['color-contrast'])).map((one) => `${path} in dark: ${one}`)];
}

test('the page for signing in keeps nobody out', async ({ page }) => {
  expect(await look(page, '/sign-in')).toEqual([]);
});

for (const [username, paths] of Object.entries(visits))
  test(`no page of ${username} keeps anybody out, in light or in dark`, async ({ page }) => {
    test.setTimeout(120_000);
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (said) => said.type() === 'error' && complaints.push(said.text()));
    await signIn(page, username);
    const keys = paths.some((path) => path.includes('$')) ? await keysOf(page) : {};
    const found: string[] = [];
    for (const path of paths) {
      const address = addressed(path, keys);
      found.push(...(await look(page, address)), ...complaints.splice(0).map((said) => `${address}: ${said}`));
    }
    expect(found).toEqual([]);
  });
