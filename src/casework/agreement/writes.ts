import type { Day } from '../../kernel/day.ts';
import { toSql } from '../../kernel/range.ts';
import type { Write } from '../../server/database/pool.ts';
import { change } from '../../server/database/statement.ts';
import { newId } from '../../server/id.ts';
import type { AgreementContent, AgreementParty } from './words.ts';

interface Whose {
  readonly organiserId: string;
  readonly clientId: string;
}

export async function insertAgreement(
  tx: Write,
  whose: Whose,
  placementId: string,
  { tasks, hours, during }: AgreementContent,
): Promise<string> {
  const id = newId();
  await change`insert into agreement_agreement (id, organiser_id, client_id, placement_id, tasks, hours, during)
    values (${id}, ${whose.organiserId}, ${whose.clientId}, ${placementId}, ${tasks}, ${hours}, ${toSql(during)}::daterange)`.execute(
    tx,
  );
  return id;
}

export async function updateAgreement(
  tx: Write,
  agreementId: string,
  { tasks, hours, during }: AgreementContent,
): Promise<void> {
  await change`update agreement_agreement set tasks = ${tasks}, hours = ${hours}, during = ${toSql(during)}::daterange, agreed_until_on = null
    where id = ${agreementId}`.execute(tx);
}

export async function insertApproval(
  tx: Write,
  whose: Whose,
  approval: {
    readonly agreementId: string;
    readonly party: AgreementParty;
    readonly contentHash: string;
    readonly approvedOn: Day;
    readonly approvedBy: string;
    readonly recordedById: string;
  },
): Promise<void> {
  await change`insert into agreement_approval (id, organiser_id, client_id, agreement_id, party, content_hash, approved_on, approved_by, recorded_by_id)
    values (${newId()}, ${whose.organiserId}, ${whose.clientId}, ${approval.agreementId}, ${approval.party}, ${approval.contentHash},
      ${approval.approvedOn}, ${approval.approvedBy}, ${approval.recordedById})`.execute(tx);
}

export async function deleteApproval(
  tx: Write,
  agreementId: string,
  party: AgreementParty,
  contentHash: string,
): Promise<void> {
  await change`delete from agreement_approval where agreement_id = ${agreementId} and party = ${party} and content_hash = ${contentHash}`.execute(
    tx,
  );
}
