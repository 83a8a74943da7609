import type { Day } from '../../kernel/day.ts';
import {
  formatDay,
  formatInstant,
  formatNumber,
  formatRange,
  type Language,
  pick,
  type ReadingLanguage,
  texts,
} from '../../kernel/language.ts';
import type { QuestionId } from '../../kernel/question.ts';
import type { Range } from '../../kernel/range.ts';
import type { Labelled } from '../../server/letters/paper.ts';

export type FigureStatus = 'known' | 'not-recorded' | 'suppressed';

/** One class of a figure that is broken down: an age group, a reason. */
export interface DescribedClass {
  readonly label: string;
  readonly value: number | string | null;
  readonly status: FigureStatus;
}

/** A live figure as a description shows it; texts already in the description's language. */
export interface DescribedFigure {
  readonly id: string;
  readonly label: string;
  /** A number is written as the language writes it; a text stands as it is. */
  readonly value: number | string | null;
  readonly status: FigureStatus;
  readonly definition: string;
  readonly asOf: Day;
  /** The days over which it speaks; without it, it speaks of its day. */
  readonly period?: Range;
  /** Why it is not recorded, where somebody has said so. */
  readonly reason?: string;
  /** Its classes hold some cases more than once, so that they add up to more. */
  readonly overlapping?: boolean;
  readonly classes?: readonly DescribedClass[];
}

export interface DescribedQuestion {
  readonly id: QuestionId;
  readonly question: string;
  readonly answered: boolean;
  /** What was authored; empty lines part paragraphs, lines with a dash or bullet are a list. */
  readonly text: string | null;
  /** In which language it was authored. */
  readonly language: Language | null;
  readonly writtenOn: Day | null;
  readonly figures: readonly DescribedFigure[];
}

/** A service description on a day, as known at an instant, ready to be printed. */
export interface PrintedDescription {
  readonly language: ReadingLanguage;
  readonly service: string;
  readonly organiser: string;
  readonly statutes: readonly string[];
  readonly asOf: Day;
  /** Null is now: what was known when it was made. */
  readonly knownAt: string | null;
  readonly madeOn: Day;
  readonly questions: readonly DescribedQuestion[];
}

export const paperTexts = texts({
  fi: {
    kind: 'Palvelukuvaus',
    title: (service: string, organiser: string, day: string) => `Palvelukuvaus: ${service}, ${organiser}, ${day}`,
    page: 'Sivu',
    organiser: 'Järjestäjä',
    statutes: 'Säädösperusta',
    asOf: 'Tilanne',
    knownAt: 'Tiedossa',
    madeOn: 'Tulostettu',
    answers: 'Vastattu',
    answeredOf: (answered: string, all: string) => `${answered} kysymykseen ${all}:stä`,
    notAnswered: 'Ei vastattu',
    figure: 'Luku',
    tells: 'Mitä se kertoo',
    on: (day: string) => `Tilanne ${day}.`,
    written: (day: string) => `Kirjoitettu ${day}`,
    'not-recorded': 'ei kirjattu',
    suppressed: 'ei näytetä',
    overlapping: 'Sama tapaus voi olla useassa luokassa.',
    period: (range: string) => `Ajalta ${range}.`,
    reading: 'Näin kuvausta luetaan',
    readingText:
      '- Luvut on laskettu palvelun omista kirjauksista mainitulta päivältä.\n- Ei kirjattu: tietoa ei ole kirjattu. Se ei tarkoita nollaa.\n- Ei näytetä: ihmisiä on niin vähän, että luvusta voisi tunnistaa jonkun, tai luvusta voisi laskea sellaisen.\n- Ei vastattu: kysymykseen ei ole kirjoitettu vastausta.',
  },
  sv: {
    kind: 'Servicebeskrivning',
    title: (service: string, organiser: string, day: string) => `Servicebeskrivning: ${service}, ${organiser}, ${day}`,
    page: 'Sida',
    organiser: 'Anordnare',
    statutes: 'Rättslig grund',
    asOf: 'Läget',
    knownAt: 'Känt',
    madeOn: 'Utskrivet',
    answers: 'Besvarade',
    answeredOf: (answered: string, all: string) => `${answered} av ${all} frågor`,
    notAnswered: 'Inte besvarad',
    figure: 'Tal',
    tells: 'Vad det berättar',
    on: (day: string) => `Läget ${day}.`,
    written: (day: string) => `Skrivet ${day}`,
    'not-recorded': 'inte antecknat',
    suppressed: 'visas inte',
    overlapping: 'Samma fall kan finnas i flera klasser.',
    period: (range: string) => `För tiden ${range}.`,
    reading: 'Så läses beskrivningen',
    readingText:
      '- Talen har räknats ur servicens egna anteckningar för den nämnda dagen.\n- Inte antecknat: uppgiften har inte antecknats. Det betyder inte noll.\n- Visas inte: personerna är så få att någon kunde kännas igen, eller talet skulle avslöja ett sådant.\n- Inte besvarad: inget svar har skrivits på frågan.',
  },
  en: {
    kind: 'Service description',
    title: (service: string, organiser: string, day: string) => `Service description: ${service}, ${organiser}, ${day}`,
    page: 'Page',
    organiser: 'Organiser',
    statutes: 'Statutory basis',
    asOf: 'As of',
    knownAt: 'As known',
    madeOn: 'Printed',
    answers: 'Answered',
    answeredOf: (answered: string, all: string) => `${answered} of ${all} questions`,
    notAnswered: 'Not answered',
    figure: 'Figure',
    tells: 'What it tells',
    on: (day: string) => `As of ${day}.`,
    written: (day: string) => `Written ${day}`,
    'not-recorded': 'not recorded',
    suppressed: 'not shown',
    overlapping: 'The same case may be in several classes.',
    period: (range: string) => `Over ${range}.`,
    reading: 'How to read this',
    readingText:
      '- The figures are counted from the service’s own records for the day named.\n- Not recorded: nobody has recorded it. It does not mean zero.\n- Not shown: the persons are so few that someone could be recognised, or the figure would give such a number away.\n- Not answered: no answer has been written to the question.',
  },
});

