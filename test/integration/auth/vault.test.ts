import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseClientFile } from '../../../electron/auth/client-file.ts';
import type { Grant } from '../../../electron/auth/grant.ts';
import { createVault, type Vault } from '../../../electron/auth/vault.ts';
import { type FakeSafeStorage, fakeSafeStorage } from '../../support/safe-storage.ts';
import { clientFile, clientSecret } from './scripted-google.ts';

const grant: Grant = {
  client: parseClientFile(clientFile),
  refreshToken: '1//the-refresh-token',
  scopes: ['openid'],
  grantedAt: 1,
  lastUsedAt: 2,
  expiresAt: null,
};
const ada = '1234567890';
const kept = (how: string, more: Partial<Grant> = {}) => ({ state: 'kept', grant: { ...grant, ...more }, kept: how });

let root: string;
let keys: FakeSafeStorage;
let vault: Vault;

const folder = (accountId: string) => path.join(root, 'accounts', accountId);
/** The app, started anew: nothing in memory. */
const restart = (platform: NodeJS.Platform = 'linux') =>
  createVault({ folder, safeStorage: keys.safeStorage, platform });
const names = async (accountId = ada) => (await readdir(folder(accountId)).catch(() => [])).sort();
const file = (accountId = ada) => path.join(folder(accountId), 'grant.bin');
const posix = process.platform === 'win32' ? test.skip : test;

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'porthole-vault-'));
  keys = fakeSafeStorage();
  vault = restart();
});
afterEach(async () => {
  await chmod(folder(ada), 0o700).catch(() => {});
  await rm(root, { recursive: true, force: true });
});

describe('with a key store', () => {
  test('a grant is on disk when saving has resolved, and there after a restart', async () => {
    expect(await vault.save(ada, grant)).toBe('system');
    expect(await names()).toEqual(['grant.bin']);
    expect(await restart().load(ada)).toEqual(kept('system'));
  });

  test('nothing of the grant can be read in the file', async () => {
    await vault.save(ada, grant);
    const bytes = await readFile(file());
    for (const secret of [grant.refreshToken, clientSecret, grant.client.clientId, ada]) {
      expect(bytes.includes(secret)).toBe(false);
    }
    expect(bytes.toString('latin1', 0, 9)).toBe('PHGRANT\x01s');
    // The control: they are in it, for whoever has the key.
    const { result } = await keys.safeStorage.decryptStringAsync(bytes.subarray(9));
    for (const secret of [grant.refreshToken, clientSecret, grant.client.clientId]) expect(result).toContain(secret);
  });

  posix('the file is the owner’s alone, even in a folder that was open to all', async () => {
    await mkdir(folder(ada), { recursive: true, mode: 0o777 });
    await chmod(folder(ada), 0o777);
    await vault.save(ada, grant);
    expect((await stat(file())).mode & 0o777).toBe(0o600);
    expect((await stat(folder(ada))).mode & 0o777).toBe(0o700);
  });

  test('accounts are kept apart', async () => {
    await Promise.all([vault.save(ada, grant), vault.save('999', { ...grant, refreshToken: '1//other' })]);
    expect(await restart().load(ada)).toEqual(kept('system'));
    expect(await restart().load('999')).toEqual(kept('system', { refreshToken: '1//other' }));
    expect(await restart().load('555')).toEqual({ state: 'none' });
  });

  test.each(['', '.', '..', '../other', 'a/b', 'a\\b', 'a\0', 'ada@example.com', 'x'.repeat(65), 'a b', 'ä', 'a\n'])(
    'an account called %j is refused: no path leads out of the folder',
    async (accountId) => {
      for (const call of [
        vault.save(accountId, grant),
        vault.load(accountId),
        vault.erase(accountId),
        vault.allowWeak(accountId),
      ]) {
        await expect(call).rejects.toThrow(RangeError);
      }
      expect(await readdir(root)).toEqual([]);
    },
  );

  test.each([{}, { refreshToken: undefined }, { refreshToken: '' }])(
    'an update without a refresh token (%j) leaves the stored one alone',
    async (update) => {
      await vault.save(ada, grant);
      expect(await vault.save(ada, { ...update, lastUsedAt: 99 })).toBe('system');
      expect(await restart().load(ada)).toEqual(kept('system', { lastUsedAt: 99 }));
    },
  );

  test('an update of nothing is a bug', async () => {
    await expect(vault.save(ada, { lastUsedAt: 99 })).rejects.toThrow(TypeError);
    expect(await names()).toEqual([]);
  });

  test('many saves at once end with the last', async () => {
    const saves = Array.from({ length: 20 }, (_, index) => vault.save(ada, { ...grant, lastUsedAt: index }));
    await Promise.all(saves);
    expect(await restart().load(ada)).toEqual(kept('system', { lastUsedAt: 19 }));
    expect(await names()).toEqual(['grant.bin']);
  });

  test('a save that was cut off by a crash leaves the old grant, and room for the next', async () => {
    await vault.save(ada, grant);
    await writeFile(`${file()}.new`, 'half a');
    expect(await restart().load(ada)).toEqual(kept('system'));
    await restart().save(ada, { lastUsedAt: 3 });
    expect(await names()).toEqual(['grant.bin']);
  });

  test('erasing leaves nothing, not even what was set aside', async () => {
    await vault.save(ada, grant);
    await writeFile(path.join(folder(ada), 'grant.unreadable-1.bin'), 'old');
    await writeFile(path.join(folder(ada), 'mail.sqlite'), 'mail');
    await vault.erase(ada);
    expect(await names()).toEqual(['mail.sqlite']);
    expect(await vault.load(ada)).toEqual({ state: 'none' });
    await vault.erase(ada);
    await vault.erase('never-seen');
  });

  test('an erasure that was asked for after a save wins', async () => {
    await Promise.all([vault.save(ada, grant), vault.erase(ada)]);
    expect(await names()).toEqual([]);
    expect(await vault.load(ada)).toEqual({ state: 'none' });
  });
});

