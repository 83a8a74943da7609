import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Listens on loopback, on any free port unless one is named; answers which. */
export const listening = (one: Server, port = 0) =>
  new Promise<number>((resolve) => one.listen(port, '127.0.0.1', () => resolve((one.address() as AddressInfo).port)));

export async function freePort(): Promise<number> {
  const probe = createServer();
  const port = await listening(probe);
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
