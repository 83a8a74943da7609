/** A TLS proxy on loopback, as an organisation has before the application. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as forward } from 'node:http';
import { createServer, request } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { generate } from 'selfsigned';
import { freePort } from './free-port.ts';

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

export type ProxyKind = 'nginx' | 'haproxy' | 'own';

const programs: Readonly<Record<Exclude<ProxyKind, 'own'>, string>> = { nginx: 'nginx', haproxy: 'haproxy' };

const pathOf = (program: string): string | undefined =>
  [...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/usr/local/sbin']
    .map((folder) => join(folder, program))
    .find((path) => existsSync(path));

/** Those of this machine, and one of the tests' own, which is there everywhere. */
export const proxyKinds: readonly ProxyKind[] = [
  ...(Object.keys(programs) as (keyof typeof programs)[]).filter((kind) => pathOf(programs[kind])),
  'own',
];

interface Certified {
  readonly key: string;
  readonly cert: string;
}

/** As README.md tells an organisation to set it up, in a folder of its own and with nothing else. */
const settingsOf = {
  nginx: (folder: string, port: number, toPort: number) => `
    daemon off; pid ${folder}/pid; error_log stderr crit; ${process.getuid?.() === 0 ? 'user root;' : ''}
    events {}
    http {
      access_log off;
      ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((of) => `${of}_temp_path ${folder}/${of};`).join(' ')}
      server {
        listen 127.0.0.1:${port} ssl; ssl_certificate ${folder}/cert.pem; ssl_certificate_key ${folder}/key.pem;
        location / {
          proxy_pass http://127.0.0.1:${toPort};
          proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
          proxy_set_header X-Forwarded-Proto $scheme;
        }
      }
    }`,
  haproxy: (folder: string, port: number, toPort: number) => `defaults
  mode http
  timeout connect 5s
  timeout client 60s
  timeout server 60s
frontend tls
  bind 127.0.0.1:${port} ssl crt ${folder}/both.pem
  option forwardfor
  http-request set-header X-Forwarded-Proto https
  default_backend application
backend application
  server one 127.0.0.1:${toPort}
`,
} as const;

/** A proxy as it is installed, for a test. */
async function installed(kind: keyof typeof programs, { key, cert }: Certified, toPort: number) {
  const folder = mkdtempSync(join(tmpdir(), 'kykypolku-tls-'));
  const port = await freePort();
  for (const [name, text] of Object.entries({ 'key.pem': key, 'cert.pem': cert, 'both.pem': `${cert}\n${key}` }))
    writeFileSync(join(folder, name), text, { mode: 0o600 });
  const file = join(folder, 'proxy.conf');
  writeFileSync(file, settingsOf[kind](folder, port, toPort));
  const words = kind === 'nginx' ? ['-p', folder, '-e', 'stderr', '-c', file] : ['-db', '-f', file];
  const child = spawn(pathOf(programs[kind]) as string, words, { stdio: ['ignore', 'ignore', 'pipe'] });
  let complaint = '';
  child.stderr.on('data', (part) => (complaint += part));
  const ended = once(child, 'exit').then(() => {
    throw new Error(`${kind} does not run: ${complaint}`);
  });
  ended.catch(() => {});
  for (let tries = 0; !(await Promise.race([isListening(port), ended])); tries++) {
    if (tries > 100) throw new Error(`${kind} does not listen: ${complaint}`);
    await setTimeout(100);
  }
  return {
    port,
    close: async () => {
      child.kill('SIGTERM');
      await ended.catch(() => {});
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const isListening = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' }, () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

/** One of our own, where none is installed: passes everything on with the client's address and that it came over TLS. */
async function ownProxy({ key, cert }: Certified, toPort: number) {
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
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A proxy before a port: nginx where it is installed, else haproxy, else one of our own. */
export async function tlsProxy(toPort: number, kind: ProxyKind = proxyKinds[0] as ProxyKind): Promise<TlsProxy> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], {
    keySize: 2048,
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] }],
  });
  const { port, close } = await (kind === 'own'
    ? ownProxy({ key, cert }, toPort)
    : installed(kind, { key, cert }, toPort));
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
    close,
  };
}
