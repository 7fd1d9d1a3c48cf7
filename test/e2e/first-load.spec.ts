// What the window needs before its list can be used, as it would travel. What comes later is loaded when it is first opened.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync, gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';

const folder = path.resolve(import.meta.dirname, '../../dist/renderer');
const mostBytes = 200_000;
function read(file: string): Buffer {
  const at = path.join(folder, file);
  return file.endsWith('.js') ? brotliDecompressSync(readFileSync(`${at}.br`)) : readFileSync(at);
}

/** What a file of the page can't do without, itself included. */
function needed(file: string, known: Set<string>): Set<string> {
  if (known.has(file)) return known;
  known.add(file);
  for (const [, name = ''] of read(file)
    .toString()
    .matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g))
    needed(`assets/${name}`, known);
  return known;
}

test('the window needs no more than 200 kB before its list can be used', () => {
  const [, entry = ''] = /<script type="module"[^>]*src="\.\/([^"]+)"/.exec(read('index.html').toString()) ?? [];
  const [live = ''] = globSync('assets/live-*.js.br', { cwd: folder });
  const files = ['index.html', ...needed(live.replace(/\.br$/, ''), needed(entry, new Set()))];
  expect(files.length).toBeGreaterThan(5);
  const bytes = files.reduce((sum, file) => sum + gzipSync(read(file)).length, 0);
  console.log(`first load: ${Math.round(bytes / 1000)} kB gzipped, in ${files.length} files`);
  expect(bytes).toBeLessThanOrEqual(mostBytes);
});
