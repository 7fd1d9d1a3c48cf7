// The window's component that holds a message's frame, on the real protocol, policies and script of the frame.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import type { Bridge } from '../../electron/contract/bridge.ts';
import type { Given, Heard } from './framed/page.tsx';
import { test as base, expect, projectFolder } from './porthole.ts';

interface Framed {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly give: (html: string | null, given?: Partial<Given>) => Promise<void>;
  readonly heard: () => Promise<Heard>;
  readonly height: () => Promise<number>;
}

const options: Given['options'] = {
  related: [],
  pictures: [],
  colours: 'original',
  dark: false,
  zoom: 1,
  fits: true,
  quoted: 'Quoted text',
  marks: [],
};

async function bundle(): Promise<Readonly<Record<string, string>>> {
  const built = await build({
    root: path.join(projectFolder, 'renderer'),
    // Not the window's: its page is another.
    configFile: false,
    logLevel: 'warn',
    plugins: [react()],
    build: {
      write: false,
      target: 'chrome156',
      cssCodeSplit: false,
      rolldownOptions: {
        input: path.join(import.meta.dirname, 'framed/page.tsx'),
        output: { entryFileNames: 'framed.js', assetFileNames: 'framed[extname]', codeSplitting: false },
      },
    },
  });
  const [first] = [built].flat();
  if (!first || !('output' in first)) throw new Error('nothing was bundled');
  return Object.fromEntries(
    first.output.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : String(file.source)]),
  );
}

const test = base.extend<{ readonly framed: Framed }>({
  framed: async ({ start }, use) => {
    const { app, page } = await start();
    const html =
      '<!doctype html><html><head><meta charset="utf-8"><link rel="stylesheet" href="framed.css"></head><body><script type="module" src="framed.js"></script></body></html>';
    await app.evaluate(
      async ({ BrowserWindow }, files) => {
        const types: Record<string, string> = { html: 'text/html', js: 'text/javascript', css: 'text/css' };
        type Answer = (request: Request) => Promise<Response>;
        const answer = async (scheme: string, request: Request, own: Answer) => {
          const { pathname } = new URL(request.url);
          const text = scheme === 'app' ? files[pathname] : undefined;
          if (text === undefined) return own(request);
          const { headers } = await own(new Request('app://bundle/index.html'));
          const given = new Headers(headers);
          given.set('content-type', `${types[pathname.split('.').at(-1) ?? '']}; charset=utf-8`);
          return new Response(text, { headers: given });
        };
        Reflect.set(globalThis, 'answerInstead', answer);
        await BrowserWindow.getAllWindows()[0]?.loadURL('app://bundle/framed.html');
      },
      { ...(await bundle()), '/framed.html': html } as Readonly<Record<string, string>>,
    );
    await page.waitForFunction(() => 'give' in window);
    await use({
      app,
      page,
      give: (html, given) =>
        page.evaluate(
          (all) => (Reflect.get(window, 'give') as (given: unknown) => void)(all),
          html === null ? null : { html, options, find: null, ...given },
        ),
      heard: () => page.evaluate(() => Reflect.get(window, 'heard') as Heard),
      height: () => page.evaluate(() => document.querySelector('iframe')?.getBoundingClientRect().height ?? 0),
    });
  },
});
test.use({ hooks: [path.join(import.meta.dirname, 'hostile/hook.cjs')] });

const kinds = async (heard: Framed['heard']) => (await heard()).messages.map(({ kind }) => kind);
const seen = (page: Page) => page.locator('iframe[data-shown]');

test('a mail stands in a frame as high as it is, with a name', async ({ framed: { page, give, height, heard } }) => {
  await give('<p style="margin:0;height:300px">x</p>');
  await expect(seen(page)).toBeVisible();
  await expect.poll(height).toBeGreaterThanOrEqual(300);
  expect(await height()).toBeLessThan(320);
  expect(await page.locator('iframe').getAttribute('title')).toBe('Message from Ada');
  await give('<p style="margin:0;height:120px">x</p>');
  await expect.poll(height).toBeLessThan(140);
  await give('<p style="margin:0;height:50000px">x</p>');
  await expect.poll(height).toBe(20_000);
  expect((await heard()).failed).toBe(0);
  expect((await heard()).views).toHaveLength(1);
});

