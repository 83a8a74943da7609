import { fold } from '../../kernel/fold.ts';

/** What kinds of companies and associations call themselves by, in Finnish, Swedish and English, folded. */
const forms = new Set(
  'oy oyj ab abp oyab aboy ky kb ay ob tmi fa toiminimi osk osuuskunta andelslag anl ry rf rp sr sl saatio stiftelse ltd inc'.split(
    ' ',
  ),
);

/** The name without the form of the company: Kotileipomo Oy and Oy Kotileipomo Ab are both Kotileipomo. */
function bareName(name: string): string {
  const words = fold(name).split(' ');
  const bare = words.filter((word) => !forms.has(word));
  return (bare.length > 0 ? bare : words).join('');
}

interface Named {
  readonly name: string;
  readonly businessCode: string | null;
}

/** Employers that are likely the one that is being told: the same code, or the same name but for its form, its spaces and its marks. */
export function likelyTwins<E extends Named>(one: Named, others: readonly E[]): E[] {
  const bare = bareName(one.name);
  return others.filter(({ name, businessCode }) => {
    if (one.businessCode && businessCode) return one.businessCode === businessCode;
    return bare !== '' && bareName(name) === bare;
  });
}
