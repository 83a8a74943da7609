import { organisersOn } from '../casework/organiser/reads.ts';
import { decidePost } from '../casework/worker/acts.ts';
import { postRequestsOf } from '../casework/worker/reads.ts';
import { demoClock, helsinkiClock } from '../server/clock.ts';
import { audit } from '../server/perform.ts';
import { command, UsageError } from './command.ts';
import { operator } from './operator.ts';
import { type WithDatabase, withDatabase } from './with-database.ts';

/** Every post that waits for a second person, with its organiser. */
async function waiting({ owner }: WithDatabase) {
  const clock = (await demoClock(owner)) ?? helsinkiClock;
  const organisers = await organisersOn(owner, clock.today(), 'fi');
  const lists = await Promise.all(
    organisers.map(async ({ id, code }) =>
      (await postRequestsOf(owner, id)).map((request) => ({ ...request, code, organiserId: id })),
    ),
  );
  return { clock, requests: lists.flat() };
}

export const postRequestsCommand = command({
  usage: '\n\nLists the posts that wait for a second person, each with the id that confirms it.',
  options: {},
  run: () =>
    withDatabase(async (call) => {
      const { requests } = await waiting(call);
      for (const { id, code, worker, role, askedBy } of requests)
        console.log(`${id}  ${code}  ${worker}: ${role}, asked for by ${askedBy}`);
      if (requests.length === 0) console.log('No post waits.');
      return 0;
    }),
});

export const postConfirm = command({
  usage:
    'ID\n\nConfirms a post as the operator, where an organiser has one administrator and no manager to do it. The audit trail keeps it.',
  options: {},
  words: [1, 1],
  run: ({ words: [requestId = ''] }) =>
    withDatabase(async (call) => {
      const { clock, requests } = await waiting(call);
      const request = requests.find(({ id }) => id === requestId);
      if (!request) throw new UsageError('No such post waits. List them: ./kykypolku post requests');
      const { organiserId, workerId, role } = request;
      const who = operator(organiserId);
      const refuse = (code: string): never => {
        throw new UsageError(`The post is not confirmed: ${code}`);
      };
      await call.owner.transaction().execute(async (tx) => {
        await decidePost.run({
          tx,
          input: { requestId, outcome: 'confirmed' },
          who,
          relations: [],
          today: clock.today(),
          now: clock.now(),
          refuse,
          keys: { secret: new Uint8Array() },
        });
        await audit(tx, 'postConfirm', 'none', { who, language: 'fi' }, clock.now(), [], { requestId, workerId, role });
      });
      call.log.note({ event: 'rights-changed', act: 'postConfirm', who: workerId });
      console.log(`${request.worker} has the post ${role}.`);
      return 0;
    }),
});
