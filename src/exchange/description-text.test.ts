import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { questions, questionText } from '../description/questions.ts';
import { type QuestionId, questionIds } from '../kernel/question.ts';
import { type ReadDescription, type ReadDocument, readDescriptions } from './description-text.ts';
import { textOf } from './questionnaire/lines.ts';

const seedFile = new URL('../../demo/seed/palvelukuvaukset-satakunta-2021-06-17.txt', import.meta.url);
const figuresFile = new URL('../../demo/seed/figures.json', import.meta.url);
const seed = textOf(readFileSync(seedFile));
const read = readDescriptions(seed);
const [pori, rauma, satakunta, rehabilitative] = read.descriptions as [
  ReadDescription,
  ReadDescription,
  ReadDescription,
  ReadDescription,
];

const words = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];
const question = (description: ReadDescription, id: QuestionId) => {
  const match = description.questions.find((one) => one.id === id);
  if (!match) throw new Error(`${id} is not there`);
  return match;
};
const summary = (document: ReadDocument) =>
  document.descriptions.map(({ title, services, organiser, questions: read }) => ({
    title: words(title),
    services,
    organiser,
    questions: read.map(({ id, heading, text, answered }) => ({
      id,
      answered,
      heading: words(heading),
      text: words(text),
    })),
  }));

/** All that a document says, in the order in which it stands there; an answer to two questions counts once. */
function said(document: ReadDocument, source: string): string[] {
  const lineOf = (text: string) => source.split('\n').findIndex((one) => one.includes(text)) + 1;
  const parts = document.unrecognised.map(({ line, text }) => ({ line, text }));
  for (const { title, line, unansweredNote, questions: query } of document.descriptions) {
    parts.push({ line, text: title });
    if (unansweredNote !== '') parts.push({ line: lineOf(unansweredNote), text: unansweredNote });
    for (const one of query)
      if (!parts.some((part) => part.line === one.line))
        parts.push({ line: one.line, text: `${one.heading}\n${one.text}` });
  }
  return words(
    parts
      .sort((a, b) => a.line - b.line)
      .map((part) => part.text)
      .join('\n'),
  );
}

