import { z } from 'zod';
import { organiserByCode } from '../casework/organiser/reads.ts';
import { zServiceGroup } from '../casework/organiser/words.ts';
import { fieldOf } from '../figures/frame/outside.ts';
import { type Day, zDay, zInstant } from '../kernel/day.ts';
import { zLines } from '../kernel/line.ts';
import { zSeen } from '../kernel/seen.ts';
import { zService } from '../kernel/service.ts';
import { act, ask, type Refuse, type Who, zPaper } from '../server/act.ts';
import type { Read } from '../server/database/pool.ts';
import { compileLetter } from '../server/letters/typst.ts';
import { descriptionAccess } from './access.ts';
import { describeServices, groupOf } from './answer.ts';
import { printedDescription } from './print/model.ts';
import { descriptionPaper } from './print/paper.ts';
import { descriptionsOn, earlierAnswers, standingAnswer } from './reads.ts';
import { descriptionRefusals } from './texts.ts';
import { type Description, zDescription, zLanguage, zQuestionId } from './words.ts';
import { writeAnswer } from './writes.ts';

const query = {
  organiser: z.string().max(100),
  service: z.union([zServiceGroup, zService]),
  asOf: zDay.optional(),
  knownAt: zInstant.optional(),
  lang: zLanguage.optional(),
};

const zAsked = z.object(query);

/** The description asked for; refuses what may not be asked. */
async function described({
  tx,
  input,
  who,
  today,
  refuse,
}: {
  readonly tx: Read;
  readonly input: z.output<typeof zAsked>;
  readonly who: Who;
  readonly today: Day;
  readonly refuse: Refuse<typeof descriptionRefusals>;
}): Promise<Description> {
  const { organiser, service, knownAt, asOf = today, lang: language = who.language } = input;
  const anyDay = input.asOf === undefined;
  const answered = await describeServices(tx, { organiser, service, asOf, anyDay, knownAt, language }, who);
  if (typeof answered !== 'string') return answered;
  if (answered === 'no-such-organiser') return refuse('no-such-description', { field: 'organiser' });
  return refuse(answered, { field: fieldOf[answered] });
}

const mayWrite = ({ roles, organiserCode }: Who, organiser: string) =>
  organiser === organiserCode && roles.some((role) => role === 'planner' || role === 'manager');

export const descriptions = ask({
  name: 'descriptions',
  method: 'GET',
  path: '/api/descriptions',
  says: 'List the service descriptions of all organisers',
  input: z.strictObject({}),
  output: z.object({
    descriptions: z.array(
      z.object({
        organiser: z.string(),
        name: z.string(),
        group: zServiceGroup,
        title: z.string().nullable(),
        answered: z.int(),
      }),
    ),
  }),
  may: descriptionAccess.descriptions,
  audited: 'no-person',
  refuses: {},
  run: async ({ tx, today, who }) => ({ descriptions: await descriptionsOn(tx, today, who.language) }),
});

export const describe = ask({
  name: 'describe',
  method: 'GET',
  path: '/api/descriptions/{organiser}/{service}',
  says: 'Answer the seventeen questions of an organiser’s service on a day, as known at an instant',
  input: z.strictObject(query),
  output: zDescription,
  may: descriptionAccess.describe,
  audited: { asked: (input) => input },
  refuses: descriptionRefusals,
  run: async ({ tx, input, who, today, refuse }) => {
    const answered = await described({ tx, input, who, today, refuse });
    return { ...answered, mayWrite: input.knownAt === undefined && mayWrite(who, input.organiser) };
  },
});

export const descriptionPdf = ask({
  name: 'descriptionPdf',
  method: 'GET',
  path: '/api/descriptions/{organiser}/{service}/paper',
  says: 'Print a service description as an accessible PDF',
  input: z.strictObject(query),
  output: zPaper,
  may: descriptionAccess.descriptionPaper,
  audited: { asked: (input) => input },
  refuses: descriptionRefusals,
  run: async ({ tx, input, who, today, refuse }) => {
    const language = input.lang ?? who.language;
    const answered = await described({ tx, input, who, today, refuse });
    const paper = descriptionPaper(printedDescription(answered, language, today));
    const bytes = await compileLetter({
      template: new URL('./print/description.typ', import.meta.url),
      data: paper,
      notice: null,
      pdf: 'ua-1',
      title: paper.title,
      lang: language,
      day: today,
    });
    return { bytes, fileName: `${input.organiser}-${input.service}-${answered.asOf}.pdf`, media: 'application/pdf' };
  },
});

export const descriptionAnswerVersions = ask({
  name: 'descriptionAnswerVersions',
  method: 'GET',
  path: '/api/descriptions/{organiser}/{service}/{question}/versions',
  says: 'List the texts that stood as the answer to a question before the one that stands now',
  input: z.strictObject({ organiser: z.string().max(100), service: zServiceGroup, question: zQuestionId }),
  output: z.object({
    versions: z.array(
      z.object({
        version: z.int(),
        text: z.string(),
        language: zLanguage,
        writtenOn: zDay,
        writtenBy: z.string().nullable(),
      }),
    ),
  }),
  may: descriptionAccess.descriptionAnswerVersions,
  audited: 'no-person',
  refuses: {},
  run: async ({ tx, input }) => ({
    versions: await earlierAnswers(tx, input.organiser, input.service, input.question),
  }),
});

export const writeDescriptionAnswer = act({
  name: 'writeDescriptionAnswer',
  method: 'PUT',
  path: '/api/descriptions/{organiser}/{service}/{question}',
  says: 'Write the authored answer to a question of one’s own organiser; an empty text leaves it unanswered',
  input: z.strictObject({
    organiser: z.string().max(100),
    service: zServiceGroup,
    question: zQuestionId,
    text: zLines(20_000),
    /** In which it is written; without it, one's own. */
    language: zLanguage.optional(),
    seen: zSeen,
  }),
  output: z.object({ version: z.string() }),
  may: descriptionAccess.writeDescriptionAnswer,
  audited: 'no-person',
  refuses: descriptionRefusals,
  edits: ({ tx, input }) => standingAnswer(tx, input.organiser, groupOf(input.service), input.question),
  run: async ({ tx, input, who, today, refuse }) => {
    if (!mayWrite(who, input.organiser)) return refuse('not-yours');
    const organiser = await organiserByCode(tx, input.organiser, who.language);
    if (!organiser) return refuse('no-such-description', { field: 'organiser' });
    return {
      version: String(
        await writeAnswer(tx, {
          organiserId: organiser.id,
          group: groupOf(input.service),
          question: input.question,
          heading: '',
          text: input.text,
          language: input.language ?? who.language,
          writtenById: who.workerId,
          writtenOn: today,
        }),
      ),
    };
  },
});
