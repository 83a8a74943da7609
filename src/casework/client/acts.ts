import { z } from 'zod';
import { correctionOf, zCorrected } from '../../kernel/correction.ts';
import { addDays, type Day, zDay } from '../../kernel/day.ts';
import { foldedWords } from '../../kernel/fold.ts';
import { parseIdentityCode, zId } from '../../kernel/id.ts';
import { formatDay } from '../../kernel/language.ts';
import { zPaperLine } from '../../kernel/line.ts';
import { choicesStanding } from '../../kernel/municipality.ts';
import { overlaps, range, zRange } from '../../kernel/range.ts';
import { zDone, zEdited, zSeen } from '../../kernel/seen.ts';
import { cite } from '../../law/provisions.ts';
import { act, ask, type Keys, permittedOf, type Refuse, zPermitted } from '../../server/act.ts';
import type { Read } from '../../server/database/pool.ts';
import { open } from '../../server/secret.ts';
import { withVersion } from '../../server/version.ts';
import { mustStand } from '../organiser/rules.ts';
import { clientAccess } from './access.ts';
import {
  benefitsOf,
  clientOn,
  clientsLike,
  correctionsOfClient,
  identityCipherOf,
  isPlaceHidden,
  municipalityChoices,
  municipalityOf,
  openingsSince,
  reachOn,
  reasonsOf,
  recordsOfPerson,
  registeredOn,
  representativesOf,
  standingAddress,
  standingBenefit,
  standingClient,
  standingMainBenefit,
  standingProtection,
  standingReason,
  standingRepresentative,
  wasProtectedBefore,
} from './reads.ts';
import {
  actsByLaw,
  bornInFuture,
  candidatesOf,
  likeness,
  maySeeProtectedAddress,
  protectionTooLong,
  seesWhole,
} from './rules.ts';
import { clientRefusals } from './texts.ts';
import {
  benefits,
  listName,
  type NewRepresentative,
  reasons,
  zBenefit,
  zBenefitDetails,
  zClient,
  zClientChange,
  zCorrection,
  zDuplicate,
  zNewAddress,
  zNewClient,
  zNewRepresentative,
  zOpening,
  zOpeningReason,
  zOpeningWords,
  zReach,
  zReason,
  zRepresentative,
  zWhy,
} from './words.ts';
import {
  deleteBenefit,
  deleteReason,
  deleteRepresentative,
  endProtection,
  insertAddress,
  insertBenefit,
  insertClient,
  insertOpening,
  insertProtection,
  insertRepresentative,
  joinRecordsTo,
  keptIdentity,
  lockPersons,
  markVisit,
  replaceAddress,
  replaceReason,
  separateFromPerson,
  updateBenefit,
  updateClient,
  updateIdentity,
  updateRepresentative,
} from './writes.ts';

const ofClient = { clients: ({ clientId }: { clientId: string }) => [clientId] };

export const findDuplicates = ask({
  name: 'findDuplicates',
  method: 'POST',
  path: '/api/clients/duplicates',
  says: 'Find clients of the organiser that a newcomer might be',
  input: zNewClient.pick({ familyName: true, givenNames: true, birthOn: true, identityCode: true }),
  output: z.object({ duplicates: z.array(zDuplicate) }),
  may: clientAccess.findDuplicates,
  audited: { clients: (_input, { duplicates }) => duplicates.map(({ id }) => id) },
  refuses: clientRefusals,
  run: async ({ tx, input, who, keys, refuse }) => {
    const identity = identityOf(keys, input.identityCode, refuse);
    const known = await clientsLike(tx, who.organiserId, candidatesOf(input), identity?.hash ?? null);
    const order = { same: 0, likely: 1, possible: 2 };
    const alike = known
      .flatMap((other) => {
        const match = likeness(input, other);
        return match ? [{ ...other, likeness: match }] : [];
      })
      .sort((a, b) => order[a.likeness] - order[b.likeness]);
    // Records joined as one person are told as one.
    const persons = [...Map.groupBy(alike, ({ personId, id }) => personId ?? id).values()];
    return {
      duplicates: persons.flatMap(([one, ...others]) =>
        one
          ? [
              {
                id: one.id,
                name: listName(one),
                birthOn: one.birthOn,
                likeness: one.likeness,
                alsoIds: others.map(({ id }) => id),
              },
            ]
          : [],
      ),
    };
  },
});

