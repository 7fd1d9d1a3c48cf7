// Makes the stand-in fail loudly where it ends, at compile time and at run time, so that a missing piece never looks
// like a passing test. Knows none of Electron's modules.
import { EventEmitter } from 'node:events';

type AnyClass = abstract new (...args: never[]) => object;

/** What may stand in for Theirs: any of its members, with a signature that fits, and none that it lacks. */
type PartOf<Theirs, Ours> = {
  [Key in Exclude<keyof Ours, keyof EventEmitter>]: Key extends keyof Theirs ? Theirs[Key] : never;
};

type PartOfClass<Theirs extends AnyClass, Ours extends AnyClass> = (new (
  ...args: ConstructorParameters<Theirs>
) => PartOf<InstanceType<Theirs>, InstanceType<Ours>>) & {
  [Key in Exclude<keyof Ours, keyof typeof EventEmitter>]: Key extends keyof Theirs ? Theirs[Key] : never;
};

/** The name, if it is that of an event which Theirs declares. */
type EventOf<Theirs, Name extends string> = Theirs extends { on: infer On }
  ? On extends (event: Name, listener: (...args: unknown[]) => void) => unknown
    ? Name
    : never
  : never;

/**
 * Reading a member that `holder` lacks throws from now on, instead of giving undefined. It hangs a net below the prototypes,
 * so `holder` stays the object that it is. Self-contained: its source also runs in pages.
 */
export function throwForMissing(holder: object, label: string): void {
  // Read by promises, JSON, inspectors and assertion libraries on any object at all.
  const probes = ['then', 'toJSON', 'inspect', 'href', 'nodeType', 'asymmetricMatch', '__esModule'];
  const below = Object.getPrototypeOf(holder) as object;
  const net = new Proxy(below, {
    get(target, key, receiver) {
      if (typeof key === 'symbol' || key in target || probes.includes(key)) return Reflect.get(target, key, receiver);
      throw new Error(`The Electron stand-in has no ${label}.${key}`);
    },
  });
  Object.setPrototypeOf(holder, net);
}

/** Takes an object for one of Electron's: checked against its type here, and by name whenever it is used. */
export function standsFor<Theirs>(label: string) {
  return <Ours extends object & PartOf<Theirs, Ours>>(ours: Ours): Theirs => {
    throwForMissing(ours, label);
    return ours as unknown as Theirs;
  };
}

/** The same for a class, its statics and its instances. */
export function standsForClass<Theirs extends AnyClass>(label: string) {
  return <Ours extends AnyClass & PartOfClass<Theirs, Ours>>(ours: Ours): Theirs => {
    throwForMissing(ours, label);
    throwForMissing((ours as unknown as { prototype: object }).prototype, label);
    return ours as unknown as Theirs;
  };
}

/** Names of events of Theirs; any other name does not compile. */
export function eventsOf<Theirs>() {
  return <const Names extends readonly string[]>(
    ...names: { [Index in keyof Names]: EventOf<Theirs, Names[Index]> }
  ): ReadonlySet<string> => new Set(names as unknown as string[]);
}

/** An event emitter that says, once per event, when somebody waits for what the stand-in never emits. */
export class Emitter extends EventEmitter {
  readonly #label: string;
  readonly #emitted: ReadonlySet<string>;
  readonly #reported = new Set<string>();

  constructor(label: string, emitted: ReadonlySet<string>) {
    super();
    this.#label = label;
    this.#emitted = emitted;
  }

  override on(event: string | symbol, listener: (...args: never[]) => void): this {
    if (typeof event === 'string' && !this.#emitted.has(event) && !this.#reported.has(event)) {
      this.#reported.add(event);
      process.stderr.write(`electron stand-in: ${this.#label} never emits '${event}'\n`);
    }
    return super.on(event, listener as (...args: unknown[]) => void);
  }

  override addListener(event: string | symbol, listener: (...args: never[]) => void): this {
    return this.on(event, listener);
  }
}

/** Emits an event with preventDefault(). Returns whether a listener prevented the default. */
export function emitPreventable(emitter: NodeJS.EventEmitter, name: string, details = {}, ...rest: unknown[]): boolean {
  const event = {
    ...details,
    defaultPrevented: false,
    preventDefault() {
      event.defaultPrevented = true;
    },
  };
  emitter.emit(name, event, ...rest);
  return event.defaultPrevented;
}
