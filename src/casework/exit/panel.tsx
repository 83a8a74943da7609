import { useRef } from 'react';
import type { Day } from '../../kernel/day.ts';
import type { Range } from '../../kernel/range.ts';
import { apiOf } from '../../web/api.ts';
import { type FieldsOf, Form, type Instead, useForm } from '../../web/form.tsx';
import { Card } from '../../web/kit/card.tsx';
import { DayField } from '../../web/kit/date.tsx';
import { Dialog } from '../../web/kit/dialog.tsx';
import { RadioField, SelectField, TextArea } from '../../web/kit/fields.tsx';
import { useTexts } from '../../web/kit/language.tsx';
import { Stack } from '../../web/kit/page.tsx';
import { useToast } from '../../web/kit/toast.tsx';
import { useToday } from '../../web/kit/today.tsx';
import type * as acts from './acts.ts';
import { lastDayOf } from './rules.ts';
import { exitTexts } from './texts.ts';
import { destinations, type Exit, exitReasons, type Transition } from './words.ts';

const { useDo } = apiOf<typeof acts>();

/** A service of the client that could end, or that the client could move to. */
export interface HeldRelationship {
  readonly id: string;
  readonly serviceName: string;
  readonly during: Range;
  /** What ending it must have seen. */
  readonly version: string;
}

interface ExitProps {
  readonly clientId: string;
  readonly held: readonly HeldRelationship[];
  readonly chosen: string;
  readonly done: () => void;
  readonly cancel: () => void;
}

interface ExitValues {
  readonly relationshipId: string;
  readonly lastDay: Day | null;
  readonly reason: (typeof exitReasons)[number] | '';
  readonly destination: (typeof destinations)[number] | '';
  readonly note: string;
}

export interface Along {
  readonly takeMarksBack?: boolean;
  readonly keepContacts?: boolean;
}

/** Offered when marked days or contacts stand in the way: the marks are taken back, the contacts kept outside the service. */
export function useAlong<V, Out = unknown>(
  send: (values: V, along: Along, seen: string | null) => Promise<Out>,
): readonly Instead<V, Out>[] {
  const words = useTexts(exitTexts);
  // Who agreed to the one is asked for the other, not for the first again.
  const agreed = useRef<Along>({});
  const also = (more: Along) => (values: V, seen: string | null) => {
    agreed.current = { ...agreed.current, ...more };
    return send(values, agreed.current, seen);
  };
  return [
    { on: 'days-marked', help: words.marksHelp, label: words.takeBackMarks, send: also({ takeMarksBack: true }) },
    {
      on: 'contacts-held-after',
      help: words.contactsHelp,
      label: words.keepContacts,
      send: also({ keepContacts: true }),
    },
  ];
}

/** What is told of an end that a decision brings: the same of each service that it ends. */
export interface UnderValues {
  readonly 'services.0.reason': (typeof exitReasons)[number] | '';
  readonly 'services.0.destination': (typeof destinations)[number] | '';
}

interface UnderProps {
  readonly fields: FieldsOf<UnderValues>;
  /** Each service with where the client is placed in it. */
  readonly services: readonly { readonly id: string; readonly name: string; readonly places: readonly string[] }[];
  readonly as: 'ends' | 'shortens' | 'prepared';
}

/** What goes on by a decision that is ended or shortened, and how it ends. */
export function UnderDecision({ fields, services, as }: UnderProps) {
  const words = useTexts(exitTexts);
  return (
    <Stack>
      <div>
        <p>
          <strong>{words.under}</strong>
        </p>
        {services.map(({ id, name, places }) => (
          <p key={id}>{[name, ...places].join(', ')}</p>
        ))}
        <p className="muted">
          {{ ends: words.underEnds, shortens: words.underShortens, prepared: words.underDecider }[as]}
        </p>
      </div>
      {as === 'ends' && (
        <>
          <SelectField
            {...fields['services.0.reason']}
            label={words.reason}
            options={exitReasons.map((value) => ({ value, label: words.reasons[value] }))}
          />
          <SelectField
            {...fields['services.0.destination']}
            label={words.destination}
            options={destinations.map((value) => ({ value, label: words.destinations[value] }))}
          />
        </>
      )}
    </Stack>
  );
}

