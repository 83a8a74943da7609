/** What expires, as a list of it tells it: to those who handle the matters and to whoever supervises the work. */
import { z } from 'zod';
import { zDay } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { zService } from '../../kernel/service.ts';

/** What expires: the decision that a service stands on, the age until which its act means it, its service of notice, the plan. */
export const expiringKinds = ['ended', 'without', 'ending', 'age', 'unserved', 'plan'] as const;
type ExpiringKind = (typeof expiringKinds)[number];

interface ExpiringPart {
  readonly kind: ExpiringKind;
  /** Only what ends within these days. */
  readonly within?: number;
}

/** By what the list is counted and narrowed: a kind, or what ends sooner. A decision is told of in90.within days before it ends. */
export const expiringParts = {
  ended: { kind: 'ended' },
  without: { kind: 'without' },
  in30: { kind: 'ending', within: 30 },
  in60: { kind: 'ending', within: 60 },
  in90: { kind: 'ending', within: 90 },
  age: { kind: 'age' },
  unserved: { kind: 'unserved' },
  plan: { kind: 'plan' },
} as const satisfies Readonly<Record<string, ExpiringPart>>;
export type ExpiringShow = keyof typeof expiringParts;
export const expiringShows = Object.keys(expiringParts) as ExpiringShow[];

/** What shows the whole of a kind. */
export const wholeKind: Readonly<Record<ExpiringKind, ExpiringShow>> = {
  ended: 'ended',
  without: 'without',
  ending: 'in90',
  age: 'age',
  unserved: 'unserved',
  plan: 'plan',
};

export const zExpiring = z.object({
  kind: z.enum(expiringKinds),
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

const zExpiringRow = zExpiring.extend({
  /** Days to the last one, negative when it is past; null where there is none. */
  daysLeft: z.int().nullable(),
});

export const zExpiringList = z.object({
  rows: z.array(zExpiringRow),
  /** How many there are in all, whatever the limit: of each part, and of all kinds. */
  counts: z.partialRecord(z.enum(expiringShows), z.int()),
  total: z.int(),
  /** By what the list can be narrowed. */
  services: z.array(zService),
});
