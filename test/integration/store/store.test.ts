import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { Message } from '../../../electron/contract/model.ts';
import { mostRecentSearches, type Search } from '../../../electron/contract/search.ts';
import type { Change } from '../../../electron/store/change.ts';
import { openForReading, openForWriting, type WriteDb } from '../../../electron/store/db.ts';
import { mail as firstSchema } from '../../../electron/store/migrations/001-mail.ts';
import { failureOf } from '../../../electron/store/opening.ts';
import { isSpoilt, migrate } from '../../../electron/store/schema.ts';
import { openStore, type Store } from '../../../electron/store/store.ts';
import { createWriter } from '../../../electron/store/writes.ts';
import { anySearch } from '../../support/any-search.ts';
import { label, message } from '../../support/messages.ts';
import { giveRoom, openNarrowStore, openTestStore, type TestStore, withTestStore } from '../../support/store.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const root = temporaryFolder();
let files = 0;
const newFile = () => path.join(root, String(++files), 'mail.db');

const withStore = <T>(use: (store: TestStore) => Promise<T>, file = newFile()) => withTestStore(file, use);

interface Asked {
  readonly now?: number;
  readonly ownAddresses?: readonly string[];
  readonly also?: readonly string[];
  readonly offset?: number;
  readonly limit?: number;
}

const pageOf = (store: Store, search: string | Partial<Search>, asked: Asked = {}) =>
  store.read('find', {
    search: { ...anySearch, ...(typeof search === 'string' ? { text: search } : search) },
    now: 0,
    ownAddresses: [],
    also: [],
    offset: 0,
    limit: 100,
    ...asked,
  });

const find = async (store: Store, search: string | Partial<Search>, asked: Asked = {}) =>
  (await pageOf(store, search, asked)).rows.map(({ id }) => id);

describe('a message on disk', () => {
  const full: Message = message({
    subject: 'Plan for the پنجشنبه',
    snippet: 'we meet',
    text: 'we meet at noon',
    from: [{ name: 'Amy', email: 'amy@example.org' }],
    to: [{ name: '', email: 'bob@example.org' }],
    cc: [{ name: 'Cy', email: 'cy@example.org' }],
    headers: [{ name: 'Subject', value: 'Plan' }],
    labelIds: ['INBOX', 'UNREAD'],
    attachments: [{ partId: '1', filename: 'plan_v2.pdf', mimeType: 'application/pdf', sizeBytes: 10 }],
  });

  test('comes back as it was saved, after the store was closed and opened', async () => {
    const file = newFile();
    await withStore((store) => store.apply({ save: [full] }), file);
    await withStore(async (store) => {
      expect(await store.read('message', { id: full.id })).toEqual(full);
      expect(await store.read('message', { id: 'nobody' })).toBeUndefined();
    }, file);
  });

  test('has a row with what a list shows', () =>
    withStore(async (store) => {
      await store.apply({ save: [full] });
      const { rows, total } = await pageOf(store, 'in:inbox');
      expect(total).toBe(1);
      expect(rows[0]).toMatchObject({
        from: { name: 'Amy', email: 'amy@example.org' },
        subject: full.subject,
        unread: true,
        starred: false,
        hasAttachment: true,
      });
    }));

  test('is found by its words, and is not once it is removed', () =>
    withStore(async (store) => {
      await store.apply({ save: [full] });
      for (const query of ['noon', 'plan', 'from:amy', 'cc:cy', 'filename:pdf', 'پنجشنبه', 'filename:v2'])
        expect(await find(store, query), query).toEqual([full.id]);
      await store.apply({ remove: [full.id] });
      for (const query of ['noon', '', 'in:inbox']) expect(await find(store, query), query).toEqual([]);
    }));

  test('saved again takes new labels and stays one', () =>
    withStore(async (store) => {
      await store.apply({ save: [full] });
      await store.apply({ save: [{ ...full, labelIds: ['STARRED'] }] });
      expect(await find(store, '')).toEqual([full.id]);
      expect((await store.read('message', { id: full.id }))?.labelIds).toEqual(['STARRED']);
    }));
});

describe('a message that came with a field that was wrong', () => {
  const spoilt = message({ id: 'a', subject: 'Quince', text: 'quince', receivedAt: 5_000, labelIds: [] });
  const whole = message({ id: 'a', subject: 'Medlar', text: 'medlar', receivedAt: 9_000, labelIds: ['INBOX'] });
  const contact = {
    host: 'pictures.example',
    messageId: 'a',
    at: 1,
    outcome: 'fetched',
    pictures: 1,
    bytes: 9,
  } as const;

  test('gives its place to one that came well, and keeps what was seen of its pictures', () =>
    withStore(async (store) => {
      await store.apply({ save: [{ ...spoilt, malformed: true }], contacts: [contact] });
      expect(await store.read('passedOver')).toEqual(['a']);
      expect(await store.read('missing', { ids: ['a'] })).toEqual(['a']);
      await store.apply({ save: [whole] });
      await store.apply({ passedOver: { add: [], remove: ['a'] } });
      expect(await store.read('message', { id: 'a' })).toMatchObject({ subject: 'Medlar', labelIds: ['INBOX'] });
      expect([await find(store, 'quince'), await find(store, 'medlar')]).toEqual([[], ['a']]);
      expect(await store.read('position')).toMatchObject({ onDisk: 1 });
      expect(await store.read('contacts', { messageId: 'a' })).toEqual([contact]);
      expect(await store.read('missing', { ids: ['a'] })).toEqual([]);
    }));

  test('takes the place of none that is here', () =>
    withStore(async (store) => {
      await store.apply({ save: [whole] });
      await store.apply({ save: [{ ...spoilt, malformed: true }] });
      expect(await store.read('message', { id: 'a' })).toMatchObject({ subject: 'Medlar', labelIds: ['INBOX'] });
      expect(await store.read('passedOver')).toEqual([]);
    }));
});

