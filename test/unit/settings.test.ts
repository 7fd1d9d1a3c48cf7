// What the file of settings may hold, and what becomes of what it should not.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openSettings } from '../../electron/settings.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const inFile = (text: string) => {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'settings.json'), text);
  return { folder, ...openSettings(folder) };
};

test.each(['', '{"theme":', '[]', '[{"theme":"dark"}]', 'null', '7', '"dark"', '\0\0\0'])(
  'a file with %j in it is kept aside, and all is as new',
  (text) => {
    const { folder, file, wasReset } = inFile(text);
    expect(wasReset).toBe(true);
    expect(file.read().theme).toBe('system');
    expect(readdirSync(folder).sort()).toEqual(['settings.json', 'settings.json.unreadable-1']);
    expect(readFileSync(path.join(folder, 'settings.json.unreadable-1'), 'utf8')).toBe(text);
  },
);

test('what can’t be kept aside is in nobody’s way', () => {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, 'settings.json'));
  const { file, wasReset } = openSettings(folder);
  expect(wasReset).toBe(true);
  expect(file.read().theme).toBe('system');
});

test('what fits is taken, whatever stands beside it', () => {
  const { file, wasReset } = inFile('{"theme":"dark","zoom":40,"__proto__":{"strict":true},"keys":[]}');
  expect(wasReset).toBe(false);
  expect(file.read()).toMatchObject({ theme: 'dark', zoom: 1, strict: false, keys: {} });
});
