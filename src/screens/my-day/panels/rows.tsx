import { useDueWords } from '../../../casework/coaching/panels/due-words.tsx';
import { type OpenVisit, outcomesOn, useOutcomeWords } from '../../../casework/coaching/panels/outcomes.tsx';
import { type ContactOf, kindIcons } from '../../../casework/coaching/panels/recording.tsx';
import type { useRowRecording } from '../../../casework/coaching/panels/row-recording.tsx';
import { coachingTexts } from '../../../casework/coaching/texts.ts';
import type { VisitOutcome } from '../../../casework/coaching/words.ts';
import { organiserTexts } from '../../../casework/organiser/texts.ts';
import { referralTexts } from '../../../casework/referral/texts.ts';
import type { OutputOf } from '../../../server/act.ts';
import { useAddress } from '../../../web/address.tsx';
import { useTexts } from '../../../web/kit/language.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import type { WorklistRow } from '../../../web/kit/worklist.tsx';
import { clientAt } from '../../app/pages.ts';
import type { myDay } from '../board.ts';
import { coachDesk } from '../texts.ts';

type Day = OutputOf<typeof myDay>;
type Row = Day['rows'][number];

const quickKinds = ['call', 'message', 'meeting'] as const;

type RecordNow = ReturnType<typeof useRowRecording>['recordNow'];

/** One tap a kind: recorded of the row's relationship, or of its matter that waits. */
function useQuickRecord(recordNow: RecordNow): (id: string, whose: ContactOf) => NonNullable<WorklistRow['actions']> {
  const coaching = useTexts(coachingTexts);
  return (id, whose) =>
    quickKinds.map((kind) => {
      const Icon = kindIcons[kind];
      return {
        label: coaching.recordKinds[kind](whose.name),
        icon: <Icon aria-hidden="true" />,
        words: coaching.kinds[kind],
        act: () => void recordNow(id, whose, kind),
      };
    });
}

/** A row in words: why it is here, and one tap to record what was done. */
export function useRow(
  recordNow: RecordNow,
  tell: (row: Row, visit: OpenVisit, outcome: VisitOutcome) => void,
): (row: Row, block: Row['block'], renewing?: boolean) => WorklistRow {
  const words = useTexts(coachDesk);
  const coaching = useTexts(coachingTexts);
  const { services } = useTexts(organiserTexts);
  const due = useDueWords();
  const today = useToday();
  const [whose] = useAddress('whose');
  const quick = useQuickRecord(recordNow);
  const sayOutcome = useOutcomeWords();

  const renewal = ({ renewBy }: Row) => {
    if (renewBy === null) return null;
    if (renewBy < today) return { words: words.renewLate(due.when(renewBy)), tone: 'danger' as const };
    if (renewBy === today) return { words: words.renewToday, tone: 'warning' as const };
    return { words: words.renewBy(due.when(renewBy)), tone: 'warning' as const };
  };
  const tagOf = (row: Row, block: Row['block'], renewing: boolean) => {
    const { visit } = row;
    if (!renewing && isPast(visit)) return { words: coaching.howWasIt, tone: 'warning' as const };
    const state = due.state(row.due);
    const answer =
      visit &&
      ({
        words: due.visit(visit),
        short: block === 'today' ? due.visitShort(visit) : undefined,
        tone: visit.dueOn === today ? 'accent' : 'neutral',
      } as const);
    if (renewing) return renewal(row);
    if (block === 'overdue' && state?.tone === 'danger') return state;
    if (visit?.dueOn === today) return answer;
    if (block === 'today') return state;
    return renewal(row) ?? answer ?? state;
  };
  const isPast = (visit: Row['visit']) => visit !== null && visit.dueOn < today;
  const middle = (row: Row): string => {
    if (row.visit && isPast(row.visit)) return due.visit(row.visit);
    if (row.visit?.dueOn === today && row.visit.place && row.visit.place !== row.place) return row.visit.place;
    if (row.phase === 'starting') return coaching.startingWeek(row.week);
    return due.last(row.last);
  };
  const actions = (row: Row) => {
    const { visit } = row;
    // Whoever has an appointment is asked how it went; anything else is recorded on the client's page.
    if (!visit || visit.dueOn > today) return quick(row.relationshipId, row);
    return outcomesOn(visit, today)
      .filter((outcome) => isPast(visit) || outcome !== 'cancelled')
      .map((outcome) => ({
        label: coaching.outcomeOf[outcome](row.name),
        words: sayOutcome(outcome, visit),
        act: () => tell(row, visit, outcome),
      }));
  };
  return (row, block, renewing = false) => ({
    key: row.relationshipId,
    name: row.name,
    to: clientAt(row.clientId),
    secondary: [services[row.service], row.place].filter(Boolean).join(' · '),
    middle: middle(row),
    tag: tagOf(row, block, renewing) ?? undefined,
    // In one's own list everybody would be one's own.
    who: whose === 'team' && row.responsible,
    actions: actions(row),
  });
}

export function usePendingRow(recordNow: RecordNow): (row: Day['pending'][number]) => WorklistRow {
  const words = useTexts(coachDesk);
  const referral = useTexts(referralTexts);
  const due = useDueWords();
  const quick = useQuickRecord(recordNow);
  return (row) => ({
    key: row.referralId,
    name: row.name,
    to: clientAt(row.clientId),
    secondary: row.serviceName,
    middle: words.pendingRow(referral.kinds[row.kind], due.when(row.receivedOn)),
    tag: {
      words:
        row.daysLeft > 0
          ? referral.daysLeft(row.daysLeft)
          : row.daysLeft === 0
            ? referral.dueToday
            : referral.daysOver(-row.daysLeft),
      tone: row.daysLeft < 0 ? 'danger' : row.daysLeft <= 14 ? 'warning' : 'neutral',
    },
    actions: quick(row.referralId, row),
  });
}
