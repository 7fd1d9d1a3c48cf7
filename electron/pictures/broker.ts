// Pictures that a person has allowed, from disk where they were fetched before, else from their hosts, and a receipt of who
// was asked. Knows no window.
import { createHash } from 'node:crypto';
import type { Contact, Picture } from '../contract/body.ts';
import { readPicture } from '../mail/picture-kinds.ts';
import { isTracker } from '../mail/trackers.ts';
import type { FetchedPicture } from './fetch-picture.ts';

export interface BrokerOptions {
  readonly fetchPicture: (url: string, signal: AbortSignal) => Promise<FetchedPicture>;
  readonly kept: {
    readonly read: (name: string) => Promise<Uint8Array | undefined>;
    /** Answers whether it is kept. */
    readonly write: (name: string, bytes: Uint8Array) => Promise<boolean>;
  };
  /** Epoch ms. */
  readonly now: () => number;
  readonly onContacts: (contacts: readonly Contact[]) => Promise<void>;
}

export interface AllowedPicture {
  readonly url: string;
  /** Null: it is here, and checked. */
  readonly refused: Picture['refused'];
}

export interface Broker {
  /** In the order of the URLs. */
  readonly load: (
    urls: readonly string[],
    messageId: string,
    signal: AbortSignal,
  ) => Promise<readonly AllowedPicture[]>;
  /** Of a picture that was loaded, in whichever message. */
  readonly read: (url: string) => Promise<Uint8Array | undefined>;
  /** They were seen in the message and not fetched. */
  readonly keptOut: (urls: readonly string[], messageId: string) => Promise<void>;
}

const atOnce = 6;

const nameOf = (url: string) => createHash('sha256').update(url).digest('hex');
const hostOf = (url: string) => URL.parse(url)?.hostname ?? '';

/** One line for each host and outcome. */
function sum(contacts: readonly Contact[]): Contact[] {
  const sums = new Map<string, Contact>();
  for (const contact of contacts.filter(({ host }) => host !== '')) {
    const key = `${contact.outcome} ${contact.host}`;
    const { pictures = 0, bytes = 0 } = sums.get(key) ?? {};
    sums.set(key, { ...contact, pictures: pictures + contact.pictures, bytes: bytes + contact.bytes });
  }
  return [...sums.values()];
}

export function createBroker({ fetchPicture, kept, now, onContacts }: BrokerOptions): Broker {
  const contact = (messageId: string, host: string, outcome: Contact['outcome'], pictures = 1, bytes = 0): Contact => ({
    host,
    messageId,
    at: now(),
    outcome,
    pictures,
    bytes,
  });

  /** Whoever only passed it on was asked for no picture of its own. */
  const contactsOf = (url: string, messageId: string, fetched: FetchedPicture): Contact[] => {
    const { picture, refused, contacted, bytes } = fetched;
    const before = contacted.slice(0, -1).map((host) => contact(messageId, host, 'fetched', 0));
    const last = contacted.at(-1);
    if (last === undefined) return [contact(messageId, hostOf(url), 'refused')];
    const outcome = picture ? 'fetched' : refused === 'unreachable' ? 'failed' : 'refused';
    return [...before, contact(messageId, last, outcome, 1, bytes)];
  };

  const loadOne = async (url: string, messageId: string, signal: AbortSignal) => {
    const answer = (refused: Picture['refused'], contacts: readonly Contact[]) => ({ url, refused, contacts });
    if (isTracker(url)) return answer('tracker', [contact(messageId, hostOf(url), 'refused')]);
    const bytes = await kept.read(nameOf(url));
    if (bytes && readPicture(bytes)) return answer(null, []);
    const fetched = await fetchPicture(url, signal);
    const contacts = contactsOf(url, messageId, fetched);
    if (!fetched.picture) return answer(fetched.refused, contacts);
    // Without room on the disk there is nowhere to show it from.
    return answer((await kept.write(nameOf(url), fetched.picture.bytes)) ? null : 'unreachable', contacts);
  };

  return {
    load: async (urls, messageId, signal) => {
      const wanted = [...new Set(urls)];
      const loaded = new Map<string, Awaited<ReturnType<typeof loadOne>>>();
      const waiting = wanted.values();
      const work = async () => {
        for (const url of waiting) loaded.set(url, await loadOne(url, messageId, signal));
      };
      await Promise.all(Array.from({ length: atOnce }, work));
      const contacts = sum([...loaded.values()].flatMap((one) => one.contacts));
      if (contacts.length > 0) await onContacts(contacts);
      return wanted.map((url) => ({ url, refused: loaded.get(url)?.refused ?? null }));
    },
    read: (url) => kept.read(nameOf(url)),
    keptOut: async (urls, messageId) => {
      const contacts = sum([...new Set(urls)].map((url) => contact(messageId, hostOf(url), 'kept-out')));
      if (contacts.length > 0) await onContacts(contacts);
    },
  };
}
