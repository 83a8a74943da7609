import { type APIRequestContext, expect, type Page, test } from '@playwright/test';
import { type Role, roles } from '../../src/kernel/relation.ts';
import { pages, placesOf } from '../../src/screens/app/pages.ts';
import { cutOff, pastEdge, violationsOf } from './looking.ts';
import { signedInAs } from './signed-in-as.ts';

// Nothing is changed by looking, so that the roles need not wait for each other.
test.describe.configure({ mode: 'parallel' });

interface Visit {
  /** As in pages.ts; the keys in it and in the query are found for the one who visits. */
  readonly path: string;
  readonly query?: string;
  /** What stands on the page only when it shows what it is for. */
  readonly shows: string;
}

// What is reached from the places of the navigation, by somebody who works there.
const below: Readonly<Record<Role, readonly Visit[]>> = {
  coach: [
    { path: '/referrals/new', shows: '[name=familyName]' },
    { path: '/clients/$clientId', shows: '[role=tab]' },
    { path: '/clients/$clientId/place', query: '?relationship=$relationshipId', shows: '[name=where]' },
    { path: '/clients/$clientId/continue', query: '?relationship=$relationshipId', shows: '[name=reasons]' },
    { path: '/clients/$clientId/placement/$placementId', shows: '.agreement' },
    { path: '/clients/$clientId/agreement/$agreementId', shows: '.agreement' },
    { path: '/clients/$clientId/exit', shows: '[name=reason]' },
    { path: '/clients/$clientId/cooperation', shows: '.card' },
    { path: '/workplaces/$workplaceId', shows: '.card' },
  ],
  instructor: [],
  'rehabilitative-instructor': [
    { path: '/clients/$pendingId/plan/new', query: '?referral=$referralId', shows: '[name="goals.0"]' },
  ],
  'social-worker': [
    { path: '/clients/$pendingId/plan/new', query: '?referral=$referralId', shows: '[name="goals.0"]' },
    { path: '/matters', shows: 'main table, main .card' },
    { path: '/clients/$pendingId/matters/$referralId', shows: '.matter-next' },
    { path: '/clients/$pendingId/decide', query: '?referral=$referralId', shows: '[name=reasons]' },
    { path: '/clients/$grantedId/start', query: '?decision=$decisionId', shows: '[name=offeringId]' },
    { path: '/clients/$pendingId/records', shows: '.card' },
    { path: '/duplicates', shows: 'main .card' },
  ],
  finance: [
    { path: '/compensation/$openMonth', query: '?kind=open-work-allowance', shows: 'main .card' },
    { path: '/compensation/$closedMonth', query: '?kind=employer-share', shows: 'main .card' },
    { path: '/rates', shows: 'main .card' },
  ],
  planner: [],
  manager: [
    { path: '/supervision/$supervisedId/$matterId', shows: '.matter-line' },
    { path: '/supervision/expiring', shows: 'main .page > *' },
  ],
  administrator: [{ path: '/setup/workers/$workerId', shows: 'main .card' }],
};

// What everybody reads is the same to all, but for those who write in it: one of either looks at it.
const readers: readonly Role[] = ['coach', 'planner'];

type Found = Record<string, unknown>;
type Reading = (path: string) => Promise<Record<string, Found[]>>;

/** Reads as the one who visits may, each address once: looking changes nothing. */
function readingBy(request: APIRequestContext): Reading {
  const answers: Record<string, ReturnType<Reading>> = {};
  const readOnce: Reading = async (path) => {
    const answer = await request.get(path);
    expect(answer.status(), path).toBe(200);
    return answer.json();
  };
  return (path) => {
    answers[path] ??= readOnce(path);
    return answers[path];
  };
}

/** The first of a list in an answer for which this holds; to find none fails, for then nothing would be looked at. */
async function firstIn(
  read: Reading,
  path: string,
  list: string,
  which: (one: Found) => boolean = () => true,
): Promise<Found> {
  const matches = (await read(path))[list]?.find(which);
  if (!matches) throw new Error(`${path} has nothing that fits in ${list}`);
  return matches;
}

/** Each key, from what the visitor may see; the longest waiting is taken, which no other journey touches. */
const keys: Readonly<Record<string, (read: Reading) => Promise<unknown>>> = {
  clientId: async (read) => (await agreed(read)).clientId,
  relationshipId: async (read) => (await agreed(read)).relationshipId,
  placementId: async (read) => (await agreed(read)).placementId,
  agreementId: async (read) => (await agreed(read)).agreementId,
  workplaceId: async (read) => (await agreed(read)).workplaceId,
  pendingId: async (read) => (await waiting(read, 'decide')).clientId,
  referralId: async (read) => (await waiting(read, 'decide')).id,
  grantedId: async (read) => (await waiting(read, 'start')).clientId,
  decisionId: async (read) => (await waiting(read, 'start')).id,
  openMonth: async (read) => (await month(read, 'open')).month,
  closedMonth: async (read) => (await month(read, 'closed')).month,
  supervisedId: async (read) => (await firstIn(read, '/api/supervision', 'rows')).clientId,
  matterId: async (read) => (await firstIn(read, '/api/supervision', 'rows')).referralId,
  workerId: async (read) => (await firstIn(read, '/api/workers', 'workers')).id,
};

