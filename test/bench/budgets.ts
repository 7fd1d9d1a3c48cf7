// What each figure must reach, and why that much. A figure without a budget here is only reported.

export interface Budget {
  readonly of: 'figure' | 'ratio';
  readonly bound: 'most' | 'least';
  readonly value: number;
  readonly why: string;
}

const most = (value: number, why: string): Budget => ({ of: 'figure', bound: 'most', value, why });
const mostRatio = (value: number, why: string): Budget => ({ of: 'ratio', bound: 'most', value, why });
const least = (value: number, why: string): Budget => ({ of: 'figure', bound: 'least', value, why });

export const budgets = {
  firstRows: mostRatio(
    1.25,
    'a window that shows mail opens as soon as one that shows nothing, as far as anybody notices',
  ),
  searchMedian: most(1, 'a search for every letter typed leaves the rest of the frame to painting'),
  searchP95: most(5, 'a third of a frame: with what painting takes, the answer is on the next one'),
  searchWorst: most(50, 'a tenth of a second is what feels instant, and half of it goes to the window'),
  searchGrowth: mostRatio(
    2,
    'ten times the mail is no reason to wait: what is found first must not depend on how much there is',
  ),
  slowerThanOthers: most(0, 'notmuch and mu are the fastest that there are for mail on disk'),
  keystroke: most(33, 'two frames at 60 Hz: the letter and its answer appear as one'),
  keystrokeGrowth: mostRatio(2, 'as for the search itself'),
  open: most(100, 'a tenth of a second is what feels instant'),
  nextFrame: most(50, 'three frames at 60 Hz: whatever is touched moves under the hand'),
  interactionToNextPaint: most(
    100,
    'half of what the browser makers call good (INP): on disk there is nothing to wait for',
  ),
  loopDelay: most(10, 'main carries every request of the window, and a frame is 16.7 ms'),
  hydrationRate: least(45, 'what is said of 50 messages a second is worth nothing at fewer'),
  longestTask: most(50, 'longer ones are what browsers call long tasks: scrolling stutters'),
  rowsInDocument: most(80, 'a few screens: more rows than are seen cost layout and memory'),
  hydrationShare: least(0.97, 'Gmail allows five messages a second: what is wasted of it is waited for'),
  refusals: most(0, 'Gmail makes everybody wait who asks for too much'),
  unitsAgainstGets: mostRatio(0.8, 'fetching threads whole saves what their messages would cost one by one'),
  skeletonUnits: most(3_500, 'half a minute of quota, and every message, thread and label of 100,000 is known'),
  firstScreenSeconds: most(2, 'who has just signed in is looking'),
  firstScreenTrips: most(4, 'on a slow line every further one is waited for'),
  sizeOnDisk: mostRatio(
    1.6,
    'an index over all text costs something, a second copy of the text would cost more; HTML counts as text, being kept',
  ),
  memory: most(150, 'MB more than a window that shows nothing: mail lies on disk, not in memory'),
} as const satisfies Readonly<Record<string, Budget>>;

export type BudgetName = keyof typeof budgets;
