/** A small world for tests of acts: three organisers with their services, groups, workers and rules, on real PostgreSQL. */

import { sql } from 'kysely';
import { expect } from 'vitest';
import { organiserTexts } from '../src/casework/organiser/texts.ts';
import { serviceGroups } from '../src/casework/organiser/words.ts';
import { receiveReferral } from '../src/casework/referral/acts.ts';
import { fixedClock } from '../src/kernel/clock.ts';
import { type Day, day } from '../src/kernel/day.ts';
import { letterOrder } from '../src/kernel/language.ts';
import { codeOf, type Problem, ProblemError } from '../src/kernel/problem.ts';
import type { Role } from '../src/kernel/relation.ts';
import { type Service, services } from '../src/kernel/service.ts';
import { type AnyAct, type InputOf, type OutputOf, type Who, zPaper } from '../src/server/act.ts';
import { newId } from '../src/server/id.ts';
import { type AppContext, perform } from '../src/server/perform.ts';
import type { FreshDatabase } from './database.ts';

export interface WorldOrganiser {
  readonly id: string;
  readonly code: string;
  readonly offerings: Readonly<Partial<Record<Service, string>>>;
  readonly unitId: string;
  /** Groups of the unit by service: two of work activity in Rauma, led in turns. */
  readonly groups: Readonly<Record<string, string>>;
}

/** Who works where: organiser, role, and what tells one from another. */
const staff = {
  'pori-coach': ['pori', 'coach', 'Laine', 'Tiina'],
  'pori-coach-2': ['pori', 'coach', 'Nieminen', 'Antti'],
  'pori-instructor': ['pori', 'instructor', 'Salo', 'Minna'],
  'pori-social-worker': ['pori', 'social-worker', 'Sjöblom', 'Päivi'],
  'pori-finance': ['pori', 'finance', 'Virta', 'Outi'],
  'pori-planner': ['pori', 'planner', 'Kallio', 'Jari'],
  'pori-manager': ['pori', 'manager', 'Heino', 'Leena'],
  'pori-administrator': ['pori', 'administrator', 'Aho', 'Kari'],
  'rauma-coach': ['rauma', 'coach', 'Koski', 'Elina'],
  'rauma-instructor': ['rauma', 'instructor', 'Ranta', 'Mika'],
  'rauma-instructor-2': ['rauma', 'instructor', 'Lehto', 'Sari'],
  'rauma-social-worker-a': ['rauma', 'social-worker', 'Harju', 'Anne'],
  'rauma-social-worker-k': ['rauma', 'social-worker', 'Mäkelä', 'Ville'],
  'rauma-social-worker-r': ['rauma', 'social-worker', 'Åman', 'Ulla'],
  'rauma-finance': ['rauma', 'finance', 'Suominen', 'Pia'],
  'rauma-manager': ['rauma', 'manager', 'Lahti', 'Eero'],
  'work-instructor': ['work', 'rehabilitative-instructor', 'Toivonen', 'Jukka'],
  'work-instructor-2': ['work', 'rehabilitative-instructor', 'Peltola', 'Riikka'],
  'work-social-worker': ['work', 'social-worker', 'Jokinen', 'Sanna'],
  'work-finance': ['work', 'finance', 'Laakso', 'Timo'],
} as const satisfies Record<string, readonly [OrganiserName, Role, string, string]>;

/** Why somebody is denied without a hearing, in tests that are about something else. */
export const unheard = { ground: 'rejected-at-once', because: 'Vaatimus on ilmeisen perusteeton.' } as const;

/** Why a decision is dated back, or grants days that were over or that are far ahead, in tests that are about something else. */
/** That a plan of rehabilitative work is held to be interrupted in June 2021, a month after work began. */
export const interruption = {
  ground: 'employed',
  groundOn: '2021-05-10',
  heardOn: '2021-06-14',
  decidedOn: '2021-06-15',
  decidedBy: 'organiser',
  from: '2021-06-15',
  reason: 'Kokoaikatyö varastolla.',
} as const;

/** Everybody who signs a plan of rehabilitative work, on its day. */
export const signedAll = (signedOn: string) =>
  [
    { signer: 'client', signedBy: 'Asiakas Itse', capacity: null },
    { signer: 'organiser', signedBy: 'Ohjaaja Oili', capacity: 'ohjaaja' },
    { signer: 'employment', signedBy: 'Asiantuntija Aki', capacity: 'asiantuntija' },
  ].map((one) => ({ ...one, signedOn, way: 'in-person' })) as {
    signer: 'client' | 'organiser' | 'employment';
    signedBy: string;
    capacity: string | null;
    signedOn: string;
    way: 'in-person';
  }[];

