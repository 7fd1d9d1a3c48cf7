// The context bridge between a page's own world and that of its preload script. Both ends are this same code; calls go over
// synchronous DOM events with a secret name, so that a bridged function returns as synchronously as the real one.
// Self-contained: its source runs in pages.
import type { Callable, Codec } from './codec.ts';

export interface BridgeEnd {
  readonly expose: (key: string, value: unknown) => void;
}

/** Functions and promises cross as ids, everything else as a copy. */
export function makeBridgeEnd(
  codec: Codec,
  sendAs: string,
  receiveAs: string,
  onExpose?: (key: string, value: unknown) => void,
): BridgeEnd {
  type Packed = { readonly value?: string; readonly error?: string };
  type Message =
    | { readonly kind: 'expose'; readonly key: string; readonly value: string }
    | { readonly kind: 'call'; readonly id: number; readonly args: string }
    | ({ readonly kind: 'answer' } & Packed)
    | ({ readonly kind: 'settle'; readonly id: number } & Packed);
  type Settle = (outcome: Packed) => void;

  // Kept, because the page may replace them later.
  const dispatch = window.dispatchEvent.bind(window);
  const DomEvent = CustomEvent;
  const lent: Callable[] = []; // our functions that the other side may call
  const promised = new Map<number, Settle>(); // promises of the other side that we wait for
  let promiseCount = 0;
  let answer: Packed = {}; // the other side's answer to the call that we are making

  const post = (message: Message) => dispatch(new DomEvent(sendAs, { detail: JSON.stringify(message) }));
  const messageOf = (error: unknown) => String((error as Error | undefined)?.message ?? error);
  const pack = (value: unknown): string =>
    codec.encode(value, {
      function: (callable) => (lent.includes(callable) ? lent.indexOf(callable) : lent.push(callable) - 1),
      promise: (promise) => {
        const id = ++promiseCount;
        promise
          .then((result) => post({ kind: 'settle', id, value: pack(result) }))
          .catch((error) => post({ kind: 'settle', id, error: messageOf(error) }));
        return id;
      },
    });
  const unpack = ({ value, error }: Packed): unknown => {
    if (error !== undefined) throw new Error(error);
    return codec.decode(value ?? 'null', {
      function:
        (id) =>
        (...args: unknown[]) =>
          ask({ kind: 'call', id, args: pack(args) }),
      promise: (id) =>
        new Promise((resolve, reject) => {
          promised.set(id, (outcome) => {
            try {
              resolve(unpack(outcome));
            } catch (failure) {
              reject(failure);
            }
          });
        }),
    });
  };
  const ask = (message: Message) => {
    post(message);
    return unpack(answer);
  };
  const obey = (message: Message): unknown => {
    if (message.kind === 'expose') return onExpose?.(message.key, unpack({ value: message.value }));
    if (message.kind === 'call') return lent[message.id]?.(...(unpack({ value: message.args }) as unknown[]));
    throw new Error(`unknown: ${message.kind}`);
  };

  window.addEventListener(receiveAs, (event) => {
    const message = JSON.parse((event as CustomEvent<string>).detail) as Message;
    if (message.kind === 'answer') {
      answer = message;
    } else if (message.kind === 'settle') {
      promised.get(message.id)?.(message);
      promised.delete(message.id);
    } else {
      try {
        post({ kind: 'answer', value: pack(obey(message)) });
      } catch (error) {
        post({ kind: 'answer', error: messageOf(error) });
      }
    }
  });
  return { expose: (key, value) => ask({ kind: 'expose', key, value: pack(value) }) };
}

/** The end in the page's own world: puts on the window what the preload script exposes, frozen as in Electron. */
export function receiveExposed(codec: Codec, makeEnd: typeof makeBridgeEnd, secret: string): void {
  const freeze = (value: unknown): void => {
    if (!value || typeof value !== 'object' || ArrayBuffer.isView(value)) return;
    Object.values(Object.freeze(value)).forEach(freeze);
  };
  makeEnd(codec, `${secret}-to-preload`, `${secret}-to-page`, (key, value) => {
    if (key in window) throw new Error('Cannot bind an API on top of an existing property on the window object');
    freeze(value);
    Object.defineProperty(window, key, { value, enumerable: true });
  });
}
