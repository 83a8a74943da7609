import type { Range } from '../../kernel/range.ts';
import type { Service } from '../../kernel/service.ts';
import { mayBeBoughtFromCompany } from '../../law/act-2001-189.ts';
import type { Provider } from './words.ts';

/** 189/2001 § 6 (§ 13 from 2021): whether a provider of the kind may produce the service in the days; null is the organiser itself. */
export function mayProduce(kind: Provider['kind'] | null, service: Service, during: Range): boolean {
  return service !== 'rehabilitative-work' || kind !== 'company' || mayBeBoughtFromCompany(during);
}
