import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stripTags } from '../../../electron/gmail/html-strip.ts';
import { htmlToText, structuredLength } from '../../../electron/gmail/html-text.ts';

describe('HTML without its tags', () => {
  test.each([
    ['lines where blocks begin', '<p>One</p><div>two<br>three</div>', 'One\n\ntwo\nthree'],
    ['cells apart', '<tr><td>a</td><td>b</td></tr>', 'a b'],
    [
      'no scripts, styles, titles or comments',
      '<title>t</title><style>x</style>a<!-- > c --><SCRIPT>1<2</Script>b',
      'ab',
    ],
    ['characters for entities', 'T&amp;wo&nbsp;&lt;b&gt;', 'T&wo <b>'],
    ['a lone < as it is', '1 < 2', '1 < 2'],
    ['nothing of what is never closed', 'a<b c', 'a'],
    ['nothing of a script that is never closed', 'a<script>b</b>', 'a'],
    ['nothing of instructions', 'a<!doctype html><?xml ?>b</>', 'ab'],
  ])('has %s', (_what, html, expected) => {
    expect(stripTags(html)).toBe(expected);
  });

  test('is made of any text without throwing', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '<!--',
      '-->',
      '<p',
      '</',
      '<script>',
      '</script',
      '&',
      '&#x;',
      'a',
      ' ',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 200 }), (pieces) => typeof stripTags(pieces.join('')) === 'string'),
    );
  });
});

describe('HTML as text', () => {
  // With structure a list has its marks; without it has none.
  const list = '<ul><li>one</li></ul>';

  test('has its structure where it is of a size that people write', () => {
    expect(htmlToText(list)).toBe(' * one');
    expect(htmlToText(`${'<div>'.repeat(90)}${list}${'</div>'.repeat(90)}`)).toContain('* one');
    expect(htmlToText('<p>a</p>'.repeat(200) + list)).toContain('* one');
  });

  test.each([
    [
      '<table><tr><td>Order</td><td>4711</td></tr><tr><th>Total</th><td>9.99</td></tr></table>',
      'Order 4711 Total 9.99',
    ],
    ['<center>one</center><center>two</center>', 'one two'],
    ['<dl><dt>one</dt><dd>two</dd></dl>', 'one two'],
    ['<address>one</address>two', 'one two'],
    ['<select><option>one</option><option>two</option></select>', 'one two'],
    ['<button>one</button><button>two</button>', 'one two'],
    ['<table><caption>one</caption><tr><td>two</td></tr></table>', 'one two'],
    ['Donau&shy;dampf&shy;schiff', 'Donaudampfschiff'],
    ['<b>o</b><i>n</i>e', 'one'],
  ])('keeps apart what stands apart, and together what is one word: %s', (html, words) => {
    const inWords = (text: string) => text.split(/\s+/).filter(Boolean).join(' ');
    expect(inWords(htmlToText(html))).toBe(words);
    expect(inWords(htmlToText(html + '<i></i>'.repeat(structuredLength / 7)))).toBe(words);
  });

  test.each([
    ['nested without end', `${'<div>'.repeat(101)}${list}`],
    ['nested without end, with ends of other tags in between', `${'<div></p>'.repeat(101)}${list}`],
    ['quoted without end', `${'<blockquote>'.repeat(21)}${list}`],
    ['longer than what is read with structure', list + '<i></i>'.repeat(structuredLength / 7)],
  ])('gives its words without structure where it is %s', (_what, html) => {
    expect(htmlToText(html)).toBe('one');
  });

  test('keeps the words that come after what is read with structure', () => {
    expect(htmlToText(`<p>first</p>${'<p>x</p>'.repeat(structuredLength / 8)}<p>last</p>`)).toMatch(
      /^first[\s\S]*last$/,
    );
  });

  test('shares the length between the parts of a message', () => {
    expect(htmlToText(list, list.length)).toBe(' * one');
    expect(htmlToText(list, list.length - 1)).toBe('one');
  });
});
