/** Which rules have a caller in the product: what only tests ask is law that nobody applies. */
import { posix } from 'node:path';
import { parseSync } from 'oxc-parser';
import { isTest } from './source.ts';

interface SourceText {
  readonly path: string;
  readonly text: string;
}

type Node = Record<string, unknown> & { readonly type: string };

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** Law, and the rules of the rooms: what is held here must be asked by something else of the product. */
const isRuled = (path: string): boolean => /^src\/law\/|^src\/casework\/[^/]+\/rules\.ts$/.test(path);

/** A module's values at its top level, with the names each of them uses, and where those that it imports come from. */
interface Values {
  readonly exported: readonly string[];
  readonly uses: ReadonlyMap<string, ReadonlySet<string>>;
  /** Names of which types are made. */
  readonly asTypes: ReadonlySet<string>;
  /** `file name` of what a local name stands for; `file *` of all of a file at once. */
  readonly imported: ReadonlyMap<string, string>;
}

function valuesOf({ path, text }: SourceText): Values {
  const { program, module } = parseSync(path, text);
  const imported = new Map<string, string>();
  for (const one of module.staticImports) {
    const from = one.moduleRequest.value;
    if (!from.startsWith('.')) continue;
    const target = posix.normalize(posix.join(posix.dirname(path), from));
    for (const entry of one.entries)
      if (!entry.isType) imported.set(entry.localName.value, `${target} ${entry.importName.name ?? '*'}`);
  }
  const exported: string[] = [];
  const uses = new Map<string, Set<string>>();
  const asTypes = new Set<string>();
  for (const statement of (program as unknown as { body: Node[] }).body) {
    const isExport = statement.type === 'ExportNamedDeclaration';
    const made = isExport ? (statement.declaration as Node | null) : statement;
    // A type that is made of a value is how the product asks it.
    if (made?.type === 'TSTypeAliasDeclaration') for (const name of namesIn(made)) asTypes.add(name);
    for (const value of made ? valuesIn(made) : []) {
      uses.set(value.name, namesIn(value.node));
      if (isExport) exported.push(value.name);
    }
  }
  return { exported, uses, imported, asTypes };
}

function valuesIn(node: Node): { readonly name: string; readonly node: Node }[] {
  const named = (one: Node) =>
    isNode(one.id) && one.id.type === 'Identifier' ? [{ name: `${one.id.name}`, node: one }] : [];
  if (node.type === 'VariableDeclaration') return (node.declarations as Node[]).flatMap(named);
  return node.type === 'FunctionDeclaration' || node.type === 'ClassDeclaration' ? named(node) : [];
}

/** Names that a piece of code uses, and those of a namespace as `all.one`. */
function namesIn(node: Node, names = new Set<string>()): Set<string> {
  if (node.type === 'Identifier') names.add(`${node.name}`);
  const { object, property } = node as { object?: Node; property?: Node };
  if (node.type === 'MemberExpression' && object?.type === 'Identifier' && node.computed !== true) {
    names.add(`${object.name}.${property?.name}`);
    return names;
  }
  for (const [key, value] of Object.entries(node)) {
    const isName = (key === 'property' || key === 'key') && node.computed !== true && node.shorthand !== true;
    if (isName) continue;
    for (const item of Array.isArray(value) ? value : [value]) if (isNode(item)) namesIn(item, names);
  }
  return names;
}

/** Exported rules without a caller outside tests, as `file name`: nothing of the product leads to them. */
export function withoutCaller(sources: readonly SourceText[]): string[] {
  const modules = new Map(
    sources.filter(({ path }) => !isTest(path)).map((source) => [source.path, valuesOf(source)] as const),
  );
  const called = new Set<string>();
  const queue: string[] = [];
  const call = (place: string) => {
    if (called.has(place)) return;
    called.add(place);
    queue.push(place);
  };
  // The demo region is made by the rules of the rooms, as an oracle of what the product prices; it applies no law by itself.
  const mayCall = (path: string, place: string) => !path.startsWith('demo/') || place.startsWith('src/casework/');
  for (const [path, { imported }] of modules)
    if (!isRuled(path)) for (const place of imported.values()) if (mayCall(path, place)) call(place);
  for (const [path, { asTypes, uses }] of modules)
    for (const name of asTypes) if (isRuled(path) && uses.has(name)) call(`${path} ${name}`);
  for (const place of queue) {
    const [path = '', name = ''] = place.split(' ');
    const module = modules.get(path);
    if (!module || !isRuled(path)) continue;
    if (name === '*') for (const one of module.exported) call(`${path} ${one}`);
    for (const used of module.uses.get(name) ?? []) {
      const [first = '', member] = used.split('.');
      const from = module.imported.get(first);
      // The register lists whole statutes: to be listed is not to be applied.
      if (from?.endsWith(' *')) member && call(`${from.slice(0, -1)}${member}`);
      else if (from) call(from);
      else if (module.uses.has(first)) call(`${path} ${first}`);
    }
  }
  return [...modules]
    .filter(([path]) => isRuled(path))
    .flatMap(([path, { exported }]) => exported.map((name) => `${path} ${name}`))
    .filter((place) => !called.has(place))
    .sort();
}
