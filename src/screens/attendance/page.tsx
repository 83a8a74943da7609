import { ChevronLeftIcon, ChevronRightIcon, PrinterSmallIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  AttendancePlaces,
  everyWorkplace,
  keyOfPlace,
  type PlaceRow,
} from '../../casework/attendance/panels/attendance-places.tsx';
import { AttendanceSheet, type SheetOf } from '../../casework/attendance/panels/attendance-sheet.tsx';
import { weekNumber } from '../../casework/attendance/rules.ts';
import { attendanceTexts } from '../../casework/attendance/texts.ts';
import { addDays, addMonths, type Day, daysBetween, mondayOf, nextMonth, startOfMonth } from '../../kernel/day.ts';
import { monthName } from '../../kernel/language.ts';
import type { Range } from '../../kernel/range.ts';
import { useAddress, useGo } from '../../web/address.tsx';
import type { PageAddress } from '../../web/address-of.ts';
import { useDayInAddress, WrongDay } from '../../web/kit/day-in-address.tsx';
import { useFormat } from '../../web/kit/format.ts';
import { useLanguage, useTexts } from '../../web/kit/language.tsx';
import { Answer, Loading } from '../../web/kit/loading.tsx';
import { useNarrow } from '../../web/kit/narrow.ts';
import { Page } from '../../web/kit/page.tsx';
import { ProblemMessage } from '../../web/kit/problem.tsx';
import { useToday } from '../../web/kit/today.tsx';
import { useAsk } from '../app/api.ts';
import { clientAt, pageAt } from '../app/pages.ts';
import { sessionQuery } from '../app/session.ts';

const views = ['day', 'week', 'month'] as const;
type View = (typeof views)[number];

function daysOf(view: View, date: Day): Range & { to: Day } {
  if (view === 'day') return { from: date, to: addDays(date, 1) };
  if (view === 'month') return { from: startOfMonth(date), to: nextMonth(date) };
  return { from: mondayOf(date), to: addDays(mondayOf(date), 7) };
}

function stepped(view: View, date: Day, by: 1 | -1): Day {
  if (view === 'month') return addMonths(startOfMonth(date), by);
  return addDays(date, view === 'week' ? 7 * by : by);
}

/** Which place, days and view, all of it in the address. */
function useChosen() {
  const today = useToday();
  const go = useGo();
  const small = useNarrow();
  const [place] = useAddress('place');
  const [question] = useAddress('view');
  const { day: on, wrong } = useDayInAddress('date');
  const view = views.find((one) => one === question) ?? (small ? 'day' : 'week');
  const date = on ?? today;
  const addressOf = (change: { place?: string | undefined; view?: View; date?: Day }) => {
    const next = { place, view: question, date: on ?? undefined, ...change };
    return pageAt('/attendance', { ...next, date: next.date === today ? undefined : next.date });
  };
  return { place, view, date, wrong, today, addressOf, turn: (to: PageAddress) => go(to, { replace: true }) };
}

export function AttendancePage() {
  const words = useTexts(attendanceTexts);
  const format = useFormat();
  const chosen = useChosen();
  const { place, date, addressOf } = chosen;
  const places = useAsk('attendancePlaces', { on: date }, { keep: true });
  if (places.data) {
    const list = places.data.places;
    const own = list.filter(({ mine }) => mine);
    // Who leads one group begins with it; the list is a step back.
    const only = list.length === 1 ? list[0] : own.length === 1 ? own[0] : undefined;
    const visible = place ?? (only ? keyOfPlace(only) : 'all');
    if (visible !== 'all') return <Sheet key={visible} place={visible} places={list} />;
  }
  return (
    <Page title={words.attendances} line={`${words.choose} · ${format.dayLong(date)}`}>
      <Answer of={places}>
        {({ places: list }) =>
          places.isPlaceholderData ? (
            <Loading />
          ) : (
            <AttendancePlaces places={list} addressOf={(to) => addressOf({ place: to })} />
          )
        }
      </Answer>
    </Page>
  );
}

function sheetOf(place: string): SheetOf {
  if (place === everyWorkplace) return { everyWorkplace: true };
  const [kind, id = ''] = place.split('.');
  return kind === 'group' ? { groupId: id } : { workplaceId: id };
}

const marking = ['coach', 'instructor', 'rehabilitative-instructor'];

