// Zipf's law for whatever there is a list of.
import type { Random } from '../../../electron/sample/random.ts';

/** The n-th about n times more rarely than the first. */
export function often<T>(items: readonly T[], random: Random): T {
  const item = items[Math.floor((items.length + 1) ** random.next()) - 1];
  if (item === undefined) throw new Error('nothing to choose from');
  return item;
}
