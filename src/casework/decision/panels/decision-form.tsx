import { EyeIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react/Button';
import { useState } from 'react';
import type { Day } from '../../../kernel/day.ts';
import type { Cents } from '../../../kernel/money.ts';
import { apiOf } from '../../../web/api.ts';
import { FieldRow, Form, type FormOf, useForm } from '../../../web/form.tsx';
import { Card } from '../../../web/kit/card.tsx';
import { DayField, type RangeDraft, RangeField } from '../../../web/kit/date.tsx';
import { Empty } from '../../../web/kit/empty.tsx';
import { CheckField, ChecksField, RadioField, SelectField, TextArea } from '../../../web/kit/fields.tsx';
import { useFormat } from '../../../web/kit/format.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { Answer } from '../../../web/kit/loading.tsx';
import { Stack } from '../../../web/kit/page.tsx';
import { TextField } from '../../../web/kit/text-field.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { useToday } from '../../../web/kit/today.tsx';
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
  readonly offerings: readonly {
    readonly id: string;
    readonly mode: 'own' | 'purchased' | 'voucher' | 'grant';
    readonly provider: string | null;
  }[];
  readonly places: readonly string[];
}

interface Values {
  readonly outcome: Outcome | '';
  readonly decidedOn: Day | null;
  readonly planId: string;
  readonly during: RangeDraft;
  readonly reasons: string;
  readonly provisions: readonly string[];
  readonly offeringId: string;
  readonly place: string;
  readonly meal: boolean;
}

interface DecisionFormProps {
  readonly clientId: string;
  readonly referralId: string;
  /** What the organiser charges for a meal where the service is given; null where none is. */
  readonly mealCharge: Cents | null;
  readonly done: (decisionId: string, outcome: Outcome) => void;
  readonly cancel: () => void;
}

/** Decides a pending matter: what the law of its pending day offers, and the letter before it is sent. */
export function DecisionForm(props: DecisionFormProps) {
  const { clientId, referralId } = props;
  const words = useTexts(decisionTexts);
  const frame = useAsk('decisionFrame', { clientId, referralId });
  return (
    <Answer of={frame}>
      {(told) => (told.decidedOn ? <Empty title={words.alreadyDecided} /> : <Decide {...props} frame={told} />)}
    </Answer>
  );
}

type Of = Pick<DecisionFormProps, 'clientId' | 'referralId' | 'mealCharge'>;

function inputOf({ clientId, referralId, mealCharge }: Of, values: Values) {
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
    offeringId: (outcome === 'grant' && values.offeringId) || null,
    place: (outcome === 'grant' && values.place.trim()) || null,
    mealCharge: outcome === 'grant' && values.meal ? mealCharge : null,
  };
}

function Decide({ frame, done, cancel, ...of }: DecisionFormProps & { readonly frame: Frame }) {
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
      offeringId: frame.offerings.length === 1 ? (frame.offerings[0]?.id ?? '') : '',
      place: '',
      meal: of.mealCharge !== null,
    },
    send: (values) => decide.mutateAsync(inputOf(of, values)),
    done: ({ decisionId }, { outcome }) => {
      toast({ done: words.decided, next: words.waitsService });
      done(decisionId, outcome || 'grant');
    },
  });
  return (
    <Form form={form} submit={words.decide} cancel={cancel}>
      <Stack>
        <Fields form={form} frame={frame} mealCharge={of.mealCharge} />
        <Reasons form={form} frame={frame} />
        <Preview input={inputOf(of, form.values)} />
      </Stack>
    </Form>
  );
}

interface FieldsProps {
  readonly form: FormOf<Values>;
  readonly frame: Frame;
  readonly mealCharge: Cents | null;
}

function Fields({ form, frame, mealCharge }: FieldsProps) {
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
          <FieldRow>
            <SelectField
              {...form.field('offeringId')}
              label={words.providedBy}
              options={frame.offerings.map(({ id, mode, provider }) => ({
                value: id,
                label: [provider, words.provisionModes[mode]].filter(Boolean).join(', '),
              }))}
              optional
            />
            <TextField
              {...form.field('place')}
              label={words.placeOf}
              description={words.placeHelp}
              suggestions={frame.places}
              optional
            />
          </FieldRow>
          {mealCharge !== null && (
            <CheckField {...form.field('meal')} label={words.mealCharge(format.euro(mealCharge))} />
          )}
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
