/** The source as the conventions see it: what each module imports, declares, calls and says. Read by a real parser. */
import { readdirSync, readFileSync } from 'node:fs';
import { posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'oxc-parser';

export interface Import {
  /** A path from the root of the repository, a package, or null where it is computed and cannot be read. */
  readonly target: string | null;
  readonly typeOnly: boolean;
  readonly names: readonly string[];
  readonly line: number;
}

export interface Said {
  readonly text: string;
  readonly line: number;
}

interface Call {
  /** As written, such as `Date.now`, `sql.raw`, `new Date` or `?.insertInto`. */
  readonly name: string;
  readonly texts: readonly (string | null)[];
  readonly numbers: readonly (number | null)[];
  readonly count: number;
  readonly line: number;
}

/** A statement written by hand, by the tag that sends it. */
export interface SqlTemplate {
  readonly written: string;
  /** What is declared at the top of the file around it. */
  readonly name: string;
  readonly line: number;
}

export interface Module {
  readonly path: string;
  readonly templates: readonly SqlTemplate[];
  readonly imports: readonly Import[];
  /** Strings, templates (with ? for what is filled in) and text of screens; no comments. */
  readonly said: readonly Said[];
  readonly calls: readonly Call[];
  /** Dotted names that are used, such as `Math.random`, and single ones. */
  readonly used: readonly Said[];
  /** Types, classes, functions and constants. */
  readonly declared: readonly (Said & { readonly isClass: boolean })[];
  /** Names of values: of variables and parameters, those taken out of an object or a list too. */
  readonly values: readonly Said[];
  /** What others may import by name; what is only passed on is its own file's. */
  readonly exported: readonly (Said & { readonly isType: boolean })[];
  /** Names that hold a number written out in the code. */
  readonly numbers: readonly { readonly name: string; readonly value: number; readonly line: number }[];
  /** What a number written out in the code, or under a name there, is compared with, added to or taken from. */
  readonly weighed: readonly { readonly against: string; readonly value: number; readonly line: number }[];
  /** Numbers that are multiplied as they are written out: 3 * 30. */
  readonly products: readonly { readonly factors: readonly number[]; readonly line: number }[];
  /** Of what a set is made and measured: new Set(these).size, there or under a name; groups too. */
  readonly measuredSets: readonly Said[];
  /** Divisions by how many there are: a mean. */
  readonly means: readonly Said[];
  /** SQL that is sent as it is, past the check of its rows; and rows that are only said to have a shape. */
  readonly uncheckedSql: readonly Said[];
  /** Lines on which a type is asserted of what has just been asserted to be unknown or any. */
  readonly doubledCasts: readonly number[];
  /** Types that something is asserted to be of, by their names. */
  readonly casts: readonly Said[];
  /** Elements of the browser that are drawn: form, dialog. */
  readonly elements: readonly Said[];
  /** Addresses that links have as they are written out. */
  readonly hrefs: readonly Said[];
  /** Names of fields of objects and types, and of attributes. */
  readonly keys: readonly Said[];
  /** Types of things with fields, by the names of the fields that are always there. */
  readonly shapes: readonly { readonly name: string; readonly fields: readonly string[]; readonly line: number }[];
  /** Objects as they are written out: which fields they give, and which of them only as null, nothing or an empty list. */
  readonly objects: readonly { readonly given: ReadonlySet<string>; readonly empty: ReadonlySet<string> }[];
  /** Sets of texts with the path of each key, such as states.ended. */
  readonly texts: readonly { readonly name: string; readonly keys: readonly Said[] }[];
  /** Names of members, properties and strings outside sets of texts: by one of these a text can be asked for. */
  readonly mentioned: ReadonlySet<string>;
  readonly defaultExportLine: number | null;
  /** How many lines the comment has that the file opens with. */
  readonly openingLines: number;
  /** Lines that keep the compiler from telling. */
  readonly silenced: readonly number[];
  readonly problems: readonly string[];
}

type Node = Record<string, unknown> & { type: string; start: number };

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Every file under the folders, as paths from the root. */
export function filesUnder(...folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(posix.join(root, folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(root, posix.join(entry.parentPath, entry.name))),
  );
}

const isModule = (path: string): boolean => /\.tsx?$/.test(path) && !path.endsWith('.d.ts');
export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path);

/** Several tests in one process ask for the same files. */
const parsed = new Map<string, Module>();

