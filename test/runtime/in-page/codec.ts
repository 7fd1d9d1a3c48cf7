// Values as text, for the two ways out of a page. Carries what a structured clone may hold (Map, Set, Date, BigInt, bytes,
// errors, undefined, cycles), and refuses what it may not. Self-contained: its source also runs in pages.

export type Codec = ReturnType<typeof makeCodec>;
export type Callable = (...args: unknown[]) => unknown;

/** How functions and promises, which can't be cloned, cross as numbers; without these they are refused. */
interface Lend {
  readonly function?: (callable: Callable) => number;
  readonly promise?: (promise: Promise<unknown>) => number;
}
interface Borrow {
  readonly function?: (id: number) => unknown;
  readonly promise?: (id: number) => unknown;
}

export function makeCodec() {
  type Written = null | string | boolean | number | readonly unknown[];
  type Bytes = new (buffer: ArrayBuffer) => unknown;

  const errors: Record<string, ErrorConstructor> = {
    EvalError,
    RangeError,
    ReferenceError,
    SyntaxError,
    TypeError,
    URIError,
  };
  const views: Record<string, Bytes> = {
    Int8Array,
    Uint8Array,
    Uint8ClampedArray,
    Int16Array,
    Uint16Array,
    Int32Array,
    Uint32Array,
    Float32Array,
    Float64Array,
    BigInt64Array,
    BigUint64Array,
    DataView,
  };

  function refuse(): never {
    throw new Error('An object could not be cloned.');
  }

  function writePlain(item: unknown): Written | undefined {
    switch (typeof item) {
      case 'string':
      case 'boolean':
        return item;
      case 'undefined':
        return ['undefined'];
      case 'bigint':
        return ['bigint', String(item)];
      case 'symbol':
        return refuse();
      case 'number':
        if (Number.isFinite(item) && !Object.is(item, -0)) return item;
        return ['number', Object.is(item, -0) ? '-0' : String(item)];
      default:
        return item === null ? null : undefined;
    }
  }

  type Walk = (item: unknown) => Written;
  const entries = (item: object, walk: Walk) => Object.entries(item).map(([key, entry]) => [key, walk(entry)]);
  const writers: Record<string, (item: never, walk: Walk) => Written> = {
    object: (item: object, walk) => ['object', entries(item, walk)],
    array: (item: unknown[], walk) => ['array', item.length, entries(item, walk)],
    map: (item: Map<unknown, unknown>, walk) => ['map', [...item].map(([key, entry]) => [walk(key), walk(entry)])],
    set: (item: Set<unknown>, walk) => ['set', [...item].map(walk)],
    date: (item: Date) => ['date', String(item.getTime())],
    regexp: (item: RegExp) => ['regexp', item.source, item.flags],
    error: (item: Error, walk) => [
      'error',
      item.name,
      item.message,
      item.stack,
      'cause' in item ? [walk(item.cause)] : [],
    ],
    arraybuffer: (item: ArrayBuffer) => ['bytes', 'ArrayBuffer', toBase64(new Uint8Array(item))],
  };

  /** Functions and promises; undefined for anything else. */
  function writeLent(item: object, kind: string, lend: Lend): Written | undefined {
    if (typeof item === 'function') return lend.function ? ['function', lend.function(item as Callable)] : refuse();
    if (kind !== 'Promise') return undefined;
    return lend.promise ? ['promise', lend.promise(item as Promise<unknown>)] : refuse();
  }

  function writeCopied(item: object, kind: string, walk: Walk): Written {
    if (ArrayBuffer.isView(item)) {
      return ['bytes', kind, toBase64(new Uint8Array(item.buffer, item.byteOffset, item.byteLength))];
    }
    const write = writers[kind.toLowerCase()];
    if (!write) throw new Error(`The Electron stand-in cannot carry a ${kind} between processes`);
    return write(item as never, walk);
  }

  function encode(value: unknown, lend: Lend = {}): string {
    const seen = new Map<object, number>();
    const walk: Walk = (item) => {
      const plain = writePlain(item);
      if (plain !== undefined) return plain;
      const object = item as object;
      const kind = Object.prototype.toString.call(object).slice(8, -1);
      const lent = writeLent(object, kind, lend);
      if (lent) return lent;
      const at = seen.get(object);
      if (at !== undefined) return ['seen', at];
      seen.set(object, seen.size);
      return writeCopied(object, kind, walk);
    };
    return JSON.stringify(walk(value));
  }

  type Build = (node: unknown) => unknown;
  type Keep = <T extends object>(item: T) => T;
  const put = (item: object, list: [string, unknown][], build: Build) => {
    for (const [key, entry] of list) {
      // Not by assignment: a key may be `__proto__`.
      Object.defineProperty(item, key, { value: build(entry), writable: true, enumerable: true, configurable: true });
    }
    return item;
  };
  const hidden = (value: unknown) => ({ value, writable: true, configurable: true });
  const readers: Record<string, (parts: never, build: Build, keep: Keep) => unknown> = {
    undefined: () => undefined,
    number: ([text]: string[]) => Number(text),
    bigint: ([text]: string[]) => BigInt(text ?? ''),
    array: ([length, list]: [number, []], build, keep) => put(keep(new Array(length)), list, build),
    object: ([list]: [[]], build, keep) => put(keep({}), list, build),
    map: ([list]: [[unknown, unknown][]], build, keep) => {
      const map = keep(new Map());
      for (const [key, entry] of list) map.set(build(key), build(entry));
      return map;
    },
    set: ([list]: [unknown[]], build, keep) => {
      const set = keep(new Set());
      for (const entry of list) set.add(build(entry));
      return set;
    },
    date: ([time]: string[], _build, keep) => keep(new Date(Number(time))),
    regexp: ([source, flags]: [string, string], _build, keep) => keep(new RegExp(source, flags)),
    error: ([name, message, stack, cause]: [string, string, string, unknown[]], build, keep) => {
      const error = keep(new (errors[name] ?? Error)(message));
      Object.defineProperty(error, 'stack', hidden(stack));
      if (cause.length) Object.defineProperty(error, 'cause', hidden(build(cause[0])));
      return error;
    },
    bytes: ([kind, text]: [string, string], _build, keep) => {
      const { buffer } = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
      const View = views[kind];
      return keep(View ? (new View(buffer) as object) : buffer);
    },
  };

  function decode(text: string, borrow: Borrow = {}): unknown {
    const made: object[] = [];
    const keep: Keep = (item) => {
      made.push(item);
      return item;
    };
    const build: Build = (node) => {
      if (!Array.isArray(node)) return node;
      const [kind, ...parts] = node;
      if (kind === 'seen') return made[parts[0]];
      if (kind === 'function' || kind === 'promise') return borrow[kind as keyof Borrow]?.(parts[0]);
      const read = readers[kind];
      if (!read) throw new Error(`The Electron stand-in cannot read a ${kind}`);
      return read(parts as never, build, keep);
    };
    return build(JSON.parse(text));
  }

  function toBase64(bytes: Uint8Array): string {
    let binary = '';
    for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
    return btoa(binary);
  }

  /** What IPC does: clone as the platform does (drops prototypes, calls getters, refuses functions), then write it down. */
  function encodeClone(value: unknown): string {
    let clone: unknown;
    try {
      clone = structuredClone(value);
    } catch {
      return refuse();
    }
    return encode(clone);
  }

  return { encode, encodeClone, decode };
}
