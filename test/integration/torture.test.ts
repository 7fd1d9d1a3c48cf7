// The beginning of `npm run torture`, which goes on to two thousand runs: each fault once, where that is quick. And that what is
// wrong would be noticed.
import { appendFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { Random } from '../../electron/sample/random.ts';
import { fakeSafeStorage } from '../support/safe-storage.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { type Outcome, runOnce } from '../torture/campaign.ts';
import { passHours } from '../torture/hours.ts';
import { createPerson, type Person } from '../torture/person.ts';
import { spoilDisk } from '../torture/poor-disk.ts';
import type { Row } from '../torture/row.ts';
import { rows } from '../torture/rows.ts';
import { secretsIn } from '../torture/secrets.ts';
import { createShown, isRaw } from '../torture/shown.ts';
import { createTable } from '../torture/table.ts';

const folder = temporaryFolder();
const quick = rows.filter(({ isLong }) => !isLong);

test.concurrent.for(quick)('$group: $fault', { timeout: 60_000 }, async (row, { expect: expectOf }) => {
  const { wrong, kept } = await runOnce({ row, seed: 3, number: 0, folder });
  expectOf(wrong).toEqual([]);
  expectOf(kept).toBeDefined();
});

test('hours of use leave nothing behind', { timeout: 60_000 }, async () => {
  const { wrong, measured, sentences, kept } = await passHours({
    seed: 2,
    folder,
    hours: 2,
    looksPerHour: 20,
    restMs: 0,
  });
  expect(wrong).toEqual([]);
  expect(kept).toEqual({ messages: 120, of: 120 });
  expect(sentences).toContainEqual(expect.stringMatching(/^Offline/));
  expect(measured).toHaveLength(2);
});

describe('what would be noticed', () => {
  const row = (run: Row['run'], limitMs?: number): Row => ({
    group: 'control',
    fault: 'a control',
    runs: 1,
    run,
    ...(limitMs !== undefined && { limitMs }),
  });
  const wrongAfter = async (run: Row['run'], limitMs?: number) =>
    (await runOnce({ row: row(run, limitMs), seed: 1, number: 0, folder })).wrong;

  test('nothing, where nothing is wrong', async () => {
    expect(await wrongAfter((person) => person.settleIn())).toEqual([]);
  });

  const change = (person: Person, sql: string) => {
    const database = new DatabaseSync(path.join(person.account, 'mail.db'));
    database.exec(sql);
    database.close();
  };

  test('a message that is lost', async () => {
    const wrong = await wrongAfter(async (person) => {
      await person.settleIn();
      // Behind its back: nothing in the history tells of it, and the sums are as they were.
      change(person, "UPDATE content SET subject = 'another' WHERE number = (SELECT min(number) FROM content)");
    });
    expect(wrong).toContainEqual(expect.stringMatching(/another subject/));
  });

  test.each([
    ['as it is', (secret: string) => secret],
    ['in UTF-16', (secret: string) => Buffer.from(secret, 'utf16le')],
    ['in base64, amid other text', (secret: string) => Buffer.from(`{"a":"${secret}","b":1}`).toString('base64')],
  ])('a secret in a file %s', async (_how, write) => {
    const wrong = await wrongAfter(async (person) => {
      await person.settleIn();
      const [secret = ''] = person.google.issuedSecrets();
      appendFileSync(path.join(person.profile, 'control.log'), write(secret));
    });
    expect(wrong).toEqual(['a secret in clear in control.log']);
  });

  test('that there is no secret to look for', () => {
    expect(() => secretsIn(folder, [])).toThrow();
  });

  test('mail that comes again where it had to be kept', async () => {
    const losing = row(async (person) => {
      await person.settleIn();
      rmSync(path.join(person.account, 'mail.db'));
    });
    const wrong = async (more: Partial<Row>) =>
      (await runOnce({ row: { ...losing, ...more }, seed: 1, number: 0, folder })).wrong;
    expect(await wrong({})).toEqual([]);
    expect(await wrong({ keepsAll: true })).toEqual(['the mail was not kept']);
  });

  test('a sign-in that is asked for again where it had to be kept', async () => {
    const forgetting = row(async (person) => {
      await person.settleIn();
      person.google.revokeAll();
    });
    const { wrong } = await runOnce({ row: { ...forgetting, keepsAll: true }, seed: 1, number: 0, folder });
    expect(wrong).toEqual(['somebody had to sign in again']);
  });

  test('a run that hangs', async () => {
    expect(await wrongAfter(() => new Promise(() => undefined), 200)).toEqual(['it hangs']);
  });

  test('a bug', async () => {
    const wrong = await wrongAfter(async (person) => {
      await person.settleIn();
      const safeStorage = fakeSafeStorage('os');
      const broken = {
        ...safeStorage.safeStorage,
        isAsyncEncryptionAvailable: () => Promise.reject(new RangeError('x')),
      };
      const window = person.open({ safeStorage: { ...safeStorage, safeStorage: broken } });
      await window.ask('session.read', {});
      await window.program.until(() => window.bugs.length > 0);
      await person.close(window);
    });
    expect(wrong).toContainEqual(expect.stringMatching(/^a bug: RangeError/));
  });

  test.each([
    '',
    'undefined',
    'TypeError: fetch failed',
    'connect ECONNREFUSED 127.0.0.1:443',
    'SQLITE_FULL',
    '{{count}} left',
  ])('the raw error %j', (sentence) => expect(isRaw(sentence)).toBe(true));

  test('a bug that the window calls by its reference', () => {
    const shown = createShown();
    shown.failure({ kind: 'internal', reference: 'abc' });
    expect(shown.raw).not.toEqual([]);
    shown.failure({ kind: 'offline' });
    expect(shown.raw).toHaveLength(1);
  });

  test('what is held on to', { timeout: 60_000 }, async () => {
    const { wrong } = await passHours({ seed: 2, folder, hours: 2, looksPerHour: 10, restMs: 0, leaky: true });
    expect(wrong).toContainEqual(expect.stringMatching(/^handles grew/));
  });
});

describe('the table', () => {
  const outcome: Outcome = { fault: 'it', number: 0, wrong: [], sentences: [], kept: undefined, ms: 1 };
  const bothKept = { mail: true, signIn: true };
  const lineOf = (...outcomes: readonly Partial<Outcome>[]) => {
    const table = createTable(['it']);
    for (const one of outcomes) table.add({ ...outcome, ...one });
    return table.lines().at(-1);
  };

  test('knows what was never tried', () => {
    const table = createTable(['tried', 'not tried']);
    table.add({ ...outcome, fault: 'tried', sentences: ['Offline'], kept: { mail: true, signIn: false } });
    expect(table.missing()).toEqual(['not tried']);
    expect(table.lines()).toContain('| tried | Offline | mail, sign-in anew | 1 | 0 |');
  });

  test.each<[string, readonly Partial<Outcome>[], string]>([
    ['nothing was compared or looked at', [{ sentences: undefined }], 'not looked at | not compared | 1 | 0'],
    ['nothing was compared, and nothing came', [{}, {}], 'nothing | not compared | 2 | 0'],
    ['all was kept', [{ kept: bothKept }, { kept: bothKept }], 'nothing | mail, sign-in | 2 | 0'],
    [
      'some was kept',
      [{ kept: bothKept }, { kept: { mail: false, signIn: true } }],
      'nothing | mail in 1 of 2, sign-in | 2 | 0',
    ],
    ['some was not compared', [{ kept: bothKept }, {}], 'nothing | mail in 1 of 2, sign-in in 1 of 2 | 2 | 0'],
    [
      'messages were counted',
      [{ kept: { messages: 900, of: 900 } }, { kept: { messages: 150, of: 200 } }],
      'nothing | 1,050 of 1,100 messages | 2 | 0',
    ],
    ['no message was there to count', [{ kept: { messages: 0, of: 0 } }], 'nothing | not compared | 1 | 0'],
    [
      'messages were counted in some runs',
      [{ kept: { messages: 9, of: 9 } }, {}],
      'nothing | 9 of 9 messages in 1 of 2 runs | 2 | 0',
    ],
  ])('says where %s', (_what, outcomes, row) => {
    expect(lineOf(...outcomes)).toBe(`| it | ${row} |`);
  });

  const wrong = ['x'];
  test.each<[string, readonly Partial<Outcome>[], string]>([
    ['which was not compared', [{ wrong }], 'not known: wrong in 1 of 1 | 1 | 1'],
    ['whose mail was there', [{ wrong, kept: bothKept }], 'not known: wrong in 1 of 1 | 1 | 1'],
    [
      'beside one that was right',
      [{ wrong, kept: bothKept }, { kept: bothKept }],
      'mail in 1 of 2, sign-in in 1 of 2; wrong in 1 of 2 | 2 | 1',
    ],
    [
      'whose messages were there',
      [{ wrong, kept: { messages: 9, of: 9 } }],
      '9 of 9 messages; wrong in 1 of 1 | 1 | 1',
    ],
  ])('never says all of a wrong run %s', (_what, outcomes, row) => {
    expect(lineOf(...outcomes)).toBe(`| it | nothing | ${row} |`);
  });
});

test('a disk that fails does so for its folder alone, until it is mended', async () => {
  const own = path.join(folder, 'poor');
  const person = await createPerson({ random: new Random(1, 1), folder: own, size: 2 });
  await person.end();
  const mend = spoilDisk({ folder: own, code: 'ENOSPC', fails: () => true });
  expect(() => writeFileSync(path.join(own, 'a'), 'abcd')).toThrow(/ENOSPC/);
  writeFileSync(path.join(folder, 'a'), '');
  mend();
  writeFileSync(path.join(own, 'b'), '');
  // Of what failed the first half is there.
  expect(readdirSync(own).sort()).toEqual(['b', 'profile']);
});
