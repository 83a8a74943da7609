import { useState } from 'react';
import { assessmentTexts } from '../../casework/assessment/texts.ts';
import { servingTexts } from '../../casework/client/words.ts';
import { decisionTexts } from '../../casework/decision/texts.ts';
import type { CitedKind, CorrectionDays } from '../../casework/decision/words.ts';
import { hearingTexts } from '../../casework/hearing/texts.ts';
import { planTexts } from '../../casework/plan/texts.ts';
import { referralTexts } from '../../casework/referral/texts.ts';
import { zDay } from '../../kernel/day.ts';
import { zRange } from '../../kernel/range.ts';
import { useFormat } from '../../web/kit/format.ts';
import { useTexts } from '../../web/kit/language.tsx';
import { Answer } from '../../web/kit/loading.tsx';
import { DataTable } from '../../web/kit/table.tsx';
import { Tag } from '../../web/kit/tag.tsx';
import { useAsk } from './api.ts';

interface CorrectedSinceProps {
  readonly clientId: string;
  readonly decisionId: string;
  readonly since: CorrectionDays;
  /** What stood before is read by whoever decides such matters. */
  readonly mayRead: boolean;
}

/** That what a decision rests on was corrected after it, and what changed. */
export function CorrectedSince({ clientId, decisionId, since, mayRead }: CorrectedSinceProps) {
  const words = useTexts(decisionTexts);
  const format = useFormat();
  const [open, setOpen] = useState(false);
  if (since.length === 0) return null;
  return (
    <>
      {since.map(({ what, on }) => (
        <p key={what}>
          <Tag tone="warning">{words.afterDecision[what](format.day(on))}</Tag>
        </p>
      ))}
      {mayRead && (
        <details onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{words.whatChanged}</summary>
          {open && <Changes clientId={clientId} decisionId={decisionId} />}
        </details>
      )}
    </>
  );
}

function Changes({ clientId, decisionId }: Pick<CorrectedSinceProps, 'clientId' | 'decisionId'>) {
  const words = useTexts(decisionTexts);
  const format = useFormat();
  const { labelOf, wordsOf } = useFields();
  const query = useAsk('correctedSinceDecision', { clientId, decisionId });
  return (
    <Answer of={query}>
      {({ corrections }) =>
        corrections.map(({ what, madeAt, by, why, fields }) => {
          const rows = fields
            .map(({ field, label, was, now }) => ({
              label: label ?? labelOf(what, field),
              was: wordsOf(field, was),
              now: wordsOf(field, now),
            }))
            .filter(({ was, now }) => was !== now);
          return (
            <DataTable
              key={madeAt}
              caption={`${format.instant(madeAt)} · ${by}: ${why}`}
              rows={rows}
              rowKey={({ label }) => label}
              empty={words.nothingChanged}
              columns={[
                { id: 'field', header: words.changedField, cell: ({ label }) => label },
                { id: 'was', header: words.changedBefore, cell: ({ was }) => was },
                { id: 'now', header: words.changedNow, cell: ({ now }) => now },
              ]}
            />
          );
        })
      }
    </Answer>
  );
}

/** Fields of what was corrected as the forms call them, and what stands in them as it is read. */
function useFields() {
  const format = useFormat();
  const [assessment, hearing] = [useTexts(assessmentTexts), useTexts(hearingTexts)];
  const [plan, referral, serving] = [useTexts(planTexts), useTexts(referralTexts), useTexts(servingTexts)];
  const labels: Readonly<Record<CitedKind, Readonly<Record<string, unknown>>>> = {
    assessment: { ...assessment },
    hearing: { ...hearing, askedOn: hearing.sentOn, notices: serving.toRepresentatives },
    plan: { ...plan, informedOfBenefitsOn: plan.informedOn },
    signature: { ...plan },
    referral: { ...referral },
  };
  const enums: Readonly<Record<string, string>> = {
    ...plan.kinds,
    ...plan.ways,
    ...serving.ways,
    ...assessment.needs,
    ...referral.kinds,
    ...referral.sources,
  };
  const wordsOf = (field: string, value: unknown): string => {
    if (value === null || value === undefined) return '–';
    if (typeof value === 'boolean') return value ? assessment.yes : assessment.no;
    if (typeof value === 'number') return format.number(value);
    if (typeof value === 'string') {
      const day = zDay.safeParse(value);
      if (day.success) return format.day(day.data);
      return isEnum(field) ? (enums[value] ?? value) : value;
    }
    if (Array.isArray(value)) return value.map((one) => wordsOf(field, one)).join(', ');
    const range = zRange.safeParse(value);
    if (range.success) return format.range(range.data);
    const { name, sentOn } = value as { readonly name?: string | null; readonly sentOn?: string | null };
    return [name, sentOn && wordsOf(field, sentOn)].filter(Boolean).join(' ');
  };
  const labelOf = (what: CitedKind, field: string): string => {
    const label = labels[what][field];
    return typeof label === 'string' ? label : field;
  };
  return { labelOf, wordsOf };
}

const isEnum = (field: string) => ['kind', 'source', 'way', 'need'].includes(field);
