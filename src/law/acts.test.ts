import { describe, expect, it } from 'vitest';
import { day } from '../kernel/day.ts';
import { mealMayBeChargedAsUpkeep } from './act-1992-734.ts';
import { absenceKeepsBenefit, costCompensationOn } from './act-2002-1290.ts';
import { addressProtectionEnds } from './act-2009-661.ts';
import { multisectoralPlanCheckLimit, multisectoralPlanLimit } from './act-2023-381.ts';
import { keptUntil, logAnswerLimit, logKeptUntil } from './act-2023-703.ts';
import { mayPayWorkShare } from './decree-1977-988.ts';
import { mayRead } from './decree-2024-457.ts';
import { disclosureThreshold, tooSmallToShow } from './disclosure.ts';

describe('Cost compensation of rehabilitative work', () => {
  it('has been 7, 8 and 9 euro a day', () => {
    expect(costCompensationOn(day('2003-12-31'))).toBe(700);
    expect(costCompensationOn(day('2004-01-01'))).toBe(800);
    expect(costCompensationOn(day('2012-12-31'))).toBe(800);
    expect(costCompensationOn(day('2013-01-01'))).toBe(900);
    expect(costCompensationOn(day('2021-06-17'))).toBe(900);
  });

  it('stayed at 8 euro in activity that began before 2013 and went on', () => {
    expect(costCompensationOn(day('2013-05-02'), day('2012-11-01'))).toBe(800);
  });

  it('goes with a benefit that an absence may cost', () => {
    const on = day('2021-06-17');
    expect(absenceKeepsBenefit('incapacity', 20, on)).toBe(true);
    expect(absenceKeepsBenefit('child-ill', 4, on)).toBe(true);
    expect(absenceKeepsBenefit('child-ill', 5, on)).toBe(false);
    expect(absenceKeepsBenefit('other', 1, on)).toBe(false);
  });
});

describe('The multisectoral plan', () => {
  it('is made in three months, and checked every six months before 2025 and every three from then on', () => {
    expect(multisectoralPlanLimit(day('2021-06-17'))).toBe('2021-09-17');
    expect(multisectoralPlanLimit(day('2025-06-17'))).toBe('2025-09-17');
    expect(multisectoralPlanCheckLimit(day('2021-06-17'))).toBe('2021-12-17');
    expect(multisectoralPlanCheckLimit(day('2025-01-01'))).toBe('2025-04-01');
  });
});

describe('Documents are kept', () => {
  const today = day('2025-06-17');
  const matter = {
    matterClosedOn: day('2021-06-17'),
    lastMatterClosedOn: day('2023-06-17'),
    needEndedOn: null,
  };

  it('ten years from closing the matter in services of working age', () => {
    expect(keptUntil({ ...matter, task: 'working-age' }, today)).toBe('2031-06-17');
    expect(keptUntil({ ...matter, task: 'working-age', matterClosedOn: null }, today)).toBeNull();
  });

  it('ten years from closing the last matter in disability services, once the need has ended', () => {
    expect(keptUntil({ ...matter, task: 'disability' }, today)).toBeNull();
    expect(keptUntil({ ...matter, task: 'disability', needEndedOn: day('2023-06-17') }, today)).toBe('2033-06-17');
  });

  it('longer in the log than the data themselves', () => {
    expect(logKeptUntil(day('2021-06-17'), today)).toBe('2033-06-17');
    expect(logAnswerLimit(today)).toBe('2025-08-17');
  });
});

describe('Reading by class of task', () => {
  const own = { task: 'disability', ownTasks: ['disability'], ownService: true } as const;
  const foreign = { task: 'working-age', ownTasks: ['disability'], ownService: false } as const;

  it('lets a social worker with wide responsibility read all tasks', () => {
    expect(mayRead('wide-responsibility', { ...foreign, data: 'implementation' })).toBe(true);
  });

  it('lets an official for disability services read those and services of working age, and no official of the latter the former', () => {
    expect(mayRead('arranging', { ...foreign, data: 'decisions' })).toBe(true);
    expect(mayRead('arranging', { ...own, ownTasks: ['working-age'], data: 'decisions' })).toBe(false);
  });

  it('lets a coach read plans of the own task, and decisions and records of the own service', () => {
    expect(mayRead('implementing', { ...own, data: 'plans-and-assessments' })).toBe(true);
    expect(mayRead('implementing', { ...own, ownService: false, data: 'implementation' })).toBe(false);
    expect(mayRead('implementing', { ...foreign, data: 'plans-and-assessments' })).toBe(false);
    expect(mayRead('implementing', { ...foreign, data: 'relationship-data' })).toBe(true);
  });

  it("lets a provider's worker read no decision", () => {
    expect(mayRead('private-implementing', { ...own, data: 'decisions' })).toBe(false);
    expect(mayRead('private-implementing', { ...own, data: 'implementation' })).toBe(true);
  });
});

it('Work-share money may be paid, by a decree that names no amount', () => {
  expect(mayPayWorkShare(day('2021-06-17'))).toBe(true);
});

it('A meal is charged as upkeep in special care, and from 2025 not in work activity', () => {
  expect(mealMayBeChargedAsUpkeep('work-activity', day('2021-06-17'))).toBe(true);
  expect(mealMayBeChargedAsUpkeep('work-activity', day('2025-01-01'))).toBe(false);
  expect(mealMayBeChargedAsUpkeep('day-activity', day('2025-01-01'))).toBe(true);
});

it('An address is protected for five years at first and two at each renewal', () => {
  expect(addressProtectionEnds(day('2021-06-17'), 'first')).toBe('2026-06-17');
  expect(addressProtectionEnds(day('2026-06-17'), 'renewed')).toBe('2028-06-17');
});

it('Counts of one to four are too small to show outside the organiser, zero is not', () => {
  expect(disclosureThreshold).toBe(5);
  expect([0, 1, 4, 5].map((n) => tooSmallToShow(n))).toEqual([false, true, true, false]);
});
