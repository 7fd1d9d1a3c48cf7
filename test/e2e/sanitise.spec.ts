// What a message's frame makes of HTML, in a real Chromium under the frame's own policies: what is kept, what is not, and how
// long it takes.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { addressesInHtml } from '../../electron/contents/named-addresses.ts';
import { checkLink } from '../../electron/mail/links.ts';
import { loadMail } from '../google/load.ts';
import { type MimePart, parseMime, walk } from '../google/mime.ts';
import { decodeText } from '../google/mime-body.ts';
import { openRendering, type Rendering } from './mail/open-rendering.ts';
import { test as base, expect, projectFolder } from './porthole.ts';

const test = base.extend<{ readonly rendering: Rendering }>({
  rendering: async ({ start }, use) => use(await openRendering(await start())),
});
test.use({ hooks: [path.join(import.meta.dirname, 'hostile/hook.cjs')], mayComplain: true });

test('keeps what lays a mail out', async ({ rendering }) => {
  const kept = [
    '<table width="600" align="center" cellpadding="0" cellspacing="0" border="0" bgcolor="#ffffff"><tbody><tr><td colspan="2" valign="top" nowrap="">x</td></tr></tbody></table>',
    '<ol start="3" type="a" reversed=""><li value="4">x</li></ol>',
    '<p dir="rtl" lang="fa" align="right">سلام</p>',
    '<font color="#ff0000" size="4" face="Arial">x</font><hr size="1" noshade="" width="50%">',
    '<a href="https://example.org/a?b=c#d">x</a>',
    '<blockquote type="cite" class="a b">x</blockquote>',
    '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="a" width="10" height="10">',
    '<details open=""><summary>x</summary>y</details>',
    '<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>',
  ];
  for (const html of kept) expect((await rendering.make(html)).body).toBe(html);
});

test('writes styles anew from longhands that it knows, and drops the rest', async ({ rendering }) => {
  const styled = async (style: string) =>
    /style="([^"]*)"/.exec((await rendering.make(`<p style="${style}">x</p>`)).body)?.[1] ?? '';
  expect(await styled('color: #FF0000; margin: 0 auto')).toBe(
    'color:rgb(255, 0, 0);margin-top:0px;margin-right:auto;margin-bottom:0px;margin-left:auto',
  );
  expect(await styled('padding:3px;position:fixed;z-index:9;transform:scale(2)')).toBe('padding:3px');
  expect(await styled('background:#ffffff url(http://x.example/y)')).toContain('background-color:rgb(255, 255, 255)');
  for (const refused of [
    'margin-left:-10px',
    'margin:calc(0px - 10px)',
    'text-indent:-999px',
    'height:100vh',
    'min-height:50dvh',
    'width:expression(alert(1))',
    'background:var(--x, url(http://x.example/y))',
    "background-image:image-set('http://x.example/y' 1x)",
    '--x:1px',
    'content:attr(title)',
    'animation:x 1s',
    'cursor:url(http://x.example/y),auto',
    'filter:blur(9px)',
    'clip-path:inset(0)',
  ]) {
    expect(await styled(refused), refused).not.toMatch(
      /-\d|vh|url\(|--|var|expression|attr|animation|cursor|filter|clip/,
    );
  }
  const sheet = await rendering.make(
    '<style>.a > td, a:hover, #id, [x] {color:red} @media (max-width:600px){.a{width:100%!important}} @media (prefers-color-scheme:dark){.a{color:white}} @font-face{font-family:x;src:url(x)} @import "x"; p{behavior:url(x)}</style><p class="a">x</p>',
  );
  expect(sheet.body).toBe(
    '<style>.a > td{color:red}@media (max-width: 600px){.a{width:100%!important}}</style><p class="a">x</p>',
  );
  // What Porthole itself puts into a mail is not the mail's to hide or to imitate.
  const ours = await rendering.make('<style>.porthole-quoted, p, b .porthole-kept-out{display:none}</style><p>x</p>');
  expect(ours.body).toBe('<style>p{display:none}</style><p>x</p>');
});

test('drops whatever is not on the lists', async ({ rendering }) => {
  const { body } = await rendering.make(
    '<form action=x><input name=y id=z><svg><a href=x>a</a></svg><math><mi>b</mi></math><p id=i name=n title=t data-x=1 aria-label=l onclick=x target=_top rel=x ping=y>kept</p><script>s</script><iframe srcdoc=x></iframe><custom-x>too</custom-x><img src="http://a.example/b.png" srcset="http://a.example/c.png 2x"><a href="javascript:x">c</a><a href="tel:1" title="https://bank.example">d</a><a href="#x">e</a><a href="//host.example/p">f</a></form>',
  );
  expect(body).toBe('<p>kept</p>too<img class="porthole-kept-out"><a>c</a><a>d</a><a>e</a><a>f</a>');
});

