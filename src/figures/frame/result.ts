/** A figure as it is answered: its value with everything that one must know to read it rightly. */

import { z } from 'zod';
import { zDay } from '../../kernel/day.ts';
import type { Language } from '../../kernel/language.ts';
import type { Service } from '../../kernel/service.ts';
import { labelOf } from './class-labels.ts';
import { NOT_RECORDED } from './count.ts';
import { type Breakdown, type Counted, type Figure, type FigureUnit, type Part, type Scope, units } from './figure.ts';
import { type Ground, isOutsideKnown } from './scope.ts';
import type { Hidden } from './suppress.ts';

export const statuses = ['known', 'not-recorded', 'suppressed'] as const;

export const zPart = z.object({
  key: z.string(),
  label: z.string(),
  value: z.number().nullable(),
  unit: z.enum(units),
  status: z.enum(statuses),
  /** Share of `n`, between 0 and 1. */
  share: z.number().nullable().optional(),
  n: z.number().nullable().optional(),
});
export type ResultPart = z.output<typeof zPart>;

export const zFigureResult = z.object({
  id: z.string(),
  question: z.string(),
  label: z.string(),
  value: z.number().nullable(),
  unit: z.enum(units),
  status: z.enum(statuses),
  definition: z.string(),
  asOf: zDay,
  /** Half-open: `to` is the first day that does not count. */
  period: z.object({ from: zDay, to: zDay }).optional(),
  knownAt: z.string().optional(),
  /** How many cases stand behind it; null where that would tell of too few. */
  cases: z.number().nullable(),
  /** For a share: of how many. */
  n: z.number().nullable().optional(),
  /** The value lies beyond what is known by the day: it is longer than this. */
  longerThan: z.number().optional(),
  /** Why it is not recorded, where the organiser has said so. */
  reason: z.string().optional(),
  breakdown: z.array(zPart).optional(),
  more: z.array(z.object({ by: z.string(), label: z.string(), parts: z.array(zPart) })).optional(),
  notRecorded: z.object({ value: z.number().nullable(), share: z.number().nullable() }).optional(),
});
export type FigureResult = z.output<typeof zFigureResult>;

/**
 * The answer, less what is hidden of it.
 *
 * @param isRecorded whether facts of its kind have ever been recorded: without any, none is no zero
 */
export function answer(
  figure: Figure,
  counted: Counted,
  scope: Scope,
  ground: Ground,
  hidden: Hidden,
  isRecorded: boolean,
): FigureResult {
  const { language } = scope;
  const reason = whyNotRecorded(figure, counted, scope, ground, isRecorded);
  const status = reason !== null ? 'not-recorded' : hidden.all ? 'suppressed' : 'known';
  const known = status === 'known';
  const visibleParts = (one: Breakdown, place: number) => parts(figure, one, language, hidden.classes[place]);
  const namesAny = (one: Breakdown, place: number) => !namesAll(one, hidden.classes[place]);
  const breakdown =
    known && counted.breakdown && namesAny(counted.breakdown, 0) ? visibleParts(counted.breakdown, 0) : undefined;
  const more = known
    ? (counted.more ?? []).flatMap((one, i) =>
        one.parts.length > 0 && namesAny(one, i + 1)
          ? [{ by: one.by, label: labelOf(one.by, language), parts: visibleParts(one, i + 1) }]
          : [],
      )
    : [];
  const missing = breakdown?.find(({ key }) => key === NOT_RECORDED);
  return {
    id: figure.id,
    question: figure.question,
    label: figure.label[language],
    value: known ? counted.value : null,
    unit: figure.unit,
    status,
    definition: figure.definition[language],
    asOf: scope.asOf,
    ...(figure.basis === 'day' ? {} : { period: scope.period }),
    ...(scope.knownAt === null ? {} : { knownAt: scope.knownAt }),
    cases: status === 'suppressed' ? null : known ? counted.cases : 0,
    ...(known && counted.of !== undefined ? { n: counted.of } : {}),
    ...(known && counted.longerThan !== undefined ? { longerThan: counted.longerThan } : {}),
    ...(reason ? { reason } : {}),
    ...(breakdown ? { breakdown } : {}),
    ...(more.length > 0 ? { more } : {}),
    ...(missing ? { notRecorded: { value: missing.value, share: missing.share ?? null } } : {}),
  };
}

/** The one class that all are in is told of each by being named, even without its number. */
function namesAll({ parts, apart, table }: Breakdown, hidden: ReadonlySet<string> = new Set()): boolean {
  const some = parts.filter(({ persons, beside }) => persons > 0 && !beside);
  return !apart && !table && some.length === 1 && some.every(({ key }) => hidden.has(key));
}

function parts(
  figure: Figure,
  breakdown: Breakdown,
  language: Language,
  hidden: ReadonlySet<string> = new Set(),
): ResultPart[] {
  return breakdown.parts.map((part) => {
    const suppressed = hidden.has(part.key);
    const value = suppressed ? null : part.value;
    const unit = part.unit ?? figure.unit;
    return {
      key: part.key,
      label: labelOfPart(figure, part, language),
      value,
      unit,
      status: suppressed ? 'suppressed' : value === null ? 'not-recorded' : 'known',
      ...(part.of === undefined ? {} : { share: shareOf(value, unit, part.of), n: suppressed ? null : part.of }),
    };
  });
}

export function labelOfPart(figure: Figure, part: Pick<Part, 'key' | 'name'>, language: Language): string {
  return part.name ?? figure.words?.[part.key]?.[language] ?? labelOf(part.key, language);
}

function shareOf(value: number | null, unit: FigureUnit, of: number): number | null {
  if (value === null || of === 0) return null;
  return unit === 'share' ? value : value / of;
}

/** Can the figure say anything of one of these services? */
export function speaksOf(figure: Figure, services: readonly Service[]): boolean {
  return figure.services === undefined || figure.services.some((service) => services.includes(service));
}

/**
 * Why a figure is not recorded, in words; '' where nobody has said why; null where it is known.
 * None of its facts is a zero only where the organiser offers the service and records such facts.
 */
function whyNotRecorded(
  figure: Figure,
  counted: Counted,
  scope: Scope,
  ground: Ground,
  isRecorded: boolean,
): string | null {
  if (!speaksOf(figure, ground.scope.services) || isOutsideKnown(scope, figure.basis, ground.today)) return '';
  const declared = declaredByRegion(figure, ground);
  if (declared !== null) return declared;
  if (counted.recorded > 0) return null;
  const gap = ground.gaps.find((one) => one.figure === figure.id) ?? ground.gaps.find((one) => one.figure === '*');
  if (gap) return gap.reason;
  // Nothing was there to make a number of.
  if (counted.value === null) return '';
  // Persons were there, but of none of them was it recorded.
  if (counted.persons > 0 && counted.value !== 0) return '';
  return isRecorded && ground.scope.services.some((service) => ground.offered.includes(service)) ? null : '';
}

/** A region that says of all the services that it does not know is not contradicted by what one of its members happens to know. */
function declaredByRegion(figure: Figure, { scope, gaps }: Ground): string | null {
  if (scope.organiserIds.length < 2) return null;
  const own = gaps.filter((gap) => gap.own && (gap.figure === figure.id || gap.figure === '*'));
  const all = scope.services.every((service) => own.some((gap) => gap.service === service));
  return all ? ((own.find((gap) => gap.figure === figure.id) ?? own[0])?.reason ?? '') : null;
}
