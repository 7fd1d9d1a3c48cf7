// Where the bench keeps what it makes, and what its sizes are called.
import path from 'node:path';

export const projectFolder = path.resolve(import.meta.dirname, '..', '..');
const results = path.join(projectFolder, 'test', 'results');
export const benchFolder = path.join(results, 'bench');
export const figuresFile = path.join(results, 'bench.json');

/** 10k, 1m */
export function sizeName(count: number): string {
  if (count % 1_000_000 === 0) return `${count / 1_000_000}m`;
  return count % 1_000 === 0 ? `${count / 1_000}k` : String(count);
}

export function parseSize(text: string): number {
  const [, digits, factor = ''] = /^(\d+)([km]?)$/i.exec(text) ?? [];
  if (digits === undefined) throw new Error(`${text} is no number of messages: 10k, 100k, 1m`);
  return Number(digits) * ({ k: 1_000, m: 1_000_000 }[factor.toLowerCase()] ?? 1);
}
