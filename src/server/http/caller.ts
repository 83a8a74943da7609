/** Where a request comes from: which address, whose session, which site. */
import { isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';
import ipaddr from 'ipaddr.js';
import { accountOf } from '../sign-in/sign-in.ts';
import { cookieNames, type ServerOptions, tokenOf } from './asking.ts';

/** The client's own address, as the trusted proxies tell it. */
export function callerAddress(request: FastifyRequest): string {
  // A proxy that passes on what it was told may name no address at all.
  const answer = isIP(request.ip) ? request.ip : (request.socket.remoteAddress ?? '');
  return ipaddr.isValid(answer) ? ipaddr.process(answer).toString() : '';
}

/** The network that one subscriber has: an address of IPv4, 64 bits of IPv6. */
function networkOf(address: string): string {
  if (isIP(address) !== 6) return address;
  return ipaddr.IPv6.networkAddressFromCIDR(`${address}/64`).toString();
}

/** Whose calls are counted together: those of an account, else those of a stranger's network. */
export function countedAs(options: ServerOptions, request: FastifyRequest): string {
  const token = tokenOf(options, request);
  const account = token === undefined ? null : accountOf(options.house.keys, token);
  return account === null ? `address ${networkOf(callerAddress(request))}` : `account ${account}`;
}

/** Where a try to sign in comes from. */
export function originOf(options: ServerOptions, request: FastifyRequest) {
  return { address: networkOf(callerAddress(request)), device: request.cookies[cookieNames(options).device] };
}

/**
 * Whether a page of another site sent the request. Browsers say so themselves; older ones name the page's origin, which is
 * compared with the name we are reached at, since behind a proxy the request itself may carry another.
 */
export function isOfOtherSite(options: ServerOptions, request: FastifyRequest): boolean {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return false;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const { origin } = request.headers;
  if (origin === undefined) return false;
  return options.publicHost
    ? origin !== `https://${options.publicHost}`
    : !URL.canParse(origin) || new URL(origin).host !== request.headers.host;
}
