import { lazy, type RefObject, Suspense, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { addDays, type Day, isNoDay, readDay } from '../../kernel/day.ts';
import type { FieldOf } from '../form.tsx';
import type { DayFieldProps } from './day-picker.tsx';
import { useFormat } from './format.ts';
import { useTexts } from './language.tsx';
import { TextField } from './text-field.tsx';
import { kit } from './texts.ts';

const DayPicker = lazy(() => import('./day-picker.tsx').then((module) => ({ default: module.DayPicker })));

/** Where in a field one is, and what of it is selected to be written over. */
type Selected = readonly [from: number, to: number];

/** A day, typed or chosen from a calendar. The calendar's code comes only when a form needs it. */
export function DayField(props: DayFieldProps) {
  const typed = useRef<string>(undefined);
  const caret = useRef<Selected>(undefined);
  return (
    <Suspense fallback={<DayWhileLoading {...props} typed={typed} caret={caret} />}>
      <DayLoaded {...props} typed={typed} caret={caret} />
    </Suspense>
  );
}

const yearOne = '0001-01-01' as Day;

/** In place of a day's field while what it needs is on its way: nothing can be typed yet. */
export function DayAwaited({ name, label }: Pick<DayFieldProps, 'name' | 'label'>) {
  const nothing = () => undefined;
  return <TextField {...{ name, label }} value="" change={nothing} error={undefined} complain={nothing} waiting />;
}

type DayTyped = DayFieldProps & {
  readonly typed: RefObject<string | undefined>;
  /** Where in the field one was when the calendar came; undefined where one was elsewhere. */
  readonly caret: RefObject<Selected | undefined>;
};

/** The field while the calendar's code is on its way: what is typed meanwhile is kept, and is what a form that is sent then sends. */
function DayWhileLoading({ typed, caret, ...props }: DayTyped) {
  const { name, value, change, complain, today } = props;
  useLayoutEffect(
    () => () => {
      const at = document.activeElement;
      if (!(at instanceof HTMLInputElement) || at.name !== name) return;
      const { selectionStart, selectionEnd, value: text } = at;
      caret.current = [selectionStart ?? text.length, selectionEnd ?? text.length];
    },
    [name, caret],
  );
  const words = useTexts(kit);
  const format = useFormat();
  const [text, setText] = useState(value ? format.day(value) : '');
  const keep = (now: string) => {
    typed.current = now;
    setText(now);
    const year = today ?? value ?? yearOne;
    const day = readDay(now, year);
    const why = isNoDay(now, year) ? words.dayNone(now.trim()) : words.dayWrong;
    complain(day === null && now.trim() !== '' ? why : undefined);
    if (day !== null || now.trim() === '') change(day);
  };
  return <TextField {...props} value={text} change={keep} />;
}

/** Writes into a field as its reader does, so that whoever listens to it hears of it. */
function write(field: HTMLInputElement, text: string) {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

function DayLoaded({ typed, caret, ...props }: DayTyped) {
  const { value, change, complain, today } = props;
  const field = useRef<HTMLInputElement>(null);
  // The field of before is gone: whoever was in it goes on in this one, and not outside of the dialog.
  useLayoutEffect(() => {
    if (caret.current === undefined) return;
    field.current?.focus({ preventScroll: true });
    field.current?.setSelectionRange(...caret.current);
  }, [caret]);
  useEffect(() => {
    const [text, at] = [typed.current, caret.current];
    typed.current = undefined;
    caret.current = undefined;
    if (text === undefined) return;
    complain(undefined);
    const day = readDay(text, today ?? value ?? yearOne);
    if (day !== null && day !== value) change(day);
    // Half a day is written on, and not thrown away.
    if (day === null && field.current) {
      write(field.current, text);
      if (at !== undefined) field.current.setSelectionRange(...at);
    }
  }, [typed, caret, value, change, complain, today]);
  return <DayPicker {...props} field={field} />;
}

/** A range as it is filled in: days that may still be missing, `to` exclusive as everywhere. */
export interface RangeDraft {
  readonly from: Day | null;
  readonly to: Day | null;
}

interface RangeFieldProps extends FieldOf<RangeDraft> {
  readonly label: string;
  readonly firstLabel?: string;
  readonly lastLabel?: string;
  /** May the end stay open? */
  readonly open?: boolean;
  readonly min?: Day | undefined;
  readonly max?: Day | undefined;
  readonly today?: Day | undefined;
}

/** A range of days: people speak of its last day, the value ends on the day after. */
export function RangeField(props: RangeFieldProps) {
  const words = useTexts(kit);
  const { value, change, name, error, complain, min, max, today } = props;
  const last = value.to === null ? null : addDays(value.to, -1);
  const backwards = value.from !== null && last !== null && last < value.from;
  const complaints = useRef<{ from?: string | undefined; to?: string | undefined }>({});
  const complainOf = (side: 'from' | 'to') => (why: string | undefined) => {
    complaints.current[side] = why;
    complain(complaints.current.from ?? complaints.current.to);
  };
  return (
    <fieldset className="range-field">
      <legend className="range-legend">{props.label}</legend>
      <div className="field-row">
        <DayField
          name={`${name}.from`}
          label={props.firstLabel ?? words.first}
          value={value.from}
          change={(from) => change({ ...value, from })}
          error={error}
          complain={complainOf('from')}
          min={min}
          max={max}
          today={today}
        />
        <DayField
          name={`${name}.to`}
          label={props.lastLabel ?? words.last}
          optional={props.open ?? false}
          {...(props.open ? { description: words.lastOpen } : {})}
          value={last}
          change={(day) => change({ ...value, to: day === null ? null : addDays(day, 1) })}
          error={backwards ? words.lastBeforeFirst : undefined}
          complain={complainOf('to')}
          min={value.from ?? min}
          max={max}
          today={today}
        />
      </div>
    </fieldset>
  );
}
