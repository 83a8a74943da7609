import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const server = `http://127.0.0.1:${process.env.PORT ?? '4800'}`;

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [part: string]: unknown;
}

/** Is the expression a schema: does it begin at `z` or at another schema? */
function isSchema(node: Node | null): boolean {
  let at = node;
  while (at && at.type !== 'Identifier') {
    if (at.type === 'CallExpression') at = at.callee as Node;
    else if (at.type === 'MemberExpression') at = at.object as Node;
    else return false;
  }
  // z.object(…), and schemas made of schemas: zPlan.omit(…).
  return /^z(?=[A-Z]|$)/.test(String(at?.name)) && node?.type === 'CallExpression';
}

/**
 * Words hold schemas beside the lists and types that screens read.
 * Making a schema changes nothing else, which the bundler cannot know; told so, it leaves out the unused ones and zod with them.
 */
function schemasOnlyWhereUsed(): Plugin {
  return {
    name: 'schemas-only-where-used',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /\/src\/.*\.ts$/, code: /from 'zod'/ },
      handler(code) {
        const tree = this.parse(code, { lang: 'ts' }) as unknown as { readonly body: readonly Node[] };
        const schemas = tree.body
          .map((node) => (node.type === 'ExportNamedDeclaration' ? (node.declaration as Node | null) : node))
          .filter((node) => node?.type === 'VariableDeclaration')
          .flatMap((node) => node?.declarations as readonly Node[])
          .map((declared) => declared.init as Node | null)
          .filter((init) => {
            let bare = init;
            while (bare?.type === 'TSAsExpression') bare = bare.expression as Node;
            return isSchema(bare);
          }) as Node[];
        let out = code;
        for (const { start, end } of schemas.toReversed()) {
          out = `${out.slice(0, start)}/* @__PURE__ */ (() => ${out.slice(start, end)})()${out.slice(end)}`;
        }
        return { code: out, map: null };
      },
    },
  };
}

/**
 * The kit's own languages bring along how each writes dates, 40 kB that every page would load; whoever picks a day tells it
 * the dates of the language at hand.
 */
function noDatesInTheKitsLanguages(): Plugin {
  const none = '\0no-dates';
  return {
    name: 'no-dates-in-the-kits-languages',
    apply: 'build',
    enforce: 'pre',
    resolveId: (id, importer) =>
      id === 'date-fns/locale' && importer && /ds-react\/esm\/utils\/i18n\/locales\//.test(importer) ? none : null,
    load: (id) => (id === none ? 'export const nb = undefined, nn = undefined, enGB = undefined;' : null),
  };
}

export default defineConfig({
  root: fileURLToPath(new URL('src/screens/app', import.meta.url)),
  cacheDir: fileURLToPath(new URL('node_modules/.vite', import.meta.url)),
  plugins: [schemasOnlyWhereUsed(), noDatesInTheKitsLanguages(), react()],
  server: { host: '127.0.0.1', port: 4801, proxy: { '/api': server, '/health': server } },
  build: {
    outDir: fileURLToPath(new URL('dist', import.meta.url)),
    emptyOutDir: true,
    target: 'es2023',
    manifest: true,
    // A font or picture inlined as data: would be refused by the content security policy.
    assetsInlineLimit: 0,
  },
});
