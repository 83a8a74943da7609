import { describe, expect, test } from 'vitest';
import { readPaper } from '../../tests/paper.ts';
import { day } from '../kernel/day.ts';
import { type Language, plainLanguage } from '../kernel/language.ts';
import { compileLetter } from '../server/letters/typst.ts';
import { type DescribedFigure, descriptionPaper, type PrintedDescription } from './print/paper.ts';
import { questions } from './questions.ts';

const asOf = day('2021-06-17');

function figure(
  id: string,
  label: string,
  value: number | string | null,
  more: Partial<DescribedFigure> = {},
): DescribedFigure {
  const definition = 'Eri ihmiset, joilla on asiakkuus palvelussa sinä päivänä; jokainen lasketaan kerran.';
  return { id, label, value, status: 'known', definition, asOf, ...more };
}

const figures: Readonly<Record<string, readonly DescribedFigure[]>> = {
  Q4: [
    figure('clients-on-day', 'asiakasta toimintakeskuksissa', 1502),
    figure('pending', 'vireillä', 11, { definition: 'Saapuneet hakemukset, joista ei ole päätetty.' }),
    figure('tiny', 'tuetussa työssä', 3, { status: 'suppressed' }),
  ],
  Q5: [
    figure('clients-by-primary-reason', 'asiakkaat pääasiallisen syyn mukaan', 502, {
      classes: [
        { label: 'kehitysvamma', value: 356, status: 'known' },
        { label: 'autismin kirjo', value: 60, status: 'known' },
        { label: 'mielenterveys', value: 4, status: 'suppressed' },
        { label: 'syytä ei kirjattu', value: null, status: 'not-recorded' },
      ],
    }),
  ],
  Q8: [figure('period-length', 'jakson mediaani', '9,4 v')],
  Q13: [figure('clients-by-benefit', 'asiakkaat pääasiallisen etuuden mukaan', null, { status: 'not-recorded' })],
};

const text =
  'Työtoimintakeskuksissa tarjotaan työtoimintaa tarpeen mukaan. Toiminnan tarkoituksena on itsetunnon ja omatoimisuuden lisääminen.\n\nPalvelua ohjaavat:\n- vammaispalvelun hakemus\n- työhönvalmennustiimi, Öljymäki';

function description(language: Language): PrintedDescription {
  return {
    language,
    service: 'Kehitysvammaisten työtoiminta ja työhönvalmennus',
    organiser: 'Porin perusturvan yhteistoiminta-alue',
    statutes: ['Laki kehitysvammaisten erityishuollosta (519/1977) 2 § ja 35 § 2 mom.'],
    asOf,
    knownAt: '2021-06-18T06:30:00Z',
    madeOn: day('2021-06-21'),
    questions: questions.map(({ id, wording }) => ({
      id,
      question: wording[language].asked,
      answered: id !== 'Q9' && id !== 'Q15',
      text: id === 'Q9' || id === 'Q15' ? null : text,
      language: id === 'Q9' || id === 'Q15' ? null : 'fi',
      writtenOn: day('2021-06-10'),
      figures: figures[id] ?? [],
    })),
  };
}

async function printed(one: PrintedDescription) {
  const paper = descriptionPaper(one);
  const pdf = await compileLetter({
    template: new URL('./print/description.typ', import.meta.url),
    data: paper,
    notice: null,
    pdf: 'ua-1',
    title: paper.title,
    lang: plainLanguage(one.language),
    day: one.madeOn,
  });
  return readPaper(pdf);
}

describe('a printed service description', () => {
  test.each<Language>(['fi', 'sv', 'en'])('asks its seventeen questions as headings: %s', async (language) => {
    const paper = await printed(description(language));
    expect(paper.accessible).toBe(true);
    expect(paper.language).toMatch(new RegExp(`^${language}`));
    expect(paper.title).toBe(descriptionPaper(description(language)).title);
    expect(paper.roles).toEqual(expect.arrayContaining(['H1', 'H2', 'Table', 'TH', 'TD', 'L', 'LI']));
    for (const { id, wording } of questions)
      expect(paper.run).toContain(`${id}${wording[language].asked}`.replaceAll(' ', ''));
  });

  test('shows each figure with its definition and its day', async () => {
    const paper = await printed(description('fi'));
    expect(paper.text).toContain('1 502');
    expect(paper.text).toContain('9,4 v');
    expect(paper.text).toContain('Saapuneet hakemukset, joista ei ole päätetty. Tilanne 17.6.2021.');
    expect(paper.text).toContain('18.6.2021 klo 9.30');
  });

  test('is read aloud in the language in which each answer was written', async () => {
    expect((await printed(description('sv'))).otherLanguages).toEqual(['fi-FI']);
    expect((await printed(description('fi'))).otherLanguages).toEqual([]);
  });

  test('says not answered and not recorded, never zero', async () => {
    const paper = await printed(description('fi'));
    expect(paper.text.match(/Ei vastattu(?!:)/g)).toHaveLength(2);
    expect(paper.text).toContain('Vastattu 15 kysymykseen 17:stä');
    expect(paper.text).toContain('ei kirjattu asiakkaat pääasiallisen etuuden mukaan');
  });

  test('never carries a suppressed value, not even hidden in its data', () => {
    const only = { ...description('fi'), questions: description('fi').questions.slice(3, 5) };
    const values = descriptionPaper(only).questions.flatMap(({ figures: visible }) =>
      visible.flatMap((one) => [one.value, ...one.classes.map(({ value }) => value)]),
    );
    expect(values).toEqual(['1\u00a0502', '11', 'ei näytetä', '502', '356', '60', 'ei näytetä', 'ei kirjattu']);
  });
});
