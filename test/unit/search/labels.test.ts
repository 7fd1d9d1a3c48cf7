import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  beginsLabel,
  categoryIds,
  labelQuery,
  labelsNamed,
  normaliseLabel,
  serverLabelName,
  serverNamesOf,
  systemLabelId,
  systemQueries,
} from '../../../electron/search/labels.ts';
import { parse } from '../../../electron/search/parse.ts';

const labels = [
  { id: 'INBOX', name: 'INBOX' },
  { id: 'CATEGORY_SOCIAL', name: 'CATEGORY_SOCIAL' },
  { id: 'L1', name: 'My family' },
  { id: 'L2', name: 'Work/Clients/Acme & Sons' },
  { id: 'L3', name: 'gog/pr' },
  { id: 'L4', name: 'gog-pr' },
  { id: 'L5', name: 'Old/Clients' },
  { id: 'L6', name: 'Été' },
];

test.each([
  ['My family', 'my-family'],
  ['Work/Clients', 'work-clients'],
  [' A & (B) ', 'a-b'],
  ['a--b', 'a-b'],
  ['{x}|"y"', 'x-y'],
  ['ÉTÉ', 'été'],
  ['E\u0301te\u0301', 'été'],
  ['--', '--'],
  ['&', '&'],
  ['Mom’s', "mom's"],
  ['“Work”', 'work'],
  ['ΛΟΓΟΣ', 'λογοσ'],
])('%j is typed as %j', (name, expected) => {
  expect(normaliseLabel(name)).toBe(expected);
});

test('a normalised name stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      expect(normaliseLabel(normaliseLabel(name))).toBe(normaliseLabel(name));
    }),
    { numRuns: 2000 },
  );
});

test('Gmail wants one hyphen for each character that it can not read', () => {
  expect(serverLabelName('Acme & (Sons)')).toBe('acme----sons-');
});

test('what a label is looked for as means that label, whatever its name', () => {
  const name = fc.string({
    unit: fc.oneof(
      fc.constantFrom(...'ab é/-_.:"“„’ (){}|&+*'),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    ),
  });
  fc.assert(
    fc.property(
      name.filter((one) => /[a-z]/.test(one)),
      (one) => {
        expect(parse(labelQuery(one)).root).toMatchObject({ kind: 'label', name: normaliseLabel(one) });
      },
    ),
    { numRuns: 2000 },
  );
});

describe('a label is looked for as', () => {
  test.each([
    ['Family', 'label:Family'],
    ['Work/Clients', 'label:Work/Clients'],
    ['تحصیل', 'label:تحصیل'],
    ['Kids & school', 'label:"Kids & school"'],
    ['a "b"', 'label:"a -b-"'],
    ['(x)', 'label:"(x)"'],
    ['5" disks', 'label:"5- disks"'],
    ['-x', 'label:"-x"'],
    ['The “best” of', 'label:"The -best- of"'],
  ])('%s: %s', (name, query) => {
    expect(labelQuery(name)).toBe(query);
    expect(parse(query).root).toMatchObject({ kind: 'label', name: normaliseLabel(name) });
  });
});

test.each(Object.entries(systemQueries))('%s is looked for as %s, and found by it', (id, query) => {
  const { root } = parse(query);
  const named = { in: 'place', is: 'state', category: 'category' } as const;
  const kind = query.slice(0, query.indexOf(':')) as keyof typeof named;
  expect(root?.kind).toBe(kind);
  const word = String(Object(root)[named[kind]]);
  expect(kind === 'category' ? categoryIds.get(word) : systemLabelId(word)).toBe(id);
});

describe('a name in a query means', () => {
  test.each([
    ['my-family', ['L1'], 'name'],
    ['été', ['L6'], 'name'],
    ['inbox', ['INBOX'], 'name'],
    ['starred', ['STARRED'], 'name'],
    ['drafts', ['DRAFT'], 'name'],
    ['category_social', ['CATEGORY_SOCIAL'], 'name'],
    // Names that can't be told apart: both.
    ['gog-pr', ['L3', 'L4'], 'name'],
    ['work-clients-acme-sons', ['L2'], 'name'],
    ['clients-acme-sons', ['L2'], 'part'],
    ['acme-sons', ['L2'], 'part'],
    ['clients', ['L5'], 'part'],
    ['work', [], 'none'],
    ['constructor', [], 'none'],
  ])('%s: %j by %s', (name, ids, by) => {
    expect(labelsNamed(name, labels)).toEqual({ ids, by });
  });
});

test('a label may become of the beginning of its name, or of a part of it', () => {
  expect(['my', 'inb', 'acme', 'wor'].every((name) => beginsLabel(name, labels))).toBe(true);
  expect(beginsLabel('family', labels)).toBe(false);
});

test('however often they are asked for, the names of a list of labels are read once', () => {
  let reads = 0;
  const many = Array.from({ length: 1_000 }, (_, index) => ({
    id: `L${index}`,
    get name() {
      reads++;
      return `Work/Client ${index}`;
    },
  }));
  for (let count = 0; count < 100; count++) {
    expect(labelsNamed('client-7', many).ids).toEqual(['L7']);
    expect(serverNamesOf(['L7', 'unknown'], many)).toEqual(['work-client-7']);
    expect(beginsLabel('client-99', many)).toBe(true);
  }
  expect(reads).toBeLessThanOrEqual(2 * many.length);
});
