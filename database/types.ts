// Written by `npm run database:types` from the migrated database. Do not edit.
import type { Generated, GeneratedAlways } from 'kysely';

// biome-ignore lint/suspicious/noExplicitAny: a document in the database may hold anything; its reader checks it.
export type Json = any;

export interface Access {
  worker_id: string | null;
  organiser_id: string | null;
  client_id: string | null;
  relation: string | null;
  during: string | null;
}

export interface AccessClient {
  worker_id: string | null;
  organiser_id: string | null;
  client_id: string | null;
  relation: string | null;
  during: string | null;
  received_on: string | null;
}

export interface AccessKeeper {
  worker_id: string;
  organiser_id: string;
  client_id: string;
  relation: string | null;
  during: string;
}

export interface AccessLed {
  worker_id: string | null;
  organiser_id: string | null;
  client_id: string | null;
  relation: string | null;
  during: string | null;
  received_on: string | null;
}

export interface AccessMate {
  worker_id: string;
  organiser_id: string;
  client_id: string;
  relation: string | null;
  during: string | null;
  received_on: string | null;
}

export interface AccessMatter {
  organiser_id: string | null;
  client_id: string | null;
  task: string | null;
}

export interface AccessOfficial {
  worker_id: string | null;
  organiser_id: string | null;
  client_id: string | null;
  relation: string | null;
  during: string | null;
}

export interface AccessPaymaster {
  worker_id: string;
  organiser_id: string;
  client_id: string;
  relation: string | null;
  during: string | null;
}

export interface AccessReceived {
  worker_id: string | null;
  organiser_id: string | null;
  client_id: string | null;
  relation: string | null;
  during: string | null;
  received_on: string | null;
}

export interface AccessResponsible {
  worker_id: string | null;
  organiser_id: string | null;
  client_id: string | null;
  relation: string | null;
  during: string | null;
  received_on: string | null;
}

export interface AccessSupervisor {
  worker_id: string;
  organiser_id: string;
  client_id: string | null;
  relation: string | null;
  during: string | null;
}

export interface AccessTask {
  worker_id: string | null;
  organiser_id: string | null;
  client_id: string | null;
  relation: string | null;
  during: string | null;
}

export interface AccessWaiting {
  relationship_id: string;
  organiser_id: string;
  client_id: string;
  service: string;
  during: string;
}

export interface AccountGiven {
  account_id: string | null;
  at: string | null;
  by_name: string | null;
}

export interface AgreementAgreement {
  id: Generated<string>;
  organiser_id: string;
  client_id: string;
  placement_id: string;
  tasks: string;
  hours: string;
  during: string;
  recorded: Generated<string>;
  agreed_until_on: string | null;
  terms: string | null;
}

export interface AgreementAgreementHistory {
  id: string;
  organiser_id: string;
  client_id: string;
  placement_id: string;
  tasks: string;
  hours: string;
  during: string;
  recorded: string;
  agreed_until_on: string | null;
  terms: string | null;
}

export interface AgreementApproval {
  id: Generated<string>;
  organiser_id: string;
  client_id: string;
  agreement_id: string;
  party: 'client' | 'employer' | 'organiser';
  content_hash: string;
  approved_on: string;
  approved_by: string;
  recorded_by_id: string | null;
  recorded: Generated<string>;
}

export interface AgreementApprovalHistory {
  id: string;
  organiser_id: string;
  client_id: string;
  agreement_id: string;
  party: 'client' | 'employer' | 'organiser';
  content_hash: string;
  approved_on: string;
  approved_by: string;
  recorded_by_id: string | null;
  recorded: string;
}

export interface AgreementApproved {
  id: string;
  placement_id: string;
  starts_on: string | null;
}

export interface AgreementPaper {
  id: Generated<string>;
  organiser_id: string;
  client_id: string;
  agreement_id: string;
  content_hash: string;
  copy: 'client' | 'employer' | 'organiser';
  kept_on: string;
  pdf: Buffer;
  sha256: Buffer;
  tells_place: boolean;
  recorded: Generated<string>;
}

export interface AgreementPaperHistory {
  id: string;
  organiser_id: string;
  client_id: string;
  agreement_id: string;
  content_hash: string;
  copy: 'client' | 'employer' | 'organiser';
  kept_on: string;
  pdf: Buffer;
  sha256: Buffer;
  tells_place: boolean;
  recorded: string;
}

export interface AssessmentAssessment {
  id: Generated<string>;
  organiser_id: string;
  client_id: string;
  referral_id: string;
  begun_on: string;
  begun_by_id: string;
  took_part: string | null;
  situation: string | null;
  client_view: string | null;
  view_missing_because: string | null;
  conclusions: string | null;
  need: 'none' | 'temporary' | 'recurring' | 'long-term' | null;
  special_support: boolean | null;
  own_worker: boolean | null;
  own_worker_view: string | null;
  finished_on: string | null;
  finished_by_id: string | null;
  recorded: Generated<string>;
}

export interface AssessmentAssessmentHistory {
  id: string;
  organiser_id: string;
  client_id: string;
  referral_id: string;
  begun_on: string;
  begun_by_id: string;
  took_part: string | null;
  situation: string | null;
  client_view: string | null;
  view_missing_because: string | null;
  conclusions: string | null;
  need: 'none' | 'temporary' | 'recurring' | 'long-term' | null;
  special_support: boolean | null;
  own_worker: boolean | null;
  own_worker_view: string | null;
  finished_on: string | null;
  finished_by_id: string | null;
  recorded: string;
}

export interface AttendanceClosedDay {
  closed_on: string;
}

export interface AttendanceMark {
  id: Generated<string>;
  organiser_id: string;
  client_id: string;
  placement_id: string;
  held_on: string;
  kind: 'present' | 'absent' | 'holiday';
  reason: 'sick' | 'child-sick' | 'job-interview' | 'other-accepted' | 'unexcused' | 'service-closed' | null;
  meal: Generated<boolean>;
  marked_by_id: string | null;
  recorded: Generated<string>;
  held: GeneratedAlways<string>;
}

export interface AttendanceMarkHistory {
  id: string;
  organiser_id: string;
  client_id: string;
  placement_id: string;
  held_on: string;
  kind: 'present' | 'absent' | 'holiday';
  reason: 'sick' | 'child-sick' | 'job-interview' | 'other-accepted' | 'unexcused' | 'service-closed' | null;
  meal: boolean;
  marked_by_id: string | null;
  recorded: string;
  held: string;
}

export interface CarryingCarrying {
  id: Generated<string>;
  succession_id: string | null;
  carried_on: string;
  carried_at: Generated<string>;
  carried_by_id: string;
  taken_back_on: string | null;
  taken_back_by_id: string | null;
  taken_back_because: string | null;
}

export interface CarryingRow {
  succession_id: string | null;
  thing: string;
  old_id: string;
  new_id: string;
  made: boolean;
  carried_on: string;
  carried_by_id: string;
  carrying_id: string | null;
  taken_back: Generated<boolean>;
}

export interface CarryingStep {
  place: GeneratedAlways<number>;
  carrying_id: string;
  thing: string;
  row_id: string;
  was: Json | null;
  became: Json | null;
}

export interface ClientAddress {
  id: Generated<string>;
  organiser_id: string;
  client_id: string;
  street: string | null;
  postal_code: string | null;
  post_office: string | null;
  phone: string | null;
  email: string | null;
  during: string;
  recorded: Generated<string>;
}

export interface ClientAddressHistory {
  id: string;
  organiser_id: string;
  client_id: string;
  street: string | null;
  postal_code: string | null;
  post_office: string | null;
  phone: string | null;
  email: string | null;
  during: string;
  recorded: string;
}

export interface ClientBenefit {
  id: Generated<string>;
  organiser_id: string;
  client_id: string;
  benefit: 'disability-pension' | 'rehabilitation-subsidy' | 'guarantee-pension' | 'housing-allowance' | 'care-allowance' | 'labour-market-subsidy' | 'basic-allowance' | 'earnings-related-allowance' | 'social-assistance' | 'wage' | 'other' | 'none';
  main: boolean;
  during: string;
  recorded: Generated<string>;
  highest: Generated<boolean>;
}

export interface ClientBenefitHistory {
  id: string;
  organiser_id: string;
  client_id: string;
  benefit: 'disability-pension' | 'rehabilitation-subsidy' | 'guarantee-pension' | 'housing-allowance' | 'care-allowance' | 'labour-market-subsidy' | 'basic-allowance' | 'earnings-related-allowance' | 'social-assistance' | 'wage' | 'other' | 'none';
  main: boolean;
  during: string;
  recorded: string;
  highest: Generated<boolean>;
}

export interface ClientClient {
  id: Generated<string>;
  organiser_id: string;
  person_id: Generated<string>;
  family_name: string;
  given_names: string;
  birth_on: string | null;
  gender: 'female' | 'male' | 'other' | null;
  mother_tongue: string | null;
  service_language: Generated<'fi' | 'sv' | 'en'>;
  easy_language: Generated<boolean>;
  municipality_code: string | null;
  identity_cipher: Buffer | null;
  identity_hash: Buffer | null;
  identity_masked: string | null;
  identity_temporary: boolean | null;
  recorded: Generated<string>;
}

export interface ClientClientHistory {
  id: string;
  organiser_id: string;
  person_id: string;
  family_name: string;
  given_names: string;
  birth_on: string | null;
  gender: 'female' | 'male' | 'other' | null;
  mother_tongue: string | null;
  service_language: 'fi' | 'sv' | 'en';
  easy_language: boolean;
  municipality_code: string | null;
  identity_cipher: Buffer | null;
  identity_hash: Buffer | null;
  identity_masked: string | null;
  identity_temporary: boolean | null;
  recorded: string;
}

export interface ClientFormerName {
  client_id: string;
  organiser_id: string;
  family_name: string;
}

export interface ClientOpening {
  id: Generated<string>;
  organiser_id: string;
  client_id: string;
  worker_id: string;
  reason: 'client-asked' | 'complaint' | 'correction' | 'court' | 'new-matter' | 'other';
  words: string;
  opened_at: string;
}

export interface ClientProtected {
  organiser_id: string;
  client_id: string;
  contact_instead: string | null;
  during: string;
  on_itself: boolean | null;
}

export interface ClientProtection {
  id: Generated<string>;
  organiser_id: string;
  client_id: string;
  contact_instead: string | null;
  during: string;
  recorded: Generated<string>;
}

export interface ClientProtectionHistory {
  id: string;
  organiser_id: string;
  client_id: string;
  contact_instead: string | null;
  during: string;
  recorded: string;
}

export interface ClientReason {
  id: Generated<string>;
  organiser_id: string;
  client_id: string;
  reason: 'intellectual-disability' | 'autism-spectrum' | 'neuropsychiatric' | 'mental-health' | 'substance-use' | 'social' | 'other' | 'not-recorded' | 'none' | 'not-investigated' | 'refused' | 'not-allowed';
  during: string;
  recorded: Generated<string>;
}

export interface ClientReasonHistory {
  id: string;
  organiser_id: string;
  client_id: string;
  reason: 'intellectual-disability' | 'autism-spectrum' | 'neuropsychiatric' | 'mental-health' | 'substance-use' | 'social' | 'other' | 'not-recorded' | 'none' | 'not-investigated' | 'refused' | 'not-allowed';
  during: string;
  recorded: string;
}

export interface ClientRegister {
  id: string;
  organiser_id: string;
  person_id: string;
  family_name: string;
  given_names: string;
  birth_on: string | null;
  municipality_code: string | null;
  identity_hash: Buffer | null;
}

export interface ClientRepresentative {
  id: Generated<string>;
  organiser_id: string;
  client_id: string;
  name: string;
  kind: 'relative' | 'custodian' | 'guardian' | 'attorney' | 'legal-representative' | 'support-person';
  phone: string | null;
  powers: string | null;
  during: string;
  recorded: Generated<string>;
  covers: Generated<string[]>;
  street: string | null;
  postal_code: string | null;
  post_office: string | null;
  email: string | null;
}

export interface ClientRepresentativeHistory {
  id: string;
  organiser_id: string;
  client_id: string;
  name: string;
  kind: 'relative' | 'custodian' | 'guardian' | 'attorney' | 'legal-representative' | 'support-person';
  phone: string | null;
  powers: string | null;
  during: string;
  recorded: string;
  covers: Generated<string[]>;
  street: string | null;
  postal_code: string | null;
  post_office: string | null;
  email: string | null;
}

export interface ClientRepresentativeReach {
  id: string;
  organiser_id: string;
  client_id: string;
  phone: string | null;
  street: string | null;
  postal_code: string | null;
  post_office: string | null;
  email: string | null;
}

export interface ClientVisit {
  worker_id: string;
  client_id: string;
  organiser_id: string;
  visited_at: string;
}

export interface CoachingAgreedRhythm {
  id: Generated<string>;
  organiser_id: string;
  client_id: string;
  relationship_id: string;
  every_days: number;
  during: string;
  recorded: Generated<string>;
}

export interface CoachingAgreedRhythmHistory {
  id: string;
  organiser_id: string;
  client_id: string;
  relationship_id: string;
  every_days: number;
  during: string;
  recorded: string;
}

export interface CoachingAppointment {
  id: Generated<string>;
  organiser_id: string;
  client_id: string;
  relationship_id: string;
  worker_id: string;
  kind: 'call' | 'meeting' | 'workplace-visit' | 'group-meeting';
  due_on: string;
  starts_at: string | null;
  place: string | null;
  recorded: Generated<string>;
  outcome: 'held' | 'missed' | 'moved' | 'cancelled' | null;
  told_by_id: string | null;
  contact_id: string | null;
  moved_to_id: string | null;
  note: string | null;
  waits: GeneratedAlways<string | null>;
}

