import type { Day } from '../../../kernel/day.ts';
import { apiOf } from '../../../platform/web/api.ts';
import { DayField } from '../../../platform/web/date.tsx';
import { Dialog } from '../../../platform/web/dialog.tsx';
import { Form, useForm } from '../../../platform/web/form.tsx';
import { useFormat } from '../../../platform/web/format.ts';
import { useTexts } from '../../../platform/web/language.tsx';
import { useToast } from '../../../platform/web/toast.tsx';
import { useToday } from '../../../platform/web/today.tsx';
import type * as acts from '../acts.ts';
import { planTexts } from '../texts.ts';

const { useDo } = apiOf<typeof acts>();

interface ReviewProps {
  readonly clientId: string;
  readonly planId: string;
  readonly close: () => void;
}

/** Records that the plan was reviewed with the client, and when it is next. */
export function ReviewPlan({ clientId, planId, close }: ReviewProps) {
  const words = useTexts(planTexts);
  const format = useFormat();
  const toast = useToast();
  const today = useToday();
  const review = useDo('reviewPlan');
  const form = useForm({
    initial: { reviewedOn: today as Day | null, nextOn: null as Day | null },
    send: ({ reviewedOn, nextOn }) => review.mutateAsync({ clientId, planId, reviewedOn: reviewedOn ?? today, nextOn }),
    done: ({ nextOn }) => {
      toast({ done: words.reviewDone, ...(nextOn ? { next: `${words.nextOn} ${format.day(nextOn)}` } : {}) });
      close();
    },
  });
  return (
    <Dialog title={words.review} close={close}>
      <Form form={form} submit={words.review} cancel={close}>
        <DayField {...form.field('reviewedOn')} label={words.reviewedOn} today={today} max={today} />
        <DayField {...form.field('nextOn')} label={words.nextOn} today={today} min={today} optional />
      </Form>
    </Dialog>
  );
}
