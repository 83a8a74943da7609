import { z } from 'zod';
import type { Day } from '../kernel/day.ts';
import type { Language } from '../kernel/language.ts';
import type { Relation, Role } from '../kernel/relation.ts';
import { zSeen } from '../kernel/seen.ts';
import type { Read, Write } from './database/pool.ts';

/** Who asks: the signed-in worker, with the roles of the posts in force today. */
export interface Who {
  readonly workerId: string;
  readonly organiserId: string;
  readonly organiserCode: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly language: Language;
  /** Signed in with a password that somebody else gave: first of all it is changed. */
  readonly mustChange?: true;
  /** In a role that signs in with a code beside the password, and has none yet: that is set up first. */
  readonly mustHaveCodes?: true;
}

/** What a transaction is for; row-level security opens rows by it, and for `none` no client's. */
export type Purpose = 'case' | 'money' | 'supervision' | 'figures' | 'none';

/** Who may: declared beside each act, from the room's access.ts. */
export type May =
  | { readonly kind: 'signed-in'; readonly purpose: Purpose }
  | { readonly kind: 'role'; readonly roles: readonly Role[]; readonly purpose: Purpose }
  | {
      readonly kind: 'client';
      readonly relations: readonly Relation[];
      readonly roles?: readonly Role[];
      readonly purpose: Purpose;
    };

/** Every signed-in worker; sees no client. */
export function signedIn(purpose: Purpose = 'none'): May {
  return { kind: 'signed-in', purpose };
}

/** Workers who have a post in one of the roles; which clients they see is row-level security's matter. */
export function inRole(roles: readonly Role[], purpose: Purpose = 'case'): May {
  return { kind: 'role', roles, purpose };
}

/** Workers in one of the relations to the client that the input names in `clientId`; roles narrow it further. */
export function onClient(relations: readonly Relation[], purpose: Purpose = 'case', roles?: readonly Role[]): May {
  return roles ? { kind: 'client', relations, purpose, roles } : { kind: 'client', relations, purpose };
}

/** A refusal that a rule of the domain can give, said to the user in the user's language. */
export interface Refusable {
  readonly status?: 403 | 404 | 409 | 422;
  readonly fi: string;
  readonly sv: string;
  readonly en: string;
}
export type Refusals = Readonly<Record<string, Refusable>>;

type RefuseWith<Code extends string> = (
  code: Code,
  more?: {
    readonly field?: string;
    readonly detail?: string;
    /** The provision by which it is refused, as it is cited: told after the words of the refusal. */
    readonly cites?: string;
    readonly expected?: string;
    /** Whom it concerns, without names: the screen asks for those, and the asking is kept in the trail. */
    readonly clients?: readonly Readonly<Record<string, unknown>>[];
  },
) => never;

/** Refuses, naming a refusal of the act's closed list; `field` points at the input that is in the way. */
export type Refuse<R extends Refusals> = RefuseWith<keyof R & string>;

/** What the audit trail keeps of an act: which clients were seen or changed. */
export type Audited<I, O> =
  /** Runs for no purpose, so that the database shows it no client. */
  | 'no-person'
  /** Persons are counted, none is seen: what was asked is kept, since answers together may tell more than each. */
  | { readonly asked: (input: I, output: O) => Readonly<Record<string, unknown>> }
  /** No client is seen or changed, but who changed what is kept. */
  | { readonly change: (input: I, output: O) => Readonly<Record<string, unknown>> }
  | {
      readonly clients: (input: I, output: O) => readonly string[];
      readonly detail?: (input: I, output: O) => Readonly<Record<string, unknown>>;
    };

/** What an act is given to run. */
export interface Run<I, Tx, R extends Refusals> {
  readonly tx: Tx;
  readonly input: I;
  readonly who: Who;
  /** Relations to the client of the input; empty for acts that are on no client. */
  readonly relations: readonly Relation[];
  readonly today: Day;
  readonly now: string;
  readonly refuse: Refuse<R>;
  /** Secrets for encrypting identity codes; no act reads the environment. */
  readonly keys: Keys;
}

/** What an edit changes, as it stands: what it says, and who wrote that when. */
export interface Standing {
  /** Made of the content, unless it has one of its own. */
  readonly version?: string;
  readonly content: Readonly<Record<string, unknown>>;
  readonly changedBy: string | null;
  readonly changedAt: string | null;
}

/** One of several things that an edit changes, with the version of it that was seen. */
export interface StandingPart extends Standing {
  readonly seen: string | null;
  /** Where the input names it. */
  readonly field: string;
}

export interface Keys {
  readonly secret: Uint8Array;
}

/** A file that an act answers with, instead of JSON. */
export interface Paper {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly media: string;
  /** Whom a list tells of, for the audit trail. */
  readonly clients?: readonly string[];
}
export const zPaper = z.custom<Paper>();

