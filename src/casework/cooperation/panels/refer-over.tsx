import type { Day } from '../../../kernel/day.ts';
import { apiOf } from '../../../platform/web/api.ts';
import { Card } from '../../../platform/web/card.tsx';
import { DayField } from '../../../platform/web/date.tsx';
import { RadioField, SelectField } from '../../../platform/web/fields.tsx';
import { Form, useForm } from '../../../platform/web/form.tsx';
import { useFormat } from '../../../platform/web/format.ts';
import { useTexts } from '../../../platform/web/language.tsx';
import { Answer } from '../../../platform/web/loading.tsx';
import { Stack } from '../../../platform/web/page.tsx';
import { DataTable } from '../../../platform/web/table.tsx';
import { useToast } from '../../../platform/web/toast.tsx';
import { useToday } from '../../../platform/web/today.tsx';
import type { Service } from '../../organiser/words.ts';
import type * as acts from '../acts.ts';
import { cooperationTexts } from '../texts.ts';
import { directions, otherServices, outcomes } from '../words.ts';

const { useAsk, useDo } = apiOf<typeof acts>();

/** A client's referrals to and from other services, with what came of each. */
export function CooperationReferrals({ clientId }: { clientId: string }) {
  const words = useTexts(cooperationTexts);
  const format = useFormat();
  const today = useToday();
  const toast = useToast();
  const found = useAsk('cooperationReferrals', { clientId });
  const record = useDo('recordOutcome', { done: () => toast({ done: words.saved }) });
  return (
    <Answer of={found}>
      {({ referrals }) => (
        <Card flush>
          <DataTable
            caption={words.cooperation}
            order="-madeOn"
            rows={referrals}
            rowKey={({ id }) => id}
            empty={words.none}
            columns={[
              {
                id: 'madeOn',
                header: words.madeOn,
                cell: ({ madeOn }) => format.day(madeOn),
                sort: ({ madeOn }) => madeOn,
              },
              {
                id: 'other',
                header: words.otherService,
                cell: ({ otherService }) => words.otherServices[otherService],
              },
              { id: 'direction', header: words.direction, cell: ({ direction }) => words.directions[direction] },
              {
                id: 'outcome',
                header: words.outcome,
                cell: ({ id, outcome }) =>
                  outcome ? (
                    words.outcomes[outcome]
                  ) : (
                    <SelectField
                      name={`outcome-${id}`}
                      label={words.outcome}
                      value=""
                      change={(value) =>
                        value && record.mutate({ clientId, referralId: id, outcome: value, on: today })
                      }
                      options={outcomes.map((value) => ({ value, label: words.outcomes[value] }))}
                      none={words.open}
                      error={undefined}
                      complain={() => undefined}
                    />
                  ),
              },
            ]}
          />
        </Card>
      )}
    </Answer>
  );
}

interface ReferProps {
  readonly clientId: string;
  readonly services: readonly { readonly service: Service; readonly serviceName: string }[];
}

/** Refers a client to another service, or records that the client came from one. */
export function ReferOver({ clientId, services }: ReferProps) {
  const words = useTexts(cooperationTexts);
  const toast = useToast();
  const today = useToday();
  const refer = useDo('referOver');
  const form = useForm({
    initial: {
      service: (services[0]?.service ?? '') as Service | '',
      otherService: '' as (typeof otherServices)[number] | '',
      direction: 'to' as (typeof directions)[number] | '',
      madeOn: today as Day | null,
    },
    send: ({ service, otherService, direction, madeOn }) =>
      refer.mutateAsync({
        clientId,
        service: service as Service,
        otherService: otherService as (typeof otherServices)[number],
        direction: direction as (typeof directions)[number],
        madeOn: madeOn as Day,
      }),
    done: () => toast({ done: words.saved }),
  });
  return (
    <Card title={words.refer}>
      <Form form={form} submit={words.save}>
        <Stack>
          <SelectField
            {...form.field('service')}
            label={words.service}
            options={services.map(({ service, serviceName }) => ({ value: service, label: serviceName }))}
          />
          <SelectField
            {...form.field('otherService')}
            label={words.otherService}
            options={otherServices.map((value) => ({ value, label: words.otherServices[value] }))}
          />
          <RadioField
            {...form.field('direction')}
            label={words.direction}
            options={directions.map((value) => ({ value, label: words.directions[value] }))}
          />
          <DayField {...form.field('madeOn')} label={words.madeOn} today={today} max={today} />
        </Stack>
      </Form>
    </Card>
  );
}
