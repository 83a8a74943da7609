import {
  ChatExclamationmarkIcon,
  EnvelopeClosedIcon,
  FileTextIcon,
  MagnifyingGlassIcon,
  PencilIcon,
  PersonPlusIcon,
  PhoneIcon,
  PlayIcon,
  TasklistIcon,
} from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react/Button';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { assessmentTexts } from '../../casework/assessment/texts.ts';
import { useRecordContact } from '../../casework/coaching/panels/recording.tsx';
import { coachingTexts } from '../../casework/coaching/texts.ts';
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
import { daysBetween } from '../../kernel/day.ts';
import type { OutputOf } from '../../server/act.ts';
import { PageLink, useAddress, useGo, useParam } from '../../web/address.tsx';
import { Counts } from '../../web/kit/counts.tsx';
import { Empty } from '../../web/kit/empty.tsx';
import { useFormat } from '../../web/kit/format.ts';
import { useTexts } from '../../web/kit/language.tsx';
import { Answer } from '../../web/kit/loading.tsx';
import { Page } from '../../web/kit/page.tsx';
import { useToday } from '../../web/kit/today.tsx';
import { Worklist, type WorklistRow } from '../../web/kit/worklist.tsx';
import { useAsk } from '../app/api.ts';
import { clientAt, pageAt } from '../app/pages.ts';
import { sessionQuery } from '../app/session.ts';
import type { waitingBoard } from './board.ts';
import { useEnding } from './panels/ending.tsx';
import { officialTexts } from './texts.ts';

type Row = OutputOf<typeof waitingBoard>['rows'][number];

const shows: Readonly<Record<string, (row: Row) => boolean>> = {
  pending: ({ step }) => step === 'decide',
  soon: ({ executionLeft, soon }) => executionLeft !== null && soon,
  overdue: ({ executionLeft }) => executionLeft !== null && executionLeft < 0,
  newcomers: ({ isNew }) => isNew,
  serve: ({ step }) => step === 'serve',
  start: ({ step }) => step === 'start',
  review: ({ step }) => step === 'review',
  assess: ({ assessBy }) => assessBy !== null,
};

