/**
 * Which characters a TrueType font can draw.
 * An accessible PDF may hold no character without a shape, so what the font lacks must be known before setting.
 */
export function coverageOf(font: Uint8Array): (codePoint: number) => boolean {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const segments = segmentsOf(view, tableAt(view, 'cmap'));
  return (codePoint) => segments.some(([first, last]) => codePoint >= first && codePoint <= last);
}

type Segment = readonly [first: number, last: number];

function tableAt(view: DataView, tag: string): number {
  const count = view.getUint16(4);
  for (let i = 0; i < count; i++) {
    const record = 12 + i * 16;
    const matches = String.fromCharCode(...[0, 1, 2, 3].map((at) => view.getUint8(record + at)));
    if (matches === tag) return view.getUint32(record + 8);
  }
  throw new Error(`The font has no table ${tag}.`);
}

/** Format 12 is the full list: a font of ours without it would be a wrong file. */
function segmentsOf(view: DataView, cmap: number): Segment[] {
  const count = view.getUint16(cmap + 2);
  for (let i = 0; i < count; i++) {
    const table = cmap + view.getUint32(cmap + 4 + i * 8 + 4);
    if (view.getUint16(table) !== 12) continue;
    const groups = view.getUint32(table + 12);
    return Array.from({ length: groups }, (_, group): Segment => {
      const at = table + 16 + group * 12;
      return [view.getUint32(at), view.getUint32(at + 4)];
    });
  }
  throw new Error('The font has no complete character table.');
}
