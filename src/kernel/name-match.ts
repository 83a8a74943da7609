/**
 * Whether two names are perhaps one person's: written alike, written otherwise, or with a part in common. The database has
 * soundOf as client_name_sound; a test holds them equal.
 */
import { foldedWords, squeeze } from './fold.ts';

/** Cyrillic letters as their names are written in Latin ones. */
const cyrillic: readonly (readonly [string, string])[] = [
  ...'аa бb вv гg дd еe зz иi кk лl мm нn оo пp рr сs тt уu фf ыy эe іi'
    .split(' ')
    .map((two) => [...two] as [string, string]),
  ...'жzh хkh цts чch шsh'.split(' ').map((more) => [more.slice(0, 1), more.slice(1)] as const),
  ...[
    ['щ', 'shch'],
    ['ю', 'yu'],
    ['я', 'ya'],
    ['ъ', ''],
    ['ь', ''],
  ].map(([from = '', to = '']) => [from, to] as const),
];

/** One way of writing for what languages write in several, in this order. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/chr/g, 'kr'],
  [/schtsch|shtsh|shch|sts/g, 's'],
  [/q/g, 'k'],
  [/(?<!t)sch/g, 's'],
  [/tsch|tsh|tch|ts|tz|cz|ch/g, 'q'],
  [/ck/g, 'k'],
  [/sh|zh|sz/g, 's'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/z/g, 's'],
  [/x/g, 'ks'],
  [/kh/g, 'h'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/dh/g, 'd'],
  [/w/g, 'v'],
  [/f+$/g, 'v'],
  [/[jy]/g, 'i'],
  [/ae/g, 'a'],
  [/oe/g, 'o'],
  [/ue/g, 'u'],
  [/(.)\1+/g, '$1'],
  [/ie/g, 'e'],
  [/ander$/g, 'andr'],
  [/^m[ou]ham[ae]d/g, 'muhamed'],
];

/** A name as one word, in one way of writing: Müller and Mueller, Tšernov, Chernov and Чернов, Carlsson and Karlson are one. */
export function soundOf(name: string): string {
  const latin = cyrillic.reduce((text, [letter, letters]) => text.replaceAll(letter, letters), squeeze(name));
  return spellings.reduce((text, [from, to]) => text.replace(from, to), latin);
}

/** Words before a name that many have, and that tell nobody apart. */
const particles = 'abu af al av ben bin da de del den der di do dos du el ibn la le mac van vom von zu'.split(' ');
const fewestLetters = 3;

/** What names have in common: all as it is written, all as it may be written otherwise, or a part of the family name. */
export type NameMatch = 'same' | 'variant' | 'part';
const order: readonly NameMatch[] = ['same', 'variant', 'part'];
const weaker = (one: NameMatch | null, other: NameMatch | null): NameMatch | null =>
  one && other ? (order[Math.max(order.indexOf(one), order.indexOf(other))] ?? null) : null;

const isPart = (word: string) => word.length >= fewestLetters && !particles.includes(word);
/** Parts of a family name of several words, each of which may stand alone. */
export const partsOf = (family: string): string[] => foldedWords(family).filter(isPart).map(soundOf);

/** A name in the ways in which names are compared. */
interface Form {
  readonly text: string;
  readonly words: readonly string[];
  readonly squeezed: string;
  readonly sound: string;
  readonly sounds: readonly string[];
  readonly parts: readonly string[];
}

function formOf(text: string): Form {
  const words = foldedWords(text);
  return {
    text,
    words,
    squeezed: words.join(''),
    sound: soundOf(text),
    sounds: words.map(soundOf),
    parts: partsOf(text),
  };
}

/** A whole name made ready to be compared with many: each name is folded once, not once for each of the others. */
export interface ReadyName {
  /** The family name, and those before it. */
  readonly families: readonly Form[];
  readonly given: Form;
  /** The given names together and one by one, which may stand in the other's field. */
  readonly turned: readonly Form[];
}

/** Makes a name ready from the family name with those before it, and the given names. */
export type MakeReady = (families: readonly string[], givenNames: string) => ReadyName;

const readyBy =
  (form: (text: string) => Form): MakeReady =>
  (families, givenNames) => {
    const names = new Set([givenNames, ...foldedWords(givenNames)]);
    return { families: families.map(form), given: form(givenNames), turned: [...names].map(form) };
  };

export const readyName = readyBy(formOf);

/** The same for a whole register, in which thousands share a name: each is folded once. */
export function readyRegister(): MakeReady {
  const forms = new Map<string, Form>();
  return readyBy((text) => {
    const form = forms.get(text) ?? formOf(text);
    forms.set(text, form);
    return form;
  });
}

function familyMatch(one: Form, other: Form): NameMatch | null {
  if (one.squeezed === other.squeezed) return one.squeezed === '' ? null : 'same';
  if (one.sound === other.sound) return 'variant';
  return one.parts.some((part) => other.parts.includes(part)) ? 'part' : null;
}

/** A first name that is the other's second one is what they are called by. */
function givenMatch(one: Form, other: Form): NameMatch | null {
  const [first = '', otherFirst = ''] = [one.words[0], other.words[0]];
  if (first === otherFirst || (first !== '' && one.squeezed === other.squeezed)) return 'same';
  if (first === '' || otherFirst === '') return null;
  const isCalled = other.sounds.includes(one.sounds[0] as string) || one.sounds.includes(other.sounds[0] as string);
  return isCalled || one.sound === other.sound ? 'variant' : null;
}

/** Of names in each other's fields: the given ones, or one of them, are the other's family name. */
function turned(one: ReadyName, other: ReadyName): (NameMatch | null)[] {
  const { text, words } = one.given;
  const asFamily = (known: Form) => {
    const matches = one.turned.flatMap((name) => {
      const match = familyMatch(name, known);
      return match === 'same' && name.text !== text && name.text !== words[0] ? 'variant' : (match ?? []);
    });
    return order.find((match) => match !== 'part' && matches.includes(match)) ?? null;
  };
  return one.families.flatMap((family) =>
    other.families.map((known) => weaker(asFamily(known), givenMatch(family, other.given))),
  );
}

/** How the names of two are alike, also where family and given names stand in the other's fields; null where they are not. */
export function nameMatch(one: ReadyName, other: ReadyName): NameMatch | null {
  const alike = givenMatch(one.given, other.given);
  const straight = one.families.flatMap((family) =>
    other.families.map((known) => weaker(familyMatch(family, known), alike)),
  );
  const matches = [...straight, ...turned(one, other)];
  return order.find((match) => matches.includes(match)) ?? null;
}
