/** The steps of the path as the generator takes them: each leaves the rows that the acts of its room would leave. */

import { agreementHash } from '../src/casework/agreement/reads.ts';
import type { Service } from '../src/casework/organiser/words.ts';
import { addDays, type Day } from '../src/kernel/day.ts';
import { earlierEnd, type Range } from '../src/kernel/range.ts';
import { type Book, type DemoRow, earlierOf, enteredOn, knownSince, laterOf, type Moment, today } from './book.ts';
import type { Person } from './people.ts';
import {
  type Begun,
  type Deciding,
  type KeptInTouch,
  type Placed,
  type Placing,
  type Planning,
  provisionsFor,
  type Referring,
} from './steps.ts';

/** Which goals were reached; of the older plans most were. */
function reachedOn(person: Person, plan: Planning): Day | null {
  const { luck } = person;
  const done = plan.reviewedOn ? 0.7 : 0.2;
  if (!luck.chance(done)) return null;
  const on = addDays(plan.madeOn, luck.int(40, 300));
  return on < today ? on : null;
}

export class Recorder {
  readonly book: Book;
  readonly placements: Placed[] = [];
  readonly pauses = new Map<string, Range[]>();

  constructor(book: Book) {
    this.book = book;
  }

  /** What is entered of a day: mostly within days, sometimes weeks late. */
  moment(person: Person, d: Day, late = person.luck.chance(0.03)): Moment {
    const known = laterOf(d, person.organiser.registerFrom);
    const at = enteredOn(known, person.luck.int(0, 479), late ? person.luck.int(14, 45) : person.luck.int(0, 2));
    return laterOf(at, knownSince(person.row));
  }

