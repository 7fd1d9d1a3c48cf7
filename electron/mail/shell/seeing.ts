// Whether a person can see what stands at a place of a mail: by its style, that of all around it, and what lies on top there.
// Knows nothing of what is written there.
import { contrast, createReader, type Rgba } from './colours.ts';
import { getter } from './getter.ts';

const parentOf = getter<Element | null>(Node.prototype, 'parentElement');
const documentOf = getter<Document>(Node.prototype, 'ownerDocument');
const { contains } = Node.prototype;
const checkVisibility = Element.prototype.checkVisibility as (
  this: Element,
  options: CheckVisibilityOptions,
) => boolean;
const { elementFromPoint } = Document.prototype;

const leastOpacity = 0.15;
const leastContrast = 1.3;

/** `perhaps`: a shadow or a picture decides, which nobody can ask. `veiled`: the same of what lies over it, which lets it through
 *  in part or wholly, and whatever else lies below. */
export type Seen = 'seen' | 'perhaps' | 'veiled' | 'unseen';

const readColour = createReader();

/** What a letter stands on. `isPlain`: no picture has part in it. */
interface Ground {
  readonly opacity: number;
  readonly colour: Rgba;
  readonly isPlain: boolean;
}
const paper: Ground = { opacity: 1, colour: [1, 1, 1, 1], isPlain: true };

const mixed = (over: Rgba, under: Rgba): Rgba => {
  const channel = (at: 0 | 1 | 2) => over[at] * over[3] + under[at] * (1 - over[3]);
  return [channel(0), channel(1), channel(2), 1];
};

/** Each element is looked at once, whatever stands in it. */
function createGrounds(): (element: Element) => Ground {
  const known = new Map<Element, Ground>();
  const groundOf = (element: Element): Ground => {
    const before = known.get(element);
    if (before) return before;
    const around = parentOf.call(element);
    const under = around ? groundOf(around) : paper;
    const { opacity, backgroundImage, backgroundColor } = getComputedStyle(element);
    const colour = readColour(backgroundColor);
    const hidesAll = colour !== null && colour[3] >= 1;
    const ground: Ground = {
      opacity: under.opacity * Number(opacity),
      colour: colour ? mixed(colour, under.colour) : under.colour,
      isPlain: backgroundImage === 'none' && (hidesAll || under.isPlain),
    };
    known.set(element, ground);
    return ground;
  };
  return groundOf;
}

/** By its own style and that of what it stands in. */
function seenIn(element: Element, ground: Ground): Seen {
  if (!checkVisibility.call(element, { opacityProperty: true, visibilityProperty: true })) return 'unseen';
  if (ground.opacity < leastOpacity) return 'unseen';
  const own = getComputedStyle(element);
  const colour = readColour(own.color);
  const isSure = ground.isPlain && own.textShadow === 'none' && own.backgroundClip !== 'text';
  const isLegible = colour !== null && contrast(mixed(colour, ground.colour), ground.colour) >= leastContrast;
  return isLegible ? 'seen' : isSure ? 'unseen' : 'perhaps';
}

/** As `seenIn`; each element is looked at once. */
export function createSeenIn(): (element: Element) => Seen {
  const known = new Map<Element, Seen>();
  const groundOf = createGrounds();
  return (element) => {
    const seen = known.get(element) ?? seenIn(element, groundOf(element));
    known.set(element, seen);
    return seen;
  };
}

/** Whether it hides what lies below it. Only the uppermost can be asked. */
function hides(there: Element): boolean {
  let opacity = 1;
  for (let one: Element | null = there; one; one = parentOf.call(one)) opacity *= Number(getComputedStyle(one).opacity);
  const alpha = readColour(getComputedStyle(there).backgroundColor)?.[3] ?? 0;
  return alpha * opacity > 1 - leastOpacity;
}

/** Whether it is on top there, within all edges. What is beyond the window can't be asked. */
export function seenAt(element: Element, { left, top, width, height }: DOMRect): Seen {
  const [x, y] = [left + width / 2, top + height / 2];
  if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) return 'perhaps';
  const there = elementFromPoint.call(documentOf.call(element), x, y);
  if (there !== null && contains.call(element, there)) return 'seen';
  // What it stands in is on top where an edge cuts it off.
  return there === null || contains.call(there, element) || hides(there) ? 'unseen' : 'veiled';
}

const order: readonly Seen[] = ['seen', 'perhaps', 'veiled', 'unseen'];
export const worse = (one: Seen, other: Seen): Seen => (order.indexOf(one) > order.indexOf(other) ? one : other);
