import { z } from 'zod';
import { agreementsOn } from '../../casework/agreement/reads.ts';
import { agreementOnDay, asksForWork, termsOf } from '../../casework/agreement/rules.ts';
import { zAgreementOnDay } from '../../casework/agreement/words.ts';
import { employerAccess } from '../../casework/employer/access.ts';
import { workplaceOf, workplacesOn } from '../../casework/employer/reads.ts';
import { zEmployersWorkplace } from '../../casework/employer/words.ts';
import { municipalityChoicesOn } from '../../casework/organiser/reads.ts';
import { placementsOn, placesTakenOn } from '../../casework/placement/reads.ts';
import { zPlacement } from '../../casework/placement/words.ts';
import { zId } from '../../kernel/id.ts';
import { ask, inRole, type May, permittedOf, type Refusals, zPermitted } from '../../server/act.ts';

/** Acts on a workplace that its page offers; each is offered to those who may. */
const offered = {
  changeWorkplace: employerAccess.changeWorkplace,
  changeEmployer: employerAccess.changeEmployer,
  endWorkplace: employerAccess.endWorkplace,
} as const satisfies Record<string, May>;

const caseRoles = ['coach', 'instructor', 'rehabilitative-instructor', 'social-worker'] as const;
const zMunicipality = z.object({ code: z.string(), name: z.string() });

const refusals = {
  'no-such-workplace': {
    status: 404,
    fi: 'Työpaikkaa ei löytynyt',
    sv: 'Arbetsplatsen hittades inte',
    en: 'The workplace was not found',
  },
} as const satisfies Refusals;

export const workplaceBoard = ask({
  name: 'workplaceBoard',
  method: 'GET',
  path: '/api/workplaces',
  says: 'List workplaces with the clients placed there today, and the agreements that wait for something',
  input: z.strictObject({}),
  output: z.object({
    workplaces: z.array(zEmployersWorkplace.extend({ clients: z.int(), agreements: z.int() })),
    /** Agreements of one's own clients that are to be renewed or approved. */
    waiting: z.array(zAgreementOnDay),
    municipalities: z.array(zMunicipality),
  }),
  may: inRole(caseRoles),
  audited: { clients: (_input, { waiting }) => waiting.map(({ clientId }) => clientId) },
  refuses: {},
  run: async ({ tx, who, today }) => {
    const { organiserId } = who;
    const taken = await placesTakenOn(tx, organiserId, today);
    const agreements = (await agreementsOn(tx, termsOf, { organiserId }, today)).map((one) =>
      agreementOnDay(one, today),
    );
    const waiting = agreements.filter((one) => asksForWork(one) !== null);
    return {
      workplaces: (await workplacesOn(tx, organiserId, today, who.language)).map((workplace) => ({
        ...workplace,
        clients: taken.find(({ workplaceId }) => workplaceId === workplace.id)?.taken ?? 0,
        agreements: waiting.filter(({ workplaceId }) => workplaceId === workplace.id).length,
      })),
      waiting,
      municipalities: await municipalityChoicesOn(tx, organiserId, today, who.language),
    };
  },
});

export const workplace = ask({
  name: 'workplace',
  method: 'GET',
  path: '/api/workplaces/{workplaceId}',
  says: 'Open one workplace: tasks, contact person, one’s own clients placed there and their agreements',
  input: z.strictObject({ workplaceId: zId }),
  output: z.object({
    workplace: zEmployersWorkplace,
    /** All who are placed there today, also clients of others. */
    clients: z.int(),
    placements: z.array(zPlacement),
    agreements: z.array(zAgreementOnDay),
    municipalities: z.array(zMunicipality),
    permitted: zPermitted(offered),
  }),
  may: inRole(caseRoles),
  audited: {
    clients: (_input, { placements, agreements }) => [...placements, ...agreements].map(({ clientId }) => clientId),
  },
  refuses: refusals,
  run: async ({ tx, input: { workplaceId }, who, today, refuse }) => {
    const match = await workplaceOf(tx, who.organiserId, workplaceId, who.language);
    if (!match) return refuse('no-such-workplace');
    const taken = await placesTakenOn(tx, who.organiserId, today);
    return {
      workplace: match,
      clients: taken.find((one) => one.workplaceId === workplaceId)?.taken ?? 0,
      placements: await placementsOn(tx, { workplaceId }, today),
      agreements: (await agreementsOn(tx, termsOf, { workplaceId }, today)).map((one) => agreementOnDay(one, today)),
      municipalities: await municipalityChoicesOn(tx, who.organiserId, today, who.language),
      permitted: permittedOf(offered, who, []),
    };
  },
});