export interface CoachingAppointmentHistory {
  id: string;
  organiser_id: string;
  client_id: string;
  relationship_id: string;
  worker_id: string;
  kind: 'call' | 'meeting' | 'workplace-visit' | 'group-meeting';
  due_on: string;
  starts_at: string | null;
  place: string | null;
  recorded: string;
  outcome: 'held' | 'missed' | 'moved' | 'cancelled' | null;
  told_by_id: string | null;
  contact_id: string | null;
  moved_to_id: string | null;
  note: string | null;
  waits: string | null;
}

export interface CoachingContact {
  id: Generated<string>;
  organiser_id: string;
  client_id: string;
  relationship_id: string | null;
  worker_id: string;
  kind: 'call' | 'message' | 'meeting' | 'workplace-visit' | 'group-meeting';
  party: Generated<'client' | 'employer' | 'both'>;
  held_on: string;
  minutes: number | null;
  note: string | null;
  recorded: Generated<string>;
  referral_id: string | null;
  meeting_id: string | null;
  outside_service: Generated<boolean>;
  held: GeneratedAlways<string | null>;
}

export interface CoachingContactHistory {
  id: string;
  organiser_id: string;
  client_id: string;
  relationship_id: string | null;
  worker_id: string;
  kind: 'call' | 'message' | 'meeting' | 'workplace-visit' | 'group-meeting';
  party: 'client' | 'employer' | 'both';
  held_on: string;
  minutes: number | null;
  note: string | null;
  recorded: string;
  referral_id: string | null;
  meeting_id: string | null;
  outside_service: boolean;
  held: string | null;
}

export interface CompensationDay {
  organiser_id: string | null;
  client_id: string | null;
  placement_id: string | null;
  mark_id: string | null;
  service: string | null;
  earned_on: string | null;
  holiday_year: number | null;
  kind: string | null;
  party: string | null;
  employer_id: string | null;
  rate_id: string | null;
  amount_cents: number | null;
}

export interface CompensationEarned {
  organiser_id: string | null;
  client_id: string | null;
  placement_id: string | null;
  mark_id: string | null;
  earned_on: string | null;
  holiday_year: number | null;
  service: string | null;
  kind: string | null;
  party: string | null;
  employer_id: string | null;
  rate_id: string | null;
  amount_cents: number | null;
  rank: number | null;
  shared: boolean | null;
}

export interface CompensationLine {
  id: Generated<string>;
  organiser_id: string;
  client_id: string;
  placement_id: string;
  mark_id: string;
  month_id: string;
  kind: 'open-work-allowance' | 'work-share' | 'activity-allowance' | 'travel' | 'meal-charge' | 'employer-share' | 'cost-compensation';
  party: 'client' | 'employer';
  employer_id: string | null;
  earned_on: string;
  amount_cents: number;
  rate_id: string | null;
  rule: string;
  reverses_id: string | null;
  version: number;
  written_at: Generated<string>;
  correcting: boolean;
}

export interface CompensationMarked {
  organiser_id: string | null;
  client_id: string | null;
  placement_id: string | null;
  mark_id: string | null;
  held_on: string | null;
  kind: string | null;
  meal: boolean | null;
  holiday: number | null;
  holiday_year: number | null;
}

export interface CompensationMealChange {
  organiser_id: string | null;
  client_id: string | null;
  during: string | null;
  changed_at: string | null;
}

export interface CompensationMealFree {
  organiser_id: string | null;
  client_id: string | null;
  placement_id: string | null;
  days: string | null;
}

export interface CompensationMonth {
  id: Generated<string>;
  organiser_id: string;
  month_on: string;
  closed_at: Generated<string>;
  closed_by_id: string | null;
}

export interface CompensationPrice {
  organiser_id: string | null;
  service: string | null;
  marked: string | null;
  for_meal: boolean | null;
  rank: number | null;
  kind: string | null;
  rate_id: string | null;
  amount_cents: number | null;
  holidays: number | null;
  least_hours: number | null;
  during: string | null;
}

export interface CompensationSum {
  organiser_id: string;
  month_on: string;
  correcting: boolean;
  kind: string;
  party: string;
  lines: number;
  amount_cents: number;
}

export interface CompensationSummed {
  organiser_id: string | null;
  month_on: string | null;
  correcting: boolean | null;
  kind: string | null;
  party: string | null;
  lines: number | null;
  amount_cents: number | null;
}

export interface CompensationUpkeep {
  service: string;
  during: string;
  from_age: number;
  grounded: boolean;
}

export interface CompensationWorth {
  organiser_id: string | null;
  client_id: string | null;
  placement_id: string | null;
  service: string | null;
  placed: string | null;
  marked: string | null;
  for_meal: boolean | null;
  rank: number | null;
  kind: string | null;
  party: string | null;
  employer_id: string | null;
  rate_id: string | null;
  amount_cents: number | null;
  holidays: number | null;
  during: string | null;
  free: string | null;
}

export interface CooperationLink {
  id: Generated<string>;
  organiser_id: string;
  service_group: string;
  other_service: 'social-rehabilitation' | 'te-services' | 'kela-rehabilitation' | 'municipal-employment' | 'mental-health-and-substance' | 'adult-social-work' | 'ohjaamo' | 'typ' | 'disability-services' | 'health-services' | 'physiotherapy' | 'hospital-social-work' | 'other';
  state: 'agreed' | 'as-needed' | 'none' | 'in-house';
  note: string | null;
  during: string;
  recorded: Generated<string>;
}

export interface CooperationLinkHistory {
  id: string;
  organiser_id: string;
  service_group: string;
  other_service: 'social-rehabilitation' | 'te-services' | 'kela-rehabilitation' | 'municipal-employment' | 'mental-health-and-substance' | 'adult-social-work' | 'ohjaamo' | 'typ' | 'disability-services' | 'health-services' | 'physiotherapy' | 'hospital-social-work' | 'other';
  state: 'agreed' | 'as-needed' | 'none' | 'in-house';
  note: string | null;
  during: string;
  recorded: string;
}

export interface CooperationReferral {
  id: Generated<string>;
  organiser_id: string;
  client_id: string;
  service: string;
  other_service: string;
  direction: 'to' | 'from';
  made_on: string;
  outcome: 'started' | 'refused' | 'no-place' | 'not-known' | null;
  outcome_on: string | null;
  recorded: Generated<string>;
}

export interface CooperationReferralHistory {
  id: string;
  organiser_id: string;
  client_id: string;
  service: string;
  other_service: string;
  direction: 'to' | 'from';
  made_on: string;
  outcome: 'started' | 'refused' | 'no-place' | 'not-known' | null;
  outcome_on: string | null;
  recorded: string;
}

export interface DecisionDecision {
  id: Generated<string>;
  organiser_id: string;
  client_id: string;
  referral_id: string;
  plan_id: string | null;
  service: string;
  outcome: 'grant' | 'end' | 'deny' | 'not-examined' | 'lapse';
  decided_on: string;
  during: string | null;
  reasons: string;
  provisions: string[];
  decided_by_id: string;
  served_on: string | null;
  recorded: Generated<string>;
  offering_id: string | null;
  place: string | null;
  meal_charge_cents: number | null;
  presented_by_id: string | null;
  delegation: string | null;
  in_part: Generated<boolean>;
  version: Generated<number>;
  corrected_on: string | null;
  corrected_because: string | null;
  corrected_by_id: string | null;
  annulled_on: string | null;
  annulled_because: string | null;
  annulled_ground: 'for-client' | 'client-agrees' | 'own-conduct' | null;
  annulled_by_id: string | null;
  stands: Generated<boolean>;
  year: Generated<number>;
  number: Generated<number>;
  unheard_ground: 'rejected-at-once' | 'jeopardises' | 'unnecessary' | null;
  unheard_because: string | null;
  easy_reasons: string | null;
  came_on: string | null;
  left_on: string | null;
  explanations: Generated<Json>;
  changes_id: string | null;
  last_on: string | null;
  together_id: string | null;
}

export interface DecisionDecisionHistory {
  id: string;
  organiser_id: string;
  client_id: string;
  referral_id: string;
  plan_id: string | null;
  service: string;
  outcome: 'grant' | 'end' | 'deny' | 'not-examined' | 'lapse';
  decided_on: string;
  during: string | null;
  reasons: string;
  provisions: string[];
  decided_by_id: string;
  served_on: string | null;
  recorded: string;
  offering_id: string | null;
  place: string | null;
  meal_charge_cents: number | null;
  presented_by_id: string | null;
  delegation: string | null;
  in_part: Generated<boolean>;
  version: Generated<number>;
  corrected_on: string | null;
  corrected_because: string | null;
  corrected_by_id: string | null;
  annulled_on: string | null;
  annulled_because: string | null;
  annulled_ground: 'for-client' | 'client-agrees' | 'own-conduct' | null;
  annulled_by_id: string | null;
  stands: Generated<boolean>;
  year: number;
  number: number;
  unheard_ground: 'rejected-at-once' | 'jeopardises' | 'unnecessary' | null;
  unheard_because: string | null;
  easy_reasons: string | null;
  came_on: string | null;
  left_on: string | null;
  explanations: Generated<Json>;
  changes_id: string | null;
  last_on: string | null;
  together_id: string | null;
}

export interface DecisionGranted {
  decision_id: string;
  organiser_id: string;
  client_id: string;
  plan_id: string | null;
  service: string | null;
  decided_on: string;
  during: string | null;
  decided_service: string;
}

export interface DecisionLetter {
  id: Generated<string>;
  organiser_id: string;
  client_id: string;
  decision_id: string;
  language: 'fi' | 'sv' | 'en';
  pdf: Buffer;
  sha256: Buffer;
  made_at: Generated<string>;
  tells_place: Generated<boolean>;
  version: Generated<number>;
  services: string[] | null;
}

export interface DecisionMatter {
  id: string | null;
  organiser_id: string | null;
  client_id: string | null;
  service: string | null;
  source: string | null;
  kind: string | null;
  received_on: string | null;
  finishes_studies: boolean | null;
  need: string | null;
  received_by_id: string | null;
  withdrawn_on: string | null;
  recorded: string | null;
  referred_by: string | null;
  year: number | null;
  number: number | null;
  came_on: string | null;
  left_on: string | null;
  decision_id: string | null;
  decided_on: string | null;
  outcome: string | null;
}

export interface DecisionNotice {
  id: Generated<string>;
  organiser_id: string;
  client_id: string;
  decision_id: string;
  recipient: 'client' | 'representative' | 'copy';
  name: string | null;
  way: 'post' | 'electronic' | 'in-person' | null;
  sent_on: string | null;
  served_on: string;
  recorded: Generated<string>;
}

export interface DecisionNoticeHistory {
  id: string;
  organiser_id: string;
  client_id: string;
  decision_id: string;
  recipient: 'client' | 'representative' | 'copy';
  name: string | null;
  way: 'post' | 'electronic' | 'in-person' | null;
  sent_on: string | null;
  served_on: string;
  recorded: string;
}

export interface DecisionProposal {
  id: Generated<string>;
  organiser_id: string;
  client_id: string;
  referral_id: string;
  plan_id: string | null;
  outcome: 'grant' | 'end' | 'deny' | 'not-examined' | 'lapse';
  during: string | null;
  reasons: string;
  provisions: string[];
  offering_id: string | null;
  place: string | null;
  meal_charge_cents: number | null;
  presented_by_id: string;
  presented_on: string;
  decider_id: string;
  returned_on: string | null;
  returned_because: string | null;
  recorded: Generated<string>;
  in_part: Generated<boolean>;
  unheard_ground: 'rejected-at-once' | 'jeopardises' | 'unnecessary' | null;
  unheard_because: string | null;
  easy_reasons: string | null;
  explanations: Generated<Json>;
  changes_id: string | null;
  last_on: string | null;
}

export interface DecisionProposalHistory {
  id: string;
  organiser_id: string;
  client_id: string;
  referral_id: string;
  plan_id: string | null;
  outcome: 'grant' | 'end' | 'deny' | 'not-examined' | 'lapse';
  during: string | null;
  reasons: string;
  provisions: string[];
  offering_id: string | null;
  place: string | null;
  meal_charge_cents: number | null;
  presented_by_id: string;
  presented_on: string;
  decider_id: string;
  returned_on: string | null;
  returned_because: string | null;
  recorded: string;
  in_part: Generated<boolean>;
  unheard_ground: 'rejected-at-once' | 'jeopardises' | 'unnecessary' | null;
  unheard_because: string | null;
  easy_reasons: string | null;
  explanations: Generated<Json>;
  changes_id: string | null;
  last_on: string | null;
}

export interface DecisionRepealedAct {
  act: string;
  since_on: string;
  over_on: string;
}

export interface DecisionReplaced {
  organiser_id: string;
  client_id: string;
  decision_id: string | null;
  from_on: string | null;
}

export interface DescriptionAnswer {
  id: Generated<string>;
  organiser_id: string;
  service_group: string;
  question: string;
  heading: string;
  text: string;
  answered: boolean;
  version: Generated<number>;
  import_id: string | null;
  written_by_id: string | null;
  written_on: string;
  recorded: Generated<string>;
  language: 'fi' | 'sv' | 'en';
}

export interface DescriptionAnswerHistory {
  id: string;
  organiser_id: string;
  service_group: string;
  question: string;
  heading: string;
  text: string;
  answered: boolean;
  version: number;
  import_id: string | null;
  written_by_id: string | null;
  written_on: string;
  recorded: string;
  language: 'fi' | 'sv' | 'en';
}

