/** All figures in the order of the questionnaire: the only list. */

import { clientsByProvider } from '../list/q03/clients-by-provider.ts';
import { clientsByProvisionMode } from '../list/q03/clients-by-provision-mode.ts';
import { clientsGranted } from '../list/q04/clients-granted.ts';
import { clientsInMonth } from '../list/q04/clients-in-month.ts';
import { clientsInTwoServices } from '../list/q04/clients-in-two-services.ts';
import { clientsInYear } from '../list/q04/clients-in-year.ts';
import { clientsOnDay } from '../list/q04/clients-on-day.ts';
import { decisionsBySection } from '../list/q04/decisions-by-section.ts';
import { grantedNotBegun } from '../list/q04/granted-not-begun.ts';
import { pending } from '../list/q04/pending.ts';
import { placesOnDay } from '../list/q04/places-on-day.ts';
import { waitingDays } from '../list/q04/waiting-days.ts';
import { clientsByAge } from '../list/q05/clients-by-age.ts';
import { clientsByGender } from '../list/q05/clients-by-gender.ts';
import { clientsByLanguage } from '../list/q05/clients-by-language.ts';
import { clientsByMunicipality } from '../list/q05/clients-by-municipality.ts';
import { clientsByPrimaryReason } from '../list/q05/clients-by-primary-reason.ts';
import { referralsBySource } from '../list/q06/referrals-by-source.ts';
import { exitsByDestination } from '../list/q07/exits-by-destination.ts';
import { exitsByReason } from '../list/q07/exits-by-reason.ts';
import { transitions } from '../list/q07/transitions.ts';
import { periodLength } from '../list/q08/period-length.ts';
import { stayLength } from '../list/q08/stay-length.ts';
import { cooperationAgreed } from '../list/q10/cooperation-agreed.ts';
import { cooperationReferralsMade } from '../list/q10/cooperation-referrals.ts';
import { changesOfWorker } from '../list/q11/changes-of-worker.ts';
import { clientsPerWorker } from '../list/q11/clients-per-worker.ts';
import { clientsWithResponsibleWorker } from '../list/q11/clients-with-responsible-worker.ts';
import { responsibleWorkerRule } from '../list/q11/responsible-worker-rule.ts';
import { agreedRhythm } from '../list/q12/agreed-rhythm.ts';
import { coachHours } from '../list/q12/coach-hours.ts';
import { coachedClients } from '../list/q12/coached-clients.ts';
import { contactsByKind } from '../list/q12/contacts-by-kind.ts';
import { rhythmKept } from '../list/q12/rhythm-kept.ts';
import { clientsByBenefit } from '../list/q13/clients-by-benefit.ts';
import { charged } from '../list/q14/charged.ts';
import { employersPaying } from '../list/q14/employers-paying.ts';
import { paid } from '../list/q14/paid.ts';
import { ratesInForce } from '../list/q14/rates-in-force.ts';
import { reportedDays } from '../list/q14/reported-days.ts';
import { stateClaim } from '../list/q14/state-claim.ts';
import { progress } from '../list/q15/progress.ts';
import { agreementsInForce } from '../list/q16/agreements-in-force.ts';
import { agreementsToRenewOnDay } from '../list/q16/agreements-to-renew.ts';
import { employerContacts } from '../list/q16/employer-contacts.ts';
import { employersOfDay } from '../list/q16/employers.ts';
import { subsidisedJobs } from '../list/q16/subsidised-jobs.ts';
import { workplaceVisits } from '../list/q16/workplace-visits.ts';
import { workplaces } from '../list/q16/workplaces.ts';
import { limitsMissed } from '../list/q17/limits-missed.ts';
import { unanswered } from '../list/q17/unanswered.ts';
import type { Figure } from './figure.ts';

export const figures: readonly Figure[] = [
  clientsByProvisionMode,
  clientsByProvider,
  clientsOnDay,
  placesOnDay,
  clientsInTwoServices,
  clientsInMonth,
  clientsInYear,
  clientsGranted,
  grantedNotBegun,
  pending,
  waitingDays,
  decisionsBySection,
  clientsByPrimaryReason,
  clientsByAge,
  clientsByGender,
  clientsByLanguage,
  clientsByMunicipality,
  referralsBySource,
  exitsByReason,
  exitsByDestination,
  transitions,
  periodLength,
  stayLength,
  cooperationReferralsMade,
  cooperationAgreed,
  clientsWithResponsibleWorker,
  responsibleWorkerRule,
  changesOfWorker,
  clientsPerWorker,
  coachedClients,
  coachHours,
  contactsByKind,
  agreedRhythm,
  rhythmKept,
  clientsByBenefit,
  ratesInForce,
  paid,
  charged,
  employersPaying,
  reportedDays,
  stateClaim,
  progress,
  employersOfDay,
  workplaces,
  agreementsInForce,
  agreementsToRenewOnDay,
  workplaceVisits,
  employerContacts,
  subsidisedJobs,
  limitsMissed,
  unanswered,
];

const byId = new Map(figures.map((one) => [one.id, one]));

export function figureById(id: string): Figure | null {
  return byId.get(id) ?? null;
}
