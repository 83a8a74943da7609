import { Button } from '@navikt/ds-react/Button';
import { type ComponentType, useState } from 'react';
import { contains } from '../../../kernel/range.ts';
import type { Service } from '../../../kernel/service.ts';
import type { OutputOf } from '../../../server/act.ts';
import { apiOf } from '../../../web/api.ts';
import { Entries, Entry } from '../../../web/kit/card.tsx';
import { Empty } from '../../../web/kit/empty.tsx';
import { useFormat } from '../../../web/kit/format.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { Answer } from '../../../web/kit/loading.tsx';
import { Row, Stack } from '../../../web/kit/page.tsx';
import { Tag } from '../../../web/kit/tag.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import type * as acts from '../acts.ts';
import { namedBy, onBreak } from '../rules.ts';
import { relationshipTexts } from '../texts.ts';
import type { Relationship } from '../words.ts';
import { AgreeBreak, type BreakInstead, EndBreak } from './agree-break.tsx';
import './relationship-list.css';

const { useAsk } = apiOf<typeof acts>();

/** The form in which a responsible worker is named. */
interface NamingProps {
  readonly clientId: string;
  readonly relationshipId: string;
  readonly service: Service;
  /** Of those who are named, for another naming to tell that it saw them. */
  readonly version: string | null;
  readonly close: () => void;
}

interface ListProps {
  readonly clientId: string;
  readonly naming: ComponentType<NamingProps>;
  /** What can be done when days stand in the way of a break. */
  readonly breakInstead?: BreakInstead;
}

/** A client's relationships, newest first: who answers and since when, breaks, and what can be done. */
export function RelationshipList({ clientId, naming, breakInstead }: ListProps) {
  const words = useTexts(relationshipTexts);
  const query = useAsk('relationshipsOf', { clientId });
  return (
    <Answer of={query}>
      {({ relationships, permitted }) =>
        relationships.length === 0 ? (
          <Empty title={words.none}>{words.noneHelp}</Empty>
        ) : (
          <Stack>
            {relationships.map((relationship) => (
              <RelationshipEntry
                key={relationship.id}
                clientId={clientId}
                relationship={relationship}
                permitted={permitted}
                naming={naming}
                breakInstead={breakInstead}
              />
            ))}
          </Stack>
        )
      }
    </Answer>
  );
}

interface RelationshipEntryProps {
  readonly naming: ListProps['naming'];
  readonly breakInstead: BreakInstead | undefined;
  readonly clientId: string;
  readonly relationship: Relationship;
  readonly permitted: OutputOf<typeof acts.relationshipsOf>['permitted'];
}

function RelationshipEntry({
  clientId,
  relationship,
  permitted,
  naming: Naming,
  breakInstead,
}: RelationshipEntryProps) {
  const words = useTexts(relationshipTexts);
  const format = useFormat();
  const today = useToday();
  const [open, setOpen] = useState<'name' | 'break' | 'return' | null>(null);
  const close = () => setOpen(null);
  const { id, service, serviceName, during, rule, responsible, pauses, provider, provisionMode, responsibleVersion } =
    relationship;
  const goesOn = during.to === null || during.to > today;
  const pause = pauses.find((one) => contains(one.during, today));
  const buttons = [
    ['name', words.name, permitted.includes('nameResponsible') && goesOn && namedBy(rule) !== null],
    ['break', words.agreeBreak, permitted.includes('agreeBreak') && goesOn && !pause],
    ['return', words.endBreak, permitted.includes('endBreak') && pause !== undefined],
  ] as const;
  return (
    <article className="relationship">
      <h3>{serviceName}</h3>
      <p className="muted">
        {[format.range(during), words.provisionModes[provisionMode], provider].filter(Boolean).join(' · ')}
      </p>
      <Entries>
        {responsible.map((one) => (
          <Entry
            key={one.id}
            title={one.name}
            line={`${words.roles[one.role]} · ${format.range(one.during)}`}
            end={contains(one.during, today) && <Tag tone="accent">{words.responsible}</Tag>}
          />
        ))}
        {responsible.length === 0 && goesOn && <Entry title={words.responsible} line={words.rules[rule]} />}
        {pauses.map((one) => (
          <Entry
            key={one.id}
            title={words.break}
            line={`${one.reason} · ${format.range(one.during)}`}
            end={onBreak([one], today) && <Tag tone="info">{words.onBreak}</Tag>}
          />
        ))}
      </Entries>
      <Row>
        {buttons
          .filter(([, , visible]) => visible)
          .map(([what, label]) => (
            <Button key={what} size="small" variant="secondary" type="button" onClick={() => setOpen(what)}>
              {label}
            </Button>
          ))}
      </Row>
      {open === 'name' && (
        <Naming clientId={clientId} relationshipId={id} service={service} version={responsibleVersion} close={close} />
      )}
      {open === 'break' && <AgreeBreak clientId={clientId} relationshipId={id} close={close} instead={breakInstead} />}
      {open === 'return' && pause && <EndBreak clientId={clientId} pause={pause} close={close} />}
    </article>
  );
}
