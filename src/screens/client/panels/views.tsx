import { Button } from '@navikt/ds-react/Button';
import { useState } from 'react';
import { documentsKept, logKept, rightToLog } from '../../../casework/client/rules.ts';
import { day } from '../../../kernel/day.ts';
import { keptTogether } from '../../../kernel/language.ts';
import { Card, Facts } from '../../../web/kit/card.tsx';
import { useFormat } from '../../../web/kit/format.ts';
import { useGoingOn } from '../../../web/kit/going-on.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { Answer } from '../../../web/kit/loading.tsx';
import { DataTable } from '../../../web/kit/table.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import { useAsk } from '../../app/api.ts';
import { clientDesk } from '../texts.ts';
import type { ClientPageData } from './timeline.tsx';

/** Who has looked at the client, from the audit trail. */
export function Views({ clientId }: { clientId: string }) {
  const words = useTexts(clientDesk);
  const format = useFormat();
  const [limit, setLimit] = useState(100);
  const query = useAsk('viewsOfClient', { clientId, limit }, { keep: ['limit'] });
  const goOn = useGoingOn(query.data?.views.length ?? 0, () => setLimit(2000));
  const named = (act: string): string => (act in words.acts ? words.acts[act as keyof typeof words.acts] : act);
  return (
    <Answer of={query}>
      {({ views, total }) => (
        <>
          <RightToLog oldest={views.at(-1)?.lastAt ?? null} />
          <DataTable
            caption={words.views}
            rows={views}
            cut={views.length < total}
            rowKey={(view) => `${view.act} ${view.worker} ${view.lastAt}`}
            empty={words.viewsNone}
            columns={[
              {
                id: 'when',
                header: words.when,
                cell: (view) => format.instant(view.lastAt),
                sort: (view) => view.lastAt,
              },
              {
                id: 'who',
                header: words.viewer,
                cell: (view) => view.worker ?? words.unknownWorker,
                sort: (view) => view.worker,
              },
              {
                id: 'what',
                header: words.act,
                cell: (view) => [named(view.act), words.times(view.times)].filter(Boolean).join(', '),
                sort: (view) => named(view.act),
              },
            ]}
          />
          {views.length < total && (
            <Button size="small" variant="tertiary" onClick={goOn}>
              {words.showMoreViews(total)}
            </Button>
          )}
        </>
      )}
    </Answer>
  );
}

/** What the client is told of the log when asking for it, and how long it is kept; nothing before the act. */
function RightToLog({ oldest }: { oldest: string | null }) {
  const words = useTexts(clientDesk);
  const format = useFormat();
  const today = useToday();
  const right = rightToLog(today);
  if (right === null) return null;
  const until = oldest === null ? null : logKept(day(oldest.slice(0, 10)), today);
  return (
    <p className="muted">
      {words.rightToLog(format.day(right.answerBy), right.yearsBack, right.provisions)}{' '}
      {until && words.logKept(format.day(until))}
    </p>
  );
}

/** Until when the documents of each service task are kept; nothing before the act. */
export function Keeping({ page }: { page: ClientPageData }) {
  const words = useTexts(clientDesk);
  const format = useFormat();
  const today = useToday();
  const had = page.relationships.map(({ id, service, during }) => ({
    service,
    during,
    needEnded: page.exits.some(({ relationshipId, reason }) => relationshipId === id && reason === 'need-ended'),
  }));
  const pending = page.referrals.filter(({ state }) => state === 'pending').map(({ service }) => service);
  const times = documentsKept(had, pending, today);
  if (times.length === 0) return null;
  return (
    <Card title={words.keeping}>
      <Facts
        facts={times.map(({ task, until }) => [
          words.tasks[task],
          until === null ? words.keptForNow : words.keptUntil(format.day(until)),
        ])}
      />
      <p className="muted">{keptTogether(words.keptBy(times[0]?.provision ?? ''))}</p>
    </Card>
  );
}
