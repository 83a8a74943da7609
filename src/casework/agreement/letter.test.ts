import { describe, expect, test } from 'vitest';
import { readPaper } from '../../../tests/paper.ts';
import { day } from '../../kernel/day.ts';
import { plainLanguage, type ReadingLanguage } from '../../kernel/language.ts';
import { cents } from '../../kernel/money.ts';
import { rangeThrough } from '../../kernel/range.ts';
import { compileLetter } from '../../server/letters/typst.ts';
import { agreementPaperOf } from './texts.ts';
import { type AgreementLetter, parties } from './words.ts';

const agreement: AgreementLetter = {
  language: 'fi',
  copy: 'organiser',
  reference: 'PPT/2021/00431',
  madeOn: day('2021-06-17'),
  service: 'avotyötoiminta',
  basis: 'activity',
  organiser: {
    name: 'Porin perusturvan yhteistoiminta-alue',
    unit: 'Työhönvalmennus',
    address: ['Maantiekatu 31, 28120 Pori'],
    contact: {
      name: 'Tiina Laine',
      post: 'työvalmentaja',
      phone: '044 701 2345',
      email: 'tiina.laine@pori.example',
    },
  },
  client: { name: 'Väinö Ääri-Åkerlund', phone: '040 123 4567' },
  employer: {
    name: 'Satakunnan Osuuskauppa',
    businessId: '0000000-0',
    workplace: 'Prisma Mikkola',
    address: ['Mikkolantie 1', '28130 Pori'],
    contact: { name: 'Örjan Säkylä', post: 'osastopäällikkö', phone: '010 763 0001', email: null },
  },
  during: rangeThrough(day('2021-08-02'), day('2022-07-31')),
  renewBy: day('2022-06-30'),
  hours: 'ma ja ke klo 9.00–14.00, to klo 12.00–16.00',
  tasks: ['hyllytys kuivatavaraosastolla', 'pullonpalautuksen siisteys', 'kärryjen keräily'],
  compensation: { perDay: cents(1200), employerShare: cents(600) },
  meals: 'Työnantaja tarjoaa lounaan.',
  coaching:
    'Valmentaja käy työpaikalla kerran viikossa kahden ensimmäisen kuukauden ajan. Sen jälkeen hän pitää yhteyttä 2–3 viikon välein.',
  approvals: [
    { party: 'client', name: 'Väinö Ääri-Åkerlund', approvedOn: day('2021-06-15') },
    { party: 'employer', name: 'Örjan Säkylä', approvedOn: null },
    { party: 'organiser', name: 'Tiina Laine', approvedOn: day('2021-06-17') },
  ],
};

async function printed(letter: AgreementLetter) {
  const paper = agreementPaperOf(letter);
  const pdf = await compileLetter({
    template: new URL('./letter.typ', import.meta.url),
    data: paper,
    notice: { heading: 'Tietosuoja', text: 'Rekisterinpitäjä on Porin perusturva.' },
    pdf: 'ua-1',
    title: paper.title,
    lang: plainLanguage(letter.language),
    day: letter.madeOn,
  });
  return readPaper(pdf);
}

