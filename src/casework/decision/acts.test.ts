import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/database.ts';
import { readPaper } from '../../../tests/paper.ts';
import {
  explanations,
  makeWorld,
  type NewReferral,
  planContent,
  signedAll,
  unheard,
  type WorkerName,
  type World,
} from '../../../tests/world.ts';
import { addDays, type Day, day } from '../../kernel/day.ts';
import { fromSql, range, toSql } from '../../kernel/range.ts';
import { services } from '../../kernel/service.ts';
import { decisionHolds } from '../../law/act-2023-676.ts';
import { excludes } from '../../law/basis.ts';
import { assessmentOf, beginAssessment, correctAssessment, writeAssessment } from '../assessment/acts.ts';
import { changeAddress, changeClient, nameRepresentative, protectAddress } from '../client/acts.ts';
import { hearClient, recordAnswer, takeBackHearing } from '../hearing/acts.ts';
import { setRectificationBody } from '../organiser/acts.ts';
import { builtInReasons } from '../phrase/words.ts';
import { correctPlan, makePlan, plansOf } from '../plan/acts.ts';
import { receiveReferralOfClient, withdrawReferral } from '../referral/acts.ts';
import { startRelationship } from '../relationship/acts.ts';
import {
  annulDecision,
  correctDecision,
  correctedSinceDecision,
  decide,
  decisionFrame,
  decisionLetter,
  decisionRecipients,
  decisionsOf,
  presentDecision,
  previewDecision,
  referrals,
  returnProposal,
  serveDecision,
} from './acts.ts';

let db: FreshDatabase;
let world: World;
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
});
afterAll(() => db.close());

async function pending(input: NewReferral = {}, by: WorkerName = 'pori-social-worker') {
  const { clientId, referralId } = await world.refer(input);
  const frame = await world.perform(decisionFrame, { clientId, referralId }, by);
  const grant = {
    clientId,
    referralId,
    outcome: 'grant' as const,
    decidedOn: '2021-06-17',
    during: { from: '2021-08-01', to: null as string | null },
    reasons: 'Avotyö vastaa hakijan suorituskykyä.',
    provisions: frame.provisions.map(({ id }) => id),
  };
  return { clientId, referralId, frame, grant };
}

async function rehabilitativePlan(clientId: string, referralId: string) {
  const { planId } = await world.perform(
    makePlan,
    {
      clientId,
      referralId,
      service: 'rehabilitative-work',
      kind: 'activation',
      madeOn: '2021-06-16',
      during: { from: '2021-07-01', to: '2022-01-01' },
      reviewOn: '2021-12-15',
      daysAWeek: 3,
      hoursADay: 4.5,
      goals: ['Oma ammatti'],
      items: {
        goal: 'Kuntoutuminen työhön',
        duration: '4,5 tuntia, 3 päivää',
        period: 'Puoli vuotta',
        support: 'Ohjaaja päivittäin',
        'other-services': 'Fysioterapia',
        evaluation: 'Joulukuussa',
        ...planContent,
      },
      informedOfBenefitsOn: '2021-06-15',
      signatures: signedAll('2021-06-16'),
    },
    'work-instructor',
  );
  return planId;
}

describe('what the law offers for a pending matter', () => {
  test('are the provisions of the day it became pending, its three months, and its plans', async () => {
    const { frame } = await pending();
    expect(frame).toMatchObject({ service: 'open-work', dueOn: '2021-08-03', term: 'either', plans: [] });
    expect(frame.provisions[0]?.cite).toMatch(/519\/1977/);
  });
});

describe('a ready reason', () => {
  test('is in the client’s language, and nothing is decided, shown or sent while it is unfinished', async () => {
    const { frame, grant } = await pending({ serviceLanguage: 'sv' });
    expect(frame.language).toBe('sv');
    const by = 'pori-social-worker';
    const left = { ...grant, reasons: `Tausta.\n\n${builtInReasons.sv['work-need']}` };
    expect(await world.refusal(decide, left, by)).toBe('reasons-unfinished');
    expect(await world.refusal(previewDecision, left, by)).toBe('reasons-unfinished');
    const finished = left.reasons.replace('…', 'handledningen behövs varje dag.');
    await world.perform(decide, { ...left, reasons: finished }, by);
  });
});

describe('the body for rectification', () => {
  test('stands in the instructions with its address and hours, and not the office that decided', async () => {
    const { clientId, grant } = await pending();
    const denial = { ...grant, outcome: 'deny' as const, unheard, during: null, provisions: ['1301/2014:36'] };
    const { decisionId } = await world.perform(decide, denial, 'pori-social-worker');
    const { text } = await readPaper(
      (await world.perform(decisionLetter, { clientId, decisionId }, 'pori-coach')).bytes,
    );
    expect(text).toContain('Vaatimuksen käsittelee Perusturvalautakunta');
    expect(text).toContain('Kirjurintie 2, 28100 Pori');
    expect(text).toContain('arkisin klo 9–15');
    expect(text).toContain('lautakunta@example.fi');
  });

  test('is needed before anything is decided, and holds from its day', async () => {
    const { grant } = await pending();
    await sql`update organiser_rectification_body set during = '[2021-06-18,)' where organiser_id = ${world.pori.id}`.execute(
      db.owner,
    );
    expect(await world.refusal(decide, grant, 'pori-social-worker')).toBe('no-rectification-body');
    const { nameFi: _, ...body } = {
      nameFi: '',
      nameSv: 'N',
      nameEn: 'B',
      street: 'Katu 1',
      postalCode: '28100',
      postOffice: 'Pori',
      email: null,
      phone: null,
      openingFi: 'klo 9',
      openingSv: 'kl. 9',
      openingEn: '9',
    };
    const set = { ...body, nameFi: 'Lautakunta', from: '2021-06-01' };
    expect(await world.refusal(setRectificationBody, set, 'pori-manager')).toBe('not-allowed');
    await world.perform(setRectificationBody, set, 'pori-administrator');
    await world.perform(decide, grant, 'pori-social-worker');
  });
});

