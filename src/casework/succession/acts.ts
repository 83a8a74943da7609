import { z } from 'zod';
import { services } from '../../kernel/service.ts';
import { ask } from '../../server/act.ts';
import { successionAccess } from './access.ts';
import { competenceFactsOf } from './reads.ts';
import { competenceIn } from './rules.ts';
import { zCompetence } from './words.ts';

export const competence = ask({
  name: 'competence',
  method: 'GET',
  path: '/api/setup/competence',
  says: 'Tell on which days one’s organiser is competent in each service',
  input: z.strictObject({}),
  output: z.object({ services: z.array(zCompetence) }),
  may: successionAccess.competence,
  audited: 'no-person',
  refuses: {},
  run: async ({ tx, who }) => {
    const facts = await competenceFactsOf(tx, who.organiserId);
    return { services: services.map((service) => ({ service, during: facts && competenceIn(service, facts) })) };
  },
});
