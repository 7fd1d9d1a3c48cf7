import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bodiesToFetch, readMessage } from '../../../electron/gmail/mime.ts';
import { wireMessage } from '../../../electron/gmail/wire.ts';

const base64url = (text: string | Uint8Array) => Buffer.from(text).toString('base64url');

function part(mimeType: string, more: Record<string, unknown> = {}) {
  return { partId: '0', mimeType, filename: '', headers: [], body: { size: 0 }, ...more };
}
const text = (mimeType: string, content: string | Uint8Array, headers: unknown[] = []) =>
  part(mimeType, { headers, body: { size: 1, data: base64url(content) } });

function read(payload: unknown, more: Record<string, unknown> = {}) {
  return readMessage(wireMessage.parse({ id: 'a1', threadId: 't1', payload, ...more }));
}

describe('the text of a message', () => {
  const contentType = (value: string) => [{ name: 'Content-Type', value }];
  test.each([
    ['a plain body', text('text/plain', 'Hello\r\nyou'), 'Hello\nyou', 'plain'],
    ['a body without a type', { headers: [], body: { size: 2, data: base64url('hi') } }, 'hi', 'plain'],
    ['an HTML body', text('text/html', '<p>One</p><p>T&amp;wo</p>'), 'One\n\nT&wo', 'html'],
    [
      'the plain version of two',
      part('multipart/alternative', { parts: [text('text/plain', 'plain'), text('text/html', '<b>html</b>')] }),
      'plain',
      'plain',
    ],
    [
      'the HTML version where the plain one is empty',
      part('multipart/alternative', {
        parts: [text('text/plain', ' \n'), part('multipart/related', { parts: [text('text/html', '<b>html</b>')] })],
      }),
      'html',
      'html',
    ],
    [
      'one text after the other',
      part('multipart/mixed', { parts: [text('text/plain', 'first'), text('text/plain', 'second')] }),
      'first\n\nsecond',
      'plain',
    ],
    [
      'nothing of a forwarded message',
      part('multipart/mixed', {
        parts: [text('text/plain', 'see below'), part('message/rfc822', { parts: [text('text/plain', 'inner')] })],
      }),
      'see below',
      'plain',
    ],
    [
      'UTF-8 whatever the header says: Gmail has transcoded it',
      text('text/plain', 'ありがとう', contentType('text/plain; charset=iso-2022-jp')),
      'ありがとう',
      'plain',
    ],
    [
      'the declared charset where it is not UTF-8',
      text('text/plain', new Uint8Array([0xcf, 0xf0, 0xe8]), contentType('text/plain; charset="windows-1251"')),
      'При',
      'plain',
    ],
    [
      'windows-1252 where the charset is unknown',
      text('text/plain', new Uint8Array([0x63, 0x61, 0x66, 0xe9]), contentType('text/plain; charset=x-nobody')),
      'café',
      'plain',
    ],
    ['nothing where there is no text', part('application/pdf', { filename: 'a.pdf' }), '', 'none'],
  ])('is %s', (_what, payload, expected, from) => {
    const message = read(payload);
    expect(message.text).toBe(expected);
    expect(message.textFrom).toBe(from);
  });

  test('is fetched by its attachment id where Gmail left it out', () => {
    const wire = wireMessage.parse({
      id: 'a1',
      threadId: 't1',
      payload: part('text/plain', { partId: '0', body: { size: 9, attachmentId: 'big' } }),
    });
    expect(bodiesToFetch(wire)).toEqual([{ partId: '0', attachmentId: 'big' }]);
    expect(readMessage(wire, new Map([['0', base64url('fetched')]])).text).toBe('fetched');
    expect(readMessage(wire).text).toBe('');
  });

  test('does not shout where HTML has headings, and keeps a joiner that a script needs', () => {
    expect(read(text('text/html', '<h1>می‌خواهم</h1>')).text).toBe('می‌خواهم');
  });
});

