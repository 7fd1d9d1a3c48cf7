import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { countedFetch } from '../../../electron/network/counted-fetch.ts';
import { countedPictures } from '../../../electron/network/counted-pictures.ts';
import { createLedger } from '../../../electron/network/ledger.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const root = temporaryFolder();
let files = 0;
const dayMs = 24 * 60 * 60 * 1000;
const begin = Date.UTC(2026, 9, 1, 12);

function open(file = path.join(root, `${++files}.json`)) {
  let at = begin;
  const ledger = createLedger({ file, now: () => at, later: () => undefined });
  return { file, ledger, goOn: (ms: number) => (at += ms) };
}

test('sums up by host and purpose, with the first time and the last', () => {
  const { ledger, goOn } = open();
  ledger.asked('gmail.googleapis.com', 'mail')(100);
  goOn(1_000);
  ledger.asked('gmail.googleapis.com', 'mail')(50);
  ledger.asked('oauth2.googleapis.com', 'sign-in');
  expect(ledger.read().run).toEqual([
    { host: 'gmail.googleapis.com', purpose: 'mail', requests: 2, bytes: 150, first: begin, last: begin + 1_000 },
    {
      host: 'oauth2.googleapis.com',
      purpose: 'sign-in',
      requests: 1,
      bytes: 0,
      first: begin + 1_000,
      last: begin + 1_000,
    },
  ]);
});

test.skipIf(process.platform === 'win32')('is for nobody else on this computer', async () => {
  const { file, ledger } = open();
  ledger.asked('pictures.example', 'pictures');
  await ledger.written();
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('keeps days over a restart, and none that is older than thirty', async () => {
  const { file, ledger, goOn } = open();
  ledger.asked('old.example', 'pictures');
  goOn(29 * dayMs);
  ledger.asked('new.example', 'pictures');
  await ledger.written();
  const hostsOf = (uses: readonly { readonly host: string }[]) => uses.map(({ host }) => host);
  const again = open(file);
  again.goOn(29 * dayMs);
  expect(hostsOf(again.ledger.read().month)).toEqual(['old.example', 'new.example']);
  expect(again.ledger.read().run).toEqual([]);
  again.goOn(dayMs);
  expect(hostsOf(again.ledger.read().month)).toEqual(['new.example']);
  again.ledger.clear();
  await again.ledger.written();
  expect(readFileSync(file, 'utf8')).toBe('{}');
});

test('forgets what was for one purpose, over a restart too', async () => {
  const { file, ledger } = open();
  ledger.asked('gmail.googleapis.com', 'mail');
  ledger.asked('pictures.example', 'pictures');
  ledger.clear('pictures');
  await ledger.written();
  expect(ledger.read().run.map(({ host }) => host)).toEqual(['gmail.googleapis.com']);
  expect(readFileSync(file, 'utf8')).not.toContain('pictures');
});

test('takes a file that nobody can read for none', () => {
  const { file, ledger } = open();
  writeFileSync(file, '{"2026-10-01":[{"host":7}]}');
  expect(ledger.read()).toEqual({ run: [], month: [] });
});

test('a reply is counted as it is read, and stays what it was', async () => {
  const { ledger } = open();
  const reply = new Response('twelve bytes', { status: 201, headers: { 'x-of': 'theirs' } });
  const fetch = countedFetch(
    async () => reply,
    ledger,
    () => 'mail',
  );
  const same = await fetch('https://a.example/secret?token=1');
  expect(ledger.read().run[0]).toMatchObject({ host: 'a.example', requests: 1, bytes: 0 });
  expect([same.status, same.headers.get('x-of'), await same.text()]).toEqual([201, 'theirs', 'twelve bytes']);
  expect(ledger.read().run[0]).toMatchObject({ requests: 1, bytes: 12 });
});

test('a request that comes to nothing was made all the same', async () => {
  const { ledger } = open();
  const fetch = countedFetch(
    () => Promise.reject(new TypeError('fetch failed')),
    ledger,
    () => 'mail',
  );
  await expect(fetch('https://a.example/')).rejects.toThrow('fetch failed');
  expect(ledger.read().run[0]?.requests).toBe(1);
});

test('of a picture every host is counted that it was passed on by', async () => {
  const { ledger } = open();
  const fetchPicture = countedPictures(
    async () => ({ picture: undefined, refused: null, contacted: ['a.example', 'b.example'], bytes: 9 }),
    ledger,
  );
  await fetchPicture('https://a.example/x', new AbortController().signal);
  expect(ledger.read().run.map(({ host, requests, bytes }) => [host, requests, bytes])).toEqual([
    ['a.example', 1, 0],
    ['b.example', 1, 9],
  ]);
});
