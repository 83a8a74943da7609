import { DownloadIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react/Button';
import { apiOf } from '../../../web/api.ts';
import { Card, Facts } from '../../../web/kit/card.tsx';
import { useFormat } from '../../../web/kit/format.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { Answer } from '../../../web/kit/loading.tsx';
import { DataTable } from '../../../web/kit/table.tsx';
import type * as acts from '../acts.ts';
import { participationTexts } from '../texts.ts';
import './participation-card.css';

const { addressOf, useAsk } = apiOf<typeof acts>();

/** What is claimed of the state for a month: the days within the law's most, and by name those that are left out. */
export function StateClaimCard({ month }: { month: string }) {
  const words = useTexts(participationTexts);
  const format = useFormat();
  const query = useAsk('claimOfMonth', { month });
  return (
    <Answer of={query}>
      {({ days, overDays, amount, clients }) => {
        if (clients.length === 0) return null;
        const over = clients.filter((one) => one.over.length > 0);
        return (
          <Card
            title={words.claim}
            actions={
              <Button
                as="a"
                size="small"
                variant="secondary"
                icon={<DownloadIcon aria-hidden="true" />}
                href={addressOf('stateClaimFile', { month })}
                download
              >
                {words.claimFile}
              </Button>
            }
          >
            <div className="participation-claim">
              <p className="muted">{words.claimHelp}</p>
              <Facts
                facts={[
                  [words.clients, format.number(clients.length)],
                  [words.days, format.number(days)],
                  [words.claimed, format.euro(amount)],
                ]}
              />
              {over.length > 0 && (
                <>
                  <p>
                    <strong>{words.overCount(overDays)}.</strong>
                  </p>
                  <DataTable
                    caption={words.daysOver}
                    captionHidden
                    name="over-sort"
                    rows={over}
                    rowKey={({ clientId }) => clientId}
                    empty={words.none}
                    columns={[
                      { id: 'name', header: words.name, cell: ({ name }) => name, sort: ({ name }) => name },
                      {
                        id: 'days',
                        header: words.daysOver,
                        cell: (row) => row.over.map((on) => format.day(on)).join(', '),
                      },
                    ]}
                  />
                </>
              )}
            </div>
          </Card>
        );
      }}
    </Answer>
  );
}