/** The form saw the service that it began with, as it tells after a conflict; of another the version in the list. */
function seenOf(held: readonly HeldRelationship[], first: string, id: string, seen: string | null): string | null {
  return (id === first ? seen : null) ?? held.find((one) => one.id === id)?.version ?? null;
}

/** Ends a service: which, its last day, why, and where the client went. */
export function ExitForm({ clientId, held, chosen, done, cancel }: ExitProps) {
  const words = useTexts(exitTexts);
  const toast = useToast();
  const today = useToday();
  const exit = useDo('exitClient');
  const toInput = ({ relationshipId, lastDay, reason, destination, note }: ExitValues, seen: string | null) => ({
    clientId,
    relationshipId,
    seen: seenOf(held, chosen, relationshipId, seen),
    lastDay: lastDay as Day,
    reason: reason as (typeof exitReasons)[number],
    destination: destination as (typeof destinations)[number],
    note: note || null,
  });
  const form = useForm<ExitValues, unknown>({
    initial: { relationshipId: chosen, lastDay: today, reason: '', destination: '', note: '' },
    seen: seenOf(held, chosen, chosen, null),
    // What is missing the server names, at its field.
    send: (values, seen) => exit.mutateAsync(toInput(values, seen)),
    instead: useAlong((values, along, seen) => exit.mutateAsync({ ...toInput(values, seen), ...along })),
    done: (_, { relationshipId }) => {
      toast({ done: words.ended(held.find(({ id }) => id === relationshipId)?.serviceName ?? '') });
      done();
    },
  });
  return (
    <Card title={words.end}>
      <p className="muted">{words.endLine}</p>
      <Form form={form} submit={words.end} cancel={cancel}>
        <Stack>
          <RadioField
            {...form.field('relationshipId')}
            label={words.which}
            options={held.map(({ id, serviceName }) => ({ value: id, label: serviceName }))}
          />
          <DayField {...form.field('lastDay')} label={words.lastDay} today={today} />
          <SelectField
            {...form.field('reason')}
            label={words.reason}
            options={exitReasons.map((value) => ({ value, label: words.reasons[value] }))}
          />
          <SelectField
            {...form.field('destination')}
            label={words.destination}
            options={destinations.map((value) => ({ value, label: words.destinations[value] }))}
          />
          <TextArea {...form.field('note')} label={words.note} optional />
        </Stack>
      </Form>
    </Card>
  );
}

interface MoveValues {
  readonly relationshipId: string;
  readonly toRelationshipId: string;
  readonly lastDay: Day | null;
}

/** Moves a client from one service to another that has begun. */
export function MoveForm({ clientId, held, chosen, done, cancel }: ExitProps) {
  const words = useTexts(exitTexts);
  const toast = useToast();
  const today = useToday();
  const move = useDo('moveClient');
  const toInput = ({ relationshipId, toRelationshipId, lastDay }: MoveValues, seen: string | null) => ({
    clientId,
    relationshipId,
    seen: seenOf(held, chosen, relationshipId, seen),
    toRelationshipId,
    lastDay: lastDay as Day,
  });
  const form = useForm<MoveValues, unknown>({
    initial: { relationshipId: chosen, toRelationshipId: '', lastDay: today },
    seen: seenOf(held, chosen, chosen, null),
    send: (values, seen) => move.mutateAsync(toInput(values, seen)),
    instead: useAlong((values, along, seen) => move.mutateAsync({ ...toInput(values, seen), ...along })),
    done: () => {
      toast({ done: words.moved });
      done();
    },
  });
  const others = held.filter(({ id }) => id !== form.field('relationshipId').value);
  const option = ({ id, serviceName }: HeldRelationship) => ({ value: id, label: serviceName });
  if (held.length < 2) return null;
  return (
    <Card title={words.move}>
      <p className="muted">{words.moveLine}</p>
      <Form form={form} submit={words.move} cancel={cancel}>
        <Stack>
          <RadioField {...form.field('relationshipId')} label={words.which} options={held.map(option)} />
          <SelectField {...form.field('toRelationshipId')} label={words.to} options={others.map(option)} />
          <DayField {...form.field('lastDay')} label={words.lastDay} today={today} />
        </Stack>
      </Form>
    </Card>
  );
}

