import { Fragment, type ReactNode, useId } from 'react';
import { keptTogether } from '../../kernel/language.ts';
import './card.css';

interface CardProps {
  readonly title?: ReactNode;
  /** What can be done with what the card holds. */
  readonly actions?: ReactNode;
  /** Without space around, for lists and tables that have their own. */
  readonly flush?: boolean;
  readonly children: ReactNode;
}

/** A white surface for one thing; with a title it is a region of the page. */
export function Card({ title, actions, flush = false, children }: CardProps) {
  const heading = useId();
  const body = (
    <>
      {(title || actions) && (
        <div className="card-head">
          {title && <h2 id={heading}>{title}</h2>}
          {actions && <div className="card-actions unprinted">{actions}</div>}
        </div>
      )}
      {children}
    </>
  );
  const className = flush ? 'card card-flush' : 'card';
  if (!title) return <div className={className}>{body}</div>;
  return (
    <section className={className} aria-labelledby={heading}>
      {body}
    </section>
  );
}

/** Cards beside each other while there is room; the first is wider where `lead` says so. */
export function Cards({ lead = false, children }: { lead?: boolean; children: ReactNode }) {
  return <div className={lead ? 'cards cards-lead' : 'cards'}>{children}</div>;
}

interface EntryProps {
  readonly title: ReactNode;
  readonly line?: ReactNode;
  /** A tag or a button at the end of the row. */
  readonly end?: ReactNode;
  /** What belongs to the entry and is more than a line. */
  readonly more?: ReactNode;
}

/** Entries of a card, each with a title, a quiet line and something at its end. */
export function Entries({ children }: { children: ReactNode }) {
  return <ul className="entries">{children}</ul>;
}

export function Entry({ title, line, end, more }: EntryProps) {
  return (
    <li className="entry">
      <div className="entry-text">
        <p className="entry-title">{title}</p>
        {line && <p className="muted">{dotted(line)}</p>}
        {more}
      </div>
      {end}
    </li>
  );
}

/** Parts with a dot between those on one line; a line breaks between them, without a dot, and within one only when it is longer than the line. */
export function Dotted({ of }: { of: readonly (string | false | 0 | null | undefined)[] }) {
  const parts = of.filter((part) => typeof part === 'string' && part !== '');
  const at = parts.map((part, n) => ({ part: keptTogether(part as string), key: `${n} ${part as string}` }));
  return (
    <span className="dotted">
      {at.map(({ part, key }, n) => (
        <Fragment key={key}>
          <span className="dotted-part">
            {n > 0 && <span className="dotted-dot">· </span>}
            {part}
          </span>{' '}
        </Fragment>
      ))}
    </span>
  );
}

/** A line of words whose parts have a dot between them. */
export function dotted(line: ReactNode): ReactNode {
  if (typeof line !== 'string') return line;
  const parts = line.split(' · ');
  return parts.length > 1 ? <Dotted of={parts} /> : keptTogether(line);
}

/** Names and values: a person's data, a decision's parts. */
export function Facts({ facts }: { facts: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name} className="fact">
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
