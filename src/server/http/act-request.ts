import type { FastifyRequest } from 'fastify';
import type { Language } from '../../kernel/language.ts';
import { ProblemError, problem } from '../../kernel/problem.ts';
import type { AnyAct, Who } from '../act.ts';
import { type Gesture, isGestureKey, keysIn } from '../gesture.ts';
import { perform, performInSession } from '../perform.ts';
import { accountOf, type SignedIn } from '../sign-in/sign-in.ts';
import { problemTitle } from '../words.ts';
import { languageOf, mustBeTheirs, type ServerOptions, tokenOf, whoAsks } from './asking.ts';
import { callerAddress } from './caller.ts';
import type { CallShares } from './shares.ts';

/** How many may wait for an answer that never came, of one thing that is sent. */
const mostInstead = 10;

/** One request for an act; whose it is comes out on the way. */
export class ActRequest {
  readonly #options: ServerOptions;
  readonly #act: AnyAct;
  readonly #request: FastifyRequest;
  readonly #cameAt = performance.now();
  who: Who | null = null;

  constructor(options: ServerOptions, act: AnyAct, request: FastifyRequest) {
    this.#options = options;
    this.#act = act;
    this.#request = request;
  }

  /** Of whoever asks, where that must be known before anything is done. */
  async language(): Promise<Language> {
    this.who ??= await whoAsks(this.#options, this.#request);
    return languageOf(this.#request, this.who);
  }

  caller(who: Who | null) {
    return { who, language: languageOf(this.#request, who), address: callerAddress(this.#request) };
  }

  /** Does the act within the share of the account that the token names; who has no token of ours is nobody, as the database tells. */
  async perform(raw: unknown, shares: CallShares): Promise<unknown> {
    const { house, sessions } = this.#options;
    const gesture = await this.#gesture();
    const token = tokenOf(this.#options, this.#request);
    const account = token === undefined ? null : accountOf(house.keys, token);
    if (token === undefined || account === null) {
      this.who = await whoAsks(this.#options, this.#request);
      return perform(house, this.#act, raw, { ...this.caller(this.who), gesture });
    }
    const { who: _, ...from } = this.caller(null);
    const met = (who: SignedIn) => {
      mustBeTheirs(this.#request, who);
      this.who = who;
    };
    return shares.of(account, this.#act.may.purpose === 'figures', () =>
      performInSession(house, this.#act, raw, { ...from, gesture, token, rule: sessions, met }),
    );
  }

  /** The key of the gesture that a change is, where the caller sends one. */
  async #gesture(): Promise<Gesture> {
    const key = this.#request.headers['idempotency-key'];
    const cameAt = this.#cameAt;
    const instead = this.#request.headers['instead-of'];
    const insteadOf = instead === undefined ? [] : keysIn(String(instead));
    const wrong = [
      ...(key === undefined || (typeof key === 'string' && isGestureKey(key)) ? [] : ['Idempotency-Key']),
      ...(insteadOf.length <= mostInstead && insteadOf.every(isGestureKey) ? [] : ['Instead-Of']),
    ];
    if (wrong.length === 0) return { key: key === undefined ? null : String(key), cameAt, insteadOf };
    const words = await this.language();
    throw new ProblemError(
      problem('wrong-input', 400, problemTitle('wrong-input', words), {
        errors: wrong.map((field) => ({ field, message: problemTitle('key-wrong', words) })),
      }),
    );
  }
}
