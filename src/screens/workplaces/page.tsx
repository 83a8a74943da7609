import { ArrowsCirclepathIcon, CheckmarkIcon, PlusIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react/Button';
import { useState } from 'react';
import { AgreementCard, useAgreementTag, useApprove } from '../../casework/agreement/panels/agreement-card.tsx';
import { RenewAgreement } from '../../casework/agreement/panels/agreement-forms.tsx';
import { asksForWork, placementStateOn } from '../../casework/agreement/rules.ts';
import { agreementTexts } from '../../casework/agreement/texts.ts';
import type { AgreementOnDay } from '../../casework/agreement/words.ts';
import {
  AddWorkplace,
  ChangeEmployer,
  ChangeWorkplace,
  EndWorkplace,
} from '../../casework/employer/panels/workplace-form.tsx';
import { employerTexts } from '../../casework/employer/texts.ts';
import { organiserTexts } from '../../casework/organiser/texts.ts';
import { hoursInWords } from '../../casework/placement/rules.ts';
import { lastDay } from '../../kernel/range.ts';
import type { OutputOf } from '../../server/act.ts';
import { PageLink, useAddress, useChoiceInAddress, useGo, useParam } from '../../web/address.tsx';
import { Card, Cards, Entries, Entry, Facts } from '../../web/kit/card.tsx';
import { Counts } from '../../web/kit/counts.tsx';
import { Empty } from '../../web/kit/empty.tsx';
import { useFormat } from '../../web/kit/format.ts';
import { useLanguage, useTexts } from '../../web/kit/language.tsx';
import { Answer } from '../../web/kit/loading.tsx';
import { Page } from '../../web/kit/page.tsx';
import { RestedSearch } from '../../web/kit/rested-search.tsx';
import { DataTable } from '../../web/kit/table.tsx';
import { Tag } from '../../web/kit/tag.tsx';
import { useToday } from '../../web/kit/today.tsx';
import { ListFoot, Worklist } from '../../web/kit/worklist.tsx';
import { useAsk } from '../app/api.ts';
import { useListLimit } from '../app/list-limit.tsx';
import type { workplace, workplaceBoard } from './board.ts';
import { workplaceTexts } from './texts.ts';
import './page.css';
import { clientAt, pageAt } from '../app/pages.ts';

type Board = OutputOf<typeof workplaceBoard>;
type Opened = OutputOf<typeof workplace>;

const shows = ['all', 'renew', 'approve', 'empty'] as const;
type Show = (typeof shows)[number];

const pathOf = (id: string) => pageAt('/workplaces/$workplaceId', { workplaceId: id });

/** Työpaikat: where clients can be and are, and which agreements wait for something. */
export function WorkplacesPage() {
  const words = useTexts(workplaceTexts);
  const employer = useTexts(employerTexts);
  const go = useGo();
  const [adding, setAdding] = useState(false);
  const [show] = useChoiceInAddress('show', shows);
  const [text] = useAddress('q');
  const { limited, more } = useListLimit(show ?? 'all');
  const isOfAgreements = show === 'renew' || show === 'approve';
  const board = useAsk(
    'workplaceBoard',
    {
      ...(show && show !== 'all' ? { show } : {}),
      ...(text && !isOfAgreements ? { text } : {}),
      ...limited,
    },
    { keep: true },
  );
  return (
    <Page
      title={words.title}
      line={board.data && words.line(board.data.counts.all, board.data.clients)}
      actions={
        <Button size="small" icon={<PlusIcon aria-hidden="true" />} onClick={() => setAdding(true)}>
          {employer.addWorkplace}
        </Button>
      }
    >
      <Answer of={board}>{(answer) => <Lists board={answer} show={show} more={more} />}</Answer>
      {adding && board.data && (
        <AddWorkplace
          municipalities={board.data.municipalities}
          close={() => setAdding(false)}
          added={(id) => go(pathOf(id))}
        />
      )}
    </Page>
  );
}

interface ListsProps {
  readonly board: Board;
  readonly show: Show | undefined;
  readonly more: (() => void) | undefined;
}

function Lists({ board, show, more }: ListsProps) {
  const words = useTexts(workplaceTexts);
  const { waiting, total, counts } = board;
  return (
    <>
      <Counts
        label={words.show}
        counts={[
          { id: 'all', count: counts.all, label: words.all },
          { id: 'renew', count: counts.renew, label: words.renew, tone: 'warning' },
          { id: 'approve', count: counts.approve, label: words.approve, tone: 'warning' },
          { id: 'empty', count: counts.empty, label: words.empty },
        ]}
      />
      {show === 'renew' ? (
        <Waiting agreements={waiting} total={total} more={more} label={words.renew} empty={words.nothingToRenew} />
      ) : show === 'approve' ? (
        <Waiting agreements={waiting} total={total} more={more} label={words.approve} empty={words.nothingToApprove} />
      ) : (
        <Workplaces board={board} more={more} />
      )}
    </>
  );
}

function Workplaces({ board: { workplaces, total }, more }: Pick<ListsProps, 'board' | 'more'>) {
  const words = useTexts(workplaceTexts);
  const [text, setText] = useAddress('q');
  return (
    <>
      <div className="workplace-search unprinted">
        <RestedSearch name="q" label={words.search} value={text} change={setText} />
      </div>
      <Card flush>
        <DataTable
          caption={words.title}
          captionHidden
          rows={workplaces}
          cut={workplaces.length < total}
          rowKey={({ id }) => id}
          empty={words.none}
          columns={[
            {
              id: 'name',
              header: words.workplace,
              cell: ({ id, name }) => <PageLink to={pathOf(id)}>{name}</PageLink>,
              sort: ({ name }) => name,
            },
            {
              id: 'employer',
              header: words.employer,
              cell: ({ employer }) => employer,
              sort: ({ employer }) => employer,
            },
            {
              id: 'tasks',
              header: words.tasks,
              cell: ({ tasks }) => tasks && <span>{tasks}</span>,
            },
            {
              id: 'municipality',
              header: words.municipality,
              cell: ({ municipality }) => municipality,
              sort: ({ municipality }) => municipality,
            },
            {
              id: 'clients',
              header: words.clients,
              cell: ({ clients }) => clients,
              sort: ({ clients }) => clients,
              end: true,
            },
            {
              id: 'agreements',
              header: words.agreements,
              cell: ({ agreements }) =>
                agreements > 0 ? <Tag tone="warning">{agreements}</Tag> : <span className="muted">0</span>,
              sort: ({ agreements }) => agreements,
              end: true,
            },
          ]}
        />
        <ListFoot count={workplaces.length} total={total} more={more} />
      </Card>
    </>
  );
}

interface WaitingProps {
  readonly total: number;
  readonly more: (() => void) | undefined;
  readonly agreements: readonly AgreementOnDay[];
  readonly label: string;
  readonly empty: string;
}

function Waiting({ agreements, total, more, label, empty }: WaitingProps) {
  const words = useTexts(workplaceTexts);
  const { parties } = useTexts(agreementTexts);
  const { services } = useTexts(organiserTexts);
  const tagOf = useAgreementTag();
  const approve = useApprove();
  const [renewing, setRenewing] = useState<AgreementOnDay | null>(null);
  const close = () => setRenewing(null);
  return (
    <>
      <Worklist
        label={label}
        empty={empty}
        total={total}
        {...(more ? { more } : {})}
        rows={agreements.map((one) => ({
          key: one.id,
          name: one.client,
          to: pageAt('/clients/$clientId/agreement/$agreementId', { clientId: one.clientId, agreementId: one.id }),
          secondary: `${services[one.service]} · ${one.place}`,
          middle: one.hours,
          tag: tagOf(one),
          actions:
            // Its renewal is made, and waits for approval: that is a row of its own.
            asksForWork(one) === 'to-renew'
              ? one.hasNext
                ? []
                : [
                    {
                      label: words.renewOf(one.client),
                      icon: <ArrowsCirclepathIcon aria-hidden="true" />,
                      act: () => setRenewing(one),
                    },
                  ]
              : one.waitingFor.slice(0, 1).map((party) => ({
                  label: words.approveOf(parties[party], one.client),
                  icon: <CheckmarkIcon aria-hidden="true" />,
                  act: () => approve.record(one, party),
                  busy: approve.busy(one, party),
                })),
        }))}
      />
      {renewing && <RenewAgreement agreement={renewing} close={close} renewed={close} />}
    </>
  );
}

/** One workplace: its tasks and contact person, who is there, and their agreements. */
export function WorkplacePage() {
  const id = useParam('workplaceId');
  const words = useTexts(workplaceTexts);
  const opened = useAsk('workplace', { workplaceId: id });
  if (opened.data) return <Workplace told={opened.data} back={words.back} />;
  return (
    <Page title={words.workplace} back={{ to: pageAt('/workplaces'), label: words.back }}>
      <Answer of={opened}>{() => null}</Answer>
    </Page>
  );
}

function Workplace({ told: answer, back }: { told: Opened; back: string }) {
  const words = useTexts(workplaceTexts);
  const employer = useTexts(employerTexts);
  const format = useFormat();
  const go = useGo();
  const today = useToday();
  const [open, setOpen] = useState<'change' | 'employer' | 'end' | null>(null);
  const { workplace: here, municipalities, permitted } = answer;
  const may = (act: (typeof permitted)[number]) => permitted.includes(act);
  const close = () => setOpen(null);
  const address = [here.street, here.municipality].filter((line) => line !== null).join(', ');
  const last = lastDay(here.during);
  const ended = last !== null && (last < today ? words.ended : words.ends)(format.day(last));
  return (
    <Page
      title={here.name}
      windowTitle={words.workplace}
      line={[here.employer.name, employer.sectors[here.employer.sector], ended].filter(Boolean).join(' · ')}
      back={{ to: pageAt('/workplaces'), label: back }}
      actions={
        <>
          {may('changeWorkplace') && (
            <Button size="small" variant="secondary" onClick={() => setOpen('change')}>
              {employer.change}
            </Button>
          )}
          {may('changeEmployer') && (
            <Button size="small" variant="secondary" onClick={() => setOpen('employer')}>
              {employer.changeEmployer}
            </Button>
          )}
          {may('endWorkplace') && !ended && (
            <Button size="small" variant="tertiary" data-color="danger" onClick={() => setOpen('end')}>
              {employer.end}
            </Button>
          )}
        </>
      }
    >
      <Cards lead>
        <Card title={words.placedHere}>
          <Placed told={answer} />
        </Card>
        <Card title={words.details}>
          <Facts
            facts={[
              [words.tasks, here.tasks || words.notTold],
              [words.contact, here.contactName || words.notTold],
              [
                words.phone,
                here.contactPhone ? (
                  <a key="phone" href={`tel:${here.contactPhone}`}>
                    {here.contactPhone}
                  </a>
                ) : (
                  words.notTold
                ),
              ],
              [words.address, address || words.notTold],
              [words.businessCode, here.employer.businessCode || words.notTold],
            ]}
          />
        </Card>
      </Cards>
      <Card title={words.agreementsHere}>
        {answer.agreements.length === 0 && <Empty title={words.noAgreements} />}
        {answer.agreements.map((one) => (
          <AgreementCard
            key={one.id}
            agreement={one}
            name={
              <PageLink
                to={pageAt('/clients/$clientId/agreement/$agreementId', {
                  clientId: one.clientId,
                  agreementId: one.id,
                })}
              >
                {one.client}
              </PageLink>
            }
          />
        ))}
      </Card>
      {open === 'change' && <ChangeWorkplace workplace={here} municipalities={municipalities} close={close} />}
      {open === 'employer' && <ChangeEmployer workplace={here} close={close} />}
      {open === 'end' && <EndWorkplace workplace={here} close={close} ended={() => go(pageAt('/workplaces'))} />}
    </Page>
  );
}

function Placed({ told: { placements, agreements, clients } }: { told: Opened }) {
  const words = useTexts(workplaceTexts);
  const { services } = useTexts(organiserTexts);
  const { language } = useLanguage();
  const today = useToday();
  const tagOf = useAgreementTag();
  const others = clients - placements.length;
  if (clients === 0) return <Empty title={words.nobody} />;
  return (
    <>
      <Entries>
        {placements.map((one) => {
          const agreement = agreements.find(({ placementId }) => placementId === one.id);
          const missing =
            placementStateOn(one, agreements, today) === 'unagreed'
              ? { words: words.noAgreement, tone: 'warning' as const }
              : null;
          const tag = agreement ? tagOf(agreement) : missing;
          return (
            <Entry
              key={one.id}
              title={<PageLink to={clientAt(one.clientId)}>{one.client}</PageLink>}
              line={`${services[one.service]} · ${hoursInWords(one.slots, one, language)}`}
              end={tag && <Tag tone={tag.tone}>{tag.words}</Tag>}
            />
          );
        })}
      </Entries>
      {others > 0 && <p className="muted">{words.others(others)}</p>}
    </>
  );
}
