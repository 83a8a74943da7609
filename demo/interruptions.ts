/** Activation plans that are held to be interrupted: two that rest today, one that does from Monday on, and one that went on after a break. */
import { addDays, addMonths, type Day, day } from '../src/kernel/day.ts';
import { contains, type Range } from '../src/kernel/range.ts';
import type { Context } from './context.ts';
import { type DemoRow, earlierOf, enteredOn, idSeries, today } from './demo-rows.ts';

const service = 'rehabilitative-work';
/** What began a month and a half before, and when the plan rests from. */
const beginning = [
  ['employed', 'Kokoaikatyö varastolla alkoi 3.5.2021. Työnantaja vahvisti työsuhteen.', today],
  ['studies', 'Päätoimiset opinnot metallialan perustutkinnossa alkoivat 3.5.2021.', today],
  ['enterprise', 'Päätoiminen yritystoiminta alkoi 3.5.2021.', day('2021-06-21')],
] as const;

interface Interrupted {
  readonly plan: DemoRow;
  readonly during: Range;
  readonly ground: string;
  readonly groundOn: Day;
  readonly reason: string;
  readonly agreed: string | null;
}

export function makeInterruptions(context: Context): void {
  const { demoRows } = context;
  const id = idSeries(41);
  const interrupt = ({ plan, during, ground, groundOn, reason, agreed }: Interrupted) => {
    const { organiser_id, client_id, made_by_id } = plan;
    const decidedOn = earlierOf(addDays(during.from, -1), addDays(today, -1));
    demoRows.add(
      'plan_interruption',
      {
        ...{ id: id(), organiser_id, client_id, plan_id: plan.id, during, ground, ground_on: groundOn },
        ...{ heard_on: addDays(decidedOn, -1), decided_on: decidedOn, decided_by: 'organiser', reason, agreed },
        recorded_by_id: made_by_id,
      } as DemoRow,
      enteredOn(during.to ?? decidedOn, 200),
    );
  };
  const resting = mayRest(context);
  for (const [at, [ground, reason, from]] of beginning.entries()) {
    // Far enough from one another to be of several officials.
    const plan = resting[at * 9];
    if (plan)
      interrupt({ plan, during: { from, to: null }, ground, groundOn: day('2021-05-03'), reason, agreed: null });
  }
  const [over] = onBreak(context, new Set(resting.map(({ client_id }) => client_id)));
  if (over)
    interrupt({
      ...over,
      ...{ ground: 'employed', groundOn: addMonths(over.during.from, -2), reason: 'Määräaikainen kokoaikatyö.' },
      agreed: 'Jatketaan entisin päivin ja samoin tavoittein.',
    });
}

/** Signed activation plans of clients who are in the service and of whom nothing is marked today, whose review is not due. */
function mayRest({ demoRows }: Context): DemoRow[] {
  const places = new Map(demoRows.rows('placement_placement').map((row) => [row.id, row.client_id]));
  const here = new Set(
    demoRows
      .rows('attendance_mark')
      .filter(({ held_on }) => held_on === today)
      .map(({ placement_id }) => places.get(placement_id as string)),
  );
  const served = new Set(
    demoRows
      .rows('relationship_relationship')
      .filter((row) => row.service === service && contains(row.during as Range, today) && !endOf(row))
      .map(({ client_id }) => client_id),
  );
  const newest = new Map(signedPlans(demoRows.rows('plan_plan')).map((plan) => [plan.client_id, plan]));
  return [...newest.values()].filter(
    ({ client_id, review_on, during }) =>
      served.has(client_id) &&
      !here.has(client_id) &&
      contains(during as Range, today) &&
      (review_on as Day) > addMonths(today, 1),
  );
}

const endOf = ({ during }: DemoRow) => (during as Range).to;

const signedPlans = (plans: readonly DemoRow[]) =>
  plans.filter((row) => row.service === service && row.kind === 'activation' && (row.made_on as Day) < '2021-06-01');

/** Breaks of 2021 that are over and that lie within a plan: the plan rested as long as they lasted. */
function onBreak({ demoRows }: Context, without: ReadonlySet<unknown>) {
  const plans = Map.groupBy(signedPlans(demoRows.rows('plan_plan')), ({ client_id }) => client_id);
  return demoRows.rows('relationship_pause').flatMap((row) => {
    const during = row.during as Range;
    const { from, to } = during;
    if (from < '2021-01-01' || to === null || to >= today || without.has(row.client_id)) return [];
    const plan = plans
      .get(row.client_id)
      ?.find(
        ({ made_on, during: planned }) =>
          (made_on as Day) < from && contains(planned as Range, from) && contains(planned as Range, to),
      );
    return plan ? [{ plan, during }] : [];
  });
}
