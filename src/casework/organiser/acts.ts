import { z } from 'zod';
import { isBusinessCode } from '../../kernel/business-code.ts';
import { zDay } from '../../kernel/day.ts';
import { fold } from '../../kernel/fold.ts';
import { zId } from '../../kernel/id.ts';
import { municipalityNumbered } from '../../kernel/municipality.ts';
import { covers, zRange } from '../../kernel/range.ts';
import { zDone, zEdited, zSeen } from '../../kernel/seen.ts';
import { services, zService } from '../../kernel/service.ts';
import { purchaseProvisionOn } from '../../law/act-2001-189.ts';
import { cite } from '../../law/provisions.ts';
import { act, ask, permittedOf, type Refuse, type Who, zPermitted } from '../../server/act.ts';
import type { Read } from '../../server/database/pool.ts';
import { withVersion } from '../../server/version.ts';
import { organiserAccess } from './access.ts';
import {
  areaOf,
  basisRows,
  groupsOf,
  groupsOn,
  municipalities,
  municipalitiesOn,
  offeringsOf,
  offeringsOn,
  organiserByCode,
  organiserDetails,
  organisersOn,
  providers,
  recordingGapsOn,
  rectificationBodyOn,
  standingArea,
  standingBody,
  standingGroup,
  standingOffering,
  standingOrganiser,
  standingUnit,
  unitsOf,
} from './reads.ts';
import { mayProduce, mustStand } from './rules.ts';
import { organiserRefusals } from './texts.ts';
import {
  type Offering,
  organiserKinds,
  type UnitDetails,
  zGroup,
  zGroupChange,
  zGroupDetails,
  zMunicipality,
  zOfferingDetails,
  zOrganiser,
  zOrganiserAsKept,
  zOrganiserDetails,
  zProvider,
  zProviderDetails,
  zProvisionMode,
  zRectificationBody,
  zServiceBasis,
  zSetGroup,
  zSetOffering,
  zUnit,
  zUnitDetails,
} from './words.ts';
import {
  insertGroup,
  insertMunicipality,
  insertOffering,
  insertProvider,
  insertUnit,
  replaceArea,
  replaceRectificationBody,
  updateGroup,
  updateOffering,
  updateOrganiser,
  updateUnit,
} from './writes.ts';

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
        id: zId,
        service: zService,
        provisionMode: zProvisionMode,
        providerId: zId.nullable(),
        provider: z.string().nullable(),
        during: zRange,
      }),
    ),
    basis: z.array(zServiceBasis),
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

/** Of what an edit must have seen. */
const versioned = { version: z.string() };
const zOfferingDays = zOfferingDetails.pick({ during: true });
type Refused = Refuse<typeof organiserRefusals>;

const offered = {
  changeOrganiser: organiserAccess.changeOrganiser,
  addOffering: organiserAccess.changeOfferings,
  addGroup: organiserAccess.changeGroups,
};

export const ownSetup = ask({
  name: 'ownSetup',
  method: 'GET',
  path: '/api/setup',
  says: 'Tell one’s organiser whole: how it is reached, its area, offerings, providers, units and groups of every time',
  input: z.strictObject({}),
  output: z.object({
    organiser: zOrganiserAsKept.extend({
      id: zId,
      code: z.string(),
      kind: z.enum(organiserKinds),
      version: z.string(),
    }),
    /** The body that handles requests for rectification today; decisions cannot be made without one. */
    body: zRectificationBody.nullable(),
    /** Of the body, with one that is set for later. */
    bodyVersion: z.string().nullable(),
    areaVersion: z.string().nullable(),
    area: z.array(zMunicipality.extend({ during: zRange })),
    municipalities: z.array(zMunicipality),
    offerings: z.array(zSetOffering.extend(versioned)),
    basis: z.array(zServiceBasis),
    providers: z.array(zProvider),
    units: z.array(zUnit.extend(versioned)),
    groups: z.array(zSetGroup.extend(versioned)),
    permitted: zPermitted(offered),
  }),
  may: organiserAccess.setup,
  audited: 'no-person',
  refuses: organiserRefusals,
  run: async ({ tx, who, today, refuse }) => {
    const { organiserId, language } = who;
    const organiser = await organiserDetails(tx, organiserId);
    if (!organiser) return refuse('no-such-organiser');
    return {
      organiser: withVersion(zOrganiserDetails)(organiser),
      body: await rectificationBodyOn(tx, organiserId, today),
      bodyVersion: (await standingBody(tx, organiserId, today))?.version ?? null,
      area: await areaOf(tx, organiserId, language),
      areaVersion: (await standingArea(tx, organiserId, today))?.version ?? null,
      municipalities: await municipalities(tx, language),
      offerings: (await offeringsOf(tx, organiserId)).map(withVersion(zOfferingDays)),
      basis: await basisRows(tx, services),
      providers: await providers(tx),
      units: (await unitsOf(tx, organiserId, language)).map(withVersion(zUnitDetails)),
      groups: (await groupsOf(tx, organiserId)).map(withVersion(zGroupDetails)),
      permitted: permittedOf(offered, who, []),
    };
  },
});

