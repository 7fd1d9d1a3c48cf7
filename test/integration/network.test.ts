// Everything that leaves for the network is in the ledger: what Node itself says was sent, what arrived at the hosts, and what
// the ledger has, are the same number.
import diagnostics from 'node:diagnostics_channel';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { purposeAt, standInGoogle } from '../../electron/endpoints.ts';
import { countedFetch } from '../../electron/network/counted-fetch.ts';
import { countedPictures } from '../../electron/network/counted-pictures.ts';
import { createLedger, type Ledger } from '../../electron/network/ledger.ts';
import { fetchPicture } from '../../electron/pictures/fetch-picture.ts';
import { type FakeGoogle, startGoogle } from '../google/google.ts';
import { openPictureHosts, pngOf } from '../support/picture-hosts.ts';
import { startProgram } from '../support/program.ts';
import { fillMailbox } from '../support/sample-mail.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const root = temporaryFolder();
let google: FakeGoogle;
let ledger: Ledger;
let folders = 0;
const sent: string[] = [];
const onSent = (message: unknown) => {
  const { request } = message as { readonly request: { readonly origin: string; readonly path: string } };
  sent.push(request.path);
};

beforeEach(async () => {
  google = await startGoogle();
  fillMailbox(google, 40);
  sent.length = 0;
  ledger = createLedger({
    file: path.join(root, `${++folders}.json`),
    now: Date.now,
    later: () => undefined,
  });
  diagnostics.subscribe('undici:request:create', onSent);
});
afterEach(async () => {
  diagnostics.unsubscribe('undici:request:create', onSent);
  await google.close();
});

const sumOf = (what: 'requests' | 'bytes') => ledger.read().run.reduce((all, use) => all + use[what], 0);

test('signing in, fetching mail and signing out ask nobody behind the ledger’s back', async () => {
  const endpoints = standInGoogle(google.url);
  const program = startProgram({
    google,
    folder: path.join(root, `profile-${folders}`),
    fetch: countedFetch(globalThis.fetch, ledger, (url) => purposeAt(endpoints, url)),
  });
  await program.porthole.start();
  await program.signIn();
  await program.until(({ sync }) => sync.onDisk === 40);
  await program.sync();
  await program.porthole.signOut(true);
  await program.porthole.close();

  // The person's own browser asks for the consent page, and is sent back by it.
  const ours = sent.filter((where) => !/^\/(?:o\/oauth2\/v2\/auth|callback|done)/.test(where));
  const arrived = google.requests.filter(({ path: where }) => !where.startsWith('/o/oauth2/v2/auth'));
  expect(sumOf('requests')).toBe(arrived.length);
  expect(sumOf('requests')).toBe(ours.length);
  expect(sumOf('bytes')).toBeGreaterThan(40 * 500);
  expect(
    ledger
      .read()
      .run.map(({ host, purpose }) => `${purpose} ${host}`)
      .sort(),
  ).toEqual(['mail 127.0.0.1', 'sign-in 127.0.0.1']);

  // The control: what nobody counts is noticed on both sides.
  await fetch(`${google.url}/client.json`);
  expect(sent).toContain('/client.json');
  expect(google.requests.filter(({ path: where }) => where === '/client.json')).toHaveLength(1);
  expect(sumOf('requests')).toBe(arrived.length);
});

test('a picture that was passed on is in it host by host, as often as Node has sent a request', async () => {
  const hosts = await openPictureHosts();
  let requests = 0;
  const onRequest = () => void requests++;
  diagnostics.subscribe('http.client.request.start', onRequest);
  try {
    const picture = pngOf(40, 30);
    hosts.serve('/first', (_request, response) =>
      response.writeHead(302, { location: hosts.url('/second', 'cdn.pictures.example') }).end(),
    );
    hosts.serve('/second', (_request, response) =>
      response.writeHead(200, { 'content-type': 'image/png' }).end(picture),
    );
    const fetch = countedPictures((url, signal) => fetchPicture(url, hosts.options(), signal), ledger);
    const { signal } = new AbortController();
    for (const name of ['/first', '/second', '/nowhere']) await fetch(hosts.url(name), signal);
    // What is known for a tracker is not asked, and not counted.
    await fetch('https://www.google-analytics.com/collect', signal);
    expect(sumOf('requests')).toBe(requests);
    expect(sumOf('requests')).toBe(hosts.requests.length);
    expect(ledger.read().run.map(({ host, requests: count }) => [host, count])).toEqual([
      ['pictures.example', 3],
      ['cdn.pictures.example', 1],
    ]);
  } finally {
    diagnostics.unsubscribe('http.client.request.start', onRequest);
    await hosts.close();
  }
});
