import { NotePencilIcon, PhoneIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react/Button';
import { type ComponentProps, type ReactNode, useEffect, useRef, useState } from 'react';
import { useBreakWithMarks } from '../../casework/attendance/panels/with-marks.tsx';
import { successionTexts } from '../../casework/carrying/texts.ts';
import { ClientDetails } from '../../casework/client/panels/client-details.tsx';
import { OpenEnded } from '../../casework/client/panels/open-ended.tsx';
import { clientTexts } from '../../casework/client/texts.ts';
import { listName } from '../../casework/client/words.ts';
import { coachingTexts } from '../../casework/coaching/texts.ts';
import { DecisionList } from '../../casework/decision/panels/decision-list.tsx';
import { HandOverCase } from '../../casework/handover/panels/hand-over-case.tsx';
import { NameResponsible } from '../../casework/handover/panels/name-responsible.tsx';
import { TakeBackNaming } from '../../casework/handover/panels/take-back-naming.tsx';
import { organiserTexts } from '../../casework/organiser/texts.ts';
import { PlanList } from '../../casework/plan/panels/plan-list.tsx';
import { Standings } from '../../casework/rectification/panels/standings.tsx';
import { referralTexts } from '../../casework/referral/texts.ts';
import type { MatterStep } from '../../casework/referral/words.ts';
import { RelationshipList } from '../../casework/relationship/panels/relationship-list.tsx';
import { TravelCard } from '../../casework/travel/panels/travel-card.tsx';
import { codeOf } from '../../kernel/problem.ts';
import { contains } from '../../kernel/range.ts';
import { PageLink, useGo, useParam } from '../../web/address.tsx';
import type { PageAddress } from '../../web/address-of.ts';
import { Card, Cards, Dotted, Entries, Entry } from '../../web/kit/card.tsx';
import { useFormat } from '../../web/kit/format.ts';
import { useTexts } from '../../web/kit/language.tsx';
import { Answer } from '../../web/kit/loading.tsx';
import { useNarrow } from '../../web/kit/narrow.ts';
import { Page, Stack } from '../../web/kit/page.tsx';
import { telOf } from '../../web/kit/phone.tsx';
import { problemOf } from '../../web/kit/problem.tsx';
import { Tabs } from '../../web/kit/tabs.tsx';
import { Tag } from '../../web/kit/tag.tsx';
import { useToday } from '../../web/kit/today.tsx';
import { useAsk, useDo } from '../app/api.ts';
import { useWayBack } from '../app/came-from.ts';
import { CorrectedSince } from '../app/corrected-since.tsx';
import { clientAt, pageAt } from '../app/pages.ts';
import { Agreements } from './panels/agreements.tsx';
import { Diary, News, useContacts, useEvents } from './panels/diary.tsx';
import { Menu, placementToAgree } from './panels/menu.tsx';
import { Money } from './panels/money.tsx';
import { Now, WhoAnswers } from './panels/now.tsx';
import { Recording } from './panels/recording.tsx';
import { type ClientPageData, ClientTimeline } from './panels/timeline.tsx';
import { Keeping, Views } from './panels/views.tsx';
import { clientDesk } from './texts.ts';

/** One client: the way so far, what holds and is due now, who answers, and everything behind it. */
export function ClientPage() {
  const clientId = useParam('clientId');
  const query = useAsk('clientPage', { clientId });
  const words = useTexts(clientDesk);
  const back = useWayBack();
  const answer = (
    <Answer of={query}>
      {(page) => <Opened key={clientId} page={page} back={back} settled={!query.isFetching} />}
    </Answer>
  );
  if (query.data) return answer;
  return (
    <Page title={words.client} back={back}>
      {query.error && codeOf(problemOf(query.error)) === 'not-allowed' ? (
        <OpenEnded clientId={clientId} opened={() => void query.refetch()} />
      ) : (
        answer
      )}
    </Page>
  );
}

interface OpenedProps {
  readonly page: ClientPageData;
  readonly back: ReturnType<typeof useWayBack>;
  readonly settled: boolean;
}

function Opened({ page: answer, back, settled }: OpenedProps) {
  const words = useTexts(clientDesk);
  const since = useVisit(answer, settled);
  const { page, ...contacts } = useContacts(answer);
  const events = useEvents(page);
  const narrow = useNarrow('tablet');
  const way = <ClientTimeline page={page} />;
  const news = <News events={events} since={since} />;
  const lead = (
    <Cards lead>
      <Now page={page} />
      <WhoAnswers page={page} />
    </Cards>
  );
  return (
    <Page
      title={listName(page.client)}
      windowTitle={words.client}
      back={back}
      line={<HeadLine page={page} />}
      actions={
        <>
          <NextStep page={page} />
          <Call number={page.phone} />
          <Menu page={page} />
        </>
      }
    >
      {narrow ? (
        // On a phone or a tablet every part is within reach on the first screen, and what is due comes before how it came to be.
        <Parts
          page={page}
          events={events}
          {...contacts}
          first={
            <Stack>
              {news}
              {lead}
              {way}
            </Stack>
          }
        />
      ) : (
        <>
          {news}
          {way}
          {lead}
          <Parts page={page} events={events} {...contacts} />
        </>
      )}
    </Page>
  );
}

function HeadLine({ page: { client, otherRecords, cameFrom } }: { page: ClientPageData }) {
  const words = useTexts(clientDesk);
  const about = useTexts(clientTexts);
  const passing = useTexts(successionTexts);
  const format = useFormat();
  return (
    <>
      <Dotted
        of={[
          client.age !== null && about.age(client.age),
          client.municipality,
          about.serves(about.serviceLanguages[client.serviceLanguage]),
          client.easyLanguage && about.easyLanguage.toLowerCase(),
          client.identityMasked ?? words.noIdentity,
          cameFrom && passing.cameFrom(cameFrom.organiser, format.day(cameFrom.fromOn)),
        ]}
      />
      {client.protected && <Tag tone="danger">{words.protected}</Tag>}{' '}
      {otherRecords.map((id) => (
        <PageLink key={id} to={clientAt(id)}>
          {words.otherRecord}
        </PageLink>
      ))}
    </>
  );
}

/** Calls the client; the number is said where there is room, and nowhere for a protected one. */
function Call({ number }: { number: string | null }) {
  const words = useTexts(clientDesk);
  if (number === null) return null;
  return (
    <Button as="a" href={telOf(number)} size="small" variant="secondary" icon={<PhoneIcon aria-hidden="true" />}>
      {words.call}
      <span className="call-number"> {number}</span>
    </Button>
  );
}

/** Longer than it takes to pass by: only then was one here. */
const dwellMs = 2000;

/**
 * What was new when the page was opened, kept while one stays; the visit is marked when one leaves,
 * so that a page merely loaded again still shows its news.
 */
function useVisit({ client, lastVisitAt, newIds }: ClientPageData, settled: boolean) {
  // Undefined until the first answer of this stay is here: one kept from an earlier stay would tell old news.
  const [since, setSince] = useState<{ at: string; ids: readonly string[] } | null>();
  if (since === undefined && settled) setSince(lastVisitAt === null ? null : { at: lastVisitAt, ids: newIds });
  const { mutate } = useDo('visitClient', { changes: ['clientPage'] });
  const mark = useRef(mutate);
  mark.current = mutate;
  const dwelt = useRef(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      dwelt.current = true;
    }, dwellMs);
    return () => {
      clearTimeout(timer);
      // Nothing is lost when it fails: the same news is shown once more.
      if (dwelt.current) mark.current({ clientId: client.id });
      dwelt.current = false;
    };
  }, [client.id]);
  return since ?? null;
}