export const changeOrganiser = act({
  name: 'changeOrganiser',
  method: 'PUT',
  path: '/api/setup/organiser',
  says: 'Change how one’s organiser is called and reached; letters say so from then on',
  input: zOrganiserDetails.extend({ seen: zSeen }),
  output: zEdited,
  may: organiserAccess.changeOrganiser,
  audited: { change: ({ seen: _, ...input }) => input },
  refuses: {},
  edits: ({ tx, who }) => standingOrganiser(tx, who.organiserId),
  run: async ({ tx, who, input: { seen: _, ...input } }) => {
    await updateOrganiser(tx, who.organiserId, input);
    return { done: true as const };
  },
});

export const setRectificationBody = act({
  name: 'setRectificationBody',
  method: 'POST',
  path: '/api/setup/rectification-body',
  says: 'Set the body that handles requests for rectification, and where it is found, from a day on; letters say so',
  input: zRectificationBody.extend({ from: zDay, seen: zSeen }),
  output: zEdited,
  may: organiserAccess.changeOrganiser,
  audited: { change: ({ seen: _, ...input }) => input },
  refuses: {},
  edits: ({ tx, who, today }) => standingBody(tx, who.organiserId, today),
  run: async ({ tx, who, input: { from, seen: _, ...body } }) => {
    await replaceRectificationBody(tx, who.organiserId, body, from);
    return { done: true as const };
  },
});

export const setArea = act({
  name: 'setArea',
  method: 'POST',
  path: '/api/setup/area',
  says: 'Set the municipalities of one’s organiser’s area, as a whole, from a day on',
  input: z.strictObject({ from: zDay, municipalityCodes: z.array(z.string().max(3)).min(1).max(400), seen: zSeen }),
  output: zEdited,
  may: organiserAccess.changeOrganiser,
  audited: { change: ({ seen: _, ...input }) => input },
  refuses: organiserRefusals,
  edits: ({ tx, who, today }) => standingArea(tx, who.organiserId, today),
  run: async ({ tx, who, input: { from, municipalityCodes }, refuse }) => {
    const known = new Set((await municipalities(tx, who.language)).map(({ code }) => code));
    const stranger = municipalityCodes.findIndex((code) => !known.has(code));
    if (stranger >= 0) return refuse('no-such-municipality', { field: `municipalityCodes.${stranger}` });
    for (const [at, code] of municipalityCodes.entries())
      mustStand(code, from, { refuse, language: who.language }, `municipalityCodes.${at}`);
    await replaceArea(tx, who.organiserId, [...new Set(municipalityCodes)], from);
    return { done: true as const };
  },
});

export const addMunicipality = act({
  name: 'addMunicipality',
  method: 'POST',
  path: '/api/municipalities',
  says: 'Add a municipality by its official number, so that areas and units can be in it; its names are the official ones',
  input: z.strictObject({ code: z.string().regex(/^\d{3}$/) }),
  output: zDone,
  may: organiserAccess.changeOrganiser,
  audited: { change: (input) => input },
  refuses: organiserRefusals,
  conflicts: { organiser_municipality_pkey: 'municipality-known' },
  run: async ({ tx, input: { code }, refuse }) => {
    const municipality = municipalityNumbered(code);
    if (!municipality) return refuse('no-such-municipality', { field: 'code' });
    await insertMunicipality(tx, municipality);
    return { done: true as const };
  },
});

export const addProvider = act({
  name: 'addProvider',
  method: 'POST',
  path: '/api/providers',
  says: 'Add a provider, from whom services can be purchased',
  input: zProviderDetails,
  output: z.object({ providerId: zId }),
  may: organiserAccess.changeOfferings,
  audited: { change: (input, { providerId }) => ({ ...input, providerId }) },
  refuses: organiserRefusals,
  conflicts: { organiser_provider_business_code_once: 'provider-known' },
  run: async ({ tx, input, refuse }) => {
    const { businessCode } = input;
    if (businessCode !== null && !isBusinessCode(businessCode))
      return refuse('business-code-wrong', { field: 'businessCode' });
    const same = (await providers(tx)).some(({ name }) => fold(name) === fold(input.name));
    if (same) return refuse('provider-known', { field: 'name' });
    return { providerId: await insertProvider(tx, input) };
  },
});

