import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/database.ts';
import { readPaper } from '../../../tests/paper.ts';
import { makeWorld, type NewReferral, type World } from '../../../tests/world.ts';
import { day } from '../../kernel/day.ts';
import { client, correctionsOf, nameRepresentative } from '../client/acts.ts';
import { annulDecision, decide, decisionFrame, decisionLetter, presentDecision } from '../decision/acts.ts';
import { withdrawReferral } from '../referral/acts.ts';
import {
  correctAnswer,
  correctHearing,
  hearClient,
  hearingLetter,
  hearingsOf,
  recordAnswer,
  takeBackAnswer,
  takeBackHearing,
} from './acts.ts';

let db: FreshDatabase;
let world: World;
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
});
afterAll(() => db.close());

const by = 'pori-social-worker';
const about = 'Aiomme hylätä hakemuksen, koska työkykyä ei ole arvioitu. Onko sinulla lausuntoa?';

async function pending(input: NewReferral = {}) {
  const matter = await world.refer(input);
  const { grounds } = await world.perform(decisionFrame, matter, by);
  const denial = {
    ...matter,
    outcome: 'deny' as const,
    decidedOn: '2021-06-17',
    reasons: 'Työkykyä ei ole arvioitu.',
    provisions: [grounds[0]?.id ?? ''],
  };
  const hear = { ...matter, about, respondByOn: '2021-07-01', way: 'post' as const };
  return { ...matter, denial, hear };
}

describe('a decision against a client', () => {
  test('is refused until the client has been heard, and waits for the answer or for its last day', async () => {
    const { clientId, referralId, denial, hear } = await pending();
    expect(await world.problem(decide, denial, by)).toMatchObject({
      type: '/problems/not-heard',
      errors: [expect.objectContaining({ field: 'unheard' })],
    });
    const { hearingId } = await world.perform(hearClient, hear, by);
    expect(await world.refusal(decide, denial, by)).toBe('hearing-open');
    expect((await world.perform(hearingsOf, { clientId, referralId }, by)).heard).toBe('open');
    await world.perform(
      recordAnswer,
      { clientId, hearingId, answeredOn: '2021-06-17', answer: 'Lausunto tulee ensi viikolla.' },
      by,
    );
    expect((await world.perform(hearingsOf, { clientId, referralId }, by)).heard).toBe('heard');
    await world.perform(decide, denial, by);
  });

  test('keeps the hearing that it stands on, and is heard of no more once it is made', async () => {
    const { clientId, denial, hear } = await pending();
    const { hearingId } = await world.perform(hearClient, hear, by);
    await world.perform(recordAnswer, { clientId, hearingId, answeredOn: '2021-06-17', answer: 'Ei käy.' }, by);
    const { decisionId } = await world.perform(decide, denial, by);
    expect(await world.refusal(hearClient, hear, by)).toBe('already-decided');
    const mistake = { clientId, hearingId, why: 'Erehdys' };
    expect(await world.refusal(takeBackHearing, mistake, by)).toBe('decision-stands-on-hearing');
    const annulled = { clientId, decisionId, ground: 'for-client' as const, because: 'Väärä tieto.' };
    await world.perform(annulDecision, annulled, by);
    await world.perform(takeBackHearing, mistake, by);
  });

  test('is made when the time to answer has passed in silence', async () => {
    const { denial, hear } = await pending();
    await world.perform(hearClient, hear, by);
    const on = (decidedOn: string) => ({ ...denial, decidedOn });
    expect(await world.refusal(decide, on('2021-07-01'), by, day('2021-07-01'))).toBe('hearing-open');
    await world.perform(decide, on('2021-07-02'), by, day('2021-07-02'));
  });

  test('without a hearing tells by which ground of law, and why; so does one that is presented', async () => {
    const { clientId, denial } = await pending();
    const unheard = { ground: 'unnecessary' as const, because: 'Asiakas on jo kertonut kantansa hakemuksessa.' };
    const presented = { ...denial, deciderId: world.workerId(by) };
    const { decidedOn: _, ...proposed } = presented;
    expect(await world.refusal(presentDecision, proposed, 'pori-coach')).toBe('not-heard');
    await world.perform(presentDecision, { ...proposed, unheard }, 'pori-coach');
    const frame = await world.perform(decisionFrame, { clientId, referralId: denial.referralId }, by);
    expect(frame.proposal?.proposed.unheard).toEqual(unheard);
    const { decisionId } = await world.perform(decide, { ...denial, unheard }, by);
    const { text } = await readPaper((await world.perform(decisionLetter, { clientId, decisionId }, by)).bytes);
    expect(text).toContain('Asiakas on jo kertonut kantansa hakemuksessa.');
    expect(text).toMatch(/434\/2003\) 34 § 2 mom\. 5 kohta/);
  });

  test('a grant in part needs a hearing too; a grant of all, what is not examined and what lapses do not', async () => {
    const { denial, referralId, clientId } = await pending();
    const frame = await world.perform(decisionFrame, { clientId, referralId }, by);
    const grant = {
      ...denial,
      outcome: 'grant' as const,
      during: { from: '2021-08-01', to: null },
      provisions: frame.provisions.map(({ id }) => id),
    };
    expect(await world.refusal(decide, { ...grant, inPart: true }, by)).toBe('not-heard');
    await world.perform(decide, grant, by);
    for (const [outcome, words] of [
      ['not-examined', 'Hakemustasi ei tutkita.'],
      ['lapse', 'Asiasi raukeaa, eikä sitä ratkaista.'],
    ] as const) {
      const other = await pending();
      const { decisionId } = await world.perform(decide, { ...other.denial, outcome }, by);
      const letter = await world.perform(decisionLetter, { clientId: other.clientId, decisionId }, by);
      expect((await readPaper(letter.bytes)).text).toContain(words);
    }
  });
});

