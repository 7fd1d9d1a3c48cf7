import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import type { Message } from '../../../electron/contract/model.ts';
import { openForReading, openForWriting, type WriteDb } from '../../../electron/store/db.ts';
import { indexWords, migrate } from '../../../electron/store/schema.ts';
import { openStore, type Store } from '../../../electron/store/store.ts';
import { apply, type Change } from '../../../electron/store/writes.ts';
import { message } from '../../support/messages.ts';
import { openTestStore } from '../../support/store.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const root = temporaryFolder();
let files = 0;
const newFile = () => path.join(root, String(++files), 'mail.db');

async function withStore<T>(use: (store: Store) => Promise<T>, file = newFile()): Promise<T> {
  const store = await openTestStore(file);
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

const find = async (store: Store, query: string, now = 0, ownAddresses: readonly string[] = []) => {
  const page = await store.read('find', { query, offset: 0, limit: 100, now, ownAddresses });
  return page.rows.map(({ id }) => id);
};

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
      const { rows, total } = await store.read('find', {
        query: 'in:inbox',
        offset: 0,
        limit: 1,
        now: 0,
        ownAddresses: [],
      });
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
        const { rows, total } = await store.read('find', {
          query: 'in:inbox',
          offset: 0,
          limit: 2_000,
          now: 0,
          ownAddresses: [],
        });
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
      const page = (offset: number) => store.read('find', { query: '', offset, limit: 10, now: 0, ownAddresses: [] });
      const pages = await Promise.all([0, 10, 20].map(page));
      expect(pages.flatMap(({ rows }) => rows.map(({ id }) => id))).toEqual(save.map(({ id }) => id).reverse());
      expect(pages.map(({ total }) => total)).toEqual([25, 25, 25]);
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
      expect(await find(store, 'newer_than:1d', 11 * day)).toEqual([one.id]);
      expect(await find(store, 'newer_than:1d', 11 * day + 61_000)).toEqual([]);
    }));

  test('is found once for as long as nothing changes, a new position or the same again being no change', () =>
    withStore(async (store) => {
      const day = 86_400_000;
      const one = message({ receivedAt: 10 * day });
      const again: Change = { save: [one], labels: [{ id: 'L1', name: 'Work', type: 'user' }] };
      await store.apply(again);
      // A second later the message is too old: it is there only in an answer that was kept.
      expect(await find(store, 'newer_than:1d', 11 * day)).toEqual([one.id]);
      await store.apply({ ...again, position: { historyId: '8', syncedAt: 1 } });
      expect(await find(store, 'newer_than:1d', 11 * day + 1_000)).toEqual([one.id]);
      await store.apply({ relabel: [{ id: one.id, add: ['STARRED'], remove: [] }] });
      expect(await find(store, 'newer_than:1d', 11 * day + 1_000)).toEqual([]);
    }));

  test('of one person is not that of another', () =>
    withStore(async (store) => {
      const one = message({ from: [{ name: '', email: 'amy@example.org' }] });
      await store.apply({ save: [one] });
      expect(await find(store, 'from:me', 0, ['bob@example.org'])).toEqual([]);
      expect(await find(store, 'from:me', 0, ['amy@example.org'])).toEqual([one.id]);
    }));

  test('of what Gmail found follows what comes and what else is asked', () =>
    withStore(async (store) => {
      const [old, fresh] = [message(), message()];
      const page = async (ids: readonly string[]) =>
        (await store.read('page', { ids, offset: 0, limit: 10 })).rows.map(({ id }) => id);
      await store.apply({ save: [old] });
      expect(await page([old.id, fresh.id])).toEqual([old.id, fresh.id]);
      await store.apply({ save: [fresh] });
      expect(await page([old.id, fresh.id])).toEqual([fresh.id, old.id]);
      expect(await page([old.id, 'other'])).toEqual([old.id, 'other']);
      expect(await page([fresh.id])).toEqual([fresh.id]);
    }));

  test('to compare a listing with has every message with its labels, newest first', () =>
    withStore(async (store) => {
      const [bare, one, two] = [
        message({ labelIds: [] }),
        message({ labelIds: ['INBOX', 'L1'] }),
        message({ labelIds: ['INBOX', 'L1'] }),
      ];
      await store.apply({ save: [bare, one, two] });
      expect(await store.read('labelled')).toEqual(
        [two, one, bare].map(({ id, labelIds }) => ({ id, labelIds: [...labelIds].sort() })),
      );
    }));

  test('of what Gmail found has the rest as pending', () =>
    withStore(async (store) => {
      const one = message();
      await store.apply({ save: [one] });
      const { rows, total } = await store.read('page', { ids: ['unknown', one.id], offset: 0, limit: 10 });
      expect(total).toBe(2);
      expect(rows).toEqual([{ id: 'unknown', pending: true }, expect.objectContaining({ id: one.id })]);
      expect(await store.read('missing', { ids: ['unknown', one.id] })).toEqual(['unknown']);
    }));
});

