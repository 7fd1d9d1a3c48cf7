import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { createWhereabouts } from '../../../electron/accounts/whereabouts.ts';
import type { Where } from '../../../electron/contract/where.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const where: Where = {
  look: { text: 'from:amy', order: 'oldest', anywhereInThread: true, partsOfWords: false, chosen: false },
  row: 240,
  open: { grouping: 'threads', id: '18c', messageId: '18d' },
  turned: ['group:categories'],
};

let folder = '';
beforeEach(() => {
  folder = temporaryFolder();
});

const whereabouts = (isKnown = true) =>
  createWhereabouts({ folder: () => folder, accountIds: () => (isKnown ? ['1'] : []), later: () => {} });

test('where somebody was holds at once, and in the next run', async () => {
  const first = whereabouts();
  expect(await first.read('1')).toBeNull();
  first.keep('1', where);
  expect(await first.read('1')).toEqual(where);
  await first.written();
  expect(await whereabouts().read('1')).toEqual(where);
});

test('the file follows a moment later, once for all that was kept until then', async () => {
  const waiting: (() => void)[] = [];
  const first = createWhereabouts({
    folder: () => folder,
    accountIds: () => ['1'],
    later: (run) => waiting.push(run),
  });
  first.keep('1', { ...where, row: 1 });
  first.keep('1', where);
  expect(waiting).toHaveLength(1);
  expect(existsSync(path.join(folder, 'where.json'))).toBe(false);
  waiting[0]?.();
  await expect.poll(() => existsSync(path.join(folder, 'where.json'))).toBe(true);
  expect(await whereabouts().read('1')).toEqual(where);
  first.keep('1', where);
  expect(waiting).toHaveLength(2);
});

test.skipIf(process.platform === 'win32')('nobody else on this computer reads what was looked for', async () => {
  const first = whereabouts();
  first.keep('1', where);
  await first.written();
  expect(statSync(path.join(folder, 'where.json')).mode & 0o777).toBe(0o600);
});

test('what a kill has left half written is not read', async () => {
  const first = whereabouts();
  first.keep('1', where);
  await first.written();
  // The next one can't be written: what was there before stays whole.
  mkdirSync(path.join(folder, 'where.json.new'));
  first.keep('1', { ...where, row: 1 });
  await first.written();
  expect(JSON.parse(readFileSync(path.join(folder, 'where.json'), 'utf8'))).toEqual(where);
});

test('an account that goes before its place is written leaves nothing behind', async () => {
  let isKnown = true;
  const going = createWhereabouts({ folder: () => folder, accountIds: () => (isKnown ? ['1'] : []), later: () => {} });
  going.keep('1', where);
  isKnown = false;
  await going.written();
  expect(existsSync(path.join(folder, 'where.json'))).toBe(false);
});

test('an account that has gone leaves nothing behind', async () => {
  const gone = whereabouts(false);
  gone.keep('1', where);
  await gone.written();
  expect(existsSync(path.join(folder, 'where.json'))).toBe(false);
});

test('an account that comes again begins anew, although it was known in this run', async () => {
  let isKnown = true;
  const again = createWhereabouts({ folder: () => folder, accountIds: () => (isKnown ? ['1'] : []), later: () => {} });
  again.keep('1', where);
  isKnown = false;
  again.forgetUnknown();
  isKnown = true;
  expect(await again.read('1')).toBeNull();
  await again.written();
  expect(existsSync(path.join(folder, 'where.json'))).toBe(false);
});

test('where somebody was among all accounts is kept while there are several, and goes with the first that goes', async () => {
  let ids = ['1', '2', '3'];
  const of = () => createWhereabouts({ folder: (id) => path.join(folder, id), accountIds: () => ids, later: () => {} });
  for (const id of ['all', '1']) mkdirSync(path.join(folder, id));
  const open = { grouping: 'threads', id: '1.18c', messageId: '1.18d' } as const;
  const first = of();
  first.keep('all', { ...where, open });
  first.keep('1', where);
  await first.written();
  expect(await of().read('all')).toEqual({ ...where, open });
  // Nobody has gone.
  first.forgetUnknown();
  expect(await first.read('all')).not.toBeNull();

  // Left by a kill.
  writeFileSync(path.join(folder, 'all', 'where.json.new'), JSON.stringify(where));
  ids = ['1', '3'];
  first.forgetUnknown();
  await first.written();
  expect(await first.read('all')).toBeNull();
  expect(readdirSync(path.join(folder, 'all'))).toEqual([]);
  expect(await of().read('1')).toEqual(where);

  ids = ['1'];
  first.keep('all', where);
  expect(await first.read('all')).toBeNull();
});

test('of an account that there is not nothing is read', async () => {
  const first = whereabouts();
  first.keep('1', where);
  await first.written();
  expect(await whereabouts(false).read('1')).toBeNull();
});

test.each(['', '{', '{}', JSON.stringify({ ...where, row: -1 })])('a file with %o in it is as none', async (text) => {
  writeFileSync(path.join(folder, 'where.json'), text);
  expect(await whereabouts().read('1')).toBeNull();
});
