import { type ReactNode, useState } from 'react';
import { listName } from '../../../casework/client/words.ts';
import { RecordContact } from '../../../casework/coaching/panels/record-contact.tsx';
import { organiserTexts } from '../../../casework/organiser/texts.ts';
import { contains } from '../../../kernel/range.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import type { ClientPageData } from './timeline.tsx';

interface RecordingProps {
  readonly page: ClientPageData;
  /** The service that stands chosen; without it the one that is coached. */
  readonly of?: string;
  /** What stands there for those who record no contacts. */
  readonly otherwise?: ReactNode;
  /** What opens the form. */
  readonly children: (open: () => void) => ReactNode;
}

/** Opens the form in which a contact with the client is recorded. */
export function Recording({ page, of, otherwise = null, children }: RecordingProps) {
  const { services } = useTexts(organiserTexts);
  const today = useToday();
  const [recording, setRecording] = useState(false);
  // What is coached comes first: that is where a contact belongs unless one says otherwise.
  const order = ({ id }: { readonly id: string }) =>
    Number(id === of) * 2 + Number(page.next.some(({ relationshipId }) => relationshipId === id));
  const relationships = page.permitted.includes('recordContact')
    ? page.relationships
        .filter(({ during }) => contains(during, today))
        .toSorted((a, b) => order(b) - order(a))
        .map((one) => ({ id: one.id, label: services[one.service] }))
    : [];
  // What waits, and what was granted but has not begun.
  const waits = ({ state, matter }: ClientPageData['referrals'][number]) =>
    state === 'pending' || matter === 'granted' || matter === 'in-service' || matter === 'run-out';
  const matters = page.permitted.includes('recordContactOnMatter')
    ? page.referrals.filter(waits).map((one) => ({ id: one.id, label: services[one.service] }))
    : [];
  if (relationships.length + matters.length === 0) return otherwise;
  return (
    <>
      {children(() => setRecording(true))}
      {recording && (
        <RecordContact
          clientId={page.client.id}
          name={listName(page.client)}
          relationships={relationships}
          matters={matters}
          close={() => setRecording(false)}
        />
      )}
    </>
  );
}
