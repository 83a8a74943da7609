import { addDays, type Day } from '../../../kernel/day.ts';
import { lastDay, laterEnd, overlaps } from '../../../kernel/range.ts';
import type { InputOf, OutputOf } from '../../../server/act.ts';
import { apiOf } from '../../../web/api.ts';
import { Form, type Instead, useForm } from '../../../web/form.tsx';
import { DayField } from '../../../web/kit/date.tsx';
import { Dialog } from '../../../web/kit/dialog.tsx';
import { useFormat } from '../../../web/kit/format.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import type * as acts from '../acts.ts';
import { placementTexts } from '../texts.ts';
import type { Placement, Slot } from '../words.ts';
import { PartFields, sentPart } from './place-form.tsx';

const { useDo } = apiOf<typeof acts>();

type Changing = InputOf<typeof acts.changeTakingPart>;
type Changed = OutputOf<typeof acts.changeTakingPart> & { readonly agreementId: string | null };

interface ChangeProps {
  readonly placement: Placement & { readonly version: string };
  /** All of the client's placements. */
  readonly all: readonly Placement[];
  readonly close: () => void;
  /** Changes the placement together with what stands on it. */
  readonly send: (input: Changing) => Promise<Changed>;
  /** What follows from the change, in words. */
  readonly nextOf: (changed: Changed) => string | undefined;
  readonly changed: (placementId: string) => void;
  /** What can be done when later days stand in the way. */
  readonly instead?: Instead<Changing, Changed>;
}

/** Changes the half-days, times or tasks of a placement from a day on. */
export function ChangePlacement({ placement, all, close, send, nextOf, changed, instead }: ChangeProps) {
  const words = useTexts(placementTexts);
  const format = useFormat();
  const toast = useToast();
  const today = useToday();
  const first = laterEnd(placement.during.from, today) as Day;
  type Values = Parameters<typeof sentPart>[0] & { readonly from: Day | null };
  const toInput = ({ from, ...values }: Values, seen: string | null) => ({
    seen,
    clientId: placement.clientId,
    placementId: placement.id,
    from: from as Day,
    ...sentPart(values),
  });
  const form = useForm({
    initial: {
      from: first as Day | null,
      slots: placement.slots as readonly Slot[],
      startsAt: placement.startsAt ?? '',
      endsAt: placement.endsAt ?? '',
      hoursADay: placement.hoursADay,
      tasks: placement.tasks ?? '',
      meal: placement.meal,
    },
    check: ({ slots }) => (slots.length === 0 ? [{ field: 'slots', message: words.slotsMissing }] : []),
    seen: placement.version,
    send: (values, seen) => send(toInput(values, seen)),
    instead: instead && { ...instead, send: (values, seen) => instead.send(toInput(values, seen), seen) },
    done: (done) => {
      const next = [nextOf(done), done.limitBrokenOn && words.limitBroken(format.day(done.limitBrokenOn))]
        .filter(Boolean)
        .join(' ');
      toast({ done: words.changed, ...(next ? { next } : {}) });
      changed(done.placementId);
    },
  });
  const from = form.values.from ?? first;
  const others = all.filter(
    ({ id, during }) => id !== placement.id && overlaps(during, { from, to: placement.during.to }),
  );
  return (
    <Dialog title={words.change} close={close} wide>
      <Form form={form} cancel={close}>
        <DayField
          {...form.field('from')}
          label={words.changeFrom}
          today={today}
          min={placement.during.from}
          max={lastDay(placement.during) ?? undefined}
        />
        <PartFields
          form={form}
          service={placement.service}
          from={from}
          mayHaveMeal={placement.groupId !== null}
          others={others}
        />
      </Form>
    </Dialog>
  );
}

interface EndProps extends Pick<ChangeProps, 'placement' | 'close'> {
  readonly instead?: Instead<InputOf<typeof acts.endPlacement>, unknown>;
}

/** Ends a placement after its last day. */
export function EndPlacement({ placement, close, instead }: EndProps) {
  const words = useTexts(placementTexts);
  const toast = useToast();
  const today = useToday();
  const end = useDo('endPlacement');
  const toInput = ({ last }: { readonly last: Day | null }, seen: string | null) => ({
    seen,
    clientId: placement.clientId,
    placementId: placement.id,
    on: addDays(last ?? today, 1),
  });
  const form = useForm({
    initial: { last: today as Day | null },
    seen: placement.version,
    send: (values, seen): Promise<unknown> => end.mutateAsync(toInput(values, seen)),
    instead: instead && { ...instead, send: (values, seen) => instead.send(toInput(values, seen), seen) },
    done: () => {
      toast({ done: words.ended });
      close();
    },
  });
  return (
    <Dialog title={words.end} close={close}>
      <Form form={form} submit={words.end} cancel={close} danger>
        <DayField {...form.field('last')} label={words.endLast} today={today} min={placement.during.from} />
      </Form>
    </Dialog>
  );
}
