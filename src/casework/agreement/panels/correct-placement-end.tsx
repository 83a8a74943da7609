import { addDays, type Day } from '../../../kernel/day.ts';
import { lastDay } from '../../../kernel/range.ts';
import { apiOf } from '../../../web/api.ts';
import { Form, useForm } from '../../../web/form.tsx';
import { DayField } from '../../../web/kit/date.tsx';
import { Dialog } from '../../../web/kit/dialog.tsx';
import { TextArea } from '../../../web/kit/fields.tsx';
import { useTexts } from '../../../web/kit/language.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import type { Placement } from '../../placement/words.ts';
import type * as acts from '../acts.ts';
import { agreementTexts } from '../texts.ts';

const { useDo } = apiOf<typeof acts>();

interface CorrectEndProps {
  readonly clientId: string;
  readonly placement: Pick<Placement, 'id' | 'during'> & { readonly version: string };
  readonly close: () => void;
}

/** Corrects the last day of a placement that ended, or lets it go on, and why. */
export function CorrectPlacementEnd({ clientId, placement, close }: CorrectEndProps) {
  const words = useTexts(agreementTexts);
  const toast = useToast();
  const today = useToday();
  const correct = useDo('correctPlacementEnd');
  const form = useForm({
    initial: { on: lastDay(placement.during) as Day | null, why: '' },
    seen: placement.version,
    send: ({ on, why }, seen) =>
      correct.mutateAsync({ clientId, placementId: placement.id, on: on && addDays(on, 1), why, seen }),
    done: () => {
      toast({ done: words.endCorrected });
      close();
    },
  });
  return (
    <Dialog title={words.correctEnd} close={close}>
      <p className="muted">{words.correctEndFollows}</p>
      <Form form={form} submit={words.correctEnd} cancel={close}>
        <DayField
          {...form.field('on')}
          label={words.lastDayOfPlace}
          description={words.lastDayOfPlaceHelp}
          today={today}
          min={placement.during.from}
          optional
        />
        <TextArea {...form.field('why')} label={words.whyEndCorrected} rows={2} />
      </Form>
    </Dialog>
  );
}
