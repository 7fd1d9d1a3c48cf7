import { expect, test } from 'vitest';
import { shortcut } from '../../../renderer/app/keys.ts';

const plain = { ctrlKey: false, metaKey: false, altKey: false };

test.each([
  ['j', 'KeyJ', 'next'],
  ['k', 'KeyK', 'previous'],
  ['o', 'KeyO', 'open'],
  ['u', 'KeyU', 'back'],
  ['Escape', 'Escape', 'back'],
  ['/', 'Slash', 'filter'],
  // German: the slash is above the 7.
  ['/', 'Digit7', 'filter'],
  // Persian: no Latin letter, so the place counts.
  ['ت', 'KeyJ', 'next'],
  ['ن', 'KeyK', 'previous'],
  // Dvorak: the letter counts, not the place.
  ['h', 'KeyJ', null],
  ['j', 'KeyC', 'next'],
  // German again: this key lies where the slash is elsewhere.
  ['-', 'Slash', null],
  ['Tab', 'Tab', null],
  ['Dead', 'Slash', null],
  ['constructor', 'toString', null],
])('%s on %s means %s', (key, code, meaning) => {
  expect(shortcut({ ...plain, key, code })).toBe(meaning);
});

test.each(['ctrlKey', 'metaKey', 'altKey'] as const)('with %s it belongs to the system', (modifier) => {
  expect(shortcut({ ...plain, [modifier]: true, key: 'j', code: 'KeyJ' })).toBeNull();
});