describe('a long text', () => {
  const million = 'word '.repeat(200_000);

  test('is kept whole, and its first million characters are indexed', () =>
    withStore(async (store) => {
      const text = `first ${million} last`;
      const one = message({ text });
      await store.apply({ save: [one] });
      expect(await find(store, 'first')).toEqual([one.id]);
      expect(await find(store, 'last')).toEqual([]);
      expect((await store.read('message', { id: one.id }))?.text).toBe(text);
    }));

  test('without any space in a script that has none stops nothing', () =>
    withStore(async (store) => {
      for (const letter of ['漢', 'ก']) await store.apply({ save: [message({ text: letter.repeat(5_000_000) })] });
      expect(await find(store, '')).toHaveLength(2);
    }));
});

describe('an instant that Gmail can not mean', () => {
  test.each([8e15, Number.MAX_SAFE_INTEGER, Number.POSITIVE_INFINITY, Number.NaN, -1, -1e300, 1.5])(
    'is taken for one that it can: %d',
    (receivedAt) =>
      withStore(async (store) => {
        const odd = Array.from({ length: 1_100 }, () => message({ receivedAt }));
        await store.apply({ save: [...odd, message()] });
        const { rows, total } = await pageOf(store, 'in:inbox', { limit: 2_000 });
        expect([rows.length, total]).toEqual([1_101, 1_101]);
      }),
  );
});

describe('what is removed', () => {
  test('leaves no words behind that find another message', () =>
    withStore(async (store) => {
      const receivedAt = 1_767_567_600_000;
      const gone = message({ receivedAt, subject: 'quokka' });
      const next = message({ receivedAt, subject: 'lamp' });
      await store.apply({ save: [gone] });
      // The next one of the same instant gets the key of the one before.
      await store.apply({ remove: [gone.id], save: [next] });
      expect(await find(store, 'quokka')).toEqual([]);
      expect(await find(store, 'lamp')).toEqual([next.id]);
    }));

  test('can not be read from the files once the store is closed', async () => {
    const file = newFile();
    const folder = path.dirname(file);
    // Without its beginning, which the index shares with the word before.
    const readable = () =>
      readdirSync(folder).some((name) => readFileSync(path.join(folder, name)).includes('nzibarquokka'));
    const secret = message({ subject: 'zanzibarquokka', text: 'the zanzibarquokka', snippet: 'zanzibarquokka' });
    const filler = Array.from({ length: 300 }, (_, index) => message({ text: `filler ${index}` }));
    await withStore(async (store) => {
      await store.apply({ save: filler });
      await store.apply({ save: [secret] });
    }, file);
    expect(readable()).toBe(true);
    await withStore((store) => store.apply({ remove: [secret.id] }), file);
    expect(readable()).toBe(false);
    expect(readdirSync(folder)).toEqual(['mail.db']);
  });
});

test('whoever no message is from any more is forgotten once the store is closed', async () => {
  const file = newFile();
  const from = (email: string) => message({ from: [{ name: 'Somebody', email }] });
  const [gone, stays] = [from('gone@example.org'), from('stays@example.org')];
  await withStore((store) => store.apply({ save: [gone, stays] }), file);
  await withStore((store) => store.apply({ remove: [gone.id] }), file);
  const { db, close } = openForReading(file);
  expect(db.all('SELECT email FROM sender')).toEqual([{ email: 'stays@example.org' }]);
  close();
});

