import { addDays, addYears, type Day } from '../../../kernel/day.ts';
import type { Language } from '../../../kernel/language.ts';
import { earlierEnd, lastDay, type Range } from '../../../kernel/range.ts';
import { apiOf } from '../../../web/api.ts';
import { type FieldsOf, Form, useForm } from '../../../web/form.tsx';
import { DayField, type RangeDraft, RangeField } from '../../../web/kit/date.tsx';
import { Dialog } from '../../../web/kit/dialog.tsx';
import { TextArea } from '../../../web/kit/fields.tsx';
import { useTexts } from '../../../web/kit/language.tsx';
import { Answer } from '../../../web/kit/loading.tsx';
import { TextField } from '../../../web/kit/text-field.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import type * as clientActs from '../../client/acts.ts';
import { hoursInWords } from '../../placement/rules.ts';
import type { Placement } from '../../placement/words.ts';
import type * as acts from '../acts.ts';
import { agreementTexts } from '../texts.ts';
import type { AgreementOnDay } from '../words.ts';

const { useDo } = apiOf<typeof acts>();
const { useAsk: useAskOfClient } = apiOf<typeof clientActs>();

interface Content {
  readonly tasks: string;
  readonly hours: string;
}

function ContentFields({ form }: { form: { readonly fields: FieldsOf<Content> } }) {
  const words = useTexts(agreementTexts);
  const { fields } = form;
  return (
    <>
      <TextArea {...fields.tasks} label={words.agreementTasks} rows={2} />
      <TextField {...fields.hours} label={words.hours} />
    </>
  );
}

const sentDays = ({ from, to }: RangeDraft) => ({ from: from as Day, to: to as Day });

interface MakeProps {
  readonly placement: Placement;
  readonly close: () => void;
  readonly made: (agreementId: string) => void;
}

/** Makes an agreement about a placement; tasks, days and a year's time are there to begin with. */
export function MakeAgreement(props: MakeProps) {
  const words = useTexts(agreementTexts);
  // What the client signs is in the client's language, whatever the screen's is.
  const client = useAskOfClient('client', { clientId: props.placement.clientId });
  return (
    <Dialog title={words.makeAgreement} close={props.close}>
      <Answer of={client}>{(answer) => <Make {...props} language={answer.client.serviceLanguage} />}</Answer>
    </Dialog>
  );
}

function Make({ placement, close, made, language }: MakeProps & { readonly language: Language }) {
  const words = useTexts(agreementTexts);
  const toast = useToast();
  const today = useToday();
  const make = useDo('makeAgreement');
  const from = placement.during.from;
  const form = useForm({
    draft: { name: `agreement of ${placement.id}` },
    initial: {
      tasks: placement.tasks ?? '',
      hours: hoursInWords(placement.slots, placement, language),
      during: { from, to: earlierEnd(addYears(from, 1), placement.during.to) } as RangeDraft,
    },
    send: ({ during, ...content }) =>
      make.mutateAsync({
        clientId: placement.clientId,
        placementId: placement.id,
        ...content,
        during: sentDays(during),
      }),
    done: ({ agreementId }) => {
      toast({ done: words.made, next: words.madeNext });
      made(agreementId);
    },
  });
  return (
    <Form form={form} submit={words.makeAgreement} cancel={close}>
      <ContentFields form={form} />
      <RangeField
        {...form.field('during')}
        label={words.during}
        lastLabel={words.renewBy}
        today={today}
        min={placement.during.from}
        max={lastDay(placement.during) ?? undefined}
      />
    </Form>
  );
}

interface ChangeProps {
  readonly agreement: AgreementOnDay;
  readonly close: () => void;
}

/** Changes what an agreement says, which withdraws the approvals given so far. */
export function ChangeAgreement({ agreement, close }: ChangeProps) {
  const words = useTexts(agreementTexts);
  const toast = useToast();
  const today = useToday();
  const change = useDo('changeAgreement');
  const form = useForm({
    draft: { name: `agreement ${agreement.id}` },
    initial: { tasks: agreement.tasks, hours: agreement.hours, during: agreement.during as RangeDraft },
    seen: agreement.contentHash,
    send: ({ during, ...content }, seen) =>
      change.mutateAsync({
        clientId: agreement.clientId,
        agreementId: agreement.id,
        ...content,
        during: sentDays(during),
        seen,
      }),
    done: ({ withdrawn }) => {
      toast({ done: withdrawn.length > 0 ? words.agreementChanged : words.agreementSaved });
      close();
    },
  });
  const { approved, placedDuring } = agreement;
  return (
    <Dialog title={words.changeAgreement} close={close}>
      <Form form={form} cancel={close}>
        {approved.length > 0 && <p className="muted">{words.changeWithdraws}</p>}
        <ContentFields form={form} />
        <RangeField
          {...form.field('during')}
          label={words.during}
          lastLabel={words.renewBy}
          today={today}
          min={placedDuring.from}
          max={lastDay(placedDuring) ?? undefined}
        />
      </Form>
    </Dialog>
  );
}

/** Goes on from where an agreement ends, for a year unless told otherwise. */
export function RenewAgreement({
  agreement,
  close,
  renewed,
}: ChangeProps & { renewed: (agreementId: string) => void }) {
  const words = useTexts(agreementTexts);
  const toast = useToast();
  const today = useToday();
  const renew = useDo('renewAgreement');
  const from = agreement.during.to as Day;
  const form = useForm({
    draft: { name: `renewal ${agreement.id}` },
    initial: {
      tasks: agreement.tasks,
      hours: agreement.hours,
      last: lastOfYear(agreement.placedDuring, from) as Day | null,
    },
    send: ({ last, ...content }) =>
      renew.mutateAsync({
        clientId: agreement.clientId,
        agreementId: agreement.id,
        ...content,
        to: addDays(last ?? from, 1),
      }),
    done: ({ agreementId }) => {
      toast({ done: words.renewed, next: words.madeNext });
      renewed(agreementId);
    },
  });
  return (
    <Dialog title={words.renewOf(agreement.client)} close={close}>
      <Form form={form} submit={words.renew} cancel={close}>
        <ContentFields form={form} />
        <DayField
          {...form.field('last')}
          label={words.renewBy}
          today={today}
          min={from}
          max={lastDay(agreement.placedDuring) ?? undefined}
        />
      </Form>
    </Dialog>
  );
}

function lastOfYear(placed: Range, from: Day): Day {
  return addDays(earlierEnd(addYears(from, 1), placed.to) as Day, -1);
}
