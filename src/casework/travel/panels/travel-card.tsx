import { PencilIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react/Button';
import { useState } from 'react';
import { contains } from '../../../kernel/range.ts';
import { apiOf } from '../../../web/api.ts';
import { Dotted, Entries, Entry } from '../../../web/kit/card.tsx';
import { useFormat } from '../../../web/kit/format.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { Row } from '../../../web/kit/page.tsx';
import { Tag } from '../../../web/kit/tag.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import { TakeBack } from '../../../web/take-back.tsx';
import type * as acts from '../acts.ts';
import { travelTexts } from '../texts.ts';
import { CorrectTravel, EndTravel, RecordTravel, type Travel } from './travel-forms.tsx';
import './travel-card.css';

const { useAsk, useDo } = apiOf<typeof acts>();

type Way = Travel['ways'][number];
type Opened = { readonly form: 'record' } | { readonly form: 'correct' | 'end'; readonly way: Way };

/** How a client gets to rehabilitative work and what it costs; days of which nobody has said so stand first. */
export function TravelCard({ clientId }: { readonly clientId: string }) {
  const words = useTexts(travelTexts);
  const format = useFormat();
  const today = useToday();
  const { data } = useAsk('travelOf', { clientId });
  const [open, setOpen] = useState<Opened>();
  const close = () => setOpen(undefined);
  // Of whoever else pays for there is nothing to tell.
  if (!data || (data.ways.length === 0 && data.paying.length === 0)) return null;
  const { ways, openDays, paying, permitted } = data;
  const newest = ways[0];
  return (
    <section className="travel" aria-label={words.title}>
      <h3>{words.title}</h3>
      <p className="muted">{words.help(data.basis)}</p>
      {openDays[0] && (
        <p>
          <Tag tone="warning">{words.asked}</Tag> {words.askedHelp(openDays.length, format.day(openDays[0]))}
        </p>
      )}
      {ways.length === 0 ? (
        <p className="muted">{words.none}</p>
      ) : (
        <Entries>
          {ways.map((way) => (
            <TravelEntry
              key={way.id}
              clientId={clientId}
              way={way}
              paid={paying.some((during) => contains(during, today))}
              permitted={permitted}
              correct={() => setOpen({ form: 'correct', way })}
            />
          ))}
        </Entries>
      )}
      <Row>
        {permitted.includes('recordTravel') && paying.length > 0 && (
          <Button size="small" variant="secondary" type="button" onClick={() => setOpen({ form: 'record' })}>
            {ways.length > 0 ? words.change : words.record}
          </Button>
        )}
        {newest && newest.during.to === null && permitted.includes('endTravel') && (
          <Button size="small" variant="tertiary" type="button" onClick={() => setOpen({ form: 'end', way: newest })}>
            {words.end}
          </Button>
        )}
      </Row>
      {open?.form === 'record' && <RecordTravel clientId={clientId} travel={data} close={close} />}
      {open?.form === 'correct' && <CorrectTravel clientId={clientId} way={open.way} close={close} />}
      {open?.form === 'end' && <EndTravel clientId={clientId} way={open.way} close={close} />}
    </section>
  );
}

interface EntryProps {
  readonly clientId: string;
  readonly way: Way;
  /** Whether the organiser is who pays today. */
  readonly paid: boolean;
  readonly permitted: Travel['permitted'];
  readonly correct: () => void;
}

function TravelEntry({ clientId, way, paid, permitted, correct }: EntryProps) {
  const words = useTexts(travelTexts);
  const format = useFormat();
  const today = useToday();
  const takeBack = useDo('takeBackTravel');
  const means = words.means[way.means];
  const price = way.amount === 0 ? words.costsNothing : words.aDay(format.euro(way.amount));
  return (
    <Entry
      title={`${means} · ${price}`}
      line={<Dotted of={[format.range(way.during), way.reason ?? words.reasonHidden, words.agreedBy(way.agreedBy)]} />}
      end={
        <>
          {contains(way.during, today) && (
            <Tag tone={paid ? 'accent' : 'neutral'}>{paid ? words.during : words.othersPay}</Tag>
          )}
          <span className="travel-acts">
            {way.reason !== null && permitted.includes('changeTravel') && (
              <button
                type="button"
                className="icon-button unprinted"
                title={words.correct}
                aria-label={words.correctOf(`${means}, ${format.range(way.during)}`)}
                onClick={correct}
              >
                <PencilIcon aria-hidden="true" />
              </button>
            )}
            {way.reason !== null && permitted.includes('takeBackTravel') && (
              <TakeBack
                named={`${means}, ${format.range(way.during)}`}
                follows={words.takeBackFollows}
                seen={way.version}
                send={(why, seen) => takeBack.mutateAsync({ clientId, wayId: way.id, why, seen })}
              />
            )}
          </span>
        </>
      }
    />
  );
}
