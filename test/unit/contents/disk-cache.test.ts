import { chmodSync, existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createDiskCache } from '../../../electron/contents/disk-cache.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const root = temporaryFolder();
let folders = 0;
const newFolder = () => path.join(root, String(++folders));
const bytes = (length: number, fill = 1) => Buffer.alloc(length, fill);

describe('bytes on disk', () => {
  test('are there in the next run, and apart from others of the same name', async () => {
    const folder = newFolder();
    const cache = createDiskCache({ folder, mostBytes: () => 1_000 });
    expect(await cache.write('m1', '0.1', bytes(5))).toBe(true);
    await cache.write('m2', '0.1', bytes(5, 2));
    const next = createDiskCache({ folder, mostBytes: () => 1_000 });
    expect(await next.read('m1', '0.1')).toEqual(bytes(5));
    expect(await next.read('m2', '0.1')).toEqual(bytes(5, 2));
    expect(await next.read('m1', '0.2')).toBe(undefined);
    expect([...(await next.groups())].sort()).toEqual(['m1', 'm2']);
  });

  test('make way, those first that were used longest ago', async () => {
    const folder = newFolder();
    const cache = createDiskCache({ folder, mostBytes: () => 100 });
    for (const name of ['a', 'b', 'c']) await cache.write('m', name, bytes(30));
    for (const [at, name] of ['a', 'b', 'c'].entries()) utimesSync(path.join(folder, 'm', name), at + 1, at + 1);
    const next = createDiskCache({ folder, mostBytes: () => 100 });
    await next.read('m', 'a');
    await next.write('m', 'd', bytes(30));
    expect(await next.read('m', 'b')).toBe(undefined);
    for (const name of ['a', 'c', 'd']) expect((await next.read('m', name))?.length, name).toBe(30);
  });

  test('that would make everything else go are not kept', async () => {
    const cache = createDiskCache({ folder: newFolder(), mostBytes: () => 100 });
    expect(await cache.write('m', 'a', bytes(60))).toBe(false);
  });

  test('go with their group', async () => {
    const folder = newFolder();
    const cache = createDiskCache({ folder, mostBytes: () => 1_000 });
    await cache.write('m1', 'a', bytes(5));
    await cache.write('m2', 'a', bytes(5));
    await cache.forget('m1');
    expect(await cache.groups()).toEqual(['m2']);
    expect(readdirSync(folder)).toEqual(['m2']);
  });

  test('that a kill left half written are no bytes', async () => {
    const folder = newFolder();
    mkdirSync(path.join(folder, 'm'), { recursive: true });
    writeFileSync(path.join(folder, 'm', 'a.0011.new'), 'half');
    const cache = createDiskCache({ folder, mostBytes: () => 1_000 });
    expect(await cache.groups()).toEqual([]);
    expect(existsSync(path.join(folder, 'm', 'a.0011.new'))).toBe(false);
  });

  test.each(['..', '../x', 'a/b', '.hidden', ''])('are under no name like “%s”', async (name) => {
    const folder = newFolder();
    const cache = createDiskCache({ folder, mostBytes: () => 1_000 });
    expect(await cache.write(name, 'a', bytes(1))).toBe(false);
    expect(await cache.write('m', name, bytes(1))).toBe(false);
    expect(existsSync(folder)).toBe(false);
  });

  test.skipIf(process.getuid?.() === 0)('that can’t be kept are no failure', async () => {
    const folder = newFolder();
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o500);
    expect(await createDiskCache({ folder, mostBytes: () => 1_000 }).write('m', 'a', bytes(1))).toBe(false);
  });

  test('where a file stands in the way are not kept', async () => {
    const folder = newFolder();
    writeFileSync(folder, 'a file');
    const cache = createDiskCache({ folder, mostBytes: () => 1_000 });
    expect(await cache.write('m', 'a', bytes(1))).toBe(false);
    expect(await cache.read('m', 'a')).toBe(undefined);
  });
});
