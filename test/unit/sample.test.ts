// The sample mailbox is believable, the same for everybody, and made up from end to end.
import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sampleMessages } from '../../electron/contract/sample.ts';
import { type WireMessage, type WirePart, wireLabel, wireMessage } from '../../electron/gmail/wire.ts';
import { sampleMailbox } from '../../electron/sample/mailbox.ts';

const now = Date.UTC(2026, 10, 22, 18, 30);
const dayMs = 86_400_000;

const mailbox = sampleMailbox({ count: sampleMessages, now });
const messages = [...mailbox.messages];

function partsOf(part: WirePart | undefined): WirePart[] {
  return part === undefined ? [] : [part, ...part.parts.flatMap(partsOf)];
}

const bodyText = (part: WirePart): string => Buffer.from(part.body?.data ?? '', 'base64url').toString('utf8');

function header(message: WireMessage, name: string): string {
  return message.payload?.headers.find((one) => one.name.toLowerCase() === name)?.value ?? '';
}

const has = (message: WireMessage, label: string): boolean => message.labelIds.includes(label);
const types = (message: WireMessage): (string | undefined)[] => partsOf(message.payload).map((part) => part.mimeType);
const attachments = (message: WireMessage): WirePart[] =>
  partsOf(message.payload).filter((part) => part.body?.attachmentId !== undefined);
const allText = (message: WireMessage): string =>
  partsOf(message.payload)
    .flatMap((part) => [bodyText(part), part.filename ?? '', ...part.headers.map(({ value }) => value)])
    .concat(message.snippet)
    .join('\n');

function share(of: readonly WireMessage[], which: (message: WireMessage) => boolean): number {
  return of.filter(which).length / of.length;
}

function threads(): WireMessage[][] {
  return [...Map.groupBy(messages, ({ threadId }) => threadId).values()];
}

describe('the sample mailbox is the same for everybody', () => {
  const digest = (of: Iterable<WireMessage>): string => {
    const hash = createHash('sha256');
    for (const message of of) hash.update(JSON.stringify(message));
    return hash.digest('hex').slice(0, 16);
  };

  // Changes with every changed sentence: then look at the new mailbox, and put the new hash here.
  test('the same seed, time and count give the same bytes', () => {
    expect(digest(messages)).toBe('f56189106d174e6d');
    expect(digest(mailbox.messages)).toBe(digest(messages));
  });

  test('another seed, time or count gives another mailbox', () => {
    const of = (options: { seed?: number; now?: number; count?: number }) =>
      digest(sampleMailbox({ count: 50, now, ...options }).messages);
    expect(new Set([of({}), of({ seed: 2 }), of({ now: now + 1 }), of({ count: 51 })]).size).toBe(4);
  });
});

