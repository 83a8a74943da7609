import { useState } from 'react';
import type { Day } from '../../../kernel/day.ts';
import { apiOf } from '../../../web/api.ts';
import { FieldRow, Form, useForm } from '../../../web/form.tsx';
import { DayField } from '../../../web/kit/date.tsx';
import { Dialog } from '../../../web/kit/dialog.tsx';
import { RadioField } from '../../../web/kit/fields.tsx';
import { useTexts } from '../../../web/kit/language.tsx';
import { TextField } from '../../../web/kit/text-field.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import type * as acts from '../acts.ts';
import { coachingTexts } from '../texts.ts';
import { type VisitKind, visitKinds } from '../words.ts';

const { useDo } = apiOf<typeof acts>();

interface PlanVisitProps {
  readonly clientId: string;
  readonly relationships: readonly { readonly id: string; readonly label: string }[];
  /** Where the visit would be, when one workplace is at hand. */
  readonly place: string | null;
  readonly close: () => void;
}

/** 13.00, 13:00 and 13 are one time of day; nothing is none; anything else is wrong. */
export function readVisitTime(text: string): string | null | undefined {
  if (text.trim() === '') return null;
  const [, hour = '', minute = '00'] = /^\s*(\d{1,2})(?:[.:](\d{2}))?\s*$/.exec(text) ?? [];
  return hour !== '' && Number(hour) < 24 && Number(minute) < 60 ? `${hour.padStart(2, '0')}:${minute}` : undefined;
}

/** Agrees on a visit: kind and day, time and place where they are known. */
export function PlanVisit({ clientId, relationships, place, close }: PlanVisitProps) {
  const words = useTexts(coachingTexts);
  const toast = useToast();
  const today = useToday();
  const plan = useDo('planVisit');
  const cancel = useDo('cancelVisit');
  const [kinds] = useState(() => visitKinds.filter((kind) => kind !== 'group-meeting'));
  const form = useForm({
    initial: {
      relationshipId: relationships[0]?.id ?? '',
      kind: 'workplace-visit' as VisitKind | '',
      dueOn: null as Day | null,
      startsAt: '',
      place: place ?? '',
    },
    check: ({ startsAt }) =>
      readVisitTime(startsAt) === undefined ? [{ field: 'startsAt', message: words.startsAtWrong }] : [],
    send: (values) =>
      plan.mutateAsync({
        clientId,
        relationshipId: values.relationshipId,
        kind: values.kind || 'meeting',
        dueOn: values.dueOn ?? '',
        startsAt: readVisitTime(values.startsAt) ?? null,
        place: values.place || null,
      }),
    done: ({ visitId }) => {
      toast({ done: words.visitPlanned, undo: () => cancel.mutateAsync({ clientId, visitId }) });
      close();
    },
  });
  return (
    <Dialog title={words.planVisit} close={close}>
      <Form form={form} submit={words.planVisit} cancel={close}>
        {relationships.length > 1 && (
          <RadioField
            {...form.field('relationshipId')}
            label={words.onRelationship}
            options={relationships.map(({ id, label }) => ({ value: id, label }))}
          />
        )}
        <RadioField
          {...form.field('kind')}
          label={words.kind}
          options={kinds.map((value) => ({ value, label: words.kinds[value] }))}
        />
        <FieldRow>
          <DayField {...form.field('dueOn')} label={words.heldOn} today={today} min={today} />
          <TextField {...form.field('startsAt')} label={words.startsAt} description={words.startsAtHint} optional />
        </FieldRow>
        <TextField {...form.field('place')} label={words.place} optional />
      </Form>
    </Dialog>
  );
}