describe('an agreement about a placement', () => {
  test.each<ReadingLanguage>(['fi', 'sv', 'en'])(
    'is an accessible paper with its title and language: %s',
    async (language) => {
      const paper = await printed({ ...agreement, language });
      expect(paper.accessible).toBe(true);
      expect(paper.language).toMatch(new RegExp(`^${language}`));
      expect(paper.title).toBe(agreementPaperOf({ ...agreement, language }).title);
      expect(paper.roles).toEqual(expect.arrayContaining(['H1', 'H2', 'Table', 'TH', 'TD', 'LI']));
    },
  );

  test('says who, when, what and for how much, and by which day it is renewed', async () => {
    const { text } = await printed(agreement);
    const texts = [
      'Väinö Ääri-Åkerlund',
      'Satakunnan Osuuskauppa',
      'Yhteyshenkilö: Örjan Säkylä',
      '2.8.2021',
      '31.7.2022',
      'Uusitaan viimeistään 30.6.2022',
      'ma ja ke klo 9.00–14.00, to klo 12.00–16.00',
      'kärryjen keräily',
      '12,00 € jokaiselta osallistumispäivältä',
      '6,00 € päivältä järjestäjälle',
    ];
    for (const one of texts) expect(text).toContain(one);
  });

  test('shows which parties have approved and which have not', async () => {
    const { text } = await printed(agreement);
    expect(text).toContain('15.6.2021');
    expect(text.match(/Odottaa hyväksyntää/g)).toHaveLength(1);
  });

  test('tells nobody of benefits: the employer reads it too', () => {
    for (const copy of parties)
      expect(JSON.stringify(agreementPaperOf({ ...agreement, copy }))).not.toMatch(/eläke|etuuksi/);
  });

  test('leaves the client’s own number out of the employer’s copy', async () => {
    expect((await printed(agreement)).run).toContain('0401234567');
    expect((await printed({ ...agreement, copy: 'employer' })).run).not.toContain('0401234567');
  });

  test('has a summary in easy Finnish in the client’s copy only', async () => {
    const client = await printed({ ...agreement, language: 'selko', copy: 'client' });
    const days = 'Olet työpaikalla näinä päivinä: maanantai ja keskiviikko kello 9–14, torstai kello 12–16.';
    expect(client.run).toContain(days.replaceAll(' ', ''));
    const employer = await printed({ ...agreement, language: 'selko', copy: 'employer' });
    expect(employer.text).not.toContain('selkokielellä');
  });

  const papers = ['fi', 'sv', 'en', 'selko'] as const;
  const opposite = {
    wage: /ei ole työtä työsuhteessa|inte arbete i anställningsförhållande|no employment for pay|Korvausta ei makseta|Ingen ersättning|No compensation/,
    coach: /valmentaj|valmennu|coach|arbetstränar|arbetsträning/i,
  };

  test.each(papers)('of open work tells what no other may: %s', async (language) => {
    const { text } = await printed({ ...agreement, language, copy: 'client', basis: 'activity', compensation: null });
    for (const one of ['wage', 'coach'] as const) expect(text.replaceAll('\n', ' '), one).toMatch(opposite[one]);
    const terms = { fi: 'ei ole työtä', sv: 'inte arbete', en: 'no employment', selko: 'ei ole työtä' }[language];
    expect(
      opposite.wage.exec(text.replace(/Korvausta ei makseta|Ingen ersättning|No compensation/, ''))?.[0],
    ).toContain(terms);
  });

  test.each(papers)('of a supported job is about support beside an employment with a wage: %s', async (language) => {
    const letter = { ...agreement, language, copy: 'client', basis: 'employment', compensation: null } as const;
    const { text } = await printed(letter);
    const words = {
      fi: ['Työnantaja maksaa palkan työsopimuksen mukaan', 'vakuuttaa työntekijän', 'on työsuhteessa työnantajaan'],
      sv: [
        'Arbetsgivaren betalar lön enligt arbetsavtalet',
        'försäkrar arbetstagaren',
        'är anställd hos arbetsgivaren',
      ],
      en: ['The employer pays a wage', 'insures the employee', 'is employed by the employer'],
      selko: ['Työnantaja maksaa palkan.', 'Työsi ei lopu siihen.', 'on työsuhteessa työnantajaan'],
    };
    for (const one of words[language]) expect(text).toContain(one);
    expect(text).not.toMatch(opposite.wage);
  });

  test.each(papers)(
    'of rehabilitative work sends nobody to a job coach, and insures the client: %s',
    async (language) => {
      const letter = { ...agreement, language, copy: 'client', basis: 'rehabilitation', compensation: null } as const;
      const { text } = await printed({
        ...letter,
        coaching: null,
        organiser: { ...agreement.organiser, unit: null, contact: { ...agreement.organiser.contact, post: null } },
      });
      const words = {
        fi: ['asiakkaan yhteyshenkilölle', 'Järjestäjä vakuuttaa asiakkaan', 'ei ole virka- eikä työsuhde'],
        sv: ['klientens kontaktperson', 'Anordnaren försäkrar klienten', 'varken ett tjänsteförhållande'],
        en: ['client’s contact person', 'The organiser insures the client', 'neither public service nor employment'],
        selko: ['heti yhteyshenkilöllesi', 'Järjestäjä vakuuttaa asiakkaan', 'ei ole virka- eikä työsuhde'],
      };
      for (const one of words[language]) expect(text).toContain(one);
      expect(text).not.toMatch(opposite.coach);
      expect(text).not.toMatch(opposite.wage);
    },
  );

  test('of job coaching says that a contract of employment, where there is one, stands beside it', async () => {
    const { text } = await printed({ ...agreement, basis: 'coaching', compensation: null });
    expect(text).toContain('työstä ja palkasta sovitaan työsopimuksessa');
    expect(text).toContain('Järjestäjä ei maksa korvausta');
    expect(text).not.toMatch(opposite.wage);
  });

  test('without tasks or compensation says so', async () => {
    const { text } = await printed({ ...agreement, tasks: [], compensation: null });
    expect(text).toContain('Korvausta ei makseta');
  });
});
