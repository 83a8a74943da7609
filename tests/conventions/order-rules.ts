/** Who may import whom: layers, rooms in their order, the files of a room, and no cycles. */
import { isBuiltin } from 'node:module';
import { type Import, isTest, type Module } from './source.ts';

/** From the first to the last: a layer imports itself and those before it. */
const layers = [
  'kernel',
  'server',
  'web',
  'law',
  'casework',
  'figures',
  'description',
  'screens',
  'exchange',
  'commands',
] as const;
type Layer = (typeof layers)[number];

interface Place {
  readonly layer: Layer;
  /** Of a file of casework. */
  readonly room: string | null;
  /** words, rules, reads ...; a panel's parts are `panel` too. */
  readonly part: string;
}

/** Where a file of ours stands; null for packages and for what is outside src. */
export function standingOf(path: string): Place | null {
  const [src, layer, ...rest] = path.split('/');
  if (src !== 'src' || !layers.includes(layer as Layer)) return null;
  const room = layer === 'casework' && rest.length > 1 ? (rest[0] ?? null) : null;
  const name = (room === null ? rest : rest.slice(1))[0]?.replace(/\..*$/, '') ?? '';
  return { layer: layer as Layer, room, part: name === 'panels' ? 'panel' : name };
}

interface May {
  readonly layers: readonly Layer[];
  readonly own: readonly string[];
  readonly earlier: readonly string[];
  /** Packages; null is any. */
  readonly packages: readonly string[] | null;
  /** Parts of rooms of which only types may be taken. */
  readonly typesOnly: readonly string[];
}

const ofSql = ['kysely', 'zod'];

/** What each file of a room may import: the table of the house. */
const may: Readonly<Record<string, May>> = {
  // Of the server too, but nothing that reaches input or output: the rule of purity follows these imports.
  words: { layers: ['kernel', 'server'], own: [], earlier: ['words'], packages: ['zod'], typesOnly: [] },
  rules: { layers: ['kernel', 'law'], own: ['words'], earlier: ['words', 'rules'], packages: ['zod'], typesOnly: [] },
  reads: { layers: ['kernel', 'server'], own: ['words'], earlier: ['words', 'reads'], packages: ofSql, typesOnly: [] },
  writes: { layers: ['kernel', 'server'], own: ['words'], earlier: ['words'], packages: ofSql, typesOnly: [] },
  access: { layers: ['kernel', 'server'], own: ['words'], earlier: ['words'], packages: [], typesOnly: [] },
  texts: { layers: ['kernel', 'server', 'law'], own: ['words'], earlier: ['words'], packages: [], typesOnly: [] },
  letter: {
    layers: ['kernel', 'server', 'law'],
    own: ['words', 'rules', 'texts'],
    earlier: ['words', 'rules', 'texts'],
    packages: [],
    typesOnly: [],
  },
  acts: {
    layers: ['kernel', 'server', 'law'],
    own: ['words', 'rules', 'reads', 'writes', 'access', 'texts', 'letter'],
    earlier: ['words', 'rules', 'reads', 'acts'],
    packages: ofSql,
    typesOnly: [],
  },
  panel: {
    layers: ['kernel', 'server', 'web'],
    own: ['words', 'rules', 'texts', 'acts', 'panel'],
    earlier: ['words', 'rules', 'acts'],
    packages: null,
    typesOnly: ['acts'],
  },
};

const production = (modules: readonly Module[]): Module[] => modules.filter((module) => !isTest(module.path));

function eachImport(
  modules: readonly Module[],
  judge: (from: Place, one: Import & { target: string }, to: Place | null, module: Module) => string | null,
): string[] {
  return production(modules).flatMap((module) => {
    const from = standingOf(module.path);
    return module.imports.flatMap((one) => {
      if (from === null || one.target === null) return [];
      const wrong = judge(from, { ...one, target: one.target }, standingOf(one.target), module);
      return wrong === null ? [] : [`${module.path}:${one.line} imports ${one.target}: ${wrong}`];
    });
  });
}

