import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { notesOf } from '../../../packaging/release-notes.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const changelog =
  '# Changes\n\n## 1.10.0 (2027-01-02)\n\n- Ten.\n\n### Fixed\n\n- It.\n\n## 1.1.0\n\n## 1.0.0 (2026-12-01)\n\n- One.\n';

test('a version has its own notes, and nothing of another', () => {
  expect(notesOf(changelog, '1.10.0')).toBe('- Ten.\n\n### Fixed\n\n- It.');
  expect(notesOf(changelog, '1.0.0')).toBe('- One.');
});

test('a version without notes is not released', () => {
  expect(() => notesOf(changelog, '1.1.0')).toThrow('says nothing');
  expect(() => notesOf(changelog, '1.1')).toThrow('says nothing');
  expect(() => notesOf(changelog, '2.0.0')).toThrow('says nothing');
});

test('this version has notes', () => {
  const read = (name: string) => readFileSync(path.join(root, name), 'utf8');
  expect(notesOf(read('CHANGELOG.md'), JSON.parse(read('package.json')).version)).toMatch(/^- /m);
});
