// The bytes of a message's parts, and of the message as it was sent: from disk where they were looked at before, else from
// whoever has them. Knows no window and no names of files.
import type { FetchedMessage } from '../contract/body.ts';
import { FailureError } from '../contract/failure.ts';
import type { DiskCache } from './disk-cache.ts';

/** Gmail, or the sample mailbox. */
export interface PartSource {
  /** The message anew, with all texts that showing it takes. */
  readonly whole: (id: string, signal: AbortSignal) => Promise<FetchedMessage>;
  readonly part: (messageId: string, partId: string, signal: AbortSignal) => Promise<Uint8Array>;
  readonly raw: (id: string, how: RawHow, signal: AbortSignal) => Promise<Uint8Array>;
}

export interface RawHow {
  /** Somebody waits for this one. */
  readonly urgent: boolean;
}

export interface PartsOptions {
  readonly cache: DiskCache;
  /** Where they are asked for; undefined where nobody can be. */
  readonly source: () => { readonly source: PartSource; readonly signal: AbortSignal } | undefined;
  /** Those of the messages that are known no more. */
  readonly unknown: (messageIds: readonly string[]) => Promise<readonly string[]>;
}

export interface Parts {
  /** Throws `too-large`, `gone`, `offline`, or why it can't be fetched now. */
  readonly read: (messageId: string, partId: string, mostBytes: number) => Promise<Uint8Array>;
  readonly raw: (id: string, how?: RawHow) => Promise<Uint8Array>;
}

const rawName = 'raw';
/** The root has no id of its own. */
const nameOf = (partId: string) => (partId === '' ? 'root' : partId);

export function createParts({ cache, source, unknown }: PartsOptions): Parts {
  const underWay = new Map<string, Promise<Uint8Array>>();
  let isTidy = false;

  /** What belongs to messages that are gone goes as well, in whichever run that is noticed. */
  const tidy = async (): Promise<void> => {
    if (isTidy) return;
    isTidy = true;
    for (const id of await unknown(await cache.groups())) await cache.forget(id);
  };

  const fetched = async (
    messageId: string,
    name: string,
    keep: boolean,
    fetch: (source: PartSource, signal: AbortSignal) => Promise<Uint8Array>,
  ): Promise<Uint8Array> => {
    await tidy();
    const kept = await cache.read(messageId, name);
    if (kept) return kept;
    const asked = source();
    if (!asked) throw new FailureError({ kind: 'offline' });
    const bytes = await fetch(asked.source, asked.signal);
    if (keep) await cache.write(messageId, name, bytes);
    return bytes;
  };

  const once = (key: string, work: () => Promise<Uint8Array>): Promise<Uint8Array> => {
    const known = underWay.get(key);
    if (known) return known;
    const mine = work().finally(() => underWay.delete(key));
    underWay.set(key, mine);
    return mine;
  };

  return {
    read: async (messageId, partId, mostBytes) => {
      const name = nameOf(partId);
      const bytes = await once(`${messageId} ${name}`, () =>
        fetched(messageId, name, true, (from, signal) => from.part(messageId, partId, signal)),
      );
      if (bytes.length > mostBytes) throw new FailureError({ kind: 'too-large' });
      return bytes;
    },
    // A whole mailbox that is exported would make everything else go.
    raw: (id, how = { urgent: true }) =>
      once(`${id} ${rawName}`, () => fetched(id, rawName, how.urgent, (from, signal) => from.raw(id, how, signal))),
  };
}
