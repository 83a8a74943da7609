import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { Write } from '../../server/database/pool.ts';
import { newId } from '../../server/id.ts';
import type { EmployerDetails, WorkplaceDetails } from './words.ts';

export async function insertEmployer(
  tx: Write,
  organiserId: string,
  employer: EmployerDetails,
  from: Day,
): Promise<string> {
  const id = newId();
  await tx
    .insertInto('employer_employer')
    .values({
      id,
      organiser_id: organiserId,
      name: employer.name,
      business_code: employer.businessCode,
      sector: employer.sector,
      during: sql`daterange(${from}::date, null)`,
    })
    .execute();
  return id;
}

export async function updateEmployer(tx: Write, employerId: string, employer: EmployerDetails): Promise<void> {
  await tx
    .updateTable('employer_employer')
    .set({ name: employer.name, business_code: employer.businessCode, sector: employer.sector })
    .where('id', '=', employerId)
    .execute();
}

export async function insertWorkplace(
  tx: Write,
  organiserId: string,
  employerId: string,
  workplace: WorkplaceDetails,
  from: Day,
): Promise<string> {
  const id = newId();
  await tx
    .insertInto('employer_workplace')
    .values({
      id,
      organiser_id: organiserId,
      employer_id: employerId,
      name: workplace.name,
      street: workplace.street,
      municipality_code: workplace.municipalityCode,
      tasks: workplace.tasks,
      contact_name: workplace.contactName,
      contact_phone: workplace.contactPhone,
      during: sql`daterange(${from}::date, null)`,
    })
    .execute();
  return id;
}

export async function updateWorkplace(tx: Write, workplaceId: string, workplace: WorkplaceDetails): Promise<void> {
  await tx
    .updateTable('employer_workplace')
    .set({
      name: workplace.name,
      street: workplace.street,
      municipality_code: workplace.municipalityCode,
      tasks: workplace.tasks,
      contact_name: workplace.contactName,
      contact_phone: workplace.contactPhone,
    })
    .where('id', '=', workplaceId)
    .execute();
}

export async function endWorkplaceOn(tx: Write, workplaceId: string, on: Day): Promise<void> {
  await tx
    .updateTable('employer_workplace')
    .set({ during: sql`daterange(lower(during), ${on}::date)` })
    .where('id', '=', workplaceId)
    .execute();
}