export interface DescriptionDescription {
  id: Generated<string>;
  organiser_id: string;
  service_group: string;
  title: string;
  services: string[];
  import_id: string | null;
  recorded: Generated<string>;
}

export interface DescriptionDescriptionHistory {
  id: string;
  organiser_id: string;
  service_group: string;
  title: string;
  services: string[];
  import_id: string | null;
  recorded: string;
}

export interface DescriptionImport {
  id: Generated<string>;
  file_name: string;
  sha256: Buffer;
  imported_at: Generated<string>;
  report: Json;
}

export interface EarliestOrganiserGroup {
  id: string | null;
  organiser_id: string | null;
  unit_id: string | null;
  service: string | null;
  name: string | null;
  capacity: number | null;
  lead_rotation_months: number | null;
  during: string | null;
  recorded: string | null;
  weekdays: number[] | null;
  halves: string[] | null;
  meal: boolean | null;
}

export interface EarliestOrganiserOffering {
  id: string | null;
  organiser_id: string | null;
  service: string | null;
  provision_mode: string | null;
  provider_id: string | null;
  during: string | null;
  recorded: string | null;
}

export interface EarliestOrganiserProvider {
  id: string | null;
  name: string | null;
  kind: string | null;
  business_code: string | null;
  recorded: string | null;
}

export interface EarliestWorkerWorker {
  id: string | null;
  organiser_id: string | null;
  family_name: string | null;
  given_name: string | null;
  phone: string | null;
  email: string | null;
  language: string | null;
  recorded: string | null;
}

export interface EmployerEmployer {
  id: Generated<string>;
  organiser_id: string;
  name: string;
  business_code: string | null;
  sector: 'private' | 'municipal' | 'state' | 'association' | 'other';
  during: string;
  recorded: Generated<string>;
}

export interface EmployerEmployerHistory {
  id: string;
  organiser_id: string;
  name: string;
  business_code: string | null;
  sector: 'private' | 'municipal' | 'state' | 'association' | 'other';
  during: string;
  recorded: string;
}

export interface EmployerWorkplace {
  id: Generated<string>;
  organiser_id: string;
  employer_id: string;
  name: string;
  street: string | null;
  municipality_code: string | null;
  tasks: string | null;
  contact_name: string | null;
  contact_phone: string | null;
  during: string;
  recorded: Generated<string>;
}

export interface EmployerWorkplaceHistory {
  id: string;
  organiser_id: string;
  employer_id: string;
  name: string;
  street: string | null;
  municipality_code: string | null;
  tasks: string | null;
  contact_name: string | null;
  contact_phone: string | null;
  during: string;
  recorded: string;
}

export interface ExitExit {
  id: Generated<string>;
  organiser_id: string;
  client_id: string;
  relationship_id: string;
  ended_on: string;
  reason: 'other-employment-service' | 'maximum-time' | 'employed' | 'non-commitment' | 'employed-with-subsidy' | 'health-or-rehabilitation' | 'studies' | 'own-wish' | 'retired' | 'moved-away' | 'died' | 'need-ended' | 'other';
  destination: 'other-employment-service' | 'rehabilitation' | 'sick-leave' | 'subsidised-work' | 'paid-work' | 'studies' | 'pension' | 'other-social-service' | 'home' | 'elsewhere' | 'not-known';
  note: string | null;
  recorded_by_id: string | null;
  recorded: Generated<string>;
  last_day: GeneratedAlways<string>;
}

export interface ExitExitHistory {
  id: string;
  organiser_id: string;
  client_id: string;
  relationship_id: string;
  ended_on: string;
  reason: 'other-employment-service' | 'maximum-time' | 'employed' | 'non-commitment' | 'employed-with-subsidy' | 'health-or-rehabilitation' | 'studies' | 'own-wish' | 'retired' | 'moved-away' | 'died' | 'need-ended' | 'other';
  destination: 'other-employment-service' | 'rehabilitation' | 'sick-leave' | 'subsidised-work' | 'paid-work' | 'studies' | 'pension' | 'other-social-service' | 'home' | 'elsewhere' | 'not-known';
  note: string | null;
  recorded_by_id: string | null;
  recorded: string;
  last_day: string;
}

export interface ExitTransition {
  id: Generated<string>;
  organiser_id: string;
  client_id: string;
  from_relationship_id: string;
  to_relationship_id: string;
  moved_on: string;
  recorded: Generated<string>;
  last_day: GeneratedAlways<string>;
  first_day: GeneratedAlways<string>;
}

export interface ExitTransitionHistory {
  id: string;
  organiser_id: string;
  client_id: string;
  from_relationship_id: string;
  to_relationship_id: string;
  moved_on: string;
  recorded: string;
  last_day: string;
  first_day: string;
}

export interface FactAgreedRhythm {
  organiser: string | null;
  organiser_id: string | null;
  service: string | null;
  client_id: string | null;
  person_id: string | null;
  relationship_id: string | null;
  every_days: number | null;
  during: string | null;
}

export interface FactAgreement {
  organiser: string | null;
  organiser_id: string | null;
  service: string | null;
  client_id: string | null;
  person_id: string | null;
  agreement_id: string | null;
  placement_id: string | null;
  relationship_id: string | null;
  workplace_id: string | null;
  during: string | null;
  placed_during: string | null;
  tasks: string | null;
  hours: string | null;
  terms: string | null;
}

export interface FactAllocationRule {
  organiser: string | null;
  organiser_id: string | null;
  service: string | null;
  rule: string | null;
  case_manager_by_letter: boolean | null;
  during: string | null;
}

export interface FactAnswer {
  organiser: string | null;
  organiser_id: string | null;
  service_group: string | null;
  question: string | null;
  answered: boolean | null;
  version: number | null;
  written_on: string | null;
}

export interface FactApproval {
  organiser: string | null;
  organiser_id: string | null;
  client_id: string | null;
  person_id: string | null;
  approval_id: string | null;
  agreement_id: string | null;
  party: string | null;
  content_hash: string | null;
  approved_on: string | null;
}

export interface FactAttendance {
  organiser: string | null;
  organiser_id: string | null;
  service: string | null;
  client_id: string | null;
  person_id: string | null;
  mark_id: string | null;
  placement_id: string | null;
  held_on: string | null;
  kind: string | null;
  reason: string | null;
  meal: boolean | null;
  hours_a_day: number | null;
  workplace_id: string | null;
}

export interface FactBenefit {
  organiser: string | null;
  organiser_id: string | null;
  client_id: string | null;
  person_id: string | null;
  benefit: string | null;
  main: boolean | null;
  during: string | null;
}

export interface FactClient {
  organiser: string | null;
  organiser_id: string | null;
  client_id: string | null;
  person_id: string | null;
  birth_on: string | null;
  gender: string | null;
  mother_tongue: string | null;
  service_language: string | null;
  easy_language: boolean | null;
  protected: boolean | null;
  municipality_code: string | null;
}

export interface FactCompensation {
  organiser: string | null;
  organiser_id: string | null;
  service: string | null;
  client_id: string | null;
  person_id: string | null;
  line_id: string | null;
  placement_id: string | null;
  mark_id: string | null;
  kind: string | null;
  party: string | null;
  employer_id: string | null;
  earned_on: string | null;
  amount_cents: number | null;
  rate_id: string | null;
  rule: string | null;
  reverses_id: string | null;
  version: number | null;
}

export interface FactCompensationDay {
  organiser: string | null;
  organiser_id: string | null;
  service: string | null;
  client_id: string | null;
  person_id: string | null;
  mark_id: string | null;
  placement_id: string | null;
  kind: string | null;
  party: string | null;
  employer_id: string | null;
  earned_on: string | null;
  holiday_year: number | null;
  amount_cents: number | null;
  rate_id: string | null;
}

export interface FactContact {
  organiser: string | null;
  organiser_id: string | null;
  service: string | null;
  client_id: string | null;
  person_id: string | null;
  contact_id: string | null;
  relationship_id: string | null;
  worker_id: string | null;
  kind: string | null;
  party: string | null;
  held_on: string | null;
  minutes: number | null;
  meeting_id: string | null;
}

export interface FactCooperationLink {
  organiser: string | null;
  organiser_id: string | null;
  service_group: string | null;
  other_service: string | null;
  state: string | null;
  during: string | null;
}

export interface FactCooperationReferral {
  organiser: string | null;
  organiser_id: string | null;
  service: string | null;
  client_id: string | null;
  person_id: string | null;
  referral_id: string | null;
  other_service: string | null;
  direction: string | null;
  made_on: string | null;
  outcome: string | null;
  outcome_on: string | null;
}

export interface FactDecision {
  organiser: string | null;
  organiser_id: string | null;
  service: string | null;
  client_id: string | null;
  person_id: string | null;
  decision_id: string | null;
  referral_id: string | null;
  plan_id: string | null;
  outcome: string | null;
  decided_on: string | null;
  came_on: string | null;
  during: string | null;
  in_force: string | null;
  provisions: string[] | null;
  served_on: string | null;
}

export interface FactEmployer {
  organiser: string | null;
  organiser_id: string | null;
  employer_id: string | null;
  sector: string | null;
  during: string | null;
}

export interface FactExit {
  organiser: string | null;
  organiser_id: string | null;
  service: string | null;
  client_id: string | null;
  person_id: string | null;
  exit_id: string | null;
  relationship_id: string | null;
  ended_on: string | null;
  reason: string | null;
  destination: string | null;
}

export interface FactGroupLead {
  organiser: string | null;
  organiser_id: string | null;
  service: string | null;
  group_id: string | null;
  worker_id: string | null;
  lead_rotation_months: number | null;
  during: string | null;
}

export interface FactInterruption {
  organiser: string | null;
  organiser_id: string | null;
  service: string | null;
  client_id: string | null;
  person_id: string | null;
  interruption_id: string | null;
  plan_id: string | null;
  ground: string | null;
  during: string | null;
}

export interface FactMonth {
  organiser: string | null;
  organiser_id: string | null;
  month_on: string | null;
  closed_at: string | null;
}

export interface FactParticipation {
  organiser: string | null;
  organiser_id: string | null;
  service: string | null;
  client_id: string | null;
  person_id: string | null;
  placement_id: string | null;
  held_on: string | null;
  payer: string | null;
}

export interface FactPause {
  organiser: string | null;
  organiser_id: string | null;
  service: string | null;
  client_id: string | null;
  person_id: string | null;
  pause_id: string | null;
  relationship_id: string | null;
  during: string | null;
}

export interface FactPlacement {
  organiser: string | null;
  organiser_id: string | null;
  service: string | null;
  client_id: string | null;
  person_id: string | null;
  placement_id: string | null;
  relationship_id: string | null;
  group_id: string | null;
  workplace_id: string | null;
  employer_id: string | null;
  wage_subsidy: boolean | null;
  meal: boolean | null;
  hours_a_day: number | null;
  during: string | null;
}

export interface FactPlan {
  organiser: string | null;
  organiser_id: string | null;
  service: string | null;
  client_id: string | null;
  person_id: string | null;
  plan_id: string | null;
  kind: string | null;
  made_on: string | null;
  review_on: string | null;
  reviewed_on: string | null;
  days_a_week: number | null;
  hours_a_day: number | null;
  during: string | null;
  signed_on: string | null;
}

export interface FactPost {
  organiser: string | null;
  organiser_id: string | null;
  services: string[] | null;
  worker_id: string | null;
  worker: string | null;
  role: string | null;
  unit_id: string | null;
  full_time_share: number | null;
  hours_a_week: number | null;
  agreed_caseload: number | null;
  team: string | null;
  during: string | null;
}

export interface FactRate {
  organiser: string | null;
  organiser_id: string | null;
  rate_id: string | null;
  kind: string | null;
  employer_id: string | null;
  amount_cents: number | null;
  paid_holiday_days: number | null;
  rule: string | null;
  during: string | null;
}

export interface FactReason {
  organiser: string | null;
  organiser_id: string | null;
  client_id: string | null;
  person_id: string | null;
  reason: string | null;
  during: string | null;
}

export interface FactReferral {
  organiser: string | null;
  organiser_id: string | null;
  service: string | null;
  client_id: string | null;
  person_id: string | null;
  referral_id: string | null;
  source: string | null;
  kind: string | null;
  received_on: string | null;
  came_on: string | null;
  withdrawn_on: string | null;
  decided_on: string | null;
  finishes_studies: boolean | null;
  pending: string | null;
}

export interface FactRelationship {
  organiser: string | null;
  organiser_id: string | null;
  service: string | null;
  client_id: string | null;
  person_id: string | null;
  relationship_id: string | null;
  decision_id: string | null;
  provision_mode: string | null;
  provider: string | null;
  during: string | null;
  began_on: string | null;
  left_on: string | null;
}

export interface FactResponsible {
  organiser: string | null;
  organiser_id: string | null;
  service: string | null;
  client_id: string | null;
  person_id: string | null;
  relationship_id: string | null;
  worker_id: string | null;
  role: string | null;
  during: string | null;
}

export interface FactRhythm {
  organiser: string | null;
  organiser_id: string | null;
  service: string | null;
  phase: string | null;
  phase_days: number | null;
  every_days: number | null;
  every_days_at_most: number | null;
  visit_at_renewal: boolean | null;
  group_meetings_a_year: number | null;
  during: string | null;
}

