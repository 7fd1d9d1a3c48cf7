// PDFs as an enemy writes them, drawn in their frame in a real Chromium: nothing runs, nobody is asked, nothing leads anywhere.
import http from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { Bridge } from '../../electron/contract/bridge.ts';
import { parseFromPdf } from '../../electron/mail/pdf-frame.ts';
import { isStandIn } from '../runtime/executable.ts';
import { hostilePdf, plainPdf } from '../support/pdf.ts';
import { expect, rows, test } from './porthole.ts';

// pdf.js says in the console what it makes of a broken document.
test.use({ mayComplain: true });

interface Drawn {
  readonly heard: readonly unknown[];
}

/** Hands a PDF to a frame of its own, and waits until it says what became of it. */
async function draw(page: Page, pdf: Uint8Array): Promise<Drawn> {
  return page.evaluate(async (bytes) => {
    const { porthole } = window as unknown as { readonly porthole: Bridge };
    const opened = await porthole.request('view.open', { id: 'anything' });
    if (!opened.ok) throw new Error('no view');
    const { host } = opened.value;
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-scripts allow-same-origin');
    frame.title = 'tried';
    frame.style.cssText = 'position: fixed; inset: 0; width: 700px; height: 700px; z-index: 9';
    const heard: unknown[] = [];
    Reflect.set(globalThis, 'heard', heard);
    const ended = new Promise<void>((resolve) => {
      addEventListener('message', ({ origin, data }) => {
        if (origin !== `mail://${host}`) return;
        heard.push(data);
        if (data.kind === 'ready') {
          frame.contentWindow?.postMessage(
            { kind: 'show', bytes: Uint8Array.from(bytes), pageName: 'Page {page} of {pages}' },
            `mail://${host}`,
          );
        }
        if (data.kind === 'wants') {
          frame.contentWindow?.postMessage({ kind: 'file', name: data.name, bytes: null }, `mail://${host}`);
        }
        if (data.kind === 'shown' || data.kind === 'failed') resolve();
      });
    });
    frame.src = `mail://${host}/pdf`;
    document.body.append(frame);
    await ended;
    return { heard };
  }, Array.from(pdf));
}

/** By the window, since the PDF was handed over. */
const heardBy = (page: Page) =>
  page.evaluate(() => Reflect.get(globalThis, 'heard') as { readonly kind: string; readonly text?: string }[]);

const canvas = (page: Page) => page.frameLocator('iframe[title="tried"]').getByRole('img', { name: 'Page 1 of 1' });

/** How many pixels are not white. */
const inked = (page: Page) =>
  canvas(page).evaluate((element) => {
    const drawn = element as HTMLCanvasElement;
    const pixels = drawn.getContext('2d')?.getImageData(0, 0, drawn.width, drawn.height).data ?? [];
    return pixels.filter((value, at) => at % 4 === 0 && value < 128).length;
  });

test('a PDF is drawn', async ({ start }) => {
  const { page } = await start();
  await page.getByRole('button', { name: 'Open the sample mailbox' }).click();
  await expect(rows(page).first()).toBeVisible();
  const { heard } = await draw(page, plainPdf());
  expect(heard.at(-1)).toEqual({ kind: 'shown', pages: 1, shown: 1 });
  expect(await inked(page)).toBeGreaterThan(10_000);
});

test('what is no PDF is said not to be one', async ({ start }) => {
  const { page } = await start();
  await page.getByRole('button', { name: 'Open the sample mailbox' }).click();
  const { heard } = await draw(page, Buffer.from('<html><script>alert(1)</script>'));
  expect(heard.at(-1)).toEqual({ kind: 'failed', reason: 'broken' });
});

test('a PDF with scripts, links, forms and pictures elsewhere does nothing but be drawn', async ({ start }) => {
  const asked: string[] = [];
  let accepted = 0;
  const server = http.createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end();
  });
  server.on('connection', () => {
    accepted += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { app, page, opened } = await start({ STAND_IN_ALLOW_HOSTS: host });
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await page.getByRole('button', { name: 'Open the sample mailbox' }).click();
  const before = page.url();
  const { heard } = await draw(page, hostilePdf(host));
  expect(heard.filter((message) => parseFromPdf(message) === null)).toEqual([]);
  expect(heard.at(-1)).toEqual({ kind: 'shown', pages: 1, shown: 1 });
  expect(await inked(page)).toBeGreaterThan(1_000);

  await canvas(page).click({ position: { x: 200, y: 200 } });
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const frame = page.frames().find((one) => /\/pdf$/.test(one.url()));
  expect(await frame?.locator('script, a, form, input, iframe, embed, object, svg image').count()).toBe(0);
  expect(frame?.url()).toMatch(/\/pdf$/);

  if (isStandIn) expect(await app.evaluate(() => [...globalThis.standIn.networkAttempts])).toEqual([]);
  expect({ accepted, asked, dialogs, opened: await opened() }).toEqual({
    accepted: 0,
    asked: [],
    dialogs: [],
    opened: [],
  });
  expect(page.url()).toBe(before);
  server.close();
});