/** The identity code of an input as it is kept; refuses one that is wrong. */
function identityOf(keys: Keys, text: string | null, refuse: Refuse<typeof clientRefusals>, field = 'identityCode') {
  if (text === null || text === '') return null;
  const parsed = parseIdentityCode(text);
  if (parsed.ok) return keptIdentity(keys, parsed);
  return refuse(wrongIdentityCode[parsed.why], { field });
}

/**
 * The day of birth that the day and the code tell together, whichever of them is told first; refuses two that differ, and
 * a day on which nobody can have been born.
 */
function birthOf(
  answer: Day | null,
  code: string | null,
  today: Day,
  refuse: Refuse<typeof clientRefusals>,
  field = 'birthOn',
): Day | null {
  const parsed = code ? parseIdentityCode(code) : null;
  const ofCode = parsed?.ok ? parsed.birthOn : null;
  if (ofCode !== null && answer !== null && ofCode !== answer) return refuse('birthday-differs', { field });
  const birthOn = answer ?? ofCode;
  if (bornInFuture(birthOn, today)) return refuse('born-in-future', { field });
  return birthOn;
}

/** The identity code of a client as it was given, or null. */
async function codeOf(tx: Read, keys: Keys, clientId: string): Promise<string | null> {
  const cipher = await identityCipherOf(tx, clientId);
  return cipher ? open(keys, clientId, cipher) : null;
}

const wrongIdentityCode = {
  format: 'identity-code-format',
  birthday: 'identity-code-birthday',
  'individual-number': 'identity-code-wrong',
  'check-character': 'identity-code-wrong',
} as const;

export const registerClient = act({
  name: 'registerClient',
  method: 'POST',
  path: '/api/clients',
  says: 'Register a client whose referral is received in the same act; look for duplicates first',
  input: zNewClient,
  output: z.object({ clientId: zId }),
  may: clientAccess.registerClient,
  audited: { clients: (_input, { clientId }) => [clientId] },
  refuses: clientRefusals,
  conflicts: {
    client_identity_once: 'identity-code-taken',
    client_client_municipality_code_fkey: 'no-such-municipality',
  },
  run: async ({ tx, input, who, today, keys, refuse }) => {
    const { identityCode: code, phone, email, protected: isProtected, contactInstead, representative, ...rest } = input;
    const birthOn = birthOf(rest.birthOn, code, today, refuse);
    mustStand(rest.municipalityCode, today, { refuse, language: who.language });
    if (contactInstead !== null && !isProtected) return refuse('contact-of-unprotected', { field: 'contactInstead' });
    const identity = identityOf(keys, code, refuse);
    const clientId = await insertClient(tx, who.organiserId, { ...rest, birthOn, identity });
    const from = { from: today, to: null };
    if (phone || email) {
      const address = { street: null, postalCode: null, postOffice: null, phone: phone || null, email: email || null };
      await insertAddress(tx, who.organiserId, clientId, address, range(today));
    }
    if (isProtected) await insertProtection(tx, who.organiserId, clientId, contactInstead, from);
    if (representative) {
      checkPowers(representative, 'representative.covers', refuse);
      const nowhere = { street: null, postalCode: null, postOffice: null, email: null, powers: null };
      await insertRepresentative(tx, who.organiserId, clientId, { ...representative, ...nowhere, during: from });
    }
    return { clientId };
  },
});

