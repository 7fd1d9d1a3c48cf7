// The beginning of `npm run campaign:kill`, which goes on to two hundred kills; and that it would notice what is wrong.
import { copyFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { Random } from '../../electron/sample/random.ts';
import { catchUpOnce } from '../campaigns/kill/catching-up.ts';
import { contradictionsIn, differencesFrom, rightAmong } from '../campaigns/kill/differences.ts';
import { runKills } from '../campaigns/kill/kills.ts';
import { livingMailbox } from '../campaigns/kill/living-mailbox.ts';
import type { Kill } from '../campaigns/kill/voyage.ts';
import { startGoogle } from '../google/google.ts';
import { testGmailClient } from '../support/gmail-client.ts';
import { openTestStore } from '../support/store.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = temporaryFolder();

test('killed at any moment, it has nothing lost, doubled or half-written after one catch-up', async () => {
  const seen: Kill[] = [];
  const onKill = (kill: Kill) => void seen.push(kill);
  const { kills, byPhase, wrong } = await runKills({ kills: 12, seed: 3, folder, sizes: [60, 120], onKill });
  expect(wrong).toEqual([]);
  expect(seen).toHaveLength(12);
  for (const { kept } of seen) expect(kept).toEqual({ messages: kept.of, of: expect.toSatisfy((of) => of >= 20) });
  expect(kills).toBe(12);
  const { 'catch-up': following, 'listing again': again, ...first } = byPhase;
  expect(following + again).toBeGreaterThan(0);
  expect(Object.values(first).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0);
}, 120_000);

/** A small mailbox and its true copy. */
async function copy() {
  const google = await startGoogle();
  const living = livingMailbox(google.mailbox(), 30, new Random(1, 0));
  const file = path.join(folder, 'true.db');
  const store = await openTestStore(file);
  const clock = { now: Date.now, sleep: (ms: number) => sleep(ms) };
  await catchUpOnce(testGmailClient({ url: google.url, token: google.grantAccess().accessToken, clock }), store);
  const differences = await differencesFrom(living, store);
  await store.close();
  await google.close();
  expect([...differences, ...contradictionsIn(file)]).toEqual([]);
  return { file, living };
}

describe('what would be noticed', () => {
  let copied: Awaited<ReturnType<typeof copy>>;
  let spoiled = 0;
  beforeAll(async () => {
    copied = await copy();
  });

  test('a cursor that moves before what it leads to is on disk', async () => {
    const { wrong } = await runKills({ kills: 100, seed: 5, folder, sizes: [60], careless: true, mostWrong: 1 });
    expect(wrong).not.toEqual([]);
  }, 120_000);

  const some =
    "(SELECT key FROM message WHERE label_set IN (SELECT number FROM label_set WHERE label_ids LIKE '%INBOX%') LIMIT 1)";
  test.each([
    [
      'a label too few',
      `UPDATE message SET label_set = (SELECT number FROM label_set WHERE label_ids = '[]') WHERE key = ${some}`,
    ],
    ['a message too few', `DELETE FROM message WHERE key = ${some}`],
    [
      'a message in another thread',
      `UPDATE message SET thread = (SELECT max(number) FROM thread WHERE number NOT IN (SELECT thread FROM message WHERE key = ${some})) WHERE key = ${some}`,
    ],
    ['another subject', `UPDATE content SET subject = 'x' WHERE key = ${some}`],
    ['half a message', `UPDATE message SET traits = 0, content = 0 WHERE key = ${some}`],
    [
      'content twice',
      `INSERT INTO content SELECT 1e6, key, subject, snippet, addresses, attachments, text_from, message_id, body, looks FROM content WHERE key = ${some}`,
    ],
    ['looks of nothing', "INSERT INTO original VALUES (1e6, x'00')"],
    ['looks too few', `UPDATE content SET looks = 2 WHERE key = ${some}`],
    ['words too few', `DELETE FROM words WHERE rowid = ${some}`],
    ['words of nothing', "INSERT INTO words (rowid, body) VALUES (5, 'everywhere')"],
    ['another count', "UPDATE label_count SET unread_messages = unread_messages + 1 WHERE label_id = 'INBOX'"],
    ['another sum', 'UPDATE sync SET complete = complete + 1'],
    ['an earlier cursor', "UPDATE sync SET history_id = '1'"],
    [
      'a label too many',
      "INSERT INTO label SELECT 'Label_0', 'x', type, list_visibility, message_visibility, colour, gmail_counts FROM label LIMIT 1",
    ],
  ])('%s', async (_what, sql) => {
    const file = path.join(folder, `spoiled-${++spoiled}.db`);
    copyFileSync(copied.file, file);
    const database = new DatabaseSync(file);
    expect(database.prepare(sql).run().changes).toBe(1);
    database.close();
    const store = await openTestStore(file);
    const differences = await differencesFrom(copied.living, store);
    await store.close();
    expect([...differences, ...contradictionsIn(file)]).not.toEqual([]);
  });

  test('of how many messages something is said', () => {
    const letters = new Map(['a1', 'b2', 'c3'].map((id) => [id, { word: '', subject: '', text: '' }]));
    const said = ['a1 has another subject', 'a1 was fetched again', 'c3 is not known', 'd4 is known, and gone'];
    expect(rightAmong({ letters }, said)).toEqual({ messages: 1, of: 3 });
    expect(rightAmong({ letters }, ['label INBOX counts otherwise'])).toEqual({ messages: 3, of: 3 });
  });
});