/** What was decided, and what became of what was not accepted. */
function Decisions({ page: { client, referrals } }: { page: ClientPageData }) {
  const go = useGo();
  const { services } = useTexts(organiserTexts);
  const words = useTexts(clientDesk);
  const { states, sources } = useTexts(referralTexts);
  const format = useFormat();
  const clientId = client.id;
  return (
    <Stack>
      <Card title={words.matters}>
        <Entries>
          {referrals.map((one) => (
            <Entry
              key={one.id}
              title={
                <PageLink to={pageAt('/clients/$clientId/matters/$referralId', { clientId, referralId: one.id })}>
                  {services[one.service]} {one.number}
                </PageLink>
              }
              line={words.pendingSince(format.day(one.receivedOn))}
              end={<Tag tone={one.state === 'pending' ? 'warning' : 'neutral'}>{states[one.state]}</Tag>}
            />
          ))}
        </Entries>
      </Card>
      <DecisionList
        clientId={clientId}
        sources={sources}
        open={(referralId) => go(pageAt('/clients/$clientId/matters/$referralId', { clientId, referralId }))}
        since={(decision, mayRead) => (
          <CorrectedSince
            clientId={clientId}
            decisionId={decision.id}
            since={decision.correctedSince}
            mayRead={mayRead && decision.annulledOn === null}
          />
        )}
      />
      <Standings clientId={clientId} serviceName={(service) => services[service]} />
    </Stack>
  );
}

