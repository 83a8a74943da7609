import { FilePdfIcon } from '@navikt/aksel-icons';
import { servingTexts } from '../../../casework/client/words.ts';
import { decisionTexts } from '../../../casework/decision/texts.ts';
import { waitsForDecision, waitsForExecution } from '../../../casework/referral/rules.ts';
import { type Day, daysBetween } from '../../../kernel/day.ts';
import { Card, Dotted, Entries, Entry } from '../../../web/kit/card.tsx';
import { useFormat } from '../../../web/kit/format.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { Tag } from '../../../web/kit/tag.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import { addressOf } from '../../app/api.ts';
import { matterTexts } from '../texts.ts';
import type { MatterData } from './line.tsx';

/** Whose post may decide the matter today, and by what. */
export function Deciders({ page }: { readonly page: MatterData }) {
  const words = useTexts(matterTexts);
  return (
    <Card title={words.deciders}>
      {page.deciders.length === 0 && <p>{words.noDecider}</p>}
      <Entries>
        {page.deciders.map((one) => (
          <Entry
            key={`${one.id} ${one.onlyBy}`}
            title={one.name}
            line={<Dotted of={[one.delegation, one.onlyBy && words.onlyBy(one.onlyBy)]} />}
            end={one.isMe && <Tag tone="accent">{words.me}</Tag>}
          />
        ))}
      </Entries>
    </Card>
  );
}

interface Deadline {
  readonly label: string;
  readonly on: Day;
  /** The day from which it moved, and what says so. */
  readonly movedFrom?: Day | null;
  readonly cites: readonly string[];
}

/** The clocks that run, each with its day and what is left of it. */
export function Deadlines({ page }: { readonly page: MatterData }) {
  const words = useTexts(matterTexts);
  const format = useFormat();
  const today = useToday();
  const open = page.decisions.find(({ annulledOn }) => annulledOn === null);
  const { assessmentClock: clock, assessment } = page;
  const running: Deadline[] = [
    ...(clock && assessment === null && waitsForDecision(page.state)
      ? [{ label: words.assessment, on: clock.beginBy, cites: [page.assessmentBasis] }]
      : []),
    ...(page.planBy && waitsForDecision(page.state)
      ? [{ label: words.multisectoralPlan, on: page.planBy.by, cites: [page.planBy.basis] }]
      : []),
    ...(waitsForExecution(page.state)
      ? [{ label: words.execution, on: page.matter.decisionDueOn, cites: page.executionBasis }]
      : []),
    ...(open?.stand === 'open' && open.standOn
      ? [
          {
            label: words.rectification,
            on: open.standOn,
            movedFrom: open.reckoning?.movedFrom ?? null,
            cites: open.reckoning?.cites ?? [],
          },
        ]
      : []),
    ...(open?.stand === 'appealable' && open.standOn ? [{ label: words.appeal, on: open.standOn, cites: [] }] : []),
  ];
  return (
    <Card title={words.deadlines}>
      {running.length === 0 && <p className="muted">{words.noDeadlines}</p>}
      <Entries>
        {running.map(({ label, on, movedFrom, cites }) => {
          const left = daysBetween(today, on);
          return (
            <Entry
              key={label}
              title={label}
              line={[
                words.executionUntil(format.dayLong(on)),
                movedFrom && words.movedFrom(format.day(movedFrom)),
                cites.join('; '),
              ]
                .filter(Boolean)
                .join('. ')}
              end={
                <Tag tone={left < 0 ? 'danger' : left <= 14 ? 'warning' : 'neutral'}>
                  {left < 0 ? words.daysOver(-left) : left === 0 ? words.dueToday : words.daysLeft(left)}
                </Tag>
              }
            />
          );
        })}
      </Entries>
    </Card>
  );
}

/** Each paper of the matter, with how it was received. */
export function Letters({ page }: { readonly page: MatterData }) {
  const words = useTexts(matterTexts);
  const { annulledTag } = useTexts(decisionTexts);
  const { ways, noticeTo, representativeCopy, translationOf } = useTexts(servingTexts);
  const format = useFormat();
  const letters = page.decisions.flatMap((decision) =>
    Array.from({ length: decision.version }, (_, n) => ({ decision, version: decision.version - n })),
  );
  const tagOf = (decision: MatterData['decisions'][number], isLast: boolean) => {
    if (!isLast) return <Tag>{words.replaced}</Tag>;
    if (decision.annulledOn) return <Tag>{annulledTag}</Tag>;
    if (decision.servedOn) return <Tag tone="success">{words.servedTag(format.day(decision.servedOn))}</Tag>;
    return <Tag tone="warning">{words.notServed}</Tag>;
  };
  return (
    <Card title={words.letters}>
      {letters.length === 0 && <p className="muted">{words.noLetters}</p>}
      <Entries>
        {letters.map(({ decision, version }) => {
          const isLast = version === decision.version;
          const href = addressOf('decisionLetter', {
            clientId: page.matter.clientId,
            decisionId: decision.id,
            ...(isLast ? {} : { version }),
          });
          return (
            <Entry
              key={`${decision.id} ${version}`}
              title={
                <a href={href} target="_blank" rel="noreferrer">
                  <FilePdfIcon aria-hidden="true" />{' '}
                  {version === 1 ? words.letter(decision.number) : words.letterVersion(decision.number, version)}
                </a>
              }
              line={format.day(
                version > 1 && decision.correctedOn && isLast ? decision.correctedOn : decision.decidedOn,
              )}
              more={
                isLast && (
                  <>
                    {decision.notices.map((notice) => (
                      <p key={notice.id} className="muted">
                        {[
                          notice.name ?? page.name,
                          noticeTo[notice.recipient],
                          notice.way && ways[notice.way],
                          format.day(notice.servedOn),
                        ]
                          .filter(Boolean)
                          .join(' · ')}
                      </p>
                    ))}
                    {decision.translated && (
                      <a
                        href={addressOf('decisionLetter', {
                          clientId: page.matter.clientId,
                          decisionId: decision.id,
                          translation: 'true',
                        })}
                        target="_blank"
                        rel="noreferrer"
                      >
                        <FilePdfIcon aria-hidden="true" /> {translationOf}
                      </a>
                    )}
                    {page.representatives.map(({ id, name }) => (
                      <a
                        key={id}
                        href={addressOf('decisionLetter', {
                          clientId: page.matter.clientId,
                          decisionId: decision.id,
                          representativeId: id,
                        })}
                        target="_blank"
                        rel="noreferrer"
                      >
                        <FilePdfIcon aria-hidden="true" /> {representativeCopy(name)}
                      </a>
                    ))}
                  </>
                )
              }
              end={tagOf(decision, version === decision.version)}
            />
          );
        })}
      </Entries>
    </Card>
  );
}
