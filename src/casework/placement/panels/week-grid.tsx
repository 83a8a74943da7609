import { CheckmarkIcon } from '@navikt/aksel-icons';
import { useId, useState } from 'react';
import type { Weekday } from '../../../kernel/day.ts';
import { weekdayName, weekdayShort } from '../../../kernel/language.ts';
import type { FieldOf } from '../../../web/form.tsx';
import { useLanguage, useTexts } from '../../../web/kit/language.tsx';
import { halves } from '../../organiser/words.ts';
import { inWeekOrder, slotName, weekdaysOf } from '../rules.ts';
import { placementTexts } from '../texts.ts';
import type { Placement, Slot } from '../words.ts';
import './week-grid.css';

interface WeekGridProps extends FieldOf<readonly Slot[]> {
  /** The client's other placements during the days asked for: their half-days are taken. */
  readonly others: readonly Placement[];
}

const workdays: readonly Weekday[] = [1, 2, 3, 4, 5];
const weekend: readonly Weekday[] = [6, 7];

/** The half-days of a week to tap; those of other placements are shown as taken, with the place in the way. */
export function WeekGrid({ name, value, change, error, others }: WeekGridProps) {
  const words = useTexts(placementTexts);
  const { language } = useLanguage();
  const id = useId();
  const used = [...value, ...others.flatMap(({ slots }) => slots)].some(({ weekday }) => weekend.includes(weekday));
  const [whole, setWhole] = useState(false);
  const days = whole || used ? [...workdays, ...weekend] : workdays;
  const is =
    (slot: Slot) =>
    ({ weekday, half }: Slot): boolean =>
      weekday === slot.weekday && half === slot.half;
  const toggle = (slot: Slot) =>
    change(value.some(is(slot)) ? value.filter((one) => !is(slot)(one)) : inWeekOrder([...value, slot]));
  const sum = words.summary(weekdaysOf(value).length, value.length);
  return (
    <fieldset className="week-grid" aria-describedby={error ? `${id}-error` : undefined}>
      <legend>{words.week}</legend>
      <p className="muted">{words.weekHelp}</p>
      <table className="week-table">
        <thead>
          <tr>
            <td />
            {days.map((weekday) => (
              <th key={weekday} scope="col">
                <abbr title={weekdayName(weekday, language)} style={{ textDecoration: 'none' }}>
                  {weekdayShort(weekday, language)}
                </abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {halves.map((half) => (
            <tr key={half}>
              <th scope="row">{words.halvesShort[half]}</th>
              {days.map((weekday) => {
                const slot = { weekday, half };
                const taken = others.find(({ slots }) => slots.some(is(slot)));
                const chosen = value.some(is(slot));
                return (
                  <td key={weekday}>
                    <Cell
                      name={name}
                      label={slotName(slot, language)}
                      taken={taken ? words.claimed(taken.place) : null}
                      place={taken?.place ?? ''}
                      chosen={chosen}
                      toggle={() => toggle(slot)}
                      wrong={error !== undefined}
                    />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="muted" aria-live="polite">
        {value.length > 0 && sum}
      </p>
      {!used && !whole && (
        <button type="button" className="week-more" onClick={() => setWhole(true)}>
          {words.weekend}
        </button>
      )}
      {error && (
        <p className="week-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <Claimed others={others} />
    </fieldset>
  );
}

interface CellProps {
  readonly name: string;
  readonly label: string;
  readonly taken: string | null;
  readonly place: string;
  readonly chosen: boolean;
  readonly wrong: boolean;
  readonly toggle: () => void;
}

function Cell({ name, label, taken, place, chosen, wrong, toggle }: CellProps) {
  // What was chosen and then taken by changed days can still be let go.
  const closed = taken !== null && !chosen;
  return (
    <button
      type="button"
      name={name}
      className="week-cell"
      aria-pressed={chosen}
      aria-disabled={taken !== null}
      data-wrong={wrong || undefined}
      aria-label={taken ? `${label}, ${taken}` : label}
      title={taken ?? undefined}
      onClick={() => {
        if (!closed) toggle();
      }}
    >
      {taken !== null && <span className="week-cell-name">{place}</span>}
      {taken === null && chosen && <CheckmarkIcon aria-hidden="true" fontSize="1.375rem" />}
    </button>
  );
}

/** What the taken half-days are taken by, since a small screen has no room for it in the cells. */
function Claimed({ others }: { others: readonly Placement[] }) {
  const words = useTexts(placementTexts);
  const { language } = useLanguage();
  if (others.length === 0) return null;
  return (
    <ul className="week-claimed muted">
      {others.map((one) => (
        <li key={one.id}>
          {words.claimed(one.place)} ({shortSlots(one.slots, language, words.halvesShort)})
        </li>
      ))}
    </ul>
  );
}

function shortSlots(
  slots: readonly Slot[],
  language: Parameters<typeof weekdayShort>[1],
  short: Readonly<Record<Slot['half'], string>>,
): string {
  return slots.map(({ weekday, half }) => `${weekdayShort(weekday, language)} ${short[half]}`).join(', ');
}
