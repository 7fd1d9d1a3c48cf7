// What main takes for an address that a message names: all that its window can find there, and nothing that somebody made up.
import { describe, expect, test } from 'vitest';
import { addressesInHtml, namesLink } from '../../../electron/contents/named-addresses.ts';
import type { BodyPart } from '../../../electron/contract/body.ts';

const part = (given: Partial<BodyPart>): BodyPart => ({
  partId: '0',
  html: null,
  plain: null,
  flowed: false,
  delSp: false,
  ...given,
});
const ofHtml = async (html: string) => [...(await addressesInHtml({ parts: [part({ html })] }))];
const content = (...parts: readonly Partial<BodyPart>[]) => ({ parts: parts.map(part), nested: [] });

describe('HTML names', () => {
  test.each([
    ['<img src="https://a.example/1.png">', 'https://a.example/1.png'],
    ["<img alt=x src='HTTP://A.example/ä b.png?x=1&amp;y=2&copy=3'>", 'http://a.example/%C3%A4%20b.png?x=1&y=2&copy=3'],
    ['<IMG SRC=//a.example/1.png>', 'https://a.example/1.png'],
    ['<img src="\n https://a.example/\n1.png">', 'https://a.example/1.png'],
    ['<td background="https://a.example/1.png">', 'https://a.example/1.png'],
    ['<body background="https://a.example/1.png">', 'https://a.example/1.png'],
    ['<div style="background:url(https://a.example/1.png)">', 'https://a.example/1.png'],
    ['<div style="background:url(&quot;https://a.example/1.png&quot;)">', 'https://a.example/1.png'],
    ["<style>a{background:url( 'https://a.example/(1).png' )}</style>", 'https://a.example/(1).png'],
    ['<style>a{background:url(h\\74tps://a.example/\\31 .png)}</style>', 'https://a.example/1.png'],
    ['<style>a{background:url("https://a.example/\\\n1.png")}</style>', 'https://a.example/1.png'],
    ['<a href="https://a.example">x</a>', 'https://a.example/'],
    ['<a href="mailto:Amy@a.example?subject=Tea&attach=/etc/passwd">x</a>', 'mailto:Amy@a.example?subject=Tea'],
    [`<p>${'x'.repeat(49_985)}<img src="https://a.example/1.png">`, 'https://a.example/1.png'],
  ])('%s', async (html, address) => {
    expect(await ofHtml(html)).toEqual([address]);
  });

  test.each([
    '<p>https://a.example/1.png</p>',
    '<!-- <img src="https://a.example/1.png"> -->',
    '<img src="cid:https://a.example">',
    '<a href="javascript:https://a.example">x</a>',
    '<a href="/1.png">x</a>',
    '',
  ])('nothing: %s', async (html) => {
    expect(await ofHtml(html)).toEqual([]);
  });

  test('no address but those: neither a beginning of one, nor one with more behind it', async () => {
    const found = await ofHtml('<img src="https://a.example/1.png">');
    for (const made of ['https://a.example/', 'https://a.example/1.png?all=the-mail', 'https://a.example/1.png#x'])
      expect(found).not.toContain(made);
  });

  test('what stands in megabytes of it, without keeping others from their work', async () => {
    let turns = 0;
    const counting = setInterval(() => (turns += 1), 0);
    const found = await ofHtml(`${'<p title="x">y</p>'.repeat(70_000)}<a href="https://a.example/">x</a>`);
    clearInterval(counting);
    expect(found).toEqual(['https://a.example/']);
    expect(turns).toBeGreaterThan(5);
  });
});

describe('a link stands', () => {
  test.each([
    ['in HTML', content({ html: '<a href="https://a.example/1">x</a>' }), ''],
    ['in text', content({ plain: 'See https://a.example/1.' }), ''],
    [
      'in text that is broken into lines',
      content({ plain: 'See https://a.\nhttps://a.example/1 \nx', flowed: true }),
      '',
    ],
    ['in what is known of its text alone', content({ html: '<p>x' }), 'See https://a.example/1'],
    [
      'in a message that is attached',
      {
        parts: [],
        nested: [
          {
            ...content({ plain: 'https://a.example/1' }),
            ...{ partId: '1', subject: '', from: [], to: [], cc: [], sentAt: null, headers: [], attachments: [] },
            ...{ related: [], calendars: [], omitted: [] },
          },
        ],
      },
      '',
    ],
  ])('%s', async (_where, body, text) => {
    expect(await namesLink(body, text, 'https://a.example/1')).toBe(true);
    expect(await namesLink(body, text, 'https://a.example/1?all=the-mail')).toBe(false);
    expect(await namesLink(body, text, 'https://a.example/')).toBe(false);
  });

  test('where an address stands, as mail to it', async () => {
    expect(await namesLink(content({ plain: 'Ask amy@a.example' }), '', 'mailto:amy@a.example')).toBe(true);
    expect(await namesLink(content({ plain: 'Ask amy@a.example' }), '', 'mailto:amy@a.example?subject=x')).toBe(false);
  });
});
