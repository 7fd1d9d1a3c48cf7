// From a letter in the filter box to the rows that answer it on screen, as the page itself sees it.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright';
import { firstRow, openEmpty, openPorthole } from '../app.ts';
import type { Bench } from '../bench.ts';
import { type Measured, percentile } from '../figures.ts';
import type { Profile } from '../profiles.ts';
import { typedQueries } from '../queries.ts';

/** Eight letters a second: a quick typist. */
const letterMs = 125;
const passes = 3;

interface Watch {
  /** Watches from now on: a page that is busy would take the letter before it is told to. */
  readonly begin: () => void;
  /** The letter's time until its rows were painted; null where the rows stayed the same for a second. */
  readonly end: () => Promise<number | null>;
}

/** Runs in the page. */
function install(): void {
  const longestMs = 1_000;
  const painted = () =>
    new Promise<number>((resolve) =>
      requestAnimationFrame(() => {
        // A task after the callbacks of a frame comes when the frame has been drawn.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(null);
      }),
    );
  const list = document.querySelector('[role=listbox][data-takes-keys]');
  const rowsInView = Math.ceil((list?.clientHeight ?? 0) / (list?.querySelector('[role=option]')?.clientHeight ?? 1));
  /** Which rows are in view, which their count is no part of; undefined while some are still on their way from the store.
   *  The list stands at its top while somebody types. */
  const rows = (): string | undefined => {
    const options = [...document.querySelectorAll('[role=listbox][data-takes-keys] [role=option]')].slice(
      0,
      rowsInView,
    );
    if (options.some(({ id }) => id.startsWith('row-'))) return undefined;
    return options.map(({ id }) => id).join();
  };
  const next = () =>
    new Promise<number | null>((resolve) => {
      let typedAt: number | undefined;
      let before: string | undefined;
      const onInput = (event: Event) => {
        typedAt = event.timeStamp;
        before = rows();
      };
      document.addEventListener('input', onInput, { capture: true, once: true });
      const end = (ms: number | null) => {
        observer.disconnect();
        clearTimeout(timer);
        document.removeEventListener('input', onInput, { capture: true });
        resolve(ms);
      };
      const observer = new MutationObserver(() => {
        const from = typedAt;
        const now = rows();
        if (from === undefined || now === undefined || now === before) return;
        observer.disconnect();
        void painted().then((at) => end(at - from));
      });
      observer.observe(document.body, { childList: true, subtree: true, attributes: true });
      const timer = setTimeout(() => end(null), longestMs);
    });
  let watching: Promise<number | null> = Promise.resolve(null);
  const begin = () => {
    watching = next();
  };
  Reflect.set(window, 'watch', { begin, end: () => watching } satisfies Watch);
}

/** Runs in an empty page: there is a box, and one line, whose text is another with every letter. */
function installLine(): void {
  document.body.innerHTML =
    '<input aria-label="Filter messages"><div role="listbox" data-takes-keys><p role="option" id="message-0">0</p></div>';
  document.addEventListener('input', () => {
    const [line] = document.getElementsByTagName('p');
    if (!line) return;
    line.textContent = String(Number(line.textContent) + 1);
    line.id = `message-${line.textContent}`;
  });
}

const watch = (page: Page) => page.evaluate(() => (Reflect.get(window, 'watch') as Watch).begin());
const watched = (page: Page) => page.evaluate(() => (Reflect.get(window, 'watch') as Watch).end());

async function type(page: Page, text: string): Promise<number[]> {
  const times: number[] = [];
  for (const letter of text) {
    const started = performance.now();
    await watch(page);
    await page.keyboard.type(letter);
    const ms = await watched(page);
    if (ms !== null) times.push(ms);
    await sleep(Math.max(0, letterMs - (performance.now() - started)));
  }
  return times;
}

/** What this machine and this runtime take for a letter alone. */
async function typeInEmpty(): Promise<number[]> {
  const { app, page } = await openEmpty();
  await page.evaluate(installLine);
  await page.evaluate(install);
  await page.getByLabel('Filter messages').click();
  const times: number[] = [];
  for (const query of typedQueries) times.push(...(await type(page, query)));
  await app.close();
  return times;
}

interface Typed {
  readonly profile: Profile;
  readonly times: readonly number[];
  readonly letters: number;
}

async function typeIn(profile: Profile): Promise<Typed> {
  const { app, page } = await openPorthole(profile.folder);
  await firstRow(page).waitFor();
  await page.evaluate(install);
  const box = page.getByRole('combobox', { name: 'Filter messages' });
  await box.click();
  // What is only done once is not what somebody who types waits for.
  await type(page, 'a');
  const times: number[] = [];
  for (let pass = 0; pass < passes; pass++) {
    for (const query of typedQueries) {
      await box.fill('');
      await sleep(400);
      times.push(...(await type(page, query)));
    }
  }
  await app.close();
  const letters = passes * typedQueries.reduce((sum, { length }) => sum + length, 0);
  if (times.length < letters / 4) throw new Error(`Only ${times.length} of ${letters} letters changed the rows`);
  return { profile, times, letters };
}

export async function measureKeystroke({ profiles }: Bench): Promise<Measured[]> {
  const alone = await typeInEmpty();
  const typed: Typed[] = [];
  const all = await profiles();
  const large = all.filter(({ count }) => count >= 100_000);
  for (const profile of large.length > 0 ? large : all) typed.push(await typeIn(profile));
  return typed.flatMap(({ profile: { name, count }, times, letters }) =>
    ([0.5, 0.95] as const).map((share): Measured => {
      const what = `keystroke to painted rows, ${name}: p${share * 100}`;
      const figure = percentile(times, share);
      const note = `${times.length} of ${letters} letters changed the rows`;
      const smaller = typed.find(({ profile }) => profile.count === 100_000);
      if (count > 100_000 && smaller) {
        const baseline = { what: '100k', figure: percentile(smaller.times, share) };
        return { what, figure, unit: 'ms', note, baseline, budget: 'keystrokeGrowth' };
      }
      const baseline = { what: 'a letter alone', figure: percentile(alone, share) };
      return { what, figure, unit: 'ms', note, baseline, ...(share > 0.9 && { budget: 'keystroke' }) };
    }),
  );
}
