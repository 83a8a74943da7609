/** The routes that are no acts: signing in, the demo's clock, and what the server says of itself. */
type Json = Record<string, unknown>;

/** The part of the API that is no room's. */
export const ownTag = {
  name: 'server',
  description: 'Signing in, one’s own sessions, the demo’s clock, and what the server says of itself.',
};

const text = { type: 'string' };
const day = { type: 'string', format: 'date' };
const language = { enum: ['fi', 'sv', 'en'] };

function body(properties: Json, required = Object.keys(properties)): Json {
  return {
    requestBody: {
      required: true,
      content: {
        'application/json': {
          schema: { type: 'object', properties, required, additionalProperties: false },
        },
      },
    },
  };
}

function answers(properties: Json | null, open = false): Json {
  const name = properties === session ? 'Session' : properties === newSession ? 'NewSession' : null;
  const schema = name ? { $ref: `#/components/schemas/${name}` } : named(properties ?? {});
  return {
    tags: [ownTag.name],
    ...(open ? { security: [] } : {}),
    responses: {
      ...(properties === null
        ? { '204': { description: 'Done' } }
        : { '200': { description: 'Done', content: { 'application/json': { schema } } } }),
      '4XX': { $ref: '#/components/responses/Refused' },
    },
  };
}

const named = (properties: Json): Json => ({ type: 'object', properties, required: Object.keys(properties) });

const session: Json = {
  account: text,
  username: text,
  worker: named({ id: text, name: text, roles: { type: 'array', items: text } }),
  organiser: named({ id: text, code: text, name: text }),
  language,
  today: day,
  dayEndsIn: {
    type: ['integer', 'null'],
    description: 'In how many seconds the day ends in Helsinki; null where it is moved by hand',
  },
  demo: { type: 'boolean' },
  mustChange: { type: 'boolean', description: 'The password must be changed before anything else' },
  mustHaveCodes: { type: 'boolean', description: 'Sign-in codes must be set up before anything else' },
  passwordGiven: {
    description: 'A new password that another gave in the last 30 days; without a name the operator did',
    oneOf: [
      {
        type: 'object',
        required: ['at', 'by'],
        properties: { at: { type: 'string', format: 'date-time' }, by: { type: ['string', 'null'] } },
      },
      { type: 'null' },
    ],
  },
  idleMinutes: { type: 'integer', description: 'After how long without use the session ends' },
  endsIn: { type: 'integer', description: 'In how many seconds the session ends, however much it is used' },
};

const newSession: Json = { token: text, ...session };

/** Who is signed in, for whom, and on which day; with the token of a session that has just begun. */
export const sessionSchemas = { Session: named(session), NewSession: named(newSession) };

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
      ...body(
        {
          username: { type: 'string', minLength: 1, maxLength: 200 },
          password: { type: 'string', minLength: 1, maxLength: 500 },
          code: { type: 'string', maxLength: 20, description: 'Of an authenticator, where one is set up' },
          passkey: { type: 'object', description: 'Answer of a passkey to what the refusal passkey-needed asks it' },
        },
        ['username', 'password'],
      ),
      ...answers(newSession, true),
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
  '/api/session/provider': {
    get: {
      operationId: 'provider',
      summary: "Tell whether one signs in at the organisation's provider",
      ...answers({ provider: { type: 'boolean' } }, true),
    },
  },
  '/api/session/all': {
    get: {
      operationId: 'ownSessions',
      summary: "List one's own sessions",
      ...answers({ sessions: { type: 'array', items: { type: 'object' } }, ofProvider: { type: 'boolean' } }),
    },
  },
  '/api/session/end': {
    post: {
      operationId: 'endSessions',
      summary:
        "End one of one's own sessions, or with null all others, by the present password; without it where the provider has it",
      ...body({ id: { type: ['string', 'null'], format: 'uuid' }, current: text }, ['id']),
      ...answers({ ended: { type: 'integer' } }),
    },
  },
  '/api/session/codes': {
    get: {
      operationId: 'codes',
      summary: 'Tell whether a code is asked beside the password',
      ...answers({ setUp: { type: 'boolean' } }),
    },
    post: {
      operationId: 'newCodes',
      summary: 'Make a secret for an authenticator by the present password; it holds once a code of it is told',
      ...body({ current: text }),
      ...answers({ secret: text, address: text }),
    },
    put: {
      operationId: 'confirmCodes',
      summary: 'Tell a code of the new secret',
      ...body({ code: text }),
      ...answers({ setUp: { type: 'boolean' } }),
    },
  },
  '/api/session/codes/end': {
    post: {
      operationId: 'endCodes',
      summary: 'Ask for codes no more',
      ...body({ code: text }),
      ...answers({ setUp: { type: 'boolean' } }),
    },
  },
  '/api/session/passkey/begin': {
    post: {
      operationId: 'askPasskey',
      summary: 'Ask any passkey that knows its user',
      ...answers({ challenge: text, rpId: text }, true),
    },
  },
  '/api/session/passkey': {
    post: {
      operationId: 'signInByPasskey',
      summary: 'Sign in by a passkey in place of a password',
      ...body({ answer: { type: 'object', description: 'Of the passkey, as browsers tell it (WebAuthn)' } }),
      ...answers(newSession, true),
    },
  },
  '/api/session/passkeys': {
    get: {
      operationId: 'ownPasskeys',
      summary: "List one's own passkeys",
      ...answers({ passkeys: { type: 'array', items: { type: 'object' } } }),
    },
    post: {
      operationId: 'addPasskey',
      summary: 'Add a passkey that answers to what was asked of a new one',
      ...body({
        name: { type: 'string', minLength: 1, maxLength: 60 },
        answer: { type: 'object', description: 'Of the new passkey, as browsers tell it (WebAuthn)' },
      }),
      ...answers(null),
    },
  },
  '/api/session/passkeys/begin': {
    post: {
      operationId: 'askNewPasskey',
      summary: 'Ask for a new passkey, with the present password',
      ...body({ current: { type: 'string', minLength: 1, maxLength: 500 } }),
      ...answers({ challenge: text }),
    },
  },
  '/api/session/passkeys/end': {
    post: {
      operationId: 'removePasskey',
      summary: "Remove one of one's own passkeys, with the present password",
      ...body({ id: { type: 'string', format: 'uuid' }, current: { type: 'string', minLength: 1, maxLength: 500 } }),
      ...answers(null),
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
