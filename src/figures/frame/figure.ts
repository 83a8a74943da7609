/**
 * The frame of every figure: a named, defined number whose value and case list come from one query.
 *
 * A figure says what it counts, of whom, at which time; how organiser, service, day and knowledge are meant is the same
 * for all and stands in `scope.ts`; what of it may leave the organiser stands in `shown.ts`.
 */

import type { RawBuilder } from 'kysely';
import { z } from 'zod';
import type { ServiceGroup } from '../../casework/organiser/words.ts';
import { type Day, zDay } from '../../kernel/day.ts';
import type { Language } from '../../kernel/language.ts';
import type { QuestionId } from '../../kernel/question.ts';
import type { Range } from '../../kernel/range.ts';
import type { Service } from '../../kernel/service.ts';
import { rowsOf, type Statement } from '../../server/database/statement.ts';

export type Words = Readonly<Record<Language, string>>;
export const units = [
  'persons',
  'places',
  'cases',
  'share',
  'euro',
  'days',
  'months',
  'hours',
  'count',
  'per-year',
] as const;
export type FigureUnit = (typeof units)[number];

/**
 * Over which days a figure speaks when no period is given: the day; the calendar year up to the day; the month or the
 * twelve months that end with the day; or everything known up to the day.
 */
export type Basis = 'day' | 'period' | 'month' | 'year' | 'cohort';

/** Where, when and as known when a figure is asked. */
export interface Scope {
  readonly organiser: { readonly id: string; readonly code: string; readonly name: string; readonly registerFrom: Day };
  /** The organiser, the members of a region, and successors when they were asked for. */
  readonly organiserIds: readonly string[];
  readonly services: readonly Service[];
  readonly groups: readonly ServiceGroup[];
  readonly asOf: Day;
  readonly period: Range & { readonly to: Day };
  readonly periodAsked: boolean;
  readonly knownAt: string | null;
  readonly language: Language;
  /** May the exact numbers be seen? Only within the organiser. */
  readonly inside: boolean;
}

/** A key as the database has it, which lets nothing else stand in such a column: looked at anew it was a tenth of reading half a million facts. */
const zKey = z.string().meta({ column: 'uuid' });

/** One fact behind a figure. A figure without persons (a rate, an employer) has neither person nor client. */
export const zFact = z.object({
  person: zKey.nullable(),
  client: zKey.nullable(),
  /** The case, where a person can have several: a placement, an exit, a contact. */
  thing: z.string().meta({ column: 'uuid | text' }).nullable().optional(),
  /** The class in the breakdown; null says that nobody recorded it. */
  category: z.string().nullable().optional(),
  /** A name for the class that no list of words knows: a provider, a worker. */
  name: z.string().nullable().optional(),
  /** A second class, for a second breakdown. */
  also: z.string().nullable().optional(),
  amount: z.number().nullable().optional(),
  times: z.number().nullable().optional(),
  during: z.string().meta({ column: 'daterange | text' }).nullable().optional(),
  on: zDay.nullable().optional(),
  flag: z.boolean().nullable().optional(),
  /** What a rule of a room needs to be asked again. */
  extra: z.record(z.string(), z.unknown()).nullable().optional(),
});
export type Fact = Readonly<z.output<typeof zFact>>;

/** A query of facts; one that several figures ask says by which words it is the same for all of them, and is read once. */
export interface FactQuery extends Statement<Fact> {
  readonly same?: string;
}

export type SharedQuery = FactQuery & { readonly same: string };

/** The facts of a query that other figures take as a part of theirs. */
export const factsOf = (query: RawBuilder<unknown>): FactQuery => rowsOf(zFact)`${query}`;

/** One class of a breakdown, before it is known who asks. */
export interface Part {
  readonly key: string;
  readonly name?: string | null;
  readonly value: number | null;
  /** Persons behind it: what is hidden outside depends on them. */
  readonly persons: number;
  /** Stands beside the classes and is no part of their whole. */
  readonly beside?: boolean;
  /** How many persons it has beyond each count within it that is published in another answer. */
  readonly beyond?: () => readonly number[];
  /** Persons of whom the value is a share, shown beside the percentage. */
  readonly of?: number;
  readonly unit?: FigureUnit;
}

export interface Breakdown {
  readonly by: string;
  /** Classes that are no parts of the whole: years, months. */
  readonly apart?: boolean;
  /** Each class follows from the others and from what stands beside them: all are shown outside, or none. */
  readonly together?: boolean;
  /** Its classes are sums of those of the first breakdown: none is shown outside where one of those is hidden. */
  readonly sums?: boolean;
  /** To be in one of the classes tells nothing about a person: which service, which worker. */
  readonly tellsNothing?: boolean;
  /** A two-way table: its parts are the cells, row by row, their keys `row>column`. */
  readonly table?: { readonly rows: readonly string[]; readonly columns: readonly string[] };
  readonly parts: readonly Part[];
}

/** What a figure came to, before it is known who asks. */
export interface Counted {
  readonly value: number | null;
  /** Facts of its kind that were there to count; none of them and a recording gap is "not recorded". */
  readonly recorded: number;
  readonly cases: number;
  readonly persons: number;
  /** For a share: of how many it is one. */
  readonly of?: number;
  /** How many persons it has beyond each count within it that is published beside it, or in another answer. */
  readonly beyond?: () => readonly number[];
  /** The share is one of cases, not of persons: `persons` are those whom the cases are about. */
  readonly ofCases?: boolean;
  /** The value was not reached by the day: it is longer than this. */
  readonly longerThan?: number;
  readonly breakdown?: Breakdown;
  readonly more?: readonly Breakdown[];
  /** The facts that are the cases, where the query reads more than those: rules, contacts, other months. */
  readonly behind?: readonly Pick<Fact, 'client' | 'category'>[];
}

export interface Figure {
  readonly id: string;
  readonly question: QuestionId;
  readonly unit: FigureUnit;
  readonly basis: Basis;
  /** Persons are guarded outside the organiser; rates, employers and workers' posts are not persons in care. */
  readonly about: 'persons' | 'things';
  /** The services that it can speak of, where it is not all: asked of others it is not recorded, and a description leaves it out. */
  readonly services?: readonly Service[];
  /**
   * Each of its facts is of one client's record and follows from nothing of another organiser, or of none: what it comes to in a member
   * of a region follows from the region's facts, and is not asked for anew.
   */
  readonly divides?: boolean;
  /** Figures of one family speak of nearly the same persons: none may give another one's few away. */
  readonly family?: string;
  readonly label: Words;
  readonly definition: Words;
  /** Of whom or of what, for the handbook of figures. */
  readonly population: string;
  /** Worked by hand, for the handbook; its test has the same numbers. */
  readonly example: string;
  /** The fact views that the query reads. */
  readonly facts: readonly string[];
  /** The act of a screen that tells the same number: a test asks both. */
  readonly twin?: 'myDay' | 'waitingBoard' | 'workplace' | 'workplaceBoard';
  readonly words?: Readonly<Record<string, Words>>;
  readonly cases: (scope: Scope) => FactQuery;
  /** More facts, by a query that other figures ask too. */
  readonly besides?: (scope: Scope) => SharedQuery;
  readonly value: (facts: readonly Fact[], scope: Scope) => Counted;
}

/** The queries of a figure's facts. */
export const queriesOf = ({ cases, besides }: Pick<Figure, 'cases' | 'besides'>, scope: Scope): FactQuery[] =>
  besides ? [besides(scope), cases(scope)] : [cases(scope)];

export function figure<const F extends Figure>(spec: F): F {
  return spec;
}
