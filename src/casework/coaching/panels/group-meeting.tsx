import { useState } from 'react';
import type { Day } from '../../../kernel/day.ts';
import { isFound } from '../../../kernel/fold.ts';
import { apiOf } from '../../../web/api.ts';
import { type FieldOf, FieldRow, Form, useForm } from '../../../web/form.tsx';
import { DayField } from '../../../web/kit/date.tsx';
import { Dialog } from '../../../web/kit/dialog.tsx';
import { ChecksField, NumberField, TextArea } from '../../../web/kit/fields.tsx';
import { useTexts } from '../../../web/kit/language.tsx';
import { SearchField } from '../../../web/kit/search-field.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import type * as acts from '../acts.ts';
import { coachingTexts } from '../texts.ts';

const { useDo } = apiOf<typeof acts>();

interface GroupMeetingProps {
  /** Those who may have taken part. */
  readonly people: readonly { readonly relationshipId: string; readonly name: string }[];
  readonly close: () => void;
}

/** Records one meeting for all who took part. */
export function GroupMeeting({ people, close }: GroupMeetingProps) {
  const words = useTexts(coachingTexts);
  const toast = useToast();
  const today = useToday();
  const record = useDo('recordGroupMeeting');
  const form = useForm({
    initial: {
      relationshipIds: [] as readonly string[],
      heldOn: today as Day | null,
      minutes: null as number | null,
      note: '',
    },
    send: ({ relationshipIds, heldOn, minutes, note }) =>
      record.mutateAsync({
        relationshipIds: [...relationshipIds],
        heldOn: heldOn ?? today,
        minutes,
        note: note || null,
      }),
    done: ({ clientIds }) => {
      toast({ done: words.groupMeetingRecorded(clientIds.length) });
      close();
    },
  });
  return (
    <Dialog title={words.groupMeeting} close={close}>
      <Form form={form} submit={words.groupMeeting} cancel={close}>
        <FieldRow>
          <DayField {...form.field('heldOn')} label={words.heldOn} today={today} max={today} />
          <NumberField {...form.field('minutes')} label={words.minutes} optional />
        </FieldRow>
        <TextArea {...form.field('note')} label={words.note} optional />
        <TookPart field={form.field('relationshipIds')} people={people} />
      </Form>
    </Dialog>
  );
}

/** So many at once are seen without searching. */
const seenAtOnce = 8;

interface TookPartProps {
  readonly field: FieldOf<readonly string[]>;
  readonly people: GroupMeetingProps['people'];
}

/** Who took part: found by a part of the name, with those chosen named above, also while the search hides them. */
function TookPart({ field, people }: TookPartProps) {
  const words = useTexts(coachingTexts);
  const [text, search] = useState('');
  const matches = people.filter(({ name }) => isFound(text, name));
  const visible = new Set(matches.map(({ relationshipId }) => relationshipId));
  const chosen = people.filter(({ relationshipId }) => field.value.includes(relationshipId));
  return (
    <>
      {people.length > seenAtOnce && (
        <SearchField name="sought" label={words.searchByName} value={text} change={search} />
      )}
      <p className="muted" role="status">
        {chosen.length > 0
          ? words.chosen(chosen.length, chosen.map(({ name }) => name).join(', '))
          : words.foundByName(matches.length, people.length)}
      </p>
      <ChecksField
        {...field}
        // What the search hides stays chosen.
        value={field.value.filter((id) => visible.has(id))}
        change={(ids) => field.change([...field.value.filter((id) => !visible.has(id)), ...ids])}
        label={words.tookPart}
        options={matches.map(({ relationshipId, name }) => ({ value: relationshipId, label: name }))}
      />
    </>
  );
}
