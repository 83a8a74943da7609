import { Button } from '@navikt/ds-react/Button';
import { useState } from 'react';
import type { placements } from '../../casework/agreement/acts.ts';
import { AgreementCard } from '../../casework/agreement/panels/agreement-card.tsx';
import { MakeAgreement } from '../../casework/agreement/panels/agreement-forms.tsx';
import { placementStateOn } from '../../casework/agreement/rules.ts';
import { agreementTexts } from '../../casework/agreement/texts.ts';
import { useChangeWithMarks, useEndWithMarks } from '../../casework/attendance/panels/with-marks.tsx';
import { organiserTexts } from '../../casework/organiser/texts.ts';
import { ParticipationOutlook } from '../../casework/participation/panels/participation-outlook.tsx';
import { PlaceForm } from '../../casework/placement/panels/place-form.tsx';
import { ChangePlacement, EndPlacement } from '../../casework/placement/panels/placement-forms.tsx';
import { hoursInWords } from '../../casework/placement/rules.ts';
import { placementTexts } from '../../casework/placement/texts.ts';
import { noStep } from '../../casework/referral/rules.ts';
import { contains, type Range } from '../../kernel/range.ts';
import type { OutputOf } from '../../server/act.ts';
import { PageLink, useAddress, useGo, useParam } from '../../web/address.tsx';
import { Card, Entries, Entry, Facts } from '../../web/kit/card.tsx';
import { Empty } from '../../web/kit/empty.tsx';
import { useFormat } from '../../web/kit/format.ts';
import { useLanguage, useTexts } from '../../web/kit/language.tsx';
import { Answer } from '../../web/kit/loading.tsx';
import { Page } from '../../web/kit/page.tsx';
import { Tag, type Tone } from '../../web/kit/tag.tsx';
import { useToday } from '../../web/kit/today.tsx';
import { useAsk, useDo } from '../app/api.ts';
import { clientAt, pageAt } from '../app/pages.ts';
import { placingTexts } from './texts.ts';

const placementPath = (clientId: string, placementId: string) =>
  pageAt('/clients/$clientId/placement/$placementId', { clientId, placementId });
const agreementPath = (clientId: string, agreementId: string) =>
  pageAt('/clients/$clientId/agreement/$agreementId', { clientId, agreementId });

/** Places the client of a relationship: /clients/{clientId}/place?relationship={relationshipId} */
export function PlacePage() {
  const words = useTexts(placingTexts);
  const { services } = useTexts(organiserTexts);
  const clientId = useParam('clientId');
  const [relationshipId] = useAddress('relationship');
  const go = useGo();
  const choices = useAsk('placementChoices', { clientId, relationshipId: relationshipId ?? '' });
  const answer = choices.data;
  return (
    <Page
      title={words.place}
      line={answer && `${answer.client} · ${services[answer.relationship.service]}`}
      back={{ to: clientAt(clientId), label: answer?.client ?? words.toClient }}
    >
      <Answer of={choices}>
        {(chosen) =>
          chosen.groups.length + chosen.workplaces.length === 0 ? (
            <Card>
              <Empty title={words.noPlaces} />
            </Card>
          ) : (
            <>
              {chosen.relationship.service === 'rehabilitative-work' && (
                <ParticipationOutlook clientId={clientId} placing />
              )}
              <Card>
                <PlaceForm
                  clientId={clientId}
                  choices={chosen}
                  cancel={() => go(clientAt(clientId))}
                  done={(placementId, atWorkplace) =>
                    go(atWorkplace ? placementPath(clientId, placementId) : clientAt(clientId))
                  }
                />
              </Card>
            </>
          )
        }
      </Answer>
    </Page>
  );
}

/** One placement: where and when, its days changed or ended, and the agreements about it. */
export function PlacementPage() {
  const clientId = useParam('clientId');
  const placementId = useParam('placementId');
  const words = useTexts(placingTexts);
  const query = useAsk('placements', { clientId });
  if (!query.data) return <Awaited title={words.placement} of={query} />;
  return (
    <Answer of={query}>
      {(answer) => {
        const placement = answer.placements.find(({ id }) => id === placementId);
        return placement ? (
          <PlacementView key={placement.id} placement={placement} told={answer} />
        ) : (
          <Gone title={words.missing} />
        );
      }}
    </Answer>
  );
}

/** The page while its answer is awaited, or when there is none to give. */
function Awaited({ title, of }: { title: string; of: Parameters<typeof Answer>[0]['of'] }) {
  const clientId = useParam('clientId');
  const words = useTexts(placingTexts);
  return (
    <Page title={title} back={{ to: clientAt(clientId), label: words.toClient }}>
      <Answer of={of}>{() => null}</Answer>
    </Page>
  );
}

function Gone({ title }: { title: string }) {
  const clientId = useParam('clientId');
  const words = useTexts(placingTexts);
  return (
    <Page title={words.placement} back={{ to: clientAt(clientId), label: words.toClient }}>
      <Card>
        <Empty title={title} />
      </Card>
    </Page>
  );
}

type Told = OutputOf<typeof placements>;

function useStateOf(): (during: Range) => { words: string; tone: Tone } {
  const words = useTexts(placingTexts);
  const today = useToday();
  return (during) => {
    if (contains(during, today)) return { words: words.now, tone: 'success' };
    return today < during.from ? { words: words.coming, tone: 'info' } : { words: words.over, tone: 'neutral' };
  };
}

