// Somebody before the window: starts Porthole, presses, types and looks, takes a picture of each step, and keeps what the
// watch complains of.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { consent } from '../google/browser.ts';
import type { FakeGoogle } from '../google/google.ts';
// Also chooses the runtime that `_electron` finds.
import { chromiumSandbox, isStandIn } from '../runtime/executable.ts';
import { type Frame, faultsOfLayout, type Watch, watchWindow } from './watch.ts';

const projectFolder = path.resolve(import.meta.dirname, '..', '..');
export const size = { width: 1180, height: 760 };

export interface WalkerOptions {
  /** Where pictures go. */
  readonly folder: string;
  readonly profile: string;
  readonly googleUrl: string;
  readonly say: (line: string) => void;
}

export class Walker {
  readonly complaints: string[] = [];
  app: ElectronApplication | undefined;
  #page: Page | undefined;
  readonly #options: WalkerOptions;
  readonly #began = performance.now();
  #taken = 0;

  constructor(options: WalkerOptions) {
    this.#options = options;
    mkdirSync(options.folder, { recursive: true });
  }

  get page(): Page {
    if (!this.#page) throw new Error('Porthole is not open');
    return this.#page;
  }

  get list() {
    return this.page.getByRole('listbox', { name: 'Messages' });
  }

  get rows() {
    return this.list.getByRole('option');
  }

  get filter() {
    return this.page.getByRole('combobox', { name: 'Filter messages' });
  }

  get status() {
    return this.page.getByRole('contentinfo');
  }

  entry(name: string | RegExp) {
    return this.page.getByRole('tree', { name: 'Labels and searches' }).getByRole('treeitem', { name });
  }

  button(name: string | RegExp) {
    return this.page.getByRole('button', { name });
  }

  say(line: string): void {
    const at = ((performance.now() - this.#began) / 1000).toFixed(1).padStart(6);
    this.#options.say(`${at} s  ${line}`);
  }

  complain(what: string): void {
    this.complaints.push(what);
    this.say(`  !! ${what}`);
  }

  async open(): Promise<void> {
    const { profile, googleUrl } = this.#options;
    const args = [projectFolder, `--user-data-dir=${profile}`, `--google=${googleUrl}`];
    const app = await _electron.launch({ args, cwd: projectFolder, colorScheme: null, chromiumSandbox });
    this.app = app;
    await app.evaluate(({ shell }) => {
      shell.openExternal = async (url) => {
        Reflect.set(globalThis, 'openedLink', url);
      };
    });
    const page = await app.firstWindow();
    this.#page = page;
    page.on('console', (message) => {
      if (/error|warning/.test(message.type())) this.complain(`console: ${message.text().slice(0, 200)}`);
    });
    page.on('pageerror', (error) => this.complain(`page: ${error.name}`));
    await page.setViewportSize(size);
    await page.waitForFunction(() => document.readyState === 'complete' && 'porthole' in window);
    await page.evaluate(watchWindow);
  }

  /** From the first screen on. Answers how long it took from consent to rows, ms. */
  async signIn(google: FakeGoogle): Promise<number> {
    await this.button('Connect a Gmail account').click();
    await this.button('I already have a client file').click();
    const box = this.page.getByRole('textbox', { name: 'Or paste what is in it' });
    await box.fill(JSON.stringify(google.clientFile()));
    await this.button('Use this text').click();
    await this.button('Open Google’s sign-in').click();
    const link = await this.#openedLink();
    const began = performance.now();
    const returning = consent(link, 'allow');
    await this.rows.first().waitFor();
    const tookMs = Math.round(performance.now() - began);
    await returning;
    // Real Electron under Playwright has no key store on Linux, and asks.
    if (!isStandIn) await this.button(/keep it anyway/i).click();
    return tookMs;
  }

  async #openedLink(): Promise<string> {
    for (;;) {
      const link = await this.app?.evaluate(() => Reflect.get(globalThis, 'openedLink') as string | undefined);
      if (link !== undefined) return link;
      await sleep(20);
    }
  }

  async #read<T>(name: keyof Watch): Promise<T> {
    return this.page.evaluate((key) => Reflect.get(Reflect.get(window, 'walk'), key), name) as Promise<T>;
  }

  async #set(changes: Partial<Watch>): Promise<void> {
    await this.page.evaluate((set) => void Object.assign(Reflect.get(window, 'walk'), set), changes);
  }

  /** What the watch has seen since it was last asked. */
  async report(step: string): Promise<void> {
    const incidents = await this.page.evaluate(() =>
      (Reflect.get(window, 'walk') as Watch).incidents.splice(0).map(({ what }) => what),
    );
    for (const what of new Set(incidents)) this.complain(`${step}: ${what}`);
  }

