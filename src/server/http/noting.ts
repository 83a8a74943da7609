/** What of the requests goes to the security log, and what of it to the audit trail too. */

import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { zId } from '../../kernel/id.ts';
import { ProblemError } from '../../kernel/problem.ts';
import type { AnyAct, Who } from '../act.ts';
import { noSecurityLog, type SecurityEvent } from '../audit/security-log.ts';
import { proofOf } from '../database/proof.ts';
import { rowsOf } from '../database/statement.ts';
import { audit, type Caller } from '../perform.ts';
import type { ServerOptions } from './asking.ts';
import { callerAddress } from './caller.ts';

/** Acts that change who may do what: they say so in what they are named after. */
const changesRights =
  /^(givePost|changePost|endPostHandingOver|addWorker|decidePost|giveDecidingRights|changeDecidingRight|planGroupLeads)$/;
const changesAccounts = /^(openAccount|resetPassword|decidePassword|unlockAccount)$/;

/** What a watcher hears of an act that was done; a file for spreadsheets takes many clients out at once. */
export function eventOf(name: string, media?: string): SecurityEvent | null {
  if (changesRights.test(name)) return 'rights-changed';
  if (changesAccounts.test(name)) return 'account-changed';
  return media?.startsWith('text/csv') ? 'exported' : null;
}

export function noteDone(
  { securityLog = noSecurityLog }: ServerOptions,
  act: AnyAct,
  who: Who,
  { from, media }: { readonly from: string; readonly media?: string | undefined },
): void {
  const event = eventOf(act.name, media);
  if (event) securityLog.note({ event, act: act.name, who: who.workerId, from });
}

/** A look that was refused: whoever tries one client after another is seen, in the trail by name. */
export async function noteRefused(
  { house, securityLog = noSecurityLog }: ServerOptions,
  act: AnyAct,
  caller: Caller,
  query: unknown,
  error: unknown,
): Promise<void> {
  if (!(error instanceof ProblemError) || !['not-found', 'not-allowed'].includes(error.code)) return;
  const { who, address } = caller;
  securityLog.note({ event: 'refused', act: act.name, code: error.code, who: who?.workerId, from: address });
  const { clientId } = query as { clientId?: unknown };
  // Only what is one is kept: an address may hold anything.
  const client = typeof clientId === 'string' && /^[0-9a-f-]{36}$/i.test(clientId) ? { client: clientId } : {};
  const detail = { act: act.name, code: error.code, ...client };
  await audit(house.db, 'refused', act.may.purpose, caller, house.clock.now(), [], detail);
}

const unnamed = { organiserCode: '', name: '', roles: [], language: 'fi' } as const;

const zSessionNotesRow = z.object({ worker_id: zId, organiser_id: zId });

/** Tells of sessions: to the log, and to the trail of the organiser whose worker it is. */
export function sessionNotes({ house, securityLog = noSecurityLog }: ServerOptions) {
  const tell = async (
    event: SecurityEvent,
    workerId: string | null,
    organiserId: string | null,
    request: FastifyRequest,
  ) => {
    const address = callerAddress(request);
    securityLog.note({ event, who: workerId, from: address });
    const who = workerId && organiserId ? { workerId, organiserId, ...unnamed } : null;
    await audit(house.db, acts[event] ?? event, 'none', { who, language: 'fi', address }, house.clock.now(), []);
  };
  return {
    log: securityLog,
    tell,
    /** A try that failed. One with a name that is nobody's is told alike, so that it takes as long. */
    async failed(username: string, request: FastifyRequest, error: unknown): Promise<never> {
      if (!(error instanceof ProblemError) || error.problem.status !== 401) {
        securityLog.note({ event: 'sign-in-slowed-down', from: callerAddress(request) });
        throw error;
      }
      const name = username.trim().toLowerCase();
      const { rows } = await rowsOf(zSessionNotesRow)`
        select worker_id, organiser_id from account_of(${name}, ${proofOf('account_of', name)})`.execute(house.db);
      await tell('sign-in-failed', rows[0]?.worker_id ?? null, rows[0]?.organiser_id ?? null, request);
      throw error;
    },
  };
}

/** How the trail names what happened: as acts are named. */
const acts: Partial<Record<SecurityEvent, string>> = {
  'signed-in': 'signIn',
  'sign-in-failed': 'signInFailed',
  'signed-out': 'signOut',
  'password-changed': 'changePassword',
  'second-factor-changed': 'changeSecondFactor',
  'sessions-ended': 'endSessions',
};