/** Refuses services that a provider of its kind may not produce in their days, by the law of the first day. */
async function mustMayProduce(
  { tx, who, refuse }: { readonly tx: Read; readonly who: Who; readonly refuse: Refused },
  providerId: string | null,
  produced: readonly Pick<Offering, 'service' | 'during'>[],
): Promise<void> {
  const kind = (await providers(tx)).find(({ id }) => id === providerId)?.kind ?? null;
  const fault = produced.find(({ service, during }) => !mayProduce(kind, service, during));
  if (fault)
    refuse('not-from-company', {
      field: 'providerId',
      expected: cite(purchaseProvisionOn(fault.during.from), who.language),
    });
}

export const addOffering = act({
  name: 'addOffering',
  method: 'POST',
  path: '/api/offerings',
  says: 'Offer a service in a provision mode from a day on',
  input: zOfferingDetails,
  output: z.object({ offeringId: zId }),
  may: organiserAccess.changeOfferings,
  audited: { change: (input, { offeringId }) => ({ ...input, offeringId }) },
  refuses: organiserRefusals,
  conflicts: {
    organiser_offering_once: 'offering-overlaps',
    organiser_offering_provider_id_fkey: 'no-such-provider',
    organiser_offering_service_fkey: 'service-unknown',
    rehabilitation_not_bought: { code: 'not-from-company', field: 'providerId' },
  },
  run: async ({ tx, who, input, refuse }) => {
    if (input.provisionMode !== 'own' && input.providerId === null)
      return refuse('provider-missing', { field: 'providerId' });
    await mustMayProduce({ tx, who, refuse }, input.providerId, [input]);
    return { offeringId: await insertOffering(tx, who.organiserId, input) };
  },
});

export const changeOffering = act({
  name: 'changeOffering',
  method: 'PUT',
  path: '/api/offerings/{offeringId}',
  says: 'Change the days of an offering, or end it when no client is in it any more',
  input: zOfferingDays.extend({ offeringId: zId, seen: zSeen }),
  output: zEdited,
  may: organiserAccess.changeOfferings,
  audited: { change: ({ seen: _, ...input }) => input },
  edits: ({ tx, who, input }) => standingOffering(tx, who.organiserId, input.offeringId),
  refuses: organiserRefusals,
  // The database knows of every relationship, also of clients whom this worker does not see.
  conflicts: {
    organiser_offering_once: 'offering-overlaps',
    relationship_within_offering: { code: 'clients-in-offering', field: 'during' },
    rehabilitation_not_bought: { code: 'not-from-company', field: 'during' },
  },
  run: async ({ tx, who, input: { offeringId, during }, refuse }) => {
    const offering = (await offeringsOf(tx, who.organiserId)).find(({ id }) => id === offeringId);
    if (!offering) return refuse('no-such-offering');
    // One that is there may end, and not go on for longer.
    if (!covers(offering.during, during))
      await mustMayProduce({ tx, who, refuse }, offering.providerId, [{ service: offering.service, during }]);
    await updateOffering(tx, offeringId, during);
    return { done: true as const };
  },
});

const unitConflicts = {
  organiser_unit_name_once: 'unit-name-taken',
  organiser_unit_municipality_code_fkey: 'no-such-municipality',
  organiser_unit_provider_id_fkey: 'no-such-provider',
  group_within_unit: { code: 'groups-in-unit', field: 'during' },
  post_within_unit: 'posts-in-unit',
  rehabilitation_not_bought: { code: 'not-from-company', field: 'providerId' },
} as const;

export const addUnit = act({
  name: 'addUnit',
  method: 'POST',
  path: '/api/units',
  says: 'Add a unit from a day on: an activity centre, a workshop, a day centre or an office',
  input: zUnitDetails,
  output: z.object({ unitId: zId }),
  may: organiserAccess.changeGroups,
  audited: { change: (input, { unitId }) => ({ ...input, unitId }) },
  refuses: organiserRefusals,
  conflicts: unitConflicts,
  run: async ({ tx, who, input, refuse }) => {
    mustStand(input.municipalityCode, input.during.from, { refuse, language: who.language });
    return { unitId: await insertUnit(tx, who.organiserId, input) };
  },
});

