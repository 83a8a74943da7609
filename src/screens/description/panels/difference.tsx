import type { ReactNode } from 'react';
import { useStated } from '../../../description/panel.tsx';
import { descriptionTexts } from '../../../description/texts.ts';
import { spoken } from '../../../figures/frame/format-value.ts';
import type { FigureResult } from '../../../figures/frame/result.ts';
import { useFormat } from '../../../web/kit/format.ts';
import { useLanguage, useTexts } from '../../../web/kit/language.tsx';

/** A figure, or a class of one, as one side of a comparison has it. */
export type Compared = Pick<FigureResult, 'value' | 'unit' | 'status' | 'longerThan'> & {
  readonly id?: string;
  readonly key?: string;
  readonly share?: number | null | undefined;
  readonly breakdown?: FigureResult['breakdown'];
};

const shareOf = ({ unit, share }: Compared) => (unit !== 'share' && typeof share === 'number' ? share : null);

/** A value of one side, a class with its share of the whole. */
export function useValue(): (of: Compared | undefined) => ReactNode {
  const stated = useStated();
  const format = useFormat();
  return (of) => {
    if (!of) return <span className="muted">–</span>;
    // Its classes, below, are what it says.
    if (of.value === null && of.longerThan === undefined && of.breakdown && of.breakdown.length > 0) return '';
    if (of.status !== 'known' || of.value === null) return <span className="muted">{stated(of)}</span>;
    const share = shareOf(of);
    return (
      <>
        {stated(of)}
        {share !== null && <span className="muted"> ({format.percent(share, 0)})</span>}
      </>
    );
  };
}

/** The second less the first: shares by their points, a class by its share of the whole, everything else by its number. */
export function useDifference(): (one: Compared | undefined, two: Compared | undefined) => ReactNode {
  const words = useTexts(descriptionTexts);
  const format = useFormat();
  const { language } = useLanguage();
  const signed = (n: number, text: string) => `${n > 0 ? '+' : '−'}${text}`;
  return (one, two) => {
    const [a, b] = [one?.value ?? null, two?.value ?? null];
    if (a === null || b === null || !one || !two)
      return (
        <span className="muted">
          <span aria-hidden="true">–</span>
          <span className="visually-hidden">{words.notComparable}</span>
        </span>
      );
    const points = one.unit === 'share' ? [a, b] : [shareOf(one), shareOf(two)];
    const [p, q] = points;
    if (typeof p === 'number' && typeof q === 'number') {
      const change = Math.round((q - p) * 1000) / 10;
      return change === 0 ? words.same : signed(change, words.points(format.number(Math.abs(change))));
    }
    const change = b - a;
    if (Math.abs(change) < 1e-9) return words.same;
    return signed(change, spoken({ ...one, longerThan: undefined, value: Math.abs(change) }, language));
  };
}