test('a mail as high as its frame does not make it grow', async ({ framed: { page, give, height } }) => {
  await give(
    '<html style="height:100%"><body style="height:100%;margin:0;padding:40px"><style>html,body{height:100%!important;min-height:100%!important;padding:30px}table{height:100%}</style><table height="100%" width="3000"><tr><td>x</td></tr></table></body></html>',
  );
  await expect(seen(page)).toBeVisible();
  await page.waitForTimeout(500);
  const before = await height();
  await page.waitForTimeout(500);
  expect(await height()).toBe(before);
  expect(before).toBeLessThan(400);
});

test('a mail that is wider than its frame is made smaller until it fits, unless too little of it would be left', async ({
  framed: { page, give },
}) => {
  const inside = page.frameLocator('iframe').frameLocator('iframe');
  /** How wide the table is, and how much of the mail can't be seen without scrolling, in pixels. */
  const laidOut = () =>
    inside.locator('table').evaluate((table) => {
      const root = table.ownerDocument.documentElement;
      return { wide: Math.round(table.getBoundingClientRect().width), beyond: root.scrollWidth - root.clientWidth };
    });
  const table = (width: number) =>
    `<table width="${width}" cellspacing="0"><tr><td>A table of ${width}</td></tr></table>`;
  await page.setViewportSize({ width: 520, height: 600 });
  const room = await page.evaluate(() => document.body.clientWidth);

  await give(table(400));
  await expect.poll(laidOut).toEqual({ wide: 400, beyond: 0 });
  await give(table(700));
  await expect.poll(laidOut).toEqual({ wide: room, beyond: 0 });
  // The controls: as wide as it was sent, it stands out.
  await give(table(700), { options: { ...options, fits: false } });
  await expect.poll(laidOut).toEqual({ wide: 700, beyond: 700 - room });
  await give(table(1_000));
  await expect.poll(laidOut).toEqual({ wide: 1_000, beyond: 1_000 - room });

  await give(table(700));
  await page.setViewportSize({ width: 620, height: 600 });
  await expect.poll(laidOut).toEqual({ wide: room + 100, beyond: 0 });
  await page.setViewportSize({ width: 900, height: 600 });
  await expect.poll(laidOut).toEqual({ wide: 700, beyond: 0 });
  await give(`<details><summary>More</summary>${table(1_200)}</details>`);
  await expect.poll(laidOut).toEqual({ wide: 0, beyond: 0 });
  await inside.locator('details').evaluate((details: HTMLDetailsElement) => {
    details.open = true;
  });
  await expect.poll(laidOut).toEqual({ wide: room + 380, beyond: 0 });
  // What was too wide has gone, and with it the reason.
  const zoom = () => inside.locator('body').evaluate((body) => body.style.zoom);
  expect(Number(await zoom())).toBeLessThan(1);
  await inside.locator('details').evaluate((details: HTMLDetailsElement) => {
    details.open = false;
  });
  await expect.poll(zoom).toBe('');
  // As wide as the frame and more, whatever its size: it is not made smaller for nothing.
  await give('<div style="width:100%;padding:0 40px">x</div>');
  await expect
    .poll(() =>
      inside
        .locator('body')
        .evaluate(({ style, ownerDocument: { documentElement } }) => [
          style.zoom,
          documentElement.scrollWidth > documentElement.clientWidth,
        ]),
    )
    .toEqual(['', true]);
});

