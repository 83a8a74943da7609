import { z } from 'zod';
import { agreementOf } from '../../casework/agreement/reads.ts';
import { agreementBasis, agreementStateOn } from '../../casework/agreement/rules.ts';
import { agreementRefusals, agreementPaper as paperOf } from '../../casework/agreement/texts.ts';
import {
  type Agreement,
  type AgreementContact,
  type AgreementLetter,
  parties,
  zParty,
} from '../../casework/agreement/words.ts';
import { clientOn, reachOn } from '../../casework/client/reads.ts';
import type { Client } from '../../casework/client/words.ts';
import { coachingFactsOf } from '../../casework/coaching/reads.ts';
import { organiserHead } from '../../casework/compensation/reads.ts';
import { linesFor } from '../../casework/compensation/rules.ts';
import { referenceOf } from '../../casework/decision/rules.ts';
import { workplaceOf } from '../../casework/employer/reads.ts';
import type { EmployersWorkplace } from '../../casework/employer/words.ts';
import { organiserTexts } from '../../casework/organiser/texts.ts';
import { placementOf } from '../../casework/placement/reads.ts';
import type { Placement } from '../../casework/placement/words.ts';
import { ratesDuring } from '../../casework/rate/reads.ts';
import { everyWords, steadyFrom } from '../../casework/rhythm/rules.ts';
import { intervalWords, type Phase } from '../../casework/rhythm/words.ts';
import { workerTexts } from '../../casework/worker/texts.ts';
import { inForceOn } from '../../kernel/dated.ts';
import { addDays, type Day } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { formatDay } from '../../kernel/language.ts';
import { cents, formatEuro } from '../../kernel/money.ts';
import { contains, lastDay, range } from '../../kernel/range.ts';
import { roles } from '../../kernel/relation.ts';
import { ask, onClient, type Who, zPaper } from '../../server/act.ts';
import type { Read } from '../../server/database/pool.ts';
import { rowsOf } from '../../server/database/statement.ts';
import { compileLetter } from '../../server/letters/typst.ts';
import { placingTexts } from './texts.ts';

const template = new URL('../../casework/agreement/letter.typ', import.meta.url);

export const agreementPaper = ask({
  name: 'agreementPaper',
  method: 'GET',
  path: '/api/clients/{clientId}/agreements/{agreementId}/paper',
  says: 'Print an agreement as a PDF: the client’s, the employer’s or the organiser’s copy',
  input: z.strictObject({ clientId: zId, agreementId: zId, copy: zParty.default('organiser') }),
  output: zPaper,
  may: onClient(['responsible_for', 'coach_of', 'receiver_of', 'official_for']),
  audited: { clients: ({ clientId }) => [clientId], detail: ({ copy }) => ({ copy }) },
  refuses: agreementRefusals,
  run: async ({ tx, input: { clientId, agreementId, copy }, who, today, refuse }) => {
    const agreement = await agreementOf(tx, clientId, agreementId);
    if (!agreement) return refuse('no-such-agreement');
    const placement = await placementOf(tx, clientId, agreement.placementId);
    const client = await clientOn(tx, clientId, today);
    const workplace = agreement.workplaceId && (await workplaceOf(tx, who.organiserId, agreement.workplaceId));
    if (!placement || !client || !workplace) return refuse('no-such-placement');
    const letter = await letterOf(tx, { agreement, placement, client, workplace, copy, who, today });
    const paper = paperOf(letter);
    const lang = client.serviceLanguage;
    const bytes = await compileLetter({ template, data: paper, pdf: 'ua-1', title: paper.title, lang, day: today });
    return { bytes, fileName: `${letter.reference}-${copy}.pdf`, media: 'application/pdf' };
  },
});

interface Facts {
  readonly agreement: Agreement;
  readonly placement: Placement;
  readonly client: Client;
  readonly workplace: EmployersWorkplace;
  readonly copy: AgreementLetter['copy'];
  readonly who: Who;
  readonly today: Day;
}

/** What the paper says. It has no place for a diagnosis, benefits or an address of the client's. */
async function letterOf(tx: Read, facts: Facts): Promise<AgreementLetter> {
  const { agreement, placement, client, workplace, copy, who, today } = facts;
  const language = client.serviceLanguage;
  const reach = await reachOn(tx, client.id, today);
  const head = await organiserHead(tx, who.organiserId, language);
  const contact = await workerFor(tx, placement.relationshipId, who, today, language);
  const name = `${client.givenNames} ${client.familyName}`.trim();
  const { approved } = agreementStateOn(agreement, today);
  const usual = { client: name, employer: workplace.contactName ?? workplace.employer.name, organiser: contact.name };
  return {
    language: client.easyLanguage && language === 'fi' && copy === 'client' ? 'selko' : language,
    copy,
    reference: referenceOf(who.organiserCode, agreement.during.from, agreement.id),
    madeOn: today,
    service: organiserTexts[language].services[agreement.service].toLocaleLowerCase(language),
    basis: agreementBasis(agreement.service),
    organiser: { name: head.name, unit: head.office, address: head.address, contact },
    // Whoever has a protected address may have a protected number: none of it goes on a paper that others read.
    client: { name, phone: reach.protected ? null : (reach.address?.phone ?? null) },
    employer: {
      name: workplace.employer.name,
      businessId: workplace.employer.businessCode,
      workplace: workplace.name,
      address: [workplace.street, workplace.municipality].filter((line) => line !== null),
      contact: workplace.contactName
        ? { name: workplace.contactName, post: null, phone: workplace.contactPhone, email: null }
        : null,
    },
    during: agreement.during,
    renewBy: lastDay(agreement.during),
    week: [],
    hours: agreement.hours,
    tasks: agreement.tasks
      .split(/[,\n]/)
      .map((task) => task.trim())
      .filter((task) => task !== ''),
    compensation: await compensationOf(tx, facts),
    meals: await mealOf(tx, facts),
    coaching: await coachingOf(tx, facts, contact),
    guidance: null,
    benefits: null,
    approvals: parties.map((party) => {
      const given = approved.find((one) => one.party === party);
      return { party, name: given?.approvedBy ?? usual[party], post: null, approvedOn: given?.approvedOn ?? null };
    }),
  };
}

