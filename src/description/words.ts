// The fixed questionnaire of a service description, answered for an organiser's services on a day.
// Takes authored texts, and the figures that answer beside them.
// Leaves the description itself, as JSON, on screen and on paper.

import { z } from 'zod';
import { zServiceGroup } from '../casework/organiser/words.ts';
import { zFigureResult } from '../figures/frame/result.ts';
import { zDay } from '../kernel/day.ts';
import { type Language, languages } from '../kernel/language.ts';
import { questionIds } from '../kernel/question.ts';
import { zService } from '../kernel/service.ts';

export const zQuestionId = z.enum(questionIds);
export const zLanguage = z.enum(languages as readonly [Language, ...Language[]]);

export const zAnswered = z.object({
  id: zQuestionId,
  question: z.string(),
  /** The heading under which the answer was authored, where it differs from the question. */
  heading: z.string().nullable(),
  answered: z.boolean(),
  text: z.string().nullable(),
  /** In which language it is written. */
  language: zLanguage.nullable(),
  writtenOn: zDay.nullable(),
  writtenBy: z.string().nullable(),
  version: z.int().nullable(),
  figures: z.array(zFigureResult),
});

export const zDescription = z.object({
  organiser: z.object({ code: z.string(), name: z.string() }),
  group: zServiceGroup,
  services: z.array(zService),
  title: z.string(),
  asOf: zDay,
  knownAt: z.string().nullable(),
  /** Within one's own organiser numbers are exact; elsewhere few persons are hidden. */
  inside: z.boolean(),
  mayWrite: z.boolean(),
  statutes: z.array(z.string()),
  questions: z.array(zAnswered),
});
export type Description = z.output<typeof zDescription>;

/** A description as a questionnaire document gives it, its organiser and services recognised. */
export interface ImportedDescription {
  readonly organiserId: string;
  readonly group: z.output<typeof zServiceGroup>;
  readonly title: string;
  readonly services: readonly string[];
  readonly questions: readonly {
    readonly id: string;
    readonly heading: string;
    readonly text: string;
    readonly answered: boolean;
  }[];
}
