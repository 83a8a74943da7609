/** All commands, each loaded only when called. */
import type { Command } from './command.ts';

interface Listed {
  words: string;
  summary: string;
  load: () => Promise<Command>;
}

export const commands: readonly Listed[] = [
  {
    words: 'serve',
    summary: 'Starts the database and the application, and serves them until it is stopped',
    load: async () => (await import('./serve.ts')).serve,
  },
  {
    words: 'dev',
    summary: 'Serves for developers: the server restarts and pages reload at each change',
    load: async () => (await import('./dev.ts')).dev,
  },
  {
    words: 'settings',
    summary: 'Lists the environment variables that may be set',
    load: async () => (await import('./settings.ts')).settings,
  },
  {
    words: 'database migrate',
    summary: 'Brings the database to the state that this version needs',
    load: async () => (await import('./database-migrate.ts')).databaseMigrate,
  },
  {
    words: 'database types',
    summary: 'Writes database/schema.sql and database/types.ts from the migrated database',
    load: async () => (await import('./database-types.ts')).databaseTypes,
  },
  {
    words: 'database stop',
    summary: 'Stops the embedded database, whoever uses it',
    load: async () => (await import('./database-stop.ts')).databaseStop,
  },
  {
    words: 'figure',
    summary: 'Prints one figure as JSON: its value, definition, breakdown and number of cases',
    load: async () => (await import('./figure.ts')).figureCommand,
  },
  {
    words: 'figures',
    summary: 'Lists all figures with their definitions',
    load: async () => (await import('./figures.ts')).figuresCommand,
  },
  {
    words: 'export facts',
    summary: 'Writes the facts behind the figures as CSV with a described schema, persons as pseudonyms',
    load: async () => (await import('./export-facts.ts')).exportFacts,
  },
  {
    words: 'generate',
    summary: 'Writes the files that are made from the code: routes, access, figures',
    load: async () => (await import('./generate.ts')).generate,
  },
  {
    words: 'audit verify',
    summary: 'Proves that the audit trail is whole, or names its first broken segment and row',
    load: async () => (await import('./audit-verify.ts')).auditVerify,
  },
  {
    words: 'describe',
    summary: 'Answers an organiser’s service description on a day, as JSON, Markdown or PDF',
    load: async () => (await import('./describe.ts')).describeCommand,
  },
  {
    words: 'import description',
    summary: 'Reads a questionnaire document into authored answers',
    load: async () => (await import('./import-description.ts')).importDescription,
  },
  {
    words: 'organisers',
    summary: 'Lists the organisers and their codes',
    load: async () => (await import('./organisers.ts')).organisersCommand,
  },
  {
    words: 'organiser add',
    summary: 'Founds an organiser with its first administrator, who sets up all the rest on screen',
    load: async () => (await import('./organiser-add.ts')).organiserAdd,
  },
  {
    words: 'organiser succeed',
    summary:
      'Says to which organiser the tasks of another pass, and on which day; its administrator carries the clients over on screen',
    load: async () => (await import('./organiser-succeed.ts')).organiserSucceed,
  },
  {
    words: 'account unlock',
    summary: 'Lets an account be tried again at once after too many wrong passwords',
    load: async () => (await import('./account.ts')).accountUnlock,
  },
  {
    words: 'account password',
    summary: 'Gives an account a new password, told once and changed at the next sign-in',
    load: async () => (await import('./account.ts')).accountPassword,
  },
  {
    words: 'post requests',
    summary: 'Lists the posts that wait for a second person',
    load: async () => (await import('./post.ts')).postRequestsCommand,
  },
  {
    words: 'post confirm',
    summary: 'Confirms a post as the operator, where there is no second person to do it',
    load: async () => (await import('./post.ts')).postConfirm,
  },
  {
    words: 'secret rotate',
    summary: 'Seals all identity codes anew with a new key',
    load: async () => (await import('./secret-rotate.ts')).secretRotate,
  },
  {
    words: 'sbom',
    summary: 'Prints the list of all components that are shipped, as CycloneDX',
    load: async () => (await import('./sbom.ts')).sbom,
  },
  {
    words: 'demo accounts',
    summary: 'Lists the demo accounts',
    load: async () => (await import('./demo-accounts.ts')).demoAccountsCommand,
  },
];
