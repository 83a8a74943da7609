import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeDemo } from '../demo/demo.ts';
import {
  changeAddress,
  changeClient,
  findDuplicates,
  joinRecords,
  protectAddress,
} from '../src/casework/client/acts.ts';
import {
  candidatesOf,
  likeness,
  nearDays,
  pairsAlike,
  readSearch,
  standingLikeness,
} from '../src/casework/client/rules.ts';
import { compensationMonth } from '../src/casework/compensation/acts.ts';
import { addEmployer } from '../src/casework/employer/acts.ts';
import { receiveReferral } from '../src/casework/referral/acts.ts';
import { type Day, day } from '../src/kernel/day.ts';
import { fold, squeeze } from '../src/kernel/fold.ts';
import { isPrintable, isSeen } from '../src/kernel/line.ts';
import { soundOf } from '../src/kernel/name-match.ts';
import { clientList, searchClients } from '../src/screens/clients/board.ts';
import { likelyDuplicates } from '../src/screens/same-person/board.ts';
import { coverageOf } from '../src/server/letters/coverage.ts';
import { type FreshDatabase, freshDatabase } from './database.ts';
import { partAtWorkplace, takingPart } from './taking-part.ts';
import { makeWorld, type World } from './world.ts';

let db: FreshDatabase;
let world: World;
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
});
afterAll(() => db.close());

/** Names that are written nearly alike, and birthdays a slip of the finger apart. */
const family = fc.constantFrom(
  'Laaxo-Åsa',
  'Chernov',
  'Tšernov',
  'Laakso',
  'laakso',
  'Laaxo',
  'Laak-so',
  'Ylä-Laakso',
  'Ylä Laakso',
  'Aino',
  'Lakso',
  'Åsa',
);
const input = fc.constantFrom(
  'Aino',
  'Aino Maria',
  'Aino-Maria',
  'Aimo',
  'Laakso',
  'Maria',
  'Åsa',
  'Anna Ajno',
  'Chernov',
  '',
);
const born = fc.constantFrom<string | null>('1985-11-02', '1985-02-11', '1985-11-03', '1958-11-02', '1990-05-05', null);

/** Letters, marks and signs as names and typing have them, of many scripts. */
const signs = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...'aäåöéñçüßæœøđðłŋŧħıəĸǥʒςΣÄÅÖÉŠŽÑÇÜẞÆŒØĐÐŁŊŦİI') },
  { weight: 2, arbitrary: fc.constantFrom(...'\u0301\u0308\u030a\u0323\u0302\u0303\u064b\u0651\u05b0') },
  { weight: 2, arbitrary: fc.constantFrom(..." -–—'’‘ʼ´`,.;_%\\\u00ad\u200b\u200e\u202e\u2060\ufeff\t\n\u00a0") },
  { weight: 2, arbitrary: fc.constantFrom(...'محمدعليНаталіяΓεώργιος王小明ไทยदेव한글ŉﬁ①½K') },
  { weight: 2, arbitrary: fc.integer({ min: 0x20, max: 0x24ff }).map((code) => String.fromCodePoint(code)) },
);

