// Who must arrange the services, where, by which service, in which way, at which units and groups.
// Takes nothing from above: it is the first room.
// Leaves below the organisers, services, offerings, units and groups that everything else happens in.

import { z } from 'zod';
import { zId } from '../../kernel/id.ts';
import { plainLanguage, type ReadingLanguage } from '../../kernel/language.ts';
import { zBusinessCode, zEmail, zName as zNameLine, zPaperLine, zPhone, zPostalCode } from '../../kernel/line.ts';
import { type Range, zRange } from '../../kernel/range.ts';
import { zSeen } from '../../kernel/seen.ts';
import { type Service, zService } from '../../kernel/service.ts';
import type { PaperSection } from '../../server/letters/paper.ts';

/** Services that one description answers for together. */
export const serviceGroups = {
  'disability-work': ['work-activity', 'day-activity', 'open-work', 'supported-employment', 'job-coaching'],
  'social-welfare-27': ['employment-support-27d', 'work-activity-27e', 'day-activity-severe'],
  'rehabilitative-work': ['rehabilitative-work'],
} as const satisfies Record<string, readonly Service[]>;
export type ServiceGroup = keyof typeof serviceGroups;
export const groupCodes = Object.keys(serviceGroups) as [ServiceGroup, ...ServiceGroup[]];
export const zServiceGroup = z.enum(groupCodes);

/** Services whose clients have a job coach. */
export const coachedServices = ['open-work', 'supported-employment'] as const satisfies readonly Service[];
/** Services at activity centres. */
export const centreServices = ['work-activity', 'day-activity'] as const satisfies readonly Service[];

export const provisionModes = ['own', 'purchased', 'voucher', 'grant'] as const;
export type ProvisionMode = (typeof provisionModes)[number];
export const zProvisionMode = z.enum(provisionModes);

/** In which way, and by whom, a service is given. */
export const zOffered = z.object({ id: zId, mode: zProvisionMode, provider: z.string().nullable() });

/** A provision that may be cited, and how it is. */
export const zCitable = z.object({ id: z.string(), cite: z.string() });

export const organiserKinds = [
  'cooperation-area',
  'municipality',
  'employment-services',
  'region',
  'wellbeing-services-county',
] as const;

export interface Organiser {
  readonly id: string;
  readonly code: string;
  readonly kind: (typeof organiserKinds)[number];
  readonly name: string;
}

export const zOrganiser = z.object({ id: zId, code: z.string(), kind: z.enum(organiserKinds), name: z.string() });

export interface Offering {
  readonly id: string;
  readonly service: Service;
  readonly provisionMode: ProvisionMode;
  readonly providerId: string | null;
  readonly provider: string | null;
  readonly during: Range;
}

export const halves = ['am', 'pm'] as const;

/** A group of a unit, as one chooses it for a placement. */
export const zGroup = z.object({
  id: zId,
  name: z.string(),
  unitId: zId,
  unit: z.string(),
  service: zService,
  capacity: z.int().nullable(),
  leadRotationMonths: z.int().nullable(),
  /** When it is open, and whether a meal is charged unless otherwise agreed. */
  weekdays: z.array(z.int()),
  halves: z.array(z.enum(halves)),
  meal: z.boolean(),
});
export type Group = z.output<typeof zGroup>;

const zName = zNameLine.min(1);
const zLine = zPaperLine.nullable();

/** How an organiser is called and reached; letters say so. */
export const zOrganiserDetails = z.strictObject({
  nameFi: zName,
  nameSv: zName,
  nameEn: zName,
  office: zLine,
  officeSv: zLine,
  officeEn: zLine,
  street: zLine,
  postalCode: zPostalCode.nullable(),
  postOffice: zLine,
  phone: zPhone.nullable(),
  email: zEmail.nullable(),
  /** Whom one asks about data protection, and the page that tells more: every paper says so. */
  dataProtectionContact: zLine,
  dataProtectionPage: z
    .url({ protocol: /^https?$/ })
    .max(300)
    .nullable(),
});
export type OrganiserDetails = z.output<typeof zOrganiserDetails>;
/** The same as it stands, also where it was written down before such texts had a form. */
export const zOrganiserAsKept = zOrganiserDetails.extend({
  nameFi: z.string(),
  nameSv: z.string(),
  nameEn: z.string(),
  office: z.string().nullable(),
  officeSv: z.string().nullable(),
  officeEn: z.string().nullable(),
  street: z.string().nullable(),
  postalCode: z.string().nullable(),
  postOffice: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  dataProtectionContact: z.string().nullable(),
  dataProtectionPage: z.string().nullable(),
});

export type OrganiserAsKept = z.output<typeof zOrganiserAsKept>;

/** The body that handles requests for rectification of the organiser's decisions, and where it is found. */
export const zRectificationBody = z.strictObject({
  nameFi: zName,
  nameSv: zName,
  nameEn: zName,
  street: zName,
  postalCode: zPostalCode.min(1),
  postOffice: zName,
  email: zEmail.nullable(),
  phone: zPhone.nullable(),
  openingFi: zName,
  openingSv: zName,
  openingEn: zName,
});
export type RectificationBody = z.output<typeof zRectificationBody>;

/** Why nobody lives or works in a municipality from a day on, in each room that records where. */
export const municipalityCeased = {
  fi: 'Kunta on lakannut ennen tätä päivää: valitse kunta, johon se liitettiin',
  sv: 'Kommunen har upphört före den dagen: välj den kommun som den gick upp i',
  en: 'The municipality had ceased by that day: choose the one that it was joined to',
};

