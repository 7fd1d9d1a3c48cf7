// How an answer is worked out: a tree of nodes over the places of messages, from the newest backwards, one message at a
// time, so that a page is there before everything is known. Knows neither words nor labels.

/** Asked for ever older places only: a node may forget what is newer. */
export interface Node {
  /** The newest place at or before `from` that may be one; nothing lies between. -1: there are no more. */
  readonly next: (from: number) => number;
  /** Whether this place is one. */
  readonly has: (place: number) => boolean;
  /** Where `has` costs too much to be asked for a place that another node rules out. */
  readonly slow?: true;
}

export const nowhere: Node = { next: () => -1, has: () => false };
export const everywhere: Node = { next: (from) => from, has: () => true };

export function test(passes: (place: number) => boolean): Node {
  return {
    next: (from) => {
      let place = from;
      while (place >= 0 && !passes(place)) place--;
      return place;
    },
    has: passes,
  };
}

/** From the first up to and with the last. */
export function range(first: number, last: number): Node {
  return {
    next: (from) => {
      const place = Math.min(from, last);
      return place < first ? -1 : place;
    },
    has: (place) => place >= first && place <= last,
  };
}

/** These places and no others, oldest first. */
export function only(places: readonly number[]): Node {
  const all = new Set(places);
  let at = places.length - 1;
  return {
    next: (from) => {
      while ((places[at] ?? -1) > from) at--;
      return places[at] ?? -1;
    },
    has: (place) => all.has(place),
  };
}

/** Every node leaps to where the one before it stands, until all of them stand at the same place. */
export function both(nodes: readonly Node[]): Node {
  const leaping = nodes.filter(({ slow }) => !slow);
  const slow = nodes.filter((node) => node.slow);
  const leap = (from: number): number => {
    let place = from;
    let still = 0;
    for (let at = 0; still < leaping.length; at = (at + 1) % leaping.length) {
      const next = leaping[at]?.next(place) ?? -1;
      if (next < 0) return -1;
      still = next === place ? still + 1 : 1;
      place = next;
    }
    return place;
  };
  return {
    next: (from) => {
      let place = leap(from);
      while (place >= 0 && !slow.every((node) => node.has(place))) place = leap(place - 1);
      return place;
    },
    has: (place) => leaping.every((node) => node.has(place)) && slow.every((node) => node.has(place)),
    ...(leaping.length === 0 && { slow: true }),
  };
}

/** Asks nobody twice for the same stretch: a node answers for all places down to its next one. */
function remembering({ next, ...node }: Node): Node {
  let asked = -1;
  let answered = -1;
  return {
    ...node,
    next: (from) => {
      if (from <= asked && from >= answered && asked >= 0) return answered;
      asked = from;
      answered = next(from);
      return answered;
    },
  };
}

export function either(nodes: readonly Node[]): Node {
  const all = nodes.map(remembering);
  return {
    next: (from) => all.reduce((newest, node) => (newest === from ? newest : Math.max(newest, node.next(from))), -1),
    has: (place) => all.some((node) => node.has(place)),
    ...(all.some(({ slow }) => slow) && { slow: true }),
  };
}

/** Of the places that `among` accepts. */
export function butNot(node: Node, among: Node): Node {
  return both([among, { ...test((place) => !node.has(place)), ...(node.slow && { slow: true }) }]);
}