export const changeUnit = act({
  name: 'changeUnit',
  method: 'PUT',
  path: '/api/units/{unitId}',
  says: 'Change a unit, or end it when no group is in it and nobody works there any more',
  input: zUnitDetails.extend({ unitId: zId, seen: zSeen }),
  output: zEdited,
  may: organiserAccess.changeGroups,
  audited: { change: ({ seen: _, ...input }) => input },
  edits: ({ tx, who, input }) => standingUnit(tx, who.organiserId, input.unitId),
  refuses: organiserRefusals,
  conflicts: unitConflicts,
  run: async ({ tx, who, today, input: { unitId, seen: _, ...rest }, refuse }) => {
    const unit = (await unitsOf(tx, who.organiserId, who.language)).find(({ id }) => id === unitId);
    if (!unit) return refuse('no-such-unit');
    mustStand(rest.municipalityCode, rest.during.from, { refuse, language: who.language });
    if (rest.providerId !== unit.providerId) {
      const groups = await groupsOf(tx, who.organiserId);
      await mustMayProduce(
        { tx, who, refuse },
        rest.providerId,
        // What was over before is not judged anew.
        groups.filter(({ unitId: at, during: { to } }) => at === unitId && (to === null || to > today)),
      );
    }
    await updateUnit(tx, unitId, rest satisfies UnitDetails);
    return { done: true as const };
  },
});

const groupConflicts = {
  organiser_group_name_once: 'group-name-taken',
  group_within_unit: 'outside-unit',
  placement_within_group: { code: 'clients-in-group', field: 'during' },
  lead_within_group: 'leads-in-group',
  rehabilitation_not_bought: { code: 'not-from-company', field: 'unitId' },
} as const;

/** A group is of a service that the organiser offers on its first day. */
async function mustBeOffered(
  { tx, organiserId, refuse }: { readonly tx: Read; readonly organiserId: string; readonly refuse: Refused },
  service: z.output<typeof zService>,
  on: z.output<typeof zDay>,
): Promise<void> {
  if (!(await offeringsOn(tx, organiserId, on)).some((one) => one.service === service))
    refuse('service-not-offered', { field: 'service' });
}

export const addGroup = act({
  name: 'addGroup',
  method: 'POST',
  path: '/api/groups',
  says: 'Add a group of a service at a unit from a day on, with its places and when it is open',
  input: zGroupDetails.extend({ unitId: zId, service: zService }),
  output: z.object({ groupId: zId }),
  may: organiserAccess.changeGroups,
  audited: { change: (input, { groupId }) => ({ ...input, groupId }) },
  refuses: organiserRefusals,
  conflicts: groupConflicts,
  run: async ({ tx, who, input: { unitId, service, ...rest }, refuse }) => {
    const { organiserId } = who;
    const unit = (await unitsOf(tx, organiserId, who.language)).find(({ id }) => id === unitId);
    if (!unit) return refuse('no-such-unit', { field: 'unitId' });
    await mustBeOffered({ tx, organiserId, refuse }, service, rest.during.from);
    await mustMayProduce({ tx, who, refuse }, unit.providerId, [{ service, during: rest.during }]);
    return { groupId: await insertGroup(tx, organiserId, { unitId, service }, rest) };
  },
});

export const changeGroup = act({
  name: 'changeGroup',
  method: 'PUT',
  path: '/api/groups/{groupId}',
  says: 'Change a group, or end it when nobody is placed in it and nobody leads it any more',
  input: zGroupChange.extend({ groupId: zId }),
  output: zEdited,
  may: organiserAccess.changeGroups,
  audited: { change: ({ seen: _, ...input }) => input },
  edits: ({ tx, who, input }) => standingGroup(tx, who.organiserId, input.groupId),
  refuses: organiserRefusals,
  conflicts: groupConflicts,
  run: async ({ tx, who, input: { groupId, seen: _, ...rest }, refuse }) => {
    const group = (await groupsOf(tx, who.organiserId)).find(({ id }) => id === groupId);
    if (!group) return refuse('no-such-group');
    const unit = (await unitsOf(tx, who.organiserId, who.language)).find(({ id }) => id === group.unitId);
    // One that is there may end, and not go on for longer.
    if (!covers(group.during, rest.during))
      await mustMayProduce({ tx, who, refuse }, unit?.providerId ?? null, [
        { service: group.service, during: rest.during },
      ]);
    await updateGroup(tx, groupId, rest);
    return { done: true as const };
  },
});
