import { z } from 'zod';
import { zEdited, zSeen } from '../../kernel/seen.ts';
import { zService } from '../../kernel/service.ts';
import { act, ask } from '../../server/act.ts';
import { offeringsOn } from '../organiser/reads.ts';
import { rhythmAccess } from './access.ts';
import { rhythmsFrom, standingRhythm } from './reads.ts';
import { rhythmFault } from './rules.ts';
import { rhythmRefusals } from './texts.ts';
import { zRhythm, zRhythmOfService } from './words.ts';
import { replaceRhythm } from './writes.ts';

export const rhythms = ask({
  name: 'rhythms',
  method: 'GET',
  path: '/api/rhythms',
  says: 'Tell how often contacts are due in each service of one’s organiser, today and from days to come',
  input: z.strictObject({}),
  output: z.object({ offered: z.array(zService), rhythms: z.array(zRhythm) }),
  may: rhythmAccess.rhythms,
  audited: 'no-person',
  refuses: {},
  run: async ({ tx, who, today }) => ({
    offered: [...new Set((await offeringsOn(tx, who.organiserId, today)).map(({ service }) => service))],
    rhythms: await rhythmsFrom(tx, who.organiserId, today),
  }),
});

export const setRhythm = act({
  name: 'setRhythm',
  method: 'POST',
  path: '/api/rhythms',
  says: 'Set how often contacts are due in a service, in its starting and its steady phase, from a day on',
  input: zRhythmOfService.extend({ seen: zSeen }),
  output: zEdited,
  may: rhythmAccess.setRhythm,
  audited: { change: ({ seen: _, ...input }) => input },
  refuses: rhythmRefusals,
  edits: ({ tx, who, input, today }) => standingRhythm(tx, who.organiserId, input.service, today),
  run: async ({ tx, who, input, today, refuse }) => {
    if (input.from < today) return refuse('day-is-past', { field: 'from' });
    const offered = await offeringsOn(tx, who.organiserId, input.from);
    if (!offered.some(({ service }) => service === input.service)) return refuse('not-offered', { field: 'service' });
    const fault = rhythmFault(input);
    if (fault) return refuse(fault.code, { field: fault.field });
    await replaceRhythm(tx, who.organiserId, input);
    return { done: true as const };
  },
});
