import type { Day } from '../../kernel/day.ts';
import type { Language } from '../../kernel/language.ts';
import { ceasedBy, municipalityNumbered } from '../../kernel/municipality.ts';
import type { Range } from '../../kernel/range.ts';
import type { Service } from '../../kernel/service.ts';
import { mayBeBoughtFromCompany } from '../../law/act-2001-189.ts';
import type { Provider } from './words.ts';

/** 189/2001 § 6 (§ 13 from 2021): whether a provider of the kind may produce the service in the days; null is the organiser itself. */
export function mayProduce(kind: Provider['kind'] | null, service: Service, during: Range): boolean {
  return service !== 'rehabilitative-work' || kind !== 'company' || mayBeBoughtFromCompany(during);
}

interface CeasedRefused {
  readonly refuse: (code: 'municipality-ceased', more: { readonly field: string; readonly expected?: string }) => never;
  readonly language: Language;
}

/** Refuses a municipality that had ceased by a day, and tells the one that it went to. */
export function mustStand(
  code: string | null | undefined,
  on: Day,
  { refuse, language }: CeasedRefused,
  field = 'municipalityCode',
): void {
  const ceased = code ? ceasedBy(code, on) : null;
  if (!ceased) return;
  const successor = municipalityNumbered(ceased.successor ?? '');
  const name = language === 'sv' ? successor?.nameSv : successor?.nameFi;
  refuse('municipality-ceased', { field, ...(name ? { expected: name } : {}) });
}