describe('hostile messages', () => {
  test.each([
    ['a date beyond all dates', '9999999999999999', Date.UTC(2200, 0, 1)],
    ['a date before all mail', '-9999999999999999', 0],
  ])('%s is brought within reason', (_what, internalDate, receivedAt) => {
    expect(read(undefined, { internalDate }).receivedAt).toBe(receivedAt);
  });

  test.each([
    [1.5, 2],
    [-3, 0],
    [1e300, Number.MAX_SAFE_INTEGER],
  ])('a size of %d becomes a count of bytes', (size, bytes) => {
    expect(read(undefined, { sizeEstimate: size }).sizeBytes).toBe(bytes);
    const [attachment] = read(part('image/png', { filename: 'a.png', body: { size } })).attachments;
    expect(attachment?.sizeBytes).toBe(bytes);
  });

  test('no more than a novel is kept of all parts together, and no character is cut in two', () => {
    const long = text('text/plain', `${'é'.repeat(200_000)}`);
    const message = read(part('multipart/mixed', { parts: [long, long, long, long] }));
    expect(message.text.length).toBeLessThan(500_010);
    expect(message.text).not.toMatch(/[^é\n]/);
  });

  test('a plain version that begins with kilobytes of blanks is read where there is no other', () => {
    const blanks = text('text/plain', `${' '.repeat(20_000)}said at last`);
    expect(read(part('multipart/alternative', { parts: [blanks] })).text).toContain('said at last');
  });
});

describe('attachments', () => {
  test('are parts with a name, and nameless ones that are no text', () => {
    const message = read(
      part('multipart/mixed', {
        parts: [
          text('text/plain', 'body'),
          part('application/pdf', { partId: '1', filename: 'plan.pdf', body: { size: 10, attachmentId: 'x' } }),
          part('image/png', { partId: '2', body: { size: 20, attachmentId: 'y' } }),
          part('text/plain', { partId: '3', filename: 'notes.txt', body: { size: 30, attachmentId: 'z' } }),
          part('text/plain', {
            partId: '4',
            headers: [{ name: 'Content-disposition', value: 'attachment' }],
            body: { size: 40, attachmentId: 'w' },
          }),
        ],
      }),
    );
    expect(message.attachments.map(({ partId, filename, sizeBytes }) => [partId, filename, sizeBytes])).toEqual([
      ['1', 'plan.pdf', 10],
      ['2', '', 20],
      ['3', 'notes.txt', 30],
      ['4', '', 40],
    ]);
    expect(message.text).toBe('body');
  });

  test('are not lost where their size is said to be none', () => {
    const lying = part('application/pdf', { partId: '1', body: { size: 0, data: base64url('%PDF-') } });
    expect(read(part('multipart/mixed', { parts: [lying] })).attachments).toHaveLength(1);
    const empty = part('application/pdf', { partId: '1', body: { size: 0 } });
    expect(read(part('multipart/mixed', { parts: [empty] })).attachments).toHaveLength(0);
  });

  test('a forwarded message is named after its subject', () => {
    const inner = part('text/plain', { headers: [{ name: 'Subject', value: 'Minutes' }] });
    const message = read(part('multipart/mixed', { parts: [part('message/rfc822', { partId: '1', parts: [inner] })] }));
    expect(message.attachments.map(({ filename }) => filename)).toEqual(['Minutes.eml']);
  });
});

