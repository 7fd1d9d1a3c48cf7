import { copyFileSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { FirstAnswers } from '../../../electron/contract/first-screen.ts';
import { unbegun } from '../../../electron/contract/guide.ts';
import { noPolicy } from '../../../electron/contract/policy.ts';
import { pageSize } from '../../../electron/contract/search.ts';
import type { Where } from '../../../electron/contract/where.ts';
import { createFirstScreen, firstPage } from '../../../electron/first-screen/first-screen.ts';
import { firstLook, lookAt, wantedBy } from '../../../renderer/search/look.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { usualLook } from '../../support/usual-look.ts';
import { pageOf } from '../renderer/rows.ts';

const plain = '<body><div id="root"></div></body>';
const noon = new Date(2026, 5, 10, 12).getTime();
const hours = 3_600_000;

const session: FirstAnswers['session'] = {
  account: { id: '1', kind: 'gmail', email: 'ada@example.org', name: 'Ada' },
  all: false,
  accounts: [],
  ownAddresses: ['ada@example.org'],
  connection: { state: 'online' },
  sync: {
    running: true,
    paused: false,
    diskFull: false,
    syncedAt: 1,
    onDisk: 2,
    inMailbox: 2,
    messagesPerMinute: 3,
    leftMs: null,
  },
  signIn: { state: 'none' },
  tokenKept: 'system',
  hasClient: true,
  policy: noPolicy,
  notices: [],
};

let folder = '';
const database = () => path.join(folder, 'mail.db');
beforeEach(() => {
  folder = temporaryFolder();
  writeFileSync(database(), 'a,b'.repeat(100));
});

interface World {
  where: Where | null;
  rows: readonly string[];
  grouping: 'threads' | 'messages';
  session: FirstAnswers['session'];
  now: number;
  opened: () => Promise<void>;
  isLate: boolean;
  isLocked: boolean;
}

const world = (changes: Partial<World> = {}): World => ({
  where: null,
  rows: ['a', 'b'],
  grouping: 'threads',
  session,
  now: noon,
  opened: () => Promise.resolve(),
  isLate: false,
  isLocked: false,
  ...changes,
});

/** Draws the hour, and the names of the rows. */
function screenOf({ where, rows, grouping, session: shown, now, opened, isLate, isLocked }: World) {
  return createFirstScreen({
    handlers: {
      'session.read': () => shown,
      'settings.read': () => ({
        ...usualLook,
        theme: 'system',
        grouping,
        facets: true,
        strict: false,
        keys: {},
        guide: unbegun,
      }),
      'labels.list': () => [],
      'searches.list': () => ({ saved: [], recent: [] }),
      'messages.find': ({ offset, limit }) => pageOf(rows, offset, limit, {}),
    },
    opened,
    accounts: {
      open: () => (shown.account ? { ...shown.account, signedOut: null, ended: [] } : undefined),
      all: () => [],
      showsAll: () => false,
      folder: () => folder,
      database,
    },
    where: async () => where,
    languages: () => 'fa en',
    mayShow: () => !isLocked,
    mayKeep: () => true,
    policy: noPolicy,
    loadDrawing: async () => ({
      language: 'fa',
      direction: 'rtl',
      drawRoot: (answers) => {
        const date = new Date(answers.now).toDateString() === new Date(noon).toDateString() ? 'noon' : '10 June';
        return `<div id="root">${date}: ${answers.mailbox?.found.rows.map(({ id }) => id)}</div>`;
      },
    }),

    now: () => now,
    late: (run) => isLate && setImmediate(run),
  });
}

/** What the next start would show, after this one. */
async function kept(given: World): Promise<void> {
  const screen = screenOf(given);
  await screen.fill(plain);
  await screen.keep(async (last) => last?.());
}

function answersIn(document: string): FirstAnswers {
  return JSON.parse(/<script type="application\/json" id="first-answers">(.*?)<\/script>/s.exec(document)?.[1] ?? '');
}

describe('the first screen', () => {
  test('is asked for as the page asks, to the letter', () => {
    for (const grouping of ['threads', 'messages'] as const)
      expect(JSON.stringify(firstPage(grouping))).toBe(
        JSON.stringify({ ...wantedBy(firstLook, grouping), offset: 0, limit: pageSize }),
      );
  });

  test('is that of the place where somebody was, with all rows that are in view', async () => {
    const where: Where = {
      look: { text: 'in:all', order: 'oldest', anywhereInThread: false, partsOfWords: false, chosen: true },
      row: 3 * pageSize - 1,
      open: null,
      turned: [],
    };
    expect(firstPage('threads', where)).toMatchObject({
      ...wantedBy(lookAt(where), 'threads'),
      offset: 2 * pageSize,
      limit: 2 * pageSize,
    });
    const rows = Array.from({ length: 200 }, (_, at) => `row${at}`);
    const { mailbox } = answersIn(await screenOf(world({ where, rows })).fill(plain));
    expect(mailbox?.where).toEqual(where);
    expect(mailbox?.found.rows.map(({ id }) => id)).toEqual(rows.slice(2 * pageSize, 4 * pageSize));
  });

  test('says at its root how the window is to look', async () => {
    const document = await screenOf(world()).fill(`<html lang="en">${plain}</html>`);
    expect(document).toMatch(
      /^<html data-density="comfortable" data-type="normal" data-contrast="system" data-languages="fa en" lang="en">/,
    );
  });

  test('says no more than that where the window is locked', async () => {
    const page = `<html lang="en">${plain}</html>`;
    const [locked, open] = await Promise.all([true, false].map((isLocked) => screenOf(world({ isLocked })).fill(page)));
    expect(locked).toBe(
      page.replace(
        '<html',
        '<html data-density="comfortable" data-type="normal" data-contrast="system" data-languages="fa en"',
      ),
    );
    expect(open).toContain(session.account?.email);
  });

  test('says which language it speaks, and which way that is read', async () => {
    const page = `<html lang="en" dir="ltr">${plain}</html>`;
    const screen = screenOf(world());
    await screen.fill(page);
    await screen.keep(async (last) => last?.());
    expect(await screenOf(world()).fill(page)).toContain('lang="fa" dir="rtl"');
  });

  test('comes as answers only where none was drawn', async () => {
    const document = await screenOf(world()).fill(plain);
    expect(document).toContain('<div id="root"></div>');
    expect(answersIn(document).mailbox?.found.rows).toHaveLength(2);
  });

  test('is the one that was drawn when the program ended', async () => {
    await kept(world());
    const document = await screenOf(world()).fill(plain);
    expect(document).toContain('<div id="root">noon: a,b</div>');
    expect(answersIn(document).session).toMatchObject({
      connection: { state: 'connecting' },
      sync: { running: false },
    });
  });

  test.each<[string, Partial<World>]>([
    ['other settings', { grouping: 'messages' }],
    [
      'another account',
      { session: { ...session, account: { id: '1', kind: 'gmail', email: 'eve@example.org', name: '' } } },
    ],
    ['another year', { now: noon + 24 * 365 * hours }],
    ['an earlier day, by a clock set back', { now: noon - 24 * hours }],
  ])('is not shown for %s', async (_what, changes) => {
    await kept(world());
    const document = await screenOf(world(changes)).fill(plain);
    expect(document).toContain('<div id="root"></div>');
  });

  test('opens no mail where nothing has changed', async () => {
    await kept(world());
    const opened = () => Promise.reject(new Error('opened'));
    const screen = screenOf(world({ opened, isLate: true }));
    expect(await screen.fill(plain)).toContain('noon: a,b');
    // By now it may have changed.
    expect(await screen.fill(plain)).toBe(plain);
  });

  test.each<[string, () => void]>([
    [
      'of which a byte has changed',
      () => {
        const bytes = readFileSync(database());
        bytes[200] = 0;
        writeFileSync(database(), bytes);
      },
    ],
    [
      'that was put back from a copy',
      () => {
        copyFileSync(database(), `${database()}.copy`);
        renameSync(`${database()}.copy`, database());
      },
    ],
    ['with a log left by a run that was ended', () => writeFileSync(`${database()}-wal`, 'x')],
  ])('asks a database %s', async (_what, change) => {
    await kept(world());
    change();
    const document = await screenOf(world({ rows: ['c'] })).fill(plain);
    expect(document).toContain('<div id="root"></div>');
    expect(answersIn(document).mailbox?.found.rows).toMatchObject([{ id: 'c' }]);
  });

  test('is of the database as it was closed, not as it was left before', async () => {
    const screen = screenOf(world());
    await screen.fill(plain);
    await screen.keep(async (last) => {
      await last?.();
      writeFileSync(database(), 'closed'.repeat(100));
    });
    expect(await screenOf(world()).fill(plain)).toContain('noon: a,b');
  });

  test.skipIf(process.platform === 'win32')(
    'is for nobody else on this computer: there are rows of mail in it',
    async () => {
      await kept(world());
      expect(statSync(path.join(folder, 'first-screen.json')).mode & 0o777).toBe(0o600);
    },
  );

  test('is not shown on another page than it was drawn for', async () => {
    await kept(world());
    expect(await screenOf(world()).fill(`${plain}!`)).toContain('<div id="root"></div>');
  });

  test('has its dates as they are written today', async () => {
    await kept(world());
    expect(await screenOf(world({ now: noon + 11 * hours })).fill(plain)).toContain('noon: a,b');
    expect(await screenOf(world({ now: noon + 13 * hours })).fill(plain)).toContain('10 June: a,b');
    expect(await screenOf(world({ now: noon + 200 * hours })).fill(plain)).toContain('10 June: a,b');
  });

  test('is not waited for', async () => {
    const opened = () => new Promise<void>(() => undefined);
    expect(await screenOf(world({ opened, isLate: true })).fill(plain)).toBe(plain);
  });

  test('is nobody’s where no account is open, and none is kept', async () => {
    const nobody = world({ session: { ...session, account: null } });
    await kept(nobody);
    expect(answersIn(await screenOf(nobody).fill(plain)).mailbox).toBe(null);
  });

  test('is drawn by the page where its file makes no sense', async () => {
    await kept(world());
    writeFileSync(path.join(folder, 'first-screen.json'), '{"key":');
    expect(await screenOf(world()).fill(plain)).toContain('<div id="root"></div>');
  });

  test('ends no element of the document, whatever stands in the mail', async () => {
    const hostile = '</script><!--<script>$&';
    const named = { ...session, ownAddresses: [hostile] };
    const document = await screenOf(world({ session: named })).fill(plain);
    expect(document.split('</script>')).toHaveLength(2);
    expect(answersIn(document).session.ownAddresses).toEqual([hostile]);
  });
});
