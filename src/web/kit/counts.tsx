import { useEffect, useRef } from 'react';
import { useAddress } from '../address.tsx';
import { useIsEarlier } from './loading.tsx';
import { revealIn } from './reveal.ts';
import type { Tone } from './tag.tsx';
import './counts.css';

export interface Count {
  readonly id: string;
  readonly count: number;
  readonly label: string;
  /** Colours the number when it is not zero. */
  readonly tone?: Tone;
}

interface CountsProps {
  /** What the counts are counts of, for those who do not see the row. */
  readonly label: string;
  /** Name in the address: ?show=overdue */
  readonly name?: string;
  readonly counts: readonly Count[];
}

/** The worklist's counts as switches; the chosen one is kept in the address, choosing it again lets go. */
export function Counts({ label, name = 'show', counts }: CountsProps) {
  const [chosen, choose] = useAddress(name);
  const row = useRef<HTMLDivElement>(null);
  const isEarlier = useIsEarlier();
  const before = useRef(chosen);
  // On a phone the chosen one may stand beyond the edge. Whoever chose it by a link that is gone goes on from here.
  useEffect(() => {
    const pressed = chosen && row.current?.querySelector<HTMLElement>('[aria-pressed="true"]');
    if (pressed) revealIn(row.current, pressed);
    if (pressed && before.current !== chosen && document.activeElement === document.body)
      pressed.focus({ preventScroll: true });
    before.current = chosen;
  }, [chosen]);
  return (
    <fieldset className="counts unprinted">
      <legend className="visually-hidden">{label}</legend>
      <div className="counts-row" ref={row}>
        {counts.map(({ id, count, label: words, tone }) => (
          <button
            key={id}
            type="button"
            className="count"
            aria-pressed={chosen === id}
            data-color={count > 0 ? tone : undefined}
            onClick={() => choose(chosen === id ? undefined : id)}
          >
            <strong data-earlier={isEarlier || undefined}>{count}</strong>
            <span>{words}</span>
          </button>
        ))}
      </div>
    </fieldset>
  );
}
