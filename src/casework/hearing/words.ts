// Hearing: what a client was asked before a matter is decided against them, by when, and what was answered.
// Takes the pending matter, and where the client is reached.
// Leaves below whether a party was heard, on which a decision against them stands.

import { z } from 'zod';
import { zDay } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { zToldPaperText, zToldText } from '../../kernel/line.ts';
import { ways, zNotice, zServing } from '../client/words.ts';

export const zNewHearing = z.strictObject({
  referralId: zId,
  /** What is intended, and by which facts. */
  about: zToldPaperText,
  respondByOn: zDay,
  way: z.enum(ways),
  /** Who acts for the client and gets the request too. */
  representativeIds: z.array(zId).max(10).default([]),
});

export const zHearing = z.object({
  id: zId,
  referralId: zId,
  askedOn: zDay,
  respondByOn: zDay,
  about: z.string(),
  way: z.enum(ways),
  /** To whom the request was given. */
  notices: z.array(zNotice),
  askedBy: z.string(),
  answeredOn: zDay.nullable(),
  answer: z.string().nullable(),
});
export type Hearing = z.output<typeof zHearing>;
/** What taking it back must have seen: the answer too. */
export const zHearingDetails = zHearing.pick({
  askedOn: true,
  respondByOn: true,
  about: true,
  way: true,
  notices: true,
  answeredOn: true,
  answer: true,
});

/** What a correction of a request changes: how and when it was given and to whom, and by when to answer. What was asked stays as it was sent. */
export const zHearingServed = zServing.extend({ respondByOn: zDay });

/** What a client answered, and when. */
export const zAnswer = z.strictObject({ answeredOn: zDay, answer: zToldText });
export type HearingAnswer = z.output<typeof zAnswer>;

/** Whether a party was heard in a matter: nobody asked, the time to answer runs, or it was answered or has passed. */
export const zHeardState = z.enum(['not-heard', 'open', 'heard']);
export type HeardState = z.output<typeof zHeardState>;

/** What the head of a request to be heard is made of. */
export const zHearingHead = z.object({
  authority: z.string(),
  office: z.string().nullable(),
  street: z.string().nullable(),
  postalCode: z.string().nullable(),
  postOffice: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  asker: z.string(),
  askerPhone: z.string().nullable(),
  askerEmail: z.string().nullable(),
  client: z.string(),
  language: z.enum(['fi', 'sv', 'en']),
  easyLanguage: z.boolean(),
  service: z.string(),
  number: z.string(),
  receivedOn: zDay,
});
export type HearingHead = z.output<typeof zHearingHead>;
