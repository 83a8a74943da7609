import { PersonGroupIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react/Button';
import { lazy, Suspense, useCallback, useRef, useState } from 'react';
import type { OpenVisit } from '../../casework/coaching/panels/outcomes.tsx';
import { useRowRecording } from '../../casework/coaching/panels/row-recording.tsx';
import { coachingTexts } from '../../casework/coaching/texts.ts';
import { blocks } from '../../casework/coaching/words.ts';
import type { OutputOf } from '../../server/act.ts';
import { useAddress } from '../../web/address.tsx';
import { Counts } from '../../web/kit/counts.tsx';
import { useTexts } from '../../web/kit/language.tsx';
import { Answer, Loading } from '../../web/kit/loading.tsx';
import { Page } from '../../web/kit/page.tsx';
import { useToday } from '../../web/kit/today.tsx';
import { Worklist } from '../../web/kit/worklist.tsx';
import { useAsk } from '../app/api.ts';
import type { myDay } from './board.ts';
import { usePendingRow, useRow } from './panels/rows.tsx';
import { coachDesk } from './texts.ts';
import './page.css';

type Day = OutputOf<typeof myDay>;
type Row = Day['rows'][number];

// Its form comes when it is asked for: My day is the first page that one loads.
const GroupMeeting = lazy(async () => ({
  default: (await import('../../casework/coaching/panels/group-meeting.tsx')).GroupMeeting,
}));

const MoveVisit = lazy(async () => ({
  default: (await import('../../casework/coaching/panels/move-visit.tsx')).MoveVisit,
}));

const shows = {
  overdue: ({ block }) => block === 'overdue',
  today: ({ block }) => block === 'today',
  week: ({ thisWeek }) => thisWeek,
  renew: ({ renewBy }) => renewBy !== null,
  recorded: ({ recorded }) => recorded !== null,
} as const satisfies Readonly<Record<string, (row: Row) => boolean>>;

const isShown = (text: string | undefined): text is keyof typeof shows => text !== undefined && text in shows;

/** A coach's day: whom to call, meet and visit, and what to renew. */
export function MyDayPage() {
  const words = useTexts(coachDesk);
  const coaching = useTexts(coachingTexts);
  const [whose] = useAddress('whose');
  const [show] = useAddress('show');
  const [meeting, setMeeting] = useState(false);
  const today = useToday();
  const pending = show === 'pending' ? ({ show } as const) : {};
  const day = useAsk('myDay', whose === 'team' ? { whose, ...pending } : pending, { keep: true, grows: ['show'] });
  const line = useLine();
  return (
    <Page
      title={words.title}
      search
      lineEarlier={day.isEarlier}
      {...(day.data ? { line: line(day.data.counts.clients) } : {})}
      actions={
        <>
          <Whose />
          <Button
            size="small"
            variant="secondary"
            icon={<PersonGroupIcon aria-hidden="true" />}
            disabled={!day.data?.rows.length || day.isEarlier === true}
            onClick={() => setMeeting(true)}
          >
            {coaching.kinds['group-meeting']}
          </Button>
        </>
      }
    >
      <Answer of={day}>{(answer) => <Day key={`${whose} ${today}`} day={answer} />}</Answer>
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
      <legend className="visually-hidden">{words.whose}</legend>
      <button type="button" aria-pressed={!team} onClick={() => choose(undefined)}>
        {words.own}
      </button>
      <button type="button" aria-pressed={team} onClick={() => choose('team')}>
        {words.team}
      </button>
    </fieldset>
  );
}

/** A row as it stands now, beside how it stood when the list was last put in order. */
interface Placed {
  readonly row: Row;
  readonly placed: Row;
}

/** Once something is recorded the rows keep their places until one leaves the page: none slides under a thumb. */
function usePlaces(rows: readonly Row[]): { readonly places: readonly Placed[]; readonly keepPlaces: () => void } {
  const [saved, setKept] = useState<readonly Row[]>();
  const now = useRef(rows);
  now.current = rows;
  const keepPlaces = useCallback(() => setKept((before) => before ?? now.current), []);
  if (!saved) return { places: rows.map((row) => ({ row, placed: row })), keepPlaces };
  const byId = new Map(rows.map((row) => [row.relationshipId, row]));
  const stayed = saved.flatMap((placed) => {
    const row = byId.get(placed.relationshipId);
    return row ? [{ row, placed }] : [];
  });
  const known = new Set(saved.map(({ relationshipId }) => relationshipId));
  const come = rows.filter(({ relationshipId }) => !known.has(relationshipId)).map((row) => ({ row, placed: row }));
  return { places: [...stayed, ...come], keepPlaces };
}

function Day({ day: { rows, pending, counts } }: { day: Day }) {
  const words = useTexts(coachDesk);
  const { recordAct } = useTexts(coachingTexts);
  const [show] = useAddress('show');
  const { places, keepPlaces } = usePlaces(rows);
  const { recordNow, tellNow, drawn } = useRowRecording(keepPlaces);
  const [moving, move] = useState<{ row: Row; visit: OpenVisit }>();
  const rowOf = useRow(recordNow, (row, visit, outcome) => {
    if (outcome === 'moved') move({ row, visit });
    else void tellNow(row.relationshipId, { clientId: row.clientId, name: row.name, visitId: visit.id }, outcome);
  });
  const pendingRow = usePendingRow(recordNow);
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
          { id: 'recorded', count: counts.recorded, label: words.recorded },
        ]}
      />
      {show === 'pending' && pending.length < counts.pending ? (
        <Loading />
      ) : show === 'pending' ? (
        <Worklist
          label={words.pending}
          rows={pending.map((row) => drawn(pendingRow(row)))}
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
              rows: places
                .filter(({ row, placed }) => shows[show](show === 'recorded' ? row : placed))
                .map(({ row, placed }) => drawn(rowOf(row, placed.block, show === 'renew'))),
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
            rows: places.filter(({ placed }) => placed.block === block).map(({ row }) => drawn(rowOf(row, block))),
          }))}
          empty={words.none}
          emptyHelp={words.noneHelp}
        />
      )}
      {moving && (
        <Suspense>
          <MoveVisit
            name={moving.row.name}
            visit={moving.visit}
            send={async (to) => {
              const { relationshipId, clientId, name } = moving.row;
              await tellNow(relationshipId, { clientId, name, visitId: moving.visit.id }, 'moved', to);
            }}
            close={() => move(undefined)}
          />
        </Suspense>
      )}
    </>
  );
}
