import { Button } from '@navikt/ds-react/Button';
import { useState } from 'react';
import { useFormat } from '../../../web/kit/format.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { Answer } from '../../../web/kit/loading.tsx';
import { DataTable } from '../../../web/kit/table.tsx';
import { useAsk } from '../../app/api.ts';
import { clientDesk } from '../texts.ts';

/** Who has looked at the client, from the audit trail. */
export function Views({ clientId }: { clientId: string }) {
  const words = useTexts(clientDesk);
  const format = useFormat();
  const [limit, setLimit] = useState(100);
  const query = useAsk('viewsOfClient', { clientId, limit }, { keep: true });
  const named = (act: string): string => (act in words.acts ? words.acts[act as keyof typeof words.acts] : act);
  return (
    <Answer of={query}>
      {({ views, total }) => (
        <>
          <DataTable
            caption={words.views}
            rows={views}
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
            <Button size="small" variant="tertiary" onClick={() => setLimit(2000)}>
              {words.showMoreViews(total)}
            </Button>
          )}
        </>
      )}
    </Answer>
  );
}
