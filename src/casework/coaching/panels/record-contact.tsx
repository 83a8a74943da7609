import { useState } from 'react';
import type { Day } from '../../../kernel/day.ts';
import { apiOf } from '../../../web/api.ts';
import { FieldRow, Form, useForm } from '../../../web/form.tsx';
import { DayField } from '../../../web/kit/date.tsx';
import { Dialog } from '../../../web/kit/dialog.tsx';
import { NumberField, RadioField, TextArea } from '../../../web/kit/fields.tsx';
import { useTexts } from '../../../web/kit/language.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import type * as acts from '../acts.ts';
import { coachingTexts } from '../texts.ts';
import { type Contact, contactParties, matterKinds, ownKinds, type Party } from '../words.ts';
import { useDueWords } from './due-words.tsx';
import { type Kind, kindIcons, type SentContact, useRecordContact } from './recording.tsx';
import './record-contact.css';

const { useDo } = apiOf<typeof acts>();

interface RecordContactProps {
  readonly clientId: string;
  readonly name: string;
  readonly relationships: readonly { readonly id: string; readonly label: string }[];
  /** Matters that have led to no relationship yet. */
  readonly matters?: readonly { readonly id: string; readonly label: string }[];
  readonly close: () => void;
}

/** One tap on the kind records; note, minutes, day and party may follow. */
export function RecordContact({ clientId, name, relationships, matters = [], close }: RecordContactProps) {
  const words = useTexts(coachingTexts);
  const due = useDueWords();
  const { recordNow, isRecording } = useRecordContact();
  const choices = [...relationships, ...matters];
  const [chosen, choose] = useState(choices[0]?.id ?? '');
  const ofMatter = matters.some(({ id }) => id === chosen);
  const [done, setDone] = useState<(SentContact & { readonly kind: Kind }) | null>(null);
  if (done) {
    return (
      <Dialog title={words.recorded(words.kinds[done.kind], name)} close={close}>
        {done.next && <p className="muted">{due.next(done.next)}</p>}
        <AmendForm
          clientId={clientId}
          contactId={done.contactId}
          version={done.version}
          ofMatter={ofMatter}
          close={close}
        />
      </Dialog>
    );
  }
  return (
    <Dialog title={words.record} close={close}>
      <p className="muted">
        <strong>{name}</strong>. {words.recordHint}
      </p>
      {choices.length > 1 && (
        <RadioField
          name="relationshipId"
          label={words.onRelationship}
          value={chosen}
          change={choose}
          error={undefined}
          complain={() => undefined}
          options={choices.map(({ id, label }) => ({ value: id, label }))}
        />
      )}
      <div className="contact-kinds">
        {(ofMatter ? matterKinds : ownKinds).map((kind) => {
          const Icon = kindIcons[kind];
          return (
            <button
              key={kind}
              type="button"
              className="contact-kind"
              aria-disabled={isRecording(chosen, kind)}
              onClick={() => {
                if (isRecording(chosen, kind)) return;
                void recordNow(
                  { clientId, name, ...(ofMatter ? { referralId: chosen } : { relationshipId: chosen }) },
                  kind,
                ).then((answer) => answer && setDone({ ...answer, kind }));
              }}
            >
              <Icon aria-hidden="true" />
              {words.kinds[kind]}
            </button>
          );
        })}
      </div>
    </Dialog>
  );
}

interface AmendProps {
  readonly clientId: string;
  readonly contactId: string;
  readonly version: string;
  readonly contact?: Pick<Contact, 'heldOn' | 'minutes' | 'note' | 'party'>;
  /** Then it is with the client alone: there is no workplace yet. */
  readonly ofMatter: boolean;
  readonly close: () => void;
}

/** What may be added to one's own contact afterwards. */
function AmendForm({ clientId, contactId, version, contact, ofMatter, close }: AmendProps) {
  const words = useTexts(coachingTexts);
  const due = useDueWords();
  const toast = useToast();
  const today = useToday();
  const amend = useDo('amendContact');
  const form = useForm({
    draft: { name: `contact ${contactId}` },
    initial: {
      note: contact?.note ?? '',
      minutes: contact?.minutes ?? null,
      heldOn: (contact?.heldOn ?? today) as Day | null,
      party: (contact?.party ?? 'client') as Party | '',
    },
    seen: version,
    send: ({ note, minutes, heldOn, party }, seen) =>
      amend.mutateAsync({
        seen,
        clientId,
        contactId,
        note: note || null,
        minutes,
        heldOn: heldOn ?? today,
        party: party || 'client',
      }),
    done: ({ next }) => {
      toast({ done: words.amended, ...(next ? { next: due.next(next) } : {}) });
      close();
    },
  });
  return (
    <Form form={form} cancel={contact && close}>
      <TextArea {...form.field('note')} label={words.note} optional rows={3} />
      <FieldRow>
        <DayField {...form.field('heldOn')} label={words.heldOn} today={today} max={today} />
        <NumberField {...form.field('minutes')} label={words.minutes} optional />
      </FieldRow>
      {!ofMatter && (
        <RadioField
          {...form.field('party')}
          label={words.party}
          options={contactParties.map((value) => ({ value, label: words.parties[value] }))}
        />
      )}
    </Form>
  );
}

/** Adds to a contact recorded before. */
export function AmendContact({ clientId, contact, close }: { clientId: string; contact: Contact; close: () => void }) {
  const words = useTexts(coachingTexts);
  const due = useDueWords();
  return (
    <Dialog title={words.amend} close={close}>
      <p className="muted">
        {words.kinds[contact.kind]} {due.when(contact.heldOn)}
      </p>
      <AmendForm
        clientId={clientId}
        contactId={contact.id}
        version={contact.version}
        contact={contact}
        ofMatter={contact.relationshipId === null}
        close={close}
      />
    </Dialog>
  );
}
