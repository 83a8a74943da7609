/** A security key in software, which answers as WebAuthn says: for tests of the server, without a browser. */
import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';

const head = (major: number, count: number): Buffer => {
  if (count < 24) return Buffer.of((major << 5) | count);
  if (count < 256) return Buffer.of((major << 5) | 24, count);
  return Buffer.of((major << 5) | 25, count >> 8, count & 255);
};

type Cbor = number | string | Buffer | ReadonlyMap<number | string, Cbor>;

/** The few forms of CBOR that an answer is made of. */
function cbor(value: Cbor): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, part]) => [cbor(key), cbor(part)])]);
}

const text = (bytes: Buffer) => bytes.toString('base64url');
const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest();

interface Question {
  readonly challenge: string;
}

interface Circumstances {
  /** Where the page stands that asks. */
  readonly origin?: string;
  /** Whether the key asked its user for a code or a finger. */
  readonly verified?: boolean;
  /** How often it says that it was used. */
  readonly count?: number;
}

export class Authenticator {
  readonly #site: string;
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  readonly #id = randomBytes(32);
  #count = 0;

  constructor(site = 'localhost') {
    this.#site = site;
  }

  #data(verified: boolean, count: number, more = Buffer.alloc(0)): Buffer {
    const flags = 1 | (verified ? 4 : 0) | (more.length > 0 ? 64 : 0);
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(count);
    return Buffer.concat([sha256(this.#site), Buffer.of(flags), counter, more]);
  }

  #client(type: string, { challenge }: Question, origin: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }

  /** Makes its key known. */
  register(question: Question, origin: string) {
    const { x, y } = this.#keys.publicKey.export({ format: 'jwk' });
    const key = cbor(
      new Map<number, Cbor>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x as string, 'base64url')],
        [-3, Buffer.from(y as string, 'base64url')],
      ]),
    );
    const known = Buffer.concat([Buffer.alloc(16), Buffer.of(0, this.#id.length), this.#id, key]);
    const attested = new Map<string, Cbor>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', this.#data(true, 0, known)],
    ]);
    return {
      id: text(this.#id),
      rawId: text(this.#id),
      type: 'public-key',
      response: {
        clientDataJSON: text(this.#client('webauthn.create', question, origin)),
        attestationObject: text(cbor(attested)),
        transports: ['internal'],
      },
      clientExtensionResults: {},
    };
  }

  /** Shows that it has the key. */
  answer(question: Question, { origin = 'http://localhost', verified = true, count }: Circumstances = {}) {
    this.#count = count ?? this.#count + 1;
    const data = this.#data(verified, this.#count);
    const client = this.#client('webauthn.get', question, origin);
    const signature = createSign('sha256')
      .update(Buffer.concat([data, sha256(client)]))
      .sign(this.#keys.privateKey);
    return {
      id: text(this.#id),
      rawId: text(this.#id),
      type: 'public-key',
      response: { clientDataJSON: text(client), authenticatorData: text(data), signature: text(signature) },
      clientExtensionResults: {},
    };
  }
}
