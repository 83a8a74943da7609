/** The kinds of what is entered wrongly, as docs/guide/entry.md lists them: further cases of each, by name. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  agreement,
  approveAgreement,
  changeAgreement,
  makeAgreement,
  renewAgreement,
} from '../src/casework/agreement/acts.ts';
import { beginAssessment } from '../src/casework/assessment/acts.ts';
import { attendanceGrid, markAllPresent, markAttendance } from '../src/casework/attendance/acts.ts';
import {
  changeClient,
  findDuplicates,
  joinRecords,
  nameRepresentative,
  separateRecords,
} from '../src/casework/client/acts.ts';
import { planVisit, recordContactOnMatter } from '../src/casework/coaching/acts.ts';
import { compensationMonth, compensationOf } from '../src/casework/compensation/acts.ts';
import { addEmployer, addWorkplace, changeEmployer, employers } from '../src/casework/employer/acts.ts';
import { exitClient } from '../src/casework/exit/acts.ts';
import { hearClient, recordAnswer } from '../src/casework/hearing/acts.ts';
import { addProvider } from '../src/casework/organiser/acts.ts';
import { makePlan } from '../src/casework/plan/acts.ts';
import { receiveRequest } from '../src/casework/rectification/acts.ts';
import {
  correctReferral,
  receiveReferral,
  takeBackWithdrawal,
  withdrawReferral,
} from '../src/casework/referral/acts.ts';
import {
  agreeBreak,
  changeBreak,
  endBreak,
  relationshipsOf,
  takeBackBreak,
} from '../src/casework/relationship/acts.ts';
import { addWorker } from '../src/casework/worker/acts.ts';
import { writeDescriptionAnswer } from '../src/description/acts.ts';
import { checkCharacter } from '../src/kernel/id.ts';
import { codeOf, ProblemError } from '../src/kernel/problem.ts';
import { clientList, searchClients } from '../src/screens/clients/board.ts';
import { likelyDuplicates } from '../src/screens/same-person/board.ts';
import type { AnyAct } from '../src/server/act.ts';
import { perform } from '../src/server/perform.ts';
import { waysIn } from './creating.ts';
import { type FreshDatabase, freshDatabase } from './database.ts';
import { type PartTaken, partAtWorkplace, takingPart } from './taking-part.ts';
import { makeWorld, type WorkerName, type World } from './world.ts';

let db: FreshDatabase;
let world: World;
let ways: ReturnType<typeof waysIn>;
let workplaceId: string;
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
  ways = waysIn(world);
  ({ workplaceId } = await partAtWorkplace(world, 'Kahvila Kaari'));
});
afterAll(() => db.close());

const official = 'pori-social-worker';
const coach = 'pori-coach';
const atWork = (name: object = {}): Promise<PartTaken> =>
  takingPart(world, { service: 'open-work', workplaceId, ...name });
const mark = (placementId: string, on: string, kind: 'present' | 'absent' | 'holiday' = 'present') => ({
  marks: [{ placementId, on, kind }],
});
const marking = (placementId: string, on: string, kind?: 'present' | 'absent' | 'holiday') =>
  world.perform(markAttendance, mark(placementId, on, kind) as never, coach);
const cannotMark = (input: object) => world.refusal(markAttendance, input as never, coach);
const cellsOf = async (placementId: string, from: string, to: string) =>
  (await world.perform(attendanceGrid, { workplaceId, from, to }, coach)).rows.find(
    (row) => row.placementId === placementId,
  )?.cells ?? [];
const breakOf = ({ clientId, relationshipId }: PartTaken, from: string, to: string) => ({
  ...{ clientId, relationshipId, reason: 'loma', during: { from, to } },
});
const pausesOf = async ({ clientId }: PartTaken) =>
  (await world.perform(relationshipsOf, { clientId }, official)).relationships[0]?.pauses ?? [];
const own = (birth: string, sign: string, number: string) =>
  `${birth}${sign}${number}${checkCharacter(birth + number)}`;
const newcomer = (client: object, more: object = {}) =>
  ({
    client: { familyName: 'Tulokas', givenNames: 'Koe', ...client },
    ...{ service: 'open-work', source: 'own-contact', kind: 'own-contact', receivedOn: '2021-06-16' },
    ...more,
  }) as never;
const person = (familyName: string, givenNames: string, birthOn: string | null = null) =>
  world.refer({ familyName, givenNames, birthOn });
const search = async (text: string) =>
  (await world.perform(searchClients, { text }, official)).clients.map(({ id }) => id);
const duplicatesOf = async (familyName: string, givenNames: string, birthOn: string | null = null) =>
  (await world.perform(findDuplicates, { familyName, givenNames, birthOn } as never, official)).duplicates;
const employer = (name: string, businessCode: string | null, piste = name) =>
  ({ name, businessCode, sector: 'private', workplace: { name: `${piste}, piste` } }) as const;
/** What an act ends in when nothing is looked at again. */
const outcome = (act: AnyAct, input: object, by: WorkerName) =>
  perform(world.house(), act, input, { who: world.who(by), language: 'fi' }).then(
    () => 'done',
    (error: unknown) => (error instanceof ProblemError ? codeOf(error.problem) : `broken: ${error}`),
  );
