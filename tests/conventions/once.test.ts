/** An act is exported once, under the name that it has everywhere; a figure’s worked example is held by a test. */
import { describe, expect, test } from 'vitest';
import { figures } from '../../src/figures/frame/registry.ts';
import { allActs } from '../../src/screens/app/registry.ts';
import { filesUnder, isTest, readTexts } from './source.ts';

interface SourceText {
  readonly path: string;
  readonly text: string;
}

/** Acts that are exported twice, or under another name than their own: the registry would lose or misname one. */
function actsNamedWrong(sources: readonly SourceText[]): string[] {
  const matches = sources
    .filter(({ path }) => !isTest(path))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/^export const (\w+) = (?:act|ask)\(\{(?:\s*name: '(\w+)')?/gm)].map(
        ([, exported = '', name = '']) => ({
          path,
          exported,
          name,
        }),
      ),
    );
  const first = new Map<string, string>();
  return matches.flatMap(({ path, exported, name }) => {
    const before = first.get(exported);
    first.set(exported, path);
    return [
      ...(exported === name ? [] : [`${path} exports ${name} as ${exported}`]),
      ...(before === undefined ? [] : [`${exported} is exported by ${before} and ${path}`]),
    ];
  });
}

/** Figures whose worked example no test holds: by `worked`, which compares the figure and the words of its example. */
function figuresUntried(ids: readonly string[], tests: readonly SourceText[]): string[] {
  return ids.filter((id) => !tests.some(({ text }) => new RegExp(`\\bworked\\(\\s*db\\.app,\\s*'${id}'`).test(text)));
}

const sources = readTexts(filesUnder('src').filter((path) => /\.ts$/.test(path)));
const ofFigures = sources.filter(({ path }) => isTest(path) && path.startsWith('src/figures/'));

test('every act is exported once, under its own name', () => {
  const exported = sources.flatMap(({ path, text }) =>
    isTest(path) ? [] : [...text.matchAll(/^export const \w+ = (?:act|ask)\(/gm)],
  );
  expect(exported.length).toBe(allActs.length);
  expect(actsNamedWrong(sources)).toEqual([]);
});

test('every figure has a test that holds its worked example', () => {
  const ids = figures.map(({ id }) => id);
  expect(ids.length).toBeGreaterThan(40);
  expect(figuresUntried(ids, ofFigures)).toEqual([]);
});

describe('is found wrong', () => {
  const plan = "export const planned = act({\n  name: 'planned',";
  const at = (path: string, text: string): SourceText => ({ path, text });

  test('an act exported by two rooms, and one under another name', () => {
    expect(actsNamedWrong([at('src/casework/plan/acts.ts', plan), at('src/casework/exit/acts.ts', plan)])).toHaveLength(
      1,
    );
    expect(actsNamedWrong([at('src/casework/plan/acts.ts', plan.replace("'planned'", "'plan'"))])).toHaveLength(1);
    expect(actsNamedWrong([at('src/casework/plan/acts.ts', plan)])).toEqual([]);
  });

  test('a figure that no test holds to its example, though one names it', () => {
    const named = at('src/figures/q4.test.ts', "await figureIn(db.app, 'new-figure', { organiser: 'day' })");
    expect(figuresUntried(['new-figure'], [...ofFigures, named])).toEqual(['new-figure']);
    expect(figuresUntried(['new-figure'], [at(named.path, "await worked(db.app, 'new-figure', {}, {})")])).toEqual([]);
  });
});