export interface FactTransition {
  organiser: string | null;
  organiser_id: string | null;
  client_id: string | null;
  person_id: string | null;
  transition_id: string | null;
  from_service: string | null;
  to_service: string | null;
  moved_on: string | null;
}

export interface FactWorkplace {
  organiser: string | null;
  organiser_id: string | null;
  workplace_id: string | null;
  employer_id: string | null;
  municipality_code: string | null;
  during: string | null;
}

export interface HearingHearing {
  id: Generated<string>;
  organiser_id: string;
  client_id: string;
  referral_id: string;
  asked_on: string;
  respond_by_on: string;
  about: string;
  way: 'post' | 'electronic' | 'in-person';
  asked_by_id: string;
  answered_on: string | null;
  answer: string | null;
  recorded: Generated<string>;
}

export interface HearingHearingHistory {
  id: string;
  organiser_id: string;
  client_id: string;
  referral_id: string;
  asked_on: string;
  respond_by_on: string;
  about: string;
  way: 'post' | 'electronic' | 'in-person';
  asked_by_id: string;
  answered_on: string | null;
  answer: string | null;
  recorded: string;
}

export interface HearingNotice {
  id: Generated<string>;
  organiser_id: string;
  client_id: string;
  hearing_id: string;
  recipient: 'client' | 'representative';
  name: string | null;
  way: 'post' | 'electronic' | 'in-person';
  sent_on: string;
  served_on: string;
  recorded: Generated<string>;
}

export interface HearingNoticeHistory {
  id: string;
  organiser_id: string;
  client_id: string;
  hearing_id: string;
  recipient: 'client' | 'representative';
  name: string | null;
  way: 'post' | 'electronic' | 'in-person';
  sent_on: string;
  served_on: string;
  recorded: string;
}

export interface KnownAgreementAgreement {
  id: string;
  organiser_id: string;
  client_id: string;
  placement_id: string;
  tasks: string;
  hours: string;
  during: string;
  recorded: string;
  agreed_until_on: string | null;
  terms: string | null;
}

export interface KnownAgreementApproval {
  id: string;
  organiser_id: string;
  client_id: string;
  agreement_id: string;
  party: 'client' | 'employer' | 'organiser';
  content_hash: string;
  approved_on: string;
  approved_by: string;
  recorded_by_id: string | null;
  recorded: string;
}

export interface KnownAgreementPaper {
  id: string;
  organiser_id: string;
  client_id: string;
  agreement_id: string;
  content_hash: string;
  copy: 'client' | 'employer' | 'organiser';
  kept_on: string;
  pdf: Buffer;
  sha256: Buffer;
  tells_place: boolean;
  recorded: string;
}

export interface KnownAssessmentAssessment {
  id: string;
  organiser_id: string;
  client_id: string;
  referral_id: string;
  begun_on: string;
  begun_by_id: string;
  took_part: string | null;
  situation: string | null;
  client_view: string | null;
  view_missing_because: string | null;
  conclusions: string | null;
  need: 'none' | 'temporary' | 'recurring' | 'long-term' | null;
  special_support: boolean | null;
  own_worker: boolean | null;
  own_worker_view: string | null;
  finished_on: string | null;
  finished_by_id: string | null;
  recorded: string;
}

export interface KnownAttendanceMark {
  id: string;
  organiser_id: string;
  client_id: string;
  placement_id: string;
  held_on: string;
  kind: 'present' | 'absent' | 'holiday';
  reason: 'sick' | 'child-sick' | 'job-interview' | 'other-accepted' | 'unexcused' | 'service-closed' | null;
  meal: boolean;
  marked_by_id: string | null;
  recorded: string;
  held: string;
}

export interface KnownClientAddress {
  id: string;
  organiser_id: string;
  client_id: string;
  street: string | null;
  postal_code: string | null;
  post_office: string | null;
  phone: string | null;
  email: string | null;
  during: string;
  recorded: string;
}

export interface KnownClientBenefit {
  id: string;
  organiser_id: string;
  client_id: string;
  benefit: 'disability-pension' | 'rehabilitation-subsidy' | 'guarantee-pension' | 'housing-allowance' | 'care-allowance' | 'labour-market-subsidy' | 'basic-allowance' | 'earnings-related-allowance' | 'social-assistance' | 'wage' | 'other' | 'none';
  main: boolean;
  during: string;
  recorded: string;
  highest: boolean;
}

export interface KnownClientClient {
  id: string;
  organiser_id: string;
  person_id: string;
  family_name: string;
  given_names: string;
  birth_on: string | null;
  gender: 'female' | 'male' | 'other' | null;
  mother_tongue: string | null;
  service_language: 'fi' | 'sv' | 'en';
  easy_language: boolean;
  municipality_code: string | null;
  identity_cipher: Buffer | null;
  identity_hash: Buffer | null;
  identity_masked: string | null;
  identity_temporary: boolean | null;
  recorded: string;
}

export interface KnownClientProtection {
  id: string;
  organiser_id: string;
  client_id: string;
  during: string;
  recorded: string;
}

export interface KnownClientReason {
  id: string;
  organiser_id: string;
  client_id: string;
  reason: 'intellectual-disability' | 'autism-spectrum' | 'neuropsychiatric' | 'mental-health' | 'substance-use' | 'social' | 'other' | 'not-recorded' | 'none' | 'not-investigated' | 'refused' | 'not-allowed';
  during: string;
  recorded: string;
}

export interface KnownClientRepresentative {
  id: string;
  organiser_id: string;
  client_id: string;
  name: string;
  kind: 'relative' | 'custodian' | 'guardian' | 'attorney' | 'legal-representative' | 'support-person';
  powers: string | null;
  during: string;
  recorded: string;
  covers: string[];
}

export interface KnownCoachingAgreedRhythm {
  id: string;
  organiser_id: string;
  client_id: string;
  relationship_id: string;
  every_days: number;
  during: string;
  recorded: string;
}

export interface KnownCoachingAppointment {
  id: string;
  organiser_id: string;
  client_id: string;
  relationship_id: string;
  worker_id: string;
  kind: 'call' | 'meeting' | 'workplace-visit' | 'group-meeting';
  due_on: string;
  starts_at: string | null;
  place: string | null;
  recorded: string;
  outcome: 'held' | 'missed' | 'moved' | 'cancelled' | null;
  told_by_id: string | null;
  contact_id: string | null;
  moved_to_id: string | null;
  note: string | null;
  waits: string | null;
}

export interface KnownCoachingContact {
  id: string;
  organiser_id: string;
  client_id: string;
  relationship_id: string | null;
  worker_id: string;
  kind: 'call' | 'message' | 'meeting' | 'workplace-visit' | 'group-meeting';
  party: 'client' | 'employer' | 'both';
  held_on: string;
  minutes: number | null;
  note: string | null;
  recorded: string;
  referral_id: string | null;
  meeting_id: string | null;
  outside_service: boolean;
  held: string | null;
}

export interface KnownCompensationLine {
  id: string;
  organiser_id: string;
  client_id: string;
  placement_id: string;
  mark_id: string;
  month_id: string;
  kind: 'open-work-allowance' | 'work-share' | 'activity-allowance' | 'travel' | 'meal-charge' | 'employer-share' | 'cost-compensation';
  party: 'client' | 'employer';
  employer_id: string | null;
  earned_on: string;
  amount_cents: number;
  rate_id: string | null;
  rule: string;
  reverses_id: string | null;
  version: number;
  written_at: string;
  correcting: boolean;
}

export interface KnownCooperationLink {
  id: string;
  organiser_id: string;
  service_group: string;
  other_service: 'social-rehabilitation' | 'te-services' | 'kela-rehabilitation' | 'municipal-employment' | 'mental-health-and-substance' | 'adult-social-work' | 'ohjaamo' | 'typ' | 'disability-services' | 'health-services' | 'physiotherapy' | 'hospital-social-work' | 'other';
  state: 'agreed' | 'as-needed' | 'none' | 'in-house';
  note: string | null;
  during: string;
  recorded: string;
}

export interface KnownCooperationReferral {
  id: string;
  organiser_id: string;
  client_id: string;
  service: string;
  other_service: string;
  direction: 'to' | 'from';
  made_on: string;
  outcome: 'started' | 'refused' | 'no-place' | 'not-known' | null;
  outcome_on: string | null;
  recorded: string;
}

export interface KnownDecisionDecision {
  id: string;
  organiser_id: string;
  client_id: string;
  referral_id: string;
  plan_id: string | null;
  service: string;
  outcome: 'grant' | 'end' | 'deny' | 'not-examined' | 'lapse';
  decided_on: string;
  during: string | null;
  reasons: string;
  provisions: string[];
  decided_by_id: string;
  served_on: string | null;
  recorded: string;
  offering_id: string | null;
  place: string | null;
  meal_charge_cents: number | null;
  presented_by_id: string | null;
  delegation: string | null;
  in_part: boolean;
  version: number;
  corrected_on: string | null;
  corrected_because: string | null;
  corrected_by_id: string | null;
  annulled_on: string | null;
  annulled_because: string | null;
  annulled_ground: 'for-client' | 'client-agrees' | 'own-conduct' | null;
  annulled_by_id: string | null;
  stands: boolean;
  year: number;
  number: number;
  unheard_ground: 'rejected-at-once' | 'jeopardises' | 'unnecessary' | null;
  unheard_because: string | null;
  easy_reasons: string | null;
  came_on: string | null;
  left_on: string | null;
  explanations: Json;
  changes_id: string | null;
  last_on: string | null;
  together_id: string | null;
}

export interface KnownDecisionNotice {
  id: string;
  organiser_id: string;
  client_id: string;
  decision_id: string;
  recipient: 'client' | 'representative' | 'copy';
  name: string | null;
  way: 'post' | 'electronic' | 'in-person' | null;
  sent_on: string | null;
  served_on: string;
  recorded: string;
}

export interface KnownDecisionProposal {
  id: string;
  organiser_id: string;
  client_id: string;
  referral_id: string;
  plan_id: string | null;
  outcome: 'grant' | 'end' | 'deny' | 'not-examined' | 'lapse';
  during: string | null;
  reasons: string;
  provisions: string[];
  offering_id: string | null;
  place: string | null;
  meal_charge_cents: number | null;
  presented_by_id: string;
  presented_on: string;
  decider_id: string;
  returned_on: string | null;
  returned_because: string | null;
  recorded: string;
  in_part: boolean;
  unheard_ground: 'rejected-at-once' | 'jeopardises' | 'unnecessary' | null;
  unheard_because: string | null;
  easy_reasons: string | null;
  explanations: Json;
  changes_id: string | null;
  last_on: string | null;
}

export interface KnownDescriptionAnswer {
  id: string;
  organiser_id: string;
  service_group: string;
  question: string;
  heading: string;
  text: string;
  answered: boolean;
  version: number;
  import_id: string | null;
  written_by_id: string | null;
  written_on: string;
  recorded: string;
  language: 'fi' | 'sv' | 'en';
}

export interface KnownDescriptionDescription {
  id: string;
  organiser_id: string;
  service_group: string;
  title: string;
  services: string[];
  import_id: string | null;
  recorded: string;
}

export interface KnownEmployerEmployer {
  id: string;
  organiser_id: string;
  name: string;
  business_code: string | null;
  sector: 'private' | 'municipal' | 'state' | 'association' | 'other';
  during: string;
  recorded: string;
}

export interface KnownEmployerWorkplace {
  id: string;
  organiser_id: string;
  employer_id: string;
  name: string;
  street: string | null;
  municipality_code: string | null;
  tasks: string | null;
  contact_name: string | null;
  contact_phone: string | null;
  during: string;
  recorded: string;
}

export interface KnownExitExit {
  id: string;
  organiser_id: string;
  client_id: string;
  relationship_id: string;
  ended_on: string;
  reason: 'other-employment-service' | 'maximum-time' | 'employed' | 'non-commitment' | 'employed-with-subsidy' | 'health-or-rehabilitation' | 'studies' | 'own-wish' | 'retired' | 'moved-away' | 'died' | 'need-ended' | 'other';
  destination: 'other-employment-service' | 'rehabilitation' | 'sick-leave' | 'subsidised-work' | 'paid-work' | 'studies' | 'pension' | 'other-social-service' | 'home' | 'elsewhere' | 'not-known';
  note: string | null;
  recorded_by_id: string | null;
  recorded: string;
  last_day: string;
}

export interface KnownExitTransition {
  id: string;
  organiser_id: string;
  client_id: string;
  from_relationship_id: string;
  to_relationship_id: string;
  moved_on: string;
  recorded: string;
  last_day: string;
  first_day: string;
}

export interface KnownHearingHearing {
  id: string;
  organiser_id: string;
  client_id: string;
  referral_id: string;
  asked_on: string;
  respond_by_on: string;
  about: string;
  way: 'post' | 'electronic' | 'in-person';
  asked_by_id: string;
  answered_on: string | null;
  answer: string | null;
  recorded: string;
}

export interface KnownHearingNotice {
  id: string;
  organiser_id: string;
  client_id: string;
  hearing_id: string;
  recipient: 'client' | 'representative';
  name: string | null;
  way: 'post' | 'electronic' | 'in-person';
  sent_on: string;
  served_on: string;
  recorded: string;
}

export interface KnownOrganiserArea {
  id: string;
  organiser_id: string;
  municipality_code: string;
  during: string;
  recorded: string;
}

export interface KnownOrganiserGroup {
  id: string;
  organiser_id: string;
  unit_id: string;
  service: string;
  name: string;
  capacity: number | null;
  lead_rotation_months: number | null;
  during: string;
  recorded: string;
  weekdays: number[];
  halves: string[];
  meal: boolean;
}

