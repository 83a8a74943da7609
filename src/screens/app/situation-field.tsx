import { useQuery } from '@tanstack/react-query';
import { descriptionTexts } from '../../description/texts.ts';
import { monthEndBy, monthEnds } from '../../figures/frame/outside.ts';
import type { Day } from '../../kernel/day.ts';
import { DayAwaited, DayField } from '../../web/kit/date.tsx';
import { SelectField } from '../../web/kit/fields.tsx';
import { useFormat } from '../../web/kit/format.ts';
import { useTexts } from '../../web/kit/language.tsx';
import { useToday } from '../../web/kit/today.tsx';
import { useAsk } from './api.ts';
import { sessionQuery } from './session.ts';

/** Whether figures of an organiser are asked from outside: of another one, or of a region, which is a sum of others. */
export function useOutside() {
  const session = useQuery(sessionQuery);
  const organisers = useAsk('organisers', {});
  const today = useToday();
  const own = session.data?.organiser.code;
  const listed = organisers.data?.organisers;
  /** Undefined until one knows of which organiser, and what it is. */
  const isOutside = (code: string | undefined): boolean | undefined =>
    code && own && listed ? code !== own || listed.find((one) => one.code === code)?.kind === 'region' : undefined;
  return {
    isOutside,
    /** The day that may be asked for: outside the end of the month that had ended by it. Until one knows, the day itself. */
    dayFor: (code: string | undefined, day: Day): Day => (isOutside(code) ? monthEndBy(day, today) : day),
    problem: session.error ?? organisers.error,
  };
}

/** How far back a month can be chosen. */
const monthsBack = 60;
// The choice is never wrong by itself.
const noop = () => undefined;

interface SituationFieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: Day;
  readonly change: (day: Day | null) => void;
  /** Undefined while one does not know. */
  readonly outside: boolean | undefined;
}

/**
 * The day that figures are of: any within the organiser, the end of a past month outside it. Until one knows which of the two
 * it is, nothing can be typed: the field would be taken away with what was typed in it.
 */
export function SituationField({ name, label, value, change, outside }: SituationFieldProps) {
  const today = useToday();
  const format = useFormat();
  const words = useTexts(descriptionTexts);
  if (outside === undefined) return <DayAwaited {...{ name, label }} />;
  if (!outside) return <DayField {...{ name, label, value, change, today }} error={undefined} complain={noop} />;
  const days = monthEnds(today, monthsBack);
  const all = days.includes(value) ? days : [...days, value];
  return (
    <SelectField
      name={name}
      label={label}
      none={words.latestMonth}
      value={value}
      change={(day) => change(day === '' ? null : (day as Day))}
      options={all.map((day) => ({ value: day, label: format.day(day) }))}
      error={undefined}
      complain={noop}
    />
  );
}
