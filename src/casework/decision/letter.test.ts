import { describe, expect, test } from 'vitest';
import { readPaper } from '../../../tests/paper.ts';
import { day } from '../../kernel/day.ts';
import { plainLanguage, type ReadingLanguage } from '../../kernel/language.ts';
import { range, rangeThrough } from '../../kernel/range.ts';
import { compileLetter } from '../../server/letters/typst.ts';
import { blocksOf, decisionPaper } from './letter.ts';
import type { DecisionLetter } from './words.ts';

const granted: DecisionLetter = {
  language: 'fi',
  authority: {
    name: 'Porin perusturvan yhteistoiminta-alue',
    unit: 'Vammaispalvelut',
    address: ['Maantiekatu 31', '28120 Pori'],
  },
  reference: 'PPT/2021/00431',
  decidedOn: day('2021-06-17'),
  decidedBy: { name: 'Päivi Sjöblom', post: 'johtava sosiaalityöntekijä' },
  presentedBy: null,
  delegation: null,
  unsignedBy: 'Hallintolaki (434/2003) 44 §',
  correction: null,
  insteadOf: null,
  changed: null,
  client: { name: 'Väinö Ääri-Åkerlund', bornOn: day('1994-03-02') },
  address: { kind: 'postal', lines: ['Öljymäentie 4 B 12', '28100 Pori'] },
  delivery: 'post',
  matter: 'avotyötoiminta',
  object: 'avotyötoimintaa',
  pendingOn: day('2021-05-03'),
  outcome: {
    kind: 'granted',
    inPart: false,
    during: rangeThrough(day('2021-08-02'), day('2022-07-31')),
    amount: '3 päivää viikossa, 5 tuntia päivässä',
    place: 'Prisma Mikkola, hyllytys',
    provider: 'Porin perusturva, työhönvalmennus',
    charge: 'Palvelu on maksuton. Ateriasta peritään 5,37 €.',
  },
  easyReasons: null,
  unheard: null,
  explanations: [],
  reasons:
    'Hakija on ollut työtoiminnassa Ulvilan toimintakeskuksessa vuodesta 2017. Hän haluaa tehdä työtä kodin ulkopuolisella työpaikalla.\n\nRatkaisuun vaikuttivat:\n- hakemus 3.5.2021\n- palvelusuunnitelma 28.5.2021\n- työvalmentajan arvio: hakija selviytyy hyllytyksestä, kun ohjaus on alussa säännöllistä\n\nAvotyötoiminta vastaa hakijan suorituskykyä ja on hänen etunsa mukaista.',
  provisions: [
    'Laki kehitysvammaisten erityishuollosta (519/1977) 2 § ja 35 § 2 mom.',
    'Sosiaalihuoltolaki (1301/2014) 45 §',
    'Hallintolaki (434/2003) 43–46 §',
  ],
  beginning: { kind: 'contact', by: 'Työvalmentaja Tiina Laine' },
  contact: {
    name: 'Tiina Laine',
    post: 'työvalmentaja',
    phone: '044 701 2345',
    email: 'tiina.laine@pori.example',
  },
  secretBy: 'JulkL 24 § 1 mom. 25 k',
  appeal: {
    authority: 'Porin perusturvalautakunta',
    days: 30,
    presumedOnDay: { post: 7, electronic: 3 },
    postalAddress: ['Porin perusturvalautakunta', 'PL 33', '28101 Pori'],
    visitingAddress: 'Maantiekatu 31, 28120 Pori',
    openingHours: 'arkisin klo 9–15',
    email: 'kirjaamo@pori.example',
    provisions: ['Sosiaalihuoltolaki (1301/2014) 50 §', 'Hallintolaki (434/2003) 46 § ja 49 c §'],
  },
};

const ended: DecisionLetter = {
  ...granted,
  changed: { number: '15/2021', decidedOn: day('2021-01-04') },
  outcome: { kind: 'ended', lastDay: day('2021-08-31') },
  beginning: null,
};

