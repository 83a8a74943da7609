import { expect, test } from 'vitest';
import { addressHere, ownAddress, pageAddressesOf } from './address-of.ts';

const at = pageAddressesOf<
  | { readonly path: '/plants' }
  | { readonly path: '/plants/$plantId'; readonly takes: readonly ['of'] }
  | {
      readonly path: '/plants/$plantId/leaves/$leafId';
      readonly needs: readonly ['on'];
      readonly takes: readonly ['of'];
    }
>();

test('an address is the path with its parts, and the rest as a query', () => {
  expect(at('/plants')).toBe('/plants');
  expect(at('/plants/$plantId', { plantId: 'a' })).toBe('/plants/a');
  expect(at('/plants/$plantId/leaves/$leafId', { plantId: 'a', leafId: 'b', on: '2021-06-17' })).toBe(
    '/plants/a/leaves/b?on=2021-06-17',
  );
});

test('what is not there stands in no query', () => {
  expect(at('/plants/$plantId', { plantId: 'a', of: undefined })).toBe('/plants/a');
  expect(at('/plants/$plantId', { plantId: 'a', of: '' })).toBe('/plants/a');
});

test('a part is one part, whatever is written in it', () => {
  expect(at('/plants/$plantId', { plantId: 'a/b?c#d', of: 'e&f' })).toBe('/plants/a%2Fb%3Fc%23d?of=e%26f');
});

test('where one is is an address with its query', () => {
  expect(addressHere({ pathname: '/plants/a', search: '?of=b' })).toBe('/plants/a?of=b');
});

test.each(['/plants/a?of=b', '/', '/plants#leaf'])('one comes back to %s', (text) => {
  expect(ownAddress(text)).toBe(text);
});

test.each([
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  'plants',
  '',
  undefined,
])('nobody is taken to %j', (text) => {
  expect(ownAddress(text)).toBeNull();
});
