import type { Day } from '../../../kernel/day.ts';
import { apiOf } from '../../../web/api.ts';
import { Form, useForm } from '../../../web/form.tsx';
import { DayField } from '../../../web/kit/date.tsx';
import { Dialog } from '../../../web/kit/dialog.tsx';
import { SelectField } from '../../../web/kit/fields.tsx';
import { useTexts } from '../../../web/kit/language.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import type * as relationshipActs from '../../relationship/acts.ts';
import type * as acts from '../acts.ts';
import { handoverTexts } from '../texts.ts';

const { useAsk } = apiOf<typeof acts>();
const { useDo } = apiOf<typeof relationshipActs>();

interface NameProps {
  readonly clientId: string;
  /** Of those who are named, for the change to tell that it saw them; null while nobody is. */
  readonly version: string | null;
  readonly close: () => void;
}

/** Names or changes the case manager from a day on, seeing how many clients each answers for. */
export function HandOverCase({ clientId, version, close }: NameProps) {
  const words = useTexts(handoverTexts);
  const toast = useToast();
  const today = useToday();
  const handOver = useDo('handOverCase');
  const form = useForm({
    initial: { workerId: '', from: today as Day | null },
    seen: version,
    send: ({ workerId, from }, seen) => handOver.mutateAsync({ clientId, workerId, from: from as Day, seen }),
    done: () => {
      toast({ done: words.managerChanged });
      close();
    },
  });
  const { data } = useAsk('caseManagerChoices', { clientId, on: form.values.from ?? today }, { keep: true });
  const title = version === null ? words.nameManager : words.changeManager;
  return (
    <Dialog title={title} close={close}>
      <Form form={form} submit={title} cancel={close}>
        <SelectField
          {...form.field('workerId')}
          label={words.worker}
          options={(data?.workers ?? []).map(({ id, name, clients }) => ({
            value: id,
            label: `${name} · ${words.clients(clients)}`,
          }))}
        />
        <DayField {...form.field('from')} label={words.from} today={today} />
      </Form>
    </Dialog>
  );
}
