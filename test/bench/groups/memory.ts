// What the processes take of memory, each page counted once (PSS): with mail on disk, and with an empty window.
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { firstRow, openEmpty, openPorthole, type Running } from '../app.ts';
import type { Bench } from '../bench.ts';
import { type Measured, median } from '../figures.ts';

/** Until what is only done once at the start is done. */
const settleMs = 4_000;
const rounds = 3;

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return ''; // the process has ended meanwhile
  }
}

/** The process and all that descend from it. */
function familyOf(root: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    // The name in brackets may hold spaces (proc_pid_stat(5)); the parent is the second field after it.
    .map(
      (pid) =>
        [
          Number(pid),
          Number(
            read(`/proc/${pid}/stat`)
              .replace(/^.*\) /s, '')
              .split(' ')[1],
          ),
        ] as const,
    );
  const family = new Set([root]);
  for (let size = 0; size < family.size; ) {
    size = family.size;
    for (const [pid, parent] of parents) if (family.has(parent)) family.add(pid);
  }
  return [...family];
}

const proportionalKb = (pid: number) => Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0);

async function megabytes({ app }: Running): Promise<number> {
  await sleep(settleMs);
  const root = app.process().pid;
  if (process.platform !== 'linux' || root === undefined) throw new Error('Memory is only measured on Linux (/proc)');
  const total = familyOf(root).reduce((sum, pid) => sum + proportionalKb(pid), 0) / 1_000;
  await app.close();
  if (total === 0) throw new Error('The kernel does not say how much memory the processes take');
  return total;
}

export async function measureMemory({ profile }: Bench): Promise<Measured[]> {
  const { folder, name } = await profile();
  const empty: number[] = [];
  const full: number[] = [];
  for (let round = 0; round < rounds; round++) {
    empty.push(await megabytes(await openEmpty()));
    const running = await openPorthole(folder);
    await firstRow(running.page).waitFor();
    full.push(await megabytes(running));
  }
  const baseline = { what: 'empty window', figure: median(empty) };
  return [
    { what: `all processes, ${name} on disk`, figure: median(full), unit: 'MB', baseline },
    { what: 'more than an empty window', figure: median(full) - median(empty), unit: 'MB', budget: 'memory' },
  ];
}
