import type { Day } from '../../kernel/day.ts';
import { contains } from '../../kernel/range.ts';
import { ownWorker, ownWorkerNeeded } from '../../law/act-2014-1301.ts';
import { versionOn } from '../../law/provision.ts';
import type { Naming, OwnWorkerFacts, OwnWorkerStand } from './words.ts';

/** Posts in which one can be beside a client through all services. */
export const ownWorkerPosts = ['social-worker', 'coach', 'rehabilitative-instructor'] as const;

/** Who is the own worker on a day, with a post to be it in. */
export function ownWorkerOn(namings: readonly Naming[], on: Day): Naming | null {
  return namings.find(({ during, inPost }) => inPost && contains(during, on)) ?? null;
}

/**
 * 1301/2014 § 42: a client has an own worker for as long as there is a client, unless another worker answers for the services or the
 * assessment found it plainly unnecessary.
 */
export function ownWorkerStand({ named, isClient, answered, assessedNeed }: OwnWorkerFacts, on: Day): OwnWorkerStand {
  if (named) return 'named';
  if (!isClient || !versionOn(ownWorker, on)) return 'none';
  const obviouslyUnnecessary = assessedNeed === false;
  if (ownWorkerNeeded({ anotherWorkerIsResponsible: answered, obviouslyUnnecessary })) return 'needed';
  return answered ? 'answered' : 'unnecessary';
}

/** Why nobody can be named from a day on: one named from the same day is taken back first. */
export function namingObstacle(namings: readonly Naming[], from: Day): 'named-then' | null {
  return namings.some(({ during }) => during.from === from) ? 'named-then' : null;
}
