import { type MouseEvent, useEffect, useRef } from 'react';

/** Hears whoever presses for more of a list; they go on from the first row that came, since what they pressed is gone. */
export function useGoingOn(
  count: number,
  more: (() => void) | undefined,
): (pressed: Pick<MouseEvent<HTMLElement>, 'currentTarget'>) => void {
  const awaited = useRef<{ readonly list: Element | null; readonly rows: number }>(undefined);
  useEffect(() => {
    if (!awaited.current || count <= awaited.current.rows) return;
    const { list, rows } = awaited.current;
    awaited.current = undefined;
    // The first are drawn at once and the rest when the browser has time.
    const focus = (tries: number) => {
      const row = list?.querySelectorAll('.worklist-row, tbody tr, .account')[rows];
      if (row) row.querySelector<HTMLElement>('a, button')?.focus({ preventScroll: true });
      else if (tries > 0) requestAnimationFrame(() => focus(tries - 1));
    };
    focus(60);
  }, [count]);
  return ({ currentTarget }) => {
    awaited.current = { list: currentTarget.closest('.card'), rows: count };
    more?.();
  };
}