describe('without a key store (Linux, tag v10)', () => {
  beforeEach(() => {
    keys.backend = 'basic';
  });

  test('there is no protection, although encryption is said to be available', async () => {
    expect(await keys.safeStorage.isAsyncEncryptionAvailable()).toBe(true);
    expect(await vault.save(ada, grant)).toBe('this-run-only');
    keys.backend = 'os';
    expect(await vault.save(ada, grant)).toBe('system');
  });

  test('a grant is kept for this run only', async () => {
    expect(await vault.save(ada, grant)).toBe('this-run-only');
    expect(await names()).toEqual([]);
    expect(await vault.load(ada)).toEqual(kept('this-run-only'));
    expect(await vault.save(ada, { lastUsedAt: 3 })).toBe('this-run-only');
    expect(await vault.load(ada)).toEqual(kept('this-run-only', { lastUsedAt: 3 }));
    expect(await restart().load(ada)).toEqual({ state: 'none' });
  });

  test('an explicit yes puts it on disk, marked as weak, and lasts', async () => {
    await vault.save(ada, grant);
    expect(await vault.allowWeak(ada)).toBe('weak');
    expect((await readFile(file())).toString('latin1', 8, 9)).toBe('w');
    const next = restart();
    expect(await next.load(ada)).toEqual(kept('weak'));
    expect(await next.save(ada, { lastUsedAt: 3 })).toBe('weak');
    expect(await restart().load(ada)).toEqual(kept('weak', { lastUsedAt: 3 }));
  });

  test('the yes is for one account', async () => {
    await vault.save(ada, grant);
    await vault.allowWeak(ada);
    expect(await vault.save('999', grant)).toBe('this-run-only');
    expect(await vault.allowWeak('555')).toBe('none');
  });

  test('the yes ends with the account', async () => {
    await vault.save(ada, grant);
    await vault.allowWeak(ada);
    await vault.erase(ada);
    expect(await vault.save(ada, grant)).toBe('this-run-only');
  });

  test('a token on disk under a real key is neither replaced nor thrown away', async () => {
    keys.backend = 'os';
    await vault.save(ada, grant);
    keys.backend = 'basic';
    const elsewhere = restart();
    await expect(elsewhere.load(ada)).rejects.toMatchObject({ failure: { kind: 'keychain', problem: 'unavailable' } });
    expect(await elsewhere.save(ada, { ...grant, refreshToken: '1//here' })).toBe('this-run-only');
    expect(await elsewhere.load(ada)).toEqual(kept('this-run-only', { refreshToken: '1//here' }));
    keys.backend = 'os';
    expect(await restart().load(ada)).toEqual(kept('system'));
  });

  test('the same tag means a real key on macOS', async () => {
    const mac = restart('darwin');
    expect(await mac.save(ada, grant)).toBe('system');
  });
});

