import { useState } from 'react';
import { addDays, type Day } from '../../../kernel/day.ts';
import { laterEnd, overlaps } from '../../../kernel/range.ts';
import type { OutputOf } from '../../../server/act.ts';
import { apiOf } from '../../../web/api.ts';
import { FieldRow, type FieldsOf, Form, useForm } from '../../../web/form.tsx';
import { useAskedFor } from '../../../web/kit/asked-for.ts';
import { ComboField } from '../../../web/kit/combobox.tsx';
import { DayField } from '../../../web/kit/date.tsx';
import { CheckField, NumberField, type Option, TextArea } from '../../../web/kit/fields.tsx';
import { useFormat } from '../../../web/kit/format.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { useLookedFor, withChosen } from '../../../web/kit/looked-for.ts';
import { TimeField } from '../../../web/kit/time-field.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import { noGroundForMeal } from '../../decision/rules.ts';
import type * as acts from '../acts.ts';
import { fullWeekOn, overCapacity, weekLimits } from '../rules.ts';
import { placementTexts } from '../texts.ts';
import type { Placement, Slot, TakingPart } from '../words.ts';
import { WeekGrid } from './week-grid.tsx';

const { useAsk, useDo } = apiOf<typeof acts>();

type Choices = OutputOf<typeof acts.placementChoices>;

export interface PartValues {
  readonly slots: readonly Slot[];
  readonly startsAt: string;
  readonly endsAt: string;
  readonly hoursADay: number | null;
  readonly tasks: string;
  readonly meal: boolean;
}

/** What is sent of how a client takes part: every field, since one left out would be taken away by the next change. */
export function sentPart(values: PartValues): TakingPart {
  const { slots, startsAt, endsAt, hoursADay, tasks, meal } = values;
  return {
    slots: [...slots],
    startsAt: startsAt || null,
    endsAt: endsAt || null,
    hoursADay,
    tasks: tasks.trim() || null,
    meal,
  };
}

interface PartFieldsProps {
  readonly form: { readonly fields: FieldsOf<PartValues> };
  readonly service: Placement['service'];
  readonly from: Day;
  /** Meals are charged at centres. */
  readonly mayHaveMeal: boolean;
  readonly others: readonly Placement[];
}

/** The half-days, times, tasks and meal of a placement. */
export function PartFields({ form, service, from, mayHaveMeal, others }: PartFieldsProps) {
  const words = useTexts(placementTexts);
  const { fields } = form;
  const limits = weekLimits(service, from);
  const fullWeek = fullWeekOn(service, from);
  const noGround = noGroundForMeal(service, { provisions: [], birthOn: null }, from);
  return (
    <>
      <WeekGrid {...fields.slots} others={others} />
      {limits && (
        <p className="muted">{words.lawWeek(limits.fewestDaysAWeek, limits.mostDaysAWeek, limits.fewestHoursADay)}</p>
      )}
      {fullWeek && <p className="muted">{words.fullWeek(fullWeek.days, fullWeek.provision)}</p>}
      <FieldRow>
        <TimeField {...fields.startsAt} label={words.startsAt} optional />
        <TimeField {...fields.endsAt} label={words.endsAt} optional />
        {limits && <NumberField {...fields.hoursADay} label={words.hoursADay} />}
      </FieldRow>
      <TextArea {...fields.tasks} label={words.tasks} optional rows={2} />
      {mayHaveMeal && <CheckField {...fields.meal} label={words.meal} />}
      {mayHaveMeal && fields.meal.value && noGround && <p className="muted">{words.noGroundForMeal(noGround)}</p>}
    </>
  );
}

interface PlaceFormProps {
  readonly clientId: string;
  readonly choices: Choices;
  readonly done: (placementId: string, atWorkplace: boolean) => void;
  readonly cancel: () => void;
}

/** Workplaces to choose from: all of them, or where these are too many to offer at once, those that what is typed finds. */
function useSites(clientId: string, { relationship, workplaces, workplacesInAll }: Choices, typed: string) {
  const areCut = workplacesInAll > workplaces.length;
  const { text, isAsked, isSearching } = useLookedFor(typed, areCut);
  // Beside the choices of the form: where it does not come, what was typed in the form stays.
  const matches = useAsk(
    'placementChoices',
    { clientId, relationshipId: relationship.id, text },
    { when: isAsked, keep: ['text'] },
  );
  return {
    list: isAsked ? (matches.data?.workplaces ?? workplaces) : workplaces,
    areCut,
    searching: isSearching(matches),
  };
}

