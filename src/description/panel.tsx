import { Button } from '@navikt/ds-react/Button';
import { useState } from 'react';
import type * as figureActs from '../figures/acts.ts';
import { spoken } from '../figures/frame/format-value.ts';
import type { FigureResult } from '../figures/frame/result.ts';
import type { Day } from '../kernel/day.ts';
import { PageLink } from '../web/address.tsx';
import type { PageAddress } from '../web/address-of.ts';
import { apiOf } from '../web/api.ts';
import { Dotted } from '../web/kit/card.tsx';
import { Dialog } from '../web/kit/dialog.tsx';
import { useFormat } from '../web/kit/format.ts';
import { useLanguage, useTexts } from '../web/kit/language.tsx';
import { Answer } from '../web/kit/loading.tsx';
import { Row } from '../web/kit/page.tsx';
import { DataTable } from '../web/kit/table.tsx';
import { overlap } from './print/model.ts';
import { descriptionTexts } from './texts.ts';
import './panel.css';

const { useAsk } = apiOf<typeof figureActs>();

/** Where a figure was asked: the same question opens its cases. */
export interface FigureAsked {
  readonly organiser: string;
  readonly service: string;
  readonly asOf: Day;
  readonly knownAt?: string | undefined;
}

type Part = NonNullable<FigureResult['breakdown']>[number];
type Stated = Pick<FigureResult, 'value' | 'unit' | 'status' | 'longerThan'> & {
  readonly id?: string | undefined;
  readonly key?: string | undefined;
};

/** A value in words; one that is not known says in which way. */
export function useStated(): (figure: Stated) => string {
  const words = useTexts(descriptionTexts);
  const { language } = useLanguage();
  return (figure) => {
    if (figure.status === 'suppressed') return words.suppressed;
    const text = figure.status === 'known' ? spoken(figure, language) : '';
    return text === '' ? words.notRecorded : text;
  };
}

/** A figure of several rates has no number of its own: its classes are what it says. */
export function onlyClasses({ status, value, longerThan, breakdown }: FigureResult): boolean {
  return status === 'known' && value === null && longerThan === undefined && (breakdown?.length ?? 0) > 0;
}

/** Over which days, or on which, a figure speaks. */
export function useWhen(): (figure: Pick<FigureResult, 'period' | 'asOf'>) => string {
  const words = useTexts(descriptionTexts);
  const format = useFormat();
  return ({ period, asOf }) => (period ? words.period(format.range(period)) : words.onDay(format.day(asOf)));
}

/** A figure opened: its definition in words, its period, its classes, and its cases to those who may see them. */
export function FigureDialog({
  figure,
  asked: query,
  clientAt,
  close,
}: {
  figure: FigureResult;
  asked: FigureAsked;
  /** The page of a client among the cases. */
  clientAt: (clientId: string) => PageAddress;
  close: () => void;
}) {
  const words = useTexts(descriptionTexts);
  const stated = useStated();
  const [showing, setShowing] = useState(false);
  const when = useWhen();
  const tables = [
    ...(figure.breakdown ? [{ label: figure.label, parts: figure.breakdown }] : []),
    ...(figure.more ?? []),
  ].filter(({ parts }) => parts.length > 0);
  return (
    <Dialog title={figure.label} close={close} wide>
      <p className="figure-value">
        {!onlyClasses(figure) && <strong>{stated(figure)}</strong>} <span className="muted">{when(figure)}</span>
      </p>
      <p>{figure.definition}</p>
      {figure.reason && <p className="muted">{figure.reason}</p>}
      {tables.map(({ label, parts }) => (
        <Classes key={label} label={label} parts={parts} />
      ))}
      {overlap(figure) && <p className="muted">{words.overlapping}</p>}
      {figure.cases !== null && figure.status === 'known' && <p className="muted">{words.cases(figure.cases)}</p>}
      {showing ? (
        <Cases id={figure.id} asked={query} clientAt={clientAt} />
      ) : (
        figure.status === 'known' &&
        figure.cases !== 0 && (
          <Row>
            <Button size="small" variant="secondary" onClick={() => setShowing(true)}>
              {words.showCases}
            </Button>
          </Row>
        )
      )}
    </Dialog>
  );
}