export interface KnownOrganiserOffering {
  id: string;
  organiser_id: string;
  service: string;
  provision_mode: 'own' | 'purchased' | 'voucher' | 'grant';
  provider_id: string | null;
  during: string;
  recorded: string;
}

export interface KnownOrganiserOrganiser {
  id: string;
  code: string;
  kind: 'cooperation-area' | 'municipality' | 'employment-services' | 'region' | 'wellbeing-services-county';
  name_fi: string;
  name_sv: string;
  name_en: string;
  office_fi: string | null;
  street: string | null;
  postal_code: string | null;
  post_office: string | null;
  phone: string | null;
  email: string | null;
  register_from_on: string;
  during: string;
  recorded: string;
  data_protection_contact: string | null;
  data_protection_page: string | null;
  office_sv: string | null;
  office_en: string | null;
}

export interface KnownOrganiserProvider {
  id: string;
  name: string;
  kind: 'own' | 'association' | 'foundation' | 'company' | 'state-office' | 'municipality';
  business_code: string | null;
  recorded: string;
}

export interface KnownOrganiserRectificationBody {
  id: string;
  organiser_id: string;
  name_fi: string;
  name_sv: string;
  name_en: string;
  street: string;
  postal_code: string;
  post_office: string;
  email: string | null;
  phone: string | null;
  opening_fi: string;
  opening_sv: string;
  opening_en: string;
  during: string;
  recorded: string;
}

export interface KnownOrganiserUnit {
  id: string;
  organiser_id: string;
  provider_id: string | null;
  name: string;
  kind: 'activity-centre' | 'workshop' | 'day-centre' | 'office';
  municipality_code: string;
  street: string | null;
  during: string;
  recorded: string;
}

export interface KnownOwnworkerNaming {
  id: string;
  organiser_id: string;
  client_id: string;
  worker_id: string;
  during: string;
  recorded: string;
}

export interface KnownPhrasePhrase {
  id: string;
  organiser_id: string;
  service: string;
  against: boolean;
  provision: string | null;
  name: string;
  text_fi: string;
  text_sv: string;
  easy_fi: string | null;
  easy_sv: string | null;
  during: string;
  recorded: string;
}

export interface KnownPlacementPlacement {
  id: string;
  organiser_id: string;
  client_id: string;
  relationship_id: string;
  service: string;
  group_id: string | null;
  workplace_id: string | null;
  tasks: string | null;
  starts_at: string | null;
  ends_at: string | null;
  hours_a_day: number | null;
  wage_subsidy: boolean;
  meal: boolean;
  during: string;
  recorded: string;
  outside_because: string | null;
}

export interface KnownPlacementSlot {
  id: string;
  organiser_id: string;
  client_id: string;
  placement_id: string;
  weekday: number;
  half: 'am' | 'pm';
  during: string;
  recorded: string;
}

export interface KnownPlanGoal {
  id: string;
  organiser_id: string;
  client_id: string;
  plan_id: string;
  place: number;
  goal: string;
  achieved_on: string | null;
  recorded: string;
}

export interface KnownPlanInterruption {
  id: string;
  organiser_id: string;
  client_id: string;
  plan_id: string;
  during: string;
  ground: 'employed' | 'enterprise' | 'studies';
  ground_on: string;
  heard_on: string;
  decided_on: string;
  decided_by: 'organiser' | 'employment';
  reason: string;
  agreed: string | null;
  recorded_by_id: string;
  recorded: string;
}

export interface KnownPlanItem {
  id: string;
  organiser_id: string;
  client_id: string;
  plan_id: string;
  item: string;
  answer: string;
  recorded: string;
}

export interface KnownPlanPaper {
  id: string;
  organiser_id: string;
  client_id: string;
  plan_id: string;
  signed_as: string;
  kept_on: string;
  language: 'fi' | 'sv' | 'en';
  pdf: Buffer;
  sha256: Buffer;
  tells_place: boolean;
  recorded: string;
}

export interface KnownPlanPlan {
  id: string;
  organiser_id: string;
  client_id: string;
  referral_id: string | null;
  service: string;
  kind: 'activation' | 'multisectoral' | 'service';
  made_on: string;
  during: string;
  review_on: string | null;
  days_a_week: number | null;
  hours_a_day: number | null;
  informed_of_benefits_at: string | null;
  made_by_id: string | null;
  reviewed_on: string | null;
  recorded: string;
  came_on: string | null;
}

export interface KnownPlanReview {
  id: string;
  organiser_id: string;
  client_id: string;
  plan_id: string;
  reviewed_on: string;
  next_on: string | null;
  recorded_by_id: string;
  recorded: string;
}

export interface KnownPlanSignature {
  id: string;
  organiser_id: string;
  client_id: string;
  plan_id: string;
  signer: 'client' | 'organiser' | 'employment';
  signed_on: string;
  signed_by: string | null;
  capacity: string | null;
  way: 'in-person' | 'by-post' | 'electronic' | 'earlier';
  recorded_by_id: string | null;
  recorded: string;
}

export interface KnownRateRate {
  id: string;
  organiser_id: string;
  kind: 'open-work-allowance' | 'work-share' | 'activity-allowance' | 'meal-charge' | 'employer-share';
  employer_id: string | null;
  amount_cents: number;
  paid_holiday_days: number;
  rule: string;
  during: string;
  recorded: string;
}

export interface KnownRectificationNotice {
  id: string;
  organiser_id: string;
  client_id: string;
  request_id: string;
  recipient: 'client' | 'representative';
  name: string | null;
  way: 'post' | 'electronic' | 'in-person' | null;
  sent_on: string | null;
  served_on: string;
  recorded: string;
}

export interface KnownRectificationRequest {
  id: string;
  organiser_id: string;
  client_id: string;
  decision_id: string;
  received_on: string;
  demands: string;
  body: string;
  recorded_by_id: string;
  outcome: 'changed' | 'upheld' | 'not-examined' | null;
  decided_on: string | null;
  reasons: string | null;
  served_on: string | null;
  appealed_on: string | null;
  court_outcome: 'dismissed' | 'changed' | 'returned' | 'not-examined' | null;
  court_decided_on: string | null;
  recorded: string;
}

export interface KnownReferralReferral {
  id: string;
  organiser_id: string;
  client_id: string;
  service: string;
  source: 'disability-service-application' | 'coaching-team' | 'school' | 'social-worker' | 'relative' | 'te-office-activation-plan' | 'te-office-multisectoral-plan' | 'employment-authority' | 'multisectoral-model' | 'own-contact' | 'youth-outreach' | 'typ' | 'authority' | 'other';
  kind: 'application' | 'referral' | 'own-contact';
  received_on: string;
  finishes_studies: boolean;
  need: string | null;
  received_by_id: string | null;
  withdrawn_on: string | null;
  recorded: string;
  referred_by: string | null;
  year: number;
  number: number;
  came_on: string | null;
  left_on: string | null;
}

export interface KnownRefusalNotice {
  id: string;
  organiser_id: string;
  client_id: string;
  refusal_id: string;
  recipient: 'client' | 'representative';
  name: string | null;
  way: 'post' | 'electronic' | 'in-person';
  sent_on: string;
  served_on: string;
  recorded: string;
}

export interface KnownRefusalRefusal {
  id: string;
  organiser_id: string;
  client_id: string;
  decision_id: string;
  demanded_on: string;
  demand: string;
  refused_on: string;
  reasons: string;
  refused_by_id: string;
  delegation: string;
  way: 'post' | 'electronic' | 'in-person' | null;
  served_on: string | null;
  recorded: string;
}

export interface KnownRelationshipAllocationRule {
  id: string;
  organiser_id: string;
  service: string;
  rule: 'own-coach' | 'group-leader' | 'named-official' | 'none';
  case_manager_by_letter: boolean;
  during: string;
  recorded: string;
}

export interface KnownRelationshipCaseManager {
  id: string;
  organiser_id: string;
  client_id: string;
  worker_id: string;
  during: string;
  recorded: string;
}

export interface KnownRelationshipPause {
  id: string;
  organiser_id: string;
  client_id: string;
  relationship_id: string;
  reason: string;
  during: string;
  recorded: string;
}

export interface KnownRelationshipRelationship {
  id: string;
  organiser_id: string;
  client_id: string;
  service: string;
  offering_id: string;
  decision_id: string | null;
  during: string;
  recorded: string;
  decision_stands: boolean;
  began_on: string | null;
  left_on: string | null;
  outside_because: string | null;
}

export interface KnownRelationshipResponsible {
  id: string;
  organiser_id: string;
  client_id: string;
  relationship_id: string;
  worker_id: string;
  role: 'coach' | 'official';
  during: string;
  recorded: string;
}

export interface KnownRhythmRhythm {
  id: string;
  organiser_id: string;
  service: string;
  phase: 'starting' | 'steady';
  phase_days: number | null;
  every_days: number | null;
  every_days_at_most: number | null;
  visit_at_renewal: boolean;
  group_meetings_a_year: number | null;
  during: string;
  recorded: string;
}

export interface KnownTravelWay {
  id: string;
  organiser_id: string;
  client_id: string;
  means: 'public-transport' | 'own-car' | 'taxi' | 'other' | 'on-foot' | 'free-ride';
  cents_a_day: number;
  agreed_by_id: string;
  during: string;
  recorded: string;
}

export interface KnownWorkerDecidingRight {
  id: string;
  organiser_id: string;
  post_id: string;
  service: string;
  provision: string | null;
  delegation: string;
  public_office: boolean;
  professional: boolean;
  during: string;
  recorded: string;
}

export interface KnownWorkerGroupLead {
  id: string;
  organiser_id: string;
  group_id: string;
  worker_id: string;
  during: string;
  recorded: string;
}

export interface KnownWorkerLetterShare {
  id: string;
  organiser_id: string;
  worker_id: string;
  letters: string;
  during: string;
  recorded: string;
}

export interface KnownWorkerPost {
  id: string;
  worker_id: string;
  organiser_id: string;
  role: 'coach' | 'instructor' | 'rehabilitative-instructor' | 'social-worker' | 'finance' | 'planner' | 'manager' | 'administrator';
  unit_id: string | null;
  full_time_share: number;
  hours_a_week: number | null;
  agreed_caseload: number | null;
  team: string | null;
  during: string;
  recorded: string;
  public_office: boolean;
  professional: boolean;
  tasks: string[];
}

export interface KnownWorkerWorker {
  id: string;
  organiser_id: string;
  family_name: string;
  given_name: string;
  phone: string | null;
  email: string | null;
  language: 'fi' | 'sv' | 'en';
  recorded: string;
}

export interface OrganiserArea {
  id: Generated<string>;
  organiser_id: string;
  municipality_code: string;
  during: string;
  recorded: Generated<string>;
}

export interface OrganiserAreaHistory {
  id: string;
  organiser_id: string;
  municipality_code: string;
  during: string;
  recorded: string;
}

export interface OrganiserGroup {
  id: Generated<string>;
  organiser_id: string;
  unit_id: string;
  service: string;
  name: string;
  capacity: number | null;
  lead_rotation_months: number | null;
  during: string;
  recorded: Generated<string>;
  weekdays: Generated<number[]>;
  halves: Generated<string[]>;
  meal: Generated<boolean>;
}

export interface OrganiserGroupHistory {
  id: string;
  organiser_id: string;
  unit_id: string;
  service: string;
  name: string;
  capacity: number | null;
  lead_rotation_months: number | null;
  during: string;
  recorded: string;
  weekdays: Generated<number[]>;
  halves: Generated<string[]>;
  meal: Generated<boolean>;
}

export interface OrganiserMembership {
  id: Generated<string>;
  region_id: string;
  organiser_id: string;
  during: string;
}

export interface OrganiserMunicipality {
  code: string;
  name_fi: string;
  name_sv: string;
}

export interface OrganiserOffering {
  id: Generated<string>;
  organiser_id: string;
  service: string;
  provision_mode: 'own' | 'purchased' | 'voucher' | 'grant';
  provider_id: string | null;
  during: string;
  recorded: Generated<string>;
}

export interface OrganiserOfferingHistory {
  id: string;
  organiser_id: string;
  service: string;
  provision_mode: 'own' | 'purchased' | 'voucher' | 'grant';
  provider_id: string | null;
  during: string;
  recorded: string;
}

export interface OrganiserOrganiser {
  id: Generated<string>;
  code: string;
  kind: 'cooperation-area' | 'municipality' | 'employment-services' | 'region' | 'wellbeing-services-county';
  name_fi: string;
  name_sv: string;
  name_en: string;
  office_fi: string | null;
  street: string | null;
  postal_code: string | null;
  post_office: string | null;
  phone: string | null;
  email: string | null;
  register_from_on: string;
  during: string;
  recorded: Generated<string>;
  data_protection_contact: string | null;
  data_protection_page: string | null;
  office_sv: string | null;
  office_en: string | null;
}

export interface OrganiserOrganiserHistory {
  id: string;
  code: string;
  kind: 'cooperation-area' | 'municipality' | 'employment-services' | 'region' | 'wellbeing-services-county';
  name_fi: string;
  name_sv: string;
  name_en: string;
  office_fi: string | null;
  street: string | null;
  postal_code: string | null;
  post_office: string | null;
  phone: string | null;
  email: string | null;
  register_from_on: string;
  during: string;
  recorded: string;
  data_protection_contact: string | null;
  data_protection_page: string | null;
  office_sv: string | null;
  office_en: string | null;
}

