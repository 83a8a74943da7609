import { ArrowLeftIcon } from '@navikt/aksel-icons';
import { type ReactNode, useEffect, useRef } from 'react';
import { PageLink } from '../address.tsx';
import type { PageAddress } from '../address-of.ts';
import { dotted } from './card.tsx';
import { useTexts } from './language.tsx';
import { earlier } from './loading.tsx';
import { SearchOpener } from './search.tsx';
import { kit } from './texts.ts';
import './page.css';

interface PageProps {
  readonly title: string;
  /** What the window is called where the heading names a person: titles stay in histories and on shared screens. */
  readonly windowTitle?: string;
  /** One line that says where one is. */
  readonly line?: ReactNode;
  /** The line is of an answer that was asked for before. */
  readonly lineEarlier?: boolean | undefined;
  /** Buttons that act on the whole page. */
  readonly actions?: ReactNode;
  /** Puts the search beside the heading. */
  readonly search?: boolean;
  /** Where one came from; called by the plain word as long as its own name is on its way. */
  readonly back?: { readonly to: PageAddress; readonly label: string };
  readonly children: ReactNode;
}

let landed = false;

/** One heading, one line, the work itself. Moves the reader's focus to the heading when one comes from another page. */
export function Page({
  title,
  windowTitle = title,
  line,
  lineEarlier,
  actions,
  search = false,
  back,
  children,
}: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const words = useTexts(kit);
  useEffect(() => {
    document.title = `${windowTitle} – Kykypolku`;
  }, [windowTitle]);
  useEffect(() => {
    if (landed) heading.current?.focus({ preventScroll: true });
    landed = true;
  }, []);
  return (
    <div className="page">
      <header className="page-head">
        <div className="page-name">
          {back && (
            <PageLink className="page-back unprinted" to={back.to}>
              <ArrowLeftIcon aria-hidden="true" /> {back.label || words.back}
            </PageLink>
          )}
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {line && (
            <p className="muted" {...earlier(lineEarlier)}>
              {dotted(line)}
            </p>
          )}
        </div>
        {(actions || search) && (
          <div className="page-actions unprinted">
            {search && <SearchOpener />}
            {actions}
          </div>
        )}
      </header>
      {children}
    </div>
  );
}

/** Things beside each other that wrap when there is no room. */
export function Row({ children }: { children: ReactNode }) {
  return <div className="row">{children}</div>;
}

/** Things below each other with the page's space between. */
export function Stack({ children }: { children: ReactNode }) {
  return <div className="stack">{children}</div>;
}
