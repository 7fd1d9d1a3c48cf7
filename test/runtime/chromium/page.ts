// One page of Chromium, with the scripts that run before its own, the messages that its isolated world sends, and the frames
// below it, in whichever process. Knows nothing of Electron.
import { EventEmitter } from 'node:events';
import type { Cdp, Session } from './cdp.ts';

export interface PageOptions {
  readonly width: number;
  readonly height: number;
  /** Sources to run before any script of a document: in the page's own world, in the isolated one, and in every frame. */
  readonly sources: { readonly page: string; readonly isolated: string; readonly frame: string };
}

/** A frame below the page. */
export interface Frame {
  readonly parentId: string;
  /** As Chromium knows it; empty before it shows anything. */
  readonly url: string;
}

interface PageEvents {
  message: [payload: string, contextId: number];
  navigated: [];
  domReady: [];
  loaded: [];
  crashed: [];
  windowOpen: [opened: { url: string; windowName: string; windowFeatures: string[] }];
}

const worldName = 'Electron Isolated Context'; // the name that Electron gives it
const binding = '__electronStandInToMain';

export class Page extends EventEmitter<PageEvents> {
  readonly opened: Promise<void>;
  /** From here on as soon as the page exists. */
  targetId = '';
  /** As Chromium knows it, with the fragment. */
  url = '';
  title = '';
  /** The navigation that the main process itself asked for. */
  asked: string | undefined;
  /** The isolated world of the document that is shown. */
  contextId: number | undefined;
  readonly #cdp: Cdp;
  readonly #frameIds = new Set<string>();
  readonly #frames = new Map<string, Frame>();
  readonly #frameSource: string;
  #session: Session;

  constructor(cdp: Cdp, options: PageOptions) {
    super();
    this.#cdp = cdp;
    this.#session = cdp.browser;
    this.#frameSource = options.sources.frame;
    this.opened = this.#open(options);
  }

  owns(frameId: string | undefined): boolean {
    return frameId !== undefined && (frameId === this.targetId || this.#frameIds.has(frameId));
  }

  frame(frameId: string): Frame | undefined {
    return this.#frames.get(frameId);
  }

  async send(...[method, params]: Parameters<Session['send']>): Promise<unknown> {
    await this.opened;
    return this.#session.send(method, params);
  }

  /** Answers Chromium's name of what went wrong, if something did. */
  async navigate(url: string): Promise<string | undefined> {
    await this.opened;
    this.asked = url;
    return (await this.#session.send('Page.navigate', { url })).errorText;
  }

  async reload(): Promise<void> {
    await this.opened;
    this.asked = this.url;
    await this.#session.send('Page.reload');
  }

  async evaluate(expression: string): Promise<unknown> {
    await this.opened;
    const options = { expression, awaitPromise: true, returnByValue: true, userGesture: true };
    const { result, exceptionDetails } = await this.#session.send('Runtime.evaluate', options);
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  /** Calls a member of `__electronStandIn` in the isolated world. Nothing happens when its document has gone. */
  callIsolated(contextId: number, name: string, ...args: unknown[]): void {
    const functionDeclaration = '(name, ...args) => __electronStandIn[name](...args)';
    const values = [name, ...args].map((value) => ({ value }));
    this.#session
      .send('Runtime.callFunctionOn', { executionContextId: contextId, functionDeclaration, arguments: values })
      .catch(() => undefined);
  }

  async resize(bounds: { width: number; height: number }): Promise<void> {
    await this.opened;
    const { windowId } = await this.#cdp.browser.send('Browser.getWindowForTarget', { targetId: this.targetId });
    await this.#cdp.browser.send('Browser.setWindowBounds', { windowId, bounds });
  }

  async close(): Promise<void> {
    await this.opened;
    await this.#cdp.browser.send('Target.closeTarget', { targetId: this.targetId }).catch(() => undefined);
  }

  async #open({ width, height, sources }: PageOptions): Promise<void> {
    const { browser } = this.#cdp;
    const target = { url: 'about:blank', newWindow: true, width, height };
    this.targetId = (await browser.send('Target.createTarget', target)).targetId;
    const { sessionId } = await browser.send('Target.attachToTarget', { targetId: this.targetId, flatten: true });
    const session = this.#cdp.session(sessionId);
    this.#session = session;
    this.#listen(session);
    await Promise.all([
      this.#watchFrames(session),
      session.send('Runtime.enable'),
      session.send('Inspector.enable'),
      session.send('Runtime.addBinding', { name: binding, executionContextName: worldName }),
      session.send('Page.addScriptToEvaluateOnNewDocument', { source: sources.page }),
      session.send('Page.addScriptToEvaluateOnNewDocument', { worldName, source: sources.isolated }),
    ]);
  }

  /** What every process of the page needs: its own, and that of each frame which has one to itself. */
  async #watchFrames(session: Session): Promise<void> {
    session.on('Page.frameAttached', ({ frameId, parentFrameId }) => {
      this.#frameIds.add(frameId);
      this.#frames.set(frameId, { parentId: parentFrameId, url: '' });
    });
    session.on('Page.frameNavigated', ({ frame }) => {
      const parentId = frame.parentId ?? this.#frames.get(frame.id)?.parentId;
      if (parentId !== undefined) this.#frames.set(frame.id, { parentId, url: frame.url });
    });
    session.on('Page.frameDetached', ({ frameId, reason }) => {
      if (reason === 'remove') this.#frames.delete(frameId);
    });
    session.on('Page.windowOpen', (opened) => this.emit('windowOpen', opened));
    session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      this.#frameIds.add(targetInfo.targetId);
      this.#watchFrames(this.#cdp.session(sessionId)).catch(() => undefined); // the frame went away in between
    });
    const onlyFrames = { autoAttach: true, waitForDebuggerOnStart: true, flatten: true, filter: [{ type: 'iframe' }] };
    await Promise.all([
      session.send('Page.enable'),
      session.send('Page.addScriptToEvaluateOnNewDocument', { source: this.#frameSource }),
      session.send('Target.setAutoAttach', onlyFrames),
    ]);
    await session.send('Runtime.runIfWaitingForDebugger');
  }

  #listen(session: Session): void {
    session.on('Runtime.executionContextCreated', ({ context }) => {
      const { frameId } = (context.auxData ?? {}) as { frameId?: string };
      if (context.name === worldName && frameId === this.targetId) this.contextId = context.id;
    });
    session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      if (this.contextId === executionContextId) this.contextId = undefined;
    });
    session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === binding && executionContextId === this.contextId) this.emit('message', payload, executionContextId);
    });
    session.on('Page.frameNavigated', ({ frame }) => {
      if (frame.id !== this.targetId) return;
      this.url = frame.url + (frame.urlFragment ?? '');
      this.emit('navigated');
    });
    session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      if (frameId === this.targetId) this.url = url;
    });
    // Not for the blank page that every target starts with.
    const isBlank = () => this.url === '' || this.url === 'about:blank';
    session.on('Page.domContentEventFired', () => isBlank() || this.emit('domReady'));
    session.on('Page.loadEventFired', () => isBlank() || this.emit('loaded'));
    session.on('Inspector.targetCrashed', () => {
      this.contextId = undefined;
      this.emit('crashed');
    });
  }
}
