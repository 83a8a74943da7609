// Who works: workers, their posts and shares of full time, the letters and groups that they answer for.
// Takes organisers, units and groups from above.
// Leaves below the workers whom relationships, contacts and decisions name.
import { z } from 'zod';
import { zRange } from '../../kernel/range.ts';
import { roles } from '../../platform/relation.ts';

export const zRole = z.enum(roles);

export const zWorker = z.object({ id: z.uuid(), name: z.string(), roles: z.array(zRole) });
export type Worker = z.output<typeof zWorker>;

/** A stretch of the alphabet that one worker answers for; letters by their order in the alphabet, A=0 to Ö=28, last exclusive. */
export interface LetterShare {
  readonly workerId: string;
  readonly from: number;
  readonly to: number;
}

/** A group with who leads it on a day; no leader where nobody was named. */
export const zGroupLead = z.object({
  groupId: z.uuid(),
  group: z.string(),
  unit: z.string(),
  rotationMonths: z.int().nullable(),
  workerId: z.uuid().nullable(),
  leader: z.string().nullable(),
  during: zRange.nullable(),
  /** Who leads after that, turn by turn. */
  next: z.array(z.string()),
});
export type GroupLead = z.output<typeof zGroupLead>;
