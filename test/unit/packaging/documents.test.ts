// What the pages for people name is there: files, tests, commands, anchors.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const pages = ['README.md', 'SECURITY.md', 'CONTRIBUTING.md', 'CHANGELOG.md'];

/** As the places where such pages are shown make them of headings. */
const anchors = (page: string) =>
  [...read(page).matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );

/** Rows that name a test that is not there, by file or by name. */
function namelessTests(page: string): string[] {
  return [...page.matchAll(/`(test\/[\w/.-]+)`((?:,? ?"[^"]+")*)/g)].flatMap(([, file = '', names = '']) => {
    if (!existsSync(path.join(root, file))) return [file];
    const wanted = [...names.matchAll(/"([^"]+)"/g)].map(([, name = '']) => name);
    if (wanted.length === 0) return [];
    const text = read(file);
    return wanted.filter((name) => !text.includes(name)).map((name) => `${file}: ${name}`);
  });
}

test('every test that a promise names is there', () => {
  const security = read('SECURITY.md');
  const [, privacy = ''] = read('README.md').split('\n## Privacy\n');
  expect(security.match(/`test\/[^`]+` "/g)?.length).toBeGreaterThan(20);
  expect(privacy.match(/`test\/[^`]+`/g)?.length).toBeGreaterThan(20);
  expect(namelessTests(security)).toEqual([]);
  expect(namelessTests(privacy)).toEqual([]);
  expect(namelessTests('`test/unit/log.test.ts` "writes everything"')).toHaveLength(1);
  expect(namelessTests('`test/unit/lag.test.ts`')).toHaveLength(1);
});

test.each(pages)('every link of %s leads somewhere', (page) => {
  const links = [...read(page).matchAll(/\]\((?!https?:)([^)\s]+)\)/g)].map(([, link = '']) => link);
  const broken = links.filter((link) => {
    const [file = '', anchor] = link.split('#');
    if (file !== '' && !existsSync(path.join(root, file))) return true;
    return anchor !== undefined && !anchors(file || page).includes(anchor);
  });
  expect(broken).toEqual([]);
});

test.each(pages)('every command of %s is one', (page) => {
  const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> };
  const named = [...read(page).matchAll(/\bnpm run ([\w:]+)/g)].map(([, name = '']) => name);
  expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
});
