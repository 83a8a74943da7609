import { expect, type Page, test } from '@playwright/test';
import { signInAt } from './looking.ts';
import { accessible, choose, enter, go, heading, told, writeDay } from './walking.ts';

// A coach carries the whole way but the decision, which a social worker makes by the right of the post. Each screen has an
// organiser of its own, so that neither moves the other's figures.
const coachOf = (phone: boolean) =>
  phone ? { username: 'juha.vuorinen', name: 'Vuorinen Juha' } : { username: 'tiina.laine', name: 'Laine Tiina' };
const deciderOf = (phone: boolean) =>
  phone ? { username: 'sanna.peltola', name: 'Peltola Sanna' } : { username: 'ritva.virtanen', name: 'Virtanen Ritva' };

/** A figure of the open description, as it is written there. */
function figure(page: Page, label: string) {
  return page
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: `Avaa luku: ${label}`, exact: true }) })
    .last();
}

async function numberOf(page: Page, label: string): Promise<number> {
  const written = (await figure(page, label).locator('strong').textContent()) ?? '';
  expect(written).toMatch(/^\d/);
  return Number.parseInt(written.replace(/\s/g, ''), 10);
}

interface Told {
  readonly clients: number;
  readonly exits: number;
}

/** Goes to the description of the own organiser, on a day. */
async function openDescription(page: Page, day: string): Promise<void> {
  await go(page, 'Palvelukuvaus');
  const asOf = page.locator('input[name=asOf]');
  await expect(asOf).not.toHaveValue('');
  await writeDay(asOf, day);
  await expect(page.getByText(`Tilanne ${day}`)).toBeVisible();
}

const toldBy = async (page: Page): Promise<Told> => ({
  clients: await numberOf(page, 'Asiakkaita päivänä'),
  exits: await numberOf(page, 'Päättymisen syyt'),
});

/** The description tells this on a day, once what it told before has been asked again. */
async function tells(page: Page, day: string, expected: Told): Promise<void> {
  await openDescription(page, day);
  await expect.poll(() => toldBy(page), { timeout: 20_000 }).toEqual(expected);
}

/** A name that nobody in the region has, also when the journey is walked again. */
const syllablesOfNow = () =>
  [...String(Date.now()).slice(-6)]
    .map((digit) => ['ka', 'le', 'mi', 'no', 'pu', 'ry', 'sä', 'tö', 've', 'ha'][Number(digit)])
    .join('');

/** The first client of the own list, as one who is here already. */
async function someClientOfOwn(page: Page): Promise<string> {
  await go(page, 'Asiakkaat');
  await accessible(page);
  const link = page
    .getByRole('main')
    .getByRole('link')
    .filter({ hasText: /^\S+ \S+/ })
    .first();
  return (await link.textContent()) ?? '';
}

