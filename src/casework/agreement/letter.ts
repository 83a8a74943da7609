import { formatDay } from '../../kernel/language.ts';
import { formatEuro } from '../../kernel/money.ts';
import { lastDay } from '../../kernel/range.ts';
import type { Role } from '../../kernel/relation.ts';
import { letterLanguage } from '../client/rules.ts';
import type { Client, Reach } from '../client/words.ts';
import type { EmployersWorkplace } from '../employer/words.ts';
import { organiserTexts } from '../organiser/texts.ts';
import { everyWords } from '../rhythm/rules.ts';
import { intervalWords } from '../rhythm/words.ts';
import { workerTexts } from '../worker/texts.ts';
import { agreementBasis, agreementStateOn } from './rules.ts';
import { termsWords } from './texts.ts';
import { type Agreement, type AgreementLetter, type AgreementParty, parties, type Terms } from './words.ts';

type Language = Client['serviceLanguage'];

/** All that the paper of an agreement is made from. */
export interface PaperFacts {
  readonly agreement: Agreement;
  readonly client: Client;
  readonly reach: Reach;
  readonly workplace: EmployersWorkplace;
  readonly organiser: {
    readonly code: string;
    readonly name: string;
    readonly office: string | null;
    readonly address: readonly string[];
  };
  readonly contact: {
    readonly name: string;
    readonly phone: string | null;
    readonly email: string | null;
    readonly role: Role | null;
  };
  readonly copy: AgreementParty;
  readonly madeOn: AgreementLetter['madeOn'];
}

/** What the paper says. It has no place for a diagnosis, benefits or an address of the client's. */
export function agreementLetter(facts: PaperFacts): AgreementLetter {
  const { agreement, client, reach, workplace, organiser, contact, copy, madeOn } = facts;
  const language = client.serviceLanguage;
  const name = `${client.givenNames} ${client.familyName}`.trim();
  const { approved } = agreementStateOn(agreement, madeOn);
  const usual = { client: name, employer: workplace.contactName ?? workplace.employer.name, organiser: contact.name };
  const { perDay, employerShare } = agreement.terms;
  return {
    language: copy === 'client' ? letterLanguage({ language, easyLanguage: client.easyLanguage }) : language,
    copy,
    reference: referenceOf(organiser.code, agreement),
    madeOn,
    service: organiserTexts[language].services[agreement.service].toLocaleLowerCase(language),
    basis: agreementBasis(agreement.service),
    organiser: {
      name: organiser.name,
      unit: organiser.office,
      address: organiser.address,
      contact: { ...contact, post: postOf(contact.role, language) },
    },
    client: { name, phone: phoneOf(reach) },
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
    hours: agreement.hours,
    tasks: agreement.tasks
      .split(/[,\n]/)
      .map((task) => task.trim())
      .filter((task) => task !== ''),
    compensation: perDay === null ? null : { perDay, employerShare },
    meals: mealOf(agreement.terms, language),
    coaching: coachingOf(agreement.terms, contact, language),
    approvals: parties.map((party) => {
      const input = approved.find((one) => one.party === party);
      return { party, name: input?.approvedBy ?? usual[party], approvedOn: input?.approvedOn ?? null };
    }),
  };
}

/** Whoever has a protected address may have a protected number: none of it goes on a paper that others read. */
export function phoneOf(reach: Reach): string | null {
  return reach.protected ? null : (reach.address?.phone ?? null);
}

function postOf(role: Role | null, language: Language): string | null {
  return role && workerTexts[language].roles[role].toLocaleLowerCase(language);
}

function mealOf({ meal }: Terms, language: Language): string | null {
  if (!meal) return null;
  const words = termsWords[language];
  return meal.charge === null ? words.mealFree : words.meal(formatEuro(meal.charge, language));
}

/** What the coach gives, and how often the organiser keeps in touch. */
function coachingOf(
  { coach, starting, steady, visitAtRenewal }: Terms,
  contact: PaperFacts['contact'],
  language: Language,
): string {
  const words = termsWords[language];
  const every = (one: { everyDays: number; everyDaysAtMost: number | null }) =>
    everyWords(intervalWords[language], one.everyDays, one.everyDaysAtMost ?? one.everyDays);
  const { name, role } = coach ?? contact;
  const post = postOf(role, language) ?? '';
  const goesOn = steady && (starting ? words.afterwards(every(steady)) : words.steady(every(steady)));
  return [
    words.coach(name, post.charAt(0).toLocaleUpperCase(language) + post.slice(1)).trim(),
    starting && words.starting(every(starting), formatDay(starting.until, language)),
    goesOn,
    visitAtRenewal && words.renewal,
    (starting || steady) && words.otherwise,
  ]
    .filter(Boolean)
    .join(' ');
}

/** By which the agreement is found: the organiser, the year in which it begins, and the last of its own key. */
function referenceOf(organiserCode: string, { id, during }: Pick<Agreement, 'id' | 'during'>): string {
  return `${organiserCode.toUpperCase()}-${during.from.slice(0, 4)}-${id.replaceAll('-', '').slice(-8).toUpperCase()}`;
}
