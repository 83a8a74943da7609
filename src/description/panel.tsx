import { Button } from '@navikt/ds-react/Button';
import { useState } from 'react';
import type * as figureActs from '../figures/acts.ts';
import type { FigureResult } from '../figures/result.ts';
import { spoken } from '../figures/spoken.ts';
import type { Day } from '../kernel/day.ts';
import { PageLink } from '../platform/web/address.tsx';
import { apiOf } from '../platform/web/api.ts';
import { Dialog } from '../platform/web/dialog.tsx';
import { useFormat } from '../platform/web/format.ts';
import { useLanguage, useTexts } from '../platform/web/language.tsx';
import { Answer } from '../platform/web/loading.tsx';
import { DataTable } from '../platform/web/table.tsx';
import { descriptionTexts } from './texts.ts';

const { useAsk } = apiOf<typeof figureActs>();

/** Where a figure was asked: the same question opens its cases. */
export interface FigureAsked {
  readonly organiser: string;
  readonly service: string;
  readonly asOf: Day;
  readonly knownAt?: string | undefined;
}

type Stated = Pick<FigureResult, 'value' | 'unit' | 'status' | 'longerThan'>;

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

/** A figure opened: its definition in words, its period, its classes, and its cases to those who may see them. */
export function FigureDialog({
  figure,
  asked,
  close,
}: {
  figure: FigureResult;
  asked: FigureAsked;
  close: () => void;
}) {
  const words = useTexts(descriptionTexts);
  const format = useFormat();
  const stated = useStated();
  const [showing, setShowing] = useState(false);
  const when = figure.period
    ? words.period(format.range({ from: figure.period.from, to: figure.period.to }))
    : words.onDay(format.day(figure.asOf));
  const tables = [
    ...(figure.breakdown ? [{ label: figure.label, parts: figure.breakdown }] : []),
    ...(figure.more ?? []),
  ];
  return (
    <Dialog title={figure.label} close={close} wide>
      <p className="figure-value">
        <strong>{stated(figure)}</strong> <span className="quiet">{when}</span>
      </p>
      <p>{figure.definition}</p>
      {figure.reason && <p className="quiet">{figure.reason}</p>}
      {tables.map(({ label, parts }) => (
        <DataTable
          key={label}
          caption={label}
          columns={[
            { id: 'label', header: words.figures, cell: (part) => part.label },
            { id: 'value', header: words.count, cell: (part) => stated(part), end: true },
            {
              id: 'share',
              header: words.share,
              cell: (part) =>
                part.share === null || part.share === undefined
                  ? ''
                  : `${format.percent(part.share)} (n = ${part.n ?? ''})`,
              end: true,
            },
          ]}
          rows={parts}
          rowKey={({ key }) => key}
          empty={words.notRecorded}
        />
      ))}
      {figure.cases !== null && figure.status === 'known' && <p className="quiet">{words.cases(figure.cases)}</p>}
      {showing ? (
        <Cases id={figure.id} asked={asked} />
      ) : (
        figure.status === 'known' &&
        figure.cases !== 0 && (
          <Button size="small" variant="secondary" onClick={() => setShowing(true)}>
            {words.showCases}
          </Button>
        )
      )}
    </Dialog>
  );
}

function Cases({ id, asked }: { id: string; asked: FigureAsked }) {
  const words = useTexts(descriptionTexts);
  const cases = useAsk('figureCases', {
    id,
    organiser: asked.organiser,
    service: asked.service,
    asOf: asked.asOf,
    ...(asked.knownAt ? { knownAt: asked.knownAt } : {}),
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
                cell: ({ clientId, name }) => <PageLink to={`/clients/${clientId}`}>{name}</PageLink>,
                sort: ({ name }) => name,
              },
            ]}
            rows={clients}
            rowKey={({ clientId }) => clientId}
            empty={words.noCases}
          />
          {notShown === null || notShown > 0 ? (
            <p className="quiet">{notShown === null ? words.outside : words.hiddenCases(notShown)}</p>
          ) : null}
        </>
      )}
    </Answer>
  );
}
