/** Reckons figures: ground, facts, value, and what of it may be seen. */
import { addDays, type Day } from '../../kernel/day.ts';
import type { Spread } from '../../server/database/asides.ts';
import type { Read } from '../../server/database/pool.ts';
import { countAcross, countingBeside, joinWhole } from '../../server/perform.ts';
import { NOT_RECORDED, personsOf } from './count.ts';
import { type Counted, type Fact, type Figure, queriesOf, type Scope } from './figure.ts';
import { askedOutside, besideInTime, type OutsideRefusal } from './outside.ts';
import { figureById, figures } from './registry.ts';
import { answer, type FigureResult, labelOfPart, speaksOf } from './result.ts';
import { type Ground, groundOf, hasRecorded, organisersOf, type ScopeQuery, scopeFor } from './scope.ts';
import { allHidden, type Hidden, hiddenOf, nothingHidden, safeBeside } from './suppress.ts';

/** From where a figure is asked: the organiser of the worker, or null for the operator, who counts for all of them. */
export type Asker = { readonly organiserId: string } | 'operator';

/** Why nothing is counted. */
export type NotReckoned = 'no-such-organiser' | OutsideRefusal;
export type Reckoned = FigureResult | 'no-such-figure' | NotReckoned;

/** One figure; outside the organiser together with those of its family, so that it is hidden alike in every answer. */
export async function compute(tx: Read, id: string, figureQuery: ScopeQuery, asker: Asker): Promise<Reckoned> {
  const wanted = figureById(id);
  if (!wanted) return 'no-such-figure';
  const entered = await enter(tx, figureQuery, asker);
  if (typeof entered === 'string') return entered;
  const { ground, inside } = entered;
  const relatives =
    inside || !wanted.family ? [] : figures.filter((one) => one.family === wanted.family && comesBefore(one, wanted));
  const answers = await reckonSome(tx, [...relatives, wanted], ground, inside);
  return answers.at(-1) as FigureResult;
}

/** All figures, or those of some questions, in the order of the questionnaire. */
export async function reckonAll(
  tx: Read,
  figureQuery: ScopeQuery,
  asker: Asker,
  only: (figure: Figure) => boolean = () => true,
): Promise<FigureResult[] | NotReckoned> {
  const answer = await reckonFrom(tx, figureQuery, asker, only);
  return typeof answer === 'string' ? answer : answer.figures;
}

/** All figures, of which day, and whether they are the exact ones that only their own organiser sees. */
export async function reckonFrom(
  tx: Read,
  figureQuery: ScopeQuery,
  asker: Asker,
  only: (figure: Figure) => boolean = () => true,
): Promise<{ readonly inside: boolean; readonly asOf: Day; readonly figures: FigureResult[] } | NotReckoned> {
  const entered = await enter(tx, figureQuery, asker);
  if (typeof entered === 'string') return entered;
  const { ground, inside } = entered;
  const some = figures.filter((one) => only(one) && speaksOf(one, ground.scope.services));
  return { inside, asOf: ground.scope.asOf, figures: await reckonSome(tx, some, ground, inside) };
}

/** A client behind a figure, with the classes of the breakdown that the client is in. */
export interface Case {
  readonly client: string;
  readonly classes: readonly string[];
}

/** All clients behind a figure: who may see which is for the caller to ask. Null outside the organiser, where nobody may. */
export async function casesBehind(
  tx: Read,
  id: string,
  figureQuery: ScopeQuery,
  asker: Asker,
): Promise<readonly Case[] | null | 'no-such-figure' | 'no-such-organiser'> {
  const figure = figureById(id);
  if (!figure) return 'no-such-figure';
  const ground = await groundOf(tx, figureQuery);
  if (!ground) return 'no-such-organiser';
  if (!isInside(ground, asker)) return null;
  await countFor(tx, ground);
  return casesIn(tx, figure, ground);
}

/** Facts that nobody reads of a client whom one sees as instructor or leader of a group alone: not even that there are none. */
const ofWholeClient = new Set(['fact_reason', 'fact_benefit']);

/** The same clients and classes as far as they follow from what the worker at hand may read; for who sees only what is of a service. */
export async function casesRead(tx: Read, id: string, figureQuery: ScopeQuery): Promise<readonly Case[]> {
  const figure = figureById(id);
  const ground = figure && (await groundOf(tx, figureQuery));
  if (!ground || figure.facts.some((fact) => ofWholeClient.has(fact))) return [];
  await joinWhole(tx, true);
  const cases = await casesIn(tx, figure, ground);
  await joinWhole(tx, false);
  return cases;
}

