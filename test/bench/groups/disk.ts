// How much room mail takes on disk, against what can be read of it: its text, and its HTML, which is kept as well.
import { existsSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { Bench } from '../bench.ts';
import type { Measured } from '../figures.ts';

const sizeOf = (file: string) => (existsSync(file) ? statSync(file).size : 0);
/** Bytes of how messages look, as they are kept. */
function keptLooks(file: string): number {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return Number(database.prepare('SELECT coalesce(sum(length(body)), 0) AS bytes FROM original').get()?.['bytes']);
  } finally {
    database.close();
  }
}

const mega = (bytes: number) => bytes / 1_000_000;

export async function measureDisk({ profiles }: Bench): Promise<Measured[]> {
  return (await profiles()).flatMap(({ count, name, file, textBytes, htmlBytes, writtenMs }): Measured[] => [
    {
      what: `size on disk, ${name}`,
      figure: mega(['', '-wal', '-shm'].reduce((sum, part) => sum + sizeOf(file + part), 0)),
      unit: 'MB',
      baseline: { what: 'text and HTML held', figure: mega(textBytes) },
      budget: 'sizeOnDisk',
    },
    {
      what: `of that, how messages look, ${name}`,
      figure: mega(keptLooks(file)),
      unit: 'MB',
      baseline: { what: 'HTML held', figure: mega(htmlBytes) },
    },
    ...(writtenMs === null
      ? []
      : [{ what: `messages written a second, ${name}`, figure: count / (writtenMs / 1_000), unit: '/s' }]),
  ]);
}
