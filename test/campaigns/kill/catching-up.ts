// Opens what a killed process has left, catches up once with Gmail, and says what was there and what is not as it should be.
import { setTimeout as sleep } from 'node:timers/promises';
import type { GmailApi } from '../../../electron/gmail/api.ts';
import type { Reader } from '../../../electron/gmail/reader.ts';
import type { Store } from '../../../electron/store/store.ts';
import { type ListingState, readListings } from '../../../electron/sync/listing-state.ts';
import { createSync } from '../../../electron/sync/sync.ts';
import type { FakeGoogle } from '../../google/google.ts';
import { testGmailClient } from '../../support/gmail-client.ts';
import { openTestStore, type TestStore } from '../../support/store.ts';
import { contradictionsIn, type Differences, differencesFrom, type KeptMessages, rightAmong } from './differences.ts';
import type { LivingMailbox } from './living-mailbox.ts';

export interface Left {
  /** Null before the first listing. */
  readonly listings: ListingState | null;
  readonly historyId: bigint;
  /** Whether all that was known was here. */
  readonly wasFilled: boolean;
  /** From the truth, after catching up. */
  readonly differences: Differences;
  /** Of those that Gmail has: right after catching up, and not fetched again. */
  readonly kept: KeptMessages;
}

export interface CatchingUpOptions {
  readonly google: FakeGoogle;
  readonly token: string;
  readonly living: LivingMailbox;
  readonly file: string;
  readonly reader: Reader;
}

/** Follows and fills; once more where listings were not at their end, which end with a look at what came since. */
export async function catchUpOnce(api: GmailApi, store: Store): Promise<void> {
  const sync = createSync({
    api,
    store,
    now: Date.now,
    ticks: () => performance.now(),
    sleep: (ms) => sleep(ms),
    onChanged: () => undefined,
    onLabels: () => undefined,
    onProgress: () => undefined,
    onWork: () => undefined,
    onListed: () => undefined,
    onUnreadable: () => undefined,
  });
  const { signal } = new AbortController();
  await sync.follow(signal);
  await sync.fill(signal);
  if ((await store.read('position')).listed) return;
  await sync.follow(signal);
  await sync.fill(signal);
}

async function opened(store: TestStore, { google, token, living, reader }: CatchingUpOptions): Promise<Left> {
  const { historyId, listing } = await store.read('position');
  const known = store.labelled().map(({ id }) => id);
  const missing = new Set(await store.read('missing', { ids: known }));
  const before = google.requests.length;
  const clock = { now: Date.now, sleep: (ms: number) => sleep(ms) };
  await catchUpOnce(testGmailClient({ url: google.url, token, reader, clock }), store);
  const asked = new Set(google.requests.slice(before).map(({ path }) => /\/messages\/(\w+)$/.exec(path)?.[1]));
  const again = known.filter((id) => !missing.has(id) && living.letters.has(id) && asked.has(id));
  const differences = [...(await differencesFrom(living, store)), ...again.map((id) => `${id} was fetched again`)];
  return {
    listings: readListings(listing) ?? null,
    historyId: BigInt(historyId ?? 0),
    wasFilled: missing.size === 0,
    differences,
    kept: rightAmong(living, differences),
  };
}

export async function openAndCatchUp(options: CatchingUpOptions): Promise<Left> {
  const store = await openTestStore(options.file);
  const left = await opened(store, options).finally(store.close);
  return { ...left, differences: [...left.differences, ...contradictionsIn(options.file)] };
}