function Sheet({ place, places }: { place: string; places: readonly PlaceRow[] }) {
  const words = useTexts(attendanceTexts);
  const { view, date, wrong, today, addressOf } = useChosen();
  const { data: session } = useQuery(sessionQuery);
  const period = usePeriod();
  const of = sheetOf(place);
  const days = daysOf(view, date);
  const { everyWorkplace: every, ...named } = of;
  const grid = useAsk(
    'attendanceGrid',
    { ...named, ...(every ? { everyWorkplace: 'true' } : {}), ...days },
    { keep: true },
  );
  // What has not been saved yet stays, whichever days one goes to.
  const [latest, setLatest] = useState(grid.data);
  if (grid.data && grid.data !== latest) setLatest(grid.data);
  const awaited = grid.error ? (
    <ProblemMessage problem={grid.error} retry={() => void grid.refetch()} />
  ) : (
    <Loading lines={12} />
  );
  const isAnswered = grid.data !== undefined && !grid.isPlaceholderData;
  const here = places.find((one) => keyOfPlace(one) === place);
  const name = every ? words.everyWorkplace : (here?.name ?? words.place);
  const line = [here?.unit, name, here?.leader && words.ledBy(here.leader)].filter(Boolean).join(' · ');
  const dates = Array.from({ length: daysBetween(days.from, days.to) }, (_, n) => addDays(days.from, n));
  return (
    <Page
      title={words.attendances}
      line={line}
      {...(places.length > 1 ? { back: { to: addressOf({ place: 'all' }), label: words.allPlaces } } : {})}
      actions={
        <>
          <Views />
          <Button
            className="attendance-print"
            size="small"
            variant="secondary"
            icon={<PrinterSmallIcon aria-hidden="true" />}
            onClick={() => window.print()}
          >
            {words.print}
          </Button>
        </>
      }
    >
      <WrongDay text={wrong} />
      {latest ? (
        <AttendanceSheet
          of={of}
          when={<When />}
          label={words.gridLabel(name, period(view, date))}
          rows={latest.rows}
          // Never one day over the marks of another: while another period is on its way nothing is drawn that could be marked.
          awaited={isAnswered ? null : awaited}
          dates={dates}
          today={today}
          clientAt={clientAt}
          mayMark={session?.worker.roles.some((role) => marking.includes(role)) ?? false}
        />
      ) : (
        <Answer of={grid} lines={12}>
          {() => null}
        </Answer>
      )}
    </Page>
  );
}

/** The days in words: torstai 17.6.2021, 14.6.–20.6., kesäkuu 2021. */
function usePeriod() {
  const format = useFormat();
  const weekInWords = ({ from, to }: { from: Day; to: Day }) =>
    `${format.dayShort(from)}–${format.day(addDays(to, -1))}`;
  return (view: View, date: Day) => {
    if (view === 'day') return format.dayLong(date);
    return view === 'month' ? format.month(date.slice(0, 7)) : weekInWords(daysOf('week', date));
  };
}

function Views() {
  const words = useTexts(attendanceTexts);
  const { language } = useLanguage();
  const { view, date, addressOf, turn } = useChosen();
  const month = monthName(Number(date.slice(5, 7)), language);
  const label = {
    day: words.day,
    week: words.week(weekNumber(date)),
    month: month.charAt(0).toUpperCase() + month.slice(1),
  };
  return (
    <fieldset className="segments">
      <legend className="visually-hidden">{words.view}</legend>
      {views.map((one) => (
        <button key={one} type="button" aria-pressed={view === one} onClick={() => turn(addressOf({ view: one }))}>
          {label[one]}
        </button>
      ))}
    </fieldset>
  );
}

/** The days in sight, a step before and after, and back to today. */
function When() {
  const words = useTexts(attendanceTexts);
  const { view, date, today, addressOf, turn } = useChosen();
  const period = usePeriod();
  const within = daysOf(view, date);
  const now = within.from <= today && today < within.to;
  const step = (by: 1 | -1) => turn(addressOf({ date: stepped(view, date, by) }));
  return (
    <div className="attendance-when">
      <button type="button" className="icon-button unprinted" aria-label={words.previous} onClick={() => step(-1)}>
        <ChevronLeftIcon aria-hidden="true" />
      </button>
      <strong aria-live="polite">{period(view, date)}</strong>
      <button type="button" className="icon-button unprinted" aria-label={words.next} onClick={() => step(1)}>
        <ChevronRightIcon aria-hidden="true" />
      </button>
      {!now && (
        <Button className="unprinted" size="small" variant="tertiary" onClick={() => turn(addressOf({ date: today }))}>
          {words.toToday}
        </Button>
      )}
    </div>
  );
}