/** The one act that takes the client on: what is pending is planned and decided, what is granted begins, who has begun is placed, the place is agreed on, and then one keeps in touch. */
function NextStep({ page }: { page: ClientPageData }) {
  const { menu: words } = useTexts(clientDesk);
  const { services } = useTexts(organiserTexts);
  const today = useToday();
  const go = useGo();
  const { client, permitted } = page;
  const may = (act: (typeof permitted)[number]) => permitted.includes(act);
  const record = <Record page={page} first />;
  const current = page.relationships.filter(({ during }) => contains(during, today));
  const ended = page.footings.find(({ state }) => state === 'ended');
  const unplaced = page.relationships.find(({ next }) => next.includes('place'));
  const unagreed = placementToAgree(page, today);
  const nextIs = (step: MatterStep) => page.referrals.find(({ next }) => next.includes(step));
  const granted = nextIs('start');
  const begins = page.decisions.find(({ referralId }) => referralId === granted?.id);
  const toAssess = nextIs('assess');
  const toPlan = nextIs('plan') ?? (may('beginAssessment') ? undefined : toAssess);
  const pending = nextIs('decide') ?? toPlan;
  const step = (label: string, to: PageAddress) => (
    <>
      <Button size="small" onClick={() => go(to)}>
        {label}
      </Button>
      <Record page={page} />
    </>
  );
  // A service whose decision is over is decided on before anything else is done in it.
  if (ended && may('continuePeriod'))
    return step(
      words.continue(services[ended.service]),
      pageAt('/clients/$clientId/continue', { clientId: client.id, relationship: ended.relationshipId }),
    );
  if (unplaced && may('place'))
    return step(
      words.place(services[unplaced.service]),
      pageAt('/clients/$clientId/place', { clientId: client.id, relationship: unplaced.id }),
    );
  if (unagreed && may('makeAgreement'))
    return step(
      words.agree(unagreed.place),
      pageAt('/clients/$clientId/placement/$placementId', { clientId: client.id, placementId: unagreed.id }),
    );
  if (current.length > 0) return record;
  if (begins && may('startRelationship'))
    return step(
      words.start(services[begins.service]),
      pageAt('/clients/$clientId/start', { clientId: client.id, decision: begins.id }),
    );
  if (toAssess && may('beginAssessment'))
    return step(
      words.assess,
      pageAt('/clients/$clientId/matters/$referralId', { clientId: client.id, referralId: toAssess.id }),
    );
  if (!pending) return record;
  if (pending.matter === 'drafted' && may('signPlan'))
    return step(words.sign, pageAt('/clients/$clientId', { clientId: client.id, tab: 'plan' }));
  if (toPlan === pending && may('makePlan'))
    return step(words.plan, pageAt('/clients/$clientId/plan/new', { clientId: client.id, referral: pending.id }));
  const decide = page.decides.includes(pending.service) ? words.decide : words.prepare;
  return may('decide')
    ? step(
        decide(services[pending.service]),
        pageAt('/clients/$clientId/decide', { clientId: client.id, referral: pending.id }),
      )
    : record;
}

