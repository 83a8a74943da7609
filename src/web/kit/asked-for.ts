import { useState } from 'react';
import type { FormOf } from '../form.tsx';

/**
 * Whether a field that stands out of sight is to be filled: a refusal has asked for it, or something is typed in it. It stays in sight
 * from then on, also while what was typed is deleted to be written anew.
 */
export function useAskedFor<V>({ values, errors }: FormOf<V>, name: keyof V & string): boolean {
  const [isAskedFor, setIsAskedFor] = useState(false);
  if (!isAskedFor && (values[name] !== '' || errors.some(({ field }) => field.endsWith(name)))) setIsAskedFor(true);
  return isAskedFor;
}
