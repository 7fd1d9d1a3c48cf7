// PDFs as an enemy writes them, drawn in their frame in a real Chromium: nothing runs, nobody is asked, nothing leads anywhere.
import http from 'node:http';
import type { AddressInfo } from 'node:net';
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
