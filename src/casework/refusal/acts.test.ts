import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/database.ts';
import { readPaper } from '../../../tests/paper.ts';
import { makeWorld, type NewReferral, type World } from '../../../tests/world.ts';
import { day } from '../../kernel/day.ts';
import { correctionsOf, nameRepresentative } from '../client/acts.ts';
import { annulDecision, decide, decisionFrame } from '../decision/acts.ts';
import {
  correctRefusalService,
  refusalLetter,
  refusalsOf,
  refuseCorrection,
  serveRefusal,
  takeBackRefusal,
} from './acts.ts';

let db: FreshDatabase;
let world: World;
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
});
afterAll(() => db.close());

const by = 'pori-social-worker';
const demanded = {
  demandedOn: '2021-06-18',
  demand: 'Päätöksessä lukee väärä toimintakeskus.',
  reasons: 'Keskus on se, josta sovittiin.',
};
const later = day('2021-06-21');

async function decided(input: NewReferral = {}) {
  const matter = await world.refer(input);
  const { provisions } = await world.perform(decisionFrame, matter, by);
  const { decisionId } = await world.perform(
    decide,
    {
      ...matter,
      outcome: 'grant',
      decidedOn: '2021-06-17',
      during: { from: '2021-07-01', to: null },
      reasons: 'Vastaa tarvetta.',
      easyReasons: 'Tarvitset tukea.',
      provisions: provisions.map(({ id }) => id),
    },
    by,
  );
  return { ...matter, decisionId, of: { clientId: matter.clientId, decisionId } };
}

