const quoted = /"[^"]*"|'[^']*'|‘[^’]*’|“[^”]*”|`[^`]*`/g;
const code = /\b\d{6}[-+A-FU-Y]\d{3}[0-9A-Y]\b/gi;

/** What an error says, without what it quotes: that may be what somebody typed of a person. */
export function withoutQuoted(text: string): string {
  return text.replace(quoted, '…').replace(code, '…');
}
