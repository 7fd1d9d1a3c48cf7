import { get as httpGet } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Ask, gmailOf, gmailReadonly } from './asking.ts';
import { type FakeGoogle, startGoogle } from './google.ts';
import type { Mailbox } from './mailbox.ts';

let google: FakeGoogle;
let mailbox: Mailbox;
let ask: Ask;
let now: number;
const noon = Date.UTC(2026, 10, 22, 12);

beforeEach(async () => {
  now = noon;
  google = await startGoogle({ now: () => now });
  mailbox = google.mailbox();
  ask = gmailOf(google);
});

afterEach(() => google.close());

interface Sketch {
  readonly subject?: string;
  readonly extra?: string;
  readonly body?: string;
  readonly labelIds?: readonly string[];
  readonly minutesAgo?: number;
}

function add({
  subject = 'Hello',
  extra = '',
  body = 'A body.',
  labelIds = ['INBOX'],
  minutesAgo = 0,
}: Sketch = {}): string {
  const raw = `From: bob@example.org\r\nTo: ada.lovelace@example.org\r\nSubject: ${subject}\r\n${extra}\r\n${body}\r\n`;
  return mailbox.add({ raw, labelIds, internalDate: noon - minutesAgo * 60_000 });
}

const reasonOf = (answer: { body: { error?: { errors?: { reason: string }[] } } }) =>
  answer.body.error?.errors?.[0]?.reason;

describe('who may ask', () => {
  test('nobody without a token, with an invented one, or with one whose hour is over', async () => {
    expect(await gmailOf(google, 'nonsense')('profile')).toMatchObject({ status: 401 });
    expect((await fetch(`${google.url}/gmail/v1/users/me/profile`)).status).toBe(401);
    now += 3_599_000;
    const late = await ask('profile');
    expect(late.status).toBe(401);
    expect(late.body.error).toMatchObject({ code: 401, status: 'UNAUTHENTICATED', errors: [{ reason: 'authError' }] });
  });

  test('only with a scope for the method', async () => {
    const labelsOnly = google.grantAccess({ scopes: ['https://www.googleapis.com/auth/gmail.labels'] });
    const askLabels = gmailOf(google, labelsOnly.accessToken);
    expect((await askLabels('labels')).status).toBe(200);
    const refused = await askLabels('messages');
    expect([refused.status, reasonOf(refused)]).toEqual([403, 'insufficientPermissions']);
  });

  test('nobody for another account, but by one’s own address', async () => {
    google.addUser({ email: 'grace@example.org' });
    const { accessToken } = google.grantAccess();
    const at = (user: string) =>
      fetch(`${google.url}/gmail/v1/users/${encodeURIComponent(user)}/profile`, {
        headers: { authorization: `Bearer ${accessToken}` },
      });
    expect((await at('ada.lovelace@example.org')).status).toBe(200);
    expect((await at('grace@example.org')).status).toBe(403);
  });

  test('a reader cannot write', async () => {
    const id = add();
    for (const path of [`messages/${id}/modify`, `messages/${id}/trash`, 'messages/send']) {
      expect((await ask(path, {}, { method: 'POST' })).status).toBe(403);
    }
    expect((await ask(`messages/${id}`, {}, { method: 'DELETE' })).status).toBe(403);
    expect(mailbox.size).toBe(1);
  });

  test('gmail.metadata refuses q, full and raw, even beside gmail.readonly', async () => {
    const id = add();
    const scopes = ['https://www.googleapis.com/auth/gmail.metadata', gmailReadonly];
    const askMetadata = gmailOf(google, google.grantAccess({ scopes }).accessToken);
    expect((await askMetadata('messages')).status).toBe(200);
    expect((await askMetadata(`messages/${id}`, { format: 'metadata' })).status).toBe(200);
    for (const [path, parameters] of [
      ['messages', { q: 'hello' }],
      [`messages/${id}`, {}],
      [`messages/${id}`, { format: 'raw' }],
    ] as const) {
      expect(await askMetadata(path, parameters)).toMatchObject({ status: 403 });
    }
  });

  test('a path that Gmail does not have is a page, not JSON', async () => {
    const answer = await ask('messages/a/b/c');
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toContain('text/html');
  });
});

