/**
 * Reads a questionnaire document, descriptions of services as people write them, into authored texts.
 *
 * Every line of the document comes out once: in a title, a heading, an answer, or among what was not recognised.
 * No word is added. A question that the document does not ask is not given an answer, not even an empty one.
 */
import { type QuestionId, questionIds } from '../kernel/question.ts';
import { type Draft, draftsOf, isListOfQuestions, piecesOf, type Section } from './questionnaire/drafts.ts';
import { strangeHeadingLength } from './questionnaire/headings.ts';
import { type DocumentLine, linesOf, withoutPageFurniture } from './questionnaire/lines.ts';
import { rejoined, widthOf } from './questionnaire/paragraphs.ts';
import { organiserOf, servicesNamed } from './questionnaire/titles.ts';

export interface ReadQuestion {
  readonly id: QuestionId;
  /** As it stands in the document, with the questionnaire's words of help. */
  readonly heading: string;
  readonly text: string;
  readonly answered: boolean;
  /** Other questions of the same heading: the one answer stands for all of them. */
  readonly sharedWith: readonly QuestionId[];
  readonly line: number;
}

export interface ReadDescription {
  readonly title: string;
  readonly services: readonly string[];
  /** Our code when the organiser is known, else its name as found. */
  readonly organiser: string;
  readonly organiserName: string;
  readonly line: number;
  readonly questions: readonly ReadQuestion[];
  /** Questions of the seventeen that the document does not ask here. */
  readonly notAsked: readonly QuestionId[];
  /** The words with which the document lists the questions left unanswered; empty when it does not. */
  readonly unansweredNote: string;
}

export interface Unrecognised {
  readonly line: number;
  readonly text: string;
  readonly where: string;
  /** Which description of the file it stands in, from 0; null before the first. */
  readonly description: number | null;
  readonly after: QuestionId | null;
}

export interface ReadingNote {
  readonly kind:
    | 'nothing-in-it'
    | 'no-known-heading'
    | 'no-title'
    | 'no-known-service'
    | 'no-organiser'
    | 'inexact-heading'
    | 'two-questions-in-one-heading'
    | 'asked-twice'
    | 'not-asked'
    | 'listed-as-unanswered'
    | 'answered-after-all';
  readonly line: number;
  readonly description: number | null;
  readonly about: string;
}

export interface ReadingReport {
  readonly lines: number;
  readonly descriptions: number;
  readonly answered: number;
  readonly unanswered: number;
  readonly unrecognisedLines: number;
  readonly notes: readonly ReadingNote[];
}

export interface ReadDocument {
  readonly descriptions: readonly ReadDescription[];
  readonly unrecognised: readonly Unrecognised[];
  readonly report: ReadingReport;
}

/** Reads the text of a document; throws a problem when it is no text. */
export function readDescriptions(text: string): ReadDocument {
  const all = linesOf(text);
  const { lines, furniture } = withoutPageFurniture(all);
  const { before, pieces } = piecesOf(lines);
  const reading = new Reading(widthOf(lines));
  for (const one of furniture) reading.leave([one], 'at the edge of a page', null, null);
  if (pieces.length === 0) {
    reading.leave(before, 'no question of the questionnaire was found', null, null);
    reading.note(before.length > 0 ? 'no-known-heading' : 'nothing-in-it', 1, null, '');
    return reading.result([], all.length);
  }
  const { drafts, left } = draftsOf(before, pieces);
  for (const one of left) reading.leave(one.lines, one.where, one.description, null);
  return reading.result(drafts, all.length);
}

const bareAnswers = /^(?:[-–—.\s]*|ei vastattu|ei vastausta|ej besvarad|inget svar|not answered|no answer)[.\s]*$/iu;

/** Gathers what the document gives, and what it leaves over. */
class Reading {
  private readonly width: number;
  private readonly unrecognised: Unrecognised[] = [];
  private readonly notes: ReadingNote[] = [];
  private leftLines = 0;

  constructor(width: number) {
    this.width = width;
  }

  note(kind: ReadingNote['kind'], line: number, description: number | null, about: string): void {
    this.notes.push({ kind, line, description, about });
  }

  leave(lines: readonly DocumentLine[], where: string, description: number | null, after: QuestionId | null): void {
    const first = lines[0];
    if (first) this.leaveText(first.line, rejoined(lines, this.width), where, description, after, lines.length);
  }

  private leaveText(
    line: number,
    text: string,
    where: string,
    description: number | null,
    after: QuestionId | null,
    count: number,
  ): void {
    this.unrecognised.push({ line, text, where, description, after });
    this.leftLines += count;
  }

