import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Content, contentOfText, type Original } from '../../../electron/contract/body.ts';
import { readContent } from '../../../electron/gmail/content.ts';
import { readWhole, textsToFetch } from '../../../electron/gmail/whole-message.ts';
import { type WirePart, wireMessage } from '../../../electron/gmail/wire.ts';

const base64url = (text: string | Uint8Array) => Buffer.from(text).toString('base64url');

interface Drawn {
  readonly type: string;
  readonly more?: Record<string, unknown>;
  readonly parts?: readonly Drawn[];
}

const header = (name: string, value: string) => ({ name, value });
const text = (subtype: string, content: string | Uint8Array, headers: unknown[] = []): Drawn => ({
  type: `text/${subtype}`,
  more: { headers, body: { size: 1, data: base64url(content) } },
});
const html = (content: string, headers: unknown[] = []) => text('html', content, headers);
const plain = (content: string, headers: unknown[] = []) => text('plain', content, headers);
const of = (subtype: string, ...parts: Drawn[]): Drawn => ({ type: `multipart/${subtype}`, parts });
const message = (root: Drawn): Drawn => ({ type: 'message/rfc822', parts: [root] });
const file = (type: string, more: Record<string, unknown> = {}): Drawn => ({
  type,
  more: { body: { size: 9, attachmentId: 'x' }, ...more },
});

/** With Gmail's part ids. */
function wired({ type, more = {}, parts = [] }: Drawn, partId = ''): unknown {
  const children = parts.map((part, at) => wired(part, partId === '' ? `${at}` : `${partId}.${at}`));
  return { partId, mimeType: type, filename: '', headers: [], body: { size: 0 }, ...more, parts: children };
}

const wire = (root: Drawn | undefined) =>
  wireMessage.parse({ id: 'a', threadId: 't', ...(root && { payload: wired(root) }) });

function read(root: Drawn | undefined, fetched: ReadonlyMap<string, string> = new Map(), isLast = true): Content {
  return readContent(wire(root), { fetched, isLast }).content;
}

const shown = ({ parts }: Content) => parts.map(({ partId, html: one, plain: other }) => [partId, one, other]);

describe('places of text', () => {
  test.each<[string, Drawn, unknown[]]>([
    ['a plain body', plain('Hello\r\nyou'), [['', null, 'Hello\nyou']]],
    ['an HTML body', html('<p>Hi'), [['', '<p>Hi', null]]],
    ['two versions are one place', of('alternative', plain('p'), html('h')), [['1', 'h', 'p']]],
    ['the plain version last', of('alternative', html('h'), plain('p')), [['0', 'h', 'p']]],
    ['a plain version that says nothing', of('alternative', plain(' \n'), html('h')), [['1', 'h', null]]],
    ['an HTML version that says nothing', of('alternative', plain('p'), html(' ')), [['1', null, 'p']]],
    [
      'HTML with its pictures as a version',
      of('alternative', plain('p'), of('related', html('h'), file('image/png'))),
      [['1.0', 'h', 'p']],
    ],
    [
      'versions within what has pictures',
      of('related', of('alternative', plain('p'), html('h')), file('image/png')),
      [['0.1', 'h', 'p']],
    ],
    [
      'several parts in one version, as Apple writes them: the plain one speaks for all',
      of(
        'alternative',
        plain('p'),
        of('mixed', html('one'), file('application/pdf', { filename: 'a.pdf' }), html('two')),
      ),
      [
        ['1.0', 'one', 'p'],
        ['1.2', 'two', ''],
      ],
    ],
    [
      'a text beside the HTML of one version, which no other version says',
      of('alternative', plain('p'), of('mixed', html('h'), plain('beside'))),
      [
        ['1.0', 'h', 'p'],
        ['1.1', null, 'beside'],
      ],
    ],
    [
      'texts around the HTML of the only version',
      of('alternative', of('mixed', plain('before'), html('h'), plain('behind'))),
      [
        ['0.0', null, 'before'],
        ['0.1', 'h', null],
        ['0.2', null, 'behind'],
      ],
    ],
    [
      'versions within a version',
      of('alternative', plain('p'), of('mixed', of('alternative', plain('q'), html('h')), plain('beside'))),
      [
        ['1.0.1', 'h', 'p'],
        ['1.1', null, 'beside'],
      ],
    ],
    [
      'one after the other',
      of('mixed', plain('one'), html('two')),
      [
        ['0', null, 'one'],
        ['1', 'two', null],
      ],
    ],
    ['what is signed', of('signed', plain('s'), file('application/pgp-signature')), [['0', null, 's']]],
    ['nothing of a forwarded message', of('mixed', plain('see'), message(plain('inner'))), [['0', null, 'see']]],
    [
      'nothing of a text that is attached',
      of('mixed', plain('see'), file('text/html', { filename: 'a.html' })),
      [['0', null, 'see']],
    ],
    ['a picture before the HTML that shows it', of('related', file('image/png'), html('h')), [['1', 'h', null]]],
    [
      'the part that is named as the root',
      {
        ...of('related', html('no', [header('Content-Id', '<x>')]), html('yes', [header('Content-ID', '<r@x>')])),
        more: { headers: [header('Content-Type', 'multipart/related; start="<r@x>"')] },
      },
      [['1', 'yes', null]],
    ],
    ['an empty message', plain(''), [['', null, '']]],
    ['no text at all', file('application/pdf', { filename: 'a.pdf' }), []],
  ])('%s', (_what, root, expected) => {
    expect(shown(read(root))).toEqual(expected);
  });

  test('UTF-8 comes first, then the declared charset, then windows-1252', () => {
    const declared = (charset: string) => [header('Content-Type', `text/html; charset=${charset}`)];
    const bodies: [string | Uint8Array, string, string][] = [
      ['ありがとう', 'iso-2022-jp', 'ありがとう'],
      [new Uint8Array([0xcf, 0xf0, 0xe8]), 'windows-1251', 'При'],
      [new Uint8Array([0x63, 0x61, 0x66, 0xe9]), 'x-nobody', 'café'],
    ];
    for (const [bytes, charset, expected] of bodies)
      expect(shown(read(text('html', bytes, declared(charset))))).toEqual([['', expected, null]]);
  });

  test('say how their plain version is broken into lines', () => {
    const flowed = plain('a \nb', [header('Content-Type', 'text/plain; format=flowed; delsp=yes')]);
    expect(read(of('alternative', flowed, html('h'))).parts).toMatchObject([{ flowed: true, delSp: true }]);
    expect(read(plain('a')).parts).toMatchObject([{ flowed: false, delSp: false }]);
  });
});

