// What holds of every small file of Porthole's own, however it is written.
import { existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { draftOf, replaceFile, replaceFileSync } from '../../../electron/files/replace.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const folder = temporaryFolder();
const read = (file: string) => readFileSync(file, 'utf8');
let count = 0;
const newFile = () => path.join(folder, `${count++}.json`);

describe.each([
  { name: 'replaceFile', replace: replaceFile },
  { name: 'replaceFileSync', replace: async (file: string, text: string) => replaceFileSync(file, text) },
])('$name', ({ replace }) => {
  test('takes the place of what was there, and leaves no draft', async () => {
    const file = newFile();
    await replace(file, 'old');
    await replace(file, 'new');
    expect(read(file)).toBe('new');
    expect(existsSync(draftOf(file))).toBe(false);
  });

  test.skipIf(process.platform === 'win32')(
    'only this person reads it, whatever lay where the draft goes',
    async () => {
      const file = newFile();
      writeFileSync(draftOf(file), 'half of an old', { mode: 0o644 });
      await replace(file, 'new');
      expect(read(file)).toBe('new');
      expect(statSync(file).mode & 0o777).toBe(0o600);
    },
  );

  test.skipIf(process.platform === 'win32')('writes through no link that somebody has laid there', async () => {
    const file = newFile();
    const elsewhere = newFile();
    writeFileSync(elsewhere, 'mine');
    symlinkSync(elsewhere, draftOf(file));
    await replace(file, 'new');
    expect([read(elsewhere), read(file)]).toEqual(['mine', 'new']);
  });

  test('leaves the old one, and no draft, where it can not be written', async () => {
    const file = newFile();
    // A folder with something in it gives way to no file.
    mkdirSync(path.join(file, 'kept'), { recursive: true });
    await expect(replace(file, 'new')).rejects.toThrow();
    expect(existsSync(path.join(file, 'kept'))).toBe(true);
    expect(existsSync(draftOf(file))).toBe(false);
  });

  test('tells why, where the draft itself can not be written', async () => {
    const file = newFile();
    await replace(file, 'old');
    mkdirSync(draftOf(file));
    await expect(replace(file, 'new')).rejects.toThrow();
    expect(read(file)).toBe('old');
  });
});

test('is on the disk before it takes the place of the old one', async () => {
  const file = newFile();
  writeFileSync(file, 'old');
  const handle = await open(file);
  const atSync: string[] = [];
  const sync = vi.spyOn(Object.getPrototypeOf(handle), 'sync').mockImplementation(async () => {
    atSync.push(read(file), read(draftOf(file)));
  });
  await handle.close();
  await replaceFile(file, 'new');
  sync.mockRestore();
  expect(atSync).toEqual(['old', 'new']);
  expect(read(file)).toBe('new');
});