export const correctionsOf = ask({
  name: 'correctionsOf',
  method: 'GET',
  path: '/api/clients/{clientId}/corrections',
  says: 'Tell what was corrected or taken back of a client: by whom, when and why',
  input: z.strictObject({ clientId: zId }),
  output: z.object({ corrections: z.array(zCorrection) }),
  may: clientAccess.correctionsOf,
  audited: ofClient,
  refuses: {},
  run: async ({ tx, input: { clientId } }) => ({ corrections: await correctionsOfClient(tx, clientId) }),
});

export const client = ask({
  name: 'client',
  method: 'GET',
  path: '/api/clients/{clientId}',
  says: 'Open one client: name, reach, benefits, reason of support, representatives',
  input: z.strictObject({ clientId: zId }),
  output: z.object({
    client: zClient,
    /** Of the details, for an edit to tell that it saw them. */
    version: z.string(),
    reach: zReach,
    /** Of where the client is reached, and of the reason of support; null where nothing is recorded. */
    reachVersion: z.string().nullable(),
    /** Of the protection, for lifting it; null where there is none, and for who may not. */
    protectionVersion: z.string().nullable(),
    reasonVersion: z.string().nullable(),
    /** Null for who sees the client only as instructor or leader of a group. */
    benefits: z.array(zBenefit.extend({ version: z.string() })).nullable(),
    /** Of the main benefits, for another that ends one of them. */
    mainVersion: z.string().nullable(),
    reasons: z.array(zReason).nullable(),
    representatives: z.array(zRepresentative.extend({ version: z.string() })),
    municipalities: z.array(z.object({ code: z.string(), name: z.string() })),
    permitted: zPermitted(clientAccess),
  }),
  may: clientAccess.client,
  audited: ofClient,
  refuses: clientRefusals,
  run: async ({ tx, input: { clientId }, who, today, relations, refuse }) => {
    const match = await clientOn(tx, clientId, today, who.language);
    if (!match) return refuse('no-such-client');
    const reach = await reachOn(tx, clientId, today);
    const maySee = maySeeProtectedAddress(relations);
    const opened =
      match.protected && maySee ? { ...match, ...(await municipalityOf(tx, clientId, who.language)) } : match;
    return {
      client: opened,
      version: (await standingClient(tx, clientId, today))?.version ?? '',
      reach: reach.protected && !maySee ? { ...reach, address: null } : reach,
      reachVersion: reach.protected && !maySee ? null : ((await standingAddress(tx, clientId, today))?.version ?? null),
      protectionVersion: maySee ? ((await standingProtection(tx, clientId, today))?.version ?? null) : null,
      reasonVersion: seesWhole(relations) ? ((await standingReason(tx, clientId))?.version ?? null) : null,
      benefits: seesWhole(relations) ? (await benefitsOf(tx, clientId)).map(withVersion(zBenefitDetails)) : null,
      mainVersion: seesWhole(relations) ? ((await standingMainBenefit(tx, clientId))?.version ?? null) : null,
      reasons: seesWhole(relations) ? await reasonsOf(tx, clientId) : null,
      representatives: (await representativesOf(tx, clientId)).map(withVersion(zNewRepresentative)),
      municipalities: choicesStanding(await municipalityChoices(tx, who.language), today, opened.municipalityCode),
      permitted: permittedOf(clientAccess, who, relations),
    };
  },
});

export const endedClient = ask({
  name: 'endedClient',
  method: 'GET',
  path: '/api/clients/{clientId}/ended',
  says: 'Tell an official who a client is who has no current matter of the official’s service tasks, and nothing more',
  input: z.strictObject({ clientId: zId }),
  output: z.object({ name: z.string(), birthOn: zDay.nullable() }),
  may: clientAccess.endedClient,
  audited: ofClient,
  refuses: clientRefusals,
  run: async ({ tx, input: { clientId }, today, refuse }) => {
    const [match] = await registeredOn(tx, [clientId], today);
    return match ? { name: listName(match), birthOn: match.birthOn } : refuse('no-such-client');
  },
});