describe('what stands in the midst of HTML', () => {
  test.each([
    ['Content-ID', '<Logo@X>', 'Logo@X'],
    ['Content-Id', 'bare', 'bare'],
    ['X-Attachment-Id', 'ii_1', 'ii_1'],
  ])('is known by its %s', (name, value, contentId) => {
    const picture = file('image/png', { headers: [header(name, value)] });
    const { related } = read(of('related', html('h'), picture));
    expect(related).toEqual([{ contentId, partId: '1', mimeType: 'image/png', sizeBytes: 9 }]);
  });

  test('may lie anywhere in the message, and is no text of it', () => {
    const page = html('inner', [header('Content-ID', '<page>')]);
    const found = read(
      of('mixed', of('related', html('h'), page), file('image/gif', { headers: [header('Content-ID', '<far>')] })),
    );
    expect(shown(found)).toEqual([['0.0', 'h', null]]);
    expect(found.related.map(({ contentId }) => contentId)).toEqual(['page', 'far']);
  });
});

describe('what refers to itself', () => {
  const known = (id: string) => [header('Content-ID', `<${id}>`)];

  test('HTML that shows itself is shown once', () => {
    const found = read(of('related', html('<img src="cid:me">', known('me')), file('image/png')));
    expect(shown(found)).toEqual([['0', '<img src="cid:me">', null]]);
    expect(found.related).toEqual([]);
  });

  test('pages that show each other stay what they are, and none is lost', () => {
    const found = read(
      of('related', html('<iframe src="cid:b">', known('a')), html('<iframe src="cid:a">', known('b'))),
    );
    expect(shown(found)).toEqual([['0', '<iframe src="cid:b">', null]]);
    expect(found.related).toEqual([{ contentId: 'b', partId: '1', mimeType: 'text/html', sizeBytes: 1 }]);
  });

  test('what names itself as what lies elsewhere is no text, and neither is the note that comes with it', () => {
    for (const type of ['message/external-body', 'message/partial']) {
      const found = read(of('mixed', plain('see'), { type, parts: [plain('phantom')] }));
      expect(shown(found)).toEqual([['0', null, 'see']]);
    }
  });
});