test('says how much was kept out, and shows what was allowed', async ({ rendering }) => {
  const html =
    '<img src="http://a.example/1.png"><img src="https://a.example/2.png" width=1 height=1><p style="background:url(//b.example/3.png)">x</p><img src="cid:Logo%40x"><img src="CID:logo@X"><img src="cid:nobody"><img src="data:image/svg+xml,<svg/>">';
  const closed = await rendering.make(html, { related: [['logo@x', '0.2']] });
  expect(closed.blocked).toMatchObject({ pictures: 2, trackers: 1, hosts: ['a.example', 'b.example'] });
  expect(closed.body.match(/src="[^"]*"/g)).toEqual(['src="/cid/0.2"', 'src="/cid/0.2"']);
  const open = await rendering.make(html, { pictures: [['http://a.example/1.png', '/img/abc']] });
  expect(open.body).toContain('<img src="/img/abc">');
  expect(open.blocked.pictures).toBe(1);
});

test('folds what is quoted at the end, and nothing else', async ({ rendering }) => {
  const quote = '<blockquote>one<br>two<br>three</blockquote>';
  const folds = async (html: string) => (await rendering.make(html)).folded;
  expect(
    await folds(
      `<div>Yes</div><div class=gmail_quote><div class=gmail_attr>On Mon, 1 Jan 2024 at 10:00, Ada wrote:<br></div>${quote}</div>`,
    ),
  ).toBe(true);
  expect(
    await folds(
      `<p>Yes</p><div class="moz-cite-prefix">On 1/1/24 Ada wrote:<br></div><blockquote type=cite>one<br>two</blockquote>`,
    ),
  ).toBe(true);
  expect(
    await folds(
      '<p>Yes</p><div id="divRplyFwdMsg"><b>From:</b> Ada<br><b>Sent:</b> today</div><div>one</div><div>two</div>',
    ),
  ).toBe(true);
  expect(
    await folds(
      `<p>Yes</p><div class=gmail_quote><div class=gmail_attr>---------- Forwarded message ---------<br>From: Ada</div>${quote}</div>`,
    ),
  ).toBe(false);
  expect(
    await folds(
      `<blockquote type=cite>one<br>two</blockquote><p>No.</p><blockquote type=cite>three<br>four</blockquote><p>Yes.</p>`,
    ),
  ).toBe(false);
  expect(await folds(`<div class=gmail_quote>${quote}</div>`)).toBe(false);
  expect(await folds('<p>Yes</p><blockquote type=cite>one</blockquote>')).toBe(false);
  const { body } = await rendering.make(`<p>Yes</p><p>On Mon, 1 Jan 2024 at 10:00, Ada wrote:</p>${quote}`);
  expect(body).toBe(
    `<p>Yes</p><details class="porthole-quoted"><summary title="Quoted text">•••</summary><p>On Mon, 1 Jan 2024 at 10:00, Ada wrote:</p>${quote}</details>`,
  );
});

test('finds the direction of a mail that does not say it', async ({ rendering }) => {
  const direction = async (html: string) => /<html dir="(\w+)"/.exec((await rendering.make(html)).page)?.[1];
  expect(await direction('<style>p{color:red}</style><p>https://example.org/ سلام دنیا</p>')).toBe('rtl');
  expect(await direction('<p>שלום</p>')).toBe('rtl');
  expect(await direction('<p>Hello سلام</p>')).toBe('ltr');
  expect(await direction('<html dir=rtl><p>Hello</p>')).toBe('rtl');
  expect((await rendering.make('<p>x</p>')).page).toContain('unicode-bidi:plaintext');
  expect((await rendering.make('<p dir=ltr>x</p>')).page).not.toContain('unicode-bidi:plaintext');
});

test('in a dark window any text is legible on any background', async ({ rendering }) => {
  const names =
    'black white red lime blue yellow cyan magenta gray navy maroon olive purple teal orange pink #123456 #fedcba #0b57d0 #fffbe6'.split(
      ' ',
    );
  const html = names
    .map(
      (name) =>
        `<p style="color:${name};background-color:${name}">x</p><font color="${name}">y</font><table bgcolor="${name}"></table>`,
    )
    .join('');
  const { body } = await rendering.make(html, { dark: true, colours: 'adapted' });
  const channels = (text: string) => (text.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
  const luminance = (text: string) => {
    const [r = 0, g = 0, b = 0] = channels(text).map((value) => {
      const channel = value / 255;
      return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const texts = [...body.matchAll(/[";]color:(rgb\([^)]*\))/g)].map(([, colour = '']) => luminance(colour));
  const backgrounds = [...body.matchAll(/background-color:(rgb\([^)]*\))/g)].map(([, colour = '']) =>
    luminance(colour),
  );
  expect(texts).toHaveLength(names.length);
  expect(backgrounds).toHaveLength(names.length);
  expect((Math.min(...texts) + 0.05) / (Math.max(...backgrounds) + 0.05)).toBeGreaterThanOrEqual(4.5);
  expect((await rendering.make(html)).hidden).toBe(true);
  expect((await rendering.make('<p style="color:#333;background:#fff">x</p>')).hidden).toBe(false);
});

test('cuts what nobody sends, and says so', async ({ rendering }) => {
  const cut = async (html: string) => (await rendering.make(html)).cut;
  expect(await cut('<p>x</p>'.repeat(60_000))).toEqual(['too-many-elements']);
  expect(await cut(`${'<div>'.repeat(400)}deep`)).toEqual(['too-deep']);
  expect(await cut(`<p>${'x'.repeat(5_100_000)}</p>`)).toEqual(['too-long']);
  expect(await cut(`<style>${'.a{color:red}'.repeat(5_000)}</style>x`)).toEqual(['too-much-style']);
  expect(await cut(`<style>${`.${'a'.repeat(100)}{color:red}`.repeat(2_000)}</style>x`)).toEqual(['too-much-style']);
  expect((await rendering.make(`${'<div>'.repeat(400)}deep`)).body).toContain('deep');
  const rows = `<table>${'<tr><td>a</td><td>b</td></tr>'.repeat(20_000)}</table>`;
  const made = await rendering.make(rows);
  expect(made.cut).toEqual(['too-many-elements']);
  console.log(`a table of 20,000 rows: ${Math.round(made.ms)} ms`);
  const letter = `<style>.a{color:red}</style>${'<p class="a" style="color:#333;margin:0 0 12px"><b>Some</b> words that are read.</p>'.repeat(15_000)}`;
  console.log(`a mail of ${(letter.length / 1e6).toFixed(1)} MB: ${Math.round((await rendering.make(letter)).ms)} ms`);
});

const shared = path.resolve(projectFolder, '../shared/mail');

function htmlIn(raw: Buffer): string[] {
  const parts = [...walk(parseMime(raw))];
  return parts.filter(isHtml).map(({ bytes, charset }) => decodeText(bytes(), charset));
}
const isHtml = ({ mimeType }: MimePart) => mimeType === 'text/html';

const partOf = (html: string) => ({ partId: '', html, plain: null, flowed: false, delSp: false });

test('takes all mail that nobody here wrote: no exception, in time, the same again, with its text', async ({
  rendering,
}) => {
  test.skip(!existsSync(shared), 'that mail is not here');
  test.setTimeout(120_000);
  const places = ['eml', 'mbox/spamassassin-easy-ham-1.mbox.gz', 'mbox/spamassassin-hard-ham-1.mbox.gz'];
  const messages = places.flatMap((place) => loadMail(path.join(shared, place)));
  const documents = messages.flatMap(htmlIn);
  expect(messages.length).toBeGreaterThan(3_000);
  expect(documents.length).toBeGreaterThan(300);
  const judged = [];
  for (let at = 0; at < documents.length; at += 40)
    judged.push(...(await rendering.judge(documents.slice(at, at + 40))));
  const times = judged.map(({ ms }) => ms).sort((one, other) => one - other);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0;
  const lost = judged.filter(({ characters, kept }) => kept < characters * 0.98).length;
  console.log(
    `${documents.length} bodies of ${messages.length} messages: median ${at(0.5).toFixed(1)} ms, p95 ${at(0.95).toFixed(1)}, ` +
      `p99 ${at(0.99).toFixed(1)}, most ${times.at(-1)?.toFixed(1)}; ${lost} lost more than 2 % of their text`,
  );
  expect(judged.filter(({ error }) => error !== null)).toEqual([]);
  expect(judged.filter(({ idempotent }) => !idempotent)).toHaveLength(0);
  expect(lost).toBeLessThanOrEqual(2);

  // What main does not find there it does not fetch, and asks about.
  let asked = 0;
  const missed: number[] = [];
  for (const [place, { addresses }] of judged.entries()) {
    const named = await addressesInHtml({ parts: [partOf(documents[place] ?? '')] });
    const wanted = addresses.flatMap(
      (address) => checkLink(address, '', { languages: [], isDoubtful: false })?.url ?? [],
    );
    asked += wanted.length;
    if (!wanted.every((url) => named.has(url))) missed.push(place);
  }
  console.log(
    `${asked} addresses of pictures and links; those of ${missed.length} bodies main does not all find again`,
  );
  expect(asked).toBeGreaterThan(1_000);
  expect(missed).toEqual([]);
});
