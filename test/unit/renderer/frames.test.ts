// Scripts and an origin of its own together undo a sandbox, unless that origin owns nothing.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');
const sources = globSync('{electron,renderer}/**/*.{ts,tsx}', { cwd: root }).map((file) => ({
  file: file.replaceAll('\\', '/'),
  text: readFileSync(path.join(root, file), 'utf8'),
}));
const filesWith = (pattern: RegExp) => sources.filter(({ text }) => pattern.test(text)).map(({ file }) => file);

test('a frame has scripts and an origin in two places only: that of a message, and that of a PDF', () => {
  const both = /sandbox[^\n]*allow-scripts[^\n]*allow-same-origin/;
  expect(filesWith(both).sort()).toEqual(['renderer/attachments/pdf-view.tsx', 'renderer/reader/mail-frames.ts']);
});

test('every frame has a sandbox, and mail:// is where it leads', () => {
  const made = /<iframe\b|createElement\('iframe'\)/g;
  const frames = filesWith(/<iframe\b|createElement\('iframe'\)/).filter((file) => file.startsWith('renderer/'));
  expect(frames.length).toBeGreaterThan(0);
  for (const { file, text } of sources.filter((source) => frames.includes(source.file))) {
    expect(text.match(made), file).toHaveLength(text.match(/\bsandbox="|setAttribute\('sandbox', /g)?.length ?? 0);
    expect(text, file).toMatch(/src ?= ?\{?`mail:\/\//);
  }
});

test("what runs in a PDF's frame is imported by nothing outside it", () => {
  const users = filesWith(/from '[^']*\/pdf\/[^']*'/);
  expect(users.filter((file) => !file.startsWith('electron/mail/pdf/'))).toEqual([]);
});
