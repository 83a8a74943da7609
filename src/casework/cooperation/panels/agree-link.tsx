import type { Day } from '../../../kernel/day.ts';
import { apiOf } from '../../../web/api.ts';
import { Form, useForm } from '../../../web/form.tsx';
import { DayField } from '../../../web/kit/date.tsx';
import { Dialog } from '../../../web/kit/dialog.tsx';
import { RadioField, TextArea } from '../../../web/kit/fields.tsx';
import { useLanguage, useTexts } from '../../../web/kit/language.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import type { ServiceGroup } from '../../organiser/words.ts';
import type * as acts from '../acts.ts';
import { cooperationTexts, otherServiceName } from '../texts.ts';
import { linkStates, type otherServices } from '../words.ts';

const { useDo } = apiOf<typeof acts>();

export interface LinkToAgree {
  readonly group: ServiceGroup;
  readonly otherService: (typeof otherServices)[number];
  readonly state: (typeof linkStates)[number] | null;
  readonly note: string | null;
  readonly version: string | null;
}

/** How cooperation with another service stands from a day on. */
export function AgreeLink({ link, close }: { link: LinkToAgree; close: () => void }) {
  const words = useTexts(cooperationTexts);
  const { language } = useLanguage();
  const toast = useToast();
  const today = useToday();
  const agree = useDo('agreeLink');
  const form = useForm({
    initial: {
      state: (link.state ?? '') as (typeof linkStates)[number] | '',
      note: link.note ?? '',
      from: today as Day | null,
    },
    seen: link.version,
    send: ({ state, note, from }, seen) =>
      agree.mutateAsync({
        seen,
        group: link.group,
        otherService: link.otherService,
        state: state as (typeof linkStates)[number],
        note: note || null,
        from: from as Day,
      }),
    done: () => {
      toast({ done: words.saved });
      close();
    },
  });
  return (
    <Dialog title={otherServiceName(link.otherService, today, language)} close={close}>
      <Form form={form} submit={words.save} cancel={close}>
        <RadioField
          {...form.field('state')}
          label={words.state}
          options={linkStates.map((value) => ({ value, label: words.states[value] }))}
        />
        <TextArea {...form.field('note')} label={words.note} optional />
        <DayField {...form.field('from')} label={words.since} today={today} />
      </Form>
    </Dialog>
  );
}