export const openEndedClient = act({
  name: 'openEndedClient',
  method: 'POST',
  path: '/api/clients/{clientId}/ended/open',
  says: 'Open a client who has no current matter, for a stated reason and a day; the supervisor is told',
  input: z.strictObject({ clientId: zId, reason: zOpeningReason, words: zOpeningWords }),
  output: zDone,
  may: clientAccess.openEndedClient,
  audited: { ...ofClient, detail: ({ reason }) => ({ reason }) },
  refuses: clientRefusals,
  run: async ({ tx, input, who, relations, refuse }) => {
    if (relations.includes('official_for')) return refuse('open-already');
    // Known once the turn has come: another tab may have opened the client meanwhile.
    if (!(await insertOpening(tx, who.organiserId, who.workerId, input))) return refuse('open-already');
    return { done: true as const };
  },
});

/** How many days back the supervisor is told of openings. */
const openingsTold = 90;

export const endedOpenings = ask({
  name: 'endedOpenings',
  method: 'GET',
  path: '/api/ended-openings',
  says: 'Tell the supervisor who opened ended clients in the last months, when and why; whom, the client’s own trail tells',
  input: z.strictObject({}),
  output: z.object({ openings: z.array(zOpening) }),
  may: clientAccess.endedOpenings,
  audited: 'no-person',
  refuses: {},
  run: async ({ tx, today }) => ({ openings: await openingsSince(tx, addDays(today, -openingsTold)) }),
});

export const visitClient = act({
  name: 'visitClient',
  method: 'POST',
  path: '/api/clients/{clientId}/visit',
  says: 'Mark that one has been on the client’s page, so that the next visit opens on what happened since',
  input: z.strictObject({ clientId: zId }),
  output: zDone,
  may: clientAccess.visitClient,
  audited: ofClient,
  refuses: {},
  run: async ({ tx, input, who }) => {
    await markVisit(tx, who.organiserId, input.clientId, who.workerId);
    return { done: true as const };
  },
});

export const identityCode = ask({
  name: 'identityCode',
  method: 'POST',
  path: '/api/clients/{clientId}/identity-code/reveal',
  says: 'Reveal a client’s identity code; the audit trail keeps that it was shown',
  input: z.strictObject({ clientId: zId }),
  output: z.object({ identityCode: z.string().nullable() }),
  may: clientAccess.identityCode,
  audited: ofClient,
  refuses: {},
  run: async ({ tx, input, keys }) => {
    return { identityCode: await codeOf(tx, keys, input.clientId) };
  },
});

export const changeClient = act({
  name: 'changeClient',
  method: 'PATCH',
  path: '/api/clients/{clientId}',
  says: 'Change a client’s details; an empty identity code is taken away',
  input: z.strictObject({ clientId: zId, ...zClientChange.shape, seen: zSeen }),
  output: zDone,
  may: clientAccess.changeClient,
  audited: { ...ofClient, detail: ({ clientId: _, seen: __, ...change }) => ({ changed: Object.keys(change) }) },
  refuses: clientRefusals,
  conflicts: {
    client_born_before_facts: { code: 'born-after-facts', field: 'birthOn' },
    client_identity_once: 'identity-code-taken',
    client_client_municipality_code_fkey: 'no-such-municipality',
  },
  edits: ({ tx, input, today }) => standingClient(tx, input.clientId, today),
  run: async ({ tx, input: { clientId, identityCode: code, seen: _, ...change }, who, today, keys, refuse }) => {
    const before = await clientOn(tx, clientId, today);
    if (!before) return refuse('no-such-client');
    const birthOn = birthOf(
      change.birthOn === undefined ? before.birthOn : change.birthOn,
      code === undefined ? await codeOf(tx, keys, clientId) : code,
      today,
      refuse,
      change.birthOn === undefined && code !== undefined ? 'identityCode' : 'birthOn',
    );
    if (change.municipalityCode !== undefined && (await isPlaceHidden(tx, clientId)))
      return refuse('address-protected', { field: 'municipalityCode' });
    if (change.municipalityCode !== before.municipalityCode)
      mustStand(change.municipalityCode, today, { refuse, language: who.language });
    if (code !== undefined) await updateIdentity(tx, clientId, identityOf(keys, code, refuse));
    // What the code tells stays, also where the field was emptied.
    const { birthOn: _birthOn, ...others } = change;
    await updateClient(tx, clientId, birthOn === before.birthOn ? others : { ...others, birthOn });
    return { done: true as const };
  },
});

