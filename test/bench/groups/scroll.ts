// The list scrolled from end to end: no frame may wait for it, and only what is in view may exist.
import type { Page } from 'playwright';
import { firstRow, listBox, openPorthole } from '../app.ts';
import type { Bench } from '../bench.ts';
import type { Measured } from '../figures.ts';

/** Twenty seconds at 60 Hz: every frame shows other rows. */
const frames = 1_200;

interface Scrolled {
  /** Of tasks of 50 ms and more, the only ones that the browser reports (W3C Long Tasks). */
  readonly longTasks: readonly number[];
  readonly mostRows: number;
  readonly frameMs: readonly number[];
  readonly reachedEnd: boolean;
}

function scroll(page: Page): Promise<Scrolled> {
  return listBox(page).evaluate(async (box, count) => {
    const longTasks: number[] = [];
    const note = (entries: PerformanceEntryList) => longTasks.push(...entries.map(({ duration }) => duration));
    const observer = new PerformanceObserver((list) => note(list.getEntries()));
    observer.observe({ type: 'longtask' });
    const frameMs: number[] = [];
    let mostRows = 0;
    let before = performance.now();
    for (let frame = 1; frame <= count; frame++) {
      box.scrollTop = ((box.scrollHeight - box.clientHeight) * frame) / count;
      await new Promise(requestAnimationFrame);
      mostRows = Math.max(mostRows, document.querySelectorAll('[role=option]').length);
      frameMs.push(performance.now() - before);
      before = performance.now();
    }
    // A task is reported after it has ended.
    await new Promise((resolve) => setTimeout(resolve, 500));
    note(observer.takeRecords());
    observer.disconnect();
    const reachedEnd = box.scrollTop + box.clientHeight >= box.scrollHeight - 1 && box.scrollTop > 0;
    return { longTasks, mostRows, frameMs, reachedEnd };
  }, frames);
}

export async function measureScroll({ profile }: Bench): Promise<Measured[]> {
  const { folder, name } = await profile();
  const { app, page } = await openPorthole(folder);
  await firstRow(page).waitFor();
  const { longTasks, mostRows, frameMs, reachedEnd } = await scroll(page);
  await app.close();
  if (!reachedEnd) throw new Error('The list did not scroll to its end');
  const late = frameMs.filter((ms) => ms > 34).length;
  return [
    {
      what: `longest task while scrolling end to end, ${name}`,
      figure: Math.max(0, ...longTasks),
      unit: 'ms',
      budget: 'longestTask',
      note: longTasks.length === 0 ? 'none of 50 ms' : `${longTasks.length} of 50 ms and more`,
    },
    { what: 'rows in the document at most', figure: mostRows, unit: '', budget: 'rowsInDocument' },
    { what: 'frames that came two or more late', figure: late, unit: `of ${frames}` },
  ];
}
