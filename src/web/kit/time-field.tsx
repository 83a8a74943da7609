import '@navikt/ds-css/dist/component/form.min.css';
import { TextField as AkselTextField } from '@navikt/ds-react/TextField';
import { useState } from 'react';
import { withoutPaste } from '../../kernel/pasted.ts';
import type { FieldOf } from '../form.tsx';
import { useFormat } from './format.ts';
import { useTexts } from './language.tsx';
import { type FieldLabel, requiredOf, useLabel } from './text-field.tsx';
import { kit } from './texts.ts';

const lastHour = 23;
const lastMinute = 59;

/** A time of day as one types it (9, 9.30, 09:30, 930); null where the text is none. */
export function readTime(text: string): string | null {
  const bare = withoutPaste(text);
  const [, hour = '', minute = '00'] =
    /^(\d{1,2})(?:[.:]([0-5]\d))?$/.exec(bare) ?? /^(\d{1,2})([0-5]\d)$/.exec(bare) ?? [];
  if (hour === '' || Number(hour) > lastHour || Number(minute) > lastMinute) return null;
  return `${hour.padStart(2, '0')}:${minute}`;
}

/** A time of day as the page's language writes it, whatever the browser's is. */
export function TimeField(props: FieldOf<string> & FieldLabel) {
  const words = useTexts(kit);
  const format = useFormat();
  const [text, setText] = useState(props.value === '' ? '' : format.time(props.value));
  const [answer, setTold] = useState(false);
  const unread = text.trim() !== '' && readTime(text) === null;
  return (
    <AkselTextField
      size="small"
      name={props.name}
      inputMode="decimal"
      autoComplete="off"
      label={useLabel(props)}
      {...requiredOf(props)}
      description={props.description}
      value={text}
      error={props.error ?? (answer && unread ? words.timeWrong : undefined)}
      onChange={(event) => {
        const next = event.target.value;
        setText(next);
        props.change(readTime(next) ?? '');
        props.complain(next.trim() !== '' && readTime(next) === null ? words.timeWrong : undefined);
      }}
      onBlur={() => {
        setTold(true);
        const time = readTime(text);
        if (time) setText(format.time(time));
      }}
    />
  );
}
