/** Scrolls a row sideways so that one of its parts is seen whole; the page itself stays where it is. */
export function revealIn(row: HTMLElement | null, part: HTMLElement): void {
  if (!row) return;
  const [around, own] = [row.getBoundingClientRect(), part.getBoundingClientRect()];
  const room = 16;
  if (own.left < around.left + room) row.scrollLeft -= around.left + room - own.left;
  else if (own.right > around.right - room) row.scrollLeft += own.right - around.right + room;
}
