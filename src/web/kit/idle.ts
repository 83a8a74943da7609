import { useEffect, useRef } from 'react';

/** Does something once nobody has touched the page for so long: who left the desk leaves no open screen behind. */
export function useIdle(minutes: number, then: () => void): void {
  const latest = useRef(then);
  latest.current = then;
  useEffect(() => {
    let waits = setTimeout(() => latest.current(), minutes * 60_000);
    const touched = () => {
      clearTimeout(waits);
      waits = setTimeout(() => latest.current(), minutes * 60_000);
    };
    const signs = ['pointerdown', 'keydown', 'scroll'] as const;
    for (const sign of signs) addEventListener(sign, touched, { passive: true, capture: true });
    return () => {
      clearTimeout(waits);
      for (const sign of signs) removeEventListener(sign, touched, { capture: true });
    };
  }, [minutes]);
}