test('a mail whose scrollbar decides how high it is does not swing', async ({ framed: { page, give } }) => {
  const inside = page.frameLocator('iframe').frameLocator('iframe');
  await page.setViewportSize({ width: 620, height: 600 });
  const table = (height: number) => `<table width="800" height="${height}" cellspacing="0"><tr><td>x</td></tr></table>`;
  // Below as high a frame the window has a scrollbar as well.
  await give(table(40_000));
  await expect(seen(page)).toBeVisible();
  await page.waitForTimeout(300);
  const width = await page.evaluate(() => document.body.clientWidth);
  // Made smaller until it fits, it is a little higher than any frame; with a scrollbar it would be less.
  await give(table(Math.round((20_100 * 800) / width)));
  await page.waitForTimeout(300);
  const zooms = new Set<string>();
  for (let look = 0; look < 40; look += 1) {
    zooms.add(await inside.locator('body').evaluate((body) => body.style.zoom));
    await page.waitForTimeout(10);
  }
  expect([...zooms].map(Number)).toEqual([expect.closeTo(width / 800, 1)]);
});

test('the button behind which quoted text is folded away is Porthole’s, whatever the mail says', async ({
  framed: { page, give },
}) => {
  const quote =
    '<p>Yes.</p><div class="gmail_quote"><blockquote class="gmail_quote">What was asked<br>and more</blockquote></div>';
  await give(
    `<style>summary,details{display:none!important;opacity:0!important;font-size:0!important}</style>${quote}`,
  );
  await expect(page.frameLocator('iframe').frameLocator('iframe').locator('summary')).toBeVisible();
});

test('a picture of the mail itself stands where it belongs, and one that was allowed', async ({
  framed: { app, page, give, height },
}) => {
  const png = readFileSync(path.join(projectFolder, 'test/fixtures/porthole.png')).toString('base64');
  await app.evaluate((_electron, picture) => {
    const before = Reflect.get(globalThis, 'answerInstead');
    type Answer = (request: Request) => Promise<Response>;
    Reflect.set(globalThis, 'answerInstead', async (scheme: string, request: Request, own: Answer) => {
      const isPicture = scheme === 'mail' && /^\/(?:cid\/0\.1|img\/abc)$/.test(new URL(request.url).pathname);
      if (!isPicture) return before(scheme, request, own);
      const headers = new Headers((await own(request)).headers);
      headers.set('content-type', 'image/png');
      return new Response(Buffer.from(picture, 'base64'), { headers });
    });
  }, png);
  const html =
    '<img src="cid:Logo@x" width="50" style="height:100px"><br><img src="https://a.example/p.png" style="display:block">';
  const related = [['logo@x', '0.1']] as const;
  await give(html, { options: { ...options, related } });
  await expect(seen(page)).toBeVisible();
  await expect.poll(height).toBeGreaterThan(100);
  const without = await height();
  await give(html, { options: { ...options, related, pictures: [['https://a.example/p.png', '/img/abc']] } });
  await expect.poll(height).toBeGreaterThan(without + 20);
});

test('a link is told, not followed; so is what the pointer and the focus are on', async ({
  framed: { page, give, heard },
}) => {
  await give('<a href="https://example.org/a?b" style="display:block;height:40px">the <b>bank</b></a><p>x</p>');
  await expect(seen(page)).toBeVisible();
  const box = await page.locator('iframe').boundingBox();
  // A frame that is just being put in its place misses what moves over it meanwhile.
  await expect(async () => {
    await page.mouse.move((box?.x ?? 0) + 21, (box?.y ?? 0) + 21);
    await page.mouse.move((box?.x ?? 0) + 20, (box?.y ?? 0) + 20);
    expect(await kinds(heard)).toContain('hover');
  }).toPass();
  await page.mouse.down();
  await page.mouse.up();
  await expect.poll(() => kinds(heard)).toContain('link');
  await page.mouse.click((box?.x ?? 0) + 20, (box?.y ?? 0) + 20, { button: 'middle' });
  await expect.poll(async () => (await kinds(heard)).filter((kind) => kind === 'link').length).toBe(2);
  const { messages } = await heard();
  expect(messages.find(({ kind }) => kind === 'hover')).toEqual({ kind: 'hover', href: 'https://example.org/a?b' });
  expect(messages.find(({ kind }) => kind === 'link')).toEqual({
    kind: 'link',
    href: 'https://example.org/a?b',
    texts: ['the bank'],
    cut: false,
  });
  expect(
    page
      .frames()
      .map((frame) => frame.url())
      .join(' '),
  ).not.toContain('example.org');
});

