import { Button } from '@navikt/ds-react/Button';
import { useState } from 'react';
import { addDays, type Day } from '../../../kernel/day.ts';
import { apiOf } from '../../../web/api.ts';
import { FieldRow } from '../../../web/form.tsx';
import { useConfirm } from '../../../web/kit/confirming.ts';
import { DayField } from '../../../web/kit/date.tsx';
import { Dialog } from '../../../web/kit/dialog.tsx';
import { RadioField } from '../../../web/kit/fields.tsx';
import { useFormat } from '../../../web/kit/format.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { Answer } from '../../../web/kit/loading.tsx';
import { ProblemMessage } from '../../../web/kit/problem.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import { useUnsavedChanges } from '../../../web/kit/unsaved-changes.tsx';
import type * as acts from '../acts.ts';
import { handoverTexts } from '../texts.ts';
import type { Held, Move, Taker } from '../words.ts';
import { ByName, Shares, type Sharing } from './shares.tsx';

const { useAsk, useDo } = apiOf<typeof acts>();

interface HandOverProps {
  readonly worker: { readonly id: string; readonly name: string };
  /** The post that ends with the last day told, where the clients are handed over for that. */
  readonly ending?: { readonly postId: string; readonly lastDay: Day; readonly seen: string };
  readonly close: () => void;
}

const still = { error: undefined, complain: () => undefined };

/** Clients of one worker to others, all at once: to stand-ins for a time, or for good. */
export function HandOver({ worker, ending, close }: HandOverProps) {
  const words = useTexts(handoverTexts);
  const today = useToday();
  const confirm = useConfirm();
  const [mode, setMode] = useState<'stand-in' | 'for-good'>(ending ? 'for-good' : 'stand-in');
  const [from, setFrom] = useState<Day | null>(ending ? addDays(ending.lastDay, 1) : today);
  const [last, setLast] = useState<Day | null>(null);
  const [changed, setChanged] = useState(false);
  useUnsavedChanges(changed);
  const to = mode === 'stand-in' && last ? addDays(last, 1) : undefined;
  const complete = from !== null && (mode === 'for-good' || (last !== null && last >= from));
  const query = useAsk(
    'clientsHeld',
    {
      workerId: worker.id,
      from: from ?? today,
      ...(to ? { to } : {}),
      ...(ending ? { postId: ending.postId } : {}),
    },
    { when: complete },
  );
  const leave = async () => {
    if (
      changed &&
      !(await confirm({ title: words.shareDropTitle, body: <p>{words.shareDrop}</p>, act: words.shareDropAct }))
    )
      return;
    close();
  };
  return (
    <Dialog title={words.handOverOf(worker.name)} close={() => void leave()} wide>
      {ending ? (
        <p>{words.handOverEnding}</p>
      ) : (
        <>
          <RadioField
            {...still}
            name="mode"
            label={words.handOverMode}
            value={mode}
            change={(value) => value && setMode(value)}
            options={[
              { value: 'stand-in', label: words.standIn, description: words.standInHelp },
              { value: 'for-good', label: words.forGood, description: words.forGoodHelp },
            ]}
          />
          <FieldRow>
            <DayField
              {...still}
              name="from"
              label={words.from}
              value={from}
              change={setFrom}
              today={today}
              min={today}
            />
            {mode === 'stand-in' && (
              <DayField
                {...still}
                name="last"
                label={words.lastDay}
                value={last}
                change={setLast}
                today={today}
                min={from ?? today}
              />
            )}
          </FieldRow>
        </>
      )}
      {complete && from && (
        <Answer of={query}>
          {(held) => (
            <Share
              // Other days have other clients and other colleagues: the share begins anew.
              key={`${from} ${to ?? ''}`}
              {...held}
              worker={worker}
              during={{ from, to: to ?? null }}
              ending={ending}
              changed={() => setChanged(true)}
              close={close}
              leave={() => void leave()}
            />
          )}
        </Answer>
      )}
    </Dialog>
  );
}

