import { CheckmarkIcon } from '@navikt/aksel-icons';
import type { ReactNode } from 'react';
import { kindOf } from '../../../casework/decision/rules.ts';
import { decisionTexts } from '../../../casework/decision/texts.ts';
import { interruptionOn } from '../../../casework/plan/rules.ts';
import { planTexts } from '../../../casework/plan/texts.ts';
import { rectificationTexts } from '../../../casework/rectification/texts.ts';
import { referralTexts } from '../../../casework/referral/texts.ts';
import type { OutputOf } from '../../../server/act.ts';
import { Card } from '../../../web/kit/card.tsx';
import { useFormat } from '../../../web/kit/format.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { Tag } from '../../../web/kit/tag.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import { CorrectedSince } from '../../app/corrected-since.tsx';
import type { matterPage } from '../board.ts';
import { matterTexts } from '../texts.ts';

export type MatterData = OutputOf<typeof matterPage>;
type Step = MatterData['line'][number];

/** What was done, what comes next and what is still ahead, as one list with its current step. */
export function MatterLine({ page }: { readonly page: MatterData }) {
  const words = useTexts(matterTexts);
  const format = useFormat();
  const wordsOf = useStep(page);
  return (
    <Card title={words.line}>
      <ol className="matter-line">
        {page.line.map((step) => {
          const { title, more, tag, below } = wordsOf(step);
          return (
            <li
              key={`${step.kind} ${step.id} ${step.on}`}
              className="matter-step"
              data-state={step.state}
              {...(step.state === 'next' ? { 'aria-current': 'step' as const } : {})}
            >
              <span className="matter-dot" aria-hidden="true">
                {step.state === 'done' && <CheckmarkIcon />}
              </span>
              <h3>
                {title}
                <span className="visually-hidden">, {words.states[step.state]}</span>
              </h3>
              <span className="muted">
                {step.on ? format.day(step.on) : step.state === 'done' && words.notRecorded}
              </span>
              {(more || tag || below) && (
                <div className="matter-more muted">
                  {more && <p>{more}</p>}
                  {below}
                  {tag}
                </div>
              )}
            </li>
          );
        })}
      </ol>
    </Card>
  );
}

interface Told {
  readonly title: string;
  readonly more?: ReactNode;
  readonly below?: ReactNode;
  readonly tag?: ReactNode;
}

/** A step in words, with what its fact tells. */
function useStep(page: MatterData): (step: Step) => Told {
  const words = useTexts(matterTexts);
  const referral = useTexts(referralTexts);
  const decisions = useTexts(decisionTexts);
  const plans = useTexts(planTexts);
  const rectification = useTexts(rectificationTexts);
  const format = useFormat();
  const today = useToday();
  const rests = ({ interrupted }: Pick<MatterData['plans'][number], 'interrupted'>) =>
    interruptionOn(interrupted, today) ? <Tag tone="warning">{plans.interruptedToday}</Tag> : undefined;
  return ({ kind, id, state, on }) => {
    const title = words.kinds[kind];
    const decision = page.decisions.find((one) => one.id === id);
    const request = page.decisions.flatMap((one) => one.requests).find((one) => one.id === id);
    if (state !== 'done') {
      if (kind === 'final' && on) return { title, more: words.finalAfter(format.day(on)) };
      return { title };
    }
    switch (kind) {
      case 'received':
        return {
          title,
          more: [referral.sources[page.matter.source], page.matter.referredBy, page.matter.need]
            .filter(Boolean)
            .join(' · '),
        };
      case 'assessment-begun':
        return { title, more: page.assessment?.begunBy };
      case 'assessed':
        return { title, more: page.assessment?.finishedBy };
      case 'planned': {
        const plan = page.plans.find((one) => one.id === id);
        return plan
          ? {
              title: plans.kinds[plan.kind],
              more: format.range(plan.during),
              tag: plan.unsigned.length > 0 ? <Tag tone="warning">{plans.draft}</Tag> : rests(plan),
            }
          : { title };
      }
      case 'hearing-asked':
      case 'hearing-answered': {
        const hearing = page.hearings.find((one) => one.id === id);
        return { title, more: kind === 'hearing-asked' ? hearing?.about : hearing?.answer };
      }
      case 'presented':
        return page.proposal ? { title, more: `${page.proposal.presentedBy} → ${page.proposal.decider}` } : { title };
      case 'returned':
        return { title, more: page.proposal?.returnedBecause };
      case 'decided':
        return decision ? decidedStep(decision) : { title };
      case 'corrected':
        return { title, more: decision?.correctedBecause };
      case 'annulled':
        return { title, more: decision?.annulledBecause };
      case 'served':
        return { title, more: decision?.rectifyUntil && words.rectifyBy(format.day(decision.rectifyUntil)) };
      case 'requested':
        return request
          ? {
              title,
              more: `${request.demands} ${words.handles(request.body)}`,
              tag: <Tag tone={request.late ? 'warning' : 'info'}>{request.late ? words.late : words.inTime}</Tag>,
            }
          : { title };
      case 'request-decided':
        return request?.outcome
          ? { title, more: [rectification.outcomes[request.outcome], request.reasons].filter(Boolean).join('. ') }
          : { title };
      case 'court-decided':
        return request?.courtOutcome ? { title, more: rectification.courtOutcomes[request.courtOutcome] } : { title };
      case 'begun': {
        const begun = page.begun.find((one) => one.id === id);
        return { title, more: begun && format.range(begun.during) };
      }
      case 'final':
        return { title, more: on && words.finalFrom(format.day(on)) };
      default:
        return { title };
    }
  };

  function decidedStep(decision: MatterData['decisions'][number]): Told {
    const outcome = decision.inPart ? decisions.grantedInPart : decisions.madeOutcomes[kindOf(decision)];
    return {
      title: words.decision(decision.number, outcome),
      more: [
        decision.during && format.range(decision.during),
        decision.decidedBy,
        decision.delegation,
        decision.together.length > 0 &&
          decisions.decidedWith(decision.together.map(({ serviceName }) => serviceName).join(', ')),
      ]
        .filter(Boolean)
        .join(' · '),
      below: decision.correctedSince.length > 0 && (
        <CorrectedSince
          clientId={page.matter.clientId}
          decisionId={decision.id}
          since={decision.correctedSince}
          mayRead={decision.annulledOn === null && page.permitted.includes('correctedSinceDecision')}
        />
      ),
      tag: decision.annulledOn ? <Tag>{decisions.annulledTag}</Tag> : undefined,
    };
  }
}