describe('messages.list', () => {
  test('gives id and threadId only, newest first', async () => {
    const old = add({ minutesAgo: 5, subject: 'a' });
    const young = add({ minutesAgo: 1, subject: 'b' });
    const middle = add({ minutesAgo: 3, subject: 'c' });
    const { body } = await ask('messages');
    expect(body.messages.map(({ id }: { id: string }) => id)).toEqual([young, middle, old]);
    expect(Object.keys(body.messages[0])).toEqual(['id', 'threadId']);
    expect(young).toMatch(/^[0-9a-f]{16}$/);
  });

  test('has no messages at all where there are none', async () => {
    expect((await ask('messages')).body).toEqual({ resultSizeEstimate: 0 });
  });

  test('pages through everything once, with opaque tokens, at most 500 at a time', async () => {
    for (let index = 0; index < 1_203; index += 1) add({ subject: `s${index}`, minutesAgo: index % 700 });
    const seen: string[] = [];
    const sizes: number[] = [];
    let pageToken = '';
    do {
      const { body } = await ask('messages', { maxResults: '2000', ...(pageToken ? { pageToken } : {}) });
      sizes.push(body.messages.length);
      seen.push(...body.messages.map(({ id }: { id: string }) => id));
      pageToken = body.nextPageToken ?? '';
    } while (pageToken !== '');
    expect(sizes).toEqual([500, 500, 203]);
    expect(seen).toEqual(mailbox.ids);
    expect(new Set(seen).size).toBe(1_203);
  });

  test('goes on at the same place though mail comes and goes between two pages', async () => {
    const ids = [0, 1, 2, 3, 4, 5].map((minutesAgo) => add({ minutesAgo, subject: `${minutesAgo}` }));
    const first = await ask('messages', { maxResults: '2' });
    add({ minutesAgo: -1 });
    mailbox.delete(ids[1] ?? '');
    const second = await ask('messages', { maxResults: '2', pageToken: first.body.nextPageToken });
    expect(second.body.messages.map(({ id }: { id: string }) => id)).toEqual([ids[2], ids[3]]);
  });

  test('refuses a page token that is invented, of another query, or too old', async () => {
    add({ subject: 'a' });
    add({ subject: 'b' });
    const token = async () => (await ask('messages', { maxResults: '1' })).body.nextPageToken;
    expect(reasonOf(await ask('messages', { pageToken: '12345' }))).toBe('invalidArgument');
    expect((await ask('messages', { pageToken: await token(), q: 'b' })).status).toBe(400);
    const expired = await token();
    google.expirePageTokens();
    expect((await ask('messages', { pageToken: expired })).status).toBe(400);
    const old = await token();
    expect((await ask('messages', { pageToken: old })).status).toBe(200);
    now += 3_600_000;
    ask = gmailOf(google);
    expect((await ask('messages', { pageToken: old })).status).toBe(400);
  });

  test('wants every label that is named, and knows them all', async () => {
    const work = mailbox.addLabel('Work');
    const both = add({ labelIds: ['INBOX', work] });
    add({ labelIds: ['INBOX'] });
    const { body } = await ask('messages', { labelIds: ['INBOX', work] });
    expect(body.messages.map(({ id }: { id: string }) => id)).toEqual([both]);
    expect((await ask('messages', { labelIds: 'Label_99' })).status).toBe(400);
  });

  test('leaves spam and trash out unless they are asked for in one way or another', async () => {
    const spam = add({ labelIds: ['SPAM'], subject: 'x' });
    const trash = add({ labelIds: ['TRASH'], subject: 'y', minutesAgo: 1 });
    const inbox = add({ subject: 'z', minutesAgo: 2 });
    const ids = async (parameters: Record<string, string>) =>
      ((await ask('messages', parameters)).body.messages ?? []).map(({ id }: { id: string }) => id);
    expect(await ids({})).toEqual([inbox]);
    expect(await ids({ includeSpamTrash: 'true' })).toEqual([spam, trash, inbox]);
    expect(await ids({ labelIds: 'TRASH' })).toEqual([trash]);
    expect(await ids({ q: 'in:anywhere' })).toEqual([spam, trash, inbox]);
    expect(await ids({ q: 'in:spam' })).toEqual([spam]);
    expect(await ids({ q: '-in:spam' })).toEqual([inbox]);
  });

  test('says how many there are only roughly', async () => {
    for (let index = 0; index < 3; index += 1) add({ subject: `${index}` });
    expect((await ask('messages', { maxResults: '2' })).body.resultSizeEstimate).toBe(201);
  });
});

