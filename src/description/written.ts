/** An authored text in its parts, as paper shows it too: empty lines part paragraphs, lines with a mark are a list. */
export type Written =
  | { readonly kind: 'paragraph'; readonly lines: readonly string[] }
  | { readonly kind: 'list'; readonly items: readonly string[] };

const mark = /^\s*[-–•*]\s+/;

export function writtenParts(text: string): Written[] {
  const parts: Written[] = [];
  for (const block of text.split(/\n\s*\n/)) {
    let lines: string[] = [];
    let items: string[] = [];
    const end = () => {
      if (lines.length > 0) parts.push({ kind: 'paragraph', lines });
      if (items.length > 0) parts.push({ kind: 'list', items });
      [lines, items] = [[], []];
    };
    for (const line of block.split('\n').filter((one) => one.trim() !== '')) {
      const listed = mark.test(line);
      if (listed ? lines.length > 0 : items.length > 0) end();
      if (listed) items.push(line.replace(mark, '').trim());
      else lines.push(line.trim());
    }
    end();
  }
  return parts;
}
