// `webContents`: what Electron says of a page, on top of chromium/page.ts.
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import type * as Electron from 'electron';
import { Page } from '../chromium/page.ts';
import { mappedSchemes, toApp, toChromium } from '../chromium/schemes.ts';
import type { Posted, Receiver } from '../in-page/preload-world.ts';
import { pageSource, preloadSource, schemesSource } from '../in-page/sources.ts';
import { Emitter, eventsOf, standsFor } from '../strict.ts';
import { app } from './app.ts';
import { codec, receive } from './ipc-main.ts';
import { life } from './life.ts';
import { session } from './session.ts';
import { makeMainFrame } from './web-frame-main.ts';

type OpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0];

const emitted = eventsOf<Electron.WebContents>()(
  'dom-ready',
  'did-finish-load',
  'did-fail-load',
  'did-navigate',
  'will-navigate',
  'will-frame-navigate',
  'will-redirect',
  'will-attach-webview', // never: webPreferences.webviewTag is refused
  'preload-error',
  'render-process-gone',
  'destroyed',
);
let lastId = 0;

interface Owner {
  readonly preload: string | undefined;
  readonly zoomFactor: number;
  readonly close: () => void;
  readonly isFocused: () => boolean;
}

class WebContents extends Emitter {
  readonly id = ++lastId;
  readonly mainFrame: Electron.WebFrameMain;
  readonly #page: Page;
  readonly #closeWindow: () => void;
  readonly #isFocused: () => boolean;
  #windowOpenHandler: OpenHandler | undefined;
  #isCrashed = false;
  #isDestroyed = false;

  #zoomFactor = 1;

  constructor(page: Page, { preload, zoomFactor, close, isFocused }: Owner, onEnd: (end: () => void) => void) {
    super('webContents', emitted);
    this.#page = page;
    this.#zoomFactor = zoomFactor;
    this.#closeWindow = close;
    this.#isFocused = isFocused;
    this.mainFrame = makeMainFrame(this);
    this.#listen(preload);
    onEnd(() => {
      this.#isDestroyed = true;
      this.emit('destroyed', {});
    });
  }

