import type { ReactNode } from 'react';
import './narrowing.css';

/** Choices that narrow a list, in a row above it: small beside each other, two in a row on a phone. */
export function Narrowing({ children }: { children: ReactNode }) {
  return <div className="narrow-by unprinted">{children}</div>;
}
