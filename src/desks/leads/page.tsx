import { PencilIcon } from '@navikt/aksel-icons';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { lastDay } from '../../kernel/range.ts';
import { PlanLeads } from '../../path/worker/panels/plan-leads.tsx';
import { workerTexts } from '../../path/worker/texts.ts';
import type { GroupLead } from '../../path/worker/words.ts';
import { useFormat } from '../../platform/web/format.ts';
import { useTexts } from '../../platform/web/language.tsx';
import { Answer } from '../../platform/web/loading.tsx';
import { Page } from '../../platform/web/page.tsx';
import { Worklist, type WorklistRow } from '../../platform/web/worklist.tsx';
import { useAsk } from '../api.ts';
import { sessionQuery } from '../session.ts';

/** Who leads which group, until when, and who after that; first those that nobody leads. */
export function LeadsPage() {
  const words = useTexts(workerTexts);
  const session = useQuery(sessionQuery);
  const leads = useAsk('groupLeads', {});
  const [planning, plan] = useState<GroupLead | null>(null);
  const rowOf = useRow(plan);
  return (
    <Page title={words.leads} line={session.data?.organiser.name ?? ''}>
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
    </Page>
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
