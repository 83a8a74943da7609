import type { ReactNode } from 'react';
import './tag.css';

export type Tone = 'neutral' | 'accent' | 'info' | 'success' | 'warning' | 'danger';

interface TagProps {
  readonly tone?: Tone;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
}

/** A state in words; the colour repeats them. */
export function Tag({ tone = 'neutral', icon, children }: TagProps) {
  return (
    <span className="tag" data-color={tone}>
      {icon}
      {children}
    </span>
  );
}