describe('a request to be heard', () => {
  test('is a letter in the client’s language that tells what is intended, by when to answer and where', async () => {
    const { clientId, hear } = await pending({ serviceLanguage: 'sv' });
    const { hearingId } = await world.perform(hearClient, hear, by);
    const { text } = await readPaper((await world.perform(hearingLetter, { clientId, hearingId }, by)).bytes);
    expect(text).toContain('Hörande: ');
    expect(text).toContain(about.slice(0, 30));
    expect(text).toContain('Svara senast 1.7.2021');
    expect(text).toMatch(/34 § i förvaltningslagen/);
  });

  test('gives time for the letter to come, and is not made twice or of a matter that is withdrawn', async () => {
    const { clientId, referralId, hear } = await pending();
    expect(await world.problem(hearClient, { ...hear, respondByOn: '2021-06-20' }, by)).toMatchObject({
      type: '/problems/too-little-time',
      errors: [expect.objectContaining({ field: 'respondByOn' })],
    });
    const { hearingId } = await world.perform(hearClient, hear, by);
    expect(await world.refusal(hearClient, hear, by)).toBe('heard-already');
    const answer = { clientId, hearingId, answer: 'Kyllä.' };
    expect(await world.refusal(recordAnswer, { ...answer, answeredOn: '2021-06-18' }, by)).toBe('answered-in-future');
    expect(await world.refusal(recordAnswer, { ...answer, answeredOn: '2021-06-01' }, by)).toBe(
      'answered-before-asked',
    );
    await world.perform(recordAnswer, { ...answer, answeredOn: '2021-06-17' }, by);
    expect(await world.refusal(recordAnswer, { ...answer, answeredOn: '2021-06-17' }, by)).toBe('answered-already');
    await world.perform(withdrawReferral, { clientId, referralId, on: '2021-06-17' }, by);
    expect(await world.refusal(hearClient, hear, by)).toBe('matter-ended');
  });

  test('recorded by mistake is taken back with a reason, and what it said stays readable', async () => {
    const { clientId, referralId, hear } = await pending();
    const { hearingId } = await world.perform(hearClient, hear, by);
    await world.perform(takeBackHearing, { clientId, hearingId, why: 'Väärä asiakas' }, by);
    expect(await world.perform(hearingsOf, { clientId, referralId }, by)).toMatchObject({
      hearings: [],
      heard: 'not-heard',
    });
    const { corrections } = await world.perform(correctionsOf, { clientId }, by);
    expect(corrections).toMatchObject([{ act: 'takeBackHearing', why: 'Väärä asiakas' }]);
    expect(await world.refusal(takeBackHearing, { clientId, hearingId, why: 'Uudelleen' }, by)).toBe('no-such-hearing');
  });
});

