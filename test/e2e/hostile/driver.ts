// Shows many documents in a few frames of the window, as the window itself does, and writes down what became of each. Runs in
// the window's page. Self-contained.
import type { Show } from '../../../electron/mail/frame.ts';
import type { Seen } from './in-frames.ts';

export interface Vector {
  readonly id: string;
  readonly html: string;
}

export interface Outcome {
  readonly id: string;
  /** `lost`: nothing more was heard of it. */
  readonly end: 'shown' | 'failed' | 'lost';
  readonly ran: readonly string[];
  readonly seen: Seen | null;
  /** What the frame posted, as it is. */
  readonly messages: readonly unknown[];
}

export interface Plan {
  readonly vectors: readonly Vector[];
  readonly frames: number;
  readonly settleMs: number;
  /** Of the outer frame; null: none. */
  readonly sandbox: string | null;
  readonly options: Omit<Show, 'html' | 'kind'>;
}

export async function drive({ vectors, frames, settleMs, sandbox, options }: Plan): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const queue = [...vectors];
  const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  const bridge = Reflect.get(window, 'porthole') as {
    request: (name: string, input: unknown) => Promise<{ ok: boolean; value: { host: string } }>;
  };

  async function open() {
    const { value } = await bridge.request('view.open', { id: 'message' });
    const frame = document.createElement('iframe');
    if (sandbox !== null) frame.setAttribute('sandbox', sandbox);
    frame.style.cssText = 'position:fixed;inset:0;width:240px;height:120px';
    frame.src = `mail://${value.host}/shell`;
    let hear: (data: unknown) => void = () => undefined;
    const onMessage = ({ source, data }: MessageEvent) => {
      if (source === frame.contentWindow) hear(data);
    };
    addEventListener('message', onMessage);
    const ready = new Promise<boolean>((resolve) => {
      hear = (data) => (data as { kind?: string }).kind === 'ready' && resolve(true);
      setTimeout(() => resolve(false), 5_000);
    });
    document.body.append(frame);
    const isReady = await ready;
    return {
      isReady,
      frame,
      say: (message: unknown) => frame.contentWindow?.postMessage(message, `mail://${value.host}`),
      listen: (listener: typeof hear) => {
        hear = listener;
      },
      close: async () => {
        frame.remove();
        removeEventListener('message', onMessage);
        await bridge.request('view.close', { host: value.host });
      },
    };
  }

  async function one(view: Awaited<ReturnType<typeof open>>, { id, html }: Vector): Promise<Outcome> {
    const messages: unknown[] = [];
    const ran: string[] = [];
    let seen: Seen | null = null;
    let end: Outcome['end'] = 'lost';
    const ended = Promise.withResolvers<void>();
    const acted = Promise.withResolvers<void>();
    view.listen((data) => {
      const said = (data as { seen?: { ran?: string; acted?: Seen } }).seen;
      if (!said) messages.push(data);
      if (said?.ran) ran.push(said.ran);
      if (said?.acted) {
        seen = said.acted;
        acted.resolve();
      }
      const { kind } = data as { kind?: string };
      if (kind === 'shown' || kind === 'failed') {
        end = kind;
        ended.resolve();
      }
    });
    view.say({ kind: 'show', html, ...options });
    await Promise.race([ended.promise, wait(3_000)]);
    await wait(settleMs);
    view.say('act');
    await Promise.race([acted.promise, wait(1_000)]);
    await wait(settleMs / 2);
    return { id, end, ran, seen, messages };
  }

  async function work(): Promise<void> {
    let view = await open();
    for (let vector = queue.shift(); vector; vector = queue.shift()) {
      const outcome = await one(view, vector);
      outcomes.push(outcome);
      // Whatever has led it away, or taken it over, is not to be held against the next one.
      if (outcome.end === 'lost' || !outcome.seen || outcome.seen.left) {
        await view.close();
        view = await open();
      }
    }
    await view.close();
  }

  await Promise.all(Array.from({ length: frames }, work));
  return outcomes;
}
