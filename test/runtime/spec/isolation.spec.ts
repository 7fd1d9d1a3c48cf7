// Frames of their own origin and process, and the walls around them: what runs, what is asked for, what gets out.
import { expect, test } from './sample.ts';

test('shows a message in a frame of its own origin and process, which reports its height and loads its images', async ({
  page,
}) => {
  await page.evaluate(() => show('friendly'));
  await expect.poll(() => page.evaluate(() => posted.length)).toBe(1);
  expect(await page.evaluate(() => posted[0])).toEqual({ height: expect.any(Number), origin: 'null' });
  expect(await page.evaluate(() => document.querySelector('iframe')?.contentDocument)).toBe(null);
  const [body] = page.frames().filter((frame) => frame !== page.mainFrame());
  if (!body) throw new Error('no frame');
  const picture = body.locator('#picture');
  await expect.poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(1);
  expect(await body.evaluate(() => 'mail' in window)).toBe(false);
  await page.context().newCDPSession(body); // refused for a frame that shares its parent's process
});

test('lets page and frame address each other by the origins of their own schemes', async ({ electronApp, page }) => {
  await electronApp.evaluate(({ protocol }) => {
    protocol.unhandle('mail-body');
    const body = `<script>onmessage = ({ data, origin, source }) => {
      parent.postMessage('lost', 'app://elsewhere');
      parent.postMessage({ data, origin, isParent: source === parent }, 'app://bundle');
    }</script>`;
    protocol.handle('mail-body', () => new Response(body, { headers: { 'content-type': 'text/html' } }));
  });
  const heard = await page.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-scripts allow-same-origin');
    frame.src = 'mail-body://x1/';
    frame.onload = () => {
      frame.contentWindow?.postMessage('lost', 'mail-body://x2');
      frame.contentWindow?.postMessage('hello', 'mail-body://x1');
    };
    document.body.append(frame);
    return new Promise((resolve) => {
      addEventListener('message', ({ data, origin, source }) =>
        resolve({ data, origin, isFrame: source === frame.contentWindow }),
      );
    });
  });
  expect(heard).toEqual({
    data: { data: 'hello', origin: 'app://bundle', isParent: true },
    origin: 'mail-body://x1',
    isFrame: true,
  });
});

test('lets a hostile message run nothing and reach nobody', async ({ electronApp, page }) => {
  await page.evaluate(() => show('hostile'));
  await expect.poll(() => page.evaluate(() => posted.length)).toBeGreaterThan(0);
  await page.waitForTimeout(1500); // nothing is to happen: there is no event to wait for
  expect(await page.evaluate(() => posted)).toEqual([{ height: expect.any(Number), origin: 'null' }]);
  expect(await electronApp.evaluate(() => standIn.networkAttempts)).toEqual([]);
});

test('would notice if it reached somebody', async ({ electronApp, page }) => {
  await electronApp.evaluate(({ BrowserWindow, session }) => {
    session.defaultSession.webRequest.onBeforeRequest(null);
    BrowserWindow.getAllWindows()[0]?.webContents.removeAllListeners('will-frame-navigate');
    globalThis.withoutPolicy = true;
  });
  await page.evaluate(() => show('hostile'));
  const hosts = () => electronApp.evaluate(() => standIn.networkAttempts.map((host) => host.split('.')[0]));
  await expect.poll(hosts).toEqual(expect.arrayContaining(['img', 'css', 'fetch', 'background']));
});

