import { z } from 'zod';
import { zDay } from '../../kernel/day.ts';
import { services } from '../../kernel/service.ts';
import type { Read } from '../../server/database/pool.ts';
import { rowsOf } from '../../server/database/statement.ts';
import { organiserKinds } from '../organiser/words.ts';
import type { CompetenceFacts } from './words.ts';

const zCompetenceRow = z.object({
  kind: z.enum(organiserKinds),
  municipalityCodes: z.array(z.string()),
  passedOn: z.array(z.object({ fromOn: zDay, services: z.array(z.enum(services)).nullable() })),
});

/** What an organiser's competence follows from. */
export async function competenceFactsOf(tx: Read, organiserId: string): Promise<CompetenceFacts | null> {
  const { rows } = await rowsOf(zCompetenceRow)`
    select o.kind, array(select a.municipality_code from organiser_area a where a.organiser_id = o.id order by 1) as "municipalityCodes",
      coalesce((select jsonb_agg(jsonb_build_object('fromOn', s.from_on, 'services', s.services) order by s.from_on)
        from organiser_succession s where s.predecessor_id = o.id), '[]') as "passedOn"
    from organiser_organiser o where o.id = ${organiserId}`.execute(tx);
  return rows[0] ?? null;
}
