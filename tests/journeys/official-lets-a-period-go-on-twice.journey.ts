import { expect, type Page, test } from '@playwright/test';
import { signInAt } from './looking.ts';
import { accessible, told, writeDay } from './walking.ts';

/** A client in open work by a decision through August. */
async function served(page: Page, familyName: string) {
  const send = async (path: string, data: object) => {
    const answer = await page.request.post(path, { data });
    expect(answer.ok(), await answer.text()).toBe(true);
    return answer.json();
  };
  const came = { service: 'open-work', source: 'disability-service-application', kind: 'application' };
  const client = { familyName, givenNames: 'Aino' };
  const { clientId, referralId } = await send('/api/referrals', { client, ...came, receivedOn: '2021-06-01' });
  const asked = await page.request.get(`/api/clients/${clientId}/referrals/${referralId}/decision-frame`);
  const { offerings } = await asked.json();
  const during = { from: '2021-06-17', to: '2021-09-01' };
  const grant = { referralId, outcome: 'grant', decidedOn: '2021-06-17', during, reasons: 'Vastaa tarvetta.' };
  const decided = `/api/clients/${clientId}/decisions`;
  const { decisionId } = await send(decided, { ...grant, provisions: ['519/1977:35'] });
  const begin = { decisionId, offeringId: offerings[0].id, from: '2021-06-17', workerId: null };
  const { relationshipId } = await send(`/api/clients/${clientId}/relationships`, begin);
  return { clientId, relationshipId };
}

test('an official lets a period go on twice, each time by one form: plan, decision and service go on together @keyboard', async ({
  page,
}) => {
  await signInAt(page, 'ritva.virtanen');
  const { clientId, relationshipId } = await served(page, 'Jatkuva');
  for (const [first, last, days, inPart] of [
    ['1.9.2021', '30.11.2021', '17.6.2021–30.11.2021', false],
    ['1.12.2021', '28.2.2022', '17.6.2021–28.2.2022', true],
  ] as const) {
    await page.goto(`/clients/${clientId}/continue?relationship=${relationshipId}`);
    // The new days begin where those of before end.
    await expect(page.locator('[name="during.from"]')).toHaveValue(first);
    await writeDay(page.locator('[name="during.to"]'), last);
    await writeDay(page.locator('[name=reviewOn]'), last);
    await page.locator('[name="goals.0"]').fill('Oma työ');
    await page.fill('[name=reasons]', 'Tarve jatkuu.');
    if (inPart) {
      // Less than was asked for is decided against the client: in the matter that is taken up one is heard, or it is said why not.
      await page.getByLabel(/Myönnetään osittain/).check();
      await page.getByRole('button', { name: 'Tee suunnitelma ja jatkopäätös' }).click();
      await expect(page.getByText(/Asiakasta ei ole kuultu.*34 §/)).toBeVisible();
      await page.getByRole('button', { name: 'Ota jatko käsittelyyn' }).click();
      await page.getByRole('button', { name: 'Ota käsittelyyn' }).click();
      await told(page, 'Asia on vireillä');
      await expect(page.getByRole('link', { name: 'Avaa asia' })).toBeVisible();
      await page.getByLabel('Kuuleminen on ilmeisen tarpeetonta').check();
      await page.fill('[name=unheardBecause]', 'Asiakas pyysi itse lyhyempää jaksoa.');
    }
    await accessible(page);
    await page.getByRole('button', { name: 'Tee suunnitelma ja jatkopäätös' }).click();
    await told(page, `Palvelu jatkuu ${days}`);
    await page.waitForURL(/clients\/[^/?]+$/);
  }
  await page.goto(`/clients/${clientId}?tab=decisions`);
  await expect(page.getByRole('heading', { level: 3, name: /Avotyö 17\.6\.2021/ })).toHaveCount(3);
});
