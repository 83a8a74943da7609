import { placementStateOn } from '../../../casework/agreement/rules.ts';
import { agreementTexts } from '../../../casework/agreement/texts.ts';
import { attendanceTexts } from '../../../casework/attendance/texts.ts';
import { absenceReasons } from '../../../casework/attendance/words.ts';
import { useDueWords } from '../../../casework/coaching/panels/due-words.tsx';
import { OutcomeButtons } from '../../../casework/coaching/panels/outcome-buttons.tsx';
import { coachingTexts } from '../../../casework/coaching/texts.ts';
import { organiserTexts } from '../../../casework/organiser/texts.ts';
import { OwnWorker } from '../../../casework/ownworker/panels/own-worker.tsx';
import { interruptionOn, signedOn } from '../../../casework/plan/rules.ts';
import { planTexts } from '../../../casework/plan/texts.ts';
import { waitsForExecution } from '../../../casework/referral/rules.ts';
import { referralTexts } from '../../../casework/referral/texts.ts';
import { addDays, type Day } from '../../../kernel/day.ts';
import { weekdayShort } from '../../../kernel/language.ts';
import { contains, lastDay } from '../../../kernel/range.ts';
import { PageLink } from '../../../web/address.tsx';
import { Card, Dotted, Entries, Entry } from '../../../web/kit/card.tsx';
import { useFormat } from '../../../web/kit/format.ts';
import { useLanguage, useTexts } from '../../../web/kit/language.tsx';
import { Phone } from '../../../web/kit/phone.tsx';
import { Tag, type Tone } from '../../../web/kit/tag.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import { useAsk } from '../../app/api.ts';
import { clientDesk } from '../texts.ts';
import { Recording } from './recording.tsx';
import type { ClientPageData } from './timeline.tsx';
import './now.css';
import { pageAt } from '../../app/pages.ts';

/** What holds today and what is due. */
export function Now({ page }: { page: ClientPageData }) {
  const words = useTexts(clientDesk);
  const { services } = useTexts(organiserTexts);
  const referral = useTexts(referralTexts);
  const due = useDueWords();
  const today = useToday();
  const current = page.relationships.filter(({ during }) => contains(during, today));
  const attending = page.permitted.includes('attendanceOf') && page.placements.length > 0;
  const paying = page.permitted.includes('compensationOf') && page.placements.length > 0;
  const pending = page.referrals.filter(({ state }) => state === 'pending');
  const granted = page.decisions.filter(({ referralId }) =>
    page.referrals.some(({ id, next }) => id === referralId && next.includes('start')),
  );
  const unfounded = page.footings.filter(({ state }) => state !== 'in-force');
  // A service whose decision and place are over has been told of by its decision.
  const isOver = (id: string) =>
    unfounded.some(({ relationshipId, state }) => relationshipId === id && state === 'ended') &&
    !page.placements.some(
      ({ relationshipId, during }) => relationshipId === id && (during.to === null || during.to > today),
    );
  const nothing = current.length + pending.length + granted.length + unfounded.length === 0;
  return (
    <Card title={words.now}>
      {nothing && <p className="muted">{words.nothingNow}</p>}
      <Entries>
        {unfounded.map((one) => (
          <Entry
            key={one.relationshipId}
            title={one.state === 'ended' ? words.decisionEnded(services[one.service]) : services[one.service]}
            line={
              one.state === 'ended'
                ? words.decisionEndedOn(due.when(one.lastDay ?? today), one.goesOn)
                : words.sinceBefore(
                    due.when(page.relationships.find(({ id }) => id === one.relationshipId)?.during.from ?? today),
                  )
            }
            end={
              <Tag tone={one.state === 'ended' ? 'danger' : 'warning'}>
                {one.state === 'ended' ? words.noDecisionInForce : words.noDecision}
              </Tag>
            }
          />
        ))}
        {pending.map((one) => (
          <Entry
            key={one.id}
            title={words.pending(services[one.service])}
            line={
              <Dotted of={[`${referral.kinds[one.kind]} ${due.when(one.receivedOn)}`, referral.sources[one.source]]} />
            }
            end={<ExecutionTag daysLeft={one.daysLeft} />}
          />
        ))}
        {granted.map((one) => (
          <Entry
            key={one.id}
            title={words.granted(services[one.service])}
            line={words.decidedOn(due.when(one.decidedOn))}
            end={<Execution page={page} referralId={one.referralId} />}
          />
        ))}
        {current
          .filter(({ id }) => !isOver(id))
          .map((one) => (
            <Service key={one.id} page={page} relationship={one} />
          ))}
        <Contacts page={page} />
        {attending && <Attendance clientId={page.client.id} />}
        {paying && <Compensation clientId={page.client.id} />}
        <Plan page={page} />
      </Entries>
    </Card>
  );
}