export const changeAddress = act({
  name: 'changeAddress',
  method: 'POST',
  path: '/api/clients/{clientId}/address',
  says: 'Record where a client is reached from a day on',
  input: z.strictObject({ clientId: zId, address: zNewAddress.strict(), from: zDay, seen: zSeen }),
  output: zEdited,
  may: clientAccess.changeAddress,
  audited: ofClient,
  refuses: clientRefusals,
  conflicts: { client_address_client_id_during_key: 'overlaps-recorded' },
  // Who may not see where the client lives is refused, and learns nothing of it here.
  edits: async ({ tx, input, today }) =>
    (await isPlaceHidden(tx, input.clientId)) ? null : standingAddress(tx, input.clientId, today),
  run: async ({ tx, input, who, refuse }) => {
    if (await isPlaceHidden(tx, input.clientId)) return refuse('address-protected', { field: 'address.street' });
    await replaceAddress(tx, who.organiserId, input.clientId, input.address, input.from);
    return { done: true as const };
  },
});

export const protectAddress = act({
  name: 'protectAddress',
  method: 'POST',
  path: '/api/clients/{clientId}/protection',
  says: 'Mark a client’s address as protected for a time',
  input: z.strictObject({ clientId: zId, during: zRange, contactInstead: zPaperLine.nullable().default(null) }),
  output: zDone,
  may: clientAccess.protectAddress,
  audited: ofClient,
  refuses: clientRefusals,
  conflicts: { client_protection_client_id_during_key: 'overlaps-recorded' },
  run: async ({ tx, input, who, refuse }) => {
    const time = (await wasProtectedBefore(tx, input.clientId, input.during.from)) ? 'renewed' : 'first';
    const fault = protectionTooLong(input.during, time);
    if (fault)
      return refuse('protection-too-long', {
        field: 'during.to',
        detail: formatDay(addDays(fault.ends, -1), who.language),
        expected: cite(fault.provision, who.language),
      });
    await insertProtection(tx, who.organiserId, input.clientId, input.contactInstead, input.during);
    return { done: true as const };
  },
});

export const liftProtection = act({
  name: 'liftProtection',
  method: 'POST',
  path: '/api/clients/{clientId}/protection/lift',
  says: 'End the protection of a client’s address from a day on, on every record of the person',
  input: z.strictObject({ clientId: zId, from: zDay, seen: zSeen }),
  output: z.object({ clientIds: z.array(zId) }),
  may: clientAccess.liftProtection,
  audited: { clients: (_input, { clientIds }) => clientIds },
  refuses: {},
  // What another meanwhile lengthened is not lifted unseen.
  edits: ({ tx, input, today }) => standingProtection(tx, input.clientId, today),
  run: async ({ tx, input }) => {
    const clientIds = await recordsOfPerson(tx, input.clientId);
    for (const clientId of clientIds) await endProtection(tx, clientId, input.from);
    return { clientIds };
  },
});

const zRecords = z.object({
  /** All records of the person now. */
  records: z.array(zId),
  /** Those that changed person. */
  moved: z.array(zId),
});

