// Erasing everything, on a real folder with a real vault, where something goes wrong meanwhile: whatever does, nothing is called
// erased that is there.
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseClientFile } from '../../electron/auth/client-file.ts';
import { createVault } from '../../electron/auth/vault.ts';
import { createErasing, type ErasingOptions } from '../../electron/erasing/erasing.ts';
import { fakeSafeStorage } from '../support/safe-storage.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { clientFile } from './auth/scripted-google.ts';

const root = temporaryFolder();
const mark = 'the boathouse roof';
const ids = ['1000', '2000'];
const refused = { failure: { kind: 'storage', problem: 'refused' } };

interface World {
  readonly folder: string;
  readonly keys: ReturnType<typeof fakeSafeStorage>;
  /** What was given back at Google. */
  readonly givenBack: string[];
  readonly erasing: (more?: Partial<ErasingOptions>) => ReturnType<typeof createErasing>;
}

/** A profile with two accounts, mail, settings and a lock. */
async function profile(): Promise<World> {
  const folder = mkdtempSync(path.join(root, 'p-'));
  const keys = fakeSafeStorage();
  const folderOf = (id: string) => path.join(folder, 'accounts', id);
  const vault = createVault({ folder: folderOf, safeStorage: keys.safeStorage, platform: 'linux' });
  for (const id of ids) {
    const client = parseClientFile(clientFile);
    const dates = { grantedAt: 1, lastUsedAt: 2, expiresAt: null };
    await vault.save(id, { client, refreshToken: `token-of-${id}`, scopes: ['openid'], ...dates });
    writeFileSync(path.join(folderOf(id), 'mail.db'), mark);
  }
  for (const name of ['settings.json', 'network.json', 'where.json', 'lock.json'])
    writeFileSync(path.join(folder, name), '{}');
  const givenBack: string[] = [];
  const google = (async (_url: string, { body }: { body: URLSearchParams }) => {
    givenBack.push(body.get('token') ?? '');
    return new Response('');
  }) as unknown as typeof fetch;
  const erasing: World['erasing'] = (more = {}) =>
    createErasing({
      kept: { folder, isWhole: true },
      accountIds: () => ids,
      vault,
      revokeUrl: 'https://accounts.example/revoke',
      fetch: google,
      end: [],
      clearBrowser: async () => undefined,
      ...more,
    });
  return { folder, keys, givenBack, erasing };
}

const allFiles = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
const filesWithMail = (folder: string) => allFiles(folder).filter((file) => readFileSync(file).includes(mark));

/** A system that does not delete what has this in its path, as long as it is told so. */
function stubborn(part: string) {
  const state = { holds: true };
  const remove = async (place: string) => {
    const below = place.endsWith('accounts') ? readdirSync(place, { recursive: true }) : [];
    const isHeld = below.some((one) => String(one).includes(part));
    if (state.holds && isHeld) throw Object.assign(new Error('busy'), { code: 'EBUSY' });
    await rm(place, { recursive: true, force: true });
  };
  return { state, remove };
}

