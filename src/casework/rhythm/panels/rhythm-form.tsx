import { useState } from 'react';
import type { Day } from '../../../kernel/day.ts';
import type { Service } from '../../../kernel/service.ts';
import { apiOf } from '../../../web/api.ts';
import { FieldRow, Form, useForm } from '../../../web/form.tsx';
import { DayField } from '../../../web/kit/date.tsx';
import { Dialog } from '../../../web/kit/dialog.tsx';
import { CheckField, NumberField, SelectField } from '../../../web/kit/fields.tsx';
import { useTexts } from '../../../web/kit/language.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import type * as acts from '../acts.ts';
import { rhythmTexts } from '../texts.ts';
import type { RhythmSet } from '../words.ts';

const { useDo } = apiOf<typeof acts>();

interface RhythmProps {
  readonly services: readonly { readonly service: Service; readonly name: string }[];
  /** The rhythms of the service in force, where one is changed. */
  readonly now: readonly RhythmSet[];
  readonly service: Service | '';
  /** Of what is set for a service. */
  readonly versionOf: (service: Service | '') => string | null;
  readonly close: () => void;
}

/** How often contacts are due in a service, in both phases, from a day on. */
export function RhythmForm({ services, now, service, versionOf, close }: RhythmProps) {
  const words = useTexts(rhythmTexts);
  const toast = useToast();
  const today = useToday();
  const set = useDo('setRhythm');
  // What is read anew while the form is open was not seen in it.
  const [versionSeen] = useState(() => versionOf);
  const starting = now.find(({ phase }) => phase === 'starting');
  const steady = now.find(({ phase }) => phase === 'steady');
  const form = useForm({
    initial: {
      service,
      hasStarting: starting !== undefined,
      'starting.phaseDays': starting?.phaseDays ?? null,
      'starting.everyDays': starting?.everyDays ?? null,
      'starting.everyDaysAtMost': starting?.everyDaysAtMost ?? null,
      'steady.everyDays': steady?.everyDays ?? null,
      'steady.everyDaysAtMost': steady?.everyDaysAtMost ?? null,
      'steady.visitAtRenewal': steady?.visitAtRenewal ?? false,
      'steady.groupMeetingsAYear': steady?.groupMeetingsAYear ?? null,
      from: today as Day | null,
    },
    send: (values, seen) =>
      set.mutateAsync({
        seen: seen ?? versionSeen(values.service),
        service: values.service as Service,
        from: values.from as Day,
        starting: values.hasStarting
          ? {
              phaseDays: values['starting.phaseDays'] as number,
              everyDays: values['starting.everyDays'] as number,
              everyDaysAtMost: (values['starting.everyDaysAtMost'] ?? values['starting.everyDays']) as number,
            }
          : null,
        steady: {
          everyDays: values['steady.everyDays'],
          everyDaysAtMost: values['steady.everyDaysAtMost'] ?? values['steady.everyDays'],
          visitAtRenewal: values['steady.visitAtRenewal'],
          groupMeetingsAYear: values['steady.groupMeetingsAYear'],
        },
      }),
    done: () => {
      toast({ done: words.rhythmSet });
      close();
    },
  });
  return (
    <Dialog title={service === '' ? words.setRhythm : words.changeRhythm} close={close}>
      <Form form={form} submit={words.setRhythm} cancel={close}>
        <p className="muted">{words.rhythmHelp}</p>
        <SelectField
          {...form.field('service')}
          label={words.service}
          options={services.map(({ service: value, name }) => ({ value, label: name }))}
        />
        <CheckField {...form.field('hasStarting')} label={words.hasStarting} />
        {form.values.hasStarting && (
          <>
            <NumberField {...form.field('starting.phaseDays')} label={words.phaseDays} />
            <FieldRow>
              <NumberField {...form.field('starting.everyDays')} label={words.everyDays} />
              <NumberField {...form.field('starting.everyDaysAtMost')} label={words.everyDaysAtMost} optional />
            </FieldRow>
          </>
        )}
        <h3>{words.steadyPhase}</h3>
        <FieldRow>
          <NumberField {...form.field('steady.everyDays')} label={words.everyDays} optional />
          <NumberField {...form.field('steady.everyDaysAtMost')} label={words.everyDaysAtMost} optional />
        </FieldRow>
        <CheckField {...form.field('steady.visitAtRenewal')} label={words.visitAtRenewal} />
        <NumberField {...form.field('steady.groupMeetingsAYear')} label={words.groupMeetings} optional />
        <DayField {...form.field('from')} label={words.fromDay} today={today} min={today} />
      </Form>
    </Dialog>
  );
}
