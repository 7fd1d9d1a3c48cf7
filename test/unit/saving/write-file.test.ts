import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeFileWhole, writeNewFile } from '../../../electron/saving/write-file.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const root = temporaryFolder();
let folders = 0;
const newFolder = () => {
  const folder = path.join(root, String(++folders));
  mkdirSync(folder);
  return folder;
};
const asText = (text: string) => [Buffer.from(text)];

async function* fails(error: Error) {
  yield Buffer.from('half');
  throw error;
}
/** As the file system says it. */
const systemError = (code: string) => Object.assign(new Error(code), { code, syscall: 'write' });

describe('a file', () => {
  test('is written whole, in place of what was there', async () => {
    const file = path.join(newFolder(), 'a.txt');
    writeFileSync(file, 'older and longer');
    await writeFileWhole(file, [...asText('one '), ...asText('two')]);
    expect(readFileSync(file, 'utf8')).toBe('one two');
    expect(readdirSync(path.dirname(file))).toEqual(['a.txt']);
  });

  test.each([
    ['there is no room left', systemError('ENOSPC'), { failure: { kind: 'not-saved', problem: 'full' } }],
    ['its owner has no room left', systemError('EDQUOT'), { failure: { kind: 'not-saved', problem: 'full' } }],
    ['the disk gives up', systemError('EIO'), { failure: { kind: 'not-saved', problem: 'refused' } }],
    ['what is written can’t be had', new Error('lost'), { message: 'lost' }],
  ])('is not there at all where %s, and what was there stays', async (_what, error, expected) => {
    const folder = newFolder();
    const file = path.join(folder, 'a.txt');
    await expect(writeFileWhole(file, fails(error))).rejects.toMatchObject(expected);
    expect(readdirSync(folder)).toEqual([]);
    writeFileSync(file, 'mine');
    await expect(writeFileWhole(file, fails(error))).rejects.toMatchObject(expected);
    expect(readFileSync(file, 'utf8')).toBe('mine');
    await expect(writeNewFile(folder, 'a.txt', fails(error))).rejects.toMatchObject(expected);
    expect(readdirSync(folder)).toEqual(['a.txt']);
  });

  test('takes the next name that is free', async () => {
    const folder = newFolder();
    const names = [];
    for (let turn = 0; turn < 3; turn++) names.push(await writeNewFile(folder, 'a.tar.gz', asText(String(turn))));
    expect(new Set(names).size).toBe(3);
    expect(names.map((name) => readFileSync(path.join(folder, name), 'utf8'))).toEqual(['0', '1', '2']);
    expect(names.every((name) => name.endsWith('.gz'))).toBe(true);
  });

  test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'is refused where nobody may write',
    async () => {
      const folder = newFolder();
      chmodSync(folder, 0o500);
      await expect(writeNewFile(folder, 'a', asText('x'))).rejects.toMatchObject({ failure: { problem: 'refused' } });
    },
  );
});