describe('messages.get', () => {
  test('has each format’s fields and no others', async () => {
    const id = add({ subject: 'Fields', extra: 'X-One: 1\r\n' });
    const always = ['historyId', 'id', 'internalDate', 'labelIds', 'sizeEstimate', 'snippet', 'threadId'];
    const keys = async (format: string) => Object.keys((await ask(`messages/${id}`, { format })).body).sort();
    expect(await keys('minimal')).toEqual(always);
    expect(await keys('full')).toEqual([...always, 'payload'].sort());
    expect(await keys('metadata')).toEqual([...always, 'payload'].sort());
    expect(await keys('raw')).toEqual([...always, 'raw'].sort());
    expect(await keys('FULL')).toEqual([...always, 'payload'].sort());
    expect((await ask(`messages/${id}`, { format: 'fancy' })).status).toBe(400);
  });

  test('gives only the headers that metadata names, and no tree', async () => {
    const id = add({ subject: 'Meta' });
    const { body } = await ask(`messages/${id}`, { format: 'metadata', metadataHeaders: ['subject', 'FROM'] });
    expect(body.payload.headers).toEqual([
      { name: 'From', value: 'bob@example.org' },
      { name: 'Subject', value: 'Meta' },
    ]);
    expect(body.payload).not.toHaveProperty('body');
    expect(body.payload).not.toHaveProperty('partId');
  });

  test('has ids, dates and history ids as texts, the latter beyond what a number holds', async () => {
    const { body } = await ask(`messages/${add()}`);
    expect(body.internalDate).toBe(String(noon));
    expect(body.historyId).toMatch(/^\d+$/);
    expect(BigInt(body.historyId) > BigInt(Number.MAX_SAFE_INTEGER)).toBe(true);
  });

  test('leaves labelIds out where there are none', async () => {
    expect((await ask(`messages/${add({ labelIds: [] })}`)).body).not.toHaveProperty('labelIds');
  });

  test('has 404 for what is gone and 400 for what is no id', async () => {
    const id = add();
    mailbox.delete(id);
    expect(reasonOf(await ask(`messages/${id}`))).toBe('notFound');
    expect((await ask('messages/not-an-id')).status).toBe(400);
  });

  test('gives the raw message back byte by byte', async () => {
    const raw = Buffer.from('Subject: x\r\nContent-Type: text/plain; charset=latin1\r\n\r\ncaf\xe9\r\n', 'latin1');
    const id = mailbox.add({ raw });
    const { body } = await ask(`messages/${id}`, { format: 'raw' });
    expect(Buffer.from(body.raw, 'base64url')).toEqual(raw);
  });
});

describe('attachments.get', () => {
  const attached =
    'Subject: a\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\ntext\r\n--b\r\n' +
    'Content-Type: application/pdf; name=a.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nAAEC/v8=\r\n--b--\r\n';
  const idOf = async (id: string) => (await ask(`messages/${id}`)).body.payload.parts[1].body.attachmentId as string;

  test('gives the bytes for an id that is new with every reply', async () => {
    const id = mailbox.add({ raw: attached });
    const [first, second] = [await idOf(id), await idOf(id)];
    expect(first).not.toBe(second);
    expect(first.length).toBeGreaterThanOrEqual(383);
    expect(first.length).toBeLessThanOrEqual(404);
    const { body } = await ask(`messages/${id}/attachments/${first}`);
    expect(body).toEqual({ size: 5, data: 'AAEC_v8' });
  });

  test('refuses an id that is stale, invented, or of another message', async () => {
    const id = mailbox.add({ raw: attached });
    const other = mailbox.add({ raw: attached });
    expect((await ask(`messages/${other}/attachments/${await idOf(id)}`)).status).toBe(400);
    expect((await ask(`messages/${id}/attachments/ANGjdJnonsense`)).status).toBe(400);
    const stale = await idOf(id);
    google.expireAttachmentIds();
    expect((await ask(`messages/${id}/attachments/${stale}`)).body.error.message).toBe('Invalid attachment token');
    expect((await ask(`messages/${id}/attachments/${await idOf(id)}`)).status).toBe(200);
  });
});

