import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { htmlToText } from './html-text.ts';
import { Mailbox } from './mailbox.ts';
import { largestInlineBytes, messageJson } from './message-json.ts';
import { decodeHeader, parseParameters } from './mime-headers.ts';

interface Part {
  readonly partId: string;
  readonly mimeType: string;
  readonly filename: string;
  readonly headers?: readonly { name: string; value: string }[];
  readonly body: { readonly size: number; readonly data?: string; readonly attachmentId?: string };
  readonly parts?: readonly Part[];
}

interface Full {
  readonly snippet: string;
  readonly internalDate: string;
  readonly payload: Part;
}

const now = Date.UTC(2026, 10, 22, 12);

function full(raw: string | Uint8Array): Full {
  const mailbox = new Mailbox({ email: 'me@example.org', now: () => now, firstHistoryId: 1n });
  const message = mailbox.get(mailbox.add({ raw }));
  if (!message) throw new Error('Not kept');
  const json = messageJson(mailbox, message, {
    format: 'full',
    metadataHeaders: [],
    attachmentId: (id) => `att-${id}`,
  });
  return json as unknown as Full;
}

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const textOf = (part: Part | undefined) => Buffer.from(part?.body.data ?? '', 'base64url').toString();
const ids = (part: Part): string[] => [part.partId, ...(part.parts ?? []).flatMap(ids)];

function multipart(kind: string, boundary: string, parts: readonly string[]): string {
  const pieces = parts.map((part) => `--${boundary}\r\n${part}\r\n`).join('');
  return `Content-Type: multipart/${kind}; boundary="${boundary}"\r\n\r\n${pieces}--${boundary}--\r\n`;
}

describe('headers', () => {
  test.each([
    ['=?utf-8?B?w6TDtsO8?=', 'äöü'],
    ['=?ISO-8859-1?Q?caf=E9_au_lait?=', 'café au lait'],
    ['=?utf-8?q?one?= =?utf-8?q?_two?=', 'one two'],
    ['=?utf-8?B?w6Q=?= and =?utf-8?B?w7Y=?=', 'ä and ö'],
    // A character split over two words.
    ['=?utf-8?B?ww==?= =?utf-8?B?pA==?=', 'ä'],
    ['=?utf-8?Q?=C3?= =?utf-8?Q?=A4?=', 'ä'],
    ['=?iso-2022-jp?B?GyRCRnxLXBsoQg==?=', '日本'],
    ['=?utf-8*de?Q?sch=C3=B6n?=', 'schön'],
    ['=?nonsense?Q?a=C3=A4?=', 'aä'],
    ['plain =? text ?=', 'plain =? text ?='],
    [latin1('caf\xe9').toString('latin1'), 'café'],
    [Buffer.from('schön').toString('latin1'), 'schön'],
  ])('%s reads %s', (written, read) => {
    expect(decodeHeader(written)).toBe(read);
  });

  test('come unfolded and decoded, in their order and spelling, the repeated ones too', () => {
    const { payload } = full('X-b: 1\r\nSubject: =?utf-8?Q?=C3=A4?=\r\n folded\r\nReceived: a\r\nReceived: b\r\n\r\nx');
    expect(payload.headers).toEqual([
      { name: 'X-b', value: '1' },
      { name: 'Subject', value: 'ä folded' },
      { name: 'Received', value: 'a' },
      { name: 'Received', value: 'b' },
    ]);
  });

  test.each([
    ['attachment; filename="a b.pdf"', 'a b.pdf'],
    ['attachment; filename=a.pdf; size=3', 'a.pdf'],
    ["attachment; filename*=utf-8''%C3%A4%20b.pdf", 'ä b.pdf'],
    ["attachment; filename*0*=iso-8859-1'de'%E4; filename*1=x.pdf", 'äx.pdf'],
    ['attachment; filename*1=b.pdf; filename*0=a', 'ab.pdf'],
    ["attachment; filename=plain.pdf; filename*=utf-8''better.pdf", 'better.pdf'],
    ['attachment; filename="=?utf-8?B?w6QucGRm?="', 'ä.pdf'],
    ['attachment; filename="say \\"hi\\".txt"', 'say "hi".txt'],
    ['attachment; filename="open', 'open'],
  ])('%s has the name %s', (header, name) => {
    expect(parseParameters(header).parameters.get('filename')).toBe(name);
  });
});

