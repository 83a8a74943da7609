import { apiOf } from '../../web/api.ts';
import type { Acts } from './registry.ts';

/** All acts of the house, typed: `api.recordContact(…)`, `useAsk('myDay', …)`, `useDo('recordContact')`. */
export const { api, addressOf, useAsk, useDo } = apiOf<Acts>();