describe('a demand to correct a decision that is refused', () => {
  test.each([
    ['fi', /ei saa hakea muutosta.*: Hallintolaki \(434\/2003\) 53 § 3 mom\..*434\/2003\) 48 §/],
    ['sv', /får inte överklagas.*: 53 § 3 mom\. i förvaltningslagen \(434\/2003\)\..*48 § i förvaltningslagen/],
    [
      'en',
      /No appeal may be made.*: Administrative Procedure Act \(434\/2003\), section 53, subsection 3\..*section 48/,
    ],
  ] as const)(
    'has a paper that names what bars an appeal, and gives no instructions for one: %s',
    async (language, bar) => {
      const { clientId, of } = await decided({ serviceLanguage: language });
      const { refusalId } = await world.perform(refuseCorrection, { ...of, ...demanded }, by, later);
      const opened = { clientId, refusalId, translation: 'true' as const };
      const paper = await readPaper((await world.perform(refusalLetter, opened, by, later)).bytes);
      expect(paper.text).toMatch(bar);
      expect(paper.text).not.toMatch(/Oikaisuvaatimusohje|Anvisningar|Instructions for requesting/);
      expect(paper.text).toContain(demanded.reasons);
      expect(paper.text).toContain('Hallintosääntö 12 §');
      expect(paper.accessible).toBe(true);
    },
  );

  test('is told in easy words to whoever reads easy language', async () => {
    const { clientId, of } = await decided({ easyLanguage: true });
    const { refusalId } = await world.perform(refuseCorrection, { ...of, ...demanded }, by, later);
    const { text } = await readPaper((await world.perform(refusalLetter, { clientId, refusalId }, by, later)).bytes);
    expect(text).toContain('Tästä kirjeestä ei voi valittaa.');
  });

  test('is seen with its matter, served, and taken back with a reason', async () => {
    const { clientId, referralId, of } = await decided();
    const seen = () => world.perform(refusalsOf, { clientId, referralId }, 'pori-coach', later);
    const { refusalId } = await world.perform(refuseCorrection, { ...of, ...demanded }, by, later);
    expect(await seen()).toMatchObject({
      refusals: [{ ...demanded, refusedOn: '2021-06-21', refusedBy: 'Sjöblom Päivi', servedOn: null }],
      barredBy: 'Hallintolaki (434/2003) 53 § 3 mom.',
    });
    const serve = { clientId, refusalId, way: 'post' as const, sentOn: '2021-06-21' };
    expect(await world.refusal(serveRefusal, { ...serve, sentOn: '2021-06-20' }, by, later)).toBe(
      'sent-before-refused',
    );
    expect(await world.refusal(serveRefusal, { ...serve, sentOn: '2021-06-22' }, by, later)).toBe('sent-ahead');
    // Seven days after it was sent by post.
    expect(await world.perform(serveRefusal, serve, by, later)).toEqual({ servedOn: '2021-06-28' });
    expect(await world.refusal(serveRefusal, serve, by, later)).toBe('served-already');
    await world.perform(takeBackRefusal, { clientId, refusalId, why: 'Väärä asiakas' }, by, later);
    expect((await seen()).refusals).toEqual([]);
    const { corrections } = await world.perform(correctionsOf, { clientId }, by, later);
    expect(corrections).toContainEqual(expect.objectContaining({ act: 'takeBackRefusal', why: 'Väärä asiakas' }));
    expect(await world.refusal(refusalLetter, { clientId, refusalId }, by, later)).toBe('no-such-refusal');
  });

  test('is given also to everyone who acts for the client in personal matters, each with a copy of the letter', async () => {
    const { clientId, referralId, of } = await decided();
    const { refusalId } = await world.perform(refuseCorrection, { ...of, ...demanded }, by, later);
    const reach = { street: 'Kotikatu 3', postalCode: '28100', postOffice: 'Pori', phone: null, email: null };
    const guardian = { clientId, kind: 'guardian' as const, during: { from: '2021-01-01', to: null }, ...reach };
    await world.perform(nameRepresentative, { ...guardian, name: 'Huoltaja Hanna', covers: ['personal'] }, by);
    await world.perform(nameRepresentative, { ...guardian, name: 'Rahanhoitaja Raimo', covers: ['financial'] }, by);
    const seen = () => world.perform(refusalsOf, { clientId, referralId }, by, later);
    const { representatives } = await seen();
    expect(representatives.map(({ name }) => name)).toEqual(['Huoltaja Hanna']);
    const serve = { clientId, refusalId, way: 'post' as const, sentOn: '2021-06-21' };
    expect(await world.problem(serveRefusal, serve, by, later)).toMatchObject({
      type: '/problems/representative-left-out',
      errors: [expect.objectContaining({ field: 'representativeIds' })],
    });
    const representativeIds = representatives.map(({ id }) => id);
    await world.perform(serveRefusal, { ...serve, representativeIds }, by, later);
    expect((await seen()).refusals[0]?.notices).toMatchObject([
      { recipient: 'client', name: null, way: 'post', servedOn: '2021-06-28' },
      { recipient: 'representative', name: 'Huoltaja Hanna', way: 'post', servedOn: '2021-06-28' },
    ]);
    const again = { ...serve, way: 'in-person' as const, representativeIds, why: 'Luovutettiin' };
    await world.perform(correctRefusalService, again, by, later);
    expect((await seen()).refusals[0]).toMatchObject({ servedOn: '2021-06-21', way: 'in-person' });
    expect((await seen()).refusals[0]?.notices).toHaveLength(2);
    const copy = { clientId, refusalId, representativeId: representativeIds[0] ?? '' };
    const { text } = await readPaper((await world.perform(refusalLetter, copy, by, later)).bytes);
    expect(text).toMatch(/Huoltaja Hanna Kotikatu 3 28100 Pori/);
    await world.perform(takeBackRefusal, { clientId, refusalId, why: 'Väärä asiakas' }, by, later);
    expect((await seen()).refusals).toEqual([]);
  });

  test('of a child is given to nobody while it is not recorded who has custody', async () => {
    const { clientId, of } = await decided({ birthOn: '2012-03-02' });
    const { refusalId } = await world.perform(refuseCorrection, { ...of, ...demanded }, by, later);
    const serve = { clientId, refusalId, way: 'post' as const, sentOn: '2021-06-21' };
    expect(await world.refusal(serveRefusal, serve, by, later)).toBe('no-representative');
  });

  test('comes from whoever may decide, of a decision that stands, on days that follow one another', async () => {
    const { of } = await decided();
    const refused = (more: object, who: Parameters<World['perform']>[2] = by) =>
      world.refusal(refuseCorrection, { ...of, ...demanded, ...more }, who, later);
    expect(await refused({ demandedOn: '2021-06-22' })).toBe('demanded-in-future');
    expect(await refused({ demandedOn: '2021-06-16' })).toBe('demanded-before-decided');
    expect(await refused({}, 'pori-coach')).toBe('may-not-refuse');
    expect(await refused({}, 'rauma-social-worker-a')).toBe('not-found');
    const annul = { ...of, ground: 'for-client' as const, because: 'Väärä tieto.' };
    await world.perform(annulDecision, annul, by, later);
    expect(await refused({})).toBe('annulled-already');
  });
});