function Record({ page, first = false }: { readonly page: ClientPageData; readonly first?: boolean }) {
  const words = useTexts(coachingTexts);
  const today = useToday();
  const isServed = page.relationships.some(({ during }) => contains(during, today));
  return (
    <Recording page={page}>
      {(open) => (
        <Button
          size="small"
          variant={first && isServed ? 'primary' : 'secondary'}
          icon={<NotePencilIcon aria-hidden="true" />}
          onClick={open}
        >
          {words.record}
        </Button>
      )}
    </Recording>
  );
}

interface PartsProps extends ComponentProps<typeof Diary> {
  /** What stands before the other parts, as one of them. */
  readonly first?: ReactNode;
}

function Parts({ page, events, loading, more, first }: PartsProps) {
  const { tab: words, tabs: label } = useTexts(clientDesk);
  const clientId = page.client.id;
  const may = (act: ClientPageData['permitted'][number]) => page.permitted.includes(act);
  const tabs = [
    {
      id: 'events',
      label: words.events,
      body: () => <Diary page={page} events={events} loading={loading} more={more} />,
    },
    may('decisionsOf') && { id: 'decisions', label: words.decisions, body: () => <Decisions page={page} /> },
    may('plansOf') && {
      id: 'plan',
      label: words.plan,
      body: () => (
        <PlanList
          clientId={clientId}
          clientName={listName(page.client)}
          change={(plan) => pageAt('/clients/$clientId/plan/new', { clientId, plan })}
          standing={(plan) => <StandingOn decisions={page.decisions.filter(({ planId }) => planId === plan)} />}
        />
      ),
    },
    may('relationshipsOf') && {
      id: 'relationships',
      label: words.relationships,
      body: () => <Relationships clientId={clientId} />,
    },
    { id: 'agreements', label: words.agreements, body: () => <Agreements page={page} /> },
    may('compensationOf') && {
      id: 'compensation',
      label: words.compensation,
      body: () => (
        <>
          <Money clientId={clientId} />
          {may('travelOf') && <TravelCard clientId={clientId} />}
        </>
      ),
    },
    may('client') && {
      id: 'details',
      label: words.details,
      body: () => (
        <>
          <ClientDetails clientId={clientId} />
          <Keeping page={page} />
        </>
      ),
    },
    may('viewsOfClient') && { id: 'views', label: words.views, body: () => <Views clientId={clientId} /> },
  ].filter((tab) => tab !== false);
  if (first === undefined)
    return (
      <Card>
        <Tabs label={label} tabs={tabs} headed />
      </Card>
    );
  const carded = tabs.map(({ body, ...tab }) => ({ ...tab, body: () => <Card>{body()}</Card> }));
  return <Tabs label={label} tabs={[{ id: 'now', label: words.now, body: () => first }, ...carded]} headed />;
}

/** The decisions that stand on a plan, each with its days. */
function StandingOn({ decisions }: { decisions: ClientPageData['decisions'] }) {
  const words = useTexts(clientDesk);
  const format = useFormat();
  return decisions.map(({ id, number, serviceName, outcome, decidedOn, holds, during }) => (
    <p key={id}>
      {words.standsOnPlan(number, serviceName, format.day(decidedOn))}
      {outcome === 'grant' && during && ` · ${format.range(holds ?? during)}`}
    </p>
  ));
}

function Relationships({ clientId }: { clientId: string }) {
  return (
    <RelationshipList
      clientId={clientId}
      naming={NameResponsible}
      managing={HandOverCase}
      takingBack={TakeBackNaming}
      breakInstead={useBreakWithMarks()}
    />
  );
}