describe('the questionnaire of Satakunta', () => {
  test('holds four descriptions with their services and organisers', () => {
    expect(
      read.descriptions.map(({ title, services, organiser, line }) => ({ title, services, organiser, line })),
    ).toEqual([
      {
        title:
          'Kehitysvammaisten työtoiminta ja työhönvalmennus, Satakunta, Porin Perusturvan yhteistoimina-alue; Pori, Ulvila ja Merikarvia',
        services: ['work-activity', 'job-coaching'],
        organiser: 'pori-perusturva',
        line: 17,
      },
      {
        title: 'Kehitysvammaisten työtoiminta ja työhönvalmennus, Satakunta Rauma',
        services: ['work-activity', 'job-coaching'],
        organiser: 'rauma',
        line: 249,
      },
      {
        title:
          'Satakunta Vammaisten henkilöiden työllistymistä tukeva toiminta (SHL 27 d §) ja Vammaisten henkilöiden työtoiminta (SHL 27 e §)',
        services: ['employment-support-27d', 'work-activity-27e'],
        organiser: 'satakunta',
        line: 456,
      },
      {
        title: 'Kuntouttava työtoiminta Pori – Työllisyyden kuntakokeilu',
        services: ['rehabilitative-work'],
        organiser: 'pori-tyollisyys',
        line: 566,
      },
    ]);
  });

  test('comes out word for word, in its order, each word once', () => {
    expect(said(read, seed)).toEqual(words(seed));
  });

  test('asks each of the seventeen questions or is said not to ask it', () => {
    for (const { questions: query, notAsked } of read.descriptions)
      expect([...query.map((one) => one.id), ...notAsked].sort()).toEqual([...questionIds].sort());
    expect(read.descriptions.map((one) => one.notAsked)).toEqual([[], [], ['Q10'], []]);
  });

  test('leaves eleven questions unanswered for the services of 27 d and 27 e, and none elsewhere', () => {
    const figures = JSON.parse(readFileSync(figuresFile, 'utf8')).figures as { id: string; value: unknown }[];
    const unanswered = satakunta.questions.filter((one) => !one.answered).map((one) => one.id);
    expect(unanswered).toEqual(['Q5', 'Q7', 'Q8', 'Q9', 'Q11', 'Q12', 'Q13', 'Q14', 'Q15', 'Q16', 'Q17']);
    expect(unanswered).toHaveLength(figures.find((one) => one.id === 'satakunta-shl27-unanswered')?.value as number);
    expect(satakunta.unansweredNote).toBe('Seuraaviin kysymyksiin ei näiden palveluiden kohdalla vastattu:');
    for (const one of [pori, rauma, rehabilitative]) expect(one.questions.every((each) => each.answered)).toBe(true);
  });

  test('asks two questions in one heading twice, and one answer stands for both', () => {
    expect(question(satakunta, 'Q2')).toMatchObject({
      heading: 'Mikä organisaatio palvelua järjestää? ja kuinka paljon asiakkaita palvelussa on (esim. vuosittain)?',
      sharedWith: ['Q4'],
    });
    expect(question(satakunta, 'Q4').text).toBe(question(satakunta, 'Q2').text);
    expect(question(rehabilitative, 'Q9').sharedWith).toEqual(['Q10']);
    expect(question(rehabilitative, 'Q10').heading).toContain('muiden sote-palveluiden kanssa, Miten käytännössä');
  });

  test('keeps what stands under a heading of its own apart from the answer above it', () => {
    expect(question(rauma, 'Q6').text).toMatch(/^Vammaispalveluiden .* hakemuksella\.$/u);
    const apart = read.unrecognised.find((one) => one.line === 321);
    expect(apart).toMatchObject({ description: 1, after: 'Q6' });
    expect(apart?.text).toMatch(/^Prosessin sidosryhmiä, .* järjestämistä\n\nOmaiset, .*lääkinnällinen kuntoutus$/su);
    expect(read.unrecognised.map((one) => one.line)).toEqual([1, 321, 533]);
  });

  test('keeps the month of the count and the words of help in the heading, and the law in the answer', () => {
    expect(question(pori, 'Q4').heading).toBe('Kuinka paljon asiakkaita palvelussa on? (Kesäkuussa 2021)');
    expect(question(rauma, 'Q4').heading).toBe('Kuinka paljon asiakkaita palvelussa on? (toukokuussa 2021)');
    for (const one of [pori, rauma, satakunta, rehabilitative])
      expect(question(one, 'Q5').heading).toMatch(/^Minkälainen .* johtuen jne\.\?\)$/u);
    expect(question(pori, 'Q1').text).toMatch(/^\(Kehitysvammaisten erityishuoltolaki 2 § .* toiminta\)\n\n/u);
  });

  test('gives lists back as lists and wrapped lines as paragraphs', () => {
    expect(question(pori, 'Q12').text.split('\n')[1]).toBe(
      '- Asiakkaita tällä hetkellä avotyöntekijää sekä tuetun työn tekijöitä yhteensä 103, työntekijäresurssia käytettävissä 2 työntekijää',
    );
    expect(question(pori, 'Q10').text.split('\n')).toHaveLength(8);
    expect(question(rehabilitative, 'Q1').text).toContain(
      '\n4. Henkilölle kuntouttavan työtoiminnan ohella tarjottavat muut sosiaalipalvelut sekä terveys-, kuntoutus- ja koulutuspalvelut\n5. ',
    );
    expect(question(rehabilitative, 'Q13').text).toBe('työmarkkinatuki\ntoimeentulotuki');
  });

  const ends: Readonly<Record<string, readonly [ReadDescription, Readonly<Partial<Record<QuestionId, string>>>]>> = {
    Pori: [
      pori,
      {
        Q1: '(Kehitysvammaisten … tukeen.',
        Q2: 'Porin … vammaispalvelut',
        Q3: '- Työtoiminta, … toimintaa',
        Q4: '- Toimintakeskuksissa … henkilöä',
        Q5: 'Asiakkailla … tarve.',
        Q6: 'Työtoimintaan … loppuvaiheessa.',
        Q7: 'Työtoiminnasta … jälkeen.',
        Q8: 'Työtoiminnassa … palkkatyöhön.',
        Q9: 'Vammaispalveluiden … yhteistyötä',
        Q10: '- Sosiaalinen … työvalmennukseen',
        Q11: 'Ei … työvalmentaja',
        Q12: '- Avotyöntekijöille … vuodessa.',
        Q13: 'Eläke, … Kuntoutustuki',
        Q14: '- Avotyöntekijät … avotyötoimintamatkoille',
        Q15: 'Lisäresurssia … hyödyistä',
        Q16: 'Avotyöpaikoihin … tarvittu.',
        Q17: 'Työmarkkinoiden … aikaan.',
      },
    ],
    Rauma: [
      rauma,
      {
        Q1: '(Kehitysvammaisten … asioissa',
        Q2: 'Rauman … vammaispalvelut',
        Q3: 'Toimintakeskus, … ulkopaikkakuntalaisille.',
        Q4: 'Toimintakeskuksessa … avotyössä.',
        Q5: 'Suurimmalla … olemassa.',
        Q6: 'Vammaispalveluiden … hakemuksella.',
        Q7: 'Tällä … eläkeikää.',
        Q8: 'Työtoiminnassa, … vuosikymmeniä',
        Q9: 'Vammaispalveluiden … tapaa.',
        Q10: '- Sosiaalinen … ohjauksia',
        Q11: 'Vammaispalveluissa … työvalmentaja',
        Q12: '- Avotyöntekijöille … tärkeäksi.',
        Q13: 'Eläke, … etuuksina',
        Q14: '- Avotyöntekijät … päiväkahvi.',
        Q15: 'Yhteiskunnan … hallita',
        Q16: 'Tarvittaisiin … yhteistyötä',
        Q17: 'Asenteet … näkyväksi?',
      },
    ],
    'SHL 27 d and e': [
      satakunta,
      {
        Q1: 'Palveluilla … etuuksiin.',
        Q2: 'Hankkeen … asiakasta.',
        Q3: 'Palvelua … neuvontapalveluja.',
        Q4: 'Hankkeen … asiakasta.',
        Q6: 'Kunnan … palvelun.',
      },
    ],
    'rehabilitative work activity': [
      rehabilitative,
      {
        Q1: 'Kuntouttava … uudistamisesta',
        Q2: 'Porin … TYP).',
        Q3: 'Asiakkaat … järjestöt).',
        Q4: 'Yhdellä … jaksolla.',
        Q5: 'Asiakasjakaumaa … segmentointi',
        Q6: 'TE- … nuorisotyöntekijä',
        Q7: 'Siirtyminen … opiskelu',
        Q8: 'Vaihteluväli … kokonaispituuksista.',
        Q9: '- Sosiaalinen … kanssa',
        Q10: '- Sosiaalinen … kanssa',
        Q11: 'Jokaisella … vastuulla.',
        Q12: 'Tällä … satunnaisesti',
        Q13: 'työmarkkinatuki … toimeentulotuki',
        Q14: 'työmarkkinatuen … (toimeentulotuki).',
        Q15: 'Jo … vetää.',
        Q16: 'Työnantajayhteistyöhön … resurssi.',
        Q17: 'Systemaattista … helpottuu.',
      },
    ],
  };
  test.each(Object.entries(ends))(
    'begins and ends each answer of %s where the document does',
    (_, [description, expected]) => {
      const matches = description.questions.filter((one) => one.answered);
      expect(Object.fromEntries(matches.map(({ id, text }) => [id, text]))).toEqual(
        Object.fromEntries(
          Object.entries(expected).map(([id, span]) => {
            const [first, last] = span.split(' … ') as [string, string];
            const { text } = question(description, id as QuestionId);
            return [id, text.startsWith(first) && text.endsWith(last) ? text : span];
          }),
        ),
      );
    },
  );

  test('is read the same from other line ends, spaces, marks and letters', () => {
    const variants: Record<string, string> = {
      'line ends of Windows': seed.replaceAll('\n', '\r\n'),
      'byte order mark': `\uFEFF${seed}`,
      'no empty lines': seed
        .split('\n')
        .filter((line) => line.trim() !== '')
        .join('\n'),
      'twice the empty lines': seed.replaceAll('\n', '\n\n'),
      'no space at the edges': seed
        .split('\n')
        .map((line) => line.trim())
        .join('\n'),
      'no list marks': seed.replace(/[\uF0B7•] ?/gu, ''),
      'letters for list marks': seed.replace(/\uF0B7/gu, 'o'),
      'form feeds': seed.replace(/\n (?=\S)/gu, '\n\f'),
      'hard spaces': seed.replaceAll(' ', '\u00A0'),
      tabs: seed.replaceAll(' ', '\t'),
      'letters and marks apart': seed.normalize('NFD'),
    };
    for (const [name, text] of Object.entries(variants))
      expect([name, summary(readDescriptions(text))]).toEqual([name, summary(read)]);
  });

  test('is read the same wherever a page breaks', () => {
    const rows = seed.split('\n');
    const taken = (document: ReadDocument) =>
      document.descriptions.map(({ title, questions: query }) => [title, query.map(({ id, text }) => [id, text])]);
    const whole = taken(read);
    for (let at = 0; at < rows.length; at++) {
      // The pages about titles and first answers line by line, the rest here and there.
      if (at % 41 > 0 && !read.descriptions.some(({ line }) => Math.abs(line + 4 - at) < 8)) continue;
      const broken = readDescriptions([...rows.slice(0, at), '\f', ...rows.slice(at)].join('\n'));
      expect([at + 1, taken(broken)]).toEqual([at + 1, whole]);
    }
  });

  test('tells what the sentence above the unanswered questions was taken for', () => {
    const note = read.report.notes.filter(({ kind }) => kind === 'listed-as-unanswered');
    expect(note).toEqual([
      {
        kind: 'listed-as-unanswered',
        line: 534,
        description: 2,
        about: 'Seuraaviin kysymyksiin ei näiden palveluiden kohdalla vastattu:',
      },
    ]);
  });

  test('is read the same with its sections in any order, other names, and headings added anywhere', () => {
    const rows = seed.split('\n');
    const added = fc.constantFrom(
      'Millaisia kehittämistarpeita palvelussa on?',
      'Kuvaile palvelun laadunvarmistusta',
      'Onko palvelussa jonoa? Jos on, kuinka pitkä?',
      'Lisätietoja',
    );
    // The lines of each section as they stand; the list of unanswered questions stays last.
    const parts = read.descriptions.map(({ line, unansweredNote, questions: query }, nth) => {
      const end = read.descriptions[nth + 1]?.line ?? rows.length + 1;
      const note = unansweredNote === '' ? end : rows.findIndex((row) => row.includes(unansweredNote)) + 1;
      const starts = [...new Set([...query.map((one) => one.line), ...(nth === 1 ? [321] : [])])]
        .filter((start) => start < note)
        .sort((a, b) => a - b);
      return {
        title: rows.slice(line - 1, (starts[0] as number) - 1),
        sections: starts.map((start, i) => rows.slice(start - 1, (starts[i + 1] ?? note) - 1)),
        unanswered: rows.slice(note - 1, end - 1),
      };
    });
    const shuffled = fc.tuple(
      ...parts.map(({ title, sections, unanswered }) =>
        added
          .chain((heading) => {
            const all = [...sections, [heading, '', 'Tästä ei kysytty.', '']];
            return fc.shuffledSubarray(all, { minLength: all.length });
          })
          .map((order) => [...title, ...order.flat(), ...unanswered]),
      ),
    );
    const renamed = (text: string) =>
      text.replaceAll('Rauman kaupunki', 'Kankaanpään kaupunki').replaceAll('Rauma', 'Kankaanpää');
    const expected = summary(read).map((one) => ({
      ...one,
      title: one.title.map(renamed),
      organiser: one.organiser === 'rauma' ? 'Kankaanpään kaupunki' : one.organiser,
      questions: one.questions.map((each) => ({ ...each, text: words(renamed(each.text.join(' '))) })),
    }));
    fc.assert(
      fc.property(shuffled, fc.boolean(), (bodies, trimmed) => {
        const all = [...rows.slice(0, 16), ...bodies.flat()].map((row) => (trimmed ? row.trim() : row));
        const document = readDescriptions(renamed(all.join('\n')));
        expect(summary(document)).toEqual(expected);
        expect(document.unrecognised.filter((one) => one.text.includes('Tästä ei kysytty.'))).toHaveLength(4);
      }),
      { numRuns: 30 },
    );
  });

  test('comes out word for word from capitals, too', () => {
    const capitals = seed.toLocaleUpperCase('fi');
    expect(said(readDescriptions(capitals), capitals)).toEqual(words(capitals));
  });
});