export const joinRecords = act({
  name: 'joinRecords',
  method: 'POST',
  path: '/api/clients/{clientId}/records/join',
  says: 'Say that two records are one person: both stay as they are, and the person is counted once from now on',
  input: z.strictObject({ clientId: zId, otherId: zId }),
  output: zRecords,
  may: clientAccess.joinRecords,
  audited: {
    clients: ({ otherId }, { records }) => [...records, otherId],
    detail: ({ otherId }) => ({ other: otherId }),
  },
  refuses: clientRefusals,
  run: async ({ tx, input: { clientId, otherId }, who, refuse }) => {
    await lockPersons(tx, who.organiserId);
    const own = await recordsOfPerson(tx, clientId);
    if (own.includes(otherId)) return refuse('one-person-already', { field: 'otherId' });
    // The records that were found to be one with the other come along.
    const moved = await recordsOfPerson(tx, otherId);
    if (moved.length === 0) return refuse('no-such-client', { field: 'otherId' });
    await joinRecordsTo(tx, clientId, moved);
    return { records: [...own, ...moved], moved };
  },
});

export const separateRecords = act({
  name: 'separateRecords',
  method: 'POST',
  path: '/api/clients/{clientId}/records/separate',
  says: 'Say that records joined to a client’s are another person after all; what was known in between is kept',
  input: z.strictObject({ clientId: zId, recordIds: z.array(zId).min(1).max(100) }),
  output: zRecords,
  may: clientAccess.separateRecords,
  audited: {
    clients: (_input, { records, moved }) => [...records, ...moved],
    detail: ({ recordIds }) => ({ separated: recordIds }),
  },
  refuses: clientRefusals,
  conflicts: { client_identity_once: 'identity-code-shared' },
  run: async ({ tx, input: { clientId, recordIds }, who, refuse }) => {
    await lockPersons(tx, who.organiserId);
    const own = await recordsOfPerson(tx, clientId);
    if (recordIds.some((id) => id === clientId || !own.includes(id)))
      return refuse('not-one-person', { field: 'recordIds' });
    const moved = [...new Set(recordIds)];
    await separateFromPerson(tx, moved);
    return { records: own.filter((id) => !moved.includes(id)), moved };
  },
});

const benefitConflicts = {
  client_benefit_once: 'overlaps-recorded',
  client_main_benefit_once: 'overlaps-recorded',
} as const;

/** Only a care allowance has a highest grade. */
const isNoHighest = ({ benefit, highest }: Pick<z.output<typeof zBenefit>, 'benefit' | 'highest'>) =>
  highest && benefit !== 'care-allowance';

export const recordBenefit = act({
  name: 'recordBenefit',
  method: 'POST',
  path: '/api/clients/{clientId}/benefits',
  says: 'Record a benefit of a client; a new main benefit ends the one before it',
  input: z.strictObject({
    clientId: zId,
    benefit: z.enum(benefits),
    main: z.boolean(),
    highest: z.boolean().default(false),
    during: zRange,
    seen: zSeen,
  }),
  output: zDone,
  may: clientAccess.recordBenefit,
  audited: ofClient,
  refuses: clientRefusals,
  conflicts: benefitConflicts,
  // Only a main one ends another.
  edits: ({ tx, input }) => (input.main ? standingMainBenefit(tx, input.clientId) : Promise.resolve(null)),
  run: async ({ tx, input: { clientId, seen: _, ...benefit }, who, refuse }) => {
    if (isNoHighest(benefit)) return refuse('no-highest', { field: 'highest' });
    await insertBenefit(tx, who.organiserId, clientId, benefit);
    return { done: true as const };
  },
});

const correctsBenefit = correctionOf('benefitId');

