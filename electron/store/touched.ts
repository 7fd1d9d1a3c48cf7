// What one transaction touches: which rows, so that the columns in memory follow, and what each thread counted before, so
// that the counts of labels follow without a look at any other message.
import type { WriteDb } from './db.ts';
import type { Numbers } from './numbers.ts';

export interface Touched {
  /** To be called before the first message of a thread changes. */
  readonly thread: (number: number) => void;
  readonly put: (key: number) => void;
  readonly gone: (key: number) => void;
  /** Writes the counts. Answers what the columns need to know. */
  readonly settle: () => Delta;
}

/** Rows that came or changed, and rows that are no more, by key. No key is in both. */
export interface Delta {
  readonly put: readonly number[];
  readonly gone: readonly number[];
  /** Whose rows they are, by number. */
  readonly threads: readonly number[];
}

/** Messages, unread ones, 1 for the thread, 1 where it is unread. */
type Counted = [messages: number, unreadMessages: number, threads: number, unreadThreads: number];
type CountsByLabel = Map<string, Counted>;

const none = (): Counted => [0, 0, 0, 0];

function countsOf(labelSets: readonly (readonly string[])[]): CountsByLabel {
  const counts: CountsByLabel = new Map();
  for (const labelIds of labelSets) {
    const unread = labelIds.includes('UNREAD') ? 1 : 0;
    for (const labelId of labelIds) {
      const [messages, unreadMessages, , unreadThreads] = counts.get(labelId) ?? none();
      counts.set(labelId, [messages + 1, unreadMessages + unread, 1, Math.max(unreadThreads, unread)]);
    }
  }
  return counts;
}

function add(sums: CountsByLabel, counts: CountsByLabel, sign: 1 | -1): void {
  for (const [labelId, counted] of counts) {
    const sum = sums.get(labelId) ?? none();
    counted.forEach((count, at) => {
      sum[at] = (sum[at] ?? 0) + sign * count;
    });
    sums.set(labelId, sum);
  }
}

export function createTouched(db: WriteDb, numbers: Numbers): Touched {
  const before = new Map<number, CountsByLabel>();
  const put = new Set<number>();
  const gone = new Set<number>();

  const countsOfThread = (number: number) =>
    countsOf(
      db
        .all<{ label_set: number }>('SELECT label_set FROM message WHERE thread = ?', number)
        .map(({ label_set }) => numbers.labelIdsOf(label_set)),
    );

  const saveCounts = () => {
    const sums: CountsByLabel = new Map();
    for (const [number, counts] of before) {
      add(sums, counts, -1);
      add(sums, countsOfThread(number), 1);
    }
    for (const [labelId, sum] of sums) {
      if (sum.every((count) => count === 0)) continue;
      db.run(
        `INSERT INTO label_count (label_id, messages, unread_messages, threads, unread_threads) VALUES (?1, ?2, ?3, ?4, ?5)
           ON CONFLICT (label_id) DO UPDATE SET messages = messages + ?2, unread_messages = unread_messages + ?3,
             threads = threads + ?4, unread_threads = unread_threads + ?5`,
        labelId,
        ...sum,
      );
    }
  };

  return {
    thread: (number) => {
      if (!before.has(number)) before.set(number, countsOfThread(number));
    },
    put: (key) => {
      gone.delete(key);
      put.add(key);
    },
    gone: (key) => {
      put.delete(key);
      gone.add(key);
    },
    settle: () => {
      saveCounts();
      return { put: [...put], gone: [...gone], threads: [...before.keys()] };
    },
  };
}