const waiting = (read: Reading, step: string) =>
  firstIn(read, '/api/desks/official', 'rows', (one) => one.step === step);
const month = (read: Reading, state: string) =>
  firstIn(read, '/api/compensation/months', 'months', (one) => one.state === state);

/** A client of the coach at a workplace, with an agreement. */
async function agreed(read: Reading) {
  const { clientId, relationshipId } = await firstIn(
    read,
    '/api/my-day',
    'rows',
    ({ service, place, renewBy }) => service === 'open-work' && place !== null && renewBy === null,
  );
  const placed = `/api/clients/${clientId}/placements`;
  const agreement = await firstIn(read, placed, 'agreements', ({ state }) => state === 'in-force');
  const { id: agreementId, placementId, workplaceId } = agreement;
  return { clientId, relationshipId, placementId, agreementId, workplaceId };
}

async function addressed(read: Reading, { path, query = '' }: Visit): Promise<string> {
  let address = `${path}${query}`;
  for (const [written, name = ''] of address.matchAll(/\$(\w+)/g))
    address = address.replace(written, String(await keys[name]?.(read)));
  expect(address).not.toMatch(/undefined|null|\$/);
  return address;
}

type ColorScheme = 'light' | 'dark';

/**
 * Looks at what is drawn, by every rule. A wide window is looked at in light, and again in the dark for its colours, since
 * nothing else changes; a phone's in the dark, as the other journeys look at phones in light.
 */
async function look(page: Page, what: string): Promise<readonly string[]> {
  const matches: string[] = [];
  await expect(page.locator('.loading, [aria-busy=true]')).toHaveCount(0);
  await expect(page.locator('.problem')).toHaveCount(0);
  const isPhone = (page.viewportSize()?.width ?? 0) < 500;
  const looks: readonly [ColorScheme, 'colours'?][] = isPhone ? [['dark']] : [['light'], ['dark', 'colours']];
  for (const [colorScheme, part] of looks) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    matches.push(...(await violationsOf(page, part)).map((one) => `${what} in ${colorScheme}: ${one}`));
  }
  return [...matches, ...(await placed(page, what)), ...(isPhone ? [] : await placedUpright(page, what))];
}

/** Nothing past the window's edge, and nothing out of its place. */
async function placed(page: Page, what: string): Promise<readonly string[]> {
  const past = await pastEdge(page);
  const cut = (await cutOff(page)).map((place) => `${what}: ${place}`);
  return past > 0 ? [...cut, `${what}: ${past} pixels past the edge`] : cut;
}

/** As a tablet is held in a corridor, where less stands beside each other. */
async function placedUpright(page: Page, what: string): Promise<readonly string[]> {
  const wide = page.viewportSize();
  await page.setViewportSize({ width: 768, height: 1024 });
  // Tables look for room once the window has its new width.
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  const matches = await placed(page, `${what}, upright on a tablet`);
  if (wide) await page.setViewportSize(wide);
  return matches;
}

/**
 * Opens an address as a link does where the application is there already: to begin it anew for each costs more than to look. What
 * was drawn before is marked, and has to be gone; where it may stay, as from one month to another, the page begins anew.
 */
async function openAddress(page: Page, address: string): Promise<void> {
  const place = (path: string) => path.split(/[/?]/, 2)[1];
  if (page.url() === 'about:blank' || place(new URL(page.url()).pathname) === place(address)) {
    await page.goto(address);
    return;
  }
  await page.evaluate((to) => {
    for (const one of document.querySelectorAll('h1')) one.setAttribute('data-before', '');
    window.history.pushState({}, '', to);
  }, address);
  await expect(page.locator('[data-before]')).toHaveCount(0);
}

/** Opens a page and looks at it, and at every other of its tabs. */
async function visit(page: Page, address: string, shows: string): Promise<readonly string[]> {
  await openAddress(page, address);
  await expect(page.locator('h1').first()).toBeVisible();
  await expect(page.locator(shows).first()).toBeVisible();
  const matches = [...(await look(page, address))];
  const tabs = page.getByRole('tab');
  for (let n = 1; n < (await tabs.count()); n++) {
    const tab = tabs.nth(n);
    await tab.click();
    await expect(tab).toHaveAttribute('aria-selected', 'true');
    matches.push(...(await look(page, `${address}, ${await tab.textContent()}`)));
  }
  return matches;
}

test('the page for signing in keeps nobody out', async ({ page }) => {
  expect(await visit(page, '/sign-in', '[name=username]')).toEqual([]);
});

