import { useEffect, useRef, useState } from 'react';
import { stopwatch } from './elapsed.ts';

interface Idle {
  readonly minutes: number;
  /** Tells the server that somebody is here: typing alone sends it nothing. */
  readonly alive: () => void;
  /** Nobody was here for so long: who left the desk leaves no open screen behind. */
  readonly end: () => void;
}

/** Pages of one browser share when somebody touched one of them: whoever works in another is not away. */
const channelName = 'kykypolku.touched';
const signs = ['pointerdown', 'keydown', 'input', 'scroll'] as const;

/**
 * Watches whether somebody is here. Answers in how many seconds it ends, from a while before the end, else null; and a way to
 * go on.
 */
export function useIdle({ minutes, alive, end }: Idle): { readonly endsIn: number | null; readonly goOn: () => void } {
  const [endsIn, setEndsIn] = useState<number | null>(null);
  const latest = useRef({ alive, end });
  latest.current = { alive, end };
  const goOn = useRef(() => {});
  useEffect(() => {
    const longest = minutes * 60_000;
    const warning = Math.min(120_000, longest / 3);
    const channel = new BroadcastChannel(channelName);
    let sinceTouched = stopwatch();
    let sinceTold = stopwatch();
    let warned = false;
    let ended = false;
    const tell = () => {
      sinceTold = stopwatch();
      channel.postMessage(null);
      latest.current.alive();
    };
    const touched = () => {
      // Once it warns, one goes on by its button: a hand that rests on the mouse is no answer.
      if (!warned) sinceTouched = stopwatch();
    };
    const onward = () => {
      sinceTouched = stopwatch();
      warned = false;
      setEndsIn(null);
    };
    goOn.current = () => {
      onward();
      tell();
    };
    channel.onmessage = onward;
    // By the clock and not by one long wait: a laptop that slept has been away too.
    const watch = setInterval(() => {
      const left = longest - sinceTouched();
      if (ended) return;
      if (left <= 0) {
        ended = true;
        setEndsIn(null);
        latest.current.end();
        return;
      }
      warned = left <= warning;
      setEndsIn(warned ? Math.ceil(left / 1000) : null);
      if (sinceTouched() < sinceTold() && sinceTold() > longest / 5) tell();
    }, 1000);
    for (const sign of signs) addEventListener(sign, touched, { passive: true, capture: true });
    return () => {
      clearInterval(watch);
      channel.close();
      for (const sign of signs) removeEventListener(sign, touched, { capture: true });
    };
  }, [minutes]);
  return { endsIn, goOn: () => goOn.current() };
}

/** The instant at which something ends that was just told to end in so many seconds, from `before` seconds before it; else null. */
export function useSoon(endsIn: number, before: number): number | null {
  const [endsAt, setEndsAt] = useState<number | null>(null);
  useEffect(() => {
    const at = Date.now() + endsIn * 1000;
    setEndsAt(null);
    const wait = setTimeout(() => setEndsAt(at), Math.max(0, endsIn - before) * 1000);
    return () => clearTimeout(wait);
  }, [endsIn, before]);
  return endsAt;
}
