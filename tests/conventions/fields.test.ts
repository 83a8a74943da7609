/** Whoever listens to a form hears which fields are to be filled: those whose label does not say optional. */
import { expect, test } from 'vitest';
import { filesUnder, readTexts } from './source.ts';

/** Fields with a label of the kit's that do not say whether they are to be filled. A group of checks is filled when none is chosen. */
function unsaid(path: string, text: string): string[] {
  return text
    .split(/^(?=export function |function )/m)
    .filter((part) => part.includes('useLabel(props)'))
    .filter((part) => !part.includes('requiredOf(props)') && !/^export function ChecksField/.test(part))
    .map((part) => `${path}: ${part.split('\n')[0]}`);
}

test('each field says whether it is to be filled', () => {
  const texts = readTexts(filesUnder('src/web/kit').filter((path) => path.endsWith('.tsx')));
  expect(texts.flatMap(({ text }) => [...text.matchAll(/requiredOf\(props\)/g)]).length).toBeGreaterThan(6);
  expect(texts.flatMap(({ path, text }) => unsaid(path, text))).toEqual([]);
});

test('one that does not is told of', () => {
  expect(
    unsaid('x', 'export function NewField(props) {\n  return <input label={useLabel(props)} />;\n}\n'),
  ).toHaveLength(1);
});
