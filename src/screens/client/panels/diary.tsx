import { ArrowUndoIcon, PencilIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react/Button';
import { type ReactNode, useMemo, useState } from 'react';
import { agreementTexts } from '../../../casework/agreement/texts.ts';
import { AmendContact } from '../../../casework/coaching/panels/record-contact.tsx';
import { coachingTexts } from '../../../casework/coaching/texts.ts';
import type { Contact } from '../../../casework/coaching/words.ts';
import { kindOf } from '../../../casework/decision/rules.ts';
import { exitTexts } from '../../../casework/exit/texts.ts';
import { organiserTexts } from '../../../casework/organiser/texts.ts';
import { signedOn } from '../../../casework/plan/rules.ts';
import { planTexts } from '../../../casework/plan/texts.ts';
import { referralTexts } from '../../../casework/referral/texts.ts';
import type { Day } from '../../../kernel/day.ts';
import { lastDay } from '../../../kernel/range.ts';
import { Card } from '../../../web/kit/card.tsx';
import { Empty } from '../../../web/kit/empty.tsx';
import { useFormat } from '../../../web/kit/format.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import { useAsk, useDo } from '../../app/api.ts';
import { clientDesk } from '../texts.ts';
import { type Correctable, CorrectionActs, Corrections } from './corrections.tsx';
import type { ClientPageData } from './timeline.tsx';
import './diary.css';

interface Event {
  /** Of the row that tells it. */
  readonly id: string;
  readonly on: Day;
  readonly title: string;
  readonly text: string;
  readonly by: string | null;
  readonly contact?: Contact;
  readonly correctable?: Correctable;
}

/** What has happened up to today, in the past tense, newest first. */
export function useEvents(page: ClientPageData): readonly Event[] {
  const { events: words, minutes } = useTexts(clientDesk);
  const { services } = useTexts(organiserTexts);
  const referral = useTexts(referralTexts);
  const coaching = useTexts(coachingTexts);
  const plans = useTexts(planTexts);
  const agreed = useTexts(agreementTexts);
  const exits = useTexts(exitTexts);
  const format = useFormat();
  const today = useToday();
  return useMemo(() => {
    const events: Event[] = [];
    const add = (
      id: string,
      on: Day | null,
      title: string,
      text = '',
      by: string | null = null,
      correctable?: Correctable,
    ) => {
      // What is recorded ahead of its day is told too, where it can be taken back.
      if (on !== null && (on <= today || correctable))
        events.push({ id, on, title, text, by, ...(correctable ? { correctable } : {}) });
    };
    for (const one of page.referrals) {
      add(
        one.id,
        one.receivedOn,
        words[one.kind],
        [services[one.service], referral.sources[one.source], one.referredBy].filter(Boolean).join(' · '),
        one.receivedBy,
        { kind: 'referral', fact: one },
      );
      add(one.id, one.withdrawnOn, words.withdrawn, services[one.service], null, { kind: 'withdrawal', fact: one });
    }
    for (const plan of page.plans) {
      add(plan.id, plan.madeOn, words.planned, plan.goals.map(({ goal }) => goal).join(' · '), plan.madeBy);
      // Signed by all of them it is one event, of the day of the last.
      const last = plan.signatures.toSorted((a, b) => (a.signedOn < b.signedOn ? -1 : 1)).at(-1);
      if (last?.signedBy)
        add(last.id, signedOn(plan), words.signed, plan.signatures.map(({ signedBy }) => signedBy).join(' · '));
      for (const review of plan.reviews) add(review.id, review.reviewedOn, words.reviewed, services[plan.service]);
      if (!plan.reviews.some(({ reviewedOn }) => reviewedOn === plan.reviewedOn))
        add(plan.id, plan.reviewedOn, words.reviewed, services[plan.service]);
      for (const one of plan.interruptions) {
        add(one.id, one.from, words.interrupted, plans.grounds[one.ground]);
        add(one.id, one.to, words.resumed, one.agreed ?? '');
      }
      for (const goal of plan.goals) add(goal.id, goal.achievedOn, words.achieved, goal.goal);
    }
    for (const one of page.decisions) {
      const when = one.during ? `${services[one.service]}, ${format.range(one.during)}` : services[one.service];
      add(one.id, one.decidedOn, words.decided[kindOf(one)], when, one.decidedBy);
      add(one.id, one.servedOn, words.served, services[one.service]);
    }
    for (const one of page.relationships) {
      // A move to another service tells both the end and the beginning.
      const moved = (on: Day | null) =>
        page.transitions.some(
          ({ movedOn, fromService, toService }) =>
            movedOn === on && (fromService === one.service || toService === one.service),
        );
      if (!moved(one.during.from))
        add(one.id, one.during.from, words.began, services[one.service], null, { kind: 'start', fact: one });
      const exit = page.exits.find(({ relationshipId }) => relationshipId === one.id);
      const why = exit && [exits.reasons[exit.reason], exits.destinations[exit.destination]].join(' → ');
      if (!moved(one.during.to))
        add(
          exit?.id ?? one.id,
          lastDay(one.during),
          words.ended,
          [services[one.service], why].filter(Boolean).join(' · '),
          null,
          exit && { kind: 'exit', fact: exit },
        );
      for (const named of one.responsible) add(named.id, named.during.from, words.named, named.name);
      for (const pause of one.pauses) {
        add(pause.id, pause.during.from, words.paused, pause.reason, null, { kind: 'break', fact: pause });
        add(pause.id, pause.during.to, words.returned, pause.reason);
      }
    }
    for (const one of page.transitions)
      add(one.id, one.movedOn, words.moved, `${services[one.fromService]} → ${services[one.toService]}`, null, {
        kind: 'move',
        fact: one,
      });
    for (const one of page.placements) {
      add(one.id, one.during.from, words.placed, one.place, null, { kind: 'placement', fact: one });
      add(one.id, lastDay(one.during), words.left, one.place);
    }
    for (const one of page.agreements) {
      add(one.id, one.during.from, words.agreed, `${one.place}, ${format.range(one.during)}`);
      const approvals = Map.groupBy(one.approved, ({ approvedOn }) => approvedOn);
      for (const [on, input] of approvals)
        add(
          one.id,
          on,
          words.approved,
          input.map(({ party, approvedBy }) => `${agreed.parties[party]}: ${approvedBy}`).join(' · '),
        );
    }
    for (const contact of page.contacts) {
      const details = [
        contact.note,
        contact.relationshipId === null && coaching.onMatter,
        contact.party !== 'client' && coaching.parties[contact.party],
        contact.minutes && minutes(contact.minutes),
        contact.outsideService && coaching.outsideService,
      ];
      events.push({
        id: contact.id,
        on: contact.heldOn,
        title: coaching.kinds[contact.kind],
        text: details.filter(Boolean).join(' · '),
        by: contact.worker,
        contact,
        correctable: { kind: 'contact', fact: contact },
      });
    }
    for (const visit of page.unheldVisits) {
      const details = [visit.note, visit.movedTo && coaching.movedTo(format.dayBy(visit.movedTo, visit.happenedOn))];
      add(
        visit.id,
        visit.happenedOn,
        coaching.unheld[visit.outcome](coaching.kinds[visit.kind]),
        details.filter(Boolean).join(' · '),
        visit.worker,
      );
    }
    return events.toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
  }, [page, words, minutes, services, referral, plans, coaching, agreed, exits, format, today]);
}

/** What others have recorded since the worker was here last; nothing where there is nothing. */
export function News({
  events,
  since,
}: {
  events: readonly Event[];
  since: { at: string; ids: readonly string[] } | null;
}) {
  const words = useTexts(clientDesk);
  const format = useFormat();
  if (!since) return null;
  // A row that tells two things (a plan made, then reviewed) is news by the later one.
  const news = events.filter(
    ({ id }, n) => since.ids.includes(id) && events.findIndex((other) => other.id === id) === n,
  );
  if (news.length === 0) return null;
  return (
    <Card title={words.since(format.instant(since.at))}>
      <ol className="diary">
        {news.map((event) => (
          <Line key={event.id} event={event} />
        ))}
      </ol>
    </Card>
  );
}

const firstVisible = 30;
const allContacts = 10_000;

/** The page with as many of its contacts as are asked for: it comes with the newest. */
export function useContacts(page: ClientPageData) {
  const [limit, more] = useState<number | null>(null);
  const wanted = { clientId: page.client.id, limit: limit ?? firstVisible };
  const { data, isFetching } = useAsk('contacts', wanted, { when: limit !== null, keep: ['limit'] });
  const grown = useMemo(() => {
    if (!data) return page;
    // News of long ago stay, however few are asked for.
    const others = page.contacts.filter(({ id }) => !data.contacts.some((one) => one.id === id));
    return { ...page, contacts: [...data.contacts, ...others], contactsFrom: data.contactsFrom };
  }, [page, data]);
  return { page: grown, loading: limit !== null && isFetching, more };
}

interface DiaryProps {
  readonly page: ClientPageData;
  readonly events: readonly Event[];
  readonly loading: boolean;
  /** Asks for as many contacts. */
  readonly more: (limit: number) => void;
}

/** The whole way as a diary: the last events, and as many earlier ones as one asks for. */
export function Diary({ page, events, loading, more }: DiaryProps) {
  const words = useTexts(clientDesk);
  const format = useFormat();
  const [number, setNumber] = useState(firstVisible);
  const [amending, amend] = useState<Contact>();
  if (events.length === 0) return <Empty title={words.noEvents} />;
  // Before the day from which all contacts are here, the diary would have gaps.
  const from = page.contactsFrom;
  const whole = events.filter(({ on }) => from === null || on >= from);
  const visible = whole.slice(0, number);
  const last = visible.at(-1);
  const earlier = () => {
    setNumber(number + 100);
    if (from !== null && number + 100 > whole.length) more(page.contacts.length + 100);
  };
  const everything = () => {
    setNumber(Number.POSITIVE_INFINITY);
    if (from !== null) more(allContacts);
  };
  const isPart = visible.length < whole.length || from !== null;
  return (
    <>
      <ol className="diary">
        {visible.map((event, n) => (
          <Line
            // biome-ignore lint/suspicious/noArrayIndexKey: one row may tell several events; the list only grows at its end.
            key={`${event.id} ${n}`}
            event={event}
            acts={
              event.contact?.mayTakeBack ? (
                <ContactActs clientId={page.client.id} contact={event.contact} amend={amend} />
              ) : (
                event.correctable && (
                  <CorrectionActs
                    page={page}
                    of={event.correctable}
                    named={`${event.title} ${format.day(event.on)}${event.text ? `, ${event.text}` : ''}`}
                  />
                )
              )
            }
          />
        ))}
      </ol>
      {isPart && last && (
        <div className="diary-more">
          <span className="muted">{words.eventsFrom(format.day(last.on))}</span>
          <Button className="unprinted" size="small" variant="tertiary" loading={loading} onClick={earlier}>
            {words.showEarlier}
          </Button>
          <Button className="unprinted" size="small" variant="tertiary" disabled={loading} onClick={everything}>
            {words.showAll}
          </Button>
        </div>
      )}
      <Corrections clientId={page.client.id} />
      {amending && <AmendContact clientId={page.client.id} contact={amending} close={() => amend(undefined)} />}
    </>
  );
}

function Line({ event, acts }: { event: Event; acts?: ReactNode }) {
  const format = useFormat();
  return (
    <li className="diary-line">
      <span className="muted diary-day">{format.day(event.on)}</span>
      <strong>{event.title}</strong>
      <span className="diary-text">{event.text}</span>
      <span className="muted diary-by">{event.by}</span>
      {acts && <span className="diary-acts unprinted">{acts}</span>}
    </li>
  );
}

interface ContactActsProps {
  readonly clientId: string;
  readonly contact: Contact;
  readonly amend: (contact: Contact) => void;
}

function ContactActs({ clientId, contact, amend }: ContactActsProps) {
  const words = useTexts(coachingTexts);
  const toast = useToast();
  const takeBack = useDo('takeBackContact');
  return (
    <>
      <button
        type="button"
        className="icon-button"
        title={words.amend}
        aria-label={`${words.amend}: ${words.kinds[contact.kind]}`}
        onClick={() => amend(contact)}
      >
        <PencilIcon aria-hidden="true" />
      </button>
      <button
        type="button"
        className="icon-button"
        title={words.takeBack}
        aria-label={`${words.takeBack}: ${words.kinds[contact.kind]}`}
        onClick={() =>
          takeBack.mutate(
            { clientId, contactId: contact.id, seen: contact.version },
            { onSuccess: () => toast({ done: words.takenBack }), onError: toast.failed },
          )
        }
      >
        <ArrowUndoIcon aria-hidden="true" />
      </button>
    </>
  );
}
