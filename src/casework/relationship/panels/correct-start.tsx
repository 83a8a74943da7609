import type { Day } from '../../../kernel/day.ts';
import { apiOf } from '../../../web/api.ts';
import { Form, useForm } from '../../../web/form.tsx';
import { useAskedFor } from '../../../web/kit/asked-for.ts';
import { DayField } from '../../../web/kit/date.tsx';
import { Dialog } from '../../../web/kit/dialog.tsx';
import { TextArea } from '../../../web/kit/fields.tsx';
import { useTexts } from '../../../web/kit/language.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import type * as acts from '../acts.ts';
import { relationshipTexts } from '../texts.ts';
import type { Relationship } from '../words.ts';

const { useDo } = apiOf<typeof acts>();

interface CorrectStartProps {
  readonly clientId: string;
  readonly relationship: Pick<Relationship, 'id' | 'during' | 'version'>;
  readonly close: () => void;
}

/** Corrects the day on which a service began, and why it is corrected. */
export function CorrectStart({ clientId, relationship, close }: CorrectStartProps) {
  const words = useTexts(relationshipTexts);
  const toast = useToast();
  const today = useToday();
  const correct = useDo('correctStart');
  const form = useForm({
    initial: { from: relationship.during.from as Day | null, outsideBecause: '', why: '' },
    seen: relationship.version,
    send: ({ from, outsideBecause, why }, seen) =>
      correct.mutateAsync({
        clientId,
        relationshipId: relationship.id,
        from: from as Day,
        outsideBecause: outsideBecause.trim() || null,
        why,
        seen,
      }),
    done: () => {
      toast({ done: words.startCorrected });
      close();
    },
  });
  // It is asked once the refusal has told why.
  const isOutside = useAskedFor(form, 'outsideBecause');
  return (
    <Dialog title={words.correctStart} close={close}>
      <p className="muted">{words.startFollows}</p>
      <Form form={form} submit={words.correctStart} cancel={close}>
        <DayField {...form.field('from')} label={words.startsOn} today={today} />
        {isOutside && (
          <TextArea {...form.field('outsideBecause')} label={words.outsideBecause} rows={2} maxLength={4000} />
        )}
        <TextArea {...form.field('why')} label={words.whyCorrected} rows={2} />
      </Form>
    </Dialog>
  );
}