describe('any questionnaire', () => {
  const sentences = [
    'Asiakkaita on noin 40.',
    'Palvelua hankitaan ostopalveluna kahdelta yhdistykseltä ja yhdeltä yritykseltä koko alueella.',
    'Kuinka tähän on päädytty? Resursseja ei ole.',
    'Yhteistyö toimii, mutta sitä pitää tiivistää Kelan kanssa.',
    'Toiminta on muuttunut vuoden 2020 jälkeen, jolloin ryhmiä oli enemmän (mm. keittiö, pesula).',
    'Jaksot kestävät 3–12 kuukautta.',
  ];
  const titles = [
    ['Kuntouttava työtoiminta, Kainuu', ['rehabilitative-work']],
    ['Kehitysvammaisten päivätoiminta ja avotyö, Lapin alue', ['day-activity', 'open-work']],
    ['Vammaisten henkilöiden työtoiminta (SHL 27 e §) Etelä-Savo', ['work-activity-27e']],
    ['Työhönvalmennus Kanta-Häme', ['job-coaching']],
  ] as const;
  const organisers = ['Kainuun hyvinvointialue', 'Kemin kaupunki', 'Keski-Savon kuntayhtymä', 'Sodankylän kunta'];

  const answer = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        list: fc.boolean(),
        says: fc.array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 4 }),
      }),
    },
    { weight: 1, arbitrary: fc.constant(null) },
  );
  const layout = fc.record({
    width: fc.integer({ min: 45, max: 110 }),
    between: fc.constantFrom('\n', '\n\n'),
    mark: fc.constantFrom('\uF0B7 ', '• ', '- ', 'o ', '* '),
    lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
    page: fc.constantFrom('', '\f'),
    capitals: fc.boolean(),
    numbered: fc.boolean(),
    language: fc.constantFrom('fi' as const, 'sv' as const, 'en' as const),
  });
  const description = fc.record({
    title: fc.constantFrom(...titles),
    organiser: fc.constantFrom(...organisers),
    order: fc.shuffledSubarray([...questionIds], { minLength: 17 }),
    answers: fc.array(answer, { minLength: 17, maxLength: 17 }),
  });

  const wrapped = (text: string, width: number): string[] => {
    const lines: string[] = [];
    for (const word of text.split(' ')) {
      const last = lines.at(-1);
      if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
      else lines.push(word);
    }
    return lines;
  };

  test('is read with its questions in any order, wrapped and marked in any way, in any of the three languages', () => {
    fc.assert(
      fc.property(fc.array(description, { minLength: 1, maxLength: 3 }), layout, (input, how) => {
        const blocks: string[] = ['Palvelukuvaukset', 'Tilanne 1.1.2022'];
        const expected = input.map(({ title, organiser, order, answers }) => {
          blocks.push(how.page + title[0]);
          const matches = order.map((id, nth) => {
            const heading = how.capitals
              ? questionText(id, how.language).toLocaleUpperCase('fi')
              : questionText(id, how.language);
            const says = id === 'Q2' ? [`${organiser}, sosiaalipalvelut`] : (answers[nth]?.says ?? []);
            blocks.push(wrapped((how.numbered ? `${nth + 1}. ` : '') + heading, how.width).join('\n'));
            const mark = id !== 'Q2' && answers[nth]?.list ? how.mark : '';
            for (const one of says) blocks.push(wrapped(mark + one, how.width).join(how.between));
            return { id, answered: says.length > 0, text: words(says.join(' ')) };
          });
          return {
            title: title[0],
            services: [...title[1]],
            organiser,
            questions: matches.sort((a, b) => questionIds.indexOf(a.id) - questionIds.indexOf(b.id)),
          };
        });
        const text = blocks.join('\n\n').replaceAll('\n', how.lineEnd);
        const matches = readDescriptions(text).descriptions.map((one) => ({
          title: one.title,
          services: one.services,
          organiser: one.organiser,
          questions: one.questions.map(({ id, answered, text }) => ({ id, answered, text: words(text) })),
        }));
        expect(matches).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  });

  test('keeps every word, whatever the lines are', () => {
    const line = fc.oneof(
      fc.constantFrom(
        ...sentences,
        ...titles.map(([title]) => title),
        '',
        '',
        '\f',
        '\uF0B7 kohta',
        '1. kohta',
        'TYP)',
        'Muuta',
      ),
      fc.constantFrom(...questions.map(({ wording }) => wording.fi.asked)),
      fc.constantFrom(...questions.flatMap(({ wording }) => wording.fi.help ?? [])),
      fc.constantFrom('Seuraaviin kysymyksiin ei vastattu:', 'Mitä muuta haluatte kertoa?', 'ja', '-', '–'),
      fc.string({ maxLength: 30 }),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        const document = readDescriptions(lines.join('\n').replaceAll('\0', ''));
        const shared = document.descriptions.flatMap(({ title, unansweredNote, questions: query }) => [
          title,
          unansweredNote,
          ...query.flatMap(({ heading, text }) => [heading, text]),
        ]);
        const saved = words([...shared, ...document.unrecognised.map((one) => one.text)].join('\n')).sort();
        const input = new Set(words(lines.join('\n').normalize('NFC')));
        // An o before other words is a list mark.
        for (const word of input) if (word !== 'o') expect(saved).toContain(word);
        for (const word of saved) expect(input).toContain(word);
      }),
      { numRuns: 300 },
    );
  });

  test('is found through slips of the pen, but what lies between two questions is not decided', () => {
    const slip = readDescriptions(
      'Kuntouttava työtoiminta, Kemi\n\nMinkalainen on asiakas rakenne ja jakauma\n\nEi tietoa.\n',
    );
    expect(slip.descriptions[0]?.questions).toMatchObject([{ id: 'Q5', text: 'Ei tietoa.', answered: true }]);
    expect(slip.report.notes).toContainEqual(expect.objectContaining({ kind: 'inexact-heading', line: 3 }));
    const between = readDescriptions(
      'Kuntouttava työtoiminta, Kemi\n\nKuvaile palvelun sisältöä\n\nTyötä.\n\nMikä organisaatio palvelua tarjoaa?\n\nKaupunki.\n',
    );
    expect(between.descriptions[0]?.questions.map((one) => one.id)).toEqual(['Q1']);
    expect(between.unrecognised[0]?.text).toBe('Mikä organisaatio palvelua tarjoaa?\n\nKaupunki.');
  });

  test('may have the answer on the line of its question', () => {
    const { descriptions } = readDescriptions(
      'Kuntouttava työtoiminta, Kemi\nMikä organisaatio palvelua järjestää? Kemin kaupunki\nKuvaile keskeisiä haasteita: Resurssit\n',
    );
    expect(descriptions[0]).toMatchObject({
      organiser: 'Kemin kaupunki',
      questions: [
        { id: 'Q2', text: 'Kemin kaupunki' },
        { id: 'Q17', text: 'Resurssit' },
      ],
    });
  });

  test('keeps questions inside an answer, and sets a strange heading with its text apart', () => {
    const { descriptions, unrecognised } = readDescriptions(
      [
        'Kuntouttava työtoiminta, Kemi',
        'Kuvaile keskeisiä haasteita',
        'Kuka järjestää, kunta vai alue? Se on auki. Onko rahaa? Ei ole.',
        'Miten palvelua markkinoidaan?',
        'Esitteillä.',
        'Mihin asiakkaat päätyvät tästä palvelusta?',
        'Töihin.',
        'Miten siitä saataisiin pysyvää?',
      ].join('\n\n'),
    );
    expect(descriptions[0]?.questions.map((one) => one.text)).toEqual([
      'Töihin.\n\nMiten siitä saataisiin pysyvää?',
      'Kuka järjestää, kunta vai alue? Se on auki. Onko rahaa? Ei ole.',
    ]);
    expect(unrecognised).toMatchObject([
      { line: 7, text: 'Miten palvelua markkinoidaan?\n\nEsitteillä.', after: 'Q17' },
    ]);
  });

  test('without a question it knows is left unrecognised as a whole, and the report says so', () => {
    const { descriptions, unrecognised, report } = readDescriptions('Kauppalista\n\nmaitoa\nleipää\n');
    expect(descriptions).toEqual([]);
    expect(unrecognised.map((one) => words(one.text))).toEqual([['Kauppalista', 'maitoa', 'leipää']]);
    expect(report.notes).toMatchObject([{ kind: 'no-known-heading' }]);
  });

  test('may be empty', () => {
    for (const text of ['', '\n\n', '\uFEFF', ' \f '])
      expect(readDescriptions(text)).toMatchObject({
        descriptions: [],
        unrecognised: [],
        report: { notes: [{ kind: 'nothing-in-it' }] },
      });
  });
});

