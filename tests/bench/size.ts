/** Prints what the first pages weigh: script and style, compressed. Run after `npm run build`. */
import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const dist = new URL('../../dist/', import.meta.url);
const limit = 200_000;

interface Chunk {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
}

const manifestFile = new URL('.vite/manifest.json', dist);
if (!existsSync(manifestFile)) {
  console.error('dist/ has no manifest: run npm run build first');
  process.exit(2);
}
const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Readonly<Record<string, Chunk>>;

/** All files that a browser loads for these modules. */
function filesOf(keys: readonly string[]): ReadonlySet<string> {
  const files = new Set<string>();
  const seen = new Set<string>();
  const follow = (key: string) => {
    const chunk = manifest[key];
    if (!chunk || seen.has(key)) return;
    seen.add(key);
    files.add(chunk.file);
    for (const style of chunk.css ?? []) files.add(style);
    for (const other of chunk.imports ?? []) follow(other);
  };
  for (const key of keys) follow(key);
  return files;
}

const weight = (file: string) => gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length;

let over = false;
for (const [name, keys] of [
  ['sign-in', ['index.html', 'sign-in/page.tsx']],
  ['my day', ['index.html', 'coach/page.tsx']],
  ['both', ['index.html', 'sign-in/page.tsx', 'coach/page.tsx']],
] as const) {
  const missing = keys.filter((key) => !manifest[key]);
  if (missing.length > 0) {
    console.log(`${name}: no ${missing.join(', ')} in the build`);
    continue;
  }
  const files = [...filesOf(keys)];
  const sum = (ending: string) =>
    files.filter((file) => file.endsWith(ending)).reduce((total, file) => total + weight(file), 0);
  const [script, style] = [sum('.js'), sum('.css')];
  over ||= script + style > limit;
  const kilo = (bytes: number) => (bytes / 1000).toFixed(1);
  console.log(
    `${name}: ${kilo(script + style)} kB of ${limit / 1000} (script ${kilo(script)}, style ${kilo(style)}, ${files.length} files)`,
  );
}
process.exit(over ? 1 : 0);