describe('threads', () => {
  test('join what refers to each other under one subject, whatever comes first', async () => {
    const parent = add({ subject: 'Plan', extra: 'Message-ID: <p@x>\r\n' });
    const reply = add({ subject: 'Re: Plan', extra: 'Message-ID: <r@x>\r\nIn-Reply-To: <p@x>\r\n' });
    const deeper = add({ subject: 'RE: AW: Plan', extra: 'References: <p@x> <r@x>\r\n' });
    const changed = add({ subject: 'Something else', extra: 'In-Reply-To: <p@x>\r\n' });
    const bySubject = add({ subject: 'Re: plan' });
    const sameSubject = add({ subject: 'Plan' });
    const early = add({ subject: 'Re: Late', extra: 'In-Reply-To: <late@x>\r\n' });
    const late = add({ subject: 'Late', extra: 'Message-ID: <late@x>\r\n' });
    const thread = (id: string) => mailbox.get(id)?.threadId;
    expect([reply, deeper, bySubject].map(thread)).toEqual([parent, parent, parent]);
    expect([changed, sameSubject].map(thread)).toEqual([changed, sameSubject]);
    expect(thread(late)).toBe(early);
    expect(thread(parent)).toBe(parent);
  });

  test('list once, where their newest match stands, over all pages', async () => {
    const threads: string[] = [];
    for (let index = 0; index < 5; index += 1) {
      threads.push(add({ subject: `t${index}`, minutesAgo: 50 - index, extra: `Message-ID: <${index}@x>\r\n` }));
    }
    add({ subject: 'Re: t1', minutesAgo: 1, extra: 'In-Reply-To: <1@x>\r\n', body: 'unicorn' });
    const seen: string[] = [];
    let pageToken = '';
    do {
      const { body } = await ask('threads', { maxResults: '2', ...(pageToken ? { pageToken } : {}) });
      seen.push(...body.threads.map(({ id }: { id: string }) => id));
      pageToken = body.nextPageToken ?? '';
    } while (pageToken);
    expect(seen).toEqual([threads[1], threads[4], threads[3], threads[2], threads[0]]);
    const found = await ask('threads', { q: 'unicorn' });
    expect(found.body.threads).toMatchObject([{ id: threads[1], snippet: 'unicorn' }]);
    expect(found.body.threads[0].historyId).toMatch(/^\d+$/);
    expect((await ask('threads', { q: 'nothing' })).body).toEqual({ resultSizeEstimate: 0 });
  });

  test('get gives all their messages, oldest first', async () => {
    const parent = add({ subject: 'Plan', extra: 'Message-ID: <p@x>\r\n', minutesAgo: 9 });
    const reply = add({ subject: 'Re: Plan', extra: 'In-Reply-To: <p@x>\r\n' });
    const { body } = await ask(`threads/${parent}`, { format: 'metadata' });
    expect(body.messages.map(({ id }: { id: string }) => id)).toEqual([parent, reply]);
    expect((await ask('threads/0000000000000001')).status).toBe(404);
  });
});

describe('labels', () => {
  test('list has no counts and no colours; get has both', async () => {
    const colours = { textColor: '#ffffff', backgroundColor: '#16a765' };
    const id = mailbox.addLabel('Clients/Acme', { color: colours });
    const thread = add({ labelIds: [id, 'UNREAD'], subject: 'A', extra: 'Message-ID: <a@x>\r\n' });
    add({ labelIds: [id], subject: 'Re: A', extra: 'In-Reply-To: <a@x>\r\n' });
    add({ labelIds: [id], subject: 'B' });
    const { body } = await ask('labels');
    expect(body.labels.find((label: { id: string }) => label.id === id)).toEqual({
      id,
      name: 'Clients/Acme',
      messageListVisibility: 'show',
      labelListVisibility: 'labelShow',
      type: 'user',
    });
    expect(id).toMatch(/^Label_\d+$/);
    expect(body.labels.map((label: { id: string }) => label.id)).toEqual(
      expect.arrayContaining(['INBOX', 'SPAM', 'TRASH', 'UNREAD', 'STARRED', 'IMPORTANT', 'SENT', 'DRAFT', 'CHAT']),
    );
    const counts = { messagesTotal: 3, messagesUnread: 1, threadsTotal: 2, threadsUnread: 1 };
    expect((await ask(`labels/${id}`)).body).toMatchObject({ ...counts, color: colours });
    mailbox.changeLabels(thread, { remove: ['UNREAD'] });
    expect((await ask(`labels/${id}`)).body).toMatchObject({ messagesUnread: 0, threadsUnread: 0 });
    expect((await ask('labels/Label_77')).status).toBe(404);
  });
});

