import type { Day } from '../../../kernel/day.ts';
import type { OutputOf } from '../../../server/act.ts';
import { apiOf } from '../../../web/api.ts';
import { Form, useForm } from '../../../web/form.tsx';
import { DayField } from '../../../web/kit/date.tsx';
import { Dialog } from '../../../web/kit/dialog.tsx';
import { SelectField } from '../../../web/kit/fields.tsx';
import { useTexts } from '../../../web/kit/language.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import { TakeBackDialog } from '../../../web/take-back.tsx';
import type * as acts from '../acts.ts';
import { ownWorkerTexts } from '../texts.ts';

const { useDo } = apiOf<typeof acts>();

export type OwnWorkers = OutputOf<typeof acts.ownWorkersOf>;
export type NamedWorker = OwnWorkers['namings'][number];

interface FormProps {
  readonly clientId: string;
  readonly close: () => void;
}

export function NameOwnWorker({ clientId, data, close }: FormProps & { readonly data: OwnWorkers }) {
  const words = useTexts(ownWorkerTexts);
  const toast = useToast();
  const today = useToday();
  const name = useDo('nameOwnWorker');
  const form = useForm({
    initial: { workerId: '', from: today as Day | null },
    seen: data.version,
    send: ({ workerId, from }, seen) => name.mutateAsync({ clientId, workerId, from: from as Day, seen }),
    done: () => {
      toast({ done: words.named });
      close();
    },
  });
  const title = data.own ? words.change : words.name;
  return (
    <Dialog title={title} close={close}>
      {data.specialSupport && <p className="muted">{words.special}</p>}
      <Form form={form} submit={title} cancel={close}>
        <SelectField
          {...form.field('workerId')}
          label={words.worker}
          options={data.workers
            .filter(({ id }) => id !== data.own?.workerId)
            .map((one) => ({
              value: one.id,
              label: one.socialWorker ? `${one.name} · ${words.socialWorker}` : one.name,
            }))}
        />
        <DayField {...form.field('from')} label={words.begins} today={today} />
      </Form>
    </Dialog>
  );
}

interface NamingProps extends FormProps {
  readonly naming: NamedWorker;
}

export function EndOwnWorker({ clientId, naming, close }: NamingProps) {
  const words = useTexts(ownWorkerTexts);
  const toast = useToast();
  const today = useToday();
  const end = useDo('endOwnWorker');
  const form = useForm({
    initial: { lastDay: today as Day | null },
    seen: naming.version,
    send: (values, seen) => end.mutateAsync({ clientId, namingId: naming.id, lastDay: values.lastDay as Day, seen }),
    done: () => {
      toast({ done: words.ended });
      close();
    },
  });
  return (
    <Dialog title={words.end} close={close}>
      <p className="muted">{words.endHelp}</p>
      <Form form={form} submit={words.end} cancel={close}>
        <DayField {...form.field('lastDay')} label={words.lastDay} today={today} min={naming.during.from} />
      </Form>
    </Dialog>
  );
}

export function TakeBackOwnWorker({ clientId, naming, close }: NamingProps) {
  const words = useTexts(ownWorkerTexts);
  const takeBack = useDo('takeBackOwnWorker');
  return (
    <TakeBackDialog
      words={{ takeBack: words.takeBack, why: words.why, takenBack: words.takenBack }}
      follows={words.takeBackHelp(naming.name)}
      seen={naming.version}
      send={(why, seen) => takeBack.mutateAsync({ clientId, namingId: naming.id, why, seen })}
      close={close}
    />
  );
}
