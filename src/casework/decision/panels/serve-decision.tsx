import type { Day } from '../../../kernel/day.ts';
import { apiOf } from '../../../web/api.ts';
import { Form, useForm } from '../../../web/form.tsx';
import { DayField } from '../../../web/kit/date.tsx';
import { Dialog } from '../../../web/kit/dialog.tsx';
import { RadioField } from '../../../web/kit/fields.tsx';
import { useFormat } from '../../../web/kit/format.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import type * as acts from '../acts.ts';
import { decisionTexts } from '../texts.ts';
import { type ServingWay, ways } from '../words.ts';

const { useDo } = apiOf<typeof acts>();

interface ServeProps {
  readonly clientId: string;
  readonly decisionId: string;
  readonly close: () => void;
}

/** Records how and when a decision was given to the client; the time for rectification runs from that. */
export function ServeDecision({ clientId, decisionId, close }: ServeProps) {
  const words = useTexts(decisionTexts);
  const format = useFormat();
  const toast = useToast();
  const today = useToday();
  const serve = useDo('serveDecision');
  const form = useForm({
    initial: { way: 'post' as ServingWay | '', sentOn: today as Day | null },
    send: ({ way, sentOn }) => serve.mutateAsync({ clientId, decisionId, way: way || 'post', sentOn: sentOn ?? today }),
    done: ({ rectifyUntil }) => {
      toast({
        done: words.serveDone,
        ...(rectifyUntil ? { next: words.rectifyBy(format.day(rectifyUntil)) } : {}),
      });
      close();
    },
  });
  return (
    <Dialog title={words.serveTitle} close={close}>
      <Form form={form} submit={words.serve} cancel={close}>
        <RadioField
          {...form.field('way')}
          label={words.way}
          options={ways.map((value) => ({ value, label: words.ways[value] }))}
        />
        <DayField {...form.field('sentOn')} label={words.sentOn} today={today} max={today} />
      </Form>
    </Dialog>
  );
}