describe('history', () => {
  type Page = { history?: Record<string, unknown>[]; historyId: string; nextPageToken?: string };
  const since = async (startHistoryId: string, more: Record<string, string | string[]> = {}) =>
    (await ask('history', { startHistoryId, ...more })).body as Page;
  const cursor = async () => (await ask('profile')).body.historyId as string;

  test('says nothing where nothing changed, and gives the same cursor', async () => {
    add();
    const start = await cursor();
    expect(await since(start)).toEqual({ historyId: start });
  });

  test('names every change once, in its own array, after an exclusive start', async () => {
    const before = add({ subject: 'before' });
    const start = await cursor();
    const id = add({ subject: 'after', labelIds: ['INBOX', 'UNREAD'] });
    mailbox.changeLabels(id, { remove: ['UNREAD'], add: ['STARRED'] });
    mailbox.trash(before);
    mailbox.delete(before);
    const { history = [], historyId } = await since(start);
    const kinds = history.map((record) => Object.keys(record).filter((key) => key !== 'id' && key !== 'messages'));
    expect(kinds.flat()).toEqual([
      'messagesAdded',
      'labelsAdded',
      'labelsRemoved',
      'labelsAdded',
      'labelsRemoved',
      'messagesDeleted',
    ]);
    expect(history[0]?.['messagesAdded']).toEqual([{ message: { id, threadId: id, labelIds: ['INBOX', 'UNREAD'] } }]);
    expect(history[1]?.['labelsAdded']).toEqual([
      { message: { id, threadId: id, labelIds: ['INBOX', 'UNREAD', 'STARRED'] }, labelIds: ['STARRED'] },
    ]);
    expect(history[3]?.['labelsAdded']).toMatchObject([{ labelIds: ['TRASH'] }]);
    expect(await since(historyId)).toEqual({ historyId });
    expect((await ask(`messages/${id}`)).body.historyId).toBe(history[2]?.['id']);
  });

  test('makes nothing of a change that changes nothing', async () => {
    const id = add({ labelIds: ['INBOX'] });
    const start = await cursor();
    mailbox.changeLabels(id, { add: ['INBOX'], remove: ['STARRED'] });
    expect(await since(start)).toEqual({ historyId: start });
  });

  test('is told by kind and by label', async () => {
    const start = await cursor();
    const id = add({ labelIds: ['INBOX'], subject: 'a' });
    add({ labelIds: ['SENT'], subject: 'b' });
    mailbox.changeLabels(id, { add: ['STARRED'] });
    expect((await since(start, { historyTypes: 'messageAdded' })).history).toHaveLength(2);
    expect((await since(start, { historyTypes: ['labelAdded', 'labelRemoved'] })).history).toHaveLength(1);
    expect((await since(start, { labelId: 'SENT' })).history).toHaveLength(1);
    expect((await ask('history', { startHistoryId: start, historyTypes: 'nonsense' })).status).toBe(400);
  });

  test('comes in pages', async () => {
    const start = await cursor();
    const ids = [1, 2, 3, 4, 5].map((index) => add({ subject: `${index}` }));
    const seen: string[] = [];
    let page = await since(start, { maxResults: '2' });
    for (;;) {
      seen.push(...(page.history ?? []).map((record) => (record['messages'] as { id: string }[])[0]?.id ?? ''));
      if (page.nextPageToken === undefined) break;
      page = await since(start, { maxResults: '2', pageToken: page.nextPageToken });
    }
    expect(seen).toEqual(ids);
  });

  test('is 404 from a start that is too old or not yet there, and works on from the new cursor', async () => {
    add();
    const start = await cursor();
    mailbox.expireHistory();
    const expired = await ask('history', { startHistoryId: start });
    expect([expired.status, reasonOf(expired)]).toEqual([404, 'notFound']);
    const fresh = await cursor();
    const id = add({ subject: 'after' });
    expect((await since(fresh)).history).toMatchObject([{ messages: [{ id }] }]);
    expect((await ask('history', { startHistoryId: '18446744073709551615' })).status).toBe(404);
    expect((await ask('history', { startHistoryId: 'soon' })).status).toBe(400);
    expect((await ask('history')).status).toBe(400);
  });
});