export interface OrganiserProvider {
  id: Generated<string>;
  name: string;
  kind: 'own' | 'association' | 'foundation' | 'company' | 'state-office' | 'municipality';
  business_code: string | null;
  recorded: Generated<string>;
}

export interface OrganiserProviderHistory {
  id: string;
  name: string;
  kind: 'own' | 'association' | 'foundation' | 'company' | 'state-office' | 'municipality';
  business_code: string | null;
  recorded: string;
}

export interface OrganiserRecordingGap {
  id: Generated<string>;
  organiser_id: string;
  service: string;
  figure: string;
  reason_fi: string;
  reason_sv: string;
  reason_en: string;
  during: string;
}

export interface OrganiserRectificationBody {
  id: Generated<string>;
  organiser_id: string;
  name_fi: string;
  name_sv: string;
  name_en: string;
  street: string;
  postal_code: string;
  post_office: string;
  email: string | null;
  phone: string | null;
  opening_fi: string;
  opening_sv: string;
  opening_en: string;
  during: string;
  recorded: Generated<string>;
}

export interface OrganiserRectificationBodyHistory {
  id: string;
  organiser_id: string;
  name_fi: string;
  name_sv: string;
  name_en: string;
  street: string;
  postal_code: string;
  post_office: string;
  email: string | null;
  phone: string | null;
  opening_fi: string;
  opening_sv: string;
  opening_en: string;
  during: string;
  recorded: string;
}

export interface OrganiserService {
  code: string;
  name_fi: string;
  name_sv: string;
  name_en: string;
  place: number;
}

export interface OrganiserServiceBasis {
  id: Generated<string>;
  service: string;
  provision: string;
  during: string;
}

export interface OrganiserSuccession {
  id: Generated<string>;
  predecessor_id: string;
  successor_id: string;
  from_on: string;
  last_day: GeneratedAlways<string>;
  first_day: GeneratedAlways<string>;
  services: string[] | null;
}

export interface OrganiserUnit {
  id: Generated<string>;
  organiser_id: string;
  provider_id: string | null;
  name: string;
  kind: 'activity-centre' | 'workshop' | 'day-centre' | 'office';
  municipality_code: string;
  street: string | null;
  during: string;
  recorded: Generated<string>;
}

export interface OrganiserUnitHistory {
  id: string;
  organiser_id: string;
  provider_id: string | null;
  name: string;
  kind: 'activity-centre' | 'workshop' | 'day-centre' | 'office';
  municipality_code: string;
  street: string | null;
  during: string;
  recorded: string;
}

export interface OwnworkerNaming {
  id: Generated<string>;
  organiser_id: string;
  client_id: string;
  worker_id: string;
  during: string;
  recorded: Generated<string>;
}

export interface OwnworkerNamingHistory {
  id: string;
  organiser_id: string;
  client_id: string;
  worker_id: string;
  during: string;
  recorded: string;
}

export interface ParticipationBenefit {
  organiser_id: string | null;
  client_id: string | null;
  benefit: string | null;
  main: boolean | null;
  during: string | null;
}

export interface ParticipationDay {
  organiser_id: string;
  client_id: string;
  placement_id: string;
  mark_id: string;
  held_on: string;
}

export interface ParticipationDayLength {
  during: string;
  least_hours: number;
}

export interface ParticipationLimit {
  during: string;
  most_days: number;
  look_back: string;
}

export interface ParticipationOrganiserPays {
  organiser_id: string | null;
  client_id: string | null;
  during: string | null;
}

export interface ParticipationPaidDay {
  organiser_id: string | null;
  client_id: string | null;
  placement_id: string | null;
  mark_id: string | null;
  held_on: string | null;
  payer: string | null;
}

export interface ParticipationPayer {
  organiser_id: string | null;
  client_id: string | null;
  payer: string | null;
  during: string | null;
}

export interface ParticipationPayerChange {
  organiser_id: string | null;
  client_id: string | null;
  during: string | null;
  changed_at: string | null;
}

export interface PhrasePhrase {
  id: Generated<string>;
  organiser_id: string;
  service: string;
  against: boolean;
  provision: string | null;
  name: string;
  text_fi: string;
  text_sv: string;
  easy_fi: string | null;
  easy_sv: string | null;
  during: string;
  recorded: Generated<string>;
}

export interface PhrasePhraseHistory {
  id: string;
  organiser_id: string;
  service: string;
  against: boolean;
  provision: string | null;
  name: string;
  text_fi: string;
  text_sv: string;
  easy_fi: string | null;
  easy_sv: string | null;
  during: string;
  recorded: string;
}

export interface PlacementAnswering {
  organiser_id: string | null;
  client_id: string | null;
  relationship_id: string | null;
  service: string | null;
  worker_id: string | null;
  role: string | null;
  during: string | null;
}

export interface PlacementPlacement {
  id: Generated<string>;
  organiser_id: string;
  client_id: string;
  relationship_id: string;
  service: string;
  group_id: string | null;
  workplace_id: string | null;
  tasks: string | null;
  starts_at: string | null;
  ends_at: string | null;
  hours_a_day: number | null;
  wage_subsidy: Generated<boolean>;
  meal: Generated<boolean>;
  during: string;
  recorded: Generated<string>;
  outside_because: string | null;
}

export interface PlacementPlacementHistory {
  id: string;
  organiser_id: string;
  client_id: string;
  relationship_id: string;
  service: string;
  group_id: string | null;
  workplace_id: string | null;
  tasks: string | null;
  starts_at: string | null;
  ends_at: string | null;
  hours_a_day: number | null;
  wage_subsidy: boolean;
  meal: boolean;
  during: string;
  recorded: string;
  outside_because: string | null;
}

export interface PlacementSlot {
  id: Generated<string>;
  organiser_id: string;
  client_id: string;
  placement_id: string;
  weekday: number;
  half: 'am' | 'pm';
  during: string;
  recorded: Generated<string>;
}

export interface PlacementSlotHistory {
  id: string;
  organiser_id: string;
  client_id: string;
  placement_id: string;
  weekday: number;
  half: 'am' | 'pm';
  during: string;
  recorded: string;
}

export interface PlacementTaken {
  organiser_id: string;
  service: string;
  group_id: string | null;
  workplace_id: string | null;
  during: string;
}

export interface PlanGoal {
  id: Generated<string>;
  organiser_id: string;
  client_id: string;
  plan_id: string;
  place: number;
  goal: string;
  achieved_on: string | null;
  recorded: Generated<string>;
}

export interface PlanGoalHistory {
  id: string;
  organiser_id: string;
  client_id: string;
  plan_id: string;
  place: number;
  goal: string;
  achieved_on: string | null;
  recorded: string;
}

export interface PlanInterruption {
  id: Generated<string>;
  organiser_id: string;
  client_id: string;
  plan_id: string;
  during: string;
  ground: 'employed' | 'enterprise' | 'studies';
  ground_on: string;
  heard_on: string;
  decided_on: string;
  decided_by: 'organiser' | 'employment';
  reason: string;
  agreed: string | null;
  recorded_by_id: string;
  recorded: Generated<string>;
}

export interface PlanInterruptionHistory {
  id: string;
  organiser_id: string;
  client_id: string;
  plan_id: string;
  during: string;
  ground: 'employed' | 'enterprise' | 'studies';
  ground_on: string;
  heard_on: string;
  decided_on: string;
  decided_by: 'organiser' | 'employment';
  reason: string;
  agreed: string | null;
  recorded_by_id: string;
  recorded: string;
}

export interface PlanItem {
  id: Generated<string>;
  organiser_id: string;
  client_id: string;
  plan_id: string;
  item: string;
  answer: string;
  recorded: Generated<string>;
}

export interface PlanItemHistory {
  id: string;
  organiser_id: string;
  client_id: string;
  plan_id: string;
  item: string;
  answer: string;
  recorded: string;
}

export interface PlanPaper {
  id: Generated<string>;
  organiser_id: string;
  client_id: string;
  plan_id: string;
  signed_as: string;
  kept_on: string;
  language: 'fi' | 'sv' | 'en';
  pdf: Buffer;
  sha256: Buffer;
  tells_place: boolean;
  recorded: Generated<string>;
}

export interface PlanPaperHistory {
  id: string;
  organiser_id: string;
  client_id: string;
  plan_id: string;
  signed_as: string;
  kept_on: string;
  language: 'fi' | 'sv' | 'en';
  pdf: Buffer;
  sha256: Buffer;
  tells_place: boolean;
  recorded: string;
}

export interface PlanPlan {
  id: Generated<string>;
  organiser_id: string;
  client_id: string;
  referral_id: string | null;
  service: string;
  kind: 'activation' | 'multisectoral' | 'service';
  made_on: string;
  during: string;
  review_on: string | null;
  days_a_week: number | null;
  hours_a_day: number | null;
  informed_of_benefits_at: string | null;
  made_by_id: string | null;
  reviewed_on: string | null;
  recorded: Generated<string>;
  came_on: string | null;
}

export interface PlanPlanHistory {
  id: string;
  organiser_id: string;
  client_id: string;
  referral_id: string | null;
  service: string;
  kind: 'activation' | 'multisectoral' | 'service';
  made_on: string;
  during: string;
  review_on: string | null;
  days_a_week: number | null;
  hours_a_day: number | null;
  informed_of_benefits_at: string | null;
  made_by_id: string | null;
  reviewed_on: string | null;
  recorded: string;
  came_on: string | null;
}

export interface PlanRest {
  organiser_id: string;
  client_id: string;
  during: string;
}

export interface PlanReview {
  id: Generated<string>;
  organiser_id: string;
  client_id: string;
  plan_id: string;
  reviewed_on: string;
  next_on: string | null;
  recorded_by_id: string;
  recorded: Generated<string>;
}

export interface PlanReviewHistory {
  id: string;
  organiser_id: string;
  client_id: string;
  plan_id: string;
  reviewed_on: string;
  next_on: string | null;
  recorded_by_id: string;
  recorded: string;
}

export interface PlanSignature {
  id: Generated<string>;
  organiser_id: string;
  client_id: string;
  plan_id: string;
  signer: 'client' | 'organiser' | 'employment';
  signed_on: string;
  signed_by: string | null;
  capacity: string | null;
  way: 'in-person' | 'by-post' | 'electronic' | 'earlier';
  recorded_by_id: string | null;
  recorded: Generated<string>;
}

export interface PlanSignatureHistory {
  id: string;
  organiser_id: string;
  client_id: string;
  plan_id: string;
  signer: 'client' | 'organiser' | 'employment';
  signed_on: string;
  signed_by: string | null;
  capacity: string | null;
  way: 'in-person' | 'by-post' | 'electronic' | 'earlier';
  recorded_by_id: string | null;
  recorded: string;
}

export interface PlanSigned {
  plan_id: string | null;
  signed_on: string | null;
}

export interface PlatformAccount {
  id: Generated<string>;
  username: string;
  password_hash: string;
  worker_id: string;
  must_change: Generated<boolean>;
  code_cipher: Buffer | null;
  code_confirmed_at: string | null;
  code_step: number | null;
  provider_subject: string | null;
  password_given_at: string | null;
  password_given_by_id: string | null;
  waits_for_second: Generated<boolean>;
  half_cipher: Buffer | null;
  half_asked_by_id: string | null;
  half_asked_at: string | null;
  half_ends_factors: Generated<boolean>;
}

export interface PlatformAttempt {
  username_hash: Buffer;
  failed_count: number;
  waits_until_at: string | null;
  tried_at: string;
  source: Buffer;
}

export interface PlatformAudit {
  id: GeneratedAlways<number>;
  happened_at: Generated<string>;
  worker_id: string | null;
  organiser_id: string | null;
  act: string;
  purpose: string;
  clients: Generated<string[]>;
  detail: Generated<Json>;
  address: string | null;
  written_in: Generated<string>;
}

export interface PlatformAuditSeal {
  audit_id: number;
  segment_no: number;
  hash: Buffer;
}

export interface PlatformAuditSegment {
  no: number;
  sealed_at: Generated<string>;
  rows: number;
  previous_hash: Buffer;
  hash: Buffer;
  keyed: boolean;
}

export interface PlatformChallenge {
  hash: Buffer;
  ends_at: string;
}

export interface PlatformClock {
  id: Generated<boolean>;
  demo_today_on: string;
}

export interface PlatformCorrection {
  id: Generated<string>;
  organiser_id: string;
  client_id: string;
  act: string;
  subject_id: string;
  why: string;
  was: Json;
  worker_id: string;
  made_at: string;
}

export interface PlatformEntryKey {
  id: Generated<boolean>;
  key: Buffer;
  inner_half: Buffer;
  outer_half: Buffer;
}

export interface PlatformGesture {
  worker_id: string;
  key: string;
  act: string;
  input_hash: Buffer;
  answer: Json | null;
  done_at: Generated<string>;
}

export interface PlatformPasskey {
  id: Generated<string>;
  account_id: string;
  credential_id: Buffer;
  public_key: Buffer;
  counter: number;
  transports: string[];
  name: string;
  made_at: Generated<string>;
  used_at: string | null;
}

export interface PlatformSession {
  token_hash: Buffer;
  account_id: string;
  worker_id: string;
  organiser_id: string;
  language: Generated<'fi' | 'sv' | 'en'>;
  started_at: Generated<string>;
  seen_at: Generated<string>;
  ends_at: string;
  id: Generated<string>;
  runs_in: string | null;
  allowed_roles: string[] | null;
}

export interface PlatformSetting {
  name: string;
  value: string;
}

