import { type May, signedIn } from '../../platform/act.ts';

/** Colleagues of one's own organiser, to choose a responsible worker among. */
export const workerAccess = { workers: signedIn() } as const satisfies Record<string, May>;
