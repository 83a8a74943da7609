import type { Day } from '../../../kernel/day.ts';
import { apiOf } from '../../../web/api.ts';
import { type FieldsOf, Form, useForm } from '../../../web/form.tsx';
import { DayField, type RangeDraft, RangeField } from '../../../web/kit/date.tsx';
import { Dialog } from '../../../web/kit/dialog.tsx';
import { CheckField, RadioField, TextArea } from '../../../web/kit/fields.tsx';
import { useFormat } from '../../../web/kit/format.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { TextField } from '../../../web/kit/text-field.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import type * as acts from '../acts.ts';
import { decisionTexts } from '../texts.ts';
import { type AnnulmentGround, annulmentGrounds, type Decision, type ExplainedKind, explainedKinds } from '../words.ts';
import { ExplanationFields, type ExplanationValues, explanationsOf, explanationValues } from './explanations.tsx';

const { useDo } = apiOf<typeof acts>();

interface MendProps {
  readonly clientId: string;
  readonly decision: Decision;
  readonly close: () => void;
}

/** What the mended decision explains: what it explained before, and what the server asks of the days as they are typed. */
function askedOf(fields: FieldsOf<ExplanationValues>): readonly ExplainedKind[] {
  return explainedKinds.filter((kind) => {
    const { value, error } = fields[`explanations.${kind}`];
    return value !== '' || error !== undefined;
  });
}

/** Mends a slip of the pen: a new version of the paper, which names the one before. */
export function CorrectDecision({ clientId, decision, close }: MendProps) {
  const words = useTexts(decisionTexts);
  const toast = useToast();
  const today = useToday();
  const format = useFormat();
  const correct = useDo('correctDecision');
  const { during } = decision;
  const form = useForm({
    initial: {
      because: '',
      reasons: decision.reasons,
      place: decision.place ?? '',
      during: (during ?? { from: null, to: null }) as RangeDraft,
      lastDay: decision.lastDay,
      ...explanationValues(decision.explanations),
    },
    seen: String(decision.version),
    send: (values, seen) =>
      correct.mutateAsync({
        seen,
        clientId,
        decisionId: decision.id,
        because: values.because,
        reasons: values.reasons,
        place: during === null ? null : values.place.trim() || null,
        during: during === null ? null : (values.during as { from: Day; to: Day | null }),
        lastDay: values.lastDay,
        explanations: explanationsOf(values, explainedKinds),
      }),
    done: () => {
      toast({ done: words.corrected, next: words.correctedNext });
      close();
    },
  });
  return (
    <Dialog title={words.correct} close={close}>
      <Form form={form} submit={words.correct} cancel={close}>
        <p className="muted">{words.correctHelp}</p>
        <TextArea {...form.field('because')} label={words.correctBecause} rows={2} maxLength={4000} />
        {during !== null && (
          <>
            <RangeField {...form.field('during')} label={words.during} open today={today} />
            <TextField {...form.field('place')} label={words.placeOf} optional />
          </>
        )}
        {decision.lastDay !== null && (
          <>
            <p>{words.ended(decision.changes ?? '', format.day(decision.lastDay))}</p>
            <DayField
              {...form.field('lastDay')}
              label={words.lastDay}
              description={words.lastDayMended}
              today={today}
            />
          </>
        )}
        <ExplanationFields fields={form.fields} due={askedOf(form.fields)} outside={[]} />
        <TextArea {...form.field('reasons')} label={words.reasons} rows={6} maxLength={4000} />
      </Form>
    </Dialog>
  );
}

/** Takes a wrong decision out of force; its matter waits for a decision again. */
export function AnnulDecision({ clientId, decision, close }: MendProps) {
  const words = useTexts(decisionTexts);
  const toast = useToast();
  const annul = useDo('annulDecision');
  const others = decision.together.filter(({ annulled }) => !annulled).map(({ serviceName }) => serviceName);
  const form = useForm({
    initial: { ground: '' as AnnulmentGround | '', because: '', whole: false },
    seen: String(decision.version),
    send: ({ ground, because, whole }, seen) =>
      annul.mutateAsync({
        ...{ clientId, decisionId: decision.id, ground: ground as AnnulmentGround, because, whole, seen },
      }),
    done: () => {
      toast({ done: words.annulled, next: words.annulledNext });
      close();
    },
  });
  return (
    <Dialog title={words.annul} close={close}>
      <Form form={form} submit={words.annul} cancel={close}>
        <p className="muted">{words.annulHelp}</p>
        <RadioField
          {...form.field('ground')}
          label={words.annulGround}
          options={annulmentGrounds.map((value) => ({ value, label: words.annulGrounds[value] }))}
        />
        <TextArea {...form.field('because')} label={words.annulBecause} rows={4} maxLength={4000} />
        {others.length > 0 && <CheckField {...form.field('whole')} label={words.annulWhole(others.join(', '))} />}
      </Form>
    </Dialog>
  );
}
