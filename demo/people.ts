/** People of the demo region: made up, with identity codes of the artificial range 900-999. */
import { addDays, type Day, day, daysBetween } from '../src/kernel/day.ts';
import { checkCharacter, maskIdentityCode } from '../src/kernel/id.ts';
import { type DemoRow, type DemoRows, idSeries, type Moment } from './demo-rows.ts';
import {
  finnishFamily,
  finnishGiven,
  otherFamily,
  particleFamily,
  streets,
  swedishFamily,
  swedishGiven,
} from './names.ts';
import { luckOf, type Random } from './random.ts';
import type { DemoOrganiser } from './region.ts';

/** A client while the region is made: the rows so far, and the person's own chance and ids. */
export interface Person {
  readonly key: string;
  readonly organiser: DemoOrganiser;
  readonly random: Random;
  readonly id: () => string;
  readonly clientId: string;
  readonly familyName: string;
  readonly givenNames: string;
  readonly bornOn: Day;
  readonly row: DemoRow;
  /** Rows that came with the first referral, and are known since it. */
  readonly firstRows: DemoRow[];
}

export interface Wished {
  familyName?: string;
  givenNames?: string;
  gender?: 'female' | 'male';
  bornOn?: Day;
  /** Years of birth, both included, where the birthday is not given. */
  born?: readonly [number, number];
  language?: 'fi' | 'sv' | 'en';
  motherTongue?: string;
  municipality?: string;
  identityCode?: boolean;
  easyLanguage?: boolean;
  protectedAddress?: boolean;
}

const towns: Readonly<Record<string, readonly [string, string]>> = {
  609: ['28100', 'Pori'],
  886: ['28400', 'Ulvila'],
  484: ['29900', 'Merikarvia'],
  684: ['26100', 'Rauma'],
  '051': ['27100', 'Eurajoki'],
};

const decadeOf = (year: number) => Math.min(2000, Math.max(1940, Math.floor(year / 10) * 10));

function nameOf(
  random: Random,
  year: number,
  female: boolean,
  swedish: boolean,
): { familyName: string; givenNames: string } {
  const input = (swedish ? swedishGiven : finnishGiven)[decadeOf(year)]?.[female ? 0 : 1] ?? [];
  const family = swedish ? (random.chance(0.06) ? particleFamily : swedishFamily) : finnishFamily;
  return { familyName: random.pick(family), givenNames: random.pick(input) };
}

/** Numbers 900-999 of a birthday go round, so that no two people of an organiser share a code. */
function identityCode(taken: Set<string>, random: Random, bornOn: Day): string {
  const digits = `${bornOn.slice(8)}${bornOn.slice(5, 7)}${bornOn.slice(2, 4)}`;
  const separator = bornOn < '2000-01-01' ? '-' : 'A';
  const first = random.int(0, 99);
  for (let step = 0; step < 100; step++) {
    const number = 900 + ((first + step) % 100);
    const code = `${digits}${separator}${number}${checkCharacter(`${digits}${number}`)}`;
    if (taken.has(code)) continue;
    taken.add(code);
    return code;
  }
  throw new RangeError(`More than a hundred people born on ${bornOn}`);
}

export class People {
  readonly #demoRows: DemoRows;
  readonly #taken = new Map<string, Set<string>>();
  #count = 0;

  constructor(demoRows: DemoRows) {
    this.#demoRows = demoRows;
  }