describe('an error in a decision', () => {
  test('of the pen is mended by a new version that says what was mended; the one before stays readable', async () => {
    const { clientId, referralId, grant } = await pending();
    const { decisionId } = await world.perform(
      decide,
      { ...grant, reasons: 'Avotyö vastaa suorutuskykyä.' },
      'pori-social-worker',
    );
    const mended = {
      during: grant.during,
      place: null,
      reasons: 'Avotyö vastaa suorituskykyä.',
      because: 'Sana oli väärin kirjoitettu.',
    };
    const query = { clientId, decisionId, ...mended };
    expect(await world.refusal(correctDecision, query, 'pori-coach')).toBe('may-not-decide');
    expect(await world.refusal(correctDecision, { ...query, during: null }, 'pori-social-worker')).toBe(
      'grant-needs-days',
    );
    expect((await world.perform(correctDecision, query, 'pori-social-worker')).version).toBe(2);
    const letter = async (version?: number) =>
      (
        await readPaper(
          (
            await world.perform(decisionLetter, { clientId, decisionId, ...(version ? { version } : {}) }, 'pori-coach')
          ).bytes,
        )
      ).text;
    expect(await letter()).toMatch(
      /Kirjoitusvirhe on korjattu 17\.6\.2021.*Sana oli väärin kirjoitettu.*434\/2003\) 51 §.*suorituskykyä/,
    );
    expect(await letter(1)).toMatch(/suorutuskykyä/);
    expect(await letter(1)).not.toMatch(/korjattu/);
    const { decisions } = await world.perform(decisionsOf, { clientId }, 'pori-social-worker');
    expect(decisions).toMatchObject([{ version: 2, correctedOn: '2021-06-17', mayMend: true, referralId }]);
    expect((await world.perform(decisionsOf, { clientId }, 'pori-coach')).decisions).toMatchObject([
      { mayMend: false },
    ]);
    expect(await world.refusal(decisionLetter, { clientId, decisionId, version: 3 }, 'pori-coach')).toBe(
      'no-such-decision',
    );
  });

  test('of fact takes the decision out of force, and its matter is decided anew', async () => {
    const { clientId, referralId, grant } = await pending();
    const denial = { ...grant, outcome: 'deny' as const, unheard, during: null };
    const wrong = await world.perform(
      decide,
      { ...denial, decidedOn: '2021-06-10' },
      'pori-social-worker',
      day('2021-06-10'),
    );
    const annulment = {
      clientId,
      decisionId: wrong.decisionId,
      ground: 'for-client' as const,
      because: 'Lausunto jäi huomaamatta.',
    };
    // Who received the matter sees it no more once it is denied.
    expect(await world.refusal(annulDecision, annulment, 'pori-coach')).toBe('not-found');
    await world.perform(annulDecision, annulment, 'pori-social-worker');
    expect(await world.refusal(annulDecision, annulment, 'pori-social-worker')).toBe('no-such-decision');
    const serve = { clientId, decisionId: wrong.decisionId, way: 'post' as const, sentOn: '2021-06-17' };
    expect(await world.refusal(serveDecision, serve, 'pori-social-worker')).toBe('no-such-decision');
    expect((await world.perform(referrals, { clientId }, 'pori-coach')).referrals).toMatchObject([
      { id: referralId, state: 'pending' },
    ]);
    const { decisionId } = await world.perform(decide, grant, 'pori-social-worker');
    expect(await world.refusal(decide, grant, 'pori-social-worker')).toBe('already-decided');
    const { text } = await readPaper(
      (await world.perform(decisionLetter, { clientId, decisionId }, 'pori-coach')).bytes,
    );
    expect(text).toMatch(/tehty 10\.6\.2021 annetun virheellisen päätöksen sijaan.*50 §/);
    const old = await readPaper(
      (await world.perform(decisionLetter, { clientId, decisionId: wrong.decisionId }, 'pori-coach')).bytes,
    );
    expect(old.text).toContain('Sinulle ei myönnetä avotyötä.');
    const { decisions } = await world.perform(decisionsOf, { clientId }, 'pori-coach');
    expect(decisions.map(({ annulledOn }) => annulledOn)).toEqual([null, '2021-06-17']);
  });

  test('of fact is not mended to the client’s harm unheard: fewer days anew are against the client', async () => {
    const { clientId, grant } = await pending();
    const { decisionId } = await world.perform(decide, grant, 'pori-social-worker');
    const annulled = { clientId, decisionId, ground: 'for-client' as const, because: 'Väärä laki.' };
    await world.perform(annulDecision, annulled, 'pori-social-worker');
    const fewer = { ...grant, during: { from: grant.during.from, to: '2021-12-01' } };
    expect(await world.problem(decide, fewer, 'pori-social-worker')).toMatchObject({
      type: '/problems/not-heard',
      errors: [expect.objectContaining({ field: 'unheard' })],
    });
    const { referralId } = grant;
    expect(await world.perform(decisionFrame, { clientId, referralId }, 'pori-social-worker')).toMatchObject({
      annulled: grant.during,
    });
    const hear = {
      clientId,
      referralId,
      about: 'Myönnämme vain syksyn.',
      respondByOn: '2021-06-24',
      way: 'post' as const,
    };
    const { hearingId } = await world.perform(hearClient, hear, 'pori-social-worker');
    const answer = { clientId, hearingId, answeredOn: '2021-06-17', answer: 'Käy.' };
    await world.perform(recordAnswer, answer, 'pori-social-worker');
    await world.perform(decide, fewer, 'pori-social-worker');
    const mistake = { clientId, hearingId, why: 'Erehdys' };
    expect(await world.refusal(takeBackHearing, mistake, 'pori-social-worker')).toBe('decision-stands-on-hearing');
  });

  test('is mended within five years, and not under a service that has begun', async () => {
    const { clientId, grant } = await pending();
    const { decisionId } = await world.perform(decide, grant, 'pori-social-worker');
    const annulment = { clientId, decisionId, ground: 'client-agrees' as const, because: 'Väärä laki.' };
    expect(await world.refusal(annulDecision, annulment, 'pori-social-worker', day('2026-06-18'))).toBe(
      'too-late-to-mend',
    );
    await sql`insert into relationship_relationship (organiser_id, client_id, service, offering_id, decision_id, during)
      values (${world.pori.id}, ${clientId}, 'open-work', ${world.pori.offerings['open-work']}, ${decisionId}, '[2021-08-01,)')`.execute(
      db.owner,
    );
    expect(await world.refusal(annulDecision, annulment, 'pori-social-worker')).toBe('service-stands-on-it');
  });

  test('a grant may be of less than was asked for; a denial grants no part', async () => {
    const { clientId, grant } = await pending();
    const denial = { ...grant, outcome: 'deny' as const, unheard, during: null, inPart: true };
    expect(await world.refusal(decide, denial, 'pori-social-worker')).toBe('denial-grants-nothing');
    const { decisionId } = await world.perform(decide, { ...grant, inPart: true, unheard }, 'pori-social-worker');
    const { text } = await readPaper(
      (await world.perform(decisionLetter, { clientId, decisionId }, 'pori-coach')).bytes,
    );
    expect(text).toContain('Sinulle myönnetään osittain avotyötä.');
  });
});