describe('a key store that is locked', () => {
  test('keeps the file and says that it may be tried again', async () => {
    await vault.save(ada, grant);
    keys.backend = 'locked';
    await expect(restart().load(ada)).rejects.toMatchObject({ failure: { kind: 'keychain', problem: 'locked' } });
    expect(await names()).toEqual(['grant.bin']);
    keys.backend = 'os';
    expect(await restart().load(ada)).toEqual(kept('system'));
  });

  test('lets a new grant be used in this run', async () => {
    keys.backend = 'locked';
    expect(await vault.save(ada, grant)).toBe('this-run-only');
    expect(await vault.load(ada)).toEqual(kept('this-run-only'));
  });
});

describe('a key store that is missing', () => {
  test('keeps the file', async () => {
    await vault.save(ada, grant);
    keys.backend = 'unavailable';
    await expect(restart().load(ada)).rejects.toMatchObject({ failure: { kind: 'keychain', problem: 'unavailable' } });
    expect(await names()).toEqual(['grant.bin']);
    expect(await vault.save(ada, { ...grant, refreshToken: '1//new' })).toBe('this-run-only');
  });
});

describe('a key that has changed', () => {
  test('for good sets the file aside, and that is told once', async () => {
    await vault.save(ada, grant);
    keys.backend = 'lost';
    expect(await restart().load(ada)).toEqual({ state: 'unreadable' });
    expect(await names()).toEqual(['grant.unreadable-1.bin']);
    expect(await restart().load(ada)).toEqual({ state: 'none' });
  });

  test('more than once overwrites nothing', async () => {
    await vault.save(ada, grant);
    keys.backend = 'lost';
    await restart().load(ada);
    await vault.save(ada, grant);
    keys.backend = 'os';
    await restart().load(ada);
    expect(await names()).toEqual(['grant.unreadable-1.bin', 'grant.unreadable-2.bin']);
  });

  test('by rotation encrypts the grant anew', async () => {
    await vault.save(ada, grant);
    const before = await readFile(file());
    keys.backend = 'rotated';
    expect(await restart().load(ada)).toEqual(kept('system'));
    expect(await readFile(file())).not.toEqual(before);
    keys.backend = 'os';
    const after = await readFile(file());
    expect(await restart().load(ada)).toEqual(kept('system'));
    expect(await readFile(file())).toEqual(after);
  });

  test('by rotation never moves a grant from a real key to a fixed password', async () => {
    await vault.save(ada, grant);
    const before = await readFile(file());
    keys.backend = 'fading';
    expect(await restart().load(ada)).toEqual(kept('system'));
    expect(await readFile(file())).toEqual(before);
  });

  test('by rotation takes a weak grant under the new key', async () => {
    keys.backend = 'basic';
    await vault.save(ada, grant);
    await vault.allowWeak(ada);
    keys.backend = 'rotated';
    expect(await restart().load(ada)).toEqual(kept('system'));
    expect((await readFile(file())).toString('latin1', 8, 9)).toBe('s');
  });
});

