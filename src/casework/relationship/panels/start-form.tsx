import type { ComponentType } from 'react';
import type { Day } from '../../../kernel/day.ts';
import { laterEnd, type Range } from '../../../kernel/range.ts';
import type { Service } from '../../../kernel/service.ts';
import { apiOf } from '../../../web/api.ts';
import { type FieldsOf, Form, useForm } from '../../../web/form.tsx';
import { useAskedFor } from '../../../web/kit/asked-for.ts';
import { Card } from '../../../web/kit/card.tsx';
import { DayField } from '../../../web/kit/date.tsx';
import { SelectField, TextArea } from '../../../web/kit/fields.tsx';
import { useFormat } from '../../../web/kit/format.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { Stack } from '../../../web/kit/page.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import type { ProvisionMode } from '../../organiser/words.ts';
import type * as acts from '../acts.ts';
import { carries } from '../rules.ts';
import { relationshipTexts } from '../texts.ts';

const { useDo } = apiOf<typeof acts>();

/** An offering of the organiser, as one chooses it. */
export interface Offered {
  readonly id: string;
  readonly service: Service;
  readonly serviceName: string;
  readonly provisionMode: ProvisionMode;
  readonly provider: string | null;
}

/** A choice of the responsible worker, which stands in the form. */
export interface ChooseProps {
  readonly fields: FieldsOf<{ readonly workerId: string }>;
  readonly clientId: string;
  readonly service: Service;
  readonly on: Day;
  /** The value of whoever is named later. */
  readonly later: string;
}

interface StartProps {
  readonly clientId: string;
  readonly decision: {
    readonly id: string;
    readonly service: Service;
    readonly serviceName: string;
    readonly decidedOn: Day;
    readonly during: Range;
    /** The offering that was decided, where one was. */
    readonly offeringId: string | null;
  };
  readonly offerings: readonly Offered[];
  /** Among whom the responsible worker is chosen. */
  readonly choose: ComponentType<ChooseProps>;
  readonly done: (relationshipId: string) => void;
  readonly cancel: () => void;
}

interface Values {
  readonly offeringId: string;
  readonly from: Day | null;
  readonly workerId: string;
  readonly outsideBecause: string;
}

const later = 'later';

/** Begins a granted service: in which offering, from which day, and who answers for the client by the organiser's rule. */
export function StartForm({ clientId, decision, offerings, choose: Choose, done, cancel }: StartProps) {
  const words = useTexts(relationshipTexts);
  const format = useFormat();
  const toast = useToast();
  const today = useToday();
  const start = useDo('startRelationship');
  const carried = offerings
    .filter(({ service }) => carries(decision.service, service))
    .toSorted((a, b) => Number(b.service === decision.service) - Number(a.service === decision.service));
  const decided = carried.find(({ id }) => id === decision.offeringId);
  const earliest = laterEnd(decision.during.from, today);
  const form = useForm<Values, { relationshipId: string }>({
    initial: { offeringId: (decided ?? carried[0])?.id ?? '', from: earliest, workerId: '', outsideBecause: '' },
    send: ({ offeringId, from, workerId, outsideBecause }) =>
      start.mutateAsync({
        clientId,
        decisionId: decision.id,
        offeringId,
        from: from as Day,
        workerId: workerId === '' || workerId === later ? null : workerId,
        outsideBecause: outsideBecause.trim() || null,
      }),
    done: ({ relationshipId }) => {
      toast({ done: words.started });
      done(relationshipId);
    },
  });
  const options = carried.map(({ id, serviceName, provisionMode, provider }) => ({
    value: id,
    label: [serviceName, words.provisionModes[provisionMode], provider].filter(Boolean).join(' · '),
  }));
  const chosen = carried.find(({ id }) => id === form.values.offeringId);
  // It is asked once the refusal has told why.
  const isOutside = useAskedFor(form, 'outsideBecause');
  return (
    <Form form={form} submit={words.start} cancel={cancel}>
      <Stack>
        <Card title={words.decision(decision.serviceName, format.day(decision.decidedOn))}>
          <p className="muted">{words.granted(format.range(decision.during))}</p>
          <SelectField {...form.field('offeringId')} label={words.offering} options={options} />
          <DayField {...form.field('from')} label={words.startOn} today={today} min={decision.during.from} />
          {isOutside && (
            <TextArea {...form.field('outsideBecause')} label={words.outsideBecause} rows={2} maxLength={4000} />
          )}
        </Card>
        {chosen && (
          <Choose
            fields={form.fields}
            clientId={clientId}
            service={chosen.service}
            on={form.values.from ?? today}
            later={later}
          />
        )}
      </Stack>
    </Form>
  );
}
