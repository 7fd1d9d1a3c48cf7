// Finding in the open conversation: in the window's own texts, in the frames, which look for themselves, and in what is folded
// away or far off, which is known by its text alone until somebody gets there.
import { type RefObject, useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import type { Finding, FoundInFrame } from './find-context.ts';
import { type Place, placeOfSpot, type Spot, settled, spotAt, stepped, total } from './places.ts';
import { countIn, rangesIn } from './texts.ts';

interface FindOptions {
  /** Holds all that is looked through. */
  readonly box: RefObject<HTMLElement | null>;
  /** The text of a message, for what is not there to look through. */
  readonly textOf: (messageId: string) => string;
  readonly onUnfold: (messageId: string) => void;
}

interface Located extends Place {
  readonly element: HTMLElement;
  /** Of its own texts; null where it is not the window that looks. */
  readonly ranges: readonly Range[] | null;
}

const nowhere: readonly Located[] = [];

export interface FindState {
  readonly open: boolean;
  readonly text: string;
  readonly index: number;
  readonly total: number;
  readonly finding: Finding;
  readonly show: () => void;
  readonly close: () => void;
  readonly look: (text: string) => void;
  readonly step: (step: 1 | -1) => void;
}

function mark(name: string, ranges: readonly Range[], priority: number): void {
  const highlight = new Highlight(...ranges);
  highlight.priority = priority;
  CSS.highlights.set(name, highlight);
}

function unmark(): void {
  for (const name of ['found', 'found-current']) CSS.highlights.delete(name);
}

export function useFind({ box, textOf, onUnfold }: FindOptions): FindState {
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [places, setPlaces] = useState(nowhere);
  const [spot, setSpot] = useState<Spot | null>(null);
  const inFrames = useRef(new Map<string, FoundInFrame>());
  const walked = useRef(false);
  /** Where the person was last brought: not again by itself, while they scroll. */
  const [wanted, setWanted] = useState(0);
  const sought = open ? text : '';

  const locate = useEffectEvent((): readonly Located[] => {
    if (sought === '') return nowhere;
    const elements = [...(box.current?.querySelectorAll<HTMLElement>('[data-find]') ?? [])];
    const known = new Set<string>();
    return elements.map((element, at) => {
      const { find, key = `text ${at}`, message = '' } = element.dataset;
      if (find === 'text') {
        const ranges = rangesIn(element, sought);
        return { key, element, ranges, count: ranges.length };
      }
      if (find === 'frame') return { key, element, ranges: null, count: inFrames.current.get(key)?.count ?? 0 };
      // Several parts of a message are one text here.
      const count = known.has(message) ? 0 : (inFrames.current.get(key)?.count ?? countIn(textOf(message), sought));
      known.add(message);
      return { key, element, ranges: null, count };
    });
  });

  const look = useEffectEvent(() => {
    const now = locate();
    setPlaces(now);
    // Frames answer later: until somebody goes on, the first of all is the one.
    setSpot((before) => (walked.current ? settled(now, before, places) : spotAt(now, 0)));
    if (sought !== '')
      mark(
        'found',
        now.flatMap(({ ranges }) => ranges ?? []),
        1,
      );
  });

  // Whatever comes, goes or unfolds.
  useEffect(() => {
    inFrames.current.clear();
    look();
    if (sought === '' || !box.current) return unmark;
    let waiting = 0;
    const observer = new MutationObserver(() => {
      cancelAnimationFrame(waiting);
      waiting = requestAnimationFrame(() => look());
    });
    observer.observe(box.current, { childList: true, subtree: true, attributeFilter: ['data-find'] });
    return () => {
      cancelAnimationFrame(waiting);
      observer.disconnect();
      unmark();
    };
  }, [sought, box]);

  const bring = useEffectEvent(() => {
    const there = places.find(({ key }) => key === spot?.key);
    if (!there || !spot) return;
    const { element, ranges } = there;
    const range = ranges?.[spot.index];
    mark('found-current', range ? [range] : [], 2);
    if (range) {
      const fold = range.startContainer.parentElement?.closest('details');
      if (fold) fold.open = true;
      bringIntoView(box.current, range.getBoundingClientRect().top);
    } else if (element.dataset['find'] === 'folded') onUnfold(element.dataset['message'] ?? '');
    else bringIntoView(box.current, element.getBoundingClientRect().top + (inFrames.current.get(there.key)?.top ?? 0));
  });
  const key = spot?.key;
  const index = spot?.index;
  // biome-ignore lint/correctness/useExhaustiveDependencies: brought there when it is another one, or asked for again.
  useEffect(() => bring(), [key, index, wanted]);

  // What frames tell is kept first, and then looked at as anything else that has changed.
  const [told, setTold] = useState(0);
  const onFound = useCallback((frame: string, found: FoundInFrame) => {
    inFrames.current.set(frame, found);
    setTold((times) => times + 1);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at anew when a frame has told something.
  useEffect(() => {
    if (sought === '') return;
    look();
    bring();
  }, [told]);

  return {
    open,
    text,
    index: placeOfSpot(places, spot),
    total: total(places),
    finding: useMemo(() => ({ text: sought, current: spot, onFound }), [sought, spot, onFound]),
    show: () => setOpen(true),
    close: () => setOpen(false),
    look: (now) => {
      walked.current = false;
      setSpot(null);
      setText(now);
    },
    step: (by) => {
      walked.current = true;
      setSpot(stepped(places, spot, by));
      setWanted((times) => times + 1);
    },
  };
}

/** In the upper third, where it is out of sight. */
function bringIntoView(box: HTMLElement | null, top: number): void {
  const pane = box?.closest<HTMLElement>('[data-scrolls]');
  if (!pane) return;
  const { top: above, height } = pane.getBoundingClientRect();
  if (top < above + 60 || top > above + height - 60) pane.scrollTop += top - above - height / 3;
}
