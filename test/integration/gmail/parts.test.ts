// Parts of messages, and messages as they were sent, from the fake Google.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Content } from '../../../electron/contract/body.ts';
import type { GmailApi } from '../../../electron/gmail/api.ts';
import { type FakeGoogle, startGoogle } from '../../google/google.ts';
import { loadMail } from '../../google/load.ts';
import { accessTokenFor } from '../../support/access-token.ts';
import { testGmailClient } from '../../support/gmail-client.ts';
import { simulatedClock } from '../../support/simulated-clock.ts';

const clicked = { lane: 'clicked' } as const;
let google: FakeGoogle;
let api: GmailApi;

beforeEach(async () => {
  google = await startGoogle();
  const token = await accessTokenFor(google);
  api = testGmailClient({ url: google.url, token, clock: simulatedClock(Date.now()) });
});
afterEach(() => google.close());

const lines = (...all: readonly string[]) => all.join('\r\n');
const inner = lines('From: amy@x.org', 'Subject: Tea', 'Content-Type: text/plain; charset=utf-8', '', 'ein Café', '');
const together = (boundary: string, ...parts: readonly string[]) =>
  lines(
    `Content-Type: multipart/mixed; boundary=${boundary}`,
    '',
    ...parts.flatMap((part) => [`--${boundary}`, part]),
    `--${boundary}--`,
    '',
  );
const mixed = (...parts: readonly string[]) => lines('From: bo@x.org', 'Subject: Files', together('b', ...parts));
const pdf = lines(
  'Content-Type: application/pdf; name=a.pdf',
  'Content-Disposition: attachment; filename=a.pdf',
  'Content-Transfer-Encoding: base64',
  '',
  Buffer.from('%PDF-1.4 \xff\x00', 'latin1').toString('base64'),
);
const text = (value: string, type = 'text/plain; charset=utf-8') => lines(`Content-Type: ${type}`, '', value);
const nested = lines('Content-Type: message/rfc822', '', inner);
const calendar = text('BEGIN:VCALENDAR', 'text/calendar; charset=utf-8');
const add = (raw: string) => google.mailbox().add({ raw: Buffer.from(raw), labelIds: ['INBOX'] });

const gone = { failure: { kind: 'gone' } };
const asText = (bytes: Uint8Array) => Buffer.from(bytes).toString();

describe('a part', () => {
  test('comes byte for byte, by a fresh attachment id', async () => {
    const id = add(mixed(text('see'), pdf));
    expect(Buffer.from(await api.getPart(id, '1', clicked)).toString('latin1')).toBe('%PDF-1.4 \xff\x00');
    expect(google.requests.filter(({ method }) => method !== 'GET' && method !== 'POST')).toEqual([]);
    expect(google.requests.filter(({ path: asked }) => asked.includes('/attachments/'))).toHaveLength(1);
  });

  test('that stands in the message itself takes no second call', async () => {
    const id = add(mixed(text('see'), pdf));
    const before = google.requests.length;
    expect(asText(await api.getPart(id, '0', clicked))).toBe('see');
    expect(google.requests.length - before).toBe(1);
  });

  test('that Gmail takes apart is cut out of the message as it was sent', async () => {
    const id = add(mixed(text('see'), together('b-inner', nested, pdf), pdf));
    expect(asText(await api.getPart(id, '1.0', clicked)).trimEnd()).toBe(inner.trimEnd());
  });

  test.each(['7', '0.3', '1.0.0.9'])('that is none (%s) is gone', async (partId) => {
    await expect(api.getPart(add(mixed(text('see'), nested)), partId, clicked)).rejects.toMatchObject(gone);
  });

  test('of a message that is no more is gone', async () => {
    const id = add(mixed(text('see'), pdf));
    google.mailbox().delete(id);
    await expect(api.getPart(id, '1', clicked)).rejects.toMatchObject(gone);
    await expect(api.getRaw(id, clicked)).rejects.toMatchObject(gone);
    await expect(api.getWhole(id, clicked)).rejects.toMatchObject(gone);
  });
});

describe('a message as it was sent', () => {
  test('comes byte for byte', async () => {
    const raw = Buffer.concat([
      Buffer.from('Subject: x\r\n\r\n'),
      Buffer.from(Array.from({ length: 256 }, (_, at) => at)),
    ]);
    const id = google.mailbox().add({ raw, labelIds: [] });
    expect(Buffer.from(await api.getRaw(id, clicked)).equals(raw)).toBe(true);
  });
});

describe('what showing a message takes besides', () => {
  const large = `<p>${'x'.repeat(1_200_000)}</p>`;
  const versions = lines(
    'Content-Type: multipart/alternative; boundary=c',
    '',
    '--c',
    text('plain'),
    '--c',
    text(large, 'text/html; charset=utf-8'),
    '--c--',
  );

  test('is not fetched with the others, and is when somebody looks', async () => {
    const id = add(mixed(versions, calendar));
    const first = await api.getMessage(id, clicked);
    expect(first).toMatchObject({ text: 'plain', original: { whole: false, calendars: [] } });
    expect(first.original?.parts).toMatchObject([{ html: null, plain: 'plain' }]);
    const { original } = await api.getWhole(id, clicked);
    expect(original).toMatchObject({ whole: true, calendars: [{ partId: '1', text: 'BEGIN:VCALENDAR' }], omitted: [] });
    expect(original?.parts[0]?.html).toBe(large);
  });

  test('that Gmail does not give is said to be missing, and not asked for again', async () => {
    const id = add(mixed(text('see'), calendar));
    google.fault({
      match: { path: /attachments/, count: Number.POSITIVE_INFINITY },
      status: 404,
      reason: 'notFound',
    });
    expect((await api.getWhole(id, clicked)).original).toMatchObject({ whole: true, omitted: ['not-given'] });
  });
});

const shared = path.resolve(import.meta.dirname, '../../../../shared/mail');

describe.skipIf(!existsSync(shared))('awkward mail that nobody here wrote', () => {
  const parts = ({ parts: own, nested: others }: Content): number =>
    own.length + others.reduce((sum, one) => sum + parts(one), 0);

  test('is read whole, and each of its files is to be had', async () => {
    const raws = loadMail(path.join(shared, 'eml'));
    expect(raws.length).toBeGreaterThan(400);
    let shown = 0;
    let files = 0;
    for (const raw of raws) {
      const id = google.mailbox().add({ raw, labelIds: ['INBOX'] });
      const { original, attachments } = await api.getWhole(id, clicked);
      expect(original === null || original?.whole).toBe(true);
      if (original) shown += parts(original);
      for (const { partId } of attachments.slice(0, 5)) {
        const bytes = await api.getPart(id, partId, clicked);
        if (bytes.length > 0) files++;
      }
      const sent = google.mailbox().get(id)?.raw;
      expect(sent?.equals(await api.getRaw(id, clicked))).toBe(true);
    }
    expect(shown).toBeGreaterThan(150);
    expect(files).toBeGreaterThan(150);
  }, 120_000);
});
