import { alphabet, letterOrder } from '../../../kernel/language.ts';
import { sharesOf } from '../../worker/rules.ts';
import type { LetterStretch } from '../../worker/words.ts';
import './letter-strip.css';

interface StripProps {
  readonly shares: readonly LetterStretch[];
  readonly nameOf: (workerId: string) => string;
}

const initialsOf = (name: string) =>
  name
    .split(/\s+/)
    .map((word) => word[0] ?? '')
    .join('');

/** The alphabet with whose each letter is; a letter of nobody, or of two, stands out. What it shows is told in words beside it. */
export function LetterStrip({ shares, nameOf }: StripProps) {
  const kept = sharesOf(shares);
  const workers = [...new Set(shares.map(({ workerId }) => workerId))];
  return (
    <div className="letter-strip" aria-hidden="true">
      {alphabet.map((letter) => {
        const at = letterOrder(letter);
        const those = kept.filter(({ workerId, from, to }) => workerId !== '' && from <= at && at < to);
        const [one] = those;
        const state =
          those.length === 1 ? `hue-${workers.indexOf(one?.workerId ?? '') % 6}` : those.length ? 'twice' : 'none';
        return (
          <span key={letter} className={`letter letter-${state}`}>
            <b>{letter}</b>
            <span>{those.length === 1 ? initialsOf(nameOf(one?.workerId ?? '')) : those.length ? '2' : '–'}</span>
          </span>
        );
      })}
    </div>
  );
}