type Of<Kind> = Extract<Heard['messages'][number], { readonly kind: Kind }>;

/** Where it goes each of these says `bank.example`, to whoever looks at it. */
const lies: Readonly<Record<string, string>> = {
  'is not there': 'bank.example<span style="display:none"> x</span>',
  'is invisible': 'bank.example<span style="visibility:hidden"> x</span>',
  'lets all through': 'bank.example<span style="opacity:0"> x</span>',
  'lets nearly all through': 'bank.example<span style="opacity:.05"> x</span>',
  'lets nearly all through with what is around it':
    'bank.example<span style="opacity:.3"><span style="opacity:.3"> x</span></span>',
  'has no size': 'bank.example<span style="font-size:0"> x</span>',
  'is tiny': 'bank.example<span style="font-size:1px;line-height:1px"> x</span>',
  'is white on white': 'bank.example<span style="color:#fff"> x</span>',
  'is nearly white on white': 'bank.example<span style="color:#fafafa"> x</span>',
  'is as dark as what is behind it': 'bank.example<span style="color:#000;background:#010101"> x</span>',
  'has no colour': 'bank.example<span style="color:transparent"> x</span>',
  'has a colour that lets all through': 'bank.example<span style="color:rgba(0,0,0,.03)"> x</span>',
  'lies beyond an edge':
    'bank.example<span style="display:inline-block;width:0;height:1em;overflow:hidden;vertical-align:top;white-space:nowrap">x and more</span>',
  'lies below an edge':
    '<span style="display:inline-block;height:1.2em;overflow:hidden">bank.example<br><br><br>and more</span>',
  'lies below something':
    'bank.example<span style="float:left;width:0;height:0;overflow:visible"><span style="display:block;width:300px;padding-left:200px">x</span></span><span style="float:left;margin-left:150px;opacity:.99;background:#fff;width:200px;height:40px"></span>',
  'lies below what lets all through':
    '<span style="display:block;height:0">bank.example</span><span style="display:block;opacity:0;height:30px;width:300px"></span>',
  'overflows, below an empty box':
    '<span style="display:inline-block;width:0;white-space:nowrap">bank.example</span><span style="display:inline-block;width:200px;height:20px;vertical-align:top"></span>',
  'has a gap that parts no word': 'bank<span style="padding-left:4px">.</span>example',
  'has a tiny dot': 'bank<span style="font-size:5px;padding-left:1px">.</span>example',
  'is far away': 'bank.example<span style="padding-left:150px">and more</span>',
  'is long, and has no size': `<span style="font-size:0">${'a '.repeat(500)}</span>bank.example`,
  'is long, and not there': `<span style="display:none">${'a '.repeat(3_000)}</span>bank.example`,
  'is long, tiny and white': `<span style="font-size:1px;color:#fff">${'a'.repeat(5_000)}</span>bank.example`,
  'is long, and blank': `${'\n '.repeat(5_000)}bank.example`,
  'is long, and of no width': `${'&#x200b;'.repeat(1_000)}bank.example`,
  'is turned around': '<bdo dir="rtl">elpmaxe.knab</bdo>',
  'is turned around by style': '<span style="direction:rtl;unicode-bidi:bidi-override">elpmaxe.knab</span>',
  'is in another order':
    '<span style="display:inline-flex;flex-direction:row-reverse"><span>example</span><span>bank.</span></span>',
  'stands for a picture': '<img alt="bank.example" src="https://pictures.example/1.png" width="200" height="30">',
};

