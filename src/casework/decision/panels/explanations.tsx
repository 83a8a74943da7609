import type { FieldsOf } from '../../../web/form.tsx';
import { TextArea } from '../../../web/kit/fields.tsx';
import { useTexts } from '../../../web/kit/language.tsx';
import { decisionTexts } from '../texts.ts';
import { type ExplainedKind, type Explanations, explainedKinds } from '../words.ts';

/** What is typed of each thing that a decision must explain, by the field's address. */
export type ExplanationValues = { readonly [Kind in ExplainedKind as `explanations.${Kind}`]: string };

/** What stands in the fields at first: what was presented, or nothing. */
export function explanationValues(proposed: Explanations = {}): ExplanationValues {
  return Object.fromEntries(
    explainedKinds.map((kind) => [`explanations.${kind}`, proposed[kind] ?? '']),
  ) as ExplanationValues;
}

/** What is sent: what the form asks for, and nothing that it no longer shows. */
export function explanationsOf(values: ExplanationValues, due: readonly ExplainedKind[]): Explanations {
  return Object.fromEntries(
    due.flatMap((kind) => {
      const because = values[`explanations.${kind}`].trim();
      return because === '' ? [] : [[kind, because]];
    }),
  );
}

interface ExplanationsProps {
  readonly fields: FieldsOf<ExplanationValues>;
  readonly due: readonly ExplainedKind[];
  /** Why the client is outside the group of the act. */
  readonly outside: readonly string[];
}

/** Asks why, for each thing that is out of the ordinary in the decision as it stands in the form. */
export function ExplanationFields({ fields, due, outside }: ExplanationsProps) {
  const words = useTexts(decisionTexts);
  return due.map((kind) => (
    <TextArea
      key={kind}
      {...fields[`explanations.${kind}`]}
      label={words.explained[kind]}
      description={[...(kind === 'outsideGroup' ? outside : []), words.explainedHelp].join(' ')}
      rows={2}
      maxLength={4000}
    />
  ));
}
