// How much room mail takes on disk, against what can be read of it.
import { existsSync, statSync } from 'node:fs';
import type { Bench } from '../bench.ts';
import type { Measured } from '../figures.ts';

const sizeOf = (file: string) => (existsSync(file) ? statSync(file).size : 0);
const mega = (bytes: number) => bytes / 1_000_000;

export async function measureDisk({ profiles }: Bench): Promise<Measured[]> {
  return (await profiles()).flatMap(({ count, name, file, textBytes, writtenMs }): Measured[] => [
    {
      what: `size on disk, ${name}`,
      figure: mega(['', '-wal', '-shm'].reduce((sum, part) => sum + sizeOf(file + part), 0)),
      unit: 'MB',
      baseline: { what: 'text held', figure: mega(textBytes) },
      budget: 'sizeOnDisk',
    },
    ...(writtenMs === null
      ? []
      : [{ what: `messages written a second, ${name}`, figure: count / (writtenMs / 1_000), unit: '/s' }]),
  ]);
}