describe('erasing everything', () => {
  test('deletes all of it, and gives every permission back', async () => {
    const { folder, givenBack, erasing } = await profile();
    // The control.
    expect(filesWithMail(folder)).toHaveLength(2);
    const erased = await erasing().run(true);
    expect(allFiles(folder)).toEqual([]);
    expect(givenBack.toSorted()).toEqual(['token-of-1000', 'token-of-2000']);
    expect(erased).toMatchObject({ left: [], revoked: 2, notRevoked: 0 });
    expect(erased.gone.map(({ what, files }) => [what, files])).toEqual([
      ['mail', 3],
      ['tokens', 2],
      ['settings', 1],
      ['network', 1],
      ['lock', 1],
    ]);
  });

  test('in a folder that a person has given it, deletes what is Porthole’s by name, and nothing else', async () => {
    const { folder, erasing } = await profile();
    mkdirSync(path.join(folder, 'logs'));
    writeFileSync(path.join(folder, 'logs', 'porthole.log'), '');
    const others = [
      'a letter.txt',
      'Cache/photo.jpg',
      'logs/diary.txt',
      'accounts/taxes/2026.csv',
      'accounts/1000/notes.txt',
    ];
    for (const name of others) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), '');
    }
    const erased = await erasing({ kept: { folder, isWhole: false } }).run(false);
    expect(
      allFiles(folder)
        .map((file) => path.relative(folder, file))
        .toSorted(),
    ).toEqual(others.toSorted());
    expect(existsSync(path.join(folder, 'accounts', '2000'))).toBe(false);
    expect(erased).toMatchObject({ left: [] });
    expect(erased.gone.map(({ what }) => what)).toEqual(['mail', 'tokens', 'settings', 'network', 'lock', 'logs']);
  });

  test('goes on where something could not be ended, says so, and ends only that the next time', async () => {
    const { folder, erasing } = await profile();
    const ran: string[] = [];
    let isBroken = true;
    const one = erasing({
      end: [
        async () => {
          ran.push('first');
          if (isBroken) throw new Error('it does not end');
        },
        async () => void ran.push('second'),
      ],
    });
    await expect(one.run(false)).rejects.toThrow('it does not end');
    expect(ran).toEqual(['first', 'second']);
    expect(allFiles(folder)).toEqual([]);
    expect(one.read).toThrow('it does not end');
    isBroken = false;
    expect((await one.run(false)).left).toEqual([]);
    expect(ran).toEqual(['first', 'second', 'first']);
    expect(one.read()).toMatchObject({ left: [] });
  });

  test('goes on where the browser below the window can’t be cleared, and says so', async () => {
    const { folder, erasing } = await profile();
    const one = erasing({ clearBrowser: () => Promise.reject(new Error('not cleared')) });
    await expect(one.run(false)).rejects.toThrow('not cleared');
    expect(allFiles(folder)).toEqual([]);
  });

  test('keeps the lock until all else is gone, so that whoever cuts it short opens nothing', async () => {
    const { folder, erasing } = await profile();
    const { state, remove } = stubborn('mail.db');
    const one = erasing({ remove });
    await expect(one.run(false)).rejects.toMatchObject(refused);
    expect(filesWithMail(folder)).not.toEqual([]);
    expect(existsSync(path.join(folder, 'lock.json'))).toBe(true);
    await one.again();
    expect(existsSync(path.join(folder, 'lock.json'))).toBe(true);
    state.holds = false;
    await one.run(false);
    expect(allFiles(folder)).toEqual([]);
  });

  test('removes the lock as the last of all files', async () => {
    const { erasing } = await profile();
    const order: string[] = [];
    const remove = async (place: string) => {
      order.push(path.basename(place));
      await rm(place, { recursive: true, force: true });
    };
    await erasing({ remove }).run(false);
    expect(order).toContain('accounts');
    expect(order.at(-1)).toBe('lock.json');
  });

  test('gives the permissions back although it was done only the second time, as was chosen the first time', async () => {
    const { givenBack, erasing } = await profile();
    const { state, remove } = stubborn('mail.db');
    const one = erasing({
      // The tokens go, the mail does not.
      remove: async (place) => {
        const files = place.endsWith('accounts') ? ids.map((id) => path.join(place, id, 'grant.bin')) : [];
        for (const file of files) rmSync(file, { force: true });
        await remove(place);
      },
    });
    await expect(one.run(true)).rejects.toMatchObject(refused);
    expect(givenBack).toEqual([]);
    state.holds = false;
    expect(await one.run(true)).toMatchObject({ revoked: 2, notRevoked: 0 });
    expect(givenBack).toHaveLength(2);
    expect((await profile()).givenBack).toEqual([]);

    const other = await profile();
    const held = stubborn('mail.db');
    const unwanted = other.erasing({ remove: held.remove });
    await expect(unwanted.run(false)).rejects.toMatchObject(refused);
    held.state.holds = false;
    await unwanted.run(true);
    expect(other.givenBack).toEqual([]);
  });

  test('says that a permission is still there which the key store does not give out', async () => {
    const { keys, givenBack, erasing } = await profile();
    keys.backend = 'locked';
    expect(await erasing().run(true)).toMatchObject({ revoked: 0, notRevoked: 2 });
    expect(givenBack).toEqual([]);
  });

  test('deletes mail that lies elsewhere, behind a link, and nothing else there', async () => {
    const { folder, erasing } = await profile();
    const elsewhere = mkdtempSync(path.join(root, 'disk-'));
    for (const name of ['account.json', 'mail.db', 'mail.db-wal', 'first-screen.json', 'a letter.txt'])
      writeFileSync(path.join(elsewhere, name), mark);
    symlinkSync(elsewhere, path.join(folder, 'accounts', '3000'), 'junction');
    // The control.
    expect(filesWithMail(elsewhere)).toHaveLength(5);
    await erasing().run(false);
    expect(readdirSync(elsewhere)).toEqual(['a letter.txt']);
    expect(allFiles(folder)).toEqual([]);
  });

  // Windows lets few people make a link to a file.
  test.skipIf(process.platform === 'win32').each([true, false])(
    'deletes behind a link in the place of one of its own what has its names there, and nothing else; its folder whole: %s',
    async (isWhole) => {
      const { folder, erasing } = await profile();
      const account = path.join(folder, 'accounts', '1000');
      const elsewhere = mkdtempSync(path.join(root, 'home-'));
      const hash = 'ab'.repeat(32);
      const photos = ['Pictures/beach.jpg', 'Pictures/24/1.jpg', 'Pictures/ab/cover.png', 'Files/20260105/2.5 km.gpx'];
      const others = [...photos, 'Files/taxes.csv', 'Downloads/thesis.pdf', 'letters.db', 'Drawer/mail.db'];
      const ours = [
        `Pictures/ab/${hash}`,
        `Pictures/cd/${hash}.0123abcd.new`,
        'Files/18c0ffee18c0ffee/0.1',
        'Files/20260105/root',
        'Downloads/porthole-updater/pending/setup.exe',
        'Downloads/.updaterId',
        'disk/mail.db',
      ];
      for (const name of [...others, ...ours]) {
        mkdirSync(path.dirname(path.join(elsewhere, name)), { recursive: true });
        writeFileSync(path.join(elsewhere, name), '');
      }
      const link = (place: string, target: string) => symlinkSync(path.join(elsewhere, target), place);
      rmSync(path.join(account, 'mail.db'));
      link(path.join(account, 'mail.db'), 'disk/mail.db');
      link(path.join(account, 'mail.db-wal'), 'letters.db');
      link(path.join(account, 'first-screen.json'), 'Drawer');
      link(path.join(account, 'pictures'), 'Pictures');
      link(path.join(account, 'parts'), 'Files');
      link(path.join(folder, 'updates'), 'Downloads');
      const there = () =>
        allFiles(elsewhere)
          .map((file) => path.relative(elsewhere, file))
          .toSorted();
      // The control.
      expect(there()).toEqual([...others, ...ours].toSorted());
      expect((await erasing({ kept: { folder, isWhole } }).run(false)).left).toEqual([]);
      expect(there()).toEqual(others.toSorted());
      expect(existsSync(path.join(elsewhere, 'Pictures', 'cd'))).toBe(false);
      expect(readdirSync(folder)).toEqual([]);
    },
  );

  test('calls nothing erased whose place behind a link can’t be reached now, and finds it the next time', async () => {
    const { folder, erasing } = await profile();
    const elsewhere = mkdtempSync(path.join(root, 'disk-'));
    writeFileSync(path.join(elsewhere, 'mail.db'), mark);
    symlinkSync(elsewhere, path.join(folder, 'accounts', '3000'), 'junction');
    let isAway = true;
    const remove = async (place: string) => {
      if (isAway && place.includes('disk-')) throw Object.assign(new Error('read-only'), { code: 'EROFS' });
      await rm(place, { recursive: true, force: true });
    };
    const one = erasing({ remove });
    await expect(one.run(false)).rejects.toMatchObject(refused);
    isAway = false;
    await one.run(false);
    expect([filesWithMail(elsewhere), allFiles(folder)]).toEqual([[], []]);
  });

  test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'calls no folder empty that it may not look into',
    async () => {
      const { folder, erasing } = await profile();
      const closed = path.join(folder, 'accounts', '1000');
      chmodSync(closed, 0o000);
      await expect(erasing().run(false)).rejects.toMatchObject(refused);
      chmodSync(closed, 0o700);
      expect(filesWithMail(closed)).toHaveLength(1);
    },
  );

  test('leaves alone what marks that Porthole runs', async () => {
    const { folder, erasing } = await profile();
    const other = mkdtempSync(path.join(root, 'other-'));
    writeFileSync(path.join(other, 'own'), '');
    symlinkSync(other, path.join(folder, 'SingletonSocket'));
    mkdirSync(path.join(folder, 'Cache'));
    await erasing().run(false);
    expect(readdirSync(folder)).toEqual(['SingletonSocket']);
    expect(readdirSync(other)).toEqual(['own']);
  });
});
