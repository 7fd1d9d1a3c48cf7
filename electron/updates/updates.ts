// How it stands with newer versions: looked for when a person says so or a day has passed, downloaded when a person says so,
// installed when Porthole is quit. Knows neither the library that does it nor Electron.
import type { CannotUpdate, FoundUpdate, UpdateFailure, UpdateState } from '../contract/updates.ts';
import { type Feed, UpdateError } from './feed.ts';

export interface UpdatesOptions {
  /** Null where it can. */
  readonly cannot: CannotUpdate | null;
  readonly isOn: () => boolean;
  /** Asked for once, when it is needed: it is a lot of program. */
  readonly openFeed: () => Promise<Feed>;
  /** Epoch ms; null where nobody ever has. */
  readonly lookedAt: () => number | null;
  readonly onLooked: (at: number) => void;
  readonly now: () => number;
  readonly onChanged: () => void;
  readonly onBug: (error: unknown) => string;
}

export interface Updates {
  readonly read: () => UpdateState;
  /** Resolves when it has ended, how ever: `read` says how. So do the others. */
  readonly look: () => Promise<void>;
  /** As `look`, where a day has passed. */
  readonly lookDaily: () => Promise<void>;
  /** What was found. */
  readonly download: () => Promise<void>;
  /** Where one is ready. */
  readonly restart: () => Promise<void>;
  /** The settings may be others. */
  readonly apply: () => Promise<void>;
  /** Nothing more is asked, and nothing installed. */
  readonly end: () => Promise<void>;
}

const dayMs = 24 * 60 * 60 * 1000;
/** Of one: more often, nobody sees it. */
const step = 0.01;

export function createUpdates(options: UpdatesOptions): Updates {
  const { cannot, isOn, lookedAt, now, onChanged } = options;
  let feed: Promise<Feed> | undefined;
  /** Null: nobody has looked in this run, or what was found counts no more. */
  let shown: Exclude<UpdateState, { readonly state: 'cannot' | 'off' | 'idle' }> | null = null;
  let running: AbortController | undefined;
  let ended = false;

  const mayAsk = () => cannot === null && !ended && isOn();
  const change = (next: typeof shown) => {
    shown = next;
    onChanged();
  };
  const failureOf = (error: unknown): UpdateFailure =>
    error instanceof UpdateError ? error.failure : { kind: 'internal', reference: options.onBug(error) };

  /** What comes of it counts only as long as nobody has turned it off meanwhile. */
  const run = async (meanwhile: typeof shown, work: (feed: Feed, signal: AbortSignal) => Promise<typeof shown>) => {
    const mine = new AbortController();
    running = mine;
    change(meanwhile);
    let next: typeof shown;
    try {
      feed ??= options.openFeed();
      next = await work(await feed, mine.signal);
    } catch (error) {
      next = mine.signal.aborted ? null : { state: 'failed', failure: failureOf(error) };
    }
    if (running !== mine) return;
    running = undefined;
    change(next);
  };

  const look = async (): Promise<void> => {
    if (!mayAsk() || running || shown?.state === 'ready') return;
    await run({ state: 'looking' }, async (from, signal) => {
      const found = await from.look(signal);
      if (!signal.aborted) options.onLooked(now());
      return found ? { state: 'available', ...found } : null;
    });
  };

  const download = async (): Promise<void> => {
    if (!mayAsk() || running || shown?.state !== 'available') return;
    const { version, notes }: FoundUpdate = shown;
    await run({ state: 'downloading', share: 0, version, notes }, async (from, signal) => {
      await from.download((share) => {
        if (signal.aborted || shown?.state !== 'downloading' || share < shown.share + step) return;
        change({ state: 'downloading', share, version, notes });
      }, signal);
      // Turned off between its last byte and this.
      if (signal.aborted) from.takeBack();
      return { state: 'ready', version, notes };
    });
  };

  /** Ends what runs, and has nothing installed, as far as that is still to be had. */
  const stop = async (): Promise<void> => {
    running?.abort();
    running = undefined;
    if (!feed || !shown) return;
    const was = shown;
    const isBack = (await feed.catch(() => undefined))?.takeBack() ?? true;
    if (shown === was && (was.state !== 'ready' || isBack)) change(null);
  };

  return {
    read: () => {
      if (cannot !== null) return { state: 'cannot', why: cannot };
      // What can't be taken back is said, whatever is chosen.
      if (!isOn() && shown?.state !== 'ready') return { state: 'off' };
      return shown ?? { state: 'idle', lookedAt: lookedAt() };
    },
    look,
    lookDaily: async () => {
      const last = lookedAt();
      // One that lies ahead was written by a clock that went wrong.
      if (last !== null && last <= now() && now() - last < dayMs) return;
      await look();
    },
    download,
    restart: async () => {
      if (shown?.state === 'ready') (await feed)?.restart();
    },
    apply: async () => {
      if (!isOn()) await stop();
      onChanged();
    },
    end: async () => {
      ended = true;
      await stop();
    },
  };
}
