import type { Day } from '../../../kernel/day.ts';
import { apiOf } from '../../../web/api.ts';
import { Form, useForm } from '../../../web/form.tsx';
import { DayField } from '../../../web/kit/date.tsx';
import { Dialog } from '../../../web/kit/dialog.tsx';
import { ChecksField, RadioField, TextArea } from '../../../web/kit/fields.tsx';
import { useTexts } from '../../../web/kit/language.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import { representativeChoices } from '../../client/rules.ts';
import { type Recipients, representativeTexts, type ServingWay, servingTexts, ways } from '../../client/words.ts';
import type { Together } from '../../decision/words.ts';
import type * as acts from '../acts.ts';
import { rectificationTexts } from '../texts.ts';
import { type CourtOutcome, courtOutcomes, type RequestOutcome, requestOutcomes } from '../words.ts';

const { useDo } = apiOf<typeof acts>();

interface StepProps {
  readonly clientId: string;
  readonly requestId: string;
  readonly close: () => void;
}

export function Receive({
  clientId,
  decisionId,
  together,
  close,
}: Pick<StepProps, 'clientId' | 'close'> & { readonly decisionId: string; readonly together: readonly Together[] }) {
  const words = useTexts(rectificationTexts);
  const toast = useToast();
  const today = useToday();
  const receive = useDo('receiveRequest');
  const others = together.filter(({ annulled }) => !annulled);
  const form = useForm({
    draft: { name: `request ${decisionId}` },
    initial: { receivedOn: today as Day | null, demands: '', alsoIds: [] as readonly string[] },
    send: ({ receivedOn, demands, alsoIds }) =>
      receive.mutateAsync({ clientId, decisionId, receivedOn: receivedOn as Day, demands, alsoIds: [...alsoIds] }),
    done: ({ late }) => {
      toast({ done: words.received, ...(late ? { next: words.receivedLate } : {}) });
      close();
    },
  });
  return (
    <Dialog title={words.receive} close={close}>
      <Form form={form} submit={words.receive} cancel={close}>
        <DayField {...form.field('receivedOn')} label={words.receivedOn} today={today} max={today} />
        <TextArea {...form.field('demands')} label={words.demands} rows={4} maxLength={4000} />
        {others.length > 0 && (
          <ChecksField
            {...form.field('alsoIds')}
            label={words.also}
            description={words.alsoHelp}
            options={others.map(({ id, serviceName }) => ({ value: id, label: serviceName }))}
          />
        )}
      </Form>
    </Dialog>
  );
}

export function DecideRequest({ clientId, requestId, late, close }: StepProps & { readonly late: boolean }) {
  const words = useTexts(rectificationTexts);
  const toast = useToast();
  const today = useToday();
  const decide = useDo('decideRequest');
  const form = useForm({
    initial: {
      outcome: (late ? 'not-examined' : '') as RequestOutcome | '',
      decidedOn: today as Day | null,
      reasons: '',
    },
    send: ({ outcome, decidedOn, reasons }) =>
      decide.mutateAsync({
        clientId,
        requestId,
        outcome: outcome as RequestOutcome,
        decidedOn: decidedOn as Day,
        reasons,
      }),
    done: () => {
      toast({ done: words.decided });
      close();
    },
  });
  return (
    <Dialog title={words.decide} close={close}>
      <Form form={form} submit={words.decide} cancel={close}>
        {late && <p>{words.receivedLate}</p>}
        <RadioField
          {...form.field('outcome')}
          label={words.outcome}
          options={requestOutcomes.map((value) => ({ value, label: words.outcomes[value] }))}
        />
        <DayField {...form.field('decidedOn')} label={words.decidedOn} today={today} max={today} />
        <TextArea {...form.field('reasons')} label={words.reasons} rows={4} maxLength={4000} />
      </Form>
    </Dialog>
  );
}

export function ServeRequest({
  clientId,
  requestId,
  recipients,
  close,
}: StepProps & { readonly recipients: Recipients }) {
  const words = useTexts(rectificationTexts);
  const named = useTexts(servingTexts);
  const { kinds } = useTexts(representativeTexts);
  const { representatives } = recipients;
  const toast = useToast();
  const today = useToday();
  const serve = useDo('serveRequest');
  const form = useForm({
    initial: {
      way: 'post' as ServingWay | '',
      sentOn: today as Day | null,
      representativeIds: representatives.map(({ id }) => id) as readonly string[],
    },
    send: ({ way, sentOn, representativeIds }) =>
      serve.mutateAsync({
        clientId,
        requestId,
        way: way as ServingWay,
        sentOn: sentOn as Day,
        representativeIds: [...representativeIds],
      }),
    done: () => {
      toast({ done: words.served });
      close();
    },
  });
  return (
    <Dialog title={words.serve} close={close}>
      <Form form={form} submit={words.serve} cancel={close}>
        <RadioField
          {...form.field('way')}
          label={words.way}
          options={ways.map((value) => ({ value, label: named.ways[value] }))}
        />
        <DayField {...form.field('sentOn')} label={words.sentOn} today={today} max={today} />
        {recipients.lacksRepresentative && <p>{named.childAlone}</p>}
        {representatives.length > 0 && (
          <ChecksField
            {...form.field('representativeIds')}
            label={named.toRepresentatives}
            description={named.toRepresentativesHelp}
            options={representativeChoices(representatives, kinds)}
          />
        )}
      </Form>
    </Dialog>
  );
}

export function Appeal({ clientId, requestId, close }: StepProps) {
  const words = useTexts(rectificationTexts);
  const toast = useToast();
  const today = useToday();
  const appeal = useDo('recordAppeal');
  const form = useForm({
    initial: { appealedOn: today as Day | null },
    send: ({ appealedOn }) => appeal.mutateAsync({ clientId, requestId, appealedOn: appealedOn as Day }),
    done: () => {
      toast({ done: words.appealed });
      close();
    },
  });
  return (
    <Dialog title={words.appeal} close={close}>
      <Form form={form} submit={words.appeal} cancel={close}>
        <DayField {...form.field('appealedOn')} label={words.appealedOn} today={today} max={today} />
      </Form>
    </Dialog>
  );
}

export function Court({ clientId, requestId, close }: StepProps) {
  const words = useTexts(rectificationTexts);
  const toast = useToast();
  const today = useToday();
  const record = useDo('recordCourt');
  const form = useForm({
    initial: { outcome: '' as CourtOutcome | '', decidedOn: today as Day | null },
    send: ({ outcome, decidedOn }) =>
      record.mutateAsync({ clientId, requestId, outcome: outcome as CourtOutcome, decidedOn: decidedOn as Day }),
    done: () => {
      toast({ done: words.courtDone });
      close();
    },
  });
  return (
    <Dialog title={words.court} close={close}>
      <Form form={form} submit={words.court} cancel={close}>
        <RadioField
          {...form.field('outcome')}
          label={words.outcome}
          options={courtOutcomes.map((value) => ({ value, label: words.courtOutcomes[value] }))}
        />
        <DayField {...form.field('decidedOn')} label={words.decidedOn} today={today} max={today} />
      </Form>
    </Dialog>
  );
}