async function casesIn(tx: Read, figure: Figure, ground: Ground): Promise<Case[]> {
  const scope = scopeFor(ground, figure.basis, true);
  const facts = await reader(askOn(tx)).facts(figure, scope);
  const counted = figure.value(facts, scope);
  const names = new Map(counted.breakdown?.parts.map((part) => [part.key, labelOfPart(figure, part, scope.language)]));
  const classes = new Map<string, Set<string>>();
  for (const { client, category } of counted.behind ?? facts) {
    if (!client) continue;
    const own = classes.get(client) ?? new Set();
    const name = names.get(category ?? NOT_RECORDED);
    classes.set(client, name === undefined ? own : own.add(name));
  }
  return [...classes]
    .map(([client, own]) => ({ client, classes: [...own].sort() }))
    .sort((a, b) => (a.client < b.client ? -1 : 1));
}

/** The ground on which it is counted, and whether it is the asker's own; outside only what may be asked there. */
async function enter(
  tx: Read,
  figureQuery: ScopeQuery,
  asker: Asker,
): Promise<{ readonly ground: Ground; readonly inside: boolean } | NotReckoned> {
  const ground = await groundOf(tx, figureQuery);
  if (!ground) return 'no-such-organiser';
  const inside = isInside(ground, asker);
  const answered = inside ? figureQuery : askedOutside(figureQuery, ground.scope.services, ground.today);
  if (typeof answered === 'string') return answered;
  // Another day has other members and other gaps.
  const own = answered.asOf === figureQuery.asOf ? ground : ((await groundOf(tx, answered)) ?? ground);
  await countFor(tx, own);
  return { ground: own, inside };
}

async function countFor(tx: Read, { scope }: Ground): Promise<void> {
  await countAcross(tx, { organiserIds: scope.organiserIds, knownAt: scope.knownAt });
}

/** A region holds no records of its members: their sum, exact, would give a member's few away to it. */
function isInside({ scope }: Ground, asker: Asker): boolean {
  return asker === 'operator' || scope.organiserIds.every((id) => id === asker.organiserId);
}

function comesBefore(one: Figure, other: Figure): boolean {
  return figures.indexOf(one) < figures.indexOf(other);
}

/** Asks on the act's own connection alone. */
const askOn =
  (tx: Read): Spread['ask'] =>
  (reading) =>
    reading(tx);

/** One figure has nothing to ask beside its own facts. */
function reckonSome(tx: Read, some: readonly Figure[], ground: Ground, inside: boolean): Promise<FigureResult[]> {
  const by = (askOne: Spread['ask']) => reckonBy(reader(askOne), tx, some, ground, inside);
  return some.length === 1 ? by(askOn(tx)) : countingBeside(tx, ground.scope, by);
}

async function reckonBy(
  read: Reader,
  tx: Read,
  some: readonly Figure[],
  ground: Ground,
  inside: boolean,
): Promise<FigureResult[]> {
  const published: Published = new Map();
  // All facts are asked for at once: the database finds the next while these are reckoned.
  const queries = some.map((figure) => {
    const scope = scopeFor(ground, figure.basis, inside);
    const facts = read.facts(figure, scope);
    // What goes wrong is told where it is waited for.
    facts.catch(() => {});
    return { figure, scope, facts };
  });
  const reckoned: { figure: Figure; scope: Scope; facts: readonly Fact[]; counted: Counted }[] = [];
  for (const { figure, scope, facts } of queries) {
    const own = await facts;
    reckoned.push({ figure, scope, facts: own, counted: figure.value(own, scope) });
  }
  const answers: FigureResult[] = [];
  for (const { figure, scope, facts, counted } of reckoned) {
    const hidden = inside
      ? nothingHidden
      : await hiddenOutside(read, figure, { scope, facts }, counted, ground.today, published);
    const isRecorded = counted.recorded > 0 || (await hasRecorded(tx, scope, figure.facts));
    answers.push(answer(figure, counted, scope, ground, hidden, isRecorded));
  }
  return answers;
}

interface Reader {
  readonly facts: (figure: Figure, scope: Scope) => Promise<Fact[]>;
  /** By client, whose record it is. */
  readonly organisers: (scope: Scope) => Promise<ReadonlyMap<string, string>>;
}

