// Follows Gmail while an account is linked: runs what the synchronisation does, each at its time, and says how it stands.
// Knows no window.
import { type Failure, isFull } from '../contract/failure.ts';
import type { SyncState } from '../contract/model.ts';
import type { GmailApi } from '../gmail/api.ts';
import type { Store } from '../store/store.ts';
import type { Arrival } from '../sync/catch-up.ts';
import { createSchedule, type Schedule } from '../sync/schedule.ts';
import { createSync, type Sync } from '../sync/sync.ts';

export type FollowingState = Pick<SyncState, 'running' | 'paused' | 'diskFull' | 'messagesPerMinute' | 'leftMs'>;

export interface FollowingOptions {
  readonly api: GmailApi;
  readonly store: Store;
  /** Epoch ms. */
  readonly now: () => number;
  /** Ms of a clock that nobody sets. */
  readonly ticks: () => number;
  /** Rejects with the signal's reason when that comes first. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** Whether it begins without bringing what nobody asks for. */
  readonly paused: boolean;
  readonly onState: () => void;
  readonly onChanged: (ids: readonly string[] | null) => void;
  readonly onLabels: () => void;
  readonly onNews?: ((news: readonly Arrival[]) => void) | undefined;
  /** How long to wait between two looks at Gmail. */
  readonly everyMs?: (() => number) | undefined;
  /** Gmail was followed once, or could not be. */
  readonly onFollowed: (failure: Failure | undefined) => void;
  readonly onUnreadable: (id: string, error: unknown) => void;
  readonly onBug: (error: unknown) => string;
}

export interface Following {
  readonly sync: Sync;
  readonly state: () => FollowingState;
  /** Nothing more comes that nobody asks for. What happens at Gmail is followed all the same. */
  readonly pause: (paused: boolean) => Promise<void>;
  readonly runNow: () => void;
  /** Resolves when nothing runs any more. */
  readonly stop: () => Promise<void>;
}

export function createFollowing(options: FollowingOptions): Following {
  const { onState, onFollowed, sleep } = options;
  let state: FollowingState = {
    running: false,
    paused: options.paused,
    diskFull: false,
    messagesPerMinute: null,
    leftMs: null,
  };
  const running = new Set<'follow' | 'fill'>();
  const full = new Set<'follow' | 'fill'>();

  const change = (next: Partial<FollowingState> = {}) => {
    state = { ...state, ...next, running: running.size > 0, diskFull: full.size > 0 };
    onState();
  };

  const sync = createSync({
    ...options,
    // What a person opens while it is paused says nothing of how long the rest will take.
    onProgress: (progress) => change((!state.paused && progress) || { messagesPerMinute: null, leftMs: null }),
    onWork: () => filling?.runNow(),
    onListed: () => following.runNow(),
  });

  const schedule = (what: 'follow' | 'fill', ended: (failure: Failure | undefined) => void): Schedule => {
    const end = (failure: Failure | undefined) => {
      running.delete(what);
      if (isFull(failure)) full.add(what);
      else full.delete(what);
      ended(failure);
      change();
    };
    return createSchedule({
      run: sync[what],
      now: options.now,
      sleep,
      everyMs: options.everyMs,
      onStart: () => {
        running.add(what);
        change();
      },
      onEnd: end,
      onBug: (error) => end({ kind: 'internal', reference: options.onBug(error) }),
    });
  };

  // A full disk says nothing about the way to Gmail.
  const following = schedule('follow', (failure) => onFollowed(isFull(failure) ? undefined : failure));
  const beginFilling = () => schedule('fill', () => undefined);
  let filling = options.paused ? undefined : beginFilling();

  const endFilling = async (): Promise<void> => {
    const ending = filling;
    filling = undefined;
    await ending?.stop();
    running.delete('fill');
    full.delete('fill');
  };

  let isStopped = false;
  /** One after the other: what begins again waits until what it follows has ended. */
  let turning: Promise<void> = Promise.resolve();
  const turn = async (): Promise<void> => {
    if (state.paused) await endFilling();
    else if (!isStopped) filling ??= beginFilling();
    change();
  };

  return {
    sync,
    state: () => state,
    pause: async (paused) => {
      if (paused === state.paused) return;
      change({ paused, ...(paused && { messagesPerMinute: null, leftMs: null }) });
      turning = turning.then(turn);
      await turning;
    },
    runNow: () => {
      following.runNow();
      filling?.runNow();
    },
    stop: async () => {
      isStopped = true;
      await Promise.all([following.stop(), endFilling(), turning]);
    },
  };
}