describe('the list', () => {
  test('is newest first, whatever the order of arrival, also within one millisecond', () =>
    withStore(async (store) => {
      const at = (receivedAt: number) => message({ receivedAt });
      const [old, same1, same2, fresh] = [at(1_000), at(2_000), at(2_000), at(3_000)] as const;
      await store.apply({ save: [same1, fresh] });
      await store.apply({ save: [old, same2] });
      const found = await find(store, '');
      expect(found[0]).toBe(fresh.id);
      expect(found[3]).toBe(old.id);
      expect(found.slice(1, 3).sort()).toEqual([same1.id, same2.id].sort());
    }));

  test('holds more messages of one instant than there are slots for it', () =>
    withStore(async (store) => {
      const save = Array.from({ length: 3_000 }, () => message({ receivedAt: 5_000 }));
      await store.apply({ save: [message({ receivedAt: 4_000 }), message({ receivedAt: 6_000 })] });
      await store.apply({ save });
      expect((await store.read('position')).onDisk).toBe(3_002);
    }));

  test('is given in pages that fit together', () =>
    withStore(async (store) => {
      const save = Array.from({ length: 25 }, () => message());
      await store.apply({ save });
      const page = (offset: number) => pageOf(store, '', { offset, limit: 10 });
      const pages = await Promise.all([0, 10, 20].map(page));
      expect(pages.flatMap(({ rows }) => rows.map(({ id }) => id))).toEqual(save.map(({ id }) => id).reverse());
      // What comes behind a page is counted when somebody asks for it, but for whether there is any.
      expect(pages.map(({ total, counted }) => [total, counted])).toEqual([
        [11, false],
        [21, false],
        [25, true],
      ]);
    }));

  test('changes with the next write', () =>
    withStore(async (store) => {
      const one = message({ labelIds: ['INBOX', 'UNREAD'] });
      await store.apply({ save: [one] });
      expect(await find(store, 'is:unread')).toEqual([one.id]);
      await store.apply({ relabel: [{ id: one.id, add: ['STARRED'], remove: ['UNREAD'] }] });
      expect(await find(store, 'is:unread')).toEqual([]);
      expect(await find(store, 'is:starred')).toEqual([one.id]);
    }));

  test('changes with the clock, in time', () =>
    withStore(async (store) => {
      const day = 86_400_000;
      const one = message({ receivedAt: 10 * day });
      await store.apply({ save: [one] });
      expect(await find(store, 'newer_than:1d', { now: 11 * day })).toEqual([one.id]);
      expect(await find(store, 'newer_than:1d', { now: 11 * day + 61_000 })).toEqual([]);
    }));

  test('is found once for as long as nothing changes, a new position or the same again being no change', () =>
    withStore(async (store) => {
      const day = 86_400_000;
      const one = message({ receivedAt: 10 * day });
      const again: Change = { save: [one], labels: [label('L1', 'Work')] };
      await store.apply(again);
      // A second later the message is too old: it is there only in an answer that was kept.
      expect(await find(store, 'newer_than:1d', { now: 11 * day })).toEqual([one.id]);
      await store.apply({ ...again, position: { historyId: '8', syncedAt: 1 } });
      expect(await find(store, 'newer_than:1d', { now: 11 * day + 1_000 })).toEqual([one.id]);
      await store.apply({ relabel: [{ id: one.id, add: ['STARRED'], remove: [] }] });
      expect(await find(store, 'newer_than:1d', { now: 11 * day + 1_000 })).toEqual([]);
    }));

  test('of one person is not that of another', () =>
    withStore(async (store) => {
      const one = message({ from: [{ name: '', email: 'amy@example.org' }] });
      await store.apply({ save: [one] });
      expect(await find(store, 'from:me', { ownAddresses: ['bob@example.org'] })).toEqual([]);
      expect(await find(store, 'from:me', { ownAddresses: ['amy@example.org'] })).toEqual([one.id]);
    }));

  test('of threads has one row for each, where its newest message stands', () =>
    withStore(async (store) => {
      const [first, other, last] = [message({ threadId: 'A' }), message({ threadId: 'B' }), message({ threadId: 'A' })];
      await store.apply({ save: [first, other, last] });
      expect(await find(store, { grouping: 'threads' })).toEqual([last.id, other.id]);
      const { rows } = await pageOf(store, { grouping: 'threads' });
      expect(rows[0]).toMatchObject({ threadId: 'A', thread: { messages: 2, unreadMessages: 0 } });
    }));

  test('is sorted by size, by sender, or oldest first', () =>
    withStore(async (store) => {
      const by = (name: string, sizeBytes: number) => message({ sizeBytes, from: [{ name, email: `${name}@x.org` }] });
      const [zoe, amy, bob] = [by('Zoë', 2), by('amy', 3), by('Bob', 1)];
      await store.apply({ save: [zoe, amy, bob] });
      expect(await find(store, { order: 'largest' })).toEqual([amy.id, zoe.id, bob.id]);
      expect(await find(store, { order: 'sender' })).toEqual([amy.id, bob.id, zoe.id]);
      expect(await find(store, { order: 'oldest' })).toEqual([zoe.id, amy.id, bob.id]);
    }));

  test('of what is found anywhere in a conversation has its messages that some part of the query is true of', () =>
    withStore(async (store) => {
      const [cat, dog, none] = ['cat', 'dog', 'bird'].map((text) => message({ threadId: 'A', text })) as [
        Message,
        Message,
        Message,
      ];
      const alone = message({ threadId: 'B', text: 'cat' });
      await store.apply({ save: [cat, dog, none, alone] });
      expect(await find(store, 'cat dog')).toEqual([]);
      expect(await find(store, { text: 'cat dog', anywhereInThread: true })).toEqual([dog.id, cat.id]);
    }));
});

describe('what Gmail found', () => {
  test('is merged in where it stands in time, and marked', () =>
    withStore(async (store) => {
      const [old, middle, fresh] = [message({ text: 'cat' }), message(), message({ text: 'cat' })];
      await store.apply({ save: [old, middle, fresh] });
      const { rows, foundByGmail } = await pageOf(store, 'cat', { also: [old.id, middle.id] });
      expect(rows.map((row) => [row.id, row.foundByGmail])).toEqual([
        [fresh.id, false],
        [middle.id, true],
        [old.id, false],
      ]);
      expect(foundByGmail).toBe(1);
    }));

  test('and is not here yet is pending, where a listing has placed it', () =>
    withStore(async (store) => {
      const here = message({ text: 'cat' });
      await store.apply({ save: [here] });
      const placedAt = here.receivedAt + 1;
      await store.apply({ list: { messages: [{ id: 'new', threadId: 't', placedAt }], labelIds: [] } });
      const { rows } = await pageOf(store, 'cat', { also: ['new', here.id, 'unheard-of'] });
      expect(rows).toEqual([
        { id: 'new', threadId: 't', pending: true, foundByGmail: true },
        expect.objectContaining({ id: here.id }),
      ]);
      expect(await find(store, 'cat')).toEqual([here.id]);
    }));

  test('is left out where what is known of it says otherwise: Gmail is asked for a little more than is meant', () =>
    withStore(async (store) => {
      const day = 86_400_000;
      const [early, late] = [message({ receivedAt: day }), message({ receivedAt: 3 * day })];
      await store.apply({ save: [early, late] });
      const text = `cat after:${(2 * day) / 1_000_000}`.replace(/after:.*/, `after:${1_000_000_000}`);
      expect(await find(store, text, { also: [early.id, late.id] })).toEqual([]);
      expect(await find(store, 'cat before:1971', { also: [early.id, late.id] })).toEqual([late.id, early.id]);
    }));

  test('by a term that only it knows is remembered, with its time', () =>
    withStore(async (store) => {
      const [muted, other] = [message(), message()];
      await store.apply({ save: [muted, other] });
      expect(await pageOf(store, 'is:muted')).toMatchObject({ rows: [], ignored: ['is:muted'], remembered: [] });
      await store.apply({ answers: [{ term: 'is:muted', at: 9, ids: [muted.id, 'unheard-of'] }] });
      const page = await pageOf(store, 'is:muted');
      expect(page.rows.map(({ id }) => id)).toEqual([muted.id]);
      expect(page).toMatchObject({ ignored: [], remembered: [{ typed: 'is:muted', at: 9 }] });
      expect(await find(store, '-is:muted')).toEqual([other.id]);
    }));
});

