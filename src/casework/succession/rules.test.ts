import { describe, expect, test } from 'vitest';
import { day } from '../../kernel/day.ts';
import { competenceIn } from './rules.ts';

describe('the days on which an organiser is competent', () => {
  test('end with the law for a municipal one, or before where the task passed on', () => {
    const facts = { kind: 'cooperation-area', municipalityCodes: ['609'], passedOn: [] } as const;
    expect(competenceIn('open-work', facts)?.to).toBe('2023-01-01');
    const passedOn = [{ fromOn: day('2022-07-01'), services: ['open-work' as const] }];
    expect(competenceIn('open-work', { ...facts, passedOn })?.to).toBe('2022-07-01');
    expect(competenceIn('day-activity', { ...facts, passedOn })?.to).toBe('2023-01-01');
  });

  test('begin with the law for a county, which passes a task on as well, and a region has none', () => {
    const passedOn = [{ fromOn: day('2025-01-01'), services: null }];
    expect(
      competenceIn('rehabilitative-work', { kind: 'wellbeing-services-county', municipalityCodes: [], passedOn }),
    ).toEqual({
      from: '2023-01-01',
      to: '2025-01-01',
    });
    expect(competenceIn('open-work', { kind: 'region', municipalityCodes: ['609'], passedOn: [] })).toBeNull();
  });
});
