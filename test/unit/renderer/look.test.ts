import { describe, expect, test } from 'vitest';
import { caretIn, firstLook, isInbox, wantedBy } from '../../../renderer/search/look.ts';

describe('the caret stands behind a word that is being typed', () => {
  test.each([
    ['inv|', 3],
    ['from:am|', 7],
    ['inv| late', 3],
    ['(inv|)', 4],
    ['in|v', null],
    ['inv |', null],
    ['|inv', null],
    ['"inv"|', null],
    ['|', null],
  ])('in %s: %s', (written, caret) => {
    const at = written.indexOf('|');
    expect(caretIn(written.replace('|', ''), at)).toBe(caret);
  });

  test('where there is none, nobody types', () => {
    expect(caretIn('inv', null)).toBeNull();
  });
});

describe('what is looked for', () => {
  test('with an empty box is the inbox, of which Gmail is not asked', () => {
    expect(wantedBy({ ...firstLook, text: '  ', caret: 2, chosen: false }, 'threads')).toMatchObject({
      ask: false,
      search: { text: 'in:inbox', caret: null, grouping: 'threads' },
    });
  });

  test('is asked of Gmail where it was typed, not where a place was chosen', () => {
    expect(wantedBy({ ...firstLook, text: 'in:sent', chosen: false }, 'messages').ask).toBe(true);
    expect(wantedBy({ ...firstLook, text: 'in:sent' }, 'messages').ask).toBe(false);
  });

  test('has what was typed letter by letter, so that the caret fits', () => {
    const { search } = wantedBy({ ...firstLook, text: '  ab', caret: 4, chosen: false }, 'threads');
    expect([search.text, search.caret]).toEqual(['  ab', 4]);
  });
});

test('the inbox has two spellings', () => {
  expect(['', ' ', 'in:inbox', ' in:inbox '].every(isInbox)).toBe(true);
  expect(isInbox('in:inbox x')).toBe(false);
});
