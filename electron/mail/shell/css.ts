// Style as it is shown: parsed by the browser's own parser, and written anew from those longhands, rules and values that are
// known to do no harm. Nothing of the original text is kept, so what a parser hides in it is not there.
import { allowedFunctions, allowedProperties } from './allowed.ts';
import { contrast, type ReadColour, type Rgba, type Role } from './colours.ts';
import { keptMedia, keptSelector } from './selectors.ts';
import { inert } from './trusted.ts';

export interface StyleRules {
  /** What stands for an address in `background-image`; null: nothing does. */
  readonly picture: (address: string) => string | null;
  readonly readColour: ReadColour;
  /** What stands for a colour; absent: it stays. */
  readonly colour?: (colour: Rgba, role: Role) => string;
  readonly onCut: () => void;
  /** A text has nearly the colour of what is behind it. */
  readonly onHidden: () => void;
}

export interface Styles {
  /** What is in a `style` attribute. */
  readonly declarations: (text: string) => string;
  /** What is in a `style` element; `media` as its attribute says. */
  readonly sheet: (text: string, media?: string) => string;
}

export const longestSheets = 200_000;
export const mostRules = 4_000;
const longestValue = 1_000;
const longestDeclarations = 30_000;
const deepestMedia = 4;
const leastContrast = 1.5;

const isSigned = /^(?:margin-|text-indent$)/;
const negative = /(?:^|[\s,(])-[\d.]|calc\(|min\(|max\(|clamp\(/;
/** The frame is as high as its content, which must not be as high as its frame. */
const viewportHeight = /\d(?:[sld]?v(?:h|b|min|max))\b|\d(?:cq(?:h|b|min|max))\b/;
const foreign = /[<>\\@{};!"'`]|\binitial\b/;
const quoted = /"[^"\\<>{};@]*"/g;
const address = /url\("([^"\\]*)"\)/g;
const colours = /(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\([^()]*\)|(?<![\w-])[a-z]+(?![\w(-])/gi;

const isKnown = (value: string) =>
  [...value.matchAll(/([\w-]+)\(/g)].every(([, name = '']) => allowedFunctions.has(name.toLowerCase()));

function isAccepted(name: string, value: string): boolean {
  if (value === '' || value.length > longestValue || viewportHeight.test(value)) return false;
  if (isSigned.test(name) && negative.test(value)) return false;
  // A mark that is a text would be read by people and by nobody else.
  const plain = name === 'font-family' ? value.replace(quoted, '') : value;
  return !foreign.test(plain) && isKnown(plain);
}

function roleOf(name: string): Role | undefined {
  if (name === 'color' || /^text-(?:decoration-color|shadow)$/.test(name)) return 'text';
  if (/^(?:background-(?:color|image)|box-shadow)$/.test(name)) return 'background';
  return name.endsWith('-color') ? 'line' : undefined;
}

const boxes = ['margin-*', 'padding-*', 'border-*-color', 'border-*-style', 'border-*-width'];
const edges = ['top', 'right', 'bottom', 'left'];

/** Four sides that are the same are written as one: a newsletter has thousands of them. */
function collapse(declared: Map<string, string>): void {
  for (const box of boxes) {
    const names = edges.map((edge) => box.replace('*', edge));
    const [first = '', ...others] = names.map((name) => declared.get(name));
    if (first === '' || others.some((value) => value !== first)) continue;
    for (const name of names) declared.delete(name);
    declared.set(box.replace('-*', ''), first);
  }
}

export function createStyles(rules: StyleRules): Styles {
  const probe = inert.createElement('div').style;
  const known = new Map<string, string>();
  let room = longestSheets;
  let left = mostRules;

  const recolour = (value: string, role: Role): string => {
    const { colour } = rules;
    if (!colour) return value;
    return value.replace(colours, (token) => {
      const read = rules.readColour(token);
      return read ? colour(read, role) : token;
    });
  };

  const pictures = (value: string): string | undefined => {
    const rest = value.replace(address, '');
    if (rest.includes('url(') || (rest.trim() !== '' && !isAccepted('background-image', rest))) return undefined;
    return value.replace(address, (_all, url: string) => {
      const picture = rules.picture(url);
      return picture === null || /["\\\s<>]/.test(picture) ? 'none' : `url("${picture}")`;
    });
  };

  const shownValue = (name: string, value: string): string | undefined => {
    // A colour alone says that there is no picture.
    if (name === 'background-image' && value === 'initial') return 'none';
    const shown = name === 'background-image' && value.includes('url(') ? pictures(value) : value;
    if (shown === undefined || (shown === value && !value.includes('url(') && !isAccepted(name, value)))
      return undefined;
    const role = roleOf(name);
    return role && !shown.includes('url(') ? recolour(shown, role) : shown;
  };

  const write = (style: CSSStyleDeclaration): string => {
    const declared = new Map<string, string>();
    for (const name of style) {
      if (!allowedProperties.has(name)) continue;
      const value = shownValue(name, style.getPropertyValue(name));
      if (value === undefined) continue;
      declared.set(name, style.getPropertyPriority(name) === 'important' ? `${value}!important` : value);
    }
    const [text, behind] = [style.color, style.backgroundColor].map((value) => rules.readColour(value));
    if (text && behind && contrast(text, behind) < leastContrast) rules.onHidden();
    collapse(declared);
    return [...declared].map(([name, value]) => `${name}:${value}`).join(';');
  };

  const declarations = (text: string): string => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (text.length > longestDeclarations && !text.includes('data:')) return '';
    probe.cssText = text;
    const written = write(probe);
    known.set(text, written);
    return written;
  };

  const ruleText = (rule: CSSRule, depth: number): string => {
    left -= 1;
    if (left < 0) return '';
    if (rule instanceof CSSMediaRule) {
      const media = keptMedia(rule.media.mediaText);
      if (media === null || depth >= deepestMedia) return '';
      const inside = [...rule.cssRules].map((one) => ruleText(one, depth + 1)).join('');
      return inside === '' || media === '' ? inside : `@media ${media}{${inside}}`;
    }
    if (!(rule instanceof CSSStyleRule)) return '';
    const selector = keptSelector(rule.selectorText);
    const written = selector && write(rule.style);
    return written ? `${selector}{${written}}` : '';
  };

  return {
    declarations,
    sheet: (text, media = '') => {
      const shown = keptMedia(media);
      if (shown === null) return '';
      room -= text.length;
      if (room < 0) {
        rules.onCut();
        return '';
      }
      const parsed = new CSSStyleSheet();
      parsed.replaceSync(text);
      const inside = [...parsed.cssRules].map((rule) => ruleText(rule, 0)).join('');
      if (left < 0) rules.onCut();
      // By now there can be none.
      if (inside === '' || inside.includes('<')) return '';
      return shown === '' ? inside : `@media ${shown}{${inside}}`;
    },
  };
}
