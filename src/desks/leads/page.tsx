import { Button } from '@navikt/ds-react/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { lastDay } from '../../kernel/range.ts';
import { PlanLeads } from '../../path/worker/panels/plan-leads.tsx';
import { workerTexts } from '../../path/worker/texts.ts';
import type { GroupLead } from '../../path/worker/words.ts';
import { Card } from '../../platform/web/card.tsx';
import { useFormat } from '../../platform/web/format.ts';
import { useTexts } from '../../platform/web/language.tsx';
import { Answer } from '../../platform/web/loading.tsx';
import { Page } from '../../platform/web/page.tsx';
import { DataTable } from '../../platform/web/table.tsx';
import { useAsk } from '../api.ts';
import { sessionQuery } from '../session.ts';

/** Who leads which group, until when, and who after that. */
export function LeadsPage() {
  const words = useTexts(workerTexts);
  const format = useFormat();
  const session = useQuery(sessionQuery);
  const leads = useAsk('groupLeads', {});
  const [planning, plan] = useState<GroupLead | null>(null);
  const until = ({ during }: GroupLead) => {
    const last = during && lastDay(during);
    return last ? format.day(last) : '';
  };
  return (
    <Page title={words.leads} line={session.data?.organiser.name ?? ''}>
      <Answer of={leads}>
        {({ groups }) => (
          <Card flush>
            <DataTable
              caption={words.leads}
              captionHidden
              rows={groups}
              rowKey={({ groupId }) => groupId}
              empty={words.nobody}
              columns={[
                {
                  id: 'group',
                  header: words.group,
                  cell: ({ group, unit }) => `${unit} · ${group}`,
                  sort: ({ group, unit }) => `${unit} ${group}`,
                },
                {
                  id: 'leader',
                  header: words.leader,
                  cell: ({ leader }) => leader ?? words.nobody,
                  sort: ({ leader }) => leader,
                },
                { id: 'until', header: words.until, cell: until, sort: ({ during }) => during?.to ?? null },
                { id: 'next', header: words.next, cell: ({ next }) => next.join(', ') },
                {
                  id: 'plan',
                  header: words.plan,
                  cell: (group) => (
                    <Button size="small" variant="tertiary" onClick={() => plan(group)}>
                      {words.plan}
                      <span className="unseen"> {group.group}</span>
                    </Button>
                  ),
                },
              ]}
            />
          </Card>
        )}
      </Answer>
      {planning && <PlanLeads group={planning} close={() => plan(null)} />}
    </Page>
  );
}
