/** Marked days as the pure rule of compensation takes them, read by a way of their own: the rule checks the view that prices. */
import { z } from 'zod';
import { benefits } from '../src/casework/client/words.ts';
import type { CompensatedDay } from '../src/casework/compensation/words.ts';
import { noGroundForMeal } from '../src/casework/decision/rules.ts';
import { payerOn } from '../src/casework/participation/rules.ts';
import { zDay } from '../src/kernel/day.ts';
import { zId } from '../src/kernel/id.ts';
import { zCents } from '../src/kernel/money.ts';
import { contains, type Range, zSqlRange } from '../src/kernel/range.ts';
import { services } from '../src/kernel/service.ts';
import type { Read } from '../src/server/database/pool.ts';
import { rowsOf } from '../src/server/database/statement.ts';

const zMarkedDay = z.object({
  markId: zId,
  clientId: zId,
  placementId: zId,
  service: z.enum(services),
  on: zDay,
  kind: z.enum(['present', 'absent', 'holiday']),
  meal: z.boolean(),
  hoursADay: z.number().nullable(),
  employerId: zId.nullable(),
  holidayOfYear: z.number(),
});
const zBenefitRow = z.object({ clientId: zId, benefit: z.enum(benefits), main: z.boolean(), during: zSqlRange });
const zBirthRow = z.object({ clientId: zId, birthOn: zDay.nullable() });
const zGrantRow = z.object({
  clientId: zId,
  service: z.enum(services),
  provisions: z.array(z.string()),
  during: zSqlRange,
});
const zWayRow = z.object({ clientId: zId, amount: zCents, during: zSqlRange });

/** Holidays are numbered within the client's service and calendar year; days on which services are closed use up none. */
export async function compensatedDays(tx: Read, organiserId: string, days: Range): Promise<CompensatedDay[]> {
  const { rows } = await rowsOf(zMarkedDay)`
    select m.id as "markId", m.client_id as "clientId", m.placement_id as "placementId", p.service, m.held_on as "on", m.kind, m.meal,
      p.hours_a_day as "hoursADay", w.employer_id as "employerId",
      case when m.kind = 'holiday' then (
        select count(*) from attendance_mark h join placement_placement q on q.id = h.placement_id
        where h.client_id = m.client_id and h.kind = 'holiday' and q.service = p.service
          and h.held_on >= date_trunc('year', m.held_on)::date and h.held_on <= m.held_on
          and h.held_on not in (select closed_on from attendance_closed_day))
      else 0 end as "holidayOfYear"
    from attendance_mark m
    join placement_placement p on p.id = m.placement_id
    left join employer_workplace w on w.id = p.workplace_id
    where m.organiser_id = ${organiserId} and m.held_on >= ${days.from}::date and m.held_on < ${days.to}::date
    order by m.held_on, m.placement_id`.execute(tx);
  const { rows: recorded } = await rowsOf(zBenefitRow)`
    select client_id as "clientId", benefit, main, during from client_benefit where organiser_id = ${organiserId}`.execute(
    tx,
  );
  const { rows: ways } = await rowsOf(zWayRow)`
    select client_id as "clientId", cents_a_day as amount, during from travel_way where organiser_id = ${organiserId}`.execute(
    tx,
  );
  const { rows: born } = await rowsOf(zBirthRow)`
    select id as "clientId", birth_on as "birthOn" from client_client where organiser_id = ${organiserId}`.execute(tx);
  const { rows: granted } = await rowsOf(zGrantRow)`
    select g.client_id as "clientId", g.service, d.provisions, g.during from decision_granted g
    join decision_decision d on d.id = g.decision_id where g.organiser_id = ${organiserId}`.execute(tx);
  const provisionsOn = ({ clientId, service, on }: z.output<typeof zMarkedDay>) =>
    granted.find((one) => one.clientId === clientId && one.service === service && contains(one.during, on))?.provisions;
  return rows.map((one) => ({
    ...one,
    mealFree:
      noGroundForMeal(
        one.service,
        {
          provisions: provisionsOn(one) ?? [],
          birthOn: born.find(({ clientId }) => clientId === one.clientId)?.birthOn ?? null,
        },
        one.on,
      ) !== null,
    payer: payerOn(
      recorded.filter(({ clientId }) => clientId === one.clientId),
      one.on,
    ),
    wayCosts:
      ways.find(({ clientId, during }) => clientId === one.clientId && contains(during, one.on))?.amount ?? null,
  }));
}
