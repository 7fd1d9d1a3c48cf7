// What of the frame's own code needs no document: what it lets through by its lists, and the page that it writes around a mail.
import { expect, test } from 'vitest';
import {
  allowedAttributes,
  allowedFunctions,
  allowedProperties,
  allowedTags,
} from '../../../electron/mail/shell/allowed.ts';
import { type PageOptions, page } from '../../../electron/mail/shell/page.ts';
import { createPictures, isOwn } from '../../../electron/mail/shell/pictures.ts';
import { keptMedia, keptSelector } from '../../../electron/mail/shell/selectors.ts';

const palette = { text: '#222', background: '#fff', link: '#00c', quiet: '#666', mark: '#ff0', current: '#fa0' };
const options: PageOptions = {
  body: '<p>x</p>',
  dir: 'ltr',
  isDirected: false,
  lang: '',
  title: '',
  zoom: 1,
  dark: false,
  palette,
  adapts: false,
};

test('what runs, loads, submits or lays itself over others is on no list', () => {
  const tags =
    'script iframe frame object embed applet link meta base form input button select textarea svg math audio video source track portal template slot';
  expect(tags.split(' ').filter((tag) => allowedTags.includes(tag))).toEqual([]);
  expect(
    allowedAttributes.filter((name) =>
      /^on|^(?:id|name|target|srcset|srcdoc|ping|action|formaction|rel|is|slot|nonce|style-src)$/.test(name),
    ),
  ).toEqual([]);
  const properties =
    'position z-index transform content animation-name cursor filter clip-path mask-image behavior -moz-binding top left inset font all';
  expect(properties.split(' ').filter((name) => allowedProperties.has(name))).toEqual([]);
  const functions = 'url src image image-set attr var env expression element paint cross-fade if';
  expect(functions.split(' ').filter((name) => allowedFunctions.has(name))).toEqual([]);
  // The control: they are lists of something.
  expect([allowedTags.includes('p'), allowedProperties.has('color'), allowedFunctions.has('rgb')]).toEqual([
    true,
    true,
    true,
  ]);
});

test('the language that a mail says it has is one, and its subject is text', () => {
  expect(page({ ...options, lang: 'fa-IR' })).toContain('<html dir="ltr" lang="fa-IR">');
  for (const lang of ['"><script>', 'en" onload="x', 'en x', 'e'])
    expect(page({ ...options, lang })).toContain('<html dir="ltr"><head>');
  expect(page({ ...options, title: '</title><script>x</script>' })).not.toContain('<script');
});

test.each([
  ['.a > td', '.a > td'],
  ['.a, #id, .b', '.a,.b'],
  ['a:hover', ''],
  ['[href^="x"]', ''],
  ['a::before', ''],
  ['.a\\:b', ''],
  [':is(.a)', ''],
])('of the selector %s is kept: %s', (written, kept) => {
  expect(keptSelector(written)).toBe(kept);
});

test.each([
  ['screen and (max-width: 600px)', 'screen and (max-width: 600px)'],
  ['(prefers-color-scheme: light)', ''],
  ['(prefers-color-scheme: dark)', null],
  ['(prefers-reduced-motion: reduce)', null],
  ['(resolution: 2dppx)', null],
])('of the media query %s is kept: %o', (written, kept) => {
  expect(keptMedia(written)).toBe(kept);
});

test('a picture is a path of this frame’s own, or in the mail itself, and no drawing that could do something', () => {
  const { judge, blocked } = createPictures({
    related: new Map([['logo@x', '0.2']]),
    allowed: new Map([
      ['https://a.example/1.png', '/img/abc'],
      ['https://a.example/2.png', 'https://a.example/2.png'],
      ['https://a.example/3.png', '/shell.js'],
    ]),
    isBeacon: () => false,
    onCut: () => undefined,
  });
  expect(judge('https://a.example/1.png')).toEqual({ path: '/img/abc' });
  expect(judge('cid:logo@x')).toEqual({ path: '/cid/0.2' });
  expect(judge('https://a.example/2.png')).toBe('kept-out');
  expect(judge('https://a.example/3.png')).toBe('kept-out');
  for (const address of [
    'data:image/svg+xml,<svg/>',
    'data:text/html,x',
    'blob:x',
    'file:///x',
    '/img/abc',
    'javascript:x',
  ])
    expect(judge(address), address).toBe('no-picture');
  expect(blocked()).toMatchObject({ pictures: 2, hosts: ['a.example'] });
  expect(['/img/abc', '/cid/0.2', 'data:image/png;base64,x'].every(isOwn)).toBe(true);
  expect(['//x.example/img/a', '/img/a/b', '/img/../x', 'https://x.example/', 'data:image/svg+xml,x'].some(isOwn)).toBe(
    false,
  );
});