describe('who decides', () => {
  test.each(['grant', 'deny'] as const)(
    'a job coach does not %s a service for a person with a disability',
    async (outcome) => {
      const { grant, frame } = await pending({}, 'pori-coach');
      const decision = {
        ...{ ...grant, outcome, during: outcome === 'deny' ? null : grant.during },
        unheard: outcome === 'deny' ? unheard : null,
      };
      const refused = await world.problem(decide, decision, 'pori-coach');
      expect(refused).toMatchObject({ type: '/problems/may-not-decide', status: 403 });
      expect(frame.mayDecide).toBe(false);
      expect(frame.deciders.map(({ id }) => id)).toContain(world.workerId('pori-social-worker'));
      await world.perform(decide, decision, 'pori-social-worker');
    },
  );

  test('an instructor of rehabilitative work decides on that, by the right of the post', async () => {
    const { frame } = await pending({ organiser: 'work' }, 'work-instructor');
    expect(frame.mayDecide).toBe(true);
  });

  test('a post decides from its day on, and on what it may decide alone', async () => {
    const { grant } = await pending();
    const right = sql`update worker_deciding_right d set during = '[2021-06-17,)' from worker_post p
      where p.id = d.post_id and p.worker_id = ${world.workerId('pori-social-worker')} and d.service = 'open-work'`;
    await right.execute(db.owner);
    expect(await world.refusal(decide, { ...grant, decidedOn: '2021-06-16', explanations }, 'pori-social-worker')).toBe(
      'may-not-decide',
    );
    const set = (provision: string | null) =>
      sql`update worker_deciding_right d set provision = ${provision} from worker_post p
        where p.id = d.post_id and p.worker_id = ${world.workerId('pori-social-worker')} and d.service = 'open-work'`.execute(
        db.owner,
      );
    await set('675/2023:27');
    expect(await world.refusal(decide, grant, 'pori-social-worker')).toBe('may-not-decide');
    await set('519/1977:35');
    await world.perform(previewDecision, grant, 'pori-social-worker');
    await set(null);
    await sql`update worker_deciding_right set during = '[2010-01-01,)' where during = '[2021-06-17,)'`.execute(
      db.owner,
    );
  });

  test('who prepares a matter sends it to a decider, who sends it back or decides it', async () => {
    const { clientId, referralId, grant } = await pending({}, 'pori-coach');
    const { decidedOn: _, clientId: __, ...content } = grant;
    const proposed = { clientId, ...content };
    const deciderId = world.workerId('pori-social-worker');
    const present = (decider: string) => ({ ...proposed, deciderId: decider });
    expect(await world.refusal(presentDecision, present(world.workerId('pori-coach')), 'pori-coach')).toBe(
      'decider-is-oneself',
    );
    expect(await world.refusal(presentDecision, present(world.workerId('pori-coach')), 'pori-social-worker')).toBe(
      'decider-may-not',
    );
    await world.perform(presentDecision, present(deciderId), 'pori-coach');
    const query = { clientId, referralId };
    const { proposal } = await world.perform(decisionFrame, query, 'pori-social-worker');
    expect(proposal).toMatchObject({ presentedBy: 'Laine Tiina', deciderId, returnedOn: null, proposed: content });
    const because = 'Lisää perusteluihin valmentajan arvio.';
    expect(await world.refusal(returnProposal, { ...query, because }, 'pori-coach')).toBe('decided-by-another');
    await world.perform(returnProposal, { ...query, because }, 'pori-social-worker');
    expect(await world.refusal(returnProposal, { ...query, because }, 'pori-social-worker')).toBe('no-such-proposal');
    const back = await world.perform(decisionFrame, query, 'pori-coach');
    expect(back.proposal).toMatchObject({ returnedOn: '2021-06-17', returnedBecause: because });
    await world.perform(presentDecision, present(deciderId), 'pori-coach');
    const preview = await world.perform(previewDecision, { ...grant, deciderId }, 'pori-coach');
    expect(preview.blocks.find(({ as }) => as === 'outcome')?.text).toContain('myönnetään');
    const { decisionId } = await world.perform(decide, grant, 'pori-social-worker');
    const { decisions } = await world.perform(decisionsOf, { clientId }, 'pori-coach');
    expect(decisions).toMatchObject([{ presentedBy: 'Laine Tiina', delegation: 'Hallintosääntö 12 §' }]);
    const { text } = await readPaper(
      (await world.perform(decisionLetter, { clientId, decisionId }, 'pori-coach')).bytes,
    );
    expect(text).toMatch(/Esittelijä Tiina Laine,.*Päätöksen tekijä .*Päätösvalta: Hallintosääntö 12 §/);
    expect(await world.refusal(presentDecision, present(deciderId), 'pori-coach')).toBe('already-decided');
  });
});

describe('deciding', () => {
  test('grants until further notice; the matter is pending no more', async () => {
    const { clientId, grant } = await pending();
    await world.perform(decide, grant, 'pori-social-worker');
    const { decisions } = await world.perform(decisionsOf, { clientId }, 'pori-social-worker');
    expect(decisions).toHaveLength(1);
    expect(decisions[0]).toMatchObject({
      outcome: 'grant',
      serviceName: 'Avotyö',
      during: { from: '2021-08-01', to: null },
      servedOn: null,
      rectifyUntil: null,
      hasLetter: true,
      decidedBy: 'Sjöblom Päivi',
    });
    const known = await world.perform(referrals, { clientId }, 'pori-social-worker');
    expect(known.referrals[0]?.state).toBe('decided');
  });

  test('a matter is decided once, and never after it was withdrawn', async () => {
    const { grant } = await pending();
    await world.perform(decide, grant, 'pori-social-worker');
    expect(await world.refusal(decide, grant, 'pori-social-worker')).toBe('already-decided');
    const other = await pending();
    const { clientId, referralId } = other;
    await world.perform(withdrawReferral, { clientId, referralId, on: '2021-06-16' }, 'pori-social-worker');
    expect(await world.refusal(decide, other.grant, 'pori-social-worker')).toBe('already-withdrawn');
  });

  test('a provision that was not in force is refused at its field', async () => {
    const { grant } = await pending();
    const problem = await world.problem(decide, { ...grant, provisions: ['675/2023:27'] }, 'pori-social-worker');
    expect(problem.type).toBe('/problems/not-citable');
    expect(problem.errors?.[0]?.field).toBe('provisions');
  });

  test('a grant rests on a provision by which the service is given, not on a ground for denying it; each is cited once', async () => {
    const { grant } = await pending();
    for (const ground of ['519/1977:1', '1301/2014:36']) {
      const problem = await world.problem(decide, { ...grant, provisions: [ground] }, 'pori-social-worker');
      expect(problem).toMatchObject({ type: '/problems/no-basis', errors: [{ field: 'provisions' }] });
    }
    const twice = { ...grant, provisions: ['710/1982:27e', '1301/2014:36', '710/1982:27e'] };
    await world.perform(decide, twice, 'pori-social-worker');
    const { decisions } = await world.perform(decisionsOf, { clientId: grant.clientId }, 'pori-social-worker');
    expect(decisions[0]?.provisions).toEqual(['710/1982:27e', '1301/2014:36']);
  });

  test('rehabilitative work rests on a plan, for a period', async () => {
    const { clientId, referralId, grant } = await pending({ organiser: 'work' }, 'work-instructor');
    expect(await world.refusal(decide, grant, 'work-instructor')).toBe('needs-end');
    const period = { ...grant, during: { from: '2021-07-01', to: '2022-01-01' } };
    expect(await world.refusal(decide, period, 'work-instructor')).toBe('no-plan');
    const planId = await rehabilitativePlan(clientId, referralId);
    const tooLong = { ...period, planId, during: { from: '2021-07-01', to: '2023-08-01' } };
    expect(await world.refusal(decide, tooLong, 'work-instructor')).toBe('period-too-long');
    const outside = { ...period, planId, during: { from: '2024-07-01', to: '2025-01-01' } };
    expect(await world.refusal(decide, outside, 'work-instructor')).toBe('outside-plan');
    const { decisionId } = await world.perform(decide, { ...period, planId }, 'work-instructor');
    const { bytes } = await world.perform(decisionLetter, { clientId, decisionId }, 'work-instructor');
    const { text } = await readPaper(bytes);
    expect(text).toContain('3 päivää viikossa, 4,5 tuntia päivässä');
    expect(text).toContain('Laki kuntouttavasta työtoiminnasta (189/2001)');
  });

  test('a plan of another client is not cited', async () => {
    const one = await pending({ organiser: 'work' }, 'work-instructor');
    const other = await pending({ organiser: 'work' }, 'work-instructor');
    const planId = await rehabilitativePlan(one.clientId, one.referralId);
    const grant = { ...other.grant, planId, during: { from: '2021-07-01', to: '2022-01-01' } };
    expect(await world.refusal(decide, grant, 'work-instructor')).toBe('no-such-plan');
  });
});

