import { PersonPlusIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react/Button';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { DecisionForm } from '../../casework/decision/panels/decision-form.tsx';
import { ServeDecision } from '../../casework/decision/panels/serve-decision.tsx';
import { ChooseResponsible } from '../../casework/handover/panels/choose-responsible.tsx';
import { organiserTexts } from '../../casework/organiser/texts.ts';
import { ParticipationOutlook } from '../../casework/participation/panels/participation-outlook.tsx';
import { PlanForm } from '../../casework/plan/panels/plan-form.tsx';
import { ReviewPlan } from '../../casework/plan/panels/review-plan.tsx';
import { ReceiveReferral } from '../../casework/referral/panels/receive-referral.tsx';
import { referralTexts } from '../../casework/referral/texts.ts';
import { StartForm } from '../../casework/relationship/panels/start-form.tsx';
import { type Service, services } from '../../kernel/service.ts';
import { PageLink, useAddress, useChoiceInAddress, useGo, useParam } from '../../web/address.tsx';
import { Counts } from '../../web/kit/counts.tsx';
import { Empty } from '../../web/kit/empty.tsx';
import { SelectField } from '../../web/kit/fields.tsx';
import { useFormat } from '../../web/kit/format.ts';
import { useTexts } from '../../web/kit/language.tsx';
import { Answer } from '../../web/kit/loading.tsx';
import { Narrowing } from '../../web/kit/narrowing.tsx';
import { Page } from '../../web/kit/page.tsx';
import { Worklist } from '../../web/kit/worklist.tsx';
import { useAsk } from '../app/api.ts';
import { useListLimit } from '../app/list-limit.tsx';
import { clientAt, pageAt } from '../app/pages.ts';
import { sessionQuery } from '../app/session.ts';
import { type WaitingShow, waitingOrders, waitingShows, waitingSteps, wholeStep } from '../app/waiting-told.ts';
import { useEnding } from './panels/ending.tsx';
import { type WaitingRow as Row, useWaitingRow } from './panels/rows.tsx';
import { officialTexts } from './texts.ts';

/** What waits for an official, as counts that filter one list. */
export function ReferralsPage() {
  const words = useTexts(officialTexts);
  const go = useGo();
  const [show] = useChoiceInAddress('show', waitingShows);
  const [acting, setActing] = useState<Row | null>(null);
  const narrowing = useNarrowing();
  const { limited, more } = useListLimit(show);
  const board = useAsk('waitingBoard', { show, ...narrowing, ...limited }, { keep: true });
  const rowOf = useWaitingRow(setActing);
  const count = (id: WaitingShow) => board.data?.counts[id] ?? 0;
  return (
    <Page
      title={words.title}
      search
      lineEarlier={board.isEarlier}
      {...(board.data ? { line: words.line(count('pending'), board.data.rows.length, board.data.total) } : {})}
      actions={
        <>
          <PageLink to={pageAt('/matters')}>{words.register}</PageLink>
          <Button
            size="small"
            icon={<PersonPlusIcon aria-hidden="true" />}
            onClick={() => go(pageAt('/referrals/new'))}
          >
            {words.receive}
          </Button>
        </>
      }
    >
      <Answer of={board}>
        {({ rows, total, services: held }) => (
          <>
            <Narrowed by={narrowing} held={held} />
            <Counts
              label={words.counts}
              counts={[
                { id: 'overdue', count: count('overdue'), label: words.overdue, tone: 'danger' },
                { id: 'soon', count: count('soon'), label: words.soon, tone: 'warning' },
                ...(count('assess') > 0 || show === 'assess'
                  ? [{ id: 'assess', count: count('assess'), label: words.assess, tone: 'warning' as const }]
                  : []),
                { id: 'pending', count: count('pending'), label: words.pending },
                { id: 'newcomers', count: count('newcomers'), label: words.newcomers },
                { id: 'serve', count: count('serve'), label: words.serve },
                { id: 'start', count: count('start'), label: words.start },
                { id: 'review', count: count('review'), label: words.review },
                ...(count('resume') > 0 || show === 'resume'
                  ? [{ id: 'resume', count: count('resume'), label: words.resume }]
                  : []),
              ]}
            />
            {show ? (
              <Worklist
                label={words.title}
                rows={rows.map(rowOf)}
                total={count(show)}
                {...(more ? { more } : {})}
                empty={words.noneOfThese}
              />
            ) : (
              <Worklist
                label={words.title}
                groups={waitingSteps.map((step) => ({
                  id: step,
                  heading: words.groups[step],
                  rows: rows.filter((row) => row.step === step).map(rowOf),
                  total: count(wholeStep[step]),
                  whole: pageAt('/referrals', { show: wholeStep[step], ...narrowing }),
                }))}
                total={total}
                empty={words.none}
                emptyHelp={words.noneHelp}
              />
            )}
          </>
        )}
      </Answer>
      {acting?.step === 'serve' && (
        <ServeDecision clientId={acting.clientId} decisionId={acting.id} close={() => setActing(null)} />
      )}
      {acting?.step === 'review' && (
        <ReviewPlan clientId={acting.clientId} plan={{ id: acting.id, reviews: [] }} close={() => setActing(null)} />
      )}
    </Page>
  );
}

/** Of which service, one's own or everybody's, by urgency or by name, as one chose in the address. */
function useNarrowing() {
  const [service] = useChoiceInAddress('service', services);
  const [whose] = useChoiceInAddress('whose', ['own']);
  const [order] = useChoiceInAddress('order', waitingOrders);
  return { service, whose, order };
}

interface NarrowedProps {
  readonly by: ReturnType<typeof useNarrowing>;
  /** Services of which something waits. */
  readonly held: readonly Service[];
}

function Narrowed({ by: { service, whose, order }, held }: NarrowedProps) {
  const words = useTexts(officialTexts);
  const { services: names } = useTexts(organiserTexts);
  const [, setService] = useAddress('service');
  const [, setWhose] = useAddress('whose');
  const [, setOrder] = useAddress('order');
  const offered: readonly Service[] = services.filter((one) => one === service || held.includes(one));
  const plain = { error: undefined, complain: () => undefined };
  return (
    <Narrowing>
      <SelectField
        {...plain}
        name="service"
        label={words.service}
        value={service ?? ''}
        change={(value) => setService(value || undefined)}
        none={words.everyService}
        options={offered.map((one) => ({ value: one, label: names[one] }))}
      />
      <SelectField
        {...plain}
        name="whose"
        label={words.whose}
        value={whose ?? ''}
        change={(value) => setWhose(value || undefined)}
        none={words.everybody}
        options={[{ value: 'own', label: words.own }]}
      />
      <SelectField
        {...plain}
        name="order"
        label={words.order}
        value={order ?? ''}
        change={(value) => setOrder(value || undefined)}
        none={words.byUrgency}
        options={[
          { value: 'name', label: words.byName },
          { value: 'since', label: words.bySince },
        ]}
      />
    </Narrowing>
  );
}

function useOfferings() {
  const session = useQuery(sessionQuery);
  const code = session.data?.organiser.code ?? '';
  return useAsk('organiserSetup', { code }, { when: code !== '', fresh: 300 });
}

/** Receives an application or a referral. */
export function NewReferralPage() {
  const words = useTexts(officialTexts);
  const go = useGo();
  const desk = useAsk('receivingDesk', {}, { fresh: 300 });
  return (
    <Page title={words.newTitle} back={{ to: pageAt('/referrals'), label: words.toList }}>
      <Answer of={desk}>
        {({ services, municipalities }) => (
          <ReceiveReferral
            municipalities={municipalities.map(({ code, name }) => ({ value: code, label: name }))}
            services={services.map(({ service, name }) => ({ value: service, label: name }))}
            done={(clientId, referralId) =>
              go(pageAt('/clients/$clientId/plan/new', { clientId, referral: referralId }))
            }
            cancel={() => go(pageAt('/referrals'))}
          />
        )}
      </Answer>
    </Page>
  );
}

interface StepPageProps {
  readonly title: string;
  readonly children: (clientId: string) => ReactNode;
}

/** A step on one client's way: whose it is stands under the heading. */
function StepPage({ title, children }: StepPageProps) {
  const words = useTexts(officialTexts);
  const clientId = useParam('clientId');
  const query = useAsk('client', { clientId });
  const matter = useMatter(clientId);
  const known = query.data?.client;
  return (
    <Page
      title={title}
      windowTitle={matter.number === null ? title : `${title} ${matter.number}`}
      {...(known
        ? {
            line: (
              <>
                <span>{`${known.familyName} ${known.givenNames}`.trim()}</span>
                {matter.line.map((part) => ` · ${part}`)}
              </>
            ),
          }
        : {})}
      back={{ to: clientAt(clientId), label: words.toClient }}
    >
      <Answer of={query}>{() => children(clientId)}</Answer>
    </Page>
  );
}

/** Which service is asked for, by whom and since when, and under which number, where the step is of one matter. */
function useMatter(clientId: string): { readonly number: string | null; readonly line: readonly string[] } {
  const words = useTexts(officialTexts);
  const { sources } = useTexts(referralTexts);
  const { services: names } = useTexts(organiserTexts);
  const format = useFormat();
  const [referralId] = useAddress('referral');
  const query = useAsk('referrals', { clientId }, { when: referralId !== undefined });
  const matter = query.data?.referrals.find(({ id }) => id === referralId);
  if (!matter) return { number: null, line: [] };
  const came = words.arrived(sources[matter.source], format.day(matter.receivedOn));
  return { number: matter.number, line: [names[matter.service], came, words.matterNumber(matter.number)] };
}

export function NewPlanPage() {
  const words = useTexts(officialTexts);
  return <StepPage title={words.planTitle}>{(clientId) => <PlanStep clientId={clientId} />}</StepPage>;
}

function PlanStep({ clientId }: { clientId: string }) {
  const words = useTexts(officialTexts);
  const go = useGo();
  const [referralId] = useAddress('referral');
  const [planId] = useAddress('plan');
  const query = useAsk('referrals', { clientId });
  const made = useAsk('plansOf', { clientId }, { when: planId !== undefined });
  const toPlans = pageAt('/clients/$clientId', { clientId, tab: 'plan' });
  if (planId !== undefined)
    return (
      <Answer of={made}>
        {({ plans }) => {
          const plan = plans.find(({ id }) => id === planId);
          if (!plan) return <Empty title={words.noPlan} />;
          const { referralId: of, service } = plan;
          const back = () => go(toPlans);
          return (
            <PlanForm clientId={clientId} referralId={of} service={service} plan={plan} done={back} cancel={back} />
          );
        }}
      </Answer>
    );
  return (
    <Answer of={query}>
      {({ referrals }) => {
        const referral = referrals.find(({ id }) => id === referralId) ?? referrals[0];
        if (!referral) return <Empty title={words.noMatter} />;
        const next =
          referral.state === 'pending'
            ? pageAt('/clients/$clientId/decide', { clientId, referral: referral.id })
            : clientAt(clientId);
        return (
          <>
            {referral.service === 'rehabilitative-work' && <ParticipationOutlook clientId={clientId} />}
            <PlanForm
              clientId={clientId}
              referralId={referral.id}
              service={referral.service}
              done={(_, draft) => go(draft ? toPlans : next)}
              cancel={() => go(clientAt(clientId))}
            />
            {next && (
              <p>
                <PageLink to={next}>{words.withoutPlan}</PageLink>
              </p>
            )}
          </>
        );
      }}
    </Answer>
  );
}

export function DecidePage() {
  const words = useTexts(officialTexts);
  const [referralId] = useAddress('referral');
  return (
    <StepPage title={words.decideTitle}>
      {(clientId) =>
        referralId ? <DecideStep clientId={clientId} referralId={referralId} /> : <Empty title={words.noMatter} />
      }
    </StepPage>
  );
}

function DecideStep({ clientId, referralId }: { clientId: string; referralId: string }) {
  const words = useTexts(officialTexts);
  const { services } = useTexts(organiserTexts);
  const go = useGo();
  const known = useAsk('referrals', { clientId });
  const charges = useAsk('mealCharges', {}, { fresh: 300 });
  const ending = useEnding(clientId);
  return (
    <Answer of={known}>
      {({ referrals }) => {
        const service = referrals.find(({ id }) => id === referralId)?.service;
        return (
          <Answer of={charges}>
            {({ charges: all }) =>
              ending && (
                <DecisionForm
                  ending={ending}
                  toPlans={
                    <PageLink to={pageAt('/clients/$clientId', { clientId, tab: 'plan' })}>{words.toPlans}</PageLink>
                  }
                  nameOf={(one) => services[one]}
                  toPrepare={(referral, label) => (
                    <PageLink to={pageAt('/clients/$clientId/decide', { clientId, referral })}>{label}</PageLink>
                  )}
                  clientId={clientId}
                  referralId={referralId}
                  mealCharge={all.find((one) => one.service === service)?.amount ?? null}
                  done={(decisionId, outcome) =>
                    go(
                      outcome === 'grant'
                        ? pageAt('/clients/$clientId/start', { clientId, decision: decisionId })
                        : clientAt(clientId),
                    )
                  }
                  sent={() => go(clientAt(clientId))}
                  cancel={() => go(clientAt(clientId))}
                />
              )
            }
          </Answer>
        );
      }}
    </Answer>
  );
}

export function StartPage() {
  const words = useTexts(officialTexts);
  return <StepPage title={words.startTitle}>{(clientId) => <StartStep clientId={clientId} />}</StepPage>;
}

function StartStep({ clientId }: { clientId: string }) {
  const words = useTexts(officialTexts);
  const { services: names } = useTexts(organiserTexts);
  const go = useGo();
  const [decisionId] = useAddress('decision');
  const decided = useAsk('decisionsOf', { clientId });
  const setup = useOfferings();
  return (
    <Answer of={decided}>
      {({ decisions }) => {
        const decision = decisions.find(({ id }) => id === decisionId) ?? decisions.find((one) => one.holds !== null);
        if (!decision?.holds) return <Empty title={words.noGrant} />;
        const granted = { ...decision, during: decision.holds };
        return (
          <Answer of={setup}>
            {({ offerings }) => (
              <StartForm
                clientId={clientId}
                decision={granted}
                offerings={offerings.map((one) => ({ ...one, serviceName: names[one.service] }))}
                choose={ChooseResponsible}
                done={() => go(clientAt(clientId))}
                cancel={() => go(clientAt(clientId))}
              />
            )}
          </Answer>
        );
      }}
    </Answer>
  );
}
