import { Button } from '@navikt/ds-react/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { listName } from '../../casework/client/words.ts';
import { AgreeLink, type LinkToAgree } from '../../casework/cooperation/panels/agree-link.tsx';
import { CooperationReferrals, ReferOver } from '../../casework/cooperation/panels/refer-over.tsx';
import { cooperationTexts, otherServiceName } from '../../casework/cooperation/texts.ts';
import { type OtherService, otherServices } from '../../casework/cooperation/words.ts';
import { organiserTexts } from '../../casework/organiser/texts.ts';
import { type ServiceGroup, serviceGroups } from '../../casework/organiser/words.ts';
import { FigureDialog, useStated, useWhen } from '../../description/panel.tsx';
import type { OutputOf } from '../../server/act.ts';
import { useParam } from '../../web/address.tsx';
import { Card } from '../../web/kit/card.tsx';
import { useFormat } from '../../web/kit/format.ts';
import { useLanguage, useTexts } from '../../web/kit/language.tsx';
import { Answer } from '../../web/kit/loading.tsx';
import { Page } from '../../web/kit/page.tsx';
import { DataTable } from '../../web/kit/table.tsx';
import { useToday } from '../../web/kit/today.tsx';
import { useAsk } from '../app/api.ts';
import { clientAt } from '../app/pages.ts';
import type { Acts } from '../app/registry.ts';
import { sessionQuery } from '../app/session.ts';
import './page.css';

/** What another service is called today. */
function useServiceName(): (service: OtherService) => string {
  const { language } = useLanguage();
  const today = useToday();
  return (service) => otherServiceName(service, today, language);
}

/** With whom the organiser works together, service by service; planners agree on it. */
export function CooperationPage() {
  const words = useTexts(cooperationTexts);
  const groups = useTexts(organiserTexts).groups;
  const nameOf = useServiceName();
  const format = useFormat();
  const session = useQuery(sessionQuery);
  const code = session.data?.organiser.code ?? '';
  const mayAgree = session.data?.worker.roles.some((role) => role === 'planner' || role === 'manager') ?? false;
  const links = useAsk('cooperationLinks', {});
  const setup = useAsk('organiserSetup', { code }, { when: code !== '' });
  const [agreeing, setAgreeing] = useState<LinkToAgree | null>(null);
  const offered = new Set<string>(setup.data?.offerings.map(({ service }) => service));
  return (
    <Page title={words.cooperation} line={words.line}>
      <Answer of={links}>
        {({ links: all }) => {
          const visible = (Object.keys(serviceGroups) as ServiceGroup[]).filter(
            (group) =>
              all.some((link) => link.group === group) || serviceGroups[group].some((service) => offered.has(service)),
          );
          return (
            <>
              {visible.map((group) => (
                <Card key={group} flush>
                  <DataTable
                    caption={groups[group]}
                    name={`sort-${group}`}
                    rows={otherServices.flatMap((otherService) => {
                      const link = all.find((one) => one.group === group && one.otherService === otherService);
                      return link ? [{ otherService, link }] : [];
                    })}
                    rowKey={({ otherService }) => otherService}
                    empty={words.nothingKnown}
                    columns={[
                      {
                        id: 'other',
                        header: words.otherService,
                        cell: ({ otherService }) => nameOf(otherService),
                        sort: ({ otherService }) => nameOf(otherService),
                      },
                      {
                        id: 'state',
                        header: words.state,
                        cell: ({ link }) => words.states[link.state],
                        sort: ({ link }) => words.states[link.state],
                      },
                      { id: 'note', header: words.note, cell: ({ link }) => link.note ?? '' },
                      { id: 'since', header: words.since, cell: ({ link }) => format.day(link.since) },
                      ...(mayAgree
                        ? [
                            {
                              id: 'change',
                              header: words.change,
                              act: true,
                              cell: ({ link }: { link: Link }) => <ChangeButton link={link} change={setAgreeing} />,
                            },
                          ]
                        : []),
                    ]}
                  />
                  <NotKnown
                    of={otherServices.filter(
                      (other) => !all.some((one) => one.group === group && one.otherService === other),
                    )}
                    group={group}
                    change={mayAgree ? setAgreeing : null}
                  />
                  {code !== '' && <ReferralsMade organiser={code} group={group} />}
                </Card>
              ))}
            </>
          );
        }}
      </Answer>
      {agreeing && <AgreeLink link={agreeing} close={() => setAgreeing(null)} />}
    </Page>
  );
}

type Link = OutputOf<Acts['cooperationLinks']>['links'][number];

function ChangeButton({ link, change }: { link: Link; change: (link: LinkToAgree) => void }) {
  const words = useTexts(cooperationTexts);
  const nameOf = useServiceName();
  const { group, otherService, state, note, version } = link;
  return (
    <Button size="small" variant="tertiary" onClick={() => change({ group, otherService, state, note, version })}>
      {words.change}
      <span className="visually-hidden"> {nameOf(otherService)}</span>
    </Button>
  );
}

interface NotKnownProps {
  readonly of: readonly LinkToAgree['otherService'][];
  readonly group: ServiceGroup;
  readonly change: ((link: LinkToAgree) => void) | null;
}

/** The services with which nothing is known of cooperation, folded: they are many where nobody has written it yet. */
function NotKnown({ of, group, change }: NotKnownProps) {
  const words = useTexts(cooperationTexts);
  const nameOf = useServiceName();
  if (of.length === 0) return null;
  return (
    <details className="cooperation-more">
      <summary>{words.notKnownOf(of.length)}</summary>
      <ul className="row">
        {of.map((otherService) => (
          <li key={otherService}>
            {change ? (
              <Button
                size="small"
                variant="tertiary"
                onClick={() => change({ group, otherService, state: null, note: null, version: null })}
              >
                {nameOf(otherService)}
              </Button>
            ) : (
              nameOf(otherService)
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What came of the referrals of a group of services: the figure of them, which tells its definition and cases when opened. */
function ReferralsMade({ organiser, group }: { organiser: string; group: ServiceGroup }) {
  const [opened, setOpened] = useState(false);
  const stated = useStated();
  const when = useWhen();
  const query = useAsk('computeFigure', { id: 'cooperation-referrals', organiser, service: group });
  const figure = query.data;
  if (!figure) return null;
  return (
    <div className="cooperation-more">
      <p>
        <button type="button" className="button-in-text cooperation-figure" onClick={() => setOpened(true)}>
          {figure.label}
        </button>{' '}
        <strong>{stated(figure)}</strong> <span className="muted">{when(figure)}</span>
      </p>
      {figure.more?.map(({ by, label, parts }) => (
        <p key={by} className="muted">
          {label}: {parts.map((part) => `${part.label} ${stated(part)}`).join(' · ')}
        </p>
      ))}
      {opened && (
        <FigureDialog
          figure={figure}
          asked={{ organiser, service: group, asOf: figure.asOf }}
          clientAt={clientAt}
          close={() => setOpened(false)}
        />
      )}
    </div>
  );
}

/** A client's referrals to and from other services. */
export function ClientCooperationPage() {
  const words = useTexts(cooperationTexts);
  const clientId = useParam('clientId');
  const client = useAsk('client', { clientId });
  const held = useAsk('relationshipsOf', { clientId });
  const name = client.data ? listName(client.data.client) : '';
  return (
    <Page title={words.cooperation} line={name} back={{ to: clientAt(clientId), label: name }}>
      <CooperationReferrals clientId={clientId} />
      <Answer of={held}>{({ relationships }) => <ReferOver clientId={clientId} services={relationships} />}</Answer>
    </Page>
  );
}
