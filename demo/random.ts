/** Chance that is the same each time: one seed, and a stream of its own for each person, so that adding one shifts nobody. */
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

export const demoSeed = 20210617;

/** FNV-1a: a number from a name, the same on every machine. */
function numberFrom(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return hash | 0;
}

export interface Random {
  /** A whole number, both ends included. */
  int(from: number, to: number): number;
  chance(share: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** One of the values, as often as its weight says. */
  weighted<T>(list: readonly (readonly [T, number])[]): T;
  shuffle<T>(list: readonly T[]): T[];
}

/** The stream of that name. */
export function luckOf(name: string, seed = demoSeed): Random {
  const generator = xoroshiro128plus(seed ^ numberFrom(name));
  const int = (from: number, to: number) => uniformInt(generator, from, to);
  const share = () => (generator.next() >>> 0) / 0x1_0000_0000;
  return {
    int,
    chance: (limit) => share() < limit,
    pick: (list) => list[int(0, list.length - 1)] as (typeof list)[number],
    weighted(list) {
      let left = share() * list.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of list) {
        left -= weight;
        if (left < 0) return value;
      }
      return (list.at(-1) as (typeof list)[number])[0];
    },
    shuffle(list) {
      const mixed = [...list];
      for (let i = mixed.length - 1; i > 0; i--) {
        const j = int(0, i);
        [mixed[i], mixed[j]] = [mixed[j] as (typeof list)[number], mixed[i] as (typeof list)[number]];
      }
      return mixed;
    },
  };
}
