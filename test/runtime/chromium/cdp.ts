// The Chrome DevTools Protocol over the two pipes of --remote-debugging-pipe: JSON messages ended by a NUL.
import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { CDPSession } from '@playwright/test';

/** One session of the protocol, typed as Playwright types its own. */
export type Session = Pick<CDPSession, 'send' | 'on'>;

interface Reply {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
  readonly method?: string;
  readonly params?: unknown;
  readonly sessionId?: string;
}

export class Cdp {
  /** The session of the browser itself. */
  readonly browser: Session = this.session('');
  readonly #toBrowser: Writable;
  readonly #pending = new Map<number, (reply: Reply) => void>();
  #lastId = 0;

  constructor(toBrowser: Writable, fromBrowser: Readable) {
    // The pipe breaks when Chromium ends; that is handled where it was started.
    this.#toBrowser = toBrowser.on('error', () => undefined);
    let rest = '';
    fromBrowser.setEncoding('utf8').on('data', (chunk: string) => {
      const messages = (rest + chunk).split('\0');
      rest = messages.pop() ?? '';
      for (const message of messages) this.#receive(JSON.parse(message) as Reply);
    });
  }

  readonly #events = new Map<string, EventEmitter>();

  /** The session that `Target.attachToTarget` or `Target.attachedToTarget` named. */
  session(sessionId: string): Session {
    return {
      send: ((method: string, params: object = {}) => this.#send(sessionId, method, params)) as Session['send'],
      on: ((method: string, listener: (params: unknown) => void) => {
        this.#eventsOf(sessionId).on(method, listener);
      }) as unknown as Session['on'],
    };
  }

  #eventsOf(sessionId: string): EventEmitter {
    const events = this.#events.get(sessionId) ?? new EventEmitter().setMaxListeners(0);
    this.#events.set(sessionId, events);
    return events;
  }

  #send(sessionId: string, method: string, params: object): Promise<unknown> {
    const id = ++this.#lastId;
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    this.#pending.set(id, ({ error, result }) =>
      error ? reject(new Error(`${method}: ${error.message}`)) : resolve(result),
    );
    this.#toBrowser.write(`${JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) })}\0`);
    return promise;
  }

  #receive(reply: Reply): void {
    if (reply.id === undefined) {
      if (reply.method) this.#events.get(reply.sessionId ?? '')?.emit(reply.method, reply.params);
      return;
    }
    this.#pending.get(reply.id)?.(reply);
    this.#pending.delete(reply.id);
  }
}
