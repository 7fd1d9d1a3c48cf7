import fc from 'fast-check';
import { expect, test } from 'vitest';
import { folded, ranked, scoreOf } from '../../../renderer/commands/fuzzy.ts';
import { acceleratorOf, shownKeys } from '../../../renderer/commands/shown-keys.ts';
import { isEmpty, turned } from '../../../renderer/messages/use-selection.ts';

const named = (...names: readonly string[]) => names.map((name) => ({ name, folded: folded(name), weight: 0 }));
const first = (typed: string, ...names: readonly string[]) => ranked(typed, named(...names), 1)[0]?.name;

test.each([
  ['in', 'Inbox', ['Print…', 'Inbox', 'Training']],
  ['mail', 'All mail', ['Emails', 'All mail', 'Sommarilager']],
  ['am', 'All mail', ['Import another', 'All mail']],
  ['exp sel', 'Export what is selected as mbox…', ['Export the list as mbox…', 'Export what is selected as mbox…']],
  ['travel', 'Travel', ['Work/Travel', 'Travel/Plans', 'Travel']],
  ['zurich', 'Zürich', ['Zurcher', 'Zürich']],
  ['كتاب', 'کتاب‌ها', ['کار', 'کتاب‌ها']],
  ['1405', 'سال ۱۴۰۵', ['سال ۱۴۰۴', 'سال ۱۴۰۵']],
])('“%s” means %s first', (typed, expected, names) => {
  expect(first(typed, ...names)).toBe(expected);
});

test('letters found here and there are no answer', () => {
  expect(scoreOf('settings', folded('Show as it was sent in the evening'))).toBeNull();
  expect(ranked('zzz', named('Inbox'), 5)).toEqual([]);
});

test('what is typed with nothing in it leaves all as they were', () => {
  expect(ranked('  ', named('b', 'a'), 5).map(({ name }) => name)).toEqual(['b', 'a']);
});

test('never throws, whatever is typed and whatever has a name', () => {
  const text = fc.string({ unit: 'binary', maxLength: 400 });
  fc.assert(fc.property(text, fc.array(text), (typed, names) => void ranked(typed, named(...names), 10)));
});

test('keys are written as they are printed on the keyboard', () => {
  expect(shownKeys('Mod+k', false)).toEqual([['Ctrl', 'K']]);
  expect(shownKeys('Mod+k', true)).toEqual([['⌘', 'K']]);
  expect(shownKeys('Mod+Shift+s', true)).toEqual([['⌘', '⇧', 'S']]);
  expect(shownKeys('g i', false)).toEqual([['g'], ['i']]);
  expect(shownKeys('Mod++', false)).toEqual([['Ctrl', '+']]);
  expect(shownKeys('+', false)).toEqual([['+']]);
  expect(shownKeys('ArrowDown', false)).toEqual([['↓']]);
});

test('an accelerator is written as Electron reads it', () => {
  expect(acceleratorOf('Mod+Shift+s')).toBe('CmdOrCtrl+Shift+S');
  expect(acceleratorOf('Mod++')).toBe('CmdOrCtrl+Plus');
  expect(acceleratorOf('ArrowDown')).toBe('Down');
  expect(acceleratorOf('g i')).toBeNull();
});

test('a row is selected, and no longer; after all, it is the only one', () => {
  const none = { all: false, keys: new Set<string>() };
  const one = turned(none, 'a');
  expect([...turned(one, 'b').keys]).toEqual(['a', 'b']);
  expect(isEmpty(turned(one, 'a'))).toBe(true);
  expect(turned({ all: true, keys: new Set() }, 'c')).toEqual({ all: false, keys: new Set(['c']) });
});
