/** The shapes that many acts share, written once in the API's description and referred to by name. */
import { z } from 'zod';
import type { AnyAct } from '../act.ts';

type Json = Record<string, unknown>;
type Side = 'input' | 'output';

/** Schemas by the names that the API's description gives them. */
export type Shapes = Readonly<Record<string, z.ZodType>>;

const addressOf = (name: string) => `#/components/schemas/${name}`;
const references = /"\$ref":"#\/components\/schemas\/(\w+)"/g;

/** Names of the shapes that a schema refers to itself. */
const namedIn = (schema: unknown): string[] => [
  ...new Set([...JSON.stringify(schema).matchAll(references)].map(([, name]) => name as string)),
];

export class SharedShapes {
  readonly #acts: Readonly<Record<Side, (act: AnyAct) => Json>>;
  readonly #written: Readonly<Record<Side, ReadonlyMap<string, Json>>>;
  readonly #byText: Readonly<Record<Side, ReadonlyMap<string, string>>>;
  readonly #used = new Map<string, Json>();
  readonly #takenOtherwise: ReadonlySet<string>;

  constructor(shapes: Shapes, acts: readonly AnyAct[]) {
    const [input, output] = [write('input', shapes, acts), write('output', shapes, acts)];
    this.#acts = { input: input.ofAct, output: output.ofAct };
    this.#written = { input: input.shapes, output: output.shapes };
    this.#byText = { input: byText(input.shapes), output: byText(output.shapes) };
    this.#takenOtherwise = differing(input.shapes, output.shapes);
  }

  /** What an act takes or answers, with what is shared referred to by its name. */
  of(act: AnyAct, side: Side): Json {
    return this.named(side, this.#acts[side](act));
  }

  /** The schema with what is shared referred to by its name. */
  named(side: Side, schema: Json): Json {
    return this.#named(fold(schema, this.#byText[side]), side);
  }

  /** The shapes that have been referred to so far. */
  get used(): Json {
    return Object.fromEntries([...this.#used].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** A shape that is taken otherwise than it is answered, as with a default, has a name of its own where it is taken. */
  #named(schema: Json, side: Side): Json {
    for (const name of namedIn(schema)) {
      const words = this.#nameOf(name, side);
      if (this.#used.has(words)) continue;
      this.#used.set(words, {});
      this.#used.set(words, this.#named(this.#written[side].get(name) as Json, side));
    }
    const text = JSON.stringify(schema).replaceAll(
      references,
      (_, name: string) => `"$ref":"${addressOf(this.#nameOf(name, side))}"`,
    );
    return JSON.parse(text) as Json;
  }

  #nameOf(name: string, side: Side): string {
    return side === 'input' && this.#takenOtherwise.has(name) ? `${name}Input` : name;
  }
}

function write(side: Side, shapes: Shapes, acts: readonly AnyAct[]) {
  const known = z.registry<{ id: string }>();
  for (const [id, shape] of Object.entries(shapes)) known.add(shape, { id });
  for (const act of acts) if (!known.has(act[side])) known.add(act[side], { id: `${act.name} ${side}` });
  const { schemas } = z.toJSONSchema(known, {
    io: side,
    unrepresentable: 'any',
    uri: addressOf,
    override: withoutSafeBounds,
  });
  const bare = new Map(
    Object.entries(schemas).map(([name, { $schema: _, $id: __, id: ___, ...schema }]) => [name, schema as Json]),
  );
  return {
    shapes: bare,
    ofAct: (act: AnyAct): Json => {
      const id = known.get(act[side])?.id ?? '';
      return id in shapes ? { $ref: addressOf(id) } : (bare.get(id) as Json);
    },
  };
}

/** Every whole number is one that a computer holds exactly: that need not be said of each. */
function withoutSafeBounds({ jsonSchema }: { jsonSchema: { minimum?: unknown; maximum?: unknown } }): void {
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
}

/** Objects by what they say: one that says the same as a shape is that shape. */
function byText(shapes: ReadonlyMap<string, Json>): ReadonlyMap<string, string> {
  return new Map(
    [...shapes].flatMap(([name, schema]) =>
      schema.properties && !/ (input|output)$/.test(name) ? [[JSON.stringify(schema), name]] : [],
    ),
  );
}

function fold(schema: Json, names: ReadonlyMap<string, string>): Json {
  const name = names.get(JSON.stringify(schema));
  if (name !== undefined) return { $ref: addressOf(name) };
  return Object.fromEntries(
    Object.entries(schema).map(([key, part]) => [
      key,
      Array.isArray(part)
        ? part.map((one: unknown) => (isJson(one) ? fold(one, names) : one))
        : isJson(part)
          ? fold(part, names)
          : part,
    ]),
  );
}

const isJson = (part: unknown): part is Json => typeof part === 'object' && part !== null && !Array.isArray(part);

/** Shapes that differ between what is taken and what is answered, in themselves or in what they refer to. */
function differing(taken: ReadonlyMap<string, Json>, answered: ReadonlyMap<string, Json>): ReadonlySet<string> {
  const matches = new Set(
    [...taken].flatMap(([name, schema]) =>
      JSON.stringify(schema) === JSON.stringify(answered.get(name)) ? [] : [name],
    ),
  );
  for (let before = -1; before !== matches.size; ) {
    before = matches.size;
    for (const [name, schema] of taken) if (namedIn(schema).some((one) => matches.has(one))) matches.add(name);
  }
  return matches;
}
