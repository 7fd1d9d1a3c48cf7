// Porthole's synchronisation in a process of its own, which is killed: the real client, store and following. Looks at Gmail's
// history without a rest, so that a kill often hits it.
import { setTimeout as sleep } from 'node:timers/promises';
import { createFollowing } from '../../../electron/mailbox/following.ts';
import type { Store } from '../../../electron/store/store.ts';
import { testGmailClient } from '../../support/gmail-client.ts';
import { openTestStore } from '../../support/store.ts';

/** How it is started, as JSON in its first argument. */
export interface VictimOptions {
  readonly url: string;
  readonly token: string;
  readonly file: string;
  /** Moves the cursor before it writes what has happened until there: what a campaign must notice. */
  readonly careless: boolean;
}

/** What should not happen in it. */
export interface VictimTrouble {
  readonly trouble: string;
}

const betweenLooksMs = 50;
const tooEarlyMs = 300;
const { url, token, file, careless } = JSON.parse(process.argv[2] ?? '') as VictimOptions;

const complain = (trouble: string) => void process.send?.({ trouble } satisfies VictimTrouble);

const carelessly = (store: Store): Store => ({
  ...store,
  apply: async ({ position, ...change }) => {
    if (position) await store.apply({ position });
    if (position) await sleep(tooEarlyMs);
    await store.apply(change);
  },
});

// Whoever was to kill it is no more.
process.on('disconnect', () => process.exit());
const store = await openTestStore(file, () => complain('the database was damaged'));
const following = createFollowing({
  api: testGmailClient({ url, token, clock: { now: Date.now, sleep: (ms) => sleep(ms) } }),
  store: careless ? carelessly(store) : store,
  now: Date.now,
  ticks: () => performance.now(),
  sleep: (ms, signal) => sleep(ms, undefined, { ...(signal && { signal }) }),
  paused: false,
  onState: () => undefined,
  onChanged: () => undefined,
  onLabels: () => undefined,
  // A page token that Gmail takes no more ends a run, and the next one begins at the cursor.
  onFollowed: (failure) => {
    if (failure && failure.kind !== 'unexpected-reply') complain(`following failed: ${failure.kind}`);
  },
  onUnreadable: (id) => complain(`${id} could not be read`),
  onBug: (error) => {
    complain(error instanceof Error ? `a bug: ${error.stack}` : 'a bug');
    return '';
  },
});
setInterval(following.runNow, betweenLooksMs);