export const changeBenefit = act({
  name: 'changeBenefit',
  method: 'PATCH',
  path: '/api/clients/{clientId}/benefits/{benefitId}',
  says: 'Correct or end a benefit, and say why; what stood there before is kept',
  input: zBenefitDetails
    .extend({ clientId: zId, benefitId: zId, highest: z.boolean().default(false), why: zWhy, seen: zSeen })
    .strict(),
  output: zCorrected,
  may: clientAccess.changeBenefit,
  audited: ofClient,
  refuses: clientRefusals,
  conflicts: benefitConflicts,
  corrects: correctsBenefit,
  edits: ({ tx, input: { clientId, benefitId } }) => standingBenefit(tx, clientId, benefitId),
  run: async ({ tx, input: { clientId, benefitId, why: _, seen: __, ...benefit }, refuse }) => {
    const before = (await benefitsOf(tx, clientId)).find(({ id }) => id === benefitId);
    if (!before) return refuse('no-such-benefit');
    if (isNoHighest(benefit)) return refuse('no-highest', { field: 'highest' });
    await updateBenefit(tx, clientId, benefitId, benefit);
    const { id: _id, ...was } = before;
    return { was };
  },
});

export const takeBackBenefit = act({
  name: 'takeBackBenefit',
  method: 'POST',
  path: '/api/clients/{clientId}/benefits/{benefitId}/take-back',
  says: 'Take back a benefit that was recorded by mistake, and say why; the main one that it had ended goes on',
  input: z.strictObject({ clientId: zId, benefitId: zId, why: zWhy, seen: zSeen }),
  output: zCorrected,
  may: clientAccess.takeBackBenefit,
  audited: ofClient,
  refuses: clientRefusals,
  conflicts: benefitConflicts,
  corrects: correctsBenefit,
  edits: ({ tx, input: { clientId, benefitId } }) => standingBenefit(tx, clientId, benefitId),
  run: async ({ tx, input: { clientId, benefitId }, refuse }) => {
    const before = (await benefitsOf(tx, clientId)).find(({ id }) => id === benefitId);
    if (!before) return refuse('no-such-benefit');
    await deleteBenefit(tx, clientId, benefitId);
    const { id: _id, ...was } = before;
    return { was };
  },
});

export const recordReason = act({
  name: 'recordReason',
  method: 'POST',
  path: '/api/clients/{clientId}/reason',
  says: 'Record a client’s primary reason of support, or in which way it is not known, from a day on',
  input: z.strictObject({ clientId: zId, reason: z.enum(reasons), from: zDay, seen: zSeen }),
  output: zEdited,
  may: clientAccess.recordReason,
  audited: ofClient,
  refuses: clientRefusals,
  conflicts: { client_reason_client_id_during_key: 'overlaps-recorded' },
  edits: ({ tx, input }) => standingReason(tx, input.clientId),
  run: async ({ tx, input, who }) => {
    await replaceReason(tx, who.organiserId, input.clientId, input.reason, input.from);
    return { done: true as const };
  },
});

export const takeBackReason = act({
  name: 'takeBackReason',
  method: 'POST',
  path: '/api/clients/{clientId}/reasons/{reasonId}/take-back',
  says: 'Take back a reason of support that was recorded by mistake, and say why; the one that it had ended goes on',
  input: z.strictObject({ clientId: zId, reasonId: zId, why: zWhy, seen: zSeen }),
  output: zCorrected,
  may: clientAccess.takeBackReason,
  audited: ofClient,
  refuses: clientRefusals,
  corrects: correctionOf('reasonId'),
  edits: ({ tx, input }) => standingReason(tx, input.clientId),
  run: async ({ tx, input: { clientId, reasonId }, refuse }) => {
    const before = (await reasonsOf(tx, clientId)).find(({ id }) => id === reasonId);
    if (!before) return refuse('no-such-reason');
    await deleteReason(tx, clientId, reasonId);
    return { was: { reason: before.reason, during: before.during } };
  },
});

/** Only whoever acts by law has powers, and has them said. */
function checkPowers(
  { kind, covers }: Pick<NewRepresentative, 'kind' | 'covers'>,
  at: string,
  refuse: Refuse<typeof clientRefusals>,
): void {
  if (actsByLaw(kind) && covers.length === 0) refuse('powers-missing', { field: at });
  if (!actsByLaw(kind) && covers.length > 0) refuse('powers-without-law', { field: at });
}

