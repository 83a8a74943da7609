/** How many rows of a part of a list are asked for: the first of them, until one asks for all. */
import { useKept } from '../../web/address.tsx';
import { mostRows } from './rows-told.ts';

/**
 * The limit to ask with, none for the first rows, and what asks for the rest; kept while one goes to a row and back, and given up when
 * another part is chosen.
 */
export function useListLimit(show: string | undefined) {
  const [whole, keep] = useKept('whole');
  if (show === undefined) return { limited: {}, more: undefined };
  return whole === show ? { limited: { limit: mostRows }, more: undefined } : { limited: {}, more: () => keep(show) };
}
