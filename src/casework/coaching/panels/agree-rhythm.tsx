import type { Day } from '../../../kernel/day.ts';
import { apiOf } from '../../../web/api.ts';
import { Form, useForm } from '../../../web/form.tsx';
import { DayField } from '../../../web/kit/date.tsx';
import { Dialog } from '../../../web/kit/dialog.tsx';
import { RadioField } from '../../../web/kit/fields.tsx';
import { useTexts } from '../../../web/kit/language.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import type * as acts from '../acts.ts';
import { coachingTexts } from '../texts.ts';
import { useDueWords } from './due-words.tsx';

const { useDo } = apiOf<typeof acts>();

interface AgreeRhythmProps {
  readonly clientId: string;
  readonly relationshipId: string;
  readonly everyDays: number | null;
  readonly version: string | null;
  readonly close: () => void;
}

const choices = ['own', '7', '15', '21', '30'] as const;

/** Agrees with the client how often; or that the organiser's rhythm holds. */
export function AgreeRhythm({ clientId, relationshipId, everyDays, version, close }: AgreeRhythmProps) {
  const words = useTexts(coachingTexts);
  const due = useDueWords();
  const toast = useToast();
  const today = useToday();
  const agree = useDo('agreeRhythm');
  const form = useForm({
    initial: {
      everyDays: choices.find((choice) => choice === String(everyDays)) ?? (everyDays === null ? 'own' : ''),
      from: today as Day | null,
    },
    seen: version,
    send: (values, seen) =>
      agree.mutateAsync({
        seen,
        clientId,
        relationshipId,
        everyDays: values.everyDays === 'own' || values.everyDays === '' ? null : Number(values.everyDays),
        during: { from: values.from ?? today, to: null },
      }),
    done: ({ next }) => {
      toast({ done: words.rhythmAgreed, next: due.next(next) });
      close();
    },
  });
  return (
    <Dialog title={words.agreeRhythm} close={close}>
      <Form form={form} cancel={close}>
        <RadioField
          {...form.field('everyDays')}
          label={words.rhythm}
          description={words.rhythmHint}
          options={choices.map((value) => ({ value, label: words.rhythmChoices[value] }))}
        />
        <DayField {...form.field('from')} label={words.from} today={today} />
      </Form>
    </Dialog>
  );
}