describe('the letter', () => {
  test('is shown before deciding, and nothing is decided by that', async () => {
    const { clientId, grant } = await pending({ serviceLanguage: 'sv' });
    const preview = await world.perform(previewDecision, grant, 'pori-social-worker');
    expect(preview.language).toBe('sv');
    expect(preview.blocks.find(({ as }) => as === 'outcome')?.text).toBe('Du beviljas service: öppet arbete.');
    const instructions = preview.blocks.slice(preview.blocks.findIndex(({ as }) => as === 'page'));
    expect(instructions[0]?.heading).toBe('Anvisning för begäran om omprövning');
    expect(instructions.map(({ text }) => text).join('\n')).toContain('30 dagar');
    expect((await world.perform(decisionsOf, { clientId }, 'pori-social-worker')).decisions).toEqual([]);
  });

  test('is in the client’s language of service, and stays the same bytes whatever changes later', async () => {
    const { clientId, grant } = await pending({ serviceLanguage: 'sv', familyName: 'Åberg' });
    const { decisionId } = await world.perform(decide, grant, 'pori-social-worker');
    const first = await world.perform(decisionLetter, { clientId, decisionId }, 'pori-social-worker');
    const paper = await readPaper(first.bytes);
    expect(paper.accessible).toBe(true);
    expect(paper.language).toMatch(/^sv/);
    expect(paper.text).toContain('Anvisning för begäran om omprövning');
    expect(paper.text).toContain('30 dagar');
    await world.perform(
      changeClient,
      { clientId, familyName: 'Sundqvist', serviceLanguage: 'fi' },
      'pori-social-worker',
    );
    const later = await world.perform(
      decisionLetter,
      { clientId, decisionId },
      'pori-social-worker',
      day('2021-09-01'),
    );
    expect(Buffer.from(later.bytes).equals(Buffer.from(first.bytes))).toBe(true);
  });

  test('kept in the database cannot be changed there, and matches its hash', async () => {
    const { grant } = await pending();
    const { decisionId } = await world.perform(decide, grant, 'pori-social-worker');
    const { rows } = await sql<{ same: boolean }>`
      select sha256(pdf) = sha256 as same from decision_letter where decision_id = ${decisionId}`.execute(db.owner);
    expect(rows).toEqual([{ same: true }]);
    await expect(
      sql`update decision_letter set pdf = '' where decision_id = ${decisionId}`.execute(db.owner),
    ).rejects.toThrow('append-only');
  });

  test('never prints a protected address, but what stands instead of it', async () => {
    const { clientId, grant } = await pending();
    const address = { street: 'Öljymäentie 4', postalCode: '28100', postOffice: 'Pori', phone: null, email: null };
    await world.perform(changeAddress, { clientId, address, from: '2021-01-01' }, 'pori-social-worker');
    const during = { from: '2021-06-01', to: null };
    await world.perform(
      protectAddress,
      { clientId, during, contactInstead: 'PL 100, 28101 Pori' },
      'pori-social-worker',
    );
    const { decisionId } = await world.perform(decide, grant, 'pori-social-worker');
    const { bytes } = await world.perform(decisionLetter, { clientId, decisionId }, 'pori-social-worker');
    const { run } = await readPaper(bytes);
    expect(run).toContain('PL100,28101Pori');
    expect(run).not.toContain('Öljymäentie');
  });

  test.each([
    ['fi', ['Paikka', 'Ulvilan toimintakeskus', 'Porin perusturva, oma toiminta', 'Ateriasta peritään 5,37 €.']],
    ['sv', ['Plats', 'Ulvilan toimintakeskus', 'Porin perusturva, egen verksamhet', 'För en måltid tas ut 5,37 €.']],
    ['en', ['Place', 'Ulvilan toimintakeskus', 'Porin perusturva, own production', 'A meal is charged €5.37.']],
  ] as const)('says where, by whom and for what charge, as it was decided: %s', async (serviceLanguage, words) => {
    const { clientId, grant, frame } = await pending({ service: 'work-activity', serviceLanguage });
    expect(frame.offerings).toEqual([{ id: world.pori.offerings['work-activity'], mode: 'own', provider: null }]);
    expect(frame.places).toContain('Porin perusturva, keskus, work-activity');
    const whole = { ...grant, place: 'Ulvilan toimintakeskus', mealCharge: 537 };
    const { decisionId } = await world.perform(decide, whole, 'pori-social-worker');
    const opened = { clientId, decisionId, translation: 'true' as const };
    const { bytes } = await world.perform(decisionLetter, opened, 'pori-social-worker');
    const paper = await readPaper(bytes);
    // The decision, and the instructions on a page of their own.
    expect([paper.accessible, paper.pages]).toEqual([true, 2]);
    for (const one of words) expect(paper.text).toContain(one);
  });

  test('is made in Finnish or Swedish; where the client’s language is another, a translation goes beside it', async () => {
    const { clientId, grant } = await pending({ serviceLanguage: 'en' });
    const preview = await world.perform(previewDecision, grant, 'pori-social-worker');
    expect(preview).toMatchObject({ language: 'fi', title: 'Päätös: avotyö' });
    const { decisionId } = await world.perform(decide, grant, 'pori-social-worker');
    const read = async (more: object) =>
      readPaper((await world.perform(decisionLetter, { clientId, decisionId, ...more }, 'pori-social-worker')).bytes);
    const original = await read({});
    expect(original.text).toContain('Sinulle myönnetään avotyötä.');
    expect(original.text).not.toMatch(/Decision|granted/);
    expect(original.language).toMatch(/^fi/);
    const beside = await read({ translation: 'true' });
    expect(beside.text).toContain('You are granted the service: open work.');
    expect(beside.text).toContain('Unofficial. The original decision is in Finnish');
    const { decisions } = await world.perform(decisionsOf, { clientId }, 'pori-social-worker');
    expect(decisions[0]?.translated).toBe(true);
    // Who is served in Finnish or Swedish has the original alone.
    const finnish = await pending();
    const made = await world.perform(decide, finnish.grant, 'pori-social-worker');
    const opened = { clientId: finnish.clientId, ...made };
    const [one, other] = [
      await world.perform(decisionLetter, opened, 'pori-social-worker'),
      await world.perform(decisionLetter, { ...opened, translation: 'true' }, 'pori-social-worker'),
    ];
    expect(Buffer.from(one.bytes).equals(Buffer.from(other.bytes))).toBe(true);
  });

  test('names the one from whom the service is bought, where it is bought from one of several', async () => {
    const provider = await sql<{ id: string }>`
      insert into organiser_provider (name, kind) values ('Antinkartanon Tuki ry', 'association') returning id`.execute(
      db.owner,
    );
    const bought = await sql<{ id: string }>`
      insert into organiser_offering (organiser_id, service, provision_mode, provider_id, during)
      values (${world.pori.id}, 'day-activity', 'purchased', ${provider.rows[0]?.id}, '[2020-01-01,)') returning id`.execute(
      db.owner,
    );
    const offeringId = bought.rows[0]?.id ?? '';
    const printed = async (more: object) => {
      const { clientId, grant } = await pending({ service: 'day-activity' });
      const { decisionId } = await world.perform(decide, { ...grant, ...more }, 'pori-social-worker');
      const { bytes } = await world.perform(decisionLetter, { clientId, decisionId }, 'pori-social-worker');
      return (await readPaper(bytes)).text;
    };
    expect(await printed({ offeringId })).toContain('Antinkartanon Tuki ry, ostopalvelu');
    expect(await printed({})).not.toMatch(/Tuottaja|Paikka|Asiakasmaksu/);
    const other = await pending({ service: 'open-work' });
    const wrong = { ...other.grant, offeringId };
    expect(await world.refusal(decide, wrong, 'pori-social-worker')).toBe('not-offered');
    const denial = { ...other.grant, outcome: 'deny' as const, unheard, during: null, place: 'Jossakin' };
    expect(await world.refusal(decide, denial, 'pori-social-worker')).toBe('denial-grants-nothing');
  });

  test('of a denial says so with reasons, and how to ask for rectification', async () => {
    const { clientId, grant } = await pending();
    const denial = { ...grant, outcome: 'deny' as const, unheard, during: null, reasons: 'Tarve ei vastaa palvelua.' };
    const { decisionId } = await world.perform(decide, denial, 'pori-social-worker');
    const { bytes } = await world.perform(decisionLetter, { clientId, decisionId }, 'pori-social-worker');
    const { text } = await readPaper(bytes);
    expect(text).toContain('Sinulle ei myönnetä avotyötä.');
    expect(text).toContain('Tarve ei vastaa palvelua.');
    expect(text).toContain('Oikaisuvaatimusohje');
  });
});