export function outsideLayers(modules: readonly Module[]): string[] {
  return modules
    .filter((module) => standingOf(module.path) === null)
    .map((module) => `${module.path} stands in no layer: a newcomer must find each file by the name of its folder`);
}

export function unreadableImports(modules: readonly Module[]): string[] {
  return production(modules).flatMap((module) =>
    module.imports
      .filter((one) => one.target === null || one.target.startsWith('#'))
      .map((one) => `${module.path}:${one.line} imports what is computed: nobody can hold the order over it`),
  );
}

export function layerOrder(modules: readonly Module[]): string[] {
  return eachImport(modules, (from, one, to) => {
    if (to === null) {
      const keeper = one.target.startsWith('tooling/') && from.layer !== 'commands';
      if (keeper) return 'the embedded server is for demos and tests: only a command chooses it';
      const stands = one.target.startsWith('tests/') || (one.target.startsWith('demo/') && from.layer !== 'commands');
      return stands ? 'the product stands without its tests, and only a command opens the demo region' : null;
    }
    return layers.indexOf(to.layer) > layers.indexOf(from.layer)
      ? `${from.layer} comes before ${to.layer}; facts flow down, nothing earlier calls later`
      : null;
  });
}

export function roomOrder(modules: readonly Module[], rooms: readonly string[]): string[] {
  return eachImport(modules, (from, _, to) => {
    if (from.room === null || to === null || to.room === null || from.room === to.room) return null;
    return rooms.indexOf(to.room) > rooms.indexOf(from.room)
      ? `${from.room} comes before ${to.room} in order.ts; let the later room pull`
      : null;
  });
}

/** The table of what each file of a room may import. */
export function partsOfRooms(modules: readonly Module[]): string[] {
  return eachImport(modules, (from, one, to, module) => {
    if (from.room === null) return null;
    const rule = may[from.part];
    if (!rule) return null;
    const style = one.target === module.path.replace(/\.tsx$/, '.css');
    if (style) return null;
    if (to === null) {
      if (/^(database|src)\//.test(one.target)) {
        return rule.layers.includes('server') ? null : `${from.part} does not know the database`;
      }
      return rule.packages === null || rule.packages.includes(one.target)
        ? null
        : `${from.part} takes no package but ${rule.packages.join(', ') || 'none'}`;
    }
    if (to.layer !== 'casework') {
      return rule.layers.includes(to.layer) ? null : `${from.part} may import of the layers ${rule.layers.join(', ')}`;
    }
    if (to.room === null) return 'the order of rooms is no part of a room';
    const own = to.room === from.room;
    const allowed = own ? rule.own : rule.earlier;
    if (!allowed.includes(to.part)) {
      return `${from.part} may import ${allowed.join(', ') || 'nothing'} of ${own ? 'its own room' : 'an earlier room'}`;
    }
    return rule.typesOnly.includes(to.part) && !one.typeOnly
      ? `a screen takes only the types of ${to.part}: it reaches the server through acts`
      : null;
  });
}

export function closedWrites(modules: readonly Module[]): string[] {
  return eachImport(modules, (from, _, to) =>
    to?.part === 'writes' && to.room !== from.room
      ? 'what a room records is closed to all others: call its act in the same transaction'
      : null,
  );
}

export function screens(modules: readonly Module[]): string[] {
  const fromServer = ['reads', 'writes', 'acts', 'board', 'registry', 'access'];
  return eachImport(modules, (from, one, to, module) => {
    const isScreen = module.path.endsWith('.tsx');
    const isOfScreens = from.layer === 'screens';
    if (to?.part === 'panel' && !isOfScreens && from.room !== to.room) return 'only screens compose panels';
    if (!isScreen && one.target.endsWith('.tsx') && !isOfScreens && !module.path.startsWith('src/web/')) {
      return 'the server runs without a build, and cannot run .tsx';
    }
    if (!isScreen || to === null || one.typeOnly) return null;
    const file = one.target.split('/').at(-1)?.replace(/\..*$/, '') ?? '';
    return (to.layer === 'casework' || isOfScreens) && fromServer.includes(file)
      ? `a screen takes only the types of ${file}: it reaches the server through acts`
      : null;
  });
}

