import { Button } from '@navikt/ds-react/Button';
import { useState } from 'react';
import { lastDay, type Range } from '../../../kernel/range.ts';
import type { Service } from '../../../kernel/service.ts';
import type { OutputOf } from '../../../server/act.ts';
import { apiOf } from '../../../web/api.ts';
import { Form, useForm } from '../../../web/form.tsx';
import { Card, Cards, Dotted, Entries, Entry, Facts } from '../../../web/kit/card.tsx';
import { Dialog } from '../../../web/kit/dialog.tsx';
import { useFormat } from '../../../web/kit/format.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { Answer } from '../../../web/kit/loading.tsx';
import { Row } from '../../../web/kit/page.tsx';
import { DataTable } from '../../../web/kit/table.tsx';
import { Tag } from '../../../web/kit/tag.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import { TakeBack } from '../../../web/take-back.tsx';
import type * as competences from '../../succession/acts.ts';
import type * as acts from '../acts.ts';
import { successionTexts } from '../texts.ts';
import { laterRoom } from '../words.ts';

const { useAsk, useDo } = apiOf<typeof acts & typeof competences>();

type Opened = OutputOf<typeof acts.successions>;
type One = Opened['successions'][number];

interface CompetenceProps {
  /** How services are called. */
  readonly names: Readonly<Record<Service, string>>;
}

/** On which days the organiser is competent, which tasks passed to whom, and the passing on itself. */
export function Competence({ names }: CompetenceProps) {
  const words = useTexts(successionTexts);
  return (
    <Cards>
      <Card title={words.successions}>
        <Answer of={useAsk('successions', {})}>
          {({ successions, permitted }) => (
            <>
              {successions.length === 0 && <p>{words.noSuccessions}</p>}
              <Entries>
                {successions.map((one) => (
                  <Passing
                    key={one.id}
                    one={one}
                    names={names}
                    mayCarry={permitted.includes('carryOverClients')}
                    mayTakeBack={permitted.includes('takeBackCarrying')}
                  />
                ))}
              </Entries>
            </>
          )}
        </Answer>
      </Card>
      <Card title={words.competence}>
        <p className="muted">{words.help}</p>
        <Answer of={useAsk('competence', {})}>
          {({ services }) => (
            <DataTable
              caption={words.competence}
              rows={services}
              rowKey={({ service }) => service}
              empty={words.never}
              columns={[
                { id: 'service', header: words.service, cell: ({ service }) => names[service] },
                { id: 'days', header: words.competentOn, cell: ({ during }) => <Days during={during} /> },
              ]}
            />
          )}
        </Answer>
      </Card>
    </Cards>
  );
}

/** The days of a competence in words. */
function Days({ during }: { during: Range | null }) {
  const words = useTexts(successionTexts);
  const format = useFormat();
  if (during === null) return <Tag>{words.never}</Tag>;
  const since = during.from > '1900-01-01' ? words.since(format.day(during.from)) : null;
  const last = lastDay(during);
  const until = last === null ? null : words.until(format.day(last));
  return [since, until].filter(Boolean).join(', ') || words.always;
}

interface PassingProps extends CompetenceProps {
  readonly one: One;
  readonly mayCarry: boolean;
  readonly mayTakeBack: boolean;
}

function Passing({ one, names, mayCarry, mayTakeBack }: PassingProps) {
  const words = useTexts(successionTexts);
  const format = useFormat();
  const today = useToday();
  const [asking, setAsking] = useState(false);
  const takeBack = useDo('takeBackCarrying');
  const latest = one.carried.at(-1);
  const { toCarry } = one;
  const on = format.day(one.fromOn);
  const isLeft = toCarry !== null && toCarry.clients > 0;
  return (
    <>
      <Entry
        title={one.side === 'passes-on' ? words.passesOn(one.other, on) : words.takesOver(one.other, on)}
        line={
          <Dotted
            of={[
              one.services === null ? words.allServices : one.services.map((service) => names[service]).join(', '),
              ...one.carried.map(({ clients, on, by }) => words.carried(clients, format.day(on), by)),
              ...one.takenBack.map(({ clients, on, by, because }) =>
                words.wasTakenBack(clients, format.day(on), by, because),
              ),
              one.fromOn > today && words.waits(on),
              !isLeft && one.carried.length > 0 && words.nothingLeft,
            ]}
          />
        }
        end={
          <Row>
            {mayCarry && isLeft && one.fromOn <= today && (
              <Button size="small" onClick={() => setAsking(true)}>
                {words.carry}
              </Button>
            )}
            {mayTakeBack && latest && one.latestId !== null && one.later.length === 0 && (
              <TakeBack
                named={words.takeBackSure(one.other, format.day(latest.on))}
                follows={words.takeBackHelp}
                seen={one.latestId}
                send={(why, seen) => takeBack.mutateAsync({ successionId: one.id, why, seen })}
              />
            )}
          </Row>
        }
      />
      {mayTakeBack && one.later.length > 0 && (
        <div className="muted">
          <p>{words.laterTitle}</p>
          <ul>
            {one.later.map(({ room, rows, clients }) => (
              <li key={room}>
                {words.later(words.rooms[laterRoom(room)], rows)}
                {clients > 0 && `, ${words.laterOf(clients)}`}
              </li>
            ))}
          </ul>
          {one.answering.length > 0 && (
            <p>
              {words.askOf(
                one.answering
                  .map(({ name, clients }) => words.answersFor(name ?? words.nobodyAnswers, clients))
                  .join(', '),
              )}
            </p>
          )}
        </div>
      )}
      {asking && toCarry && <Carry one={one} toCarry={toCarry} close={() => setAsking(false)} />}
    </>
  );
}

function Carry({ one, toCarry, close }: { one: One; toCarry: NonNullable<One['toCarry']>; close: () => void }) {
  const words = useTexts(successionTexts);
  const toast = useToast();
  const carry = useDo('carryOverClients');
  const form = useForm({
    initial: {},
    send: () => carry.mutateAsync({ successionId: one.id }),
    done: () => {
      toast({ done: `${words.done}.` });
      close();
    },
  });
  const counts = (['clients', 'relationships', 'pending', 'decisions', 'workers'] as const).filter(
    (count) => count !== 'workers' || one.services === null,
  );
  return (
    <Dialog title={words.carrySure(one.other)} close={close}>
      <Form form={form} submit={words.carry} cancel={close} danger>
        <p>{words.carryHelp}</p>
        {one.services === null && <p>{words.carryStaff}</p>}
        <Facts facts={counts.map((count) => [words.toCarry[count], String(toCarry[count])])} />
        {toCarry.recordedAfter > 0 && <p>{words.recordedAfter(toCarry.recordedAfter)}</p>}
        <p className="muted">{words.carryStays}</p>
        {one.services !== null && <p className="muted">{words.carryStaysWorkers}</p>}
      </Form>
    </Dialog>
  );
}
