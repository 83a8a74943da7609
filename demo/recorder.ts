/** The steps of the path as the generator takes them: each leaves the rows that the acts of its room would leave. */

import { agreementHash } from '../src/casework/agreement/reads.ts';
import { addDays, type Day } from '../src/kernel/day.ts';
import { earlierEnd, type Range } from '../src/kernel/range.ts';
import type { Service } from '../src/kernel/service.ts';
import {
  type DemoRow,
  type DemoRows,
  earlierOf,
  enteredOn,
  knownSince,
  laterOf,
  type Moment,
  today,
} from './demo-rows.ts';
import type { Person } from './people.ts';
import {
  type AssessedNeed,
  type Begun,
  type Deciding,
  type HeardBefore,
  type KeptInTouch,
  type Placed,
  type Placing,
  type Planning,
  provisionsFor,
  type Referring,
} from './steps.ts';

/** Which goals were reached; of the older plans most were. */
function reachedOn(person: Person, plan: Planning): Day | null {
  const { random } = person;
  const done = plan.reviewedOn ? 0.7 : 0.2;
  if (!random.chance(done)) return null;
  const on = addDays(plan.madeOn, random.int(40, 300));
  return on < today ? on : null;
}

/** In which matters a representative of the demo acts. */
const coversOf: Readonly<Record<string, readonly string[]>> = {
  guardian: ['financial'],
  'legal-representative': ['personal', 'financial'],
};

export class Recorder {
  readonly demoRows: DemoRows;
  readonly placements: Placed[] = [];
  readonly pauses = new Map<string, Range[]>();

  constructor(demoRows: DemoRows) {
    this.demoRows = demoRows;
  }

  /** What is entered of a day: mostly within days, sometimes weeks late. */
  moment(person: Person, d: Day, late = person.random.chance(0.03)): Moment {
    const known = laterOf(d, person.organiser.registerFrom);
    const at = enteredOn(known, person.random.int(0, 479), late ? person.random.int(14, 45) : person.random.int(0, 2));
    return laterOf(at, knownSince(person.row));
  }