test('getProfile counts all messages and threads', async () => {
  add({ extra: 'Message-ID: <p@x>\r\n', subject: 'a' });
  add({ extra: 'In-Reply-To: <p@x>\r\n', subject: 'Re: a', labelIds: ['TRASH'] });
  const { body } = await ask('profile');
  expect(body).toMatchObject({ emailAddress: 'ada.lovelace@example.org', messagesTotal: 2, threadsTotal: 1 });
});

test('sendAs lists one’s own address and its aliases', async () => {
  const other = google.addUser({ email: 'grace@example.org', aliases: ['hopper@example.org'] });
  const asOther = gmailOf(google, google.grantAccess({ sub: other.sub }).accessToken);
  const { body } = await asOther('settings/sendAs');
  expect(body.sendAs.map((entry: { sendAsEmail: string }) => entry.sendAsEmail)).toEqual([
    'grace@example.org',
    'hopper@example.org',
  ]);
});

describe('how a reply comes', () => {
  test('with the fields that are asked for, nested ones too', async () => {
    const id = add({ subject: 'Masked' });
    const list = await ask('messages', { fields: 'messages(id),nextPageToken' });
    expect(list.body).toEqual({ messages: [{ id }] });
    const one = await ask(`messages/${id}`, { fields: 'id,payload/headers(name),payload(mimeType)' });
    expect(one.body.payload.headers[0]).toEqual({ name: 'From' });
    expect(Object.keys(one.body)).toEqual(['id', 'payload']);
    expect(one.body.payload.mimeType).toBe('text/plain');
    expect((await ask('messages', { fields: '*' })).body).toHaveProperty('resultSizeEstimate');
    for (const broken of ['messages(', 'a,,b', 'a)b', '/']) {
      expect((await ask('messages', { fields: broken })).status).toBe(400);
    }
  });

  test('pretty unless told otherwise', async () => {
    const { accessToken } = google.grantAccess();
    const text = async (query: string) => {
      const headers = { authorization: `Bearer ${accessToken}` };
      return (await fetch(`${google.url}/gmail/v1/users/me/profile${query}`, { headers })).text();
    };
    expect(await text('')).toContain('\n  "emailAddress"');
    expect(await text('?prettyPrint=false')).not.toContain('\n');
  });

  test.each([
    ['gzip', 'a client (gzip)', true],
    ['gzip', 'a client', false],
    ['identity', 'a client (gzip)', false],
  ])('with Accept-Encoding %s and User-Agent %s, zipped: %s', async (encoding, agent, zipped) => {
    const { accessToken } = google.grantAccess();
    const headers = { authorization: `Bearer ${accessToken}`, 'accept-encoding': encoding, 'user-agent': agent };
    // fetch would unzip it unasked.
    const reply = await new Promise<{ encoding: string | undefined; bytes: Buffer }>((resolve, reject) => {
      httpGet(`${google.url}/gmail/v1/users/me/profile`, { headers }, async (response) => {
        const chunks: Buffer[] = [];
        for await (const chunk of response) chunks.push(chunk);
        const bytes = Buffer.concat(chunks);
        resolve({ encoding: response.headers['content-encoding'], bytes });
      }).on('error', reject);
    });
    expect(reply.encoding).toBe(zipped ? 'gzip' : undefined);
    const text = (zipped ? gunzipSync(reply.bytes) : reply.bytes).toString();
    expect(JSON.parse(text)).toHaveProperty('emailAddress');
  });
});

test('a misspelt label or id is the test’s fault and is told so', () => {
  expect(() => mailbox.add({ raw: 'Subject: x\r\n\r\n', labelIds: ['Inbox'] })).toThrow('no label Inbox');
  expect(() => mailbox.changeLabels('0000000000000001', { add: ['INBOX'] })).toThrow('no message');
  expect(() => google.mailbox('nobody@example.org')).toThrow('no such user');
});
