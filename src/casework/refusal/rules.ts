import type { Day } from '../../kernel/day.ts';
import type { ReadingLanguage } from '../../kernel/language.ts';
import {
  appealBarred,
  clericalError,
  correctionProcedure,
  decisionContent,
  decisionReasons,
  factualError,
} from '../../law/act-2003-434.ts';
import { cite } from '../../law/provisions.ts';
import type { Decision } from '../decision/words.ts';

/** Why a demand to correct a decision cannot be refused as told, and the field that it means. */
export function refusalObstacle(
  demandedOn: Day,
  { decidedOn, annulledOn }: Pick<Decision, 'decidedOn' | 'annulledOn'>,
  today: Day,
): {
  readonly why: 'demanded-in-future' | 'demanded-before-decided' | 'annulled-already';
  readonly field?: string;
} | null {
  if (annulledOn !== null) return { why: 'annulled-already' };
  if (demandedOn > today) return { why: 'demanded-in-future', field: 'demandedOn' };
  return demandedOn < decidedOn ? { why: 'demanded-before-decided', field: 'demandedOn' } : null;
}

/** 434/2003 §§ 48 and 53: what bars an appeal against a refusal to correct, and what makes the paper say so. */
export function barOf(language: ReadingLanguage): { readonly by: string; readonly toldBy: string } {
  return { by: cite(correctionProcedure.id, language, barringSubsection), toldBy: cite(appealBarred.id, language) };
}

/** Section 53 bars the appeal in its third subsection. */
const barringSubsection = { subsection: 3 };

/** What a refusal rests on. */
export function refusalProvisions(language: ReadingLanguage): string[] {
  return [factualError, clericalError, correctionProcedure, decisionContent, decisionReasons].map(({ id }) =>
    cite(id, language),
  );
}
