// What each label says of itself comes one by one, while the list of them may change.
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Store } from '../../electron/store/store.ts';
import { saveLabelDetails } from '../../electron/sync/labels.ts';
import { label } from '../support/messages.ts';
import { withTestStore } from '../support/store.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const file = () => path.join(temporaryFolder(), 'mail.db');
const colour = { text: '#000000', background: '#ffffff' };
const detail = (id: string, name: string) => ({
  label: { ...label(id, name), colour },
  counts: { messages: 2, unreadMessages: 1, threads: 2, unreadThreads: 1 },
});

test('brings back no label that was deleted meanwhile', () =>
  withTestStore(file(), async (store) => {
    await store.apply({ labels: [label('L1', 'Boats'), label('L2', 'Sails')] });
    // Whatever is looked up before it is written may be old by then.
    const overtaken: Store = {
      ...store,
      read: async (name, ...input) => {
        const value = await store.read(name, ...input);
        await store.apply({ labels: [label('L1', 'Boats')] });
        return value;
      },
    };
    await saveLabelDetails(overtaken, [detail('L1', 'Boats'), detail('L2', 'Sails')]);
    expect((await store.read('labels')).map(({ id, colour: its }) => [id, its])).toEqual([['L1', colour]]);
  }));

test('leaves the others as they are', () =>
  withTestStore(file(), async (store) => {
    await store.apply({ labels: [label('L1', 'Boats'), label('L2', 'Sails')] });
    await saveLabelDetails(store, [detail('L2', 'Yachts'), undefined]);
    const labels = await store.read('countedLabels');
    expect(labels.map(({ id, name, colour: its }) => [id, name, its])).toEqual([
      ['L1', 'Boats', null],
      ['L2', 'Yachts', colour],
    ]);
    expect(labels.find(({ id }) => id === 'L2')?.counts.messages).toBe(2);
  }));
