import { z } from 'zod';
import { agreementsAsking, agreementsOn } from '../../casework/agreement/reads.ts';
import { agreementOnDay, asksForWork, renewalHorizon, termsOf } from '../../casework/agreement/rules.ts';
import { zAgreementOnDay } from '../../casework/agreement/words.ts';
import { toldApart } from '../../casework/client/reads.ts';
import { employerAccess } from '../../casework/employer/access.ts';
import { theseWorkplaces, workplaceOf, workplacesNamedOn } from '../../casework/employer/reads.ts';
import { zEmployersWorkplace } from '../../casework/employer/words.ts';
import { municipalityChoicesOn } from '../../casework/organiser/reads.ts';
import { placementsOn, placesTakenOn } from '../../casework/placement/reads.ts';
import { zPlacement } from '../../casework/placement/words.ts';
import type { Day } from '../../kernel/day.ts';
import { isFound } from '../../kernel/fold.ts';
import { zId } from '../../kernel/id.ts';
import { choicesStanding } from '../../kernel/municipality.ts';
import { ask, inRole, type May, permittedOf, type Refusals, type Who, zPermitted } from '../../server/act.ts';
import { zCount } from '../../server/count.ts';
import type { Read } from '../../server/database/pool.ts';
import { firstRows, mostRows } from '../app/rows-told.ts';

/** Acts on a workplace that its page offers; each is offered to those who may. */
const offered = {
  changeWorkplace: employerAccess.changeWorkplace,
  changeEmployer: employerAccess.changeEmployer,
  endWorkplace: employerAccess.endWorkplace,
} as const satisfies Record<string, May>;

const caseRoles = ['coach', 'instructor', 'rehabilitative-instructor', 'social-worker'] as const;
const zMunicipality = z.object({ code: z.string(), name: z.string() });
const zListed = z.object({
  id: zId,
  name: z.string(),
  employer: z.string(),
  tasks: z.string().nullable(),
  municipality: z.string().nullable(),
  clients: z.int(),
  agreements: z.int(),
});

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
async function clientsApart<Row extends Named>(
  tx: Read,
  rows: readonly Row[],
  { language }: Who,
  on: Day,
  cut = false,
) {
  const named = rows.map((row) => ({ ...row, name: row.client }));
  return (await toldApart(tx, named, { on, language, cut })).map(({ name, ...row }) => ({ ...row, client: name }));
}

export const workplaceBoard = ask({
  name: 'workplaceBoard',
  // What is typed is told in the body: an address is kept in histories and logs.
  method: 'POST',
  path: '/api/workplace-list',
  says: 'List workplaces by name with the clients placed there today, or the agreements that are to be renewed or approved',
  input: z.strictObject({
    show: z.enum(['empty', 'renew', 'approve']).optional(),
    /** Finds workplaces by their names, employers, tasks, municipalities and contact persons. */
    text: z.string().max(200).optional(),
    limit: zCount(1, mostRows).optional(),
  }),
  output: z.object({
    /** None where agreements are shown. */
    workplaces: z.array(zListed),
    /** Agreements of one's own clients that are to be renewed or approved, where these are shown. */
    waiting: z.array(zAgreementOnDay),
    /** How many rows there are of what is shown, whatever the limit. */
    total: z.int(),
    counts: z.object({ all: z.int(), renew: z.int(), approve: z.int(), empty: z.int() }),
    /** Clients placed at all of the workplaces. */
    clients: z.int(),
    municipalities: z.array(zMunicipality),
  }),
  may: inRole(caseRoles),
  audited: { clients: (_input, { waiting }) => waiting.map(({ clientId }) => clientId) },
  refuses: {},
  run: async ({ tx, input: { show, text = '', limit = firstRows }, who, today }) => {
    const { organiserId } = who;
    const [taken, known, all, municipalities] = await Promise.all([
      placesTakenOn(tx, organiserId, today),
      agreementsAsking(tx, termsOf, who, today, renewalHorizon(today)),
      workplacesNamedOn(tx, organiserId, today),
      municipalityChoicesOn(tx, organiserId, today, who.language),
    ]);
    const takenAt = new Map(taken.map(({ workplaceId, taken: clients }) => [workplaceId, clients]));
    const agreements = Map.groupBy(
      known.map((one) => agreementOnDay(one, today)),
      asksForWork,
    );
    const [toRenew, toApprove] = [agreements.get('to-renew') ?? [], agreements.get('to-approve') ?? []];
    const waitingAt = Map.groupBy([...toRenew, ...toApprove], ({ workplaceId }) => workplaceId);
    const isEmpty = ({ id }: { readonly id: string }) => !takenAt.has(id);
    const asking = show === 'renew' ? toRenew : show === 'approve' ? toApprove : null;
    const matching = asking ? [] : all.filter(({ names, more }) => isFound(text, names, more));
    const listed = show === 'empty' ? matching.filter(isEmpty) : matching;
    const ids = listed.slice(0, limit).map(({ id }) => id);
    const waiting = asking?.slice(0, limit) ?? [];
    return {
      workplaces: (await theseWorkplaces(tx, organiserId, ids, who.language)).map(
        ({ id, name, employer, tasks, municipality }) => ({
          id,
          name,
          employer: employer.name,
          tasks,
          municipality,
          clients: takenAt.get(id) ?? 0,
          agreements: waitingAt.get(id)?.length ?? 0,
        }),
      ),
      waiting: await clientsApart(tx, waiting, who, today, waiting.length < (asking?.length ?? 0)),
      total: asking?.length ?? listed.length,
      counts: {
        all: all.length,
        renew: toRenew.length,
        approve: toApprove.length,
        empty: all.filter(isEmpty).length,
      },
      clients: all.reduce((sum, { id }) => sum + (takenAt.get(id) ?? 0), 0),
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