const denied: DecisionLetter = { ...granted, outcome: { kind: 'denied' }, beginning: null };

const notice = { heading: 'Tietosuoja', text: 'Rekisterinpitäjä on Porin perusturva.' };

async function printed(letter: DecisionLetter, others: readonly DecisionLetter[] = []) {
  const paper = decisionPaper(letter, others);
  const pdf = await compileLetter({
    template: new URL('./letter.typ', import.meta.url),
    data: paper,
    notice,
    pdf: 'ua-1',
    title: paper.title,
    lang: plainLanguage(letter.language),
    day: letter.decidedOn,
  });
  return readPaper(pdf);
}

/** What is read of a letter before it is made, in its order, without the signs between the words. */
function previewed(letter: DecisionLetter, others: readonly DecisionLetter[] = []): string {
  const paper = decisionPaper(letter, others);
  const rows = (all: readonly { readonly label: string; readonly value: string }[]) =>
    all.flatMap(({ label, value }) => [label, value]);
  const blocks = blocksOf(paper, notice).flatMap(({ as, heading, text, rows: labelled, items }) => {
    const written = text.split('\n').map((line) => line.replace(/^- /u, ''));
    const before = as === 'outcome' ? written : [];
    return [heading ?? '', ...before, ...rows(labelled), ...(as === 'outcome' ? [] : written), ...items];
  });
  const head = [paper.sender.name, ...paper.sender.lines, ...paper.recipient.lines, ...rows(paper.facts)];
  return [...head, paper.title, ...blocks].join('').replaceAll(/\s/gu, '');
}

const day27e: DecisionLetter = {
  ...granted,
  matter: 'työtoiminta',
  object: 'työtoimintaa',
  reference: 'PPT/2021/00432',
  pendingOn: day('2021-05-10'),
  outcome: { kind: 'denied' },
  reasons: 'Työtoiminta ei vastaa hakijan tarvetta.',
  explanations: [{ kind: 'departsFromPlan', because: 'Hakija siirtyy työpaikalle.' }],
  provisions: ['Sosiaalihuoltolaki (710/1982) 27 e §', 'Sosiaalihuoltolaki (1301/2014) 45 §'],
  beginning: null,
};

describe('a letter before it is made', () => {
  const selko = { language: 'selko', easyReasons: 'Tarvitset työtä.\nTyö auttaa sinua.' } as const;
  test.each<[string, DecisionLetter, readonly DecisionLetter[]]>([
    ['a grant', { ...granted, number: '57/2021' }, []],
    ['in easy language', { ...granted, ...selko }, []],
    ['in Swedish', { ...granted, language: 'sv' }, []],
    ['an end', ended, []],
    ['a denial, explained', { ...denied, explanations: day27e.explanations }, []],
    ['several services', granted, [day27e]],
    ['several services in easy language', { ...granted, ...selko }, [{ ...day27e, ...selko }]],
  ])('says word for word, and in the same order, what is printed: %s', async (_, letter, others) => {
    const { run } = await printed(letter, others);
    const paper = decisionPaper(letter, others);
    const foot = RegExp.escape(paper.footer.join('').replaceAll(/\s/gu, ''));
    const head = RegExp.escape(paper.title.replaceAll(/\s/gu, ''));
    // Without what stands at the edge of each page.
    const print = run
      .replaceAll(new RegExp(`${foot}${paper.pageLabel}\\d+\\(\\d+\\)(${head})?`, 'gu'), '')
      .replaceAll('•', '');
    expect(print).toBe(previewed(letter, others));
  });
});

