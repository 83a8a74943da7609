// A client in an offering, from a day on: who answers for the client, and the breaks agreed on.
// Takes the decision that granted the service, and the offering in which it is given.
// Leaves below the relationship that placements, contacts and the exit happen in.

import { z } from 'zod';
import { zDay } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { zLine, zToldText } from '../../kernel/line.ts';
import { zRange } from '../../kernel/range.ts';
import { zService } from '../../kernel/service.ts';
import type { Refusable } from '../../server/act.ts';
import { zProvisionMode } from '../organiser/words.ts';

/** How an organiser's service names its responsible worker. */
export const allocationRules = ['own-coach', 'group-leader', 'named-official', 'none'] as const;
export type AllocationRule = (typeof allocationRules)[number];
export const zAllocationRule = z.enum(allocationRules);

export interface Allocation {
  readonly rule: AllocationRule;
  /** Besides: a social worker by the first letter of the surname is the client's case manager. */
  readonly caseManagerByLetter: boolean;
}

export const zResponsible = z.object({
  id: zId,
  workerId: zId,
  name: z.string(),
  role: z.enum(['coach', 'official']),
  during: zRange,
});

export const zPause = z.object({ id: zId, reason: z.string(), during: zRange, version: z.string() });
/** What an edit of a break writes. */
export const zPauseDetails = zPause.pick({ reason: true, during: true });

export const zRelationship = z.object({
  id: zId,
  service: zService,
  serviceName: z.string(),
  offeringId: zId,
  provisionMode: zProvisionMode,
  provider: z.string().nullable(),
  decisionId: zId.nullable(),
  during: zRange,
  rule: zAllocationRule,
  responsible: z.array(zResponsible),
  /** Of those named, for another naming to tell that it saw them; null while nobody is. */
  responsibleVersion: z.string().nullable(),
  pauses: z.array(zPause),
  /** Of its days, who answers and the breaks: what taking it back must have seen. */
  version: z.string(),
});
export type Relationship = z.output<typeof zRelationship>;

/** On what a service stands on a day: a decision in force, one that is over, or none that was ever recorded. */
export const footings = ['in-force', 'ended', 'without'] as const;
export const zFooting = z.object({ state: z.enum(footings), lastDay: zDay.nullable() });
export type Footing = z.output<typeof zFooting>;

export const zNewRelationship = z.strictObject({
  decisionId: zId,
  offeringId: zId,
  from: zDay,
  /** The named worker, where the organiser's rule names one; may be named later. */
  workerId: zId.nullable().default(null),
  /** Why it begins although the client is outside the group of the act, by what was recorded since the decision. */
  outsideBecause: zToldText.nullable().default(null),
});

export const zBreak = z.strictObject({ relationshipId: zId, reason: zLine.min(1), during: zRange });

/** How a service names its responsible worker, and since when. */
export const zAllocationOf = z.object({
  service: zService,
  rule: zAllocationRule,
  caseManagerByLetter: z.boolean(),
  during: zRange,
  /** Of all that is set for the service, for an edit to tell that it saw it. */
  version: z.string(),
});
export type AllocationOf = z.output<typeof zAllocationOf>;

/** Said where a service begins or is placed after something was recorded by which the client is outside the group of its act. */
export const outsideGroupSince = {
  fi: 'Asiakas ei päätöksen jälkeen tehtyjen kirjausten mukaan kuulu ryhmään, jota laki koskee. Kirjaa, miksi palvelu silti annetaan.',
  sv: 'Enligt det som antecknats efter beslutet hör klienten inte till den grupp som lagen gäller. Anteckna varför servicen ändå ges.',
  en: 'By what was recorded since the decision the client is outside the group of the act. Record why the service is given all the same.',
} as const satisfies Refusable;
