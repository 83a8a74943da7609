import { isDeepStrictEqual } from 'node:util';
import { type AnyAct, fieldsOf, zPaper } from '../act.ts';
import { cookieNames, type ServerOptions } from './asking.ts';
import { ownOperations, ownTag, sessionSchemas } from './own-operations.ts';
import { SharedShapes } from './shapes.ts';

type Json = Record<string, unknown>;

const problemSchema: Json = {
  type: 'object',
  description: 'Problem document (RFC 9457)',
  required: ['type', 'title', 'status'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['field', 'message'],
        properties: { field: { type: 'string' }, message: { type: 'string' }, expected: { type: 'string' } },
      },
    },
  },
};

type ApiWords = Pick<ServerOptions, 'version' | 'about' | 'publicHost' | 'shapes' | 'tags'>;

/** The API's own description, OpenAPI 3.1, from the acts. */
export function openApi(
  acts: readonly AnyAct[],
  { version, about, publicHost, shapes = {}, tags = [] }: ApiWords,
): Json {
  const shared = new SharedShapes(shapes, acts);
  const paths: Record<string, Json> = structuredClone(ownOperations);
  for (const act of acts) {
    const operations = paths[act.path] ?? {};
    const of = tags.filter((tag) => tag.acts.includes(act.name)).map(({ name }) => name);
    operations[act.method.toLowerCase()] = { ...(of.length > 0 ? { tags: of } : {}), ...operation(act, shared) };
    paths[act.path] = operations;
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Kykypolku',
      version,
      description: `${about} Sign in with POST /api/session; send the cookie or the token as a bearer.`,
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: '/' }],
    security: [{ session: [] }, { bearer: [] }],
    tags: [...tags.map(({ name, description }) => ({ name, description })), ownTag],
    paths,
    components: {
      schemas: { ...shared.used, ...sessionSchemas, Problem: problemSchema },
      parameters: { GestureKey: gestureKey, InsteadOf: insteadOf, ClientId: clientParameter },
      responses: {
        Refused: refusal('A problem that the caller can mend'),
        ...sharedAnswers,
        Away: refusal('The database cannot be reached just now; Retry-After says when to try again'),
      },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: cookieNames({ publicHost }).session },
        bearer: { type: 'http', scheme: 'bearer' },
      },
    },
  };
}

/** Whether an act's input travels in the address; everything else has a JSON body. */
export const inAddress = (act: Pick<AnyAct, 'method'>): boolean => act.method === 'GET' || act.method === 'DELETE';

/** Whom an act is on: so many have it that it is written once. */
const clientParameter = {
  name: 'clientId',
  in: 'path',
  required: true,
  schema: { $ref: '#/components/schemas/Id' },
};

/** Every change takes the key of its gesture. */
const gestureKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'One key for each gesture: sent again with the same key the change is not done again, and the same answer is given. Without a key only the same change sent at the same time is taken for one.',
  schema: { type: 'string', minLength: 1, maxLength: 200 },
};

/** A change may come in the place of what was sent before it. */
const insteadOf = {
  name: 'Instead-Of',
  in: 'header',
  required: false,
  description:
    'Keys of gestures that said something else and whose answers never came, divided by commas. Those that were not done are done no more; where one was done, this is refused as done-before with its answer.',
  schema: { type: 'string', minLength: 1, maxLength: 2000 },
};

const answered = (schema: Json): Json => ({ description: 'Done', content: { 'application/json': { schema } } });

/** What so many acts answer that the whole answer is written once. */
const sharedAnswers: Readonly<Record<string, Json>> = {
  ...Object.fromEntries(
    ['Done', 'Edited', 'Corrected'].map((name) => [name, answered({ $ref: `#/components/schemas/${name}` })]),
  ),
  Paper: { description: 'Done', content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } },
};

function answerOf(schema: Json): Json {
  const name = /^#\/components\/schemas\/(\w+)$/.exec(String(schema.$ref))?.[1] ?? '';
  return name in sharedAnswers ? { $ref: `#/components/responses/${name}` } : answered(schema);
}

const refusal = (description: string): Json => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

function operation(act: AnyAct, shared: SharedShapes): Json {
  const schema = shared.of(act, 'input');
  const properties = (schema.properties ?? {}) as Record<string, Json>;
  const required = new Set((schema.required ?? []) as string[]);
  const inPath = new Set([...act.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''));
  const parameters: Json[] = Object.keys(fieldsOf(act.input))
    .filter((name) => inPath.has(name) || inAddress(act))
    .map((name) => ({
      name,
      in: inPath.has(name) ? 'path' : 'query',
      required: inPath.has(name) || required.has(name),
      schema: properties[name] ?? {},
    }))
    .map((one) => (isDeepStrictEqual(one, clientParameter) ? { $ref: '#/components/parameters/ClientId' } : one));
  if (act.kind === 'do' && act.method !== 'GET')
    parameters.push({ $ref: '#/components/parameters/GestureKey' }, { $ref: '#/components/parameters/InsteadOf' });
  const bodyNames = Object.keys(properties).filter((name) => !inPath.has(name));
  const body = !inAddress(act) &&
    bodyNames.length > 0 && {
      required: bodyNames.some((name) => required.has(name)),
      content: {
        'application/json': {
          schema: shared.named('input', {
            type: 'object',
            properties: Object.fromEntries(bodyNames.map((name) => [name, properties[name]])),
            required: bodyNames.filter((name) => required.has(name)),
            additionalProperties: false,
          }),
        },
      },
    };
  const refusals = Object.keys(act.refuses);
  return {
    operationId: act.name,
    summary: act.says,
    ...(refusals.length > 0 ? { description: `Refusals: ${refusals.join(', ')}.` } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body ? { requestBody: body } : {}),
    responses: {
      '200': act.output === zPaper ? { $ref: '#/components/responses/Paper' } : answerOf(shared.of(act, 'output')),
      '4XX': { $ref: '#/components/responses/Refused' },
      '503': { $ref: '#/components/responses/Away' },
    },
  };
}
