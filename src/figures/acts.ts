import { z } from 'zod';
import { clientsOn, toldApart, workedWith } from '../casework/client/reads.ts';
import { zId } from '../kernel/id.ts';
import { ask } from '../server/act.ts';
import { actAs } from '../server/perform.ts';
import { figuresAccess } from './access.ts';
import { casesBehind, casesRead, compute } from './frame/compute.ts';
import { units } from './frame/figure.ts';
import { figureQueryFields, questionOf } from './frame/figure-query.ts';
import { fieldOf } from './frame/outside.ts';
import { figures } from './frame/registry.ts';
import { zFigureResult } from './frame/result.ts';
import { figureRefusals } from './texts.ts';

const zFigureId = z.string().max(100);

/** Which part of the question stands in the way, where one does. */
const at = (why: string) => (why in fieldOf ? { field: fieldOf[why as keyof typeof fieldOf] } : {});

export const listFigures = ask({
  name: 'listFigures',
  method: 'GET',
  path: '/api/figures',
  says: 'List the figures with their definitions',
  input: z.strictObject({}),
  output: z.object({
    figures: z.array(
      z.object({
        id: z.string(),
        question: z.string(),
        unit: z.enum(units),
        basis: z.string(),
        label: z.string(),
        definition: z.string(),
      }),
    ),
  }),
  may: figuresAccess.listFigures,
  audited: 'no-person',
  refuses: {},
  run: async ({ who }) => ({
    figures: figures.map(({ id, question, unit, basis, label, definition }) => ({
      id,
      question,
      unit,
      basis,
      label: label[who.language],
      definition: definition[who.language],
    })),
  }),
});

export const computeFigure = ask({
  name: 'computeFigure',
  method: 'GET',
  path: '/api/figures/{id}',
  says: 'Reckon one figure for an organiser, services and a day or period, also as it was known at an instant',
  input: z.strictObject({ id: zFigureId, ...figureQueryFields }),
  output: zFigureResult,
  may: figuresAccess.computeFigure,
  audited: { asked: (input) => input },
  refuses: figureRefusals,
  run: async ({ tx, input, who, today, refuse }) => {
    const result = await compute(tx, input.id, questionOf(input, { today, language: who.language, refuse }), who);
    return typeof result === 'string' ? refuse(result, at(result)) : result;
  },
});

export const figureCases = ask({
  name: 'figureCases',
  method: 'GET',
  path: '/api/figures/{id}/cases',
  says: 'List the clients behind a figure, those whom the worker may see, and say how many are not shown',
  input: z.strictObject({ id: zFigureId, ...figureQueryFields }),
  output: z.object({
    clients: z.array(z.object({ clientId: zId, name: z.string(), classes: z.array(z.string()) })),
    /** Null outside the organiser, where their number is not told. */
    notShown: z.number().nullable(),
  }),
  may: figuresAccess.figureCases,
  audited: {
    clients: (_, output) => output.clients.map(({ clientId }) => clientId),
    detail: ({ id, organiser, service, asOf }) => ({ figure: id, organiser, service, asOf }),
  },
  refuses: figureRefusals,
  run: async ({ tx, input, who, today, refuse }) => {
    const question = questionOf(input, { today, language: who.language, refuse });
    const cases = await casesBehind(tx, input.id, question, who);
    if (typeof cases === 'string') return refuse(cases);
    if (cases === null) return { clients: [], notShown: null };
    // Counting saw them all; listed are those whom the worker may read, and of whom one sees what is of a service only that.
    await actAs(tx, who, 'case');
    const { whole, narrow } = await workedWith(
      tx,
      cases.map(({ client }) => client),
    );
    const read = narrow.size > 0 ? await casesRead(tx, input.id, question) : [];
    const classesOf = new Map(cases.filter(({ client }) => whole.has(client)).map((one) => [one.client, one.classes]));
    for (const { client, classes } of read) {
      const counted = cases.find((one) => one.client === client)?.classes ?? [];
      const common = classes.filter((name) => counted.includes(name));
      if (narrow.has(client) && common.length > 0) classesOf.set(client, common);
    }
    const seen = await clientsOn(tx, [...classesOf.keys()], today);
    const named = seen.map(({ id, familyName, givenNames }) => ({
      clientId: id,
      name: `${familyName} ${givenNames}`.trim(),
      classes: [...(classesOf.get(id) ?? [])],
    }));
    const clients = await toldApart(tx, named, { on: today, language: who.language });
    return { clients, notShown: cases.length - seen.length };
  },
});
