import type { Day } from '../../../kernel/day.ts';
import { apiOf } from '../../../web/api.ts';
import { Form, useForm } from '../../../web/form.tsx';
import { DayField } from '../../../web/kit/date.tsx';
import { Dialog } from '../../../web/kit/dialog.tsx';
import { RadioField, SelectField, TextArea } from '../../../web/kit/fields.tsx';
import { useTexts } from '../../../web/kit/language.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import type * as acts from '../acts.ts';
import { coachingTexts } from '../texts.ts';
import { type Contact, type ContactKind, contactParties, matterKinds, ownKinds, type Party } from '../words.ts';

const { useDo } = apiOf<typeof acts>();
/** The choice that stands for the matter, of which a contact is that has no service. */
const matter = 'matter';

interface CorrectContactProps {
  readonly clientId: string;
  readonly contact: Contact;
  /** The client's services, by the relationships that they are in. */
  readonly services: readonly { readonly relationshipId: string; readonly name: string }[];
  readonly close: () => void;
}

/** Corrects of which kind, day and service a contact was, and why it is corrected. */
export function CorrectContact({ clientId, contact, services, close }: CorrectContactProps) {
  const words = useTexts(coachingTexts);
  const toast = useToast();
  const today = useToday();
  const correct = useDo('correctContact');
  const form = useForm({
    initial: {
      kind: contact.kind as ContactKind | '',
      party: contact.party as Party | '',
      heldOn: contact.heldOn as Day | null,
      relationshipId: contact.relationshipId ?? matter,
      why: '',
    },
    seen: contact.version,
    send: ({ kind, party, heldOn, relationshipId, why }, seen) =>
      correct.mutateAsync({
        seen,
        clientId,
        contactId: contact.id,
        kind: kind || contact.kind,
        party: party || contact.party,
        heldOn: heldOn ?? contact.heldOn,
        relationshipId: relationshipId === matter ? null : relationshipId,
        why,
      }),
    done: () => {
      toast({ done: words.corrected });
      close();
    },
  });
  const ofMatter = form.values.relationshipId === matter;
  const group = contact.kind === 'group-meeting' ? (['group-meeting'] as const) : [];
  const kinds: readonly ContactKind[] = [...group, ...(ofMatter ? matterKinds : ownKinds)];
  return (
    <Dialog title={words.correct} close={close}>
      <Form form={form} submit={words.correct} cancel={close}>
        <SelectField
          {...form.field('kind')}
          label={words.kind}
          options={kinds.map((value) => ({ value, label: words.kinds[value] }))}
        />
        <DayField {...form.field('heldOn')} label={words.heldOn} today={today} max={today} />
        <SelectField
          {...form.field('relationshipId')}
          label={words.onRelationship}
          options={[
            ...(contact.referralId === null ? [] : [{ value: matter, label: words.ofMatter }]),
            ...services.map(({ relationshipId, name }) => ({ value: relationshipId, label: name })),
          ]}
        />
        {!ofMatter && (
          <RadioField
            {...form.field('party')}
            label={words.party}
            options={contactParties.map((value) => ({ value, label: words.parties[value] }))}
          />
        )}
        <TextArea {...form.field('why')} label={words.whyCorrected} rows={2} />
      </Form>
    </Dialog>
  );
}
