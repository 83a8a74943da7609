// Who must arrange the services, where, by which service, in which way, at which units and groups.
// Takes nothing from above: it is the first room.
// Leaves below the organisers, services, offerings, units and groups that everything else happens in.
import { z } from 'zod';
import type { Range } from '../../kernel/range.ts';

export const services = [
  'work-activity',
  'day-activity',
  'open-work',
  'supported-employment',
  'job-coaching',
  'rehabilitative-work',
  'employment-support-27d',
  'work-activity-27e',
  'day-activity-severe',
] as const;
export type Service = (typeof services)[number];
export const zService = z.enum(services);

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

export const zOrganiser = z.object({ id: z.uuid(), code: z.string(), kind: z.enum(organiserKinds), name: z.string() });

export interface Offering {
  readonly id: string;
  readonly service: Service;
  readonly provisionMode: ProvisionMode;
  readonly provider: string | null;
  readonly during: Range;
}

/** A group of a unit, as one chooses it for a placement. */
export const zGroup = z.object({
  id: z.uuid(),
  name: z.string(),
  unitId: z.uuid(),
  unit: z.string(),
  service: zService,
  capacity: z.int().nullable(),
  leadRotationMonths: z.int().nullable(),
});
export type Group = z.output<typeof zGroup>;
