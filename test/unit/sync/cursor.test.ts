// What goes to disk together with the cursor, and what a comparison takes for gone: against stand-ins of Gmail and the store.
import { expect, test } from 'vitest';
import { FailureError } from '../../../electron/contract/failure.ts';
import type { GmailApi } from '../../../electron/gmail/api.ts';
import { wireHistoryPage } from '../../../electron/gmail/wire.ts';
import type { Change } from '../../../electron/store/change.ts';
import type { Store } from '../../../electron/store/store.ts';
import { catchUp } from '../../../electron/sync/catch-up.ts';
import { newListings } from '../../../electron/sync/listing-state.ts';
import { buildSkeleton } from '../../../electron/sync/skeleton.ts';

function storeOf() {
  const applied: Change[] = [];
  const store = {
    read: async () => [],
    apply: async (change: Change) => void applied.push(change),
  } as unknown as Store;
  return { store, applied };
}

const relabelled = (id: string) => ({ labelsAdded: [{ message: { id, threadId: 't' }, labelIds: ['STARRED'] }] });
const first = wireHistoryPage.parse({ history: [relabelled('a')], historyId: '9', nextPageToken: 'next' });
const second = wireHistoryPage.parse({ history: [relabelled('b')], historyId: '9' });

const follow = (store: Store, last: () => Promise<typeof second>) =>
  catchUp('1', {
    api: {
      listHistory: async ({ pageToken }: { readonly pageToken?: string }) => (pageToken ? last() : first),
    } as unknown as GmailApi,
    store,
    lane: 'recent',
    now: () => 7,
    fetch: async () => undefined,
    onChanging: () => undefined,
    onChanged: () => undefined,
    onArrived: () => undefined,
    atEnd: (historyId) => ({ historyId, after: '1' }),
  });

test('the cursor moves with the last page of history', async () => {
  const { store, applied } = storeOf();
  await follow(store, async () => second);
  expect(applied.map(({ relabel, position }) => [relabel?.[0]?.id, position?.historyId])).toEqual([
    ['a', undefined],
    ['b', '9'],
  ]);
});

test('where a later page does not come, what came before it is there, and the cursor where it was', async () => {
  const { store, applied } = storeOf();
  const lost = follow(store, async () => {
    throw new FailureError({ kind: 'offline' });
  });
  await expect(lost).rejects.toMatchObject({ failure: { kind: 'offline' } });
  expect(applied).toHaveLength(1);
  expect(applied[0]?.relabel?.[0]?.id).toBe('a');
  expect(applied[0]?.position).toBeUndefined();
});

test('what has come since a comparison began is not taken for gone', async () => {
  const { store, applied } = storeOf();
  await buildSkeleton(newListings('again', '1'), {
    api: { listMessages: async () => ({ messages: [{ id: 'a', threadId: 'a' }], leftOut: 0 }) } as unknown as GmailApi,
    store,
    lane: 'background',
    now: () => 7,
    arrived: new Set(['b']),
    onComparing: () => undefined,
    onListed: () => undefined,
  });
  expect(applied.flatMap(({ onlyExisting }) => onlyExisting ?? [])).toEqual(['a', 'b']);
});
