import { expect, test } from '@playwright/test';
import { signInAt } from './looking.ts';
import { accessible, choose, go, heading, told } from './walking.ts';

test('an official moves a client from a centre to open work, which is no exit', async ({ page, isMobile }) => {
  await signInAt(page, 'ritva.virtanen');
  await page.goto('/clients');
  await page.getByLabel('Palvelu', { exact: true }).selectOption({ label: 'Työtoiminta' });
  await page.getByRole('button', { name: /palvelussa/ }).click();
  const names = page.getByRole('main').getByRole('listitem').filter({ hasNotText: 'Avotyö' }).getByRole('link');
  await accessible(page);
  const link = names.nth(isMobile ? 11 : 7);
  const name = (await link.textContent()) ?? '';

  // The one who is here already is found by the name, and taken.
  await go(page, 'Vireillä');
  await page.getByRole('button', { name: 'Ota vastaan hakemus' }).click();
  const [family = '', ...rest] = name.split(' ');
  await page.locator('[name=familyName]').fill(family);
  await page.locator('[name=givenNames]').fill(rest.join(' '));
  await page
    .getByRole('button', { name: `Käytä tätä: ${name}` })
    .first()
    .click();
  await expect(page.getByText('Asiakas on jo täällä')).toBeVisible();
  await page.locator('[name=service]').selectOption('open-work');
  await page.locator('[name=source]').selectOption('coaching-team');
  await accessible(page);
  await page.getByRole('button', { name: 'Ota vastaan hakemus tai ohjaus' }).click();
  await heading(page, 'Suunnitelma');
  await page.getByRole('link', { name: 'Päätös ilman suunnitelmaa' }).click();
  await heading(page, 'Päätös');
  await page.getByRole('radio', { name: 'Myönnetään' }).check();
  await page.locator('[name=reasons]').fill('Valmis työpaikalla tapahtuvaan toimintaan.');
  await page.getByRole('button', { name: 'Tee päätös' }).click();
  await heading(page, 'Palvelun aloitus');
  await page.getByRole('radio', { name: /^Kivelä Markus/ }).check();
  await page.getByRole('button', { name: 'Aloita palvelu' }).click();
  await told(page, 'Palvelu aloitettu.');
  await heading(page, name);

  await choose(page, 'Lopeta tai siirrä: Työtoiminta');
  await heading(page, 'Päättyminen');
  const move = page.getByRole('region', { name: 'Siirto toiseen palveluun' });
  await move.locator('[name=toRelationshipId]').selectOption({ index: 1 });
  await accessible(page);
  await move.getByRole('button', { name: 'Siirto toiseen palveluun' }).click();
  await told(page, 'Siirto kirjattu');
  await heading(page, name);
  // Today is the last day at the centre.
  const now = page.getByRole('region', { name: 'Nyt' });
  await expect(now.getByRole('listitem').filter({ hasText: 'Työtoiminta, ' })).toContainText('Päättyy 17.6.');
  await expect(now.getByRole('listitem').filter({ hasText: 'Avotyö' }).first()).toContainText('Toimintapaikka puuttuu');
  await accessible(page);
});
