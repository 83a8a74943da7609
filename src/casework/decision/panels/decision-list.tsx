import { FilePdfIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react/Button';
import { type ReactNode, useState } from 'react';
import { addDays } from '../../../kernel/day.ts';
import { keptTogether } from '../../../kernel/language.ts';
import { apiOf } from '../../../web/api.ts';
import { Empty } from '../../../web/kit/empty.tsx';
import { useFormat } from '../../../web/kit/format.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { Answer } from '../../../web/kit/loading.tsx';
import { Row, Stack } from '../../../web/kit/page.tsx';
import { Tag } from '../../../web/kit/tag.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import { servingTexts } from '../../client/words.ts';
import type { Source } from '../../referral/words.ts';
import type * as acts from '../acts.ts';
import { kindOf } from '../rules.ts';
import { decisionTexts } from '../texts.ts';
import { type Decision, explainedKinds } from '../words.ts';
import { AnnulDecision, CorrectDecision } from './mend-decision.tsx';
import { ServeDecision } from './serve-decision.tsx';
import { TakeUp } from './take-up.tsx';
import './decision-list.css';

const { addressOf, useAsk } = apiOf<typeof acts>();

interface DecisionListProps {
  readonly clientId: string;
  /** From whom a matter comes, in words. */
  readonly sources: Readonly<Record<Source, string>>;
  readonly open: (referralId: string) => void;
  /** What was corrected under a decision after it, as the screen tells it. */
  readonly since: (decision: Decision, mayRead: boolean) => ReactNode;
}

/** What was decided about a client, newest first, each with its letter. */
export function DecisionList({ clientId, sources, open, since }: DecisionListProps) {
  const words = useTexts(decisionTexts);
  const query = useAsk('decisionsOf', { clientId });
  return (
    <Answer of={query}>
      {({ decisions, permitted }) =>
        decisions.length === 0 ? (
          <Empty title={words.none}>{words.noneHelp}</Empty>
        ) : (
          <Stack>
            {decisions.map((decision) => (
              <DecisionEntry
                key={decision.id}
                clientId={clientId}
                decision={decision}
                mayServe={permitted.includes('serveDecision')}
                mayDecide={permitted.includes('decide')}
                sources={sources}
                open={open}
                since={since(decision, permitted.includes('correctedSinceDecision'))}
              />
            ))}
          </Stack>
        )
      }
    </Answer>
  );
}

interface DecisionEntryProps {
  readonly clientId: string;
  readonly decision: Decision & {
    readonly cites: readonly string[];
    readonly rectifyUntil: Decision['servedOn'];
    readonly mayMend: boolean;
  };
  readonly mayServe: boolean;
  readonly mayDecide: boolean;
  readonly sources: DecisionListProps['sources'];
  readonly open: (referralId: string) => void;
  readonly since: ReactNode;
}

function DecisionEntry({
  clientId,
  decision,
  mayServe,
  mayDecide,
  sources,
  open: openMatter,
  since,
}: DecisionEntryProps) {
  const words = useTexts(decisionTexts);
  const { translationOf } = useTexts(servingTexts);
  const format = useFormat();
  const [open, setOpen] = useState<'serve' | 'change' | 'correct' | 'annul' | null>(null);
  const close = () => setOpen(null);
  const today = useToday();
  const { annulledOn, version, changedBy, holds } = decision;
  const earlier = Array.from({ length: version - 1 }, (_, n) => n + 1);
  const { id, serviceName, outcome, during, decidedOn, decidedBy, reasons, servedOn, rectifyUntil } = decision;
  const granted = outcome === 'grant';
  return (
    <article className="decision">
      <div className="decision-head">
        <h3>
          {serviceName} {format.day(decidedOn)}
        </h3>
        {annulledOn && <Tag tone="neutral">{words.annulledTag}</Tag>}
        <Tag tone={granted ? 'success' : 'danger'}>
          {decision.inPart ? words.grantedInPart : words.madeOutcomes[kindOf(decision)]}
        </Tag>
        {!annulledOn && (
          <Tag tone={servedOn ? 'neutral' : 'warning'}>
            {servedOn ? words.served(format.day(servedOn)) : words.notServed}
          </Tag>
        )}
      </div>
      <p className="muted">
        {[
          during && `${format.range(during)}${during.to ? '' : ` ${words.openEnded}`}`,
          decidedBy,
          decision.presentedBy && words.presentedBy(decision.presentedBy),
          decision.place,
          decision.mealCharge !== null && words.mealCharge(format.euro(decision.mealCharge)),
          decision.changes &&
            (decision.lastDay
              ? words.ended(decision.changes, format.day(decision.lastDay))
              : words.changed(decision.changes)),
          changedBy &&
            (changedBy.ends
              ? words.endedBy(changedBy.number, format.day(addDays(changedBy.from, -1)))
              : words.changedBy(changedBy.number, format.day(changedBy.from))),
          rectifyUntil && words.rectifyBy(format.day(rectifyUntil)),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {decision.together.length > 0 && (
        <p>{words.togetherWith(decision.number, decision.together.map(({ serviceName: also }) => also).join(', '))}</p>
      )}
      {annulledOn && <p>{words.annulledOn(format.day(annulledOn), decision.annulledBecause ?? '')}</p>}
      {decision.correctedOn && (
        <p>{words.correctedOn(format.day(decision.correctedOn), decision.correctedBecause ?? '')}</p>
      )}
      {since}
      <p className="decision-reasons">{reasons}</p>
      {explainedKinds.map(
        (kind) =>
          decision.explanations[kind] && (
            <p key={kind}>
              {words.explained[kind]}: {decision.explanations[kind]}
            </p>
          ),
      )}
      <p className="muted">{keptTogether(decision.cites.join('; '))}</p>
      <Row>
        <a href={addressOf('decisionLetter', { clientId, decisionId: id })} target="_blank" rel="noreferrer">
          <FilePdfIcon aria-hidden="true" /> {words.open}
        </a>
        {decision.translated && (
          <a
            href={addressOf('decisionLetter', { clientId, decisionId: id, translation: 'true' })}
            target="_blank"
            rel="noreferrer"
          >
            <FilePdfIcon aria-hidden="true" /> {translationOf}
          </a>
        )}
        {earlier.map((no) => (
          <a
            key={no}
            href={addressOf('decisionLetter', { clientId, decisionId: id, version: no })}
            target="_blank"
            rel="noreferrer"
          >
            {words.version(no)}
          </a>
        ))}
        {mayServe && !servedOn && !annulledOn && (
          <Button size="small" variant="secondary" type="button" onClick={() => setOpen('serve')}>
            {words.serve}
          </Button>
        )}
        {mayDecide && holds && changedBy === null && (holds.to === null || holds.to > today) && (
          <Button size="small" variant="secondary" type="button" onClick={() => setOpen('change')}>
            {words.takeUp}
          </Button>
        )}
        {decision.mayMend && (
          <>
            <Button size="small" variant="tertiary" type="button" onClick={() => setOpen('correct')}>
              {words.correct}
            </Button>
            <Button size="small" variant="tertiary" type="button" onClick={() => setOpen('annul')}>
              {words.annul}
            </Button>
          </>
        )}
      </Row>
      {open === 'serve' && <ServeDecision clientId={clientId} decisionId={id} close={close} />}
      {open === 'change' && (
        <TakeUp
          names={sources}
          clientId={clientId}
          service={decision.service}
          title={words.takeUp}
          help={words.takeUpHelp}
          open={openMatter}
          close={close}
        />
      )}
      {open === 'correct' && <CorrectDecision clientId={clientId} decision={decision} close={close} />}
      {open === 'annul' && <AnnulDecision clientId={clientId} decision={decision} close={close} />}
    </article>
  );
}
