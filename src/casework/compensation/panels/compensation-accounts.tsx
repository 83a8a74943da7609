import { ChevronRightIcon, DownloadIcon } from '@navikt/aksel-icons';
import { type ReactNode, useDeferredValue, useState } from 'react';
import type { InputOf } from '../../../server/act.ts';
import { apiOf } from '../../../web/api.ts';
import { Empty } from '../../../web/kit/empty.tsx';
import { useFormat } from '../../../web/kit/format.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { Answer, Loading, useEarlier } from '../../../web/kit/loading.tsx';
import { DataTable } from '../../../web/kit/table.tsx';
import { Tag } from '../../../web/kit/tag.tsx';
import type * as acts from '../acts.ts';
import { balanceOf } from '../rules.ts';
import { compensationTexts } from '../texts.ts';
import type { LedgerAccount, NamedLine } from '../words.ts';
import './compensation.css';

const { addressOf, useAsk } = apiOf<typeof acts>();

interface AccountsProps {
  readonly label: string;
  readonly accounts: readonly LedgerAccount[];
  readonly empty: string;
  /** Every account shows its lines, as for printing. */
  readonly open: boolean;
  /** Asks for the lines of an account. */
  readonly ask: (key: string) => LinesAsked;
  /** The lines of all accounts, where they are all shown. */
  readonly lines: ReadonlyMap<string, readonly NamedLine[]> | undefined;
  /** The month whose statement each client gets; none for employers. */
  readonly statements?: string;
}

type LinesAsked = InputOf<typeof acts.compensationLines>;

/** Accounts, each with its sums; an account opens to its lines. */
export function CompensationAccounts({ label, accounts, empty, open, ask, lines, statements }: AccountsProps) {
  // The first accounts are drawn at once and the rest when the browser has time.
  const drawn = useDeferredValue(accounts.length, Math.min(accounts.length, 30));
  const earlier = useEarlier();
  if (accounts.length === 0) return <Empty title={empty} />;
  return (
    <ul className="accounts" aria-label={label} aria-busy={drawn < accounts.length} {...earlier}>
      {accounts.slice(0, drawn).map((account) => (
        <AccountOf
          key={`${account.key}${open}`}
          account={account}
          open={open}
          ask={ask}
          lines={lines?.get(account.key)}
          waits={open && !lines}
        >
          {statements && <Statement clientId={account.key} name={account.name} month={statements} />}
        </AccountOf>
      ))}
    </ul>
  );
}

interface AccountProps {
  readonly account: LedgerAccount;
  readonly open: boolean;
  readonly ask: (key: string) => LinesAsked;
  readonly lines: readonly NamedLine[] | undefined;
  /** The lines of all accounts are on their way. */
  readonly waits: boolean;
  readonly children: ReactNode;
}

function AccountOf({ account: { key, name, amount, kinds }, open: first, ask, lines, waits, children }: AccountProps) {
  const words = useTexts(compensationTexts);
  const format = useFormat();
  const [open, setOpen] = useState(first);
  return (
    <li className="account">
      <div className="account-head">
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          <ChevronRightIcon aria-hidden="true" />
          <span className="account-name">{name}</span>
          <span className="account-kinds muted">
            {kinds.map((one) => (
              <span key={one.kind}>
                {words.kinds[one.kind]} {format.euro(one.amount)}
                <small> ({words.days(one.days)})</small>
              </span>
            ))}
          </span>
          <strong className="account-sum">{format.euro(amount)}</strong>
        </button>
        {children}
      </div>
      {open &&
        (lines ? (
          <CompensationLines caption={name} lines={lines} />
        ) : waits ? (
          <Loading />
        ) : (
          <LinesOf asked={ask(key)} caption={name} />
        ))}
    </li>
  );
}

function LinesOf({ asked: query, caption }: { asked: LinesAsked; caption: string }) {
  const answer = useAsk('compensationLines', query);
  return <Answer of={answer}>{({ lines }) => <CompensationLines caption={caption} lines={lines} />}</Answer>;
}

function Statement({ clientId, name, month }: { clientId: string; name: string; month: string }) {
  const words = useTexts(compensationTexts);
  return (
    <a
      className="icon-button unprinted"
      href={addressOf('compensationStatement', { clientId, month })}
      target="_blank"
      rel="noreferrer"
      aria-label={words.pdfOf(name)}
    >
      <DownloadIcon aria-hidden="true" />
    </a>
  );
}

interface LinesProps {
  readonly caption: string;
  readonly lines: readonly NamedLine[];
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
        ...(names ? [{ id: 'name', header: words.client, cell: ({ name }: NamedLine) => name }] : []),
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
              {format.euro(rate)} <span className="muted">{rule}</span>
            </span>
          ),
        },
        { id: 'amount', header: words.amount, cell: ({ amount }) => format.euro(amount), end: true },
      ]}
      foot={{ what: words.balance, amount: format.euro(balanceOf(lines)) }}
    />
  );
}
