// Employers, their workplaces with tasks and contact persons: where work is done beside a centre.
// Takes the organiser that keeps them, and its municipalities.
// Leaves below the workplaces that a placement can name; no client stands here.
import { z } from 'zod';
import { zId } from '../../kernel/id.ts';
import { zBusinessCode, zName, zPaperLine, zPaperText, zPhone } from '../../kernel/line.ts';
import { zRange } from '../../kernel/range.ts';

export const sectors = ['private', 'municipal', 'state', 'association', 'other'] as const;
export type Sector = (typeof sectors)[number];
export const zSector = z.enum(sectors);

/** What is told of a workplace when it is added or changed. */
export const zWorkplaceDetails = z.strictObject({
  name: zName.min(1),
  street: zPaperLine.nullable().default(null),
  municipalityCode: z.string().max(10).nullable().default(null),
  tasks: zPaperText.nullable().default(null),
  contactName: zName.nullable().default(null),
  contactPhone: zPhone.nullable().default(null),
});
export type WorkplaceDetails = z.output<typeof zWorkplaceDetails>;

export const zEmployerDetails = z.strictObject({
  name: zName.min(1),
  businessCode: zBusinessCode.nullable().default(null),
  sector: zSector,
});
export type EmployerDetails = z.output<typeof zEmployerDetails>;

export const zWorkplace = z.object({
  id: zId,
  employerId: zId,
  name: z.string(),
  street: z.string().nullable(),
  municipalityCode: z.string().nullable(),
  municipality: z.string().nullable(),
  tasks: z.string().nullable(),
  contactName: z.string().nullable(),
  contactPhone: z.string().nullable(),
  during: zRange,
  version: z.string(),
});

/** So many employers or workplaces are offered at once to choose from; another one is found by its name. */
export const choicesAtOnce = 100;

export const zEmployer = z.object({
  id: zId,
  name: z.string(),
  businessCode: z.string().nullable(),
  sector: zSector,
  during: zRange,
  /** Of what an edit writes, for it to tell that it saw it. */
  version: z.string(),
});
export type Employer = z.output<typeof zEmployer>;

/** A workplace with the employer whose it is. */
export const zEmployersWorkplace = zWorkplace.extend({ employer: zEmployer });
export type EmployersWorkplace = z.output<typeof zEmployersWorkplace>;
