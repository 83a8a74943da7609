import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/database.ts';
import { readPaper } from '../../../tests/paper.ts';
import { makeWorld, type World } from '../../../tests/world.ts';
import { agreement, agreementPaper, approveAgreement, makeAgreement } from '../../casework/agreement/acts.ts';
import type { AgreementParty } from '../../casework/agreement/words.ts';
import {
  changeAddress,
  changeClient,
  protectAddress,
  recordBenefit,
  recordReason,
} from '../../casework/client/acts.ts';
import { addEmployer } from '../../casework/employer/acts.ts';
import { place } from '../../casework/placement/acts.ts';
import { addDays } from '../../kernel/day.ts';
import { newId } from '../../server/id.ts';
import { workplace, workplaceBoard } from './board.ts';

let db: FreshDatabase;
let world: World;
let clientId: string;
let agreementId: string;
let workplaceId: string;
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
  ({ clientId } = await world.refer());
  const relationshipId = newId();
  await sql`insert into relationship_relationship (id, organiser_id, client_id, service, offering_id, during)
    values (${relationshipId}, ${world.pori.id}, ${clientId}, 'open-work', ${world.pori.offerings['open-work']}, '[2021-05-18,)')`.execute(
    db.owner,
  );
  const shop = {
    name: 'Lähikauppa',
    sector: 'private' as const,
    workplace: { name: 'Lähikauppa Itätulli', contactName: 'Mattila Kari', contactPhone: '010 763 0001' },
  };
  const added = await world.perform(addEmployer, shop, 'pori-coach', addDays(world.today, -60));
  ({ workplaceId } = added);
  await sql`insert into rate_rate (organiser_id, kind, employer_id, amount_cents, rule, during)
    values (${world.pori.id}, 'employer-share', ${added.employerId}, 600, 'Lautakunta', daterange(${addDays(world.today, -60)}::date, null))`.execute(
    db.owner,
  );
  const { placementId } = await world.perform(
    place,
    { clientId, relationshipId, workplaceId, slots: [{ weekday: 1, half: 'am' }], from: '2021-05-18' },
    'pori-coach',
  );
  const during = { from: '2021-05-18', to: '2022-05-18' };
  const draft = { clientId, placementId, tasks: 'hyllytys, kärryt', hours: 'ma klo 9.00–13.00', during };
  ({ agreementId } = await world.perform(makeAgreement, draft, 'pori-coach'));
  const address = { street: 'Salatie 7', postalCode: '28100', postOffice: 'Pori', phone: '040 999 8877', email: null };
  await world.perform(changeAddress, { clientId, address, from: '2021-01-01' }, 'pori-coach');
  await world.perform(recordReason, { clientId, reason: 'autism-spectrum', from: '2021-01-01' }, 'pori-coach');
  const benefit = { benefit: 'disability-pension' as const, main: true, during: { from: '2020-01-01', to: null } };
  await world.perform(recordBenefit, { clientId, ...benefit }, 'pori-coach');
});
afterAll(() => db.close());

async function printed(copy: AgreementParty) {
  const { bytes } = await world.perform(agreementPaper, { clientId, agreementId, copy }, 'pori-coach');
  return readPaper(bytes);
}

describe('an agreement on paper', () => {
  test('says what was agreed, for how much, and who has approved', async () => {
    const seen = await world.perform(agreement, { clientId, agreementId }, 'pori-coach');
    const { contentHash } = seen.agreement;
    await world.perform(approveAgreement, { clientId, agreementId, party: 'client', contentHash }, 'pori-coach');
    const paper = await printed('organiser');
    expect(paper.accessible).toBe(true);
    for (const text of [
      'Väinö Ääri',
      'Lähikauppa Itätulli',
      'Mattila Kari',
      'Tiina Laine',
      '18.5.2021',
      'Uusitaan viimeistään 17.5.2022',
      'ma klo 9.00–13.00',
      'kärryt',
      '12,00 € jokaiselta osallistumispäivältä',
      '6,00 € päivältä järjestäjälle',
    ])
      expect(paper.text).toContain(text);
    expect(paper.text.match(/Odottaa hyväksyntää/g)).toHaveLength(2);
  });

  test.each([
    [
      'fi',
      'Työvalmentaja Tiina Laine tukee asiakasta ja työpaikkaa',
      'Aloitusvaiheessa 1.7.2021 saakka yhteyttä pidetään kerran viikossa.',
      'Työpaikalla käydään viimeistään, kun sopimus uusitaan.',
      'Asiakas aterioi työpaikalla. Ateriasta peritään 5,37 €.',
    ],
    [
      'sv',
      'Arbetscoach Tiina Laine stöder klienten',
      'till och med 1.7.2021 hålls kontakt en gång i veckan',
      'Arbetsplatsen besöks senast när avtalet förnyas.',
      'För en måltid tas ut 5,37 €.',
    ],
    [
      'en',
      'Job coach Tiina Laine supports the client',
      'contact is kept once a week',
      'The workplace is visited at the latest when the agreement is renewed.',
      'A meal is charged €5.37.',
    ],
  ] as const)(
    'says what the coach gives, and the meal, in the language of service: %s',
    async (serviceLanguage, ...text) => {
      await world.perform(changeClient, { clientId, serviceLanguage }, 'pori-coach');
      await sql`update placement_placement set meal = true where client_id = ${clientId}`.execute(db.owner);
      const paper = await printed('employer');
      expect([paper.accessible, paper.pages]).toEqual([true, 1]);
      for (const one of text) expect(paper.text).toContain(one);
      await sql`update placement_placement set meal = false where client_id = ${clientId}`.execute(db.owner);
      expect((await printed('employer')).text).not.toContain('5,37');
      await world.perform(changeClient, { clientId, serviceLanguage: 'fi' }, 'pori-coach');
    },
  );

  test('tells no reason of support, benefit or home to the employer, nor the client’s number', async () => {
    const { run } = await printed('employer');
    for (const saved of [/autis/i, /eläke/i, /Salatie/, /28100/, /0409998877/]) expect(run).not.toMatch(saved);
    expect((await printed('client')).run).toContain('0409998877');
  });

  test('tells nobody how to reach a client whose address is protected', async () => {
    const protection = { clientId, during: { from: '2021-06-01', to: null } };
    await world.perform(protectAddress, protection, 'pori-social-worker');
    for (const copy of ['client', 'employer', 'organiser'] as const)
      expect((await printed(copy)).run).not.toMatch(/Salatie|0409998877/);
  });

  test('is for those who stand between client and employer', async () => {
    expect(await world.refusal(agreementPaper, { clientId, agreementId }, 'pori-finance')).toBe('not-allowed');
    expect(await world.refusal(agreementPaper, { clientId, agreementId }, 'rauma-coach')).toBe('not-found');
  });
});

