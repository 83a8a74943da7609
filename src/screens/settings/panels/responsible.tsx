import { Button } from '@navikt/ds-react/Button';
import { useState } from 'react';
import { AllocationForm } from '../../../casework/handover/panels/allocation-form.tsx';
import { handoverTexts } from '../../../casework/handover/texts.ts';
import { organiserTexts } from '../../../casework/organiser/texts.ts';
import { ShareLetters } from '../../../casework/relationship/panels/letter-shares.tsx';
import { LetterStrip } from '../../../casework/relationship/panels/letter-strip.tsx';
import { relationshipTexts } from '../../../casework/relationship/texts.ts';
import { GroupLeads } from '../../../casework/worker/panels/group-leads.tsx';
import { workerTexts } from '../../../casework/worker/texts.ts';
import { contains } from '../../../kernel/range.ts';
import type { Service } from '../../../kernel/service.ts';
import type { OutputOf } from '../../../server/act.ts';
import { Card, Entries, Entry } from '../../../web/kit/card.tsx';
import { Empty } from '../../../web/kit/empty.tsx';
import { useFormat } from '../../../web/kit/format.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { Answer } from '../../../web/kit/loading.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import { useAsk } from '../../app/api.ts';
import type { Acts } from '../../app/registry.ts';

/** Who answers for a client: by which rule in each service, by which letter, and who leads which group. */
export function ResponsiblePart() {
  const words = useTexts(workerTexts);
  return (
    <>
      <Rules />
      <Letters />
      <h2>{words.leads}</h2>
      <GroupLeads />
    </>
  );
}

function Rules() {
  const words = useTexts(relationshipTexts);
  const rule = useTexts(handoverTexts);
  const { services, change: changeWord } = useTexts(organiserTexts);
  const format = useFormat();
  const today = useToday();
  const query = useAsk('allocations', {});
  const [changing, change] = useState<Service | null>(null);
  return (
    <Card title={words.responsibleTitle}>
      <p className="muted">{words.allocationHelp}</p>
      <Answer of={query}>
        {({ offered, allocations }) => {
          const on = (service: Service) =>
            allocations.find((one) => one.service === service && contains(one.during, today));
          const text = (one: (typeof allocations)[number]) =>
            [rule.ruleNames[one.rule], one.caseManagerByLetter ? words.byLetterShort : null].filter(Boolean).join(', ');
          const line = (service: Service) => {
            const now = on(service);
            const coming = allocations.filter((one) => one.service === service && one.during.from > today);
            return [
              now ? text(now) : words.noRule,
              ...coming.map((one) => words.comingRule(text(one), format.day(one.during.from))),
            ].join(' · ');
          };
          const now = changing && on(changing);
          return (
            <>
              <Entries>
                {offered.map((service) => (
                  <Entry
                    key={service}
                    title={services[service]}
                    line={line(service)}
                    end={
                      <Button
                        size="small"
                        variant="tertiary"
                        aria-label={rule.changeRuleOf(services[service])}
                        onClick={() => change(service)}
                      >
                        {changeWord}
                      </Button>
                    }
                  />
                ))}
              </Entries>
              {changing && (
                <AllocationForm
                  service={changing}
                  serviceName={services[changing]}
                  version={allocations.find((one) => one.service === changing)?.version ?? null}
                  now={now ? { rule: now.rule, caseManagerByLetter: now.caseManagerByLetter } : undefined}
                  close={() => change(null)}
                />
              )}
            </>
          );
        }}
      </Answer>
    </Card>
  );
}

type Shares = OutputOf<Acts['letterShares']>['shares'];

function Letters() {
  const words = useTexts(relationshipTexts);
  const format = useFormat();
  const today = useToday();
  const query = useAsk('letterShares', {});
  const [sharing, share] = useState(false);
  const shares = query.data?.shares ?? [];
  const now = shares.filter(({ during }) => contains(during, today));
  const coming = Map.groupBy(
    shares.filter(({ during }) => during.from > today),
    ({ during }) => during.from,
  );
  const nameOf = (id: string) => shares.find(({ workerId }) => workerId === id)?.worker ?? '';
  const bare = (chosen: Shares) => chosen.map(({ workerId, first, last }) => ({ workerId, first, last }));
  return (
    <Card
      title={words.letters}
      actions={
        <Button size="small" variant="secondary" onClick={() => share(true)}>
          {now.length > 0 ? words.shareAnew : words.shareLetters}
        </Button>
      }
    >
      <Answer of={query}>
        {() => (
          <>
            {shares.length === 0 && <Empty title={words.noLetters}>{words.noLettersHelp}</Empty>}
            {now.length > 0 && <Shared shares={now} nameOf={nameOf} />}
            {[...coming].map(([from, chosen]) => (
              <div key={from}>
                <h3>{words.comingShares(format.day(from))}</h3>
                <Shared shares={chosen} nameOf={nameOf} />
              </div>
            ))}
          </>
        )}
      </Answer>
      {sharing && query.data && (
        <ShareLetters
          shares={bare(now)}
          workers={query.data.workers}
          version={query.data.version}
          close={() => share(false)}
        />
      )}
    </Card>
  );
}

function Shared({ shares, nameOf }: { shares: Shares; nameOf: (id: string) => string }) {
  return (
    <>
      <LetterStrip shares={shares} nameOf={nameOf} />
      <Entries>
        {shares.map(({ worker, first, last }) => (
          <Entry key={first} title={first === last ? first : `${first}–${last}`} line={worker} />
        ))}
      </Entries>
    </>
  );
}
