import '@navikt/ds-css/dist/component/date.min.css';
import '@navikt/ds-css/dist/component/popover.min.css';
import '@navikt/ds-css/dist/component/modal.min.css';
import { DatePicker, useDatepicker } from '@navikt/ds-react/DatePicker';
import { Provider } from '@navikt/ds-react/Provider';
import { enGB, fi, sv } from 'date-fns/locale';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { addYears, type Day, isDay, isNoDay, readDay } from '../../kernel/day.ts';
import type { FieldOf } from '../form.tsx';
import { akselLocales } from './aksel-locales.ts';
import { useFormat } from './format.ts';
import { useLanguage, useTexts } from './language.tsx';
import { type FieldLabel, requiredOf, useLabel } from './text-field.tsx';
import { kit } from './texts.ts';

// Aksel's picker works with the browser's Date at local midnight; days never leave this file as such.
function dateOf(day: Day): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date);
}

function dayOf(date: Date): Day | null {
  const two = (n: number) => String(n).padStart(2, '0');
  const text = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return isDay(text) ? text : null;
}

function within(min: Day | undefined, max: Day | undefined) {
  return { ...(min ? { fromDate: dateOf(min) } : {}), ...(max ? { toDate: dateOf(max) } : {}) };
}

export interface DayFieldProps extends FieldOf<Day | null>, FieldLabel {
  /** The earliest and the latest day that may be chosen. */
  readonly min?: Day | undefined;
  readonly max?: Day | undefined;
  /** The day that counts as today; the calendar opens there. */
  readonly today?: Day | undefined;
}

const datesOf = { fi, sv, en: enGB };
const yearOne = '0001-01-01' as Day;

type PickerProps = DayFieldProps & { readonly field: RefObject<HTMLInputElement | null> };

export function DayPicker(props: PickerProps) {
  const { language } = useLanguage();
  const own = akselLocales[language];
  // How dates are written and read comes with the picker only: no first page has one.
  return (
    <Provider locale={{ ...own, global: { ...own.global, dateLocale: datesOf[language] } }}>
      <Picker {...props} />
    </Provider>
  );
}

function Picker(props: PickerProps) {
  const { min, max, today, value } = props;
  const words = useTexts(kit);
  const format = useFormat();
  const [wrong, setWrong] = useState<string>();
  const sent = useRef(value);
  // The calendar tells of a day that it was given as of one that was chosen.
  const isGiving = useRef(false);
  const written = useRef('');
  const year = today ?? value ?? yearOne;
  const { datepickerProps, inputProps, setSelected } = useDatepicker({
    ...(value ? { defaultSelected: dateOf(value) } : {}),
    ...(today ? { today: dateOf(today) } : {}),
    ...within(min, max),
    inputFormat: 'd.M.yyyy',
    onDateChange: (date) => {
      if (isGiving.current) return;
      sent.current = date ? dayOf(date) : null;
      props.change(sent.current);
    },
    onValidate: ({ isValidDate, isEmpty, isBefore, isAfter }) => {
      let why: string | undefined;
      if (!isValidDate && !isEmpty) {
        const text = written.current.trim();
        const day = readDay(text, year);
        if (min && (isBefore || (day && day < min))) why = words.dayBefore(format.day(min));
        else if (max && (isAfter || (day && day > max))) why = words.dayAfter(format.day(max));
        else if (day === null) why = isNoDay(text, year) ? words.dayNone(text) : words.dayWrong;
      }
      setWrong(why);
      props.complain(why);
    },
  });
  const give = (day: Day | null) => {
    sent.current = day;
    isGiving.current = true;
    setSelected(day ? dateOf(day) : undefined);
    isGiving.current = false;
  };
  // A value set from outside, as when a form is filled in for one. A day kept in the address comes back only after
  // the page has been drawn again: until then the value is the earlier one, and says nothing.
  const seen = useRef(value);
  useEffect(() => {
    if (value === seen.current) return;
    seen.current = value;
    if (value !== sent.current) give(value);
  });

  /** Takes a day that is written otherwise than the calendar reads it: 22.6., with spaces, or as machines write it. */
  const read = (text: string): boolean => {
    const day = readDay(text, year);
    if (day === null || day === sent.current || (min && day < min) || (max && day > max)) return false;
    give(day);
    setWrong(undefined);
    props.complain(undefined);
    props.change(day);
    return true;
  };

  const from = min ?? (today ? addYears(today, -100) : undefined);
  const to = max ?? (today ? addYears(today, 20) : undefined);
  const caption = from && to ? { dropdownCaption: true, ...within(from, to) } : {};
  return (
    <DatePicker {...datepickerProps} {...caption} showWeekNumber={false}>
      <DatePicker.Input
        {...inputProps}
        ref={props.field}
        onChange={(event) => {
          written.current = event.target.value;
          inputProps.onChange?.(event);
        }}
        onBlur={(event) => {
          if (!read(event.target.value)) inputProps.onBlur?.(event);
        }}
        onKeyDown={(event) => {
          // Enter sends the form, which must have what is written.
          if (event.key === 'Enter') read(event.currentTarget.value);
        }}
        size="small"
        name={props.name}
        label={useLabel(props)}
        {...requiredOf(props)}
        description={props.description}
        error={props.error ?? wrong}
        autoComplete="off"
      />
    </DatePicker>
  );
}