/** In place of our own script: pdf.js's own viewer, with all that ours leaves out. */
function showEverything(): void {
  const { parent } = window;
  const say = (message: unknown) => parent.postMessage(message, '*');
  window.alert = (text) => say({ kind: 'ran', text });
  const load = (path: string) => import(path);
  addEventListener('message', async ({ data }) => {
    const pdfjs = await load('/build/pdf.mjs');
    const viewers = await load('/web/pdf_viewer.mjs');
    pdfjs.GlobalWorkerOptions.workerSrc = '/build/pdf.worker.mjs';
    const eventBus = new viewers.EventBus();
    const linkService = new viewers.PDFLinkService({ eventBus });
    const scriptingManager = new viewers.PDFScriptingManager({
      eventBus,
      sandboxBundleSrc: '/build/pdf.sandbox.mjs',
      wasmUrl: '/wasm/',
    });
    const container = document.createElement('div');
    // What the viewer's own style sheet says: a page without a size is not drawn.
    container.style.cssText =
      'position: absolute; inset: 0; overflow: auto; --total-scale-factor: 1; --scale-round-x: 1px; --scale-round-y: 1px';
    container.innerHTML = '<div class="pdfViewer"></div>';
    document.body.replaceChildren(container);
    const viewer = new viewers.PDFViewer({ container, eventBus, linkService, scriptingManager });
    linkService.setViewer(viewer);
    scriptingManager.setViewer(viewer);
    const opened = await pdfjs.getDocument({ data: data.bytes }).promise;
    eventBus.on('pagesinit', () => {
      viewer.currentScaleValue = '1';
      say({ kind: 'shown', pages: 1, shown: 1 });
    });
    viewer.setDocument(opened);
    linkService.setDocument(opened);
  });
  say({ kind: 'ready' });
}

test.describe('where pdf.js runs what is in a PDF', () => {
  test.use({ hooks: [path.join(import.meta.dirname, 'hostile/hook.cjs')] });

  test('the same PDF does run its scripts, and has a link that leads away and a form', async ({ start }) => {
    const { app, page } = await start();
    await app.evaluate(
      (_electron, { script, folder }) => {
        const { readFile } = process.getBuiltinModule('node:fs/promises');
        Reflect.set(globalThis, 'answerInstead', async (scheme: string, request: Request) => {
          if (scheme !== 'mail') return undefined;
          const { pathname } = new URL(request.url);
          if (pathname === '/pdf') {
            const html = `<!doctype html><body><script type="module">(${script})()</script>`;
            return new Response(html, { headers: { 'content-type': 'text/html' } });
          }
          const type = pathname.endsWith('.wasm') ? 'application/wasm' : 'text/javascript';
          return new Response(await readFile(`${folder}${pathname}`), { headers: { 'content-type': type } });
        });
      },
      {
        script: showEverything.toString(),
        folder: path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')),
      },
    );
    await page.getByRole('button', { name: 'Open the sample mailbox' }).click();
    await expect(rows(page).first()).toBeVisible();
    const { heard } = await draw(page, hostilePdf('127.0.0.1:9'));
    const ran = () => heardBy(page).then((all) => all.filter(({ kind }) => kind === 'ran').map(({ text }) => text));
    expect(heard.at(-1)).toMatchObject({ kind: 'shown' });
    await expect.poll(ran).toEqual(expect.arrayContaining(['open', 'named']));
    // What the test above finds none of.
    const shown = page.frames().find((frame) => /\/pdf$/.test(frame.url()));
    for (const part of ['a[href="http://127.0.0.1:9/link"]', 'button, input']) {
      await expect.poll(() => shown?.locator(part).count(), part).toBeGreaterThan(0);
    }
    await shown?.locator('a[href="http://127.0.0.1:9/link"]').dispatchEvent('click');
    await expect.poll(() => shown?.url()).not.toMatch(/\/pdf$/);
  });
});
