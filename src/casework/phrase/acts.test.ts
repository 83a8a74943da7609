import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/database.ts';
import { makeWorld, type World } from '../../../tests/world.ts';
import { day } from '../../kernel/day.ts';
import { decide, decisionFrame } from '../decision/acts.ts';
import { addPhrase, changePhrase, phrases } from './acts.ts';

let db: FreshDatabase;
let world: World;
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
});
afterAll(() => db.close());

const by = 'pori-manager';
const own = {
  service: 'open-work' as const,
  against: false,
  provision: null,
  name: 'Kodin ulkopuolinen työ',
  textFi: 'Asiakas haluaa tehdä työtä kodin ulkopuolella, koska … .',
  textSv: 'Klienten vill arbeta utanför hemmet, eftersom … .',
  easyFi: 'Haluat tehdä työtä muualla kuin kotona, koska … .',
  easySv: null,
  during: { from: '2021-06-01', to: null },
};
const seen = async () => (await world.perform(phrases, {}, by)).phrases;

describe('ready reasons of an organiser’s own', () => {
  test('are written by a manager or administrator, once by a name, for a service that is offered and its own law', async () => {
    const { phraseId } = await world.perform(addPhrase, own, by);
    expect(await seen()).toMatchObject([{ ...own, id: phraseId }]);
    const refused = (more: object, who: Parameters<World['perform']>[2] = by) =>
      world.refusal(addPhrase, { ...own, ...more }, who);
    for (const name of [own.name, own.name.toUpperCase(), `${own.name}.`])
      expect(await refused({ name })).toBe('named-already');
    expect(await refused({ name: 'Toinen', service: 'rehabilitative-work' })).toBe('not-offered');
    expect(await refused({ name: 'Toinen', provision: '189/2001:3' })).toBe('not-for-outcome');
    for (const who of ['pori-social-worker', 'pori-coach'] as const)
      expect(await refused({ name: 'Toinen' }, who)).toBe('not-allowed');
    // Another organiser has its own.
    expect((await world.perform(phrases, {}, 'rauma-manager')).phrases).toEqual([]);
  });

  test('are offered where their service is decided, in its language, and are finished before it is', async () => {
    const matter = await world.refer({ serviceLanguage: 'sv' });
    const official = 'pori-social-worker';
    const frame = await world.perform(decisionFrame, matter, official);
    expect(frame.phrases).toMatchObject([{ name: own.name, text: own.textSv, easy: null, against: false }]);
    const grant = {
      ...matter,
      outcome: 'grant' as const,
      decidedOn: '2021-06-17',
      during: { from: '2021-07-01', to: null },
      reasons: `Tausta.\n\n${own.textSv}`,
      provisions: frame.provisions.map(({ id }) => id),
    };
    expect(await world.refusal(decide, grant, official)).toBe('reasons-unfinished');
    const easy = { ...grant, reasons: 'Färdig.', easyReasons: own.easyFi };
    expect(await world.problem(decide, easy, official)).toMatchObject({ errors: [{ field: 'easyReasons' }] });
    await world.perform(decide, { ...grant, reasons: own.textSv.replace('…', 'vill') }, official);
    const other = await world.refer({ service: 'supported-employment' });
    expect((await world.perform(decisionFrame, other, official)).phrases).toEqual([]);
  });

  test('are changed and ended by whoever saw them, and are not offered after their last day', async () => {
    const [one] = await seen();
    if (!one) throw new Error('It was written above');
    const { id: phraseId, version, service: _, ...details } = one;
    const changed = { ...details, phraseId, textFi: 'Uusi teksti.', during: { from: '2021-06-01', to: '2021-06-20' } };
    await world.perform(changePhrase, { ...changed, seen: version }, 'pori-administrator');
    expect(await world.problem(changePhrase, { ...changed, textFi: 'Muu.', seen: version }, by)).toMatchObject({
      status: 409,
    });
    expect(await world.refusal(changePhrase, { ...changed, provision: '189/2001:3' }, by)).toBe('not-for-outcome');
    const none = { ...changed, phraseId: world.pori.id };
    expect(await world.refusal(changePhrase, none, by)).toBe('no-such-phrase');
    const matter = await world.refer();
    const offered = async (on: string) =>
      (await world.perform(decisionFrame, matter, 'pori-social-worker', day(on))).phrases.map(({ text }) => text);
    expect(await offered('2021-06-19')).toEqual(['Uusi teksti.']);
    expect(await offered('2021-06-20')).toEqual([]);
    // The name is free again from then on.
    await world.perform(addPhrase, { ...own, during: { from: '2021-06-20', to: null } }, by);
  });
});
