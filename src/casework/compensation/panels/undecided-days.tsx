import { ExclamationmarkTriangleIcon } from '@navikt/aksel-icons';
import type { Service } from '../../../kernel/service.ts';
import { apiOf } from '../../../web/api.ts';
import { Card } from '../../../web/kit/card.tsx';
import { useFormat } from '../../../web/kit/format.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { Answer } from '../../../web/kit/loading.tsx';
import { DataTable } from '../../../web/kit/table.tsx';
import type * as acts from '../acts.ts';
import { compensationTexts } from '../texts.ts';
import type { Undecided } from '../words.ts';
import './compensation.css';

const { useAsk } = apiOf<typeof acts>();

/** So many clients are shown at once. */
const few = 5;

interface UndecidedProps {
  readonly month: string;
  /** What the services are called. */
  readonly names: Readonly<Record<Service, string>>;
}

/** On which days of a month clients took part without a decision in force, before anybody pays for them. */
export function UndecidedDays({ month, names }: UndecidedProps) {
  const words = useTexts(compensationTexts);
  const query = useAsk('undecidedDays', { month });
  return (
    <Answer of={query}>
      {({ days, clients }) => {
        if (clients.length === 0) return null;
        const persons = new Set(clients.map(({ clientId }) => clientId)).size;
        return (
          <Card
            flush
            title={
              <>
                <ExclamationmarkTriangleIcon aria-hidden="true" /> {words.undecided}
              </>
            }
          >
            <p className="month-undecided">
              <strong>{words.undecidedCount(days, persons)}.</strong> {words.undecidedHelp}
            </p>
            {/* Many at once would push the month's money far down. */}
            <details open={persons <= few}>
              <summary className="month-undecided">{words.showUndecided}</summary>
              <Clients clients={clients} names={names} />
            </details>
          </Card>
        );
      }}
    </Answer>
  );
}

function Clients({ clients, names }: Pick<UndecidedProps, 'names'> & { readonly clients: readonly Undecided[] }) {
  const words = useTexts(compensationTexts);
  const format = useFormat();
  const whyOf = ({ rests }: Undecided) => words.undecidedWhys[rests ? 'over' : 'never'];
  return (
    <DataTable
      caption={words.undecided}
      captionHidden
      name="undecided-sort"
      rows={clients}
      rowKey={({ clientId, service }) => `${clientId} ${service}`}
      empty=""
      columns={[
        { id: 'client', header: words.client, cell: ({ name }) => name, sort: ({ name }) => name },
        {
          id: 'service',
          header: words.service,
          cell: ({ service }) => names[service],
          sort: ({ service }) => names[service],
        },
        { id: 'why', header: words.undecidedWhy, cell: whyOf, sort: whyOf },
        {
          id: 'days',
          header: words.undecidedDays,
          cell: ({ days }) => format.number(days.length),
          sort: ({ days }) => days.length,
          end: true,
        },
      ]}
    />
  );
}
