// How messages look, what was chosen for senders, and whom pictures were fetched from, on disk.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import type { Contact, Original } from '../../../electron/contract/body.ts';
import { deflateBody } from '../../../electron/store/body.ts';
import { openForWriting } from '../../../electron/store/db.ts';
import { migrations } from '../../../electron/store/migrations/all.ts';
import { deflateOriginal, inflateOriginal } from '../../../electron/store/original.ts';
import { message } from '../../support/messages.ts';
import { type TestStore, withTestStore } from '../../support/store.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const root = temporaryFolder();
let files = 0;
const newFile = () => path.join(root, String(++files), 'mail.db');

const withStore = <T>(use: (store: TestStore) => Promise<T>, file = newFile()) => withTestStore(file, use);

const original = (html: string, whole = true): Original => ({
  parts: [{ partId: '0', html, plain: 'Hi', flowed: false, delSp: false }],
  related: [],
  calendars: [],
  nested: [],
  omitted: [],
  whole,
});

const rows = (file: string) => {
  const database = new DatabaseSync(file, { readOnly: true });
  const all = database.prepare('SELECT number FROM original').all();
  database.close();
  return all.length;
};

describe('how a message looks', () => {
  test('is kept with it: as its text, as it was sent, or not known', async () => {
    const file = newFile();
    await withStore(async (store) => {
      await store.apply({
        save: [
          { ...message({ id: 'text' }), original: null },
          { ...message({ id: 'html' }), original: original('<p>سلام') },
          message({ id: 'old' }),
        ],
      });
      const looks = async (id: string) => (await store.read('looks', { id }))?.original;
      expect(await looks('text')).toBe(null);
      expect(await looks('html')).toEqual(original('<p>سلام'));
      expect(await looks('old')).toBe(undefined);
      expect(await store.read('looks', { id: 'nobody' })).toBe(undefined);
      expect((await store.read('looks', { id: 'html' }))?.message.id).toBe('html');
    }, file);
    expect(rows(file)).toBe(1);
  });

  test('is completed later, and a message that is not here is passed over', async () => {
    await withStore(async (store) => {
      await store.apply({
        save: [message({ id: 'a' }), message({ id: 'b' })],
        list: { messages: [{ id: 'c', threadId: 't', placedAt: 0 }], labelIds: [] },
      });
      const change = {
        looks: [
          { id: 'a', original: original('<p>a') },
          { id: 'b', original: null },
          { id: 'c', original: original('<p>c') },
          { id: 'd', original: original('<p>d') },
        ],
      };
      await store.apply(change);
      await store.apply(change);
      expect((await store.read('looks', { id: 'a' }))?.original).toEqual(original('<p>a'));
      expect((await store.read('looks', { id: 'b' }))?.original).toBe(null);
      expect(await store.read('looks', { id: 'c' })).toBe(undefined);
    });
  });

  test.each([
    ['removed', { remove: ['a'] }],
    ['no longer there', { onlyExisting: ['b'] }],
  ])('goes with a message that is %s, and so does its receipt', async (_what, change) => {
    const file = newFile();
    await withStore(async (store) => {
      const save = ['a', 'b'].map((id) => ({ ...message({ id }), original: original(`<p>${id}`) }));
      const contact = { host: 'x.org', messageId: 'a', at: 1, outcome: 'fetched', pictures: 1, bytes: 2 } as const;
      await store.apply({ save, contacts: [contact] });
      await store.apply(change);
      expect(await store.read('contacts', { messageId: null })).toEqual([]);
    }, file);
    expect(rows(file)).toBe(1);
  });

  test('is not known of mail that an earlier schema kept', async () => {
    const file = newFile();
    mkdirSync(path.dirname(file), { recursive: true });
    const { db, close } = openForWriting(file);
    db.transaction(() => {
      for (const step of migrations.slice(0, 2)) step(db);
      db.execute(`INSERT INTO thread VALUES (1, 't'); INSERT INTO label_set VALUES (1, '[]'); INSERT INTO file_set VALUES (1, '[]');
        INSERT INTO message VALUES (1024, 'a', 1, 1, 0, 5, 1, 1, 1);`);
      db.run(
        'INSERT INTO content VALUES (1, 1024, \'Tea\', \'\', \'{"from":[],"to":[],"cc":[],"bcc":[],"replyTo":[]}\', \'[]\', \'plain\', 0, ?)',
        deflateBody({ headers: [], text: 'at noon' }),
      );
      db.execute('PRAGMA user_version = 2');
    });
    close();
    await withStore(async (store) => {
      expect(store.rebuilt).toBe(false);
      const found = await store.read('looks', { id: 'a' });
      expect(found?.message).toMatchObject({ subject: 'Tea', text: 'at noon' });
      expect(found?.original).toBe(undefined);
      await store.apply({ looks: [{ id: 'a', original: original('<p>noon') }] });
      expect((await store.read('looks', { id: 'a' }))?.original).toEqual(original('<p>noon'));
    }, file);
  });

  test('takes a fraction of its length', () => {
    const row = '<tr><td align="center" style="padding:6px 12px 6px 0;font:16px Arial,sans-serif">Said</td></tr>\n';
    const long = original(row.repeat(300));
    const deflated = deflateOriginal(long);
    expect(inflateOriginal(deflated)).toEqual(long);
    expect(deflated.length).toBeLessThan(row.length * 30);
    const huge = original(row.repeat(30_000));
    expect(inflateOriginal(deflateOriginal(huge))).toEqual(huge);
  });
});

describe('what is chosen for a sender', () => {
  test('is found by the address however it is written, and forgotten', async () => {
    await withStore(async (store) => {
      await store.apply({ choice: { email: 'Amy@X.org', choice: { pictures: true, zoom: 1.5 } } });
      expect(await store.read('choiceOf', { email: 'amy@x.ORG' })).toEqual({ pictures: true, zoom: 1.5 });
      expect(await store.read('choiceOf', { email: 'bo@x.org' })).toEqual({});
      await store.apply({ choice: { email: 'amy@x.org', choice: null } });
      expect(await store.read('choiceOf', { email: 'amy@x.org' })).toEqual({});
    });
  });
});

describe('the receipt', () => {
  const contact = (more: Partial<Contact>): Contact => ({
    host: 'x.org',
    messageId: 'a',
    at: 1,
    outcome: 'fetched',
    pictures: 1,
    bytes: 10,
    ...more,
  });

  test('adds up contacts, and says of what was kept out how it is now', async () => {
    await withStore(async (store) => {
      await store.apply({ contacts: [contact({}), contact({ outcome: 'kept-out', pictures: 3, bytes: 0 })] });
      await store.apply({
        contacts: [contact({ at: 5 }), contact({ at: 6, outcome: 'kept-out', pictures: 2, bytes: 0 })],
      });
      await store.apply({ contacts: [contact({ at: 7, messageId: 'b', host: 'y.org', outcome: 'failed', bytes: 0 })] });
      expect(await store.read('contacts', { messageId: 'a' })).toEqual([
        contact({ at: 6, outcome: 'kept-out', pictures: 2, bytes: 0 }),
        contact({ at: 5, pictures: 2, bytes: 20 }),
      ]);
      expect((await store.read('contacts', { messageId: null })).map(({ host }) => host)).toEqual([
        'y.org',
        'x.org',
        'x.org',
      ]);
    });
  });
});
