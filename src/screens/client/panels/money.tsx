import { ChevronLeftIcon, ChevronRightIcon } from '@navikt/aksel-icons';
import { compensationTexts } from '../../../casework/compensation/texts.ts';
import { addMonths, day, monthOf, startOfMonth } from '../../../kernel/day.ts';
import { useMonthInAddress, WrongMonth } from '../../../web/kit/day-in-address.tsx';
import { useFormat } from '../../../web/kit/format.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { Answer } from '../../../web/kit/loading.tsx';
import { Row } from '../../../web/kit/page.tsx';
import { DataTable } from '../../../web/kit/table.tsx';
import { Tag } from '../../../web/kit/tag.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import { useAsk } from '../../app/api.ts';
import { clientDesk } from '../texts.ts';

/** What the client is owed and charged, a month at a time, line by line. */
export function Money({ clientId }: { clientId: string }) {
  const words = useTexts(clientDesk);
  const { kinds } = useTexts(compensationTexts);
  const format = useFormat();
  const today = useToday();
  const { month: chosen, wrong, set: keep } = useMonthInAddress('month');
  const month = chosen ?? monthOf(startOfMonth(today));
  const step = (months: number) => keep(monthOf(addMonths(day(`${month}-01`), months)));
  const query = useAsk('compensationOf', { clientId, month });
  return (
    <>
      <WrongMonth text={wrong} />
      <Row>
        <button
          type="button"
          className="icon-button"
          aria-label={words.earlier}
          title={words.earlier}
          onClick={() => step(-1)}
        >
          <ChevronLeftIcon aria-hidden="true" />
        </button>
        <strong>{format.month(month)}</strong>
        <button
          type="button"
          className="icon-button"
          aria-label={words.later}
          title={words.later}
          aria-disabled={month >= monthOf(today)}
          onClick={() => month < monthOf(today) && step(1)}
        >
          <ChevronRightIcon aria-hidden="true" />
        </button>
        {query.data && <Tag>{query.data.closed ? words.closed : words.open}</Tag>}
      </Row>
      <Answer of={query}>
        {({ lines, balance }) => (
          <DataTable
            caption={format.month(month)}
            captionHidden
            rows={lines.map((line, n) => ({ ...line, key: `${line.earnedOn} ${line.kind} ${n}` }))}
            rowKey={({ key }) => key}
            empty={words.compensationNone}
            columns={[
              {
                id: 'day',
                header: words.day,
                cell: (line) => format.dayOfWeek(line.earnedOn),
                sort: (line) => line.earnedOn,
              },
              {
                id: 'what',
                header: words.what,
                cell: (line) => [kinds[line.kind], line.place].filter(Boolean).join(', '),
                sort: (line) => kinds[line.kind],
              },
              { id: 'rule', header: words.rule, cell: (line) => line.rule },
              {
                id: 'amount',
                header: words.amount,
                cell: (line) => format.euro(line.amount),
                sort: (line) => line.amount,
                end: true,
              },
            ]}
            foot={{ day: words.total, amount: format.euro(balance) }}
          />
        )}
      </Answer>
    </>
  );
}