describe('a hearing recorded wrongly', () => {
  const why = 'Väärä päivä';
  const standing = async (of: { clientId: string; referralId: string }) => {
    const { hearings, heard } = await world.perform(hearingsOf, of, by);
    return { hearing: hearings[0], heard, seen: hearings[0]?.version ?? null };
  };

  test('is corrected where it stands: its day, way and deadline, with a reason, and the letter follows', async () => {
    const { clientId, referralId, hear } = await pending();
    const of = { clientId, referralId };
    const { hearingId } = await world.perform(hearClient, hear, by);
    const { seen } = await standing(of);
    const correction = { clientId, hearingId, sentOn: '2021-06-10', way: 'in-person' as const, why, seen };
    const corrected = (input: object) => ({ ...correction, respondByOn: '2021-06-17', ...input });
    for (const [input, code, field] of [
      [{ sentOn: '2021-06-18', respondByOn: '2021-06-30' }, 'asked-in-future', 'sentOn'],
      [{ sentOn: '2021-05-02' }, 'asked-before-received', 'sentOn'],
      [{ respondByOn: '2021-06-16' }, 'too-little-time', 'respondByOn'],
    ] as const)
      expect(await world.problem(correctHearing, corrected(input), by)).toMatchObject({
        type: `/problems/${code}`,
        errors: [expect.objectContaining({ field })],
      });
    await world.perform(correctHearing, corrected({}), by);
    expect((await standing(of)).hearing).toMatchObject({
      ...{ askedOn: '2021-06-10', respondByOn: '2021-06-17', way: 'in-person', about },
      notices: [{ recipient: 'client', way: 'in-person', sentOn: '2021-06-10', servedOn: '2021-06-10' }],
    });
    const { text } = await readPaper((await world.perform(hearingLetter, { clientId, hearingId }, by)).bytes);
    expect(text).toContain('17.6.2021');
    const { corrections } = await world.perform(correctionsOf, { clientId }, by);
    expect(corrections).toMatchObject([{ act: 'correctHearing', why }]);
  });

  test('and its answer too: corrected, or taken back so that the request waits for one again', async () => {
    const { clientId, referralId, hear } = await pending();
    const of = { clientId, referralId };
    const { hearingId } = await world.perform(hearClient, hear, by);
    const none = { clientId, hearingId, why, seen: (await standing(of)).seen };
    expect(await world.refusal(takeBackAnswer, none, by)).toBe('not-answered');
    expect(await world.refusal(correctAnswer, { ...none, answeredOn: '2021-06-17', answer: 'Ei.' }, by)).toBe(
      'not-answered',
    );
    await world.perform(recordAnswer, { clientId, hearingId, answeredOn: '2021-06-17', answer: 'Ei käy.' }, by);
    const at = { ...none, seen: (await standing(of)).seen };
    for (const [answeredOn, code] of [
      ['2021-06-18', 'answered-in-future'],
      ['2021-06-16', 'answered-before-asked'],
    ])
      expect(await world.refusal(correctAnswer, { ...at, answeredOn: answeredOn as never, answer: 'Ei.' }, by)).toBe(
        code,
      );
    await world.perform(correctAnswer, { ...at, answeredOn: '2021-06-17', answer: 'Käy.' }, by);
    expect((await standing(of)).hearing).toMatchObject({ answeredOn: '2021-06-17', answer: 'Käy.' });
    await world.perform(takeBackAnswer, { ...at, seen: (await standing(of)).seen }, by);
    expect(await standing(of)).toMatchObject({ heard: 'open', hearing: { answeredOn: null, answer: null } });
  });

  test('stays as a decision stands on it', async () => {
    const { clientId, referralId, denial, hear } = await pending();
    const of = { clientId, referralId };
    const { hearingId } = await world.perform(hearClient, hear, by);
    await world.perform(recordAnswer, { clientId, hearingId, answeredOn: '2021-06-17', answer: 'Ei käy.' }, by);
    await world.perform(decide, denial, by);
    const at = { clientId, hearingId, why, seen: (await standing(of)).seen };
    expect(await world.refusal(takeBackAnswer, at, by)).toBe('decision-stands-on-hearing');
    // What leaves the client heard by the day of the decision is corrected still.
    await world.perform(correctAnswer, { ...at, answeredOn: '2021-06-17', answer: 'Ei käy lainkaan.' }, by);
  });
});

