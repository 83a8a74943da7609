/** All figures in the order of the questionnaire: the only list. */
import { agreedRhythm } from './agreed-rhythm.ts';
import { agreementsInForce } from './agreements-in-force.ts';
import { agreementsToRenew } from './agreements-to-renew.ts';
import { changesOfWorker } from './changes-of-worker.ts';
import { charged } from './charged.ts';
import { clientsByAge } from './clients-by-age.ts';
import { clientsByBenefit } from './clients-by-benefit.ts';
import { clientsByGender } from './clients-by-gender.ts';
import { clientsByLanguage } from './clients-by-language.ts';
import { clientsByMunicipality } from './clients-by-municipality.ts';
import { clientsByPrimaryReason } from './clients-by-primary-reason.ts';
import { clientsByProvider } from './clients-by-provider.ts';
import { clientsByProvisionMode } from './clients-by-provision-mode.ts';
import { clientsGranted } from './clients-granted.ts';
import { clientsInMonth } from './clients-in-month.ts';
import { clientsInTwoServices } from './clients-in-two-services.ts';
import { clientsInYear } from './clients-in-year.ts';
import { clientsOnDay } from './clients-on-day.ts';
import { clientsPerWorker } from './clients-per-worker.ts';
import { clientsWithResponsibleWorker } from './clients-with-responsible-worker.ts';
import { coachHours } from './coach-hours.ts';
import { coachedClients } from './coached-clients.ts';
import { contactsByKind } from './contacts-by-kind.ts';
import { cooperationAgreed } from './cooperation-agreed.ts';
import { cooperationReferrals } from './cooperation-referrals.ts';
import { decisionsBySection } from './decisions-by-section.ts';
import { employerContacts } from './employer-contacts.ts';
import { employers } from './employers.ts';
import { employersPaying } from './employers-paying.ts';
import { exitsByDestination } from './exits-by-destination.ts';
import { exitsByReason } from './exits-by-reason.ts';
import type { Figure } from './figure.ts';
import { grantedNotBegun } from './granted-not-begun.ts';
import { limitsMissed } from './limits-missed.ts';
import { paid } from './paid.ts';
import { pending } from './pending.ts';
import { periodLength } from './period-length.ts';
import { placesOnDay } from './places-on-day.ts';
import { progress } from './progress.ts';
import { ratesInForce } from './rates-in-force.ts';
import { referralsBySource } from './referrals-by-source.ts';
import { responsibleWorkerRule } from './responsible-worker-rule.ts';
import { rhythmKept } from './rhythm-kept.ts';
import { stateClaim } from './state-claim.ts';
import { stayLength } from './stay-length.ts';
import { subsidisedJobs } from './subsidised-jobs.ts';
import { transitions } from './transitions.ts';
import { unanswered } from './unanswered.ts';
import { workplaceVisits } from './workplace-visits.ts';
import { workplaces } from './workplaces.ts';

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
  cooperationReferrals,
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
  stateClaim,
  progress,
  employers,
  workplaces,
  agreementsInForce,
  agreementsToRenew,
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
