/** Writes down what the migrated database is: its schema to read, and its types to write code against. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pg from 'pg';
import {
  type CatalogueColumn,
  type CatalogueRelation,
  readExtensions,
  readFunctions,
  readRelations,
  readTableDetails,
  readViewDefinition,
} from './catalogue.ts';

const folder = join(resolve(import.meta.dirname, '../../..'), 'database');

export const describedFiles = { schema: join(folder, 'schema.sql'), types: join(folder, 'types.ts') };

const warning = 'Written by `npm run database:types` from the migrated database. Do not edit.';

export interface DatabaseDescription {
  schema: string;
  types: string;
}

export async function describeDatabase(ownerUrl: string): Promise<DatabaseDescription> {
  const client = new pg.Client({ connectionString: ownerUrl, options: '-c search_path=public,platform' });
  await client.connect();
  try {
    const relations = (await readRelations(client)).filter((one) => one.name !== 'platform_migration');
    return { schema: await schemaText(client, relations), types: typesText(relations) };
  } finally {
    await client.end();
  }
}

const typeOf = new Map<string, string>([
  ...['int2', 'int4', 'int8', 'numeric', 'float4', 'float8', 'oid'].map((name) => [name, 'number'] as const),
  ['bool', 'boolean'],
  ['json', 'Json'],
  ['jsonb', 'Json'],
  ['bytea', 'Buffer'],
]);

function valueType(column: CatalogueColumn): string {
  const one = column.words
    ? column.words.map((word) => `'${word.replaceAll("'", "\\'")}'`).join(' | ')
    : (typeOf.get(column.base) ?? 'string');
  const all = column.array ? (column.words ? `(${one})[]` : `${one}[]`) : one;
  return column.required ? all : `${all} | null`;
}

function columnType(column: CatalogueColumn, relation: CatalogueRelation): string {
  const value = valueType(column);
  if (relation.kind === 'view') return value;
  if (column.generated) return `GeneratedAlways<${value}>`;
  return column.fallback === null ? value : `Generated<${value}>`;
}

const camel = (name: string): string =>
  name.replace(/(^|_)([a-z0-9])/g, (_, __, letter: string) => letter.toUpperCase());

const typeName = (relation: CatalogueRelation): string =>
  relation.schema === 'public' ? camel(relation.name) : camel(`${relation.schema}_${relation.name}`);

function typesText(relations: CatalogueRelation[]): string {
  const tables = relations.map(
    (relation) =>
      `export interface ${typeName(relation)} {\n${relation.columns
        .map((column) => `  ${column.name}: ${columnType(column, relation)};\n`)
        .join('')}}\n`,
  );
  const all = relations.map((relation) => {
    const key = relation.schema === 'public' ? relation.name : `'${relation.schema}.${relation.name}'`;
    return `  ${key}: ${typeName(relation)};\n`;
  });
  const body = tables.join('\n');
  const imports = ['Generated', 'GeneratedAlways'].filter((name) => body.includes(`${name}<`));
  return [
    `// ${warning}\n`,
    imports.length > 0 ? `import type { ${imports.join(', ')} } from 'kysely';\n\n` : '',
    '// biome-ignore lint/suspicious/noExplicitAny: a document in the database may hold anything; its reader checks it.\n',
    'export type Json = any;\n\n',
    body,
    `\nexport interface DB {\n${all.join('')}}\n`,
  ].join('');
}

const qualified = (relation: CatalogueRelation): string =>
  relation.schema === 'public' ? relation.name : `${relation.schema}.${relation.name}`;

async function tableText(client: pg.Client, relation: CatalogueRelation): Promise<string> {
  const { constraints, indexes, triggers, policies } = await readTableDetails(client, relation.oid);
  const lines = [
    ...relation.columns.map((column) => {
      const fallback =
        column.fallback === null ? '' : column.generated ? ` ${column.fallback}` : ` default ${column.fallback}`;
      return `  ${column.name} ${column.type}${column.required ? ' not null' : ''}${fallback}`;
    }),
    ...constraints.map(({ name, definition }) => `  constraint ${name} ${definition}`),
  ];
  return [
    relation.comment ? `-- ${relation.comment}\n` : '',
    `create table ${qualified(relation)} (\n${lines.join(',\n')}\n);\n`,
    ...indexes.map(({ definition }) => `${definition};\n`),
    ...triggers.map(({ definition }) => `${definition};\n`),
    relation.rowSecurity ? `alter table ${qualified(relation)} enable row level security;\n` : '',
    ...policies.map(({ name, definition }) => `create policy ${name} on ${qualified(relation)} for ${definition};\n`),
  ].join('');
}

async function schemaText(client: pg.Client, relations: CatalogueRelation[]): Promise<string> {
  const parts = [`-- ${warning}\n`];
  parts.push((await readExtensions(client)).map((name) => `create extension ${name};\n`).join(''));
  for (const relation of relations.filter((one) => one.kind === 'table')) parts.push(await tableText(client, relation));
  for (const relation of relations.filter((one) => one.kind === 'view')) {
    const about = relation.comment ? `-- ${relation.comment}\n` : '';
    parts.push(`${about}create view ${qualified(relation)} as\n${await readViewDefinition(client, relation.oid)}\n`);
  }
  for (const { definition } of await readFunctions(client)) parts.push(`${definition.trimEnd()};\n`);
  return parts.join('\n');
}

function differs(file: string, text: string): boolean {
  try {
    return readFileSync(file, 'utf8') !== text;
  } catch {
    return true;
  }
}

/** The files that no longer say what the database is. */
export function outdated(description: DatabaseDescription): string[] {
  return (['schema', 'types'] as const)
    .filter((name) => differs(describedFiles[name], description[name]))
    .map((name) => `database/${name === 'schema' ? 'schema.sql' : 'types.ts'}`);
}

export function writeDescription(description: DatabaseDescription): void {
  writeFileSync(describedFiles.schema, description.schema);
  writeFileSync(describedFiles.types, description.types);
}
