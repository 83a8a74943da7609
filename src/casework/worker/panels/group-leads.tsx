import { PencilIcon } from '@navikt/aksel-icons';
import { useState } from 'react';
import { lastDay } from '../../../kernel/range.ts';
import { apiOf } from '../../../web/api.ts';
import { useFormat } from '../../../web/kit/format.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { Answer } from '../../../web/kit/loading.tsx';
import { Worklist, type WorklistRow } from '../../../web/kit/worklist.tsx';
import type * as acts from '../acts.ts';
import { workerTexts } from '../texts.ts';
import type { GroupLead } from '../words.ts';
import { PlanLeads } from './plan-leads.tsx';

const { useAsk } = apiOf<typeof acts>();

/** Who leads which group, until when, and who after that; first those that nobody leads. */
export function GroupLeads() {
  const words = useTexts(workerTexts);
  const leads = useAsk('groupLeads', {});
  const [planning, plan] = useState<GroupLead | null>(null);
  const rowOf = useRow(plan);
  return (
    <>
      <Answer of={leads}>
        {({ groups }) => {
          const led = groups.filter(({ leader }) => leader !== null);
          return (
            <Worklist
              label={words.leads}
              groups={[
                {
                  id: 'nobody',
                  heading: words.ledByNobody,
                  rows: groups.filter(({ leader }) => leader === null).map((group) => rowOf(group, true)),
                },
                ...[...Map.groupBy(led, ({ unit }) => unit)].map(([unit, of]) => ({
                  id: unit,
                  heading: unit,
                  rows: of.map((group) => rowOf(group)),
                })),
              ]}
              empty={words.nobody}
            />
          );
        }}
      </Answer>
      {planning && <PlanLeads group={planning} close={() => plan(null)} />}
    </>
  );
}

function useRow(plan: (group: GroupLead) => void): (group: GroupLead, unled?: boolean) => WorklistRow {
  const words = useTexts(workerTexts);
  const format = useFormat();
  return (of, unled = false) => {
    const last = of.during && lastDay(of.during);
    return {
      key: of.groupId,
      name: of.group,
      secondary: unled ? of.unit : of.leader,
      middle: last && words.leadsUntil(format.day(last)),
      tag: unled ? { words: words.nobody, tone: 'warning' } : undefined,
      who: of.next.length > 0 && `${words.next}: ${of.next[0]}`,
      actions: [{ label: `${words.plan}: ${of.group}`, icon: <PencilIcon aria-hidden="true" />, act: () => plan(of) }],
    };
  };
}