/** Places a client in a group or at a workplace, on half-days of the week, from a day on. */
export function PlaceForm({ clientId, choices, done, cancel }: PlaceFormProps) {
  const words = useTexts(placementTexts);
  const format = useFormat();
  const toast = useToast();
  const today = useToday();
  const { relationship, groups } = choices;
  const [text, search] = useState('');
  const sites = useSites(clientId, choices, text.trim());
  const [chosenSite, chooseSite] = useState<Choices['workplaces'][number]>();
  const workplaces = withChosen(sites.list, chosenSite);
  const place = useDo('place');
  const first = laterEnd(relationship.during.from, today) as Day;
  const form = useForm({
    initial: {
      where: '',
      slots: [] as readonly Slot[],
      startsAt: '',
      endsAt: '',
      hoursADay: null as number | null,
      tasks: '',
      meal: false,
      from: first as Day | null,
      last: null as Day | null,
      outsideBecause: '',
    },
    check: ({ where, slots }) => [
      ...(where === '' ? [{ field: 'where', message: words.whereMissing }] : []),
      ...(slots.length === 0 ? [{ field: 'slots', message: words.slotsMissing }] : []),
    ],
    send: (values) => {
      const { where, from, last, outsideBecause } = values;
      const group = groups.some(({ id }) => id === where);
      return place.mutateAsync({
        clientId,
        relationshipId: relationship.id,
        groupId: group ? where : null,
        workplaceId: group ? null : where,
        from: from as Day,
        to: last && addDays(last, 1),
        outsideBecause: outsideBecause.trim() || null,
        ...sentPart(values),
      });
    },
    done: ({ placementId, groupFull, limitBrokenOn }, { where }) => {
      const matches = [...groups, ...workplaces].find(({ id }) => id === where);
      const answer = { done: words.placed(matches?.name ?? '') };
      const warned = [groupFull && words.placedFull, limitBrokenOn && words.limitBroken(format.day(limitBrokenOn))];
      const next = warned.filter(Boolean).join(' ');
      toast(next ? { ...answer, next } : answer);
      done(
        placementId,
        workplaces.some(({ id }) => id === where),
      );
    },
  });
  const { where, from, last } = form.values;
  const group = groups.find(({ id }) => id === where);
  const during = { from: from ?? first, to: last && last >= (from ?? first) ? addDays(last, 1) : null };
  const others = choices.placements.filter((one) => overlaps(one.during, during));
  const options: Option[] = [
    ...groups.map(({ id, name, unit, taken, capacity }) => ({
      value: id,
      label: `${unit}, ${name} (${capacity === null ? words.taken(taken) : words.room(taken, capacity)})`,
    })),
    ...workplaces.map(({ id, name, employer }) => ({
      value: id,
      label: name === employer ? name : `${name}, ${employer}`,
    })),
  ];
  // It is asked once the refusal has told why.
  const isOutside = useAskedFor(form, 'outsideBecause');
  return (
    <Form form={form} submit={words.place} cancel={cancel}>
      <ComboField
        {...form.field('where')}
        change={(chosen) => {
          form.set('where', chosen);
          const site = workplaces.find(({ id }) => id === chosen);
          const tasks = site?.tasks;
          chooseSite(site);
          if (tasks && form.values.tasks === '') form.set('tasks', tasks);
          form.set('meal', groups.find(({ id }) => id === chosen)?.meal ?? false);
        }}
        label={words.where}
        options={options}
        search={search}
        searching={sites.searching}
        description={
          group && overCapacity(group.capacity, group.taken + 1)
            ? words.full
            : sites.areCut
              ? words.moreByName(choices.workplaces.length, choices.workplacesInAll)
              : undefined
        }
      />
      <FieldRow>
        <DayField
          {...form.field('from')}
          label={words.from}
          today={today}
          min={relationship.during.from}
          max={relationship.during.to ? addDays(relationship.during.to, -1) : undefined}
        />
        <DayField
          {...form.field('last')}
          label={words.until}
          description={words.untilHelp}
          today={today}
          optional
          min={from ?? relationship.during.from}
        />
      </FieldRow>
      <PartFields
        form={form}
        service={relationship.service}
        from={during.from}
        mayHaveMeal={group !== undefined}
        others={others}
      />
      {isOutside && (
        <TextArea {...form.field('outsideBecause')} label={words.outsideBecause} rows={2} maxLength={4000} />
      )}
    </Form>
  );
}
