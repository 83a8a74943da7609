import { describe, expect, it } from 'vitest';
import { day } from '../kernel/day.ts';
import { range } from '../kernel/range.ts';
import { services } from '../kernel/service.ts';
import { oldDecisionHolds } from './act-2023-676.ts';
import { alternativesFor, basisFor, decisionTerm, groundsOfDenial, notCitable, termByCited } from './basis.ts';

const ids = (...rest: Parameters<typeof basisFor>) => basisFor(...rest).map(({ id }) => id);

describe('The basis of a service', () => {
  it('is that of the day the matter became pending, not of the decision', () => {
    expect(ids('work-activity', day('2021-06-17'))).toEqual(['519/1977:2', '519/1977:35']);
    expect(ids('work-activity', day('2024-12-31'))).toEqual(['519/1977:2', '519/1977:35']);
    expect(ids('work-activity', day('2025-01-01'))).toEqual(['675/2023:27']);
    expect(ids('open-work', day('2025-01-01'))).toEqual(['675/2023:27']);
  });

  it('of 27 d and 27 e is the act of 1982, also after the act of 2014', () => {
    expect(ids('employment-support-27d', day('2021-06-17'))).toEqual(['710/1982:27d']);
    expect(ids('work-activity-27e', day('2026-01-01'))).toEqual(['710/1982:27e']);
    expect(ids('work-activity-27e', day('2002-03-31'))).toEqual([]);
  });

  it('of day activity has changed twice', () => {
    expect(ids('day-activity', day('2018-01-01'))).toEqual(['519/1977:35']);
    expect(ids('day-activity', day('2025-01-01'))).toEqual(['675/2023:25']);
    expect(ids('day-activity-severe', day('2006-12-31'))).toEqual([]);
    expect(ids('day-activity-severe', day('2018-01-01'))).toEqual(['380/1987:8b']);
    expect(ids('day-activity-severe', day('2025-01-01'))).toEqual(['675/2023:25']);
  });

  it('of rehabilitative work is its own act', () => {
    expect(ids('rehabilitative-work', day('2020-12-31'))).toEqual(['189/2001:2', '189/2001:13']);
    expect(ids('rehabilitative-work', day('2021-01-01'))).toEqual(['189/2001:2', '189/2001:13b']);
  });

  it('is there for every service on 17.6.2021', () => {
    for (const service of services) expect(ids(service, day('2021-06-17'))).not.toEqual([]);
  });

  it('of work activity and open work may also be 27 d or 27 e, rehabilitative work § 15, of no other service', () => {
    const of = (...rest: Parameters<typeof basisFor>) => alternativesFor(...rest).map(({ id }) => id);
    expect(of('open-work', day('2021-06-17'))).toEqual(['710/1982:27d', '710/1982:27e']);
    expect(of('work-activity', day('2025-06-17'))).toEqual(['710/1982:27d', '710/1982:27e']);
    expect(of('day-activity', day('2021-06-17'))).toEqual([]);
    // To others than those of § 3, at their own request.
    expect(of('rehabilitative-work', day('2021-06-17'))).toEqual(['189/2001:15']);
    expect(notCitable('open-work', ['710/1982:27e'], day('2021-06-17'))).toEqual([]);
  });

  it('may be whom the act concerns, or the need, where a service is denied', () => {
    const of = (...rest: Parameters<typeof basisFor>) => groundsOfDenial(...rest).map(({ id }) => id);
    const rehabilitative = ['189/2001:3', '189/2001:6', '189/2001:15', '1301/2014:36'];
    expect(of('rehabilitative-work', day('2021-06-17'))).toEqual(rehabilitative);
    expect(of('open-work', day('2021-06-17'))).toEqual(['519/1977:1', '1301/2014:36']);
    expect(of('open-work', day('2025-01-01'))).toEqual(['675/2023:2', '1301/2014:36']);
    expect(of('open-work', day('2015-03-31'))).toEqual(['519/1977:1']);
    for (const id of rehabilitative) expect(notCitable('rehabilitative-work', [id], day('2021-06-17'))).toEqual([]);
  });

  it('tells what cannot be cited', () => {
    expect(notCitable('work-activity', ['519/1977:35', '675/2023:27'], day('2021-06-17'))).toEqual(['675/2023:27']);
  });
});

describe('A decision', () => {
  it('ends or stays open as the law of the matter says', () => {
    expect(decisionTerm('rehabilitative-work', day('2021-06-17'))).toBe('for-a-period');
    expect(decisionTerm('work-activity', day('2021-06-17'))).toBe('either');
    expect(decisionTerm('work-activity', day('2025-01-01'))).toBe('until-further-notice');
    expect(decisionTerm('job-coaching', day('2025-01-01'))).toBe('for-a-period');
  });

  it('is left open where it rests on 27 d or 27 e alone', () => {
    const by = (...cited: string[]) => termByCited('open-work', cited, day('2025-01-01'));
    expect(by('710/1982:27d')).toBe('either');
    expect(by('710/1982:27d', '675/2023:27')).toBe('until-further-notice');
    expect(by('675/2023:27')).toBe('until-further-notice');
    expect(by()).toBe('until-further-notice');
    expect(termByCited('rehabilitative-work', ['189/2001:15'], day('2021-06-17'))).toBe('for-a-period');
  });

  it('of the repealed law runs to its end, yet not beyond 2027', () => {
    const from = day('2020-01-01');
    expect(oldDecisionHolds(range(from, null))?.to).toBe('2028-01-01');
    expect(oldDecisionHolds(range(from, day('2026-01-01')))?.to).toBe('2026-01-01');
    expect(oldDecisionHolds(range(from, day('2030-01-01')))?.to).toBe('2028-01-01');
    expect(oldDecisionHolds(range(day('2028-01-01'), null))).toBeNull();
  });
});
