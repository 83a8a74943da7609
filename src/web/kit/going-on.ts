import { useEffect, useRef } from 'react';

/** Whoever asked for more goes on from the first row that came: what they pressed is gone. */
export function useGoingOn(count: number): (pressed: HTMLElement) => void {
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
  return (pressed) => {
    awaited.current = { list: pressed.closest('.card'), rows: count };
  };
}
