import { expect, test } from 'vitest';
import { daysToOrganise } from './act-2021-612.ts';

test('municipal bodies organise social welfare until 31.12.2022, counties from 1.1.2023, and Helsinki goes on', () => {
  expect(daysToOrganise('municipal', ['609'])?.to).toBe('2023-01-01');
  expect(daysToOrganise('county', ['609'])).toEqual({ from: '2023-01-01', to: null });
  expect(daysToOrganise('municipal', ['091'])?.to).toBeNull();
  expect(daysToOrganise('none', ['609'])).toBeNull();
});