/** Reads facts: figures that ask the same of the same organisers and services are asked once. */
function reader(askOne: Spread['ask']): Reader {
  const known = new Map<Figure['cases'] | string, Map<string, Promise<Fact[]>>>();
  let organisers: Promise<ReadonlyMap<string, string>> | undefined;
  const facts = async (figure: Figure, scope: Scope): Promise<Fact[]> => {
    const { organiserIds, services, asOf, period } = scope;
    const ofAll = [...organiserIds, ...services].join(' ');
    const ofScope = [ofAll, asOf, period.from, period.to].join(' ');
    const parts = queriesOf(figure, scope).map((query) =>
      known
        .getOrInsertComputed(query.same ?? figure.cases, () => new Map())
        .getOrInsertComputed(query.same ? ofAll : ofScope, () =>
          askOne((tx) => query.execute(tx)).then(({ rows }) => rows),
        ),
    );
    const [first = [], ...more] = await Promise.all(parts);
    return more.length === 0 ? first : [first, ...more].flat();
  };
  return {
    facts,
    organisers(scope) {
      organisers ??= askOne((tx) => organisersOf(tx, scope));
      return organisers;
    },
  };
}

/** What stands behind a figure where it is asked of some organisers in some days. */
interface Behind {
  readonly scope: Scope;
  readonly facts: readonly Fact[];
}

/** The persons of each figure that is published, by whose answer it is: the one asked for, or a member of its region. */
type Published = Map<string, ReadonlySet<string>[]>;

/** In a region whatever a member's own answer hides is hidden too: taking the other members from the sum would tell it. */
async function hiddenOutside(
  read: Reader,
  figure: Figure,
  own: Behind,
  counted: Counted,
  today: Day,
  published: Published,
): Promise<Hidden> {
  if (figure.about === 'things') return nothingHidden;
  const inTime = await inOtherTimes(read, figure, own.scope, today);
  const members: Hidden[] = [];
  if (own.scope.organiserIds.length > 1) {
    const [now, then] = [await memberOf(read, figure, own), await eachOf(inTime, (one) => memberOf(read, figure, one))];
    for (const id of own.scope.organiserIds) {
      const member = await now(id);
      const around = await eachOf(then, (of) => of(id));
      members.push(hiddenAlone(figure, member, figure.value(member.facts, member.scope), around, [], published));
    }
  }
  return hiddenAlone(figure, own, counted, inTime, members, published);
}

/** Hidden as it is where the figure is asked of them alone. */
function hiddenAlone(
  figure: Figure,
  { scope, facts }: Behind,
  counted: Counted,
  inTime: readonly (readonly Behind[])[],
  members: readonly Hidden[],
  published: Published,
): Hidden {
  const levels = inTime.map((level) => level.map((one) => figure.value(one.facts, one.scope)));
  const hidden = hiddenOf(figure, counted, members, levels);
  if (hidden.all || !figure.family) return hidden;
  const persons = personsOf(facts);
  const key = [figure.family, ...scope.organiserIds].join(' ');
  const before = published.get(key) ?? [];
  if (!safeBeside(persons, before)) return allHidden;
  published.set(key, [...before, persons]);
  return hidden;
}

async function eachOf<A, B>(levels: readonly (readonly A[])[], of: (one: A) => Promise<B>): Promise<B[][]> {
  const all: B[][] = [];
  for (const level of levels) {
    const done: B[] = [];
    for (const one of level) done.push(await of(one));
    all.push(done);
  }
  return all;
}

/** The same figure in the periods that make a longer one together with the one asked for. */
function inOtherTimes(read: Reader, figure: Figure, scope: Scope, today: Day): Promise<Behind[][]> {
  const periods = scope.periodAsked && figure.basis !== 'day' ? besideInTime(scope.period, today) : [];
  return eachOf(periods, async (period) => {
    const then = { ...scope, period, asOf: addDays(period.to, -1) };
    return { scope: then, facts: await read.facts(figure, then) };
  });
}

/** The same figure in each organiser of a region. */
async function memberOf(
  read: Reader,
  figure: Figure,
  { scope, facts }: Behind,
): Promise<(id: string) => Promise<Behind>> {
  const divided = figure.divides ? divide(facts, await read.organisers(scope)) : null;
  return async (id) => {
    const own = { ...scope, organiserIds: [id] };
    return { scope: own, facts: divided ? divided(id) : await read.facts(figure, own) };
  };
}

/** The facts of each organiser's clients; what is of no client, as a rule of an organiser, is beside all of them. */
export function divide(facts: readonly Fact[], organisers: ReadonlyMap<string, string>): (id: string) => Fact[] {
  const groups = Map.groupBy(facts, ({ client }) => (client === null ? null : organisers.get(client)));
  const ofNobody = groups.get(null) ?? [];
  return (id) => [...ofNobody, ...(groups.get(id) ?? [])];
}
