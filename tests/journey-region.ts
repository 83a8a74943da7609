/** Where the journeys' own region is served. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { fastFolder } from './fast-folder.ts';

/**
 * The settings by which everybody finds it, drawn once: workers of the journeys read them again from the environment. The folder is for
 * a journey in which an operator calls a command beside the server, which makes it.
 */
export const regionOfJourneys = (): Record<'JOURNEY_PORT' | 'JOURNEY_DATA', string> => ({
  JOURNEY_PORT: process.env.JOURNEY_PORT ?? String(20_000 + Math.floor(Math.random() * 20_000)),
  JOURNEY_DATA: process.env.JOURNEY_DATA ?? join(fastFolder(), `kykypolku-journey-${randomUUID()}`),
});
