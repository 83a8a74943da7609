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
import { sessionQuery } from '../app/session.ts';

/** With whom the organiser works together, service by service; planners agree on it. */
export function CooperationPage() {
  const words = useTexts(cooperationTexts);
  const groups = useTexts(organiserTexts).groups;
  const { language } = useLanguage();
  const today = useToday();
  const nameOf = (service: OtherService) => otherServiceName(service, today, language);
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
                    rows={otherServices.map((otherService) => ({
                      otherService,
                      link: all.find((one) => one.group === group && one.otherService === otherService) ?? null,
                    }))}
                    rowKey={({ otherService }) => otherService}
                    empty={words.notKnown}
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
                        cell: ({ link }) => (link ? words.states[link.state] : words.notKnown),
                        sort: ({ link }) => (link ? words.states[link.state] : null),
                      },
                      { id: 'note', header: words.note, cell: ({ link }) => link?.note ?? '' },
                      { id: 'since', header: words.since, cell: ({ link }) => (link ? format.day(link.since) : '') },
                      ...(mayAgree
                        ? [
                            {
                              id: 'change',
                              header: words.change,
                              act: true,
                              cell: ({
                                otherService,
                                link,
                              }: {
                                otherService: LinkToAgree['otherService'];
                                link: (typeof all)[number] | null;
                              }) => (
                                <Button
                                  size="small"
                                  variant="tertiary"
                                  onClick={() =>
                                    setAgreeing({
                                      group,
                                      otherService,
                                      state: link?.state ?? null,
                                      note: link?.note ?? null,
                                      version: link?.version ?? null,
                                    })
                                  }
                                >
                                  {words.change}
                                  <span className="visually-hidden"> {nameOf(otherService)}</span>
                                </Button>
                              ),
                            },
                          ]
                        : []),
                    ]}
                  />
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
