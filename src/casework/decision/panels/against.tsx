import type { FieldsOf } from '../../../web/form.tsx';
import { RadioField, TextArea } from '../../../web/kit/fields.tsx';
import { useTexts } from '../../../web/kit/language.tsx';
import type { HeardState } from '../../hearing/words.ts';
import { decisionTexts } from '../texts.ts';
import { type Unheard, unheardKinds } from '../words.ts';

/** What is typed of why a client is decided against without having been heard. */
export interface UnheardValues {
  readonly unheard: Unheard['ground'] | '';
  readonly unheardBecause: string;
}

/** What is sent: nothing where the decision is not against the client, or the client was heard. */
export function unheardOf(
  { unheard, unheardBecause }: UnheardValues,
  against: boolean,
  heard: HeardState,
): Unheard | null {
  return against && heard !== 'heard' && unheard ? { ground: unheard, because: unheardBecause } : null;
}

interface HeardProps {
  readonly fields: FieldsOf<UnheardValues>;
  readonly heard: HeardState;
}

/** What the law asks before a decision against the client: a hearing, or why there was none. */
export function HeardFields({ fields, heard }: HeardProps) {
  const words = useTexts(decisionTexts);
  if (heard === 'heard') return <p className="muted">{words.heard.heard}</p>;
  return (
    <>
      <p>{words.heard[heard]}</p>
      <RadioField
        {...fields.unheard}
        label={words.unheardGround}
        options={unheardKinds.map((value) => ({ value, label: words.unheardGrounds[value] }))}
      />
      {fields.unheard.value && (
        <TextArea {...fields.unheardBecause} label={words.unheardBecause} rows={3} maxLength={4000} />
      )}
    </>
  );
}

/** The reasons in plain words, which whoever reads easy language is owed. */
export function EasyReasonsField({ fields }: { readonly fields: FieldsOf<{ readonly easyReasons: string }> }) {
  const words = useTexts(decisionTexts);
  return (
    <TextArea
      {...fields.easyReasons}
      label={words.easyReasons}
      description={words.easyReasonsHelp}
      rows={4}
      maxLength={4000}
    />
  );
}