describe('a message that is only listed', () => {
  const listed = (id: string, placedAt: number, threadId = id) => ({ id, threadId, placedAt });

  test('has its place in a list, and is pending', () =>
    withStore(async (store) => {
      const here = message();
      await store.apply({ save: [here] });
      await store.apply({ list: { messages: [listed('a', here.receivedAt - 5)], labelIds: ['INBOX'] } });
      const { rows } = await pageOf(store, 'in:inbox');
      expect(rows[1]).toEqual({ id: 'a', threadId: 'a', pending: true, foundByGmail: false });
      expect(await store.read('missing', { ids: ['a', here.id] })).toEqual(['a']);
      expect(await store.read('position')).toMatchObject({ onDisk: 1, inMailbox: 2 });
    }));

  test('is found by its labels and its time, and neither by nor without what it may hold', () =>
    withStore(async (store) => {
      await store.apply({ list: { messages: [listed('a', 5_000)], labelIds: ['INBOX', 'UNREAD'] } });
      for (const query of ['is:unread', '-is:starred', 'before:1971', 'in:inbox OR cat'])
        expect(await find(store, query), query).toEqual(['a']);
      for (const query of ['cat', '-cat', 'has:attachment', '-has:attachment', 'larger:1', '-larger:1', '-from:amy'])
        expect(await find(store, query), query).toEqual([]);
    }));

  test('moves to its real place when it comes, and keeps nothing of the other', () =>
    withStore(async (store) => {
      const [old, fresh] = [message({ receivedAt: 2_000 }), message({ receivedAt: 4_000 })];
      await store.apply({ save: [old, fresh] });
      await store.apply({ list: { messages: [listed('a', 3_000, 'T')], labelIds: ['INBOX'] } });
      expect(await find(store, '')).toEqual([fresh.id, 'a', old.id]);
      await store.apply({ save: [message({ id: 'a', threadId: 'T', receivedAt: 1_000, labelIds: ['STARRED'] })] });
      expect(await find(store, '')).toEqual([fresh.id, old.id, 'a']);
      expect(await find(store, 'in:inbox')).toEqual([fresh.id, old.id]);
    }));

  test('is wanted newest first, with how many its thread lacks', () =>
    withStore(async (store) => {
      const messages = [listed('a', 9_000, 'T'), listed('b', 8_000, 'U'), listed('c', 7_000, 'T')];
      await store.apply({ list: { messages, labelIds: [] } });
      await store.apply({ list: { messages: [listed('c', 7_000, 'T')], labelIds: ['L1'] } });
      const wanted = (labelId: string | null, after: number | null = null, except: readonly string[] = []) =>
        store.read('wanted', { labelId, limit: 10, after, except });
      const all = await wanted(null);
      expect(all.map(({ id, threadId, missingInThread }) => [id, threadId, missingInThread])).toEqual([
        ['a', 'T', 2],
        ['b', 'U', 1],
        ['c', 'T', 2],
      ]);
      expect((await wanted('L1')).map(({ id }) => id)).toEqual(['c']);
      expect((await wanted(null, all[0]?.key ?? 0)).map(({ id }) => id)).toEqual(['b', 'c']);
      expect((await wanted(null, null, ['a', 'c'])).map(({ id }) => id)).toEqual(['b']);
      expect(await store.read('missingInThread', { threadId: 'T' })).toEqual(['a', 'c']);
    }));

  test('goes where a listing of everything does not name it, and loses a label that one of the label does not', () =>
    withStore(async (store) => {
      await store.apply({ list: { messages: [listed('a', 1), listed('b', 2)], labelIds: ['L1'] } });
      await store.apply({ onlyLabelled: { labelId: 'L1', ids: ['b'] } });
      expect(store.labelled()).toEqual([
        { id: 'b', labelIds: ['L1'] },
        { id: 'a', labelIds: [] },
      ]);
      await store.apply({ onlyExisting: ['a'] });
      expect(await find(store, '')).toEqual(['a']);
    }));
});

describe('counts', () => {
  test('of labels follow every change, by message and by thread', () =>
    withStore(async (store) => {
      await store.apply({ labels: [label('INBOX', 'INBOX'), label('L1', 'Work')], position: { listed: true } });
      const counts = async () =>
        (await store.read('countedLabels')).map(
          ({ id, counts: { messages, unreadMessages, threads, unreadThreads } }) => [
            id,
            messages,
            unreadMessages,
            threads,
            unreadThreads,
          ],
        );
      const [one, two] = [
        message({ threadId: 'A', labelIds: ['INBOX', 'UNREAD'] }),
        message({ threadId: 'A', labelIds: ['INBOX', 'L1'] }),
      ];
      await store.apply({ save: [one, two] });
      expect(await counts()).toEqual([
        ['INBOX', 2, 1, 1, 1],
        ['L1', 1, 0, 1, 0],
      ]);
      await store.apply({ relabel: [{ id: one.id, add: [], remove: ['UNREAD'] }] });
      await store.apply({ remove: [two.id] });
      expect(await counts()).toEqual([
        ['INBOX', 1, 0, 1, 0],
        ['L1', 0, 0, 0, 0],
      ]);
    }));

  test('are Gmail’s until every message is known', () =>
    withStore(async (store) => {
      const counts = { messages: 98_004, unreadMessages: 7, threads: 60_000, unreadThreads: 5 };
      await store.apply({
        labels: [label('INBOX', 'INBOX')],
        counts: [{ labelId: 'INBOX', counts }],
        inMailbox: 98_004,
      });
      expect((await store.read('countedLabels'))[0]?.counts).toEqual(counts);
      expect((await store.read('position')).inMailbox).toBe(98_004);
      await store.apply({ position: { listed: true } });
      expect((await store.read('countedLabels'))[0]?.counts.messages).toBe(0);
      expect((await store.read('position')).inMailbox).toBe(0);
      // What Gmail said then is not brought up again where everything is listed once more.
      await store.apply({ position: { listed: false } });
      expect((await store.read('countedLabels'))[0]?.counts.messages).toBe(0);
    }));

  test('of what is found name senders, labels, years, types of files and months', () =>
    withStore(async (store) => {
      const at = (date: string, filename: string) =>
        message({
          receivedAt: new Date(`${date}T12:00`).getTime(),
          from: [{ name: 'Amy', email: 'amy@example.org' }],
          labelIds: ['INBOX', 'L1', 'UNREAD'],
          attachments: [{ partId: '1', filename, mimeType: 'x/y', sizeBytes: 1 }],
        });
      await store.apply({ labels: [label('L1', 'Work stuff')] });
      await store.apply({ save: [at('2025-11-30', 'a.pdf'), at('2026-01-05', 'b.PDF'), at('2026-01-06', 'none')] });
      const search = { ...anySearch, text: 'from:amy' };
      expect(await store.summarize({ search, now: 0, ownAddresses: [], also: [] })).toEqual({
        total: 3,
        messages: 3,
        senders: [{ refine: 'from:amy@example.org', name: 'Amy', count: 3 }],
        labels: [{ refine: 'label:"Work stuff"', name: 'Work stuff', count: 3 }],
        years: [
          { refine: 'after:2026/01/01 before:2027/01/01', name: '2026', count: 2 },
          { refine: 'after:2025/01/01 before:2026/01/01', name: '2025', count: 1 },
        ],
        fileTypes: [{ refine: 'filename:pdf', name: 'pdf', count: 2 }],
        months: [
          { year: 2025, month: 11, count: 1 },
          { year: 2025, month: 12, count: 0 },
          { year: 2026, month: 1, count: 2 },
        ],
      });
    }));

  test('give way to a later one', () =>
    withStore(async (store) => {
      const count = (text: string) =>
        store.summarize({ search: { ...anySearch, text }, now: 0, ownAddresses: [], also: [] });
      // Long enough that both wait behind it.
      const saving = store.apply({ save: Array.from({ length: 200 }, () => message({ text: 'cat' })) });
      expect(await Promise.all([count('dog'), count('cat')])).toEqual([null, expect.objectContaining({ total: 200 })]);
      await saving;
    }));
});

