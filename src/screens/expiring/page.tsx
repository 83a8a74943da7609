import { ArrowRightIcon, ArrowsCirclepathIcon, PrinterSmallIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react/Button';
import { organiserTexts } from '../../casework/organiser/texts.ts';
import { type Service, services } from '../../kernel/service.ts';
import type { OutputOf } from '../../server/act.ts';
import { useChoiceInAddress } from '../../web/address.tsx';
import type { PageAddress } from '../../web/address-of.ts';
import { Counts } from '../../web/kit/counts.tsx';
import { SelectField } from '../../web/kit/fields.tsx';
import { useFormat } from '../../web/kit/format.ts';
import { useTexts } from '../../web/kit/language.tsx';
import { Answer } from '../../web/kit/loading.tsx';
import { Narrowing } from '../../web/kit/narrowing.tsx';
import { Page } from '../../web/kit/page.tsx';
import { useToday } from '../../web/kit/today.tsx';
import { Worklist, type WorklistRow } from '../../web/kit/worklist.tsx';
import { useAsk } from '../app/api.ts';
import { type ExpiringShow, expiringKinds, expiringParts, expiringShows, wholeKind } from '../app/expiring-told.ts';
import { useListLimit } from '../app/list-limit.tsx';
import { clientAt, pageAt } from '../app/pages.ts';
import type { expiringBoard } from './board.ts';
import { expiringTexts } from './texts.ts';

type Row = OutputOf<typeof expiringBoard>['rows'][number];

/** What nobody else sees: services without a decision in force, and decisions and plans that end. */
export function ExpiringPage() {
  const { narrowing, more } = useNarrowing();
  const [whose] = useChoiceInAddress('whose', ['own']);
  const board = useAsk('expiringBoard', { ...narrowing, whose }, { keep: true });
  const { service } = narrowing;
  return <Expiring board={board} whole={(show) => pageAt('/expiring', { show, service, whose })} more={more} />;
}

/** The same of the team, to whoever supervises the work: one looks how it goes, and changes nothing. */
export function TeamExpiringPage() {
  const { narrowing, more } = useNarrowing();
  const board = useAsk('supervisedExpiring', narrowing, { keep: true });
  const { service } = narrowing;
  return (
    <Expiring
      board={board}
      whole={(show) => pageAt('/supervision/expiring', { show, service })}
      more={more}
      supervised
    />
  );
}

/** What is asked of the list as it is narrowed, and the way to more of it. */
function useNarrowing() {
  const [show] = useChoiceInAddress('show', expiringShows);
  const [service] = useChoiceInAddress('service', services);
  const { limited, more } = useListLimit(show);
  return { narrowing: { show, service, ...limited }, more };
}

interface ExpiringProps {
  readonly board: ReturnType<typeof useAsk<'expiringBoard' | 'supervisedExpiring'>>;
  /** Where the whole of a part stands. */
  readonly whole: (show: ExpiringShow) => PageAddress;
  readonly more: (() => void) | undefined;
  readonly supervised?: true;
}

function Expiring({ board, whole, more, supervised }: ExpiringProps) {
  const words = useTexts(expiringTexts);
  const names = useTexts(organiserTexts).services;
  const [show] = useChoiceInAddress('show', expiringShows);
  const [service = '', setService] = useChoiceInAddress('service', services);
  const [whose = '', setWhose] = useChoiceInAddress('whose', ['own']);
  const handled = useRow();
  const looked = useSupervisedRow();
  const rowOf = supervised ? looked : handled;
  const count = (id: ExpiringShow) => board.data?.counts[id] ?? 0;
  const held = services.filter((one) => one === service || board.data?.services.includes(one));
  return (
    <Page
      title={supervised ? words.teamTitle : words.title}
      search
      {...(supervised ? { back: { to: pageAt('/supervision'), label: words.toTeam } } : {})}
      lineEarlier={board.isEarlier}
      {...(board.data ? { line: words.line(board.data.rows.length, board.data.total) } : {})}
      actions={
        <Button
          size="small"
          variant="secondary"
          icon={<PrinterSmallIcon aria-hidden="true" />}
          onClick={() => window.print()}
        >
          {words.print}
        </Button>
      }
    >
      <Answer of={board}>
        {({ rows, total }) => (
          <>
            {supervised && <p className="muted">{words.teamPurpose}</p>}
            <Narrowing>
              <SelectField
                name="service"
                value={service}
                change={(value) => setService(value || undefined)}
                error={undefined}
                complain={() => {}}
                label={words.service}
                none={words.everyService}
                options={held.map((one: Service) => ({ value: one, label: names[one] }))}
              />
              {!supervised && (
                <SelectField
                  name="whose"
                  value={whose}
                  change={(value) => setWhose(value || undefined)}
                  error={undefined}
                  complain={() => {}}
                  label={words.whose}
                  none={words.everybody}
                  options={[{ value: 'own', label: words.own }]}
                />
              )}
            </Narrowing>
            <Counts
              label={words.counts}
              counts={[
                { id: 'ended', count: count('ended'), label: words.ended, tone: 'danger' },
                { id: 'without', count: count('without'), label: words.without, tone: 'danger' },
                { id: 'in30', count: count('in30'), label: words.in30, tone: 'warning' },
                { id: 'in60', count: count('in60'), label: words.in60 },
                { id: 'in90', count: count('in90'), label: words.in90 },
                // Few organisers have anybody whom an act stops meaning: elsewhere there is nothing to count.
                ...(count('age') > 0 || show === 'age'
                  ? [{ id: 'age', count: count('age'), label: words.age, tone: 'warning' as const }]
                  : []),
                { id: 'unserved', count: count('unserved'), label: words.unserved, tone: 'warning' },
                { id: 'plan', count: count('plan'), label: words.plan, tone: 'warning' },
              ]}
            />
            {show ? (
              <Worklist
                label={words.title}
                rows={rows.map(rowOf)}
                total={count(show)}
                {...(more ? { more } : {})}
                empty={words.noneOfThese}
              />
            ) : (
              <Worklist
                label={words.title}
                groups={expiringKinds.map((kind) => ({
                  id: kind,
                  heading: words.groups[kind],
                  rows: rows.filter((row) => row.kind === kind).map(rowOf),
                  total: count(wholeKind[kind]),
                  whole: whole(wholeKind[kind]),
                }))}
                total={total}
                empty={words.none}
                emptyHelp={words.noneHelp}
              />
            )}
          </>
        )}
      </Answer>
    </Page>
  );
}

function useRow(): (row: Row) => WorklistRow {
  const words = useTexts(expiringTexts);
  const format = useFormat();
  const tag = useTag();
  return (row) => {
    const day = format.day(row.since);
    const middle = {
      unserved: words.decidedOn(day),
      plan: words.madeOn(day),
      ended: words.since(day),
      without: words.since(day),
      ending: words.since(day),
      age: words.since(day),
    };
    // Whom the act means no longer does not simply go on.
    const relationship = row.kind === 'unserved' || row.kind === 'age' ? null : row.relationshipId;
    return {
      key: `${row.kind} ${row.id}`,
      name: row.name,
      to: clientAt(row.clientId),
      secondary: row.serviceName,
      middle: middle[row.kind],
      tag: tag(row),
      who: row.who,
      step:
        relationship !== null
          ? {
              label: words.continue(row.name),
              words: words.continueStep,
              icon: <ArrowsCirclepathIcon aria-hidden="true" />,
              to: pageAt('/clients/$clientId/continue', { clientId: row.clientId, relationship }),
            }
          : {
              label: words.open(row.name),
              words: words.openStep,
              icon: <ArrowRightIcon aria-hidden="true" />,
              to: clientAt(row.clientId),
            },
    };
  };
}

/** A row that leads to the matter as supervisors see it; without a matter there is nothing further to look at. */
function useSupervisedRow(): (row: Row) => WorklistRow {
  const rowOf = useRow();
  return (row) => {
    const { to: _, step: __, ...rest } = rowOf(row);
    const { clientId, referralId } = row;
    if (referralId === null) return rest;
    return { ...rest, to: pageAt('/supervision/$clientId/$referralId', { clientId, referralId }) };
  };
}

function useTag(): (row: Row) => WorklistRow['tag'] {
  const words = useTexts(expiringTexts);
  const format = useFormat();
  const today = useToday();
  return ({ kind, lastDay, daysLeft, decided, pending }) => {
    const day = lastDay === null ? '' : format.dayBy(lastDay, today);
    switch (kind) {
      case 'without':
        return { words: words.noDecision, tone: 'danger' };
      case 'ended':
        return { words: words.uncovered(-(daysLeft ?? 0)), tone: 'danger' };
      case 'ending':
        if (decided) return { words: words.endsDecided(day), tone: 'neutral' };
        if (pending) return { words: words.endsPending(day), tone: 'neutral' };
        return { words: words.endsOn(day), tone: (daysLeft ?? 0) <= expiringParts.in30.within ? 'warning' : 'neutral' };
      case 'age':
        return (daysLeft ?? 0) < 0
          ? { words: words.ageEnded(day), tone: 'danger' }
          : { words: words.ageEnds(day), tone: 'warning' };
      case 'unserved':
        return { words: words.toServe, tone: 'warning' };
      case 'plan':
        return (daysLeft ?? 0) < 0
          ? { words: words.planEnded(day), tone: 'danger' }
          : { words: words.planEnds(day), tone: 'warning' };
    }
  };
}
