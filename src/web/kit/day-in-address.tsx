import { type Day, isNoDay, readDay, readMonth } from '../../kernel/day.ts';
import { useAddress } from '../address.tsx';
import { useTexts } from './language.tsx';
import { kit } from './texts.ts';
import { useToday } from './today.tsx';

/** A day as it stands in an address: one that is none is told of, and not taken for another day unsaid. */
export function dayIn(
  text: string | undefined,
  today: Day,
): { readonly day: Day | null; readonly wrong: string | null } {
  const day = text ? readDay(text, today) : null;
  return { day, wrong: text && day === null ? text : null };
}

/** A day kept in the address, read as people write it there; what is none is told of and not taken for today unsaid. */
export function useDayInAddress(name: string): {
  readonly day: Day | null;
  readonly wrong: string | null;
  readonly set: (day: Day | null) => void;
} {
  const today = useToday();
  const [text, set] = useAddress(name);
  return { ...dayIn(text, today), set: (next) => set(next ?? undefined) };
}

/** A month kept in the address, 2021-06 or as people write it, 6/2021 and 6.2021; what is none is told of too. */
export function useMonthInAddress(name: string): {
  readonly month: string | null;
  readonly wrong: string | null;
  readonly set: (month: string) => void;
} {
  const [text, set] = useAddress(name);
  const month = readMonth(text ?? '');
  return { month, wrong: text && month === null ? text : null, set };
}

/** Tells that the address names no month. */
export function WrongMonth({ text }: { text: string | null }) {
  const words = useTexts(kit);
  return text === null ? null : <p role="alert">{words.monthWrong(text)}</p>;
}

/** Tells that the address names no day. */
export function WrongDay({ text }: { text: string | null }) {
  const words = useTexts(kit);
  const today = useToday();
  if (text === null) return null;
  return <p role="alert">{isNoDay(text, today) ? words.dayNone(text) : words.dayWrong}</p>;
}
