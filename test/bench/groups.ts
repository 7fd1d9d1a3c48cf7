// The groups of the bench, in the order in which they run: what needs a quiet machine most comes first.
import type { Bench } from './bench.ts';
import type { Measured } from './figures.ts';
import { measureDisk } from './groups/disk.ts';
import { measureHydration } from './groups/hydration.ts';
import { measureInteraction } from './groups/interaction.ts';
import { measureKeystroke } from './groups/keystroke.ts';
import { measureMemory } from './groups/memory.ts';
import { measureOpen } from './groups/open.ts';
import { measureOthers } from './groups/others.ts';
import { measureQuota } from './groups/quota.ts';
import { measureScroll } from './groups/scroll.ts';
import { measureSearch } from './groups/search.ts';
import { measureStart } from './groups/start.ts';

export const groups = {
  start: measureStart,
  search: measureSearch,
  keystroke: measureKeystroke,
  open: measureOpen,
  interaction: measureInteraction,
  others: measureOthers,
  scroll: measureScroll,
  hydration: measureHydration,
  quota: measureQuota,
  disk: measureDisk,
  memory: measureMemory,
} as const satisfies Readonly<Record<string, (bench: Bench) => Promise<Measured[]>>>;
