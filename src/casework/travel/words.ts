// Travel: how a client gets to rehabilitative work by the cheapest means, what a day there and back costs, and why so.
// From above it takes the days of participation, and who pays for them.
// Below it leaves what the organiser owes for the way to each day, or that the way was never asked about.

import { z } from 'zod';
import { zDay } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { texts } from '../../kernel/language.ts';
import { zText } from '../../kernel/line.ts';
import { zCents } from '../../kernel/money.ts';
import { zRange } from '../../kernel/range.ts';

/** By what one gets there; the last two cost the client nothing. */
export const travelMeans = ['public-transport', 'own-car', 'taxi', 'other', 'on-foot', 'free-ride'] as const;
export type TravelMeans = (typeof travelMeans)[number];

export const travelMeansNames = texts<Readonly<Record<TravelMeans, string>>>({
  fi: {
    'public-transport': 'Joukkoliikenne',
    'own-car': 'Oma auto, kun joukkoliikennettä ei ole',
    taxi: 'Taksi, kun muuten ei pääse',
    other: 'Muu kulkuneuvo',
    'on-foot': 'Kävellen tai pyörällä, ei kuluja',
    'free-ride': 'Maksuton kyyti, ei kuluja',
  },
  sv: {
    'public-transport': 'Kollektivtrafik',
    'own-car': 'Egen bil, när det inte finns kollektivtrafik',
    taxi: 'Taxi, när man inte kommer fram annars',
    other: 'Annat färdmedel',
    'on-foot': 'Till fots eller med cykel, inga kostnader',
    'free-ride': 'Gratis skjuts, inga kostnader',
  },
  en: {
    'public-transport': 'Public transport',
    'own-car': 'Own car, where no public transport goes',
    taxi: 'Taxi, where one does not get there otherwise',
    other: 'Another means',
    'on-foot': 'On foot or by bicycle, no costs',
    'free-ride': 'A free ride, no costs',
  },
});

/** What is recorded of a way; the amount is of a day, there and back. */
export const zTravelDetails = z.object({
  means: z.enum(travelMeans),
  amount: zCents,
  /** Null where the client's place is hidden: why a ticket costs what it does tells from where one comes. */
  reason: z.string().nullable(),
  during: zRange,
});
export type TravelDetails = z.output<typeof zTravelDetails>;
/** A way as it is recorded: why is always said. */
export type RecordedWay = TravelDetails & { readonly reason: string };

export const zTravelWay = zTravelDetails.extend({
  id: zId,
  /** Who agreed on it for the organiser. */
  agreedBy: z.string(),
});
export type TravelWay = z.output<typeof zTravelWay>;

/** What whoever records or corrects a way says of it. */
export const zNewWay = z.object({
  means: z.enum(travelMeans),
  amount: z.int().min(0).max(500_00),
  reason: zText.min(1).max(500),
  during: zRange,
});

/** Days of participation that the organiser pays for, and of which nobody has said what the way costs. */
export const zTravelQuestion = z.object({ clientId: zId, name: z.string(), days: z.array(zDay) });
export type TravelQuestion = z.output<typeof zTravelQuestion>;