describe('a file', () => {
  const bytes = (...rest: number[]) => new Uint8Array(rest);
  test.each([
    ['a PDF', bytes(0x25, 0x50, 0x44, 0x46, 0x2d), /It is a PDF/u],
    ['a packed file', bytes(0x50, 0x4b, 3, 4), /packed file/u],
    ['an old word processor file', bytes(0xd0, 0xcf, 0x11, 0xe0), /word processor/u],
    ['a picture', bytes(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13), /binary/u],
    ['cut off within a letter', new TextEncoder().encode('Työtä ja tekijöitä').slice(0, -1), /UTF-8 that breaks off/u],
    ['noise', Uint8Array.from({ length: 500 }, (_, i) => (i * 7) % 32 || 1), /no text has/u],
  ])('that is %s is refused with the reason', (_, input, reason) => {
    expect(() => textOf(input)).toThrow(reason);
  });

  test('is read in UTF-8, UTF-16 and Windows-1252', () => {
    const text = 'Työtä ja tekijöitä';
    expect(textOf(new TextEncoder().encode(text))).toBe(text);
    expect(textOf(Uint8Array.from([0xff, 0xfe, ...Buffer.from(text, 'utf16le')]))).toBe(text);
    expect(textOf(Uint8Array.from(Buffer.from(text, 'latin1')))).toBe(text);
    // Dashes, quotes and three dots stand in Windows-1252 where Latin-1 has nothing.
    const printed = bytes(
      0x93,
      0x54,
      0x79,
      0xf6,
      0x94,
      0x20,
      0x96,
      0x20,
      0x91,
      0x61,
      0x92,
      0x20,
      0x97,
      0x20,
      0x80,
      0x85,
    );
    expect(textOf(printed)).toBe('“Työ” – ‘a’ — €…');
  });
});
