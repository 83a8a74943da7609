import type { Day } from '../../kernel/day.ts';
import type { Range } from '../../kernel/range.ts';
import type { Service } from '../../kernel/service.ts';
import { changedByPeriod, takesDaysAway } from '../decision/rules.ts';

/** Whether a new period would end before the service does, which goes to the day or has no end: to shorten it is no going on. */
export function shortensService(
  { service, to }: { readonly service: Service; readonly to: Day | null },
  during: Range,
  standing: Parameters<typeof changedByPeriod>[2],
): boolean {
  const goesPast = during.to !== null && (to === null || to > during.to);
  return goesPast && takesDaysAway({ changesId: changedByPeriod(service, during, standing), during }, standing);
}
