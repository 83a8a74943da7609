/** What a native editor would not let stand, and what stands in its place (`docs/wording.md`): one word per thing, in each language. */
import { expect, test } from 'vitest';
import { questions } from '../../src/description/questions.ts';
import { filesUnder, isTest, type Module, parseModule, readTexts } from './source.ts';

/** A word that is not to be said, the one in its place, and where it stands rightly: in the words of a source that is read in. */
const words: readonly { readonly not: RegExp; readonly but: string; readonly except?: RegExp }[] = [
  { not: /sijoit(?!el)/i, but: 'toimintapaikka, paikka' },
  { not: /palvelusuunnitelma/i, but: 'asiakassuunnitelma' },
  { not: /työhönvalmentaj/i, but: 'työvalmentaja' },
  { not: /\b(evätty|evättiin|evättäisiin)\b/i, but: 'hylätty' },
  { not: /\b(peru|peruttu|perui|perutaan|peruta)\b/i, but: 'peruuttaa' },
  { not: /^(Päätä|Päätetty|Päätetäänkö)(?!\p{L})|päätä (se|palvelu|tehtävä)|Päätti /u, but: 'lopettaa; ratkaista' },
  { not: /\b(tahti|tahdi|tahtia|tahdin|tahdista|yhteydenpitotahti)/i, but: 'tiheys' },
  { not: /vastuuvirkailija|vastuuhenkilö/i, but: 'vastuutyöntekijä' },
  { not: /€ \/ päivä|\} \/ päivä/, but: 'päivältä' },
  { not: /ateria peritään/i, but: 'ateriasta peritään maksu' },
  { not: /\bklo \d?\d\.00–/, but: 'klo 9–13' },
  { not: /päätyi|päädyttiin/, but: 'siirtyi' },
  { not: /Kappale: /, but: 'järjestäjän kappale' },
  {
    not: /\btjänst(en|er|erna|ens|s)?\b/i,
    but: 'service',
    // A post of an official; this product as such; questions as others have worded them.
    except: /ingen tjänst där|någon tjänst$|tjänsten används med|digitala tjänster|myndighetens tjänster|TE-tjänster/,
  },
  { not: /serviceplan/i, but: 'klientplan' },
  { not: /arbetsträna(re|rna)/i, but: 'arbetscoach' },
  { not: /aktivitetscenter/i, but: 'verksamhetscenter' },
  { not: /kundansvarig/i, but: 'klientansvarig' },
  { not: /klientförhållande/i, but: 'klientrelation' },
  { not: /administratör/i, but: 'huvudanvändare' },
  { not: /\bplacera(s|d|de|r)?\b/i, but: 'ordna en plats' },
  { not: /debitera/i, but: 'ta ut' },
  { not: /grupptr[äå]ff/i, but: 'gruppmöte' },
  { not: /ansvarig (person|tjänsteman)|utsedd ansvarig person/i, but: 'ansvarig arbetstagare' },
  { not: /handikappservice/i, but: 'service för personer med funktionsnedsättning; lagen om funktionshinderservice' },
  { not: /\bremiss(en)?\b/i, but: 'hänvisning' },
  { not: /anordnandesätt/i, but: 'sätt att ordna servicen' },
  { not: /till dig betalas/i, but: 'betalas till dig' },
  { not: /även hens/i, but: 'också företrädarens' },
  { not: /:e dagen efter att/i, but: 'dagen efter det att' },
  { not: /the last day before closing/i, but: 'no later than the last day' },
];

/** Read in and matched as others have worded it, or the statute's own words. */
const asOthersSay =
  /^src\/(law\/|exchange\/questionnaire\/|description\/questions\.ts)|^src\/kernel\/name-match\.ts|^src\/casework\/client\/same/;

const unedited = (modules: readonly Module[]): string[] =>
  modules.flatMap(({ path, said }) =>
    said.flatMap(({ text, line }) =>
      words
        .filter(({ not, except }) => not.test(text) && !except?.test(text))
        .map(({ but }) => `${path}:${line} says "${text.slice(0, 80)}": ${but}`),
    ),
  );

/** Files in which such a word stands somewhere, be it in a comment: only these are parsed. */
const perhaps = ({ text }: { readonly text: string }) =>
  words.some(({ not }) => new RegExp(not.source.replaceAll('^', ''), not.flags).test(text));

test('what an editor has corrected is not said again', () => {
  const files = readTexts(filesUnder('src').filter((path) => !isTest(path) && !asOthersSay.test(path)));
  expect(files.length).toBeGreaterThan(400);
  expect(unedited(files.filter(perhaps).map(({ path, text }) => parseModule(path, text)))).toEqual([]);
});

test('a question is asked by the edited word, and known by the others', () => {
  const asked = questions.map(({ wording }) => wording.sv.asked);
  expect(asked.filter((text) => /tjänst(en|er|erna|ens)?\b/.test(text))).toEqual([]);
  expect(asked.filter((text) => /servicen/.test(text)).length).toBeGreaterThan(5);
});

test.each([
  ['Sijoitus tallennettu', 'toimintapaikka'],
  ['Peru hakemus', 'peruuttaa'],
  ['Päätä palvelu', 'lopettaa'],
  ['Hur många klienter har tjänsten?', 'service'],
  ['Kontakta administratören', 'huvudanvändare'],
])('%s is told of', (text, but) => {
  expect(unedited([parseModule('src/x.ts', `export const x = ${JSON.stringify(text)};`)])).toEqual([
    expect.stringContaining(but),
  ]);
});

test('no line of a summary in easy language has two sentences', () => {
  const texts = filesUnder('src/casework').filter((path) => /(texts|letter)\.ts$/.test(path) && !isTest(path));
  const summaries = readTexts(texts).flatMap(({ path, text }) =>
    [...text.matchAll(/^(?:export )?const easy\w+ = \{\n[\s\S]*?^\};/gm)].map(([block]) => ({ path, block })),
  );
  expect(summaries.map(({ path }) => path.split('/')[2]).toSorted()).toEqual(
    ['agreement', 'compensation', 'decision', 'hearing', 'participation', 'refusal'].toSorted(),
  );
  const doubled = summaries.flatMap(({ path, block }) =>
    [...block.matchAll(/[.?!] (?=[A-ZÅÄÖ$])[^\n]*/g)].map(([rest]) => `${path}: ${rest}`),
  );
  expect(doubled).toEqual([]);
});
