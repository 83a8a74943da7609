// Agreed links to other services, and each referral made over them with what came of it.
// Takes the organiser's groups of services, and the client whom a referral concerns.
// Leaves below what the questionnaire asks of cooperation (Q9, Q10).

import { z } from 'zod';
import { zDay } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { zService } from '../../kernel/service.ts';
import { zServiceGroup } from '../organiser/words.ts';

/** The eight services that the questionnaire names. */
export const namedServices = [
  'social-rehabilitation',
  'te-services',
  'kela-rehabilitation',
  'municipal-employment',
  'mental-health-and-substance',
  'adult-social-work',
  'ohjaamo',
  'typ',
] as const;
export const otherServices = [
  ...namedServices,
  'disability-services',
  'health-services',
  'physiotherapy',
  'hospital-social-work',
  'other',
] as const;
export const zOtherService = z.enum(otherServices);
export type OtherService = (typeof otherServices)[number];

export const linkStates = ['agreed', 'as-needed', 'none', 'in-house'] as const;
export const zLinkState = z.enum(linkStates);

export const referralOutcomes = ['started', 'refused', 'no-place', 'not-known'] as const;
export const zOutcome = z.enum(referralOutcomes);
export const directions = ['to', 'from'] as const;

export const zLink = z.object({
  group: zServiceGroup,
  otherService: zOtherService,
  state: zLinkState,
  note: z.string().nullable(),
  since: zDay,
  version: z.string(),
});
/** What an edit of a link writes. */
export const zLinkDetails = zLink.pick({ state: true, note: true, since: true });

export const zCooperationReferral = z.object({
  id: zId,
  service: zService,
  otherService: zOtherService,
  direction: z.enum(directions),
  madeOn: zDay,
  outcome: zOutcome.nullable(),
  outcomeOn: zDay.nullable(),
  /** Of the outcome, for an edit to tell that it saw it; null while there is none. */
  version: z.string().nullable(),
  /** Of the referral itself, for a correction to tell that it saw it. */
  referralVersion: z.string(),
});
export const zReferralOver = zCooperationReferral.pick({ otherService: true, direction: true, madeOn: true });
export type ReferralOver = z.output<typeof zReferralOver>;
export const zOutcomeDetails = zCooperationReferral.pick({ outcome: true, outcomeOn: true });
/** What a correction of a referral over must have seen: what came of it too. */
export const zReferralOverSeen = zReferralOver.extend(zOutcomeDetails.shape);
