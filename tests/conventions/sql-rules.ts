/** SQL passes by the imports: who writes which table, who reads whose, and who counts. */
import { standingOf } from './order-rules.ts';
import { isTest, type Module, type Said } from './source.ts';

const production = (modules: readonly Module[]): Module[] => modules.filter((module) => !isTest(module.path));

export function isSql(text: string): boolean {
  return /\b(select|insert\s+into|update|delete\s+from|merge\s+into|truncate)\b[\s\S]*\b(from|into|set|values|truncate|[a-z]+_[a-z_]+)\b/i.test(
    text,
  );
}

/** Names of tables that a piece of SQL writes; '?' where the name is filled in. */
function tablesWritten(text: string): string[] {
  const name = String.raw`(?:only\s+)?"?(?:public\.)?([a-z]+_[a-z_]+|\?)"?`;
  const patterns = [
    String.raw`\binsert\s+into\s+${name}`,
    String.raw`\bupdate\s+${name}\s+(?:as\s+)?(?:[a-z]\w*\s+)?set\b`,
    String.raw`\bdelete\s+from\s+${name}`,
    String.raw`\bmerge\s+into\s+${name}`,
    String.raw`\btruncate\s+(?:table\s+)?${name}`,
    String.raw`\bcopy\s+${name}\s+(?:\([^)]*\)\s+)?from\b`,
  ];
  return patterns.flatMap((pattern) => [...text.matchAll(new RegExp(pattern, 'gi'))].map((match) => match[1] ?? '?'));
}

function writtenIn(module: Module): Said[] {
  return [
    ...module.said.flatMap(({ text, line }) => tablesWritten(text).map((table) => ({ text: table, line }))),
    ...module.calls
      .filter((call) => /\.(insertInto|replaceInto|updateTable|deleteFrom|mergeInto)$/.test(call.name))
      .map((call) => ({ text: call.texts[0]?.split(/\s/)[0] ?? '?', line: call.line })),
  ];
}

/** Only writes.ts writes, and each writes only the tables of its own room. */
export function ownTables(modules: readonly Module[], rooms: readonly string[]): string[] {
  const isTable = (text: string): boolean => rooms.includes(/^([a-z]+)_[a-z_]+$/.exec(text)?.[1] ?? '');
  return production(modules).flatMap((module) => {
    const place = standingOf(module.path);
    if (place === null) return [];
    const owner = place.layer === 'casework' ? place.room : place.layer === 'server' ? 'platform' : place.layer;
    const mayWrite = place.layer === 'server' || place.part === 'writes';
    return writtenIn(module).flatMap(({ text: table, line }) => {
      if (!mayWrite)
        return [`${module.path}:${line} writes ${table}: only writes.ts records, so that each fact has one door`];
      if (table === '?') {
        // The name is filled in from the tables that the file names, which must all be its own.
        const named = module.said.filter((one) => isTable(one.text));
        return place.layer === 'server' || (named.length > 0 && named.every((one) => one.text.startsWith(`${owner}_`)))
          ? []
          : [
              `${module.path}:${line} writes a table whose name is filled in: name it here, so that its room can be told`,
            ];
      }
      return table.startsWith(`${owner}_`)
        ? []
        : [`${module.path}:${line} writes ${table}: ${owner} records only in its own tables`];
    });
  });
}

/** A room's SQL names only tables of rooms at or above it. */
export function tablesInOrder(modules: readonly Module[], rooms: readonly string[]): string[] {
  return production(modules).flatMap((module) => {
    const place = standingOf(module.path);
    if (place === null || (place.room === null && place.layer !== 'server')) return [];
    // The server knows who asks and for whom: sign-in, audit and row-level security stand on that.
    const last = rooms.indexOf(place.room ?? 'worker');
    const matches = [
      ...module.said.filter(({ text }) => isSql(text)),
      ...module.calls
        .filter((call) => /\.(selectFrom|\w*[jJ]oin|from)$/.test(call.name))
        .map((call) => ({ text: call.texts[0] ?? '', line: call.line })),
    ];
    return matches.flatMap(({ text, line }) =>
      [...text.matchAll(/\b(?:known_)?([a-z]+)_[a-z_]+\b/g)].flatMap(([table, room]) => {
        const isTable = new RegExp(String.raw`\b(from|join|into|update|,)\s+"?${table}\b|^${table}\b`, 'i').test(text);
        return isTable && rooms.indexOf(room ?? '') > last
          ? [`${module.path}:${line} reads ${table}: ${place.room ?? place.layer} comes before ${room}`]
          : [];
      }),
    );
  });
}

