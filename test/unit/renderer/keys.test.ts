import { describe, expect, test } from 'vitest';
import { shortcut } from '../../../renderer/app/keys.ts';

const plain = { ctrlKey: false, metaKey: false, altKey: false };

test.each([
  ['j', 'KeyJ', 'next'],
  ['k', 'KeyK', 'previous'],
  ['o', 'KeyO', 'open'],
  ['u', 'KeyU', 'back'],
  ['n', 'KeyN', 'nextMessage'],
  ['p', 'KeyP', 'previousMessage'],
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

describe('finding', () => {
  test.each([
    ['Ctrl and F', { ctrlKey: true, key: 'f', code: 'KeyF' }, 'find'],
    ['Cmd and F', { metaKey: true, key: 'f', code: 'KeyF' }, 'find'],
    ['with Caps Lock', { ctrlKey: true, key: 'F', code: 'KeyF' }, 'find'],
    ['on a Persian keyboard', { ctrlKey: true, key: 'ب', code: 'KeyF' }, 'find'],
    ['not on Dvorak’s U', { ctrlKey: true, key: 'u', code: 'KeyF' }, null],
    ['not with both', { ctrlKey: true, metaKey: true, key: 'f', code: 'KeyF' }, null],
    ['not with Alt', { ctrlKey: true, altKey: true, key: 'f', code: 'KeyF' }, null],
    ['not by F alone', { key: 'f', code: 'KeyF' }, null],
  ])('%s', (_, pressed, meaning) => {
    expect(shortcut({ ...plain, ...pressed })).toBe(meaning);
  });
});
