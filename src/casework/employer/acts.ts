import { z } from 'zod';
import { isBusinessCode } from '../../kernel/business-code.ts';
import { zDay } from '../../kernel/day.ts';
import { isFound } from '../../kernel/fold.ts';
import { zId } from '../../kernel/id.ts';
import { zDone, zEdited, zSeen } from '../../kernel/seen.ts';
import { act, ask, type Refuse } from '../../server/act.ts';
import { mustStand } from '../organiser/rules.ts';
import { employerAccess } from './access.ts';
import {
  employerOf,
  employersNamedOn,
  endedWorkplace,
  standingEmployer,
  standingWorkplace,
  theseEmployers,
  workplaceOf,
} from './reads.ts';
import { likelyTwins } from './rules.ts';
import { employerRefusals } from './texts.ts';
import { choicesAtOnce, type EmployerDetails, zEmployer, zEmployerDetails, zWorkplaceDetails } from './words.ts';
import { endWorkplaceOn, insertEmployer, insertWorkplace, updateEmployer, updateWorkplace } from './writes.ts';

const conflicts = {
  employer_employer_organiser_id_name_key: 'employer-name-taken',
  employer_name_once: 'employer-name-taken',
  employer_business_code_once: 'business-code-taken',
  employer_workplace_name_once: 'workplace-name-taken',
  employer_workplace_organiser_id_name_key: 'workplace-name-taken',
  workplace_within_employer: 'no-such-employer',
  employer_workplace_municipality_code_fkey: 'no-such-municipality',
} as const;

function mustHaveRightCode({ businessCode }: EmployerDetails, refuse: Refuse<typeof employerRefusals>): void {
  if (businessCode && !isBusinessCode(businessCode)) refuse('business-code-wrong', { field: 'businessCode' });
}

const emptied = (text: string | null): string | null => (text === '' ? null : text);

export const employers = ask({
  name: 'employers',
  // What is typed is told in the body: an address is kept in histories and logs.
  method: 'POST',
  path: '/api/employer-list',
  says: 'List the first employers by name: of all, of those that a text finds, or of those that are likely one',
  input: z.strictObject({
    text: z.string().max(200).optional(),
    /** Name and business code of one who may be among them already. */
    likeName: z.string().max(200).optional(),
    likeCode: z.string().max(20).optional(),
  }),
  output: z.object({
    employers: z.array(zEmployer),
    /** How many there are, whether shown or not. */
    total: z.int(),
  }),
  may: employerAccess.employers,
  audited: 'no-person',
  refuses: {},
  run: async ({ tx, input: { text = '', likeName, likeCode }, who, today }) => {
    const named = (await employersNamedOn(tx, who.organiserId, today)).filter(({ name }) => isFound(text, name));
    const like = { name: likeName ?? '', businessCode: emptied(likeCode ?? '') };
    const listed = likeName === undefined && likeCode === undefined ? named : likelyTwins(like, named);
    const ids = listed.slice(0, choicesAtOnce).map(({ id }) => id);
    return { employers: await theseEmployers(tx, who.organiserId, ids), total: listed.length };
  },
});

export const addEmployer = act({
  name: 'addEmployer',
  method: 'POST',
  path: '/api/employers',
  says: 'Add an employer with its first workplace',
  input: zEmployerDetails.extend({ workplace: zWorkplaceDetails }),
  output: z.object({ employerId: zId, workplaceId: zId }),
  may: employerAccess.addEmployer,
  audited: { change: (_input, made) => made },
  refuses: employerRefusals,
  conflicts,
  run: async ({ tx, input: { workplace, ...employer }, who, today, refuse }) => {
    mustHaveRightCode(employer, refuse);
    mustStand(workplace.municipalityCode, today, { refuse, language: who.language }, 'workplace.municipalityCode');
    const saved = { ...employer, businessCode: emptied(employer.businessCode) };
    const employerId = await insertEmployer(tx, who.organiserId, saved, today);
    return { employerId, workplaceId: await insertWorkplace(tx, who.organiserId, employerId, workplace, today) };
  },
});