export interface ActSpec<Name extends string, I extends z.ZodType, O extends z.ZodType, R extends Refusals, Tx> {
  /** Verb and noun as spoken; also the operation id of the API. */
  readonly name: Name;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Address under /api, with {field} for parts of the input. */
  readonly path: `/api/${string}`;
  readonly says: string;
  readonly input: I;
  readonly output: O;
  readonly may: May;
  readonly audited: Audited<z.output<I>, z.output<O>>;
  readonly refuses: R;
  /** Corrects or takes back a fact: the input says why, and the reason is kept with what stood there before. */
  readonly corrects?: {
    /** The fact, by its id in the input. */
    readonly subject: (input: z.output<I>) => string;
    /** What stood there before, from the answer. */
    readonly was: (output: z.output<O>) => Readonly<Record<string, unknown>>;
  };
  /** Which refusal a database constraint's violation means, and of which field; the database is the last to hold an invariant. */
  readonly conflicts?: Readonly<
    Record<string, (keyof R & string) | { readonly code: keyof R & string; readonly field: string }>
  >;
  /** Of an act that edits what stands: what that is, or null where there is nothing yet. The input then has `seen`. */
  readonly edits?: (
    call: Pick<Run<z.output<I>, Tx, R>, 'tx' | 'input' | 'who' | 'today'>,
  ) => Promise<Standing | readonly StandingPart[] | null>;
  /** Of an edit of several things at once: the list of the input in which each has its `seen`, and what two edits wait for. */
  readonly editsEach?: { readonly list: string; readonly locks: (input: z.output<I>) => readonly string[] };
  readonly run: (call: Run<z.output<I>, Tx, R>) => Promise<z.output<O>>;
}

export interface Act<
  Name extends string = string,
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
  R extends Refusals = Refusals,
> extends ActSpec<Name, I, O, R, Write> {
  readonly kind: 'ask' | 'do';
}

/** An act that reads; its transaction cannot write, by type. */
export function ask<Name extends string, I extends z.ZodType, O extends z.ZodType, R extends Refusals>(
  spec: ActSpec<Name, I, O, R, Read>,
): Act<Name, I, O, R> {
  return checked({ ...spec, kind: 'ask' });
}

/** An act that changes something. */
export function act<Name extends string, I extends z.ZodType, O extends z.ZodType, R extends Refusals>(
  spec: ActSpec<Name, I, O, R, Write>,
): Act<Name, I, O, R> {
  return checked({ ...spec, kind: 'do' });
}

/** The fields of an act's input, by name; empty where the input is no object. */
export function fieldsOf(input: z.ZodType): Readonly<Record<string, z.ZodType>> {
  return input instanceof z.ZodObject ? (input.shape as Record<string, z.ZodType>) : {};
}

interface Declared {
  readonly name: string;
  readonly path: string;
  readonly input: z.ZodType;
  readonly may: May;
  readonly audited: unknown;
  readonly edits?: unknown;
  readonly editsEach?: { readonly list: string };
}

/** Where the input says which version was seen: by itself, or in each of its list. */
function seenField({ input, editsEach }: Declared): z.ZodType | undefined {
  const fields = fieldsOf(input);
  if (!editsEach) return fields.seen;
  const list = fields[editsEach.list];
  return list instanceof z.ZodArray ? fieldsOf(list.element as z.ZodType).seen : undefined;
}

function checked<A extends Declared>(spec: A): A {
  const fields = fieldsOf(spec.input);
  const { audited } = spec as { readonly audited: 'no-person' | object };
  // Every read of a person is kept in the trail. What keeps nobody runs for no purpose, for which the database shows nobody.
  const keepsNobody = audited === 'no-person' || (typeof audited === 'object' && 'change' in audited);
  if (keepsNobody && spec.may.purpose !== 'none')
    throw new Error(
      `${spec.name}: the trail keeps no client of it, but it may see clients: its purpose is ${spec.may.purpose}`,
    );
  if (spec.edits !== undefined && seenField(spec) !== zSeen)
    throw new Error(`${spec.name}: it edits, but its input has no seen`);
  if (spec.may.kind === 'client' && !('clientId' in fields)) {
    throw new Error(`${spec.name}: who may is asked of a client, but the input has no clientId`);
  }
  for (const [, field] of spec.path.matchAll(/\{(\w+)\}/g)) {
    if (field && !(field in fields))
      throw new Error(`${spec.name}: ${spec.path} names ${field}, which the input lacks`);
  }
  return spec;
}

// biome-ignore lint/suspicious/noExplicitAny: a registry holds acts of every input and output
export type AnyAct = Act<string, any, any, any>;
export type InputOf<A> = A extends { readonly input: infer I extends z.ZodType } ? z.input<I> : never;
export type OutputOf<A> = A extends { readonly output: infer O extends z.ZodType } ? z.output<O> : never;

/** Which of the offered acts a worker may do, as an answer tells it to a screen: by the names of those acts alone. */
export function zPermitted<Name extends string>(offered: Readonly<Record<Name, May>>) {
  return z.array(z.enum(namesIn(offered)));
}

export function permittedOf<Name extends string>(
  offered: Readonly<Record<Name, May>>,
  who: Pick<Who, 'roles'>,
  relations: readonly Relation[],
): Name[] {
  return namesIn(offered).filter((name) => mayDo(offered[name], who, relations));
}

const namesIn = <Name extends string>(offered: Readonly<Record<Name, May>>) => Object.keys(offered) as Name[];

/** Whether a worker in these relations to the client may do the act; the gate and the screens ask the same. */
export function mayDo(may: May, who: Pick<Who, 'roles'>, relations: readonly Relation[]): boolean {
  if (may.kind === 'signed-in') return true;
  const inRole = !may.roles || may.roles.some((role) => who.roles.includes(role));
  return inRole && (may.kind === 'role' || may.relations.some((relation) => relations.includes(relation)));
}
