import '@navikt/ds-css/dist/component/actionmenu.min.css';
import { ChevronDownIcon, HourglassTopFilledIcon } from '@navikt/aksel-icons';
import { ActionMenu } from '@navikt/ds-react/ActionMenu';
import { Button } from '@navikt/ds-react/Button';
import { useState } from 'react';
import { AssessmentCard, AssessmentStep } from '../../casework/assessment/panels/assessment.tsx';
import { assessmentTexts } from '../../casework/assessment/texts.ts';
import { servingTexts } from '../../casework/client/words.ts';
import { AnnulDecision, CorrectDecision } from '../../casework/decision/panels/mend-decision.tsx';
import { CorrectService, ServeDecision, TakeBackService } from '../../casework/decision/panels/serve-decision.tsx';
import { decisionTexts } from '../../casework/decision/texts.ts';
import { Hearings } from '../../casework/hearing/panels/hearings.tsx';
import { organiserTexts } from '../../casework/organiser/texts.ts';
import { OwnWorker } from '../../casework/ownworker/panels/own-worker.tsx';
import { Appeal, Court, DecideRequest, Receive, ServeRequest } from '../../casework/rectification/panels/steps.tsx';
import { cameLate } from '../../casework/rectification/rules.ts';
import { rectificationTexts } from '../../casework/rectification/texts.ts';
import type { MatterAct } from '../../casework/rectification/words.ts';
import { WithdrawReferral } from '../../casework/referral/panels/withdraw-referral.tsx';
import { noStep } from '../../casework/referral/rules.ts';
import { RefuseCorrection, RefusedDemands } from '../../casework/refusal/panels/refusals.tsx';
import { refusalTexts } from '../../casework/refusal/texts.ts';
import { useGo, useParam } from '../../web/address.tsx';
import { Cards, Dotted } from '../../web/kit/card.tsx';
import { useFormat } from '../../web/kit/format.ts';
import { useTexts } from '../../web/kit/language.tsx';
import { Answer } from '../../web/kit/loading.tsx';
import { Page, Stack } from '../../web/kit/page.tsx';
import { useAsk } from '../app/api.ts';
import { Deadlines, Deciders, Letters } from './panels/aside.tsx';
import { type MatterData, MatterLine } from './panels/line.tsx';
import { matterTexts } from './texts.ts';
import './page.css';
import { clientAt, pageAt } from '../app/pages.ts';

type Doing =
  | 'assess'
  | 'serve'
  | 'correct'
  | 'annul'
  | 'withdraw'
  | 'request'
  | 'decide-request'
  | 'serve-request'
  | 'appeal'
  | 'court'
  | 'correct-service'
  | 'take-back-service'
  | 'refuse';

/** One matter: what was done to it as a line, and the one thing that comes next as the button. */
export function MatterPage() {
  const clientId = useParam('clientId');
  const words = useTexts(matterTexts);
  const query = useAsk('matterPage', { clientId, referralId: useParam('referralId') });
  const answer = <Answer of={query}>{(page) => <Opened page={page} />}</Answer>;
  if (query.data) return answer;
  return <Page title={words.title}>{answer}</Page>;
}

/** The same to whoever supervises the work: what was done, by when, and by whom; nothing is done or opened from here. */
export function SupervisedMatterPage() {
  const words = useTexts(matterTexts);
  const query = useAsk('supervisedMatter', { clientId: useParam('clientId'), referralId: useParam('referralId') });
  const answer = <Answer of={query}>{(page) => <Supervised page={page} />}</Answer>;
  if (query.data) return answer;
  return <Page title={words.title}>{answer}</Page>;
}

function Supervised({ page }: { readonly page: MatterData }) {
  const words = useTexts(matterTexts);
  const { services } = useTexts(organiserTexts);
  const format = useFormat();
  const { matter, name } = page;
  return (
    <Page
      title={services[matter.service]}
      windowTitle={`${words.title} ${matter.number}`}
      back={{ to: pageAt('/supervision'), label: words.toSupervision }}
      line={<Dotted of={[name, words.number(matter.number), words.pending(format.day(matter.receivedOn))]} />}
    >
      <p className="muted">{words.supervised}</p>
      <Cards lead>
        <MatterLine page={page} />
        <Stack>
          <Deciders page={page} />
          <Deadlines page={page} />
        </Stack>
      </Cards>
    </Page>
  );
}

