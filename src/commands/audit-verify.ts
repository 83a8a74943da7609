import { sealAudit, verifyAudit } from '../server/audit/chain.ts';
import { command } from './command.ts';
import { withDatabase } from './with-database.ts';

export const auditVerify = command({
  usage: '\n\nSeals what can be sealed, then walks the whole chain of the audit trail.',
  options: {},
  run: () =>
    withDatabase(async ({ owner }) => {
      await sealAudit(owner);
      const verdict = await verifyAudit(owner);
      if (!verdict.whole) {
        const row = verdict.row === null ? '' : `, row ${verdict.row}`;
        throw new Error(`The audit trail is broken at segment ${verdict.segment}${row}: ${verdict.why}.`);
      }
      console.log(
        `The audit trail is whole: ${verdict.segments} segments, ${verdict.rows} rows sealed, ${verdict.unsealed} not yet.`,
      );
      return 0;
    }),
});