  async show(what: string): Promise<void> {
    for (const fault of await this.page.evaluate(faultsOfLayout)) this.complain(`${what}: ${fault}`);
    const file = this.picture(what);
    await this.page.screenshot({ path: file });
    this.say(`${what}  (${path.basename(file)})`);
  }

  /** Where the next picture goes. */
  picture(what: string): string {
    this.#taken += 1;
    const name = `${String(this.#taken).padStart(3, '0')}-${what.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.png`;
    return path.join(this.#options.folder, name);
  }

  /** Looks on, and touches nothing: so long, nothing may move. `meanwhile` happens somewhere else. */
  async lookOn(step: string, ms: number, meanwhile?: () => unknown): Promise<void> {
    await this.#set({ handsOff: true });
    await meanwhile?.();
    await sleep(ms);
    await this.#set({ handsOff: false });
    await this.report(step);
  }

  async pointAt(x: number, y: number): Promise<void> {
    await this.page.mouse.move(x, y);
    await this.#set({ pointer: { x, y } });
  }

  /** Types a query letter by letter, at a person's pace, and looks for moments without rows between two with some. */
  async type(text: string, perLetterMs = 60): Promise<void> {
    await this.filter.click();
    await this.#set({ frames: [] });
    await this.filter.fill('');
    await this.filter.pressSequentially(text, { delay: perLetterMs });
    await sleep(600);
    const frames = (await this.#read<Frame[] | null>('frames')) ?? [];
    await this.#set({ frames: null });
    for (const what of flickers(frames)) this.complain(`typing ${text}: ${what}`);
    await this.report(`typing ${text}`);
  }

  /** Resolves when the rows that are there now have been drawn: those that were there before are no rows in view. */
  async scrollTo(share: number): Promise<void> {
    await this.list.evaluate(async (list, at) => {
      list.scrollTop = at * (list.scrollHeight - list.clientHeight);
      for (const _ of ['scrolled', 'drawn']) await new Promise(requestAnimationFrame);
    }, share);
  }

  /** Resolves when every row in view shows mail; answers how long that took, or null where it takes too long. */
  async filled(withinMs: number): Promise<number | null> {
    const began = performance.now();
    for (;;) {
      const waiting = await this.list.evaluate((list) => {
        const box = list.getBoundingClientRect();
        return [...list.querySelectorAll('[role="option"]')].filter((option) => {
          const { top, bottom } = option.getBoundingClientRect();
          return bottom > box.top + 1 && top < box.bottom - 1 && option.querySelector('time') === null;
        }).length;
      });
      const tookMs = Math.round(performance.now() - began);
      if (waiting === 0) return tookMs;
      if (tookMs > withinMs) return null;
      await sleep(50);
    }
  }

  /** Resolves when the list is of what was asked for last, as far as a list shows that. */
  async settled(): Promise<void> {
    await this.page
      .locator('aside[aria-busy="false"]')
      .waitFor({ timeout: 5_000 })
      .catch(() => undefined);
    await sleep(300);
  }

  /** What the lines around the list said, for somebody to read. */
  async summary(): Promise<void> {
    const said = await this.#read<Watch['said']>('said');
    for (const line of ['count', 'progress', 'left'] as const) {
      const texts = said
        .filter((one) => one.line === line)
        .map(({ at, text }) => `${(at / 1_000).toFixed(1)}: ${text}`);
      this.say(
        `  ${line}: ${(texts.length > 60 ? [...texts.slice(0, 30), '…', ...texts.slice(-30)] : texts).join(' · ')}`,
      );
    }
    const [rows, longest] = [await this.#read<number>('mostRows'), await this.#read<number>('longestTaskMs')];
    this.say(`  at most ${rows} rows in the document, longest task ${longest} ms`);
    if (rows > 80) this.complain(`${rows} rows are in the document`);
  }

  async close(): Promise<void> {
    await this.app?.close();
    this.app = undefined;
  }

  async kill(): Promise<void> {
    const process = this.app?.process();
    const ended = new Promise((resolve) => process?.once('exit', resolve));
    process?.kill('SIGKILL');
    await ended;
    this.app = undefined;
  }
}

/** Frames without a row, or with rows that nothing is known of, between two that have mail. */
function flickers(frames: readonly Frame[]): string[] {
  const found: string[] = [];
  const isVoid = ({ rows, explained, blank }: Frame) => (rows === 0 && !explained) || (rows > 0 && blank === rows);
  for (let from = 0; from < frames.length; from += 1) {
    const frame = frames[from];
    if (!frame || !isVoid(frame)) continue;
    let to = from;
    while (to < frames.length && isVoid(frames[to] as Frame)) to += 1;
    if (from > 0 && to < frames.length)
      found.push(`${to - from} frames without rows after “${frames[from - 1]?.heading}”`);
    from = to;
  }
  return found;
}
