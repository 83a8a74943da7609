import type { Day } from '../../../kernel/day.ts';
import { apiOf } from '../../../web/api.ts';
import { Form, useForm } from '../../../web/form.tsx';
import { DayField } from '../../../web/kit/date.tsx';
import { Dialog } from '../../../web/kit/dialog.tsx';
import { ChecksField, RadioField, SelectField, TextArea } from '../../../web/kit/fields.tsx';
import { useTexts } from '../../../web/kit/language.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import { representativeChoices } from '../../client/rules.ts';
import { type Recipients, representativeTexts, type ServingWay, servingTexts, ways } from '../../client/words.ts';
import type * as acts from '../acts.ts';
import { rectificationTexts } from '../texts.ts';
import {
  type CourtOutcome,
  courtOutcomes,
  type DecisionStanding,
  type RequestOutcome,
  requestOutcomes,
} from '../words.ts';

const { useDo } = apiOf<typeof acts>();

interface CorrectRequestProps {
  readonly clientId: string;
  readonly request: DecisionStanding['requests'][number];
  readonly recipients: Recipients;
  readonly close: () => void;
}

/** Corrects the steps recorded of a request for rectification, and why they are corrected. */
export function CorrectRequest({ clientId, request, recipients, close }: CorrectRequestProps) {
  const words = useTexts(rectificationTexts);
  const toast = useToast();
  const today = useToday();
  const correct = useDo('correctRequest');
  const { id: requestId, decisionId: _, body: __, late: ___, notices, servedOn, version, ...before } = request;
  const named = useTexts(servingTexts);
  const { kinds } = useTexts(representativeTexts);
  const { representatives } = recipients;
  const toClient = notices.find(({ recipient }) => recipient === 'client');
  const asServed = {
    way: (toClient?.way ?? '') as ServingWay | '',
    sentOn: (toClient?.sentOn ?? servedOn) as Day | null,
    representativeIds: representatives
      .filter(({ name }) => notices.some((one) => one.name === name))
      .map(({ id }) => id) as readonly string[],
  };
  const form = useForm({
    initial: {
      receivedOn: before.receivedOn as Day | null,
      demands: before.demands,
      outcome: (before.outcome ?? '') as RequestOutcome | '',
      decidedOn: before.decidedOn as Day | null,
      reasons: before.reasons ?? '',
      ...asServed,
      appealedOn: before.appealedOn as Day | null,
      courtOutcome: (before.courtOutcome ?? '') as CourtOutcome | '',
      courtDecidedOn: before.courtDecidedOn as Day | null,
      why: '',
    },
    seen: version,
    send: ({ receivedOn, outcome, reasons, courtOutcome, way, sentOn, representativeIds, ...rest }, seen) =>
      correct.mutateAsync({
        ...rest,
        ...(servedOn !== null && way !== '' && sentOn !== null
          ? { service: { way, sentOn, representativeIds: [...representativeIds] } }
          : {}),
        seen,
        clientId,
        requestId,
        receivedOn: receivedOn ?? before.receivedOn,
        outcome: outcome || null,
        reasons: reasons || null,
        courtOutcome: courtOutcome || null,
      }),
    done: () => {
      toast({ done: words.requestCorrected });
      close();
    },
  });
  const dayField = { today, max: today };
  return (
    <Dialog title={words.correctRequest} close={close}>
      <Form form={form} submit={words.correctRequest} cancel={close}>
        <DayField {...form.field('receivedOn')} label={words.receivedOn} {...dayField} />
        <TextArea {...form.field('demands')} label={words.demands} rows={3} maxLength={4000} />
        {before.decidedOn !== null && (
          <>
            <SelectField
              {...form.field('outcome')}
              label={words.outcome}
              options={requestOutcomes.map((value) => ({ value, label: words.outcomes[value] }))}
            />
            <DayField {...form.field('decidedOn')} label={words.decidedOn} {...dayField} />
            <TextArea {...form.field('reasons')} label={words.reasons} rows={3} maxLength={4000} />
          </>
        )}
        {servedOn !== null && (
          <>
            <RadioField
              {...form.field('way')}
              label={words.way}
              options={ways.map((value) => ({ value, label: named.ways[value] }))}
            />
            <DayField {...form.field('sentOn')} label={words.sentOn} {...dayField} />
            {representatives.length > 0 && (
              <ChecksField
                {...form.field('representativeIds')}
                label={named.toRepresentatives}
                description={named.toRepresentativesHelp}
                options={representativeChoices(representatives, kinds)}
              />
            )}
          </>
        )}
        {before.appealedOn !== null && (
          <DayField {...form.field('appealedOn')} label={words.appealedOn} {...dayField} />
        )}
        {before.courtDecidedOn !== null && (
          <>
            <SelectField
              {...form.field('courtOutcome')}
              label={words.court}
              options={courtOutcomes.map((value) => ({ value, label: words.courtOutcomes[value] }))}
            />
            <DayField {...form.field('courtDecidedOn')} label={words.courtDecidedOn} {...dayField} />
          </>
        )}
        <TextArea {...form.field('why')} label={words.whyCorrected} rows={2} />
      </Form>
    </Dialog>
  );
}