describe('versions within versions, a hundred deep', () => {
  const deep = (levels: number) => {
    let root = plain('at the bottom');
    for (let level = 0; level < levels; level += 1) root = of('alternative', root);
    return read(root);
  };

  test('are left out with a line, and less deep ones are read', () => {
    expect(deep(100)).toMatchObject({ parts: [], omitted: ['too-deep'] });
    expect(deep(20)).toMatchObject({ parts: [{ plain: 'at the bottom' }], omitted: [] });
  });
});

describe('calendars', () => {
  const calendar = (data: string): Drawn => ({
    type: 'text/calendar',
    more: { body: { size: 5, data: base64url(data) } },
  });
  test('are read, the same one as a file is not', () => {
    const { calendars, parts } = read(
      of(
        'mixed',
        of('alternative', plain('p'), calendar('BEGIN:1')),
        file('application/ics', { filename: 'invite.ics' }),
      ),
    );
    expect(calendars).toEqual([{ partId: '0.1', text: 'BEGIN:1' }]);
    expect(parts).toHaveLength(1);
  });

  test('that Gmail gives by an id only are lacking until they are fetched', () => {
    const root = of('mixed', plain('p'), file('text/calendar'));
    expect(readWhole(wire(root)).original).toMatchObject({ whole: false, calendars: [] });
    expect(textsToFetch(wire(root))).toEqual([{ partId: '1', attachmentId: 'x' }]);
    const fetched = new Map([['1', base64url('BEGIN:2')]]);
    expect(readWhole(wire(root), { fetched, isLast: true }).original).toMatchObject({
      whole: true,
      calendars: [{ partId: '1', text: 'BEGIN:2' }],
      omitted: [],
    });
    expect(readWhole(wire(root), { fetched: new Map(), isLast: true }).original).toMatchObject({
      whole: true,
      omitted: ['not-given'],
    });
  });
});

describe('nested messages', () => {
  const inner: Drawn = {
    ...of('mixed', of('alternative', plain('p'), html('h')), file('application/pdf', { filename: 'a.pdf' })),
    more: {
      headers: [
        header('From', 'Amy <amy@x.org>'),
        header('To', 'bo@x.org'),
        header('Subject', 'Tea'),
        header('Date', 'Mon, 2 Feb 2026 10:00:00 +0100'),
      ],
    },
  };

  test('are messages with all that belongs to them', () => {
    const [nested] = read(of('mixed', plain('see'), message(inner))).nested;
    expect(nested).toMatchObject({
      partId: '1',
      subject: 'Tea',
      from: [{ name: 'Amy', email: 'amy@x.org' }],
      to: [{ name: '', email: 'bo@x.org' }],
      sentAt: Date.UTC(2026, 1, 2, 9),
      attachments: [{ partId: '1.0.1', filename: 'a.pdf' }],
    });
    expect(nested && shown(nested)).toEqual([['1.0.0.1', 'h', 'p']]);
  });

  test('are shown five deep, and what is deeper is said to be left out', () => {
    let root = message(plain('deepest'));
    for (let depth = 0; depth < 7; depth++) root = message(of('mixed', plain('x'), root));
    let content: Content | undefined = read(root);
    let depth = 0;
    for (; content?.nested[0]; depth++) content = content.nested[0];
    expect(depth).toBe(5);
    expect(content?.omitted).toEqual(['too-deep']);
  });

  test('without a date, or that Gmail has not taken apart', () => {
    expect(read(of('mixed', message(plain('x')))).nested[0]?.sentAt).toBe(null);
    expect(read(of('mixed', file('message/global'))).nested).toEqual([]);
  });
});