test('every page is looked at by somebody', () => {
  const visited = Object.values(below).flatMap((visits) => visits.map(({ path }) => path.replace(/\$\w+/g, '$')));
  // Whoever has a place in the navigation comes there.
  const unseen = pages.filter(({ path, place }) => !place && !visited.includes(path.replace(/\$\w+/g, '$')));
  expect(unseen.map(({ path }) => path)).toEqual([]);
});

test('what reaches out of its place is seen', async ({ page }) => {
  const row = (width: number) =>
    `<div class="worklist-row" style="display: grid; grid-template-columns: 60px 60px"><div class="worklist-tag">
    <span style="display: inline-block; width: ${width}px">Tila</span></div><div>Nimi</div></div>`;
  await page.setContent(`<main>${row(60)}${row(90)}</main>`);
  expect(await cutOff(page)).toEqual(['worklist-tag: 90 in 60 pixels']);
});

test('of rows that are alike three are looked at, and each that is not', async ({ page }) => {
  const row = (word: string, colour = '#111') => `<li><button style="color: ${colour}">${word}</button></li>`;
  const rows = Array.from({ length: 20 }, (_, n) => row(`Rivi ${n}`));
  const listed = (more: string) =>
    page.setContent(`<html lang="fi"><title>Rivit</title><main><h1>Rivit</h1><ul>${rows.join('')}${more}</ul></main>`);
  await listed(row('Rivi'));
  expect(await violationsOf(page)).toEqual([]);
  await listed(row(''));
  expect(await violationsOf(page)).toEqual([expect.stringContaining('button-name')]);
  await listed(row('Rivi', '#ddd'));
  expect(await violationsOf(page)).toEqual([expect.stringContaining('color-contrast')]);
});

test('of words in the same colours three are looked at, and each that stands on something else', async ({ page }) => {
  const word = (colour: string, behind = '') => `<div style="${behind}"><p style="color: ${colour}">Sana</p></div>`;
  const words = Array.from({ length: 8 }, () => word('#767676'));
  const listed = (more: string) =>
    page.setContent(`<html lang="fi"><title>Sanat</title><main><h1>Sanat</h1>${words.join('')}${more}</main>`);
  await listed(word('#767676'));
  expect(await violationsOf(page)).toEqual([]);
  for (const wrong of [
    word('#767676', 'background: #ddd'),
    word('#767676', 'opacity: 0.5'),
    word('#aaa'),
    '<p style="color: #767676; background: #ddd">Sana <b>sana</b></p>',
  ]) {
    await listed(wrong);
    for (const part of ['all', 'colours'] as const)
      expect(await violationsOf(page, part)).toEqual([expect.stringContaining('color-contrast')]);
  }
});

test('a colour that was read before is looked at anew where it stands, on each page that was looked at before', async ({
  page,
}) => {
  const text = (word: string, style: string) => `<p style="${style}">${word}</p>`;
  const right = [
    text('grey on white', 'color: #767676; background: #fff'),
    text('black on light grey', 'color: #000; background: #eee'),
    text('red on white', 'color: hsl(0 100% 35%); background: #fff'),
    text('black that shines through', 'color: #000; background: #fff; opacity: 0.9'),
  ].join('');
  const wrong = [
    text('grey on light grey', 'color: #767676; background: #eee'),
    text('red on black', 'color: hsl(0 100% 35%); background: #000'),
    text('black that is hardly seen', 'color: #000; background: #fff; opacity: 0.3'),
  ];
  await page.setContent(`<html lang="fi"><title>Värit</title><main><h1>Värit</h1><div id="here"></div></main>`);
  const lookAt = (content: string) =>
    page.evaluate((html) => {
      const here = document.getElementById('here');
      if (here) here.innerHTML = html;
    }, content);
  for (const more of wrong) {
    await lookAt(right);
    expect(await violationsOf(page)).toEqual([]);
    await lookAt(right + more);
    for (const part of ['all', 'colours'] as const)
      expect(await violationsOf(page, part)).toEqual([expect.stringMatching(/^color-contrast: /)]);
  }
});

for (const role of roles)
  test(`no page of a ${role} keeps anybody out, in light or in dark`, async ({ page }) => {
    test.setTimeout(240_000);
    const { request } = page;
    const places = placesOf(await signedInAs(request, role))
      .filter(({ place }) => place.roles !== 'all' || readers.includes(role))
      .map(({ path }) => ({ path, shows: 'main .page > *' }));
    expect(places.length).toBeGreaterThan(0);
    const read = readingBy(request);
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (text) => text.type() === 'error' && complaints.push(text.text()));
    const matches: string[] = [];
    for (const one of [...places, ...below[role]])
      await test.step(one.path, async () => {
        const address = await addressed(read, one);
        matches.push(...(await visit(page, address, one.shows)));
        matches.push(...complaints.splice(0).map((text) => `${address}: ${text}`));
      });
    expect(matches).toEqual([]);
  });
