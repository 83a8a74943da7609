import type { Day } from '../../../kernel/day.ts';
import { apiOf } from '../../../web/api.ts';
import { Form, useForm } from '../../../web/form.tsx';
import { DayField } from '../../../web/kit/date.tsx';
import { Dialog } from '../../../web/kit/dialog.tsx';
import { useFormat } from '../../../web/kit/format.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { useToday } from '../../../web/kit/today.tsx';
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
