import { ChevronRightIcon, DownloadIcon } from '@navikt/aksel-icons';
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import { addressOf } from '../../../platform/web/api.ts';
import { Empty } from '../../../platform/web/empty.tsx';
import { useFormat } from '../../../platform/web/format.ts';
import { useTexts } from '../../../platform/web/language.tsx';
import { DataTable } from '../../../platform/web/table.tsx';
import { Tag } from '../../../platform/web/tag.tsx';
import { balanceOf } from '../rules.ts';
import { compensationTexts } from '../texts.ts';
import { type Line, lineKinds } from '../words.ts';
import './compensation.css';

interface AccountsProps {
  readonly label: string;
  readonly lines: readonly Line[];
  /** Whose account a line stands on: the client's, or the employer's. */
  readonly of: (line: Line) => { readonly key: string; readonly name: string };
  readonly empty: string;
  /** Every account shows its lines, as for printing. */
  readonly open: boolean;
  /** The month whose statement each client gets; none for employers. */
  readonly statements?: string;
}

/** Lines gathered to whose they are, each with its sums; an account opens to its lines. */
export function CompensationAccounts({ label, lines, of, empty, open, statements }: AccountsProps) {
  const accounts = useMemo(() => {
    const by = Map.groupBy(lines, (line) => of(line).key);
    return [...by].map(([key, own]) => ({ key, name: own[0] ? of(own[0]).name : '', lines: own }));
  }, [lines, of]);
  // The first accounts are drawn at once and the rest when the browser has time.
  const drawn = useDeferredValue(accounts.length, Math.min(accounts.length, 30));
  if (accounts.length === 0) return <Empty title={empty} />;
  return (
    <ul className="accounts" aria-label={label} aria-busy={drawn < accounts.length}>
      {accounts.slice(0, drawn).map((account) => (
        <Account key={`${account.key}${open}`} account={account} open={open}>
          {statements && <Statement clientId={account.key} name={account.name} month={statements} />}
        </Account>
      ))}
    </ul>
  );
}

interface AccountProps {
  readonly account: { readonly key: string; readonly name: string; readonly lines: readonly Line[] };
  readonly open: boolean;
  readonly children: ReactNode;
}

function Account({ account: { name, lines }, open: first, children }: AccountProps) {
  const words = useTexts(compensationTexts);
  const format = useFormat();
  const [open, setOpen] = useState(first);
  const kinds = lineKinds
    .map((kind) => ({ kind, own: lines.filter((line) => line.kind === kind) }))
    .filter(({ own }) => own.length > 0);
  return (
    <li className="account">
      <div className="account-head">
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          <ChevronRightIcon aria-hidden="true" />
          <span className="account-name">{name}</span>
          <span className="account-kinds quiet">
            {kinds.map(({ kind, own }) => (
              <span key={kind}>
                {words.kinds[kind]} {format.euro(balanceOf(own))}
                <small>
                  {' '}
                  ({words.days(new Set(own.filter(({ reversing }) => !reversing).map(({ earnedOn }) => earnedOn)).size)}
                  )
                </small>
              </span>
            ))}
          </span>
          <strong className="account-sum">{format.euro(balanceOf(lines))}</strong>
        </button>
        {children}
      </div>
      {open && <CompensationLines caption={name} lines={lines} />}
    </li>
  );
}

function Statement({ clientId, name, month }: { clientId: string; name: string; month: string }) {
  const words = useTexts(compensationTexts);
  return (
    <a
      className="icon-button unprinted"
      href={addressOf('compensationStatement', { clientId, month })}
      aria-label={words.pdfOf(name)}
    >
      <DownloadIcon aria-hidden="true" />
    </a>
  );
}

interface LinesProps {
  readonly caption: string;
  readonly lines: readonly Line[];
  /** Names stand in the table when lines are of many clients. */
  readonly names?: boolean;
}

/** Lines one by one: the day, what for, the rate and the rule that the amount came from. */
export function CompensationLines({ caption, lines, names = false }: LinesProps) {
  const words = useTexts(compensationTexts);
  const format = useFormat();
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={lines.map((line, n) => ({ ...line, key: `${n} ${line.clientId} ${line.earnedOn} ${line.kind}` }))}
      rowKey={({ key }) => key}
      empty={words.nothing}
      columns={[
        ...(names ? [{ id: 'name', header: words.client, cell: ({ name }: Line) => name }] : []),
        { id: 'day', header: words.day, cell: ({ earnedOn }) => format.dayOfWeek(earnedOn) },
        {
          id: 'what',
          header: words.what,
          cell: ({ kind, place, reversing, employer }) => (
            <span>
              {[words.kinds[kind], employer, place].filter(Boolean).join(', ')}{' '}
              {reversing && <Tag tone="warning">{words.reversing}</Tag>}
            </span>
          ),
        },
        {
          id: 'rate',
          header: words.rate,
          cell: ({ rate, rule }) => (
            <span>
              {format.euro(rate)} <span className="quiet">{rule}</span>
            </span>
          ),
        },
        { id: 'amount', header: words.amount, cell: ({ amount }) => format.euro(amount), end: true },
      ]}
      foot={{ what: words.balance, amount: format.euro(balanceOf(lines)) }}
    />
  );
}
