import { expect, test } from 'vitest';
import { createBroker } from '../../../electron/pictures/broker.ts';
import { pngOf } from '../../support/picture-hosts.ts';

const tracker = 'https://mailtrack.io/trace/1.png';
const picture = 'https://example.org/1.png';

test('a tracker is neither asked nor shown, also where its picture was kept before it was known for one', async () => {
  const asked: string[] = [];
  const broker = createBroker({
    fetchPicture: async (url) => {
      asked.push(url);
      return { picture: undefined, refused: 'unreachable', contacted: [], bytes: 0 };
    },
    kept: { read: async () => pngOf(40, 30), write: async () => true },
    now: () => 7,
    onContacts: async () => undefined,
  });
  const loaded = await broker.load([tracker, picture], 'm', new AbortController().signal);
  // Control: the other one is there.
  expect(loaded.map(({ refused }) => refused)).toEqual(['tracker', null]);
  expect(asked).toEqual([]);
});
