// Messages complete with the texts that Gmail leaves out of them because they are large. Knows no HTTP.
import type { FetchedMessage } from '../contract/body.ts';
import type { Reader } from './reader.ts';
import type { Reading } from './reading.ts';
import { isItsOwn } from './unreadable.ts';

export interface CompleteOptions {
  readonly reader: Reader;
  /** With the texts that only somebody who looks at it needs. */
  readonly whole: boolean;
  readonly fetchBody: (messageId: string, attachmentId: string) => Promise<string>;
  /** The same message once more, with fresh attachment ids. */
  readonly fetchAgain: (id: string) => Promise<Reading>;
}

/** By part id. `complete` is false where Gmail does not give one of them. */
async function fetchBodies({ message, lacking }: Reading, { fetchBody }: CompleteOptions) {
  const bodies = new Map<string, string>();
  let complete = true;
  for (const { partId, attachmentId } of lacking) {
    try {
      bodies.set(partId, await fetchBody(message.id, attachmentId));
    } catch (error) {
      if (!isItsOwn(error)) throw error;
      complete = false;
    }
  }
  return { bodies, complete };
}

async function readAgain(
  { message, wire }: Reading,
  bodies: ReadonlyMap<string, string>,
  { reader, whole }: CompleteOptions,
): Promise<FetchedMessage> {
  if (!wire || (bodies.size === 0 && !whole)) return message;
  const [again] = await reader.read({ kind: 'again', wire, bodies, whole });
  return again ? { ...again.message, ...(message.malformed && { malformed: true }) } : message;
}

export async function complete(reading: Reading, options: CompleteOptions): Promise<FetchedMessage> {
  if (reading.lacking.length === 0) return reading.message;
  const first = await fetchBodies(reading, options);
  if (first.complete) return readAgain(reading, first.bodies, options);
  // Attachment ids go stale. With fresh ones it is tried once more; then the rest of the message is better than nothing.
  const again = await options.fetchAgain(reading.message.id);
  return readAgain(again, (await fetchBodies(again, options)).bodies, options);
}
