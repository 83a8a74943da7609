/** The services that this product is for, in the order in which people read them. */
import { z } from 'zod';

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

/** The service tasks in which documents of social welfare are made. */
export const serviceTasks = ['working-age', 'disability'] as const;
export type ServiceTask = (typeof serviceTasks)[number];

/** In which of them a service is given; row-level security asks the same of service_task. */
export function taskOf(service: Service): ServiceTask {
  return service === 'rehabilitative-work' ? 'working-age' : 'disability';
}