export interface RateRate {
  id: Generated<string>;
  organiser_id: string;
  kind: 'open-work-allowance' | 'work-share' | 'activity-allowance' | 'meal-charge' | 'employer-share';
  employer_id: string | null;
  amount_cents: number;
  paid_holiday_days: Generated<number>;
  rule: string;
  during: string;
  recorded: Generated<string>;
}

export interface RateRateHistory {
  id: string;
  organiser_id: string;
  kind: 'open-work-allowance' | 'work-share' | 'activity-allowance' | 'meal-charge' | 'employer-share';
  employer_id: string | null;
  amount_cents: number;
  paid_holiday_days: number;
  rule: string;
  during: string;
  recorded: string;
}

export interface RectificationNotice {
  id: Generated<string>;
  organiser_id: string;
  client_id: string;
  request_id: string;
  recipient: 'client' | 'representative';
  name: string | null;
  way: 'post' | 'electronic' | 'in-person' | null;
  sent_on: string | null;
  served_on: string;
  recorded: Generated<string>;
}

export interface RectificationNoticeHistory {
  id: string;
  organiser_id: string;
  client_id: string;
  request_id: string;
  recipient: 'client' | 'representative';
  name: string | null;
  way: 'post' | 'electronic' | 'in-person' | null;
  sent_on: string | null;
  served_on: string;
  recorded: string;
}

export interface RectificationRequest {
  id: Generated<string>;
  organiser_id: string;
  client_id: string;
  decision_id: string;
  received_on: string;
  demands: string;
  body: string;
  recorded_by_id: string;
  outcome: 'changed' | 'upheld' | 'not-examined' | null;
  decided_on: string | null;
  reasons: string | null;
  served_on: string | null;
  appealed_on: string | null;
  court_outcome: 'dismissed' | 'changed' | 'returned' | 'not-examined' | null;
  court_decided_on: string | null;
  recorded: Generated<string>;
}

export interface RectificationRequestHistory {
  id: string;
  organiser_id: string;
  client_id: string;
  decision_id: string;
  received_on: string;
  demands: string;
  body: string;
  recorded_by_id: string;
  outcome: 'changed' | 'upheld' | 'not-examined' | null;
  decided_on: string | null;
  reasons: string | null;
  served_on: string | null;
  appealed_on: string | null;
  court_outcome: 'dismissed' | 'changed' | 'returned' | 'not-examined' | null;
  court_decided_on: string | null;
  recorded: string;
}

export interface ReferralReferral {
  id: Generated<string>;
  organiser_id: string;
  client_id: string;
  service: string;
  source: 'disability-service-application' | 'coaching-team' | 'school' | 'social-worker' | 'relative' | 'te-office-activation-plan' | 'te-office-multisectoral-plan' | 'employment-authority' | 'multisectoral-model' | 'own-contact' | 'youth-outreach' | 'typ' | 'authority' | 'other';
  kind: 'application' | 'referral' | 'own-contact';
  received_on: string;
  finishes_studies: Generated<boolean>;
  need: string | null;
  received_by_id: string | null;
  withdrawn_on: string | null;
  recorded: Generated<string>;
  referred_by: string | null;
  year: Generated<number>;
  number: Generated<number>;
  came_on: string | null;
  left_on: string | null;
}

export interface ReferralReferralHistory {
  id: string;
  organiser_id: string;
  client_id: string;
  service: string;
  source: 'disability-service-application' | 'coaching-team' | 'school' | 'social-worker' | 'relative' | 'te-office-activation-plan' | 'te-office-multisectoral-plan' | 'employment-authority' | 'multisectoral-model' | 'own-contact' | 'youth-outreach' | 'typ' | 'authority' | 'other';
  kind: 'application' | 'referral' | 'own-contact';
  received_on: string;
  finishes_studies: boolean;
  need: string | null;
  received_by_id: string | null;
  withdrawn_on: string | null;
  recorded: string;
  referred_by: string | null;
  year: number;
  number: number;
  came_on: string | null;
  left_on: string | null;
}

export interface RefusalNotice {
  id: Generated<string>;
  organiser_id: string;
  client_id: string;
  refusal_id: string;
  recipient: 'client' | 'representative';
  name: string | null;
  way: 'post' | 'electronic' | 'in-person';
  sent_on: string;
  served_on: string;
  recorded: Generated<string>;
}

export interface RefusalNoticeHistory {
  id: string;
  organiser_id: string;
  client_id: string;
  refusal_id: string;
  recipient: 'client' | 'representative';
  name: string | null;
  way: 'post' | 'electronic' | 'in-person';
  sent_on: string;
  served_on: string;
  recorded: string;
}

export interface RefusalRefusal {
  id: Generated<string>;
  organiser_id: string;
  client_id: string;
  decision_id: string;
  demanded_on: string;
  demand: string;
  refused_on: string;
  reasons: string;
  refused_by_id: string;
  delegation: string;
  way: 'post' | 'electronic' | 'in-person' | null;
  served_on: string | null;
  recorded: Generated<string>;
}

export interface RefusalRefusalHistory {
  id: string;
  organiser_id: string;
  client_id: string;
  decision_id: string;
  demanded_on: string;
  demand: string;
  refused_on: string;
  reasons: string;
  refused_by_id: string;
  delegation: string;
  way: 'post' | 'electronic' | 'in-person' | null;
  served_on: string | null;
  recorded: string;
}

export interface RelationshipAllocationRule {
  id: Generated<string>;
  organiser_id: string;
  service: string;
  rule: 'own-coach' | 'group-leader' | 'named-official' | 'none';
  case_manager_by_letter: Generated<boolean>;
  during: string;
  recorded: Generated<string>;
}

export interface RelationshipAllocationRuleHistory {
  id: string;
  organiser_id: string;
  service: string;
  rule: 'own-coach' | 'group-leader' | 'named-official' | 'none';
  case_manager_by_letter: boolean;
  during: string;
  recorded: string;
}

export interface RelationshipAway {
  organiser_id: string | null;
  client_id: string | null;
  relationship_id: string | null;
  during: string | null;
  of_service: string | null;
}

export interface RelationshipCaseManager {
  id: Generated<string>;
  organiser_id: string;
  client_id: string;
  worker_id: string;
  during: string;
  recorded: Generated<string>;
}

export interface RelationshipCaseManagerHistory {
  id: string;
  organiser_id: string;
  client_id: string;
  worker_id: string;
  during: string;
  recorded: string;
}

export interface RelationshipPause {
  id: Generated<string>;
  organiser_id: string;
  client_id: string;
  relationship_id: string;
  reason: string;
  during: string;
  recorded: Generated<string>;
}

export interface RelationshipPauseHistory {
  id: string;
  organiser_id: string;
  client_id: string;
  relationship_id: string;
  reason: string;
  during: string;
  recorded: string;
}

export interface RelationshipRelationship {
  id: Generated<string>;
  organiser_id: string;
  client_id: string;
  service: string;
  offering_id: string;
  decision_id: string | null;
  during: string;
  recorded: Generated<string>;
  decision_stands: Generated<boolean>;
  began_on: string | null;
  left_on: string | null;
  outside_because: string | null;
}

export interface RelationshipRelationshipHistory {
  id: string;
  organiser_id: string;
  client_id: string;
  service: string;
  offering_id: string;
  decision_id: string | null;
  during: string;
  recorded: string;
  decision_stands: Generated<boolean>;
  began_on: string | null;
  left_on: string | null;
  outside_because: string | null;
}

export interface RelationshipResponsible {
  id: Generated<string>;
  organiser_id: string;
  client_id: string;
  relationship_id: string;
  worker_id: string;
  role: 'coach' | 'official';
  during: string;
  recorded: Generated<string>;
}

export interface RelationshipResponsibleHistory {
  id: string;
  organiser_id: string;
  client_id: string;
  relationship_id: string;
  worker_id: string;
  role: 'coach' | 'official';
  during: string;
  recorded: string;
}

export interface RhythmRhythm {
  id: Generated<string>;
  organiser_id: string;
  service: string;
  phase: 'starting' | 'steady';
  phase_days: number | null;
  every_days: number | null;
  every_days_at_most: number | null;
  visit_at_renewal: Generated<boolean>;
  group_meetings_a_year: number | null;
  during: string;
  recorded: Generated<string>;
}

export interface RhythmRhythmHistory {
  id: string;
  organiser_id: string;
  service: string;
  phase: 'starting' | 'steady';
  phase_days: number | null;
  every_days: number | null;
  every_days_at_most: number | null;
  visit_at_renewal: boolean;
  group_meetings_a_year: number | null;
  during: string;
  recorded: string;
}

export interface TravelChange {
  organiser_id: string | null;
  client_id: string | null;
  during: string | null;
  changed_at: string | null;
}

export interface TravelOwed {
  organiser_id: string;
  client_id: string;
  cents_a_day: number;
  during: string | null;
}

export interface TravelReason {
  id: string;
  organiser_id: string;
  client_id: string;
  reason: string;
}

export interface TravelWay {
  id: Generated<string>;
  organiser_id: string;
  client_id: string;
  means: 'public-transport' | 'own-car' | 'taxi' | 'other' | 'on-foot' | 'free-ride';
  cents_a_day: number;
  reason: string;
  agreed_by_id: string;
  during: string;
  recorded: Generated<string>;
}

export interface TravelWayHistory {
  id: string;
  organiser_id: string;
  client_id: string;
  means: 'public-transport' | 'own-car' | 'taxi' | 'other' | 'on-foot' | 'free-ride';
  cents_a_day: number;
  reason: string;
  agreed_by_id: string;
  during: string;
  recorded: string;
}

export interface WorkerDecidingRight {
  id: Generated<string>;
  organiser_id: string;
  post_id: string;
  service: string;
  provision: string | null;
  delegation: string;
  public_office: Generated<boolean>;
  professional: boolean;
  during: string;
  recorded: Generated<string>;
}

export interface WorkerDecidingRightHistory {
  id: string;
  organiser_id: string;
  post_id: string;
  service: string;
  provision: string | null;
  delegation: string;
  public_office: boolean;
  professional: boolean;
  during: string;
  recorded: string;
}

export interface WorkerGroupLead {
  id: Generated<string>;
  organiser_id: string;
  group_id: string;
  worker_id: string;
  during: string;
  recorded: Generated<string>;
}

export interface WorkerGroupLeadHistory {
  id: string;
  organiser_id: string;
  group_id: string;
  worker_id: string;
  during: string;
  recorded: string;
}

export interface WorkerLetterShare {
  id: Generated<string>;
  organiser_id: string;
  worker_id: string;
  letters: string;
  during: string;
  recorded: Generated<string>;
}

export interface WorkerLetterShareHistory {
  id: string;
  organiser_id: string;
  worker_id: string;
  letters: string;
  during: string;
  recorded: string;
}

export interface WorkerPost {
  id: Generated<string>;
  worker_id: string;
  organiser_id: string;
  role: 'coach' | 'instructor' | 'rehabilitative-instructor' | 'social-worker' | 'finance' | 'planner' | 'manager' | 'administrator';
  unit_id: string | null;
  full_time_share: Generated<number>;
  hours_a_week: number | null;
  agreed_caseload: number | null;
  team: string | null;
  during: string;
  recorded: Generated<string>;
  public_office: Generated<boolean>;
  professional: Generated<boolean>;
  tasks: Generated<string[]>;
}

export interface WorkerPostHistory {
  id: string;
  worker_id: string;
  organiser_id: string;
  role: 'coach' | 'instructor' | 'rehabilitative-instructor' | 'social-worker' | 'finance' | 'planner' | 'manager' | 'administrator';
  unit_id: string | null;
  full_time_share: number;
  hours_a_week: number | null;
  agreed_caseload: number | null;
  team: string | null;
  during: string;
  recorded: string;
  public_office: Generated<boolean>;
  professional: Generated<boolean>;
  tasks: Generated<string[]>;
}

export interface WorkerPostRequest {
  id: Generated<string>;
  organiser_id: string;
  worker_id: string;
  post_id: string | null;
  post: string;
  asked_by_id: string;
  asked_at: string;
  decided_by_id: string | null;
  decided_at: string | null;
  outcome: 'confirmed' | 'refused' | null;
}

export interface WorkerRoleService {
  role: string;
  service: string;
  stands_in: boolean;
}

export interface WorkerWorker {
  id: Generated<string>;
  organiser_id: string;
  family_name: string;
  given_name: string;
  phone: string | null;
  email: string | null;
  language: Generated<'fi' | 'sv' | 'en'>;
  recorded: Generated<string>;
}

export interface WorkerWorkerHistory {
  id: string;
  organiser_id: string;
  family_name: string;
  given_name: string;
  phone: string | null;
  email: string | null;
  language: 'fi' | 'sv' | 'en';
  recorded: string;
}

