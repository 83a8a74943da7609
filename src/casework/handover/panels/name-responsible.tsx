import type { Day } from '../../../kernel/day.ts';
import type { Service } from '../../../kernel/service.ts';
import { apiOf } from '../../../web/api.ts';
import { Form, useForm } from '../../../web/form.tsx';
import { DayField } from '../../../web/kit/date.tsx';
import { Dialog } from '../../../web/kit/dialog.tsx';
import { SelectField } from '../../../web/kit/fields.tsx';
import { useTexts } from '../../../web/kit/language.tsx';
import { Answer } from '../../../web/kit/loading.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import type * as relationshipActs from '../../relationship/acts.ts';
import type * as acts from '../acts.ts';
import { handoverTexts } from '../texts.ts';

const { useAsk } = apiOf<typeof acts>();
const { useDo } = apiOf<typeof relationshipActs>();

interface NameProps {
  readonly clientId: string;
  readonly relationshipId: string;
  readonly service: Service;
  readonly version: string | null;
  readonly close: () => void;
}

/** Names or changes the responsible worker from a day on, seeing how many clients each answers for. */
export function NameResponsible({ clientId, relationshipId, service, version, close }: NameProps) {
  const words = useTexts(handoverTexts);
  const toast = useToast();
  const today = useToday();
  const name = useDo('nameResponsible');
  const form = useForm({
    initial: { workerId: '', from: today as Day | null },
    seen: version,
    send: ({ workerId, from }, seen) =>
      name.mutateAsync({ clientId, relationshipId, workerId, from: from as Day, seen }),
    done: () => {
      toast({ done: words.changed });
      close();
    },
  });
  const query = useAsk('responsibleChoices', { clientId, service, on: form.values.from ?? today }, { keep: true });
  return (
    <Dialog title={words.name} close={close}>
      <Answer of={query}>
        {({ rule, workers }) =>
          workers.length === 0 ? (
            <p>{words.rules[rule]}</p>
          ) : (
            <Form form={form} submit={words.name} cancel={close}>
              <SelectField
                {...form.field('workerId')}
                label={words.worker}
                options={workers.map(({ id, name: who, clients }) => ({
                  value: id,
                  label: `${who} · ${words.clients(clients)}`,
                }))}
              />
              <DayField {...form.field('from')} label={words.from} today={today} />
            </Form>
          )
        }
      </Answer>
    </Dialog>
  );
}