/** What every activation plan says before anybody signs it. */
export const planContent = {
  education: 'Peruskoulu, varastotyötä',
  'earlier-services': 'Työkokeilu auttoi rytmiin',
  'earlier-plans': 'Työllistymissuunnitelma toteutui osin',
  measures: 'Kuntouttava työtoiminta',
};

export const explanations = {
  datedBack: 'Kirjattu jälkikäteen järjestelmän häiriön vuoksi.',
  retroactive: 'Palvelu aloitettiin kiireellisenä.',
  longer: 'Hakijan leikkaus siirtää palvelun alkua.',
} as const;

export type OrganiserName = 'pori' | 'rauma' | 'work';
export type WorkerName = keyof typeof staff;
export const workerNames = Object.keys(staff) as readonly WorkerName[];

/** Letters of the surname as Rauma shares them: A–J, K–Q, R–Ö. */
const raumaLetters = [
  ['rauma-social-worker-a', 'A', 'K'],
  ['rauma-social-worker-k', 'K', 'R'],
  ['rauma-social-worker-r', 'R', null],
] as const satisfies readonly (readonly [WorkerName, string, string | null])[];

export interface NewReferral {
  readonly organiser?: OrganiserName;
  readonly service?: Service;
  readonly receivedOn?: string;
  readonly familyName?: string;
  readonly givenNames?: string;
  readonly serviceLanguage?: 'fi' | 'sv' | 'en';
  readonly easyLanguage?: boolean;
  readonly birthOn?: string | null;
}

export interface World {
  readonly db: FreshDatabase;
  readonly organisers: Readonly<Record<OrganiserName, WorldOrganiser>>;
  readonly pori: WorldOrganiser;
  readonly rauma: WorldOrganiser;
  /** The employment services that organise rehabilitative work. */
  readonly work: WorldOrganiser;
  /** The day on which acts are done unless one is named; 17.6.2021. */
  readonly today: Day;
  readonly workerId: (name: WorkerName) => string;
  readonly who: (name: WorkerName) => Who;
  readonly house: (on?: Day) => AppContext;
  /** Does an act as the worker, through access, row-level security and audit; throws ProblemError where it is refused. */
  readonly perform: <A extends AnyAct>(act: A, input: InputOf<A>, by: WorkerName, on?: Day) => Promise<OutputOf<A>>;
  /** The code of the problem that an act ends in; fails the test when the act is done. */
  readonly refusal: <A extends AnyAct>(act: A, input: InputOf<A>, by: WorkerName, on?: Day) => Promise<string>;
  readonly problem: <A extends AnyAct>(act: A, input: InputOf<A>, by: WorkerName, on?: Day) => Promise<Problem>;
  /** What is sent by whoever has looked first: the input with what stands now. Does nothing. */
  readonly looked: <A extends AnyAct>(act: A, input: object, by: WorkerName) => Promise<InputOf<A>>;
  /** A client with a referral to a service, pending since the day. */
  readonly refer: (details?: NewReferral) => Promise<{ clientId: string; referralId: string }>;
}

const startOn = '2010-01-01';
const openRange = `[${startOn},)`;

