/** The services with their names and the provisions they rest on, as `law/` and the organiser room say them. */

import type pg from 'pg';
import { organiserTexts } from '../casework/organiser/texts.ts';
import { toSql } from '../kernel/range.ts';
import { services } from '../kernel/service.ts';
import { basisDays } from '../law/basis.ts';
import { writeLawOfDays } from './law-of-days.ts';

/** Every service as the database keeps it, in the order of the list. */
export function servicesFromLaw() {
  const nameOf = (language: 'fi' | 'sv' | 'en', service: (typeof services)[number]) => {
    const { fullNames, services: names } = organiserTexts[language];
    return fullNames[service as keyof typeof fullNames] ?? names[service];
  };
  return services.map((code, place) => ({
    code,
    fi: nameOf('fi', code),
    sv: nameOf('sv', code),
    en: nameOf('en', code),
    place: place + 1,
    bases: basisDays(code).map(({ provision, during }) => ({ provision, during: toSql(during) })),
  }));
}

/** Writes them, and what the law says of days: at each migration, so that a database never says of a service what the law of this version does not. */
export async function writeServices(client: Pick<pg.ClientBase, 'query'>): Promise<void> {
  await client.query('select services_write($1)', [JSON.stringify(servicesFromLaw())]);
  await writeLawOfDays(client);
}