describe('whoever acts for the client', () => {
  const reach = { street: 'Kotikatu 3', postalCode: '28100', postOffice: 'Pori', phone: null, email: null };
  const always = { from: '2021-01-01', to: null };
  const named = (clientId: string, name: string, covers: ('personal' | 'financial')[], during = always) =>
    world.perform(nameRepresentative, { clientId, kind: 'guardian', name, covers, during, ...reach }, by);

  test('in personal matters is heard too, with a copy; one who acts with money alone is not', async () => {
    const { clientId, referralId, hear } = await pending();
    await named(clientId, 'Huoltaja Hanna', ['personal']);
    await named(clientId, 'Rahanhoitaja Raimo', ['financial']);
    const { representatives } = await world.perform(hearingsOf, { clientId, referralId }, by);
    expect(representatives.map(({ name }) => name)).toEqual(['Huoltaja Hanna']);
    expect(await world.problem(hearClient, hear, by)).toMatchObject({
      type: '/problems/representative-left-out',
      errors: [expect.objectContaining({ field: 'representativeIds' })],
    });
    const { representatives: all } = await world.perform(client, { clientId }, by);
    const ids = all.map(({ id }) => id);
    expect(await world.refusal(hearClient, { ...hear, representativeIds: ids }, by)).toBe('does-not-act');
    const representativeIds = representatives.map(({ id }) => id);
    const { hearingId } = await world.perform(hearClient, { ...hear, representativeIds }, by);
    const { hearings } = await world.perform(hearingsOf, { clientId, referralId }, by);
    expect(hearings[0]?.notices).toMatchObject([
      { recipient: 'client', name: null, way: 'post', sentOn: '2021-06-17', servedOn: '2021-06-24' },
      { recipient: 'representative', name: 'Huoltaja Hanna', way: 'post', servedOn: '2021-06-24' },
    ]);
    const copy = (representativeId = '') => ({ clientId, hearingId, representativeId });
    const { text } = await readPaper((await world.perform(hearingLetter, copy(representativeIds[0]), by)).bytes);
    expect(text).toMatch(/Huoltaja Hanna Kotikatu 3 28100 Pori/);
    const ofMoney = ids.find((id) => !representativeIds.includes(id));
    expect(await world.refusal(hearingLetter, copy(ofMoney), by)).toBe('no-such-representative');
    await world.perform(takeBackHearing, { clientId, hearingId, why: 'Väärä asiakas' }, by);
  });

  test('must be recorded before a child is heard, and gets nothing once no longer acting', async () => {
    const { hear } = await pending({ birthOn: '2012-03-02' });
    expect(await world.refusal(hearClient, hear, by)).toBe('no-representative');
    const grown = await pending();
    await named(grown.clientId, 'Entinen Eeva', ['personal'], { from: '2020-01-01', to: '2021-06-01' } as never);
    await world.perform(hearClient, grown.hear, by);
  });
});

describe('a client who is served in English', () => {
  test('gets the request in Finnish, and a translation that says so beside it', async () => {
    const { clientId, referralId, hear } = await pending({ serviceLanguage: 'en' });
    const { hearingId } = await world.perform(hearClient, hear, by);
    expect((await world.perform(hearingsOf, { clientId, referralId }, by)).translated).toBe(true);
    const of = { clientId, hearingId };
    const original = await readPaper((await world.perform(hearingLetter, of, by)).bytes);
    expect(original.text).toContain('Kuuleminen: avotyö');
    expect(original.text).not.toContain('Käännös');
    const beside = await readPaper((await world.perform(hearingLetter, { ...of, translation: 'true' }, by)).bytes);
    expect(beside.text).toContain('Hearing: ');
    expect(beside.text).toContain('The original letter is in Finnish.');
  });
});

describe('a client who reads easy language', () => {
  test('is told the reasons in easy words where not all is granted', async () => {
    const { clientId, denial, hear } = await pending({ easyLanguage: true });
    const { hearingId } = await world.perform(hearClient, hear, by);
    const request = await readPaper((await world.perform(hearingLetter, { clientId, hearingId }, by)).bytes);
    expect(request.text).toContain('Työntekijä aikoo tehdä kielteisen päätöksen.');
    await world.perform(recordAnswer, { clientId, hearingId, answeredOn: '2021-06-17', answer: 'En hyväksy.' }, by);
    expect(await world.problem(decide, denial, by)).toMatchObject({
      type: '/problems/easy-reasons-missing',
      errors: [expect.objectContaining({ field: 'easyReasons' })],
    });
    const easyReasons = 'Emme tiedä vielä, mihin työhön pystyt.\nSiksi et saa palvelua nyt.';
    const { decisionId } = await world.perform(decide, { ...denial, easyReasons }, by);
    const { text } = await readPaper((await world.perform(decisionLetter, { clientId, decisionId }, by)).bytes);
    expect(text).toContain('Siksi et saa palvelua nyt.');
  });
});
