import { getDocumentProxy } from 'unpdf';

/** A PDF as a screen reader would meet it. */
export interface ReadPaper {
  /** Declared as PDF/UA-1, marked, with a structure on every page. */
  readonly accessible: boolean;
  readonly title: string;
  readonly language: string;
  readonly pages: number;
  /** The kinds of structure elements found: H1, P, Table, TH... */
  readonly roles: readonly string[];
  /** Languages of parts that are in another than the paper. */
  readonly otherLanguages: readonly string[];
  /** H1, H2 ... in the order in which they are met. */
  readonly headings: readonly string[];
  /** All text in reading order, runs of white space as one space. */
  readonly text: string;
  /** The same without any white space, for words that were broken over lines. */
  readonly run: string;
}

interface Structure {
  readonly role?: string;
  readonly lang?: string;
  readonly children?: readonly Structure[];
}

/** Reads a paper back for a test. */
export async function readPaper(pdf: Uint8Array): Promise<ReadPaper> {
  const opened = await getDocumentProxy(pdf.slice());
  const { info, metadata } = await opened.getMetadata();
  const met: string[] = [];
  const languages = new Set<string>();
  const pieces: string[] = [];
  let structured = true;
  for (let number = 1; number <= opened.numPages; number++) {
    const page = await opened.getPage(number);
    const tree = (await page.getStructTree()) as Structure | null;
    structured &&= tree !== null;
    if (tree) collectRoles(tree, met, languages);
    for (const item of (await page.getTextContent()).items)
      if ('str' in item) pieces.push(item.str, item.hasEOL ? ' ' : '');
  }
  const marked = (await opened.getMarkInfo())?.Marked === true;
  const known = info as { readonly Title?: string; readonly Language?: string };
  const text = pieces.join('').replace(/\s+/gu, ' ');
  return {
    accessible: structured && marked && metadata?.get('pdfuaid:part') === '1',
    title: known.Title ?? '',
    language: known.Language ?? '',
    pages: opened.numPages,
    roles: [...new Set(met)],
    otherLanguages: [...languages].filter((one) => one !== known.Language),
    headings: met.filter((role) => /^H\d$/.test(role)),
    text,
    run: text.replaceAll(' ', ''),
  };
}

function collectRoles({ role, lang, children }: Structure, into: string[], languages: Set<string>): void {
  if (role) into.push(role);
  if (lang) languages.add(lang);
  for (const child of children ?? []) collectRoles(child, into, languages);
}