describe('a file that is not ours', () => {
  const header = (version = 1, letter = 's') =>
    Buffer.from(`PHGRANT${String.fromCharCode(version)}${letter}`, 'latin1');
  const sealed = async (text: string) => Buffer.concat([header(), await keys.safeStorage.encryptStringAsync(text)]);

  test.each<[string, () => Promise<Uint8Array | string> | Uint8Array | string]>([
    ['empty', () => ''],
    ['cut off in the header', () => 'PHGR'],
    ['cut off after the header', () => header()],
    ['of random bytes', () => Buffer.from('9a8b7c6d5e4f', 'hex')],
    ['a settings file', () => '{"theme":"dark"}'],
    ['of another version', async () => Buffer.concat([header(2), (await sealed('x')).subarray(9)])],
    ['of an unknown protection', async () => Buffer.concat([header(1, 'x'), (await sealed('x')).subarray(9)])],
    [
      'with one bit turned',
      async () => {
        const bytes = await sealed(JSON.stringify({ accountId: ada, grant }));
        return bytes.with(-1, (bytes.at(-1) ?? 0) ^ 1);
      },
    ],
    ['huge', () => Buffer.concat([header(), Buffer.alloc(200_000)])],
    ['not JSON inside', () => sealed('1//the-refresh-token')],
    ['null inside', () => sealed('null')],
    ['of another shape inside', () => sealed(JSON.stringify({ accountId: ada, grant: { refreshToken: 'x' } }))],
    [
      'with an empty token inside',
      () => sealed(JSON.stringify({ accountId: ada, grant: { ...grant, refreshToken: '' } })),
    ],
    ['of another account', () => sealed(JSON.stringify({ accountId: '999', grant }))],
  ])('because it is %s is set aside, and is no crash', async (_name, content) => {
    await mkdir(folder(ada), { recursive: true });
    await writeFile(file(), await content());
    expect(await vault.load(ada)).toEqual({ state: 'unreadable' });
    expect(await names()).toEqual(['grant.unreadable-1.bin']);
    expect(await vault.save(ada, grant)).toBe('system');
    expect(await restart().load(ada)).toEqual(kept('system'));
  });

  test('because it is a folder is set aside', async () => {
    await mkdir(file(), { recursive: true });
    expect(await vault.load(ada)).toEqual({ state: 'unreadable' });
  });

  test('would be taken if it were ours', async () => {
    await mkdir(folder(ada), { recursive: true });
    await writeFile(file(), await sealed(JSON.stringify({ accountId: ada, grant })));
    expect(await vault.load(ada)).toEqual(kept('system'));
  });
});

describe('a disk that refuses', () => {
  test('is told, and the grant is good for this run', async () => {
    await mkdir(path.dirname(folder(ada)), { recursive: true });
    await writeFile(folder(ada), 'a file where the folder should be');
    await expect(vault.save(ada, grant)).rejects.toMatchObject({ failure: { kind: 'storage', problem: 'refused' } });
    expect(await vault.load(ada)).toEqual(kept('this-run-only'));
  });

  test('leaves a token that is there already as well kept as it was', async () => {
    await vault.save(ada, grant);
    // In the way of every write.
    await mkdir(path.join(folder(ada), 'grant.bin.new'));
    await expect(vault.save(ada, { lastUsedAt: 7 })).rejects.toMatchObject({ failure: { kind: 'storage' } });
    expect(await vault.load(ada)).toEqual(kept('system'));
    await expect(vault.save(ada, { refreshToken: '1//new' })).rejects.toMatchObject({ failure: { kind: 'storage' } });
    expect(await vault.load(ada)).toMatchObject({ kept: 'this-run-only', grant: { refreshToken: '1//new' } });
  });
});
