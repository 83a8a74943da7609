import { z } from 'zod';

/** The version that was seen by whoever edits; null where there was nothing yet. */
export const zSeen = z.string().max(100).nullable().default(null);

/** What an edit answers: the version that it made, for an undo to tell that it takes back nothing later. */
export const zEdited = z.object({ done: z.literal(true), version: z.string().optional() });

/** What a change answers of which there is nothing more to tell. */
export const zDone = z.object({ done: z.literal(true) });
