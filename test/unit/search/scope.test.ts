import { expect, test } from 'vitest';
import { parse } from '../../../electron/search/parse.ts';
import { scopeOf } from '../../../electron/search/scope.ts';

test.each([
  ['', ''],
  ['lamp', ''],
  ['in:spam', 'spam'],
  ['is:spam lamp', 'spam'],
  ['label:trash', 'trash'],
  ['in:anywhere', 'spam trash'],
  ['in:all', ''],
  ['lamp OR in:trash', 'trash'],
  ['lamp (a OR (b in:spam))', 'spam'],
  ['-in:spam', ''],
  ['-in:anywhere', ''],
  ['-(lamp OR in:trash)', ''],
  ['-(lamp -in:trash)', 'trash'],
  ['in:spam -in:trash', 'spam'],
  ['spam trash', ''],
])('%j looks into %j besides', (query, expected) => {
  const { spam, trash } = scopeOf(parse(query).root);
  expect([spam ? 'spam' : '', trash ? 'trash' : ''].filter(Boolean).join(' ')).toBe(expected);
});
