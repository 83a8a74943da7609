import { sql } from 'kysely';
import type { z } from 'zod';
import type { Day } from '../../kernel/day.ts';
import type { Standing } from '../../server/act.ts';
import type { Read } from '../../server/database/pool.ts';
import { rowsOf } from '../../server/database/statement.ts';
import { lastChange } from '../../server/last-writer.ts';
import { contentOf, versionOf, withVersion } from '../../server/version.ts';

import { zCooperationReferral, zLink, zLinkDetails, zOutcomeDetails, zReferralOverSeen } from './words.ts';

const zLinkRow = zLink.omit({ version: true });

/** Links of an organiser's services on a day. */
export async function linksOn(tx: Read, organiserId: string, on: Day): Promise<z.output<typeof zLink>[]> {
  const { rows } = await rowsOf(zLinkRow)`
    select service_group as "group", other_service as "otherService", state, note, lower(during) as since from cooperation_link
    where organiser_id = ${organiserId} and during @> ${on}::date order by service_group, other_service`.execute(tx);
  return rows.map(withVersion(zLinkDetails));
}

const zReferralRow = zCooperationReferral.omit({ version: true, referralVersion: true });

/** A client's referrals over the links, newest first. */
export async function cooperationReferralsOf(
  tx: Read,
  clientId: string,
): Promise<z.output<typeof zCooperationReferral>[]> {
  const { rows } = await rowsOf(zReferralRow)`
    select id, service, other_service as "otherService", direction, made_on as "madeOn", outcome, outcome_on as "outcomeOn"
    from cooperation_referral where client_id = ${clientId} order by made_on desc, id desc`.execute(tx);
  return rows.map((row) => ({
    ...row,
    version: row.outcome === null ? null : versionOf(contentOf(zOutcomeDetails, row)),
    referralVersion: versionOf(contentOf(zReferralOverSeen, row)),
  }));
}

/** How cooperation is agreed on a day, as an edit of it must have seen it. */
export async function standingLink(
  tx: Read,
  organiserId: string,
  { group, otherService }: Pick<z.output<typeof zLink>, 'group' | 'otherService'>,
  on: Day,
): Promise<Standing | null> {
  const link = (await linksOn(tx, organiserId, on)).find(
    (one) => one.group === group && one.otherService === otherService,
  );
  if (!link) return null;
  return {
    content: contentOf(zLinkDetails, link),
    ...(await lastChange(
      tx,
      sql`cooperation_link where organiser_id = ${organiserId} and service_group = ${group} and other_service = ${otherService}`,
      organiserId,
    )),
  };
}

/** What came of a referral to another service, as an edit of it must have seen it; null while nothing is told. */
export async function standingOutcome(tx: Read, clientId: string, referralId: string): Promise<Standing | null> {
  const referral = (await cooperationReferralsOf(tx, clientId)).find(({ id }) => id === referralId);
  if (!referral || referral.version === null) return null;
  return {
    content: contentOf(zOutcomeDetails, referral),
    ...(await lastChange(tx, sql`cooperation_referral where id = ${referralId}`, clientId)),
  };
}

/** A referral to or from another service, as a correction of it must have seen it; null where there is none. */
export async function standingReferralOver(tx: Read, clientId: string, referralId: string): Promise<Standing | null> {
  const referral = (await cooperationReferralsOf(tx, clientId)).find(({ id }) => id === referralId);
  if (!referral) return null;
  return {
    content: contentOf(zReferralOverSeen, referral),
    ...(await lastChange(tx, sql`cooperation_referral where id = ${referralId}`, clientId)),
  };
}