test('cancels the requests of every kind of frame and worker, and sees what no request event covers', async ({
  electronApp,
  page,
}) => {
  await electronApp.evaluate(({ protocol }) => {
    protocol.unhandle('app');
    const script = "fetch('https://worker.tracker.example/')";
    const document = `<iframe sandbox srcdoc="<img src='https://srcdoc.tracker.example/a.gif'>"></iframe>
      <img src="https://page.tracker.example/a.gif">
      <script>new Worker('worker.js'); new WebSocket('wss://socket.tracker.example/')</script>`;
    protocol.handle('app', ({ url }) =>
      url.endsWith('.js')
        ? new Response(script, { headers: { 'content-type': 'text/javascript' } })
        : new Response(document, { headers: { 'content-type': 'text/html' } }),
    );
  });
  await page.reload();
  const hosts = () => electronApp.evaluate(() => cancelled.map((url) => new URL(url).host).sort());
  await expect.poll(hosts).toEqual(['page.tracker.example', 'srcdoc.tracker.example', 'worker.tracker.example']);
  const attempts = () => electronApp.evaluate(() => standIn.networkAttempts);
  await expect.poll(attempts).toEqual(['socket.tracker.example:443']);
});

test('keeps the page where it is and hands links to the system', async ({ electronApp, page }) => {
  await electronApp.evaluate(({ BrowserWindow }) => {
    globalThis.seen = [];
    BrowserWindow.getAllWindows()[0]?.webContents.on('will-frame-navigate', ({ url, isMainFrame }) => {
      globalThis.seen.push([url, isMainFrame]);
    });
  });
  await page.click('#leave');
  await page.click('#link');
  await page.evaluate(() => void window.open('file:///etc/passwd'));
  await expect.poll(() => electronApp.evaluate(() => standIn.openedExternally)).toEqual(['https://elsewhere.example/']);
  await expect.poll(() => electronApp.windows().length).toBe(1);
  expect(await electronApp.evaluate(() => globalThis.seen)).toEqual([['https://elsewhere.example/', true]]);
  const url = () => electronApp.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL());
  expect(await url()).toBe('app://bundle/index.html');
});

test('asks about a redirect, which the app can prevent', async ({ electronApp, page }) => {
  await electronApp.evaluate(({ BrowserWindow, protocol }) => {
    globalThis.seen = [];
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    contents?.removeAllListeners('will-navigate');
    contents?.on('will-redirect', (event) => {
      globalThis.seen.push(event.url);
      event.preventDefault();
    });
    protocol.unhandle('mail-body');
    protocol.handle('mail-body', () => Response.redirect('mail-body://elsewhere/'));
  });
  await page.evaluate(() => void show('redirecting'));
  await expect.poll(() => electronApp.evaluate(() => globalThis.seen)).toEqual(['mail-body://elsewhere/']);
});

test('refuses downloads, and asks about them first', async ({ electronApp, page }) => {
  await electronApp.evaluate(({ protocol, session }) => {
    globalThis.seen = [];
    session.defaultSession.on('will-download', (event, item) => {
      globalThis.seen.push(item.getFilename());
      event.preventDefault();
    });
    protocol.unhandle('app');
    protocol.handle(
      'app',
      () => new Response('bytes', { headers: { 'content-disposition': 'attachment; filename="a.bin"' } }),
    );
  });
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = '/a.bin';
    link.download = '';
    link.click();
  });
  await expect.poll(() => electronApp.evaluate(() => globalThis.seen)).toEqual(['a.bin']);
  const downloads = () => electronApp.evaluate(() => standIn.downloads);
  await expect.poll(downloads).toEqual([{ url: 'app://bundle/a.bin', state: 'canceled' }]);
});

test("gives pages the permissions that the app's handlers give", async ({ electronApp, page }) => {
  const state = () => page.evaluate(async () => (await navigator.permissions.query({ name: 'geolocation' })).state);
  expect(await state()).toBe('denied');
  expect(await electronApp.evaluate(() => standIn.askPermission('geolocation'))).toEqual({
    request: false,
    check: false,
  });
  await electronApp.evaluate(({ session }) => {
    session.defaultSession.setPermissionCheckHandler(null);
    session.defaultSession.setPermissionRequestHandler(null);
  });
  await page.reload();
  expect(await state()).toBe('granted'); // as in Electron: without handlers everything is
});