test('a newcomer takes a client from referral to exit, and the description tells one more until the last day is over', async ({
  page,
  isMobile,
  context,
}) => {
  test.setTimeout(300_000);
  const coach = coachOf(isMobile);
  const decider = deciderOf(isMobile);
  const client = {
    family: `Uusi${syllablesOfNow()}`,
    given: 'Aino Ilona',
    born: `${1 + (Date.now() % 28)}.4.${1970 + (Date.now() % 31)}`,
  };
  const name = `${client.family} ${client.given}`;
  const today = '17.6.2021';
  const tomorrow = '18.6.2021';

  await test.step('signs in', async () => {
    await enter(page, coach.username);
    await heading(page, 'Oma päivä');
    await accessible(page);
  });
  const before =
    await test.step('reads two figures of the description of today; tomorrow is not known yet', async () => {
      await openDescription(page, tomorrow);
      await expect(figure(page, 'Asiakkaita päivänä')).toContainText('ei kirjattu');
      await openDescription(page, today);
      return toldBy(page);
    });
  await test.step('opens the figure and closes it', async () => {
    await figure(page, 'Asiakkaita päivänä').getByRole('button').click();
    const opened = page.getByRole('dialog', { name: 'Asiakkaita päivänä' });
    await expect(opened.locator('.figure-value')).toContainText(`${before.clients}`);
    await expect(opened).toContainText('Henkilö lasketaan kerran');
    await accessible(page);
    await page.keyboard.press('Escape');
    await expect(opened).toBeHidden();
    await accessible(page);
  });

  await test.step('receives a referral; whoever is alike is shown first', async () => {
    const known = await someClientOfOwn(page);
    await go(page, 'Vireillä');
    await accessible(page);
    await page.getByRole('button', { name: 'Ota vastaan hakemus' }).click();
    await heading(page, 'Hakemus tai ohjaus');
    const [family = '', ...rest] = known.split(' ');
    await page.getByLabel('Sukunimi').fill(family);
    await page.getByLabel('Etunimet').fill(rest.join(' '));
    const alike = page.getByRole('region', { name: 'Onko asiakas jo täällä?' });
    await expect(alike.getByRole('button', { name: `Käytä tätä: ${known}` })).toBeVisible();
    await accessible(page);
    await page.getByLabel('Sukunimi').fill(client.family);
    await page.getByLabel('Etunimet').fill(client.given);
    await expect(alike).toBeHidden();
    await writeDay(page.getByLabel('Syntymäpäivä'), client.born);
    await page.getByLabel('Palvelu', { exact: true }).selectOption({ label: 'Avotyö' });
    await page.getByLabel('Mistä asiakas tuli').selectOption({ label: 'Oppilaitos' });
    await page.getByLabel('Päättää opintonsa').check();
    await page.getByLabel('Palvelun tarve omin sanoin').fill('Haluan töihin puutarhaan.');
    await accessible(page);
    await page.getByRole('button', { name: 'Ota vastaan hakemus tai ohjaus' }).click();
    await told(page, 'Toimeenpantava viimeistään 17.9.2021.');
  });

  await test.step('makes the plan', async () => {
    await heading(page, 'Suunnitelma');
    await expect(page.getByText(name, { exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Laadi suunnitelma' }).click();
    await expect(page.getByText('Kirjoita ainakin yksi tavoite.')).toBeVisible();
    await accessible(page);
    await page.getByLabel('Tavoite 1', { exact: true }).fill('Kolme päivää viikossa töissä');
    await page.getByRole('button', { name: 'Lisää tavoite' }).click();
    await page.getByLabel('Tavoite 2', { exact: true }).fill('Kulkea työmatka itse');
    await writeDay(page.getByLabel('Arvioidaan viimeistään'), '17.12.2021');
    await page.getByRole('button', { name: 'Laadi suunnitelma' }).click();
    await told(page, 'Suunnitelma tallennettu.');
  });

  await test.step('sends the matter to a decider, with the letter in sight', async () => {
    await heading(page, 'Päätös');
    await page.getByRole('radio', { name: 'Myönnetään' }).check();
    await page.getByRole('textbox', { name: 'Perustelut' }).fill('Avotyö tukee tavoitetta siirtyä työelämään.');
    await page.getByLabel('Päättäjä').selectOption({ label: decider.name });
    await page.getByRole('button', { name: 'Esikatsele kirje' }).click();
    const letter = page.getByRole('dialog', { name: 'Päätöskirje ennen päätöstä' });
    await expect(letter).toContainText('Sinulle myönnetään avotyötä.');
    await expect(letter).toContainText('Avotyö tukee tavoitetta');
    await accessible(page);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Lähetä päättäjälle' }).click();
    await told(page, `Lähetetty päättäjälle: ${decider.name}.`);
    await heading(page, name);
  });

  await test.step('the decider finds the matter presented, and decides it', async () => {
    await signInAt(page, decider.username);
    await page.reload();
    await choose(page, 'Tee päätös: Avotyö');
    await heading(page, 'Päätös');
    await expect(page.getByText(`${coach.name} on esitellyt asian ${today}.`)).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Perustelut' })).toHaveValue(/Avotyö tukee tavoitetta/);
    await accessible(page);
    await page.getByRole('button', { name: 'Tee päätös' }).click();
    await told(page, 'Päätös tehty.');
    await heading(page, 'Palvelun aloitus');
    await signInAt(page, coach.username);
    await page.reload();
  });

  await test.step('begins the service, with oneself as the responsible worker', async () => {
    await heading(page, 'Palvelun aloitus');
    await page.getByRole('radio', { name: new RegExp(`^${coach.name}`) }).check();
    await accessible(page);
    await page.getByRole('button', { name: 'Aloita palvelu' }).click();
    await told(page, 'Palvelu aloitettu.');
    await heading(page, name);
    await expect(page.getByText('työvalmentaja, vastuutyöntekijä')).toBeVisible();
    await accessible(page);
  });

  await test.step('opens the letter as PDF, from where the decision stands', async () => {
    await page.getByRole('tab', { name: 'Päätökset' }).click();
    const letter = page.getByRole('link', { name: 'Avaa päätöskirje (PDF)' });
    const answered = context.waitForEvent('response', (response) => response.url().endsWith('/letter'));
    await letter.click();
    const response = await answered;
    expect(response.status()).toBe(200);
    expect(response.headers()['content-type']).toBe('application/pdf');
    const file = await page.request.get((await letter.getAttribute('href')) ?? '');
    expect((await file.body()).subarray(0, 5).toString()).toBe('%PDF-');
    for (const other of context.pages()) if (other !== page) await other.close();
    await accessible(page);
  });

  await test.step('places the client at a workplace on three days', async () => {
    await choose(page, 'Järjestä paikka: Avotyö');
    await heading(page, 'Järjestä paikka');
    const where = page.getByRole('combobox', { name: 'Mihin' });
    await where.click();
    await page.getByRole('listbox', { name: 'Mihin' }).getByRole('option').first().click();
    for (const weekday of ['maanantai', 'keskiviikko', 'torstai'])
      await page.getByRole('button', { name: `${weekday} aamupäivä`, exact: true }).click();
    await page.getByLabel('Alkaa klo').fill('08:00');
    await page.getByLabel('Päättyy klo').fill('11:30');
    await accessible(page);
    await page.getByRole('button', { name: 'Järjestä paikka' }).click();
    await told(page, 'Paikka järjestetty');
  });

  const workplace = await test.step('makes the agreement, and each of the three approves it', async () => {
    await expect(page.getByText('Sopimusta ei ole vielä tehty')).toBeVisible();
    await accessible(page);
    await page.getByRole('button', { name: 'Tee sopimus' }).click();
    const dialog = page.getByRole('dialog', { name: 'Tee sopimus' });
    await expect(dialog.getByLabel('Päivät ja kellonajat')).toHaveValue(/ma.*ke.*to/i);
    if ((await dialog.getByLabel('Tehtävät sopimuksessa').inputValue()) === '')
      await dialog.getByLabel('Tehtävät sopimuksessa').fill('Puutarhan hoito');
    await accessible(page);
    await dialog.getByRole('button', { name: 'Tee sopimus' }).click();
    await expect(dialog).toBeHidden();
    for (const party of ['Asiakas', 'Työnantaja', 'Järjestäjä']) {
      await page.getByRole('button', { name: `Kirjaa hyväksyntä: ${party}, ${name}` }).click();
      await told(page, `Hyväksyntä kirjattu: ${party}.`);
    }
    await told(page, 'Kaikki ovat hyväksyneet.');
    await accessible(page);
    const placed = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
    expect(placed).toMatch(/^Toimintapaikka: /);
    return placed.replace('Toimintapaikka: ', '');
  });

  await test.step('marks the client present today', async () => {
    await go(page, 'Läsnäolot');
    await accessible(page);
    await page.getByRole('link', { name: workplace, exact: true }).first().click();
    await accessible(page);
    const row = page.getByRole('grid').getByRole('row').filter({ hasText: name });
    const cell = row.locator('[role=gridcell][data-look=due]');
    if (isMobile) await cell.tap();
    else await cell.press('x');
    await expect(row.locator('[role=gridcell][data-look=present]')).toHaveAttribute('aria-label', /^Läsnä/);
    await expect(page.getByText(/^Tallennettu \d/)).toBeVisible();
  });

  await test.step('sees what the day earns', async () => {
    await page.getByRole('grid').getByRole('link', { name }).click();
    await heading(page, name);
    await page.getByRole('tab', { name: 'Korvaukset' }).click();
    const line = page.getByRole('row', { name: /17\.6\./ });
    await expect(line).toContainText('12,00 €');
    await accessible(page);
  });

  await test.step('records a call from the day in two taps, and takes it back', async () => {
    await go(page, 'Oma päivä');
    const row = page.getByRole('listitem').filter({ has: page.getByRole('link', { name, exact: true }) });
    await row.getByRole('button', { name: `Kirjaa puhelu, ${name}` }).click();
    await told(page, `Puhelu kirjattu: ${name}.`);
    await accessible(page);
    await row.getByRole('button', { name: `Kumoa kirjaus, ${name}` }).click();
    await told(page, 'Kumottu');
  });

  await test.step('the description tells one more, with the client among its cases', async () => {
    await tells(page, today, { clients: before.clients + 1, exits: before.exits });
    await figure(page, 'Asiakkaita päivänä').getByRole('button').click();
    const opened = page.getByRole('dialog', { name: 'Asiakkaita päivänä' });
    await opened.getByRole('button', { name: 'Näytä tapaukset' }).click();
    const match = opened.getByRole('link', { name, exact: true });
    await expect(match).toBeVisible();
    await accessible(page);
    await match.click();
    await heading(page, name);
  });

  await test.step('the client leaves for studies', async () => {
    await choose(page, 'Lopeta tai siirrä: Avotyö');
    await heading(page, 'Päättyminen');
    await page.getByRole('button', { name: 'Lopeta palvelu' }).click();
    await expect(page.locator('[aria-invalid="true"]').first()).toBeFocused();
    await page.getByLabel('Syy', { exact: true }).selectOption({ label: 'Opiskelu' });
    await page.getByLabel('Mihin asiakas siirtyi').selectOption({ label: 'Opiskelu' });
    await accessible(page);
    await page.getByRole('button', { name: 'Lopeta palvelu' }).click();
    await told(page, 'Avotyö päättynyt');
    await heading(page, name);
    await expect(page.getByRole('region', { name: 'Nyt' })).toContainText('Päättyy 17.6.');
    await accessible(page);
  });

  await test.step('and until the last day is over the description tells the client, and of the next day nothing yet', async () => {
    // The last day is still a day in the service.
    await tells(page, today, { clients: before.clients + 1, exits: before.exits });
    await openDescription(page, tomorrow);
    await expect(figure(page, 'Asiakkaita päivänä')).toContainText('ei kirjattu');
  });
});
