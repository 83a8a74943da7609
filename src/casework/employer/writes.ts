import type { Day } from '../../kernel/day.ts';
import type { Write } from '../../server/database/pool.ts';
import { change } from '../../server/database/statement.ts';
import { newId } from '../../server/id.ts';
import type { EmployerDetails, WorkplaceDetails } from './words.ts';

export async function insertEmployer(
  tx: Write,
  organiserId: string,
  employer: EmployerDetails,
  from: Day,
): Promise<string> {
  const id = newId();
  await change`insert into employer_employer (id, organiser_id, name, business_code, sector, during)
    values (${id}, ${organiserId}, ${employer.name}, ${employer.businessCode}, ${employer.sector}, daterange(${from}::date, null))`.execute(
    tx,
  );
  return id;
}

export async function updateEmployer(tx: Write, employerId: string, employer: EmployerDetails): Promise<void> {
  await change`update employer_employer set name = ${employer.name}, business_code = ${employer.businessCode}, sector = ${employer.sector}
    where id = ${employerId}`.execute(tx);
}

export async function insertWorkplace(
  tx: Write,
  organiserId: string,
  employerId: string,
  workplace: WorkplaceDetails,
  from: Day,
): Promise<string> {
  const id = newId();
  await change`insert into employer_workplace (id, organiser_id, employer_id, name, street, municipality_code, tasks, contact_name, contact_phone, during)
    values (${id}, ${organiserId}, ${employerId}, ${workplace.name}, ${workplace.street}, ${workplace.municipalityCode}, ${workplace.tasks},
      ${workplace.contactName}, ${workplace.contactPhone}, daterange(${from}::date, null))`.execute(tx);
  return id;
}

export async function updateWorkplace(tx: Write, workplaceId: string, workplace: WorkplaceDetails): Promise<void> {
  await change`update employer_workplace set name = ${workplace.name}, street = ${workplace.street},
      municipality_code = ${workplace.municipalityCode}, tasks = ${workplace.tasks}, contact_name = ${workplace.contactName},
      contact_phone = ${workplace.contactPhone} where id = ${workplaceId}`.execute(tx);
}

export async function endWorkplaceOn(tx: Write, workplaceId: string, on: Day): Promise<void> {
  await change`update employer_workplace set during = daterange(lower(during), ${on}::date) where id = ${workplaceId}`.execute(
    tx,
  );
}