describe('searches', () => {
  test('are kept by name, and the latest ones', () =>
    withStore(async (store) => {
      await store.apply({ searches: { save: { name: 'b', text: 'from:b' } } });
      await store.apply({ searches: { save: { name: 'a', text: 'from:x' } } });
      await store.apply({ searches: { save: { name: 'a', text: 'from:a' } } });
      for (let at = 0; at < 40; at++) await store.apply({ searches: { note: { text: `q${at % 35}`, at } } });
      const { saved, recent } = await store.read('searches');
      expect(saved).toEqual([
        { name: 'a', text: 'from:a' },
        { name: 'b', text: 'from:b' },
      ]);
      expect(recent).toHaveLength(mostRecentSearches);
      expect(recent[0]).toBe('q4');
      await store.apply({ searches: { remove: 'a', clearRecent: true } });
      expect(await store.read('searches')).toEqual({ saved: [{ name: 'b', text: 'from:b' }], recent: [] });
    }));
});

describe('a change', () => {
  test('moves the cursor only from where it was when the change began', () =>
    withStore(async (store) => {
      await store.apply({ position: { historyId: '7' } });
      await store.apply({ position: { historyId: '9', after: '5' } });
      expect(await store.read('position')).toMatchObject({ historyId: '7' });
      await store.apply({ position: { historyId: '9', after: '7' } });
      expect(await store.read('position')).toMatchObject({ historyId: '9' });
    }));

  test('is all there or not at all, with the position that it leads to', () =>
    withStore(async (store) => {
      const good = message();
      const bad = { ...message(), subject: null as unknown as string };
      await expect(store.apply({ save: [good, bad], position: { historyId: '7' } })).rejects.toThrow(
        'NOT NULL constraint failed: content.subject',
      );
      expect(await store.read('position')).toMatchObject({ historyId: null, listed: false, syncedAt: null, onDisk: 0 });
      await store.apply({ save: [good], position: { historyId: '7', listed: true, syncedAt: 9 } });
      expect(await store.read('position')).toMatchObject({ historyId: '7', listed: true, syncedAt: 9, onDisk: 1 });
    }));

  test.each<[string, Change, boolean]>([
    ['nothing', {}, false],
    ['a position', { position: { historyId: '9', listed: true, syncedAt: 5 } }, false],
    ['the same message', { save: [message({ id: 'a', labelIds: ['L1', 'INBOX'] })] }, false],
    ['the same labels', { labels: [label('L1', 'Work')] }, false],
    ['what is not here', { remove: ['x'], relabel: [{ id: 'x', add: ['L1'], remove: [] }] }, false],
    ['labels that are there already', { relabel: [{ id: 'a', add: ['INBOX'], remove: ['L2'] }] }, false],
    ['a new message', { save: [message()] }, true],
    ['a message with fewer labels', { save: [message({ id: 'a', labelIds: ['L1'] })] }, true],
    ['a message with another label', { save: [message({ id: 'a', labelIds: ['INBOX', 'L1', 'L2'] })] }, true],
    ['a message removed', { remove: ['a'] }, true],
    ['a label put on', { relabel: [{ id: 'a', add: ['L2'], remove: [] }] }, true],
    ['a label taken off', { relabel: [{ id: 'a', add: [], remove: ['L1'] }] }, true],
    ['a label with another name', { labels: [label('L1', 'Play')] }, true],
    ['a label of another type', { labels: [{ ...label('L1', 'Work'), type: 'system' }] }, true],
    ['a label gone', { labels: [] }, true],
  ])('says whether it changed anything: %s', (_what, change, expected) => {
    const { db, close } = openForWriting(':memory:');
    migrate(db, true);
    const { apply } = createWriter(db, true);
    apply({ save: [message({ id: 'a', labelIds: ['INBOX', 'L1'] })], labels: [label('L1', 'Work')] });
    expect(apply(change).changed).toBe(expected);
    expect(apply(change).changed).toBe(false);
    expect(db.all('SELECT id, name, type FROM label').length).toBe((change.labels ?? [1]).length);
    close();
  });

  test('to messages that are not here is passed over', () =>
    withStore(async (store) => {
      await store.apply({ remove: ['x'], relabel: [{ id: 'y', add: ['INBOX'], remove: [] }] });
      expect(await find(store, '')).toEqual([]);
    }));
});