/** One representative is recorded once for the same days, the name in whatever letters and order. */
async function mustRepresentOnce(
  { tx, refuse }: { readonly tx: Read; readonly refuse: Refuse<typeof clientRefusals> },
  clientId: string,
  representative: Pick<z.output<typeof zNewRepresentative>, 'name' | 'kind' | 'during'>,
  representativeId: string | null = null,
): Promise<void> {
  const wordsOf = (name: string) => foldedWords(name).toSorted().join(' ');
  const isThere = (await representativesOf(tx, clientId)).some(
    ({ id, name, kind, during }) =>
      id !== representativeId &&
      kind === representative.kind &&
      wordsOf(name) === wordsOf(representative.name) &&
      overlaps(during, representative.during),
  );
  if (isThere) refuse('represented-already', { field: 'name' });
}

export const nameRepresentative = act({
  name: 'nameRepresentative',
  method: 'POST',
  path: '/api/clients/{clientId}/representatives',
  says: 'Record a client’s custodian, guardian, relative or other representative: in which matters they act, and where they are reached',
  input: zNewRepresentative.extend({ clientId: zId }),
  output: zDone,
  may: clientAccess.nameRepresentative,
  audited: ofClient,
  refuses: clientRefusals,
  run: async ({ tx, input: { clientId, ...representative }, who, refuse }) => {
    checkPowers(representative, 'covers', refuse);
    await mustRepresentOnce({ tx, refuse }, clientId, representative);
    await insertRepresentative(tx, who.organiserId, clientId, representative);
    return { done: true as const };
  },
});

export const changeRepresentative = act({
  name: 'changeRepresentative',
  method: 'PATCH',
  path: '/api/clients/{clientId}/representatives/{representativeId}',
  says: 'Change or end what is recorded of a representative; what stood there before is kept',
  input: zNewRepresentative.extend({ clientId: zId, representativeId: zId, seen: zSeen }),
  output: zEdited,
  may: clientAccess.changeRepresentative,
  audited: ofClient,
  refuses: clientRefusals,
  edits: async ({ tx, input: { clientId, representativeId } }) =>
    (await isPlaceHidden(tx, clientId)) ? null : standingRepresentative(tx, clientId, representativeId),
  run: async ({ tx, input: { clientId, representativeId, seen: _, ...representative }, refuse }) => {
    checkPowers(representative, 'covers', refuse);
    // Where the place is hidden, whoever does not see an address cannot write over it.
    if (await isPlaceHidden(tx, clientId)) return refuse('address-protected', { field: 'street' });
    await mustRepresentOnce({ tx, refuse }, clientId, representative, representativeId);
    if (!(await updateRepresentative(tx, clientId, representativeId, representative)))
      return refuse('no-such-representative');
    return { done: true as const };
  },
});

export const takeBackRepresentative = act({
  name: 'takeBackRepresentative',
  method: 'POST',
  path: '/api/clients/{clientId}/representatives/{representativeId}/take-back',
  says: 'Take back a representative who was recorded by mistake, and say why; the history keeps that one was there',
  input: z.strictObject({ clientId: zId, representativeId: zId, why: zWhy, seen: zSeen }),
  output: zCorrected,
  may: clientAccess.takeBackRepresentative,
  audited: ofClient,
  refuses: clientRefusals,
  corrects: correctionOf('representativeId'),
  edits: async ({ tx, input: { clientId, representativeId } }) =>
    (await isPlaceHidden(tx, clientId)) ? null : standingRepresentative(tx, clientId, representativeId),
  run: async ({ tx, input: { clientId, representativeId }, refuse }) => {
    const before = (await representativesOf(tx, clientId)).find(({ id }) => id === representativeId);
    if (!before) return refuse('no-such-representative');
    await deleteRepresentative(tx, clientId, representativeId);
    // Where a protected client's relatives are reached is in no paper and no trail.
    return { was: { kind: before.kind, covers: before.covers, during: before.during } };
  },
});