export async function makeWorld(db: FreshDatabase): Promise<World> {
  const today = day('2021-06-17');
  await makeServices(db);
  const ids = new Map<WorkerName, string>();
  for (const name of Object.keys(staff) as WorkerName[]) ids.set(name, newId());
  const workerId = (name: WorkerName) => ids.get(name) as string;
  const pori = await makeOrganiser(db, 'pori-perusturva', 'cooperation-area', 'Porin perusturva', '609', [
    ...serviceGroups['disability-work'],
  ]);
  const rauma = await makeOrganiser(db, 'rauma', 'municipality', 'Rauman kaupunki', '684', [
    ...serviceGroups['disability-work'],
  ]);
  const work = await makeOrganiser(db, 'pori-tyollisyys', 'employment-services', 'Porin työllisyyspalvelut', '609', [
    'rehabilitative-work',
  ]);
  const organisers = { pori, rauma, work };
  await makeStaff(db, organisers, workerId);
  await makeRules(db, organisers, workerId);
  await beKnownBefore(db);

  const who = (name: WorkerName): Who => {
    const [at, role, family, details] = staff[name];
    const organiser = organisers[at];
    return {
      workerId: workerId(name),
      organiserId: organiser.id,
      organiserCode: organiser.code,
      name: `${family} ${details}`,
      roles: [role],
      language: 'fi',
    };
  };
  const house = (on: Day = today): AppContext => ({
    db: db.app,
    clock: fixedClock(on),
    keys: { secret: new Uint8Array(32).fill(7) },
    exact: true,
  });
  const doAct: World['perform'] = async (act, input, by, on) => {
    // What an act says of its answer stands in the API's description: nothing more is answered, by `exact`, and nothing less.
    const output = await perform(house(on), act, input, { who: who(by), language: 'fi' }).catch((error: unknown) => {
      // A test that does not say what it saw has just looked.
      if (!(error instanceof ProblemError) || codeOf(error.problem) !== 'not-seen') throw error;
      const looked = { ...(input as object), ...asSeen(act, input, error.problem) };
      return perform(house(on), act, looked, { who: who(by), language: 'fi' });
    });
    const travelled = act.output === zPaper ? output : JSON.parse(JSON.stringify(output));
    expect(await act.output.parseAsync(travelled), `${act.name} answers what it says`).toEqual(travelled);
    return output as never;
  };
  const problem: World['problem'] = async (act, input, by, on) => {
    try {
      await doAct(act, input, by, on);
    } catch (error) {
      if (error instanceof ProblemError) return error.problem;
      throw error;
    }
    throw new Error(`${act.name} was done, but should have been refused`);
  };

  const looked: World['looked'] = async (act, input, by) => {
    try {
      await perform(house(), act, input, { who: who(by), language: 'fi' });
    } catch (error) {
      if (error instanceof ProblemError && codeOf(error.problem) === 'not-seen')
        return { ...input, ...asSeen(act, input, error.problem) } as InputOf<typeof act>;
      throw error;
    }
    throw new Error(`${act.name} takes what was not seen`);
  };

  return {
    db,
    looked,
    organisers,
    pori,
    rauma,
    work,
    today,
    workerId,
    who,
    house,
    perform: doAct,
    problem,
    refusal: async (act, input, by, on) => codeOf(await problem(act, input, by, on)),
    refer: async (details = {}) => {
      const at = details.organiser ?? 'pori';
      const receivedOn = day(details.receivedOn ?? '2021-05-03');
      const { clientId, referralId } = await doAct(
        receiveReferral,
        {
          client: {
            familyName: details.familyName ?? 'Ääri',
            givenNames: details.givenNames ?? 'Väinö',
            birthOn: details.birthOn === undefined ? '1994-03-02' : details.birthOn,
            serviceLanguage: details.serviceLanguage ?? 'fi',
            easyLanguage: details.easyLanguage ?? false,
          },
          service: details.service ?? (at === 'work' ? 'rehabilitative-work' : 'open-work'),
          source: 'own-contact',
          kind: 'own-contact',
          receivedOn,
        },
        official[at],
        receivedOn,
      );
      return { clientId, referralId };
    },
  };
}

/** What the world begins with was recorded before anything that a test does. */
async function beKnownBefore({ owner }: FreshDatabase): Promise<void> {
  await sql`do $$ declare thing regclass; begin
    set constraints all immediate;
    for thing in select tgrelid::regclass from pg_trigger where tgname = 'keep_version' loop
      execute format('alter table %s disable trigger keep_version', thing);
      execute format('update %s set recorded = tstzrange(''2010-01-01'', null)', thing);
      execute format('alter table %s enable trigger keep_version', thing);
    end loop;
  end $$`.execute(owner);
}

/** What a client of the API sends once it has looked at what stands: the version of it, or of each thing in a list. */
function asSeen(act: AnyAct, input: unknown, problem: Problem): object {
  if (!act.editsEach) return { seen: String(problem.version) };
  const { list } = act.editsEach;
  const expected = new Map(problem.errors?.map((one) => [one.field.split('.')[1], one.expected]));
  const things = (input as Record<string, readonly object[]>)[list] ?? [];
  return { [list]: things.map((thing, n) => ({ ...thing, seen: expected.get(String(n)) ?? null })) };
}

const official = {
  pori: 'pori-social-worker',
  rauma: 'rauma-social-worker-a',
  work: 'work-social-worker',
} as const satisfies Record<OrganiserName, WorkerName>;

