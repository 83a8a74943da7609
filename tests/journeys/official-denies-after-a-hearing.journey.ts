import { expect, type Page, test } from '@playwright/test';
import { signInAt } from './looking.ts';
import { accessible, told, writeDay } from './walking.ts';

/** An application of a new client, as it stands before anybody has looked at it. */
async function apply(page: Page, familyName: string): Promise<{ clientId: string; referralId: string }> {
  return page.evaluate(async (name) => {
    const answer = await fetch('/api/referrals', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        client: { familyName: name, givenNames: 'Veikko', easyLanguage: true },
        service: 'open-work',
        source: 'disability-service-application',
        kind: 'application',
        receivedOn: '2021-06-01',
      }),
    });
    return answer.json();
  }, familyName);
}

test('an official hears a client, denies, serves, and the denial is challenged and mended; what was done stays on the line of the matter', async ({
  page,
}, { project }) => {
  await signInAt(page, 'ritva.virtanen');
  await page.goto('/matters');
  const { clientId, referralId } = await apply(page, `Kuultava-${project.name}`);
  const matter = `/clients/${clientId}/matters/${referralId}`;

  // The register has the matter under its number.
  await page.goto('/matters?state=pending');
  await page
    .getByRole('row')
    .filter({ hasText: `Kuultava-${project.name}` })
    .getByRole('link')
    .click();
  await page.waitForURL(`**${matter}`);
  await accessible(page);

  // A denial waits for the hearing.
  await page.goto(`/clients/${clientId}/decide?referral=${referralId}`);
  await page.getByRole('radio', { name: 'Hylätään' }).check();
  await page.fill('[name=reasons]', 'Työkykyä ei ole vielä arvioitu.');
  await page.fill('[name=easyReasons]', 'Emme tiedä vielä, mihin työhön pystyt.');
  await page.getByRole('button', { name: 'Tee päätös' }).click();
  await expect(page.getByText('Kuule asiakasta ennen kielteistä päätöstä, tai')).toBeVisible();
  await accessible(page);

  await page.goto(matter);
  await page.getByRole('button', { name: 'Pyydä kuulemista' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('[name=about]').fill('Aiomme hylätä hakemuksen, koska työkykyä ei ole arvioitu.');
  await accessible(page);
  await dialog.getByRole('button', { name: 'Pyydä kuulemista' }).click();
  await told(page, 'Kuulemispyyntö tehty.');
  await page.getByRole('button', { name: 'Kirjaa vastaus' }).click();
  await dialog.locator('[name=answer]').fill('Käyn arvioinnissa syksyllä.');
  await dialog.getByRole('button', { name: 'Kirjaa vastaus' }).click();
  await told(page, 'Vastaus kirjattu.');

  await page.goto(`/clients/${clientId}/decide?referral=${referralId}`);
  await page.getByRole('radio', { name: 'Hylätään' }).check();
  await expect(page.getByText('Asiakasta on kuultu.')).toBeVisible();
  await page.fill('[name=reasons]', 'Työkykyä ei ole vielä arvoitu.');
  await page.fill('[name=easyReasons]', 'Emme tiedä vielä, mihin työhön pystyt.');
  await page.getByRole('button', { name: 'Tee päätös' }).click();
  await page.waitForURL(/clients\/[^/?]+$/);

  // Served by hand: the day until which it can be challenged is told at once.
  await page.goto(matter);
  await page.getByRole('button', { name: 'Kirjaa tiedoksianto' }).click();
  await dialog.getByRole('radio', { name: 'Luovutettiin henkilökohtaisesti' }).check();
  await dialog.getByRole('button', { name: 'Kirjaa tiedoksianto' }).click();
  await told(page, 'Oikaisua voi vaatia 19.7.2021 saakka');
  await expect(page.getByRole('list').filter({ hasText: 'Asia tuli vireille' })).toContainText('Kuultiin');
  await accessible(page);

  const other = async (act: string) => {
    await page.getByRole('button', { name: 'Muut toimet' }).click();
    await page.getByRole('menuitem', { name: act }).click();
  };
  await other('Korjaa kirjoitusvirhe');
  await dialog.locator('[name=because]').fill('Sana oli väärin kirjoitettu.');
  await dialog.locator('[name=reasons]').fill('Työkykyä ei ole vielä arvioitu.');
  await dialog.getByRole('button', { name: 'Korjaa kirjoitusvirhe' }).click();
  await told(page, 'Päätös korjattu.');

  // It was sent by post after all: the last day follows, and is told before anything is saved.
  await other('Korjaa tiedoksianto');
  await dialog.getByRole('radio', { name: 'Kirjeenä postitse' }).check();
  await expect(dialog.getByText('Oikaisua voi vaatia 26.7.2021 saakka')).toBeVisible();
  await dialog.locator('[name=why]').fill('Kirje lähetettiin postitse.');
  await accessible(page);
  await dialog.getByRole('button', { name: 'Korjaa tiedoksianto' }).click();
  await told(page, 'Tiedoksianto korjattu.');

  await other('Kirjaa oikaisuvaatimus');
  await dialog.locator('[name=demands]').fill('Palvelu on myönnettävä.');
  await dialog.getByRole('button', { name: 'Kirjaa oikaisuvaatimus' }).click();
  await told(page, 'Oikaisuvaatimus kirjattu.');
  await page.getByRole('button', { name: 'Kirjaa toimielimen ratkaisu' }).click();
  await dialog.getByRole('radio', { name: 'Päätöstä muutettiin' }).check();
  await writeDay(dialog.locator('[name=decidedOn]'), '17.6.2021');
  await dialog.locator('[name=reasons]').fill('Arviointi on tehty.');
  await dialog.getByRole('button', { name: 'Kirjaa toimielimen ratkaisu' }).click();
  await told(page, 'Ratkaisu kirjattu.');
  const line = page.getByRole('list').filter({ hasText: 'Asia tuli vireille' });
  for (const step of ['Pyydettiin kuulemista', 'Kirjoitusvirhe korjattiin', 'Oikaisuvaatimus saapui'])
    await expect(line).toContainText(step);
  await expect(page.getByText(/versio 2/)).toBeVisible();
  await accessible(page);
});