describe('a letter about several services', () => {
  test('tells of each what was decided and why, and once to whom, by whom and what one may do', async () => {
    const { text, accessible } = await printed({ ...granted, number: '57/2021' }, [day27e]);
    expect(accessible).toBe(true);
    expect(text).toMatch(/Päätös: avotyötoiminta ja työtoiminta/);
    expect(text).toMatch(/Päätöksen numero 57\/2021 Asianumerot PPT\/2021\/00431, PPT\/2021\/00432/);
    expect(text).toMatch(/Vireillä avotyötoiminta 3\.5\.2021, työtoiminta 10\.5\.2021/);
    expect(text).toMatch(/Avotyötoiminta Ratkaisu Sinulle myönnetään.*Työtoiminta Ratkaisu Sinulle ei myönnetä/);
    expect(text).toContain('Työtoiminta ei vastaa hakijan tarvetta.');
    for (const once of ['Päätöksen tekijä Päivi', 'Oikaisuvaatimusohje', '(1301/2014) 45 §'])
      expect(text.split(once)).toHaveLength(2);
    expect(text).toContain('Kerro myös, mitä palvelua vaatimuksesi koskee.');
  });
});

describe('a decision letter', () => {
  test.each<ReadingLanguage>(['fi', 'sv', 'en'])(
    'is an accessible paper with its title and language: %s',
    async (language) => {
      const paper = await printed({ ...granted, language });
      expect(paper.accessible).toBe(true);
      expect(paper.language).toMatch(new RegExp(`^${language}`));
      expect(paper.title).toBe(decisionPaper({ ...granted, language }).title);
      expect(paper.roles).toEqual(expect.arrayContaining(['H1', 'H2', 'H3', 'P', 'L', 'LI']));
    },
  );

  test('says all that the law asks of a written decision', async () => {
    const { text } = await printed(granted);
    const texts = [
      granted.authority.name,
      '17.6.2021',
      'Väinö Ääri-Åkerlund',
      'Öljymäentie 4 B 12',
      'Sinulle myönnetään avotyötoimintaa.',
      '2.8.2021',
      '31.7.2022',
      'Avotyötoiminta vastaa hakijan suorituskykyä',
      ...granted.provisions,
      '044 701 2345',
      'Päivi Sjöblom',
      'Työvalmentaja Tiina Laine ottaa sinuun yhteyttä',
    ];
    for (const one of texts) expect(text).toContain(one);
  });

  test('names who presented the matter, and on what the power to decide rests', async () => {
    const { text } = await printed({
      ...granted,
      presentedBy: { name: 'Tiina Laine', post: 'työvalmentaja' },
      delegation: 'Hallintosääntö 12 §',
    });
    expect(text).toContain('Esittelijä Tiina Laine, työvalmentaja');
    expect(text).toContain('Päätösvalta: Hallintosääntö 12 §');
    expect(text).toContain('vahvistanut päätöksen sähköisesti 17.6.2021');
    expect(text).toContain('ei vaadi päätökseen allekirjoitusta (Hallintolaki (434/2003) 44 §)');
    expect(text).toContain('Rekisterinpitäjä on Porin perusturva.');
    expect((await printed(granted)).text).not.toMatch(/Esittelijä|Päätösvalta|sähköisesti 17/);
  });

  test('tells how to ask for rectification: whom, in what time, what to write, where to', async () => {
    const { text } = await printed(denied);
    const texts = [
      'Oikaisuvaatimusohje',
      'Vaatimuksen käsittelee Porin perusturvalautakunta',
      '30 päivän kuluessa',
      '7. päivänä siitä, kun kirje lähetettiin',
      'millä perusteilla vaadit oikaisua',
      'kirjaamo@pori.example',
      'arkisin klo 9–15',
      'Sosiaalihuoltolaki (1301/2014) 50 §',
    ];
    for (const one of texts) expect(text).toContain(one);
  });

  test.each([
    ['fi', 'perillä viimeistään määräajan viimeisenä päivänä'],
    ['sv', 'framme senast den sista dagen'],
    ['en', 'arrive no later than the last day'],
  ] as const)('may be answered on any day up to the last: %s', async (language, words) => {
    expect((await printed({ ...denied, language })).text).toContain(words);
  });

  test('that denies neither says how the service begins nor when', async () => {
    const { text } = await printed(denied);
    expect(text).toContain('Sinulle ei myönnetä avotyötoimintaa.');
    expect(text).not.toContain('Näin palvelu alkaa');
    expect(text).not.toContain('2.8.2021');
  });

  test('opens with a summary for a client who reads easy Finnish, and only then', async () => {
    const easy = await printed({ ...granted, language: 'selko' });
    expect(easy.language).toMatch(/^fi/);
    expect(easy.text).toContain('Tärkein asia selkokielellä');
    expect(easy.text).toContain('Palvelu loppuu 31.7.2022.');
    expect((await printed(granted)).text).not.toContain('selkokielellä');
  });

  test('open-ended says so in each language', async () => {
    const open = { ...granted, outcome: { ...granted.outcome, during: range(day('2021-08-02')) } as const };
    expect((await printed(open)).text).toContain('voimassa toistaiseksi');
    expect((await printed({ ...open, language: 'sv' })).text).toContain('Ingen sista dag (gäller tills vidare)');
    expect((await printed({ ...open, language: 'selko' })).text).toContain('viimeistä päivää ei ole päätetty');
  });

  test('of a protected address prints the substitute, or no address at all', async () => {
    const substitute = await printed({ ...granted, address: { kind: 'substitute', lines: ['PL 100', '28101 Pori'] } });
    expect(substitute.text).toContain('PL 100');
    const none = await printed({ ...granted, address: { kind: 'none' }, delivery: 'in-person' });
    expect(none.text).toContain('Väinö Ääri-Åkerlund');
    expect(none.text).toContain('Luovutetaan henkilökohtaisesti');
    for (const { text } of [substitute, none]) expect(text).not.toContain('Öljymäentie');
  });

  test('prints whatever was written as it was written', async () => {
    const hostile = '#panic("x") $ ] } \\ *a* @b <c> // d';
    const letter = {
      ...granted,
      client: { name: hostile, bornOn: null },
      matter: hostile,
      reasons: hostile.repeat(400),
    };
    const paper = await printed(letter);
    expect(paper.run).toContain(hostile.repeat(3).replaceAll(' ', ''));
    expect(paper.title).toBe(`Päätös: ${hostile}`);
    expect(paper.accessible).toBe(true);
  });
});

