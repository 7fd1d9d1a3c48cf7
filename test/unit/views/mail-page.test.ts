// What mail://<host>/ answers, and what it does not.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { answerMail, mailPolicy } from '../../../electron/views/mail-page.ts';
import { createViews, mostViews } from '../../../electron/views/views.ts';

const png = await readFile(path.join(import.meta.dirname, '../../fixtures/porthole.png'));
const views = createViews();
const asked: string[] = [];
const ask = (url: string, method = 'GET') =>
  answerMail(new Request(url, { method }), {
    views,
    script: async () => Buffer.from('script'),
    pdfScript: async () => Buffer.from('script'),
    picture: async (address) => {
      asked.push(address);
      return address.includes('broken') ? Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') : png;
    },
    part: async (_messageId, partId) => {
      if (partId === '9') throw new Error('gone');
      return partId === '1' ? png : Buffer.from('<html><script>alert(1)</script>');
    },
  });

test('the page of a live view, its script, and nothing else', async () => {
  const host = views.open('m1');
  expect(host).toMatch(/^[0-9a-f]{32}$/);
  const page = await ask(`mail://${host}/shell`);
  expect(page.status).toBe(200);
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(page.headers.get('content-security-policy')).toBe(mailPolicy);
  expect(await (await ask(`mail://${host}/shell.js`)).text()).toBe('script');
  for (const absent of ['/', '/shell/', '/Shell', '/shell?x', '/index.html', '/img/', '/img/x', '/cid/a/b']) {
    expect((await ask(`mail://${host}${absent}`)).status, absent).toBe(404);
  }
  expect((await ask(`mail://${host}/shell`, 'POST')).status).toBe(404);
});

test('every answer says no to everything that it does not need', async () => {
  const host = views.open('m1');
  const path = views.allowPicture(host, 'https://a.example/p.png') ?? '';
  for (const place of ['/shell', '/shell.js', path, '/cid/1', '/absent']) {
    const { headers } = await ask(`mail://${host}${place}`);
    expect(headers.get('content-security-policy'), place).toContain("default-src 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-dns-prefetch-control')).toBe('off');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('permissions-policy')).toContain('camera=()');
    expect(headers.get('cache-control')).toBe('no-store');
  }
  expect(mailPolicy).not.toMatch(/unsafe-eval|https?:|\*|script-src[^;]*unsafe-inline/);
});

test('a picture only at a path that was made for this view, and only if it is one', async () => {
  const [one, other] = [views.open('m1'), views.open('m2')];
  const path = views.allowPicture(one, 'https://a.example/p.png') ?? '';
  expect(path).toMatch(/^\/img\/[0-9a-f]{32}$/);
  expect(views.allowPicture(one, 'https://a.example/p.png')).toBe(path);
  const picture = await ask(`mail://${one}${path}`);
  expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png']);
  expect(picture.headers.get('content-security-policy')).toContain('sandbox');
  expect((await ask(`mail://${other}${path}`)).status).toBe(404);
  const broken = views.allowPicture(one, 'https://a.example/broken.png') ?? '';
  expect((await ask(`mail://${one}${broken}`)).status).toBe(404);
  expect(asked).toContain('https://a.example/p.png');
});

test('a part only if it is a picture, whatever it calls itself', async () => {
  const host = views.open('m1');
  expect((await ask(`mail://${host}/cid/1`)).headers.get('content-type')).toBe('image/png');
  expect((await ask(`mail://${host}/cid/2`)).status).toBe(404);
  expect((await ask(`mail://${host}/cid/9`)).status).toBe(404);
});

test('a place that was prepared has the page, and nothing of a message until it is given one, once', async () => {
  const host = views.prepare();
  expect(views.isShell(`mail://${host}/shell`)).toBe(true);
  expect((await ask(`mail://${host}/shell`)).status).toBe(200);
  expect((await ask(`mail://${host}/cid/1`)).status).toBe(404);
  expect((await ask(`mail://${host}/pdf`)).status).toBe(404);
  expect(views.allowPicture(host, 'https://a.example/p.png')).toBeUndefined();
  expect(views.messageAt(host)).toBeUndefined();

  expect(views.open('m1', host)).toBe(host);
  expect((await ask(`mail://${host}/cid/1`)).status).toBe(200);
  const other = views.open('m2', host);
  expect(other).not.toBe(host);
  expect([views.messageAt(host), views.messageAt(other)]).toEqual(['m1', 'm2']);
});

test('a place that was prepared and is gone, or was never there, is no place for a message', () => {
  const [gone, invented] = [views.prepare(), 'f'.repeat(32)];
  views.close(gone);
  for (const host of [gone, invented]) {
    expect(views.open('m1', host)).not.toBe(host);
    expect(views.messageAt(host)).toBeUndefined();
  }
});

test('nothing when the view is closed, or another page came, or there are too many', async () => {
  const host = views.open('m1');
  expect(views.isShell(`mail://${host}/shell`)).toBe(true);
  for (const other of [
    `mail://${host}/shell?x`,
    `mail://${host}/shell#x`,
    `mail://${host}/img/x`,
    `mail://${host}@x/shell`,
    `https://${host}/shell`,
    `mail://x/shell`,
  ]) {
    expect(views.isShell(other), other).toBe(false);
  }
  views.close(host);
  expect(views.isShell(`mail://${host}/shell`)).toBe(false);
  expect((await ask(`mail://${host}/shell`)).status).toBe(404);
  expect(views.allowPicture(host, 'https://a.example/p.png')).toBeUndefined();
  const first = views.open('m1');
  for (let opened = 0; opened < mostViews; opened++) views.open('m1');
  expect(views.messageAt(first)).toBeUndefined();
  const last = views.open('m1');
  views.closeAll();
  expect(views.messageAt(last)).toBeUndefined();
});

test('a view answers for no mailbox but the one that it was opened in, and what is prepared stays so', async () => {
  const shown = views.open('m1');
  const ready = views.prepare();
  const picture = views.allowPicture(shown, 'https://a.example/p.png');
  views.closeShown();
  for (const place of ['/shell', '/cid/1', picture])
    expect((await ask(`mail://${shown}${place}`)).status, place).toBe(404);
  expect(views.isShell(`mail://${shown}/shell`)).toBe(false);
  expect(views.open('m2', ready)).toBe(ready);
});
