/**
 * Prints what our frame costs: the time of a request through sign-in, access check, row-level security and audit, over that
 * of a bare Fastify and pg server which runs only the same SQL. `--size county` measures over 20,000 clients, `--size country` over
 * 500,000 of 24 organisers; with `--beside region` the same screens of that size are asked in turns instead of the bare server.
 */
import { cpus, loadavg, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { makeGround, type Size, sizes } from './ground.ts';
import { hangUp, inTurns, send } from './measure.ts';
import { processorOf } from './processor.ts';
import { type Screen, screensOf } from './screens.ts';
import { type BenchStatement, listen, ownOf, sentDuring } from './statements.ts';

const usage =
  'npm run bench [-- [--size region|county|country] [--beside region|county] [--seconds N] [--screen NAME] [--statements] [--bare-plans-anew] [--peer URL --peer-token TOKEN]]';
const aim = 2;

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: 'region' },
    beside: { type: 'string' },
    seconds: { type: 'string', default: '8' },
    statements: { type: 'boolean', default: false },
    screen: { type: 'string', default: '' },
    'bare-plans-anew': { type: 'boolean', default: false },
    peer: { type: 'string' },
    'peer-token': { type: 'string', default: '' },
    help: { type: 'boolean', default: false },
  },
});
const size = sizes.find((one) => one === values.size) as Size;
const beside = sizes.find((one) => one === values.beside);
const seconds = Number(values.seconds);
if (values.help || !size || (values.beside && !beside) || !(seconds > 0)) {
  console.log(usage);
  process.exit(values.help ? 0 : 2);
}

listen();
const say = (line: string) => console.log(line);
const cpu = cpus();
say(
  `${cpu.length} processors (${cpu[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}, load ${loadavg()[0]?.toFixed(1)}.`,
);
const ground = await makeGround(size, say, { bareKeepsPlans: !values['bare-plans-anew'] });
const other = beside ? await makeGround(beside, say) : null;
const close = () => Promise.all([ground.close(), other?.close()]);
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void close().then(() => process.exit(130)));

const shape = (statements: readonly BenchStatement[]) => ownOf(statements).length;
const rows = (statements: readonly BenchStatement[]) => ownOf(statements).reduce((sum, one) => sum + one.rows, 0);
const cell = (text: string | number, width: number) => String(text).padStart(width);
let failed = false;

async function measure(screen: Screen): Promise<void> {
  const { large, small, before, name, says } = screen;
  for (let n = 0; n < 3; n++) {
    await before?.();
    await send(large);
  }
  await before?.();
  const sent = await sentDuring(() => send(large));
  await before?.();
  const fewer = await sentDuring(() => send(small));
  ground.replay(ownOf(sent), screen.counts ?? false);
  if (values.statements)
    for (const { text, rows } of sent) say(`    ${cell(rows, 6)} ${text.replaceAll(/\s+/g, ' ').slice(0, 160)}`);
  const bare = { url: `${ground.bare}/`, method: large.method, ...(large.body ? { body: '{}' } : {}) };
  const peer =
    values.peer && screen.peer
      ? {
          url: `${values.peer}${screen.peer}`,
          method: 'GET',
          headers: { authorization: `Bearer ${values['peer-token']}` },
        }
      : null;
  await before?.();
  await send(bare);
  const processor = await processorOf(ground.owner);
  const times = await inTurns(
    { ours: () => send(large), bare: () => send(bare), before, processor, ...(peer ? { peer: () => send(peer) } : {}) },
    { seconds, atLeast: 7, atMost: 1000 },
  );
  const perRow = shape(sent) !== shape(fewer);
  failed ||= perRow || times.ratio >= aim;
  say(
    `${name.padEnd(20)} ${cell(times.ratio.toFixed(2), 6)} ${cell(times.busy?.toFixed(2) ?? '', 6)} ${cell(times.ours.toFixed(2), 9)} ${cell(times.bare.toFixed(2), 9)} ${cell(sent.length, 8)} ${cell(shape(sent), 6)} ${cell(shape(fewer), 6)} ${cell(rows(sent), 7)} ${cell(times.rounds, 7)}${values.peer ? ` ${cell(times.peer === null ? '' : (times.peer / times.ours).toFixed(1), 6)}` : ''}  ${says}`,
  );
  if (perRow)
    say(`    a query per row? ${shape(sent)} of its own with much on the screen, ${shape(fewer)} with little`);
}

/** The same screen of two sizes in turns: what more persons beside one's own cost. */
async function measureBeside(screen: Screen, of: Screen): Promise<void> {
  const both = async () => {
    await screen.before?.();
    await of.before?.();
  };
  const times = await inTurns(
    { ours: () => send(screen.large), bare: () => send(of.large), before: both },
    { seconds, atLeast: 7, atMost: 1000 },
  );
  say(
    `${screen.name.padEnd(20)} ${cell(times.ratio.toFixed(2), 6)} ${cell(times.ours.toFixed(2), 9)} ${cell(times.bare.toFixed(2), 9)} ${cell(times.rounds, 7)}`,
  );
}

async function measureSizes(to: NonNullable<typeof other>): Promise<void> {
  say('');
  say(`                      ratio ${cell(`${size}, ms`, 12)} ${cell(`${beside}, ms`, 12)}  rounds`);
  const screens = await screensOf(to);
  for (const screen of await screensOf(ground)) {
    const of = screens.find(({ name }) => name === screen.name);
    if (of && new RegExp(values.screen).test(screen.name)) await measureBeside(screen, of);
  }
}

async function measureFrame(): Promise<void> {
  say('');
  say(
    `                      ratio   busy   ours ms   bare ms   sent    own  small    rows  rounds${values.peer ? '  ahead' : ''}`,
  );
  for (const screen of await screensOf(ground)) if (new RegExp(values.screen).test(screen.name)) await measure(screen);
  say('');
  say(
    'ratio: median time of our request over that of the bare server, in turns. sent: statements of one request, with',
  );
  say('its frame; own: those of the screen itself, which the bare server runs too; small: the same with little on it;');
  say(
    'busy: the ratio of what the processor was busy for, in the application and the database, whoever else is on it;',
  );
  say('rows: what those give back in all. The bare server keeps its plans, as our connections do.');
  if (values.peer) say('ahead: median time of the peer’s request over that of ours.');
}

try {
  await (other ? measureSizes(other) : measureFrame());
} finally {
  hangUp();
  await close();
}
if (failed) say(`Not everything is under ${aim}, or a screen asks more the more it shows.`);
process.exit(failed ? 1 : 0);
