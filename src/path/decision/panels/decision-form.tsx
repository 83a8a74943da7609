import { EyeIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react/Button';
import { useState } from 'react';
import type { Day } from '../../../kernel/day.ts';
import { apiOf } from '../../../platform/web/api.ts';
import { Card } from '../../../platform/web/card.tsx';
import { DayField, type RangeDraft, RangeField } from '../../../platform/web/date.tsx';
import { Empty } from '../../../platform/web/empty.tsx';
import { ChecksField, RadioField, SelectField, TextArea } from '../../../platform/web/fields.tsx';
import { Form, type FormOf, useForm } from '../../../platform/web/form.tsx';
import { useFormat } from '../../../platform/web/format.ts';
import { useTexts } from '../../../platform/web/language.tsx';
import { Answer } from '../../../platform/web/loading.tsx';
import { Stack } from '../../../platform/web/page.tsx';
import { useToast } from '../../../platform/web/toast.tsx';
import { useToday } from '../../../platform/web/today.tsx';
import type * as acts from '../acts.ts';
import { decisionTexts } from '../texts.ts';
import { type Outcome, outcomes, type terms } from '../words.ts';
import { type LetterPreview, LetterSheet } from './letter-sheet.tsx';

const { useAsk, useDo } = apiOf<typeof acts>();

interface Frame {
  readonly receivedOn: Day;
  readonly dueOn: Day;
  readonly term: (typeof terms)[number];
  readonly provisions: readonly { readonly id: string; readonly cite: string }[];
  readonly plans: readonly {
    readonly id: string;
    readonly kind: 'activation' | 'multisectoral' | 'service';
    readonly madeOn: Day;
    readonly from: Day;
    readonly to: Day | null;
  }[];
}

interface Values {
  readonly outcome: Outcome | '';
  readonly decidedOn: Day | null;
  readonly planId: string;
  readonly during: RangeDraft;
  readonly reasons: string;
  readonly provisions: readonly string[];
}

interface DecisionFormProps {
  readonly clientId: string;
  readonly referralId: string;
  readonly done: (decisionId: string, outcome: Outcome) => void;
  readonly cancel: () => void;
}

/** Decides a pending matter: what the law of its pending day offers, and the letter before it is sent. */
export function DecisionForm({ clientId, referralId, done, cancel }: DecisionFormProps) {
  const words = useTexts(decisionTexts);
  const frame = useAsk('decisionFrame', { clientId, referralId });
  return (
    <Answer of={frame}>
      {(told) =>
        told.decidedOn ? (
          <Empty title={words.alreadyDecided} />
        ) : (
          <Decide clientId={clientId} referralId={referralId} frame={told} done={done} cancel={cancel} />
        )
      }
    </Answer>
  );
}

function inputOf(clientId: string, referralId: string, values: Values) {
  const { outcome, planId, decidedOn, during, reasons, provisions } = values;
  const grants = outcome === 'grant' && during.from !== null;
  // What is missing is told by the server, at its field.
  return {
    clientId,
    referralId,
    planId: planId || null,
    outcome: outcome as Outcome,
    decidedOn: decidedOn as Day,
    during: grants ? (during as { from: Day; to: Day | null }) : null,
    reasons,
    provisions: [...provisions],
  };
}

function Decide({ clientId, referralId, frame, done, cancel }: DecisionFormProps & { readonly frame: Frame }) {
  const words = useTexts(decisionTexts);
  const toast = useToast();
  const today = useToday();
  const decide = useDo('decide');
  const plan = frame.plans[0];
  const form = useForm<Values, { decisionId: string }>({
    initial: {
      outcome: 'grant',
      decidedOn: today,
      planId: plan?.id ?? '',
      // A grant rests on the plan's days, unless other days are decided.
      during: plan && plan.from >= today ? { from: plan.from, to: plan.to } : { from: today, to: plan?.to ?? null },
      reasons: '',
      provisions: frame.provisions.map(({ id }) => id),
    },
    send: (values) => decide.mutateAsync(inputOf(clientId, referralId, values)),
    done: ({ decisionId }, { outcome }) => {
      toast({ done: words.decided, next: words.waitsService });
      done(decisionId, outcome || 'grant');
    },
  });
  return (
    <Form form={form} submit={words.decide} cancel={cancel}>
      <Stack>
        <Fields form={form} frame={frame} />
        <Reasons form={form} frame={frame} />
        <Preview input={inputOf(clientId, referralId, form.values)} />
      </Stack>
    </Form>
  );
}

function Fields({ form, frame }: { form: FormOf<Values>; frame: Frame }) {
  const words = useTexts(decisionTexts);
  const format = useFormat();
  const today = useToday();
  const plans = frame.plans.map(({ id, kind, madeOn }) => ({
    value: id,
    label: words.planOf(words.planKinds[kind], format.day(madeOn)),
  }));
  return (
    <Card>
      <RadioField
        {...form.field('outcome')}
        label={words.outcome}
        options={outcomes.map((value) => ({ value, label: words.outcomes[value] }))}
      />
      {form.values.outcome === 'grant' && (
        <>
          <RangeField
            {...form.field('during')}
            label={words.during}
            open={frame.term !== 'for-a-period'}
            today={today}
          />
          {frame.term !== 'either' && <p className="quiet">{words.terms[frame.term]}</p>}
        </>
      )}
      <DayField
        {...form.field('decidedOn')}
        label={words.decidedOn}
        description={words.dueOn(format.day(frame.dueOn))}
        today={today}
        min={frame.receivedOn}
        max={today}
      />
      <SelectField {...form.field('planId')} label={words.plan} options={plans} none={words.noPlan} optional />
    </Card>
  );
}

function Reasons({ form, frame }: { form: FormOf<Values>; frame: Frame }) {
  const words = useTexts(decisionTexts);
  const format = useFormat();
  return (
    <Card>
      <TextArea
        {...form.field('reasons')}
        label={words.reasons}
        description={words.reasonsHelp}
        rows={6}
        maxLength={4000}
      />
      <ChecksField
        {...form.field('provisions')}
        label={words.provisions}
        description={words.provisionsHelp(format.day(frame.receivedOn))}
        options={frame.provisions.map(({ id, cite }) => ({ value: id, label: cite }))}
      />
    </Card>
  );
}

function Preview({ input }: { input: ReturnType<typeof inputOf> }) {
  const words = useTexts(decisionTexts);
  const toast = useToast();
  const [shown, setShown] = useState<LetterPreview | null>(null);
  // Nothing changes by looking, so nothing need be asked again.
  const preview = useDo('previewDecision', { changes: [] });
  const look = async () => {
    try {
      setShown(await preview.mutateAsync(input));
    } catch (failure) {
      toast.failed(failure);
    }
  };
  return (
    <div>
      <Button
        size="small"
        type="button"
        variant="secondary"
        icon={<EyeIcon aria-hidden="true" />}
        loading={preview.isPending}
        onClick={() => void look()}
      >
        {words.preview}
      </Button>
      {shown && <LetterSheet letter={shown} close={() => setShown(null)} />}
    </div>
  );
}
