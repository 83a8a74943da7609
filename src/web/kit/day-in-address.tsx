import { type Day, isNoDay, readDay } from '../../kernel/day.ts';
import { useAddress } from '../address.tsx';
import { useTexts } from './language.tsx';
import { kit } from './texts.ts';
import { useToday } from './today.tsx';

/** A day kept in the address, read as people write it there; what is none is told of and not taken for today unsaid. */
export function useDayInAddress(name: string): {
  readonly day: Day | null;
  readonly wrong: string | null;
  readonly set: (day: Day | null) => void;
} {
  const today = useToday();
  const [text, set] = useAddress(name);
  const day = text ? readDay(text, today) : null;
  return { day, wrong: text && day === null ? text : null, set: (next) => set(next ?? undefined) };
}

/** Tells that the address names no day. */
export function WrongDay({ text }: { text: string | null }) {
  const words = useTexts(kit);
  const today = useToday();
  if (text === null) return null;
  return <p role="alert">{isNoDay(text, today) ? words.dayNone(text) : words.dayWrong}</p>;
}
