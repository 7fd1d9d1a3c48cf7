import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createAccounts } from '../../../electron/accounts/accounts.ts';
import type { Account } from '../../../electron/contract/model.ts';
import { quiet } from '../../../electron/contract/telling.ts';
import { settingsInMemory } from '../../support/program.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const root = temporaryFolder();
let count = 0;
const newFolder = () => path.join(root, String(++count));
const ada: Account = { id: '101', kind: 'gmail', email: 'ada@example.org', name: 'Ada' };
const bob: Account = { id: '102', kind: 'gmail', email: 'bob@example.org', name: 'Bob' };

test('where their folder is none there are none, and Porthole starts', () => {
  const folder = newFolder();
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'accounts'), '');
  expect(createAccounts(folder, settingsInMemory()).all()).toEqual([]);
});

test('several are kept, by Google’s number, in the order in which they came, and the one that was shown is', () => {
  const folder = newFolder();
  const settings = settingsInMemory();
  let now = 0;
  const accounts = createAccounts(folder, settings, () => ++now);
  accounts.keep(bob);
  accounts.keep({ id: 'sample', kind: 'sample', email: 'a@example.org', name: 'A' });
  accounts.keep(ada);
  accounts.show('102', true);
  const again = createAccounts(folder, settings);
  expect(again.all().map(({ id }) => id)).toEqual(['102', '101', 'sample']);
  expect(again.showsAll()).toBe(true);
  expect(again.open()).toMatchObject(bob);
  expect(again.find('101')).toMatchObject(ada);
  expect(again.folder('101')).not.toBe(again.folder('102'));
});

test.skipIf(process.platform === 'win32')('who they are is for nobody else on this computer', () => {
  const accounts = createAccounts(newFolder(), settingsInMemory());
  accounts.keep(ada);
  expect(statSync(accounts.folder('101')).mode & 0o777).toBe(0o700);
  expect(statSync(path.join(accounts.folder('101'), 'account.json')).mode & 0o777).toBe(0o600);
});

test('an address may change without the account becoming another', () => {
  const accounts = createAccounts(newFolder(), settingsInMemory());
  accounts.keep(ada);
  accounts.grantEnded('101', { grantedAt: 1, endedAt: 2 });
  accounts.keep({ ...ada, email: 'countess@example.org' });
  expect(accounts.find('101')).toMatchObject({ email: 'countess@example.org', ended: [{ grantedAt: 1, endedAt: 2 }] });
});

test('settings that forgot which was open lose no account', () => {
  const folder = newFolder();
  createAccounts(folder, settingsInMemory()).keep(ada);
  expect(createAccounts(folder, settingsInMemory()).open()).toMatchObject(ada);
});

test('a damaged file costs the name, not the account', () => {
  const folder = newFolder();
  const settings = settingsInMemory();
  const accounts = createAccounts(folder, settings);
  accounts.keep(ada);
  for (const damage of ['', '{', 'null', '{"id":"999"}', '{"id":7}']) {
    writeFileSync(path.join(accounts.folder('101'), 'account.json'), damage);
    expect(createAccounts(folder, settings).open()).toMatchObject({ id: '101', kind: 'gmail', email: '' });
  }
});

test('what is no account’s folder is left alone', () => {
  const folder = newFolder();
  mkdirSync(path.join(folder, 'accounts', 'not an id!'), { recursive: true });
  mkdirSync(path.join(folder, 'accounts', 'empty'));
  writeFileSync(path.join(folder, 'accounts', 'file'), '');
  expect(createAccounts(folder, settingsInMemory()).open()).toBeUndefined();
});

test('an ending is noted once, however often it is noticed, and only the last few are kept', () => {
  const accounts = createAccounts(newFolder(), settingsInMemory());
  accounts.keep(ada);
  for (let at = 1; at <= 8; at++) accounts.grantEnded('101', { grantedAt: at, endedAt: at + 1 });
  accounts.grantEnded('101', { grantedAt: 8, endedAt: 9 });
  expect(accounts.find('101')?.ended.map(({ grantedAt }) => grantedAt)).toEqual([4, 5, 6, 7, 8]);
});

test('erasing leaves no file of the account, and nothing that was chosen for it', async () => {
  const folder = newFolder();
  const settings = settingsInMemory();
  const accounts = createAccounts(folder, settings);
  accounts.keep(ada);
  settings.change({ telling: { ...quiet, labels: { 101: ['INBOX'], 102: ['Label_1'] } } });
  writeFileSync(path.join(accounts.folder('101'), 'mail.db.damaged-1'), 'x');
  await accounts.erase('101');
  expect(settings.read().telling.labels).toEqual({ 102: ['Label_1'] });
  expect(readdirSync(path.join(folder, 'accounts'))).toEqual([]);
  expect(accounts.open()).toBeUndefined();
});