/** The last that is told when somebody presses the link. */
async function toldOf({ page, give, heard }: Framed, shown: string): Promise<Of<'link'> | undefined> {
  const told = async () => (await heard()).messages.filter((one) => one.kind === 'link');
  await give(`<a href="https://evil.example/" style="display:block;height:40px">${shown}</a>`);
  await expect(seen(page)).toBeVisible();
  const box = await page.locator('iframe').boundingBox();
  const before = (await told()).length;
  await expect(async () => {
    await page.mouse.click((box?.x ?? 0) + 20, (box?.y ?? 0) + 12);
    expect((await told()).length).toBeGreaterThan(before);
  }).toPass();
  return (await told()).at(-1);
}

test('of a link is told what is read of it, not what is hidden, covered or turned around there', async ({ framed }) => {
  for (const [how, shown] of Object.entries(lies))
    await expect(async () => expect((await toldOf(framed, shown))?.texts, how).toContain('bank.example')).toPass();
  const withLetter = '<bdo dir="rtl">\u05f3elpmaxe.knab</bdo>';
  await expect(async () =>
    expect((await toldOf(framed, withLetter))?.texts).toEqual(['\u05f3elpmaxe.knab', 'bank.example\u05f3']),
  ).toPass();
});

test('of a link that is one word with what touches it is told that word', async ({ framed: { page, give, heard } }) => {
  const told = async () => (await heard()).messages.filter((one) => one.kind === 'link').at(-1)?.texts;
  const a = (text: string) => `<a href="https://evil.example/">${text}</a>`;
  for (const [html, text] of [
    [`${a('https:/')}${a('/bank')}${a('.example/login')}`, 'https://bank.example/login'],
    [
      `${a('https:/')}<span style="display:none"> x </span><b>${a('/bank')}</b>.example/login`,
      'https://bank.example/login',
    ],
    [`${a('more')} bank.example`, undefined],
    [`${a('more')}.Thanks`, undefined],
    [`${a('more')}&middot;${a('Terms')}`, undefined],
    [`${a('more')}.com™`, undefined],
    [`${a('more')}。以上です`, undefined],
    [`${a('more')}<br>bank.example`, undefined],
  ] as const) {
    await give(html);
    await expect(seen(page)).toBeVisible();
    const box = await page.locator('iframe').boundingBox();
    await expect(async () => {
      await page.mouse.click((box?.x ?? 0) + 15, (box?.y ?? 0) + 10);
      expect(await told()).toEqual([text === undefined ? 'more' : 'https:/', ...(text === undefined ? [] : [text])]);
    }).toPass();
  }
});

test('a link with something in it that can not be read says so', async ({ framed }) => {
  for (const [how, shown, cut] of [
    ['a veil', lies['lies below what lets all through'] ?? '', true],
    [
      'a mark of letters',
      '<ol type="a" style="margin:0;padding:0 0 0 60px"><li value="51281">.example</li></ol>',
      true,
    ],
    ['a bullet', '<ul style="margin:0;padding:0 0 0 20px"><li>Sign in</li></ul>', false],
  ] as const)
    await expect(async () => expect((await toldOf(framed, shown))?.cut, how).toBe(cut)).toPass();
  // A mark that is a text is not shown at all.
  await framed.give(`<ul><li style="list-style:inside 'https://bank.example/'">Sign in</li></ul>`);
  const type = () =>
    framed.page
      .frameLocator('iframe')
      .frameLocator('iframe')
      .locator('li')
      .evaluate((item) => getComputedStyle(item).listStyleType);
  await expect.poll(type).toBe('disc');
});

test('of a link is told all that can be read of it, whatever its script', async ({ framed }) => {
  // What is told is not simply cut, nor simply turned around.
  for (const [shown, text] of [
    ['bank.example<b> or</b> elsewhere', 'bank.example or elsewhere'],
    ['b<i>an</i>k.example<br>or elsewhere', 'bank.example or elsewhere'],
    ['<span style="color:#fff;background:#036">bank.example</span>', 'bank.example'],
    ['<bdi>سلام</bdi>', 'سلام'],
    ['Ａ漢字<ruby>漢<rt>kan</rt></ruby>', 'kan Ａ漢字漢'],
  ] as const)
    await expect(async () => expect(await toldOf(framed, shown)).toMatchObject({ texts: [text], cut: false })).toPass();
});

