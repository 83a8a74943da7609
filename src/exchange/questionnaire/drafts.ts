/**
 * A document as drafts of descriptions: each a title and sections, and in each section the lines below one heading.
 */
import { type QuestionId, questionIds } from '../../kernel/question.ts';
import { type Heading, headingAt } from './headings.ts';
import type { DocumentLine } from './lines.ts';
import { type TitleSpan, titleAbove, titleAtEnd, titleByForm } from './titles.ts';

export interface Section {
  readonly heading: Heading;
  readonly line: number;
  readonly listedUnanswered: boolean;
  lines: DocumentLine[];
}

export interface Draft {
  readonly title: readonly DocumentLine[];
  readonly line: number;
  readonly sections: Section[];
  readonly asked: Set<QuestionId>;
  unansweredNote: string;
}

type Piece = { readonly heading: Heading; readonly line: number; readonly lines: DocumentLine[] };

/** What stands in no description, or between a title and its first question. */
export interface Left {
  readonly lines: readonly DocumentLine[];
  readonly where: string;
  readonly description: number | null;
}

/** Headings, each with the lines below it, and the lines before the first. */
export function piecesOf(lines: readonly DocumentLine[]): { before: DocumentLine[]; pieces: Piece[] } {
  const before: DocumentLine[] = [];
  const pieces: Piece[] = [];
  for (let index = 0; index < lines.length; ) {
    const line = lines[index] as DocumentLine;
    const heading = headingAt(lines, index);
    if (!heading) {
      (pieces.at(-1)?.lines ?? before).push(line);
      index++;
      continue;
    }
    const piece: Piece = { heading, line: line.line, lines: [] };
    pieces.push(piece);
    index = heading.end.index;
    const rest = lines[index];
    // The answer can begin on the line on which its question ends.
    if (rest && heading.end.at > 0) {
      piece.lines.push({ ...rest, text: rest.text.slice(heading.end.at).trim(), mark: null, gap: 0 });
      index++;
    }
  }
  return { before, pieces };
}

export function draftsOf(before: DocumentLine[], pieces: readonly Piece[]): { drafts: Draft[]; left: Left[] } {
  const left: Left[] = [];
  const drafts: Draft[] = [];
  let run = before;
  pieces.forEach((piece, nth) => {
    const { heading } = piece;
    let draft = drafts.at(-1);
    const span = draft ? nextTitle(draft, run, pieces, nth) : firstTitle(run);
    if (span) {
      const intro = run.slice(span.to);
      if (draft) (draft.sections.at(-1) as Section).lines = run.slice(0, span.from);
      else left.push({ lines: run.slice(0, span.from), where: 'before the first description', description: null });
      left.push({ lines: intro, where: 'between a title and its first question', description: drafts.length });
      const title = run.slice(span.from, span.to);
      draft = { title, line: title[0]?.line ?? piece.line, sections: [], asked: new Set(), unansweredNote: '' };
      drafts.push(draft);
    }
    if (!draft) return;
    const listedUnanswered = draft.unansweredNote !== '';
    if (heading.kind === 'unanswered')
      draft.unansweredNote = [draft.unansweredNote, heading.text].filter((note) => note !== '').join('\n');
    draft.sections.push({ heading, line: piece.line, listedUnanswered, lines: piece.lines });
    for (const id of heading.ids) draft.asked.add(id);
    run = piece.lines;
  });
  return { drafts, left };
}

function firstTitle(run: readonly DocumentLine[]): TitleSpan {
  return titleAtEnd(run, true) ?? titleAbove(run, true) ?? titleByForm(run) ?? { from: run.length, to: run.length };
}

/** Where the next description begins above this question, or null when the question belongs to the same one. */
function nextTitle(
  draft: Draft,
  run: readonly DocumentLine[],
  pieces: readonly Piece[],
  nth: number,
): TitleSpan | null {
  const askedAgain = (piece: Piece) => piece.heading.ids.some((id) => draft.asked.has(id));
  // Below a title the writer's own heading can come first: then the question after it tells.
  const coming = pieces.slice(nth).filter((piece) => piece.heading.ids.length > 0);
  const repeats = coming[0] !== undefined && askedAgain(coming[0]);
  const sure = repeats || draft.unansweredNote !== '';
  // A question that comes after all that were asked goes on with the same description, whatever a page begins with above it.
  const later = (coming[0]?.heading.ids ?? []).every((id) => questionIds.indexOf(id) > lastAsked(draft));
  if (!sure && later) return null;
  const span = titleAtEnd(run, sure) ?? titleAbove(run, sure);
  if (span || coming[0] !== pieces[nth] || !repeats) return span;
  // One question asked twice is a slip; several in a row are another description.
  const few = coming.slice(0, 4);
  if (few.length < 2 || few.filter(askedAgain).length * 2 <= few.length) return null;
  const byForm = titleByForm(run);
  const apart = byForm && setApart(run[byForm.from] as DocumentLine);
  return apart ? byForm : { from: run.length, to: run.length };
}

const lastAsked = (draft: Draft): number => Math.max(-1, ...[...draft.asked].map((id) => questionIds.indexOf(id)));

const setApart = (line: DocumentLine) => line.startsPage || line.gap > 1;

/** A table of contents asks and does not answer. */
export function isListOfQuestions({ title, sections, unansweredNote }: Draft): boolean {
  return (
    title.length === 0 &&
    unansweredNote === '' &&
    sections.length > 1 &&
    sections.every((one) => one.lines.length === 0)
  );
}
