import { MinusIcon, PlusIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react/Button';
import { SelectField } from '../../../web/kit/fields.tsx';
import { useTexts } from '../../../web/kit/language.tsx';
import { Tag } from '../../../web/kit/tag.tsx';
import { roomOf } from '../rules.ts';
import { handoverTexts } from '../texts.ts';
import type { Held, Taker } from '../words.ts';
import './shares.css';

/** To whom each naming or group goes; what is missing is still open. */
export type Sharing = ReadonlyMap<string, string>;

interface SharesProps {
  readonly clients: readonly Held[];
  readonly workers: readonly Taker[];
  readonly sharing: Sharing;
  readonly set: (next: Sharing) => void;
}

/** How many each colleague gets, with a minus and a plus; what one lets go of is open until another takes it. */
export function Shares({ clients, workers, sharing, set, standIn }: SharesProps & { readonly standIn: boolean }) {
  const words = useTexts(handoverTexts);
  const things = [...new Map(clients.map((one) => [one.id, one])).values()];
  const sizeOf = (id: string) => clients.filter((one) => one.id === id).length;
  const shareOf = (workerId: string) => things.filter(({ id }) => sharing.get(id) === workerId);
  const takers = workers.filter(({ as }) => things.some(({ role }) => as.includes(role)));
  const add = (taker: Taker) => {
    const open = things.find(({ id, role }) => !sharing.has(id) && taker.as.includes(role));
    // With nothing open it takes from whoever has got most.
    const [most] = takers
      .filter(({ id }) => id !== taker.id)
      .sort((a, b) => shareOf(b.id).length - shareOf(a.id).length);
    const next = open ?? shareOf(most?.id ?? '').findLast(({ role }) => taker.as.includes(role));
    if (next) set(new Map(sharing).set(next.id, taker.id));
  };
  const drop = (taker: Taker) => {
    const last = shareOf(taker.id).at(-1);
    if (!last) return;
    const next = new Map(sharing);
    next.delete(last.id);
    set(next);
  };
  if (takers.length === 0) return <p>{words.nobodyToTake}</p>;
  return (
    <ul className="shares">
      {takers.map((taker) => {
        const own = shareOf(taker.id);
        const gets = own.reduce((sum, { id }) => sum + sizeOf(id), 0);
        const room = roomOf(taker, standIn);
        const total = taker.clients + gets;
        const common = own.filter(({ workplaceIds }) =>
          workplaceIds.some((id) => taker.workplaceIds.includes(id)),
        ).length;
        return (
          <li key={taker.id} className="share-taker">
            <div className="share-name">
              <b>{taker.name}</b>
              {common > 0 && <span className="muted">{words.sameWorkplaces(common)}</span>}
              <span className="muted">{words.hasNow(taker.clients)}</span>
            </div>
            <div className="share-steps">
              <Button
                size="small"
                variant="tertiary"
                icon={<MinusIcon title={words.oneLess(taker.name)} />}
                disabled={own.length === 0}
                onClick={() => drop(taker)}
              />
              <output aria-label={words.gets(taker.name)}>{gets}</output>
              <Button
                size="small"
                variant="tertiary"
                icon={<PlusIcon title={words.oneMore(taker.name)} />}
                onClick={() => add(taker)}
              />
            </div>
            <span className="share-total">{room === null ? total : `${total} / ${room}`}</span>
            {room !== null && (
              <Tag tone={total > room ? 'warning' : 'success'}>
                {total > room ? words.overBy(total - room) : words.roomFor(room - total)}
              </Tag>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** The share person by person; a group goes whole. */
export function ByName({ clients, workers, sharing, set }: SharesProps) {
  const words = useTexts(handoverTexts);
  const things = [...Map.groupBy(clients, ({ id }) => id).values()];
  return (
    <details className="shares-by-name">
      <summary>{words.byName}</summary>
      <ul className="shares">
        {things.flatMap((own) => {
          const [one] = own;
          if (!one) return [];
          const name = one.role === 'group-leader' ? words.groupWith(one.group ?? '', own.length) : one.name;
          const more =
            one.role === 'group-leader'
              ? own.map((each) => each.name).join(', ')
              : [one.birthYear, one.municipality, words.roles[one.role]].filter(Boolean).join(' · ');
          return [
            <li key={one.id} className="share-person">
              <SelectField
                name={`to.${one.id}`}
                error={undefined}
                complain={() => undefined}
                label={name}
                description={more}
                value={sharing.get(one.id) ?? ''}
                change={(toId) => {
                  const next = new Map(sharing);
                  if (toId) next.set(one.id, toId);
                  else next.delete(one.id);
                  set(next);
                }}
                options={workers
                  .filter(({ as }) => as.includes(one.role))
                  .map((taker) => ({ value: taker.id, label: taker.name }))}
              />
            </li>,
          ];
        })}
      </ul>
    </details>
  );
}
