import { type Day, isDay } from '../../kernel/day.ts';
import { fold, foldedWords, squeeze } from '../../kernel/fold.ts';
import type { Language, ReadingLanguage } from '../../kernel/language.ts';
import {
  type MakeReady,
  nameMatch,
  type ReadyName,
  readyName,
  readyRegister,
  soundOf,
} from '../../kernel/name-match.ts';
import { contains, type Range } from '../../kernel/range.ts';
import { type Service, type ServiceTask, serviceTasks, taskOf } from '../../kernel/service.ts';
import { isMinor } from '../../law/act-1999-442.ts';
import { presumedServedOn, serviceByLetter, serviceOnPerson } from '../../law/act-2003-434.ts';
import { addressProtection, addressProtectionEnds, protectedDetails } from '../../law/act-2009-661.ts';
import {
  clientSeesLog,
  keptUntil,
  logAnswerLimit,
  logKeptUntil,
  retention,
  useAndDisclosureLog,
} from '../../law/act-2023-703.ts';
import { type DataClass, mayRead, type TaskClass } from '../../law/decree-2024-457.ts';
import { versionOn } from '../../law/provision.ts';
import { cite } from '../../law/provisions.ts';
import {
  type Address,
  type Candidates,
  type Known,
  type LetterAddress,
  type LetterParty,
  type Likeness,
  legalKinds,
  type NewClient,
  originalLanguages,
  type Power,
  type Reach,
  type Recipients,
  type Relation,
  type Representative,
  type RepresentativeKind,
  type Search,
  type Served,
  type Serving,
  type ServingWay,
} from './words.ts';

type Newcomer = Pick<NewClient, 'familyName' | 'givenNames' | 'birthOn'>;

const firstName = (names: string) => fold(names).split(' ')[0] ?? '';