/** The classes of a breakdown, each with its share where it is one; of how many is said once. */
function Classes({ label, parts }: { label: string; parts: readonly Part[] }) {
  const words = useTexts(descriptionTexts);
  const format = useFormat();
  const stated = useStated();
  const [n] = parts.flatMap((part) => (typeof part.n === 'number' ? [part.n] : []));
  return (
    <DataTable
      caption={label}
      columns={[
        { id: 'label', header: words.classes, cell: (part) => part.label },
        { id: 'value', header: words.count, cell: (part) => stated(part), end: true },
        ...(n === undefined
          ? []
          : [
              {
                id: 'share',
                header: `${words.share} (n = ${format.number(n)})`,
                cell: (part: Part) => (typeof part.share === 'number' ? format.percent(part.share) : ''),
                end: true,
              },
            ]),
      ]}
      rows={parts}
      rowKey={({ key }) => key}
      empty={words.notRecorded}
    />
  );
}

function Cases({
  id,
  asked: query,
  clientAt,
}: {
  id: string;
  asked: FigureAsked;
  clientAt: (clientId: string) => PageAddress;
}) {
  const words = useTexts(descriptionTexts);
  const cases = useAsk('figureCases', {
    id,
    organiser: query.organiser,
    service: query.service,
    asOf: query.asOf,
    ...(query.knownAt ? { knownAt: query.knownAt } : {}),
  });
  return (
    <Answer of={cases}>
      {({ clients, notShown }) => (
        <>
          <DataTable
            caption={words.showCases}
            columns={[
              {
                id: 'name',
                header: words.name,
                cell: ({ clientId, name }) => <PageLink to={clientAt(clientId)}>{name}</PageLink>,
                sort: ({ name }) => name,
              },
            ]}
            rows={clients}
            rowKey={({ clientId }) => clientId}
            empty={words.noCases}
          />
          {notShown === null || notShown > 0 ? (
            <p className="muted">{notShown === null ? words.outside : words.hiddenCases(notShown)}</p>
          ) : null}
        </>
      )}
    </Answer>
  );
}

const partsShown = 5;

/** Those classes that say most in one line, and how many were left out. */
function telling({ breakdown = [], unit }: FigureResult): { shown: readonly Part[]; rest: number } {
  // Who stays where one was tells nothing of moves.
  const known = breakdown.filter(({ key, value }) => {
    const [from, to] = key.split('>');
    return value !== null && value !== 0 && (to === undefined || from !== to);
  });
  const inTime = known.every(({ key }) => /^\d{4}(-\d{2})?$/.test(key));
  const alike = known.every((part) => part.unit === unit);
  // Years and months stay in their order, the latest are shown; unlike things stay as they are told; others go by size.
  const visible = inTime
    ? known.slice(-partsShown)
    : (alike ? known.toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0)) : known).slice(0, partsShown);
  return { shown: visible, rest: known.length - visible.length };
}

/** The largest classes of a figure in one line; the others are counted, and stand in the figure when it is opened. */
export function Parts({ figure }: { figure: FigureResult }) {
  const words = useTexts(descriptionTexts);
  const stated = useStated();
  const { shown: visible, rest } = telling(figure);
  const hidden = figure.breakdown?.some(({ status }) => status === 'suppressed');
  const after = [
    ...(rest > 0 ? [words.moreClasses(rest)] : []),
    ...(hidden ? [words.othersHidden] : []),
    ...(overlap(figure) ? [words.overlapping] : []),
  ];
  if (visible.length === 0 && after.length === 0) return null;
  return (
    <span className="figure-parts">
      <Dotted of={[...visible.map((part) => `${part.label}: ${stated(part)}`), ...after]} />
    </span>
  );
}
