import { z } from 'zod';
import { type AnyAct, fieldsOf, zPaper } from '../act.ts';
import { cookieNames, type ServerOptions } from './asking.ts';
import { ownOperations } from './own-operations.ts';

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

/** The API's own description, OpenAPI 3.1, from the acts. */
export function openApi(
  acts: readonly AnyAct[],
  { version, about, publicHost }: Pick<ServerOptions, 'version' | 'about' | 'publicHost'>,
): Json {
  const paths: Record<string, Json> = structuredClone(ownOperations);
  for (const act of acts) {
    const operations = paths[act.path] ?? {};
    operations[act.method.toLowerCase()] = operation(act);
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
    paths,
    components: {
      schemas: { Problem: problemSchema },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: cookieNames({ publicHost }).session },
        bearer: { type: 'http', scheme: 'bearer' },
      },
    },
  };
}

/** Whether an act's input travels in the address; everything else has a JSON body. */
export const inAddress = (act: Pick<AnyAct, 'method'>): boolean => act.method === 'GET' || act.method === 'DELETE';

/** Every change takes the key of its gesture. */
const gestureKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'One key for each gesture: sent again with the same key the change is not done again, and the same answer is given. Without a key only the same change sent at the same time is taken for one.',
  schema: { type: 'string', minLength: 1, maxLength: 200 },
};

function operation(act: AnyAct): Json {
  const schema = z.toJSONSchema(act.input, { io: 'input', unrepresentable: 'any' }) as Json;
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
    }));
  if (act.kind === 'do' && act.method !== 'GET') parameters.push(gestureKey);
  const bodyNames = Object.keys(properties).filter((name) => !inPath.has(name));
  const body = !inAddress(act) &&
    bodyNames.length > 0 && {
      required: bodyNames.some((name) => required.has(name)),
      content: {
        'application/json': {
          schema: {
            type: 'object',
            properties: Object.fromEntries(bodyNames.map((name) => [name, properties[name]])),
            required: bodyNames.filter((name) => required.has(name)),
            additionalProperties: false,
          },
        },
      },
    };
  const refusals = Object.keys(act.refuses);
  return {
    operationId: act.name,
    summary: act.says,
    ...(refusals.length > 0 ? { description: `Refusals: ${refusals.join(', ')}.` } : {}),
    security: [{ session: [] }, { bearer: [] }],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body ? { requestBody: body } : {}),
    responses: {
      '200': {
        description: 'Done',
        content:
          act.output === zPaper
            ? { 'application/pdf': { schema: { type: 'string', format: 'binary' } } }
            : { 'application/json': { schema: z.toJSONSchema(act.output, { io: 'output', unrepresentable: 'any' }) } },
      },
      '4XX': {
        description: 'A problem that the caller can mend',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
      '503': {
        description: 'The database cannot be reached just now; Retry-After says when to try again',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}
