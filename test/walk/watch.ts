// Looks at the window at every frame, as somebody who sits before it, and notes what such a person would not like. Runs in
// the window's own page; knows Porthole only by what it shows.

export interface Incident {
  /** Since the watch began, ms. */
  readonly at: number;
  readonly what: string;
}

export interface Frame {
  /** What the list says it is: name, number of rows. */
  readonly heading: string;
  /** Rows in view; those that show mail, and those that nothing is known of yet. */
  readonly rows: number;
  readonly filled: number;
  readonly blank: number;
  /** An empty list that says why. */
  readonly explained: boolean;
}

export interface Watch {
  readonly incidents: Incident[];
  /** While nobody touches anything, nothing may move. */
  handsOff: boolean;
  /** Filled while somebody types. */
  frames: Frame[] | null;
  /** What the lines around the list said, each once in a row. */
  readonly said: {
    readonly at: number;
    readonly line: 'count' | 'coverage' | 'progress' | 'left';
    readonly text: string;
  }[];
  mostRows: number;
  longestTaskMs: number;
  /** Where the pointer is. */
  pointer: { readonly x: number; readonly y: number } | null;
  stop: () => void;
}

/** What `LayoutShift.sources` holds. */
interface Shifted {
  readonly node: Node | null;
  readonly previousRect: DOMRectReadOnly;
  readonly currentRect: DOMRectReadOnly;
}

/** Self-contained: its source is sent to the page. */
export function watchWindow(): void {
  const before = Reflect.get(window, 'walk') as Watch | undefined;
  before?.stop();
  const began = performance.now();
  let over = false;
  const walk: Watch = {
    incidents: [],
    handsOff: false,
    frames: null,
    said: [],
    mostRows: 0,
    longestTaskMs: 0,
    pointer: null,
    stop: () => {
      over = true;
    },
  };
  Reflect.set(window, 'walk', walk);
  const note = (what: string) => {
    const at = Math.round(performance.now() - began);
    const latest = walk.incidents.at(-1);
    if (latest?.what === what && at - latest.at < 1_000) return;
    walk.incidents.push({ at, what });
  };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries())
      walk.longestTaskMs = Math.max(walk.longestTaskMs, Math.round(duration));
  }).observe({ type: 'longtask' });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (!walk.handsOff || over) continue;
      const all = (Reflect.get(entry, 'sources') ?? []) as readonly Shifted[];
      // A number at the edge of its line that gets another digit stands where it stood.
      const sources = all.filter(
        ({ previousRect: was, currentRect: is }) =>
          was.top !== is.top || was.height !== is.height || (was.right !== is.right && was.left !== is.left),
      );
      // A row that is drawn for another message has other words in the same places; rows are looked at by what they show.
      // Counts beside the list come in another order as mail comes in, where nobody points at them.
      const mayMove = (node: Node | null) =>
        !(node instanceof Element) || node.closest('[role="listbox"][data-takes-keys], aside:not(:hover)');
      if (sources.every(({ node }) => mayMove(node))) continue;
      const where = sources.map(({ node }) =>
        node instanceof Element
          ? `${node.tagName.toLowerCase()}.${node.getAttribute('class')?.split(' ')[0] ?? ''}`
          : '?',
      );
      note(`layout shift of ${where.join(', ')}`);
    }
  }).observe({ type: 'layout-shift' });

  interface Seen {
    readonly top: number;
    readonly rows: ReadonlyMap<string, number>;
    readonly underPointer: string | null;
  }
  let last: Seen | null = null;
  const lastSaid = new Map<string, string>();
  let mostOnDisk = -1;

  const say = (line: Watch['said'][number]['line'], text: string) => {
    if (lastSaid.get(line) === text) return;
    lastSaid.set(line, text);
    walk.said.push({ at: Math.round(performance.now() - began), line, text });
  };
  const text = (selector: string) => document.querySelector(selector)?.textContent?.trim() ?? '';
  const digits = (written: string) => Number(written.replaceAll(/\D/g, ''));

  const listBox = () => document.querySelector<HTMLElement>('[role="listbox"][data-takes-keys][aria-label="Messages"]');
  const inViewOf = (list: HTMLElement) => {
    const box = list.getBoundingClientRect();
    return [...list.querySelectorAll<HTMLElement>('[role="option"]')].filter((option) => {
      const { top, bottom } = option.getBoundingClientRect();
      return bottom > box.top + 1 && top < box.bottom - 1;
    });
  };
  const status = () => text('main h1 ~ [role="status"]');

  const keepFrame = (list: HTMLElement | null, inView: readonly HTMLElement[]) => {
    walk.frames?.push({
      heading: [text('main h1'), status()].join(' | '),
      rows: inView.length,
      filled: inView.filter((option) => option.querySelector('time') !== null).length,
      blank: inView.filter(({ id }) => id.startsWith('row-')).length,
      explained: list === null && document.querySelector('main [class*="_empty"][aria-busy="true"]') === null,
    });
  };

  const readLines = () => {
    const isSearch = /search/i.test(status());
    say('count', `${text('main h1')} ${isSearch ? '' : status()}`.trim());
    if (isSearch) say('coverage', status());
    const footer = document.querySelector('footer')?.textContent ?? '';
    const [left] = /(?:about|less than)[^·]*left/.exec(footer) ?? [];
    if (left) say('left', left);
    const [, onDisk, inMailbox] = /([\d,]+) of ([\d,]+) messages? on this computer/.exec(footer) ?? [];
    if (!onDisk || !inMailbox) return;
    say('progress', `${onDisk} of ${inMailbox}`);
    if (digits(onDisk) > digits(inMailbox)) note('more is on this computer than there is');
    if (digits(onDisk) < mostOnDisk) note(`the number of messages goes back from ${mostOnDisk} to ${digits(onDisk)}`);
    mostOnDisk = digits(onDisk);
  };

  const compareOrder = (inView: readonly HTMLElement[]) => {
    const order = document.querySelector<HTMLSelectElement>('main select')?.selectedIndex ?? 0;
    const dates = inView.flatMap((option) => option.querySelector('time')?.dateTime ?? []);
    if (order === 0 && dates.some((date, at) => at > 0 && date > (dates[at - 1] ?? ''))) note('rows are not in order');
  };

  const compareRows = (now: Seen, then: Seen) => {
    if (then.rows.size > 0 && now.rows.size === 0) note('the list is empty for a moment');
    // At the very top new mail is meant to be seen.
    if (now.top === 0 || then.top === 0) return;
    const moved = [...now.rows].filter(([id, y]) => Math.abs((then.rows.get(id) ?? y) - y) > 1);
    if (moved.length > 0) note(`${moved.length} rows move`);
    const isKnown = then.underPointer !== null && !then.underPointer.startsWith('row-');
    if (isKnown && now.underPointer !== then.underPointer) note('another row is under the pointer');
  };

  const look = () => {
    if (over) return;
    requestAnimationFrame(look);
    const list = listBox();
    const inView = list ? inViewOf(list) : [];
    walk.mostRows = Math.max(walk.mostRows, list?.querySelectorAll('[role="option"]').length ?? 0);
    keepFrame(list, inView);
    readLines();
    const { pointer } = walk;
    const pointedAt = pointer && document.elementFromPoint(pointer.x, pointer.y)?.closest('[role="option"]');
    const now: Seen = {
      top: list?.scrollTop ?? 0,
      rows: new Map(inView.map((option) => [option.id, Math.round(option.getBoundingClientRect().top)])),
      underPointer: pointedAt?.id ?? null,
    };
    if (walk.handsOff) compareOrder(inView);
    if (walk.handsOff && last) compareRows(now, last);
    last = now;
  };
  requestAnimationFrame(look);
}

