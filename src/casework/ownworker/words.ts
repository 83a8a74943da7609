// The own worker of a client: who is beside the client for as long as there is a client, named from a day on.
// Takes who answers for the client already, and what the assessment found of the need.
// Leaves below who is to be asked about the whole of a client's services.

import { z } from 'zod';
import { zId } from '../../kernel/id.ts';
import { zRange } from '../../kernel/range.ts';

export const zNaming = z.object({
  id: zId,
  workerId: zId,
  name: z.string(),
  phone: z.string().nullable(),
  during: zRange,
  /** Whether the worker has a post today; without one nobody is beside the client. */
  inPost: z.boolean(),
});
export type Naming = z.output<typeof zNaming>;

/** What a change of a naming writes, and must have seen. */
export const zNamingDetails = zNaming.pick({ workerId: true, during: true });

/** Named; needed and missing; another answers instead; found not to be needed; or nobody's client today. */
export const ownWorkerStands = ['named', 'needed', 'answered', 'unnecessary', 'none'] as const;
export type OwnWorkerStand = (typeof ownWorkerStands)[number];

/** What the need of an own worker follows from on a day. */
export interface OwnWorkerFacts {
  readonly named: boolean;
  /** Whether a matter waits or a service goes on. */
  readonly isClient: boolean;
  readonly answered: boolean;
  /** What the latest finished assessment says; null where there is none. */
  readonly assessedNeed: boolean | null;
}