describe('bodies', () => {
  test('are UTF-8 though Content-Type names another charset; the size is from before', () => {
    const { payload } = full(latin1('Content-Type: text/plain; charset=iso-8859-1\r\n\r\ncaf\xe9'));
    expect(textOf(payload)).toBe('café');
    expect(payload.body.size).toBe(4);
    expect(payload.headers?.[0]?.value).toBe('text/plain; charset=iso-8859-1');
  });

  test.each([
    ['iso-2022-jp', '\x1b$BF|K\\\x1b(B', '日本'],
    ['koi8-r', '\xd0\xd2\xc9\xd7\xc5\xd4', 'привет'],
    ['gb2312', '\xc4\xe3\xba\xc3', '你好'],
    ['windows-1252', '\x93x\x94 \x80', '“x” €'],
    ['us-ascii', 'caf\xe9', 'café'],
    ['us-ascii', 'caf\xc3\xa9', 'café'],
    ['x-unknown', 'caf\xe9', 'café'],
    ['"UTF-8"', 'caf\xc3\xa9', 'café'],
  ])('in %s are transcoded', (charset, bytes, text) => {
    expect(textOf(full(latin1(`Content-Type: text/plain; charset=${charset}\r\n\r\n${bytes}`)).payload)).toBe(text);
  });

  test.each([
    ['base64', 'aGVs\r\nbG8=', 'hello'],
    ['BASE64', 'aGVsbG8', 'hello'],
    ['quoted-printable', 'h=C3=A4=\r\nllo  \r\nx', 'hällo\r\nx'],
    ['quoted-printable', 'a=ZZb=', 'a=ZZb='],
    ['x-uuencode', 'begin 644 x\r\n%:&5L;&\\\r\n`\r\nend', 'hello'],
    ['8bit', 'hällo', 'hällo'],
    ['no-such-encoding', 'as it is', 'as it is'],
  ])('have their %s undone', (encoding, body, text) => {
    expect(textOf(full(`Content-Transfer-Encoding: ${encoding}\r\n\r\n${body}`).payload)).toBe(text);
  });

  test('of a message without parts hang on the payload itself, under an empty partId', () => {
    const { payload } = full('Subject: x\r\n\r\nhello');
    expect(payload).toMatchObject({ partId: '', mimeType: 'text/plain', filename: '' });
    expect(textOf(payload)).toBe('hello');
    expect(payload).not.toHaveProperty('parts');
  });

  test('that are very large are fetched like attachments', () => {
    const { payload } = full(`Subject: x\r\n\r\n${'x'.repeat(largestInlineBytes + 1)}`);
    expect(payload.body).toEqual({ attachmentId: 'att-', size: largestInlineBytes + 1 });
  });
});

describe('the tree', () => {
  const alternative = multipart('alternative', 'in', [
    'Content-Type: text/plain\r\n\r\nplain',
    'Content-Type: text/html\r\n\r\n<b>html</b>',
  ]);
  const png =
    'Content-Type: image/png\r\nContent-ID: <logo@x>\r\nContent-Disposition: inline\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=';

  test('numbers its parts as Gmail does', () => {
    const { payload } = full(multipart('mixed', 'out', [multipart('related', 'rel', [alternative, png]), png]));
    expect(ids(payload)).toEqual(['', '0', '0.0', '0.0.0', '0.0.1', '0.1', '1']);
    expect(payload).toMatchObject({ mimeType: 'multipart/mixed', filename: '', body: { size: 0 } });
  });

  test('has an id and no data for whatever is no text', () => {
    const { payload } = full(multipart('related', 'rel', [alternative, png]));
    const image = payload.parts?.[1];
    expect(image?.body).toEqual({ attachmentId: 'att-1', size: 8 });
    expect(image?.filename).toBe('');
  });

  test.each([
    ['a text with a name', 'Content-Type: text/plain; name=a.txt\r\n\r\nshort'],
    ['a text that is said to be attached', 'Content-Type: text/plain\r\nContent-Disposition: attachment\r\n\r\nshort'],
    ['a calendar', 'Content-Type: text/calendar; method=REQUEST\r\n\r\nBEGIN:VCALENDAR'],
    ['a TNEF', 'Content-Type: application/ms-tnef; name=winmail.dat\r\n\r\nx'],
    ['a signature', 'Content-Type: application/pgp-signature\r\n\r\nx'],
    ['a message/global', 'Content-Type: message/global\r\n\r\nSubject: x\r\n\r\ny'],
  ])('has %s as an attachment', (_, part) => {
    const { payload } = full(multipart('mixed', 'm', ['\r\ntext', part]));
    expect(payload.parts?.[1]?.body.attachmentId).toBe('att-1');
    expect(payload.parts?.[1]?.body).not.toHaveProperty('data');
    expect(textOf(payload.parts?.[0])).toBe('text');
  });

  test('opens an attached message: a part of its own without name and size, its parts below', () => {
    const inner = `Subject: =?utf-8?Q?=C3=A4?=\r\n${multipart('mixed', 'in', ['\r\ninner', png])}`;
    const part = `Content-Type: message/rfc822; name="x.eml"\r\n\r\n${inner}`;
    const { payload } = full(multipart('mixed', 'out', ['\r\nouter', part]));
    const attached = payload.parts?.[1];
    expect(attached).toMatchObject({ mimeType: 'message/rfc822', filename: '', body: { size: 0 } });
    expect(ids(payload)).toEqual(['', '0', '1', '1.0', '1.0.0', '1.0.1']);
    expect(attached?.parts?.[0]?.headers?.[0]).toEqual({ name: 'Subject', value: 'ä' });
  });

  test('takes the parts of a digest for messages', () => {
    const { payload } = full(multipart('digest', 'd', ['\r\nSubject: one\r\n\r\nx', '\r\nSubject: two\r\n\r\ny']));
    expect(payload.parts?.map((part) => part.mimeType)).toEqual(['message/rfc822', 'message/rfc822']);
  });

  test('is not led astray by a longer boundary, a preamble, or a missing end', () => {
    const raw =
      'Content-Type: multipart/mixed; boundary=b\r\n\r\npreamble --b\r\n--b\r\n\r\none\r\n--bb\r\nstill one\r\n--b  \r\n\r\ntwo';
    const { payload } = full(raw);
    expect(payload.parts?.map(textOf)).toEqual(['one\r\n--bb\r\nstill one', 'two']);
  });

  test('ends where a hostile message nests for ever', () => {
    let raw = 'Subject: innermost\r\n\r\nx';
    for (let depth = 0; depth < 3_000; depth += 1) raw = `Content-Type: message/rfc822\r\n\r\n${raw}`;
    expect(ids(full(raw).payload).length).toBeLessThan(60);
  });
});

