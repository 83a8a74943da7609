// Assessment of the need of services: when it was begun, who took part, what the professional found and how the client sees it.
// Takes the pending matter, and what tells by when the law wants the assessment begun.
// Leaves below whether a matter waits for its assessment, and what plan and decision can rest on.

import { z } from 'zod';
import { type Day, zDay } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { zPaperText } from '../../kernel/line.ts';
import { type Service, zService } from '../../kernel/service.ts';

/** Whether the need of support is of a kind, and of which: none, for a time, again and again, or for long. */
export const supportNeeds = ['none', 'temporary', 'recurring', 'long-term'] as const;
export type SupportNeed = (typeof supportNeeds)[number];
const zSupportNeed = z.enum(supportNeeds);

/** What an assessment says; nothing of it must be there before it is finished. */
export const zAssessmentContent = z.object({
  tookPart: zPaperText.nullable(),
  situation: zPaperText.nullable(),
  clientView: zPaperText.nullable(),
  viewMissingBecause: zPaperText.nullable(),
  conclusions: zPaperText.nullable(),
  need: zSupportNeed.nullable(),
  specialSupport: z.boolean().nullable(),
  ownWorker: z.boolean().nullable(),
  ownWorkerView: zPaperText.nullable(),
  finishedOn: zDay.nullable(),
});
export type AssessmentContent = z.output<typeof zAssessmentContent>;

export const zAssessment = zAssessmentContent.extend({
  id: zId,
  referralId: zId,
  begunOn: zDay,
  begunBy: z.string(),
  finishedBy: z.string().nullable(),
});
export type Assessment = z.output<typeof zAssessment>;

/** What an edit of an assessment writes. */
export const zAssessmentDetails = zAssessmentContent.extend({ begunOn: zDay });

/** All that the clock of an assessment follows from. */
export interface AssessmentFacts {
  readonly referralId: string;
  readonly service: Service;
  readonly receivedOn: Day;
  readonly birthOn: Day | null;
  readonly highestCareAllowance: boolean;
  readonly begunOn: Day | null;
  readonly finishedOn: Day | null;
}

/** By when an assessment was to be begun by law, and how late it is or was; null where the law gives no day. */
export const zAssessmentClock = z.object({ beginBy: zDay, daysLeft: z.int(), begunLate: z.boolean() });
export type AssessmentClock = z.output<typeof zAssessmentClock>;

/** What the paper of an assessment is made of, in the client's language of service. */
export const zAssessmentHead = z.object({
  authority: z.string(),
  office: z.string().nullable(),
  street: z.string().nullable(),
  postalCode: z.string().nullable(),
  postOffice: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  assessor: z.string(),
  assessorPhone: z.string().nullable(),
  client: z.string(),
  language: z.enum(['fi', 'sv', 'en']),
  easyLanguage: z.boolean(),
  service: zService,
  serviceName: z.string(),
  number: z.string(),
  receivedOn: zDay,
});
export type AssessmentHead = z.output<typeof zAssessmentHead>;
