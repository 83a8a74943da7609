import { PersonGroupIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react/Button';
import { lazy, Suspense, useState } from 'react';
import { useDueWords } from '../../casework/coaching/panels/due-words.tsx';
import { type ContactOf, kindIcons, useRecordContact } from '../../casework/coaching/panels/recording.tsx';
import { coachingTexts } from '../../casework/coaching/texts.ts';
import { blocks } from '../../casework/coaching/words.ts';
import { organiserTexts } from '../../casework/organiser/texts.ts';
import { referralTexts } from '../../casework/referral/texts.ts';
import type { OutputOf } from '../../server/act.ts';
import { useAddress } from '../../web/address.tsx';
import { Counts } from '../../web/kit/counts.tsx';
import { useTexts } from '../../web/kit/language.tsx';
import { Answer } from '../../web/kit/loading.tsx';
import { Page } from '../../web/kit/page.tsx';
import { useToday } from '../../web/kit/today.tsx';
import { Worklist, type WorklistRow } from '../../web/kit/worklist.tsx';
import { useAsk } from '../app/api.ts';
import type { myDay } from './board.ts';
import { coachDesk } from './texts.ts';
import './page.css';

type Day = OutputOf<typeof myDay>;
type Row = Day['rows'][number];

// Its form comes when it is asked for: My day is the first page that one loads.
const GroupMeeting = lazy(async () => ({
  default: (await import('../../casework/coaching/panels/group-meeting.tsx')).GroupMeeting,
}));

const quickKinds = ['call', 'message', 'meeting'] as const;

const shows = {
  overdue: ({ block }) => block === 'overdue',
  today: ({ block }) => block === 'today',
  week: ({ thisWeek }) => thisWeek,
  renew: ({ renewBy }) => renewBy !== null,
} as const satisfies Readonly<Record<string, (row: Row) => boolean>>;

const isShown = (text: string | undefined): text is keyof typeof shows => text !== undefined && text in shows;

/** A coach's day: whom to call, meet and visit, and what to renew. */
export function MyDayPage() {
  const words = useTexts(coachDesk);
  const coaching = useTexts(coachingTexts);
  const [whose] = useAddress('whose');
  const [meeting, setMeeting] = useState(false);
  const day = useAsk('myDay', whose === 'team' ? { whose } : {}, { keep: true });
  const line = useLine();
  return (
    <Page
      title={words.title}
      search
      {...(day.data ? { line: line(day.data.counts.clients) } : {})}
      actions={
        <>
          <Whose />
          <Button
            size="small"
            variant="secondary"
            icon={<PersonGroupIcon aria-hidden="true" />}
            disabled={!day.data?.rows.length}
            onClick={() => setMeeting(true)}
          >
            {coaching.kinds['group-meeting']}
          </Button>
        </>
      }
    >
      <Answer of={day}>{(told) => <Day day={told} />}</Answer>
      {meeting && day.data && (
        <Suspense>
          <GroupMeeting
            people={day.data.rows.toSorted((a, b) => a.name.localeCompare(b.name, 'fi'))}
            close={() => setMeeting(false)}
          />
        </Suspense>
      )}
    </Page>
  );
}

function useLine(): (clients: Day['counts']['clients']) => string {
  const { served, nobody } = useTexts(coachDesk);
  return (clients) => {
    const known = ['open-work', 'supported-employment', 'job-coaching'] as const;
    const rest = Object.entries(clients)
      .filter(([service]) => !known.some((one) => one === service))
      .reduce((sum, [, n]) => sum + n, 0);
    const parts = known.flatMap((service) => (clients[service] ? [served[service](clients[service])] : []));
    return [...parts, ...(rest > 0 ? [served.other(rest)] : [])].join(' · ') || nobody;
  };
}

function Whose() {
  const words = useTexts(coachDesk);
  const [whose, choose] = useAddress('whose');
  const team = whose === 'team';
  return (
    <fieldset className="whose">
      <legend className="unseen">{words.whose}</legend>
      <button type="button" aria-pressed={!team} onClick={() => choose(undefined)}>
        {words.own}
      </button>
      <button type="button" aria-pressed={team} onClick={() => choose('team')}>
        {words.team}
      </button>
    </fieldset>
  );
}

function Day({ day: { rows, pending, counts } }: { day: Day }) {
  const words = useTexts(coachDesk);
  const { recordAct } = useTexts(coachingTexts);
  const [show] = useAddress('show');
  const rowOf = useRow();
  const pendingRow = usePendingRow();
  return (
    <>
      <Counts
        label={words.counts}
        counts={[
          { id: 'overdue', count: counts.overdue, label: words.overdue, tone: 'danger' },
          { id: 'today', count: counts.today, label: words.today },
          { id: 'week', count: counts.week, label: words.week },
          { id: 'renew', count: counts.renew, label: words.renew },
          { id: 'pending', count: counts.pending, label: words.pending },
        ]}
      />
      {show === 'pending' ? (
        <Worklist
          label={words.pending}
          rows={pending.map(pendingRow)}
          empty={words.noneOfThese}
          emptyHelp={words.noneOfTheseHelp}
        />
      ) : isShown(show) ? (
        <Worklist
          label={words.title}
          acts={recordAct}
          groups={[
            {
              id: show,
              heading: words[show].charAt(0).toUpperCase() + words[show].slice(1),
              rows: rows.filter(shows[show]).map((row) => rowOf(row, show === 'renew')),
            },
          ]}
          empty={words.noneOfThese}
          emptyHelp={words.noneOfTheseHelp}
        />
      ) : (
        <Worklist
          label={words.title}
          acts={recordAct}
          groups={blocks.map((block) => ({
            id: block,
            heading: words.blocks[block],
            rows: rows.filter((row) => row.block === block).map((row) => rowOf(row)),
          }))}
          empty={words.none}
          emptyHelp={words.noneHelp}
        />
      )}
    </>
  );
}

/** One tap a kind: recorded of the row's relationship, or of its matter that waits. */
function useQuickRecord(): (id: string, whose: ContactOf) => NonNullable<WorklistRow['actions']> {
  const coaching = useTexts(coachingTexts);
  const { recordNow, isRecording } = useRecordContact();
  return (id, whose) =>
    quickKinds.map((kind) => {
      const Icon = kindIcons[kind];
      return {
        label: coaching.recordKinds[kind](whose.name),
        icon: <Icon aria-hidden="true" />,
        busy: isRecording(id, kind),
        act: () => void recordNow(whose, kind),
      };
    });
}

/** A row in words: why it is here, and one tap to record what was done. */
function useRow(): (row: Row, renewing?: boolean) => WorklistRow {
  const words = useTexts(coachDesk);
  const coaching = useTexts(coachingTexts);
  const { services } = useTexts(organiserTexts);
  const due = useDueWords();
  const today = useToday();
  const [whose] = useAddress('whose');
  const quick = useQuickRecord();

  const renewal = ({ renewBy }: Row) => {
    if (renewBy === null) return null;
    if (renewBy < today) return { words: words.renewLate(due.when(renewBy)), tone: 'danger' as const };
    if (renewBy === today) return { words: words.renewToday, tone: 'warning' as const };
    return { words: words.renewBy(due.when(renewBy)), tone: 'warning' as const };
  };
  const tagOf = (row: Row, renewing: boolean) => {
    const { visit } = row;
    const state = due.state(row.due);
    const told =
      visit &&
      ({
        words: due.visit(visit),
        short: row.block === 'today' ? due.visitShort(visit) : undefined,
        tone: visit.dueOn === today ? 'accent' : 'neutral',
      } as const);
    if (renewing) return renewal(row);
    if (row.block === 'overdue') return state;
    if (visit?.dueOn === today) return told;
    if (row.block === 'today') return state;
    return renewal(row) ?? told ?? state;
  };
  const middle = (row: Row): string => {
    if (row.visit?.dueOn === today && row.visit.place) return row.visit.place;
    if (row.phase === 'starting') return coaching.startingWeek(row.week);
    return due.last(row.last);
  };
  return (row, renewing = false) => ({
    key: row.relationshipId,
    name: row.name,
    to: `/clients/${row.clientId}`,
    secondary: [services[row.service], row.place].filter(Boolean).join(' · '),
    middle: middle(row),
    tag: tagOf(row, renewing) ?? undefined,
    // In one's own list everybody would be one's own.
    who: whose === 'team' && row.responsible,
    actions: quick(row.relationshipId, row),
  });
}

function usePendingRow(): (row: Day['pending'][number]) => WorklistRow {
  const words = useTexts(coachDesk);
  const referral = useTexts(referralTexts);
  const due = useDueWords();
  const quick = useQuickRecord();
  return (row) => ({
    key: row.referralId,
    name: row.name,
    to: `/clients/${row.clientId}`,
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
