import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { Day } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import type { Language } from '../../kernel/language.ts';
import { zSqlRange } from '../../kernel/range.ts';
import type { Standing } from '../../server/act.ts';
import type { Read } from '../../server/database/pool.ts';
import { rowsOf } from '../../server/database/statement.ts';
import { lastChange } from '../../server/last-writer.ts';
import { contentOf, withVersion } from '../../server/version.ts';
import {
  type Employer,
  type EmployersWorkplace,
  sectors,
  zEmployer,
  zEmployerDetails,
  zEmployersWorkplace,
  zWorkplaceDetails,
} from './words.ts';

const asSeen = withVersion(zEmployerDetails);
const workplaceAsSeen = withVersion(zWorkplaceDetails);

const zWorkplaceRow = zEmployersWorkplace.omit({ during: true, employer: true, version: true }).extend({
  during: zSqlRange,
  employerName: z.string(),
  businessCode: z.string().nullable(),
  sector: z.enum(sectors),
  employerDuring: zSqlRange,
});

async function workplaces(tx: Read, where: RawBuilder<unknown>, language: Language): Promise<EmployersWorkplace[]> {
  const { rows } = await rowsOf(zWorkplaceRow)`
    select w.id, w.employer_id as "employerId", w.name, w.street, w.municipality_code as "municipalityCode", ${language === 'sv' ? sql`m.name_sv` : sql`m.name_fi`} as municipality,
      w.tasks, w.contact_name as "contactName", w.contact_phone as "contactPhone", w.during,
      e.name as "employerName", e.business_code as "businessCode", e.sector, e.during as "employerDuring"
    from employer_workplace w join employer_employer e on e.id = w.employer_id
    left join organiser_municipality m on m.code = w.municipality_code
    where ${where} order by w.name, w.id`.execute(tx);
  return rows.map(({ employerName, businessCode, sector, employerDuring, during, ...row }) => ({
    ...workplaceAsSeen(row),
    during,
    employer: asSeen({ id: row.employerId, name: employerName, businessCode, sector, during: employerDuring }),
  }));
}

const zWorkplaceNamed = z.object({
  id: zId,
  sector: z.enum(sectors),
  /** Its own name and its employer's. */
  names: z.string(),
  /** What else it is found by. */
  more: z.string(),
});
type WorkplaceNamed = z.output<typeof zWorkplaceNamed>;

/** The workplaces of an organiser on a day, by name: as little of each as a county's thousands are looked through by. */
export async function workplacesNamedOn(tx: Read, organiserId: string, on: Day): Promise<WorkplaceNamed[]> {
  const { rows } = await rowsOf(zWorkplaceNamed)`
    select w.id, e.sector, w.name || ' ' || e.name as names,
      concat_ws(' ', e.business_code, w.tasks, m.name_fi, m.name_sv, w.contact_name, w.contact_phone) as more
    from employer_workplace w join employer_employer e on e.id = w.employer_id
    left join organiser_municipality m on m.code = w.municipality_code
    where w.organiser_id = ${organiserId} and w.during @> ${on}::date order by w.name, w.id`.execute(tx);
  return rows;
}

/** Workplaces of the organiser, by name. */
export function theseWorkplaces(
  tx: Read,
  organiserId: string,
  ids: readonly string[],
  language: Language,
): Promise<EmployersWorkplace[]> {
  return workplaces(tx, sql`w.organiser_id = ${organiserId} and w.id = any(${[...ids]}::uuid[])`, language);
}

/** One workplace of the organiser, also one that has ended, or null. */
export async function workplaceOf(
  tx: Read,
  organiserId: string,
  workplaceId: string,
  language: Language = 'fi',
): Promise<EmployersWorkplace | null> {
  return (await workplaces(tx, sql`w.organiser_id = ${organiserId} and w.id = ${workplaceId}`, language))[0] ?? null;
}

const zEmployersOnRow = zEmployer.omit({ version: true }).extend({ during: zSqlRange });

const zEmployerNamed = zEmployer.pick({ id: true, name: true, businessCode: true });

/** What the employers of an organiser are called on a day, by name: of a county's thousands no more is gone through. */
export async function employersNamedOn(tx: Read, organiserId: string, on: Day) {
  const { rows } = await rowsOf(zEmployerNamed)`
    select e.id, e.name, e.business_code as "businessCode" from employer_employer e
    where e.organiser_id = ${organiserId} and e.during @> ${on}::date order by e.name, e.id`.execute(tx);
  return rows;
}

/** Employers of the organiser, by name. */
export async function theseEmployers(tx: Read, organiserId: string, ids: readonly string[]): Promise<Employer[]> {
  const { rows } = await rowsOf(zEmployersOnRow)`
    select e.id, e.name, e.business_code as "businessCode", e.sector, e.during from employer_employer e
    where e.organiser_id = ${organiserId} and e.id = any(${[...ids]}::uuid[]) order by e.name, e.id`.execute(tx);
  return rows.map(asSeen);
}

/** One employer of the organiser, or null. */
export async function employerOf(tx: Read, organiserId: string, employerId: string): Promise<Employer | null> {
  const { rows } = await rowsOf(zEmployersOnRow)`
    select e.id, e.name, e.business_code as "businessCode", e.sector, e.during from employer_employer e
    where e.organiser_id = ${organiserId} and e.id = ${employerId}`.execute(tx);
  return rows.map(asSeen)[0] ?? null;
}

export async function standingEmployer(tx: Read, organiserId: string, employerId: string): Promise<Standing | null> {
  const employer = await employerOf(tx, organiserId, employerId);
  if (!employer) return null;
  return {
    content: contentOf(zEmployerDetails, employer),
    ...(await lastChange(tx, sql`employer_employer where id = ${employerId}`, employerId)),
  };
}

export async function standingWorkplace(tx: Read, organiserId: string, workplaceId: string): Promise<Standing | null> {
  const workplace = await workplaceOf(tx, organiserId, workplaceId);
  if (!workplace) return null;
  return {
    content: contentOf(zWorkplaceDetails, workplace),
    ...(await lastChange(tx, sql`employer_workplace where id = ${workplaceId}`, workplaceId)),
  };
}

/** What ending a workplace must have seen: nothing while no end is recorded. */
export async function endedWorkplace(tx: Read, organiserId: string, workplaceId: string): Promise<Standing | null> {
  const workplace = await workplaceOf(tx, organiserId, workplaceId);
  if (!workplace || workplace.during.to === null) return null;
  return {
    content: { during: workplace.during },
    ...(await lastChange(tx, sql`employer_workplace where id = ${workplaceId}`, workplaceId)),
  };
}
