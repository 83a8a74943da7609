import { useState } from 'react';
import type { Day } from '../../kernel/day.ts';
import { useFormat } from '../../web/kit/format.ts';
import { useTexts } from '../../web/kit/language.tsx';
import { useToast } from '../../web/kit/toast.tsx';
import { forwardDay, type Step } from './session.ts';
import { frame } from './texts.ts';

const steps: readonly Step[] = ['day', 'week', 'month'];

/** Says that this is the demo and which day it is there, and moves the day forward. */
export function DemoBanner({ today }: { today: Day }) {
  const words = useTexts(frame);
  const format = useFormat();
  const toast = useToast();
  const [moving, setMoving] = useState(false);
  const move = async (step: Step) => {
    if (moving) return;
    setMoving(true);
    try {
      toast({ done: words.moved(format.dayLong(await forwardDay(step))) });
    } catch (failure) {
      toast.failed(failure);
    } finally {
      setMoving(false);
    }
  };
  return (
    <section className="demo unprinted" aria-label={words.demo} data-color="warning" aria-busy={moving}>
      <span className="demo-long">{words.demoToday(format.dayLong(today))}</span>
      <span className="demo-short" aria-hidden="true">
        {words.demoShort} · {format.day(today)}
      </span>
      <span className="demo-steps">
        <span className="demo-forward">{words.forward}</span>
        {steps.map((step) => (
          <button
            key={step}
            type="button"
            aria-label={`${words.forward}: ${words[step]}`}
            onClick={() => void move(step)}
          >
            <span className="demo-wide">{words[step]}</span>
            <span className="demo-narrow">{words.stepsShort[step]}</span>
          </button>
        ))}
      </span>
    </section>
  );
}