  #of(person: Person): { id: string; organiser_id: string; client_id: string } {
    return { id: person.id(), organiser_id: person.organiser.id, client_id: person.clientId };
  }

  refer(person: Person, given: Referring): DemoRow {
    const at = enteredOn(given.receivedOn, person.luck.int(0, 479), given.enteredLate ?? 0);
    // Nobody knew of the client before the first referral came.
    for (const row of person.firstRows.splice(0)) row.recorded = `["${at}",)`;
    const row = this.book.add(
      'referral_referral',
      {
        ...this.#of(person),
        service: given.service,
        source: given.source,
        kind: given.kind,
        received_on: given.receivedOn,
        finishes_studies: given.finishesStudies ?? false,
        need: given.need ?? null,
        referred_by: given.referredBy ?? null,
        received_by_id: given.receivedBy,
        withdrawn_on: null,
      },
      at,
    );
    if (given.withdrawnOn)
      this.book.change('referral_referral', row, { withdrawn_on: given.withdrawnOn }, enteredOn(given.withdrawnOn, 60));
    return row;
  }

  /** A contact while the matter waits. */
  keepInTouch(person: Person, referral: DemoRow, workerId: string, given: KeptInTouch): void {
    this.book.add(
      'coaching_contact',
      {
        ...this.#of(person),
        relationship_id: null,
        referral_id: referral.id as string,
        worker_id: workerId,
        kind: given.kind,
        party: 'client',
        held_on: given.heldOn,
        minutes: given.minutes,
        note: given.note,
      },
      this.moment(person, given.heldOn, false),
    );
  }

  plan(person: Person, given: Planning): DemoRow {
    const at = this.moment(person, given.madeOn, false);
    const row = this.book.add(
      'plan_plan',
      {
        ...this.#of(person),
        referral_id: (given.referral?.id as string | undefined) ?? null,
        service: given.service,
        kind: given.kind,
        made_on: given.madeOn,
        during: given.during,
        review_on: given.reviewOn,
        days_a_week: given.daysAWeek ?? null,
        hours_a_day: given.hoursADay ?? null,
        informed_of_benefits_at: given.service === 'rehabilitative-work' ? `${at}` : null,
        made_by_id: given.madeBy,
        reviewed_on: null,
      },
      at,
    );
    given.goals.forEach((goal, place) => {
      const achieved = reachedOn(person, given);
      const goalRow = this.book.add(
        'plan_goal',
        { ...this.#of(person), plan_id: row.id, place: place + 1, goal, achieved_on: null },
        at,
      );
      if (achieved)
        this.book.change('plan_goal', goalRow, { achieved_on: achieved }, this.moment(person, achieved, false));
    });
    for (const [item, answer] of given.items ?? [])
      this.book.add('plan_item', { ...this.#of(person), plan_id: row.id, item, answer }, at);
    if (given.reviewedOn)
      this.book.change(
        'plan_plan',
        row,
        { reviewed_on: given.reviewedOn },
        this.moment(person, given.reviewedOn, false),
      );
    return row;
  }

  decide(person: Person, referral: DemoRow, given: Deciding): DemoRow {
    return this.book.add(
      'decision_decision',
      {
        ...this.#of(person),
        referral_id: referral.id as string,
        plan_id: (given.plan?.id as string | undefined) ?? null,
        service: given.service,
        outcome: given.outcome ?? 'grant',
        decided_on: given.decidedOn,
        during: given.during,
        reasons: given.reasons,
        provisions: provisionsFor(given.service, referral.received_on as Day),
        decided_by_id: given.decidedBy,
        served_on: addDays(given.decidedOn, 7) <= today ? addDays(given.decidedOn, 7) : null,
      },
      this.moment(person, given.decidedOn, false),
    );
  }

  begin(person: Person, service: Service, offering: string, from: Day, decision: DemoRow | null): Begun {
    const row = this.book.add(
      'relationship_relationship',
      {
        ...this.#of(person),
        service,
        offering_id: offering,
        decision_id: (decision?.id as string | undefined) ?? null,
        during: { from, to: null },
      },
      this.moment(person, from),
    );
    return { person, row, service, within: [] };
  }

  /** Adds a row that lies within the relationship and ends with it at the latest. */
  within(begun: Begun, table: string, columns: DemoRow, at?: Moment): DemoRow {
    const during = columns.during as Range;
    const since = knownSince(begun.row);
    const entered = at ?? this.moment(begun.person, during.from, false);
    const row = this.book.add(table, { ...this.#of(begun.person), ...columns }, laterOf(entered, since));
    begun.within.push({ table, row });
    return row;
  }

  name(begun: Begun, workerId: string, role: 'coach' | 'official', from: Day): DemoRow {
    return this.within(begun, 'relationship_responsible', {
      relationship_id: begun.row.id as string,
      worker_id: workerId,
      role,
      during: { from, to: null },
    });
  }

  /** From the day on, somebody else is responsible. */
  rename(begun: Begun, before: DemoRow, workerId: string, role: 'coach' | 'official', from: Day): DemoRow {
    this.#cut('relationship_responsible', before, from, this.moment(begun.person, from, false));
    return this.name(begun, workerId, role, from);
  }

  pause(begun: Begun, reason: string, during: Range): void {
    this.within(begun, 'relationship_pause', { relationship_id: begun.row.id as string, reason, during });
    const { clientId } = begun.person;
    this.pauses.set(clientId, [...(this.pauses.get(clientId) ?? []), during]);
  }

  place(begun: Begun, given: Placing): Placed {
    const { person } = begun;
    const at = this.moment(person, given.during.from);
    const row = this.within(
      begun,
      'placement_placement',
      {
        relationship_id: begun.row.id as string,
        service: begun.service,
        group_id: given.group ?? null,
        workplace_id: given.workplace?.id ?? null,
        tasks: given.tasks ?? null,
        starts_at: given.startsAt ?? null,
        ends_at: given.endsAt ?? null,
        hours_a_day: given.hoursADay ?? null,
        wage_subsidy: given.wageSubsidy ?? false,
        meal: given.meal ?? false,
        during: given.during,
      },
      at,
    );
    for (const [weekday, halves] of given.slots)
      for (const half of halves)
        this.within(
          begun,
          'placement_slot',
          { placement_id: row.id as string, weekday, half, during: given.during },
          knownSince(row),
        );
    const placed: Placed = {
      person,
      row,
      service: begun.service,
      groupId: given.group ?? null,
      employerId: given.workplace?.employerId ?? null,
      weekdays: given.slots.map(([weekday]) => weekday),
      meal: given.meal ?? false,
      markedBy: given.markedBy ?? null,
    };
    this.placements.push(placed);
    return placed;
  }

  /** Ends a placement, and its half-days with it, before its relationship ends. */
  displace(begun: Begun, placed: Placed, to: Day): void {
    const at = this.moment(begun.person, to, false);
    for (const { table, row } of begun.within)
      if (row === placed.row || row.placement_id === placed.row.id) this.#cut(table, row, to, at);
  }

  /** An agreement of the three for a year at most, approved by each before it begins. */
  agree(
    begun: Begun,
    placed: Placed,
    given: {
      tasks: string;
      hours: string;
      during: Range;
      employer: string;
      organiser: string;
      recordedBy: string;
      unapproved?: boolean;
    },
  ): DemoRow {
    const { person } = begun;
    const { tasks, hours, during } = given;
    const madeOn = earlierOf(addDays(during.from, -person.luck.int(0, 6)), addDays(today, -1));
    const at = this.moment(person, madeOn < (begun.row.during as Range).from ? during.from : madeOn, false);
    const row = this.book.add(
      'agreement_agreement',
      { ...this.#of(person), placement_id: placed.row.id as string, tasks, hours, during },
      laterOf(at, knownSince(placed.row)),
    );
    const parties = [
      ['client', `${person.familyName} ${person.givenNames}`.trim()],
      ['employer', given.employer],
      ['organiser', given.organiser],
    ] as const;
    for (const [party, approved_by] of given.unapproved ? parties.slice(0, 1) : parties)
      this.book.add(
        'agreement_approval',
        {
          ...this.#of(person),
          agreement_id: row.id as string,
          party,
          content_hash: agreementHash({ tasks, hours, during }),
          approved_on: madeOn,
          approved_by,
          recorded_by_id: given.recordedBy,
        },
        knownSince(row),
      );
    return row;
  }

  /** Ends the relationship and what lies within it; an exit unless the client moves to another service. */
  end(
    begun: Begun,
    endedOn: Day,
    exit: { reason: string; destination: string; recordedBy: string; note?: string } | null,
    at?: Moment,
  ): void {
    const { person } = begun;
    const moment = at ?? this.moment(person, endedOn);
    this.#cut('relationship_relationship', begun.row, endedOn, moment);
    for (const { table, row } of begun.within) this.#cut(table, row, endedOn, moment);
    if (!exit) return;
    this.book.add(
      'exit_exit',
      {
        ...this.#of(person),
        relationship_id: begun.row.id as string,
        ended_on: endedOn,
        reason: exit.reason,
        destination: exit.destination,
        note: exit.note ?? null,
        recorded_by_id: exit.recordedBy,
      },
      moment,
    );
  }

  /** A move to another service of the same organiser. */
  move(from: Begun, to: Begun): void {
    const { person } = from;
    const on = (to.row.during as Range).from;
    this.end(from, on, null);
    this.book.add(
      'exit_transition',
      {
        ...this.#of(person),
        from_relationship_id: from.row.id as string,
        to_relationship_id: to.row.id as string,
        moved_on: on,
      },
      laterOf(knownSince(to.row), knownSince(from.row)),
    );
  }

  #cut(table: string, row: DemoRow, to: Day, at: Moment): void {
    const during = row.during as Range;
    const end = earlierEnd(during.to, to);
    if (end === during.to) return;
    if (to <= during.from) throw new RangeError(`${table} would end before it begins: ${during.from} ${to}`);
    this.book.change(table, row, { during: { from: during.from, to: end } }, laterOf(at, knownSince(row)));
  }

  benefit(person: Person, benefit: string, main: boolean, from: Day): void {
    this.book.add(
      'client_benefit',
      { ...this.#of(person), benefit, main, during: { from, to: null } },
      this.moment(person, from, false),
    );
  }

  reason(person: Person, reason: string, from: Day): void {
    this.book.add(
      'client_reason',
      { ...this.#of(person), reason, during: { from, to: null } },
      this.moment(person, from, false),
    );
  }

  representative(person: Person, kind: string, name: string, phone: string, powers: string | null, from: Day): void {
    this.book.add(
      'client_representative',
      { ...this.#of(person), name, kind, phone, powers, during: { from, to: null } },
      this.moment(person, from, false),
    );
  }
}
