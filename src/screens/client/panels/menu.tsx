import '@navikt/ds-css/dist/component/actionmenu.min.css';
import { MenuElipsisHorizontalIcon } from '@navikt/aksel-icons';
import { ActionMenu } from '@navikt/ds-react/ActionMenu';
import { Button } from '@navikt/ds-react/Button';
import { useState } from 'react';
import { placementStateOn } from '../../../casework/agreement/rules.ts';
import { useBreakWithMarks } from '../../../casework/attendance/panels/with-marks.tsx';
import { AgreeRhythm } from '../../../casework/coaching/panels/agree-rhythm.tsx';
import { PlanVisit } from '../../../casework/coaching/panels/plan-visit.tsx';
import { coachingTexts } from '../../../casework/coaching/texts.ts';
import { NameResponsible } from '../../../casework/handover/panels/name-responsible.tsx';
import { organiserTexts } from '../../../casework/organiser/texts.ts';
import { begunFacts, nextSteps, noStep } from '../../../casework/referral/rules.ts';
import { AgreeBreak, EndBreak } from '../../../casework/relationship/panels/agree-break.tsx';
import type { Day } from '../../../kernel/day.ts';
import { contains } from '../../../kernel/range.ts';
import { useGo } from '../../../web/address.tsx';
import { useTexts } from '../../../web/kit/language.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import { pageAt } from '../../app/pages.ts';
import { clientDesk } from '../texts.ts';
import type { ClientPageData } from './timeline.tsx';

type Relationship = ClientPageData['relationships'][number];

type Doing =
  | { readonly what: 'visit' }
  | { readonly what: 'rhythm' | 'break' | 'responsible'; readonly of: Relationship }
  | { readonly what: 'back'; readonly pause: ClientPageData['relationships'][number]['pauses'][number] };

interface Choice {
  readonly key: string;
  readonly label: string;
  readonly act: () => void;
}

/** The placement whose agreement comes next, where that is the next step of its service. */
export function placementToAgree(page: ClientPageData, today: Day): ClientPageData['placements'][number] | undefined {
  const asks = page.relationships.filter(({ next }) => next.includes('agree')).map(({ id }) => id);
  return page.placements.find(
    (one) =>
      asks.includes(one.relationshipId) &&
      nextSteps(begunFacts(placementStateOn(one, page.agreements, today), one.during.from), today).includes('agree'),
  );
}

/** Everything that this worker may do to the client now, and nothing else. */
export function Menu({ page }: { page: ClientPageData }) {
  const words = useTexts(clientDesk);
  const [doing, setDoing] = useState<Doing>();
  const groups = useChoices(page, setDoing).filter((group) => group.length > 0);
  const close = () => setDoing(undefined);
  return (
    <>
      <ActionMenu rootElement={document.getElementById('content')}>
        <ActionMenu.Trigger>
          <Button
            size="small"
            variant="secondary"
            icon={<MenuElipsisHorizontalIcon aria-hidden="true" />}
            aria-label={words.more}
            title={words.more}
          />
        </ActionMenu.Trigger>
        <ActionMenu.Content align="end">
          {groups.map((group, n) => (
            <ActionMenu.Group key={group[0]?.key} aria-label={words.more}>
              {n > 0 && <ActionMenu.Divider />}
              {group.map(({ key, label, act }) => (
                <ActionMenu.Item key={key} onSelect={act}>
                  {label}
                </ActionMenu.Item>
              ))}
            </ActionMenu.Group>
          ))}
        </ActionMenu.Content>
      </ActionMenu>
      {doing && <Doing page={page} doing={doing} close={close} />}
    </>
  );
}