interface ShareProps extends Pick<HandOverProps, 'worker' | 'close'> {
  readonly ending: HandOverProps['ending'] | undefined;
  readonly clients: readonly Held[];
  readonly workers: readonly Taker[];
  readonly proposal: readonly { readonly id: string; readonly toId: string }[];
  readonly appointments: readonly { workerId: string; clientId: string; dueOn: Day; startsAt: string | null }[];
  readonly during: { readonly from: Day; readonly to: Day | null };
  readonly changed: () => void;
  readonly leave: () => void;
}

function Share({
  worker,
  ending,
  clients,
  workers,
  proposal,
  appointments,
  during,
  changed,
  close,
  leave,
}: ShareProps) {
  const words = useTexts(handoverTexts);
  const toast = useToast();
  const [sharing, setSharing] = useState<Sharing>(new Map(proposal.map(({ id, toId }) => [id, toId])));
  const handOver = useDo('handOverClients');
  const end = useDo('endPostHandingOver');
  const doing = ending ? end : handOver;
  const set = (next: Sharing) => {
    setSharing(next);
    changed();
  };
  const persons = new Set(clients.map(({ clientId }) => clientId)).size;
  const open = clients.filter(({ id }) => !sharing.has(id)).length;
  const moves = [...new Map(clients.map((one) => [one.id, one])).values()].flatMap(({ id, role }): Move[] => {
    const toId = sharing.get(id);
    return toId ? [{ id, role: role as Move['role'], toId }] : [];
  });
  const send = async () => {
    const { back } = ending
      ? await end.mutateAsync({ workerId: worker.id, ...ending, moves })
      : await handOver.mutateAsync({ workerId: worker.id, during, moves });
    toast({
      done: ending ? words.postEndedHandedOver : words.handedOver(persons),
      ...(ending ? {} : { undo: () => handOver.mutateAsync({ workerId: worker.id, during, moves: back }) }),
    });
    close();
  };
  if (clients.length === 0) return <p>{words.nothingHeld}</p>;
  return (
    <>
      <Shares clients={clients} workers={workers} sharing={sharing} set={set} standIn={during.to !== null} />
      <ByName clients={clients} workers={workers} sharing={sharing} set={set} />
      <ComesAlong worker={worker.id} clients={clients} sharing={sharing} appointments={appointments} />
      {doing.error && <ProblemMessage problem={doing.error} />}
      <div className="form-end">
        <Button
          size="small"
          loading={doing.isPending}
          disabled={open > 0}
          onClick={() => void send().catch(() => undefined)}
        >
          {words.handOverClients(persons)}
        </Button>
        <Button size="small" variant="secondary" onClick={leave}>
          {words.cancelHandOver}
        </Button>
        {open > 0 && <p role="status">{words.unshared(open)}</p>}
      </div>
    </>
  );
}

interface AlongProps extends Pick<ShareProps, 'clients' | 'appointments'> {
  readonly worker: string;
  readonly sharing: Sharing;
}

/** Appointments that come along, and those of them that fall on another one of the one who takes over. */
function ComesAlong({ worker, clients, sharing, appointments }: AlongProps) {
  const words = useTexts(handoverTexts);
  const format = useFormat();
  const today = useToday();
  const toOf = new Map(clients.map(({ clientId, id }) => [clientId, sharing.get(id)]));
  const own = appointments.filter(({ workerId, clientId }) => workerId === worker && toOf.has(clientId));
  const clashes = own.filter((one) =>
    appointments.some(
      (other) =>
        one.startsAt !== null &&
        other.workerId === toOf.get(one.clientId) &&
        other.dueOn === one.dueOn &&
        other.startsAt === one.startsAt,
    ),
  );
  if (own.length === 0) return null;
  return (
    <div>
      <h3>{words.comesAlong}</h3>
      <ul className="share-along">
        <li>{words.appointmentsAlong(own.length)}</li>
        {clashes.map((one) => (
          <li key={`${one.clientId} ${one.dueOn} ${one.startsAt}`}>
            {words.clash(
              clients.find(({ clientId }) => clientId === one.clientId)?.name ?? '',
              `${format.dayBy(one.dueOn, today)} ${format.time(one.startsAt ?? '')}`,
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
