import { z } from 'zod';
import { zId } from '../../kernel/id.ts';
import { zSeen } from '../../kernel/seen.ts';
import { act, ask, permittedOf, zPermitted } from '../../server/act.ts';
import { zWhy } from '../client/words.ts';
import { carryingAccess } from './access.ts';
import { answeringLater, recordedLater, standingCarrying, successionsOf, toCarry } from './reads.ts';
import { successionRefusals, successionTexts } from './texts.ts';
import { laterRoom, zAnsweringLater, zLater, zSuccession, zToCarry } from './words.ts';
import { carryOver, undoCarrying } from './writes.ts';

const offered = {
  carryOverClients: carryingAccess.carryOverClients,
  takeBackCarrying: carryingAccess.takeBackCarrying,
};

export const successions = ask({
  name: 'successions',
  method: 'GET',
  path: '/api/setup/successions',
  says: 'Tell which tasks of one’s organiser passed or will pass from or to another, who came along, and who is still to be carried over',
  input: z.strictObject({}),
  output: z.object({
    successions: z.array(
      zSuccession.extend({ toCarry: zToCarry.nullable(), later: z.array(zLater), answering: z.array(zAnsweringLater) }),
    ),
    permitted: zPermitted(offered),
  }),
  may: carryingAccess.successions,
  audited: 'no-person',
  refuses: {},
  run: async ({ tx, who }) => {
    const passed = await successionsOf(tx, who.organiserId, who.language);
    return {
      successions: await Promise.all(
        passed.map(async (one) => {
          const later = one.latestId === null ? [] : await recordedLater(tx, one.latestId);
          return {
            ...one,
            toCarry: one.side === 'passes-on' ? await toCarry(tx, one.id) : null,
            later,
            answering: one.latestId === null || later.length === 0 ? [] : await answeringLater(tx, one.latestId),
          };
        }),
      ),
      permitted: permittedOf(offered, who, []),
    };
  },
});

export const carryOverClients = act({
  name: 'carryOverClients',
  method: 'POST',
  path: '/api/setup/successions/{successionId}/carry',
  says: 'Carry over to the successor whoever is served, waits or has a decision, with all that goes on; run again, what was added since',
  input: z.strictObject({ successionId: zId }),
  output: z.object({ clientIds: z.array(zId) }),
  may: carryingAccess.carryOverClients,
  audited: { clients: (_input, { clientIds }) => clientIds, detail: ({ successionId }) => ({ successionId }) },
  refuses: successionRefusals,
  conflicts: {
    succession_has_come: 'succession-not-yet',
    carrying_at_company: 'carried-to-company',
    rehabilitation_not_bought: 'carried-to-company',
    rehabilitation_not_at_company: 'carried-to-company',
  },
  run: async ({ tx, input: { successionId }, who, refuse }) => {
    const passed = await successionsOf(tx, who.organiserId, who.language);
    if (!passed.some(({ id, side }) => id === successionId && side === 'passes-on'))
      return refuse('no-such-succession');
    return { clientIds: await carryOver(tx, successionId) };
  },
});

export const takeBackCarrying = act({
  name: 'takeBackCarrying',
  method: 'POST',
  path: '/api/setup/successions/{successionId}/take-back',
  says: 'Take back the latest time that clients were carried over, while nothing was recorded of it since, and say why; all is as it was before',
  input: z.strictObject({ successionId: zId, why: zWhy, seen: zSeen }),
  output: z.object({ clientIds: z.array(zId) }),
  may: carryingAccess.takeBackCarrying,
  audited: {
    clients: (_input, { clientIds }) => clientIds,
    detail: ({ successionId, why }) => ({ successionId, why }),
  },
  refuses: successionRefusals,
  conflicts: { carrying_is_latest: 'carrying-not-latest', carrying_stands_alone: 'recorded-since' },
  edits: ({ tx, input }) => standingCarrying(tx, input.successionId),
  run: async ({ tx, input: { successionId, why }, who, refuse }) => {
    const passed = await successionsOf(tx, who.organiserId, who.language);
    const succession = passed.find(({ id }) => id === successionId);
    if (!succession) return refuse('no-such-succession');
    if (succession.latestId === null) return refuse('nothing-carried');
    const later = await recordedLater(tx, succession.latestId);
    if (later.length > 0) {
      const words = successionTexts[who.language];
      return refuse('recorded-since', {
        detail: later.map(({ room, rows }) => words.later(words.rooms[laterRoom(room)], rows)).join(', '),
      });
    }
    return { clientIds: await undoCarrying(tx, succession.latestId, why) };
  },
});
