/** A client who takes part: referred, decided, begun and placed by the acts, as everybody's test of what comes after needs. */

import { decide, decisionFrame } from '../src/casework/decision/acts.ts';
import { addEmployer } from '../src/casework/employer/acts.ts';
import { place } from '../src/casework/placement/acts.ts';
import { startRelationship } from '../src/casework/relationship/acts.ts';
import { type Day, day, type Weekday } from '../src/kernel/day.ts';
import type { Service } from '../src/kernel/service.ts';
import type { NewReferral, World } from './world.ts';

interface Takes extends NewReferral {
  readonly service: Service;
  /** A group of the organiser's; without it the client is at the workplace. */
  readonly group?: string;
  readonly workplaceId?: string;
  readonly weekdays?: readonly number[];
  readonly meal?: boolean;
  readonly from?: Day;
}

export interface PartTaken {
  readonly clientId: string;
  readonly relationshipId: string;
  readonly placementId: string;
}

/** Workdays from Monday to Friday unless others are named, since 1.3.2021. */
export async function takingPart(world: World, input: Takes): Promise<PartTaken> {
  const { group, workplaceId, weekdays = [1, 2, 3, 4, 5], meal = false, from = day('2021-03-01'), ...referral } = input;
  const official = referral.organiser === 'rauma' ? 'rauma-social-worker-a' : 'pori-social-worker';
  const organiser = world[referral.organiser ?? 'pori'];
  const { clientId, referralId } = await world.refer({ ...referral, receivedOn: '2021-01-11' });
  const decidedOn = day('2021-02-01');
  const { provisions } = await world.perform(decisionFrame, { clientId, referralId }, official, decidedOn);
  const { decisionId } = await world.perform(
    decide,
    {
      clientId,
      referralId,
      outcome: 'grant',
      decidedOn,
      during: { from: '2021-02-08', to: null },
      reasons: 'Vastaa tarvetta.',
      provisions: provisions.map(({ id }) => id),
    },
    official,
    decidedOn,
  );
  const offeringId = organiser.offerings[input.service] as string;
  const coach = referral.organiser === 'rauma' ? 'rauma-coach' : 'pori-coach';
  const { relationshipId } = await world.perform(
    startRelationship,
    { clientId, decisionId, offeringId, from, workerId: group ? null : world.workerId(coach) },
    official,
  );
  const { placementId } = await world.perform(
    place,
    {
      clientId,
      relationshipId,
      groupId: group ? (organiser.groups[group] as string) : null,
      workplaceId: workplaceId ?? null,
      slots: weekdays.map((weekday) => ({ weekday: weekday as Weekday, half: 'am' as const })),
      meal,
      from,
    },
    official,
  );
  return { clientId, relationshipId, placementId };
}

/** An employer of Pori's with one workplace. */
export async function partAtWorkplace(
  world: World,
  name: string,
): Promise<{ employerId: string; workplaceId: string }> {
  return world.perform(
    addEmployer,
    { name, sector: 'private', workplace: { name: `${name}, piste`, contactName: 'Mattila Kari' } },
    'pori-coach',
    day('2021-01-04'),
  );
}
