import { expect, type Page, test } from '@playwright/test';
import { signInAt } from './looking.ts';
import { accessible, told, writeDay } from './walking.ts';

const send = async (page: Page, path: string, data: object) => {
  const answer = await page.request.post(path, { data });
  expect(answer.ok(), await answer.text()).toBe(true);
  return answer.json();
};

/** A client who goes on in open work by a decision until further notice. */
async function served(page: Page, familyName: string): Promise<string> {
  const came = { service: 'open-work', source: 'disability-service-application', kind: 'application' };
  const client = { familyName, givenNames: 'Veikko', easyLanguage: true };
  const { clientId, referralId } = await send(page, '/api/referrals', { client, ...came, receivedOn: '2021-06-01' });
  const { offerings } = await (
    await page.request.get(`/api/clients/${clientId}/referrals/${referralId}/decision-frame`)
  ).json();
  const grant = { referralId, outcome: 'grant', decidedOn: '2021-06-17', during: { from: '2021-06-17', to: null } };
  const { decisionId } = await send(page, `/api/clients/${clientId}/decisions`, {
    ...{ ...grant, reasons: 'Vastaa tarvetta.', provisions: ['519/1977:35'] },
  });
  const begin = { decisionId, offeringId: offerings[0].id, from: '2021-06-17', workerId: null };
  await send(page, `/api/clients/${clientId}/relationships`, begin);
  return clientId;
}

test('an official changes a decision, then ends it: the one before gives way, what stands on it ends with it, and the registers tell both', async ({
  page,
}, { project }) => {
  await signInAt(page, 'ritva.virtanen');
  const name = `Muuttuja-${project.name}`;
  const clientId = await served(page, name);
  const dialog = page.getByRole('dialog');

  const takeUp = async () => {
    await page.goto(`/clients/${clientId}?tab=decisions`);
    await page.getByRole('button', { name: 'Muuta tai lopeta' }).click();
    await dialog.getByLabel('Kenen aloitteesta').selectOption('own-contact');
    await accessible(page);
    await dialog.getByRole('button', { name: 'Ota käsittelyyn' }).click();
    await told(page, 'Asia on vireillä.');
    await page.waitForURL('**/matters/**');
    await page.goto(`/clients/${clientId}/decide?referral=${page.url().split('/').pop()}`);
  };
  const decideIt = async () => {
    await page.getByRole('button', { name: 'Tee päätös' }).click();
    await page.waitForURL(/clients\/[^/?]+$/);
  };

  await takeUp();
  await page.getByRole('radio', { name: 'Muutetaan aiempaa päätöstä' }).check();
  await writeDay(page.locator('[name="during.from"]'), '1.7.2021');
  await page.fill('[name=reasons]', 'Paikka vaihtuu.');
  await page.getByRole('button', { name: 'Esikatsele kirje' }).click();
  await expect(dialog).toContainText('Muutospäätös: avotyö');
  await expect(dialog).toContainText('tulee sen tilalle 1.7.2021 alkaen');
  await accessible(page);
  await page.keyboard.press('Escape');
  await decideIt();
  await page.goto(`/clients/${clientId}?tab=decisions`);
  await expect(page.getByText(/Muutettu päätöksellä .*1\.7\.2021 alkaen/)).toBeVisible();

  // An end takes along what stands on the decision, and is heard first.
  await takeUp();
  await page.getByRole('radio', { name: 'Lopetetaan palvelu' }).check();
  await writeDay(page.locator('[name=lastDay]'), '31.7.2021');
  await expect(page.getByText('Mitä päätöksen varassa on')).toBeVisible();
  await page.fill('[name=reasons]', 'Asiakas on saanut työpaikan.');
  await page.fill('[name=easyReasons]', 'Sait työpaikan.');
  await page.getByRole('button', { name: 'Tee päätös' }).click();
  await expect(page.getByText('Kirjaa, miksi palvelu päättyy').first()).toBeVisible();
  await page.getByLabel('Syy', { exact: true }).selectOption('employed');
  await page.getByLabel('Mihin asiakas siirtyi').selectOption('paid-work');
  await page.getByRole('radio', { name: 'Kuuleminen on ilmeisen tarpeetonta' }).check();
  await page.fill('[name=unheardBecause]', 'Asiakas pyysi itse.');
  await accessible(page);
  await decideIt();
  await page.goto(`/clients/${clientId}?tab=decisions`);
  await expect(page.getByText(/Lopetettu päätöksellä .*viimeinen päivä 31\.7\.2021/)).toBeVisible();
  await accessible(page);

  for (const [outcome, word] of [
    ['change', 'Muutettu'],
    ['end', 'Lopetettu'],
  ]) {
    await page.goto(`/matters?of=decisions&outcome=${outcome}`);
    await expect(page.getByRole('row').filter({ hasText: name })).toContainText(word ?? '');
  }
  await accessible(page);
});
