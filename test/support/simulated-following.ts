// What follows Gmail, in simulated time: the real client, store and following against the fake Google over HTTP. Gmail's
// clock, this computer's clock and the time that passes here are three things.
import type { Reader } from '../../electron/gmail/reader.ts';
import { createFollowing, type Following } from '../../electron/mailbox/following.ts';
import { type FakeGoogle, type GoogleOptions, startGoogle } from '../google/google.ts';
import { testGmailClient } from './gmail-client.ts';
import { openTestReader } from './reader.ts';
import { simulatedClock } from './simulated-clock.ts';
import { openTestStore, type TestStore } from './store.ts';

export interface SimulatedFollowing {
  readonly google: FakeGoogle;
  readonly store: TestStore;
  readonly following: Following;
  readonly followed: readonly (string | undefined)[];
  /** Epoch ms of Gmail's clock. */
  readonly gmailNow: () => number;
  /** Waits for what does not depend on time. */
  readonly real: <T>(promise: Promise<T>) => Promise<T>;
  /** Lets so much time pass. */
  readonly pass: (ms: number) => Promise<void>;
  /** Lets time pass until then; throws where that takes longer than an hour. */
  readonly until: (holds: () => boolean | Promise<boolean>) => Promise<void>;
  /** Somebody sets the clock of this computer. */
  readonly setClock: (byMs: number) => void;
  /** This computer sleeps: its timers stand still, and Gmail's time goes on. */
  readonly fallAsleep: (ms: number) => void;
  readonly close: () => Promise<void>;
}

/** How long nothing may come of anything. */
const patienceMs = 3_600_000;

export async function simulateFollowing(file: string, options: GoogleOptions = {}): Promise<SimulatedFollowing> {
  let busy = 0;
  let ahead = 0;
  let slept = 0;
  const counted = async <T>(work: Promise<T>): Promise<T> => {
    busy++;
    return work.finally(() => busy--);
  };
  const clock = simulatedClock(undefined, () => busy > 0);
  const now = () => clock.now() + slept + ahead;
  const google = await startGoogle({ now: () => clock.now() + slept, ...options });
  google.settings.accessTokenSeconds = 1e9;
  const opened = await openTestStore(file);
  const store: TestStore = {
    ...opened,
    read: (name, ...input) => counted(opened.read(name, ...input)),
    apply: (change) => counted(opened.apply(change)),
  };
  const thread = openTestReader();
  const reader: Reader = { ...thread, read: (question) => counted(thread.read(question)) };
  // With its body: what is still on its way is not there.
  const whole = async (...asked: Parameters<typeof fetch>): Promise<Response> => {
    const reply = await fetch(...asked);
    return new Response(await reply.arrayBuffer(), { status: reply.status, headers: reply.headers });
  };
  const api = testGmailClient({
    url: google.url,
    token: google.grantAccess().accessToken,
    clock: { now, sleep: clock.sleep },
    fetch: (...asked) => counted(whole(...asked)),
    reader,
  });
  const followed: (string | undefined)[] = [];
  let following: Following | undefined;
  const begin = () =>
    createFollowing({
      api,
      store,
      now,
      ticks: clock.now,
      sleep: clock.sleep,
      paused: false,
      onState: () => undefined,
      onChanged: () => undefined,
      onLabels: () => undefined,
      onFollowed: (failure) => followed.push(failure?.kind),
      onUnreadable: (id) => {
        throw new Error(`${id} could not be read`);
      },
      onBug: (error) => {
        throw error;
      },
    });
  const waited = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
    for (let since = clock.now(); !(await holds()); await clock.sleep(50))
      if (clock.now() - since > patienceMs) throw new Error('waited an hour in vain');
  };
  return {
    google,
    store,
    get following() {
      following ??= begin();
      return following;
    },
    followed,
    gmailNow: () => clock.now() + slept,
    real: clock.until,
    pass: (ms) => clock.until(clock.sleep(ms)),
    until: (holds) => clock.until(waited(holds)),
    setClock: (byMs) => {
      ahead += byMs;
    },
    fallAsleep: (ms) => {
      slept += ms;
    },
    close: async () => {
      await clock.until(following?.stop() ?? Promise.resolve());
      await opened.close();
      await thread.close();
      await google.close();
    },
  };
}
