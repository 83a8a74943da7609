import { useState } from 'react';
import { addDays, type Day } from '../../../kernel/day.ts';
import { lastDay, type Range } from '../../../kernel/range.ts';
import { type Edited, Form, useForm } from '../../../web/form.tsx';
import { DayField } from '../../../web/kit/date.tsx';
import { Dialog } from '../../../web/kit/dialog.tsx';
import { useFormat } from '../../../web/kit/format.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import { organiserTexts } from '../texts.ts';

interface EndProps {
  /** What ends, as one calls it. */
  readonly name: string;
  readonly during: Range;
  /** The version of the thing that is shown. */
  readonly seen: string;
  /** Sets the days of the thing. */
  readonly set: (during: Range, seen: string | null) => Promise<Edited>;
  /** Sets them, and takes along what stands in the way by one refusal. */
  readonly instead?: {
    readonly on: string;
    readonly help: string;
    readonly label: string;
    readonly set: EndProps['set'];
  };
  readonly close: () => void;
}

/** The last day of an offering, a unit or a group; nothing is removed, and it can be undone. */
export function EndForm({ name, during, seen: seenVersion, set, instead, close }: EndProps) {
  const words = useTexts(organiserTexts);
  const format = useFormat();
  const toast = useToast();
  const today = useToday();
  const upTo = ({ during: last }: { during: Day | null }): Range => ({
    from: during.from,
    to: addDays(last as Day, 1),
  });
  // What ended along goes on again by the same way.
  const [way, setWay] = useState(() => set);
  const form = useForm({
    initial: { during: (lastDay(during) ?? today) as Day | null },
    check: ({ during: last }) => (last === null ? [{ field: 'during', message: words.missing }] : []),
    seen: seenVersion,
    send: (values, seen) => set(upTo(values), seen),
    instead: instead && {
      ...instead,
      send: (values, seen) => {
        setWay(() => instead.set);
        return instead.set(upTo(values), seen);
      },
    },
    done: ({ version = null }, { during: last }) => {
      toast({ done: words.endedToast(name, last ? format.day(last) : ''), undo: () => way(during, version) });
      close();
    },
  });
  return (
    <Dialog title={words.endOf(name)} close={close}>
      <Form form={form} submit={words.end} cancel={close}>
        <p className="muted">{words.endHelp}</p>
        <DayField {...form.field('during')} label={words.endDay} today={today} min={during.from} />
      </Form>
    </Dialog>
  );
}
