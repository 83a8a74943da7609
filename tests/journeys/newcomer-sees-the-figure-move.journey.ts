import { type APIRequestContext, expect, type Page, test } from '@playwright/test';

// Each project has a service of its own, so that neither moves the other's figure.
const serviceOf = (phone: boolean) => (phone ? 'work-activity' : 'open-work');

/** What the answers of the path have in them, of what the next step needs. */
interface Told {
  readonly title?: string;
  readonly label: string;
  readonly clientId: string;
  readonly referralId: string;
  readonly planId: string;
  readonly decisionId: string;
  readonly relationshipId: string;
  readonly offerings: readonly { id: string; service: string; provisionMode: string }[];
}

async function asked(answer: ReturnType<APIRequestContext['get']>): Promise<Told> {
  const response = await answer;
  const body = (await response.json()) as Told;
  expect([response.status(), body.title ?? null]).toEqual([200, null]);
  return body;
}

/** The figure as its page shows it: the row's label and number. */
async function shown(page: Page, service: string, label: string): Promise<number> {
  await page.goto(`/figures?organiser=rauma&service=${service}`);
  const row = page.getByRole('row').filter({ hasText: label }).first();
  await expect(row).toBeVisible();
  return Number(/(?<!Q)\b\d+\b/.exec((await row.locator('strong').first().textContent()) ?? '')?.[0]);
}

test('a client who comes, is granted a service and begins it moves the figure by one, and the exit moves it back', async ({
  page,
  isMobile,
}) => {
  const service = serviceOf(isMobile);
  const { request } = page;
  await asked(request.post('/api/session', { data: { username: 'eva.lindholm', password: 'polku-2021' } }));
  const { label } = await asked(request.get(`/api/figures/clients-on-day?organiser=rauma&service=${service}`));
  const before = await shown(page, service, label);

  const name = isMobile ? 'Puhelinmäki' : 'Pöytämäki';
  const { clientId, referralId } = await asked(
    request.post('/api/referrals', {
      data: {
        client: { familyName: name, givenNames: 'Ylva', serviceLanguage: 'sv' },
        service,
        source: 'school',
        kind: 'application',
        receivedOn: '2021-06-10',
        finishesStudies: true,
      },
    }),
  );
  const { planId } = await asked(
    request.post(`/api/clients/${clientId}/plans`, {
      data: {
        referralId,
        service,
        kind: 'service',
        madeOn: '2021-06-11',
        during: { from: '2021-06-11', to: null },
        reviewOn: '2021-12-01',
        goals: ['Oppia työmatka'],
      },
    }),
  );
  const { decisionId } = await asked(
    request.post(`/api/clients/${clientId}/decisions`, {
      data: {
        referralId,
        planId,
        outcome: 'grant',
        decidedOn: '2021-06-14',
        during: { from: '2021-06-14', to: null },
        reasons: 'Tarvitsee tukea työhön.',
        provisions: ['519/1977:35'],
      },
    }),
  );
  const letter = await request.get(`/api/clients/${clientId}/decisions/${decisionId}/letter`);
  expect((await letter.body()).subarray(0, 5).toString()).toBe('%PDF-');
  expect(await shown(page, service, label)).toBe(before);

  const { offerings } = await asked(request.get('/api/organisers/rauma'));
  const offeringId = offerings.find((one) => one.service === service && one.provisionMode === 'own')?.id;
  const { relationshipId } = await asked(
    request.post(`/api/clients/${clientId}/relationships`, { data: { decisionId, offeringId, from: '2021-06-16' } }),
  );
  expect(await shown(page, service, label)).toBe(before + 1);

  // The case behind the number, by name, to somebody who may see it.
  await page.getByRole('row').filter({ hasText: label }).first().getByRole('button').last().click();
  const figure = page.getByRole('dialog');
  await figure.getByRole('button', { name: 'Visa fallen' }).click();
  await expect(figure.getByRole('link', { name: `${name} Ylva` })).toBeVisible();

  await asked(
    request.post(`/api/clients/${clientId}/relationships/${relationshipId}/exit`, {
      data: { lastDay: '2021-06-16', reason: 'studies', destination: 'studies' },
    }),
  );
  expect(await shown(page, service, label)).toBe(before);
});