describe('a handle for reading', () => {
  test('can not write, in its type or in SQLite', async () => {
    const file = newFile();
    await withStore((store) => store.apply({ save: [message()] }), file);
    const { db, close } = openForReading(file);
    // @ts-expect-error: a ReadDb has no run
    expect(db.run).toBeUndefined();
    expect(() => db.all('DELETE FROM message')).toThrow(/readonly/);
    expect(() => (db as WriteDb).get("INSERT INTO passed_over VALUES ('x')")).toThrow(/readonly/);
    expect(db.all('SELECT id FROM message')).toHaveLength(1);
    close();
  });
});

describe('a damaged database', () => {
  const aside = (file: string) => readdirSync(path.dirname(file)).filter((name) => name.includes('.damaged-'));

  test('is set aside whole when it is opened, and begun anew', async () => {
    const file = newFile();
    await withStore((store) => store.apply({ save: [message()] }), file);
    const noise = randomBytes(4096);
    writeFileSync(file, noise);
    const store = await openTestStore(file);
    expect(store.rebuilt).toBe(true);
    expect(await find(store, '')).toEqual([]);
    await store.apply({ save: [message()] });
    await store.close();
    expect(aside(file)).toContain('mail.db.damaged-1');
    expect(readFileSync(`${file}.damaged-1`).equals(noise)).toBe(true);
  });

  test('is not touched when it is sound', async () => {
    const file = newFile();
    await withStore((store) => store.apply({ save: [message()] }), file);
    const store = await openTestStore(file);
    expect(store.rebuilt).toBe(false);
    expect(await find(store, '')).toHaveLength(1);
    await store.close();
    expect(aside(file)).toEqual([]);
  });

  test.each([
    ['as soon as it is opened', 'message', 'label_set'],
    ['where it shows in use', 'label', 'list_visibility'],
    ['where its index can’t be read', 'words', 'tokenize'],
  ])('is set aside %s, where only a word in its schema is another', async (_, table, column) => {
    const file = newFile();
    await withStore((store) => store.apply({ save: [message()], labels: [label('L1', 'Work')] }), file);
    const flipped = new DatabaseSync(file, { defensive: false });
    flipped.exec('PRAGMA writable_schema = ON');
    flipped
      .prepare('UPDATE sqlite_schema SET sql = replace(sql, ?, ?) WHERE name = ?')
      .run(column, `${column.slice(0, -1)}z`, table);
    flipped.close();
    const store = await openTestStore(file);
    await Promise.allSettled([store.read('labels'), find(store, 'word')]);
    expect(await find(store, '')).toEqual([]);
    await store.apply({ save: [message()] });
    expect(await find(store, '')).toHaveLength(1);
    await store.close();
    expect(aside(file)).toContain('mail.db.damaged-1');
  });

  test('is none where a statement of ours is wrong', async () => {
    const file = newFile();
    await withStore((store) => store.apply({ save: [message()] }), file);
    const wrong = Object.assign(new Error('no such column: x'), { errcode: 1 });
    expect(failureOf(wrong, file)).toBeUndefined();
  });

  test('is set aside when it shows in use, and says so', async () => {
    const file = newFile();
    // More than SQLite keeps in memory.
    const save = Array.from({ length: 2_000 }, () => message({ text: randomBytes(3_000).toString('hex') }));
    await withStore((store) => store.apply({ save }), file);
    let rebuilt = 0;
    const store = await openTestStore(file, () => rebuilt++);
    expect(await find(store, '')).toHaveLength(100);
    // Everything but the first pages, which hold the schema, is overwritten.
    writeFileSync(file, readFileSync(file).fill(0xa5, 64 * 1024));
    const failure = await store.read('message', { id: save[0]?.id ?? '' }).catch((error: unknown) => error);
    expect(failure).toMatchObject({ failure: { kind: 'storage', problem: 'damaged' } });
    expect(rebuilt).toBe(1);
    expect(await find(store, '')).toEqual([]);
    await store.apply({ save: [message()] });
    expect(await find(store, '')).toHaveLength(1);
    await store.close();
    expect(aside(file)).toContain('mail.db.damaged-1');
  });

  test.each([
    ['counts other messages than it has', 'UPDATE sync SET complete = 7'],
    ['has lost where it was', 'DELETE FROM sync'],
  ])('that %s is counted anew, and goes on counting', async (_, damage) => {
    const file = newFile();
    const save = [message({ id: 'a' }), message({ id: 'b' })];
    await withStore(
      (store) => store.apply({ save, list: { messages: [{ id: 'c', threadId: 'c', placedAt: 0 }], labelIds: [] } }),
      file,
    );
    const database = new DatabaseSync(file);
    database.exec(damage);
    database.close();
    await withStore(async (store) => {
      const onDisk = async () => (await store.read('position')).onDisk;
      expect(await onDisk()).not.toBe(2);
      await expect.poll(onDisk, { timeout: 10_000 }).toBe(2);
      await store.apply({ save: [message({ id: 'c' })], position: { historyId: '9' } });
      expect(await store.read('position')).toMatchObject({ onDisk: 3, historyId: '9' });
      expect(store.rebuilt).toBe(false);
    }, file);
  });

  test('leaves out a search that is none any more', async () => {
    const file = newFile();
    const texts = ['from:amy budget', 'in:inbox is:unread'];
    await withStore(async (store) => {
      for (const [at, text] of texts.entries()) await store.apply({ searches: { note: { text, at: 1_000 + at } } });
    }, file);
    const database = new DatabaseSync(file);
    database.exec('PRAGMA user_version = 99');
    database.close();
    const bytes = readFileSync(file);
    // Its type stands before it, and before that of the number (sqlite.org/fileformat.html, section 2.1). Even: no text, but bytes.
    const type = bytes.indexOf(texts[0] ?? '') - 2;
    bytes[type] = (bytes[type] ?? 0) - 1;
    writeFileSync(file, bytes);
    await withStore(async (store) => {
      expect(store.rebuilt).toBe(true);
      expect((await store.read('searches')).recent).toEqual([texts[1]]);
    }, file);
  });

  test('leaves the searches that were saved and what was chosen for senders, as far as they can still be read', async () => {
    const file = newFile();
    const texts = Array.from({ length: 2_000 }, () => message({ text: randomBytes(3_000).toString('hex') }));
    const store = await openTestStore(file);
    await store.apply({ searches: { save: { name: 'Taxes', text: 'label:tax' }, note: { text: 'rent', at: 5 } } });
    await store.apply({ choice: { email: 'amy@x.org', choice: { zoom: 2 } } });
    await store.apply({ save: texts });
    await store.close();
    const damaged = await openTestStore(file);
    expect(await find(damaged, '')).toHaveLength(100);
    // The searches lie in the first pages, with the schema.
    writeFileSync(file, readFileSync(file).fill(0xa5, 1024 * 1024));
    await damaged.read('message', { id: texts[0]?.id ?? '' }).catch(() => undefined);
    expect(await damaged.read('searches')).toEqual({ saved: [{ name: 'Taxes', text: 'label:tax' }], recent: ['rent'] });
    expect(await damaged.read('choiceOf', { email: 'amy@x.org' })).toEqual({ zoom: 2 });
    await damaged.close();
    expect(aside(file)).toContain('mail.db.damaged-1');
  });

  test.each([
    ['a text that can’t be inflated', "UPDATE content SET body = x'e3ff00ff'"],
    ['a text that is no JSON', 'UPDATE content SET addresses = \'{"from":[ \''],
    ['an index of words of no format', "UPDATE words_config SET v = 0 WHERE k = 'version'"],
  ])('is known by %s, although every page is one', async (_what, sql) => {
    const file = newFile();
    const one = message({ text: 'first' });
    await withStore((store) => store.apply({ save: [one] }), file);
    const database = new DatabaseSync(file, { defensive: false });
    expect(database.prepare(sql).run().changes).toBe(1);
    database.close();
    const store = await openTestStore(file);
    const damaged = { failure: { kind: 'storage', problem: 'damaged' } };
    const asked = Promise.all([store.read('message', { id: one.id }), find(store, 'first')]);
    if (!store.rebuilt) await expect(asked).rejects.toMatchObject(damaged);
    await asked.catch(() => undefined);
    expect(aside(file)).toContain('mail.db.damaged-1');
    await store.close();
  });

  test('takes the answers with it that were found in it', async () => {
    const file = newFile();
    const save = Array.from({ length: 2_000 }, () => message({ text: 'x'.repeat(500) }));
    await withStore((store) => store.apply({ save }), file);
    const bytes = readFileSync(file);
    const store = await openTestStore(file);
    const total = async () => (await pageOf(store, '', { limit: 5_000 })).total;
    expect(await total()).toBe(2_000);
    writeFileSync(file, bytes.fill(0xa5, 64 * 1024));
    await expect(store.apply({ remove: save.map(({ id }) => id) })).rejects.toMatchObject({
      failure: { kind: 'storage', problem: 'damaged' },
    });
    expect(await total()).toBe(0);
    await store.close();
  });

  test('of a newer Porthole is set aside as well', async () => {
    const file = newFile();
    await withStore((store) => store.apply({ save: [message()] }), file);
    const database = new DatabaseSync(file);
    database.exec('PRAGMA user_version = 999');
    database.close();
    const store = await openTestStore(file);
    expect(store.rebuilt).toBe(true);
    await store.close();
  });
});

