import { expect, test } from 'vitest';
import { announcement, type Stand } from '../../../renderer/status/announcement.ts';

const stand = (changes: Partial<Stand> = {}): Stand => ({ state: 'online', paused: false, quarters: 4, ...changes });

test('says that the way to Gmail is gone, and that it is back', () => {
  expect(announcement(stand(), stand({ state: 'offline' }))).toMatch(/^Offline/);
  expect(announcement(stand({ state: 'offline' }), stand())).toBe('Connected to Gmail again.');
  expect(announcement(stand({ state: 'connecting' }), stand())).toBeNull();
});

test('says each quarter of the mail that comes in, and that all of it is here', () => {
  const coming = [0, 1, 1, 2, 3, 4].map((quarters) => stand({ quarters }));
  const said = coming.slice(1).map((now, at) => announcement(coming[at] ?? now, now));
  expect(said).toEqual([
    '25 percent of the mail is on this computer.',
    null,
    '50 percent of the mail is on this computer.',
    '75 percent of the mail is on this computer.',
    'All mail is on this computer.',
  ]);
});

test('says nothing of one message that comes now and then, nor of a mailbox that is opened', () => {
  expect(announcement(stand(), stand({ quarters: 3 }))).toBeNull();
  expect(announcement(stand({ quarters: null }), stand())).toBeNull();
  expect(announcement(stand({ state: 'local', quarters: null }), stand({ state: 'local', quarters: 2 }))).toBeNull();
});