const written = { tasks: 'A', hours: 'ma 9–13', during: { from: '2021-03-01', to: '2021-12-31' } };
const agreedWith = async () => {
  const at = await atWork();
  const made = { clientId: at.clientId, placementId: at.placementId, ...written };
  const { agreementId } = await world.perform(makeAgreement, made, coach);
  return { clientId: at.clientId, agreementId };
};
const contentOf = async (at: { clientId: string; agreementId: string }) =>
  (await world.perform(agreement, at, coach)).agreement;

/** Kinds, as the guide names them, and their further cases. */
const kinds: Readonly<Record<string, Readonly<Record<string, () => Promise<void>>>>> = {
  'a holiday on a day when the service is closed': {
    'Easter Monday within a week of holiday: the whole week is refused, no day of it stays': async () => {
      const { placementId } = await atWork();
      const days = ['2021-04-05', '2021-04-06', '2021-04-07'];
      const marks = days.map((on) => ({ placementId, on, kind: 'holiday' as const }));
      expect(await cannotMark({ marks })).toBe('closed-day');
      expect((await cellsOf(placementId, '2021-04-05', '2021-04-10')).filter((cell) => cell.mark)).toEqual([]);
    },
    'a mark of presence that is corrected to a holiday': async () => {
      const { placementId } = await atWork();
      await marking(placementId, '2021-05-13');
      expect(await cannotMark(mark(placementId, '2021-05-13', 'holiday'))).toBe('closed-day');
      expect((await cellsOf(placementId, '2021-05-13', '2021-05-14'))[0]?.mark?.kind).toBe('present');
    },
    'Christmas told ahead: neither paid nor used up': async () => {
      const { clientId, placementId } = await atWork();
      for (const on of ['2021-12-24', '2021-12-06', '2022-01-06'])
        expect([on, await cannotMark(mark(placementId, on, 'holiday'))]).toEqual([on, 'closed-day']);
      await marking(placementId, '2021-12-23', 'holiday');
      const { lines } = await world.perform(compensationOf, { clientId, month: '2021-12' }, coach);
      expect(lines.filter(({ earnedOn }) => earnedOn !== '2021-12-23')).toEqual([]);
    },
  },
  'a break over attended days': {
    'a break that is lengthened over them': async () => {
      const at = await atWork();
      const { pauseId } = await world.perform(agreeBreak, breakOf(at, '2021-06-01', '2021-06-07'), official);
      await marking(at.placementId, '2021-06-08');
      const longer = { clientId: at.clientId, pauseId, reason: 'loma', why: 'Pidempi' };
      const during = { from: '2021-06-01', to: '2021-06-10' };
      expect(await world.refusal(changeBreak, { ...longer, during } as never, official)).toBe('days-marked');
    },
    'a day marked absent or on holiday, as one marked present': async () => {
      for (const kind of ['absent', 'holiday'] as const) {
        const at = await atWork();
        await marking(at.placementId, '2021-06-15', kind);
        expect(await world.refusal(agreeBreak, breakOf(at, '2021-06-14', '2021-06-20'), official)).toBe('days-marked');
      }
    },
    'the other way round: a day of a break is not marked, alone or with all': async () => {
      const at = await atWork();
      await world.perform(agreeBreak, breakOf(at, '2021-06-14', '2021-06-20'), official);
      expect(await cannotMark(mark(at.placementId, '2021-06-15'))).toBe('not-agreed');
      const { marked } = await world.perform(markAllPresent, { workplaceId, on: '2021-06-15' }, coach);
      expect(marked.filter(({ placementId }) => placementId === at.placementId)).toEqual([]);
    },
    'both at once: one of them stands': async () => {
      const at = await atWork();
      const both = await Promise.all([
        outcome(agreeBreak, breakOf(at, '2021-06-14', '2021-06-20'), official),
        outcome(markAttendance, { marks: [{ ...mark(at.placementId, '2021-06-16').marks[0], seen: 'none' }] }, coach),
      ]);
      expect(both.filter((one) => one === 'done')).toHaveLength(1);
    },
  },
  'a break entered by mistake': {
    'is ended on its first day, also one that is still to come': async () => {
      const at = await atWork();
      const { pauseId } = await world.perform(agreeBreak, breakOf(at, '2021-08-02', '2021-08-16'), official);
      await world.perform(endBreak, { clientId: at.clientId, pauseId, on: '2021-08-02' } as never, official);
      expect(await pausesOf(at)).toEqual([]);
    },
    'is taken back after it is over, with a reason; its days are then marked': async () => {
      const at = await atWork();
      const { pauseId } = await world.perform(agreeBreak, breakOf(at, '2021-05-03', '2021-05-10'), official);
      await world.perform(takeBackBreak, { clientId: at.clientId, pauseId, why: 'Väärä asiakas' } as never, official);
      expect(await pausesOf(at)).toEqual([]);
      await marking(at.placementId, '2021-05-04');
    },
    'leaves room for the right one on the same days': async () => {
      const at = await atWork();
      const wrong = breakOf(at, '2021-06-14', '2021-06-20');
      const { pauseId } = await world.perform(agreeBreak, wrong, official);
      expect(await world.refusal(agreeBreak, breakOf(at, '2021-06-16', '2021-06-20'), official)).toBe('break-overlaps');
      await world.perform(endBreak, { clientId: at.clientId, pauseId, on: '2021-06-14' } as never, official);
      await world.perform(agreeBreak, breakOf(at, '2021-06-16', '2021-06-20'), official);
      expect(await pausesOf(at)).toHaveLength(1);
    },
  },
  'an approval of what was not seen': {
    'of what an earlier agreement said, after it was renewed': async () => {
      const at = await agreedWith();
      const { contentHash } = await contentOf(at);
      for (const party of ['client', 'employer', 'organiser'] as const)
        await world.perform(approveAgreement, { ...at, party, contentHash }, coach);
      const { agreementId } = await world.perform(renewAgreement, { ...at, to: '2022-12-31' }, coach);
      const next = { clientId: at.clientId, agreementId, party: 'client', contentHash } as const;
      expect(await world.refusal(approveAgreement, next, coach)).toBe('content-changed');
    },
    'ahead of today, or long before there was anything to approve': async () => {
      const at = await agreedWith();
      const { contentHash } = await contentOf(at);
      const approval = { ...at, party: 'employer', contentHash } as const;
      expect(await world.refusal(approveAgreement, { ...approval, on: '2021-06-18' }, coach)).toBe(
        'approved-in-future',
      );
      for (const on of ['1900-01-01', '2019-12-31'] as const)
        expect(await world.refusal(approveAgreement, { ...approval, on }, coach)).toBe('approved-long-before');
    },
    'two of three approved, then the content changed: none is left, and nothing is renewed': async () => {
      const at = await agreedWith();
      const { contentHash } = await contentOf(at);
      for (const party of ['client', 'employer'] as const)
        await world.perform(approveAgreement, { ...at, party, contentHash }, coach);
      await world.perform(changeAgreement, { ...at, ...written, tasks: 'B' } as never, coach);
      const now = await contentOf(at);
      expect(now.waitingFor.toSorted()).toEqual(['client', 'employer', 'organiser']);
      const last = { ...at, party: 'organiser', contentHash } as const;
      expect(await world.refusal(approveAgreement, last, coach)).toBe('content-changed');
      expect(await world.refusal(renewAgreement, { ...at, to: '2022-12-31' }, coach)).not.toBe('done');
    },
  },
  'a day in the future of what has happened': {
    'an answer, a contact, an assessment, a request': async () => {
      const of = await world.refer({ receivedOn: '2021-06-01' });
      const hearing = { ...of, about: 'Evätään.', respondByOn: '2021-07-30', way: 'post' } as const;
      const { hearingId } = await world.perform(hearClient, hearing as never, official);
      const future = '2099-01-01';
      const { clientId, decisionId } = await ways.decided();
      const told = [
        [recordAnswer, { clientId: of.clientId, hearingId, answeredOn: future, answer: 'Ei.' }],
        [recordContactOnMatter, { ...of, kind: 'call', heldOn: future }],
        [beginAssessment, { ...of, begunOn: future }],
        [receiveRequest, { clientId, decisionId, receivedOn: future, demands: 'Myönnettävä.' }],
      ] as const;
      for (const [act, input] of told)
        expect([act.name, await world.refusal(act as AnyAct, input as never, official)]).toEqual([
          act.name,
          expect.stringMatching(/future/),
        ]);
    },
    'a referral that is received, or corrected to be so, tomorrow': async () => {
      const tomorrow = '2021-06-18';
      expect(await world.refusal(receiveReferral, newcomer({}, { receivedOn: tomorrow }), official)).toBe(
        'received-in-future',
      );
      const of = await world.refer({ receivedOn: '2021-06-01' });
      const change = { ...of, source: 'own-contact', kind: 'own-contact', referredBy: null, why: 'Väärä päivä' };
      expect(await world.refusal(correctReferral, { ...change, receivedOn: tomorrow } as never, official)).toBe(
        'received-in-future',
      );
    },
    'a withdrawal that is taken back and told anew, before the referral came': async () => {
      const of = await world.refer({ receivedOn: '2021-06-01' });
      await world.perform(withdrawReferral, { ...of, on: '2021-06-10' }, official);
      await world.perform(takeBackWithdrawal, { ...of, why: 'Väärä päivä' } as never, official);
      expect(await world.refusal(withdrawReferral, { ...of, on: '2021-05-31' }, official)).toBe(
        'withdrawn-before-received',
      );
      expect(await world.refusal(withdrawReferral, { ...of, on: '2021-06-18' }, official)).toBe('withdrawn-in-future');
      await world.perform(withdrawReferral, { ...of, on: '2021-06-17' }, official);
    },
  },
  'a day before birth': {
    'of a referral that is corrected': async () => {
      const of = await world.refer({ birthOn: '2021-06-05', receivedOn: '2021-06-10' });
      const change = { ...of, source: 'own-contact', kind: 'own-contact', referredBy: null, why: 'Väärä päivä' };
      expect(await world.refusal(correctReferral, { ...change, receivedOn: '2021-06-04' } as never, official)).toMatch(
        /before-birth$/,
      );
    },
    'of a contact about the matter, and of an assessment': async () => {
      const of = await world.refer({ birthOn: '2021-06-05', receivedOn: '2021-06-10' });
      const contact = { ...of, kind: 'call', heldOn: '2021-06-04' } as const;
      expect(await world.refusal(recordContactOnMatter, contact as never, official)).toBe('outside-matter');
      expect(await world.refusal(beginAssessment, { ...of, begunOn: '2021-06-04' } as never, official)).toMatch(
        /before/,
      );
    },
    'by a code that is given afterwards': async () => {
      const { clientId } = await world.refer({ birthOn: null, receivedOn: '2021-06-01' });
      const identityCode = own('050621', 'A', '901');
      expect(await world.refusal(changeClient, { clientId, identityCode } as never, official)).toBe('born-after-facts');
    },
  },
  'a name that cannot be seen': {
    'of a representative and of who approves': async () => {
      const { clientId } = await world.refer();
      const guardian = { clientId, kind: 'relative', during: { from: '2021-01-01', to: null } };
      for (const name of ['\u200b', '\u2060', 'A\u202eB', '---', 'Rivi\nvaihto'])
        expect([
          name,
          (await world.problem(nameRepresentative, { ...guardian, name } as never, official)).status,
        ]).toEqual([name, 400]);
    },
    'of a colleague': async () => {
      const post = { unitId: null, fullTimeShare: 1, hoursAWeek: null, agreedCaseload: null, team: null };
      const always = { from: '2010-01-01', to: null };
      const colleague = { ...post, givenName: 'Aino', phone: null, email: null, language: 'fi', role: 'planner' };
      for (const familyName of ['\u00ad', '\u3164', '...', 'Vir\u0000ta'])
        expect(
          (
            await world.problem(
              addWorker,
              { ...colleague, familyName, username: null, during: always } as never,
              'pori-administrator',
            )
          ).status,
        ).toBe(400);
    },
    'of an employer and of a workplace': async () => {
      for (const name of ['\u200b', '\u2800', '—', 'A\u2066B']) {
        expect((await world.problem(addEmployer, employer(name, null, 'Piste') as never, coach)).status).toBe(400);
        const { employerId } = await partAtWorkplace(world, `Nimetön ${name.codePointAt(0)}`);
        expect((await world.problem(addWorkplace, { employerId, name } as never, coach)).status).toBe(400);
      }
    },
  },
  'a name with its marks': {
    'is found by its letters alone: Sámi, Romanian, Icelandic': async () => {
      const names = [
        ['Näkkäläjärvi', 'Áile Iŋgá', ['nakkalajarvi aile', 'inga näkkäläjärvi', 'NAKKALAJARVI']],
        ['Țurcanu', 'Ștefan', ['turcanu stefan', 'Ţurcanu Ştefan']],
        ['Þórsdóttir', 'Guðrún', ['thorsdottir gudrun', 'gudrun þórsdóttir']],
      ] as const;
      for (const [family, input, texts] of names) {
        const { clientId } = await person(family, input);
        for (const text of texts) expect([text, await search(text)]).toEqual([text, [clientId]]);
      }
    },
    'is found as it was pasted: in parts, with signs that nobody sees, in wide letters': async () => {
      const { clientId } = await person('Đặng', 'Thị Hồng');
      for (const text of ['Đặng'.normalize('NFD'), '\u200bdang\u00a0thi', 'Ｄａｎｇ', 'hong, dang'])
        expect([text, await search(text)]).toEqual([text, [clientId]]);
    },
    'is found in the list of clients as in the search': async () => {
      const { clientId } = await person('D’Ångström', 'Zoë');
      for (const name of ['dangstrom', "d'angstrom zoe", 'Zoe D´Ångström'])
        expect((await world.perform(clientList, { name }, official)).rows.map((row) => row.clientId)).toEqual([
          clientId,
        ]);
    },
  },
  'a name with a hyphen or a space': {
    'is one name by any dash': async () => {
      const { clientId } = await person('Perä-Kärki', 'Eeva-Liisa');
      for (const dash of ['–', '‑', '−', ' - ', ' '])
        expect([dash, (await duplicatesOf(`Perä${dash}Kärki`, `Eeva${dash}Liisa`)).map(({ id }) => id)]).toEqual([
          dash,
          [clientId],
        ]);
    },
    'is one name written together, in the search and in the list of likely duplicates': async () => {
      const one = await person('Ala-Kuljunmäki', 'Sari', '1977-07-07');
      const other = await person('Alakuljunmäki', 'Sari', '1977-07-07');
      expect((await search('ala kuljunmaki')).toSorted()).toEqual([one.clientId, other.clientId].toSorted());
      const { pairs } = await world.perform(likelyDuplicates, {}, official);
      expect(pairs.filter((pair) => pair.one.id === one.clientId || pair.other.id === one.clientId)).toHaveLength(1);
    },
    'is one name of an employer too': async () => {
      await world.perform(addEmployer, employer('Ky-Polku Oy', null), coach);
      for (const name of ['Ky Polku Oy', 'KY–POLKU OY', 'ky‑polku  oy'])
        expect([name, await world.refusal(addEmployer, employer(name, null, `${name} 2`), coach)]).toEqual([
          name,
          'employer-name-taken',
        ]);
    },
  },
  'records joined as one person': {
    'three of them, whichever joins whichever': async () => {
      const all = await Promise.all([1, 2, 3].map(() => person('Kolmoset', 'Koe', '1992-02-02')));
      const [a = '', b = '', c = ''] = all.map(({ clientId }) => clientId);
      await world.perform(joinRecords, { clientId: a, otherId: b }, official);
      await world.perform(joinRecords, { clientId: c, otherId: b }, official);
      const [one, ...others] = await duplicatesOf('Kolmoset', 'Koe', '1992-02-02');
      expect(others).toEqual([]);
      expect([one?.id, ...(one?.alsoIds ?? [])].toSorted()).toEqual([a, b, c].toSorted());
    },
    'with different names: told as one by either': async () => {
      const [a, b] = [await person('Neitola', 'Anu', '1990-09-09'), await person('Rouvala', 'Anu', '1990-09-09')];
      await world.perform(joinRecords, { clientId: a.clientId, otherId: b.clientId }, official);
      for (const family of ['Neitola', 'Rouvala'])
        expect((await duplicatesOf(family, 'Anu', '1990-09-09')).map(({ alsoIds }) => alsoIds.length)).toEqual([1]);
    },
    'and separated again: told as two': async () => {
      const [a, b] = [await person('Erilliset', 'Koe', '1993-03-03'), await person('Erilliset', 'Koe', '1993-03-03')];
      await world.perform(joinRecords, { clientId: a.clientId, otherId: b.clientId }, official);
      const apart = { clientId: a.clientId, recordIds: [b.clientId] };
      await world.perform(separateRecords, apart, official);
      expect(await duplicatesOf('Erilliset', 'Koe', '1993-03-03')).toHaveLength(2);
    },
  },
  'a code as it is pasted': {
    'an identity code of the signs of 2023, and of a child of this century': async () => {
      for (const pasted of [
        ` ${own('020190', 'Y', '978').toLowerCase()}\u00a0`,
        `\t${own('020105', 'A', '979')}\u200b`,
      ])
        await world.perform(receiveReferral, newcomer({ familyName: 'Liitetty', identityCode: pasted }), official);
    },
    'an identity code is one, however it was pasted the second time': async () => {
      const code = own('030388', '-', '980');
      await world.perform(receiveReferral, newcomer({ familyName: 'Sama', identityCode: code }), official);
      for (const pasted of [code.replace('-', '–'), ` ${code.toLowerCase()}`, code.replace('-', '\u00a0-\u00a0')])
        expect(await world.refusal(receiveReferral, newcomer({ identityCode: pasted }), official)).toBe(
          'identity-code-taken',
        );
    },
    'an identity code in the search, whole or its start': async () => {
      const code = own('040488', '-', '981');
      const { clientId } = await world.perform(
        receiveReferral,
        newcomer({ familyName: 'Haettu', identityCode: code }),
        official,
      );
      for (const text of [code.replace('-', '–'), ` ${code.toLowerCase()} `, '040488 – 9', '040488-\u200b'])
        expect([text, await search(text)]).toEqual([text, expect.arrayContaining([clientId])]);
    },
    'a business code': async () => {
      for (const [n, pasted] of ['0100014–1', ' 0100014 - 1\u00a0', '01000141', 'FI01000141'].entries()) {
        const [first, again] = [await outcome(addEmployer, employer(`Liite ${n}`, pasted), coach), n > 0];
        expect([pasted, first]).toEqual([pasted, again ? 'business-code-taken' : 'done']);
      }
      const { employers: all } = await world.perform(employers, {}, coach);
      expect(all.find(({ name }) => name === 'Liite 0')?.businessCode).toBe('0100014-1');
    },
  },
  'one business code': {
    'is one employer, also when it is changed to another’s': async () => {
      await world.perform(addEmployer, employer('Ensin Oy', '0100016-8'), coach);
      const { employerId } = await world.perform(addEmployer, employer('Sitten Oy', null), coach);
      const change = { employerId, name: 'Sitten Oy', businessCode: '0100016-8', sector: 'private' };
      expect(await world.refusal(changeEmployer, change as never, coach)).toBe('business-code-taken');
    },
    'is one employer, however many add it at once': async () => {
      const all = await Promise.all(
        ['Rinta', 'Rinnan', 'Rinnalla'].map((name) => outcome(addEmployer, employer(name, '0100017-6'), coach)),
      );
      expect(all.toSorted()).toEqual(['business-code-taken', 'business-code-taken', 'done']);
    },
    'is one provider, written in any way': async () => {
      const provider = (name: string, businessCode: string) => ({ name, kind: 'association', businessCode }) as const;
      await world.perform(addProvider, provider('Tuki ry', '0100018-4'), 'pori-administrator');
      for (const code of ['0100018-4', '01000184', '0100018–4'])
        expect(await world.refusal(addProvider, provider('Toinen ry', code), 'pori-administrator')).toBe(
          'provider-known',
        );
    },
  },
  'the same sent twice at once': {
    'an appointment': async () => {
      const { clientId, relationshipId } = await atWork();
      const visit = { clientId, relationshipId, kind: 'meeting', dueOn: '2021-06-21', startsAt: '09:00' };
      const both = await Promise.all([1, 2].map(() => outcome(planVisit, visit, coach)));
      const { rows } = await sql`select from coaching_appointment where client_id = ${clientId}`.execute(db.owner);
      expect([both.includes('done'), rows.length]).toEqual([true, 1]);
    },
    'an exit': async () => {
      const { clientId, relationshipId } = await atWork();
      const left = { clientId, relationshipId, lastDay: '2021-06-16', reason: 'employed', destination: 'paid-work' };
      const sent = await world.looked(exitClient, left, coach);
      const both = await Promise.all([1, 2, 3].map(() => outcome(exitClient, sent, coach)));
      expect(both.filter((one) => one === 'done')).toHaveLength(1);
    },
    'a plan': async () => {
      const of = await world.refer();
      const plan = {
        ...{ ...of, service: 'open-work', kind: 'service', madeOn: '2021-06-10', goals: ['Työ'] },
        ...{ during: { from: '2021-06-10', to: null }, reviewOn: '2021-12-10' },
      };
      await Promise.all([1, 2, 3].map(() => outcome(makePlan, plan, official)));
      const { rows } = await sql`select from plan_plan where client_id = ${of.clientId}`.execute(db.owner);
      expect(rows).toHaveLength(1);
    },
  },
  'a text written meanwhile': {
    'of a description, emptied by the second': async () => {
      const at = { organiser: 'pori-perusturva', service: 'disability-work', question: 'Q3' };
      const put = (text: string, seen: string | null) =>
        outcome(writeDescriptionAnswer, { ...at, text, seen }, 'pori-planner');
      expect(await put('ensimmäinen', null)).toBe('done');
      expect(await put('', null)).toMatch(/not-seen|meanwhile/);
    },
    'of an agreement, by another worker': async () => {
      const at = await agreedWith();
      const { version } = await contentOf(at).then((one) => ({
        version: (one as { version?: string }).version ?? null,
      }));
      const change = (tasks: string, by: WorkerName) =>
        outcome(changeAgreement, { ...at, ...written, tasks, seen: version }, by);
      const first = await change('B', coach);
      expect([first, await change('C', official)]).toEqual([
        expect.stringMatching(/done|not-seen/),
        expect.not.stringMatching(/done/),
      ]);
      expect((await contentOf(at)).tasks).not.toBe('C');
    },
    'of a mark that stands already as it is marked again, after a lost answer: nothing is asked': async () => {
      const { placementId } = await atWork();
      const absent = { placementId, on: '2021-06-15', kind: 'absent', reason: 'sick', seen: 'none' };
      const next = { placementId, on: '2021-06-16', kind: 'present', reason: null, seen: 'none' };
      expect(await outcome(markAttendance, { marks: [absent] }, coach)).toBe('done');
      expect(await outcome(markAttendance, { marks: [absent, next] }, coach)).toBe('done');
      const other = { ...absent, kind: 'present', reason: null };
      expect(await outcome(markAttendance, { marks: [other] }, coach)).toBe('changed-meanwhile');
    },
    'of a client, field by field: the second sees who changed what': async () => {
      const { clientId } = await world.refer();
      const unseen = await world.problem(changeClient, { clientId, familyName: 'X', seen: 'vanha' } as never, official);
      expect([codeOf(unseen), unseen.now, unseen.yours]).toEqual([
        'changed-meanwhile',
        expect.any(Object),
        expect.objectContaining({ familyName: 'X' }),
      ]);
    },
  },
  'a month narrowed by a name': {
    'with a particle, an apostrophe, a hyphen': async () => {
      await Promise.all(
        [
          ['von Äijä', 'Åke'],
          ["O'Hara-Mäki", 'Scarlett'],
        ].map(async ([familyName, givenNames]) => {
          const { placementId } = await atWork({ familyName, givenNames });
          await marking(placementId, '2021-05-11');
        }),
      );
      const ask = async (name: string) =>
        (await world.perform(compensationMonth, { month: '2021-05', name }, 'pori-finance')).clients;
      for (const name of ['äijä åke', 'von aija', 'Ake, Äijä', 'ohara maki', 'Scarlett O’Hara Mäki', 'oharamaki'])
        expect([name, await ask(name)]).toEqual([name, 1]);
      expect(await ask('äijä scarlett')).toBe(0);
    },
    'with spaces and signs around it, or nothing but them': async () => {
      const ask = async (name: string) =>
        (await world.perform(compensationMonth, { month: '2021-05', name }, 'pori-finance')).clients;
      const all = (await world.perform(compensationMonth, { month: '2021-05' }, 'pori-finance')).clients;
      expect([await ask('  äijä,  '), await ask(' '), await ask('%')]).toEqual([1, all, expect.any(Number)]);
    },
    'is the same month for the clients and for the sums': async () => {
      const month = await world.perform(compensationMonth, { month: '2021-05', name: 'ake aija' }, 'pori-finance');
      expect(month.clients).toBe(1);
    },
  },
  'a closed day that owes marks': {
    'Christmas Eve, Good Friday, May Day': async () => {
      const { placementId } = await atWork();
      for (const [from, to] of [
        ['2020-12-24', '2020-12-25'],
        ['2021-04-02', '2021-04-03'],
        ['2021-05-01', '2021-05-02'],
      ] as const)
        for (const cell of await cellsOf(placementId, from, to)) expect(cell.state).not.toBe('agreed');
    },
    'marking all present marks nobody on it': async () => {
      await atWork();
      for (const on of ['2021-05-13', '2021-04-05'] as const)
        expect((await world.perform(markAllPresent, { workplaceId, on }, coach)).marked).toEqual([]);
    },
    'Midsummer Eve moves with the year': async () => {
      const { placementId } = await atWork();
      for (const [on, state] of [
        ['2021-06-25', 'closed'],
        ['2022-06-24', 'closed'],
        ['2023-06-23', 'closed'],
        ['2022-06-27', 'agreed'],
      ] as const) {
        const [cell] = await cellsOf(
          placementId,
          on,
          on.replace(/\d\d$/, (d) => String(Number(d) + 1)),
        );
        expect([on, cell?.state]).toEqual([on, state]);
      }
    },
  },
};

const cases = Object.entries(kinds).flatMap(([kind, some]) =>
  Object.entries(some).map(([name, run]) => [kind, name, run] as const),
);

describe('what is entered', () => {
  test.each(cases)('%s: %s', (_kind, _name, run) => run());
});

test('the guide lists each kind with its cases', () => {
  const guide = readFileSync(fileURLToPath(import.meta.resolve('../docs/guide/entry.md')), 'utf8');
  for (const [kind, some] of Object.entries(kinds)) {
    expect(Object.keys(some).length, kind).toBeGreaterThanOrEqual(3);
    const row = guide.split('\n').find((line) => line.startsWith(`| ${kind} |`));
    for (const name of Object.keys(some)) expect([name, row?.includes(name)]).toEqual([name, true]);
  }
});