/** How long there is to carry the matter out, in words. */
function ExecutionTag({ daysLeft }: { readonly daysLeft: number }) {
  const referral = useTexts(referralTexts);
  const state =
    daysLeft > 0 ? referral.daysLeft(daysLeft) : daysLeft < 0 ? referral.daysOver(-daysLeft) : referral.dueToday;
  return <Tag tone={daysLeft < 0 ? 'danger' : daysLeft <= 14 ? 'warning' : 'neutral'}>{state}</Tag>;
}

/** A grant that has not begun: the three months of its matter go on. */
function Execution({ page, referralId }: { readonly page: ClientPageData; readonly referralId: string }) {
  const words = useTexts(clientDesk);
  const matter = page.referrals.find(({ id }) => id === referralId);
  if (!matter || !waitsForExecution(matter.matter)) return <Tag tone="info">{words.notBegun}</Tag>;
  return <ExecutionTag daysLeft={matter.daysLeft} />;
}

function Service({
  page,
  relationship,
}: {
  page: ClientPageData;
  relationship: ClientPageData['relationships'][number];
}) {
  const words = useTexts(clientDesk);
  const { services } = useTexts(organiserTexts);
  const agreed = useTexts(agreementTexts);
  const format = useFormat();
  const { language } = useLanguage();
  const due = useDueWords();
  const today = useToday();
  const pause = relationship.pauses.find(({ during }) => contains(during, today));
  const name = services[relationship.service];
  const placed = page.placements.filter(
    (one) => one.relationshipId === relationship.id && (one.during.to === null || one.during.to > today),
  );
  const coaching = useTexts(coachingTexts);
  const footing = page.footings.find(({ relationshipId }) => relationshipId === relationship.id);
  const last = lastDay(relationship.during);
  const outside = (...ids: readonly string[]) =>
    page.outside.filter(({ id }) => ids.includes(id)).map(({ because }) => words.outsideBecause(because));
  const decided = footing?.state === 'in-force' ? footing.lastDay : null;
  const ends =
    decided !== null && (last === null || last === decided)
      ? soon(decided, today) && words.decisionEnds(due.when(decided))
      : last && words.ends(due.when(last));
  if (placed.length === 0) {
    return (
      <Entry
        title={name}
        line={<Dotted of={[format.range(relationship.during), ...outside(relationship.id)]} />}
        end={
          <Tag tone={pause ? 'warning' : 'neutral'}>
            {pause
              ? pause.during.to
                ? coaching.pausedUntil(due.when(pause.during.to))
                : coaching.paused
              : ends || words.noPlacement}
          </Tag>
        }
      />
    );
  }
  return placed.map((one) => {
    const agreement = page.agreements.find(({ placementId, state }) => placementId === one.id && state !== 'ended');
    const days = [...new Set(one.slots.map(({ weekday }) => weekday))].map((weekday) =>
      weekdayShort(weekday, language),
    );
    const times = one.startsAt && one.endsAt ? `${format.time(one.startsAt)}–${format.time(one.endsAt)}` : '';
    const tag = (): { said: string; tone: Tone } => {
      if (one.during.from > today) return { said: words.begins(due.when(one.during.from)), tone: 'info' };
      if (pause) return { said: coaching.paused, tone: 'warning' };
      if (agreement && agreement.state !== 'in-force') {
        const tone = agreement.state === 'lapsed' ? 'danger' : 'warning';
        return { said: `${agreed.agreement}: ${agreed.states[agreement.state].toLowerCase()}`, tone };
      }
      if (placementStateOn(one, page.agreements, today) === 'unagreed')
        return { said: agreed.noAgreement, tone: 'warning' };
      return ends ? { said: ends, tone: 'info' } : { said: words.inForce, tone: 'success' };
    };
    const { said: text, tone } = tag();
    return (
      <Entry
        key={one.id}
        title={
          <PageLink
            to={pageAt('/clients/$clientId/placement/$placementId', { clientId: page.client.id, placementId: one.id })}
          >
            {name}, {one.place}
          </PageLink>
        }
        line={
          <Dotted
            of={[
              [days.join(' '), times].filter(Boolean).join(' '),
              one.tasks,
              one.mealLost && words.mealLost(format.day(one.mealLost.from), one.mealLost.cite),
              ...outside(one.id, relationship.id),
              agreement && words.agreementDays(format.range(agreement.during)),
            ]}
          />
        }
        end={<Tag tone={tone}>{text}</Tag>}
      />
    );
  });
}

