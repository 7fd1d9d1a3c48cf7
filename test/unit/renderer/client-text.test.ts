import { describe, expect, test } from 'vitest';
import { clientText, droppedText } from '../../../renderer/guide/client-text.ts';

const tooLarge = { ok: false, failure: { kind: 'client-file', problem: 'too-large' } };

/** What a drop brings, as far as it is looked at. */
function dropped(file: Partial<File> | null, text = ''): Parameters<typeof droppedText>[0] {
  const files = (file ? [file] : []) as unknown as FileList;
  return { files, getData: () => text };
}

test('nothing pasted is nothing wrong', () => {
  expect(clientText('  \n')).toEqual({ ok: false, failure: null });
});

test('a text of up to 100,000 characters is taken', () => {
  expect(clientText('x'.repeat(100_000)).ok).toBe(true);
  expect(clientText('x'.repeat(100_001))).toEqual(tooLarge);
});

describe('what is dropped', () => {
  test('is read', async () => {
    expect(await droppedText(dropped(new File(['{}'], 'client.json')))).toEqual({ ok: true, text: '{}' });
  });

  test('is refused unread where it is too large', async () => {
    let read = false;
    const file = {
      size: 100_001,
      text: async () => {
        read = true;
        return '';
      },
    };
    expect(await droppedText(dropped(file))).toEqual(tooLarge);
    expect(read).toBe(false);
  });

  test('can be a folder, which can’t be read', async () => {
    const folder = { size: 4096, text: () => Promise.reject(new DOMException('', 'NotFoundError')) };
    expect(await droppedText(dropped(folder))).toEqual({
      ok: false,
      failure: { kind: 'client-file', problem: 'unreadable' },
    });
  });

  test('can be a piece of text', async () => {
    expect(await droppedText(dropped(null, '{}'))).toEqual({ ok: true, text: '{}' });
  });
});
