import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { removeTraces } from '../../../electron/erasing/system-traces.ts';

const id = 'org.porthole.app';

function home() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'porthole-home-'));
  const library = (...names: string[]) => path.join(folder, 'Library', ...names);
  for (const own of [
    library('Saved Application State', `${id}.savedState`),
    library('Caches', id),
    library('Caches', 'other'),
  ])
    mkdirSync(own, { recursive: true });
  mkdirSync(library('Preferences'));
  for (const name of [id, 'org.other.app']) writeFileSync(library('Preferences', `${name}.plist`), '');
  return { folder, library };
}

test('what macOS keeps under Porthole’s id goes, and nothing else', async () => {
  const { folder, library } = home();
  await removeTraces('darwin', folder);
  expect(existsSync(library('Preferences', `${id}.plist`))).toBe(false);
  expect(existsSync(library('Saved Application State', `${id}.savedState`))).toBe(false);
  expect(existsSync(library('Caches', id))).toBe(false);
  expect(existsSync(library('Preferences', 'org.other.app.plist'))).toBe(true);
  expect(existsSync(library('Caches', 'other'))).toBe(true);
});

test('elsewhere nothing of that name is Porthole’s, and one that can’t be removed ends nothing', async () => {
  const { folder, library } = home();
  await removeTraces('linux', folder);
  expect(existsSync(library('Caches', id))).toBe(true);
  await removeTraces('darwin', folder, () => Promise.reject(new Error('refused')));
  expect(existsSync(library('Caches', id))).toBe(true);
});
