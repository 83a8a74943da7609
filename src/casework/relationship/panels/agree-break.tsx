import type { Day } from '../../../kernel/day.ts';
import type { InputOf, OutputOf } from '../../../server/act.ts';
import { apiOf } from '../../../web/api.ts';
import { Form, type Instead, useForm } from '../../../web/form.tsx';
import { DayField, type RangeDraft, RangeField } from '../../../web/kit/date.tsx';
import { Dialog } from '../../../web/kit/dialog.tsx';
import { TextArea } from '../../../web/kit/fields.tsx';
import { useTexts } from '../../../web/kit/language.tsx';
import { TextField } from '../../../web/kit/text-field.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import type * as acts from '../acts.ts';
import { relationshipTexts } from '../texts.ts';
import type { Relationship } from '../words.ts';

const { useDo } = apiOf<typeof acts>();

interface AgreeBreakProps {
  readonly clientId: string;
  readonly relationshipId: string;
  readonly close: () => void;
  /** What can be done when later days stand in the way. */
  readonly instead?: BreakInstead | undefined;
}

export type BreakInstead = Instead<InputOf<typeof acts.agreeBreak>, OutputOf<typeof acts.agreeBreak>>;

/** Agrees on a break; the relationship goes on. */
export function AgreeBreak({ clientId, relationshipId, close, instead }: AgreeBreakProps) {
  const words = useTexts(relationshipTexts);
  const toast = useToast();
  const today = useToday();
  const agree = useDo('agreeBreak');
  const toInput = ({ during, reason }: { readonly during: RangeDraft; readonly reason: string }) => ({
    clientId,
    relationshipId,
    reason,
    during: during as { from: Day; to: Day | null },
  });
  const form = useForm({
    initial: { during: { from: today, to: null } as RangeDraft, reason: '' },
    send: (values) => agree.mutateAsync(toInput(values)),
    instead: instead && { ...instead, send: (values, seen) => instead.send(toInput(values), seen) },
    done: () => {
      toast({ done: words.breakAgreed });
      close();
    },
  });
  return (
    <Dialog title={words.agreeBreak} close={close}>
      <Form form={form} submit={words.agreeBreak} cancel={close}>
        <RangeField {...form.field('during')} label={words.breakDuring} open today={today} />
        <TextField {...form.field('reason')} label={words.breakReason} />
      </Form>
    </Dialog>
  );
}

interface EndBreakProps {
  readonly clientId: string;
  readonly pause: Pick<Relationship['pauses'][number], 'id' | 'version'>;
  readonly close: () => void;
}

/** Records on which day the client returns. */
export function EndBreak({ clientId, pause, close }: EndBreakProps) {
  const words = useTexts(relationshipTexts);
  const toast = useToast();
  const today = useToday();
  const end = useDo('endBreak');
  const form = useForm({
    initial: { on: today as Day | null },
    seen: pause.version,
    send: ({ on }, seen) => end.mutateAsync({ clientId, pauseId: pause.id, on: on as Day, seen }),
    done: () => {
      toast({ done: words.returned });
      close();
    },
  });
  return (
    <Dialog title={words.endBreak} close={close}>
      <Form form={form} submit={words.endBreak} cancel={close}>
        <DayField {...form.field('on')} label={words.returnsOn} today={today} />
      </Form>
    </Dialog>
  );
}

interface ChangeBreakProps {
  readonly clientId: string;
  readonly pause: Relationship['pauses'][number];
  readonly close: () => void;
}

/** Corrects the days or the reason of a break, and why they are corrected. */
export function ChangeBreak({ clientId, pause, close }: ChangeBreakProps) {
  const words = useTexts(relationshipTexts);
  const toast = useToast();
  const today = useToday();
  const change = useDo('changeBreak');
  const form = useForm({
    initial: { during: pause.during as RangeDraft, reason: pause.reason, why: '' },
    seen: pause.version,
    send: ({ during, ...rest }, seen) =>
      change.mutateAsync({
        clientId,
        pauseId: pause.id,
        during: during as { from: Day; to: Day | null },
        ...rest,
        seen,
      }),
    done: () => {
      toast({ done: words.breakChanged });
      close();
    },
  });
  return (
    <Dialog title={words.changeBreak} close={close}>
      <Form form={form} submit={words.changeBreak} cancel={close}>
        <RangeField {...form.field('during')} label={words.breakDuring} open today={today} />
        <TextField {...form.field('reason')} label={words.breakReason} />
        <TextArea {...form.field('why')} label={words.whyCorrected} rows={2} />
      </Form>
    </Dialog>
  );
}