describe('opening', () => {
  test('may happen twice at once', async () => {
    for (let round = 0; round < 5; round++) {
      const file = newFile();
      const stores = await Promise.all([openTestStore(file), openTestStore(file), openTestStore(file)]);
      expect(stores.map(({ rebuilt }) => rebuilt)).toEqual([false, false, false]);
      for (const store of stores) await store.apply({ save: [message()] });
      for (const store of stores) await store.close();
      await withStore(async (store) => expect(await find(store, '')).toHaveLength(3), file);
    }
  });

  test('fails where something else is in the way', async () => {
    const file = newFile();
    mkdirSync(file, { recursive: true });
    const refused = { failure: { kind: 'storage', problem: 'refused' } };
    await expect(openTestStore(file)).rejects.toMatchObject(refused);
    const below = path.join(newFile(), 'mail.db');
    mkdirSync(path.dirname(path.dirname(below)), { recursive: true });
    writeFileSync(path.dirname(below), '');
    await expect(openTestStore(below)).rejects.toMatchObject(refused);
  });

  test('fails where there is no worker', async () => {
    const workerUrl = new URL('no-such-worker.ts', import.meta.url);
    await expect(openStore({ file: newFile(), workerUrl, onRebuilt: () => undefined })).rejects.toMatchObject({
      failure: { kind: 'storage', problem: 'refused' },
    });
  });
});

describe('closing', () => {
  test('may be asked for again while it goes on, and afterwards', async () => {
    const store = await openTestStore(newFile());
    await store.apply({ save: [message()] });
    const before = store.read('position');
    const closing = [store.close(), store.close()];
    await expect(store.read('position')).rejects.toMatchObject({ failure: { kind: 'storage', problem: 'refused' } });
    expect(await before).toMatchObject({ onDisk: 1 });
    await Promise.all(closing);
    await store.close();
    await expect(store.read('position')).rejects.toMatchObject({ failure: { kind: 'storage', problem: 'refused' } });
  });
});

