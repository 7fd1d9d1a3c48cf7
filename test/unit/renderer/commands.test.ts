import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ChangedKeys, conflicts, keymapOf, keysOf, meant } from '../../../renderer/commands/match.ts';
import { isOffered, offer, runCommand } from '../../../renderer/commands/running.ts';
import { isOfTheFocus, type Pressed, strokesOf, typesNothing } from '../../../renderer/commands/strokes.ts';
import { commandIds, commandOf, groups, isCommand } from '../../../renderer/commands/table.ts';

const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const usual = keymapOf({});

/** What the keys mean that are pressed in turn, on a keyboard that is no Mac's. */
function typed(...pressed: readonly Partial<Pressed>[]): string | null {
  let begun: Parameters<typeof meant>[2] = null;
  let first: string | null = null;
  for (const [at, one] of pressed.entries()) {
    const found = meant(strokesOf({ ...plain, key: '', code: '', ...one }, false), usual, begun, at * 100);
    begun = found.begun;
    first = found.ids[0] ?? null;
  }
  return first;
}

describe('a key', () => {
  test.each([
    ['j', 'KeyJ', 'list.next'],
    ['k', 'KeyK', 'list.previous'],
    ['o', 'KeyO', 'list.open'],
    ['u', 'KeyU', 'conversation.close'],
    ['x', 'KeyX', 'selection.turn'],
    ['n', 'KeyN', 'conversation.nextMessage'],
    ['p', 'KeyP', 'conversation.previousMessage'],
    ['[', 'BracketLeft', 'conversation.newer'],
    [']', 'BracketRight', 'conversation.older'],
    ['Escape', 'Escape', 'window.back'],
    ['/', 'Slash', 'go.filter'],
    // German: the slash is above the 7.
    ['/', 'Digit7', 'go.filter'],
    // Persian: no Latin letter, so the place counts.
    ['ت', 'KeyJ', 'list.next'],
    ['ن', 'KeyK', 'list.previous'],
    // Dvorak: the letter counts, not the place.
    ['h', 'KeyJ', null],
    ['j', 'KeyC', 'list.next'],
    // German again: these keys lie where others are elsewhere.
    ['-', 'Slash', null],
    ['ö', 'Semicolon', null],
    ['Tab', 'Tab', null],
    ['Dead', 'Slash', null],
    ['Process', 'KeyJ', null],
    ['constructor', 'toString', null],
    ['__proto__', '__proto__', null],
  ])('%s on %s means %s', (key, code, meaning) => {
    expect(typed({ key, code })).toBe(meaning);
  });

  test.each([
    ['?', 'Slash', 'window.keys'],
    // Persian has a question mark of its own there.
    ['؟', 'Slash', 'window.keys'],
    // German: above the ß.
    ['?', 'Minus', 'window.keys'],
    [':', 'Period', 'conversation.foldAll'],
    ['N', 'KeyN', 'window.refresh'],
    ['F6', 'F6', 'window.previousPane'],
    ['J', 'KeyJ', null],
  ])('%s on %s with Shift means %s', (key, code, meaning) => {
    expect(typed({ key, code, shiftKey: true })).toBe(meaning);
  });

  test('counts as small when Caps Lock makes it large', () => {
    expect(typed({ key: 'J', code: 'KeyJ' })).toBe('list.next');
  });

  test('belongs to the word that is being composed', () => {
    expect(typed({ key: 'j', code: 'KeyJ', isComposing: true })).toBeNull();
  });

  test.each(['metaKey', 'altKey'] as const)('with %s is the system’s', (modifier) => {
    expect(typed({ key: 'j', code: 'KeyJ', [modifier]: true })).toBeNull();
  });

  test('is the sign that the third level of a keyboard makes of it', () => {
    const windows = { key: '[', code: 'Digit8', ctrlKey: true, altKey: true };
    expect(typed({ ...windows, getModifierState: (name) => name === 'AltGraph' })).toBe('conversation.newer');
    expect(typed(windows)).toBeNull();
    const mac = { ...plain, key: '[', code: 'Digit5', altKey: true };
    expect(strokesOf(mac, true)).toContain('[');
    expect(strokesOf({ ...mac, key: '∆', code: 'KeyJ' }, true)).toEqual(['Alt+j']);
  });
});

describe('a chord', () => {
  const chord = { key: 'k', code: 'KeyK', ctrlKey: true };
  test.each([
    ['Control and K', {}, 'window.palette'],
    ['with Caps Lock', { key: 'K' }, 'window.palette'],
    ['on a Persian keyboard', { key: 'ن' }, 'window.palette'],
    ['not on Dvorak’s T', { key: 't' }, null],
    ['not with both', { metaKey: true }, null],
    ['not with Alt', { altKey: true }, null],
    ['not with Shift', { shiftKey: true }, null],
  ])('%s', (_, pressed, meaning) => {
    expect(typed({ ...chord, ...pressed })).toBe(meaning);
  });

  test('is made with Command on a Mac, where Control is the system’s', () => {
    expect(strokesOf({ ...plain, ...chord, ctrlKey: false, metaKey: true }, true)).toEqual(['Mod+k']);
    expect(strokesOf({ ...plain, ...chord }, true)).toEqual([]);
  });

  test('with F finds in the conversation, and filters where none is open', () => {
    expect(meant(['Mod+f'], usual, null, 0).ids).toEqual(['conversation.find', 'go.filter']);
  });
});