describe('limits', () => {
  const deep = (levels: number): Drawn => (levels === 0 ? html('deep') : of('mixed', deep(levels - 1)));
  const omissions: readonly (readonly [string, Drawn | undefined, Content['omitted']])[] = [
    ['a message without payload', undefined, ['no-payload']],
    ['parts in parts', deep(40), ['too-deep']],
    ['parts beyond a thousand', of('mixed', ...Array.from({ length: 1_200 }, () => plain('x'))), ['too-many-parts']],
    ['five million characters of HTML', html('x'.repeat(5_000_010)), ['too-long']],
    ['two million characters of text', plain('x'.repeat(2_000_010)), ['too-long']],
    ['a text that Gmail does not give', { type: 'text/html', more: { body: { size: 7 } } }, ['not-given']],
    [
      'a header of a megabyte',
      {
        ...plain('x'),
        more: { headers: [header('X-A', 'y'.repeat(1_000_000))], body: { size: 1, data: base64url('x') } },
      },
      ['too-many-headers'],
    ],
    [
      'headers beyond two thousand',
      {
        ...plain('x'),
        more: {
          headers: Array.from({ length: 2_100 }, () => header('X', 'y')),
          body: { size: 1, data: base64url('x') },
        },
      },
      ['too-many-headers'],
    ],
    ['nothing where nothing is too much', of('mixed', plain('x'), html('y')), []],
  ];
  test.each(omissions)('%s', (_what, root, omitted) => {
    expect(read(root).omitted).toEqual(omitted);
  });

  test('hold for all parts together', () => {
    const half = html('y'.repeat(2_600_000));
    const { parts, omitted } = read(of('mixed', half, message(half)));
    expect(parts[0]?.html?.length).toBe(2_600_000);
    expect(omitted).toEqual([]);
    expect(read(of('mixed', half, message(half))).nested[0]).toMatchObject({ omitted: ['too-long'] });
  });
});

describe('what is kept', () => {
  const original = (root: Drawn): Original | null | undefined => readWhole(wire(root)).original;
  test.each<[string, Drawn]>([
    ['plain text', plain('Hello\r\n\r\n')],
    ['flowed text', plain('a \nb', [header('Content-Type', 'text/plain; format=flowed')])],
    ['plain text beside a file', of('mixed', plain('see'), file('application/pdf', { filename: 'a.pdf' }))],
    ['no text', file('application/pdf', { filename: 'a.pdf' })],
  ])('is nothing where its text says as much: %s', (_what, root) => {
    expect(original(root)).toBe(null);
    const { original: _, ...searched } = readWhole(wire(root));
    const { parts } = read(root);
    const trimmed = parts.map((part) => ({ ...part, plain: part.plain?.trimEnd() ?? null }));
    expect(contentOfText(searched).parts).toEqual(trimmed);
  });

  test.each<[string, Drawn]>([
    ['HTML', html('<b>x')],
    ['two texts', of('mixed', plain('one'), plain('two'))],
    [
      'flowed text beside a file',
      of(
        'mixed',
        plain('a \nb', [header('Content-Type', 'text/plain; format=flowed')]),
        file('application/pdf', { filename: 'a.pdf' }),
      ),
    ],
    ['a nested message', of('mixed', plain('see'), message(plain('inner')))],
    ['a text that goes on beyond what is searched', plain('x'.repeat(600_000))],
  ])('is all of it where it says more: %s', (_what, root) => {
    const kept = original(root);
    expect(kept).toMatchObject({ whole: true });
    expect(kept?.parts).toEqual(read(root).parts);
  });
});

test('never throws, whatever the tree is made of, and names each omission once', () => {
  const types = [
    'text/plain',
    'text/html',
    'text/calendar',
    'image/png',
    'multipart/alternative',
    'multipart/related',
    'multipart/mixed',
    'message/rfc822',
    'x',
    '',
  ];
  const { tree } = fc.letrec<{ tree: WirePart }>((tie) => ({
    tree: fc.record({
      partId: fc.constantFrom('', '0', '1.2'),
      mimeType: fc.constantFrom(...types),
      filename: fc.constantFrom('', 'a.ics', 'b.txt'),
      headers: fc.array(
        fc.record({ name: fc.constantFrom('Content-ID', 'Content-Type', 'Date', 'From'), value: fc.string() }),
        { maxLength: 3 },
      ),
      body: fc.option(
        fc.record({
          size: fc.nat(9),
          data: fc.option(fc.string(), { nil: undefined }),
          attachmentId: fc.option(fc.constant('x'), { nil: undefined }),
        }),
        { nil: undefined },
      ),
      parts: fc.oneof({ maxDepth: 8 }, fc.constant([]), fc.array(tie('tree'), { minLength: 1, maxLength: 4 })),
    }) as fc.Arbitrary<WirePart>,
  }));
  fc.assert(
    fc.property(tree, fc.boolean(), (payload, isLast) => {
      const made = { id: 'a', threadId: 't', labelIds: [], snippet: '', sizeEstimate: 0, payload };
      const { content, lacking } = readContent(made, { fetched: new Map(), isLast });
      expect(isLast ? lacking : []).toEqual([]);
      expect(new Set(content.omitted).size).toBe(content.omitted.length);
      readWhole(made);
    }),
    { numRuns: 500 },
  );
});
