import { expect, test } from '@playwright/test';
import { signInAt } from './looking.ts';
import { accessible, choose, heading, told } from './walking.ts';

test('an official finds that two records are one person, joins them, thinks again, and keeps in touch while the matter waits', async ({
  page,
  isMobile,
}) => {
  await signInAt(page, 'ritva.virtanen');
  // Each screen has two records of its own.
  const name = `Kaksonen ${isMobile ? 'Kaija' : 'Kaisa'}`;
  const receive = async (serviceLanguage: 'fi' | 'sv') => {
    const [familyName, givenNames] = name.split(' ');
    const client = { familyName, givenNames, birthOn: '1988-08-18', serviceLanguage };
    const matter = { service: 'open-work', source: 'own-contact', kind: 'own-contact', receivedOn: '2021-06-10' };
    const answer = await page.request.post('/api/referrals', { data: { client, ...matter } });
    return (await answer.json()).clientId as string;
  };
  const first = await receive('fi');
  const second = await receive('sv');

  await page.goto(`/clients/${first}`);
  await heading(page, name);
  await choose(page, 'Onko sama henkilö kahdesti?');
  await heading(page, 'Onko sama henkilö?');
  await expect(page.getByText('Todennäköisesti sama')).toBeVisible();
  await accessible(page);

  await page.getByRole('button', { name: `Vertaa: ${name}` }).click();
  await expect(page.getByRole('row', { name: /Asiointikieli/ })).toContainText('eroaa');
  await expect(page.getByRole('row', { name: /Syntymäpäivä/ })).not.toContainText('eroaa');
  await accessible(page);
  await page.getByRole('button', { name: 'Sama henkilö, yhdistä' }).click();
  await told(page, `Yhdistetty samaan henkilöön: ${name}`);
  await expect(page.getByRole('heading', { name: 'Saman henkilön asiakaskortit' })).toBeVisible();
  await page.getByRole('button', { name: 'Kumoa' }).click();
  await expect(page.getByRole('heading', { name: 'Saman henkilön asiakaskortit' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Sama henkilö, yhdistä' }).click();
  await expect(page.getByRole('heading', { name: 'Saman henkilön asiakaskortit' })).toBeVisible();
  await accessible(page);

  await page.goto(`/clients/${first}`);
  await page.getByRole('link', { name: 'saman henkilön toinen asiakaskortti' }).click();
  await page.waitForURL(`**/clients/${second}`);
  await page.getByRole('button', { name: 'Kirjaa yhteydenotto' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Puhelu' }).click();
  await told(page, `Puhelu kirjattu: ${name}`);
  await page.getByLabel('Muistiinpano (vapaaehtoinen)').fill('Kertoi toiveistaan.');
  await page.getByRole('button', { name: 'Tallenna' }).click();
  await expect(page.getByText('Kertoi toiveistaan. · asian ollessa vireillä')).toBeVisible();
});