interface Query {
  /** Its text, with ( n ) for what stands in the nth brackets. */
  readonly top: string;
  readonly within: readonly Query[];
}

function queryOf(text: string): Query {
  let at = 0;
  const read = (): Query => {
    let top = '';
    const within: Query[] = [];
    while (at < text.length) {
      const one = text[at++];
      if (one === ')') break;
      if (one !== '(') top += one;
      else {
        within.push(read());
        top += `(${within.length - 1})`;
      }
    }
    return { top, within };
  };
  return read();
}

/** Whether a piece of SQL counts persons: rows of which each is another client, by brackets, by a name, or the clients themselves. */
export function countsPersons(text: string): boolean {
  const queries: Query[] = [];
  const collect = (query: Query): void => {
    queries.push(query);
    for (const one of query.within) collect(one);
  };
  collect(queryOf(text));
  const id = String.raw`\b(\w+\.)?(client|person)_id\b`;
  const isOfPersons = ({ top }: Query): boolean =>
    new RegExp(String.raw`\bselect\s+distinct\s(?:(?!\bfrom\b)[\s\S])*${id}|\bgroup\s+by\s[^()]*${id}`, 'i').test(top);
  const names = new Set(
    queries.flatMap(({ top, within }) =>
      [...top.matchAll(/\b(\w+)\s+as\s+(?:not\s+)?(?:materialized\s+)?\((\d+)\)/gi)].flatMap(([, name = '', n]) => {
        const part = within[Number(n)];
        return part && isOfPersons(part) ? [name] : [];
      }),
    ),
  );
  return queries.some((query) => {
    const { top, within } = query;
    const argument = (n: string | undefined): string => within[Number(n)]?.top.trim() ?? '';
    const lists = [...top.matchAll(/\b(?:cardinality|array_length)\s*\((\d+)\)/gi)].map(([, n]) => within[Number(n)]);
    if (lists.some((list) => /^array\s*\(0\)/i.test(list?.top.trim() ?? '') && list?.within.some(isOfPersons)))
      return true;
    const counts = [...top.matchAll(/\b(count|sum)\s*\((\d+)\)(\s*over\s*\(\d+\))?/gi)].filter(
      ([, name = '', n]) => name.toLowerCase() === 'count' || /^1$|^case\b/i.test(argument(n)),
    );
    if (counts.length === 0 || /\bgroup\s+by\s[^()]*\bworker_id\b/i.test(top)) return false;
    if (counts.some(([, , , over]) => over) && isOfPersons(query)) return true;
    return [...top.matchAll(/\b(from|join)\s+(?:lateral\s+)?(?:\((\d+)\)|(\w+))/gi)].some(
      ([, by = '', n, name = '']) => {
        const part = n === undefined ? undefined : within[Number(n)];
        // Rows that are joined to their client are counted as what they are.
        const isOfClients = by.toLowerCase() === 'from' && /^(known_|fact_)?client(_client)?$/.test(name);
        return part ? isOfPersons(part) : names.has(name) || isOfClients;
      },
    );
  });
}

