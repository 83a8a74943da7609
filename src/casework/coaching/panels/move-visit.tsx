import type { Day } from '../../../kernel/day.ts';
import { FieldRow, Form, useForm } from '../../../web/form.tsx';
import { DayField } from '../../../web/kit/date.tsx';
import { Dialog } from '../../../web/kit/dialog.tsx';
import { useTexts } from '../../../web/kit/language.tsx';
import { TextField } from '../../../web/kit/text-field.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import { coachingTexts } from '../texts.ts';
import { useDueWords } from './due-words.tsx';
import type { NewTime, OpenVisit } from './outcomes.tsx';
import { readVisitTime } from './plan-visit.tsx';

interface MoveVisitProps {
  readonly name: string;
  readonly visit: OpenVisit;
  readonly send: (to: NewTime) => Promise<unknown>;
  readonly close: () => void;
}

/** Asks for the new day of an appointment that was moved, before it is told. */
export function MoveVisit({ name, visit, send, close }: MoveVisitProps) {
  const words = useTexts(coachingTexts);
  const due = useDueWords();
  const today = useToday();
  const form = useForm({
    initial: { dueOn: null as Day | null, startsAt: '', place: visit.place ?? '' },
    check: ({ startsAt }) =>
      readVisitTime(startsAt) === undefined ? [{ field: 'startsAt', message: words.startsAtWrong }] : [],
    send: ({ dueOn, startsAt, place }) =>
      send({ dueOn: dueOn ?? '', startsAt: readVisitTime(startsAt) ?? null, place: place || null }),
    done: close,
  });
  return (
    <Dialog title={words.moveVisit} close={close}>
      <p className="muted">
        <strong>{name}</strong>. {due.visit(visit)}
      </p>
      <Form form={form} submit={words.outcomeMove} cancel={close}>
        <FieldRow>
          <DayField {...form.field('dueOn')} label={words.heldOn} today={today} min={today} />
          <TextField {...form.field('startsAt')} label={words.startsAt} description={words.startsAtHint} optional />
        </FieldRow>
        <TextField {...form.field('place')} label={words.place} optional />
      </Form>
    </Dialog>
  );
}
