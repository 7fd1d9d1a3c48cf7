// A scripted use of the window, as a person uses it: from whatever is pressed, clicked or scrolled to the next frame on screen,
// and the browser's own figure for all of it (INP, W3C Event Timing).
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright';
import { firstRow, listBox, openEmpty, openPorthole } from '../app.ts';
import type { Bench } from '../bench.ts';
import { type Measured, median, percentile } from '../figures.ts';
import { typedQueries } from '../queries.ts';

const acts = ['type', 'scroll', 'cursor', 'open', 'read on', 'back', 'label', 'refine'] as const;
type Act = (typeof acts)[number];

interface Noted {
  /** As it was set when the event came. */
  readonly act: string;
  readonly ms: number;
}

interface Watch {
  act: string;
  readonly frames: Noted[];
  /** Of each interaction the longest of its events, ms, to the nearest 8. */
  readonly interactions: ReadonlyMap<number, Noted>;
}

/** Runs in the page. */
function install(): void {
  const frames: Noted[] = [];
  const interactions = new Map<number, Noted>();
  const watch: Watch = { act: '', frames, interactions };
  Reflect.set(window, 'use', watch);
  const note = ({ timeStamp }: Event) => {
    const { act } = watch;
    requestAnimationFrame(() => {
      // A task after the callbacks of a frame comes when the frame has been drawn.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => frames.push({ act, ms: performance.now() - timeStamp });
      port2.postMessage(null);
    });
  };
  for (const name of ['keydown', 'click', 'wheel'])
    window.addEventListener(name, note, { capture: true, passive: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as PerformanceEventTiming[]) {
      const { interactionId, duration } = entry;
      if (!interactionId) continue;
      const ms = Math.max(duration, interactions.get(interactionId)?.ms ?? 0);
      interactions.set(interactionId, { act: watch.act, ms });
    }
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
}

interface Used {
  readonly frames: readonly Noted[];
  readonly interactions: readonly Noted[];
  /** All there were: what took less than 16 ms is counted, and told no more of. */
  readonly count: number;
}

function used(page: Page): Promise<Used> {
  return page.evaluate(() => {
    const { frames, interactions } = Reflect.get(window, 'use') as Watch;
    const count = (performance as unknown as { readonly interactionCount: number }).interactionCount;
    return { frames, interactions: [...interactions.values()], count };
  });
}

/** As the browser makers define it: the longest, but for one in fifty. */
function toNextPaint({ interactions, count }: Used): number {
  const longest = interactions.map(({ ms }) => ms).toSorted((one, other) => other - one);
  return longest[Math.min(longest.length - 1, Math.floor(count / 50))] ?? 0;
}

class Hand {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async #begin(act: Act): Promise<void> {
    await this.#page.evaluate((now) => {
      (Reflect.get(window, 'use') as Watch).act = now;
    }, act);
  }

  async press(act: Act, keys: readonly string[], everyMs: number): Promise<void> {
    await this.#begin(act);
    for (const key of keys) {
      await this.#page.keyboard.press(key);
      await sleep(everyMs);
    }
  }

  async click(act: Act, x: number, y: number): Promise<void> {
    await this.#begin(act);
    await this.#page.mouse.move(x, y);
    await sleep(100);
    await this.#page.mouse.down();
    await sleep(60);
    await this.#page.mouse.up();
    await sleep(500);
  }

  /** Nothing, where it is not there. */
  async clickOn(act: Act, selector: string, at: number): Promise<void> {
    const all = this.#page.locator(selector);
    const count = await all.count();
    const box = count === 0 ? null : await all.nth(at % count).boundingBox();
    if (box) await this.click(act, box.x + Math.min(60, box.width / 2), box.y + box.height / 2);
  }

  async scroll(selector: string, notches: number, by: number): Promise<void> {
    await this.#begin('scroll');
    const box = await this.#page.locator(selector).boundingBox();
    if (!box) return;
    await this.#page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    for (let notch = 0; notch < notches; notch++) {
      await this.#page.mouse.wheel(0, by);
      await sleep(50);
    }
    await sleep(200);
  }
}

const list = '[role="listbox"][data-takes-keys]';
const reader = 'section[aria-label="Message"]';
const entries = '[role="treeitem"]';

/** Something is looked for, looked through, opened and left. */
async function once(page: Page, round: number): Promise<void> {
  const hand = new Hand(page);
  const query = typedQueries[round % typedQueries.length] ?? '';
  await hand.press('type', ['/', ...query], 125);
  await sleep(600);
  await hand.scroll(list, 12, 120);
  await hand.scroll(list, 12, -120);
  await hand.clickOn('open', `${list} [role="option"]`, round % 5);
  await hand.scroll(reader, 6, 100);
  await hand.press('read on', ['j', 'j', 'j', 'k', 'n', 'p'], 300);
  await hand.press('back', ['Escape'], 300);
  await hand.press('cursor', ['ArrowDown', 'ArrowDown', 'ArrowDown', 'PageDown', 'PageDown', 'ArrowUp', 'Home'], 150);
  await hand.press('open', ['Enter'], 500);
  await hand.press('back', ['u'], 300);
  await hand.clickOn('refine', 'main aside li button', round);
  await hand.clickOn('refine', 'main aside li button', round);
  await hand.clickOn('label', entries, 1 + (round % 7));
  await hand.scroll(list, 20, 600);
  await hand.press('cursor', ['End', 'Home', 'PageDown'], 300);
  await hand.clickOn('open', `${list} [role="option"]`, 2 + (round % 5));
  await hand.clickOn('label', entries, 0);
}

/** What this machine and this runtime take for a frame after a key. */
async function pressInEmpty(): Promise<readonly number[]> {
  const { app, page } = await openEmpty();
  await page.evaluate(install);
  await page.evaluate(() => {
    document.body.innerHTML = '<p>0</p>';
    document.addEventListener('keydown', () => {
      const [line] = document.getElementsByTagName('p');
      if (line) line.textContent = String(Number(line.textContent) + 1);
    });
  });
  await new Hand(page).press('type', Array<string>(60).fill('j'), 125);
  const { frames } = await used(page);
  await app.close();
  return frames.map(({ ms }) => ms);
}

export async function measureInteraction({ profile, minutes }: Bench): Promise<Measured[]> {
  const { folder, name } = await profile();
  const alone = await pressInEmpty();
  const { app, page } = await openPorthole(folder);
  await firstRow(page).waitFor();
  await listBox(page).hover();
  await page.evaluate(install);
  const until = performance.now() + minutes * 60_000;
  for (let round = 0; round === 0 || performance.now() < until; round++) await once(page, round);
  await sleep(500);
  const use = await used(page);
  await app.close();
  const all = use.frames.map(({ ms }) => ms);
  const baseline = { what: 'a key in an empty window', figure: percentile(alone, 0.95) };
  return [
    {
      what: `anything to the next frame, ${name}: p95`,
      figure: percentile(all, 0.95),
      unit: 'ms',
      baseline,
      budget: 'nextFrame',
      note: `${all.length} times; p50 ${Math.round(median(all))}`,
    },
    ...acts.map((act): Measured => {
      const times = use.frames.filter((frame) => frame.act === act).map(({ ms }) => ms);
      const note = `${times.length}; longest ${Math.round(Math.max(...times))}`;
      return { what: `… ${act}: p95`, figure: percentile(times, 0.95), unit: 'ms', note };
    }),
    {
      what: `interaction to next paint (INP), ${minutes} min of use`,
      figure: toNextPaint(use),
      unit: 'ms',
      budget: 'interactionToNextPaint',
      note: `${use.count} interactions`,
    },
  ];
}