  result(drafts: readonly Draft[], lines: number): ReadDocument {
    const descriptions: ReadDescription[] = [];
    for (const draft of drafts) {
      const nth = descriptions.length;
      if (isListOfQuestions(draft)) {
        for (const { heading, line } of draft.sections)
          this.leaveText(line, heading.text, 'questions listed without answers', null, null, 1);
      } else descriptions.push(this.description(draft, nth));
    }
    const questions = descriptions.flatMap((one) => one.questions);
    const answered = questions.filter((one) => one.answered).length;
    return {
      descriptions,
      unrecognised: this.unrecognised.sort((a, b) => a.line - b.line),
      report: {
        lines,
        descriptions: descriptions.length,
        answered,
        unanswered: questions.length - answered,
        unrecognisedLines: this.leftLines,
        notes: this.notes.sort((a, b) => a.line - b.line),
      },
    };
  }

  private description(draft: Draft, nth: number): ReadDescription {
    const read = new Map<QuestionId, ReadQuestion>();
    let after: QuestionId | null = null;
    for (const section of draft.sections) {
      const { heading, line } = section;
      if (heading.kind !== 'questions') {
        const own = heading.kind === 'added' || heading.kind === 'ambiguous';
        const why = own ? 'a heading that the questionnaire does not have' : 'between a list and its first question';
        if (own) this.leaveUnder(heading.text, section.lines, line, why, nth, after);
        else this.leave(section.lines, why, nth, after);
        if (heading.kind === 'unanswered') this.note('listed-as-unanswered', line, nth, heading.text);
        continue;
      }
      this.answer(section, read, nth);
      after = heading.ids.at(-1) ?? after;
    }
    const title = draft.title
      .map(({ mark, text }) => [mark ?? '', text.replace(/^[#*_\s]+|[*_\s]+$/gu, '')].join(' ').trim())
      .join(' ');
    const { services } = servicesNamed(title);
    const { organiser, name } = organiserOf(read.get('Q2')?.text ?? '', title);
    const notAsked = questionIds.filter((id) => !read.has(id));
    if (title === '') this.note('no-title', draft.line, nth, '');
    if (services.length === 0) this.note('no-known-service', draft.line, nth, title);
    if (organiser === '') this.note('no-organiser', draft.line, nth, title);
    for (const id of notAsked) this.note('not-asked', draft.line, nth, id);
    return {
      title,
      services,
      organiser,
      organiserName: name,
      line: draft.line,
      questions: questionIds.flatMap((id) => read.get(id) ?? []),
      notAsked,
      unansweredNote: draft.unansweredNote,
    };
  }

  private answer(section: Section, read: Map<QuestionId, ReadQuestion>, nth: number): void {
    const { heading, line, listedUnanswered } = section;
    const ids = heading.ids;
    const text = rejoined(this.withoutStrangeHeadings(section, nth), this.width);
    const answered = !bareAnswers.test(text);
    if (heading.likeness < 1) this.note('inexact-heading', line, nth, heading.text);
    if (ids.length > 1) this.note('two-questions-in-one-heading', line, nth, ids.join(' '));
    if (listedUnanswered && answered) this.note('answered-after-all', line, nth, ids.join(' '));
    const again = ids.filter((id) => read.has(id));
    if (again.length > 0) {
      this.note('asked-twice', line, nth, again.join(' '));
      this.leaveText(line, heading.text, 'a question asked for the second time', nth, again[0] ?? null, 1);
    }
    for (const id of ids) {
      const first = read.get(id);
      const sharedWith = ids.filter((other) => other !== id);
      // The second answer to a question is kept below the first.
      if (first) {
        const both = [first.text, text].filter((one) => one !== '').join('\n\n');
        read.set(id, { ...first, text: both, answered: first.answered || answered });
      } else read.set(id, { id, heading: heading.text, text, answered, sharedWith, line });
    }
  }

  /** The lines of the answer; what stands under a heading of the writer's own is left over, not made part of the answer. */
  private withoutStrangeHeadings({ heading, lines, listedUnanswered }: Section, nth: number): readonly DocumentLine[] {
    const after = heading.ids.at(-1) ?? null;
    for (let index = listedUnanswered ? 0 : 1; index < lines.length; index++) {
      const length = strangeHeadingLength(lines, index, this.width);
      // A question with nothing below it is how an answer can end; in a list of unanswered questions it is one of them.
      const next = index + length;
      const nothingBelow = next >= lines.length || strangeHeadingLength(lines, next, this.width) > 0;
      if (length === 0 || (!listedUnanswered && nothingBelow)) continue;
      const own = lines.slice(index, index + length);
      const text = own.map((one) => one.text).join(' ');
      const why = 'a heading that the questionnaire does not have';
      this.leaveUnder(text, lines.slice(index + length), own[0]?.line ?? 0, why, nth, after, length);
      return lines.slice(0, index);
    }
    return lines;
  }

  private leaveUnder(
    heading: string,
    lines: readonly DocumentLine[],
    line: number,
    where: string,
    description: number,
    after: QuestionId | null,
    headingLines = 1,
  ): void {
    const below = rejoined(lines, this.width);
    const text = below === '' ? heading : `${heading}\n\n${below}`;
    this.leaveText(line, text, where, description, after, lines.length + headingLines);
  }
}