export const changeEmployer = act({
  name: 'changeEmployer',
  method: 'PUT',
  path: '/api/employers/{employerId}',
  says: 'Change an employer’s name, business code or sector',
  input: zEmployerDetails.extend({ employerId: zId, seen: zSeen }),
  output: zEdited,
  may: employerAccess.changeEmployer,
  audited: { change: ({ employerId }) => ({ employerId }) },
  refuses: employerRefusals,
  // The database knows of every placement, also of clients whom this worker does not see.
  conflicts: { ...conflicts, rehabilitation_not_at_company: { code: 'rehabilitation-there', field: 'sector' } },
  edits: ({ tx, who, input }) => standingEmployer(tx, who.organiserId, input.employerId),
  run: async ({ tx, input: { employerId, seen: _, ...employer }, who, refuse }) => {
    if (!(await employerOf(tx, who.organiserId, employerId))) return refuse('no-such-employer');
    mustHaveRightCode(employer, refuse);
    await updateEmployer(tx, employerId, { ...employer, businessCode: emptied(employer.businessCode) });
    return { done: true as const };
  },
});

export const addWorkplace = act({
  name: 'addWorkplace',
  method: 'POST',
  path: '/api/employers/{employerId}/workplaces',
  says: 'Add a workplace of an employer, with its tasks and contact person',
  input: zWorkplaceDetails.extend({ employerId: zId }),
  output: z.object({ workplaceId: zId }),
  may: employerAccess.addWorkplace,
  audited: { change: ({ employerId }, made) => ({ employerId, ...made }) },
  refuses: employerRefusals,
  conflicts,
  run: async ({ tx, input: { employerId, ...workplace }, who, today, refuse }) => {
    if (!(await employerOf(tx, who.organiserId, employerId))) return refuse('no-such-employer');
    mustStand(workplace.municipalityCode, today, { refuse, language: who.language });
    return { workplaceId: await insertWorkplace(tx, who.organiserId, employerId, workplace, today) };
  },
});

export const changeWorkplace = act({
  name: 'changeWorkplace',
  method: 'PUT',
  path: '/api/workplaces/{workplaceId}',
  says: 'Change a workplace’s name, place, tasks or contact person',
  input: zWorkplaceDetails.extend({ workplaceId: zId, seen: zSeen }),
  output: zEdited,
  may: employerAccess.changeWorkplace,
  audited: { change: ({ workplaceId }) => ({ workplaceId }) },
  refuses: employerRefusals,
  conflicts,
  edits: ({ tx, who, input }) => standingWorkplace(tx, who.organiserId, input.workplaceId),
  run: async ({ tx, input: { workplaceId, seen: _, ...workplace }, who, today, refuse }) => {
    const before = await workplaceOf(tx, who.organiserId, workplaceId);
    if (!before) return refuse('no-such-workplace');
    if (workplace.municipalityCode !== before.municipalityCode)
      mustStand(workplace.municipalityCode, today, { refuse, language: who.language });
    await updateWorkplace(tx, workplaceId, workplace);
    return { done: true as const };
  },
});

export const endWorkplace = act({
  name: 'endWorkplace',
  method: 'POST',
  path: '/api/workplaces/{workplaceId}/end',
  says: 'End a workplace from a day on, when nobody is placed there any more',
  /** Seen is the end that is recorded already, where there is one. */
  input: z.strictObject({ workplaceId: zId, on: zDay, seen: zSeen }),
  output: zDone,
  may: employerAccess.endWorkplace,
  audited: { change: ({ workplaceId, on }) => ({ workplaceId, on }) },
  refuses: employerRefusals,
  edits: ({ tx, who, input }) => endedWorkplace(tx, who.organiserId, input.workplaceId),
  // The database knows of every placement, also of clients whom this worker does not see.
  conflicts: { placement_within_workplace: 'clients-placed-there' },
  run: async ({ tx, input, who, refuse }) => {
    const workplace = await workplaceOf(tx, who.organiserId, input.workplaceId);
    if (!workplace) return refuse('no-such-workplace');
    if (input.on <= workplace.during.from) return refuse('ends-before-begins', { field: 'on' });
    await endWorkplaceOn(tx, workplace.id, input.on);
    return { done: true as const };
  },
});
