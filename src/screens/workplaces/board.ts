import { z } from 'zod';
import { agreementsOn } from '../../casework/agreement/reads.ts';
import { agreementOnDay, asksForWork, termsOf } from '../../casework/agreement/rules.ts';
import { zAgreementOnDay } from '../../casework/agreement/words.ts';
import { toldApart } from '../../casework/client/reads.ts';
import { employerAccess } from '../../casework/employer/access.ts';
import { workplaceOf, workplacesOn } from '../../casework/employer/reads.ts';
import { zEmployersWorkplace } from '../../casework/employer/words.ts';
import { municipalityChoicesOn } from '../../casework/organiser/reads.ts';
import { placementsOn, placesTakenOn } from '../../casework/placement/reads.ts';
import { zPlacement } from '../../casework/placement/words.ts';
import type { Day } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { choicesStanding } from '../../kernel/municipality.ts';
import { ask, inRole, type May, permittedOf, type Refusals, type Who, zPermitted } from '../../server/act.ts';
import type { Read } from '../../server/database/pool.ts';

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

type Named = { readonly clientId: string; readonly client: string };

/** Rows that name a client, those of one name told apart: one approves and renews from them. */
async function clientsApart<Row extends Named>(tx: Read, rows: readonly Row[], { language }: Who, on: Day) {
  const named = rows.map((row) => ({ ...row, name: row.client }));
  return (await toldApart(tx, named, { on, language })).map(({ name, ...row }) => ({ ...row, client: name }));
}

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
    const [taken, known, workplaces, municipalities] = await Promise.all([
      placesTakenOn(tx, organiserId, today),
      agreementsOn(tx, termsOf, who, today),
      workplacesOn(tx, organiserId, today, who.language),
      municipalityChoicesOn(tx, organiserId, today, who.language),
    ]);
    const agreements = known.map((one) => agreementOnDay(one, today));
    const waiting = await clientsApart(
      tx,
      agreements.filter((one) => asksForWork(one) !== null),
      who,
      today,
    );
    const takenAt = new Map(taken.map(({ workplaceId, taken: clients }) => [workplaceId, clients]));
    const waitingAt = Map.groupBy(waiting, ({ workplaceId }) => workplaceId);
    return {
      workplaces: workplaces.map((workplace) => ({
        ...workplace,
        clients: takenAt.get(workplace.id) ?? 0,
        agreements: waitingAt.get(workplace.id)?.length ?? 0,
      })),
      waiting,
      municipalities: choicesStanding(municipalities, today),
    };
  },
});

/** Municipalities to choose from, with the one in which the workplace is also where that left the area or ceased. */
function withOwn(
  choices: readonly z.output<typeof zMunicipality>[],
  { municipalityCode: code, municipality }: z.output<typeof zEmployersWorkplace>,
): z.output<typeof zMunicipality>[] {
  return code === null || choices.some((one) => one.code === code)
    ? [...choices]
    : [...choices, { code, name: municipality ?? code }];
}

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
    const agreements = await agreementsOn(tx, termsOf, { workplaceId }, today);
    return {
      workplace: match,
      clients: taken.find((one) => one.workplaceId === workplaceId)?.taken ?? 0,
      placements: await clientsApart(tx, await placementsOn(tx, { workplaceId }, today), who, today),
      agreements: (await clientsApart(tx, agreements, who, today)).map((one) => agreementOnDay(one, today)),
      municipalities: withOwn(
        choicesStanding(await municipalityChoicesOn(tx, who.organiserId, today, who.language), today),
        match,
      ),
      permitted: permittedOf(offered, who, []),
    };
  },
});