interface PaperValue {
  readonly value: string;
  /** A stated value is set as a number; a state is set as words. */
  readonly known: boolean;
}

export interface DescriptionPaper {
  readonly title: string;
  readonly kind: string;
  readonly service: string;
  readonly facts: readonly Labelled[];
  readonly footer: readonly string[];
  readonly pageLabel: string;
  readonly columns: readonly [figure: string, tells: string];
  readonly questions: readonly {
    readonly id: string;
    readonly question: string;
    readonly text: string | null;
    readonly lang: Language | null;
    /** Said in place of a text. */
    readonly notAnswered: string | null;
    readonly authored: string | null;
    readonly figures: readonly (PaperValue & {
      readonly label: string;
      readonly note: string;
      readonly classes: readonly (PaperValue & { readonly label: string })[];
    })[];
  }[];
  readonly reading: { readonly heading: string; readonly text: string };
}

/** Puts a service description into the words of its language, as `description.typ` takes it. */
export function descriptionPaper(description: PrintedDescription): DescriptionPaper {
  const { language, questions, service, organiser } = description;
  const say = pick(paperTexts, language);
  const spoken = (d: Day) => formatDay(d, language);
  const answered = questions.filter((question) => question.answered).length;
  return {
    title: say.title(service, organiser, spoken(description.asOf)),
    kind: say.kind,
    service,
    facts: [
      { label: say.organiser, value: organiser },
      { label: say.statutes, value: description.statutes.join('; ') },
      { label: say.asOf, value: spoken(description.asOf) },
      ...(description.knownAt ? [{ label: say.knownAt, value: formatInstant(description.knownAt, language) }] : []),
      { label: say.answers, value: say.answeredOf(String(answered), String(questions.length)) },
      { label: say.madeOn, value: spoken(description.madeOn) },
    ].filter(({ value }) => value !== ''),
    footer: [service, organiser, spoken(description.asOf)],
    pageLabel: say.page,
    columns: [say.figure, say.tells],
    questions: questions.map((question) => ({
      id: question.id,
      question: question.question,
      text: question.text,
      lang: question.language,
      notAnswered: question.answered ? null : say.notAnswered,
      authored: authoredOn(question, language),
      figures: question.figures.map((figure) => ({
        ...stated(figure, language),
        label: figure.label,
        note: noteOf(figure, language),
        classes: (figure.classes ?? []).map((one) => ({ label: one.label, ...stated(one, language) })),
      })),
    })),
    reading: { heading: say.reading, text: say.readingText },
  };
}

/** What a figure tells, and of which days it speaks. */
export function noteOf(figure: DescribedFigure, language: ReadingLanguage): string {
  const say = pick(paperTexts, language);
  return [
    figure.definition,
    figure.period ? say.period(formatRange(figure.period, language)) : say.on(formatDay(figure.asOf, language)),
    ...(figure.reason ? [`${figure.reason}.`] : []),
    ...(figure.overlapping ? [say.overlapping] : []),
  ].join(' ');
}

/** A figure that is not known says so in words; it never shows zero, and a suppressed value never leaves here. */
function stated({ value, status }: DescribedClass | DescribedFigure, language: ReadingLanguage): PaperValue {
  const state = status === 'known' && value === null ? 'not-recorded' : status;
  if (state !== 'known') return { value: pick(paperTexts, language)[state], known: false };
  return { value: typeof value === 'number' ? formatNumber(value, language, 1) : String(value), known: true };
}

/** When an answer was written, in words. */
export function authoredOn({ writtenOn }: DescribedQuestion, language: ReadingLanguage): string | null {
  return writtenOn && pick(paperTexts, language).written(formatDay(writtenOn, language));
}
