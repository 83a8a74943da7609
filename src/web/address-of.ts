/** Addresses of pages, each made from its page: one that does not exist, or lacks what its page needs, does not compile. */

declare const checked: unique symbol;
/** An address of a page of ours. Only what stands in this file makes one. */
export type PageAddress = string & { readonly [checked]: true };

/** A page as its address is made: the path with $name for its parts, and what stands in its query. */
export interface Addressed {
  readonly path: string;
  /** What the page has nothing to show without. */
  readonly needs?: readonly string[];
  /** What it can do without. */
  readonly takes?: readonly string[];
}

type PartsOf<Path> = Path extends `${string}$${infer Rest}`
  ? Rest extends `${infer Name}/${infer More}`
    ? Name | PartsOf<More>
    : Rest
  : never;
type NamesIn<Page, List extends 'needs' | 'takes'> = Page extends {
  readonly [L in List]: readonly (infer Name extends string)[];
}
  ? Name
  : never;
/** What an address of the page is made from. */
type ValuesOf<Page extends Addressed> = {
  readonly [Name in PartsOf<Page['path']> | NamesIn<Page, 'needs'>]: string;
} & {
  readonly [Name in NamesIn<Page, 'takes'>]?: string | undefined;
};
/** A page without parts may be named alone, and then with nothing that it does not take. */
type Given<Values> = [keyof Values] extends [never]
  ? [values?: Record<string, never>]
  : Record<string, never> extends Values
    ? [values?: Values]
    : [values: Values];

export function writeQuery(values: Record<string, unknown>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined && value !== null && value !== '') query.set(name, String(value));
  }
  return query.size > 0 ? `?${query}` : '';
}

/** Makes addresses of these pages: the parts go to the path, the rest to the query. */
export function pageAddressesOf<Page extends Addressed>() {
  return <Path extends Page['path']>(
    path: Path,
    ...[values = {} as never]: Given<ValuesOf<Extract<Page, { readonly path: Path }>>>
  ): PageAddress => {
    const rest: Record<string, unknown> = { ...values };
    const filled = path.replace(/\$(\w+)/g, (_, name: string) => {
      const value = rest[name];
      delete rest[name];
      return encodeURIComponent(String(value));
    });
    return `${filled}${writeQuery(rest)}` as PageAddress;
  };
}

/** The address where one is. */
export function addressHere({ pathname, search }: { readonly pathname: string; readonly search: string }): PageAddress {
  return `${pathname}${search}` as PageAddress;
}

/** The address to come back to after signing in; null for one of elsewhere, which would take one away. */
export function ownAddress(text: string | undefined): PageAddress | null {
  const base = 'http://here.invalid';
  const url = URL.parse(text ?? '', `${base}/`);
  return text?.startsWith('/') && url?.origin === base ? (text as PageAddress) : null;
}
