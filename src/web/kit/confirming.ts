import { createContext, type ReactNode, useContext } from 'react';

export interface Confirmation {
  readonly title: string;
  /** What follows from it. */
  readonly body?: ReactNode;
  /** The act in a verb, as the button says it. */
  readonly act: string;
  /** What the other button says; Cancel unless said. */
  readonly stay?: string;
  readonly danger?: boolean;
}

export type Confirm = (question: Confirmation) => Promise<boolean>;

export const ConfirmContext = createContext<Confirm | null>(null);

/** Asks before what cannot be undone; what can be undone needs no asking. */
export function useConfirm(): Confirm {
  const confirm = useContext(ConfirmContext);
  if (!confirm) throw new Error('ConfirmProvider is missing above');
  return confirm;
}