describe('the snippet', () => {
  test('is one line, escaped, of at most 200 characters before escaping', () => {
    const { snippet } = full(`Subject: x\r\n\r\nTom & "Jerry's"\r\n\r\n <b>  ${'word '.repeat(100)}`);
    expect(snippet.startsWith('Tom &amp; &quot;Jerry&#39;s&quot; &lt;b&gt; word word')).toBe(true);
    const plain = snippet.replace(/&\w+;|&#39;/g, '_');
    expect(plain.length).toBeLessThanOrEqual(200);
    expect(plain.endsWith('word')).toBe(true);
  });

  test('of HTML has its words only', () => {
    const html = '<style>p{}</style><p>Hello <b>bo</b>ld</p><script>x()</script><!-- no --><p>Fish &amp; chips&#33;';
    expect(full(`Content-Type: text/html\r\n\r\n${html}`).snippet).toBe('Hello bold Fish &amp; chips!');
    expect(htmlToText('a<br>b')).toBe('a\nb');
  });

  test('prefers plain text, and says nothing of attached text', () => {
    const attached = 'Content-Type: text/plain; name=a.txt\r\n\r\nsecret';
    const raw = multipart('mixed', 'm', ['Content-Type: text/html\r\n\r\n<p>html', '\r\nplain', attached]);
    expect(full(raw).snippet).toBe('plain');
  });
});

describe('internalDate', () => {
  test.each([
    ['Date: Thu, 1 Jan 2026 10:00:00 +0100\r\n', Date.UTC(2026, 0, 1, 9)],
    ['Date: Thu, 1 Jan 2026 10:00:00 +0100 (CET)\r\n', Date.UTC(2026, 0, 1, 9)],
    ['Received: from a by b; Fri, 2 Jan 2026 00:00:00 +0000\r\n', Date.UTC(2026, 0, 2)],
    ['Date: yesterday\r\nReceived: from a; by b;\r\n Fri, 2 Jan 2026 00:00:00 +0000\r\n', Date.UTC(2026, 0, 2)],
    ['Date: Thu, 1 Jan 2093 10:00:00 +0100\r\n', now],
    ['', now],
  ])('of %j', (head, at) => {
    expect(full(`${head}Subject: x\r\n\r\nx`).internalDate).toBe(String(at));
  });
});

test('a message is parsed once while it is looked at again and again', () => {
  const mailbox = new Mailbox({ email: 'me@example.org', now: () => now, firstHistoryId: 1n });
  const ids = Array.from({ length: 100 }, (_, index) => mailbox.add({ raw: `Subject: ${index}\r\n\r\nx` }));
  const tree = (id: string | undefined) => {
    const message = mailbox.get(id ?? '');
    return message && mailbox.parsed(message);
  };
  const first = tree(ids[0]);
  expect(tree(ids[0])).toBe(first);
  for (const id of ids) tree(id);
  expect(tree(ids[0])).not.toBe(first);
});

test('never throws, whatever the bytes are', () => {
  const line = fc.constantFrom(
    'Content-Type: multipart/mixed; boundary=b',
    'Content-Type: message/rfc822',
    'Content-Type: text/html; charset=utf-7',
    'Content-Type: multipart/mixed; boundary="--b',
    'Content-Transfer-Encoding: base64',
    'Content-Transfer-Encoding: x-uuencode',
    'begin 644 x',
    '--b',
    '--b--',
    '',
    'Subject: =?utf-8?B?w?=',
    "Content-Disposition: attachment; filename*0*=x'%E4; filename*=''",
  );
  const message = fc
    .array(fc.oneof(line, fc.string({ unit: 'binary' })), { maxLength: 30 })
    .map((lines) => lines.join('\r\n'));
  fc.assert(
    fc.property(message, (raw) => {
      expect(full(raw).payload.partId).toBe('');
    }),
    { numRuns: 500 },
  );
});