describe('a disk without room', () => {
  test('refuses a change as a whole, is read meanwhile, and takes it once there is room', async () => {
    const file = newFile();
    const store = await openNarrowStore(file);
    const one = message({ subject: 'first' });
    await store.apply({ save: [one] });
    giveRoom(file, 1);
    const many = Array.from({ length: 50 }, () => message({ text: randomBytes(20_000).toString('hex') }));
    const change: Change = { remove: [one.id], save: many, position: { historyId: '7' } };
    await expect(store.apply(change)).rejects.toMatchObject({ failure: { kind: 'storage', problem: 'full' } });
    expect(await store.read('message', { id: one.id })).toEqual(one);
    expect(await find(store, 'first')).toEqual([one.id]);
    expect(await store.read('position')).toMatchObject({ historyId: null, onDisk: 1 });
    giveRoom(file, null);
    await store.apply(change);
    expect(await store.read('position')).toMatchObject({ historyId: '7', onDisk: 50 });
    expect(await find(store, 'first')).toEqual([]);
    await store.close();
  });

  // `ulimit` is a shell's; what it forbids fails in SQLite as on a disk without room.
  test.skipIf(process.platform === 'win32')('is no reason not to open what is there', async () => {
    const file = newFile();
    await withStore((store) => store.apply({ save: [message({ subject: 'first' }), message()] }), file);
    const child = path.join(import.meta.dirname, 'no-room-child.ts');
    const run = promisify(execFile);
    const { stdout } = await run('sh', ['-c', 'ulimit -f 1; exec "$0" "$@"', process.execPath, child, file]);
    const full = { kind: 'storage', problem: 'full' };
    expect(JSON.parse(stdout)).toEqual({ rebuilt: false, known: 2, subject: '', problem: full });
    await withStore(async (store) => {
      await store.apply({ save: [message()] });
      expect(await store.read('position')).toMatchObject({ onDisk: 3 });
    }, file);
  });
});

describe('a worker that dies', () => {
  const open = () =>
    openStore({
      file: newFile(),
      workerUrl: new URL('../../support/dying-store-worker.ts', import.meta.url),
      onRebuilt: () => undefined,
    });
  const refused = { failure: { kind: 'storage', problem: 'refused' } };

  test.each([
    ['of a bug', 'position'],
    ['silently', 'labels'],
  ] as const)('%s ends what was asked of it, and refuses what is asked later', async (_how, deadly) => {
    const store = await open();
    const pending = [store.read(deadly), store.read('passedOver'), store.apply({})];
    expect(await Promise.allSettled(pending)).toMatchObject(
      pending.map(() => ({ status: 'rejected', reason: refused })),
    );
    await expect(store.read('position')).rejects.toMatchObject(refused);
    await store.close();
  });

  test('of a bug keeps the bug as the cause', async () => {
    const store = await open();
    await expect(store.read('position')).rejects.toMatchObject({ cause: { message: 'a bug' } });
  });
});

test.skipIf(process.platform === 'win32')(
  'only their owner can look into the folder of the mail and its files',
  async () => {
    const file = newFile();
    await withStore(async (store) => {
      await store.apply({ save: [message()] });
      const names = readdirSync(path.dirname(file)).sort();
      expect(names).toEqual(['mail.db', 'mail.db-shm', 'mail.db-wal']);
      for (const name of names) expect(statSync(path.join(path.dirname(file), name)).mode & 0o777, name).toBe(0o600);
    }, file);
    expect(statSync(path.dirname(file)).mode & 0o777).toBe(0o700);
    writeFileSync(file, randomBytes(4096));
    await withStore(async () => undefined, file);
    expect(statSync(`${file}.damaged-1`).mode & 0o777).toBe(0o600);
  },
);

test('the schema is pinned: a released step never changes', async () => {
  const file = newFile();
  await withStore(async () => undefined, file);
  const { db, close } = openForReading(file);
  const schema = db
    .all<{ sql: string | null }>("SELECT sql FROM sqlite_schema WHERE name NOT LIKE 'words_%' ORDER BY name")
    .flatMap(({ sql }) => (sql === null ? [] : [sql.replace(/--.*$/gm, '').replace(/\s+/g, ' ')]));
  expect(db.get('PRAGMA user_version')).toMatchObject({ user_version: 4 });
  expect(schema.join('\n')).toMatchSnapshot();
  close();
});

test('mail of the first schema is carried over', async () => {
  const file = newFile();
  mkdirSync(path.dirname(file), { recursive: true });
  const old = new DatabaseSync(file);
  old.exec(firstSchema);
  old.exec(`
    PRAGMA user_version = 1;
    CREATE VIRTUAL TABLE words USING fts5 (subject, body, content='', contentless_delete=1);
    INSERT INTO message VALUES (1792000000000000, 'a', 'T', 1750000000000, 5, 'Amy', 'amy@x.org', '[]', 'Tea', 'snip', 1);
    INSERT INTO content VALUES (1792000000000000,
      '{"from":[{"name":"Amy","email":"amy@x.org"}],"to":[],"cc":[],"bcc":[],"replyTo":[]}',
      '[{"name":"Subject","value":"Tea"}]', 'at noon', 'plain');
    INSERT INTO attachment VALUES (1792000000000000, 0, '1', 'plan.pdf', 'application/pdf', 9);
    INSERT INTO label VALUES ('L1', 'Work', 'user');
    INSERT INTO message_label VALUES ('L1', 1792000000000000), ('UNREAD', 1792000000000000);
    UPDATE sync SET history_id = '7', listed = 1, synced_at = 8;
  `);
  old.close();
  await withStore(async (store) => {
    expect(store.rebuilt).toBe(false);
    expect(await store.read('message', { id: 'a' })).toMatchObject({
      threadId: 'T',
      subject: 'Tea',
      text: 'at noon',
      labelIds: ['L1', 'UNREAD'],
      headers: [{ name: 'Subject', value: 'Tea' }],
      attachments: [{ partId: '1', filename: 'plan.pdf', mimeType: 'application/pdf', sizeBytes: 9 }],
    });
    for (const query of ['noon', 'from:amy@x.org', 'filename:pdf', 'label:work', 'is:unread'])
      expect(await find(store, query), query).toEqual(['a']);
    // Everything is listed anew, from a cursor of its own.
    expect(await store.read('position')).toMatchObject({ historyId: null, listed: false, syncedAt: null, onDisk: 1 });
    expect((await store.read('labels')).map(({ id, name }) => [id, name])).toEqual([['L1', 'Work']]);
  }, file);
  const { db, close } = openForReading(file);
  expect(isSpoilt(db)).toBe(false);
  close();
  const now = new DatabaseSync(file, { readOnly: true });
  expect(now.prepare("SELECT name FROM sqlite_schema WHERE name LIKE 'old%'").all()).toEqual([]);
  now.close();
});