describe('words that Gmail could not decode', () => {
  const from = (value: string) =>
    read(part('text/plain', { headers: [{ name: 'From', value }] })).from.map(({ name, email }) => [name, email]);
  const subject = (value: string) => read(part('text/plain', { headers: [{ name: 'Subject', value }] })).subject;

  test.each([
    ['=?utf-8?B?2q/Ysg==?= <a@b.example>', 'گز', 'a@b.example'],
    ['"=?utf-8?B?2q/Ysg==?=" <a@b.example>', 'گز', 'a@b.example'],
    ['=?utf-8?Q?=DA?= =?utf-8?Q?=AF?= <a@b.example>', 'گ', 'a@b.example'],
    ['=?iso-8859-1*fr?Q?Ren=E9?= =?utf-8?Q?_=C3=89tienne?= <a@b.example>', 'René Étienne', 'a@b.example'],
    ['=?utf-8?B?2q!!/Ysg?= <a@b.example>', 'گز', 'a@b.example'],
    // What comes out of one is a name, whatever it looks like.
    ['=?utf-8?Q?ceo=40bank.example=2C_x?= <a@b.example>', 'ceo@bank.example, x', 'a@b.example'],
    ['=?utf-8?Q?=3Cceo=40bank.example=3E?= <a@b.example>', '<ceo@bank.example>', 'a@b.example'],
  ])('in a sender %j are %j <%s>', (value, name, email) => {
    expect(from(value)).toEqual([[name, email]]);
  });

  test.each([
    ['Re: =?utf-8?B?2q/Ysg==?=', 'Re: گز'],
    ['=?utf-8?Q?a?= =?koi8-r?B?0NLJ18XU?=', 'aпривет'],
    ['=?utf-8?B?never closed', '=?utf-8?B?never closed'],
  ])('in a subject %j are %j', (value, expected) => {
    expect(subject(value)).toBe(expected);
  });

  test('stay as they are in a subject of megabytes, which would take minutes', () => {
    const value = '=?utf-8?B?AAAA?= '.repeat(250_000).trim();
    expect(subject(value)).toBe(value);
  });
});

describe('headers and fields', () => {
  test('are read whatever the spelling of their names', () => {
    const message = read(
      part('text/plain', {
        headers: [
          { name: 'FROM', value: '"Amy, A." <amy@example.org>' },
          { name: 'to', value: 'Team: bob@example.org, Cy <cy@example.org>;, dee@example.org' },
          { name: 'Subject', value: 'Hi' },
        ],
      }),
      { snippet: 'Tom &amp; Amy&#39;s', internalDate: '1767567600000', labelIds: ['INBOX'], sizeEstimate: 12 },
    );
    expect(message.from).toEqual([{ name: 'Amy, A.', email: 'amy@example.org' }]);
    expect(message.to.map(({ email }) => email)).toEqual(['bob@example.org', 'cy@example.org', 'dee@example.org']);
    expect(message).toMatchObject({ subject: 'Hi', snippet: "Tom & Amy's", receivedAt: 1_767_567_600_000 });
  });

  test('a message without payload keeps what it has', () => {
    const message = readMessage(wireMessage.parse({ id: 'a1', threadId: 't1', snippet: 'only this' }));
    expect(message).toMatchObject({ id: 'a1', snippet: 'only this', subject: '', text: '', attachments: [] });
  });

  test('a snippet is unescaped once, not until nothing is left', () => {
    expect(read(undefined, { snippet: '&amp;lt;b&amp;gt;' }).snippet).toBe('&lt;b&gt;');
  });
});

test('no tree of parts makes it throw', () => {
  const { tree } = fc.letrec((tie) => ({
    tree: fc.record(
      {
        partId: fc.string(),
        mimeType: fc.constantFrom(
          'text/plain',
          'text/html',
          'multipart/alternative',
          'message/rfc822',
          'image/png',
          '',
        ),
        filename: fc.string(),
        headers: fc.array(fc.record({ name: fc.constantFrom('Content-Type', 'From', 'To'), value: fc.string() })),
        body: fc.record({ size: fc.nat(), data: fc.base64String() }),
        parts: fc.array(tie('tree'), { maxLength: 3 }),
      },
      { requiredKeys: [] },
    ),
  }));
  fc.assert(
    fc.property(tree, (payload) => {
      const message = read(payload);
      expect(message.attachments.length).toBeLessThanOrEqual(1_000);
    }),
    { numRuns: 500 },
  );
});