describe('every message is one that Gmail could have sent', () => {
  test('whatever the seed and count, there are exactly so many, and all fit the schema', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 0, max: 150 }),
        fc.integer({ min: 0, max: 4e12 }),
        (seed, count, at) => {
          const made = [...sampleMailbox({ count, seed, now: at + 1e12 }).messages];
          expect(made).toHaveLength(count);
          for (const message of made) expect(wireMessage.safeParse(message).success).toBe(true);
        },
      ),
      { numRuns: 25 },
    );
  });

  test('2,000 messages by default, unchanged by the schema', () => {
    expect(messages).toHaveLength(2000);
    for (const message of messages) expect(wireMessage.parse(message)).toEqual(message);
  });

  test('ids are 16 hexadecimal digits, all different, and grow with time', () => {
    const ids = messages.map(({ id }) => id);
    expect(ids.every((id) => /^[0-9a-f]{16}$/.test(id))).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
    expect(messages.map(({ historyId }) => Number(historyId))).toEqual(
      messages.map(({ historyId }) => Number(historyId)).toSorted((a, b) => a - b),
    );
  });

  test('labels are declared, in their shape, and all of them are used', () => {
    for (const label of mailbox.labels) expect(wireLabel.parse(label)).toEqual(label);
    const declared = mailbox.labels.map(({ id }) => id).toSorted();
    expect([...new Set(messages.flatMap(({ labelIds }) => labelIds))].toSorted()).toEqual(declared);
    expect(mailbox.labels.map(({ name }) => name)).toEqual(expect.arrayContaining(['Work/Clients', 'تحصیل']));
  });

  test('parts are numbered by their place, and attachments have an id and a size but no bytes', () => {
    function check(part: WirePart, partId: string): void {
      expect(part.partId).toBe(partId);
      part.parts.forEach((child, i) => {
        check(child, partId === '' ? `${i}` : `${partId}.${i}`);
      });
    }
    for (const { payload } of messages) if (payload !== undefined) check(payload, '');
    const files = messages.flatMap(attachments);
    expect(files.length).toBeGreaterThan(200);
    for (const { body } of files) expect([body?.data, (body?.size ?? 0) > 0]).toEqual([undefined, true]);
  });

  test('every message has the headers that a list and a reader need', () => {
    for (const message of messages) {
      expect(header(message, 'from')).toMatch(/@/);
      expect(header(message, 'message-id')).toMatch(/^<[^<>\s]+@[^<>\s]+>$/);
      expect(Math.abs(Date.parse(header(message, 'date')) - Number(message.internalDate))).toBeLessThan(10_000);
    }
    const spellings = new Set(messages.flatMap(({ payload }) => payload?.headers.map(({ name }) => name) ?? []));
    expect([...spellings]).toEqual(
      expect.arrayContaining(['Message-ID', 'Message-Id', 'message-id', 'CC', 'Cc', 'cc']),
    );
  });
});

describe('threads hang together', () => {
  test('the oldest comes first, and a thread carries the id of its first message', () => {
    const instants = messages.map(({ internalDate }) => Number(internalDate));
    expect(instants).toEqual(instants.toSorted((a, b) => a - b));
    for (const thread of threads()) expect(thread[0]?.threadId).toBe(thread[0]?.id);
  });

  test('dates increase, and References lead back through earlier messages of the same thread', () => {
    let resolved = 0;
    for (const thread of threads()) {
      const seen = new Set<string>();
      let last = 0;
      for (const message of thread) {
        expect(Number(message.internalDate)).toBeGreaterThan(last);
        last = Number(message.internalDate);
        const references = header(message, 'references').split(' ').filter(Boolean);
        expect(references.filter((id) => !seen.has(id))).toEqual([]);
        expect(references.at(-1) ?? '').toBe(header(message, 'in-reply-to'));
        resolved += references.length;
        seen.add(header(message, 'message-id'));
      }
    }
    expect(resolved).toBeGreaterThan(1_000);
  });

  test('there are short threads and long ones, and people join on the way', () => {
    const lengths = threads().map((thread) => thread.length);
    expect(Math.max(...lengths)).toBeGreaterThan(20);
    expect(lengths.filter((length) => length === 1).length).toBeGreaterThan(400);
    const joined = threads().filter(
      (thread) => header(thread[0] as WireMessage, 'cc') === '' && thread.some((one) => header(one, 'cc') !== ''),
    );
    expect(joined.length).toBeGreaterThan(5);
  });
});