function Opened({ page }: { readonly page: MatterData }) {
  const words = useTexts(matterTexts);
  const { services } = useTexts(organiserTexts);
  const format = useFormat();
  const [doing, setDoing] = useState<Doing>();
  const { matter, name, permitted } = page;
  const first = useNext(page, setDoing);
  return (
    <Page
      title={services[matter.service]}
      windowTitle={`${words.title} ${matter.number}`}
      back={{ to: clientAt(matter.clientId), label: name }}
      line={<Dotted of={[name, words.number(matter.number), words.pending(format.day(matter.receivedOn))]} />}
      actions={
        <>
          <Others page={page} start={setDoing} />
          {first && (
            <Button size="small" onClick={first.act}>
              {first.label}
            </Button>
          )}
        </>
      }
    >
      <p className={first ? 'card matter-next' : 'card matter-next muted'}>
        <HourglassTopFilledIcon aria-hidden="true" />{' '}
        {first ? (
          <>
            <strong>{words.nextIs}</strong> {first.label}
          </>
        ) : (
          words.nothing
        )}
      </p>
      <Cards lead>
        <MatterLine page={page} />
        <Stack>
          <AssessmentCard
            clientId={matter.clientId}
            referralId={matter.id}
            pending={noStep(page.state, 'assess') === null}
          >
            {permitted.includes('ownWorkersOf') && <OwnWorker clientId={matter.clientId} />}
          </AssessmentCard>
          <Hearings clientId={matter.clientId} referralId={matter.id} pending={noStep(page.state, 'decide') === null} />
          <RefusedDemands clientId={matter.clientId} referralId={matter.id} />
          <Deciders page={page} />
          <Deadlines page={page} />
          <Letters page={page} />
        </Stack>
      </Cards>
      {doing && <Dialogs page={page} doing={doing} close={() => setDoing(undefined)} />}
    </Page>
  );
}

/** The step that presses most, for whoever may take it: a page or a dialog. */
function useNext(page: MatterData, start: (doing: Doing) => void) {
  const words = useTexts(matterTexts);
  const assessing = useTexts(assessmentTexts);
  const go = useGo();
  const { matter, permitted, decisions } = page;
  const standing = decisions.find(({ annulledOn }) => annulledOn === null);
  const may: Readonly<Record<MatterAct, boolean>> = {
    assess: permitted.includes('beginAssessment'),
    plan: permitted.includes('makePlan'),
    decide: permitted.includes('decide'),
    serve: permitted.includes('serveDecision'),
    start: permitted.includes('startRelationship'),
    'decide-request': permitted.includes('decideRequest'),
    'serve-request': permitted.includes('serveRequest'),
    'record-court': permitted.includes('recordCourt'),
    'decide-anew': permitted.includes('annulDecision'),
  };
  const acts: Readonly<Record<MatterAct, () => void>> = {
    assess: () => start('assess'),
    plan: () =>
      go(
        page.state === 'drafted'
          ? pageAt('/clients/$clientId', { clientId: matter.clientId, tab: 'plan' })
          : pageAt('/clients/$clientId/plan/new', { clientId: matter.clientId, referral: matter.id }),
      ),
    decide: () => go(pageAt('/clients/$clientId/decide', { clientId: matter.clientId, referral: matter.id })),
    serve: () => start('serve'),
    start: () =>
      standing && go(pageAt('/clients/$clientId/start', { clientId: matter.clientId, decision: standing.id })),
    'decide-request': () => start('decide-request'),
    'serve-request': () => start('serve-request'),
    'record-court': () => start('court'),
    // What a service stands on is changed, not annulled: on the client's page.
    'decide-anew': () =>
      page.begun.length === 0
        ? start('annul')
        : go(pageAt('/clients/$clientId', { clientId: matter.clientId, tab: 'decisions' })),
  };
  const first = page.acts.find((act) => may[act]);
  if (!first) return null;
  const decides = page.deciders.some(({ isMe }) => isMe);
  const label = {
    ...words.acts,
    ...(decides ? {} : { decide: words.prepare }),
    ...(page.state === 'drafted' ? { plan: words.sign } : {}),
    ...(page.assessment ? { assess: assessing.write } : {}),
  }[first];
  return { label, act: acts[first] };
}

