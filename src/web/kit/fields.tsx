import '@navikt/ds-css/dist/component/form.min.css';
import { Checkbox, CheckboxGroup } from '@navikt/ds-react/Checkbox';
import { Radio, RadioGroup } from '@navikt/ds-react/Radio';
import { Select } from '@navikt/ds-react/Select';
import { Textarea } from '@navikt/ds-react/Textarea';
import { TextField as AkselTextField } from '@navikt/ds-react/TextField';
import { useId, useState } from 'react';
import { type Cents, parseEuro } from '../../kernel/money.ts';
import type { FieldOf } from '../form.tsx';
import { useTexts } from './language.tsx';
import { type FieldLabel, requiredOf, useLabel } from './text-field.tsx';
import { kit } from './texts.ts';

export interface Option<T extends string = string> {
  readonly value: T;
  readonly label: string;
  readonly description?: string;
}

interface TextAreaProps extends FieldOf<string>, FieldLabel {
  readonly rows?: number;
  readonly maxLength?: number;
}

export function TextArea(props: TextAreaProps) {
  return (
    <Textarea
      size="small"
      name={props.name}
      label={useLabel(props)}
      {...requiredOf(props)}
      description={props.description}
      minRows={props.rows ?? 3}
      {...(props.maxLength === undefined ? {} : { maxLength: props.maxLength })}
      value={props.value}
      error={props.error}
      onChange={(event) => props.change(event.target.value)}
    />
  );
}

interface SelectFieldProps<T extends string> extends FieldOf<T | ''>, FieldLabel {
  readonly options: readonly Option<T>[];
  /** What stands first, when nothing is chosen. */
  readonly none?: string;
}

export function SelectField<T extends string>(props: SelectFieldProps<T>) {
  const words = useTexts(kit);
  return (
    <Select
      size="small"
      name={props.name}
      label={useLabel(props)}
      {...(props.none === undefined ? requiredOf(props) : {})}
      description={props.description}
      value={props.value}
      error={props.error}
      onChange={(event) => props.change(event.target.value as T | '')}
    >
      <option value="">{props.none ?? words.choose}</option>
      {props.options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </Select>
  );
}

function described({ description }: { readonly description?: string }) {
  return description === undefined ? {} : { description };
}

interface RadioFieldProps<T extends string> extends FieldOf<T | ''>, FieldLabel {
  readonly options: readonly Option<T>[];
}

/** One of a few, all of them seen. */
export function RadioField<T extends string>(props: RadioFieldProps<T>) {
  return (
    <RadioGroup
      size="small"
      name={props.name}
      legend={useLabel(props)}
      {...requiredOf(props)}
      description={props.description}
      value={props.value}
      error={props.error}
      onChange={(value: T) => props.change(value)}
    >
      <div className="field-options">
        {props.options.map((option) => (
          <Radio key={option.value} value={option.value} {...described(option)}>
            {option.label}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}

interface CheckFieldProps extends FieldOf<boolean> {
  readonly label: string;
  readonly description?: string;
}

export function CheckField(props: CheckFieldProps) {
  const wrong = useId();
  return (
    <div>
      <Checkbox
        size="small"
        name={props.name}
        {...described(props)}
        {...(props.error === undefined ? {} : { 'aria-describedby': wrong })}
        checked={props.value}
        error={props.error !== undefined}
        onChange={(event) => props.change(event.target.checked)}
      >
        {props.label}
      </Checkbox>
      {/* The set of components tells what is wrong with groups of boxes alone. */}
      {props.error !== undefined && (
        <p id={wrong} className="aksel-error-message">
          {props.error}
        </p>
      )}
    </div>
  );
}

interface ChecksFieldProps<T extends string> extends FieldOf<readonly T[]>, FieldLabel {
  readonly options: readonly Option<T>[];
}

/** Any of a few, such as weekdays. */
export function ChecksField<T extends string>(props: ChecksFieldProps<T>) {
  return (
    <CheckboxGroup
      size="small"
      legend={useLabel(props)}
      description={props.description}
      value={[...props.value]}
      error={props.error}
      onChange={(values: T[]) => props.change(values)}
    >
      <div className="field-options">
        {props.options.map((option) => (
          <Checkbox key={option.value} value={option.value} {...described(option)}>
            {option.label}
          </Checkbox>
        ))}
      </div>
    </CheckboxGroup>
  );
}

interface ReadFieldProps<T> extends FieldOf<T | null>, FieldLabel {
  readonly read: (text: string) => T | null;
  readonly write: (value: T) => string;
  readonly wrong: string;
  readonly inputMode: 'numeric' | 'decimal';
}

/** Text that is read as a value; what cannot be read is told when one leaves the field. */
function ReadField<T>({ read, write, wrong, inputMode, ...props }: ReadFieldProps<T>) {
  const [text, setText] = useState(props.value === null ? '' : write(props.value));
  const [answer, setTold] = useState(false);
  const unread = text.trim() !== '' && read(text) === null;
  return (
    <AkselTextField
      size="small"
      name={props.name}
      inputMode={inputMode}
      autoComplete="off"
      label={useLabel(props)}
      {...requiredOf(props)}
      description={props.description}
      value={text}
      error={props.error ?? (answer && unread ? wrong : undefined)}
      onChange={(event) => {
        const next = event.target.value;
        const value = read(next);
        setText(next);
        props.change(value);
        props.complain(next.trim() !== '' && value === null ? wrong : undefined);
      }}
      onBlur={() => setTold(true)}
    />
  );
}

function readNumber(text: string): number | null {
  const bare = text.trim().replace(',', '.').replace('\u2212', '-');
  return /^-?\d+(\.\d+)?$/.test(bare) ? Number(bare) : null;
}

export function NumberField(props: FieldOf<number | null> & FieldLabel) {
  const words = useTexts(kit);
  const write = (value: number) => String(value).replace('.', ',');
  return <ReadField {...props} read={readNumber} write={write} wrong={words.numberWrong} inputMode="decimal" />;
}

export function EuroField(props: FieldOf<Cents | null> & FieldLabel) {
  const words = useTexts(kit);
  const write = (value: Cents) => (value / 100).toFixed(2).replace('.', ',');
  return <ReadField {...props} read={parseEuro} write={write} wrong={words.euroWrong} inputMode="decimal" />;
}
