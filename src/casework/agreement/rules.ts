import { addMonths, addYears, type Day } from '../../kernel/day.ts';
import { contains, earlierEnd, type Range } from '../../kernel/range.ts';
import type { Service } from '../organiser/words.ts';
import {
  type Agreement,
  type AgreementBasis,
  type AgreementOnDay,
  type AgreementState,
  type Approval,
  agreedServices,
  parties,
} from './words.ts';

/** Whether a placement of the service is to have an agreement of client, employer and organiser. */
export function needsAgreement(service: Service): boolean {
  return (agreedServices as readonly Service[]).includes(service);
}

/**
 * 189/2001 section 2: rehabilitative work is no employment; supported employment is, by an employment contract of its
 * own; job coaching may stand beside one; open work is an activity of the organiser's.
 */
export function agreementBasis(service: Service): AgreementBasis {
  if (service === 'supported-employment') return 'employment';
  if (service === 'rehabilitative-work') return 'rehabilitation';
  return service === 'job-coaching' ? 'coaching' : 'activity';
}

/** The day up to which agreements are to be renewed, seen from a day: those that end within a month. */
export function renewalHorizon(on: Day): Day {
  return addMonths(on, 1);
}

/** Approvals of the content as it stands now; a word changed withdraws those given before. */
function standing({ approvals, contentHash }: AgreedParts): Approval[] {
  return approvals.filter((approval) => approval.contentHash === contentHash);
}

/** As much of an agreement as where it is on a day follows from. */
export interface AgreedParts extends Pick<Agreement, 'during' | 'placedDuring' | 'renewed' | 'contentHash'> {
  readonly approvals: readonly Approval[];
}

/** A paper may have been signed before it was recorded, yet not years before what it is about begins. */
export function mayBeApprovedOn({ during }: Pick<Agreement, 'during'>, on: Day, today: Day): boolean {
  return on <= today && on >= addYears(during.from, -1);
}

/** Where an agreement is on a day, folded from its days, its placement's days and the approvals given by then. */
export function agreementStateOn(agreement: AgreedParts, on: Day): AgreementState {
  const approved = standing(agreement).filter(({ approvedOn }) => approvedOn <= on);
  const waitingFor = parties.filter((party) => !approved.some((approval) => approval.party === party));
  return { state: stateNameOn(agreement, waitingFor.length, on), waitingFor, approved };
}

function stateNameOn(
  { during, placedDuring, renewed }: Pick<Agreement, 'during' | 'placedDuring' | 'renewed'>,
  waiting: number,
  on: Day,
): AgreementState['state'] {
  const end = earlierEnd(during.to, placedDuring.to);
  if (end !== null && on >= end) return contains(placedDuring, on) && !renewed ? 'lapsed' : 'ended';
  if (waiting > 0) return waiting === parties.length ? 'draft' : 'waiting';
  if (on < during.from) return 'agreed';
  // A placement that ends with its agreement needs no other.
  const goesOn = during.to !== null && contains(placedDuring, during.to);
  return goesOn && !renewed && during.to <= renewalHorizon(on) ? 'to-renew' : 'in-force';
}

/** Whether an agreement in that state binds the three: all have approved it and its days run. */
export function isInForce({ state }: Pick<AgreementState, 'state'>): boolean {
  return state === 'in-force' || state === 'to-renew';
}

/** The days on which an agreement was in force: from its last approval on, as long as it and its placement hold; null for none. */
export function forceOf(agreement: AgreedParts): Range | null {
  const approved = standing(agreement);
  if (parties.some((party) => !approved.some((approval) => approval.party === party))) return null;
  const from = [agreement.during.from, ...approved.map(({ approvedOn }) => approvedOn)].toSorted().at(-1) as Day;
  const to = earlierEnd(agreement.during.to, agreement.placedDuring.to);
  return to === null || from < to ? { from, to } : null;
}

/** An agreement with where it is on a day, without approvals that no longer hold. */
export function agreementOnDay(agreement: Agreement, on: Day): AgreementOnDay {
  const { approvals: _, ...told } = agreement;
  return { ...told, ...agreementStateOn(agreement, on) };
}

/** The state in which an agreement asks something of its parties or their worker. */
export function asksForWork({ state }: Pick<AgreementState, 'state'>): 'to-renew' | 'to-approve' | null {
  if (state === 'to-renew' || state === 'lapsed') return 'to-renew';
  return state === 'draft' || state === 'waiting' ? 'to-approve' : null;
}