  get session(): Electron.Session {
    return session.defaultSession;
  }
  getType(): 'window' {
    return 'window';
  }
  getURL(): string {
    return toApp(this.#page.url);
  }
  getTitle(): string {
    return this.#page.title;
  }
  isDestroyed(): boolean {
    return this.#isDestroyed;
  }
  isCrashed(): boolean {
    return this.#isCrashed;
  }
  isFocused(): boolean {
    return this.#isFocused();
  }

  async loadURL(url: string): Promise<void> {
    await this.#page.opened;
    const loaded = new Promise<void>((resolve) => this.once('did-finish-load', () => resolve()));
    const problem = await this.#page.navigate(toChromium(new URL(url).href));
    if (problem) {
      const code = problem.replace(/^net::/, '');
      this.emit('did-fail-load', {}, -2, code, url, true);
      throw Object.assign(new Error(`${code} (-2) loading '${url}'`), { code, errno: -2, url });
    }
    await loaded;
  }
  reload(): void {
    this.#page.reload().catch(() => undefined); // the window went away in between
  }
  executeJavaScript(code: string): Promise<unknown> {
    return this.#page.evaluate(code);
  }
  forcefullyCrashRenderer(): void {
    this.#page.send('Page.crash').catch(() => undefined); // the page goes before it can answer
  }
  close(): void {
    this.#closeWindow();
  }

  /** Throws at once when something can't be cloned. Lost when there is no document yet, as in Electron. */
  send(channel: string, ...args: unknown[]): void {
    this.#call('deliver', channel, codec.encodeClone(args));
  }

  // A page here is never drawn larger: the protocol has no zoom of a browser's own. What was set is answered.
  get zoomFactor(): number {
    return this.#zoomFactor;
  }
  set zoomFactor(factor: number) {
    if (!(factor > 0)) throw new TypeError("'zoomFactor' must be a double greater than 0.0");
    this.#zoomFactor = factor;
  }
  getZoomFactor(): number {
    return this.zoomFactor;
  }
  setZoomFactor(factor: number): void {
    this.zoomFactor = factor;
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#windowOpenHandler = handler;
  }

  // Nothing to do: WebRTC is at its strictest here, and there are no tools to open.
  setWebRTCIPHandlingPolicy(): void {}
  openDevTools(): void {}
  closeDevTools(): void {}
  toggleDevTools(): void {}
  isDevToolsOpened(): boolean {
    return false;
  }
  focus(): void {}

  #call<Name extends keyof Receiver>(name: Name, ...args: Parameters<Receiver[Name]>): void {
    if (this.#page.contextId !== undefined) this.#page.callIsolated(this.#page.contextId, name, ...args);
  }

  #listen(preload: string | undefined): void {
    const page = this.#page;
    const self = this as unknown as Electron.WebContents;
    page.on('domReady', () => this.emit('dom-ready', {}));
    page.on('loaded', () => this.emit('did-finish-load', {}));
    page.on('navigated', () => {
      this.#isCrashed = false;
      this.emit('did-navigate', {}, this.getURL(), 200, '');
    });
    page.on('crashed', () => {
      this.#isCrashed = true;
      const details = { reason: 'crashed', exitCode: 1 };
      this.emit('render-process-gone', {}, details);
      app.emit('render-process-gone', {}, self, details);
    });
    page.on('windowOpen', ({ url, windowName, windowFeatures }) => this.#openWindow(url, windowName, windowFeatures));
    page.on('message', (payload, contextId) => {
      const posted = JSON.parse(payload) as Posted;
      if (posted.kind === 'preload-error') {
        process.stderr.write(`electron stand-in: the preload script failed\n${posted.message}\n`);
        this.emit('preload-error', {}, preload, new Error(posted.message));
        return;
      }
      const isCurrent = () => !this.#isDestroyed && page.contextId === contextId;
      void receive(self, posted, isCurrent, (...result) => page.callIsolated(contextId, 'settle', ...result));
    });
  }

  /** Pages may not open windows here: whatever the handler says, main/targets.ts closes the popup. */
  #openWindow(url: string, frameName: string, features: string[]): void {
    const shown = toApp(url);
    if (!this.#windowOpenHandler) {
      process.stderr.write('electron stand-in: no setWindowOpenHandler; Electron would open a window\n');
      return;
    }
    const { action } = this.#windowOpenHandler({
      url: shown,
      frameName,
      features: features.join(','),
      disposition: 'foreground-tab',
      referrer: { url: '', policy: 'default' },
    });
    if (action !== 'deny') process.stderr.write('electron stand-in: cannot open windows for pages\n');
  }
}

/** Opens a page for a window. `end` is called when the page has gone. */
export function openContents(owner: Owner, size: { width: number; height: number }) {
  const secret = randomUUID();
  const { platform, arch, versions } = process;
  const { electron, chrome, node } = versions as Record<string, string | undefined>;
  const preload = owner.preload === undefined ? '' : fs.readFileSync(owner.preload, 'utf8');
  const page = new Page(life.cdp, {
    ...size,
    sources: {
      page: pageSource(secret),
      isolated: preloadSource({ secret, platform, arch, versions: { electron, chrome, node } }, preload),
      frame: schemesSource(mappedSchemes()),
    },
  });
  let end = () => {};
  const contents = standsFor<Electron.WebContents>('webContents')(
    new WebContents(page, owner, (given) => {
      end = given;
    }),
  );
  return { page, contents, end: () => end() };
}

const all = () => life.windows.map(({ contents }) => contents);

export const webContents = standsFor<typeof Electron.webContents>('webContents')({
  getAllWebContents: all,
  getFocusedWebContents: () => all().find((contents) => contents.isFocused()) ?? null,
  fromId: (id: number) => all().find((contents) => contents.id === id),
  fromDevToolsTargetId: (targetId: string) => life.windows.find(({ page }) => page.targetId === targetId)?.contents,
});
