import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import type { Message } from '../../../electron/contract/model.ts';
import { openForReading, type WriteDb } from '../../../electron/store/db.ts';
import type { Store } from '../../../electron/store/store.ts';
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

const find = async (store: Store, query: string) => {
  const page = await store.read('find', { query, offset: 0, limit: 100, now: 0, ownAddresses: [] });
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
      const bad = { ...message(), receivedAt: 'not a number' as unknown as number };
      await expect(store.apply({ save: [good, bad], position: { historyId: '7' } })).rejects.toBeDefined();
      expect(await store.read('position')).toEqual({ historyId: null, listed: false, syncedAt: null, onDisk: 0 });
      await store.apply({ save: [good], position: { historyId: '7', listed: true, syncedAt: 9 } });
      expect(await store.read('position')).toEqual({ historyId: '7', listed: true, syncedAt: 9, onDisk: 1 });
    }));

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

test('only its owner can look into the folder of the mail', async () => {
  const file = newFile();
  await withStore((store) => store.apply({ save: [message()] }), file);
  expect(statSync(path.dirname(file)).mode & 0o777).toBe(0o700);
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