test('a link that has more text than is looked at says so', async ({ framed }) => {
  const cover = '<span style="position:absolute;left:0;top:0;width:100%;height:100%;background:#fff"></span>';
  for (const [how, shown, cut] of [
    ['ends in time', 'word '.repeat(150), false],
    // Chromium looks through all of them for each letter that is asked about: 15 ms, where others take some microseconds.
    ['is deep', `${'<b>'.repeat(150)}${'<i>x</i>'.repeat(10)}${'</b>'.repeat(150)}`.repeat(80), true],
    ['goes on', `${'word '.repeat(250)}https://bank.example/`, true],
    [
      'covers what it begins with',
      `<span style="position:relative">${'x '.repeat(5_000)}${cover}</span>bank.example`,
      true,
    ],
    [
      'lies in many places',
      Array.from({ length: 25 }, (_, at) => `${at}<i style="padding-left:150px">x</i><br>`).join(''),
      true,
    ],
    [
      'is the words of a picture',
      `<img alt="${'x'.repeat(1_001)}" src="https://pictures.example/1.png" width="200">`,
      true,
    ],
  ] as const)
    await expect(async () => expect(await toldOf(framed, shown), how).toMatchObject({ cut })).toPass();
});

test('keys that mean something to the window reach it from inside the mail', async ({
  framed: { page, give, heard },
}) => {
  await give('<p style="height:60px">x</p>');
  await expect(seen(page)).toBeVisible();
  await page.locator('iframe').click({ position: { x: 20, y: 20 } });
  for (const key of ['j', '/', 'Escape', 'Control+f', 'Tab', 'ArrowDown', 'Control+c']) await page.keyboard.press(key);
  await expect.poll(async () => (await heard()).keys).toEqual(expect.arrayContaining(['j', '/', 'Escape', 'f']));
  const { keys } = await heard();
  expect(keys).not.toContain('Tab');
  expect(keys).not.toContain('ArrowDown');
  expect(keys).not.toContain('c');
});

test('finds text inside it, counts it, and goes where it is told', async ({ framed: { page, give, heard } }) => {
  const html = `<p>One <b>nee</b>dle</p><p style="height:900px"></p><p>Needle</p><blockquote type="cite"><p>a needle</p><p>b</p></blockquote>`;
  await give(html);
  await expect(seen(page)).toBeVisible();
  const found = async () => (await heard()).messages.filter((message) => message.kind === 'found');
  for (const index of [-1, 0, 1, 2]) {
    const before = (await found()).length;
    await give(html, { find: { text: 'needle', index } });
    await expect.poll(async () => (await found()).length).toBe(before + 1);
  }
  const all = await found();
  expect(all.map(({ count }) => count)).toEqual([3, 3, 3, 3]);
  expect(all[0]?.top).toBe(0);
  expect(all[2]?.top).toBeGreaterThan(900);
});

test('finds words without their accents, and however the source breaks the line', async ({
  framed: { page, give, heard },
}) => {
  const html = '<p>Grüße   aus\n  <i>Zürich</i></p><p>grusse</p><p>İstanbul سلام</p>';
  await give(html);
  await expect(seen(page)).toBeVisible();
  const counted = async (text: string) => {
    const found = async () => (await heard()).messages.filter((message) => message.kind === 'found');
    const before = (await found()).length;
    await give(html, { find: { text, index: 0 } });
    await expect.poll(async () => (await found()).length).toBe(before + 1);
    return (await found()).at(-1)?.count;
  };
  expect(await counted('zurich')).toBe(1);
  expect(await counted('AUS ZÜRICH')).toBe(1);
  expect(await counted('سلام')).toBe(1);
  expect(await counted('a.s')).toBe(0);
  expect(await counted('\\x20')).toBe(0);
});

