import { type Browser, expect, type Page, test } from '@playwright/test';
import { signInAt } from './looking.ts';
import { changeAsOwner, operate } from './operating.ts';
import { accessible, heading, told } from './walking.ts';

// Each has a colleague of its own.
test.describe.configure({ mode: 'parallel' });

/** A colleague of this journey alone: whoever tries an account makes everybody at the same address wait. */
interface Colleague {
  readonly name: string;
  readonly username: string;
  readonly password: string;
}

/** Half of the password is told to the administrator who asks for the account, the other to the manager who confirms it. */
async function addColleague(administrator: Page, manager: Page, familyName: string): Promise<Colleague> {
  const username = `lukko.${familyName.toLowerCase().replace(/\W/g, '')}`;
  const answer = await administrator.request.post('/api/staff', {
    data: {
      familyName,
      givenName: 'Lukko',
      phone: null,
      email: null,
      language: 'fi',
      role: 'planner',
      unitId: null,
      fullTimeShare: 1,
      hoursAWeek: null,
      agreedCaseload: null,
      team: null,
      during: { from: '2021-06-01', to: null },
      username,
    },
  });
  expect(answer.status()).toBe(200);
  const { workerId, half } = await answer.json();
  const decision = await manager.request.post(`/api/staff/${workerId}/account/password/decision`, {
    data: { outcome: 'confirmed' },
  });
  expect(decision.status()).toBe(200);
  return { name: `${familyName} Lukko`, username, password: `${half}-${(await decision.json()).half}` };
}

const enterButton = (page: Page) => page.getByRole('button', { name: 'Kirjaudu', exact: true });

async function tryIn(page: Page, { username }: Colleague, password: string): Promise<void> {
  await page.getByLabel('Käyttäjätunnus').fill(username);
  await page.getByLabel('Salasana').fill(password);
  await enterButton(page).click();
}

/**
 * Wrong passwords, one after another: five cost no wait, the next one makes the right one wait, longer with each. Waiting for that would
 * take minutes, and on a full machine a short wait is over before anybody is let in: it is made long where it is kept.
 */
async function tryWrongPasswords(page: Page, { username }: Colleague): Promise<void> {
  const next = async (password: string) => {
    const answer = await page.request.post('/api/session', { data: { username, password } });
    return Number((await answer.json()).retryAfterSeconds ?? 0);
  };
  for (let n = 1; n < 6; n++) expect(await next(`wrong ${n}`)).toBe(0);
  await changeAsOwner(
    `update platform_attempt set waits_until_at = now() + interval '10 minutes'
     where username_hash = sha256(convert_to($1, 'UTF8'))`,
    [username],
  );
  expect(await next('wrong again')).toBeGreaterThan(500);
}

const howLong = /Voit yrittää uudelleen (noin )?\d+ (sekunnin|minuutin) kuluttua/;

/** At the page for signing in: a wrong password is told as one, and after too many the right one has to wait too. */
async function lockedOut(page: Page, colleague: Colleague): Promise<void> {
  await page.goto('/sign-in');
  await tryIn(page, colleague, 'wrong 0');
  await expect(page.getByText('Käyttäjätunnus tai salasana on väärin')).toBeVisible();
  await tryWrongPasswords(page, colleague);
  await tryIn(page, colleague, colleague.password);
  await expect(page.getByText(howLong)).toBeVisible();
  await accessible(page);
  await enterButton(page).click();
  await expect(page.getByText(howLong)).toBeVisible();
  await expect(page).toHaveURL(/sign-in/);
}

/** The same password goes in, long before it would have by waiting. */
async function isIn(page: Page): Promise<void> {
  await enterButton(page).click();
  // The password was told once: the first thing is to choose another.
  await heading(page, 'Valitse oma salasana');
}

async function signedIn(browser: Browser, like: Page, username: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: like.viewportSize(),
    locale: 'fi-FI',
    baseURL: test.info().project.use.baseURL as string,
  });
  const page = await context.newPage();
  await signInAt(page, username);
  return page;
}

test('whoever is kept waiting after wrong passwords is let in at once by an administrator', async ({ page, browser }, {
  retry,
}) => {
  const administrator = await signedIn(browser, page, 'petri.salonen');
  const manager = await signedIn(browser, page, 'kaarina.ranta');
  const colleague = await addColleague(administrator, manager, `Sivu${'-uusi'.repeat(retry)}`);
  await lockedOut(page, colleague);

  await administrator.goto('/setup?tab=workers');
  await administrator.getByLabel('Hae työntekijää').fill(colleague.name);
  await expect(administrator.getByRole('row', { name: new RegExp(colleague.name) })).toContainText('Odottaa');
  await administrator.getByRole('link', { name: colleague.name }).click();
  await heading(administrator, colleague.name);
  await expect(administrator.getByText(/Liian monta väärää salasanaa: seuraava yritys \d/)).toBeVisible();
  await accessible(administrator);
  await administrator.getByRole('button', { name: 'Salli yritys heti' }).click();
  await told(administrator, 'Yritys on sallittu heti');
  await expect(administrator.getByRole('button', { name: 'Salli yritys heti' })).toHaveCount(0);
  await expect(administrator.getByText('Liian monta väärää salasanaa')).toHaveCount(0);
  await administrator.context().close();
  await manager.context().close();

  await isIn(page);
});

test('whoever is kept waiting after wrong passwords is let in at once by the operator’s command', async ({
  page,
  browser,
}, { retry }) => {
  const administrator = await signedIn(browser, page, 'petri.salonen');
  const manager = await signedIn(browser, page, 'kaarina.ranta');
  const colleague = await addColleague(administrator, manager, `Komento${'-uusi'.repeat(retry)}`);
  await administrator.context().close();
  await manager.context().close();
  await lockedOut(page, colleague);
  expect(await operate('account', 'unlock', colleague.username)).toBe(
    `${colleague.username} can be tried again at once.\n`,
  );
  await isIn(page);
});