/** A decision's end is told this long before it, when going on is to be decided. */
const renewalDays = 90;
const soon = (lastDay: Day, today: Day): boolean => lastDay <= addDays(today, renewalDays);

/** A sentence within another: only its first letter changes, names of months keep theirs. */
const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** The next contact of each coached service, and visits planned. */
function Contacts({ page }: { page: ClientPageData }) {
  const words = useTexts(clientDesk);
  const coaching = useTexts(coachingTexts);
  const due = useDueWords();
  const today = useToday();
  return (
    <>
      {page.visits.map((visit) => (
        <Entry
          key={visit.id}
          title={due.visit(visit)}
          line={[visit.place, visit.worker].filter(Boolean).join(' · ')}
          end={
            page.permitted.includes('tellOutcome') && (
              <div className="visit-outcome">
                {visit.dueOn < today && <Tag tone="warning">{coaching.howWasIt}</Tag>}
                <OutcomeButtons
                  clientId={page.client.id}
                  name={`${page.client.familyName} ${page.client.givenNames}`}
                  visit={visit}
                />
              </div>
            )
          }
        />
      ))}
      {page.next.map((next) => {
        const answer = due.short(next.due);
        return (
          <Entry
            key={next.relationshipId}
            title={words.contact}
            line={<Dotted of={[due.why(next.due), lowerFirst(due.last(next.last))]} />}
            end={answer && <Due page={page} of={next.relationshipId} {...answer} />}
          />
        );
      })}
    </>
  );
}

/** When a contact is due: it is recorded where one reads so. */
function Due({ page, of, words, tone }: { page: ClientPageData; of: string; words: string; tone: Tone }) {
  const { record } = useTexts(coachingTexts);
  const tag = <Tag tone={tone}>{words}</Tag>;
  return (
    <Recording page={page} of={of} otherwise={tag}>
      {(open) => (
        <button type="button" className="tag-button" title={record} onClick={open}>
          {tag}
        </button>
      )}
    </Recording>
  );
}

const fourWeeks = 28;