describe('a sequence', () => {
  const g = { key: 'g', code: 'KeyG' };
  test('means what its keys mean in turn', () => {
    expect(typed(g, { key: 'i', code: 'KeyI' })).toBe('go.inbox');
    expect(typed({ key: '*', code: 'Digit8', shiftKey: true }, { key: 'a', code: 'KeyA' })).toBe('selection.all');
    expect(typed({ key: 'ل', code: 'KeyG' }, { key: 'ه', code: 'KeyI' })).toBe('go.inbox');
  });
  test('that goes on with another key is that key', () => {
    expect(typed(g, { key: 'j', code: 'KeyJ' })).toBe('list.next');
    expect(typed(g, g, { key: 'i', code: 'KeyI' })).toBe('go.inbox');
    expect(typed(g, { key: 'q', code: 'KeyQ' }, { key: 'i', code: 'KeyI' })).toBeNull();
  });
  test('is forgotten after a while', () => {
    const { begun } = meant(['g'], usual, null, 0);
    expect(meant(['i'], usual, begun, 1_400).ids).toEqual(['go.inbox']);
    expect(meant(['i'], usual, begun, 1_600).ids).toEqual([]);
  });
});

test('only what types nothing works in a text field, and what scrolls belongs to what has the focus', () => {
  const all = commandIds.flatMap((id) => commandOf(id).keys);
  expect(['Mod+k', 'Mod+Shift+s', 'F6', 'Shift+F6', 'Escape'].filter(typesNothing)).toHaveLength(5);
  expect(['j', '?', '*', 'Shift+n', 'Enter', 'ArrowDown', 'Alt+j', 'Space'].filter(typesNothing)).toEqual([]);
  expect(all.filter(isOfTheFocus).sort()).toEqual(
    ['ArrowDown', 'ArrowUp', 'End', 'Enter', 'Home', 'PageDown', 'PageUp'].sort(),
  );
});

describe('the table', () => {
  test('gives no two commands of one context the same keys', () => {
    expect(commandIds.length).toBeGreaterThan(40);
    for (const id of commandIds)
      expect(commandOf(id).keys.flatMap((keys) => conflicts(id, keys, {}).map((other) => [keys, other]))).toEqual([]);
  });
  test('has a command in every group', () => {
    expect(new Set(commandIds.map((id) => commandOf(id).group))).toEqual(new Set(groups));
  });
});

describe('keys that somebody has changed', () => {
  test('mean the command, and its old ones nothing', () => {
    const changed: ChangedKeys = { 'list.next': ['w'], 'go.nowhere': ['j'] };
    const keymap = keymapOf(changed);
    expect(meant(['w'], keymap, null, 0).ids).toEqual(['list.next']);
    expect(meant(['j'], keymap, null, 0).ids).toEqual([]);
    expect(keysOf('list.previous', changed)).toEqual(['k', 'ArrowUp']);
  });
  test('can be none', () => {
    expect(meant(['x'], keymapOf({ 'selection.turn': [] }), null, 0).ids).toEqual([]);
  });
  test('conflict with the same key, and with a sequence that begins so', () => {
    expect(conflicts('list.next', 'k', {})).toEqual(['list.previous']);
    expect(conflicts('list.next', 'g', {})).toContain('go.inbox');
    expect(conflicts('list.next', 'j i', {})).toEqual([]);
    expect(conflicts('list.next', 'k i', {})).toEqual(['list.previous']);
  });
  test('conflict with those of a wider or narrower context, but where they came so', () => {
    expect(conflicts('window.refresh', 'j', { 'window.refresh': ['j'] })).toEqual(['list.next']);
    expect(conflicts('list.next', 'j', { 'window.refresh': ['j'] })).toEqual(['window.refresh']);
    expect(conflicts('conversation.nextMessage', 'j', { 'conversation.nextMessage': ['j'] })).toEqual(['list.next']);
    expect(conflicts('go.filter', 'Mod+f', {})).toEqual([]);
    expect(conflicts('go.filter', 'Mod+f', { 'go.filter': ['Mod+f'] })).toEqual(['conversation.find']);
  });
});

describe('running', () => {
  test('asks who offered it last, and whoever is left when that is not its business', () => {
    const done: string[] = [];
    const back = offer('window.back', () => done.push('mailbox'));
    const closer = offer('window.back', () => (done.length > 1 ? false : done.push('find')));
    for (const _ of [1, 2, 3]) expect(runCommand('window.back')).toBe(true);
    expect(done).toEqual(['find', 'find', 'mailbox']);
    closer();
    back();
    expect(runCommand('window.back')).toBe(false);
    expect(isOffered('window.back')).toBe(false);
  });
});

test('never throws, whatever is pressed, and means only commands', () => {
  const pressed = fc.record({
    key: fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('j', 'g', '*', 'Escape', 'ت', 'Dead', '\u{1f600}')),
    code: fc.oneof(fc.string(), fc.constantFrom('KeyJ', 'KeyG', 'Digit8', 'Slash')),
    ctrlKey: fc.boolean(),
    metaKey: fc.boolean(),
    altKey: fc.boolean(),
    shiftKey: fc.boolean(),
    isComposing: fc.boolean(),
  });
  const changes = fc.dictionary(fc.constantFrom(...commandIds, 'no.command'), fc.array(fc.string(), { maxLength: 3 }));
  fc.assert(
    fc.property(fc.array(pressed, { maxLength: 5 }), fc.boolean(), changes, (keys, isMac, changed) => {
      const keymap = keymapOf(changed);
      let begun: Parameters<typeof meant>[2] = null;
      for (const [at, one] of keys.entries()) {
        const found = meant(strokesOf(one, isMac), keymap, begun, at);
        begun = found.begun;
        expect(found.ids.every(isCommand)).toBe(true);
      }
    }),
  );
});
