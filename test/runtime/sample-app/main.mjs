// A mail viewer in miniature, as one writes it for the real Electron: nothing in here knows of the stand-in.
import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { app, BrowserWindow, ipcMain, protocol, safeStorage, session, shell } from 'electron';

app.enableSandbox();
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  { scheme: 'mail-body', privileges: { standard: true, secure: true } },
  { scheme: 'mail-img', privileges: { standard: true, secure: true } },
]);
if (!app.requestSingleInstanceLock()) app.quit();

const store = new Worker(new URL('store.mjs', import.meta.url));
const waiting = new Map();
store.on('message', ({ id, rows }) => {
  waiting.get(id)(rows);
  waiting.delete(id);
});
const find = (words) =>
  new Promise((resolve) => {
    const id = waiting.size;
    waiting.set(id, resolve);
    store.postMessage({ id, words });
  });

app.on('web-contents-created', (_event, contents) => {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame && new URL(event.url).protocol !== 'mail-body:') event.preventDefault();
  });
  contents.setWindowOpenHandler(({ url }) => {
    if (new URL(url).protocol === 'https:') shell.openExternal(url);
    return { action: 'deny' };
  });
});

function assertSender({ sender, senderFrame }) {
  const { protocol: scheme, host } = new URL(senderFrame.url);
  if (senderFrame !== sender.mainFrame || scheme !== 'app:' || host !== 'bundle') throw new Error('not our page');
}
const serve = (channel, answer) =>
  ipcMain.handle(channel, (event, ...args) => {
    assertSender(event);
    return answer(...args);
  });
serve('find', find);
serve('echo', (value) => value);
serve('fail', () => {
  throw new TypeError('as asked');
});
serve('unsendable', () => () => {});
const tokenFile = path.join(app.getPath('userData'), 'token');
serve('keepToken', async (token) => writeFile(tokenFile, await safeStorage.encryptStringAsync(token), { mode: 0o600 }));
serve('readToken', async () => safeStorage.decryptStringAsync(await readFile(tokenFile)));

const shellPolicy =
  "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self' mail-img:; frame-src mail-body:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";
const file = (name) => readFile(path.join(import.meta.dirname, 'renderer', name));
async function serveApp(request) {
  const name = path.basename(new URL(request.url).pathname);
  const type = { 'index.html': 'text/html', 'page.js': 'text/javascript' }[name];
  if (!type) return new Response('not found', { status: 404 });
  return new Response(await file(name), {
    headers: { 'content-type': type, 'content-security-policy': shellPolicy, 'x-content-type-options': 'nosniff' },
  });
}

// A real viewer sanitises first. This one does not, so that the tests see what the other walls hold.
async function serveBody(request) {
  const nonce = randomBytes(16).toString('base64');
  const policy = `default-src 'none'; img-src mail-img: data:; style-src 'unsafe-inline'; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-src 'none'; sandbox allow-scripts; frame-ancestors app:`;
  const report = `<script nonce="${nonce}">parent.postMessage({ height: document.documentElement.scrollHeight, origin: self.origin }, '*')</script>`;
  const message = new URL(request.url).host;
  const body = await readFile(path.join(import.meta.dirname, 'messages', `${message}.txt`));
  const headers = {
    'content-type': 'text/html',
    ...(!globalThis.withoutPolicy && { 'content-security-policy': policy }),
  };
  return new Response(`${report}${body}`, { headers });
}
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

app.whenReady().then(async () => {
  protocol.handle('app', serveApp);
  protocol.handle('mail-body', serveBody);
  protocol.handle('mail-img', () => new Response(pixel, { headers: { 'content-type': 'image/png' } }));
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.defaultSession.setPermissionCheckHandler(() => false);
  globalThis.cancelled = [];
  session.defaultSession.webRequest.onBeforeRequest((details, answer) => {
    const cancel = !/^(app|mail-body|mail-img|data|blob|devtools):/.test(details.url);
    if (cancel) globalThis.cancelled.push(details.url);
    answer({ cancel });
  });
  const window = new BrowserWindow({
    width: 900,
    height: 600,
    show: false,
    webPreferences: { preload: path.join(import.meta.dirname, 'preload.cjs') },
  });
  window.once('ready-to-show', () => window.show());
  app.on('second-instance', () => window.focus());
  await window.loadURL('app://bundle/index.html');
  window.webContents.send('greeting', { at: new Date(0) });
  if (process.env.SAMPLE_SAYS_WHEN_LOADED) process.stdout.write('loaded\n');
});
