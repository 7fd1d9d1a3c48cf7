import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../../renderer');
const sheets = globSync('**/*.css', { cwd: root });

const physical =
  /(?<![-\w])(?:left|right)(?![-\w])|(?:margin|padding|border|inset)-(?:left|right)|(?<![-\w])(?:min-|max-)?width\s*:(?!.*\))|(?:margin|padding|inset)\s*:\s*\S+ (\S+) \S+ (?!\1;)\S+;/;
const colour = /#[0-9a-f]{3,8}\b|(?<!-)\b(?:rgb|hsl|oklch|oklab|color)\(/i;

function offences(pattern: RegExp, css: string): readonly string[] {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .split('\n')
    .filter((line) => pattern.test(line));
}

test('there are style sheets to look at', () => {
  expect(sheets.length).toBeGreaterThan(5);
});

test.each(sheets)('%s can be mirrored: it names no physical side', (sheet) => {
  expect(offences(physical, readFileSync(path.join(root, sheet), 'utf8'))).toEqual([]);
});

test.each(sheets.filter((sheet) => !sheet.endsWith('tokens.css')))('%s has no colour of its own', (sheet) => {
  expect(offences(colour, readFileSync(path.join(root, sheet), 'utf8'))).toEqual([]);
});

test('no code of the window has a colour of its own', () => {
  const files = globSync('**/*.{ts,tsx}', { cwd: root });
  expect(files.length).toBeGreaterThan(100);
  const found = files.flatMap((file) =>
    offences(/['"`\s](?:#[0-9a-f]{3,8}\b|(?:rgb|hsl|oklch|oklab)\()/i, readFileSync(path.join(root, file), 'utf8')),
  );
  expect(found).toEqual([]);
});

/** What stands in a style of a component, or is set on an element's. */
const stylesWithin = (code: string) =>
  [...code.matchAll(/style=\{\{([\s\S]*?)\}\}|\bstyle\.(?!setProperty)(\w+)|setProperty\('([\w-]+)'/g)].map((found) =>
    found.slice(1).filter(Boolean).join(),
  );
const physicalWithin = /(?<![-\w$.{])(?:left|right)\b(?!\))|(?:Left|Right)\b|-(?:left|right)\b/;

test('no code of the window names a physical side', () => {
  const files = globSync('**/*.tsx', { cwd: root }).map((file) => readFileSync(path.join(root, file), 'utf8'));
  const found = files.flatMap(stylesWithin);
  expect(found.length).toBeGreaterThan(0);
  expect(found.filter((style) => physicalWithin.test(style))).toEqual([]);
});

test('the patterns catch what they are for', () => {
  for (const code of [
    'style={{ marginLeft: 3 }}',
    'style={{ left: x }}',
    "style.right = '0'",
    "style.setProperty('padding-right', x)",
  ])
    expect(stylesWithin(code).filter((style) => physicalWithin.test(style))).toHaveLength(1);
  expect(stylesWithin('style={{ inlineSize: size }}').some((style) => physicalWithin.test(style))).toBe(false);
  for (const line of [
    'margin-left: 1px',
    'left: 0',
    'text-align: right',
    'border-right: 0',
    'width: 3px',
    'padding: 1px 2px 3px 4px;',
  ]) {
    expect(offences(physical, line)).toEqual([line]);
  }
  for (const line of ['color: #fff', 'color: rgb(0 0 0)', 'color: oklch(1 0 0)'])
    expect(offences(colour, line)).toEqual([line]);
  for (const line of [
    'margin-inline-start: 1px',
    '@media (max-width: 719px) {',
    'scrollbar-width: thin',
    'margin: 0 2px 1px 2px;',
  ]) {
    expect(offences(physical, line)).toEqual([]);
  }
});
