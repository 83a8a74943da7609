/** What is typed belongs to a form, which the dialog and the page around it ask before it goes. */
import { expect, test } from 'vitest';
import { filesUnder, readTexts } from './source.ts';

/** Fields in which one writes; a search narrows what is shown, and is written in no time again. */
const fields = /<(?:TextField|TextArea|Textfield|Textarea|TimeField|EuroField|NumberField|textarea)\b/;
/** A form of the kit counts what is typed; its fields are also drawn by parts that are given them. */
const ofForm = /\buseForm\(|\buseUnsavedChanges\(|\buseUnsentInDialog\(|: (?:FormOf|FieldsOf|FieldOf)<|\.\.\.form\b/;

/** Fields in which one chooses: in a dialog, what is chosen is lost with it. */
const choices = /<(?:DayField|RangeField|SelectField|RadioField|CheckField|Checkbox|CheckboxGroup|Combobox|select)\b/;
const choosesWithoutForm = (text: string): boolean =>
  /<Dialog\b/.test(text) && choices.test(text) && !ofForm.test(text);

const typesWithoutForm = (text: string): boolean => fields.test(text) && !ofForm.test(text);

const drawn = readTexts(filesUnder('src').filter((path) => path.endsWith('.tsx')));

test('every field in which one writes is of a form that keeps what is typed from being dropped unasked', () => {
  expect(drawn.filter(({ text }) => fields.test(text)).length).toBeGreaterThan(30);
  const own = drawn.filter(({ path }) => !path.includes('src/web/kit/'));
  expect(own.filter(({ text }) => typesWithoutForm(text)).map(({ path }) => path)).toEqual([]);
});

test('every field of a dialog in which one chooses is of such a form too', () => {
  expect(drawn.filter(({ text }) => /<Dialog\b/.test(text) && choices.test(text)).length).toBeGreaterThan(20);
  expect(drawn.filter(({ text }) => choosesWithoutForm(text)).map(({ path }) => path)).toEqual([]);
});

test('there is one dialog, which asks, and no form goes without asking but those before one is signed in', () => {
  expect(drawn.filter(({ text }) => /<dialog\b/.test(text)).map(({ path }) => path.split('/src/').at(-1))).toEqual([
    expect.stringMatching(/web\/kit\/dialog\.tsx$/),
  ]);
  const unguarded = drawn.filter(({ text }) => /\bunguarded: true/.test(text)).map(({ path }) => path);
  for (const path of unguarded) expect(path).toMatch(/sign-in|own-passkeys|own-codes|own-sessions/);
});

test('days and times are typed into the fields that read them as people write them', () => {
  const own = drawn.filter(({ text }) => /type="(?:date|time|month|datetime-local|week)"/.test(text));
  expect(own.map(({ path }) => path)).toEqual([]);
});

test.each([
  [
    'a text that only its part knows',
    "const [text, setText] = useState(''); <TextArea value={text} change={setText} />",
    true,
  ],
  ['a text of a form', "const form = useForm({ initial }); <TextArea {...form.field('text')} />", false],
  ['a field given by the form', 'readonly fields: FieldsOf<Values>; <TextArea {...fields.text} />', false],
  ['a search', '<SearchField value={text} change={setText} />', false],
])('%s', (_, text, found) => {
  expect(typesWithoutForm(text)).toBe(found);
});

test.each([
  ['a choice that only its dialog knows', '<Dialog><SelectField value={one} change={choose} /></Dialog>', true],
  ['a choice of a form', 'const form = useForm({}); <Dialog><SelectField {...form.field("one")} /></Dialog>', false],
  ['a choice of which the dialog is told', 'useUnsentInDialog(chosen); <Dialog><RadioField /></Dialog>', false],
  ['a filter of a page', '<SelectField value={service} change={narrow} />', false],
])('%s', (_, text, found) => {
  expect(choosesWithoutForm(text)).toBe(found);
});
