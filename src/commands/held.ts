/** The relations of a worker to a client, as the documents of access tell them. */
import type { Relation } from '../kernel/relation.ts';
import { administrative, arranging, implementing, wideResponsibility } from '../law/decree-2024-457.ts';
import type { Provision } from '../law/provision.ts';

interface Held {
  readonly who: string;
  readonly until: string;
  readonly ground: readonly Provision[];
}

const after = '30 days after its end, to finish what was left open';

/** Who has a relation, until when, and the class of tasks that it rests on. */
export const relationsHeld: Readonly<Record<Relation, Held>> = {
  responsible_for: {
    who: "the named worker of a client relationship, and the client's case manager",
    until: after,
    ground: [arranging, implementing],
  },
  coach_of: {
    who: 'job coaches of the organiser, who stand in for one another in open work and supported employment',
    until: after,
    ground: [implementing],
  },
  receiver_of: {
    who: 'those who receive referrals of a service',
    until:
      'the day on which the matter is denied or withdrawn; while it waits for its decision at most a year; of a granted one until the service has begun and 30 days, at most half a year',
    ground: [arranging],
  },
  leader_of: { who: "who leads the client's group", until: after, ground: [implementing] },
  instructor_of: {
    who: 'instructors of the unit where the client takes part',
    until: after,
    ground: [implementing],
  },
  official_for: {
    who: 'social workers, for clients with a current matter of the service tasks of their post, or whom they opened for a stated reason',
    until:
      '30 days after the service, the matter or its withdrawal ended; 60 days after a denial or a request for rectification was decided; a day after opening',
    ground: [wideResponsibility, arranging],
  },
  paymaster_for: {
    who: 'finance, for clients with an account in the service tasks of their post, for money only',
    until: 'the end of the third year after the last day in a place, while vouchers are kept',
    ground: [administrative],
  },
  keeper_of: {
    who: 'social workers of the organiser, for every client: that one is a client, name, birthday and home municipality, nothing more',
    until: 'the end of the post',
    ground: [wideResponsibility],
  },
  supervisor_of: {
    who: 'managers, for clients with a current matter of the service tasks of their post, and of a post with a team those for whom somebody of the team answers; in acts of supervision only, which change nothing',
    until: 'as for officials, without what was opened for a reason',
    ground: [administrative],
  },
};
