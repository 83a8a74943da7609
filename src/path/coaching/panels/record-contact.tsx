import { Buildings3Icon, ChatIcon, HandshakeIcon, PhoneIcon } from '@navikt/aksel-icons';
import { useState } from 'react';
import type { Day } from '../../../kernel/day.ts';
import { apiOf } from '../../../platform/web/api.ts';
import { DayField } from '../../../platform/web/date.tsx';
import { Dialog } from '../../../platform/web/dialog.tsx';
import { NumberField, RadioField, TextArea } from '../../../platform/web/fields.tsx';
import { FieldRow, Form, useForm } from '../../../platform/web/form.tsx';
import { useTexts } from '../../../platform/web/language.tsx';
import { useToast } from '../../../platform/web/toast.tsx';
import { useToday } from '../../../platform/web/today.tsx';
import type * as acts from '../acts.ts';
import { coachingTexts } from '../texts.ts';
import { type Contact, type Due, ownKinds, type Party, parties } from '../words.ts';
import { useDueWords } from './due-words.tsx';
import './record-contact.css';

const { useDo } = apiOf<typeof acts>();

type Kind = (typeof ownKinds)[number];

/** The kinds that have a button in a list, with what the button shows. */
export const kindIcons = {
  call: PhoneIcon,
  message: ChatIcon,
  meeting: HandshakeIcon,
  'workplace-visit': Buildings3Icon,
} as const satisfies Record<Kind, unknown>;

/** Records a contact of today and tells what comes next, with an undo. */
export function useRecordContact() {
  const words = useTexts(coachingTexts);
  const due = useDueWords();
  const toast = useToast();
  const record = useDo('recordContact');
  const takeBack = useDo('takeBackContact');
  const isRecording = (relationshipId: string, kind: Kind) =>
    record.isPending && record.variables.relationshipId === relationshipId && record.variables.kind === kind;
  const recordNow = async (
    of: { readonly clientId: string; readonly relationshipId: string; readonly name: string },
    kind: Kind,
  ): Promise<{ contactId: string; next: Due } | null> => {
    const { clientId, relationshipId, name } = of;
    try {
      const done = await record.mutateAsync({ clientId, relationshipId, kind });
      toast({
        done: words.recorded(words.kinds[kind], name),
        next: due.next(done.next),
        undo: () => takeBack.mutateAsync({ clientId, contactId: done.contactId }),
      });
      return done;
    } catch (failure) {
      toast.failed(failure);
      return null;
    }
  };
  return { recordNow, isRecording };
}

interface RecordContactProps {
  readonly clientId: string;
  readonly name: string;
  readonly relationships: readonly { readonly id: string; readonly label: string }[];
  readonly close: () => void;
}

/** One tap on the kind records; note, minutes, day and party may follow. */
export function RecordContact({ clientId, name, relationships, close }: RecordContactProps) {
  const words = useTexts(coachingTexts);
  const due = useDueWords();
  const { recordNow, isRecording } = useRecordContact();
  const [relationshipId, setRelationship] = useState(relationships[0]?.id ?? '');
  const [done, setDone] = useState<{ contactId: string; next: Due; kind: Kind } | null>(null);
  if (done) {
    return (
      <Dialog title={words.recorded(words.kinds[done.kind], name)} close={close}>
        <p className="quiet">{due.next(done.next)}</p>
        <AmendForm clientId={clientId} contactId={done.contactId} close={close} />
      </Dialog>
    );
  }
  return (
    <Dialog title={words.record} close={close}>
      {relationships.length > 1 && (
        <RadioField
          name="relationshipId"
          label={words.onRelationship}
          value={relationshipId}
          change={setRelationship}
          error={undefined}
          complain={() => undefined}
          options={relationships.map(({ id, label }) => ({ value: id, label }))}
        />
      )}
      <div className="contact-kinds">
        {ownKinds.map((kind) => {
          const Icon = kindIcons[kind];
          return (
            <button
              key={kind}
              type="button"
              className="contact-kind"
              aria-disabled={isRecording(relationshipId, kind)}
              onClick={() =>
                void recordNow({ clientId, relationshipId, name }, kind).then(
                  (told) => told && setDone({ ...told, kind }),
                )
              }
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
  readonly contact?: Pick<Contact, 'heldOn' | 'minutes' | 'note' | 'party'>;
  readonly close: () => void;
}

/** What may be added to one's own contact afterwards. */
function AmendForm({ clientId, contactId, contact, close }: AmendProps) {
  const words = useTexts(coachingTexts);
  const due = useDueWords();
  const toast = useToast();
  const today = useToday();
  const amend = useDo('amendContact');
  const form = useForm({
    initial: {
      note: contact?.note ?? '',
      minutes: contact?.minutes ?? null,
      heldOn: (contact?.heldOn ?? today) as Day | null,
      party: (contact?.party ?? 'client') as Party | '',
    },
    send: ({ note, minutes, heldOn, party }) =>
      amend.mutateAsync({
        clientId,
        contactId,
        note: note || null,
        minutes,
        heldOn: heldOn ?? today,
        party: party || 'client',
      }),
    done: ({ next }) => {
      toast({ done: words.amended, next: due.next(next) });
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
      <RadioField
        {...form.field('party')}
        label={words.party}
        options={parties.map((value) => ({ value, label: words.parties[value] }))}
      />
    </Form>
  );
}

/** Adds to a contact recorded before. */
export function AmendContact({ clientId, contact, close }: { clientId: string; contact: Contact; close: () => void }) {
  const words = useTexts(coachingTexts);
  const due = useDueWords();
  return (
    <Dialog title={words.amend} close={close}>
      <p className="quiet">
        {words.kinds[contact.kind]} {due.when(contact.heldOn)}
      </p>
      <AmendForm clientId={clientId} contactId={contact.id} contact={contact} close={close} />
    </Dialog>
  );
}
