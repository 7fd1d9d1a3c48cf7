// `ipcMain`, and the main process's half of what in-page/preload-world.ts posts.
import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import { makeCodec } from '../in-page/codec.ts';
import type { Posted } from '../in-page/preload-world.ts';
import { standsFor, throwForMissing } from '../strict.ts';

type Handler = (event: Electron.IpcMainInvokeEvent, ...args: unknown[]) => unknown;
type Answer = (id: number, value: string | null, error: string | null) => void;

export const codec = makeCodec();
const handlers = new Map<string, Handler>();

class IpcMain extends EventEmitter {
  handle(channel: string, handler: Handler): void {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    if (typeof handler !== 'function') {
      throw new TypeError(`Expected handler to be a function, but found type '${typeof handler}'`);
    }
    handlers.set(channel, handler);
  }
  handleOnce(channel: string, handler: Handler): void {
    this.handle(channel, (...args) => {
      handlers.delete(channel);
      return handler(...args);
    });
  }
  removeHandler(channel: string): void {
    handlers.delete(channel);
  }
}

export const ipcMain = standsFor<Electron.IpcMain>('ipcMain')(new IpcMain());

/** A message from the preload script of `contents`. `isCurrent` tells whether its document is still the one shown. */
export async function receive(
  contents: Electron.WebContents,
  posted: Exclude<Posted, { kind: 'preload-error' }>,
  isCurrent: () => boolean,
  answer: Answer,
): Promise<void> {
  const { channel } = posted;
  const event = {
    sender: contents,
    get senderFrame() {
      return isCurrent() ? contents.mainFrame : null;
    },
    type: 'frame',
    processId: 1,
    frameId: 1,
    ports: [],
    reply: (toChannel: string, ...values: unknown[]) => contents.send(toChannel, ...values),
  };
  throwForMissing(event, 'ipc event');
  const args = codec.decode(posted.args) as unknown[];
  if (posted.kind === 'send') {
    ipcMain.emit(channel, event, ...args);
    return;
  }
  try {
    const handler = handlers.get(channel);
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    const value = await handler(event as unknown as Electron.IpcMainInvokeEvent, ...args);
    answer(posted.id, codec.encodeClone(value), null);
  } catch (error) {
    const stack = error instanceof Error ? error.stack : error;
    process.stderr.write(`Error occurred in handler for '${channel}': ${stack}\n`);
    answer(posted.id, null, String(error));
  }
}