/** What waits for an official, as counts that filter one list. */
export function ReferralsPage() {
  const words = useTexts(officialTexts);
  const go = useGo();
  const [show] = useAddress('show');
  const [acting, setActing] = useState<Row | null>(null);
  const board = useAsk('waitingBoard', {});
  const rowOf = useRow(setActing);
  const filter = show === undefined ? undefined : shows[show];
  return (
    <Page
      title={words.title}
      search
      {...(board.data ? { line: words.line(board.data.counts.pending) } : {})}
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
        {({ counts, rows }) => (
          <>
            <Counts
              label={words.counts}
              counts={[
                { id: 'overdue', count: counts.overdue, label: words.overdue, tone: 'danger' },
                { id: 'soon', count: counts.soon, label: words.soon, tone: 'warning' },
                ...(counts.assess > 0
                  ? [{ id: 'assess', count: counts.assess, label: words.assess, tone: 'warning' as const }]
                  : []),
                { id: 'pending', count: counts.pending, label: words.pending },
                { id: 'newcomers', count: counts.newcomers, label: words.newcomers },
                { id: 'serve', count: counts.serve, label: words.serve },
                { id: 'start', count: counts.start, label: words.start },
                { id: 'review', count: counts.review, label: words.review },
              ]}
            />
            {filter ? (
              <Worklist label={words.title} rows={rows.filter(filter).map(rowOf)} empty={words.noneOfThese} />
            ) : (
              <Worklist
                label={words.title}
                groups={(['decide', 'serve', 'start', 'review'] as const).map((step) => ({
                  id: step,
                  heading: words.groups[step],
                  rows: rows.filter((row) => row.step === step).map(rowOf),
                }))}
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

/** A row in words: since when it waits, how long there is, and the next step as one button. */
function useRow(act: (row: Row) => void): (row: Row) => WorklistRow {
  const words = useTexts(officialTexts);
  const { sources } = useTexts(referralTexts);
  const coaching = useTexts(coachingTexts);
  const format = useFormat();
  const go = useGo();
  const { recordNow, isRecording } = useRecordContact();
  const today = useToday();
  // A matter may have waited for years: of another year the year is told.
  const cameOn = (on: Row['since']) => (on.startsWith(today.slice(0, 4)) ? format.dayShort(on) : format.day(on));
  const call = (row: Row) =>
    row.handled
      ? [
          {
            ...action(
              coaching.recordKinds.call(row.name),
              <PhoneIcon aria-hidden="true" />,
              () => void recordNow({ clientId: row.clientId, referralId: row.id, name: row.name }, 'call'),
            ),
            busy: isRecording(row.id, 'call'),
          },
        ]
      : [];
  const standing = ({ presented }: Row) => {
    if (!presented) return null;
    if (presented.returned) return words.sentBack(presented.by);
    return presented.toMe ? words.presentedToMe(presented.by) : words.presentedTo(presented.to);
  };
  const steps: Readonly<Record<Row['next'], (row: Row) => Pick<WorklistRow, 'middle' | 'actions'>>> = {
    assess: (row) => ({
      middle: words.arrived(sources[row.source ?? 'other'], cameOn(row.since)),
      actions: [
        action(words.act.assess(row.name), <MagnifyingGlassIcon aria-hidden="true" />, () =>
          go(pageAt('/clients/$clientId/matters/$referralId', { clientId: row.clientId, referralId: row.id })),
        ),
        ...call(row),
      ],
    }),
    plan: (row) => ({
      middle: [words.arrived(sources[row.source ?? 'other'], cameOn(row.since)), row.drafted && words.drafted]
        .filter(Boolean)
        .join(', '),
      actions: [
        row.drafted
          ? action(words.act.sign(row.name), <PencilIcon aria-hidden="true" />, () =>
              go(pageAt('/clients/$clientId', { clientId: row.clientId, tab: 'plan' })),
            )
          : action(words.act.plan(row.name), <TasklistIcon aria-hidden="true" />, () =>
              go(pageAt('/clients/$clientId/plan/new', { clientId: row.clientId, referral: row.id })),
            ),
        ...call(row),
      ],
    }),
    decide: (row) => ({
      middle: `${words.arrived(sources[row.source ?? 'other'], cameOn(row.since))}, ${standing(row) ?? words.planned}`,
      actions: [
        action(
          row.mayDecide ? words.act.decide(row.name) : words.act.prepare(row.name),
          <FileTextIcon aria-hidden="true" />,
          () => go(pageAt('/clients/$clientId/decide', { clientId: row.clientId, referral: row.id })),
        ),
        ...call(row),
      ],
    }),
    serve: (row) => ({
      middle: words.decided(format.day(row.since)),
      actions: [action(words.act.serve(row.name), <EnvelopeClosedIcon aria-hidden="true" />, () => act(row))],
    }),
    start: (row) => ({
      middle: words.decided(format.day(row.since)),
      actions: [
        action(words.act.start(row.name), <PlayIcon aria-hidden="true" />, () =>
          go(pageAt('/clients/$clientId/start', { clientId: row.clientId, decision: row.id })),
        ),
      ],
    }),
    review: (row) => ({
      middle: words.made(format.day(row.since)),
      actions: [action(words.act.review(row.name), <ChatExclamationmarkIcon aria-hidden="true" />, () => act(row))],
    }),
  };
  const tag = useTag();
  return (row) => ({
    key: `${row.step} ${row.id}`,
    name: row.name,
    to: clientAt(row.clientId),
    secondary: row.serviceName,
    tag: tag(row),
    who: row.who,
    ...steps[row.next](row),
  });
}

function action(label: string, icon: ReactNode, act: () => void) {
  return { label, icon, act };
}

function useTag(): (row: Row) => WorklistRow['tag'] {
  const words = useTexts(officialTexts);
  const assessing = useTexts(assessmentTexts);
  const format = useFormat();
  const today = useToday();
  return ({ step, daysLeft, executionLeft, dueOn, soon, assessBy }) => {
    // What is to begin sooner is told first; a late beginning as well, until the assessment begins.
    if (assessBy !== null) {
      const days = daysBetween(today, assessBy);
      if (days < 0) return { words: assessing.beginOver(-days), tone: 'danger' };
      return days === 0
        ? { words: assessing.beginToday, tone: 'danger' }
        : { words: assessing.beginLeft(days), tone: 'warning' };
    }
    const left = daysLeft ?? 0;
    // What is granted and has not begun is not carried out: the same clock goes on.
    const execution = executionLeft ?? 0;
    switch (step) {
      case 'decide':
        if (left < 0) return { words: words.daysOver(-left), tone: 'danger' };
        if (left === 0) return { words: words.dueToday, tone: 'danger' };
        return { words: words.daysLeft(left), tone: soon ? 'warning' : 'neutral' };
      case 'serve':
        return { words: words.toServe, tone: 'warning' };
      case 'start':
        if (execution < 0) return { words: words.daysOver(-execution), tone: 'danger' };
        if (soon) return { words: words.daysLeft(execution), tone: 'warning' };
        return dueOn && left > 0
          ? { words: words.begins(format.dayShort(dueOn)), tone: 'neutral' }
          : { words: words.couldBegin, tone: 'accent' };
      case 'review':
        if (left < 0) return { words: words.reviewLate(-left), tone: 'danger' };
        return { words: words.reviewOn(dueOn ? format.dayShort(dueOn) : ''), tone: 'warning' };
    }
  };
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
      {...(known
        ? {
            line: (
              <>
                <span>{`${known.familyName} ${known.givenNames}`.trim()}</span>
                {matter.map((part) => ` · ${part}`)}
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

/** Which service is asked for, by whom and since when, where the step is of one matter. */
function useMatter(clientId: string): readonly string[] {
  const words = useTexts(officialTexts);
  const { sources } = useTexts(referralTexts);
  const { services } = useTexts(organiserTexts);
  const format = useFormat();
  const [referralId] = useAddress('referral');
  const query = useAsk('referrals', { clientId }, { when: referralId !== undefined });
  const matter = query.data?.referrals.find(({ id }) => id === referralId);
  return matter ? [services[matter.service], words.arrived(sources[matter.source], format.day(matter.receivedOn))] : [];
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
