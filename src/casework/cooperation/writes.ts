import type { Day } from '../../kernel/day.ts';
import type { Write } from '../../server/database/pool.ts';
import { change } from '../../server/database/statement.ts';
import { newId } from '../../server/id.ts';

/** Sets how a link stands from a day on; how it stood before keeps its days. */
export async function replaceLink(
  tx: Write,
  organiserId: string,
  link: {
    readonly group: string;
    readonly otherService: string;
    readonly state: string;
    readonly note: string | null;
    readonly from: Day;
  },
): Promise<void> {
  await change`delete from cooperation_link where organiser_id = ${organiserId} and service_group = ${link.group}
    and other_service = ${link.otherService} and lower(during) >= ${link.from}::date`.execute(tx);
  await change`update cooperation_link set during = daterange(lower(during), ${link.from}::date)
    where organiser_id = ${organiserId} and service_group = ${link.group} and other_service = ${link.otherService}
      and during @> ${link.from}::date`.execute(tx);
  await change`insert into cooperation_link (organiser_id, service_group, other_service, state, note, during)
    values (${organiserId}, ${link.group}, ${link.otherService}, ${link.state}, ${link.note}, daterange(${link.from}::date, null))`.execute(
    tx,
  );
}

export async function insertCooperationReferral(
  tx: Write,
  organiserId: string,
  referral: {
    readonly clientId: string;
    readonly service: string;
    readonly otherService: string;
    readonly direction: string;
    readonly madeOn: Day;
  },
): Promise<string> {
  const id = newId();
  await change`insert into cooperation_referral (id, organiser_id, client_id, service, other_service, direction, made_on)
    values (${id}, ${organiserId}, ${referral.clientId}, ${referral.service}, ${referral.otherService}, ${referral.direction}, ${referral.madeOn})`.execute(
    tx,
  );
  return id;
}

export async function updateOutcome(tx: Write, referralId: string, outcome: string, on: Day): Promise<void> {
  await change`update cooperation_referral set outcome = ${outcome}, outcome_on = ${on} where id = ${referralId}`.execute(
    tx,
  );
}