function useChoices(page: ClientPageData, start: (doing: Doing) => void): Choice[][] {
  const { menu: words } = useTexts(clientDesk);
  const coaching = useTexts(coachingTexts);
  const { services } = useTexts(organiserTexts);
  const go = useGo();
  const today = useToday();
  const { client, permitted } = page;
  const may = (act: (typeof permitted)[number], choices: readonly Choice[]) => (permitted.includes(act) ? choices : []);
  const current = page.relationships.filter(({ during }) => contains(during, today));
  const paused = current.flatMap(({ pauses }) => pauses.filter(({ during }) => contains(during, today)));
  const coached = current.filter(({ id }) => page.next.some(({ relationshipId }) => relationshipId === id));
  const unagreed = placementToAgree(page, today);
  const pending = page.referrals.filter(({ matter }) => noStep(matter, 'decide') === null);
  const granted = page.decisions.filter(({ referralId }) =>
    page.referrals.some(({ id, next }) => id === referralId && next.includes('start')),
  );
  const ofEach = (
    key: string,
    of: readonly Relationship[],
    label: (service: string) => string,
    act: (one: Relationship) => void,
  ) => of.map((one) => ({ key: `${key} ${one.id}`, label: label(services[one.service]), act: () => act(one) }));
  return [
    [
      ...may(
        'planVisit',
        current.length > 0 ? [{ key: 'visit', label: coaching.planVisit, act: () => start({ what: 'visit' }) }] : [],
      ),
      ...may(
        'agreeRhythm',
        ofEach(
          'rhythm',
          coached,
          () => coaching.agreeRhythm,
          (of) => start({ what: 'rhythm', of }),
        ),
      ),
    ],
    [
      ...may('makePlan', [
        {
          key: 'plan',
          label: words.plan,
          act: () => go(pageAt('/clients/$clientId/plan/new', { clientId: client.id, referral: pending[0]?.id })),
        },
      ]),
      ...may(
        'decide',
        pending.map((one) => ({
          key: `decide ${one.id}`,
          label: (page.decides.includes(one.service) ? words.decide : words.prepare)(services[one.service]),
          act: () => go(pageAt('/clients/$clientId/decide', { clientId: client.id, referral: one.id })),
        })),
      ),
      ...may(
        'startRelationship',
        granted.map((one) => ({
          key: `start ${one.id}`,
          label: words.start(services[one.service]),
          act: () => go(pageAt('/clients/$clientId/start', { clientId: client.id, decision: one.id })),
        })),
      ),
    ],
    [
      ...may(
        'place',
        ofEach('place', current, words.place, (one) =>
          go(pageAt('/clients/$clientId/place', { clientId: client.id, relationship: one.id })),
        ),
      ),
      ...may(
        'makeAgreement',
        unagreed
          ? [
              {
                key: `agree ${unagreed.id}`,
                label: words.agree(unagreed.place),
                act: () =>
                  go(
                    pageAt('/clients/$clientId/placement/$placementId', {
                      clientId: client.id,
                      placementId: unagreed.id,
                    }),
                  ),
              },
            ]
          : [],
      ),
      ...may(
        'agreeBreak',
        paused.length === 0 ? ofEach('break', current, words.break, (of) => start({ what: 'break', of })) : [],
      ),
      ...may(
        'endBreak',
        paused.map((one) => ({
          key: `back ${one.id}`,
          label: words.back,
          act: () => start({ what: 'back', pause: one }),
        })),
      ),
      ...may(
        'nameResponsible',
        ofEach(
          'responsible',
          current.filter(({ rule }) => rule === 'own-coach' || rule === 'named-official'),
          words.responsible,
          (of) => start({ what: 'responsible', of }),
        ),
      ),
      ...may(
        'exitClient',
        ofEach('exit', current, words.exit, (one) =>
          go(pageAt('/clients/$clientId/exit', { clientId: client.id, relationship: one.id })),
        ),
      ),
    ],
    [
      ...may('joinRecords', [
        {
          key: 'records',
          label: words.records,
          act: () => go(pageAt('/clients/$clientId/records', { clientId: client.id })),
        },
      ]),
      ...may('referOver', [
        {
          key: 'cooperation',
          label: words.cooperation,
          act: () => go(pageAt('/clients/$clientId/cooperation', { clientId: client.id })),
        },
      ]),
    ],
    [{ key: 'print', label: words.print, act: () => setTimeout(() => window.print(), 100) }],
  ];
}

function Doing({ page, doing, close }: { page: ClientPageData; doing: Doing; close: () => void }) {
  const { services } = useTexts(organiserTexts);
  const today = useToday();
  const breakWithMarks = useBreakWithMarks();
  const clientId = page.client.id;
  if (doing.what === 'back') return <EndBreak clientId={clientId} pause={doing.pause} close={close} />;
  if (doing.what === 'visit') {
    const current = page.relationships.filter(({ during }) => contains(during, today));
    const placed = page.placements.filter(({ during, workplaceId }) => workplaceId !== null && contains(during, today));
    return (
      <PlanVisit
        clientId={clientId}
        relationships={current.map((one) => ({ id: one.id, label: services[one.service] }))}
        place={placed[0]?.place ?? null}
        close={close}
      />
    );
  }
  const { of } = doing;
  if (doing.what === 'break')
    return <AgreeBreak clientId={clientId} relationshipId={of.id} close={close} instead={breakWithMarks} />;
  if (doing.what === 'responsible')
    return (
      <NameResponsible
        clientId={clientId}
        relationshipId={of.id}
        service={of.service}
        version={of.responsibleVersion}
        close={close}
      />
    );
  const next = page.next.find(({ relationshipId }) => relationshipId === of.id);
  return (
    <AgreeRhythm
      clientId={clientId}
      relationshipId={of.id}
      everyDays={next?.wishedEveryDays ?? null}
      version={next?.wishesVersion ?? null}
      close={close}
    />
  );
}