/** Whether the client has turned up of late, and if not, why. */
function Attendance({ clientId }: { clientId: string }) {
  const words = useTexts(clientDesk);
  const { reasons } = useTexts(attendanceTexts);
  const today = useToday();
  const { data } = useAsk('attendanceOf', { clientId, from: addDays(today, 1 - fourWeeks), to: addDays(today, 1) });
  if (!data) return null;
  const { marks } = data;
  const daysOf = (holds: (mark: (typeof marks)[number]) => boolean) =>
    new Set(marks.filter(holds).map(({ heldOn }) => heldOn)).size;
  const [present, absent, holiday] = (['present', 'absent', 'holiday'] as const).map((kind) =>
    daysOf((mark) => mark.kind === kind),
  );
  const why = absenceReasons.flatMap((reason) => {
    const days = daysOf((mark) => mark.reason === reason);
    return days > 0 ? [{ said: lowerFirst(reasons[reason]), days }] : [];
  });
  const reasonsTold = why.map(({ said: text, days }) => (why.length > 1 ? `${text} ${days}` : text)).join(', ');
  return (
    <Entry
      title={words.attendance}
      line={
        marks.length === 0 ? (
          words.noMarks
        ) : (
          <Dotted
            of={[
              words.presentDays(present ?? 0),
              absent && `${words.absentDays(absent)}: ${reasonsTold}`,
              holiday && words.holidayDays(holiday),
            ]}
          />
        )
      }
    />
  );
}

function Compensation({ clientId }: { clientId: string }) {
  const words = useTexts(clientDesk);
  const format = useFormat();
  const { data } = useAsk('compensationOf', { clientId });
  if (!data) return null;
  const days = new Set(data.lines.map(({ earnedOn }) => earnedOn)).size;
  return (
    <Entry
      title={words.compensation(format.month(data.month).replace(/ \d{4}$/, ''))}
      line={days === 0 ? words.noCompensation : words.compensationLine(days, format.euro(data.balance))}
      end={<Tag>{data.closed ? words.closed : words.open}</Tag>}
    />
  );
}

function Plan({ page }: { page: ClientPageData }) {
  const words = useTexts(clientDesk);
  const plans = useTexts(planTexts);
  const due = useDueWords();
  const today = useToday();
  // The plan worked by today; one made ahead only where there is none. A draft is none yet.
  const signed = page.plans.filter((one) => signedOn(one) !== null);
  const plan = signed.find(({ during }) => contains(during, today)) ?? signed.find(({ during }) => during.from > today);
  if (!plan) return null;
  const achieved = plan.goals.filter(({ achievedOn }) => achievedOn !== null).length;
  const goal = plan.goals.find(({ achievedOn }) => achievedOn === null);
  const { reviewOn } = plan;
  const review =
    reviewOn !== null && (plan.reviewDue || reviewOn >= today)
      ? words.reviewOn(due.when(reviewOn))
      : plan.reviewedOn && words.reviewedOn(due.when(plan.reviewedOn));
  return (
    <Entry
      title={words.plan}
      line={<Dotted of={[goal && words.goal(goal.goal), review]} />}
      end={
        interruptionOn(plan.interruptions, today) ? (
          <Tag tone="warning">{plans.interruptedToday}</Tag>
        ) : plan.reviewDue ? (
          <Tag tone="danger">{words.reviewLate}</Tag>
        ) : (
          <Tag tone="accent">{words.achieved(achieved, plan.goals.length)}</Tag>
        )
      }
    />
  );
}

/** Who answers for the client today, and who is met at the workplace. */
export function WhoAnswers({ page }: { page: ClientPageData }) {
  const words = useTexts(clientDesk);
  const format = useFormat();
  return (
    <Card title={words.who}>
      {page.answering.length === 0 && <p className="muted">{words.nobody}</p>}
      <Entries>
        {page.answering.map((one) => (
          <Entry
            key={`${one.role} ${one.workerId} ${one.relationshipId}`}
            title={one.name}
            line={<Dotted of={[words.roles[one.role], words.from(format.day(one.since))]} />}
            end={one.phone && <Phone number={one.phone} />}
          />
        ))}
        {page.workplaceContacts.map((one) => (
          <Entry
            key={one.workplaceId}
            title={`${one.name}, ${one.workplace}`}
            line={words.workplaceContact}
            end={one.phone && <Phone number={one.phone} />}
          />
        ))}
      </Entries>
      {page.permitted.includes('ownWorkersOf') && <OwnWorker clientId={page.client.id} />}
    </Card>
  );
}