describe('service of a decision', () => {
  test('by letter counts from the seventh day; rectification may be asked for 30 days from then', async () => {
    const { clientId, grant } = await pending();
    const { decisionId } = await world.perform(decide, grant, 'pori-social-worker');
    const input = { clientId, decisionId, way: 'post' as const, sentOn: '2021-06-17' };
    const served = await world.perform(serveDecision, input, 'pori-social-worker');
    expect(served).toEqual({ servedOn: '2021-06-24', rectifyUntil: '2021-07-26' });
    expect(await world.refusal(serveDecision, input, 'pori-social-worker')).toBe('already-served');
  });

  test('of a child, or of one with a guardian in personal matters, reaches whoever acts for them, and copies are told', async () => {
    const { clientId, grant } = await pending({ birthOn: '2012-05-04' });
    const { decisionId } = await world.perform(decide, grant, 'pori-social-worker');
    const input = { clientId, decisionId, way: 'post' as const, sentOn: '2021-06-17' };
    const at = { clientId, decisionId };
    expect(await world.perform(decisionRecipients, at, 'pori-social-worker')).toMatchObject({
      lacksRepresentative: true,
    });
    expect(await world.refusal(serveDecision, input, 'pori-social-worker')).toBe('no-representative');
    const during = { from: '2015-01-01', to: null };
    const reach = { street: 'Huoltajankatu 2', postalCode: '28100', postOffice: 'Pori' };
    for (const [name, covers] of [
      ['Huoltaja Hanna', ['personal']],
      ['Rahanhoitaja Raimo', ['financial']],
    ] as const)
      await world.perform(
        nameRepresentative,
        { clientId, name, kind: 'guardian', covers: [...covers], during, ...reach },
        'pori-social-worker',
      );
    const { representatives, lacksRepresentative } = await world.perform(decisionRecipients, at, 'pori-social-worker');
    expect(lacksRepresentative).toBe(false);
    expect(representatives.map(({ name }) => name)).toEqual(['Huoltaja Hanna']);
    expect(await world.problem(serveDecision, input, 'pori-social-worker')).toMatchObject({
      type: '/problems/representative-left-out',
      errors: [expect.objectContaining({ field: 'representativeIds' })],
    });
    const representativeIds = representatives.map(({ id }) => id);
    await world.perform(
      serveDecision,
      { ...input, representativeIds, copies: ['Työllisyyspalvelut'] },
      'pori-social-worker',
    );
    const [decision] = (await world.perform(decisionsOf, { clientId }, 'pori-social-worker')).decisions;
    expect(decision?.notices.map(({ recipient, name, servedOn }) => [recipient, name, servedOn])).toEqual([
      ['client', null, '2021-06-24'],
      ['copy', 'Työllisyyspalvelut', '2021-06-24'],
      ['representative', 'Huoltaja Hanna', '2021-06-24'],
    ]);
    const copy = { clientId, decisionId, representativeId: representativeIds[0] as string };
    const { text } = await readPaper((await world.perform(decisionLetter, copy, 'pori-social-worker')).bytes);
    expect(text).toContain('Huoltaja Hanna');
    expect(text).toContain('Huoltajankatu 2');
    expect(await world.refusal(decisionLetter, { ...copy, representativeId: decisionId }, 'pori-social-worker')).toBe(
      'no-such-representative',
    );
  });

  test('cannot be before the decision, nor in the future', async () => {
    const { clientId, grant } = await pending();
    const { decisionId } = await world.perform(
      decide,
      { ...grant, decidedOn: '2021-06-16', explanations },
      'pori-social-worker',
    );
    const sent = (sentOn: string) => ({ clientId, decisionId, way: 'in-person' as const, sentOn });
    expect(await world.refusal(serveDecision, sent('2021-06-15'), 'pori-social-worker')).toBe('sent-before-decided');
    expect(await world.refusal(serveDecision, sent('2021-06-18'), 'pori-social-worker')).toBe('sent-in-future');
  });
});

