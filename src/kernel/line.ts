/** Texts of one line as people type them: names, phones, e-mails, postal codes. What one cannot see or print is told at once. */
import { z } from 'zod';
import { businessCodeIn } from './business-code.ts';
import { fold } from './fold.ts';
import { asPasted } from './pasted.ts';

/** What is told; {signs} in it stands for the signs of the text that are in the way. */
type Told = {
  readonly fi: string;
  readonly sv: string;
  readonly en: string;
  readonly signsOf?: (text: string) => string;
};
/** Longer than any line may be: that it is too long is told already, and nothing more is read of it. */
const beyondAnyLine = 300;
const unless = (right: (text: string) => boolean, params: Told) =>
  [(text: string) => text === '' || text.length > beyondAnyLine || right(text), { params, abort: true }] as const;

/** Controls, line breaks, directions that override, and signs without a shape; two joiners stand within Arabic and Indic words. */
const unseen =
  /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\uffa0\ufff9-\ufffb\ufe00-\ufe0f]|[\p{Cf}--[\u200c\u200d]]|(?<![\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Sinhala}\p{M}])[\u200c\u200d]/v;

/** Whether an answer says something at all: a dash, a dot or an emoji is none. */
export function saysSomething(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** Whether a text explains something: two different words at least, none of them of one letter or of the same one again and again. */
export function explains(text: string): boolean {
  const words = text.toLowerCase().match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
  return new Set(words.filter((word) => new Set(word).size > 1)).size > 1;
}

export function isSeen(text: string): boolean {
  return !unseen.test(text);
}

const seen = unless(isSeen, {
  fi: 'Tekstissä on merkki, jota ei näe, tai rivinvaihto. Poista se tai kirjoita teksti uudelleen.',
  sv: 'Texten har ett tecken som inte syns eller ett radbyte. Ta bort det eller skriv texten på nytt.',
  en: 'The text has a sign that cannot be seen, or a line break. Take it away or type the text anew.',
});

/** What letters are printed with; a test holds it to the font. */
const printed = new RegExp(
  `^[${
    '\\u0020-\\u007e\\u00a0-\\u0181\\u0186\\u018a\\u018d-\\u0190\\u0192-\\u0194\\u0196-\\u0197\\u019a-\\u019b\\u019e' +
    '\\u01a0-\\u01a1\\u01af-\\u01b1\\u01b7\\u01bf-\\u01c3\\u01cd-\\u01dd\\u01e2-\\u01e7\\u01ea-\\u01eb\\u01ee-\\u01f0' +
    '\\u01f4-\\u01f5\\u01f7-\\u0201\\u0204-\\u0205\\u0208-\\u0209\\u020c-\\u020d\\u0218-\\u0220\\u0222-\\u0223' +
    '\\u0226-\\u0227\\u0237\\u023a-\\u023e\\u0241-\\u0245\\u0248-\\u0249\\u0250-\\u027b\\u027d-\\u0285\\u0287-\\u0292' +
    '\\u0294-\\u0295\\u0298-\\u0299\\u029b-\\u029f\\u02a1-\\u02a8\\u02b0-\\u02b4\\u02b7-\\u02b9\\u02bb-\\u02c1' +
    '\\u02c6-\\u02cc\\u02d0-\\u02de\\u02e0-\\u02e4\\u02ed\\u0300-\\u030d\\u030f-\\u0313\\u0315\\u0318-\\u0320' +
    '\\u0323-\\u032a\\u032c\\u032e-\\u0332\\u0334\\u0337-\\u033d\\u0342-\\u0345\\u034f\\u0357-\\u0358\\u035c' +
    '\\u035e-\\u035f\\u0361\\u0374-\\u0375\\u037a\\u037e\\u0384-\\u038a\\u038c\\u038e-\\u03a1\\u03a3-\\u03d1\\u03d5' +
    '\\u03d7\\u03d9\\u03db\\u03dd\\u03e1\\u03f4\\u03f7-\\u03f8\\u0400-\\u045f\\u0462-\\u0463\\u0472-\\u0475' +
    '\\u0490-\\u0493\\u0496-\\u049b\\u04a0-\\u04a3\\u04aa-\\u04ab\\u04ae-\\u04b3\\u04b6-\\u04b7\\u04ba-\\u04bb' +
    '\\u04c0-\\u04c4\\u04c7-\\u04c8\\u04cf-\\u04d1\\u04d4-\\u04d9\\u04e2-\\u04e3\\u04e6-\\u04e9\\u04ee-\\u04ef' +
    '\\u04f2-\\u04f3\\u04f6-\\u04f7\\u1e02-\\u1e03\\u1e06-\\u1e07\\u1e0a-\\u1e11\\u1e16-\\u1e17\\u1e1e-\\u1e2b' +
    '\\u1e32-\\u1e3b\\u1e3e-\\u1e49\\u1e52-\\u1e53\\u1e56-\\u1e63\\u1e66-\\u1e67\\u1e6a-\\u1e6f\\u1e72-\\u1e73' +
    '\\u1e7e-\\u1e85\\u1e8e-\\u1e97\\u1e9e-\\u1ef9\\u1f00-\\u1f15\\u1f18-\\u1f1d\\u1f20-\\u1f45\\u1f48-\\u1f4d' +
    '\\u1f50-\\u1f57\\u1f59\\u1f5b\\u1f5d\\u1f5f-\\u1f7d\\u1f80-\\u1fb4\\u1fb6-\\u1fc4\\u1fc6-\\u1fd3\\u1fd6-\\u1fdb' +
    '\\u1fdd-\\u1fef\\u1ff2-\\u1ff4\\u1ff6-\\u1ffe\\u2009-\\u200a\\u2010-\\u201e\\u2020-\\u2023\\u2026'
  }]*$`,
  'u',
);

/** Whether papers can print the text, letter by letter or as a letter with its marks. */
export function isPrintable(text: string): boolean {
  return [...text.normalize('NFC')].every((sign) => printed.test(sign) || printed.test(sign.normalize('NFD')));
}

/** The signs of a text on lines that papers cannot print. */
function unprintableIn(text: string): string {
  const signs = [...text.normalize('NFC').replace(breaks, ' ')];
  return [...new Set(signs.filter((sign) => !isPrintable(sign)))].join('');
}

/** The first few of them, as one is told of them. */
function namedSigns(text: string): string {
  const most = 6;
  const signs = [...unprintableIn(text)];
  return `${signs.slice(0, most).join(' ')}${signs.length > most ? ' …' : ''}`;
}

const printable = unless(isPrintable, {
  fi: 'Päätöksiin ja kirjeisiin ei voi tulostaa: {signs}. Kirjoita nimi latinalaisin kirjaimin, kuten se on passissa tai väestötiedoissa.',
  sv: 'I beslut och brev kan inte skrivas ut: {signs}. Skriv namnet med latinska bokstäver, så som i passet eller befolkningsdatasystemet.',
  en: 'Decisions and letters cannot print: {signs}. Write the name in Latin letters, as in the passport or the population register.',
  signsOf: namedSigns,
});

const lettered = unless((text) => /[\p{L}\p{Nd}]/u.test(text), {
  fi: 'Nimessä on oltava ainakin yksi kirjain.',
  sv: 'Namnet ska ha minst en bokstav.',
  en: 'A name has at least one letter.',
});

/** Hyphens as word processors and web pages write them, and the minus: on paper and in a search they are one. */
const withPlainHyphens = (text: string) => text.replace(/[\u2010\u2011\u2212\ufe63\uff0d]/g, '-');

const asWritten = (text: string) => text.normalize('NFC').replace(/ {2,}/g, ' ');

/** One line of text: an address, a title, a reason. */
export const zLine = z
  .string()
  .trim()
  .max(200)
  .refine(...seen);

/** A business code, in whatever way it is pasted; whether its check digit is right is told apart. */
export const zBusinessCode = z
  .string()
  .overwrite(businessCodeIn)
  .trim()
  .max(20)
  .refine(...seen);

/** The name of a person, an employer, a place: seen, printed, with a letter in it. */
export const zName = zLine
  .overwrite(withPlainHyphens)
  .refine(...printable)
  .refine(...lettered)
  .overwrite(asWritten);

const breaks = /[\t\n\r]/g;
/** Pictures are put together of signs that have no shape of their own. */
const pictures =
  /(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\d#*])\ufe0f|(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d/gv;

/** No sign that nobody sees, and none that turns the direction, on any of the lines. */
export function isSeenOnLines(text: string): boolean {
  return isSeen(text.replace(breaks, ' ').replace(pictures, ''));
}

/** Lines that may break, without other signs that cannot be seen. */
export const zLines = (longest: number) =>
  z
    .string()
    .overwrite((text) => text.replace(/\r\n?/g, '\n').trim())
    .max(longest, { abort: true })
    .refine(isSeenOnLines, {
      params: {
        fi: 'Tekstissä on merkki, jota ei näe. Poista se tai kirjoita kohta uudelleen.',
        sv: 'Texten har ett tecken som inte syns. Ta bort det eller skriv stället på nytt.',
        en: 'The text has a sign that cannot be seen. Take it away or type the place anew.',
      } satisfies Told,
    });

export const zText = zLines(4000);

const silent = {
  fi: 'Kirjoita tämä kohta sanoin: viiva tai piste ei kerro mitään.',
  sv: 'Skriv detta i ord: ett streck eller en punkt säger ingenting.',
  en: 'Write this in words: a dash or a dot says nothing.',
} satisfies Told;
/** What is asked to be told: neither empty nor a dash. */
export const saying = <Text extends z.ZodType<string, string>>(text: Text) =>
  text.refine((one) => one === '' || saysSomething(one), { params: silent });

/** What goes onto papers: a sign that they cannot print is told before one is made, and no box stands for it. */
const onPaper = unless((text) => unprintableIn(text) === '', {
  fi: 'Kirjeisiin ja papereihin ei voi tulostaa: {signs}. Kirjoita ilman kuvamerkkejä ja latinalaisin, kyrillisin tai kreikkalaisin kirjaimin.',
  sv: 'I brev och papper kan inte skrivas ut: {signs}. Skriv utan bildtecken och med latinska, kyrilliska eller grekiska bokstäver.',
  en: 'Letters and papers cannot print: {signs}. Write without pictures, in Latin, Cyrillic or Greek letters.',
  signsOf: namedSigns,
});
export const zPaperLine = zLine.refine(...onPaper);
export const zPaperText = zText.refine((text) => unprintableIn(text) === '', {
  params: onPaper[1].params,
  abort: true,
});

/** A reason, an answer, a demand: on the screen alone, and on paper. */
export const zToldText = saying(zText.min(1));
export const zToldPaperText = saying(zPaperText.min(1));

const digitsIn = (text: string) => text.replace(/\D/g, '').length;
const fewestDigits = 3;
const mostDigits = 20;

/** A phone number: digits with spaces, hyphens, slashes or brackets; more than one with a comma, an extension in words. */
export const zPhone = z
  .string()
  .overwrite(asPasted)
  .trim()
  .max(60)
  .refine(...seen)
  .refine(
    ...unless(
      (text) =>
        /^[\d\s()/.+,;-]+(?:\p{L}[\p{L}\d\s.:]*)?$/u.test(text) &&
        digitsIn(text) >= fewestDigits &&
        digitsIn(text) <= 2 * mostDigits,
      {
        fi: 'Tämä ei ole puhelinnumero. Kirjoita se numeroin, esimerkiksi 040 123 4567.',
        sv: 'Detta är inget telefonnummer. Skriv det med siffror, till exempel 040 123 4567.',
        en: 'This is no phone number. Write it in digits, for example 040 123 4567.',
      },
    ),
  );

const email = z.email();
export const zEmail = z
  .string()
  .overwrite(asPasted)
  .trim()
  .max(200)
  .refine(
    ...unless((text) => email.safeParse(text).success, {
      fi: 'Tämä ei ole sähköpostiosoite.',
      sv: 'Detta är ingen e-postadress.',
      en: 'This is no e-mail address.',
    }),
  );

/** Five digits in Finland, also with a space as in Swedish; abroad with the country's letters in front. */
export const zPostalCode = z
  .string()
  .overwrite((text) => asPasted(text).replace(/^\s*(\d{3}) (\d{2})\s*$/, '$1$2'))
  .trim()
  .toUpperCase()
  .max(20)
  .refine(
    ...unless((text) => /^(?:\d{5}|(?!FI-)[A-Z]{1,3}-[\dA-Z][\dA-Z -]{1,10})$/.test(text), {
      fi: 'Postinumerossa on viisi numeroa; ulkomailla maan kirjaimet edessä, esimerkiksi SE-114 55.',
      sv: 'Ett postnummer har fem siffror; utomlands med landets bokstäver före, till exempel SE-114 55.',
      en: 'A postal code has five digits; abroad the country’s letters in front, for example SE-114 55.',
    }),
  );

/** The places in a list of lines that say again what one before them says; a capital, a space or a dot makes no other line. */
export function repeatedIn(lines: readonly string[]): number[] {
  const before = new Set<string>();
  return lines.flatMap((line, at) => {
    const folded = fold(line);
    const again = folded !== '' && before.has(folded);
    before.add(folded);
    return again ? [at] : [];
  });
}

/** A list of lines of which each is said once. */
export const zLinesOnce = <Line extends z.ZodType<string, string>>(line: Line, most: number) =>
  z
    .array(line)
    .max(most)
    .superRefine((lines, check) => {
      for (const at of repeatedIn(lines))
        check.addIssue({
          code: 'custom',
          path: [at],
          params: {
            fi: 'Sama on jo luettelossa.',
            sv: 'Detsamma finns redan i listan.',
            en: 'The same is in the list already.',
          } satisfies Told,
        });
    });