describe('a name is folded', () => {
  test('by the database as by the kernel, whatever is typed', async () => {
    const texts = fc.sample(fc.string({ unit: signs, maxLength: 24 }), { numRuns: 4000, seed: 42 });
    const { rows } = await db.ownerPool.query<{ text: string; folded: string }>(
      `select t as text, fold_text(t) as folded from unnest($1::text[]) with ordinality x(t, n) order by n`,
      [texts],
    );
    const other = rows.filter(({ text, folded }) => fold(text) !== folded);
    expect(other.slice(0, 5).map(({ text, folded }) => [JSON.stringify(text), fold(text), folded])).toEqual([]);
  });

  test('and plain letters, for which both take a shorter way, as by the longer one', async () => {
    const plain = fc.constantFrom(
      ...'abcdefghijklmnopqrstuvwxyzåäöABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ',
      ' ',
      '-',
      ' - ',
      '  ',
    );
    const texts = fc.sample(fc.string({ unit: plain, maxLength: 24 }), { numRuns: 2000, seed: 44 });
    // A sign that folds to nothing, and is no plain letter.
    const { rows } = await db.ownerPool.query<{ short: string; long: string }>(
      `select fold_text(t) as short, fold_text(t || U&'\\00ad') as long from unnest($1::text[]) with ordinality x(t, n) order by n`,
      [texts],
    );
    expect(rows.map(({ short }) => short)).toEqual(rows.map(({ long }) => long));
    expect(texts.map(fold)).toEqual(texts.map((text) => fold(`${text}\u00ad`)));
    expect(texts.map(fold)).toEqual(rows.map(({ short }) => short));
  });

  test('and written in one way by the database as by the kernel', async () => {
    const letters = fc.constantFrom(
      ...'abcdefghijklmnopqrstuvwxyzäöåžšжчшщюяхцыъьйё ',
      'sch',
      'tsh',
      'ch',
      'ie',
      'ander',
      'muhamm',
    );
    const texts = fc.sample(fc.string({ unit: fc.oneof(letters, signs), maxLength: 14 }), { numRuns: 4000, seed: 43 });
    const { rows } = await db.ownerPool.query<{ text: string; sound: string }>(
      `select t as text, client_name_sound(t) as sound from unnest($1::text[]) with ordinality x(t, n) order by n`,
      [texts],
    );
    const other = rows.filter(({ text, sound }) => soundOf(text) !== sound);
    expect(other.slice(0, 5).map(({ text, sound }) => [JSON.stringify(text), soundOf(text), sound])).toEqual([]);
  });
});

const by = 'pori-social-worker';
const refer = async (familyName: string, givenNames: string, birthOn: string | null = null) =>
  (await world.refer({ familyName, givenNames, birthOn })).clientId;
const search = async (text: string, worker: Parameters<World['perform']>[2] = by) =>
  (await world.perform(searchClients, { text }, worker)).clients.map(({ id }) => id);

describe('a client is found', () => {
  test('by a name in either order, with comma, hyphen, space or particle, without its marks', async () => {
    const jose = await refer('Nguyễn', 'José María');
    const anna = await refer('Mäki-Aho', 'Anna-Liisa');
    const connor = await refer('O’Connor', 'Günther');
    const wright = await refer('von Wright', 'Straße');
    const one = await refer('Madonna', '');
    for (const [text, id] of [
      ['nguyen jose', jose],
      ['jose nguyễn', jose],
      ['Nguye\u0302\u0303n, Jose\u0301', jose],
      ['mäki aho', anna],
      ['makiaho anna', anna],
      ['Anna Liisa Mäki–Aho', anna],
      ['annaliisa', anna],
      ["O'Connor", connor],
      ['gunther oconnor', connor],
      ['o´connor', connor],
      ['wright strasse', wright],
      ['vonwright', wright],
      ['  MADONNA % ', one],
    ] as const)
      expect(await search(text), text).toEqual([id]);
    expect(await search('%')).toEqual([]);
    expect(await search('nguyen anna')).toEqual([]);
    const listed = await world.perform(clientList, { name: 'jose nguyen' }, by);
    expect([listed.total, listed.rows.map(({ clientId }) => clientId)]).toEqual([1, [jose]]);
  });

  test('by a slip of the finger in the name, when no name is so', async () => {
    const id = await refer('Hietasalmi', 'Veikko');
    for (const text of ['Hietasami', 'hietaslami', 'Veiko Hietasalmi', 'hietasalmi veikk'])
      expect(await search(text), text).toContain(id);
    expect((await world.perform(searchClients, { text: 'hietaslami' }, by)).clients[0]?.foundBy).toBe('similar');
    expect(await search('kvxw')).toEqual([]);
  });

  test('by birthday, phone, e-mail, former name, start of the identity code and workplace', async () => {
    const { workplaceId } = await partAtWorkplace(world, 'Lähikauppa Kissa');
    const { clientId } = await takingPart(world, {
      familyName: 'Tyttönimi',
      givenNames: 'Kaisa',
      birthOn: '1990-06-22',
      service: 'open-work',
      workplaceId,
    });
    const address = {
      street: null,
      postalCode: null,
      postOffice: null,
      phone: '+358 40 765 4321',
      email: 'Kaisa@Example.fi',
    };
    await world.perform(changeAddress, { clientId, address, from: '2021-06-01' }, by);
    await world
      .perform(changeClient, { clientId, familyName: 'Vihitty', identityCode: '220690-977N' }, by)
      .catch(() => null);
    for (const text of [
      '22.6.1990',
      '22. 6. 1990',
      '1990-06-22',
      '040 765 4321',
      '+358407654321',
      '7654321',
      'kaisa@example',
      'tyttonimi',
      'kissa lähikauppa',
      // Six digits as of a code, and slips of the finger in a former name and in a workplace.
      '220690',
      'tytönnimi',
      'lähikaupa kissa',
      'lahikauppp',
    ])
      expect(await search(text), text).toContain(clientId);
    expect(await search('kaisa@example', 'pori-coach')).toContain(clientId);
    await world.perform(protectAddress, { clientId, during: { from: '2021-06-01', to: null } }, by);
    expect(await search('0407654321')).toContain(clientId);
    expect(await search('0407654321', 'pori-coach')).toEqual([]);
    expect(await search('kaisa@example', 'pori-coach')).toEqual([]);
  });

  test('by nobody who may not see the client', async () => {
    await refer('Näkymätön', 'Niilo');
    expect(await search('nakymaton', 'pori-instructor')).toEqual([]);
    expect(await search('nakymatin', 'pori-instructor')).toEqual([]);
    expect(await search('nakymaton', 'rauma-social-worker-a')).toEqual([]);
  });

  test('from what is typed as a number, a day, a code or words', () => {
    expect(readSearch('220690-97').code).toBe('220690-9');
    expect(readSearch('220690–9').code).toBe('220690-9');
    expect(readSearch('31.6.1990')).toMatchObject({ born: null, words: ['31', '6', '1990'] });
    expect(readSearch('040-123 4567').digits).toBe('0401234567');
    for (const phone of [
      '+358 (0)40 123 4567',
      '358401234567',
      '00358 40 1234567',
      '040–123–4567',
      'puh. 040.123.4567',
      '\u200b040\u00a0123 4567',
    ])
      expect([phone, readSearch(phone).digits]).toEqual([phone, '0401234567']);
    for (const birthday of [
      '22.6.1990',
      ' 22. 6. 1990\u200b',
      '22.6.90',
      '22/6/1990',
      '22,6,1990',
      '22061990',
      '22–6–1990',
    ])
      expect([birthday, readSearch(birthday).born]).toEqual([birthday, '1990-06-22']);
    expect(readSearch('3.4.05').born).toBe('2005-04-03');
    for (const code of ['220690 - 9', '220690 – 97', '220690-\u200b9'])
      expect([code, readSearch(code).code]).toEqual([code, '220690-9']);
    expect(readSearch('mailto:Kaisa @Example.fi').mail).toBe('kaisa@example.fi');
    expect(readSearch('de la Cruz').words).toEqual(['de', 'la', 'cruz']);
  });
});

