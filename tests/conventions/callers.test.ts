/** Every rule of law, and of a room, is asked by something of the product, or stands on the list that is being emptied. */
import { describe, expect, test } from 'vitest';
import { withoutCaller } from './callers.ts';
import { filesUnder, readTexts } from './source.ts';
import { uncalled, uncalledAtMost } from './uncalled-law.ts';

const sources = readTexts(filesUnder('src', 'demo').filter((path) => /\.tsx?$/.test(path)));
const listed = Object.entries(uncalled).flatMap(([path, names]) => names.map((name) => `${path} ${name}`));

test('no rule is without a caller outside tests but those listed, and none is listed that has one', () => {
  expect(sources.length).toBeGreaterThan(200);
  expect(withoutCaller(sources)).toEqual(listed.toSorted());
});

test('the list only shrinks, and speaks of law alone', () => {
  expect(listed.length).toBeLessThanOrEqual(uncalledAtMost);
  expect(listed.filter((place) => !place.startsWith('src/law/'))).toEqual([]);
});

describe('is found without a caller', () => {
  const law = {
    path: 'src/law/act.ts',
    text: 'const due = 3;\nexport const limit = () => due;\nexport const other = () => limit();',
  };
  const readFound = (path: string, text: string) => withoutCaller([law, { path, text }]);

  test('a rule that nothing imports', () => {
    expect(readFound('src/casework/plan/acts.ts', '')).toEqual(['src/law/act.ts limit', 'src/law/act.ts other']);
  });

  test('a rule that only a test asks, or that only another without a caller uses', () => {
    const left = ['src/law/act.ts limit', 'src/law/act.ts other'];
    expect(readFound('src/law/act.test.ts', "import { other } from './act.ts'; other()")).toEqual(left);
    expect(
      readFound(
        'src/casework/plan/rules.ts',
        "import { limit } from '../../law/act.ts'; export const a = () => limit()",
      ),
    ).toEqual(['src/casework/plan/rules.ts a', ...left]);
  });

  test('law that only the demo region asks, and no rule of a room by which it is made', () => {
    const left = ['src/law/act.ts limit', 'src/law/act.ts other'];
    expect(readFound('demo/money.ts', "import { other } from '../src/law/act.ts'")).toEqual(left);
    const rule = { path: 'src/casework/plan/rules.ts', text: 'export const a = () => 1' };
    const demo = { path: 'demo/money.ts', text: "import { a } from '../src/casework/plan/rules.ts'" };
    expect(withoutCaller([rule, demo])).toEqual([]);
  });

  test('a rule that is only listed among all', () => {
    const all = "import * as act from './act.ts'; export const provisions = Object.values(act);";
    const screen = { path: 'src/casework/plan/acts.ts', text: "import { provisions } from '../../law/provisions.ts'" };
    expect(withoutCaller([law, { path: 'src/law/provisions.ts', text: all }, screen])).toHaveLength(2);
  });

  test('no rule that is asked, directly or by another that is', () => {
    expect(readFound('src/casework/plan/acts.ts', "import { other } from '../../law/act.ts'")).toEqual([]);
    expect(readFound('src/casework/plan/acts.ts', "import { limit } from '../../law/act.ts'")).toEqual([
      'src/law/act.ts other',
    ]);
  });
});
