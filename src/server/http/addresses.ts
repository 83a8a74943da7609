import type { FastifyInstance } from 'fastify';

interface Address {
  readonly method: string;
  readonly path: string;
  readonly names: readonly string[];
  readonly pattern: RegExp;
}

/** The API's addresses, as they are registered: what may be asked at a path, and which part of it is which field. */
export interface Addresses {
  /** Every address, as METHOD /path/:field. */
  readonly all: () => readonly string[];
  /** The methods that a path answers to; none where there is no such path. */
  readonly allowedAt: (url: string) => readonly string[];
  /** The fields in a path that cannot be decoded. */
  readonly undecodableIn: (method: string, url: string) => readonly string[];
}

/** Notes each route from here on. Must be called before the first. */
export function addressesOf(app: FastifyInstance): Addresses {
  const known: Address[] = [];
  app.addHook('onRoute', ({ method, url }) => {
    if (url.includes('*')) return;
    const names = [...url.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '');
    const pattern = new RegExp(`^${url.replace(/[.]/g, '\\$&').replace(/:\w+/g, '([^/]*)')}$`);
    for (const one of [method].flat()) known.push({ method: one, path: url, names, pattern });
  });
  const pathOf = (url: string) => url.split(/[?#]/)[0] ?? '';
  return {
    all: () => known.map(({ method, path }) => `${method} ${path}`),
    allowedAt: (url) => [
      ...new Set(known.filter(({ pattern }) => pattern.test(pathOf(url))).map(({ method }) => method)),
    ],
    undecodableIn: (method, url) =>
      known
        .filter((one) => one.method === method)
        .flatMap(({ names, pattern }) => {
          const parts = pattern.exec(pathOf(url))?.slice(1) ?? [];
          return names.filter((_, n) => !decodable(parts[n] ?? ''));
        }),
  };
}

function decodable(part: string): boolean {
  try {
    decodeURIComponent(part);
    return true;
  } catch {
    return false;
  }
}