/** Days that a slip of the finger away are the same: one digit other, two digits or day and month changed about. */
export function nearDays(on: Day): Day[] {
  const [year = '', month = '', dayOfMonth = ''] = on.split('-');
  const digits = `${year}${month}${dayOfMonth}`;
  const written = (text: string) => `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
  const near = new Set<string>([`${year}-${dayOfMonth}-${month}`]);
  for (let at = 0; at < digits.length; at++) {
    for (let digit = 0; digit <= 9; digit++) near.add(written(`${digits.slice(0, at)}${digit}${digits.slice(at + 1)}`));
    if (at > 0) near.add(written(`${digits.slice(0, at - 1)}${digits[at]}${digits[at - 1]}${digits.slice(at + 1)}`));
  }
  near.delete(on);
  return [...near].filter(isDay);
}

/** Whether two short texts differ by one slip: a letter other, missing, too many, or two changed about. */
function isOneSlipAway(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (a === b || short.length < 4 || long.length - short.length > 1) return false;
  const from = [...short].findIndex((letter, n) => letter !== long[n]);
  if (from < 0) return true;
  const rest = (text: string, n: number) => text.slice(from + n);
  if (long.length > short.length) return rest(short, 0) === rest(long, 1);
  const swapped = short[from] === long[from + 1] && short[from + 1] === long[from] && rest(short, 2) === rest(long, 2);
  return rest(short, 1) === rest(long, 1) || swapped;
}

/** Whether two days are a slip of the finger apart, told without writing them all: of two records of a county this is asked millions of times. */
function isNearDay(one: Day, other: Day): boolean {
  const differing: number[] = [];
  for (let at = 0; at < one.length; at++) {
    if (one.charCodeAt(at) === other.charCodeAt(at)) continue;
    // The most that differ are day and month changed about.
    if (differing.push(at) > 4) return false;
  }
  const [at = 0, next = 0] = differing;
  if (differing.length === 1) return true;
  const sideBySide = next === at + 1 || (one[at + 1] === '-' && next === at + 2);
  if (differing.length === 2 && sideBySide && one[at] === other[next] && one[next] === other[at]) return true;
  return one !== other && one === `${other.slice(0, 5)}${other.slice(8)}-${other.slice(5, 7)}`;
}

type Named = Newcomer & Pick<Known, 'formerFamilyNames'>;

interface Names {
  readonly ready: ReadyName;
  readonly families: readonly string[];
  readonly first: string;
}

// Of a record compared with many its names are made ready once, for as long as the record is there.
const namesOnce = new WeakMap<object, Names>();

function namesOf(record: Named, makeReady: MakeReady = readyName): Names {
  const { familyName, givenNames, formerFamilyNames = [] } = record;
  const before = namesOnce.get(record);
  if (before) return before;
  const families = [familyName, ...formerFamilyNames];
  const names = {
    ready: makeReady(families, givenNames),
    families: families.map(squeeze),
    first: firstName(givenNames),
  };
  namesOnce.set(record, names);
  return names;
}

/**
 * How alike a newcomer and a known client are, or null when they are not: the same identity code is the same person,
 * the same name and birthday likely. Possible are the same name with a birthday that is missing or a slip away, a part of the
 * family name in common where the birthday is the same or a slip away, and the same birthday with a family name, a first name
 * or a misspelt name in common. A name counts as the same with a hyphen or a space, in either order, under a former family
 * name, called by the second given name, and however its letters are written in Latin ones. An identity code can change and a
 * birthday be mistyped, so only a person decides.
 */
export function likeness(newcomer: Newcomer, known: Known): Likeness | null {
  if (known.sameIdentityCode) return 'same';
  const bothBorn = newcomer.birthOn !== null && known.birthOn !== null;
  const sameBirth = bothBorn && newcomer.birthOn === known.birthOn;
  // Most are told apart by their birthdays: names are not compared then.
  if (newcomer.birthOn && known.birthOn && !sameBirth && !isNearDay(newcomer.birthOn, known.birthOn)) return null;
  const [names, knownNames] = [namesOf(newcomer), namesOf(known)];
  const match =
    nameMatch(names.ready, knownNames.ready) ?? (bothBorn ? nameMatch(knownNames.ready, names.ready) : null);
  if (sameBirth && (match === 'same' || match === 'variant')) return 'likely';
  if (match) return bothBorn || match !== 'part' ? 'possible' : null;
  if (!sameBirth) return null;
  const { families } = knownNames;
  const [family = ''] = names.families;
  const [first, knownFirst] = [names.first, knownNames.first];
  const misspelt = families.some((one) => isOneSlipAway(one, family)) || isOneSlipAway(first, knownFirst);
  return families.includes(family) || first === knownFirst || misspelt ? 'possible' : null;
}

/**
 * Of two records that are kept already, whether they should be looked at as perhaps one person: those of one identity code,
 * likely ones, and possible ones whose names are alike; a shared birthday with a common first name alone is nothing among thousands.
 */
export function standingLikeness(one: Known, other: Known): Likeness | null {
  if (one.codeKey && one.codeKey === other.codeKey) return 'same';
  const alike = likeness(one, other);
  if (alike !== 'possible') return alike;
  const [names, others] = [namesOf(one), namesOf(other)];
  if (nameMatch(names.ready, others.ready) ?? nameMatch(others.ready, names.ready)) return 'possible';
  const misspelt = names.families.some((name) => others.families.some((known) => isOneSlipAway(known, name)));
  return misspelt && names.first === others.first ? 'possible' : null;
}

/** Whether two records are of two persons by their birthdays alone: of different ones that are no slip apart, and of no common code. */
function areTwoByBirth(one: Known, other: Known): boolean {
  if (!one.birthOn || !other.birthOn || one.birthOn === other.birthOn) return false;
  return !isNearDay(one.birthOn, other.birthOn) && !(one.codeKey && one.codeKey === other.codeKey);
}

/** All pairs of records that should be looked at, likely ones first; records joined already are no pair. */
export function pairsAlike(
  records: readonly Known[],
): { readonly one: Known; readonly other: Known; readonly likeness: Likeness }[] {
  const makeReady = readyRegister();
  const readyOf = (record: Known) => namesOf(record, makeReady).ready;
  const familiesOf = (record: Known) => readyOf(record).families.flatMap(({ sound, parts }) => [sound, ...parts]);
  const families = new Set(records.flatMap(familiesOf));
  const buckets = new Map<string, Known[]>();
  for (const record of records) {
    // Names in each other's fields meet under the given ones.
    const turned = readyOf(record).turned.flatMap(({ sound }) => (sound !== '' && families.has(sound) ? [sound] : []));
    const keys = new Set([...familiesOf(record), ...turned, ...(record.birthOn ? [record.birthOn] : [])]);
    if (record.codeKey) keys.add(record.codeKey);
    for (const key of keys) {
      const some = buckets.get(key);
      if (some) some.push(record);
      else buckets.set(key, [record]);
    }
  }
  const seen = new Set<string>();
  const pairs: { readonly one: Known; readonly other: Known; readonly likeness: Likeness }[] = [];
  for (const some of buckets.values()) {
    for (const [n, one] of some.entries()) {
      for (let m = n + 1; m < some.length; m++) {
        const other = some[m] as Known;
        // Most of a name have another birthday, and are told apart before anything is made of the two.
        if (one.personId === other.personId || areTwoByBirth(one, other)) continue;
        const [a, b] = one.id < other.id ? [one, other] : [other, one];
        const both = `${a.id} ${b.id}`;
        if (a.id === b.id || seen.has(both)) continue;
        seen.add(both);
        const alike = standingLikeness(a, b);
        if (alike) pairs.push({ one: a, other: b, likeness: alike });
      }
    }
  }
  const order = { same: 0, likely: 1, possible: 2 };
  return pairs.sort((a, b) => order[a.likeness] - order[b.likeness]);
}

/** By which names, as they sound, and birthdays those are looked for whom the rule above could find alike; never narrower than it. */
export function candidatesOf({ familyName, givenNames, birthOn }: Newcomer): Candidates {
  const names = new Set([familyName, givenNames, ...foldedWords(givenNames)].map(soundOf));
  names.delete('');
  return { names: [...names], births: birthOn === null ? [] : [birthOn, ...nearDays(birthOn)] };
}

const twoDigits = (text: string) => text.padStart(2, '0');

/** From which year of two digits on somebody was born in the century before: clients of these services are no older. */
const firstOfTwoDigits = 30;

function yearOf(text: string): string {
  if (text.length === 4) return text;
  return `${Number(text) < firstOfTwoDigits ? '20' : '19'}${text}`;
}

/** A birthday as one types it: 22.6.1990, 22 6 1990, 22.6.90, 22061990, 1990-06-22; null where the text is none. */
function birthdayIn(text: string): Day | null {
  const [, d = '', m = '', y = ''] =
    /^(\d{1,2})[. ,/-]+(\d{1,2})[. ,/-]+(\d{4})$/.exec(text) ??
    /^(\d{1,2})[.,/-] ?(\d{1,2})[.,/-] ?(\d{2})$/.exec(text) ??
    /^(\d{2})(\d{2})(\d{4})$/.exec(text) ??
    [];
  const written = /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : `${yearOf(y)}-${twoDigits(m)}-${twoDigits(d)}`;
  return isDay(written) ? written : null;
}

/** How many digits a phone number has at least to be looked for: fewer would be in many. */
const fewestDigits = 5;
/** As much of an identity code as is kept readable: birthday, separator and one digit. */
const shownOfCode = 8;

/** A phone number as it is kept: without signs, and without the country's code; null where the text is none. */
function phoneIn(text: string): string | null {
  const bare = text.replace(/^(?:tel|puh|p)\b[.:]? */i, '').replace(/[\s()/.-]/g, '');
  if (!/^\+?\d+$/.test(bare)) return null;
  const number = bare.replace(/^(?:\+|00)?358(?:0(?=\d{5}))?(?=\d{5})/, '0');
  return number.length >= fewestDigits ? number : null;
}

/** Three numbers that look like a day and are none, as 31.6.1990. */
const likeDay = /^\d{1,2}[. ,/-]+\d{1,2}[. ,/-]+\d{4}$/;

/** Reads what is typed or pasted into a search; what is no number, day or address is words of a name. */
export function readSearch(text: string): Search {
  const typed = text
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Cc}]/gu, '')
    .replace(/\p{Dash}/gu, '-')
    .trim();
  const day = birthdayIn(typed);
  // Six digits are the start of a code, and the birthday of whoever has none.
  const born = day ?? (/^\d{6}$/.test(typed) ? birthdayIn(typed.replace(/(?=(?:..){1,2}$)/g, '.')) : null);
  const digits = day === null && !likeDay.test(typed) ? phoneIn(typed) : null;
  const joined = typed.replace(/\s/g, '');
  const code = /^\d{6}([-+A-FU-Y][\dA-Y]{0,4})?$/i.test(joined) ? joined.toUpperCase().slice(0, shownOfCode) : null;
  const mail = typed.includes('@') ? joined.toLowerCase().replace(/^mailto:/, '') : null;
  return { words: day || digits !== null || mail || code ? [] : foldedWords(text), digits, mail, born, code };
}

/**
 * Whether a worker may read where a client with a protected address lives.
 * Source: act 661/2009, sections 36 and 37: only those whose task needs it; here the client's officials.
 */
export function maySeeProtectedAddress(relations: readonly Relation[]): boolean {
  return relations.includes('official_for');
}

/** The class of tasks (457/2024 section 10) in which a worker in the relation works. */
export const taskClassOf = {
  responsible_for: 'implementing',
  coach_of: 'implementing',
  receiver_of: 'arranging',
  leader_of: 'implementing',
  instructor_of: 'implementing',
  official_for: 'wide-responsibility',
  paymaster_for: 'administrative',
  keeper_of: 'wide-responsibility',
  supervisor_of: 'administrative',
} as const satisfies Readonly<Record<Relation, TaskClass>>;

/** What is necessary for the task that a relation is for (703/2023 section 9): it narrows what the decree lets its class read. */
const necessaryFor: Readonly<Record<Relation, readonly DataClass[]>> = {
  responsible_for: ['relationship-data', 'plans-and-assessments', 'decisions', 'implementation'],
  coach_of: ['relationship-data', 'plans-and-assessments', 'decisions', 'implementation'],
  receiver_of: ['relationship-data', 'plans-and-assessments', 'decisions', 'implementation'],
  leader_of: ['relationship-data', 'decisions', 'implementation'],
  instructor_of: ['relationship-data', 'decisions', 'implementation'],
  official_for: ['relationship-data', 'plans-and-assessments', 'decisions', 'implementation'],
  paymaster_for: ['relationship-data', 'implementation'],
  keeper_of: ['relationship-data'],
  // That a plan or an assessment was made, and when, is of the matter's steps; what stands in it is not.
  supervisor_of: ['relationship-data', 'decisions'],
};

/** Whether a worker in the relation reads a class of data of the own task: as the decree lets, and as the task needs. */
export function readsOfTask(relation: Relation, data: DataClass, ownService: boolean): boolean {
  const own = { data, task: 'disability', ownTasks: ['disability'], ownService } as const;
  return mayRead(taskClassOf[relation], own) && necessaryFor[relation].includes(data);
}

/**
 * Whether a worker reads of the client more than the service at the place needs, as benefits and the reason of support, which are
 * of the assessment of needs; row-level security holds the same.
 */
export function seesWhole(relations: readonly Relation[]): boolean {
  return relations.some((relation) => readsOfTask(relation, 'plans-and-assessments', false));
}

/** A day of birth that cannot be: in the future of the day it is told on. */
export function bornInFuture(birthOn: Day | null, today: Day): boolean {
  return birthOn !== null && birthOn > today;
}

/** Whether one acts for the client by law, and so has powers: a relative or a support person has none. */
export function actsByLaw(kind: RepresentativeKind): boolean {
  return legalKinds.some((one) => one === kind);
}

/**
 * Who acts for the client in personal or in financial matters on the day, and is served with decisions on them.
 * Source: 434/2003 section 14 and 56 (served on a legal representative whose task it is); 442/1999 section 29 and 361/1983
 * section 4 (recalled): a guardian acts in what the order covers, a custodian in a child's personal matters, and nobody is the
 * custodian of one who has come of age, whatever days were recorded.
 */
export function representativesIn(
  power: Power,
  { age, representatives }: Pick<LetterParty, 'age' | 'representatives'>,
  on: Day,
): readonly Representative[] {
  return representatives.filter(
    (one) => one.covers.includes(power) && contains(one.during, on) && !isFormerCustodian(one, age, on),
  );
}

/** Whether somebody is recorded as the custodian of a client who has come of age. */
export function isFormerCustodian({ kind }: Pick<Representative, 'kind'>, age: number | null, on: Day): boolean {
  return kind === 'custodian' && age !== null && !isMinor(age, on);
}

/** A child of whom nobody is recorded who acts in personal matters: letters to the child alone would not be served. */
export function lacksRepresentative(age: number | null, representatives: readonly Representative[], on: Day): boolean {
  return age !== null && isMinor(age, on) && representativesIn('personal', { age, representatives }, on).length === 0;
}

/** From when the acts on service tell on which day a letter counts as received; what was sent before counts on its own day. */
export const serviceFrom = serviceByLetter.versions[0]?.during.from as Day;

/** 434/2003 §§ 59 and 60: the day on which a letter counts as served. */
export function servedOn(sentOn: Day, way: ServingWay): Day {
  return sentOn < serviceFrom ? sentOn : presumedServedOn(sentOn, way);
}

/**
 * 434/2003 § 56: a letter is served also on whoever acts for the client by law in personal matters; what is served on a child
 * alone, or past a guardian, is not served. Tells by when it counts as served and who got it, or what stands in the way.
 */
export function servingOf(
  { age, representatives }: LetterParty,
  { way, sentOn, representativeIds }: Serving,
): Served | { readonly obstacle: 'no-representative' | 'representative-left-out' | 'does-not-act' } {
  if (lacksRepresentative(age, representatives, sentOn)) return { obstacle: 'no-representative' };
  const due = representativesIn('personal', { age, representatives }, sentOn);
  if (!due.every(({ id }) => representativeIds.includes(id))) return { obstacle: 'representative-left-out' };
  if (representativeIds.length > due.length) return { obstacle: 'does-not-act' };
  const beside = due.map(({ name }) => ({ recipient: 'representative' as const, name }));
  return { way, sentOn, servedOn: servedOn(sentOn, way), recipients: [{ recipient: 'client', name: null }, ...beside] };
}

/** What may stand in the way of serving something on a client, and the field that says on whom. */
type MayNotServe = (
  code: 'no-representative' | 'representative-left-out' | 'does-not-act',
  more: { readonly field: string; readonly cites: string },
) => never;

/** By when a letter counts as served on a party and on whoever acts for it, and who got it; refuses where it would not be served. */
export function mustServe(
  { who, refuse }: { readonly who: { readonly language: Language }; readonly refuse: MayNotServe },
  party: LetterParty,
  sent: Serving,
  field = 'representativeIds',
): Served {
  const served = servingOf(party, sent);
  if (!('obstacle' in served)) return served;
  return refuse(served.obstacle, { field, cites: cite(serviceOnPerson.id, who.language) });
}

/** To whom a letter to a client goes today beside the client, and whether a translation goes beside it. */
export function recipientsOf({ age, language, representatives }: LetterParty, today: Day): Recipients {
  return {
    representatives: representativesIn('personal', { age, representatives }, today).map(({ id, name, kind }) => ({
      id,
      name,
      kind,
    })),
    lacksRepresentative: lacksRepresentative(age, representatives, today),
    translated: isTranslated(language),
  };
}

/** Those who act for the client, as one ticks to whom a letter goes: a name alone does not tell why. */
export function representativeChoices(
  representatives: readonly Recipients['representatives'][number][],
  kinds: Readonly<Record<RepresentativeKind, string>>,
): { readonly value: string; readonly label: string }[] {
  return representatives.map(({ id, name, kind }) => ({ value: id, label: `${name}, ${kinds[kind].toLowerCase()}` }));
}

/** Who acts for the client in personal matters and gets an own copy of a letter, with where it is sent; null for anybody else. */
export function copyFor(
  party: Pick<LetterParty, 'age' | 'representatives'>,
  representativeId: string,
  today: Day,
): { readonly name: string; readonly address: LetterAddress } | null {
  const to = representativesIn('personal', party, today).find(({ id }) => id === representativeId);
  return to ? { name: to.name, address: postalAddress(to) } : null;
}

/** In which language a letter of the authority is made: the client's, where authorities use it. */
export function originalLanguage(language: Language): (typeof originalLanguages)[number] {
  return originalLanguages.find((one) => one === language) ?? originalLanguages[0];
}

/** Whether a translation into the client's language goes beside the original. */
export function isTranslated(language: Language): boolean {
  return originalLanguage(language) !== language;
}

/** Where a letter is sent by post; nowhere where no street is known. Where a client's place is hidden, so is that of who acts for them. */
export function postalAddress({
  street,
  postalCode,
  postOffice,
}: Pick<Address, 'street' | 'postalCode' | 'postOffice'>): LetterAddress {
  if (!street) return { kind: 'none' };
  const town = [postalCode, postOffice].filter(Boolean).join(' ');
  return { kind: 'postal', lines: town ? [street, town] : [street] };
}

/** 661/2009 § 36: of a protected address only what stands instead of it is ever printed. */
export function letterAddress(reach: Reach): LetterAddress {
  if (reach.protected)
    return reach.contactInstead ? { kind: 'substitute', lines: [reach.contactInstead] } : { kind: 'none' };
  return reach.address ? postalAddress(reach.address) : { kind: 'none' };
}

/** Easy Finnish for a client who reads it; a paper follows the language of service, never the mother tongue. */
export function letterLanguage({
  language,
  easyLanguage,
}: {
  readonly language: Language;
  readonly easyLanguage: boolean;
}): ReadingLanguage {
  return language === 'fi' && easyLanguage ? 'selko' : language;
}

/** 661/2009 § 36: the first day on which a protection has surely ended, where it is to last longer than the law lets it; else null. */
export function protectionTooLong(
  during: Range,
  time: 'first' | 'renewed',
): { readonly ends: Day; readonly provision: string } | null {
  if (versionOn(addressProtection, during.from) === null) return null;
  const ends = addressProtectionEnds(during.from, time);
  return during.to !== null && during.to > ends ? { ends, provision: addressProtection.id } : null;
}

/** 661/2009 § 37: by which provision a protected address is handled only by those whose duty it is, and never passed on. */
export const protectedBy = protectedDetails.id;

/** 703/2023 §§ 10-11: what a client who asks for the log today is given, and by when; null before the act. */
export function rightToLog(today: Day): {
  readonly answerBy: Day;
  readonly yearsBack: number;
  readonly provisions: readonly string[];
} | null {
  const right = versionOn(clientSeesLog, today);
  if (right === null) return null;
  const provisions = [useAndDisclosureLog.id, clientSeesLog.id];
  return { answerBy: logAnswerLimit(today), yearsBack: right.value.yearsBack, provisions };
}

/** 703/2023 annex: until when a row of the log of a day is kept; null before the act. */
export function logKept(on: Day, today: Day): Day | null {
  return versionOn(retention, today) === null ? null : logKeptUntil(on, today);
}

/** A service that the client has had, as much as the time of keeping asks of it. */
interface ServiceHad {
  readonly service: Service;
  readonly during: Range;
  /** It ended because it was needed no more. */
  readonly needEnded: boolean;
}

/**
 * 703/2023 annex: until when the documents of each service task are kept, once all its matters are closed; null while one is open,
 * or while the need of disability services has not ended. Before the act nothing is told.
 */
export function documentsKept(
  had: readonly ServiceHad[],
  pending: readonly Service[],
  today: Day,
): { readonly task: ServiceTask; readonly until: Day | null; readonly provision: string }[] {
  if (versionOn(retention, today) === null) return [];
  return serviceTasks.flatMap((task) => {
    const own = had.filter(({ service }) => taskOf(service) === task);
    if (own.length === 0) return [];
    const isOpen =
      pending.some((service) => taskOf(service) === task) ||
      own.some(({ during: { to } }) => to === null || to > today);
    const last = isOpen
      ? null
      : (own
          .map(({ during }) => during.to)
          .toSorted()
          .at(-1) ?? null);
    const needEndedOn = own.some(({ needEnded, during }) => needEnded && during.to === last) ? last : null;
    const until = keptUntil({ task, matterClosedOn: last, lastMatterClosedOn: last, needEndedOn }, today);
    return [{ task, until, provision: retention.id }];
  });
}
