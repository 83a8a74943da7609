/**
 * Law that nothing in the product applies yet. The list only shrinks: whoever gives one of them a caller takes it off, and no new
 * one may come.
 */
export const uncalled: Readonly<Record<string, readonly string[]>> = {};

/** How many there were when the list was made. */
export const uncalledAtMost = 0;
