/** What every act that changes something takes. */
import { expect, test } from 'vitest';
import { allActs } from '../../src/screens/app/registry.ts';
import { openApi } from '../../src/server/http/openapi.ts';

type Operations = Record<string, Record<string, { parameters?: readonly { $ref?: string }[] }>>;
const { paths, components } = openApi(allActs, { version: 'test', about: 'Tested.' }) as {
  paths: Operations;
  components: { parameters: { GestureKey: { in: string } } };
};

/** Acts that change something when they are asked; a letter that is made when it is first read is the same ever after. */
const changing = allActs.filter(({ kind, method }) => kind === 'do' && method !== 'GET');

test('every change takes the key of its gesture, and nothing else does', () => {
  const taking = allActs.filter(({ path, method }) =>
    paths[path]?.[method.toLowerCase()]?.parameters?.some(
      (one) => one.$ref === '#/components/parameters/GestureKey' && components.parameters.GestureKey.in === 'header',
    ),
  );
  expect(changing.length).toBeGreaterThan(50);
  expect(taking).toEqual(changing);
});