describe('what a decision rests on', () => {
  const by = 'pori-social-worker';
  const next = addDays(day('2021-06-17'), 1);
  const later = addDays(next, 3);
  /** A matter with a client plan and a finished assessment. */
  async function prepared() {
    const { clientId, referralId, grant } = await pending();
    const plan = {
      ...{ kind: 'service' as const, madeOn: '2021-06-10', during: { from: '2021-06-10', to: null } },
      ...{ reviewOn: '2021-12-10', goals: ['Oppia kassa'], items: { services: 'Ohjaaja viikoittain' } },
    };
    const { planId } = await world.perform(makePlan, { clientId, referralId, service: 'open-work', ...plan }, by);
    const written = {
      ...{ tookPart: 'Asiakas', situation: 'Työkyvyn tuki', clientView: 'Haluan töihin', viewMissingBecause: null },
      ...{ conclusions: 'Avotyö sopii.', need: 'temporary' as const, specialSupport: false, ownWorker: false },
      ...{ ownWorkerView: null, finishedOn: '2021-06-15' },
    };
    const begun = { clientId, referralId, begunOn: '2021-06-14' };
    const { assessmentId } = await world.perform(beginAssessment, begun, by);
    const version = async () => (await world.perform(assessmentOf, { clientId, referralId }, by)).assessment?.version;
    const assessment = { clientId, assessmentId, begunOn: '2021-06-14', ...written };
    await world.perform(writeAssessment, { ...assessment, seen: (await version()) ?? null }, by);
    const planSeen = async () => (await world.perform(plansOf, { clientId }, by)).plans[0]?.version ?? null;
    const correctsPlan = async (change: object, on: Day) =>
      world.perform(
        correctPlan,
        { clientId, planId, ...plan, ...change, why: 'Kirjattiin väärin', seen: await planSeen() },
        by,
        on,
      );
    const correctsAssessment = async (change: object, on: Day) =>
      world.perform(
        correctAssessment,
        { ...assessment, ...change, why: 'Puuttui', seen: (await version()) ?? null },
        by,
        on,
      );
    return { clientId, referralId, planId, grant, correctsPlan, correctsAssessment };
  }
  const known = async (clientId: string, on: Day) =>
    (await world.perform(decisionsOf, { clientId }, by, on)).decisions[0]?.correctedSince;

  test('and was corrected after it is told with its day, and what stood there; what was corrected before is not', async () => {
    const { clientId, planId, grant, correctsPlan, correctsAssessment } = await prepared();
    await correctsPlan({ reviewOn: '2021-12-01' }, world.today);
    const { decisionId } = await world.perform(decide, { ...grant, decidedOn: next, planId }, by, next);
    expect(await known(clientId, next)).toEqual([]);
    await correctsPlan({ goals: ['Oppia varasto'], reviewOn: '2021-12-01' }, later);
    await correctsAssessment({ conclusions: 'Avotyö sopii kahtena päivänä.' }, later);
    await correctsPlan({ goals: ['Oppia varasto'], items: { services: 'Ohjaaja päivittäin' } }, addDays(later, 1));
    expect(await known(clientId, addDays(later, 1))).toEqual([
      { what: 'assessment', on: later },
      { what: 'plan', on: addDays(later, 1) },
    ]);
    const at = { clientId, decisionId };
    const { corrections } = await world.perform(correctedSinceDecision, at, by, addDays(later, 1));
    expect(corrections.map(({ what, why, fields }) => ({ what, why, fields }))).toEqual([
      {
        what: 'plan',
        why: 'Kirjattiin väärin',
        fields: [{ field: 'goals', label: null, was: ['Oppia kassa'], now: ['Oppia varasto'] }],
      },
      {
        what: 'assessment',
        why: 'Puuttui',
        fields: [{ field: 'conclusions', label: null, was: 'Avotyö sopii.', now: 'Avotyö sopii kahtena päivänä.' }],
      },
      {
        what: 'plan',
        why: 'Kirjattiin väärin',
        fields: [
          { field: 'reviewOn', label: null, was: '2021-12-01', now: '2021-12-10' },
          {
            field: 'items.services',
            label: expect.any(String),
            was: 'Ohjaaja viikoittain',
            now: 'Ohjaaja päivittäin',
          },
        ],
      },
    ]);
    // Who reads the decision without deciding is told that it was corrected, and not what stood there.
    expect(await world.refusal(correctedSinceDecision, at, 'pori-finance')).toBe('not-found');
    expect(await world.refusal(correctedSinceDecision, { ...at, decisionId: planId }, by)).toBe('no-such-decision');
  });

  test('and was corrected once the matter was presented is told to its decider', async () => {
    const { clientId, referralId, planId, grant, correctsPlan, correctsAssessment } = await prepared();
    const { decidedOn: _, ...proposed } = grant;
    const deciderId = world.workerId(by);
    await world.perform(presentDecision, { ...proposed, planId, deciderId }, 'pori-coach', next);
    const notices = async (on: Day) =>
      (await world.perform(decisionFrame, { clientId, referralId }, by, on)).proposal?.correctedSince;
    expect(await notices(next)).toEqual([]);
    await correctsPlan({ goals: ['Oppia varasto'] }, later);
    await correctsAssessment({ conclusions: 'Avotyö sopii hyvin.' }, later);
    expect(await notices(later)).toEqual([
      { what: 'assessment', on: later },
      { what: 'plan', on: later },
    ]);
  });
});

describe('what a decision must explain', () => {
  const perform = (input: object, on = day('2021-06-17')) =>
    world.perform(decide, input as never, 'pori-social-worker', on);
  const refused = (input: object) => world.problem(decide, input as never, 'pori-social-worker');

  test.each([
    [
      'another day than that on which it is made',
      { decidedOn: '2021-06-16' },
      'dated-back',
      'datedBack',
      'Päätöspäivä',
    ],
    [
      'days that were over',
      { during: { from: '2021-06-01', to: null } },
      'retroactive',
      'retroactive',
      'Takautuva myöntäminen',
    ],
    [
      'a beginning later than the law lets it have',
      { during: { from: '2021-09-01', to: null } },
      'longer-than-law',
      'longer',
      'Miksi palvelu alkaa myöhemmin',
    ],
  ])('%s is refused without a reason; the reason stands in the letter and stays with the decision', async (...row) => {
    const [, input, code, kind, heading] = row;
    const { clientId, grant } = await pending();
    const problem = await refused({ ...grant, ...input });
    expect(problem.type).toMatch(new RegExp(`${code}$`));
    expect(problem.errors).toMatchObject([{ field: `explanations.${kind}` }]);
    const because = 'Lausunto saapui vasta eilen.';
    const { decisionId } = await perform({ ...grant, ...input, explanations: { [kind]: because } });
    const { decisions } = await world.perform(decisionsOf, { clientId }, 'pori-coach');
    expect(decisions).toMatchObject([{ explanations: { [kind]: because } }]);
    const { bytes } = await world.perform(decisionLetter, { clientId, decisionId }, 'pori-coach');
    expect((await readPaper(bytes)).text).toContain(`${heading} ${because}`);
  });

  test('is not kept where nothing is out of the ordinary', async () => {
    const { clientId, grant } = await pending();
    await perform({ ...grant, explanations });
    expect((await world.perform(decisionsOf, { clientId }, 'pori-coach')).decisions).toMatchObject([
      { explanations: {} },
    ]);
  });

  test('is asked of what is presented as well, and presented with it', async () => {
    const { clientId, referralId, grant } = await pending();
    const { decidedOn: _, ...proposed } = { ...grant, during: { from: '2021-06-01', to: null } };
    const presented = { ...proposed, deciderId: world.workerId('pori-social-worker') };
    expect(await world.refusal(presentDecision, presented as never, 'pori-coach')).toBe('retroactive');
    const because = { retroactive: 'Kiireellinen sijoitus.' };
    await world.perform(presentDecision, { ...presented, explanations: because } as never, 'pori-coach');
    const { proposal } = await world.perform(decisionFrame, { clientId, referralId }, 'pori-social-worker');
    expect(proposal?.proposed.explanations).toEqual(because);
  });

  test('is why somebody outside the group of the act is granted the service', async () => {
    const { clientId, referralId } = await world.refer({ organiser: 'work', birthOn: '1955-01-01' });
    const planId = await rehabilitativePlan(clientId, referralId);
    const grant = {
      ...{ clientId, referralId, planId, outcome: 'grant' as const, decidedOn: '2021-06-17', reasons: 'Tarve.' },
      during: { from: '2021-07-01', to: '2022-01-01' },
      provisions: ['189/2001:2', '189/2001:13b'],
    };
    expect(await world.refusal(decide, grant, 'work-social-worker')).toBe('outside-group');
    const outsideGroup = 'Asiakas pyytää itse, 15 §.';
    await world.perform(decide, { ...grant, explanations: { outsideGroup } }, 'work-social-worker');
  });
});

