import type { Day } from '../../../kernel/day.ts';
import { apiOf } from '../../../platform/web/api.ts';
import { DayField } from '../../../platform/web/date.tsx';
import { Dialog } from '../../../platform/web/dialog.tsx';
import { ChecksField, NumberField, TextArea } from '../../../platform/web/fields.tsx';
import { FieldRow, Form, useForm } from '../../../platform/web/form.tsx';
import { useTexts } from '../../../platform/web/language.tsx';
import { useToast } from '../../../platform/web/toast.tsx';
import { useToday } from '../../../platform/web/today.tsx';
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
        <ChecksField
          {...form.field('relationshipIds')}
          label={words.tookPart}
          options={people.map(({ relationshipId, name }) => ({ value: relationshipId, label: name }))}
        />
      </Form>
    </Dialog>
  );
}
