import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { answer } from '../../electron/bundle.ts';
import { readShipped } from '../../electron/shipped.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = temporaryFolder();
writeFileSync(path.join(folder, 'plain.js'), 'plain');
writeFileSync(path.join(folder, 'packed.js.br'), brotliCompressSync('packed'));

test('a shipped file reads the same whether it lies compressed or not', async () => {
  expect((await readShipped(path.join(folder, 'plain.js'))).toString()).toBe('plain');
  expect((await readShipped(path.join(folder, 'packed.js'))).toString()).toBe('packed');
  await expect(readShipped(path.join(folder, 'absent.js'))).rejects.toThrow('ENOENT');
});

test('the page gets it whole, and never as it lies', async () => {
  const get = (name: string) => answer(new Request(`http://bundle/${name}`), folder);
  const response = await get('packed.js');
  expect(await response.text()).toBe('packed');
  expect(response.headers.get('content-type')).toMatch(/^text\/javascript/);
  expect((await get('packed.js.br')).status).toBe(404);
});
