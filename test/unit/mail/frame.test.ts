// What the window and a message's frame take from each other: what is exactly as it should be, and nothing else.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type FromFrame,
  longestUrl,
  parseFromFrame,
  parseToFrame,
  type ToFrame,
} from '../../../electron/mail/frame.ts';

const said: readonly FromFrame[] = [
  { kind: 'ready' },
  { kind: 'shown', cut: ['too-deep'], hidden: false, folded: true },
  { kind: 'height', height: 12.5 },
  { kind: 'link', href: 'https://example.org/', texts: ['x'], cut: false },
  { kind: 'hover', href: null },
  { kind: 'blocked', pictures: 1, trackers: 0, hosts: ['a.example'], urls: ['https://a.example/'] },
  { kind: 'found', count: 0, top: 0 },
  { kind: 'key', key: 'j', code: 'KeyJ', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false },
  { kind: 'failed' },
];
const colour = 'oklch(0.93 0.006 235)';
const asked: readonly ToFrame[] = [
  { kind: 'find', text: 'x', index: 1 },
  {
    kind: 'show',
    html: '<p>x</p>',
    related: [['a@b', '0.1']],
    pictures: [['https://a.example/', '/img/ab-c']],
    colours: 'adapted',
    dark: true,
    palette: { text: colour, background: '#fff', link: colour, quiet: colour, mark: colour, current: colour },
    zoom: 1,
    fits: true,
    quoted: '',
    title: '',
    marks: [{ text: 'x', where: 'anywhere' }],
  },
];

describe.each([
  ['from the frame', parseFromFrame, said],
  ['to the frame', parseToFrame, asked],
] as const)('%s', (_name, parse, messages) => {
  test.each(messages.map((message) => [message.kind, message] as const))('%s passes as it is', (_kind, message) => {
    expect(parse(message)).toEqual(message);
  });

  test('no field more, none less, none of another type', () => {
    for (const message of messages) {
      expect(parse({ ...message, more: 1 }), message.kind).toBeNull();
      for (const name of Object.keys(message)) {
        const { [name as keyof typeof message]: _left, ...less } = message;
        expect(parse(less), `${message.kind} without ${name}`).toBeNull();
        expect(parse({ ...message, [name]: { toString: () => 'x' } }), `${message.kind} ${name}`).toBeNull();
      }
    }
  });

  test('never throws, and takes none of what anybody could post', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withTypedArray: true }), (value) => parse(value) === null),
      { numRuns: 2_000 },
    );
    expect(parse({ kind: '__proto__' })).toBeNull();
    expect(parse({ kind: 'constructor' })).toBeNull();
  });
});

test('what is longer or larger than it may be is not taken', () => {
  expect(parseFromFrame({ kind: 'link', href: 'x'.repeat(longestUrl + 1), texts: [], cut: false })).toBeNull();
  expect(parseFromFrame({ kind: 'height', height: 1e9 })).toBeNull();
  expect(parseFromFrame({ kind: 'height', height: Number.NaN })).toBeNull();
  expect(
    parseFromFrame({ kind: 'blocked', pictures: 1, trackers: 0, hosts: Array(501).fill('x'), urls: [] }),
  ).toBeNull();
});

test('a colour is a colour and a path is a path: neither ends what it stands in', () => {
  const [, show] = asked as readonly [ToFrame, Extract<ToFrame, { kind: 'show' }>];
  for (const text of ['red;}</style><script>', 'url(x)', 'var(--x)', '#12', 'rgb(1);x', 'expression(alert(1))"']) {
    expect(parseToFrame({ ...show, palette: { ...show.palette, text } }), text).toBeNull();
  }
  for (const path of ['/img/../shell', 'https://a.example/', '/img/', '/cid/1', '/img/a"b']) {
    expect(parseToFrame({ ...show, pictures: [['https://a.example/', path]] }), path).toBeNull();
  }
});