/** Persons are counted once, in figures/: elsewhere no distinct count, no mean, no percentile. */
export function countsOutsideFigures(modules: readonly Module[]): string[] {
  const counts =
    /\bcount\s*\(\s*distinct\b|\b(cardinality|array_length|jsonb?_array_length)\s*\(\s*\w+_agg\s*\(\s*distinct\s+(\w+\.)?(client|person)_id\b|\bsum\s*\([^)]*\)[^,]*\/\s*(nullif\s*\(\s*)?count\s*\(|\bcount\s*\(\s*\*\s*\)[^()]*\bfrom\s*\(\s*select\s+(distinct\b[^()]*\b(client|person)_id\b|[^()]*\bgroup\s+by\s+(\w+\.)?(client|person)_id\b)|\b(avg|mode|stddev\w*|percentile_(cont|disc)|regr_\w+)\s*\(/i;
  // How many clients each worker has is a measure of work, by which one is chosen; of the organiser's persons it tells nothing.
  const sharesWork = /\)\s*\w+\s+group\s+by\s+worker_id\s*$/i;
  const why = 'only figures/ counts for people to read, so that one number has one definition and its cases';
  return production(modules)
    .filter((module) => !/^src\/(figures|server)\//.test(module.path))
    .flatMap((module) => [
      ...module.said
        .filter((one) => (counts.test(one.text) && !sharesWork.test(one.text)) || countsPersons(one.text))
        .map((one) => `${module.path}:${one.line} counts in SQL: ${why}`),
      ...module.means
        .filter(() => !module.path.startsWith('src/web/'))
        .map((one) => `${module.path}:${one.line} takes a mean, ${one.text}: ${why}`),
      ...module.measuredSets
        // A page may say how many of the rows it has it shows.
        .filter((one) => /client|person/i.test(one.text) && !module.path.endsWith('.tsx'))
        .map((one) => `${module.path}:${one.line} measures a set of ${one.text}: ${why}`),
      ...module.calls
        .filter(
          (call) => /\.(avg|countDistinct|countAll)$|\bfn\.count$/.test(call.name) || /\?\.distinct$/.test(call.name),
        )
        .map((call) => `${module.path}:${call.line} calls ${call.name}: ${why}`),
    ]);
}

/** SQL is checked: what the code sends says the shape of its rows, and goes by the one door that knows it. */
export function uncheckedSql(modules: readonly Module[]): string[] {
  return production(modules)
    .filter(({ path }) => path.startsWith('src/') && path !== 'src/server/database/statement.ts')
    .flatMap(({ path, uncheckedSql: some }) =>
      some.map(
        ({ line }) => `${path}:${line} sends or casts SQL as it is: rowsOf(its shape) and change are checked by a test`,
      ),
    );
}

const plainly = [
  /^insert into \w+\([^)]*\)values\((\?(::\w+)?,?)+\)$/,
  /^update \w+ set (\w+ = \?,?)+ where (\w+ = \?( and )?)+$/,
  /^delete from \w+ where (\w+ = \?( and )?)+$/,
];

/** What plainly records goes through the builder: a column that is left out, or not there, does not compile. */
export function plainChanges(modules: readonly Module[]): string[] {
  return production(modules).flatMap(({ path, templates }) =>
    templates
      .filter(({ written }) =>
        plainly.some((plain) =>
          plain.test(
            written
              .trim()
              .replaceAll(/\s+/g, ' ')
              .replaceAll(/ ?([(),]) ?/g, '$1'),
          ),
        ),
      )
      .map(({ line }) => `${path}:${line} records plainly by hand: the builder knows the columns`),
  );
}

/** Figures and formats read facts as they were known, never the tables of a room. */
export function factsOnly(modules: readonly Module[], rooms: readonly string[]): string[] {
  return production(modules)
    .filter(({ path }) => /^src\/(figures|exchange)\//.test(path))
    .flatMap((module) =>
      module.said
        .filter(({ text }) => isSql(text) || isTableOf(text, rooms))
        .flatMap(({ text, line }) => {
          const named = isTableOf(text, rooms)
            ? [text]
            : [...text.matchAll(/\b(?:from|join)\s+([a-z]+_[a-z_]+)/gi)].map(([, table]) => table ?? '');
          return named
            .filter((table) => !/^(fact|known|organiser|pg)_/.test(table))
            .map(
              (table) =>
                `${module.path}:${line} reads ${table}: figures and formats read facts (fact_, known_, organiser_), so that they hold for any day`,
            );
        }),
    );
}

/** A text that is nothing but the name of a room's table, as `sql.table` takes it. */
function isTableOf(text: string, rooms: readonly string[]): boolean {
  const room = /^([a-z]+)_[a-z]+(_[a-z]+)*$/.exec(text)?.[1];
  return room !== undefined && rooms.includes(room);
}

/** A table named by itself, to be filled in, is read as much as one in a text. */
export function namedTablesInOrder(modules: readonly Module[], rooms: readonly string[]): string[] {
  return production(modules).flatMap((module) => {
    const place = standingOf(module.path);
    if (!place?.room) return [];
    const last = rooms.indexOf(place.room);
    return module.calls
      .filter((call) => /(^|\.)(table|ref|id)$/.test(call.name))
      .flatMap((call) => {
        const name = call.texts[0]?.replace(/^known_/, '').split('.')[0] ?? '';
        return isTableOf(name, rooms) && rooms.indexOf(name.split('_')[0] ?? '') > last
          ? [`${module.path}:${call.line} reads ${name}: ${place.room} comes before it`]
          : [];
      });
  });
}

/** Who asks, and on which day, is asked once a statement: by itself it is proven anew for each row. */
export function askedOnce(modules: readonly Module[]): string[] {
  const bare = /(?<!\bselect )\bapp_(?:today|now|worker|organisers|purpose|client|clients|hidden_places)\(\)/i;
  return production(modules).flatMap((module) =>
    module.said
      .filter(({ text }) => bare.test(text))
      .map(({ text, line }) => {
        const asked = bare.exec(text)?.[0];
        return `${module.path}:${line} asks ${asked} at each row: (select ${asked})`;
      }),
  );
}