async function makeServices({ owner }: FreshDatabase): Promise<void> {
  for (const [place, service] of services.entries()) {
    await sql`insert into organiser_service (code, name_fi, name_sv, name_en, place) values (${service}, ${organiserTexts.fi.services[service]},
        ${organiserTexts.sv.services[service]}, ${organiserTexts.en.services[service]}, ${place})
      on conflict do nothing`.execute(owner);
  }
  await sql`insert into organiser_municipality (code, name_fi, name_sv) values ('609', 'Pori', 'Björneborg'), ('684', 'Rauma', 'Raumo')
    on conflict do nothing`.execute(owner);
  await sql`insert into worker_role_service (role, service, stands_in) values ('coach', 'open-work', true), ('coach', 'supported-employment', true),
    ('coach', 'job-coaching', true), ('coach', 'work-activity', false), ('rehabilitative-instructor', 'rehabilitative-work', false)
    on conflict do nothing`.execute(owner);
}

async function makeOrganiser(
  { owner }: FreshDatabase,
  code: string,
  kind: string,
  name: string,
  municipality: string,
  of: readonly Service[],
): Promise<WorldOrganiser> {
  const id = newId();
  const unitId = newId();
  await sql`insert into organiser_organiser (id, code, kind, name_fi, name_sv, name_en, office_fi, street, postal_code, post_office, phone, email, register_from_on, during)
    values (${id}, ${code}, ${kind}, ${name}, ${name}, ${name}, 'Vammaispalvelut', 'Maantiekatu 31', '28120', 'Pori', '02 623 4500', 'kirjaamo@example.fi', ${startOn}, ${openRange})`.execute(
    owner,
  );
  await sql`insert into organiser_area (organiser_id, municipality_code, during) values (${id}, ${municipality}, ${openRange})`.execute(
    owner,
  );
  await sql`insert into organiser_unit (id, organiser_id, name, kind, municipality_code, during)
    values (${unitId}, ${id}, ${`${name}, keskus`}, 'activity-centre', ${municipality}, ${openRange})`.execute(owner);
  await sql`insert into organiser_rectification_body (organiser_id, name_fi, name_sv, name_en, street, postal_code, post_office, email,
      opening_fi, opening_sv, opening_en, during)
    values (${id}, 'Perusturvalautakunta', 'Grundtrygghetsnämnden', 'Social Welfare Board', 'Kirjurintie 2', '28100', 'Pori',
      'lautakunta@example.fi', 'arkisin klo 9–15', 'vardagar kl. 9–15', 'weekdays 9 to 15', ${openRange})`.execute(
    owner,
  );
  const offerings: Partial<Record<Service, string>> = {};
  for (const service of of) {
    offerings[service] = newId();
    await sql`insert into organiser_offering (id, organiser_id, service, provision_mode, during)
      values (${offerings[service]}, ${id}, ${service}, 'own', ${openRange})`.execute(owner);
  }
  const groups: Record<string, string> = {};
  const grouped: readonly (readonly [string, Service])[] = of.includes('rehabilitative-work')
    ? [['rehabilitative-work', 'rehabilitative-work']]
    : [
        ['work-activity', 'work-activity'],
        ['work-activity-2', 'work-activity'],
        ['day-activity', 'day-activity'],
      ];
  for (const [key, service] of grouped) {
    groups[key] = newId();
    const rotation = code === 'rauma' && service === 'work-activity' ? 3 : null;
    await sql`insert into organiser_group (id, organiser_id, unit_id, service, name, capacity, lead_rotation_months, during)
      values (${groups[key]}, ${id}, ${unitId}, ${service}, ${key}, 20, ${rotation}, ${openRange})`.execute(owner);
  }
  return { id, code, offerings, unitId, groups };
}

