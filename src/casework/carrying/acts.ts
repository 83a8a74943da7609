import { z } from 'zod';
import { zId } from '../../kernel/id.ts';
import { act, ask, permittedOf, zPermitted } from '../../server/act.ts';
import { carryingAccess } from './access.ts';
import { successionsOf, toCarry } from './reads.ts';
import { successionRefusals } from './texts.ts';
import { zSuccession, zToCarry } from './words.ts';
import { carryOver } from './writes.ts';

const offered = { carryOverClients: carryingAccess.carryOverClients };

export const successions = ask({
  name: 'successions',
  method: 'GET',
  path: '/api/setup/successions',
  says: 'Tell which tasks of one’s organiser passed or will pass from or to another, who came along, and who is still to be carried over',
  input: z.strictObject({}),
  output: z.object({
    successions: z.array(zSuccession.extend({ toCarry: zToCarry.nullable() })),
    permitted: zPermitted(offered),
  }),
  may: carryingAccess.successions,
  audited: 'no-person',
  refuses: {},
  run: async ({ tx, who }) => {
    const passed = await successionsOf(tx, who.organiserId, who.language);
    return {
      successions: await Promise.all(
        passed.map(async (one) => ({ ...one, toCarry: one.side === 'passes-on' ? await toCarry(tx, one.id) : null })),
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
  conflicts: { succession_has_come: 'succession-not-yet' },
  run: async ({ tx, input: { successionId }, who, refuse }) => {
    const passed = await successionsOf(tx, who.organiserId, who.language);
    if (!passed.some(({ id, side }) => id === successionId && side === 'passes-on'))
      return refuse('no-such-succession');
    return { clientIds: await carryOver(tx, successionId) };
  },
});