/** What is wrong with how things stand, as far as a program can see it. Self-contained, too. */
export function faultsOfLayout(): string[] {
  const named = (element: Element) =>
    `${element.tagName.toLowerCase()}.${(element.getAttribute('class') ?? '').replace(/^_([^_]+)_.*/, '$1')}`;
  const visible = [...document.querySelectorAll<HTMLElement>('body *')].filter((element) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 1 && height > 1 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  });
  const hasText = (element: Element) =>
    [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
  const isCutOff = (element: Element) => {
    const { overflowX, textOverflow } = getComputedStyle(element);
    return (
      /hidden|clip/.test(overflowX) && textOverflow !== 'ellipsis' && element.scrollWidth > element.clientWidth + 1
    );
  };
  const faults = visible.filter((one) => hasText(one) && isCutOff(one)).map((one) => `${named(one)} is cut off`);
  if (document.documentElement.scrollWidth > innerWidth + 1) faults.push('the window scrolls sideways');

  // What is scrolled away, or lies under something that is meant to cover it, is in nobody's way.
  const isReached = (element: Element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const there = document.elementFromPoint(x + width / 2, y + height / 2);
    return there !== null && (element.contains(there) || there.contains(element));
  };
  const pressable = visible.filter((one) => one.matches('button, input, select, [role="treeitem"]') && isReached(one));
  const overlap = (one: Element, other: Element) => {
    if (one.contains(other) || other.contains(one)) return false;
    // What is scrolled under the edge of its own pane lies under no button of the next.
    if (one.closest('nav, aside, footer, main') !== other.closest('nav, aside, footer, main')) return false;
    const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
    const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    return across > 2 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2;
  };
  // The box has its buttons inside.
  const apart = pressable.filter((one) => !one.matches('[type="search"], [type="radio"], search button'));
  for (const [at, one] of apart.entries())
    for (const other of apart.slice(at + 1))
      if (overlap(one, other)) faults.push(`${named(one)} and ${named(other)} overlap`);
  return [...new Set(faults)];
}
