import { sealAudit, verifyAudit } from '../server/audit/chain.ts';
import { outsideIn } from '../server/audit/outside.ts';
import { command } from './command.ts';
import { withDatabase } from './with-database.ts';

export const auditVerify = command({
  usage: '\n\nSeals what can be sealed, then walks the whole chain of the audit trail.',
  options: {},
  run: () =>
    withDatabase(async ({ owner, config, log }) => {
      const outside = outsideIn(config.dataFolder);
      // What cannot be sealed is told by the verdict.
      await sealAudit(owner, outside).catch(() => 0);
      const verdict = await verifyAudit(owner, outside);
      if (!verdict.whole) {
        log.note({ event: 'trail-broken', act: 'auditVerify' });
        const row = verdict.row === null ? '' : `, row ${verdict.row}`;
        throw new Error(`The audit trail is broken at segment ${verdict.segment}${row}: ${verdict.why}.`);
      }
      console.log(
        `The audit trail is whole: ${verdict.segments} segments, ${verdict.rows} rows sealed, ${verdict.unsealed} not yet.`,
      );
      return 0;
    }),
});
