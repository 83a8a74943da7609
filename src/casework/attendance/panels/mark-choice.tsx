import type { Day } from '../../../kernel/day.ts';
import { apiOf } from '../../../web/api.ts';
import { Dialog } from '../../../web/kit/dialog.tsx';
import { useFormat } from '../../../web/kit/format.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { Answer } from '../../../web/kit/loading.tsx';
import type * as acts from '../acts.ts';
import { markObstacle } from '../rules.ts';
import { attendanceTexts } from '../texts.ts';
import type { AbsenceReason, Mark, MarkKind } from '../words.ts';
import type { At } from './attendance-grid.tsx';
import { lookOf, markInWords, signOf } from './mark-words.tsx';

const { useAsk } = apiOf<typeof acts>();

const choices: readonly (readonly [MarkKind, AbsenceReason | null])[] = [
  ['present', null],
  ['absent', 'sick'],
  ['absent', 'child-sick'],
  ['absent', 'job-interview'],
  ['absent', 'other-accepted'],
  ['absent', 'unexcused'],
  ['holiday', null],
  ['absent', 'service-closed'],
];

interface MarkChoiceProps {
  readonly at: At;
  readonly today: Day;
  readonly choose: (mark: Mark | null) => void;
  readonly close: () => void;
}

/** All that a cell can be, with a thumb or by Tab, and what it has been before. */
export function MarkChoice({ at: { row, cell }, today, choose, close }: MarkChoiceProps) {
  const words = useTexts(attendanceTexts);
  const format = useFormat();
  const chosen = (mark: Mark | null) => {
    choose(mark);
    close();
  };
  return (
    <Dialog title={words.choice(row.name, format.dayOfWeek(cell.on))} close={close}>
      {row.mayMark && (
        <div className="mark-choices">
          {choices
            .filter(([kind]) => markObstacle({ kind }, cell.state, cell.on, today) === null)
            .map(([kind, reason]) => {
              const mark: Mark = { kind, reason, meal: kind === 'present' && row.meal };
              const same = cell.mark?.kind === kind && cell.mark.reason === reason;
              return (
                <button key={`${kind}${reason}`} type="button" aria-pressed={same} onClick={() => chosen(mark)}>
                  <span data-look={lookOf({ ...cell, mark }, today)} aria-hidden="true">
                    {signOf({ ...cell, mark }, words, today)}
                  </span>
                  {reason ? words.reasons[reason] : words.kinds[kind]}
                </button>
              );
            })}
          {row.meal && cell.mark?.kind === 'present' && (
            <button
              type="button"
              aria-pressed={cell.mark.meal}
              onClick={() => cell.mark && chosen({ ...cell.mark, meal: !cell.mark.meal })}
            >
              <span aria-hidden="true">{cell.mark.meal ? '✓' : ''}</span>
              {words.meal}
            </button>
          )}
          {cell.mark && (
            <button type="button" onClick={() => chosen(null)}>
              <span aria-hidden="true" />
              {words.clear}
            </button>
          )}
        </div>
      )}
      <Versions at={{ row, cell }} />
    </Dialog>
  );
}

function Versions({ at: { row, cell } }: { at: At }) {
  const words = useTexts(attendanceTexts);
  const format = useFormat();
  const query = useAsk('markVersions', { clientId: row.clientId, placementId: row.placementId, on: cell.on });
  return (
    <section>
      <h3 className="mark-versions-title">{words.versions}</h3>
      <Answer of={query} lines={2}>
        {({ versions }) =>
          versions.length === 0 ? (
            <p className="muted">{words.noVersions}</p>
          ) : (
            <ul className="mark-versions">
              {versions
                .flatMap(({ kind, reason, meal, knownFrom, knownUntil, markedBy }, n) => {
                  const text = kind ? markInWords({ kind, reason, meal }, words, row.meal) : words.cleared;
                  const answer = { said: text, at: knownFrom, by: markedBy };
                  const cleared = knownUntil !== null && versions[n + 1]?.knownFrom !== knownUntil;
                  return cleared ? [answer, { said: words.cleared, at: knownUntil, by: null }] : [answer];
                })
                .toReversed()
                .map(({ said: text, at, by }) => (
                  <li key={`${at}${text}`}>
                    <strong>{text}</strong>
                    <span className="muted">{[by, format.instant(at)].filter(Boolean).join(', ')}</span>
                  </li>
                ))}
            </ul>
          )
        }
      </Answer>
    </section>
  );
}