describe('all kinds of mail are there', () => {
  const rightToLeft = /[\u0590-\u08ff]/;
  const subject = (message: WireMessage) => header(message, 'subject');
  const file = (message: WireMessage, name: RegExp) =>
    attachments(message).some((part) => name.test(part.filename ?? ''));
  const longest = (message: WireMessage) =>
    Math.max(...partsOf(message.payload).map((part) => bodyText(part).split('\n').length));
  const firstText = (message: WireMessage) => partsOf(message.payload).map(bodyText).find(Boolean)?.trim() ?? '';

  const kinds: readonly (readonly [string, number, (message: WireMessage) => boolean])[] = [
    ['an answer that quotes', 300, (m) => /^> /m.test(allText(m))],
    [
      'a top-posted answer with the header block of the original',
      20,
      (m) => allText(m).includes('-----Original Message-----'),
    ],
    ['a newsletter that can be left', 100, (m) => header(m, 'list-unsubscribe') !== ''],
    ['HTML without a plain alternative', 80, (m) => types(m).includes('text/html') && !types(m).includes('text/plain')],
    ['plain text alone', 100, (m) => m.payload?.mimeType === 'text/plain'],
    ['both alternatives', 500, (m) => types(m).includes('multipart/alternative')],
    ['pictures shown in the text', 5, (m) => types(m).includes('multipart/related') && allText(m).includes('cid:')],
    [
      'a picture in the text and files of every sort beside it',
      3,
      (m) => file(m, /\.pdf$/) && file(m, /\.png$/) && file(m, /\.txt$/) && types(m).includes('text/calendar'),
    ],
    ['a picture that nobody sees', 50, (m) => /<img [^>]*width="1" height="1"/.test(allText(m))],
    ['attached photographs', 5, (m) => file(m, /\.jpe?g$/i)],
    ['a receipt as PDF', 20, (m) => file(m, /^receipt-.*\.pdf$/)],
    ['a parcel on its way', 10, (m) => subject(m).startsWith('Your parcel from')],
    ['a ticket for the calendar', 5, (m) => file(m, /^[A-Z0-9]{6}\.ics$/)],
    ['an invitation', 10, (m) => types(m).includes('text/calendar')],
    ['a cancelled invitation', 1, (m) => subject(m).startsWith('Cancelled: ')],
    ['a bounce', 3, (m) => m.payload?.mimeType === 'multipart/report'],
    ['a message in a message', 5, (m) => types(m).includes('message/rfc822')],
    ['a bank notice', 10, (m) => header(m, 'from').includes('fjordmark.example')],
    ['a security code', 2, (m) => /^\d{6} is your/.test(subject(m))],
    ['a mailing list', 50, (m) => header(m, 'list-post') !== '' && header(m, 'list-id') !== ''],
    ['a digest', 2, (m) => subject(m).includes(' Digest, Vol ')],
    ['a forum', 20, (m) => has(m, 'CATEGORY_FORUMS') && header(m, 'from').includes(' via ')],
    ['a code host', 20, (m) => header(m, 'x-forgeloft-reason') !== ''],
    ['a social network', 30, (m) => has(m, 'CATEGORY_SOCIAL')],
    ['an offer', 80, (m) => has(m, 'CATEGORY_PROMOTIONS')],
    ['a big attachment', 4, (m) => m.sizeEstimate > 9_000_000],
    ['several hundred lines', 4, (m) => longest(m) > 200],
    ['an empty subject', 3, (m) => subject(m) === ''],
    ['a very long subject', 1, (m) => subject(m).length > 250],
    [
      'a subject of nothing but emoji',
      1,
      (m) => /^[^\p{L}\p{N}]+$/u.test(subject(m)) && /\p{Extended_Pictographic}/u.test(subject(m)),
    ],
    ['a body of one word', 5, (m) => /^\S{1,12}$/.test(firstText(m))],
    ['no body at all', 1, (m) => firstText(m) === '' && m.snippet === ''],
    ['a draft', 8, (m) => has(m, 'DRAFT')],
    ['a draft without a recipient', 1, (m) => has(m, 'DRAFT') && header(m, 'to') === ''],
    ['sent mail', 150, (m) => has(m, 'SENT')],
    ['a note to oneself', 4, (m) => has(m, 'SENT') && has(m, 'INBOX')],
    ['a blind copy', 1, (m) => header(m, 'bcc') !== ''],
    ['spam', 20, (m) => has(m, 'SPAM')],
    ['binned mail', 15, (m) => has(m, 'TRASH')],
    ['a star', 20, (m) => has(m, 'STARRED')],
    ['Reply-To and Sender', 20, (m) => header(m, 'reply-to') !== ''],
    ['a sender on behalf of another', 20, (m) => header(m, 'sender') !== ''],
    ['flowed text', 5, (m) => header(m, 'content-type').includes('format=flowed')],
    ['another declared charset', 5, (m) => /koi8-r|iso-2022-jp|windows-125\d|gb18030|euc-kr/.test(allText(m))],
    ['an address without a name', 10, (m) => header(m, 'to') === 'ada.lindqvist@example.org'],
    ['a quoted name', 5, (m) => header(m, 'to').includes('"Lindqvist, Ada"')],
    ['a subject from right to left', 40, (m) => rightToLeft.test(subject(m))],
    [
      'both directions in one subject',
      10,
      (m) => rightToLeft.test(subject(m).slice(4)) && /[A-Za-z]{3}/.test(subject(m).slice(4)),
    ],
    [
      'both directions in one line',
      20,
      (m) => m.snippet.length > 0 && rightToLeft.test(m.snippet) && /[A-Za-z]{3} ?[A-Za-z]/.test(m.snippet),
    ],
    ['HTML from right to left', 10, (m) => allText(m).includes('dir="rtl"')],
    ['Persian', 30, (m) => /[پچژگ]|می‌/.test(m.snippet)],
    ['Arabic', 8, (m) => /مرحباً|يوم|عزيزتي|شكراً|كتبت/.test(m.snippet)],
    ['Hebrew', 8, (m) => /[\u05d0-\u05ea]/.test(m.snippet)],
    ['Russian', 3, (m) => /[а-я]{3}/.test(m.snippet)],
    ['Hindi', 3, (m) => /[\u0900-\u097f]/.test(m.snippet)],
    ['Japanese', 3, (m) => /[\u3040-\u30ff]/.test(m.snippet)],
    ['Chinese', 3, (m) => /[\u4e00-\u9fff]{4}/.test(m.snippet) && !/[\u3040-\u30ff]/.test(m.snippet)],
    ['Korean', 3, (m) => /[\uac00-\ud7af]/.test(m.snippet)],
    ['German', 3, (m) => /\b(nicht|und|wir|ich)\b/.test(m.snippet) && /ü|ö|ä|ß/.test(m.snippet)],
    ['French', 3, (m) => /\b(est|nous|avec|le|la)\b/.test(m.snippet) && /é|è|ç/.test(m.snippet)],
    ['Spanish', 3, (m) => /\b(una|que|los|el)\b/.test(m.snippet) && /ñ|á|ó|¿|¡/.test(m.snippet)],
    ['Swedish', 3, (m) => /\b(och|på|inte|vi)\b/.test(m.snippet) && /å|ä|ö/.test(m.snippet)],
  ];

  test.each(kinds)('%s', (_, least, is) => {
    expect(messages.filter(is).length).toBeGreaterThanOrEqual(least);
  });
});

