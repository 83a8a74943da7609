import type { Day } from '../../../kernel/day.ts';
import { apiOf } from '../../../web/api.ts';
import { Form, useForm } from '../../../web/form.tsx';
import { DayField } from '../../../web/kit/date.tsx';
import { Dialog } from '../../../web/kit/dialog.tsx';
import { useTexts } from '../../../web/kit/language.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import type * as acts from '../acts.ts';
import { referralTexts } from '../texts.ts';

const { useDo } = apiOf<typeof acts>();

interface WithdrawProps {
  readonly clientId: string;
  readonly referralId: string;
  readonly version: string;
  readonly close: () => void;
}

/** Records that the client withdrew the application; it can be taken back while the client's page tells it. */
export function WithdrawReferral({ clientId, referralId, version, close }: WithdrawProps) {
  const words = useTexts(referralTexts);
  const toast = useToast();
  const today = useToday();
  const withdraw = useDo('withdrawReferral');
  const form = useForm({
    initial: { on: today as Day | null },
    seen: version,
    send: ({ on }, seen) => withdraw.mutateAsync({ clientId, referralId, on: on as Day, seen }),
    done: () => {
      toast({ done: words.withdrawn });
      close();
    },
  });
  return (
    <Dialog title={words.withdraw} close={close}>
      <Form form={form} submit={words.withdraw} cancel={close}>
        <p className="muted">{words.withdrawHelp}</p>
        <DayField {...form.field('on')} label={words.withdrawnOn} today={today} max={today} />
      </Form>
    </Dialog>
  );
}