describe('days that are granted already', () => {
  const again = async (clientId: string) => {
    const came = {
      clientId,
      service: 'open-work' as const,
      source: 'own-contact' as const,
      kind: 'own-contact' as const,
    };
    return world.perform(receiveReferralOfClient, { ...came, receivedOn: '2021-05-20' }, 'pori-social-worker');
  };

  test('are not granted once more: not by the act, and not by the database', async () => {
    const { clientId, grant } = await pending();
    await world.perform(decide, { ...grant, during: { from: '2021-06-17', to: '2021-09-01' } }, 'pori-social-worker');
    const { referralId } = await again(clientId);
    const second = { ...grant, referralId, during: { from: '2021-08-31', to: '2021-12-01' }, explanations };
    expect(await world.refusal(decide, second, 'pori-social-worker')).toBe('granted-already');
    expect(await world.refusal(previewDecision, second, 'pori-social-worker')).toBe('granted-already');
    const { granted } = await world.perform(decisionFrame, { clientId, referralId }, 'pori-social-worker');
    expect(granted).toMatchObject([{ service: 'open-work', holds: { from: '2021-06-17', to: '2021-09-01' } }]);
    await world.perform(decide, { ...second, during: { from: '2021-09-01', to: null } }, 'pori-social-worker');
    // The first is not corrected into the days of the second.
    const first = (await world.perform(decisionsOf, { clientId }, 'pori-social-worker')).decisions[1];
    const longer = {
      during: { from: '2021-06-17', to: '2021-10-01' },
      reasons: 'Sama.',
      place: null,
      because: 'Virhe.',
    };
    expect(
      await world.refusal(correctDecision, { clientId, decisionId: first?.id ?? '', ...longer }, 'pori-social-worker'),
    ).toBe('granted-already');
  });
});