describe('a person is registered once', () => {
  const duplicates = async (familyName: string, givenNames: string, birthOn: string | null = null) =>
    (await world.perform(findDuplicates, { familyName, givenNames, birthOn: birthOn as Day | null }, by)).duplicates;

  test('with hyphen or space, swapped names, a birthday one slip away, or a former surname', async () => {
    const id = await refer('Salo-Niemi', 'Pirjo-Riitta', '1980-03-14');
    for (const [family, input, born] of [
      ['Salo Niemi', 'Pirjo Riitta', '1980-03-14'],
      ['Saloniemi', 'Pirjo', null],
      ['Pirjo-Riitta', 'Salo-Niemi', '1980-03-14'],
      ['SALO–NIEMI', 'pirjo-riitta', '1980-03-15'],
      ['Salo-Niemi', 'Pirjo-Riitta', '1980-03-41'.replace('41', '24')],
      ['Saloniemy', 'Maija', '1980-03-14'],
    ] as const)
      expect(
        (await duplicates(family, input, born)).map((one) => one.id),
        `${family} ${input} ${born}`,
      ).toContain(id);
    await world.perform(changeClient, { clientId: id, familyName: 'Uusinimi' }, by, day('2021-06-18'));
    expect((await duplicates('Salo Niemi', 'Pirjo', '1980-03-14'))[0]).toMatchObject({ id, likeness: 'likely' });
    expect(await duplicates('Salo Niemi', 'Kerttu', '1955-01-01')).toEqual([]);
  });

  test.each([
    // As it is known, and as somebody writes it of a newcomer.
    [
      'by the second given name, a birthday a digit off',
      'Kivelä',
      'Anna Maria',
      '1981-04-12',
      'Kivelä',
      'Maria',
      '1981-04-13',
    ],
    ['by the second given name, no birthday', 'Koskela', 'Anna Maria', '1981-04-12', 'Koskela', 'Maria', null],
    ['names changed about, day and month too', 'Harju', 'Olavi', '1972-03-11', 'Olavi', 'Harju', '1972-11-03'],
    ['no dots', 'Sjöström', 'Göran', '1969-08-02', 'Sjostrom', 'Goran', '1969-08-03'],
    ['dots in letters', 'Sjölund', 'Jörgen', '1969-08-02', 'Sjoelund', 'Joergen', null],
    ['no ring and no accent', 'Åsvik', 'Andrée', '1990-01-31', 'Asvik', 'Andree', '1990-01-21'],
    ['one half of a double name', 'Laine-Vuori', 'Kaisa', '1988-12-05', 'Vuori', 'Kaisa', '1988-12-06'],
    ['another half since', 'Saari', 'Tiia', '1993-02-14', 'Saari-Ahola', 'Tiia', '1993-02-15'],
    ['without the particle', 'von Rosen', 'Eva', '1977-07-17', 'Rosen', 'Eva', '1977-07-18'],
    ['Finnish and English of Russian', 'Tšernov', 'Juri', '1985-05-25', 'Chernov', 'Yuriy', '1985-05-26'],
    ['German of Russian', 'Ševtšenko', 'Jelena', '1985-05-25', 'Schewtschenko', 'Elena', null],
    ['Cyrillic', 'Zhukova', 'Tatiana', '1991-10-01', 'Жукова', 'Татьяна', '1991-01-10'],
    ['Arabic in two ways', 'Hassan', 'Mohammed', '1995-06-06', 'Hassan', 'Muhamad', '1995-06-07'],
    ['Swedish in two ways', 'Carlsson', 'Eric', '1958-03-03', 'Karlsson', 'Erik', '1953-03-03'],
  ])('%s', async (_, family, given, born, typedFamily, typedGiven, typedBorn) => {
    const id = await refer(family, given, born);
    expect((await duplicates(typedFamily, typedGiven, typedBorn)).map((one) => one.id)).toContain(id);
  });

  test.each([
    ['a sister with another first name', 'Rinne', 'Anna Maria', '1981-04-12', 'Rinne', 'Liisa Maria', '1983-04-12'],
    ['a namesake of another age', 'Kangas', 'Anna', '1981-04-12', 'Kangas', 'Anna', '1964-11-30'],
    ['another name that begins the same', 'Mäkelä', 'Veikko', '1981-04-12', 'Mäki', 'Veikko', '1981-04-13'],
    ['a half of the name and another first name', 'Aalto-Lehto', 'Kaisa', '1988-12-05', 'Lehto', 'Kaija', '1988-12-06'],
    ['a half of the name, no birthday', 'Suomi-Oja', 'Kaisa', '1988-12-05', 'Oja', 'Kaisa', null],
    ['the particle alone', 'von Numers', 'Eva', '1977-07-17', 'von Knorring', 'Eva', '1977-07-18'],
    ['two digits other', 'Hakala', 'Sari', '1977-07-17', 'Hakala', 'Sari', '1977-09-19'],
  ])('and %s is not', async (_, family, given, born, typedFamily, typedGiven, typedBorn) => {
    const id = await refer(family, given, born);
    expect((await duplicates(typedFamily, typedGiven, typedBorn)).map((one) => one.id)).not.toContain(id);
  });

  test('and among the clients of the demo there are no false alarms to speak of', () => {
    const clients = [...(makeDemo().tables.get('client_client') ?? [])].map((row) => ({
      id: String(row.id),
      personId: String(row.person_id),
      organiser: String(row.organiser_id),
      familyName: String(row.family_name),
      givenNames: String(row.given_names),
      birthOn: row.birth_on as Day | null,
      sameIdentityCode: false,
    }));
    for (const known of Map.groupBy(clients, ({ organiser }) => organiser).values()) {
      expect(pairsAlike(known).length).toBeLessThanOrEqual(known.length / 1000);
      // Told as newcomers without a birthday, few are taken for somebody whose name is only written nearly so.
      const typed = known.filter((_, n) => n % 40 === 0).map((one) => ({ ...one, birthOn: null }));
      const sounding = Map.groupBy(known, ({ familyName }) => soundOf(familyName));
      const whole = ({ familyName, givenNames }: (typeof known)[number]) => squeeze(`${familyName}${givenNames}`);
      const alarms = typed.flatMap((newcomer) =>
        candidatesOf(newcomer)
          .names.flatMap((name) => sounding.get(name) ?? [])
          .filter((other) => likeness(newcomer, other) && whole(newcomer) !== whole(other)),
      );
      expect(alarms.length).toBeLessThanOrEqual(Math.ceil(typed.length / 50));
    }
  }, 240_000);

  test('and joined records are told as one', async () => {
    const [a, b] = [await refer('Yksihenkilö', 'Koe', '1991-01-01'), await refer('Yksihenkilö', 'Koe', '1991-01-01')];
    await world.perform(joinRecords, { clientId: a, otherId: b }, by);
    const [one, ...others] = await duplicates('Yksihenkilö', 'Koe', '1991-01-01');
    expect(others).toEqual([]);
    expect([one?.id, ...(one?.alsoIds ?? [])].toSorted()).toEqual([a, b].toSorted());
  });

  test('by a standing list, which a joined pair leaves', async () => {
    const [a, b] = [await refer('Pari-Niemi', 'Oona', '1999-09-19'), await refer('Pari Niemi', 'Oona', '1999-09-29')];
    const listed = async () =>
      (await world.perform(likelyDuplicates, {}, by)).pairs.some(
        ({ one, other }) => [a, b].includes(one.id) && [a, b].includes(other.id),
      );
    expect(await listed()).toBe(true);
    await world.perform(joinRecords, { clientId: a, otherId: b }, by);
    expect(await listed()).toBe(false);
    expect(await world.refusal(likelyDuplicates, {}, 'pori-coach')).toBe('not-allowed');
  });

  test('by candidates that are never fewer than the rule finds alike', async () => {
    const people = fc.sample(fc.tuple(family, input, born), { numRuns: 60, seed: 7 });
    const known = await Promise.all(
      people.map(async ([familyName, givenNames, birthOn]) => ({
        id: await refer(familyName, givenNames, birthOn),
        familyName,
        givenNames,
        birthOn: birthOn as Day | null,
        sameIdentityCode: false,
      })),
    );
    for (const newcomer of known.slice(0, 25)) {
      const byRule = known.filter((other) => likeness(newcomer, other) !== null).map(({ id }) => id);
      const messages = new Set(
        (await duplicates(newcomer.familyName, newcomer.givenNames, newcomer.birthOn)).map(({ id }) => id),
      );
      expect(byRule.filter((id) => !messages.has(id))).toEqual([]);
    }
  });

  test('and the standing list has every pair that the rule finds alike, each once', () => {
    const people = fc.array(fc.tuple(family, input, born, fc.option(fc.constantFrom('code a', 'code b'))), {
      minLength: 2,
      maxLength: 12,
    });
    fc.assert(
      fc.property(people, (some) => {
        const records = some.map(([familyName, givenNames, birthOn, codeKey], n) => ({
          id: `${n}`.padStart(2, '0'),
          personId: `${n}`,
          familyName,
          givenNames,
          birthOn: birthOn as Day | null,
          sameIdentityCode: false,
          codeKey,
        }));
        const pairs = records.flatMap((one, n) => records.slice(n + 1).map((other) => [one, other] as const));
        const alike = pairs
          .filter(([one, other]) => standingLikeness(one, other) !== null)
          .map(([one, other]) => `${one.id} ${other.id}`);
        expect(
          pairsAlike(records)
            .map(({ one, other }) => `${one.id} ${other.id}`)
            .sort(),
        ).toEqual(alike.sort());
      }),
    );
  });

  test('two days are near just where they are among those near', () => {
    const record = (birthOn: Day, n: number) => ({
      id: `${n}`,
      personId: `${n}`,
      familyName: 'Laakso',
      givenNames: 'Aino',
      birthOn,
      sameIdentityCode: false,
    });
    const days = fc.constantFrom<Day>(...nearDays('1985-11-02' as Day).flatMap((one) => [one, ...nearDays(one)]));
    fc.assert(
      fc.property(days, days, (one, other) => {
        const alike = one === other || nearDays(one).includes(other);
        expect(pairsAlike([record(one, 1), record(other, 2)])).toHaveLength(alike ? 1 : 0);
      }),
    );
  });

  test('days near another are a slip away in both directions', () => {
    const days = fc
      .date({ min: new Date('1900-01-01'), max: new Date('2020-12-31'), noInvalidDate: true })
      .map((d) => d.toISOString().slice(0, 10) as Day);
    fc.assert(
      fc.property(days, (on) => {
        for (const near of nearDays(on)) expect(nearDays(near)).toContain(on);
      }),
    );
  });

  test('and one business code is one employer, one name in any letters one too', async () => {
    const employer = (name: string, businessCode: string | null) => ({
      name,
      businessCode,
      sector: 'private' as const,
      workplace: { name: `${name} piste` },
    });
    await world.perform(addEmployer, employer('Testi Oy', '0100002-9'), 'pori-coach');
    expect(await world.refusal(addEmployer, employer('Toinen Oy', '0100002-9'), 'pori-coach')).toBe(
      'business-code-taken',
    );
    expect(await world.refusal(addEmployer, employer('TESTI OY', null), 'pori-coach')).toBe('employer-name-taken');
  });
});

