// Refusal: a demand to correct an error in a decision that the authority does not correct, and the paper that says so.
// Takes the decision that it is about, and the right to decide on its service.
// Leaves below nothing: the decision stands as it was, and no appeal may be made against the refusal.

import { z } from 'zod';
import { zDay } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { zToldPaperText } from '../../kernel/line.ts';
import { ways, zNotice } from '../client/words.ts';

export const zNewRefusal = z.strictObject({
  demandedOn: zDay,
  /** What the client says is wrong. */
  demand: zToldPaperText,
  /** Why it is not corrected. */
  reasons: zToldPaperText,
});

export const zRefusal = z.object({
  id: zId,
  decisionId: zId,
  /** Of the decision: 57/2021. */
  number: z.string(),
  demandedOn: zDay,
  demand: z.string(),
  refusedOn: zDay,
  reasons: z.string(),
  refusedById: zId,
  refusedBy: z.string(),
  delegation: z.string(),
  way: z.enum(ways).nullable(),
  servedOn: zDay.nullable(),
  /** To whom it was given. */
  notices: z.array(zNotice),
});
export type Refusal = z.output<typeof zRefusal>;

/** What taking it back must have seen: its service too. */
export const zRefusalDetails = zRefusal.pick({
  demandedOn: true,
  demand: true,
  refusedOn: true,
  reasons: true,
  way: true,
  servedOn: true,
  notices: true,
});
