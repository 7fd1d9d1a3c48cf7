// `BrowserWindow`: visibility and focus are only remembered; the size and what the page inside does are real.
import type * as Electron from 'electron';
import { Emitter, emitPreventable, eventsOf, standsForClass } from '../strict.ts';
import { app } from './app.ts';
import { life, type OpenWindow } from './life.ts';
import { openContents } from './web-contents.ts';
import { refuseForeign } from './web-preferences.ts';

const emitted = eventsOf<Electron.BrowserWindow>()(
  ...(['ready-to-show', 'show', 'hide', 'focus', 'blur', 'close', 'closed'] as const),
  ...(['maximize', 'unmaximize', 'minimize', 'restore', 'resize', 'resized', 'move', 'moved'] as const),
  ...(['enter-full-screen', 'leave-full-screen', 'page-title-updated', 'unresponsive', 'responsive'] as const),
);

class Window extends Emitter {
  readonly id: number;
  readonly webContents: Electron.WebContents;
  readonly #open: OpenWindow;
  readonly #endContents: () => void;
  #title: string | undefined;
  #bounds: Electron.Rectangle;
  #isVisible: boolean;
  #isFocused: boolean;
  #isMaximized = false;
  #isMinimized = false;
  #isFullScreen = false;
  #isDestroyed = false;

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super('BrowserWindow', emitted);
    if (!life.isReady) throw new Error('Cannot create BrowserWindow before app is ready');
    refuseForeign(options.webPreferences ?? {});
    const { x = 0, y = 0, width = 800, height = 600, show = true, title } = options;
    this.#title = title;
    this.#bounds = { x, y, width, height };
    this.#isVisible = show;
    this.#isFocused = show;
    const owner = {
      preload: options.webPreferences?.preload,
      zoomFactor: options.webPreferences?.zoomFactor ?? 1,
      close: () => this.close(),
      isFocused: () => this.#isFocused,
    };
    const { contents, page, end } = openContents(owner, this.#bounds);
    this.webContents = contents;
    this.#endContents = end;
    this.id = contents.id;
    const window = this as unknown as Electron.BrowserWindow;
    this.#open = { window, contents, page, close: () => this.#close(), end: () => this.#end() };
    life.windows.push(this.#open);
    contents.once('did-finish-load', () => this.emit('ready-to-show', {}));
    app.emit('browser-window-created', {}, window);
    app.emit('web-contents-created', {}, contents);
  }

  static getAllWindows(): Electron.BrowserWindow[] {
    return life.windows.map(({ window }) => window);
  }
  static getFocusedWindow(): Electron.BrowserWindow | null {
    return Window.getAllWindows().find((window) => window.isFocused()) ?? null;
  }
  static fromWebContents(contents: Electron.WebContents): Electron.BrowserWindow | null {
    return life.windows.find((open) => open.contents === contents)?.window ?? null;
  }
  static fromId(id: number): Electron.BrowserWindow | null {
    return Window.getAllWindows().find((window) => window.id === id) ?? null;
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url);
  }
  reload(): void {
    this.webContents.reload();
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }
  close(): void {
    void this.#close();
  }
  destroy(): void {
    void this.#destroy();
  }
  async #close(): Promise<void> {
    if (!this.#isDestroyed && !emitPreventable(this, 'close')) await this.#destroy();
  }
  async #destroy(): Promise<void> {
    await this.#open.page.close();
    this.#end();
  }
  #end(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    life.windows.splice(life.windows.indexOf(this.#open), 1);
    this.#endContents();
    this.emit('closed', {});
    if (life.windows.length || life.isQuitting) return;
    if (app.listenerCount('window-all-closed')) app.emit('window-all-closed');
    else app.quit();
  }

  show(): void {
    this.showInactive();
    this.focus();
  }
  showInactive(): void {
    if (this.#isVisible) return;
    this.#isVisible = true;
    this.emit('show', {});
  }
  hide(): void {
    if (!this.#isVisible) return;
    this.#isVisible = false;
    this.emit('hide', {});
    this.blur();
  }
  isVisible(): boolean {
    return this.#isVisible;
  }
  focus(): void {
    if (this.#isFocused) return;
    Window.getFocusedWindow()?.blur();
    this.#isFocused = true;
    this.emit('focus', {});
  }
  blur(): void {
    if (!this.#isFocused) return;
    this.#isFocused = false;
    this.emit('blur', {});
  }
  isFocused(): boolean {
    return this.#isFocused;
  }
  maximize(): void {
    if (this.#isMaximized) return;
    this.#isMaximized = true;
    this.emit('maximize', {});
  }
  unmaximize(): void {
    if (!this.#isMaximized) return;
    this.#isMaximized = false;
    this.emit('unmaximize', {});
  }
  isMaximized(): boolean {
    return this.#isMaximized;
  }
  minimize(): void {
    if (this.#isMinimized) return;
    this.#isMinimized = true;
    this.emit('minimize', {});
  }
  restore(): void {
    if (!this.#isMinimized) return;
    this.#isMinimized = false;
    this.emit('restore', {});
  }
  isMinimized(): boolean {
    return this.#isMinimized;
  }
  setFullScreen(flag: boolean): void {
    if (this.#isFullScreen === flag) return;
    this.#isFullScreen = flag;
    this.emit(flag ? 'enter-full-screen' : 'leave-full-screen', {});
  }
  isFullScreen(): boolean {
    return this.#isFullScreen;
  }

  getBounds(): Electron.Rectangle {
    return { ...this.#bounds };
  }
  getNormalBounds(): Electron.Rectangle {
    return { ...this.#bounds };
  }
  getSize(): number[] {
    return [this.#bounds.width, this.#bounds.height];
  }
  getPosition(): number[] {
    return [this.#bounds.x, this.#bounds.y];
  }
  setBounds(bounds: Partial<Electron.Rectangle>): void {
    const before = this.#bounds;
    this.#bounds = { ...before, ...bounds };
    const { x, y, width, height } = this.#bounds;
    if (x !== before.x || y !== before.y) this.#emitTogether('move', 'moved');
    if (width === before.width && height === before.height) return;
    this.#open.page.resize({ width, height }).catch(() => undefined); // the window went away in between
    this.#emitTogether('resize', 'resized');
  }
  setSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }
  setPosition(x: number, y: number): void {
    this.setBounds({ x, y });
  }
  #emitTogether(...names: string[]): void {
    for (const name of names) this.emit(name, {});
  }

  setTitle(title: string): void {
    this.#title = title;
  }
  getTitle(): string {
    return this.#title ?? app.name;
  }

  // Nothing to do: there is no frame around the page.
  center(): void {}
  setMinimumSize(): void {}
  setBackgroundColor(): void {}
  setMenuBarVisibility(): void {}
  setAutoHideMenuBar(): void {}
  removeMenu(): void {}
  flashFrame(): void {}
  moveTop(): void {}
  setOverlayIcon(): void {}
}

export const BrowserWindow = standsForClass<typeof Electron.BrowserWindow>('BrowserWindow')(Window);