  #of(person: Person): { id: string; organiser_id: string; client_id: string } {
    return { id: person.id(), organiser_id: person.organiser.id, client_id: person.clientId };
  }

  refer(person: Person, input: Referring): DemoRow {
    const at = enteredOn(input.receivedOn, person.random.int(0, 479), input.enteredLate ?? 0);
    // Nobody knew of the client before the first referral came.
    for (const row of person.firstRows.splice(0)) row.recorded = `["${at}",)`;
    const row = this.demoRows.add(
      'referral_referral',
      {
        ...this.#of(person),
        service: input.service,
        source: input.source,
        kind: input.kind,
        received_on: input.receivedOn,
        finishes_studies: input.finishesStudies ?? false,
        need: input.need ?? null,
        referred_by: input.referredBy ?? null,
        received_by_id: input.receivedBy,
        withdrawn_on: null,
      },
      at,
    );
    if (input.withdrawnOn)
      this.demoRows.change(
        'referral_referral',
        row,
        { withdrawn_on: input.withdrawnOn },
        enteredOn(input.withdrawnOn, 60),
      );
    return row;
  }

  /** A contact while the matter waits. */
  keepInTouch(person: Person, referral: DemoRow, workerId: string, input: KeptInTouch): void {
    this.demoRows.add(
      'coaching_contact',
      {
        ...this.#of(person),
        relationship_id: null,
        referral_id: referral.id as string,
        worker_id: workerId,
        kind: input.kind,
        party: 'client',
        held_on: input.heldOn,
        minutes: input.minutes,
        note: input.note,
      },
      this.moment(person, input.heldOn, false),
    );
  }

  /** A client is asked to be heard before a decision against them; the last row of the person, so that no id of theirs moves. */
  hear(person: Person, referral: DemoRow, workerId: string, input: HeardBefore): void {
    const row = this.demoRows.add(
      'hearing_hearing',
      {
        ...this.#of(person),
        referral_id: referral.id as string,
        asked_on: input.askedOn,
        respond_by_on: input.respondByOn,
        about: input.about,
        way: 'post',
        asked_by_id: workerId,
        answered_on: null,
        answer: null,
      },
      enteredOn(input.askedOn, 90),
    );
    const served = { way: 'post', sent_on: input.askedOn, served_on: addDays(input.askedOn, 7) };
    this.demoRows.add(
      'hearing_notice',
      { ...this.#of(person), hearing_id: row.id as string, recipient: 'client', name: null, ...served },
      enteredOn(input.askedOn, 90),
    );
    if (input.answer)
      this.demoRows.change(
        'hearing_hearing',
        row,
        { answered_on: input.answer.on, answer: input.answer.text },
        enteredOn(input.answer.on, 90),
      );
  }

  /** The assessment of a need; the last row of the person, as what is asked of them. */
  assess(person: Person, referral: DemoRow, workerId: string, { begunOn, finished }: AssessedNeed): void {
    const row = this.demoRows.add(
      'assessment_assessment',
      {
        ...this.#of(person),
        referral_id: referral.id as string,
        begun_on: begunOn,
        begun_by_id: workerId,
        took_part: null,
        situation: null,
        client_view: null,
        view_missing_because: null,
        conclusions: null,
        need: null,
        special_support: null,
        own_worker: null,
        own_worker_view: null,
        finished_on: null,
        finished_by_id: null,
      },
      enteredOn(begunOn, 120),
    );
    if (finished)
      this.demoRows.change(
        'assessment_assessment',
        row,
        {
          took_part: finished.tookPart,
          situation: finished.situation,
          client_view: finished.clientView,
          conclusions: finished.conclusions,
          need: finished.need,
          special_support: false,
          own_worker: finished.ownWorker,
          own_worker_view: finished.ownWorkerView,
          finished_on: finished.on,
          finished_by_id: workerId,
        },
        enteredOn(finished.on, 120),
      );
  }

  /** The own worker of a client, from a day on. */
  nameOwnWorker(person: Person, workerId: string, from: Day): void {
    this.demoRows.add(
      'ownworker_naming',
      { ...this.#of(person), worker_id: workerId, during: { from, to: null } },
      enteredOn(from, 150),
    );
  }

  plan(person: Person, input: Planning): DemoRow {
    const at = this.moment(person, input.madeOn, false);
    const row = this.demoRows.add(
      'plan_plan',
      {
        ...this.#of(person),
        referral_id: (input.referral?.id as string | undefined) ?? null,
        service: input.service,
        kind: input.kind,
        made_on: input.madeOn,
        during: input.during,
        review_on: input.reviewOn,
        days_a_week: input.daysAWeek ?? null,
        hours_a_day: input.hoursADay ?? null,
        informed_of_benefits_at: input.service === 'rehabilitative-work' ? `${at}` : null,
        made_by_id: input.madeBy,
        reviewed_on: null,
      },
      at,
    );
    input.goals.forEach((goal, place) => {
      const achieved = reachedOn(person, input);
      const goalRow = this.demoRows.add(
        'plan_goal',
        { ...this.#of(person), plan_id: row.id, place: place + 1, goal, achieved_on: null },
        at,
      );
      if (achieved)
        this.demoRows.change('plan_goal', goalRow, { achieved_on: achieved }, this.moment(person, achieved, false));
    });
    for (const [item, answer] of input.items ?? [])
      this.demoRows.add('plan_item', { ...this.#of(person), plan_id: row.id, item, answer }, at);
    if (input.reviewedOn)
      this.demoRows.change(
        'plan_plan',
        row,
        { reviewed_on: input.reviewedOn },
        this.moment(person, input.reviewedOn, false),
      );
    return row;
  }

  decide(person: Person, referral: DemoRow, input: Deciding): DemoRow {
    const row = this.demoRows.add(
      'decision_decision',
      {
        ...this.#of(person),
        referral_id: referral.id as string,
        plan_id: (input.plan?.id as string | undefined) ?? null,
        service: input.service,
        outcome: input.outcome ?? 'grant',
        changes_id: (input.changes?.id as string | undefined) ?? null,
        together_id: input.together ?? null,
        last_on: input.lastDay ?? null,
        unheard_ground: input.unheard ? 'unnecessary' : null,
        unheard_because: input.unheard ?? null,
        decided_on: input.decidedOn,
        during: input.during,
        reasons: input.reasons,
        provisions: provisionsFor(input.service, referral.received_on as Day),
        decided_by_id: input.decidedBy,
        served_on: addDays(input.decidedOn, 7) <= today ? addDays(input.decidedOn, 7) : null,
      },
      this.moment(person, input.decidedOn, false),
    );
    if (row.served_on !== null)
      this.demoRows.add(
        'decision_notice',
        {
          // Made from the decision's own, and entered on a fixed minute: no series of ids and no draw is moved by it.
          id: String(row.id).replace('-8000-', '-8001-'),
          organiser_id: person.organiser.id,
          client_id: person.clientId,
          decision_id: row.id,
          recipient: 'client',
          way: 'post',
          sent_on: input.decidedOn,
          served_on: row.served_on,
        },
        enteredOn(input.decidedOn, 120),
      );
    return row;
  }

  begin(person: Person, service: Service, offering: string, from: Day, decision: DemoRow | null): Begun {
    const row = this.demoRows.add(
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
    const row = this.demoRows.add(table, { ...this.#of(begun.person), ...columns }, laterOf(entered, since));
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

  place(begun: Begun, input: Placing): Placed {
    const { person } = begun;
    const at = this.moment(person, input.during.from);
    const row = this.within(
      begun,
      'placement_placement',
      {
        relationship_id: begun.row.id as string,
        service: begun.service,
        group_id: input.group ?? null,
        workplace_id: input.workplace?.id ?? null,
        tasks: input.tasks ?? null,
        starts_at: input.startsAt ?? null,
        ends_at: input.endsAt ?? null,
        hours_a_day: input.hoursADay ?? null,
        wage_subsidy: input.wageSubsidy ?? false,
        meal: input.meal ?? false,
        during: input.during,
      },
      at,
    );
    for (const [weekday, halves] of input.slots)
      for (const half of halves)
        this.within(
          begun,
          'placement_slot',
          { placement_id: row.id as string, weekday, half, during: input.during },
          knownSince(row),
        );
    const placed: Placed = {
      person,
      row,
      service: begun.service,
      groupId: input.group ?? null,
      employerId: input.workplace?.employerId ?? null,
      weekdays: input.slots.map(([weekday]) => weekday),
      meal: input.meal ?? false,
      markedBy: input.markedBy ?? null,
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
    input: {
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
    const { tasks, hours, during } = input;
    const madeOn = earlierOf(addDays(during.from, -person.random.int(0, 6)), addDays(today, -1));
    const at = this.moment(person, madeOn < (begun.row.during as Range).from ? during.from : madeOn, false);
    const row = this.demoRows.add(
      'agreement_agreement',
      { ...this.#of(person), placement_id: placed.row.id as string, tasks, hours, during },
      laterOf(at, knownSince(placed.row)),
    );
    const parties = [
      ['client', `${person.familyName} ${person.givenNames}`.trim()],
      ['employer', input.employer],
      ['organiser', input.organiser],
    ] as const;
    for (const [party, approved_by] of input.unapproved ? parties.slice(0, 1) : parties)
      this.demoRows.add(
        'agreement_approval',
        {
          ...this.#of(person),
          agreement_id: row.id as string,
          party,
          content_hash: agreementHash({ tasks, hours, during }),
          approved_on: madeOn,
          approved_by,
          recorded_by_id: input.recordedBy,
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
    this.demoRows.add(
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
    this.demoRows.add(
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
    this.demoRows.change(table, row, { during: { from: during.from, to: end } }, laterOf(at, knownSince(row)));
  }

  benefit(person: Person, benefit: string, main: boolean, from: Day, { highest = false } = {}): void {
    this.demoRows.add(
      'client_benefit',
      { ...this.#of(person), benefit, main, highest, during: { from, to: null } },
      this.moment(person, from, false),
    );
  }

  reason(person: Person, reason: string, from: Day): void {
    this.demoRows.add(
      'client_reason',
      { ...this.#of(person), reason, during: { from, to: null } },
      this.moment(person, from, false),
    );
  }

  representative(person: Person, kind: string, name: string, phone: string, powers: string | null, from: Day): void {
    this.demoRows.add(
      'client_representative',
      {
        ...this.#of(person),
        name,
        kind,
        phone,
        powers,
        covers: [...(coversOf[kind] ?? [])],
        during: { from, to: null },
      },
      this.moment(person, from, false),
    );
  }
}
