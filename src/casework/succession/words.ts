// Who is competent on a day: by the law, and by which tasks passed to whom.
// Takes organisers from above.
// Leaves below the days on which an organiser may receive and decide.

import { z } from 'zod';
import type { Day } from '../../kernel/day.ts';
import { zRange } from '../../kernel/range.ts';
import { type Service, zService } from '../../kernel/service.ts';
import type { Refusable } from '../../server/act.ts';
import type { organiserKinds } from '../organiser/words.ts';

/** On which days the organiser is competent in a service; null for one that never is. */
export const zCompetence = z.object({ service: zService, during: zRange.nullable() });

/** What competence follows from: the kind of body, its municipalities, and which tasks it passed on and when. */
export interface CompetenceFacts {
  readonly kind: (typeof organiserKinds)[number];
  readonly municipalityCodes: readonly string[];
  readonly passedOn: readonly { readonly fromOn: Day; readonly services: readonly Service[] | null }[];
}

/** Said wherever something is received, decided or begun on a day on which the task is another organiser’s. */
export const notCompetent = {
  status: 409,
  fi: 'Järjestäjä ei ole sinä päivänä toimivaltainen: tehtävä kuuluu lain mukaan toiselle järjestäjälle',
  sv: 'Anordnaren är inte behörig den dagen: uppgiften hör enligt lag till en annan anordnare',
  en: 'The organiser is not competent on that day: by law the task is another organiser’s',
} as const satisfies Refusable;
