/** What a correction tells and keeps: of which fact, and what stood there before. */
import { z } from 'zod';

export const zCorrected = z.object({ was: z.record(z.string(), z.unknown()) });

/** Of which fact an act is a correction, by the field of its input that names it; what stood there before is kept with the reason. */
export function correctionOf<Field extends string>(field: Field) {
  return {
    subject: (input: { readonly [K in Field]: string }): string => input[field],
    was: ({ was }: z.output<typeof zCorrected>): Record<string, unknown> => was,
  };
}