async function makeStaff(
  { owner }: FreshDatabase,
  organisers: Readonly<Record<OrganiserName, WorldOrganiser>>,
  workerId: (name: WorkerName) => string,
): Promise<void> {
  for (const [name, [at, role, family, input]] of Object.entries(staff)) {
    const organiser = organisers[at];
    const id = workerId(name as WorkerName);
    const unit = role === 'instructor' || role === 'rehabilitative-instructor' ? organiser.unitId : null;
    await sql`insert into worker_worker (id, organiser_id, family_name, given_name, phone, email)
      values (${id}, ${organiser.id}, ${family}, ${input}, '044 701 2345', ${`${name}@example.fi`})`.execute(owner);
    const professional = role === 'social-worker';
    const publicOffice = professional || role === 'rehabilitative-instructor';
    const postId = newId();
    await sql`insert into worker_post (id, worker_id, organiser_id, role, unit_id, public_office, professional, during)
      values (${postId}, ${id}, ${organiser.id}, ${role}, ${unit}, ${publicOffice}, ${professional}, ${openRange})`.execute(
      owner,
    );
    for (const service of publicOffice ? Object.keys(organiser.offerings) : [])
      if (professional || service === 'rehabilitative-work')
        await sql`insert into worker_deciding_right (organiser_id, post_id, service, delegation, professional, during)
          values (${organiser.id}, ${postId}, ${service}, 'Hallintosääntö 12 §', ${professional}, ${openRange})`.execute(
          owner,
        );
  }
}

async function makeRules(
  { owner }: FreshDatabase,
  { pori, rauma, work }: Readonly<Record<OrganiserName, WorldOrganiser>>,
  workerId: (name: WorkerName) => string,
): Promise<void> {
  const lead = (organiser: WorldOrganiser, group: string, worker: WorkerName, during: string) =>
    sql`insert into worker_group_lead (organiser_id, group_id, worker_id, during)
      values (${organiser.id}, ${organiser.groups[group]}, ${workerId(worker)}, ${during})`.execute(owner);
  await lead(pori, 'work-activity', 'pori-instructor', openRange);
  await lead(pori, 'day-activity', 'pori-instructor', openRange);
  // In Rauma the two change places every three months.
  await lead(rauma, 'work-activity', 'rauma-instructor', '[2021-01-01,2021-04-01)');
  await lead(rauma, 'work-activity', 'rauma-instructor-2', '[2021-04-01,2021-07-01)');
  await lead(rauma, 'work-activity', 'rauma-instructor', '[2021-07-01,2021-10-01)');
  await lead(rauma, 'work-activity-2', 'rauma-instructor-2', '[2021-01-01,2021-04-01)');
  await lead(rauma, 'work-activity-2', 'rauma-instructor', '[2021-04-01,2021-07-01)');
  for (const [worker, from, to] of raumaLetters) {
    await sql`insert into worker_letter_share (organiser_id, worker_id, letters, during)
      values (${rauma.id}, ${workerId(worker)}, int4range(${letterOrder(from)}, ${to ? letterOrder(to) : 29}), ${openRange})`.execute(
      owner,
    );
  }
  for (const organiser of [pori, rauma, work]) {
    for (const service of Object.keys(organiser.offerings) as Service[]) {
      const rule =
        service === 'rehabilitative-work'
          ? 'named-official'
          : service === 'work-activity' || service === 'day-activity'
            ? 'group-leader'
            : 'own-coach';
      await sql`insert into relationship_allocation_rule (organiser_id, service, rule, case_manager_by_letter, during)
        values (${organiser.id}, ${service}, ${rule}, ${organiser.code === 'rauma'}, ${openRange})`.execute(owner);
    }
  }
  for (const [organiser, steadyFrom, steadyTo, atRenewal] of [
    [pori, null, null, true],
    [rauma, 14, 21, false],
  ] as const) {
    for (const service of ['open-work', 'supported-employment'] as const) {
      await sql`insert into rhythm_rhythm (organiser_id, service, phase, phase_days, every_days, every_days_at_most, visit_at_renewal, during)
        values (${organiser.id}, ${service}, 'starting', 45, 7, 7, false, ${openRange}),
          (${organiser.id}, ${service}, 'steady', null, ${steadyFrom}, ${steadyTo}, ${atRenewal}, ${openRange})`.execute(
        owner,
      );
    }
  }
  for (const [organiser, kind, cents, holidays] of [
    [pori, 'open-work-allowance', 1200, 20],
    [pori, 'work-share', 537, 0],
    [pori, 'meal-charge', 537, 0],
    [rauma, 'open-work-allowance', 1200, 0],
    [rauma, 'work-share', 560, 0],
    [rauma, 'meal-charge', 560, 0],
    [work, 'activity-allowance', 900, 0],
  ] as const) {
    await sql`insert into rate_rate (organiser_id, kind, amount_cents, paid_holiday_days, rule, during)
      values (${organiser.id}, ${kind}, ${cents}, ${holidays}, 'Lautakunnan päätös', ${openRange})`.execute(owner);
  }
}
