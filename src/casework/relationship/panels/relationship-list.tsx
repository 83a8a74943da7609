import { ArrowUndoIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react/Button';
import { type ComponentType, useState } from 'react';
import { contains, type Range } from '../../../kernel/range.ts';
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

/** The form in which the case manager is named or changed. */
interface ManagingProps {
  readonly clientId: string;
  readonly version: string | null;
  readonly close: () => void;
}

/** The form in which a naming is taken back. */
interface TakingBackProps {
  readonly clientId: string;
  readonly namingId: string;
  readonly role: 'coach' | 'official' | 'case-manager';
  readonly name: string;
  readonly close: () => void;
}

interface ListProps {
  readonly clientId: string;
  readonly naming: ComponentType<NamingProps>;
  readonly managing: ComponentType<ManagingProps>;
  readonly takingBack: ComponentType<TakingBackProps>;
  /** What can be done when days stand in the way of a break. */
  readonly breakInstead?: BreakInstead;
}

/** A client's relationships, newest first: who answers and since when, breaks, and what can be done. */
export function RelationshipList({ clientId, naming, managing, takingBack, breakInstead }: ListProps) {
  const words = useTexts(relationshipTexts);
  const query = useAsk('relationshipsOf', { clientId });
  return (
    <Answer of={query}>
      {({ relationships, caseManagers, managersVersion, permitted }) =>
        relationships.length === 0 && caseManagers.length === 0 ? (
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
                takingBack={takingBack}
                breakInstead={breakInstead}
              />
            ))}
            <CaseManagers
              clientId={clientId}
              managers={caseManagers}
              version={managersVersion}
              permitted={permitted}
              managing={managing}
              takingBack={takingBack}
            />
          </Stack>
        )
      }
    </Answer>
  );
}

type Told = OutputOf<typeof acts.relationshipsOf>;

interface NamedProps {
  readonly clientId: string;
  readonly named: {
    readonly id: string;
    readonly name: string;
    readonly during: Range;
    readonly role: TakingBackProps['role'];
  };
  readonly current: string;
  readonly mayTakeBack: boolean;
  readonly takingBack: ListProps['takingBack'];
}

/** Somebody who is or was named, and the way to take the naming back. */
function Named({ clientId, named, current, mayTakeBack, takingBack: TakingBack }: NamedProps) {
  const words = useTexts(relationshipTexts);
  const format = useFormat();
  const today = useToday();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Entry
        title={named.name}
        line={`${words.roles[named.role]} · ${format.range(named.during)}`}
        end={
          <Row>
            {contains(named.during, today) && <Tag tone="accent">{current}</Tag>}
            {mayTakeBack && (
              <button
                type="button"
                className="icon-button unprinted"
                title={words.takeBackNaming}
                aria-label={`${words.takeBackNaming}: ${named.name}, ${format.range(named.during)}`}
                onClick={() => setOpen(true)}
              >
                <ArrowUndoIcon aria-hidden="true" />
              </button>
            )}
          </Row>
        }
      />
      {open && (
        <TakingBack
          clientId={clientId}
          namingId={named.id}
          role={named.role}
          name={named.name}
          close={() => setOpen(false)}
        />
      )}
    </>
  );
}

interface CaseManagersProps {
  readonly clientId: string;
  readonly managers: Told['caseManagers'];
  readonly version: string | null;
  readonly permitted: Told['permitted'];
  readonly managing: ListProps['managing'];
  readonly takingBack: ListProps['takingBack'];
}

/** The client's case managers, newest first. */
function CaseManagers({ clientId, managers, version, permitted, managing: Managing, takingBack }: CaseManagersProps) {
  const words = useTexts(relationshipTexts);
  const [open, setOpen] = useState(false);
  const may = permitted.includes('handOverCase');
  if (managers.length === 0 && !may) return null;
  return (
    <article className="relationship">
      <h3>{words.caseManager}</h3>
      {managers.length === 0 && <p className="muted">{words.noCaseManager}</p>}
      <Entries>
        {managers.map((one) => (
          <Named
            key={one.id}
            clientId={clientId}
            named={{ ...one, role: 'case-manager' }}
            current={words.caseManager}
            mayTakeBack={may}
            takingBack={takingBack}
          />
        ))}
      </Entries>
      {may && (
        <Row>
          <Button size="small" variant="secondary" type="button" onClick={() => setOpen(true)}>
            {managers.length === 0 ? words.nameManager : words.changeManager}
          </Button>
        </Row>
      )}
      {open && <Managing clientId={clientId} version={version} close={() => setOpen(false)} />}
    </article>
  );
}

interface RelationshipEntryProps {
  readonly naming: ListProps['naming'];
  readonly takingBack: ListProps['takingBack'];
  readonly breakInstead: BreakInstead | undefined;
  readonly clientId: string;
  readonly relationship: Relationship;
  readonly permitted: Told['permitted'];
}

function RelationshipEntry({
  clientId,
  relationship,
  permitted,
  naming: Naming,
  takingBack,
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
          <Named
            key={one.id}
            clientId={clientId}
            named={one}
            current={words.responsible}
            mayTakeBack={permitted.includes('nameResponsible')}
            takingBack={takingBack}
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