function PlacementView({ placement, told: answer }: { placement: Told['placements'][number]; told: Told }) {
  const words = useTexts(placingTexts);
  const placing = useTexts(placementTexts);
  const ofAgreement = useTexts(agreementTexts);
  const change = useDo('changePlacement');
  const { services } = useTexts(organiserTexts);
  const { language } = useLanguage();
  const format = useFormat();
  const [changeWithMarks, endWithMarks] = [useChangeWithMarks(), useEndWithMarks()];
  const go = useGo();
  const today = useToday();
  const state = useStateOf()(placement.during);
  const [open, setOpen] = useState<'change' | 'end' | 'agree' | null>(null);
  const close = () => setOpen(null);
  const { clientId, workplaceId } = placement;
  const goesOn = placement.during.to === null || placement.during.to > today;
  const agreements = answer.agreements.filter(({ placementId }) => placementId === placement.id);
  const standing = agreements.filter(({ state: name }) => name !== 'ended');
  const earlier = agreements.filter(({ state: name }) => name === 'ended');
  return (
    <Page
      title={`${words.placement}: ${placement.place}`}
      windowTitle={words.placement}
      line={`${placement.client} · ${services[placement.service]} · ${placement.unit ?? placement.employer}`}
      back={{ to: clientAt(clientId), label: placement.client }}
      actions={
        goesOn && (
          <>
            <Button size="small" onClick={() => setOpen('change')}>
              {placing.change}
            </Button>
            <Button size="small" variant="tertiary" data-color="danger" onClick={() => setOpen('end')}>
              {placing.end}
            </Button>
          </>
        )
      }
    >
      <Card title={words.placement} actions={<Tag tone={state.tone}>{state.words}</Tag>}>
        <Facts
          facts={[
            [words.during, format.range(placement.during)],
            [words.week, hoursInWords(placement.slots, placement, language)],
            ...(placement.hoursADay === null ? [] : [[words.hours, format.number(placement.hoursADay)] as const]),
            ...(placement.tasks ? [[words.tasks, placement.tasks] as const] : []),
            ...(placement.meal ? [[words.meal, '✓'] as const] : []),
            ...(workplaceId
              ? [
                  [
                    words.workplace,
                    <PageLink key="to" to={pageAt('/workplaces/$workplaceId', { workplaceId })}>
                      {placement.place}
                    </PageLink>,
                  ] as const,
                ]
              : []),
          ]}
        />
      </Card>
      {workplaceId && (
        <Card
          title={words.agreements}
          actions={
            goesOn &&
            agreements.length === 0 &&
            noStep(placementStateOn(placement, agreements, today), 'agree') === null && (
              <Button size="small" onClick={() => setOpen('agree')}>
                {ofAgreement.makeAgreement}
              </Button>
            )
          }
        >
          {agreements.length === 0 && <Empty title={words.none} />}
          {standing.map((one) => (
            <AgreementCard key={one.id} agreement={one} />
          ))}
        </Card>
      )}
      {earlier.length > 0 && (
        <Card title={ofAgreement.earlier}>
          <Entries>
            {earlier.map((one) => (
              <Entry
                key={one.id}
                title={<PageLink to={agreementPath(clientId, one.id)}>{format.range(one.during)}</PageLink>}
                line={`${one.hours} · ${one.tasks}`}
                end={<Tag>{ofAgreement.states[one.state]}</Tag>}
              />
            ))}
          </Entries>
        </Card>
      )}
      {open === 'change' && (
        <ChangePlacement
          placement={placement}
          all={answer.placements}
          close={close}
          send={change.mutateAsync}
          nextOf={({ agreementId }) => (agreementId ? ofAgreement.agreementAgain : undefined)}
          instead={changeWithMarks}
          changed={(id) => {
            close();
            go(placementPath(clientId, id), { replace: true });
          }}
        />
      )}
      {open === 'end' && <EndPlacement placement={placement} close={close} instead={endWithMarks} />}
      {open === 'agree' && <MakeAgreement placement={placement} close={close} made={close} />}
    </Page>
  );
}

/** One agreement of client, employer and organiser. */
export function AgreementPage() {
  const clientId = useParam('clientId');
  const agreementId = useParam('agreementId');
  const words = useTexts(placingTexts);
  const ofAgreement = useTexts(agreementTexts);
  const go = useGo();
  const query = useAsk('agreement', { clientId, agreementId });
  if (!query.data) return <Awaited title={words.agreement} of={query} />;
  return (
    <Answer of={query}>
      {({ agreement }) => (
        <Page
          title={`${words.agreement}: ${agreement.place}`}
          windowTitle={words.agreement}
          line={ofAgreement.agreementLine}
          back={{ to: clientAt(clientId), label: agreement.client }}
          actions={<PageLink to={placementPath(clientId, agreement.placementId)}>{words.placement}</PageLink>}
        >
          <Card>
            <AgreementCard
              key={agreement.id}
              agreement={agreement}
              name={agreement.client}
              renewed={(next) => go(agreementPath(clientId, next))}
            />
          </Card>
        </Page>
      )}
    </Answer>
  );
}
