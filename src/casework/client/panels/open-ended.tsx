import { apiOf } from '../../../web/api.ts';
import { Form, useForm } from '../../../web/form.tsx';
import { Card } from '../../../web/kit/card.tsx';
import { SelectField, TextArea } from '../../../web/kit/fields.tsx';
import { useFormat } from '../../../web/kit/format.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { Answer } from '../../../web/kit/loading.tsx';
import { Stack } from '../../../web/kit/page.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import type * as acts from '../acts.ts';
import { clientTexts } from '../texts.ts';
import { openingReasons } from '../words.ts';

const { useAsk, useDo } = apiOf<typeof acts>();

interface OpenEndedProps {
  readonly clientId: string;
  /** The client is open: the page can be asked for again. */
  readonly opened: () => void;
}

/** Who the client is who has no matter any more, and a way to open the page for a stated reason and a day. */
export function OpenEnded({ clientId, opened }: OpenEndedProps) {
  const words = useTexts(clientTexts);
  const format = useFormat();
  const query = useAsk('endedClient', { clientId });
  return (
    <Answer of={query}>
      {({ name, birthOn }) => (
        <Card title={name}>
          {birthOn && (
            <p>
              {words.birthOn}: {format.day(birthOn)}
            </p>
          )}
          <p>{words.endedLine}</p>
          <OpenForm clientId={clientId} opened={opened} />
        </Card>
      )}
    </Answer>
  );
}

function OpenForm({ clientId, opened }: OpenEndedProps) {
  const words = useTexts(clientTexts);
  const toast = useToast();
  const open = useDo('openEndedClient');
  const form = useForm({
    initial: { reason: '' as (typeof openingReasons)[number] | '', words: '' },
    send: (values) =>
      open.mutateAsync({ clientId, ...values, reason: values.reason as (typeof openingReasons)[number] }),
    done: () => {
      toast({ done: words.openedForADay });
      opened();
    },
  });
  return (
    <Form form={form} submit={words.openEnded}>
      <Stack>
        <SelectField
          {...form.field('reason')}
          label={words.openingReason}
          options={openingReasons.map((value) => ({ value, label: words.openingReasons[value] }))}
        />
        <TextArea {...form.field('words')} label={words.openingWords} description={words.openingHelp} />
      </Stack>
    </Form>
  );
}