describe('a letter that ends a service', () => {
  test('says so in its heading, its sentence and its own part, in each language', async () => {
    const { text } = await printed(ended);
    expect(text).toContain('Päätös palvelun lopettamisesta');
    expect(text).toContain('Palvelusi päättyy: avotyötoiminta. Viimeinen päivä on 31.8.2021.');
    expect(text).toContain('Tämä päätös lopettaa päätöksen 15/2021, joka on tehty 4.1.2021.');
    expect(text).not.toContain('Näin palvelu alkaa');
    for (const [language, words] of [
      ['sv', 'Sista dagen är 31.8.2021'],
      ['en', 'Its last day is 31 August 2021'],
    ] as const) {
      const other = decisionPaper({ ...ended, language });
      expect(other.parts[0]?.outcome.statement).toContain(words);
      expect(other.title).not.toBe(decisionPaper({ ...granted, language }).title);
    }
    const easy = decisionPaper({ ...ended, language: 'selko', easyReasons: 'Et tarvitse enää palvelua.' }).easy?.lines;
    expect(easy).toContain('Palvelusi loppuu.');
    expect(easy).toContain('Viimeinen päivä on 31.8.2021.');
    expect(easy).toContain('Et tarvitse enää palvelua.');
  });

  test('of a change says from when, and that the service goes on', () => {
    const paper = decisionPaper({ ...granted, changed: ended.changed });
    expect(paper.title).toBe('Muutospäätös: avotyötoiminta');
    expect(paper.parts[0]?.sections.map(({ heading }) => heading)).toContain('Näin palvelu jatkuu');
    const easy = decisionPaper({ ...granted, language: 'selko', changed: ended.changed }).easy?.lines;
    expect(easy).toContain('Palvelusi muuttuu.');
    expect(easy).toContain('Muutos alkaa 2.8.2021.');
  });
});