  /** Makes a client of the organiser, first known at the moment. */
  make(key: string, organiser: DemoOrganiser, wished: Wished, since: Day, at: Moment): Person {
    const random = luckOf(key);
    // Series 0-999 belong to the region itself.
    const id = idSeries(1000 + this.#count++);
    const [from, to] = wished.born ?? [1955, 2000];
    const first = day(`${from}-01-01`);
    const bornOn = wished.bornOn ?? addDays(first, random.int(0, daysBetween(first, day(`${to}-12-31`))));
    const year = Number(bornOn.slice(0, 4));
    const female = (wished.gender ?? (random.chance(0.47) ? 'female' : 'male')) === 'female';
    const swedish = wished.language ? wished.language === 'sv' : random.chance(0.025);
    const foreign = !wished.familyName && !wished.language && random.chance(0.012) ? random.pick(otherFamily) : null;
    const made = foreign ? { familyName: foreign[0], givenNames: foreign[1] } : nameOf(random, year, female, swedish);
    const familyName = wished.familyName ?? made.familyName;
    const givenNames = wished.givenNames ?? made.givenNames;
    const municipality = wished.municipality ?? organiser.municipality;
    const language = wished.language ?? (swedish ? 'sv' : foreign && random.chance(0.4) ? 'en' : 'fi');
    const code =
      (wished.identityCode ?? random.chance(0.97)) ? identityCode(this.#takenBy(organiser), random, bornOn) : null;
    const clientId = id();
    if (code) this.#demoRows.identityCodes.set(clientId, code);
    const row = this.#demoRows.add(
      'client_client',
      {
        id: clientId,
        organiser_id: organiser.id,
        person_id: id(),
        family_name: familyName,
        given_names: givenNames,
        birth_on: bornOn,
        gender: random.chance(0.004) ? null : female ? 'female' : 'male',
        mother_tongue: wished.motherTongue ?? foreign?.[2] ?? (swedish ? 'sv' : 'fi'),
        service_language: language,
        easy_language: wished.easyLanguage ?? (organiser.code !== 'pori-tyollisyys' && random.chance(0.3)),
        municipality_code: municipality,
        identity_masked: code ? maskIdentityCode(code) : null,
        identity_temporary: code ? false : null,
      },
      at,
    );
    const person: Person = {
      key,
      organiser,
      random,
      id,
      clientId,
      familyName,
      givenNames,
      bornOn,
      row,
      firstRows: [row],
    };
    this.#address(person, municipality, since, at, wished.protectedAddress ?? random.chance(0.006));
    return person;
  }

  #takenBy(organiser: DemoOrganiser): Set<string> {
    let taken = this.#taken.get(organiser.id);
    if (!taken) {
      taken = new Set();
      this.#taken.set(organiser.id, taken);
    }
    return taken;
  }

  #address(person: Person, municipality: string, since: Day, at: Moment, hidden: boolean): void {
    const { random, id, clientId, organiser } = person;
    const [postalCode, town] = towns[municipality] ?? ['28100', 'Pori'];
    const address = this.#demoRows.add(
      'client_address',
      {
        id: id(),
        organiser_id: organiser.id,
        client_id: clientId,
        street: hidden
          ? null
          : `${random.pick(streets)} ${random.int(1, 60)} ${random.pick(['A', 'B', 'as.'])} ${random.int(1, 40)}`,
        postal_code: hidden ? null : postalCode,
        post_office: hidden ? null : town,
        phone: hidden || random.chance(0.12) ? null : phoneNumber(random),
        email:
          hidden || random.chance(0.7)
            ? null
            : `${plain(person.givenNames || 'posti')}.${plain(person.familyName)}@posti.example`,
        during: { from: since, to: null },
      },
      at,
    );
    person.firstRows.push(address);
    if (!hidden) return;
    const protection = this.#demoRows.add(
      'client_protection',
      {
        id: id(),
        organiser_id: organiser.id,
        client_id: clientId,
        contact_instead: 'Yhteydenotot vammaispalvelutoimiston kautta, 050 000 0100',
        during: { from: since, to: null },
      },
      at,
    );
    person.firstRows.push(protection);
  }
}

/** A telephone number that belongs to nobody: 050 000 and four digits. */
export function phoneNumber(random: Random): string {
  return `050 000 ${String(random.int(1000, 9999))}`;
}

/** A name as it stands in an address of electronic mail. */
export function plain(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z]/g, '');
}
