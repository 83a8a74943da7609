import { useEffect, useRef, useState } from 'react';
import { SearchField } from './search-field.tsx';

interface RestedSearchProps {
  readonly name: string;
  readonly label: string;
  readonly description?: string | undefined;
  readonly value: string | undefined;
  /** Hears what was typed once it rests, and nothing where it was taken away. */
  readonly change: (text: string | undefined) => void;
  /** What is wrong with what is typed. */
  readonly wrong?: (typed: string) => string | undefined;
}

/** Long enough for a word to be typed, short enough not to be noticed. */
const restMs = 250;

/** Narrows a list of the server's by what is typed, once it rests. */
export function RestedSearch({ value = '', change, wrong, ...field }: RestedSearchProps) {
  const [typed, type] = useState(value);
  const typing = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    if (typing.current === undefined) type(value);
  }, [value]);
  useEffect(() => () => clearTimeout(typing.current), []);
  return (
    <SearchField
      {...field}
      value={typed}
      error={wrong?.(typed.trim())}
      change={(next) => {
        type(next);
        clearTimeout(typing.current);
        typing.current = setTimeout(() => {
          typing.current = undefined;
          change(next.trim() || undefined);
        }, restMs);
      }}
    />
  );
}
