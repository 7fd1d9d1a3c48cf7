// The whole synchronisation in simulated time: the real client, gate, reader and store against the fake Google's quota.
import { createAllowance } from '../../electron/gmail/allowance.ts';
import { createGmailClient } from '../../electron/gmail/client.ts';
import { createGate } from '../../electron/gmail/gate.ts';
import type { Reader } from '../../electron/gmail/reader.ts';
import { createTransport } from '../../electron/gmail/transport.ts';
import type { Store } from '../../electron/store/store.ts';
import { readListings } from '../../electron/sync/listing-state.ts';
import { createSync } from '../../electron/sync/sync.ts';
import { benchMailbox, benchNow } from '../bench/mailbox/mailbox.ts';
import { costTables } from '../google/costs.ts';
import { Quota, type QuotaSetting } from '../google/quota.ts';
import { openTestReader } from './reader.ts';
import { simulatedClock } from './simulated-clock.ts';
import { simulatedGmail } from './simulated-gmail.ts';
import { openTestStore } from './store.ts';

export interface SimulatedSyncOptions {
  /** The store's; must not exist. */
  readonly file: string;
  readonly messages: number;
  readonly quota: QuotaSetting;
  /** What earlier runs have learnt. */
  readonly remembered?: string | null;
  readonly latencyMs?: number;
  /** Ends when all messages are known rather than when all are here. */
  readonly skeletonOnly?: boolean;
}

export interface SimulatedSync {
  readonly refusals: number;
  readonly ms: number;
  readonly units: number;
  /** Of what the quota allows in that time, a burst at the beginning included. */
  readonly share: number;
  /** Listings and labels. */
  readonly skeletonUnits: number;
  /** What messages cost, and what they would have cost one by one. */
  readonly hydrationUnits: number;
  readonly getOnlyUnits: number;
  readonly onDisk: number;
  readonly known: number;
  /** When the first fifty rows were on disk. */
  readonly firstScreenMs: number;
  /** Replies that had to come one after the other until the first message was here, its own included. */
  readonly firstScreenTrips: number;
  readonly learnt: string | null;
}

/** A new project whose wider plans have been tried today. */
export function triedToday(now = benchNow): string {
  const learnt = { plan: 0, share: 0.985, refused: null, burstUnits: 1_500, concurrency: 4, tooMany: null };
  return JSON.stringify({ ...learnt, triedAt: now });
}

function counting() {
  let busy = 0;
  const counted = async <T>(work: Promise<T>): Promise<T> => {
    busy++;
    try {
      return await work;
    } finally {
      busy--;
    }
  };
  return { isBusy: () => busy > 0, counted };
}

export async function simulateSync(options: SimulatedSyncOptions): Promise<SimulatedSync> {
  const { latencyMs = 100, remembered = null } = options;
  const { isBusy, counted } = counting();
  const clock = simulatedClock(benchNow, isBusy);
  const ticks = () => clock.now() - benchNow;
  const quota = new Quota(clock.now, options.quota);
  const mailbox = benchMailbox(options.messages);
  const messages = [...mailbox.newestFirst()].map(({ id, threadId, labelIds, receivedAt }) => ({
    id,
    threadId,
    labelIds,
    receivedAt,
  }));
  let firstGetAt: number | undefined;
  const simulated = simulatedGmail({
    messages,
    labels: mailbox.labels,
    quota,
    latencyMs,
    sleep: clock.sleep,
    onCall: (method) => {
      if (method === 'messages.get') firstGetAt ??= clock.now();
    },
  });
  let learnt: string | null = remembered;
  const allowance = createAllowance({
    remembered,
    client: '',
    restedMs: null,
    now: clock.now,
    ticks,
    onLearnt: (text) => {
      learnt = text;
    },
  });
  const { limits, unitsAtFirst, heldUp } = allowance;
  const gate = createGate({ limits, unitsAtFirst, ticks, sleep: clock.sleep, onHeldUp: heldUp });
  const thread = openTestReader();
  const reader: Reader = { ...thread, read: (question) => counted(thread.read(question)) };
  const api = createGmailClient({
    connect: async () => simulated.gmail,
    authorized: (work) => work(),
    transport: createTransport({ gate, allowance, now: clock.now, random: () => 0.5, onHeld: () => undefined }),
    reader,
    rates: () => ({ costs: allowance.costs(), unitsPerSecond: limits().unitsPerSecond }),
    onMalformed: () => undefined,
    onLeftOut: () => undefined,
    timeoutMs: 10_000,
  });
  const opened = await openTestStore(options.file);
  const store: Store = {
    ...opened,
    read: (name, ...input) => counted(opened.read(name, ...input)),
    apply: (change) => counted(opened.apply(change)),
  };
  let screenAt = 0;
  let saved = 0;
  const stop = new AbortController();
  const sync = createSync({
    api,
    store,
    now: clock.now,
    ticks,
    sleep: clock.sleep,
    onChanged: (ids) => {
      if (ids === null) return;
      saved += ids.length;
      if (screenAt === 0 && saved >= Math.min(50, messages.length)) screenAt = clock.now();
    },
    onLabels: () => undefined,
    onProgress: () => undefined,
    onWork: () => undefined,
    onListed: () => {
      if (options.skeletonOnly) stop.abort(new Error('listed'));
    },
    onUnreadable: (id) => {
      throw new Error(`${id} can't be read`);
    },
  });
  const { signal } = stop;
  // As the app does: history is looked at every quarter of a minute while messages come in.
  const follow = async (): Promise<void> => {
    while (!signal.aborted) {
      await sync.follow(signal);
      await clock.sleep(15_000, signal);
    }
  };
  const fill = async (): Promise<void> => {
    while ((await store.read('position')).historyId === null) await clock.sleep(1);
    await sync.fill(signal);
    stop.abort(new Error('filled'));
  };
  await clock.until(Promise.allSettled([follow(), fill()]));
  const { onDisk, listing } = await opened.read('position');
  if (readListings(listing)?.stage === 'listing') throw new Error('The simulation has not come to its end');
  const known = opened.labelled().length;
  await opened.close();
  await thread.close();
  const ms = ticks();
  const table =
    typeof options.quota === 'string' && options.quota !== 'off' ? costTables[options.quota] : options.quota;
  const allowed = table === 'off' ? Number.NaN : table.burstUnits + (ms * table.userUnitsPerMinute) / 60_000;
  const gets = simulated.units('messages.get') + simulated.units('threads.get');
  const each = table === 'off' ? Number.NaN : table.units['messages.get'];
  return {
    refusals: simulated.refusals(),
    ms,
    units: quota.unitsSpent,
    share: quota.unitsSpent / allowed,
    skeletonUnits: simulated.units('messages.list') + simulated.units('labels.get') + simulated.units('labels.list'),
    hydrationUnits: gets,
    getOnlyUnits: messages.length * each,
    onDisk,
    known,
    firstScreenMs: screenAt - benchNow,
    firstScreenTrips: Math.round(((firstGetAt ?? Number.NaN) - benchNow) / latencyMs) + 1,
    learnt,
  };
}
