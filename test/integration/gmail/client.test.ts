// The Gmail client against the fake Google: what it asks, and what becomes of each thing that may go wrong.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { GmailApi } from '../../../electron/gmail/api.ts';
import type { Fault } from '../../google/faults.ts';
import { type FakeGoogle, startGoogle } from '../../google/google.ts';
import { accessTokenFor } from '../../support/access-token.ts';
import { testGmailClient } from '../../support/gmail-client.ts';
import { listIds } from '../../support/list-ids.ts';
import { type SimulatedClock, simulatedClock } from '../../support/simulated-clock.ts';

const clicked = { lane: 'clicked' } as const;
let google: FakeGoogle;
let clock: SimulatedClock;
let api: GmailApi;

beforeEach(async () => {
  google = await startGoogle();
  for (let index = 0; index < 40; index++)
    google.mailbox().add({ raw: `Subject: number ${index}\r\n\r\nBody ${index}`, internalDate: index * 1_000 });
  const token = await accessTokenFor(google);
  clock = simulatedClock(Date.now());
  api = testGmailClient({ url: google.url, token, clock });
});
afterEach(() => google.close());

describe('G16: lists by query', () => {
  test('page by page, to the end', async () => {
    const { ids, complete } = await listIds(api, { q: 'number' }, clicked);
    expect(ids).toHaveLength(40);
    expect(complete).toBe(true);
  });

  test('and takes a missing list for an empty one', async () => {
    expect(await api.listMessages({ q: 'nowhere' }, clicked)).toEqual({ messages: [], leftOut: 0 });
  });

  test('and does not go round in circles where Gmail repeats a page token', async () => {
    google.fault({
      match: { path: '/messages', count: Number.POSITIVE_INFINITY },
      change: (body) => ({ ...(body as object), nextPageToken: 'again' }),
    });
    const asked = google.requests.length;
    const { ids } = await listIds(api, {}, clicked).catch(() => ({ ids: [] as string[] }));
    // Six times from the beginning: Gmail does not take its own token.
    expect(google.requests.length - asked).toBe(12);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('G18: other errors of HTTP are not fatal', () => {
  const passing: readonly (readonly [string, Fault])[] = [
    ['403 rateLimitExceeded', { status: 403, reason: 'rateLimitExceeded' }],
    ['403 userRateLimitExceeded', { status: 403, reason: 'userRateLimitExceeded' }],
    ['429', { status: 429 }],
    ['500', { status: 500 }],
    ['502', { status: 502 }],
    ['503', { status: 503 }],
    ['504', { status: 504 }],
  ];
  test.each(passing)('%s passes: the call is made again and succeeds', async (_what, fault) => {
    google.fault(fault);
    const profile = await clock.until(api.getProfile(clicked));
    expect(profile.messagesTotal).toBe(40);
    expect(google.requests.filter(({ path }) => path.endsWith('/profile'))).toHaveLength(2);
  });

  const lasting: readonly (readonly [string, Fault, object])[] = [
    [
      '403 insufficientPermissions',
      { status: 403, reason: 'insufficientPermissions' },
      { kind: 'not-permitted', problem: 'scope' },
    ],
    ['403 domainPolicy', { status: 403, reason: 'domainPolicy' }, { kind: 'not-permitted', problem: 'administrator' }],
    ['403 accessNotConfigured', { status: 403, reason: 'accessNotConfigured' }, { kind: 'api-disabled' }],
    ['403 dailyLimitExceeded', { status: 403, reason: 'dailyLimitExceeded' }, { kind: 'busy' }],
    ['404', { status: 404 }, { kind: 'gone' }],
    ['a connection that is cut', { cutOff: 'before' }, { kind: 'offline' }],
    ['a reply that breaks off', { cutOff: 'mid-body' }, { kind: 'offline' }],
    ['the page of a captive portal', { malformed: 'captive-portal' }, { kind: 'unexpected-reply' }],
    ['no JSON', { malformed: 'not-json' }, { kind: 'unexpected-reply' }],
    ['half of the JSON', { malformed: 'truncated' }, { kind: 'unexpected-reply' }],
    ['nothing', { malformed: 'empty' }, { kind: 'unexpected-reply' }],
    ['JSON of other types', { malformed: 'wrong-types' }, { kind: 'unexpected-reply' }],
    [
      'JSON with a hostile key',
      { body: '{"__proto__":{"emailAddress":"x"},"historyId":{}}' },
      { kind: 'unexpected-reply' },
    ],
    [
      'JSON that is very deep',
      { body: `{"historyId":${'['.repeat(100_000)}${']'.repeat(100_000)}}` },
      { kind: 'unexpected-reply' },
    ],
  ];
  test.each(lasting)('%s is a failure of its own kind', async (_what, fault, failure) => {
    google.fault(fault);
    const error = await clock.until(api.getProfile(clicked).catch((thrown: unknown) => thrown));
    expect(error).toMatchObject({ failure });
    // And the next call is as good as ever.
    expect((await clock.until(api.getProfile(clicked))).messagesTotal).toBe(40);
  });

  test.each([1_000, 20_000])('a message of %d nested parts is read with what there is', async (levels) => {
    const part = '{"mimeType":"multipart/mixed","parts":[{"mimeType":"text/plain","body":{"size":1,"data":"YQ"}},';
    const deep = `${part.repeat(levels)}{}${']}'.repeat(levels)}`;
    const [id = ''] = google.mailbox().ids;
    google.fault({ match: { path: /\/messages\/\w+$/ }, body: `{"id":"${id}","threadId":"b","payload":${deep}}` });
    const { original } = await api.getMessage(id, clicked);
    expect(original?.omitted).toContain('too-deep');
    expect(original?.parts.length).toBeGreaterThan(0);
  });
});

describe('G19: a list has ids, get has the rest', () => {
  test('a listing brings ids and nothing of a message', async () => {
    const { messages } = await api.listMessages({ maxResults: 1 }, clicked);
    expect(Object.keys(messages[0] ?? {}).sort()).toEqual(['id', 'threadId']);
    const message = await api.getMessage(messages[0]?.id ?? '', clicked);
    expect(message.headers).toContainEqual({ name: 'Subject', value: 'number 39' });
  });

  test('only what is read is asked for, zipped', async () => {
    await api.getMessage(google.mailbox().ids[0] ?? '', clicked);
    const request = google.requests.at(-1);
    expect(request?.queryKeys).toEqual(expect.arrayContaining(['fields', 'format', 'prettyPrint']));
  });
});

describe('G20: a mailbox is never changed', () => {
  test('nothing but GET is ever asked of Gmail', async () => {
    const [id = ''] = google.mailbox().ids;
    await api.getProfile(clicked);
    await api.listLabels(clicked);
    await api.getLabel('INBOX', clicked);
    await api.listMessages({}, clicked);
    const { threadId } = await api.getMessage(id, clicked);
    await api.getThread(threadId, clicked);
    const { historyId } = await api.getProfile(clicked);
    await api.listHistory({ startHistoryId: historyId }, clicked);
    const mail = google.requests.filter(({ path }) => path.startsWith('/gmail/'));
    expect(mail.length).toBeGreaterThanOrEqual(8);
    expect(mail.filter(({ method }) => method !== 'GET')).toEqual([]);
    expect(Object.keys(api).filter((name) => !/^(get|list|rates$)/.test(name))).toEqual([]);
  });
});