function Others({ page, start }: { readonly page: MatterData; readonly start: (doing: Doing) => void }) {
  const words = useTexts(matterTexts);
  const go = useGo();
  const { takeBackService } = useTexts(decisionTexts);
  const { refuse } = useTexts(refusalTexts);
  const { correctService } = useTexts(servingTexts);
  const { matter, permitted, decisions, state } = page;
  const standing = decisions.find(({ annulledOn }) => annulledOn === null);
  const stand = standing?.stand;
  const choices = [
    noStep(state, 'decide') === null &&
      permitted.includes('decide') && {
        label: page.deciders.some(({ isMe }) => isMe) ? words.acts.decide : words.prepare,
        act: () => go(pageAt('/clients/$clientId/decide', { clientId: matter.clientId, referral: matter.id })),
      },
    permitted.includes('makePlan') && {
      label: words.acts.plan,
      act: () => go(pageAt('/clients/$clientId/plan/new', { clientId: matter.clientId, referral: matter.id })),
    },
    noStep(state, 'withdraw') === null &&
      permitted.includes('withdrawReferral') && { label: words.withdraw, act: () => start('withdraw') },
    (stand === 'open' || stand === 'not-served' || (stand === 'final' && standing?.requests.length === 0)) &&
      permitted.includes('receiveRequest') && { label: words.request, act: () => start('request') },
    stand === 'appealable' &&
      permitted.includes('recordAppeal') && { label: words.appealAct, act: () => start('appeal') },
    standing !== undefined &&
      standing.servedOn !== null &&
      permitted.includes('correctService') && { label: correctService, act: () => start('correct-service') },
    standing !== undefined &&
      standing.servedOn !== null &&
      standing.requests.length === 0 &&
      permitted.includes('takeBackService') && {
        label: takeBackService,
        act: () => start('take-back-service'),
      },
    standing?.mayMend && { label: words.correct, act: () => start('correct') },
    standing?.mayMend && { label: words.annul, act: () => start('annul') },
    standing !== undefined &&
      permitted.includes('refuseCorrection') &&
      page.deciders.some(({ isMe }) => isMe) && { label: refuse, act: () => start('refuse') },
    { label: words.print, act: () => setTimeout(() => window.print(), 100) },
  ].filter((one) => one !== false && one !== undefined);
  return (
    <ActionMenu rootElement={document.getElementById('content')}>
      <ActionMenu.Trigger>
        <Button size="small" variant="secondary" icon={<ChevronDownIcon aria-hidden="true" />} iconPosition="right">
          {words.others}
        </Button>
      </ActionMenu.Trigger>
      <ActionMenu.Content align="end">
        <ActionMenu.Group aria-label={words.others}>
          {choices.map(({ label, act }) => (
            <ActionMenu.Item key={label} onSelect={act}>
              {label}
            </ActionMenu.Item>
          ))}
        </ActionMenu.Group>
      </ActionMenu.Content>
    </ActionMenu>
  );
}

function Dialogs({
  page,
  doing,
  close,
}: {
  readonly page: MatterData;
  readonly doing: Doing;
  readonly close: () => void;
}) {
  const { clientId } = page.matter;
  const words = useTexts(rectificationTexts);
  const format = useFormat();
  const decision = page.decisions.find(({ annulledOn }) => annulledOn === null);
  if (doing === 'assess') return <AssessmentStep clientId={clientId} referralId={page.matter.id} close={close} />;
  if (doing === 'withdraw') {
    const { id, version } = page.matter;
    return <WithdrawReferral clientId={clientId} referralId={id} version={version} close={close} />;
  }
  if (!decision) return null;
  const request = decision.requests.at(-1);
  if (doing === 'serve') return <ServeDecision clientId={clientId} decisionId={decision.id} close={close} />;
  if (doing === 'correct') return <CorrectDecision clientId={clientId} decision={decision} close={close} />;
  if (doing === 'annul') return <AnnulDecision clientId={clientId} decision={decision} close={close} />;
  if (doing === 'correct-service')
    return (
      <CorrectService
        clientId={clientId}
        decisionId={decision.id}
        decision={decision}
        version={decision.serviceVersion}
        followsFrom={(servedOn) =>
          decision.requests.map((one) => {
            const day = format.day(one.receivedOn);
            return cameLate(one, { servedOn }) ? words.requestLate(day) : words.requestInTime(day);
          })
        }
        close={close}
      />
    );
  if (doing === 'take-back-service')
    return (
      <TakeBackService
        clientId={clientId}
        decisionId={decision.id}
        together={decision.together}
        version={decision.serviceVersion}
        close={close}
      />
    );
  if (doing === 'refuse') return <RefuseCorrection clientId={clientId} decisionId={decision.id} close={close} />;
  if (doing === 'request')
    return <Receive clientId={clientId} decisionId={decision.id} together={decision.together} close={close} />;
  if (!request) return null;
  const of = { clientId, requestId: request.id, close };
  if (doing === 'decide-request') return <DecideRequest {...of} late={request.late} />;
  if (doing === 'serve-request') return <ServeRequest {...of} recipients={page} />;
  return doing === 'appeal' ? <Appeal {...of} /> : <Court {...of} />;
}
