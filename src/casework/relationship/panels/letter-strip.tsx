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
  const saved = sharesOf(shares);
  const workers = [...new Set(shares.map(({ workerId }) => workerId))];
  return (
    <div className="letter-strip" aria-hidden="true">
      {alphabet.map((letter) => {
        const at = letterOrder(letter);
        const chosen = saved.filter(({ workerId, from, to }) => workerId !== '' && from <= at && at < to);
        const [one] = chosen;
        const state =
          chosen.length === 1 ? `hue-${workers.indexOf(one?.workerId ?? '') % 6}` : chosen.length ? 'twice' : 'none';
        return (
          <span key={letter} className={`letter letter-${state}`}>
            <b>{letter}</b>
            <span>{chosen.length === 1 ? initialsOf(nameOf(one?.workerId ?? '')) : chosen.length ? '2' : '–'}</span>
          </span>
        );
      })}
    </div>
  );
}
