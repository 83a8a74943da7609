import { FilePdfIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react/Button';
import { Checkbox } from '@navikt/ds-react/Checkbox';
import { type ReactNode, useState } from 'react';
import type { Day } from '../../../kernel/day.ts';
import { contains } from '../../../kernel/range.ts';
import type { OutputOf } from '../../../server/act.ts';
import { useGo } from '../../../web/address.tsx';
import type { PageAddress } from '../../../web/address-of.ts';
import { apiOf } from '../../../web/api.ts';
import { Facts } from '../../../web/kit/card.tsx';
import { Empty } from '../../../web/kit/empty.tsx';
import { useFormat } from '../../../web/kit/format.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { Answer } from '../../../web/kit/loading.tsx';
import { Row, Stack } from '../../../web/kit/page.tsx';
import { Tag } from '../../../web/kit/tag.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import { TakeBack } from '../../../web/take-back.tsx';
import type * as acts from '../acts.ts';
import { signedOn } from '../rules.ts';
import { planTexts } from '../texts.ts';
import { type Plan, reviewVersion } from '../words.ts';
import { Interruptions, InterruptPlan } from './interruptions.tsx';
import { ReviewPlan } from './review-plan.tsx';
import { Signatures } from './signatures.tsx';
import './plan-list.css';

const { addressOf, useAsk, useDo } = apiOf<typeof acts>();

/** A client's plans, newest first: goals to mark, the review, the items of the plan's own day. */
export function PlanList({ clientId, clientName, change, standing }: Omit<PlansProps, 'plans' | 'permitted'>) {
  const words = useTexts(planTexts);
  const query = useAsk('plansOf', { clientId });
  return (
    <Answer of={query}>
      {({ plans, permitted }) =>
        plans.length === 0 ? (
          <Empty title={words.none}>{words.noneHelp}</Empty>
        ) : (
          <Plans
            clientId={clientId}
            clientName={clientName}
            change={change}
            standing={standing}
            plans={plans}
            permitted={permitted}
          />
        )
      }
    </Answer>
  );
}

interface PlansProps {
  readonly clientId: string;
  readonly clientName: string;
  /** The page on which a plan is written on or corrected. */
  readonly change: (planId: string) => PageAddress;
  /** What stands on a plan, as the screen tells it. */
  readonly standing: (planId: string) => ReactNode;
  readonly plans: OutputOf<typeof acts.plansOf>['plans'];
  readonly permitted: OutputOf<typeof acts.plansOf>['permitted'];
}

/** Each service's newest signed plan is the one worked by, beside its drafts; those before it are kept to read. */
function Plans({ clientId, clientName, change, standing, plans, permitted }: PlansProps) {
  const words = useTexts(planTexts);
  const newest = (plan: (typeof plans)[number]) =>
    plan.unsigned.length > 0 ||
    plans.find(({ service, unsigned }) => service === plan.service && unsigned.length === 0) === plan;
  const earlier = plans.filter((plan) => !newest(plan));
  return (
    <Stack>
      {plans.filter(newest).map((plan) => (
        <PlanEntry
          key={plan.id}
          clientId={clientId}
          clientName={clientName}
          change={change}
          standing={standing}
          plan={plan}
          permitted={permitted}
        />
      ))}
      {earlier.length > 0 && (
        <details className="plans-earlier">
          <summary className="plans-summary">{words.earlier(earlier.length)}</summary>
          <Stack>
            {earlier.map((plan) => (
              <PlanEntry
                key={plan.id}
                clientId={clientId}
                clientName={clientName}
                change={change}
                standing={standing}
                plan={plan}
                permitted={[]}
              />
            ))}
          </Stack>
        </details>
      )}
    </Stack>
  );
}

interface PlanEntryProps extends Pick<PlansProps, 'clientId' | 'clientName' | 'change' | 'standing' | 'permitted'> {
  readonly plan: PlansProps['plans'][number];
}

function PlanEntry({ clientId, clientName, change, standing, plan, permitted }: PlanEntryProps) {
  const words = useTexts(planTexts);
  const format = useFormat();
  const today = useToday();
  const go = useGo();
  const takeBack = useDo('takeBackPlan');
  const [reviewing, setReviewing] = useState(false);
  const [interrupting, setInterrupting] = useState(false);
  const isDraft = plan.unsigned.length > 0;
  // One interruption, also one ahead, goes on until the plan does.
  const restsOn = plan.interruptions.some(({ to }) => to === null);
  const edit = isDraft
    ? plan.signatures.length === 0 && permitted.includes('changePlan') && words.change
    : plan.signatures.length === 0 && permitted.includes('correctPlan') && words.correct;
  const { goals, items, reviewOn, reviewedOn, reviewDue } = plan;
  const signed = plan.signatures.length > 0 ? signedOn(plan) : null;
  const achieved = goals.filter(({ achievedOn }) => achievedOn !== null).length;
  const amount = [
    plan.daysAWeek && `${words.daysAWeek} ${plan.daysAWeek}`,
    plan.hoursADay && `${words.hoursADay} ${format.number(plan.hoursADay)}`,
  ];
  return (
    <article className="plan">
      <div className="plan-head">
        <h3>
          {words.kinds[plan.kind]} {format.day(plan.madeOn)}
        </h3>
        {plan.unsigned.length > 0 && <Tag tone="warning">{words.draft}</Tag>}
        {signed && <Tag tone="success">{words.signed(format.day(signed))}</Tag>}
        {goals.length > 0 && <Tag tone="accent">{words.achievedCount(achieved, goals.length)}</Tag>}
        {plan.interrupted && <Tag tone="warning">{words.interruptedToday}</Tag>}
        {reviewDue && <Tag tone="warning">{words.reviewDue}</Tag>}
        {plan.adaptBy && <Tag tone="neutral">{words.adaptBy(format.day(plan.adaptBy))}</Tag>}
      </div>
      <p className="muted">
        {[
          plan.serviceName,
          `${format.range(plan.during)}${plan.during.to ? '' : ` ${words.openEnded}`}`,
          ...amount,
          plan.madeBy,
          reviewOn && `${words.reviewOn} ${format.day(reviewOn)}`,
          reviewedOn && `${words.reviewedOn} ${format.day(reviewedOn)}`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {standing(plan.id)}
      {plan.missing.length > 0 && (
        <div>
          <p>{words.missing}:</p>
          <ul className="plan-missing">
            {plan.missing.map(({ item, text }) => (
              <li key={item}>{text}</li>
            ))}
          </ul>
        </div>
      )}
      <Signatures clientId={clientId} clientName={clientName} plan={plan} permitted={permitted} />
      <Interruptions clientId={clientId} plan={plan} permitted={permitted} />
      {goals.length > 0 && <Goals clientId={clientId} goals={goals} mayMark={permitted.includes('achieveGoal')} />}
      {plan.reviews.length > 0 && (
        <Reviews clientId={clientId} reviews={plan.reviews} mayTakeBack={permitted.includes('takeBackReview')} />
      )}
      {items.length > 0 && (
        <details>
          <summary>{words.items}</summary>
          <Facts
            facts={items.map(({ number, text, answer }) => [number ? `${number}. ${text}` : text, answer] as const)}
          />
        </details>
      )}
      <Row>
        {edit && (
          <Button size="small" variant="secondary" type="button" onClick={() => go(change(plan.id))}>
            {edit}
          </Button>
        )}
        {permitted.includes('reviewPlan') && plan.unsigned.length === 0 && contains(plan.during, today) && (
          <Button size="small" variant="secondary" type="button" onClick={() => setReviewing(true)}>
            {words.review}
          </Button>
        )}
        {permitted.includes('interruptPlan') && plan.kind === 'activation' && !isDraft && !restsOn && (
          <Button size="small" variant="tertiary" type="button" onClick={() => setInterrupting(true)}>
            {words.interrupt}
          </Button>
        )}
        {permitted.includes('planPaper') && (
          <a href={addressOf('planPaper', { clientId, planId: plan.id })} target="_blank" rel="noreferrer">
            <FilePdfIcon aria-hidden="true" /> {words.print}
          </a>
        )}
        {permitted.includes('takeBackPlan') && (
          <TakeBack
            named={`${words.kinds[plan.kind]} ${format.day(plan.madeOn)}`}
            follows={words.takeBackPlan}
            seen={plan.version}
            send={(why, seen) => takeBack.mutateAsync({ clientId, planId: plan.id, why, seen })}
          />
        )}
      </Row>
      {interrupting && <InterruptPlan clientId={clientId} plan={plan} close={() => setInterrupting(false)} />}
      {reviewing && <ReviewPlan clientId={clientId} plan={plan} close={() => setReviewing(false)} />}
    </article>
  );
}

interface ReviewsProps {
  readonly clientId: string;
  readonly reviews: Plan['reviews'];
  readonly mayTakeBack: boolean;
}

/** On which days a plan was reviewed, the latest first, and what was agreed on then. */
function Reviews({ clientId, reviews, mayTakeBack }: ReviewsProps) {
  const words = useTexts(planTexts);
  const format = useFormat();
  const takeBack = useDo('takeBackReview');
  return (
    <details>
      <summary>{words.reviews(reviews.length)}</summary>
      <ul>
        {reviews.map((review) => (
          <li key={review.id}>
            {words.reviewOf(format.day(review.reviewedOn))}
            {review.nextOn && <span className="muted">{` · ${words.nextOn} ${format.day(review.nextOn)}`}</span>}{' '}
            {mayTakeBack && (
              <TakeBack
                named={words.reviewOf(format.day(review.reviewedOn))}
                follows={words.takeBackReview}
                seen={reviewVersion(review)}
                send={(why, seen) => takeBack.mutateAsync({ clientId, reviewId: review.id, why, seen })}
              />
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

interface GoalsProps {
  readonly clientId: string;
  readonly goals: Plan['goals'];
  readonly mayMark: boolean;
}

function Goals({ clientId, goals, mayMark }: GoalsProps) {
  const words = useTexts(planTexts);
  const format = useFormat();
  const toast = useToast();
  const today = useToday();
  const achieve = useDo('achieveGoal');
  const mark = (goalId: string, seen: Day | null, done: boolean) =>
    void achieve.mutateAsync({ clientId, goalId, achievedOn: done ? today : null, seen }).catch(toast.failed);
  return (
    <ul className="plan-goals" aria-label={words.goals}>
      {goals.map(({ id, goal, achievedOn }) => (
        <li key={id}>
          <Checkbox
            size="small"
            checked={achievedOn !== null}
            readOnly={!mayMark}
            onChange={(event) => mark(id, achievedOn, event.target.checked)}
          >
            {goal}
            {achievedOn && <span className="muted"> {`${words.achieved} ${format.day(achievedOn)}`}</span>}
          </Checkbox>
        </li>
      ))}
    </ul>
  );
}