interface CorrectMoveProps {
  readonly clientId: string;
  readonly move: Pick<Transition, 'id' | 'movedOn' | 'fromRelationshipId' | 'toRelationshipId'> & {
    readonly version: string;
  };
  readonly services: readonly Pick<HeldRelationship, 'id' | 'serviceName'>[];
  readonly close: () => void;
}

type CorrectMoveValues = Omit<MoveValues, 'relationshipId'> & { readonly why: string };

/** Corrects the last day before a move, or the service that it leads to, and why it is corrected. */
export function CorrectMove({ clientId, move, services, close }: CorrectMoveProps) {
  const words = useTexts(exitTexts);
  const toast = useToast();
  const today = useToday();
  const correct = useDo('correctMove');
  const toInput = ({ toRelationshipId, lastDay, why }: CorrectMoveValues, seen: string | null) => ({
    clientId,
    seen,
    transitionId: move.id,
    toRelationshipId,
    lastDay: lastDay as Day,
    why,
  });
  const form = useForm<CorrectMoveValues, unknown>({
    initial: { toRelationshipId: move.toRelationshipId, lastDay: lastDayOf(move.movedOn), why: '' },
    seen: move.version,
    send: (values, seen) => correct.mutateAsync(toInput(values, seen)),
    instead: useAlong((values, along, seen) => correct.mutateAsync({ ...toInput(values, seen), ...along })),
    done: () => {
      toast({ done: words.moveCorrected });
      close();
    },
  });
  const others = services.filter(({ id }) => id !== move.fromRelationshipId);
  return (
    <Dialog title={words.correctMove} close={close}>
      <p className="muted">{words.correctLine}</p>
      <Form form={form} submit={words.correctMove} cancel={close}>
        <SelectField
          {...form.field('toRelationshipId')}
          label={words.to}
          options={others.map(({ id, serviceName }) => ({ value: id, label: serviceName }))}
        />
        <DayField {...form.field('lastDay')} label={words.lastDay} today={today} />
        <TextArea {...form.field('why')} label={words.whyCorrected} rows={2} />
      </Form>
    </Dialog>
  );
}

type CorrectValues = Omit<ExitValues, 'relationshipId'> & { readonly why: string };

interface CorrectExitProps {
  readonly clientId: string;
  readonly exit: Pick<Exit, 'id' | 'endedOn' | 'reason' | 'destination' | 'note'> & { readonly version: string };
  readonly close: () => void;
}

/** Corrects an exit's last day, reason and destination, and why it is corrected. */
export function CorrectExit({ clientId, exit, close }: CorrectExitProps) {
  const words = useTexts(exitTexts);
  const toast = useToast();
  const today = useToday();
  const correct = useDo('correctExit');
  const toInput = ({ lastDay, reason, destination, note, why }: CorrectValues, seen: string | null) => ({
    clientId,
    seen,
    exitId: exit.id,
    lastDay: lastDay as Day,
    reason: reason || exit.reason,
    destination: destination || exit.destination,
    note: note || null,
    why,
  });
  const form = useForm<CorrectValues, unknown>({
    initial: {
      lastDay: lastDayOf(exit.endedOn),
      reason: exit.reason,
      destination: exit.destination,
      note: exit.note ?? '',
      why: '',
    },
    seen: exit.version,
    send: (values, seen) => correct.mutateAsync(toInput(values, seen)),
    instead: useAlong((values, along, seen) => correct.mutateAsync({ ...toInput(values, seen), ...along })),
    done: () => {
      toast({ done: words.corrected });
      close();
    },
  });
  return (
    <Dialog title={words.correct} close={close}>
      <p className="muted">{words.correctLine}</p>
      <Form form={form} submit={words.correct} cancel={close}>
        <DayField {...form.field('lastDay')} label={words.lastDay} today={today} />
        <SelectField
          {...form.field('reason')}
          label={words.reason}
          options={exitReasons.map((value) => ({ value, label: words.reasons[value] }))}
        />
        <SelectField
          {...form.field('destination')}
          label={words.destination}
          options={destinations.map((value) => ({ value, label: words.destinations[value] }))}
        />
        <TextArea {...form.field('note')} label={words.note} optional />
        <TextArea {...form.field('why')} label={words.whyCorrected} rows={2} />
      </Form>
    </Dialog>
  );
}
