/** How large a paper may be and how long its setting may take; how many are set at once and how many may wait. */
export interface PressLimits {
  readonly pages: number;
  readonly milliseconds: number;
  readonly threads: number;
  readonly waiting: number;
  readonly waitingMilliseconds: number;
}

/**
 * An act holds its connection to the database while its paper is set: threads and waiting together stay below the
 * connections of the pool, so that everybody else is still served.
 */
export const pressLimits: PressLimits = {
  pages: 200,
  milliseconds: 20_000,
  threads: 2,
  waiting: 6,
  waitingMilliseconds: 15_000,
};

const titles = {
  'paper-too-long': 'The paper is too long to print.',
  'paper-too-slow': 'Setting the paper took too long.',
  'papers-busy': 'Too many papers are being printed just now.',
} as const;
export type PaperLimitCode = keyof typeof titles;

/** A paper that would keep others waiting is not printed; who asked for it is told why. */
export class PaperLimit extends Error {
  readonly code: PaperLimitCode;

  constructor(code: PaperLimitCode) {
    super(titles[code]);
    this.name = 'PaperLimit';
    this.code = code;
  }
}

const signsOnLine = 90;
const linesOnPage = 40;

/** At least how many pages the texts of a paper fill, told without setting them. */
export function roughPages(value: unknown): number {
  return linesOf(value) / linesOnPage;
}

function linesOf(value: unknown): number {
  if (typeof value === 'string')
    return value
      .split('\n')
      .reduce((lines, line) => lines + (line.trim() ? Math.ceil(line.length / signsOnLine) : 0), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce((lines: number, part) => lines + linesOf(part), 0);
}
