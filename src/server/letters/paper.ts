/** Parts that every paper has, as its template takes them. */
export interface Labelled {
  readonly label: string;
  readonly value: string;
}

export interface PaperHead {
  readonly sender: { readonly name: string; readonly lines: readonly string[] };
  readonly recipient: { readonly lines: readonly string[] };
  /** What stands at the right of the head: date, number, matter. */
  readonly facts: readonly Labelled[];
  readonly footer: readonly string[];
  readonly pageLabel: string;
}

/** A heading and its text; empty lines part paragraphs, lines that begin with a dash are a list. */
export interface PaperSection {
  readonly heading: string;
  readonly text: string;
}

/** Where a letter goes. Of a protected address only the substitute is ever printed, or nothing. */
export type LetterAddress =
  | { readonly kind: 'postal'; readonly lines: readonly string[] }
  | { readonly kind: 'substitute'; readonly lines: readonly string[] }
  | { readonly kind: 'none' };

/** The lines that show in the envelope's window. */
export function addressee(name: string, address: LetterAddress): readonly string[] {
  return address.kind === 'none' ? [name] : [name, ...address.lines];
}

/** A number that stays on one line. */
export function unbroken(number: string): string {
  return number.replaceAll(' ', '\u00a0');
}

/** A summary in easy language: one sentence a line, without what is not there to say. */
export function easyLinesOf(texts: readonly (string | false | null)[]): string[] {
  return texts.flatMap((text) => (text ? text.split('\n') : []));
}