describe('a name is written so that it can be seen and printed', () => {
  const register = (client: Record<string, unknown>) =>
    world.problem(
      receiveReferral,
      {
        client: { givenNames: 'Koe', ...client },
        service: 'open-work',
        source: 'own-contact',
        kind: 'own-contact',
        receivedOn: '2021-06-16',
      } as never,
      by,
    );

  test.each([
    ['familyName', '\u200b'],
    ['familyName', '\u00ad'],
    ['familyName', '\u2060'],
    ['familyName', 'Rivi\nvaihto'],
    ['familyName', 'A\u202eB'],
    ['familyName', '---'],
    ['familyName', '\u3164'],
    ['familyName', 'محمد'],
    ['givenNames', 'Ai\u0007no'],
    ['givenNames', '王小明'],
    ['phone', 'soita'],
    ['phone', '12'],
    ['email', 'ei osoite'],
    ['contactInstead', 'a\u202eb'],
  ])('%s %j is refused at its field', async (field, value) => {
    const problem = await register({ familyName: 'Nimi', [field]: value });
    expect([problem.status, problem.errors?.map((error) => error.field)]).toEqual([400, [`client.${field}`]]);
  });

  test('what may be written is what the font draws, as one letter or with its marks', () => {
    const draws = coverageOf(
      readFileSync(fileURLToPath(import.meta.resolve('source-sans/TTF/SourceSans3-Regular.ttf'))),
    );
    const lacks = Array.from({ length: 0x2000 - 0xa1 }, (_, n) => String.fromCodePoint(n + 0xa1))
      .filter((sign) => /\p{L}/u.test(sign) && isPrintable(sign))
      .filter((sign) => {
        const parts = [...sign.normalize('NFD')].every((part) => draws(part.codePointAt(0) ?? 0));
        return !draws(sign.normalize('NFC').codePointAt(0) ?? 0) && !parts;
      });
    expect(lacks).toEqual([]);
  });

  test('every name of Finland and most of the world can', () => {
    for (const name of [
      'Åsa Öst',
      'Saŋgá',
      'Ǩeâlli',
      'Nguyễn Thị Ánh',
      'Wałęsa',
      'O’Connor',
      'Al-Ḥusaynī',
      'Ελένη',
      'Наталія',
      'Jože',
      'ʿAbd',
    ])
      expect([name, isSeen(name) && isPrintable(name)]).toEqual([name, true]);
  });
});

describe('a month', () => {
  test('is narrowed by a name in any order', async () => {
    const { workplaceId } = await partAtWorkplace(world, 'Kuukausipaikka');
    const { clientId } = await takingPart(world, {
      familyName: 'Kuukausi',
      givenNames: 'Mäki',
      service: 'open-work',
      workplaceId,
    });
    await db.ownerPool.query(
      `insert into attendance_mark (organiser_id, client_id, placement_id, held_on, kind)
       select organiser_id, client_id, id, '2021-05-10', 'present' from placement_placement where client_id = $1`,
      [clientId],
    );
    for (const name of ['Kuukausi Mäki', 'maki kuukausi', 'Mäki, Kuukausi', 'kuukausi'])
      expect((await world.perform(compensationMonth, { month: '2021-05', name }, 'pori-finance')).clients, name).toBe(
        1,
      );
  });
});
