import { addDays, type Day } from '../../../kernel/day.ts';
import { lastDay, type Range } from '../../../kernel/range.ts';
import { DayField } from '../../../platform/web/date.tsx';
import { Dialog } from '../../../platform/web/dialog.tsx';
import { Form, useForm } from '../../../platform/web/form.tsx';
import { useFormat } from '../../../platform/web/format.ts';
import { useTexts } from '../../../platform/web/language.tsx';
import { useToast } from '../../../platform/web/toast.tsx';
import { useToday } from '../../../platform/web/today.tsx';
import { organiserTexts } from '../texts.ts';

interface EndProps {
  /** What ends, as one calls it. */
  readonly name: string;
  readonly during: Range;
  /** Sets the days of the thing. */
  readonly set: (during: Range) => Promise<unknown>;
  readonly close: () => void;
}

/** The last day of an offering, a unit or a group; nothing is removed, and it can be undone. */
export function EndForm({ name, during, set, close }: EndProps) {
  const words = useTexts(organiserTexts);
  const format = useFormat();
  const toast = useToast();
  const today = useToday();
  const form = useForm({
    initial: { during: (lastDay(during) ?? today) as Day | null },
    check: ({ during: last }) => (last === null ? [{ field: 'during', message: words.missing }] : []),
    send: ({ during: last }) => set({ from: during.from, to: addDays(last as Day, 1) }),
    done: (_, { during: last }) => {
      toast({ done: words.endedToast(name, last ? format.day(last) : ''), undo: () => set(during) });
      close();
    },
  });
  return (
    <Dialog title={words.endOf(name)} close={close}>
      <Form form={form} submit={words.end} cancel={close}>
        <p className="quiet">{words.endHelp}</p>
        <DayField {...form.field('during')} label={words.endDay} today={today} min={during.from} />
      </Form>
    </Dialog>
  );
}