export function readModules(paths: readonly string[]): Module[] {
  return paths.filter(isModule).map((path) => {
    const module = parsed.get(path) ?? parseModule(path, readFileSync(posix.join(root, path), 'utf8'));
    parsed.set(path, module);
    return module;
  });
}

export function readTexts(paths: readonly string[]): { readonly path: string; readonly text: string }[] {
  return paths.map((path) => ({ path, text: readFileSync(posix.join(root, path), 'utf8') }));
}

export function parseModule(path: string, text: string): Module {
  const { program, module, comments, errors } = parseSync(path, text);
  const constants = constantsIn(program as unknown as Node);
  const starts = [0, ...[...text.matchAll(/\n/g)].map((match) => match.index + 1)];
  const lineAt = (offset: number): number => countUpTo(starts, offset);
  const resolve = (from: string): string =>
    from.startsWith('.') ? posix.normalize(posix.join(posix.dirname(path), from)) : from;

  const imports: Import[] = module.staticImports.map((one) => ({
    target: resolve(one.moduleRequest.value),
    typeOnly: one.entries.length > 0 && one.entries.every((entry) => entry.isType),
    names: one.entries.map((entry) => entry.importName.name ?? '*'),
    line: lineAt(one.start),
  }));
  for (const one of module.staticExports) {
    const from = one.entries.find((entry) => entry.moduleRequest)?.moduleRequest;
    if (!from) continue;
    imports.push({
      target: resolve(from.value),
      typeOnly: one.entries.every((entry) => entry.isType),
      names: one.entries.map((entry) => entry.importName.name ?? '*'),
      line: lineAt(one.start),
    });
  }
  const isDefault = (entry: { exportName: { kind: string; name: string | null } }): boolean =>
    entry.exportName.kind === 'Default' || entry.exportName.name === 'default';
  const defaultExport = module.staticExports.find((one) => one.entries.some(isDefault));

  const sentences: Said[] = [];
  const calls: Call[] = [];
  const used: Said[] = [];
  const declared: (Said & { isClass: boolean })[] = [];
  const values: Said[] = [];
  const numbers: { name: string; value: number; line: number }[] = [];
  const templates: SqlTemplate[] = [];
  const products: { factors: number[]; line: number }[] = [];
  const measuredSets: Said[] = [];
  const means: Said[] = [];
  const namedSets = new Map<string, Node>();
  const uncheckedSql: Said[] = [];
  for (const part of (program as unknown as { body: Node[] }).body)
    walk(part, (node) => {
      const written = statementText(node);
      if (written !== null) templates.push({ written, name: nameOfPart(part), line: lineAt(node.start) });
    });
  const doubledCasts: number[] = [];
  const casts: Said[] = [];
  const hrefs: Said[] = [];
  const keys: Said[] = [];
  const weighed: { against: string; value: number; line: number }[] = [];
  const elements: Said[] = [];
  const texts: { name: string; keys: Said[] }[] = [];
  const sets: Node[] = [];
  const shapes: { name: string; fields: string[]; line: number }[] = [];
  const objects: { given: Set<string>; empty: Set<string> }[] = [];
  const mentions: Said[] = [];
  walk(program as unknown as Node, (node, parent) => {
    const line = lineAt(node.start);
    if (node.type === 'ImportExpression' || node.type === 'TSImportType') {
      const source = literalText(node.source as Node);
      imports.push({
        target: source === null ? null : resolve(source),
        typeOnly: node.type === 'TSImportType',
        names: [node.type === 'TSImportType' && isNode(node.qualifier) ? lastName(node.qualifier) : '*'],
        line,
      });
    }
    const required = requiredBy(node);
    // What a bundler collects by a pattern, nobody can follow.
    if (node.type === 'CallExpression' && /\bmeta\.glob$/.test(text.slice(...spanOf(node.callee as Node))))
      imports.push({ target: null, typeOnly: false, names: ['*'], line });
    if (required) {
      const source = literalText(required);
      imports.push({ target: source === null ? null : resolve(source), typeOnly: false, names: ['*'], line });
    }
    const spoken = isModuleSource(node, parent) ? null : (templateText(node) ?? ownText(node));
    if (spoken) sentences.push({ text: spoken, line });
    if (node.type === 'CallExpression' || node.type === 'NewExpression') calls.push(callOf(node, constants, line));
    const name = node.type === 'MemberExpression' || node.type === 'Identifier' ? dotted(node) : null;
    if (name && !isNameOnly(node, parent)) used.push({ text: name, line });
    const own = declaredName(node);
    if (own) declared.push({ text: own, line, isClass: node.type.startsWith('Class') });
    for (const taken of takenOut(node)) used.push({ text: taken, line });
    const key = keyOf(node);
    if (key !== null) keys.push({ text: key, line });
    for (const one of weighedIn(node, constants))
      weighed.push({ against: text.slice(one.against.start, one.against.end as number), value: one.value, line });
    for (const value of boundBy(node)) values.push({ text: `${value.name}`, line: lineAt(value.start) });
    const factors = node.type === 'BinaryExpression' && node.operator === '*' ? [node.left, node.right] : [];
    const written = factors.map((one) => numberOf(one as Node)).filter((one) => one !== null);
    if (written.length === 2) products.push({ factors: written, line });
    const filled = setNamed(node);
    if (filled) namedSets.set(filled.name, filled.of);
    // Whether there is any is no count.
    const measured = isAskedForAny(parent) ? null : measuredSet(node, namedSets);
    if (measured) measuredSets.push({ text: text.slice(measured.start, measured.end as number), line });
    const divided = text.slice(node.start, node.end as number);
    if (isPerHowMany(node) && /\breduce\(|sum|total/i.test(divided)) means.push({ text: divided, line });
    if (isUncheckedSql(node)) uncheckedSql.push({ text: text.slice(node.start, node.start + 60), line });
    if (isDoubledCast(node)) doubledCasts.push(line);
    const asserted = castTo(node);
    if (asserted) casts.push({ text: asserted, line });
    for (const href of hrefsOf(node)) hrefs.push({ text: href, line });
    if (node.type === 'JSXOpeningElement') elements.push({ text: `${(node.name as Node).name}`, line });
    const fields = fieldsOf(node);
    if (fields) shapes.push({ name: isNode(parent?.id) ? `${parent.id.name}` : '-', fields, line });
    if (node.type === 'ObjectExpression') objects.push(givenIn(node));
    const set = textSet(node);
    if (set) {
      sets.push(node);
      texts.push({
        name: parent?.type === 'VariableDeclarator' ? `${(parent.id as Node).name}` : '-',
        keys: keysIn(set, lineAt),
      });
    }
    const mention = mentionedBy(node, parent);
    const isInSet = () => sets.some((one) => node.start >= one.start && node.start < (one.end as number));
    if (mention !== null && !isInSet()) mentions.push({ text: mention, line });
    const number = namedNumber(node);
    if (number) numbers.push({ ...number, line });
  });

  const code = (program as unknown as { body: Node[] }).body[0]?.start ?? text.length;
  return {
    path,
    imports,
    said: sentences,
    calls,
    used,
    declared,
    values,
    exported: module.staticExports.flatMap((one) =>
      one.entries.flatMap((entry) =>
        entry.exportName.name === null || isDefault(entry) || entry.moduleRequest !== null
          ? []
          : [{ text: entry.exportName.name, line: lineAt(one.start), isType: entry.isType }],
      ),
    ),
    numbers,
    templates,
    products,
    measuredSets,
    means,
    uncheckedSql,
    doubledCasts,
    casts,
    hrefs,
    keys,
    weighed,
    elements,
    shapes,
    objects,
    texts,
    mentioned: new Set(mentions.flatMap(({ text }) => [text, text.split('/').at(-1) ?? ''])),
    defaultExportLine: defaultExport ? lineAt(defaultExport.start) : null,
    openingLines: comments
      .filter((comment) => comment.end <= code)
      .reduce((lines, comment) => lines + comment.value.split('\n').filter((part) => /\w/.test(part)).length, 0),
    silenced: comments.filter(({ value }) => /@ts-/.test(value)).map(({ start }) => lineAt(start)),
    problems: errors.map((error) => error.message),
  };
}

/** How many of the numbers, which grow, are at most so large. */
function countUpTo(growing: readonly number[], most: number): number {
  let [low, high] = [0, growing.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((growing[middle] as number) <= most) low = middle + 1;
    else high = middle;
  }
  return low;
}

function walk(node: Node, see: (node: Node, parent: Node | null) => void, parent: Node | null = null): void {
  see(node, parent);
  for (const name in node) {
    const value = node[name];
    if (typeof value !== 'object' || value === null) continue;
    if (Array.isArray(value)) for (const item of value) isNode(item) && walk(item, see, node);
    else if (isNode(value)) walk(value, see, node);
  }
}

function isModuleSource(node: Node, parent: Node | null): boolean {
  return parent !== null && 'source' in parent && parent.source === node;
}

/** What a file asks for by require, or by the process itself, as it is written. */
function requiredBy(node: Node): Node | null {
  if (node.type !== 'CallExpression') return null;
  const [asked] = node.arguments as Node[];
  return /(^|\.)(require|getBuiltinModule)$/.test(dotted(node.callee as Node)) ? (asked ?? null) : null;
}

/** Members that are taken out of an object by their names: const { now } = Date is Date.now; const D = Date is all of it. */
function takenOut(node: Node): string[] {
  if (node.type !== 'VariableDeclarator' || !isNode(node.id) || !isNode(node.init)) return [];
  const of = plainly(dotted(node.init));
  if (node.id.type === 'Identifier') return /^(Date|Temporal|Math|performance|crypto)$/.test(of) ? [`${of}.*`] : [];
  return node.id.type === 'ObjectPattern' && !of.includes('?')
    ? (node.id.properties as Node[]).flatMap((one) => {
        const name = keyName(one);
        return name === null ? [] : [`${of}.${name}`];
      })
    : [];
}

/** A name without the global object that it may be asked of. */
const plainly = (name: string): string => name.replace(/^((globalThis|window|self)\.)+/, '');

function literalText(node: Node | undefined): string | null {
  return node?.type === 'Literal' && typeof node.value === 'string' ? node.value : null;
}

function ownText(node: Node): string | null {
  return node.type === 'JSXText' ? `${node.value}` : literalText(node);
}

function templateText(node: Node | undefined): string | null {
  if (node?.type !== 'TemplateLiteral') return null;
  return (node.quasis as { value: { cooked: string | null; raw: string } }[])
    .map(({ value }) => value.cooked ?? value.raw)
    .join(' ? ');
}

/** The text of a statement: rowsOf(...)`select ...` and change`update ...`. */
function statementText(node: Node): string | null {
  if (node.type !== 'TaggedTemplateExpression') return null;
  const tag = node.tag as Node;
  const name = tag.type === 'CallExpression' ? dotted(tag.callee as Node) : dotted(tag);
  return name === 'rowsOf' || name === 'change' ? templateText(node.quasi as Node) : null;
}

/** sql`...`.execute(tx), and sql<Row>`...` where the row is no single value. */
function isUncheckedSql(node: Node): boolean {
  const isSql = (one: unknown): one is Node =>
    isNode(one) && one.type === 'TaggedTemplateExpression' && dotted(one.tag as Node) === 'sql';
  if (node.type === 'MemberExpression' && (node.property as Node).name === 'execute') return isSql(node.object);
  const text = isSql(node) && isNode(node.typeArguments) ? (node.typeArguments.params as Node[]) : [];
  return text.some((one) => !/^TS(String|Number|Boolean)Keyword$/.test(one.type));
}

/** Of what a set or groups are made: new Set(these), Map.groupBy(these, by), also spread into a list. */
function setMadeOf(node: Node): Node | null {
  if (node.type === 'ArrayExpression') {
    const [only, ...others] = node.elements as Node[];
    return only?.type === 'SpreadElement' && others.length === 0 ? setMadeOf(only.argument as Node) : null;
  }
  const args = node.arguments as Node[] | undefined;
  const callee = isNode(node.callee) ? dotted(node.callee) : '';
  if (node.type === 'NewExpression') return callee === 'Set' || callee === 'Map' ? (args?.[0] ?? null) : null;
  if (node.type !== 'CallExpression') return null;
  // The keys or values of a group, or of a set, are as many as it has.
  if (/^(Object\.(keys|values|entries)|Array\.from)$/.test(callee)) return args?.[0] ? setMadeOf(args[0]) : null;
  if (callee === 'Object.fromEntries') return args?.[0] ?? null;
  if (callee === 'Map.groupBy' || callee === 'Object.groupBy') return args?.[1] ?? null;
  const [what, into] = args ?? [];
  const method = isNode(node.callee) ? memberName(node.callee) : null;
  // rows.reduce((all, { clientId }) => all.add(clientId), new Set())
  if (method === 'reduce') return into?.type === 'NewExpression' ? (what ?? null) : null;
  // rows.filter((row, i) => rows.findIndex((other) => other.clientId === row.clientId) === i)
  return method === 'filter' && what && callsIn(what).some((one) => /^(findIndex|indexOf)$/.test(one)) ? node : null;
}

const spanOf = (node: Node): [number, number] => [node.start, node.end as number];

const memberName = (node: Node): string | null =>
  node.type === 'MemberExpression' && node.computed !== true ? `${(node.property as Node).name}` : null;

function callsIn(node: Node): string[] {
  const names: string[] = [];
  walk(node, (one) => {
    const name = one.type === 'CallExpression' ? memberName(one.callee as Node) : null;
    if (name !== null) names.push(name);
  });
  return names;
}

/** A set, groups or an object by keys under a name, as it is made or as it is filled, and of what. */
function setNamed(node: Node): { readonly name: string; readonly of: Node } | null {
  if (node.type === 'VariableDeclarator' || node.type === 'Property') {
    const [key, value] = node.type === 'Property' ? [node.key, node.value] : [node.id, node.init];
    const of = isNode(value) ? setMadeOf(value) : null;
    return of && isNode(key) && key.type === 'Identifier' ? { name: `${key.name}`, of } : null;
  }
  // all.add(row.clientId), all.set(row.clientId, row)
  if (node.type === 'CallExpression' && /^(add|set)$/.test(memberName(node.callee as Node) ?? '')) {
    const name = nameOfValue((node.callee as Node).object as Node);
    const [of] = node.arguments as Node[];
    return name !== null && of ? { name, of } : null;
  }
  // all[row.clientId] = row
  const left = node.type === 'AssignmentExpression' ? (node.left as Node) : null;
  const name = left?.type === 'MemberExpression' && left.computed === true ? nameOfValue(left.object as Node) : null;
  return name !== null && left ? { name, of: left.property as Node } : null;
}

const nameOfValue = (node: Node): string | null => (node.type === 'Identifier' ? `${node.name}` : memberName(node));

function measuredSet(node: Node, named: ReadonlyMap<string, Node>): Node | null {
  if (!isMeasure(node)) return null;
  const made = node.object as Node;
  const name = nameOfValue(made);
  if (name !== null) return named.get(name) ?? null;
  // Object.keys(all).length, of an object that is filled by keys.
  const [only] = made.type === 'CallExpression' ? (made.arguments as Node[]) : [];
  const isListed = /^(Object\.(keys|values|entries)|Array\.from)$/.test(made.callee ? dotted(made.callee as Node) : '');
  const listed = isListed && only ? nameOfValue(only) : null;
  return listed === null ? setMadeOf(made) : (named.get(listed) ?? null);
}

const isMeasure = (node: Node): boolean =>
  node.type === 'MemberExpression' && ['size', 'length'].includes(`${(node.property as Node).name}`);

const isAskedForAny = (parent: Node | null): boolean =>
  parent?.type === 'BinaryExpression' &&
  ['===', '>', '!=='].includes(`${parent.operator}`) &&
  (parent.right as Node).value === 0;

/** Something over how many there are: of a sum it is a mean. */
function isPerHowMany(node: Node): boolean {
  return node.type === 'BinaryExpression' && node.operator === '/' && isMeasure(node.right as Node);
}

function nameOfPart(part: Node): string {
  const declared = (part.declaration ?? part) as Node;
  const first = Array.isArray(declared.declarations) ? (declared.declarations[0] as Node) : declared;
  return isNode(first.id) && first.id.type === 'Identifier' ? `${first.id.name}` : '-';
}

/** The fields of an interface, or of a part of it, that are not optional. */
function fieldsOf(node: Node): string[] | null {
  if (node.type !== 'TSInterfaceBody' && node.type !== 'TSTypeLiteral') return null;
  return ((node.body ?? node.members) as Node[]).flatMap((one) =>
    one.type === 'TSPropertySignature' && one.optional !== true ? [`${(one.key as Node).name}`] : [],
  );
}

function givenIn(node: Node): { given: Set<string>; empty: Set<string> } {
  const [input, empty] = [new Set<string>(), new Set<string>()];
  for (const one of node.properties as Node[]) {
    const name = keyName(one);
    if (name === null) continue;
    input.add(name);
    const value = one.value as Node;
    const isEmptyList = value.type === 'ArrayExpression' && (value.elements as unknown[]).length === 0;
    const isNothing = value.type === 'Literal' && (value.value === null || value.value === '');
    const isUndefined = value.type === 'Identifier' && value.name === 'undefined';
    if (isEmptyList || isNothing || isUndefined) empty.add(name);
  }
  return { given: input, empty };
}

/** The Finnish texts of texts({ fi: ... }), which say what keys there are. */
function textSet(node: Node): Node | null {
  if (node.type !== 'CallExpression' || dotted(node.callee as Node) !== 'texts') return null;
  const [all] = node.arguments as Node[];
  const languages = all?.type === 'ObjectExpression' ? (all.properties as Node[]) : [];
  const finnish = languages.find((one) => keyName(one) === 'fi')?.value as Node | undefined;
  return finnish?.type === 'ObjectExpression' ? finnish : null;
}

function keysIn(set: Node, lineAt: (offset: number) => number, before = ''): Said[] {
  return (set.properties as Node[]).flatMap((one) => {
    const name = keyName(one);
    if (name === null) return [];
    const value = one.value as Node;
    const path = `${before}${name}`;
    return [
      { text: path, line: lineAt(one.start) },
      ...(value.type === 'ObjectExpression' ? keysIn(value, lineAt, `${path}.`) : []),
    ];
  });
}

function keyName(node: Node): string | null {
  if (node.type !== 'Property' || node.computed === true) return null;
  const key = node.key as Node;
  return key.type === 'Identifier' ? `${key.name}` : literalText(key);
}

function mentionedBy(node: Node, parent: Node | null): string | null {
  if (node.type === 'MemberExpression' && node.computed !== true) return `${(node.property as Node).name}`;
  if (node.type === 'JSXAttribute') return `${(node.name as Node).name}`;
  if (node.type === 'Property' && parent !== null) return keyName(node);
  return literalText(node);
}

/** The name of the type that a value is said to be of: value as Name, <Name>value. */
function castTo(node: Node): string | null {
  if (node.type !== 'TSAsExpression' && node.type !== 'TSTypeAssertion') return null;
  const type = node.typeAnnotation as Node;
  return type.type === 'TSTypeReference' ? lastName(type.typeName as Node) : null;
}

const lastName = (name: Node): string => `${((name.type === 'TSQualifiedName' ? name.right : name) as Node).name}`;

/** href="/clients", href={`/clients/${id}`}, href={own ? '/my-day' : '/clients'}; what is drawn or sent from there too. */
function hrefsOf(node: Node): string[] {
  const attributes = /^(href|src|srcSet|srcDoc|action|formAction|data|poster|ping)$/;
  if (node.type !== 'JSXAttribute' || !attributes.test(`${(node.name as Node).name}`) || !isNode(node.value)) return [];
  const matches: string[] = [];
  walk(node.value, (one) => {
    const address = literalText(one) ?? templateText(one);
    if (address !== null) matches.push(address);
  });
  return matches;
}

/** A field's name, in an object or in a type; an attribute's. */
function keyOf(node: Node): string | null {
  if (node.type === 'JSXAttribute') return `${(node.name as Node).name}`;
  if (node.type !== 'Property' && node.type !== 'TSPropertySignature' && node.type !== 'PropertyDefinition')
    return null;
  const key = node.key as Node;
  return node.computed === true ? null : key.type === 'Identifier' ? `${key.name}` : literalText(key);
}

/** Numbers that stand under a name of the file: const term = 90. */
function constantsIn(program: Node): ReadonlyMap<string, number> {
  const constants = new Map<string, number>();
  walk(program, (node) => {
    const named = node.type === 'VariableDeclarator' ? namedNumber(node) : null;
    if (named) constants.set(named.name, named.value);
  });
  return constants;
}

function writtenValue(node: Node, constants: ReadonlyMap<string, number>): number | null {
  return node.type === 'Identifier' ? (constants.get(`${node.name}`) ?? null) : numberOf(node);
}

function weighedIn(node: Node, constants: ReadonlyMap<string, number>): { against: Node; value: number }[] {
  if (node.type !== 'BinaryExpression' || !/^([<>]=?|[!=]==?|[+-])$/.test(`${node.operator}`)) return [];
  const sides = [node.left as Node, node.right as Node];
  const values = sides.map((one) => writtenValue(one, constants));
  return sides.flatMap((against, i) => {
    const value = values[1 - i] ?? null;
    return value === null || values[i] !== null ? [] : [{ against, value }];
  });
}

function isDoubledCast(node: Node): boolean {
  if (node.type !== 'TSAsExpression' && node.type !== 'TSTypeAssertion') return false;
  let inner = node.expression as Node;
  while (inner.type === 'ParenthesizedExpression') inner = inner.expression as Node;
  return (
    /^TS(AsExpression|TypeAssertion)$/.test(inner.type) &&
    /^TS(Unknown|Any|Never)Keyword$/.test((inner.typeAnnotation as Node).type)
  );
}

function numberOf(node: Node | undefined | null): number | null {
  if (node?.type === 'UnaryExpression' && node.operator === '-') {
    const value = numberOf(node.argument as Node);
    return value === null ? null : -value;
  }
  if (node?.type === 'BinaryExpression') {
    const [left, right] = [numberOf(node.left as Node), numberOf(node.right as Node)];
    const reckon = {
      '+': (a: number, b: number) => a + b,
      '-': (a: number, b: number) => a - b,
      '*': (a: number, b: number) => a * b,
    }[`${node.operator}` as '+'];
    return left === null || right === null || !reckon ? null : reckon(left, right);
  }
  if (node?.type === 'TSAsExpression' || node?.type === 'ParenthesizedExpression')
    return numberOf(node.expression as Node);
  return node?.type === 'Literal' && typeof node.value === 'number' ? node.value : null;
}

function dotted(node: Node): string {
  if (node.type === 'Identifier') return `${node.name}`;
  if (node.type !== 'MemberExpression') return '?';
  const property = node.property as Node;
  const member = node.computed === true ? literalText(property) : `${property.name}`;
  return member === null ? '?' : plainly(`${dotted(node.object as Node)}.${member}`);
}

function callOf(node: Node, constants: ReadonlyMap<string, number>, line: number): Call {
  const input = node.arguments as Node[];
  const name = dotted(node.callee as Node);
  return {
    name: node.type === 'NewExpression' ? `new ${name}` : name,
    texts: input.map((one) => literalText(one) ?? templateText(one)),
    numbers: input.map((one) => writtenValue(one, constants)),
    count: input.length,
    line,
  };
}

/** A property's own name, a key, or the first part of a dotted name is no use of its own; nor is a declaration. */
function isNameOnly(node: Node, parent: Node | null): boolean {
  if (!parent) return false;
  if (parent.type === 'MemberExpression' && parent.computed !== true) return true;
  if (parent.id === node) return true;
  return parent.key === node && parent.computed !== true && parent.shorthand !== true;
}

function declaredName(node: Node): string | null {
  const declares = /^(TSInterfaceDeclaration|TSTypeAliasDeclaration|TSEnumDeclaration|Class(Declaration|Expression))$/;
  const isNamed = declares.test(node.type) || /^(FunctionDeclaration|VariableDeclarator)$/.test(node.type);
  const id = node.id;
  return isNamed && isNode(id) && id.type === 'Identifier' ? `${id.name}` : null;
}

/** The names that a declaration gives to values. */
function boundBy(node: Node): Node[] {
  if (node.type === 'VariableDeclarator') return namesIn(node.id);
  return Array.isArray(node.params) && /Function/.test(node.type) ? (node.params as unknown[]).flatMap(namesIn) : [];
}

function namesIn(pattern: unknown): Node[] {
  if (!isNode(pattern)) return [];
  if (pattern.type === 'Identifier') return [pattern];
  const parts = [pattern.left, pattern.argument, pattern.properties, pattern.elements, pattern.parameter].flat();
  return [...parts, pattern.type === 'Property' ? pattern.value : null].flatMap(namesIn);
}

function namedNumber(node: Node): { name: string; value: number } | null {
  const [key, held] =
    node.type === 'VariableDeclarator'
      ? [node.id, node.init]
      : node.type === 'Property' || node.type === 'PropertyDefinition'
        ? [node.key, node.value]
        : node.type === 'AssignmentPattern'
          ? [node.left, node.right]
          : [null, null];
  const value = numberOf(held as Node | null);
  if (value === null || !isNode(key)) return null;
  const name = key.type === 'Identifier' ? `${key.name}` : literalText(key);
  return name === null ? null : { name, value };
}
