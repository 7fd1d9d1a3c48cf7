// What can be looked at of one account's messages beyond their text: bodies, parts, raw messages, pictures, and what was
// chosen for a sender. Joins the store with what lies beside it on disk. Knows no window.
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Contact, MessageBody, SenderChoice } from '../contract/body.ts';
import { FailureError } from '../contract/failure.ts';
import type { Attachment, Message } from '../contract/model.ts';
import type { Output } from '../contract/requests.ts';
import { type Clearable, type StorageUse, usualCacheLimit } from '../contract/storage.ts';
import { type AllowedPicture, type BrokerOptions, createBroker } from '../pictures/broker.ts';
import type { Store } from '../store/store.ts';
import { createBodies } from './bodies.ts';
import { createDiskCache } from './disk-cache.ts';
import { filesOf } from './files-of.ts';
import { createParts, type Parts, type PartsOptions } from './parts.ts';
import { type Preview, readPreview, readSource } from './preview.ts';

export interface ContentsOptions {
  readonly store: Store;
  /** The account's own. */
  readonly folder: string;
  readonly source: PartsOptions['source'];
  readonly fetchMessage: (id: string) => Promise<unknown>;
  readonly fetchPicture: BrokerOptions['fetchPicture'];
  /** How much of what can be had again is kept. */
  readonly cacheLimit?: (() => number) | undefined;
  /** Whether what lies elsewhere may be shown at all; yes unless given. */
  readonly showsPictures?: boolean | undefined;
  /** Epoch ms. */
  readonly now: () => number;
  /** Ends what is under way. */
  readonly signal: AbortSignal;
}

export type ChangedChoice = { readonly [Name in keyof SenderChoice]?: SenderChoice[Name] | null | undefined };

export interface Contents {
  readonly body: (id: string) => Promise<MessageBody>;
  readonly message: (id: string) => Promise<Message>;
  readonly parts: Parts;
  /** By part. */
  readonly files: (id: string) => Promise<ReadonlyMap<string, Attachment>>;
  /** A part for looking at. Throws `gone` where it is none, `too-large`. */
  readonly preview: (id: string, partId: string) => Promise<Preview>;
  readonly source: (id: string) => Promise<Output<'message.source'>>;
  /** Those that the message itself names; any other is refused. */
  readonly pictures: (
    urls: readonly string[],
    messageId: string,
    wantedFor: 'message' | 'sender',
  ) => Promise<readonly AllowedPicture[]>;
  /** Whether it stands in the message, or in one that is attached to it. `url`: as `checkLink` gives it. Throws as `body`. */
  readonly namesLink: (id: string, url: string) => Promise<boolean>;
  /** One that was loaded. */
  readonly keptPicture: (url: string) => Promise<Uint8Array | undefined>;
  readonly keptOut: (urls: readonly string[], messageId: string) => Promise<void>;
  readonly contacts: (messageId: string | null) => Promise<readonly Contact[]>;
  readonly choice: (email: string) => Promise<SenderChoice>;
  readonly choices: () => Promise<Output<'senders.list'>>;
  readonly storage: () => Promise<StorageUse>;
  readonly clear: (what: Clearable) => Promise<void>;
  /** The limit is another one. */
  readonly trim: () => Promise<void>;
  /** What is named changes; null forgets it. */
  readonly choose: (email: string, change: ChangedChoice) => Promise<SenderChoice>;
}

/** Of what may be kept, the files' share; the rest is for pictures. */
const filesShare = 5 / 7;

const sizeOf = async (file: string) => (await stat(file).catch(() => undefined))?.size ?? 0;

export function createContents(options: ContentsOptions): Contents {
  const { store, folder, source } = options;
  const bodies = createBodies(options);
  const limit = options.cacheLimit ?? (() => usualCacheLimit);
  const keptParts = createDiskCache({ folder: path.join(folder, 'parts'), mostBytes: () => limit() * filesShare });
  const parts = createParts({
    cache: keptParts,
    source,
    unknown: (ids) => store.read('unknown', { ids }),
  });
  const kept = createDiskCache({
    folder: path.join(folder, 'pictures'),
    mostBytes: () => limit() * (1 - filesShare),
  });
  // Folders of two letters: thousands of files in one are slow to list.
  const groupOf = (name: string) => name.slice(0, 2);
  const broker = createBroker({
    fetchPicture: options.fetchPicture,
    kept: {
      read: (name) => kept.read(groupOf(name), name),
      write: (name, bytes) => kept.write(groupOf(name), name, bytes),
    },
    now: options.now,
    onContacts: (contacts) => store.apply({ contacts }),
  });

  const files = async (id: string) => {
    const { message } = await bodies.open(id);
    return filesOf(message, await bodies.read(id));
  };
  const choice = (email: string) => store.read('choiceOf', { email });

  return {
    body: bodies.read,
    message: async (id) => (await bodies.open(id)).message,
    parts,
    files,
    preview: async (id, partId) => {
      const file = (await files(id)).get(partId);
      if (!file) throw new FailureError({ kind: 'gone' });
      return readPreview(parts, id, file);
    },
    source: (id) => readSource(parts, id),
    pictures: async (urls, messageId, wantedFor) => {
      // With it comes the list of all public suffixes, for which no start should wait.
      const { mayFetchPictures } = await import('../pictures/policy.ts');
      const { message } = await bodies.open(messageId);
      const chosen = await choice(message.from[0]?.email ?? '');
      if (options.showsPictures === false || !mayFetchPictures(message, wantedFor, chosen))
        return urls.map((url) => ({ url, refused: 'not-allowed' as const }));
      const { addressesInHtml } = await import('./named-addresses.ts');
      const named = await addressesInHtml(await bodies.read(messageId));
      const loaded = await broker.load(
        urls.filter((url) => named.has(url)),
        messageId,
        options.signal,
      );
      const byUrl = new Map(loaded.map((one) => [one.url, one]));
      return [...new Set(urls)].map((url) => byUrl.get(url) ?? { url, refused: 'not-allowed' as const });
    },
    namesLink: async (id, url) => {
      const { namesLink } = await import('./named-addresses.ts');
      const { message } = await bodies.open(id);
      return namesLink(await bodies.read(id), message.text, url);
    },
    // Of before there was the rule.
    keptPicture: async (url) => (options.showsPictures === false ? undefined : broker.read(url)),
    keptOut: async (urls, messageId) => {
      if ((await store.read('unknown', { ids: [messageId] })).length > 0) throw new FailureError({ kind: 'gone' });
      await broker.keptOut(urls, messageId);
    },
    contacts: (messageId) => store.read('contacts', { messageId }),
    choice,
    choices: () => store.read('choices'),
    storage: async () => {
      const mail = await Promise.all(['', '-wal', '-shm'].map((end) => sizeOf(path.join(folder, `mail.db${end}`))));
      return {
        mailBytes: mail.reduce((sum, bytes) => sum + bytes, 0),
        filesBytes: await keptParts.size(),
        picturesBytes: await kept.size(),
      };
    },
    clear: (what) => (what === 'files' ? keptParts : kept).clear(),
    trim: async () => {
      await Promise.all([keptParts.trim(), kept.trim()]);
    },
    choose: async (email, change) => {
      const named = Object.entries(change).filter(([, value]) => value !== undefined);
      const next = { ...(await choice(email)), ...Object.fromEntries(named) };
      const left = Object.entries(next).filter(([, value]) => value !== null);
      const chosen: SenderChoice = Object.fromEntries(left);
      await store.apply({ choice: { email, choice: left.length > 0 ? chosen : null } });
      return chosen;
    },
  };
}
