import { PlusIcon, TrashIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react/Button';
import type { Day } from '../../../kernel/day.ts';
import { alphabet, letterOrder } from '../../../kernel/language.ts';
import { apiOf } from '../../../web/api.ts';
import { Form, type FormOf, useForm } from '../../../web/form.tsx';
import { DayField } from '../../../web/kit/date.tsx';
import { Dialog } from '../../../web/kit/dialog.tsx';
import { RadioField, SelectField } from '../../../web/kit/fields.tsx';
import { useTexts } from '../../../web/kit/language.tsx';
import { earlier } from '../../../web/kit/loading.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import type * as workerActs from '../../worker/acts.ts';
import { letterFaults } from '../../worker/rules.ts';
import type { LetterStretch, Worker } from '../../worker/words.ts';
import type * as acts from '../acts.ts';
import { relationshipTexts } from '../texts.ts';
import { LetterStrip } from './letter-strip.tsx';

const { useAsk, useDo } = apiOf<typeof acts>();
const { useDo: useWorkerDo } = apiOf<typeof workerActs>();

interface ShareProps {
  readonly shares: readonly LetterStretch[];
  readonly workers: readonly Worker[];
  readonly version: string | null;
  readonly close: () => void;
}

interface Values {
  readonly shares: readonly LetterStretch[];
  readonly from: Day | null;
  readonly clients: 'move' | 'stay' | '';
}

/** The letters of surnames among social workers, as a whole, from a day on: faults and who would move are told before saving. */
export function ShareLetters({ shares, workers, version, close }: ShareProps) {
  const words = useTexts(relationshipTexts);
  const toast = useToast();
  const today = useToday();
  const stay = useWorkerDo('shareLetters');
  const move = useDo('handOverByLetters');
  const nameOf = (id: string) => workers.find((one) => one.id === id)?.name ?? '';
  const form = useForm<Values, number>({
    initial: {
      shares: shares.length > 0 ? shares : [{ workerId: '', first: 'A', last: 'Ö' }],
      from: today,
      clients: 'move',
    },
    check: (values) => faultsIn(values.shares, words).map((message) => ({ field: 'shares', message })),
    seen: version,
    send: async ({ shares: chosen, from, clients }, seen) => {
      const sharing = { from: from as Day, shares: [...chosen], seen };
      if (clients === 'move') return (await move.mutateAsync(sharing)).clientIds.length;
      await stay.mutateAsync(sharing);
      return 0;
    },
    done: (moved) => {
      toast({ done: words.lettersShared, ...(moved > 0 ? { next: words.clientsMoved(moved) } : {}) });
      close();
    },
  });
  const { values } = form;
  const faults = faultsIn(values.shares, words);
  const faulty = form.field('shares').error;
  return (
    <Dialog title={shares.length > 0 ? words.shareAnew : words.shareLetters} close={close} wide>
      {workers.length === 0 ? (
        <p>{words.noSocialWorkers}</p>
      ) : (
        <Form form={form} submit={words.shareLetters} cancel={close}>
          <p className="muted">{words.lettersHelp}</p>
          <LetterStrip shares={values.shares} nameOf={nameOf} />
          <p role="status" className={faulty ? 'aksel-error-message' : undefined}>
            {faults.join(' ') || words.whole}
          </p>
          <Rows form={form} workers={workers} />
          <DayField {...form.field('from')} label={words.from} today={today} min={today} />
          {faults.length === 0 && values.from && <Effect from={values.from} shares={values.shares} />}
          <RadioField
            {...form.field('clients')}
            label={words.presentClients}
            options={[
              { value: 'move', label: words.move },
              { value: 'stay', label: words.stay },
            ]}
          />
        </Form>
      )}
    </Dialog>
  );
}

type Words = (typeof relationshipTexts)['fi'];

function faultsIn(shares: readonly LetterStretch[], words: Words): string[] {
  const { leftOut, twice, backwards } = letterFaults(shares);
  return [
    ...(backwards.length > 0 ? [words.backwards] : []),
    ...(leftOut.length > 0 ? [`${words.leftOut(leftOut.join(' '))}.`] : []),
    ...(twice.length > 0 ? [`${words.twice(twice.join(' '))}.`] : []),
    ...(shares.some(({ workerId }) => workerId === '') ? [words.workerMissing] : []),
  ];
}

const letters = alphabet.map((value) => ({ value, label: value }));

function Rows({ form, workers }: { form: FormOf<Values>; workers: readonly Worker[] }) {
  const words = useTexts(relationshipTexts);
  const { shares } = form.values;
  const set = (n: number, changed: Partial<LetterStretch>) =>
    form.set(
      'shares',
      shares.map((one, at) => (at === n ? { ...one, ...changed } : one)),
    );
  const still = { error: undefined, complain: () => undefined };
  // A new share begins with what nobody has yet.
  const add = () => {
    const [first = 'A'] = letterFaults(shares).leftOut;
    const end = letterFaults(shares).leftOut.findLast((letter, n, all) => {
      const start = letterOrder(all[0] ?? 'A');
      return letterOrder(letter) === start + n;
    });
    form.set('shares', [...shares, { workerId: '', first, last: end ?? 'Ö' }]);
  };
  return (
    <>
      {shares.map((share, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a share has no name but its place.
        <fieldset key={n} className="share-row">
          <legend className="visually-hidden">{words.share(n + 1)}</legend>
          <SelectField
            {...still}
            name={`shares.${n}.workerId`}
            label={words.worker}
            value={share.workerId}
            change={(workerId) => set(n, { workerId })}
            options={workers.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <SelectField
            {...still}
            name={`shares.${n}.first`}
            label={words.first}
            value={share.first}
            change={(first) => first && set(n, { first })}
            options={letters}
          />
          <SelectField
            {...still}
            name={`shares.${n}.last`}
            label={words.last}
            value={share.last}
            change={(last) => last && set(n, { last })}
            options={letters}
          />
          <Button
            type="button"
            size="small"
            variant="tertiary"
            icon={<TrashIcon title={words.removeShare(n + 1)} />}
            disabled={shares.length === 1}
            onClick={() =>
              form.set(
                'shares',
                shares.filter((_, at) => at !== n),
              )
            }
          />
        </fieldset>
      ))}
      <div>
        <Button type="button" size="small" variant="secondary" icon={<PlusIcon aria-hidden="true" />} onClick={add}>
          {words.addShare}
        </Button>
      </div>
    </>
  );
}

/** How many would change hands, and how many clients each would have. */
function Effect({ from, shares }: { from: Day; shares: readonly LetterStretch[] }) {
  const words = useTexts(relationshipTexts);
  const effect = useAsk('letterShareEffect', { from, shares: [...shares] }, { keep: true });
  if (!effect.data) return null;
  const { moves, workers } = effect.data;
  const holds = new Set(shares.map(({ workerId }) => workerId));
  return (
    <div {...earlier(effect.isEarlier)}>
      <p>
        <b>{words.moves(moves)}</b>
      </p>
      <ul className="share-loads">
        {workers
          .filter(({ workerId, clients, after }) => holds.has(workerId) || clients > 0 || after > 0)
          .map(({ workerId, name, clients, after }) => (
            <li key={workerId}>
              {name} <span className="muted">{words.load(clients, after)}</span>
            </li>
          ))}
      </ul>
    </div>
  );
}
