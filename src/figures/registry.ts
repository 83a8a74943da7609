/** All figures in the order of the questionnaire: the only list. */
import { clientsGranted } from './clients-granted.ts';
import { clientsInMonth } from './clients-in-month.ts';
import { clientsInTwoServices } from './clients-in-two-services.ts';
import { clientsInYear } from './clients-in-year.ts';
import { clientsOnDay } from './clients-on-day.ts';
import { decisionsBySection } from './decisions-by-section.ts';
import type { Figure } from './figure.ts';
import { grantedNotBegun } from './granted-not-begun.ts';
import { pending } from './pending.ts';
import { placesOnDay } from './places-on-day.ts';

export const figures: readonly Figure[] = [
  clientsOnDay,
  placesOnDay,
  clientsInTwoServices,
  clientsInMonth,
  clientsInYear,
  clientsGranted,
  grantedNotBegun,
  pending,
  decisionsBySection,
];

const byId = new Map(figures.map((one) => [one.id, one]));

export function figureById(id: string): Figure | null {
  return byId.get(id) ?? null;
}
