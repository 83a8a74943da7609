/** What expires, as a list of it tells it: to those who handle the matters and to whoever supervises the work. */
import { z } from 'zod';
import { zDay } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { zService } from '../../kernel/service.ts';

/** What expires: the decision that a service stands on, the age until which its act means it, its service of notice, the plan. */
const kinds = ['ended', 'without', 'ending', 'age', 'unserved', 'plan'] as const;

export const zExpiring = z.object({
  kind: z.enum(kinds),
  /** The relationship, decision or plan. */
  id: zId,
  clientId: zId,
  relationshipId: zId.nullable(),
  name: z.string(),
  service: zService,
  serviceName: z.string(),
  /** Since when the client is in the service, or the decision or plan was made. */
  since: zDay,
  /** The last day that was decided or planned for, or of the age of the act; null where none ever was. */
  lastDay: zDay.nullable(),
  /** A new decision is made and waits to be carried out. */
  decided: z.boolean(),
  /** Going on is asked for and waits to be decided. */
  pending: z.boolean(),
  own: z.boolean(),
  who: z.string().nullable(),
  /** The matter that led to it, the latest of the client in the service; null where none was recorded. */
  referralId: zId.nullable(),
});
export type Expiring = z.output<typeof zExpiring>;

export const zExpiringRow = zExpiring.extend({
  /** Days to the last one, negative when it is past; null where there is none. */
  daysLeft: z.int().nullable(),
});
