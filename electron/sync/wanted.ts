// What to fetch next of all that is still to come: newest first, the label that a person looks at before the others, and
// where most of a thread is missing, the thread as a whole.
import type { Costs } from '../gmail/costs.ts';
import type { Wanted } from '../store/reads.ts';
import type { Store } from '../store/store.ts';
import type { Job } from './hydrate.ts';

export interface WantedOptions {
  readonly store: Store;
  readonly costs: () => Costs;
  /** Another object whenever the order changes. */
  readonly focus: () => { readonly labelId: string | null };
  /** Those that can't be had for now. */
  readonly except: () => readonly string[];
}

const pageSize = 100;

/** Whether one call for the thread is cheaper than one for each message of it that is missing. */
export const isCheaperWhole = (missing: number, { getMessage, getThread }: Costs) => missing * getMessage > getThread;

/** All that is wanted of one label, or of all; ends early where the order changes. */
async function* wantedOf(labelId: string | null, { store, focus, except }: WantedOptions): AsyncGenerator<Wanted> {
  const order = focus();
  let after: number | null = null;
  do {
    const rows: readonly Wanted[] = await store.read('wanted', { labelId, limit: pageSize, after, except: except() });
    for (const row of rows) {
      if (order !== focus()) return;
      yield row;
    }
    after = rows.length === pageSize ? (rows.at(-1)?.key ?? null) : null;
  } while (after !== null);
}

/** What of it has not been given yet. */
async function jobFor(
  { id, threadId, missingInThread }: Wanted,
  given: Set<string>,
  { store, costs, except }: WantedOptions,
): Promise<Job> {
  const isWhole = isCheaperWhole(missingInThread, costs());
  const all = isWhole ? await store.read('missingInThread', { threadId }) : [id];
  const avoided = new Set(except());
  const ids = all.filter((one) => !given.has(one) && !avoided.has(one));
  for (const one of ids) given.add(one);
  return { ids, threadId: isWhole ? threadId : null };
}

/** Ends when there is nothing more. Each message once. */
export async function* wantedJobs(options: WantedOptions): AsyncGenerator<Job> {
  const { focus } = options;
  const given = new Set<string>();
  let order: { readonly labelId: string | null };
  do {
    order = focus();
    for (const labelId of new Set([order.labelId, null])) {
      for await (const row of wantedOf(labelId, options)) {
        if (given.has(row.id)) continue;
        const job = await jobFor(row, given, options);
        if (job.ids.length > 0) yield job;
      }
      if (order !== focus()) break;
    }
  } while (order !== focus());
}
