import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linesOf } from '../../../electron/mail/flowed.ts';
import { type PlainBody, type PlainContext, plainBody, type TextBlock } from '../../../electron/mail/plain-text.ts';
import { tokensOf } from '../../../electron/mail/text-links.ts';

const fixed = { flowed: false, delSp: false };
const flowed = { flowed: true, delSp: false };
const first: PlainContext = { isFirst: true, subject: '' };

const textOf = (blocks: readonly TextBlock[]) =>
  blocks.map(({ paragraphs }) => paragraphs.map((tokens) => tokens.map(({ text }) => text).join('')).join('\n'));
const outline = ({ blocks }: PlainBody) =>
  blocks.map(({ depth, isSignature }, place) => `${depth}${isSignature ? 's' : ''} ${textOf(blocks)[place]}`);

describe('lines that were broken for transport are whole again', () => {
  test.each([
    ['a \nb', flowed, ['0 a b']],
    ['a\nb', flowed, ['0 a', '0 b']],
    ['a \nb', fixed, ['0 a ', '0 b']],
    ['a \nb', { flowed: true, delSp: true }, ['0 ab']],
    ['日本 \n語', { flowed: true, delSp: true }, ['0 日本語']],
    ['> a \n> b\n>> c \n> d', flowed, ['1 a b', '2 c ', '1 d']],
    ['> a \nb', flowed, ['1 a ', '0 b']],
    ['  a', flowed, ['0  a']],
    [' From x', flowed, ['0 From x']],
    [' > not quoted', flowed, ['0 > not quoted']],
    ['a \n-- \nb', flowed, ['0 a ', '0 -- ', '0 b']],
    ['> > a\n>>b', fixed, ['2 a', '2 b']],
    [`${'>'.repeat(12)}a`, fixed, ['10 >>a']],
    [`${'>'.repeat(12)}a`, flowed, ['10 >>a']],
    ['a\r\nb\rc', fixed, ['0 a', '0 b', '0 c']],
  ])('%j (%j)', (text, format, lines) => {
    expect(linesOf(text, format).map((line) => `${line.depth} ${line.text}`)).toEqual(lines);
  });
});

describe('a body falls into blocks', () => {
  test.each([
    ['a\nb\n\nc', ['0 a\nb\n\nc']],
    ['a\n> b\n>> c\nd', ['0 a', '1 b', '2 c', '0 d']],
    ['a\n-- \nAnn', ['0 a', '0s -- \nAnn']],
    ['> a\n> -- \n> Ann\nb', ['1 a', '1s -- \nAnn', '0 b']],
    [`-- \n${'x\n'.repeat(40)}`, [`0 -- \n${'x\n'.repeat(40).trim()}`]],
    ['a\n\n\n', ['0 a']],
    ['', []],
    ['\n\n', []],
  ])('%j', (text, blocks) => {
    expect(outline(plainBody(text, fixed, first))).toEqual(blocks);
  });
});

const linksOf = (text: string) =>
  tokensOf(text, { left: 100 }).flatMap((token) => (token.kind === 'link' ? [[token.text, token.url]] : []));

describe('a link in running text', () => {
  test.each([
    ['see https://a.example/x.', ['https://a.example/x']],
    ['(https://a.example/x)', ['https://a.example/x']],
    ['https://a.example/x_(y)', ['https://a.example/x_(y)']],
    ['(see https://a.example/x_(y)).', ['https://a.example/x_(y)']],
    ['<https://a.example/>', ['https://a.example/']],
    ['"https://a.example/x"', ['https://a.example/x']],
    ['https://a.example/x?y=1&z=2#t!', ['https://a.example/x?y=1&z=2#t']],
    ['https://a.example/x؟', ['https://a.example/x']],
    ['https://a.example/x، و', ['https://a.example/x']],
    ['https://a.example/x。', ['https://a.example/x']],
    ['«https://a.example/x»', ['https://a.example/x']],
    ['http://localhost:3000/x', ['http://localhost:3000/x']],
    ['http://192.0.2.1/', ['http://192.0.2.1/']],
    ['https://مثال.ایران/صفحه', ['https://مثال.ایران/صفحه']],
    ['a https://a.example b https://b.example', ['https://a.example', 'https://b.example']],
    ['example.org, node.js, 1.2.3', []],
    ['javascript:alert(1) data:text/html,x file:///etc', []],
    ['ftp://a.example //a.example', []],
    ['http://', []],
    [`https://a.example/${'x'.repeat(3_000)}`, []],
  ])('%j', (text, links) => {
    expect(linksOf(text)).toEqual(links.map((link) => [link, link]));
  });

  test('has the protocol that was meant', () => {
    expect(linksOf('www.a.example WWW.b.dev/x. ann@a.example mailto:bob@a.example www.x www.')).toEqual([
      ['www.a.example', 'https://www.a.example'],
      ['WWW.b.dev/x', 'https://WWW.b.dev/x'],
      ['ann@a.example', 'mailto:ann@a.example'],
      ['mailto:bob@a.example', 'mailto:bob@a.example'],
    ]);
  });

  test('is one of 2,000 at the most', () => {
    const { blocks } = plainBody('https://a.example\n'.repeat(3_000), fixed, first);
    const tokens = blocks.flatMap(({ paragraphs }) => paragraphs.flat());
    expect(tokens.filter(({ kind }) => kind === 'link')).toHaveLength(2_000);
    expect(textOf(blocks).join('\n').match(/https/g)).toHaveLength(3_000);
  });
});

test('what is longer than anybody reads is cut, and says so', () => {
  expect(plainBody('x'.repeat(2_000_001), fixed, first).isCut).toBe(true);
  expect(plainBody('x\n'.repeat(20_001), fixed, first).isCut).toBe(true);
  expect(plainBody('x\n'.repeat(19_000), fixed, first).isCut).toBe(false);
});

test('no text is lost, whatever it is', () => {
  const piece = fc.constantFrom(
    '> ',
    '>',
    '\n',
    ' \n',
    '-- \n',
    'a',
    ' ',
    'https://a.example/(',
    ')',
    'www.',
    '@',
    'On Mon, 5 Jan 2026 Ann wrote:\n',
    '\u202e',
    '😀',
  );
  const text = fc.oneof(
    fc.array(piece, { maxLength: 60 }).map((all) => all.join('')),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(text, fc.boolean(), fc.boolean(), (written, isFlowed, isFirst) => {
      const body = plainBody(written, { flowed: isFlowed, delSp: false }, { isFirst, subject: '' });
      const shown = textOf([...body.blocks, ...body.history]).join('');
      const letters = (of: string) => of.replace(/[\s>]/g, '');
      expect(letters(shown)).toBe(letters(written));
      for (const block of [...body.blocks, ...body.history]) {
        for (const token of block.paragraphs.flat()) {
          if (token.kind === 'link') expect(new URL(token.url).protocol).toMatch(/^(https?|mailto):$/);
        }
      }
    }),
    { numRuns: 1_000 },
  );
});

test('the worst text takes no longer than its length', () => {
  const words = [
    '(',
    '([{',
    '(((a)))',
    "'",
    '"',
    '!',
    '😀(',
    ')',
    ')!',
    '.',
    '-',
    '@',
    'a@',
    'www.',
    '/',
    '://',
    '[::',
    'xn--',
    '%',
    '?.',
    '،',
  ];
  for (const word of words) {
    const line = `http://a.example/${word.repeat(600)}`.slice(0, 2_000);
    plainBody(`${line} www.${word.repeat(900)} `.repeat(200), fixed, { isFirst: false, subject: '' });
  }
});
