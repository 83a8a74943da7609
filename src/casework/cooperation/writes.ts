import { z } from 'zod';
import { type Day, zDay } from '../../kernel/day.ts';
import { toSql } from '../../kernel/range.ts';
import type { Write } from '../../server/database/pool.ts';
import { change, rowsOf } from '../../server/database/statement.ts';
import { newId } from '../../server/id.ts';
import type { directions, ReferralOver, zLinkState, zOtherService, zOutcome } from './words.ts';

const zNextLink = z.object({ next: zDay.nullable() });

/** Sets how a link stands from a day on; how it stood before keeps its days, and what stands later does, too. */
export async function replaceLink(
  tx: Write,
  organiserId: string,
  link: {
    readonly group: string;
    readonly otherService: z.output<typeof zOtherService>;
    readonly state: z.output<typeof zLinkState>;
    readonly note: string | null;
    readonly from: Day;
  },
): Promise<void> {
  await change`delete from cooperation_link where organiser_id = ${organiserId} and service_group = ${link.group}
    and other_service = ${link.otherService} and lower(during) = ${link.from}::date`.execute(tx);
  await change`update cooperation_link set during = daterange(lower(during), ${link.from}::date)
    where organiser_id = ${organiserId} and service_group = ${link.group} and other_service = ${link.otherService}
      and during @> ${link.from}::date`.execute(tx);
  const { rows } = await rowsOf(zNextLink)`select min(lower(during)) as next from cooperation_link
    where organiser_id = ${organiserId} and service_group = ${link.group} and other_service = ${link.otherService}
      and lower(during) > ${link.from}::date`.execute(tx);
  await tx
    .insertInto('cooperation_link')
    .values({
      organiser_id: organiserId,
      service_group: link.group,
      other_service: link.otherService,
      state: link.state,
      note: link.note,
      during: toSql({ from: link.from, to: rows[0]?.next ?? null }),
    })
    .execute();
}

export async function insertCooperationReferral(
  tx: Write,
  organiserId: string,
  referral: {
    readonly clientId: string;
    readonly service: string;
    readonly otherService: z.output<typeof zOtherService>;
    readonly direction: (typeof directions)[number];
    readonly madeOn: Day;
  },
): Promise<string> {
  const id = newId();
  await tx
    .insertInto('cooperation_referral')
    .values({
      id,
      organiser_id: organiserId,
      client_id: referral.clientId,
      service: referral.service,
      other_service: referral.otherService,
      direction: referral.direction,
      made_on: referral.madeOn,
    })
    .execute();
  return id;
}

/** Writes what came of a referral, or that nothing is known yet. */
export async function updateReferralOutcome(
  tx: Write,
  referralId: string,
  outcome: z.output<typeof zOutcome> | null,
  on: Day | null,
): Promise<void> {
  await tx.updateTable('cooperation_referral').set({ outcome, outcome_on: on }).where('id', '=', referralId).execute();
}

export async function updateReferralOver(
  tx: Write,
  referralId: string,
  { otherService, direction, madeOn }: ReferralOver,
): Promise<void> {
  await tx
    .updateTable('cooperation_referral')
    .set({ other_service: otherService, direction, made_on: madeOn })
    .where('id', '=', referralId)
    .execute();
}

/** Takes away a referral with what came of it; its old versions remain. */
export async function deleteReferralOver(tx: Write, referralId: string): Promise<void> {
  await tx.deleteFrom('cooperation_referral').where('id', '=', referralId).execute();
}