export const zMunicipality = z.object({ code: z.string(), name: z.string() });

export const providerKinds = ['own', 'association', 'foundation', 'company', 'state-office', 'municipality'] as const;
export const zProviderDetails = z.strictObject({
  name: zName,
  kind: z.enum(providerKinds),
  businessCode: zBusinessCode.nullable(),
});
export type ProviderDetails = z.output<typeof zProviderDetails>;
export const zProvider = z.object({
  id: zId,
  name: z.string(),
  kind: z.enum(providerKinds),
  businessCode: z.string().nullable(),
});
export type Provider = z.output<typeof zProvider>;

export const zOfferingDetails = z.strictObject({
  service: zService,
  provisionMode: zProvisionMode,
  /** Who produces it, unless the organiser itself does. */
  providerId: zId.nullable(),
  during: zRange,
});
export type OfferingDetails = z.output<typeof zOfferingDetails>;

/** The provision by which an organiser gives a service, and its days. */
export const zServiceBasis = z.object({ service: zService, provision: z.string(), during: zRange });

export const zSetOffering = z.object({
  id: zId,
  service: zService,
  provisionMode: zProvisionMode,
  providerId: zId.nullable(),
  provider: z.string().nullable(),
  during: zRange,
});

export const unitKinds = ['activity-centre', 'workshop', 'day-centre', 'office'] as const;
export const zUnitDetails = z.strictObject({
  name: zName,
  kind: z.enum(unitKinds),
  municipalityCode: z.string().max(3),
  street: zLine,
  providerId: zId.nullable(),
  during: zRange,
});
export type UnitDetails = z.output<typeof zUnitDetails>;
export const zUnit = zUnitDetails.extend({
  id: zId,
  name: z.string(),
  street: z.string().nullable(),
  municipality: z.string(),
  provider: z.string().nullable(),
});
export type Unit = z.output<typeof zUnit>;

export const zGroupDetails = z.strictObject({
  name: zName,
  capacity: z.int().min(1).max(10_000).nullable(),
  /** Months that one worker leads the group at a time; null where the leader stays. */
  leadRotationMonths: z.int().min(1).max(60).nullable(),
  /** When the group is open: days from Monday, 1, to Sunday, 7, and halves of them. */
  weekdays: z.array(z.int().min(1).max(7)).min(1).max(7),
  halves: z.array(z.enum(halves)).min(1).max(2),
  /** Whether a meal is charged unless otherwise agreed. */
  meal: z.boolean(),
  during: zRange,
});
export type GroupDetails = z.output<typeof zGroupDetails>;
/** A change of a group, by whoever saw it. */
export const zGroupChange = zGroupDetails.extend({ seen: zSeen });
export const zSetGroup = zGroupDetails.extend({
  id: zId,
  name: z.string(),
  unitId: zId,
  unit: z.string(),
  service: zService,
});
export type SetGroup = z.output<typeof zSetGroup>;

/** What a paper says of the data in it: whose they are to answer for, what one may ask, and where more is told. */
const dataProtectionWords = {
  fi: {
    heading: 'Tietosuoja',
    text: (controller: string, more: string) =>
      `Näiden tietojen rekisterinpitäjä on ${controller}. Tietoja käsitellään sosiaalihuollon järjestämiseksi. Voit pyytää omat tietosi nähtäviksi ja virheellisen tiedon oikaistavaksi. Jos tietojasi on mielestäsi käsitelty väärin, voit viedä asian tietosuojavaltuutetulle. Lisätietoa: ${more}.`,
  },
  sv: {
    heading: 'Dataskydd',
    text: (controller: string, more: string) =>
      `Personuppgiftsansvarig för dessa uppgifter är ${controller}. Uppgifterna behandlas för att ordna socialvård. Du kan be att få se dina egna uppgifter och att fel rättas. Om du anser att dina uppgifter har behandlats fel kan du föra saken till dataombudsmannen. Mer information: ${more}.`,
  },
  en: {
    heading: 'Data protection',
    text: (controller: string, more: string) =>
      `The controller of these data is ${controller}. They are processed to arrange social welfare. You may ask to see your own data and to have wrong data rectified. If you find that your data were processed wrongly, you may take the matter to the Data Protection Ombudsman. More information: ${more}.`,
  },
  selko: {
    heading: 'Tietosi ovat turvassa',
    text: (controller: string, more: string) =>
      `${controller} säilyttää sinun tietojasi.\n\nVoit pyytää, että saat nähdä tietosi.\n\nOnko tiedoissa virhe? Voit pyytää, että virhe korjataan.\n\nJos tietojasi on käytetty väärin, voit kertoa siitä tietosuojavaltuutetulle.\n\nLisää tietoa: ${more}.`,
  },
} as const satisfies Record<ReadingLanguage, object>;

/** The data-protection notice of a paper; where nothing is set for it, one asks the organiser as one reaches it. */
export function dataProtectionNotice(organiser: OrganiserAsKept, language: ReadingLanguage): PaperSection {
  const say = dataProtectionWords[language];
  const name = { fi: organiser.nameFi, sv: organiser.nameSv, en: organiser.nameEn }[plainLanguage(language)];
  const own = [organiser.dataProtectionContact, organiser.dataProtectionPage].filter((one) => one !== null);
  const reach = [organiser.email, organiser.phone].filter((one) => one !== null);
  const more = own.length > 0 ? own : reach.length > 0 ? reach : [name];
  return { heading: say.heading, text: say.text(name, more.join(', ')) };
}
