// What a sandboxed preload script finds around it: `require('electron')` and a few members of `process`, in a world of its own.
// Self-contained: its source runs in pages, where `toMain` is a binding of the DevTools protocol.
import type { throwForMissing } from '../strict.ts';
import type { makeBridgeEnd } from './bridge.ts';
import type { Codec } from './codec.ts';

export interface Surroundings {
  readonly secret: string;
  readonly platform: string;
  readonly arch: string;
  readonly versions: Record<string, string | undefined>;
}

/** What the isolated world posts to the main process, as JSON. */
export type Posted =
  | { readonly kind: 'invoke'; readonly id: number; readonly channel: string; readonly args: string }
  | { readonly kind: 'send'; readonly channel: string; readonly args: string }
  | { readonly kind: 'preload-error'; readonly message: string };

/** What the main process calls in the isolated world. */
export interface Receiver {
  readonly deliver: (channel: string, args: string) => void;
  readonly settle: (id: number, value: string | null, error: string | null) => void;
}

type Preload = (require: unknown, process: unknown, module: unknown, exports: unknown, global: unknown) => void;

export function runPreload(
  codec: Codec,
  loud: typeof throwForMissing,
  makeEnd: typeof makeBridgeEnd,
  given: Surroundings,
  preload: Preload,
): void {
  type Listener = (event: unknown, ...args: unknown[]) => void;
  type Result = { readonly value: string | null; readonly error: string | null };
  const world = globalThis as unknown as Record<string, unknown> & { __electronStandInToMain: (text: string) => void };
  const toMain = world.__electronStandInToMain;
  const post = (message: Posted) => toMain(JSON.stringify(message));
  const waiting = new Map<number, (result: Result) => void>(); // invoke() calls under way
  const listeners = new Map<string, { listener: Listener; once: boolean }[]>();
  let lastId = 0;

  const partly = <T extends object>(members: T, label: string): T => {
    loud(members, label);
    return members;
  };
  const add = (channel: string, listener: Listener, once: boolean) => {
    listeners.set(channel, [...(listeners.get(channel) ?? []), { listener, once }]);
    return ipcRenderer;
  };
  const remove = (channel: string, listener: Listener) => {
    listeners.set(
      channel,
      (listeners.get(channel) ?? []).filter((entry) => entry.listener !== listener),
    );
    return ipcRenderer;
  };
  const ipcRenderer: object = partly(
    {
      async invoke(channel: string, ...args: unknown[]) {
        const packed = codec.encodeClone(args);
        const id = ++lastId;
        const { error, value } = await new Promise<Result>((resolve) => {
          waiting.set(id, resolve);
          post({ kind: 'invoke', id, channel, args: packed });
        });
        if (error !== null) throw new Error(`Error invoking remote method '${channel}': ${error}`);
        return codec.decode(value ?? 'null');
      },
      send: (channel: string, ...args: unknown[]) => post({ kind: 'send', channel, args: codec.encodeClone(args) }),
      on: (channel: string, listener: Listener) => add(channel, listener, false),
      addListener: (channel: string, listener: Listener) => add(channel, listener, false),
      once: (channel: string, listener: Listener) => add(channel, listener, true),
      off: remove,
      removeListener: remove,
      removeAllListeners(channel: string) {
        listeners.delete(channel);
        return ipcRenderer;
      },
      listenerCount: (channel: string) => (listeners.get(channel) ?? []).length,
    },
    'ipcRenderer',
  );

  const receiver: Receiver = {
    deliver(channel, args) {
      for (const entry of listeners.get(channel) ?? []) {
        if (entry.once) remove(channel, entry.listener);
        try {
          entry.listener({ sender: ipcRenderer, ports: [] }, ...(codec.decode(args) as unknown[]));
        } catch (error) {
          reportError(error); // an uncaught error of the page, as in Electron; not a failed protocol command
        }
      }
    },
    settle(id, value, error) {
      waiting.get(id)?.({ value, error });
      waiting.delete(id);
    },
  };
  world['__electronStandIn'] = receiver;

  const bridge = makeEnd(codec, `${given.secret}-to-page`, `${given.secret}-to-preload`);
  const electron = partly(
    {
      ipcRenderer,
      contextBridge: partly({ exposeInMainWorld: bridge.expose }, 'contextBridge'),
      webFrame: partly({}, 'webFrame'),
      webUtils: partly({}, 'webUtils'),
    },
    'electron (in a preload script)',
  );
  const require = (name: string) => {
    if (/^electron(\/(renderer|common))?$/.test(name)) return electron;
    if (/^(node:)?(events|timers|url)$/.test(name)) {
      throw new Error(`The Electron stand-in gives preload scripts no '${name}'`);
    }
    throw new Error(`module not found: ${name}`);
  };
  const { platform, arch, versions } = given;
  const fixed = { type: 'renderer', sandboxed: true, contextIsolated: true, argv: [], env: {} };
  const process = partly({ platform, arch, versions, ...fixed }, 'process (in a preload script)');
  const module = { exports: {} };
  try {
    preload(require, process, module, module.exports, globalThis);
  } catch (error) {
    post({ kind: 'preload-error', message: String((error as Error | undefined)?.stack ?? error) });
  }
}
