import { PencilIcon } from '@navikt/aksel-icons';
import { useState } from 'react';
import type { Day } from '../../../kernel/day.ts';
import type { Service } from '../../../kernel/service.ts';
import type { OutputOf } from '../../../server/act.ts';
import { apiOf } from '../../../web/api.ts';
import { Form, useForm } from '../../../web/form.tsx';
import { Card } from '../../../web/kit/card.tsx';
import { DayField } from '../../../web/kit/date.tsx';
import { Dialog } from '../../../web/kit/dialog.tsx';
import { RadioField, SelectField, TextArea } from '../../../web/kit/fields.tsx';
import { useFormat } from '../../../web/kit/format.ts';
import { useLanguage, useTexts } from '../../../web/kit/language.tsx';
import { Answer } from '../../../web/kit/loading.tsx';
import { Stack } from '../../../web/kit/page.tsx';
import { DataTable } from '../../../web/kit/table.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import { TakeBack } from '../../../web/take-back.tsx';
import type * as acts from '../acts.ts';
import { cooperationTexts, otherServiceName } from '../texts.ts';
import { directions, otherServices, referralOutcomes } from '../words.ts';

const { useAsk, useDo } = apiOf<typeof acts>();

type Referral = OutputOf<typeof acts.cooperationReferrals>['referrals'][number];

/** A client's referrals to and from other services, with what came of each. */
export function CooperationReferrals({ clientId }: { clientId: string }) {
  const words = useTexts(cooperationTexts);
  const { language } = useLanguage();
  const format = useFormat();
  const today = useToday();
  const toast = useToast();
  const match = useAsk('cooperationReferrals', { clientId });
  const [correcting, setCorrecting] = useState<Referral | null>(null);
  const takeBackOutcome = useDo('takeBackReferralOutcome');
  const takeBack = useDo('takeBackReferralOver');
  const record = useDo('recordOutcome', { done: () => toast({ done: words.saved }) });
  return (
    <Answer of={match}>
      {({ referrals, permitted }) => (
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
                cell: ({ otherService, madeOn }) => otherServiceName(otherService, madeOn, language),
              },
              { id: 'direction', header: words.direction, cell: ({ direction }) => words.directions[direction] },
              {
                id: 'outcome',
                header: words.outcome,
                cell: ({ id, outcome, outcomeOn, version }) =>
                  outcome ? (
                    <>
                      {words.outcomes[outcome]} {outcomeOn && <span className="muted">{format.day(outcomeOn)}</span>}
                      {permitted.includes('takeBackReferralOutcome') && (
                        <TakeBack
                          named={words.outcomes[outcome]}
                          follows={words.outcomeFollows}
                          seen={version}
                          send={(why, seen) => takeBackOutcome.mutateAsync({ clientId, referralId: id, why, seen })}
                        />
                      )}
                    </>
                  ) : permitted.includes('recordOutcome') ? (
                    <SelectField
                      name={`outcome-${id}`}
                      label={words.outcome}
                      value=""
                      change={(value) =>
                        value && record.mutate({ clientId, referralId: id, outcome: value, on: today })
                      }
                      options={referralOutcomes.map((value) => ({ value, label: words.outcomes[value] }))}
                      none={words.open}
                      error={undefined}
                      complain={() => undefined}
                    />
                  ) : (
                    words.open
                  ),
              },
              ...(permitted.includes('correctReferralOver')
                ? [
                    {
                      id: 'correct',
                      header: words.correct,
                      act: true,
                      cell: (referral: Referral) => {
                        const named = `${otherServiceName(referral.otherService, referral.madeOn, language)}, ${format.day(referral.madeOn)}`;
                        return (
                          <>
                            <button
                              type="button"
                              className="icon-button"
                              title={words.correct}
                              aria-label={`${words.correct}: ${named}`}
                              onClick={() => setCorrecting(referral)}
                            >
                              <PencilIcon aria-hidden="true" />
                            </button>
                            <TakeBack
                              named={named}
                              follows={words.takeBackFollows}
                              seen={referral.referralVersion}
                              send={(why, seen) =>
                                takeBack.mutateAsync({ clientId, referralId: referral.id, why, seen })
                              }
                            />
                          </>
                        );
                      },
                    },
                  ]
                : []),
            ]}
          />
          {correcting && (
            <CorrectReferralOver clientId={clientId} referral={correcting} close={() => setCorrecting(null)} />
          )}
        </Card>
      )}
    </Answer>
  );
}

interface CorrectProps {
  readonly clientId: string;
  readonly referral: Referral;
  readonly close: () => void;
}

/** Corrects to where a client was referred, in which direction and when. */
function CorrectReferralOver({ clientId, referral, close }: CorrectProps) {
  const words = useTexts(cooperationTexts);
  const { language } = useLanguage();
  const toast = useToast();
  const today = useToday();
  const correct = useDo('correctReferralOver');
  const form = useForm({
    initial: {
      otherService: referral.otherService as Referral['otherService'] | '',
      direction: referral.direction as Referral['direction'] | '',
      madeOn: referral.madeOn as Day | null,
      why: '',
    },
    seen: referral.referralVersion,
    send: ({ otherService, direction, madeOn, why }, seen) =>
      correct.mutateAsync({
        clientId,
        referralId: referral.id,
        otherService: otherService as Referral['otherService'],
        direction: direction as Referral['direction'],
        madeOn: madeOn as Day,
        why,
        seen,
      }),
    done: () => {
      toast({ done: words.saved });
      close();
    },
  });
  return (
    <Dialog title={words.correct} close={close}>
      <Form form={form} submit={words.save} cancel={close}>
        <SelectField
          {...form.field('otherService')}
          label={words.otherService}
          options={otherServices.map((value) => ({
            value,
            label: otherServiceName(value, form.values.madeOn ?? today, language),
          }))}
        />
        <RadioField
          {...form.field('direction')}
          label={words.direction}
          options={directions.map((value) => ({ value, label: words.directions[value] }))}
        />
        <DayField {...form.field('madeOn')} label={words.madeOn} today={today} max={today} />
        <TextArea {...form.field('why')} label={words.whyCorrect} rows={2} />
      </Form>
    </Dialog>
  );
}

interface ReferProps {
  readonly clientId: string;
  readonly services: readonly { readonly service: Service; readonly serviceName: string }[];
}

/** Refers a client to another service, or records that the client came from one. */
export function ReferOver({ clientId, services }: ReferProps) {
  const words = useTexts(cooperationTexts);
  const { language } = useLanguage();
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
            options={otherServices.map((value) => ({
              value,
              label: otherServiceName(value, form.values.madeOn ?? today, language),
            }))}
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