describe('the list of workplaces', () => {
  test('counts all who are placed there, and names only one’s own clients', async () => {
    const board = await world.perform(workplaceBoard, {}, 'pori-coach');
    expect(board.workplaces.find(({ id }) => id === workplaceId)).toMatchObject({ clients: 1, agreements: 1 });
    // Nobody is read who is not shown.
    expect(board.waiting).toEqual([]);
    const waits = await world.perform(workplaceBoard, { show: 'approve' }, 'pori-coach');
    expect(waits.workplaces).toEqual([]);
    expect(waits.waiting.map(({ clientId: whose }) => whose)).toEqual([clientId]);
    // The instructor of a centre does not work with the client: the place is taken, but by whom is not told.
    const others = await world.perform(workplaceBoard, {}, 'pori-instructor');
    expect(others.workplaces.find(({ id }) => id === workplaceId)).toMatchObject({ clients: 1, agreements: 0 });
    expect(JSON.stringify(others)).not.toContain('Ääri');
    const opened = await world.perform(workplace, { workplaceId }, 'pori-instructor');
    // Who instructs reads it, and is offered nothing to change.
    expect(opened.permitted).toEqual([]);
    expect((await world.perform(workplace, { workplaceId }, 'pori-coach')).permitted).toHaveLength(3);
    expect(opened).toMatchObject({ clients: 1, placements: [], agreements: [] });
  });

  test('is each organiser’s own, and not for those who do not work with clients', async () => {
    expect((await world.perform(workplaceBoard, {}, 'rauma-coach')).workplaces).toEqual([]);
    expect(await world.refusal(workplace, { workplaceId }, 'rauma-coach')).toBe('no-such-workplace');
    expect(await world.refusal(workplaceBoard, {}, 'pori-finance')).toBe('not-allowed');
  });

  test('keeps in the audit trail whose agreements were seen', async () => {
    await world.perform(workplace, { workplaceId }, 'pori-coach');
    const { rows } = await sql<{ clients: string[] }>`
      select clients from platform_audit where act = 'workplace' order by id desc limit 1`.execute(db.owner);
    expect(rows[0]?.clients).toEqual([clientId]);
  });

  test('shows neither home nor benefit nor reason of support', async () => {
    const seen = JSON.stringify([
      await world.perform(workplaceBoard, {}, 'pori-coach'),
      await world.perform(workplace, { workplaceId }, 'pori-coach'),
    ]);
    for (const saved of ['Salatie', 'autism', 'pension', '040 999']) expect(seen).not.toContain(saved);
  });
});

describe('an agreement on paper, by its service', () => {
  test('of a supported job names no allowance and no charge of the organiser: the wage is the employer’s', async () => {
    const person = await world.refer();
    const relationshipId = newId();
    await sql`insert into relationship_relationship (id, organiser_id, client_id, service, offering_id, during)
      values (${relationshipId}, ${world.pori.id}, ${person.clientId}, 'supported-employment',
        ${world.pori.offerings['supported-employment']}, '[2021-05-18,)')`.execute(db.owner);
    const office = { name: 'Kirjanpito', sector: 'private' as const, workplace: { name: 'Kirjanpito keskusta' } };
    const added = await world.perform(addEmployer, office, 'pori-coach', addDays(world.today, -60));
    const where = { clientId: person.clientId, relationshipId, workplaceId: added.workplaceId, from: '2021-05-18' };
    const placed = await world.perform(place, { ...where, slots: [{ weekday: 2, half: 'am' }] }, 'pori-coach');
    const during = { from: '2021-05-18', to: '2022-05-18' };
    const draft = { clientId: person.clientId, placementId: placed.placementId, tasks: 'kassa', hours: 'ti', during };
    const made = await world.perform(makeAgreement, draft, 'pori-coach');
    const query = { clientId: person.clientId, agreementId: made.agreementId, copy: 'employer' } as const;
    const { text } = await readPaper((await world.perform(agreementPaper, query, 'pori-coach')).bytes);
    expect(text).toContain('Palkka Työnantaja maksaa palkan työsopimuksen mukaan');
    expect(text).toContain('Asiakas on työsuhteessa työnantajaan.');
    expect(text).not.toMatch(/ei ole työsuhteista|Korvausta ei makseta|osallistumispäivältä/);
  });
});
