import { type May, onClient } from '../../server/act.ts';
import { ownWorkers } from '../client/words.ts';

/** An official of the matter's service task assesses. */
const assessors = onClient(['official_for'], 'case', ['social-worker']);
/** Those who take the matter forward read the assessment; who instructs at the place does not (457/2024 section 15). */
const readers = onClient(ownWorkers);

export const assessmentAccess = {
  beginAssessment: assessors,
  writeAssessment: assessors,
  correctAssessment: assessors,
  takeBackAssessment: assessors,
  assessmentOf: readers,
  assessmentPaper: readers,
} as const satisfies Record<string, May>;
