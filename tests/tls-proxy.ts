/** A TLS proxy on loopback, as an organisation has before the application. */
import { request as forward } from 'node:http';
import { createServer, request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';

interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface ProxyAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

export interface TlsProxy {
  readonly port: number;
  /** Asks through the proxy, from one of the addresses of loopback. */
  readonly ask: (path: string, query?: Asked, from?: string) => Promise<ProxyAnswer>;
  readonly close: () => Promise<void>;
}

/** Passes everything on to a port, with the client's address and that it came over TLS. */
export async function tlsProxy(toPort: number): Promise<TlsProxy> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], {
    keySize: 2048,
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] }],
  });
  const server = createServer({ key, cert }, (from, back) => {
    const message = from.headers['x-forwarded-for'];
    const headers = {
      ...from.headers,
      // Proxies that are set up with one line name themselves, not what the client asked for.
      host: `127.0.0.1:${toPort}`,
      'x-forwarded-for': [message, from.socket.remoteAddress].flat().filter(Boolean).join(', '),
      'x-forwarded-proto': 'https',
    };
    const on = forward({ port: toPort, host: '127.0.0.1', path: from.url, method: from.method, headers }, (answer) => {
      back.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(back);
    });
    on.on('error', () => back.writeHead(502).end());
    from.pipe(on);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    ask: (path, { method = 'GET', headers = {}, body } = {}, from = '127.0.0.1') =>
      new Promise((resolve, reject) => {
        const sent = body === undefined ? undefined : JSON.stringify(body);
        const asking = request(
          {
            host: '127.0.0.1',
            port,
            servername: 'localhost',
            ca: cert,
            path,
            method,
            localAddress: from,
            headers: { ...(sent === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
          },
          (answer) => {
            let message = '';
            answer.setEncoding('utf8').on('data', (part) => {
              message += part;
            });
            answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: message }));
          },
        );
        asking.on('error', reject);
        asking.end(sent);
      }),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
