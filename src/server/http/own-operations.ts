/** The routes that are no acts: signing in, the demo's clock, and what the server says of itself. */
type Json = Record<string, unknown>;

const text = { type: 'string' };
const day = { type: 'string', format: 'date' };
const language = { enum: ['fi', 'sv', 'en'] };

function body(properties: Json): Json {
  return {
    requestBody: {
      required: true,
      content: {
        'application/json': {
          schema: { type: 'object', properties, required: Object.keys(properties), additionalProperties: false },
        },
      },
    },
  };
}

function answers(properties: Json | null, open = false): Json {
  const schema = { type: 'object', properties, required: Object.keys(properties ?? {}) };
  return {
    ...(open ? { security: [] } : { security: [{ session: [] }, { bearer: [] }] }),
    responses: {
      ...(properties === null
        ? { '204': { description: 'Done' } }
        : { '200': { description: 'Done', content: { 'application/json': { schema } } } }),
      '4XX': {
        description: 'A problem that the caller can mend',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

const named = (properties: Json): Json => ({ type: 'object', properties, required: Object.keys(properties) });

const session: Json = {
  worker: named({ id: text, name: text, roles: { type: 'array', items: text } }),
  organiser: named({ id: text, code: text, name: text }),
  language,
  today: day,
  demo: { type: 'boolean' },
  mustChange: { type: 'boolean', description: 'The password must be changed before anything else' },
};

export const ownOperations: Record<string, Json> = {
  '/health': {
    get: {
      operationId: 'health',
      summary: 'Tell whether the server and its database are well',
      ...answers(
        { status: { enum: ['ok', 'degraded'] }, version: text, today: day, sealing: { enum: ['ok', 'failing'] } },
        true,
      ),
    },
  },
  '/api/openapi.json': {
    get: { operationId: 'openapi', summary: 'Describe the API', ...answers({ openapi: text }, true) },
  },
  '/api/session': {
    post: {
      operationId: 'signIn',
      summary: 'Sign in',
      ...body({
        username: { type: 'string', minLength: 1, maxLength: 200 },
        password: { type: 'string', minLength: 1, maxLength: 500 },
      }),
      ...answers({ token: text, ...session }, true),
    },
    get: { operationId: 'session', summary: 'Tell who is signed in', ...answers(session) },
    patch: {
      operationId: 'chooseLanguage',
      summary: 'Choose the language of the session',
      ...body({ language }),
      ...answers(session),
    },
    delete: { operationId: 'signOut', summary: 'Sign out', ...answers(null, true) },
  },
  '/api/session/password': {
    put: {
      operationId: 'changePassword',
      summary: "Change one's own password",
      ...body({
        current: { type: 'string', minLength: 1, maxLength: 500 },
        next: { type: 'string', minLength: 1, maxLength: 500 },
      }),
      ...answers(session),
    },
  },
  '/api/demo/clock': {
    get: {
      operationId: 'demoClock',
      summary: "Tell the day, and whether it is the demo's",
      ...answers({ demo: { type: 'boolean' }, today: day }, true),
    },
    post: {
      operationId: 'moveDemoClock',
      summary: "Move the demo's clock forward",
      ...body({ forward: { enum: ['day', 'week', 'month'] } }),
      ...answers({ demo: { type: 'boolean' }, today: day }),
    },
  },
  '/api/demo/accounts': {
    get: {
      operationId: 'demoAccounts',
      summary: 'List the demo accounts; none outside the demo',
      ...answers({ accounts: { type: 'array', items: { type: 'object' } } }, true),
    },
  },
};