describe('a decision that changes another', () => {
  async function changeable(during: object = { from: '2021-06-17', to: null }) {
    const { clientId, grant } = await pending();
    const { decisionId } = await world.perform(decide, { ...grant, during } as never, 'pori-social-worker');
    return { clientId, grant, decisionId };
  }
  const next = async (clientId: string) => {
    const came = {
      service: 'open-work',
      source: 'own-contact',
      kind: 'own-contact',
      receivedOn: '2021-06-17',
    } as const;
    return (await world.perform(receiveReferralOfClient, { clientId, ...came }, 'pori-social-worker')).referralId;
  };
  const decisionsNow = async (clientId: string) =>
    (await world.perform(decisionsOf, { clientId }, 'pori-social-worker')).decisions;

  test('takes its place from its first day, cites it in the letter, and is itself what is changed next', async () => {
    const { clientId, grant, decisionId } = await changeable();
    const [before] = await decisionsNow(clientId);
    const referralId = await next(clientId);
    const change = { ...grant, referralId, during: { from: '2021-08-01', to: null }, changesId: decisionId };
    expect(await world.refusal(decide, { ...change, changesId: null }, 'pori-social-worker')).toBe('granted-already');
    const second = await world.perform(decide, change, 'pori-social-worker');
    const [now, old] = await decisionsNow(clientId);
    expect(old).toMatchObject({ holds: { from: '2021-06-17', to: '2021-08-01' }, during: { to: null } });
    expect(old?.changedBy).toEqual({ number: now?.number, from: '2021-08-01', ends: false });
    expect(now).toMatchObject({
      changesId: decisionId,
      changes: before?.number,
      holds: { from: '2021-08-01', to: null },
    });
    const { bytes } = await world.perform(decisionLetter, { clientId, decisionId: second.decisionId }, 'pori-coach');
    const { text } = await readPaper(bytes);
    expect(text).toContain('Muutospäätös');
    expect(text).toContain(`Tämä päätös muuttaa päätöstä ${before?.number}, joka on tehty 17.6.2021.`);
    expect(text).toContain('sen tilalle 1.8.2021 alkaen');
    const third = { ...change, referralId: await next(clientId), during: { from: '2021-09-01', to: null } };
    expect(await world.refusal(decide, third, 'pori-social-worker')).toBe('changed-already');
    await world.perform(decide, { ...third, changesId: second.decisionId }, 'pori-social-worker');
  });

  test('annulled lets the other hold again, unless its days were granted anew meanwhile', async () => {
    const { clientId, grant, decisionId } = await changeable();
    const shorter = { ...grant, during: { from: '2021-07-01', to: '2021-08-01' }, changesId: decisionId };
    expect(await world.refusal(decide, { ...shorter, referralId: await next(clientId) }, 'pori-social-worker')).toBe(
      'not-heard',
    );
    const [pendingNow] = (await world.perform(referrals, { clientId }, 'pori-social-worker')).referrals;
    const heard = { ...shorter, referralId: pendingNow?.id ?? '', unheard };
    const second = await world.perform(decide, heard, 'pori-social-worker');
    const anew = { ...grant, referralId: await next(clientId), during: { from: '2021-08-01', to: null } };
    const third = await world.perform(decide, anew, 'pori-social-worker');
    const annul = (id: string) => ({ clientId, decisionId: id, ground: 'for-client' as const, because: 'Virhe.' });
    expect(await world.refusal(annulDecision, annul(second.decisionId), 'pori-social-worker')).toBe('granted-since');
    await world.perform(annulDecision, annul(third.decisionId), 'pori-social-worker');
    // Its matter is pending again, and there is one of a service at a time.
    expect(await world.refusal(annulDecision, annul(second.decisionId), 'pori-social-worker')).toBe('another-pending');
    const withdrawn = { clientId, referralId: anew.referralId, on: '2021-06-17' };
    await world.perform(withdrawReferral, withdrawn, 'pori-social-worker');
    await world.perform(annulDecision, annul(second.decisionId), 'pori-social-worker');
    const old = (await decisionsNow(clientId)).find(({ id }) => id === decisionId);
    expect(old).toMatchObject({ holds: { from: '2021-06-17', to: null }, changedBy: null });
  });

  test('is presented with the decision that it changes', async () => {
    const { clientId, grant, decisionId } = await changeable();
    const referralId = await next(clientId);
    const { decidedOn: _, ...change } = {
      ...grant,
      referralId,
      during: { from: '2021-08-01', to: null },
      changesId: decisionId,
    };
    const deciderId = world.workerId('pori-social-worker');
    await world.perform(presentDecision, { ...change, deciderId }, 'pori-coach');
    const frame = await world.perform(decisionFrame, { clientId, referralId }, 'pori-social-worker');
    expect(frame.proposal?.proposed.changesId).toBe(decisionId);
    expect(frame.granted).toMatchObject([{ id: decisionId, changedBy: null }]);
  });

  test('ends it through a last day, after a hearing, and is in the register of decisions; annulled it lets the other hold again', async () => {
    const { clientId, grant, decisionId } = await changeable();
    const referralId = await next(clientId);
    const nothing = { during: null, offeringId: null, place: null, mealCharge: null };
    const end = {
      ...grant,
      ...nothing,
      referralId,
      outcome: 'end' as const,
      changesId: decisionId,
      lastDay: '2021-08-31',
    };
    const refused = (input: object) => world.refusal(decide, { ...end, ...input } as never, 'pori-social-worker');
    expect(await refused({})).toBe('not-heard');
    // What is to be done stands at the field, and the provision after it.
    const { errors = [] } = await world.problem(decide, end as never, 'pori-social-worker');
    expect(errors.find(({ field }) => field === 'unheard')?.message).toMatch(
      /^Asiakasta ei ole kuultu.* \(.*434\/2003.*§\)$/,
    );
    expect(await refused({ unheard, lastDay: null })).toBe('end-needs-day');
    expect(await refused({ unheard, changesId: null })).toBe('ends-no-decision');
    expect(await refused({ unheard, outcome: 'deny' })).toBe('end-needs-day');
    expect(await refused({ unheard, during: { from: '2021-09-01', to: null } })).toBe('denial-grants-nothing');
    expect(await refused({ unheard, lastDay: '2021-06-16' })).toBe('ends-before');
    const { decisionId: endId } = await world.perform(decide, { ...end, unheard }, 'pori-social-worker');
    const [now, old] = await decisionsNow(clientId);
    expect(now).toMatchObject({ outcome: 'end', lastDay: '2021-08-31', holds: null, changes: old?.number });
    expect(old?.holds).toEqual({ from: '2021-06-17', to: '2021-09-01' });
    expect(old?.changedBy).toEqual({ number: now?.number, from: '2021-09-01', ends: true });
    const anew = { ...grant, referralId: await next(clientId) };
    expect(
      await world.refusal(decide, { ...anew, during: { from: '2021-08-31', to: null } }, 'pori-social-worker'),
    ).toBe('granted-already');
    await world.perform(
      withdrawReferral,
      { clientId, referralId: anew.referralId, on: '2021-06-17' },
      'pori-social-worker',
    );
    const annul = { clientId, decisionId: endId, ground: 'for-client' as const, because: 'Virhe.' };
    await world.perform(annulDecision, annul, 'pori-social-worker');
    expect((await decisionsNow(clientId)).find(({ id }) => id === decisionId)?.holds).toEqual({
      from: '2021-06-17',
      to: null,
    });
  });

  test('has its last day corrected with a reason, later and earlier, on days that nothing else stands on', async () => {
    const { clientId, grant, decisionId } = await changeable();
    const referralId = await next(clientId);
    const nothing = { during: null, offeringId: null, place: null, mealCharge: null };
    const ends = { ...grant, ...nothing, referralId, outcome: 'end' as const, changesId: decisionId, unheard };
    const by = 'pori-social-worker';
    const { decisionId: endId } = await world.perform(decide, { ...ends, lastDay: '2021-08-31' }, by);
    const holds = async () => (await decisionsNow(clientId)).find(({ id }) => id === decisionId)?.holds?.to;
    const mend = {
      clientId,
      decisionId: endId,
      during: null,
      place: null,
      reasons: grant.reasons,
      because: 'Väärä päivä.',
    };
    expect(await world.refusal(correctDecision, { ...mend, lastDay: null }, by)).toBe('end-needs-day');
    await world.perform(correctDecision, { ...mend, lastDay: '2021-09-30' }, by);
    expect(await holds()).toBe('2021-10-01');
    const { bytes } = await world.perform(decisionLetter, { clientId, decisionId: endId }, by);
    const { text } = await readPaper(bytes);
    expect(text).toContain('Viimeinen päivä on 30.9.2021.');
    expect(text).toContain('Mitä korjattiin: Väärä päivä.');
    // A last day before the decision is explained by why it was mended.
    const earlier = { ...mend, lastDay: '2021-06-16', because: 'Kuoli 16.6.2021.' };
    expect(await world.refusal(correctDecision, earlier, by)).toBe('corrected-against');
    const correctedAgainst = 'Asiakasta ei voida kuulla.';
    await world.perform(correctDecision, { ...earlier, explanations: { correctedAgainst } }, by);
    expect((await decisionsNow(clientId)).find(({ id }) => id === endId)?.explanations).toEqual({
      endsBefore: 'Kuoli 16.6.2021.',
      correctedAgainst,
    });
    await world.perform(correctDecision, { ...mend, lastDay: '2021-08-31' }, by);
    const anew = { ...grant, referralId: await next(clientId), during: { from: '2021-10-01', to: '2021-12-01' } };
    await world.perform(decide, { ...anew, explanations: { longer: 'Odottaa leikkausta.' } }, by);
    expect(await world.refusal(correctDecision, { ...mend, lastDay: '2021-10-01' }, by)).toBe('granted-already');
    await world.perform(correctDecision, { ...mend, lastDay: '2021-09-30' }, by);
    const { offerings } = world.pori;
    const offeringId = offerings['open-work'] as string;
    const begin = { clientId, decisionId, offeringId, from: '2021-08-01', workerId: world.workerId('pori-coach') };
    await world.perform(startRelationship, begin, by);
    expect(
      await world.problem(correctDecision, { ...mend, explanations: { correctedAgainst }, lastDay: '2021-08-31' }, by),
    ).toMatchObject({
      type: '/problems/days-served',
    });
  });

  test('is of the same client', async () => {
    const { decisionId } = await changeable();
    const other = await pending();
    const change = { ...other.grant, changesId: decisionId };
    expect(await world.refusal(decide, change, 'pori-social-worker')).toBe('no-such-decision');
  });
});

test('the database holds a decision by the repealed law as long as the rule does, and knows what excludes what', async () => {
  for (const on of ['2024-12-31', '2025-01-01']) {
    for (const cited of ['519/1977:35', '380/1987:8b', '675/2023:27']) {
      for (const during of [
        range(day('2020-01-01')),
        range(day('2020-01-01'), day('2028-06-01')),
        range(day('2028-01-01')),
      ]) {
        const { rows } = await db.owner.transaction().execute(async (tx) => {
          await sql`select set_config('app.today', ${on}, true)`.execute(tx);
          return sql<{ held: string | null; many: string | null }>`
            select decision_holds(${toSql(during)}::daterange, array[${cited}], app_today()) as held,
              nullif(${toSql(during)}::daterange * daterange(null, decision_over_on(array[${cited}], app_today())), 'empty') as many`.execute(
            tx,
          );
        });
        const held = rows[0]?.held ?? null;
        expect(rows[0]?.many ?? null).toBe(held);
        expect(held === null ? null : fromSql(held)).toEqual(decisionHolds(during, [cited], day(on)));
      }
    }
  }
  for (const one of services) {
    for (const other of services) {
      const { rows } = await sql<{ same: boolean }>`select decision_excludes(${one}, ${other}) as same`.execute(
        db.owner,
      );
      expect(rows[0]?.same, `${one} and ${other}`).toBe(excludes(one, other));
    }
  }
});
