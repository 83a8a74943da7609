import type { Day } from '../../kernel/day.ts';
import { toSql } from '../../kernel/range.ts';
import type { Write } from '../../server/database/pool.ts';
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
  await tx
    .insertInto('agreement_agreement')
    .values({
      id,
      organiser_id: whose.organiserId,
      client_id: whose.clientId,
      placement_id: placementId,
      tasks,
      hours,
      during: toSql(during),
    })
    .execute();
  return id;
}

export async function updateAgreement(
  tx: Write,
  agreementId: string,
  { tasks, hours, during }: AgreementContent,
): Promise<void> {
  await tx
    .updateTable('agreement_agreement')
    .set({ tasks, hours, during: toSql(during), agreed_until_on: null })
    .where('id', '=', agreementId)
    .execute();
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
  await tx
    .insertInto('agreement_approval')
    .values({
      id: newId(),
      organiser_id: whose.organiserId,
      client_id: whose.clientId,
      agreement_id: approval.agreementId,
      party: approval.party,
      content_hash: approval.contentHash,
      approved_on: approval.approvedOn,
      approved_by: approval.approvedBy,
      recorded_by_id: approval.recordedById,
    })
    .execute();
}

export async function deleteApproval(
  tx: Write,
  agreementId: string,
  party: AgreementParty,
  contentHash: string,
): Promise<void> {
  await tx
    .deleteFrom('agreement_approval')
    .where('agreement_id', '=', agreementId)
    .where('party', '=', party)
    .where('content_hash', '=', contentHash)
    .execute();
}
