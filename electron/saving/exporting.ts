// Exports messages as one mbox file, each byte for byte as it was sent: one export at a time, with how far it is. Knows no
// dialogs and no window.
import type { Contents } from '../contents/contents.ts';
import type { ExportState } from '../contract/body.ts';
import { FailureError, isGone } from '../contract/failure.ts';
import type { Input } from '../contract/requests.ts';
import { createMboxQuoting, separatorLine } from '../mail/mbox.ts';
import type { MailInView } from '../mailbox/mailbox.ts';
import type { InThread } from '../store/read-messages.ts';
import { writeFileWhole } from './write-file.ts';

export interface ExportingOptions {
  readonly mailbox: () => Pick<MailInView, 'contents' | 'searching'>;
  readonly chooseFile: (name: string) => Promise<string | undefined>;
  /** Ms of a clock that nobody sets. */
  readonly ticks: () => number;
  readonly onChanged: () => void;
  readonly onBug: (error: unknown) => string;
}

export interface Exporting {
  /** Null where the person chose no place; while one runs, its state. */
  readonly start: (what: Input<'export.start'>) => Promise<ExportState | null>;
  /** Of the one that runs, or ran last. */
  readonly read: () => ExportState | null;
  readonly cancel: () => void;
  /** Resolves when nothing runs any more. */
  readonly close: () => Promise<void>;
}

const sayEveryMs = 250;
const proposedName = 'mail.mbox';
/** Quoting a piece takes a fraction of a frame. */
const pieceBytes = 65_536;

/** One that has gone meanwhile holds up no other. */
async function rawOf(parts: Contents['parts'], id: string): Promise<Uint8Array | undefined> {
  try {
    return await parts.raw(id, { urgent: false });
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}

/** Of a message that nobody has looked into yet, as it says itself. */
function dateOf(raw: Uint8Array): number {
  const head = Buffer.from(raw.subarray(0, pieceBytes)).toString('latin1');
  const at = Date.parse(/^date:(.*)$/im.exec(head)?.[1] ?? '');
  return Number.isNaN(at) ? 0 : at;
}

async function* mboxOf(raw: Uint8Array, { email, receivedAt }: InThread): AsyncGenerator<Uint8Array> {
  yield Buffer.from(separatorLine(email ?? '', receivedAt ?? dateOf(raw)));
  const quoting = createMboxQuoting();
  for (let at = 0; at < raw.length; at += pieceBytes) yield quoting.push(raw.subarray(at, at + pieceBytes));
  yield quoting.end();
}

export function createExporting({ mailbox, chooseFile, ticks, onChanged, onBug }: ExportingOptions): Exporting {
  let state: ExportState | null = null;
  let running: { readonly ended: Promise<void>; readonly stop: AbortController } | undefined;
  let isChoosing = false;
  let saidAt = Number.NEGATIVE_INFINITY;

  const change = (next: ExportState) => {
    const isUrgent = next.state !== 'running';
    state = next;
    if (!isUrgent && ticks() - saidAt < sayEveryMs) return;
    saidAt = ticks();
    onChanged();
  };

  const find = async (what: Input<'export.start'>): Promise<readonly InThread[]> => {
    const { searching } = mailbox();
    if ('search' in what) return searching.findAll(what.search);
    if ('messageIds' in what) return what.messageIds.map((id) => ({ id, email: null, receivedAt: null }));
    const threads = 'threadIds' in what ? what.threadIds : [what.threadId];
    return (await Promise.all(threads.map(searching.findInThread))).flat();
  };

  async function* write(
    { parts }: Contents,
    messages: readonly InThread[],
    signal: AbortSignal,
  ): AsyncGenerator<Uint8Array> {
    for (const [done, message] of messages.entries()) {
      signal.throwIfAborted();
      change({ done, total: messages.length, state: 'running' });
      const raw = await rawOf(parts, message.id);
      if (raw) yield* mboxOf(raw, message);
    }
  }

  const run = async (
    file: string,
    from: Contents,
    messages: readonly InThread[],
    signal: AbortSignal,
  ): Promise<void> => {
    const total = messages.length;
    const end = (how: ExportState['state']) => change({ done: state?.done ?? 0, total, state: how });
    try {
      await writeFileWhole(file, write(from, messages, signal));
      change({ done: total, total, state: 'done' });
    } catch (error) {
      if (!signal.aborted && !(error instanceof FailureError)) onBug(error);
      end(signal.aborted ? 'cancelled' : 'failed');
    } finally {
      running = undefined;
    }
  };

  return {
    start: async (what) => {
      if (running || isChoosing) return state;
      isChoosing = true;
      try {
        // Another account may be open by the time that it ends.
        const { contents } = mailbox();
        const messages = await find(what);
        const file = await chooseFile(proposedName);
        if (file === undefined) return null;
        const stop = new AbortController();
        state = { done: 0, total: messages.length, state: 'running' };
        onChanged();
        running = { stop, ended: run(file, contents, messages, stop.signal) };
        return state;
      } finally {
        isChoosing = false;
      }
    },
    read: () => state,
    cancel: () => running?.stop.abort(),
    close: async () => {
      running?.stop.abort();
      await running?.ended;
    },
  };
}
