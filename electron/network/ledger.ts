// Counts what leaves for the network: by host and purpose, for this run and by day for thirty days, in a small file. Knows no
// path and no query of anything that was asked for.
import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { type HostUse, keptDays, type NetworkUse, type Purpose, purposes } from '../contract/network.ts';
import { replaceFile } from '../files/replace.ts';

export interface LedgerOptions {
  readonly file: string;
  /** Epoch ms. */
  readonly now: () => number;
  /** Runs it a little later. */
  readonly later: (run: () => void) => void;
}

export interface Ledger {
  /** A request goes out. Answers what counts the bytes that come back. */
  readonly asked: (host: string, purpose: Purpose) => (bytes: number) => void;
  readonly read: () => NetworkUse;
  /** What was noted of earlier requests is forgotten, or what of them was for this. */
  readonly clear: (purpose?: Purpose) => void;
  /** Resolves when the file has everything. */
  readonly written: () => Promise<void>;
  /** Writes no more. Resolves when what was being written is. */
  readonly end: () => Promise<void>;
}

const count = z.int().check(z.gte(0));
const use = z.object({
  host: z.string().check(z.maxLength(253)),
  purpose: z.enum(purposes),
  requests: count,
  bytes: count,
  first: z.number(),
  last: z.number(),
});
const kept = z.record(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)), z.array(use));

/** One day's, or one run's. */
type Page = Map<string, HostUse>;

const dayMs = 24 * 60 * 60 * 1000;
/** One message can name any number of hosts. */
const mostHosts = 1_000;

const keyOf = ({ host, purpose }: Pick<HostUse, 'host' | 'purpose'>) => `${purpose} ${host}`;
/** In the time of UTC: a day that is as long as any other. */
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

function add(page: Page, use: HostUse): void {
  const key = keyOf(use);
  const known = page.get(key);
  if (!known) {
    if (page.size < mostHosts) page.set(key, use);
    return;
  }
  page.set(key, {
    ...known,
    requests: known.requests + use.requests,
    bytes: known.bytes + use.bytes,
    first: Math.min(known.first, use.first),
    last: Math.max(known.last, use.last),
  });
}

function load(file: string): Map<string, Page> {
  try {
    const days = kept.parse(JSON.parse(readFileSync(file, 'utf8')));
    return new Map(
      Object.entries(days).map(([day, uses]) => [day, new Map(uses.map((one) => [keyOf(one), one]))] as const),
    );
  } catch {
    // There is none, or nobody can read it.
    return new Map();
  }
}

export function createLedger({ file, now, later }: LedgerOptions): Ledger {
  let days: Map<string, Page> | undefined;
  const run: Page = new Map();
  let planned = false;
  let changed = false;
  let ended = false;
  let writing = Promise.resolve();

  /** Nothing is read before it is needed, and nothing is kept that is older than the days it is kept for. */
  const recent = (): Map<string, Page> => {
    days ??= load(file);
    const oldest = dayOf(now() - (keptDays - 1) * dayMs);
    for (const day of days.keys()) if (day < oldest) days.delete(day);
    return days;
  };

  const today = (): Page => {
    const day = dayOf(now());
    const page = recent().get(day) ?? new Map<string, HostUse>();
    recent().set(day, page);
    return page;
  };

  const write = async (): Promise<void> => {
    if (!changed || ended) return;
    changed = false;
    const text = JSON.stringify(Object.fromEntries([...recent()].map(([day, page]) => [day, [...page.values()]])));
    try {
      await replaceFile(file, text);
    } catch {
      // The disk is full or read-only. It holds until the end of this run.
    }
  };

  const writeSoon = (): void => {
    changed = true;
    if (planned) return;
    planned = true;
    later(() => {
      planned = false;
      writing = writing.then(write);
    });
  };

  const note = (host: string, purpose: Purpose, requests: number, bytes: number): void => {
    const at = now();
    const one = { host, purpose, requests, bytes, first: at, last: at };
    for (const page of [run, today()]) add(page, one);
    writeSoon();
  };

  return {
    asked: (host, purpose) => {
      note(host, purpose, 1, 0);
      return (bytes) => note(host, purpose, 0, bytes);
    },
    read: () => {
      const month: Page = new Map();
      for (const page of recent().values()) for (const one of page.values()) add(month, one);
      return { run: [...run.values()], month: [...month.values()] };
    },
    clear: (purpose) => {
      for (const page of [run, ...recent().values()])
        for (const [key, use] of page) if (purpose === undefined || use.purpose === purpose) page.delete(key);
      for (const [day, page] of recent()) if (page.size === 0) recent().delete(day);
      writeSoon();
    },
    end: () => {
      ended = true;
      return writing;
    },
    written: () => {
      writing = writing.then(write);
      return writing;
    },
  };
}
