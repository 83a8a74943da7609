import { useState } from 'react';
import { apiOf } from '../../../web/api.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import type * as acts from '../acts.ts';
import { coachingTexts } from '../texts.ts';
import type { VisitOutcome } from '../words.ts';
import { useDueWords } from './due-words.tsx';
import { MoveVisit } from './move-visit.tsx';
import { type NewTime, type OpenVisit, outcomesOn, useOutcomeWords } from './outcomes.tsx';
import './outcomes.css';

const { useDo } = apiOf<typeof acts>();

/** The outcomes of one appointment as buttons, with an undo of what was told. */
export function OutcomeButtons({ clientId, name, visit }: { clientId: string; name: string; visit: OpenVisit }) {
  const words = useTexts(coachingTexts);
  const say = useOutcomeWords();
  const due = useDueWords();
  const today = useToday();
  const toast = useToast();
  const tell = useDo('tellOutcome');
  const takeBack = useDo('takeBackOutcome');
  const [moving, setMoving] = useState(false);
  const send = async (outcome: VisitOutcome, to: NewTime | null = null) => {
    const { next, version } = await tell.mutateAsync({ clientId, visitId: visit.id, outcome, to });
    toast({
      done: words.outcomeTold(words.outcomes[outcome], name),
      next: due.next(next),
      undo: () => takeBack.mutateAsync({ clientId, visitId: visit.id, seen: version }),
    });
  };
  return (
    <>
      <fieldset className="outcomes">
        <legend className="visually-hidden">{words.howWasIt}</legend>
        {outcomesOn(visit, today).map((outcome) => (
          <button
            key={outcome}
            type="button"
            aria-disabled={tell.isPending}
            onClick={() => {
              if (tell.isPending) return;
              if (outcome === 'moved') setMoving(true);
              else void send(outcome).catch(toast.failed);
            }}
          >
            {say(outcome, visit)}
          </button>
        ))}
      </fieldset>
      {moving && (
        <MoveVisit name={name} visit={visit} send={(to) => send('moved', to)} close={() => setMoving(false)} />
      )}
    </>
  );
}