describe('a change', () => {
  test('is all there or not at all, with the position that it leads to', () =>
    withStore(async (store) => {
      const good = message();
      const bad = { ...message(), subject: null as unknown as string };
      await expect(store.apply({ save: [good, bad], position: { historyId: '7' } })).rejects.toBeDefined();
      expect(await store.read('position')).toEqual({ historyId: null, listed: false, syncedAt: null, onDisk: 0 });
      await store.apply({ save: [good], position: { historyId: '7', listed: true, syncedAt: 9 } });
      expect(await store.read('position')).toEqual({ historyId: '7', listed: true, syncedAt: 9, onDisk: 1 });
    }));

  test.each<[string, Change, boolean]>([
    ['nothing', {}, false],
    ['a position', { position: { historyId: '9', listed: true, syncedAt: 5 } }, false],
    ['the same message', { save: [message({ id: 'a', labelIds: ['L1', 'INBOX'] })] }, false],
    ['the same labels', { labels: [{ id: 'L1', name: 'Work', type: 'user' }] }, false],
    ['what is not here', { remove: ['x'], relabel: [{ id: 'x', add: ['L1'], remove: [] }] }, false],
    ['labels that are there already', { relabel: [{ id: 'a', add: ['INBOX'], remove: ['L2'] }] }, false],
    ['a new message', { save: [message()] }, true],
    ['a message with fewer labels', { save: [message({ id: 'a', labelIds: ['L1'] })] }, true],
    ['a message with another label', { save: [message({ id: 'a', labelIds: ['INBOX', 'L1', 'L2'] })] }, true],
    ['a message removed', { remove: ['a'] }, true],
    ['a label put on', { relabel: [{ id: 'a', add: ['L2'], remove: [] }] }, true],
    ['a label taken off', { relabel: [{ id: 'a', add: [], remove: ['L1'] }] }, true],
    ['a label with another name', { labels: [{ id: 'L1', name: 'Play', type: 'user' }] }, true],
    ['a label of another type', { labels: [{ id: 'L1', name: 'Work', type: 'system' }] }, true],
    ['a label gone', { labels: [] }, true],
  ])('says whether it changed anything: %s', (_what, change, expected) => {
    const { db, close } = openForWriting(':memory:');
    migrate(db);
    const hasWords = indexWords(db);
    apply(
      db,
      {
        save: [message({ id: 'a', labelIds: ['INBOX', 'L1'] })],
        labels: [{ id: 'L1', name: 'Work', type: 'user' }],
      },
      hasWords,
    );
    expect(apply(db, change, hasWords)).toBe(expected);
    expect(apply(db, change, hasWords)).toBe(false);
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
    expect(() => (db as WriteDb).get('INSERT INTO label VALUES (1, 2, 3)')).toThrow(/readonly/);
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

  test('is set aside when it shows in use, and says so', async () => {
    const file = newFile();
    await withStore(
      (store) => store.apply({ save: Array.from({ length: 2_000 }, () => message({ text: 'x'.repeat(500) })) }),
      file,
    );
    // Everything but the first pages, which hold the schema, is overwritten.
    const bytes = readFileSync(file);
    bytes.fill(0xa5, 64 * 1024);
    writeFileSync(file, bytes);
    let rebuilt = 0;
    const store = await openTestStore(file, () => rebuilt++);
    const failure = await find(store, '').then(
      () => store.read('message', { id: 'm1' }),
      (error: unknown) => error,
    );
    expect(failure).toMatchObject({ failure: { kind: 'storage', problem: 'damaged' } });
    expect(rebuilt).toBe(1);
    expect(await find(store, '')).toEqual([]);
    await store.apply({ save: [message()] });
    expect(await find(store, '')).toHaveLength(1);
    await store.close();
    expect(aside(file)).toContain('mail.db.damaged-1');
  });

  test('takes the answers with it that were found in it', async () => {
    const file = newFile();
    const save = Array.from({ length: 2_000 }, () => message({ text: 'x'.repeat(500) }));
    await withStore((store) => store.apply({ save }), file);
    const bytes = readFileSync(file);
    const store = await openTestStore(file);
    const total = async () =>
      (await store.read('find', { query: '', offset: 0, limit: 0, now: 0, ownAddresses: [] })).total;
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
      await stores[0].apply({ save: [message()] });
      expect(await find(stores[1], '')).toHaveLength(1);
      for (const store of stores) await store.close();
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
    const pending = [store.read(deadly), store.read('labelled'), store.apply({})];
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

test('only their owner can look into the folder of the mail and its files', async () => {
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
});

test('the schema is pinned: a released step never changes', async () => {
  const file = newFile();
  await withStore(async () => undefined, file);
  const { db, close } = openForReading(file);
  const schema = db
    .all<{ sql: string | null }>("SELECT sql FROM sqlite_schema WHERE name NOT LIKE 'words_%' ORDER BY name")
    .flatMap(({ sql }) => (sql === null ? [] : [sql.replace(/--.*$/gm, '').replace(/\s+/g, ' ')]));
  expect(db.get('PRAGMA user_version')).toMatchObject({ user_version: 1 });
  expect(schema.join('\n')).toMatchSnapshot();
  close();
});