/** How a meal at the workplace is charged by the rate of the agreement's first day; null where none is agreed. */
async function mealOf(tx: Read, { agreement, placement, client, who }: Facts): Promise<string | null> {
  if (!placement.meal) return null;
  const words = placingTexts[client.serviceLanguage].paper;
  const rates = await ratesDuring(tx, who.organiserId, range(agreement.during.from, agreement.during.to));
  const charge = rates.find(({ kind, during }) => kind === 'meal-charge' && contains(during, agreement.during.from));
  return charge ? words.meal(formatEuro(charge.amount, client.serviceLanguage)) : words.mealFree;
}

/** What the coach gives, as the rhythm agreed for the agreement's days says it. */
async function coachingOf(
  tx: Read,
  { agreement, placement, client, who }: Facts,
  { name, post }: AgreementContact,
): Promise<string | null> {
  const language = client.serviceLanguage;
  const words = placingTexts[language].paper;
  const { from } = agreement.during;
  const facts = await coachingFactsOf(tx, who.organiserId, client.id, placement.relationshipId);
  const rhythms = inForceOn(facts?.rhythms ?? [], from);
  const of = (phase: Phase) => rhythms.find((one) => one.phase === phase);
  const every = (days: number, atMost: number | null) => everyWords(intervalWords[language], days, atMost ?? days);
  const steadyOn = facts && steadyFrom(facts.relationship, facts.rhythms);
  const [starting, steady] = [steadyOn && from < steadyOn ? of('starting') : undefined, of('steady')];
  const wish = inForceOn(facts?.agreed ?? [], from)[0];
  const begins =
    starting?.everyDays && steadyOn
      ? words.starting(every(starting.everyDays, starting.everyDaysAtMost), formatDay(addDays(steadyOn, -1), language))
      : null;
  const goesOn = steady?.everyDays ? every(steady.everyDays, steady.everyDaysAtMost) : null;
  const said = post
    ? words.coach(name, post.charAt(0).toLocaleUpperCase(language) + post.slice(1))
    : words.coach(name, '').trim();
  return [
    said,
    wish ? words.wish(every(wish.everyDays, null)) : begins,
    !wish && goesOn && (begins ? words.afterwards(goesOn) : words.steady(goesOn)),
    !wish && steady?.visitAtRenewal && words.renewal,
  ]
    .filter(Boolean)
    .join(' ');
}

/** What one day at the workplace would bring by the rates of the agreement's first day, by the very rule that pays it. */
async function compensationOf(
  tx: Read,
  { agreement, placement, who }: Facts,
): Promise<AgreementLetter['compensation']> {
  // What the organiser pays; a wage is the employer's, and the costs of rehabilitative work are paid with the benefit.
  const basis = agreementBasis(placement.service);
  if (basis === 'employment' || basis === 'rehabilitation') return null;
  const on = agreement.during.from;
  const rates = await ratesDuring(tx, who.organiserId, range(on, agreement.during.to));
  const lines = linesFor(
    {
      markId: agreement.id,
      clientId: agreement.clientId,
      placementId: placement.id,
      service: placement.service,
      on,
      kind: 'present',
      meal: false,
      hoursADay: placement.hoursADay,
      employerId: placement.employerId,
      holidayOfYear: 0,
    },
    rates,
  );
  const owed = lines.find(({ party, amount }) => party === 'client' && amount > 0);
  const share = lines.find(({ party }) => party === 'employer');
  return owed ? { perDay: owed.amount, employerShare: share ? cents(Math.abs(share.amount)) : null } : null;
}

const zWorkerForRow = z.object({
  name: z.string(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  role: z.enum(roles).nullable(),
});

/** Who answers for the client on the day, else who prints. */
async function workerFor(
  tx: Read,
  relationshipId: string,
  who: Who,
  on: Day,
  language: Client['serviceLanguage'],
): Promise<AgreementContact> {
  const { rows } = await rowsOf(zWorkerForRow)`
    select w.given_name || ' ' || w.family_name as name, w.phone, w.email,
      (select p.role from worker_post p where p.worker_id = w.id and p.during @> ${on}::date order by p.role limit 1) as role
    from worker_worker w
    left join relationship_responsible r on r.worker_id = w.id and r.relationship_id = ${relationshipId} and r.during @> ${on}::date
    where r.id is not null or w.id = ${who.workerId} order by r.id nulls last limit 1`.execute(tx);
  const row = rows[0];
  if (!row) return { name: who.name, post: null, phone: null, email: null };
  const post = row.role && workerTexts[language].roles[row.role].toLocaleLowerCase(language);
  return { name: row.name, post, phone: row.phone, email: row.email };
}
