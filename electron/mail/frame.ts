// What the window and a message's frame say to each other. Each side takes only what parses here: the frame may have been
// taken over by the mail in it, and the window is not the only one that can post to a frame. Pure.

/** What was left out of a document, because there is more of it than anybody sends. */
export type Cut = 'too-long' | 'too-many-elements' | 'too-deep' | 'too-much-style' | 'too-many-bytes-of-pictures';

/** Colours of the app, as CSS writes them. */
export interface Palette {
  readonly text: string;
  readonly background: string;
  readonly link: string;
  readonly quiet: string;
  readonly mark: string;
  readonly current: string;
}

export interface Show {
  readonly kind: 'show';
  /** As it was sent. */
  readonly html: string;
  /** Content-ID → part. */
  readonly related: readonly (readonly [contentId: string, partId: string])[];
  /** Allowed pictures: URL → path below the frame's own host. */
  readonly pictures: readonly (readonly [url: string, path: string])[];
  /** `adapted`: to a dark window. */
  readonly colours: 'original' | 'adapted';
  readonly dark: boolean;
  readonly palette: Palette;
  /** 1 is as sent. */
  readonly zoom: number;
  /** What is wider than the frame is made smaller. */
  readonly fits: boolean;
  /** Quoted text is folded away behind a button of this name; empty: it is not folded. */
  readonly quoted: string;
  /** For assistive technology. */
  readonly title: string;
  /** Words to be marked, folded to lower case. */
  readonly marks: readonly Mark[];
}

export interface Mark {
  readonly text: string;
  readonly where: 'whole-word' | 'beginning-of-word' | 'anywhere';
}

/** Looks for a text, and brings out one of the places where it stands: of a conversation's frames one has that which the
 *  person looks at. Empty: forgets it. */
export interface Find {
  readonly kind: 'find';
  readonly text: string;
  /** From 0; -1 where it is none of them. */
  readonly index: number;
}

export type ToFrame = Show | Find;

export interface Blocked {
  readonly kind: 'blocked';
  readonly pictures: number;
  readonly trackers: number;
  /** Each once; at most as many as the contract takes. */
  readonly hosts: readonly string[];
  readonly urls: readonly string[];
}

export interface Key {
  readonly kind: 'key';
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

export type FromFrame =
  /** It listens. */
  | { readonly kind: 'ready' }
  /** The message stands there. `hidden`: some of its text has nearly the colour of what is behind it. */
  | { readonly kind: 'shown'; readonly cut: readonly Cut[]; readonly hidden: boolean; readonly folded: boolean }
  /** CSS pixels. */
  | { readonly kind: 'height'; readonly height: number }
  /** `texts`: what a person may read of it; where they are several, in several ways or apart from each other. `cut`: it has
   *  more text than that. */
  | { readonly kind: 'link'; readonly href: string; readonly texts: readonly string[]; readonly cut: boolean }
  /** The link under the pointer or with the focus; null where there is none. */
  | { readonly kind: 'hover'; readonly href: string | null }
  | Blocked
  /** `top` of the one that is brought out, in the frame, CSS pixels. */
  | { readonly kind: 'found'; readonly count: number; readonly top: number }
  | Key
  /** It can't show the message: the window shows its text instead. */
  | { readonly kind: 'failed' };

export const longestHtml = 25_000_000;
/** What is longer is cut: no window could lay it out. */
export const longestShown = 1_500_000;
export const longestUrl = 8_192;
export const mostUrls = 500;
export const mostMarks = 200;
export const mostLinkTexts = 20;
export const longestLinkText = 1_000;
/** What is taller scrolls inside. */
export const tallest = 20_000;
const longestText = 1_000;
const cuts: readonly string[] = [
  'too-long',
  'too-many-elements',
  'too-deep',
  'too-much-style',
  'too-many-bytes-of-pictures',
] satisfies readonly Cut[];

type Fields = Readonly<Record<string, unknown>>;
type Check<T> = (value: unknown) => value is T;

const isString =
  (longest: number): Check<string> =>
  (value): value is string =>
    typeof value === 'string' && value.length <= longest;
const isBoolean: Check<boolean> = (value): value is boolean => typeof value === 'boolean';
const isNumber =
  (least: number, most: number): Check<number> =>
  (value): value is number =>
    typeof value === 'number' && value >= least && value <= most;
const isOneOf =
  (...those: readonly unknown[]): Check<unknown> =>
  (value): value is unknown =>
    those.includes(value);
const isList =
  (most: number, isItem: Check<unknown>): Check<readonly unknown[]> =>
  (value): value is readonly unknown[] =>
    Array.isArray(value) && value.length <= most && value.every(isItem);
const isPair =
  (first: Check<unknown>, second: Check<unknown>): Check<readonly unknown[]> =>
  (value): value is readonly unknown[] =>
    Array.isArray(value) && value.length === 2 && first(value[0]) && second(value[1]);

/** Exactly these fields, each as it must be. */
const isRecord =
  (shape: Readonly<Record<string, Check<unknown>>>): Check<Fields> =>
  (value): value is Fields =>
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).length === Object.keys(shape).length &&
    Object.entries(shape).every(([name, check]) => Object.hasOwn(value, name) && check((value as Fields)[name]));