test('what is not from its own frame is not heard, nor what is no message of it', async ({
  framed: { page, give, heard },
}) => {
  await give('<p>x</p>');
  await expect(seen(page)).toBeVisible();
  const before = (await heard()).messages.length;
  await page.evaluate(() => {
    postMessage({ kind: 'link', href: 'https://example.org/', texts: ['x'], cut: false }, '*');
    const other = document.createElement('iframe');
    document.body.append(other);
    other.contentWindow?.parent.postMessage(
      { kind: 'link', href: 'https://example.org/', texts: ['x'], cut: false },
      '*',
    );
  });
  await page.waitForTimeout(300);
  expect((await heard()).messages).toHaveLength(before);
});

test('says that it can not where the frame is silent', async ({ framed: { app, page, give, heard } }) => {
  await app.evaluate(() => {
    const before = Reflect.get(globalThis, 'answerInstead');
    type Answer = (request: Request) => Promise<Response>;
    Reflect.set(globalThis, 'answerInstead', async (scheme: string, request: Request, own: Answer) => {
      const isScript = scheme === 'mail' && new URL(request.url).pathname === '/shell.js';
      return isScript ? new Response('', { headers: (await own(request)).headers }) : before(scheme, request, own);
    });
  });
  await give('<p>x</p>');
  await expect.poll(async () => (await heard()).failed, { timeout: 10_000 }).toBe(1);
  await expect(seen(page)).toHaveCount(0);
});

test('its address is nobody’s when it is closed', async ({ framed: { app, page, give, heard } }) => {
  await give('<p>x</p>');
  await expect(seen(page)).toBeVisible();
  const [host = ''] = (await heard()).views;
  const ask = () =>
    app.evaluate(async (_electron, url) => {
      const { mail } = Reflect.get(globalThis, 'answers') as Record<string, (request: Request) => Promise<Response>>;
      return (await mail?.(new Request(url)))?.status;
    }, `mail://${host}/shell`);
  expect(await ask()).toBe(200);
  await give(null);
  await expect.poll(ask).toBe(404);
});

test('a frame that stands ready takes one mail, and never another', async ({ framed: { page, give, heard } }) => {
  const ready = page.locator('body > div[inert] > iframe');
  await page.evaluate(() => (Reflect.get(window, 'keepReady') as () => void)());
  const sources: (string | null)[] = [];
  for (const text of ['<p>one</p>', '<p>two</p>']) {
    await expect(ready).toHaveCount(1);
    const frame = await (await ready.elementHandle())?.contentFrame();
    await frame?.waitForLoadState();
    sources.push(await ready.getAttribute('src'));
    await give(text);
    await expect(seen(page)).toBeVisible();
    // The very one, and it has not begun anew.
    expect(await seen(page).getAttribute('src')).toBe(sources.at(-1));
    expect(frame?.isDetached()).toBe(false);
    await give(null);
    await expect(seen(page)).toHaveCount(0);
  }
  expect(new Set(sources).size).toBe(2);
  expect((await heard()).failed).toBe(0);
  expect(sources).toEqual((await heard()).views.map((host) => expect.stringContaining(host)));
});

test('a mail gets another frame where the one that stood ready is no longer live', async ({
  framed: { page, give, heard },
}) => {
  const ready = page.locator('body > div[inert] > iframe');
  await page.evaluate(() => (Reflect.get(window, 'keepReady') as () => void)());
  await expect(ready).toHaveCount(1);
  // Its script has run: it shows a rehearsal.
  await expect(page.frameLocator('body > div[inert] > iframe').locator('iframe')).toBeAttached();
  const [, host = ''] = /([0-9a-f]{32})/.exec((await ready.getAttribute('src')) ?? '') ?? [];
  await page.evaluate(
    (closed) => (Reflect.get(window, 'porthole') as Bridge).request('view.close', { host: closed }),
    host,
  );
  await give('<p>x</p>');
  await expect(seen(page)).toBeVisible();
  expect((await heard()).views).not.toContain(host);
});