export function screensApart(modules: readonly Module[]): string[] {
  const screenOf = (path: string): string | null => /^src\/screens\/([^/]+)\//.exec(path)?.[1] ?? null;
  return eachImport(modules, (_, one, __, module) => {
    const [own, other] = [screenOf(module.path), screenOf(one.target)];
    return own !== null && other !== null && own !== other && other !== 'app' && own !== 'app'
      ? 'a screen stands on panels, not on another screen'
      : null;
  });
}

export function readersOnly(modules: readonly Module[]): string[] {
  const asserted = production(modules)
    .filter(({ path }) => !/\/(writes|acts)\.ts$/.test(path) && !/^src\/(server|commands)\//.test(path))
    .flatMap((module) =>
      module.casts
        .filter(({ text }) => ['Write', 'Database', 'Kysely'].includes(text))
        .map(({ text, line }) => `${module.path}:${line} takes a reader for ${text}: who may write is said by the act`),
    );
  const imported = eachImport(modules, (from, one, _, module) => {
    const isBoard = from.layer === 'screens' && /(^|\/)board\.ts$/.test(module.path);
    const reads = from.part === 'reads' || isBoard || from.layer === 'figures';
    const pen = one.names.find((name) => ['Write', 'Database', 'Kysely', 'Transaction', 'change'].includes(name));
    return reads && pen ? `a reader cannot write, by type: it takes Read, not ${pen}` : null;
  });
  return [...asserted, ...imported];
}

/** What each layer that runs on the server takes of packages: no screen, no network, no file where none is its work. */
export function packagesOfServer(modules: readonly Module[]): string[] {
  const packages: Partial<Record<Layer, RegExp>> = {
    kernel: /^zod$/,
    law: /^zod$/,
    figures: /^(kysely|zod)$/,
    description: /^(kysely|zod|node:crypto)$/,
    screens: /^(kysely|zod)$/,
    exchange: /^(kysely|zod|node:(crypto|fs|path))$/,
  };
  return eachImport(modules, (from, one, to, module) => {
    const isOfBrowser = module.path.endsWith('.tsx') || /^src\/screens\/app\//.test(module.path);
    if (isOfBrowser || from.layer === 'web') return null;
    if (to?.layer === 'web') return 'what runs on the server knows no piece of a screen';
    const taken = packages[from.layer];
    if (to !== null || taken === undefined || /^(database|src|demo|tests|tooling)\//.test(one.target)) return null;
    return taken.test(one.target) ? null : `${from.layer} takes no such package on the server`;
  });
}

/** Of the server the rooms and figures take what an act is made of; its doors to the world are its own. */
export function doorsOfServer(modules: readonly Module[]): string[] {
  return eachImport(modules, (from, one, to) => {
    if (to?.layer !== 'server' || from.layer === 'server' || from.layer === 'commands') return null;
    if (/^src\/server\/(http|jobs|audit)\/|^src\/server\/config\.ts$/.test(one.target))
      return 'the server calls acts, and no act calls the server';
    const counts =
      one.names.some((name) => name === 'countAcross' || name === 'actAs') &&
      from.layer !== 'figures' &&
      from.layer !== 'exchange';
    return counts ? 'only figures count for other organisers: what leaves the organiser is suppressed there' : null;
  });
}

/** What runs in the browser reaches nothing of the machine, by any way of imports that are more than types. */
export function browserAlone(modules: readonly Module[]): string[] {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  const starts = production(modules).filter(({ path }) => path.endsWith('.tsx') || path.startsWith('src/web/'));
  const seen = new Set<string>(starts.map(({ path }) => path));
  const queue = starts.map((module) => ({ module, way: module.path }));
  const matches: string[] = [];
  for (const { module, way } of queue) {
    for (const { target, typeOnly, line } of module.imports) {
      // Of the machine a screen takes not even a type.
      if (target === null || (typeOnly && way !== module.path)) continue;
      const step = `${way}:${line} imports ${target}`;
      if (isBuiltin(target) || /^(pg|kysely|fastify|undici|@fastify|@node-rs|@myriaddreamin)(\/|$)/.test(target))
        matches.push(`${step}: a browser has no files, no database and no server of its own`);
      if (typeOnly) continue;
      const next = byPath.get(target);
      if (!next || seen.has(target)) continue;
      seen.add(target);
      queue.push({ module: next, way: step });
    }
  }
  return matches;
}

/** A panel knows no act of a later room or of a page, not even by its name: what follows there is handed to it. */
export function actsInOrder(modules: readonly Module[], rooms: readonly string[]): string[] {
  const orderOf = ({ room }: Place): number => (room === null ? rooms.length : rooms.indexOf(room));
  const acts = production(modules).flatMap((module) => {
    const place = standingOf(module.path);
    return place === null || !/\/(acts|board)\.ts$/.test(module.path)
      ? []
      : module.exported.map(({ text }) => ({ text, order: orderOf(place) }));
  });
  return production(modules).flatMap((module) => {
    const place = standingOf(module.path);
    if (place === null || place.room === null || place.part !== 'panel') return [];
    // A name of one word may be a field's too, unless an act is asked for by it.
    const matches = module.calls.flatMap(({ name, texts, line }) =>
      /^(use\w+|addressOf)$/.test(name) && typeof texts[0] === 'string' ? [{ text: texts[0], line }] : [],
    );
    return [
      ...matches,
      ...module.said.filter(({ text }) => /[A-Z]/.test(text) && !matches.some((one) => one.text === text)),
    ]
      .filter((one) => acts.some(({ text, order }) => text === one.text && order > orderOf(place)))
      .map((one) => `${module.path}:${one.line} names the act ${one.text}, which comes later: the page hands it in`);
  });
}

/** A figure reads facts and asks the room's rule; what a room reads for its own screens is of today, and of who asks. */
export function figuresAskRules(modules: readonly Module[]): string[] {
  return eachImport(modules, (_, __, to, module) => {
    const isOfFigures = /^src\/figures\/(list|method)\//.test(module.path);
    if (to?.layer !== 'casework' || !(isOfFigures || module.path.startsWith('src/exchange/'))) return null;
    const parts = ['words', 'rules', 'texts'];
    if (!isOfFigures && to.room === 'organiser') parts.push('reads');
    return parts.includes(to.part) ? null : `it takes of a room its ${parts.join(', ')}, and no ${to.part}`;
  });
}

/** Formats in and out speak to systems, not to screens. */
export function exchangeApart(modules: readonly Module[]): string[] {
  return eachImport(modules, (from, _, to) =>
    from.layer === 'exchange' && (to?.layer === 'screens' || to?.layer === 'web' || to?.part === 'panel')
      ? 'a format knows no screen: it asks acts and figures'
      : null,
  );
}

/** Each set of files that import one another in a circle, by its members in order. */
export function cycles(modules: readonly Module[]): string[] {
  const targets = new Map(modules.map((module) => [module.path, module.imports.map((one) => one.target)]));
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const circles: string[] = [];
  const visit = (path: string): void => {
    const own = order.size;
    order.set(path, own);
    low.set(path, own);
    stack.push(path);
    for (const target of targets.get(path) ?? []) {
      if (target === null || !targets.has(target)) continue;
      if (target === path) circles.push(`${path} imports itself`);
      if (!order.has(target)) visit(target);
      if (stack.includes(target)) low.set(path, Math.min(low.get(path) ?? own, low.get(target) ?? own));
    }
    if (low.get(path) !== own) return;
    const members = stack.splice(stack.indexOf(path));
    if (members.length > 1) {
      circles.push(`${members.sort().join(' <-> ')}: who reads one must read all, and no order can be told`);
    }
  };
  for (const module of modules) if (!order.has(module.path)) visit(module.path);
  return circles;
}