export interface DB {
  access: Access;
  access_client: AccessClient;
  access_keeper: AccessKeeper;
  access_led: AccessLed;
  access_mate: AccessMate;
  access_matter: AccessMatter;
  access_official: AccessOfficial;
  access_paymaster: AccessPaymaster;
  access_received: AccessReceived;
  access_responsible: AccessResponsible;
  access_supervisor: AccessSupervisor;
  access_task: AccessTask;
  access_waiting: AccessWaiting;
  account_given: AccountGiven;
  agreement_agreement: AgreementAgreement;
  agreement_agreement_history: AgreementAgreementHistory;
  agreement_approval: AgreementApproval;
  agreement_approval_history: AgreementApprovalHistory;
  agreement_approved: AgreementApproved;
  agreement_paper: AgreementPaper;
  agreement_paper_history: AgreementPaperHistory;
  assessment_assessment: AssessmentAssessment;
  assessment_assessment_history: AssessmentAssessmentHistory;
  attendance_closed_day: AttendanceClosedDay;
  attendance_mark: AttendanceMark;
  attendance_mark_history: AttendanceMarkHistory;
  carrying_carrying: CarryingCarrying;
  carrying_row: CarryingRow;
  carrying_step: CarryingStep;
  client_address: ClientAddress;
  client_address_history: ClientAddressHistory;
  client_benefit: ClientBenefit;
  client_benefit_history: ClientBenefitHistory;
  client_client: ClientClient;
  client_client_history: ClientClientHistory;
  client_former_name: ClientFormerName;
  client_opening: ClientOpening;
  client_protected: ClientProtected;
  client_protection: ClientProtection;
  client_protection_history: ClientProtectionHistory;
  client_reason: ClientReason;
  client_reason_history: ClientReasonHistory;
  client_register: ClientRegister;
  client_representative: ClientRepresentative;
  client_representative_history: ClientRepresentativeHistory;
  client_representative_reach: ClientRepresentativeReach;
  client_visit: ClientVisit;
  coaching_agreed_rhythm: CoachingAgreedRhythm;
  coaching_agreed_rhythm_history: CoachingAgreedRhythmHistory;
  coaching_appointment: CoachingAppointment;
  coaching_appointment_history: CoachingAppointmentHistory;
  coaching_contact: CoachingContact;
  coaching_contact_history: CoachingContactHistory;
  compensation_day: CompensationDay;
  compensation_earned: CompensationEarned;
  compensation_line: CompensationLine;
  compensation_marked: CompensationMarked;
  compensation_meal_change: CompensationMealChange;
  compensation_meal_free: CompensationMealFree;
  compensation_month: CompensationMonth;
  compensation_price: CompensationPrice;
  compensation_sum: CompensationSum;
  compensation_summed: CompensationSummed;
  compensation_upkeep: CompensationUpkeep;
  compensation_worth: CompensationWorth;
  cooperation_link: CooperationLink;
  cooperation_link_history: CooperationLinkHistory;
  cooperation_referral: CooperationReferral;
  cooperation_referral_history: CooperationReferralHistory;
  decision_decision: DecisionDecision;
  decision_decision_history: DecisionDecisionHistory;
  decision_granted: DecisionGranted;
  decision_letter: DecisionLetter;
  decision_matter: DecisionMatter;
  decision_notice: DecisionNotice;
  decision_notice_history: DecisionNoticeHistory;
  decision_proposal: DecisionProposal;
  decision_proposal_history: DecisionProposalHistory;
  decision_repealed_act: DecisionRepealedAct;
  decision_replaced: DecisionReplaced;
  description_answer: DescriptionAnswer;
  description_answer_history: DescriptionAnswerHistory;
  description_description: DescriptionDescription;
  description_description_history: DescriptionDescriptionHistory;
  description_import: DescriptionImport;
  earliest_organiser_group: EarliestOrganiserGroup;
  earliest_organiser_offering: EarliestOrganiserOffering;
  earliest_organiser_provider: EarliestOrganiserProvider;
  earliest_worker_worker: EarliestWorkerWorker;
  employer_employer: EmployerEmployer;
  employer_employer_history: EmployerEmployerHistory;
  employer_workplace: EmployerWorkplace;
  employer_workplace_history: EmployerWorkplaceHistory;
  exit_exit: ExitExit;
  exit_exit_history: ExitExitHistory;
  exit_transition: ExitTransition;
  exit_transition_history: ExitTransitionHistory;
  fact_agreed_rhythm: FactAgreedRhythm;
  fact_agreement: FactAgreement;
  fact_allocation_rule: FactAllocationRule;
  fact_answer: FactAnswer;
  fact_approval: FactApproval;
  fact_attendance: FactAttendance;
  fact_benefit: FactBenefit;
  fact_client: FactClient;
  fact_compensation: FactCompensation;
  fact_compensation_day: FactCompensationDay;
  fact_contact: FactContact;
  fact_cooperation_link: FactCooperationLink;
  fact_cooperation_referral: FactCooperationReferral;
  fact_decision: FactDecision;
  fact_employer: FactEmployer;
  fact_exit: FactExit;
  fact_group_lead: FactGroupLead;
  fact_interruption: FactInterruption;
  fact_month: FactMonth;
  fact_participation: FactParticipation;
  fact_pause: FactPause;
  fact_placement: FactPlacement;
  fact_plan: FactPlan;
  fact_post: FactPost;
  fact_rate: FactRate;
  fact_reason: FactReason;
  fact_referral: FactReferral;
  fact_relationship: FactRelationship;
  fact_responsible: FactResponsible;
  fact_rhythm: FactRhythm;
  fact_transition: FactTransition;
  fact_workplace: FactWorkplace;
  hearing_hearing: HearingHearing;
  hearing_hearing_history: HearingHearingHistory;
  hearing_notice: HearingNotice;
  hearing_notice_history: HearingNoticeHistory;
  known_agreement_agreement: KnownAgreementAgreement;
  known_agreement_approval: KnownAgreementApproval;
  known_agreement_paper: KnownAgreementPaper;
  known_assessment_assessment: KnownAssessmentAssessment;
  known_attendance_mark: KnownAttendanceMark;
  known_client_address: KnownClientAddress;
  known_client_benefit: KnownClientBenefit;
  known_client_client: KnownClientClient;
  known_client_protection: KnownClientProtection;
  known_client_reason: KnownClientReason;
  known_client_representative: KnownClientRepresentative;
  known_coaching_agreed_rhythm: KnownCoachingAgreedRhythm;
  known_coaching_appointment: KnownCoachingAppointment;
  known_coaching_contact: KnownCoachingContact;
  known_compensation_line: KnownCompensationLine;
  known_cooperation_link: KnownCooperationLink;
  known_cooperation_referral: KnownCooperationReferral;
  known_decision_decision: KnownDecisionDecision;
  known_decision_notice: KnownDecisionNotice;
  known_decision_proposal: KnownDecisionProposal;
  known_description_answer: KnownDescriptionAnswer;
  known_description_description: KnownDescriptionDescription;
  known_employer_employer: KnownEmployerEmployer;
  known_employer_workplace: KnownEmployerWorkplace;
  known_exit_exit: KnownExitExit;
  known_exit_transition: KnownExitTransition;
  known_hearing_hearing: KnownHearingHearing;
  known_hearing_notice: KnownHearingNotice;
  known_organiser_area: KnownOrganiserArea;
  known_organiser_group: KnownOrganiserGroup;
  known_organiser_offering: KnownOrganiserOffering;
  known_organiser_organiser: KnownOrganiserOrganiser;
  known_organiser_provider: KnownOrganiserProvider;
  known_organiser_rectification_body: KnownOrganiserRectificationBody;
  known_organiser_unit: KnownOrganiserUnit;
  known_ownworker_naming: KnownOwnworkerNaming;
  known_phrase_phrase: KnownPhrasePhrase;
  known_placement_placement: KnownPlacementPlacement;
  known_placement_slot: KnownPlacementSlot;
  known_plan_goal: KnownPlanGoal;
  known_plan_interruption: KnownPlanInterruption;
  known_plan_item: KnownPlanItem;
  known_plan_paper: KnownPlanPaper;
  known_plan_plan: KnownPlanPlan;
  known_plan_review: KnownPlanReview;
  known_plan_signature: KnownPlanSignature;
  known_rate_rate: KnownRateRate;
  known_rectification_notice: KnownRectificationNotice;
  known_rectification_request: KnownRectificationRequest;
  known_referral_referral: KnownReferralReferral;
  known_refusal_notice: KnownRefusalNotice;
  known_refusal_refusal: KnownRefusalRefusal;
  known_relationship_allocation_rule: KnownRelationshipAllocationRule;
  known_relationship_case_manager: KnownRelationshipCaseManager;
  known_relationship_pause: KnownRelationshipPause;
  known_relationship_relationship: KnownRelationshipRelationship;
  known_relationship_responsible: KnownRelationshipResponsible;
  known_rhythm_rhythm: KnownRhythmRhythm;
  known_travel_way: KnownTravelWay;
  known_worker_deciding_right: KnownWorkerDecidingRight;
  known_worker_group_lead: KnownWorkerGroupLead;
  known_worker_letter_share: KnownWorkerLetterShare;
  known_worker_post: KnownWorkerPost;
  known_worker_worker: KnownWorkerWorker;
  organiser_area: OrganiserArea;
  organiser_area_history: OrganiserAreaHistory;
  organiser_group: OrganiserGroup;
  organiser_group_history: OrganiserGroupHistory;
  organiser_membership: OrganiserMembership;
  organiser_municipality: OrganiserMunicipality;
  organiser_offering: OrganiserOffering;
  organiser_offering_history: OrganiserOfferingHistory;
  organiser_organiser: OrganiserOrganiser;
  organiser_organiser_history: OrganiserOrganiserHistory;
  organiser_provider: OrganiserProvider;
  organiser_provider_history: OrganiserProviderHistory;
  organiser_recording_gap: OrganiserRecordingGap;
  organiser_rectification_body: OrganiserRectificationBody;
  organiser_rectification_body_history: OrganiserRectificationBodyHistory;
  organiser_service: OrganiserService;
  organiser_service_basis: OrganiserServiceBasis;
  organiser_succession: OrganiserSuccession;
  organiser_unit: OrganiserUnit;
  organiser_unit_history: OrganiserUnitHistory;
  ownworker_naming: OwnworkerNaming;
  ownworker_naming_history: OwnworkerNamingHistory;
  participation_benefit: ParticipationBenefit;
  participation_day: ParticipationDay;
  participation_day_length: ParticipationDayLength;
  participation_limit: ParticipationLimit;
  participation_organiser_pays: ParticipationOrganiserPays;
  participation_paid_day: ParticipationPaidDay;
  participation_payer: ParticipationPayer;
  participation_payer_change: ParticipationPayerChange;
  phrase_phrase: PhrasePhrase;
  phrase_phrase_history: PhrasePhraseHistory;
  placement_answering: PlacementAnswering;
  placement_placement: PlacementPlacement;
  placement_placement_history: PlacementPlacementHistory;
  placement_slot: PlacementSlot;
  placement_slot_history: PlacementSlotHistory;
  placement_taken: PlacementTaken;
  plan_goal: PlanGoal;
  plan_goal_history: PlanGoalHistory;
  plan_interruption: PlanInterruption;
  plan_interruption_history: PlanInterruptionHistory;
  plan_item: PlanItem;
  plan_item_history: PlanItemHistory;
  plan_paper: PlanPaper;
  plan_paper_history: PlanPaperHistory;
  plan_plan: PlanPlan;
  plan_plan_history: PlanPlanHistory;
  plan_rest: PlanRest;
  plan_review: PlanReview;
  plan_review_history: PlanReviewHistory;
  plan_signature: PlanSignature;
  plan_signature_history: PlanSignatureHistory;
  plan_signed: PlanSigned;
  platform_account: PlatformAccount;
  platform_attempt: PlatformAttempt;
  platform_audit: PlatformAudit;
  platform_audit_seal: PlatformAuditSeal;
  platform_audit_segment: PlatformAuditSegment;
  platform_challenge: PlatformChallenge;
  platform_clock: PlatformClock;
  platform_correction: PlatformCorrection;
  platform_entry_key: PlatformEntryKey;
  platform_gesture: PlatformGesture;
  platform_passkey: PlatformPasskey;
  platform_session: PlatformSession;
  platform_setting: PlatformSetting;
  rate_rate: RateRate;
  rate_rate_history: RateRateHistory;
  rectification_notice: RectificationNotice;
  rectification_notice_history: RectificationNoticeHistory;
  rectification_request: RectificationRequest;
  rectification_request_history: RectificationRequestHistory;
  referral_referral: ReferralReferral;
  referral_referral_history: ReferralReferralHistory;
  refusal_notice: RefusalNotice;
  refusal_notice_history: RefusalNoticeHistory;
  refusal_refusal: RefusalRefusal;
  refusal_refusal_history: RefusalRefusalHistory;
  relationship_allocation_rule: RelationshipAllocationRule;
  relationship_allocation_rule_history: RelationshipAllocationRuleHistory;
  relationship_away: RelationshipAway;
  relationship_case_manager: RelationshipCaseManager;
  relationship_case_manager_history: RelationshipCaseManagerHistory;
  relationship_pause: RelationshipPause;
  relationship_pause_history: RelationshipPauseHistory;
  relationship_relationship: RelationshipRelationship;
  relationship_relationship_history: RelationshipRelationshipHistory;
  relationship_responsible: RelationshipResponsible;
  relationship_responsible_history: RelationshipResponsibleHistory;
  rhythm_rhythm: RhythmRhythm;
  rhythm_rhythm_history: RhythmRhythmHistory;
  travel_change: TravelChange;
  travel_owed: TravelOwed;
  travel_reason: TravelReason;
  travel_way: TravelWay;
  travel_way_history: TravelWayHistory;
  worker_deciding_right: WorkerDecidingRight;
  worker_deciding_right_history: WorkerDecidingRightHistory;
  worker_group_lead: WorkerGroupLead;
  worker_group_lead_history: WorkerGroupLeadHistory;
  worker_letter_share: WorkerLetterShare;
  worker_letter_share_history: WorkerLetterShareHistory;
  worker_post: WorkerPost;
  worker_post_history: WorkerPostHistory;
  worker_post_request: WorkerPostRequest;
  worker_role_service: WorkerRoleService;
  worker_worker: WorkerWorker;
  worker_worker_history: WorkerWorkerHistory;
}
