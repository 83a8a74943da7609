import { expect, test } from '@playwright/test';
import { type Relation, type Role, roles } from '../../src/kernel/relation.ts';
import { opensTo, type PagePath, pages } from '../../src/screens/app/pages.ts';
import { acts } from '../../src/screens/app/registry.ts';
import { frame } from '../../src/screens/app/texts.ts';
import { type AnyAct, mayDo } from '../../src/server/act.ts';
import { signedInAs } from './signed-in-as.ts';

// Nothing is changed by looking.
test.describe.configure({ mode: 'parallel' });

/** The act without which a page is nothing to its reader. */
const shownBy: Readonly<Record<Exclude<PagePath, '/'>, keyof typeof acts>> = {
  '/attendance': 'attendancePlaces',
  '/clients': 'clientList',
  '/clients/$clientId': 'clientPage',
  '/referrals': 'waitingBoard',
  '/expiring': 'expiringBoard',
  '/referrals/new': 'receivingDesk',
  '/matters': 'matterRegister',
  '/clients/$clientId/matters/$referralId': 'matterPage',
  '/supervision': 'supervisedMatters',
  '/supervision/expiring': 'supervisedExpiring',
  '/supervision/$clientId/$referralId': 'supervisedMatter',
  '/clients/$clientId/plan/new': 'makePlan',
  '/clients/$clientId/decide': 'decisionFrame',
  '/clients/$clientId/start': 'startRelationship',
  '/clients/$clientId/continue': 'nextPeriodFrame',
  '/clients/$clientId/place': 'placementChoices',
  '/clients/$clientId/placement/$placementId': 'placements',
  '/clients/$clientId/agreement/$agreementId': 'agreement',
  '/workplaces': 'addEmployer',
  '/workplaces/$workplaceId': 'workplace',
  '/compensation': 'compensationMonths',
  '/compensation/$month': 'compensationMonth',
  '/rates': 'compensationRates',
  '/clients/$clientId/records': 'personRecords',
  '/duplicates': 'likelyDuplicates',
  '/clients/$clientId/exit': 'exitClient',
  '/clients/$clientId/cooperation': 'cooperationReferrals',
  '/descriptions': 'descriptions',
  '/figures': 'organisers',
  '/cooperation': 'cooperationLinks',
  '/organisers': 'organisers',
  '/leads': 'planGroupLeads',
  '/setup': 'ownSetup',
  '/setup/workers/$workerId': 'staff',
};

/** Who can come to have a relation: whoever works with clients is named for one. */
const ofRole: Readonly<Record<Relation, readonly Role[]>> = {
  responsible_for: ['coach', 'instructor', 'rehabilitative-instructor', 'social-worker'],
  coach_of: ['coach'],
  receiver_of: ['coach', 'rehabilitative-instructor'],
  leader_of: ['instructor', 'rehabilitative-instructor'],
  instructor_of: ['instructor', 'rehabilitative-instructor'],
  official_for: ['social-worker'],
  paymaster_for: ['finance'],
  keeper_of: ['social-worker'],
  supervisor_of: ['manager'],
};

test('each page opens to whoever may do what it shows, and to nobody else', () => {
  for (const page of pages) {
    if (page.path === '/') continue;
    const act: AnyAct = acts[shownBy[page.path]];
    const held = (role: Role) =>
      (Object.keys(ofRole) as Relation[]).filter((relation) => ofRole[relation].includes(role));
    const may = roles.filter((role) => mayDo(act.may, { roles: [role] }, held(role)));
    expect([page.path, ...roles.filter((role) => opensTo(page, [role]))]).toEqual([page.path, ...may]);
  }
});

// Which page is whose is told above, of all; here each is come to by one whom it is not for, and everybody comes to some.
const closed = pages.filter((one) => one.path !== '/' && roles.some((role) => !opensTo(one, [role])));
const triedBy = new Map(
  closed.map((one, n) => {
    const others = roles.filter((role) => !opensTo(one, [role]));
    return [one, others[n % others.length]];
  }),
);

for (const role of roles)
  test(`a ${role} who types the address of a page for others is told so, and has nothing there to press @keyboard`, async ({
    page,
  }) => {
    await signedInAs(page.request, role);
    const others = closed.filter((one) => triedBy.get(one) === role);
    expect(others.length).toBeGreaterThan(0);
    for (const { path } of others) {
      await page.goto(path.replace(/\$\w+/g, '019f0000-0000-7000-8000-000000000000'));
      await expect(page.locator('main h1')).toHaveText(frame.fi.notYours);
      await expect(page.locator('main').locator('button, input, [role=button]')).toHaveCount(0);
    }
  });
