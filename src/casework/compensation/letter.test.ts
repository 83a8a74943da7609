import { describe, expect, test } from 'vitest';
import { readPaper } from '../../../tests/paper.ts';
import { addDays, day, isWorkingDay } from '../../kernel/day.ts';
import { plainLanguage, type ReadingLanguage } from '../../kernel/language.ts';
import { cents } from '../../kernel/money.ts';
import { compileLetter } from '../../server/letters/typst.ts';
import { statementPaper } from './texts.ts';
import type { CompensationStatement, StatementLine } from './words.ts';

const workingDays = Array.from({ length: 31 }, (_, i) => addDays(day('2021-05-01'), i)).filter(isWorkingDay);
const earned: StatementLine[] = workingDays.slice(0, 18).map((d) => ({
  day: d,
  kind: 'työtoiminta',
  place: 'Ulvilan toimintakeskus',
  amount: cents(537),
  rate: cents(537),
  rule: 'läsnäolopäivä',
  corrects: null,
}));
const reversal: StatementLine = {
  day: day('2021-04-29'),
  kind: 'työtoiminta',
  place: 'Ulvilan toimintakeskus',
  amount: cents(-537),
  rate: cents(537),
  rule: 'merkintä oikaistu poissaoloksi',
  corrects: day('2021-05-07'),
};
const meals: StatementLine[] = earned.map((line) => ({ ...line, kind: 'ateria', place: null, rule: 'ateriapäivä' }));

const statement: CompensationStatement = {
  language: 'fi',
  organiser: {
    name: 'Porin perusturvan yhteistoiminta-alue',
    unit: 'Talouspalvelut',
    address: ['Maantiekatu 31', '28120 Pori'],
  },
  reference: 'PPT/2021/00431',
  madeOn: day('2021-06-07'),
  client: { name: 'Väinö Ääri-Åkerlund' },
  address: { kind: 'postal', lines: ['Öljymäentie 4 B 12', '28100 Pori'] },
  month: '2021-05',
  compensations: [...earned, reversal],
  charges: meals,
  earlier: null,
  provisions: ['988/1977:24', '734/1992:4', '734/1992:11'],
  body: 'Perusturvalautakunta',
  contact: { name: 'Åsa Yli-Östman', phone: '044 701 5555', email: 'maksut@pori.example' },
};

async function printed(letter: CompensationStatement) {
  const paper = statementPaper(letter);
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

describe('a month’s statement', () => {
  test.each<ReadingLanguage>(['fi', 'sv', 'en'])(
    'is an accessible paper with its title and language: %s',
    async (language) => {
      const paper = await printed({ ...statement, language });
      expect(paper.accessible).toBe(true);
      expect(paper.language).toMatch(new RegExp(`^${language}`));
      expect(paper.title).toBe(statementPaper({ ...statement, language }).title);
      expect(paper.roles).toEqual(expect.arrayContaining(['H1', 'H2', 'Table', 'TR', 'TH', 'TD']));
    },
  );

  test('shows each day with its rate, rule and sum, and the total of just those lines', async () => {
    const { text } = await printed(statement);
    expect(text).toContain('ma 3.5.2021');
    expect(text.match(/5,37 € päivältä, läsnäolopäivä/g)).toHaveLength(18);
    expect(text).toContain('Yhteensä 91,29 €');
    expect(text).toContain('Sinulle maksetaan 91,29 €');
  });

  test('shows a correction as a line of its own with its sign and what it corrects', async () => {
    const { text } = await printed(statement);
    expect(text).toContain('Oikaisu 7.5.2021 laskettuun');
    expect(text).toContain('−5,37 €');
  });

  test('keeps charges apart from what is paid, and says when corrections leave a difference', async () => {
    const billed = await printed(statement);
    expect(billed.text).toContain('Yhteensä 96,66 €');
    expect(billed.text).toContain('Niistä tulee oma lasku.');
    const owing = statementPaper({
      ...statement,
      compensations: statement.compensations.filter(({ corrects }) => corrects),
    });
    expect(owing.summary.total).toEqual({ label: 'Erotus', value: '−5,37\u00a0€' });
  });

  test('says it in easy Finnish to who wants that', async () => {
    const { text } = await printed({ ...statement, language: 'selko' });
    expect(text).toContain('paljonko rahaa saat toukokuulta 2021.');
    expect(text).toContain('Sait korvausta 18 päivältä.');
  });

  test('of a month without lines says that there is nothing, and of an open one that no day is set', async () => {
    const { text } = await printed({ ...statement, compensations: [], charges: [] });
    expect(text).toContain('Tältä kuukaudelta ei ole korvauksia.');
    expect(text).toContain('Maksupäivää ei ole vielä vahvistettu.');
  });

  test('tells what it rests on, and how to object: to whom, in what time, and that a charge may be reduced', async () => {
    const { text } = await printed(statement);
    expect(text).toContain('Mihin tämä perustuu');
    expect(text).toContain('läsnäolopäivä');
    expect(text).toMatch(/\(988\/1977\) 24 §/);
    expect(text).toMatch(/\(734\/1992\) 11 §/);
    expect(text).toContain('30 päivän kuluessa');
    expect(text).toContain('Vaatimuksen käsittelee Perusturvalautakunta.');
    expect(text).toContain('jätetään perimättä tai sitä alennetaan');
    const swedish = await printed({ ...statement, language: 'sv', charges: [] });
    expect(swedish.text).toContain('Begäran behandlas av Perusturvalautakunta.');
    expect(swedish.text).not.toContain('äventyrar din utkomst');
    expect((await printed({ ...statement, body: null })).text).not.toContain('Vaatimuksen käsittelee');
  });

  test('of a corrected month tells what was paid before, and the difference', async () => {
    const { text } = await printed({ ...statement, earlier: cents(9666) });
    expect(text).toContain('Maksettu aiemmin 96,66 €');
    expect(text).toContain('Erotus aiempaan −5,37 €');
    expect((await printed(statement)).text).not.toContain('Maksettu aiemmin');
  });
});