const isCount = isNumber(0, 10_000_000);
const isColour = (value: unknown): value is string =>
  typeof value === 'string' &&
  /^(?:#[0-9a-f]{3,8}|(?:rgba?|hsla?|oklch|oklab|lch|lab|color)\([\w .,%/-]{1,80}\))$/i.test(value);
const isPath = (value: unknown): value is string => typeof value === 'string' && /^\/img\/[\w-]{1,200}$/.test(value);
const isPart = (value: unknown): value is string => typeof value === 'string' && /^[\d.]{0,300}$/.test(value);

const toFrame: Readonly<Record<ToFrame['kind'], Check<Fields>>> = {
  show: isRecord({
    kind: isOneOf('show'),
    html: isString(longestHtml),
    related: isList(1_000, isPair(isString(longestText), isPart)),
    pictures: isList(mostUrls, isPair(isString(longestUrl), isPath)),
    colours: isOneOf('original', 'adapted'),
    dark: isBoolean,
    palette: isRecord({
      text: isColour,
      background: isColour,
      link: isColour,
      quiet: isColour,
      mark: isColour,
      current: isColour,
    }),
    zoom: isNumber(0.5, 3),
    fits: isBoolean,
    quoted: isString(longestText),
    title: isString(longestText),
    marks: isList(
      mostMarks,
      isRecord({ text: isString(longestText), where: isOneOf('whole-word', 'beginning-of-word', 'anywhere') }),
    ),
  }),
  find: isRecord({ kind: isOneOf('find'), text: isString(longestText), index: isNumber(-1, 10_000_000) }),
};

const fromFrame: Readonly<Record<FromFrame['kind'], Check<Fields>>> = {
  ready: isRecord({ kind: isOneOf('ready') }),
  shown: isRecord({
    kind: isOneOf('shown'),
    cut: isList(cuts.length, isOneOf(...cuts)),
    hidden: isBoolean,
    folded: isBoolean,
  }),
  height: isRecord({ kind: isOneOf('height'), height: isNumber(0, tallest) }),
  link: isRecord({
    kind: isOneOf('link'),
    href: isString(longestUrl),
    texts: isList(mostLinkTexts, isString(longestLinkText)),
    cut: isBoolean,
  }),
  hover: isRecord({
    kind: isOneOf('hover'),
    href: (value): value is unknown => value === null || isString(longestUrl)(value),
  }),
  blocked: isRecord({
    kind: isOneOf('blocked'),
    pictures: isCount,
    trackers: isCount,
    hosts: isList(mostUrls, isString(300)),
    urls: isList(mostUrls, isString(longestUrl)),
  }),
  found: isRecord({
    kind: isOneOf('found'),
    count: isCount,
    top: isNumber(0, 10_000_000),
  }),
  key: isRecord({
    kind: isOneOf('key'),
    key: isString(20),
    code: isString(30),
    ctrlKey: isBoolean,
    metaKey: isBoolean,
    altKey: isBoolean,
    shiftKey: isBoolean,
  }),
  failed: isRecord({ kind: isOneOf('failed') }),
};

function parse(value: unknown, kinds: Readonly<Record<string, Check<Fields>>>): unknown {
  const kind = typeof value === 'object' && value !== null ? (value as Fields)['kind'] : undefined;
  if (typeof kind !== 'string' || !Object.hasOwn(kinds, kind)) return null;
  return kinds[kind]?.(value) ? value : null;
}

/** Null where it is none. */
export const parseToFrame = (value: unknown): ToFrame | null => parse(value, toFrame) as ToFrame | null;
/** Null where it is none. */
export const parseFromFrame = (value: unknown): FromFrame | null => parse(value, fromFrame) as FromFrame | null;