describe('nothing in it is real', () => {
  const reserved = /(^|\.)(example\.(com|org|net)|example|test|invalid)$/;
  const hosts = [
    /:\/\/([^/\s"'<>()\]]+)/g,
    /@([\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)/gu,
    /\b((?:[a-z0-9-]+\.)+(?:com|org|net|io|dev|app|co|info|eu|uk|se|no|dk|de|fr|es|ir|il|jp|cn|kr|ru|in))\b/gi,
  ];
  const strangers = (text: string): string[] =>
    hosts
      .flatMap((host) => [...text.matchAll(host)].map((match) => match[1] ?? ''))
      .filter((host) => !reserved.test(host.toLowerCase()));

  test.each([
    'https://shop.evil.com/x',
    'write to a@mail.real.se',
    'see WWW.Company.DE today',
    '//x http://1.2.3.4/',
    'https://example.com.evil.io/',
  ])('control: a domain that somebody could own is noticed: %s', (text) => {
    expect(strangers(text)).not.toEqual([]);
  });

  test('only reserved domains appear, in headers, bodies, file names and snippets', () => {
    // Gmail signs what it has found out about a message; nobody is asked at that name.
    const everything = messages.map((message) => allText(message).replaceAll('mx.google.com', 'mx.example.org'));
    expect(everything.join('').match(/https:\/\//g)?.length).toBeGreaterThan(1_000);
    expect([...new Set(everything.flatMap(strangers))]).toEqual([]);
  });
});

describe('it reads like mail', () => {
  const unescaped = (text: string): string =>
    text.replace(
      /&(amp|lt|gt|quot|#39);/g,
      (entity) => ({ '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" })[entity] ?? '',
    );
  const collapsed = (text: string): string => text.replace(/\s+/g, ' ').trim();

  function shown(message: WireMessage): string {
    const parts = partsOf(message.payload);
    const plain = parts.find((part) => part.mimeType === 'text/plain' && part.body?.attachmentId === undefined);
    if (plain !== undefined) return collapsed(bodyText(plain));
    const html = parts.find((part) => part.mimeType === 'text/html');
    const text = html === undefined ? '' : bodyText(html).replace(/<style>.*?<\/style>|<[^>]*>/gs, ' ');
    return collapsed(unescaped(text));
  }

  test('the snippet is the beginning of the text, escaped as Gmail escapes it', () => {
    for (const message of messages) {
      expect(message.snippet).not.toMatch(/[<>"']/);
      expect(
        shown(message).startsWith(unescaped(message.snippet)),
        `${message.id} ${shown(message).slice(0, 80)}`,
      ).toBe(true);
      expect(message.snippet === '').toBe(shown(message) === '');
    }
  });

  test('no slot of a template is left unfilled', () => {
    expect(
      messages.filter((message) => /\{\w+\}|undefined|\bNaN\b/.test(allText(message))).map(({ id }) => id),
    ).toEqual([]);
  });

  test('hardly two rows are alike, and neighbours never are', () => {
    const rows = messages.map((message) => `${header(message, 'subject')}\n${message.snippet}`);
    expect(new Set(rows).size).toBeGreaterThan(1_970);
    expect(rows.filter((row, i) => row === rows[i - 1])).toEqual([]);
  });

  test('mail is denser of late, sparser at weekends, and the newest has just come', () => {
    const ages = messages.map(({ internalDate }) => (now - Number(internalDate)) / dayMs);
    const between = (from: number, to: number) => ages.filter((age) => age >= from && age < to).length;
    expect(Math.min(...ages) * 24 * 60).toBeLessThan(10);
    expect(Math.max(...ages)).toBeGreaterThan(900);
    expect(Math.max(...ages)).toBeLessThan(1_100);
    expect(between(0, 90)).toBeGreaterThan(2 * between(600, 690));
    const office = messages.filter((message) => header(message, 'from').includes('@harrowlind.example'));
    expect(share(office, ({ internalDate }) => new Date(Number(internalDate)).getUTCDay() % 6 === 0)).toBeLessThan(0.2);
  });

  test('what is unread is what people leave unread', () => {
    const unread = (message: WireMessage) => has(message, 'UNREAD');
    expect(
      share(
        messages.filter((m) => has(m, 'CATEGORY_PROMOTIONS')),
        unread,
      ),
    ).toBeGreaterThan(0.6);
    expect(
      share(
        messages.filter((m) => has(m, 'CATEGORY_PERSONAL')),
        unread,
      ),
    ).toBeLessThan(0.1);
    expect(messages.filter((m) => has(m, 'SENT') && unread(m))).toEqual([]);
    const recent = messages.slice(-100);
    expect(share(recent, unread)).toBeGreaterThan(share(messages.slice(0, 1_000), unread));
  });

  test('most of it is in the inbox or filed, a few dozen in spam and trash', () => {
    expect(share(messages, (m) => has(m, 'INBOX'))).toBeGreaterThan(0.35);
    expect(share(messages, (m) => has(m, 'INBOX'))).toBeLessThan(0.75);
    expect(share(messages, (m) => has(m, 'SENT'))).toBeLessThan(0.35);
    for (const label of ['SPAM', 'TRASH']) {
      const count = messages.filter((m) => has(m, label)).length;
      expect([label, count > 15 && count < 90]).toEqual([label, true]);
    }
  });
});
