// From a click on a row to the message on screen, mail on disk: what is text, and what is laid out in a frame of its own.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright';
import { firstRow, listBox, openPorthole } from '../app.ts';
import type { Bench } from '../bench.ts';
import { type Measured, median, percentile } from '../figures.ts';

const clicks = 90;
/** Who reads looks at each for a moment at the least. */
const lookMs = 400;
/** Each screen of the list is left after so many. */
const rowsOfScreen = 6;

interface Opened {
  /** Epoch ms. */
  readonly clickedAt: number;
  /** What the window itself draws is on screen, epoch ms. */
  readonly paintedAt: number;
  readonly frames: number;
}

interface Watch {
  readonly begin: () => void;
  /** Null where nothing was opened for some seconds. */
  readonly end: () => Promise<Opened | null>;
}

/** Runs in the page. */
function install(): void {
  const longestMs = 3_000;
  const pane = document.querySelector('section[aria-label="Message"]');
  const painted = () =>
    new Promise<number>((resolve) =>
      requestAnimationFrame(() => {
        // A task after the callbacks of a frame comes when the frame has been drawn.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.timeOrigin + performance.now());
        port2.postMessage(null);
      }),
    );
  const isInView = (element: Element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top < innerHeight && bottom >= 0;
  };
  const framesIn = (article: Element) => [...article.querySelectorAll('iframe')].filter(isInView);
  /** Whatever is unfolded and in view has what stands in it. */
  const stands = (article: Element) => {
    const unfolded = [...article.querySelectorAll('li[data-id]')].filter(
      (part) => part.querySelector('header') && isInView(part),
    );
    const isThere = (part: Element) => {
      const places = [...part.querySelectorAll('[data-find]')].filter((place) => !place.closest('header'));
      const inView = places.filter(isInView);
      const frames = framesIn(part);
      const isAwaited = inView.some((place) =>
        place.matches('[data-find=asleep], [data-find=frame]:not(:has(iframe))'),
      );
      return places.length > 0 && !isAwaited && frames.every((one) => 'shown' in one.dataset && one.clientHeight > 0);
    };
    return unfolded.length > 0 && unfolded.every(isThere);
  };
  const next = () =>
    new Promise<Opened | null>((resolve) => {
      let clickedAt: number | undefined;
      const before = pane?.querySelector('article');
      const onClick = ({ timeStamp }: Event) => {
        clickedAt = performance.timeOrigin + timeStamp;
      };
      document.addEventListener('click', onClick, { capture: true, once: true });
      const end = (opened: Opened | null) => {
        observer.disconnect();
        clearTimeout(timer);
        resolve(opened);
      };
      const observer = new MutationObserver(() => {
        const article = pane?.querySelector('article');
        const from = clickedAt;
        if (from === undefined || !article || article === before || !stands(article)) return;
        observer.disconnect();
        const frames = framesIn(article).length;
        void painted().then((paintedAt) => end({ clickedAt: from, paintedAt, frames }));
      });
      if (pane) observer.observe(pane, { childList: true, subtree: true, attributes: true });
      const timer = setTimeout(() => end(null), longestMs);
    });
  let watching: Promise<Opened | null> = Promise.resolve(null);
  const begin = () => {
    watching = next();
  };
  Reflect.set(window, 'opening', { begin, end: () => watching } satisfies Watch);
}

/** Runs in a message's own frame: when the document below it was on screen, as the browser says. Epoch ms. */
function contentPaintedAt(): Promise<number> {
  return new Promise((resolve) => {
    const look = () => {
      const below = document.querySelector('iframe')?.contentWindow;
      const [entry] = below?.performance.getEntriesByName('first-contentful-paint') ?? [];
      if (below && entry) resolve(below.performance.timeOrigin + entry.startTime);
      else setTimeout(look, 5);
    };
    look();
  });
}

/** By the time that the last of the frames in view showed its mail. */
async function framesPaintedAt(page: Page, frames: number): Promise<number> {
  const elements = await page.locator('section[aria-label="Message"] iframe').elementHandles();
  const seen: number[] = [];
  for (const element of elements.slice(0, frames)) {
    const frame = await element.contentFrame();
    if (frame) seen.push(await frame.evaluate(contentPaintedAt));
  }
  return Math.max(...seen);
}

interface Times {
  readonly plain: number[];
  readonly framed: number[];
}

async function openRows(page: Page): Promise<Times> {
  const times: Times = { plain: [], framed: [] };
  await listBox(page).hover();
  for (let click = 0; click < clicks; click++) {
    const at = click % rowsOfScreen;
    if (click > 0 && at === 0) {
      await page.mouse.wheel(0, 68 * rowsOfScreen);
      await sleep(lookMs);
    }
    const list = await listBox(page).boundingBox();
    if (!list) throw new Error('There is no list');
    await page.mouse.move(list.x + list.width / 2, list.y + 40 + at * 68);
    await sleep(lookMs);
    await page.evaluate(() => (Reflect.get(window, 'opening') as Watch).begin());
    await page.mouse.down();
    await page.mouse.up();
    const opened = await page.evaluate(() => (Reflect.get(window, 'opening') as Watch).end());
    if (!opened) continue;
    const { clickedAt, paintedAt, frames } = opened;
    if (frames === 0) times.plain.push(paintedAt - clickedAt);
    else times.framed.push(Math.max(paintedAt, await framesPaintedAt(page, frames)) - clickedAt);
  }
  return times;
}

export async function measureOpen({ profile }: Bench): Promise<Measured[]> {
  const { folder, name } = await profile();
  const { app, page } = await openPorthole(folder);
  await firstRow(page).waitFor();
  await page.evaluate(install);
  const { plain, framed } = await openRows(page);
  await app.close();
  const all = [...plain, ...framed];
  if (all.length < clicks * 0.9) throw new Error(`Only ${all.length} of ${clicks} clicks opened a message`);
  return [
    {
      what: `click to message on screen, ${name}: p95`,
      figure: percentile(all, 0.95),
      unit: 'ms',
      note: `${all.length} of ${clicks} clicks; p50 ${Math.round(median(all))}`,
      budget: 'open',
    },
    ...(
      [['text', plain] as const, ['laid out', framed] as const] satisfies readonly (readonly [string, number[]])[]
    ).flatMap(([kind, times]): Measured[] => [
      { what: `… ${kind}: p50`, figure: median(times), unit: 'ms', note: `${times.length} messages` },
      { what: `… ${kind}: p95`, figure: percentile(times, 0.95), unit: 'ms', budget: 'open' },
    ]),
  ];
}
