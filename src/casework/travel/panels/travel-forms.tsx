import type { Day } from '../../../kernel/day.ts';
import { type Cents, cents } from '../../../kernel/money.ts';
import { laterEnd, type Range } from '../../../kernel/range.ts';
import type { OutputOf } from '../../../server/act.ts';
import { apiOf } from '../../../web/api.ts';
import { Form, type FormOf, useForm } from '../../../web/form.tsx';
import { DayField, RangeField } from '../../../web/kit/date.tsx';
import { Dialog } from '../../../web/kit/dialog.tsx';
import { EuroField, SelectField, TextArea } from '../../../web/kit/fields.tsx';
import { useTexts } from '../../../web/kit/language.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import type * as acts from '../acts.ts';
import { costsNothing } from '../rules.ts';
import { travelTexts } from '../texts.ts';
import { type TravelMeans, type TravelQuestion, travelMeans } from '../words.ts';

const { useDo } = apiOf<typeof acts>();

export type Travel = OutputOf<typeof acts.travelOf>;
type Way = Travel['ways'][number];

interface Filled {
  readonly means: TravelMeans | '';
  readonly amount: Cents | null;
  readonly reason: string;
  readonly during: { readonly from: Day | null; readonly to: Day | null };
  /** Why it is corrected, where it is. */
  readonly why: string;
}

const detailsOf = ({ means, amount, reason, during }: Filled, first: Day) => ({
  means: means as TravelMeans,
  amount: means !== '' && costsNothing(means) ? cents(0) : (amount ?? cents(0)),
  reason,
  during: { from: during.from ?? first, to: during.to },
});

const empty = (during: Range): Filled => ({ means: '', amount: null, reason: '', during, why: '' });

/** What is said of a way, whoever says it. */
function TravelFields({ form, today }: { readonly form: FormOf<Filled>; readonly today: Day }) {
  const words = useTexts(travelTexts);
  const { means } = form.values;
  return (
    <>
      <SelectField
        {...form.field('means')}
        label={words.meansLabel}
        options={travelMeans.map((value) => ({ value, label: words.means[value] }))}
      />
      {!(means !== '' && costsNothing(means)) && <EuroField {...form.field('amount')} label={words.amount} />}
      <TextArea {...form.field('reason')} label={words.reason} description={words.reasonHelp} rows={2} />
      <RangeField {...form.field('during')} label={words.during} today={today} open />
    </>
  );
}

interface OfClient {
  readonly clientId: string;
  readonly close: () => void;
}

/** Records a way from a day on, where the one before ends. */
export function RecordTravel({ clientId, travel, close }: OfClient & { readonly travel: Travel }) {
  const words = useTexts(travelTexts);
  const toast = useToast();
  const today = useToday();
  const record = useDo('recordTravel');
  const first = travel.openDays[0] ?? today;
  const form = useForm({
    initial: empty({ from: first, to: null }),
    seen: travel.version,
    send: (values: Filled, seen): Promise<unknown> =>
      record.mutateAsync({ clientId, ...detailsOf(values, first), seen }),
    done: () => {
      toast({ done: words.recorded });
      close();
    },
  });
  const title = travel.ways.length > 0 ? words.change : words.record;
  return (
    <Dialog title={title} close={close}>
      <Form form={form} submit={title} cancel={close}>
        <TravelFields form={form} today={today} />
      </Form>
    </Dialog>
  );
}

interface OfWay extends OfClient {
  readonly way: Way;
}

export function CorrectTravel({ clientId, way, close }: OfWay) {
  const words = useTexts(travelTexts);
  const toast = useToast();
  const today = useToday();
  const change = useDo('changeTravel');
  const { means, amount, reason, during } = way;
  const form = useForm({
    initial: { means, amount, reason: reason ?? '', during, why: '' } as Filled,
    seen: way.version,
    send: (values, seen): Promise<unknown> =>
      change.mutateAsync({ clientId, wayId: way.id, ...detailsOf(values, during.from), why: values.why, seen }),
    done: () => {
      toast({ done: words.corrected });
      close();
    },
  });
  return (
    <Dialog title={words.correct} close={close}>
      <Form form={form} submit={words.correct} cancel={close}>
        <TravelFields form={form} today={today} />
        <TextArea {...form.field('why')} label={words.why} rows={2} />
      </Form>
    </Dialog>
  );
}

export function EndTravel({ clientId, way, close }: OfWay) {
  const words = useTexts(travelTexts);
  const toast = useToast();
  const today = useToday();
  const end = useDo('endTravel');
  const form = useForm({
    initial: { lastDay: laterEnd(today, way.during.from) },
    seen: way.version,
    send: ({ lastDay }, seen) => end.mutateAsync({ clientId, wayId: way.id, lastDay: lastDay as Day, seen }),
    done: () => {
      toast({ done: words.ended });
      close();
    },
  });
  return (
    <Dialog title={words.end} close={close}>
      <p className="muted">{words.endHelp}</p>
      <Form form={form} submit={words.end} cancel={close}>
        <DayField {...form.field('lastDay')} label={words.lastDay} today={today} min={way.during.from} />
      </Form>
    </Dialog>
  );
}

interface AnswerTravelProps {
  readonly question: TravelQuestion;
  readonly close: () => void;
}

/** Finance records what it was answered of days of which nobody had said what the way costs. */
export function AnswerTravel({ question: { clientId, name, days }, close }: AnswerTravelProps) {
  const words = useTexts(travelTexts);
  const toast = useToast();
  const today = useToday();
  const answer = useDo('answerTravel');
  const first = days[0] ?? today;
  const form = useForm({
    initial: empty({ from: first, to: null }),
    send: (values: Filled): Promise<unknown> => answer.mutateAsync({ clientId, ...detailsOf(values, first) }),
    done: () => {
      toast({ done: words.answered(name) });
      close();
    },
  });
  return (
    <Dialog title={words.answerOf(name)} close={close}>
      <Form form={form} submit={words.answer} cancel={close}>
        <TravelFields form={form} today={today} />
      </Form>
    </Dialog>
  );
}
