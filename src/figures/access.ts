import { type May, signedIn } from '../server/act.ts';

/** Every worker may count: within one's own organiser exactly, of others what tells of nobody. The cases are row-level security's matter. */
export const figuresAccess = {
  listFigures: signedIn(),
  computeFigure: signedIn('figures'),
  figureCases: signedIn('case'),
} as const satisfies Record<string, May>;
