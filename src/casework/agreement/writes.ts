import type { Day } from '../../kernel/day.ts';
import { toSql } from '../../kernel/range.ts';
import type { Write } from '../../server/database/pool.ts';
import { change } from '../../server/database/statement.ts';
import { newId } from '../../server/id.ts';
import { type AgreementContent, type AgreementParty, type Terms, termsText } from './words.ts';

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
    .set({ tasks, hours, during: toSql(during), agreed_until_on: null, terms: null })
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
): Promise<string> {
  const id = newId();
  await tx
    .insertInto('agreement_approval')
    .values({
      id,
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
  return id;
}

/** Takes an approval away, and the papers that say it: what is approved anew is printed anew. */
export async function takeApprovalAway(tx: Write, agreementId: string, approvalId: string, contentHash: string) {
  await tx.deleteFrom('agreement_approval').where('id', '=', approvalId).execute();
  await tx
    .deleteFrom('agreement_paper')
    .where('agreement_id', '=', agreementId)
    .where('content_hash', '=', contentHash)
    .execute();
}

/** Takes an agreement away with its approvals and papers. */
export async function deleteAgreement(tx: Write, agreementId: string): Promise<void> {
  for (const table of ['agreement_paper', 'agreement_approval'] as const)
    await tx.deleteFrom(table).where('agreement_id', '=', agreementId).execute();
  await tx.deleteFrom('agreement_agreement').where('id', '=', agreementId).execute();
}

/** Keeps with an agreement the terms that it states now. */
export async function keepTerms(tx: Write, agreementId: string, terms: Terms): Promise<void> {
  await tx
    .updateTable('agreement_agreement')
    .set({ terms: termsText(terms) })
    .where('id', '=', agreementId)
    .execute();
}

/** Keeps a copy of the paper as it was approved; one that is kept already stays. */
export async function insertPaper(
  tx: Write,
  whose: Whose,
  paper: {
    readonly agreementId: string;
    readonly contentHash: string;
    readonly copy: AgreementParty;
    readonly keptOn: Day;
    readonly pdf: Uint8Array;
    readonly tellsPlace: boolean;
  },
): Promise<void> {
  const bytes = Buffer.from(paper.pdf);
  // Naming the columns in conflict would read the row: not everybody may who writes one.
  await change`insert into agreement_paper (organiser_id, client_id, agreement_id, content_hash, copy, kept_on, pdf, sha256, tells_place)
    values (${whose.organiserId}, ${whose.clientId}, ${paper.agreementId}, ${paper.contentHash}, ${paper.copy}, ${paper.keptOn},
      ${bytes}, sha256(${bytes}::bytea), ${paper.tellsPlace}) on conflict do nothing`.execute(tx);
}
