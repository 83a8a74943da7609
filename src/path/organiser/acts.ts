import { z } from 'zod';
import { zRange } from '../../kernel/range.ts';
import { ask } from '../../platform/act.ts';
import { organiserAccess } from './access.ts';
import {
  basisRows,
  groupsOn,
  municipalitiesOn,
  offeringsOn,
  organiserByCode,
  organisersOn,
  recordingGapsOn,
} from './reads.ts';
import { organiserRefusals } from './texts.ts';
import { zGroup, zOrganiser, zProvisionMode, zService } from './words.ts';

export const organisers = ask({
  name: 'organisers',
  method: 'GET',
  path: '/api/organisers',
  says: 'List the organisers in force today',
  input: z.strictObject({}),
  output: z.object({ organisers: z.array(zOrganiser) }),
  may: organiserAccess.organisers,
  audited: 'no-person',
  refuses: {},
  run: async ({ tx, today, who }) => ({ organisers: await organisersOn(tx, today, who.language) }),
});

export const organiserSetup = ask({
  name: 'organiserSetup',
  method: 'GET',
  path: '/api/organisers/{code}',
  says: 'Tell an organiser’s area, offerings with their statutory basis, units and groups on the day',
  input: z.strictObject({ code: z.string().max(100) }),
  output: z.object({
    organiser: zOrganiser,
    municipalities: z.array(z.string()),
    offerings: z.array(
      z.object({
        id: z.uuid(),
        service: zService,
        provisionMode: zProvisionMode,
        provider: z.string().nullable(),
        during: zRange,
      }),
    ),
    basis: z.array(z.object({ service: zService, provision: z.string(), during: zRange })),
    groups: z.array(zGroup),
    notRecorded: z.array(z.object({ service: zService, figure: z.string(), reason: z.string() })),
  }),
  may: organiserAccess.organiserSetup,
  audited: 'no-person',
  refuses: organiserRefusals,
  run: async ({ tx, input, today, who, refuse }) => {
    const organiser = await organiserByCode(tx, input.code, who.language);
    if (!organiser) return refuse('no-such-organiser', { field: 'code' });
    const offerings = await offeringsOn(tx, organiser.id, today);
    const gaps = await recordingGapsOn(tx, [organiser.id], today, who.language);
    return {
      organiser,
      municipalities: await municipalitiesOn(tx, organiser.id, today, who.language),
      offerings,
      basis: await basisRows(tx, [...new Set(offerings.map((offering) => offering.service))]),
      groups: await groupsOn(tx, organiser.id, today),
      notRecorded: gaps.map(({ service, figure, reason }) => ({ service, figure, reason })),
    };
  },
});
