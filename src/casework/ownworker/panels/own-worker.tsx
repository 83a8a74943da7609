import { Button } from '@navikt/ds-react/Button';
import { useState } from 'react';
import { lastDay } from '../../../kernel/range.ts';
import { apiOf } from '../../../web/api.ts';
import { Dotted, Entries, Entry } from '../../../web/kit/card.tsx';
import { useFormat } from '../../../web/kit/format.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { Row } from '../../../web/kit/page.tsx';
import { Phone } from '../../../web/kit/phone.tsx';
import { Tag } from '../../../web/kit/tag.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import type * as acts from '../acts.ts';
import { ownWorkerTexts } from '../texts.ts';
import {
  EndOwnWorker,
  type NamedWorker,
  NameOwnWorker,
  type OwnWorkers,
  TakeBackOwnWorker,
} from './own-worker-forms.tsx';

const { useAsk } = apiOf<typeof acts>();

type Opened = { readonly form: 'name' } | { readonly form: 'end' | 'take-back'; readonly naming: NamedWorker };

/** Who is the client's own worker, or that one is missing, and what can be done about it. */
export function OwnWorker({ clientId }: { readonly clientId: string }) {
  const words = useTexts(ownWorkerTexts);
  const { data } = useAsk('ownWorkersOf', { clientId });
  const [open, setOpen] = useState<Opened>();
  const close = () => setOpen(undefined);
  if (!data) return null;
  const { own, stand, namings, permitted } = data;
  // The one of today, and one who is named for later: an end or a mistake is told of either.
  const newest = namings[0];
  return (
    <>
      <Entries>
        <Standing data={data} />
        <Others namings={namings.filter(({ id }) => id !== own?.id)} />
      </Entries>
      {data.specialSupport && stand !== 'none' && <p className="muted">{words.special}</p>}
      <Row>
        {permitted.includes('nameOwnWorker') && stand !== 'none' && (
          <Button size="small" variant="secondary" type="button" onClick={() => setOpen({ form: 'name' })}>
            {own ? words.change : words.name}
          </Button>
        )}
        {newest && newest.during.to === null && permitted.includes('endOwnWorker') && (
          <Button
            size="small"
            variant="tertiary"
            type="button"
            onClick={() => setOpen({ form: 'end', naming: newest })}
          >
            {words.end}
          </Button>
        )}
        {newest && permitted.includes('takeBackOwnWorker') && (
          <Button
            size="small"
            variant="tertiary"
            type="button"
            onClick={() => setOpen({ form: 'take-back', naming: newest })}
          >
            {words.takeBack}
          </Button>
        )}
      </Row>
      {open?.form === 'name' && <NameOwnWorker clientId={clientId} data={data} close={close} />}
      {open?.form === 'end' && <EndOwnWorker clientId={clientId} naming={open.naming} close={close} />}
      {open?.form === 'take-back' && <TakeBackOwnWorker clientId={clientId} naming={open.naming} close={close} />}
    </>
  );
}

function Standing({ data: { own, stand, basis } }: { readonly data: OwnWorkers }) {
  const words = useTexts(ownWorkerTexts);
  const format = useFormat();
  if (own)
    return (
      <Entry
        title={own.name}
        line={<Dotted of={[words.title, words.from(format.day(own.during.from))]} />}
        end={own.phone && <Phone number={own.phone} />}
      />
    );
  if (stand === 'needed')
    return (
      <Entry
        title={words.title}
        line={`${words.missingHelp} ${basis}`}
        end={<Tag tone="warning">{words.missing}</Tag>}
      />
    );
  const why = stand === 'answered' || stand === 'unnecessary' ? words[stand] : words.nobody;
  return <Entry title={words.title} line={why} />;
}

/** Those of other days, and one who has no post any more. */
function Others({ namings }: { readonly namings: readonly NamedWorker[] }) {
  const words = useTexts(ownWorkerTexts);
  const format = useFormat();
  const today = useToday();
  return namings.map(({ id, name, during, inPost }) => {
    const last = lastDay(during);
    const isOver = last !== null && last < today;
    return (
      <Entry
        key={id}
        title={name}
        line={<Dotted of={[words.title, last === null ? words.from(format.day(during.from)) : format.range(during)]} />}
        end={!isOver && !inPost && <Tag tone="warning">{words.noPost}</Tag>}
      />
    );
  });
}
