// That the rows of the torture that are about TLS try what they say: each server is refused for its own reason, and one with a
// certificate to trust is not.
import { mkdtempSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { Random } from '../../electron/sample/random.ts';
import { online } from '../support/program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { runOnce } from '../torture/campaign.ts';
import { diverted } from '../torture/diverted.ts';
import { createPerson, type Person } from '../torture/person.ts';
import { tlsRow } from '../torture/rows/tls.ts';
import { type Certificate, openTlsHost } from '../torture/tls-host.ts';

const folder = temporaryFolder();

async function withPerson(work: (person: Person) => Promise<void>): Promise<void> {
  const person = await createPerson({ random: new Random(1, 1), folder: mkdtempSync(path.join(folder, 'run-')) });
  try {
    await work(person);
  } finally {
    await person.end();
  }
}

test.each<[Certificate, string[]]>([
  ['trusted', []],
  ['self-signed', ['DEPTH_ZERO_SELF_SIGNED_CERT']],
  ['expired', ['CERT_HAS_EXPIRED']],
  ['another-host', ['ERR_TLS_CERT_ALTNAME_INVALID']],
])('a certificate that is %s is refused for that alone', (certificate, codes) =>
  withPerson(async ({ google }) => {
    const host = await openTlsHost(certificate, google.url);
    try {
      const way = diverted(({ pathname }) => host.url + pathname);
      way.begin();
      const reply = await way.window.fetch(`${google.url}/client.json`).catch(() => undefined);
      expect([...way.codes]).toEqual(codes);
      expect(await reply?.json()).toEqual(codes.length === 0 ? google.clientFile() : undefined);
      expect([host.connections, host.requests]).toEqual([1, codes.length === 0 ? 1 : 0]);
    } finally {
      await host.close();
    }
  }),
);

test('all the mail comes by way of somebody with a certificate to trust', () =>
  withPerson(async ({ google, open, close, wrong }) => {
    const host = await openTlsHost('trusted', google.url);
    const way = diverted(({ pathname, search }) => host.url + pathname + search);
    way.begin();
    const { size } = google.mailbox();
    const window = open(way.window);
    await window.ask('session.read', {});
    await window.program.signIn();
    await window.program.until((state) => online(state) && state.sync.onDisk === size);
    await close(window);
    await host.close();
    expect(size).toBeGreaterThan(0);
    expect(host.requests).toBeGreaterThan(size);
    expect([...way.codes, ...wrong]).toEqual([]);
  }));

test('a row whose server is refused for another reason than it says is noticed', { timeout: 60_000 }, async () => {
  const row = tlsRow('a control', 'expired', 'DEPTH_ZERO_SELF_SIGNED_CERT');
  const { wrong } = await runOnce({ row, seed: 1, number: 0, folder });
  expect(wrong).toEqual(['it failed for CERT_HAS_EXPIRED']);
});
