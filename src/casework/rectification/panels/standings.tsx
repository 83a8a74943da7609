import { PencilIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react/Button';
import { useState } from 'react';
import { apiOf } from '../../../web/api.ts';
import { Card, Entries, Entry } from '../../../web/kit/card.tsx';
import { useFormat } from '../../../web/kit/format.ts';
import { useLanguage, useTexts } from '../../../web/kit/language.tsx';
import { Answer } from '../../../web/kit/loading.tsx';
import { Tag } from '../../../web/kit/tag.tsx';
import { TakeBack } from '../../../web/take-back.tsx';
import { type Recipients, servingTexts } from '../../client/words.ts';
import type * as acts from '../acts.ts';
import { tellingProvision } from '../rules.ts';
import { rectificationTexts } from '../texts.ts';
import type { DecisionStanding, Stand } from '../words.ts';
import { CorrectRequest } from './correct-request.tsx';
import { Appeal, Court, DecideRequest, Receive, ServeRequest } from './steps.tsx';

const { useAsk, useDo } = apiOf<typeof acts>();

const tones: Readonly<Record<Stand, 'neutral' | 'warning' | 'info' | 'success'>> = {
  'not-served': 'warning',
  open: 'info',
  requested: 'warning',
  'to-serve': 'warning',
  appealable: 'info',
  appealed: 'warning',
  returned: 'warning',
  final: 'success',
};

interface StandingsProps {
  readonly clientId: string;
  readonly serviceName: (service: DecisionStanding['service']) => string;
}

/** Of each decision: open to rectification or appeal, with the body or the court, or with the force of law. */
export function Standings({ clientId, serviceName }: StandingsProps) {
  const words = useTexts(rectificationTexts);
  const query = useAsk('standings', { clientId });
  return (
    <Card title={words.title}>
      <Answer of={query}>
        {({ standings, permitted, ...recipients }) =>
          standings.length === 0 ? (
            <p className="muted">{words.none}</p>
          ) : (
            <Entries>
              {standings.map((one) => (
                <OneStanding
                  key={one.decisionId}
                  clientId={clientId}
                  standing={one}
                  recipients={recipients}
                  name={serviceName(one.service)}
                  may={permitted.includes('receiveRequest')}
                  mayCorrect={permitted.includes('correctRequest')}
                />
              ))}
            </Entries>
          )
        }
      </Answer>
    </Card>
  );
}

interface OneProps {
  readonly clientId: string;
  readonly standing: DecisionStanding;
  readonly recipients: Recipients;
  readonly name: string;
  readonly may: boolean;
  readonly mayCorrect: boolean;
}

/** The one next step of a decision that is challenged, and what was done before it. */
function OneStanding({ clientId, standing, recipients, name, may, mayCorrect }: OneProps) {
  const { ways: named, noticeTo } = useTexts(servingTexts);
  const words = useTexts(rectificationTexts);
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const { decisionId, stand, on, requests, together, annulledOn } = standing;
  const { language } = useLanguage();
  const last = requests.at(-1);
  // One that comes after its time is received as well, and not examined.
  const next = stand === 'final' && !last ? words.receive : nextStep(stand, words);
  const close = () => setOpen(false);
  const day = on && format.day(on);
  return (
    <Entry
      title={words.decisionOf(name, format.day(standing.decidedOn))}
      line={day && (stand === 'final' || stand === 'returned' ? words.since(day) : words.until(day))}
      end={<Tag tone={tones[stand]}>{words.stands[stand]}</Tag>}
      more={
        <>
          {annulledOn && <p role="status">{words.tellAnnulled(format.day(annulledOn), tellingProvision(language))}</p>}
          {standing.toDecideAnew && <p role="status">{words.decideAnew}</p>}
          {requests.map((request) => (
            <ul key={request.id} className="muted">
              <li>
                {words.requestLine(format.day(request.receivedOn), request.body)} {request.late && words.late}
              </li>
              {request.outcome && request.decidedOn && (
                <li>{words.decidedLine(words.outcomes[request.outcome], format.day(request.decidedOn))}</li>
              )}
              {request.servedOn && <li>{words.servedLine(format.day(request.servedOn))}</li>}
              {request.notices
                .filter(({ recipient }) => recipient !== 'client')
                .map((notice) => (
                  <li key={notice.id}>
                    {[
                      notice.name,
                      noticeTo[notice.recipient],
                      notice.way && named[notice.way],
                      format.day(notice.servedOn),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </li>
                ))}
              {request.appealedOn && <li>{words.appealedLine(format.day(request.appealedOn))}</li>}
              {request.courtOutcome && request.courtDecidedOn && (
                <li>
                  {words.decidedLine(words.courtOutcomes[request.courtOutcome], format.day(request.courtDecidedOn))}
                </li>
              )}
              {mayCorrect && (
                <li>
                  <RequestCorrections clientId={clientId} request={request} recipients={recipients} />
                </li>
              )}
            </ul>
          ))}
          {may && next && (
            <Button size="small" variant="secondary" type="button" onClick={() => setOpen(true)}>
              {next}
            </Button>
          )}
          {open && (stand === 'open' || stand === 'not-served') && (
            <Receive clientId={clientId} decisionId={decisionId} together={together} close={close} />
          )}
          {open && stand === 'requested' && last && (
            <DecideRequest clientId={clientId} requestId={last.id} late={last.late} close={close} />
          )}
          {open && stand === 'to-serve' && last && (
            <ServeRequest clientId={clientId} requestId={last.id} recipients={recipients} close={close} />
          )}
          {open && stand === 'appealable' && last && <Appeal clientId={clientId} requestId={last.id} close={close} />}
          {open && stand === 'appealed' && last && <Court clientId={clientId} requestId={last.id} close={close} />}
          {open && stand === 'final' && !last && (
            <Receive clientId={clientId} decisionId={decisionId} together={together} close={close} />
          )}
        </>
      }
    />
  );
}

/** What corrects a request, and what takes its last step back. */
function RequestCorrections({
  clientId,
  request,
  recipients,
}: {
  clientId: string;
  recipients: Recipients;
  request: DecisionStanding['requests'][number];
}) {
  const words = useTexts(rectificationTexts);
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const takeBack = useDo('takeBackRequestStep');
  const day = format.day(request.receivedOn);
  return (
    <>
      <button
        type="button"
        className="icon-button unprinted"
        title={words.correctRequest}
        aria-label={words.correctRequestOf(day)}
        onClick={() => setOpen(true)}
      >
        <PencilIcon aria-hidden="true" />
      </button>
      <TakeBack
        named={words.requestOf(day)}
        follows={words.lastStepBack}
        seen={request.version}
        send={(why, seen) => takeBack.mutateAsync({ clientId, requestId: request.id, why, seen })}
      />
      {open && (
        <CorrectRequest clientId={clientId} request={request} recipients={recipients} close={() => setOpen(false)} />
      )}
    </>
  );
}

function nextStep(stand: Stand, words: (typeof rectificationTexts)['fi']): string | null {
  switch (stand) {
    case 'not-served':
    case 'open':
      return words.receive;
    case 'requested':
      return words.decide;
    case 'to-serve':
      return words.serve;
    case 'appealable':
      return words.appeal;
    case 'appealed':
      return words.court;
    default:
      return null;
  }
}
