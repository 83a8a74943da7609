/** Words for what was wrong in a field, in the user's language: ours, since the library's own speak of types and unions. */
import type { z } from 'zod';
import type { Language } from '../kernel/language.ts';

type Issue = z.core.$ZodRawIssue;
type Words = Readonly<Record<Language, string>>;

const missing: Words = { fi: 'Täytä tämä kohta.', sv: 'Fyll i detta.', en: 'Fill this in.' };
const wrong: Words = { fi: 'Tämä ei kelpaa.', sv: 'Detta duger inte.', en: 'This will not do.' };

/** What a field takes, by the kind of its value. */
const kinds: Readonly<Record<string, Words>> = {
  string: { fi: 'Tähän tulee teksti.', sv: 'Här ska stå en text.', en: 'A text belongs here.' },
  number: { fi: 'Tähän tulee luku.', sv: 'Här ska stå ett tal.', en: 'A number belongs here.' },
  int: { fi: 'Tähän tulee kokonaisluku.', sv: 'Här ska stå ett heltal.', en: 'A whole number belongs here.' },
  boolean: {
    fi: 'Tähän tulee kyllä tai ei (true tai false).',
    sv: 'Här ska stå ja eller nej (true eller false).',
    en: 'Yes or no belongs here (true or false).',
  },
  array: { fi: 'Tähän tulee luettelo.', sv: 'Här ska stå en lista.', en: 'A list belongs here.' },
  object: {
    fi: 'Tähän tulevat kohdat nimineen.',
    sv: 'Här ska stå fält med sina namn.',
    en: 'Named fields belong here.',
  },
};

const formats: Readonly<Record<string, Words>> = {
  date: {
    fi: 'Päivä on muotoa 2021-06-17.',
    sv: 'En dag skrivs som 2021-06-17.',
    en: 'A day is written as 2021-06-17.',
  },
  datetime: {
    fi: 'Hetki on muotoa 2021-06-17T12:00:00+03:00.',
    sv: 'En tidpunkt skrivs som 2021-06-17T12:00:00+03:00.',
    en: 'An instant is written as 2021-06-17T12:00:00+03:00.',
  },
  email: {
    fi: 'Tämä ei ole sähköpostiosoite.',
    sv: 'Detta är ingen e-postadress.',
    en: 'This is no e-mail address.',
  },
  uuid: {
    fi: 'Tämä ei ole tunniste.',
    sv: 'Detta är ingen identifierare.',
    en: 'This is no identifier.',
  },
};

const misshapen: Words = { fi: 'Muoto on väärä.', sv: 'Formen är fel.', en: 'The form is wrong.' };

/** Nothing was given where something must be. */
function isMissing({ code, input, ...issue }: Issue): boolean {
  const tooFew = code === 'too_small' && issue.minimum === 1 && issue.origin !== 'number' && issue.origin !== 'int';
  return tooFew || input === undefined || input === null || input === '';
}

/** Words for what was wrong in a field, in the user's language. */
export function errorMap(language: Language): z.core.$ZodErrorMap {
  return (issue) => (isMissing(issue) ? missing[language] : told(issue)[language]);
}

function told(issue: Issue): Words {
  switch (issue.code) {
    case 'invalid_type':
      return kinds[issue.expected] ?? wrong;
    case 'invalid_value':
      return oneOf(issue.values.map(String));
    case 'invalid_union':
      return oneOf(valuesIn(issue.errors));
    case 'invalid_format':
      return dayThatIsNot(issue) ?? formats[issue.format] ?? misshapen;
    case 'too_big':
      return bound(issue.origin, 'most', String(issue.maximum), issue.inclusive !== false);
    case 'too_small':
      return bound(issue.origin, 'least', String(issue.minimum), issue.inclusive !== false);
    case 'not_multiple_of':
      return {
        fi: `Luvun on oltava jaollinen luvulla ${issue.divisor}.`,
        sv: `Talet ska vara delbart med ${issue.divisor}.`,
        en: `The number must be a multiple of ${issue.divisor}.`,
      };
    case 'unrecognized_keys': {
      const names = issue.keys.join(', ');
      return {
        fi: `Tällaista kohtaa ei ole: ${names}.`,
        sv: `Ett sådant fält finns inte: ${names}.`,
        en: `There is no such field: ${names}.`,
      };
    }
    case 'custom':
      return wordsIn(issue.params, issue.input) ?? wrong;
    default:
      return wrong;
  }
}

/** A day that is written right, and is in no calendar: 31.6. */
function dayThatIsNot({ format, input }: { readonly format: string; readonly input?: unknown }): Words | null {
  const [, year, month, day] = (format === 'date' && /^(\d{4})-(\d{2})-(\d{2})$/.exec(String(input))) || [];
  if (year === undefined) return null;
  const written = `${Number(day)}.${Number(month)}.${year}`;
  return {
    fi: `Päivää ${written} ei ole kalenterissa.`,
    sv: `Dagen ${written} finns inte i kalendern.`,
    en: `There is no day ${written} in the calendar.`,
  };
}

/** A rule of ours that a value breaks brings its own words, in every language. */
function wordsIn(params: Readonly<Record<string, unknown>> | undefined, input: unknown): Words | null {
  const { fi, sv, en, signsOf } = params ?? {};
  if (typeof fi !== 'string' || typeof sv !== 'string' || typeof en !== 'string') return null;
  if (typeof signsOf !== 'function') return { fi, sv, en };
  const named = (words: string) => words.replace('{signs}', String(signsOf(input)));
  return { fi: named(fi), sv: named(sv), en: named(en) };
}

function oneOf(values: readonly string[]): Words {
  if (values.length === 0) return wrong;
  const list = values.join(', ');
  return values.length === 1
    ? { fi: `Tähän tulee ${list}.`, sv: `Här ska stå ${list}.`, en: `This must be ${list}.` }
    : {
        fi: `Valitse jokin näistä: ${list}.`,
        sv: `Välj något av dessa: ${list}.`,
        en: `Choose one of these: ${list}.`,
      };
}

/** What the ways of a union would have taken, where each takes one of a list. */
function valuesIn(ways: readonly (readonly z.core.$ZodIssue[])[]): string[] {
  const values = ways.map(([first]) =>
    first?.code === 'invalid_value' && first.path.length === 0 ? first.values : null,
  );
  return values.includes(null) ? [] : [...new Set(values.flatMap((some) => (some ?? []).map(String)))];
}

function bound(origin: string, side: 'most' | 'least', limit: string, inclusive: boolean): Words {
  const [fi, sv, en] =
    origin === 'string'
      ? ['merkkiä', 'tecken', 'characters']
      : origin === 'array'
        ? ['kohtaa', 'poster', 'items']
        : ['', '', ''];
  const sentence = (...parts: string[]) => `${parts.filter((part) => part !== '').join(' ')}.`;
  if (side === 'most')
    return inclusive
      ? { fi: sentence('Enintään', limit, fi), sv: sentence('Högst', limit, sv), en: sentence('At most', limit, en) }
      : { fi: sentence('Alle', limit, fi), sv: sentence('Under', limit, sv), en: sentence('Less than', limit, en) };
  return inclusive
    ? { fi: sentence('Vähintään', limit, fi), sv: sentence('Minst', limit, sv), en: sentence('At least', limit, en) }
    : { fi: sentence('Yli', limit, fi), sv: sentence('Över', limit, sv), en: sentence('More than', limit, en) };
}
