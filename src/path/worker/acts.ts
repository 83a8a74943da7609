import { z } from 'zod';
import { ask } from '../../platform/act.ts';
import { workerAccess } from './access.ts';
import { workersOn } from './reads.ts';
import { zRole, zWorker } from './words.ts';

export const workers = ask({
  name: 'workers',
  method: 'GET',
  path: '/api/workers',
  says: 'List the workers of one’s organiser with a post today',
  input: z.strictObject({ role: zRole.optional() }),
  output: z.object({ workers: z.array(zWorker) }),
  may: workerAccess.workers,
  audited: 'no-person',
  refuses: {},
  run: async ({ tx, input, who, today }) => ({
    workers: await workersOn(tx, who.organiserId, today, input.role ? [input.role] : null),
  }),
});
