import { useState } from 'react';
import type { PageAddress } from '../../web/address-of.ts';
import { useTexts } from '../../web/kit/language.tsx';
import { pageAt } from './pages.ts';
import { frame } from './texts.ts';

interface Left {
  readonly to: PageAddress;
  readonly name: keyof (typeof frame)['fi']['place'];
}

let last: Left | undefined;

/** Keeps in mind the place that one is at, with what its list was narrowed by. */
export function cameFrom(place: Left): void {
  last = place;
}

/** The way back to the list one came from, as it was left; to the clients for one who came straight here. */
export function useWayBack(): { readonly to: PageAddress; readonly label: string } {
  const { place } = useTexts(frame);
  const [from] = useState<Left>(() => last ?? { to: pageAt('/clients'), name: 'clients' });
  return { to: from.to, label: place[from.name] };
}
