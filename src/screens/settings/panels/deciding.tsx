import { organiserTexts } from '../../../casework/organiser/texts.ts';
import type { deciding } from '../../../casework/worker/acts.ts';
import { workerTexts } from '../../../casework/worker/texts.ts';
import type { OutputOf } from '../../../server/act.ts';
import { PageLink } from '../../../web/address.tsx';
import { Card } from '../../../web/kit/card.tsx';
import { useFormat } from '../../../web/kit/format.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { Answer } from '../../../web/kit/loading.tsx';
import { DataTable } from '../../../web/kit/table.tsx';
import { Tag } from '../../../web/kit/tag.tsx';
import { useAsk } from '../../app/api.ts';
import { pageAt } from '../../app/pages.ts';

type Row = OutputOf<typeof deciding>['services'][number];

/** Who decides on each service, and on which days of the next year nobody does. */
export function DecidingPart() {
  const words = useTexts(workerTexts);
  const query = useAsk('deciding', {});
  return (
    <Answer of={query}>
      {({ services }) => {
        const lacking = services.filter(({ gaps }) => gaps.length > 0).length;
        return (
          <>
            <p role="status">
              {lacking > 0 ? <Tag tone="danger">{words.gaps(lacking)}</Tag> : <Tag tone="success">{words.noGaps}</Tag>}
            </p>
            <Card flush>
              <DecidingTable services={services} />
            </Card>
          </>
        );
      }}
    </Answer>
  );
}

function DecidingTable({ services }: { services: readonly Row[] }) {
  const words = useTexts(workerTexts);
  const { services: names } = useTexts(organiserTexts);
  const format = useFormat();
  const citeOf = (row: Row, provision: string) => row.provisions.find(({ id }) => id === provision)?.cite ?? provision;
  return (
    <DataTable
      caption={words.deciders}
      rows={services}
      rowKey={({ service }) => service}
      empty={words.nobodyDecides}
      columns={[
        {
          id: 'service',
          header: words.service,
          cell: ({ service }) => names[service],
          sort: ({ service }) => names[service],
        },
        {
          id: 'deciders',
          header: words.deciders,
          cell: (row) => (
            <div>
              {row.deciders.map((one) => (
                <span key={one.id} className="setup-line">
                  <PageLink to={pageAt('/setup/workers/$workerId', { workerId: one.workerId })}>{one.name}</PageLink>{' '}
                  <span className="muted">
                    {[
                      format.range(one.during),
                      one.delegation,
                      one.provision && words.onlyByOf(citeOf(row, one.provision)),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </span>
              ))}
              {row.gaps.map((gap) => (
                <span key={gap.from} className="setup-line">
                  <Tag tone="danger">{words.gap(format.range(gap))}</Tag>
                </span>
              ))}
            </div>
          ),
        },
      ]}
    />
  );
}
