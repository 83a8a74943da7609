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
import { type Plan, reviewVersion } from '../words.ts';

const { useDo } = apiOf<typeof acts>();

interface ReviewProps {
  readonly clientId: string;
  readonly plan: Pick<Plan, 'id' | 'reviews'>;
  readonly close: () => void;
}

/** Records that the plan was reviewed with the client, and when it is next. */
export function ReviewPlan({ clientId, plan, close }: ReviewProps) {
  const words = useTexts(planTexts);
  const format = useFormat();
  const toast = useToast();
  const today = useToday();
  const review = useDo('reviewPlan');
  const form = useForm({
    initial: { reviewedOn: today as Day | null, nextOn: null as Day | null },
    send: ({ reviewedOn, nextOn }, meanwhile) => {
      const on = reviewedOn ?? today;
      const earlier = plan.reviews.find((one) => one.reviewedOn === on);
      const seen = meanwhile ?? (earlier ? reviewVersion(earlier) : null);
      return review.mutateAsync({ clientId, planId: plan.id, reviewedOn: on, nextOn, seen });
    },
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
