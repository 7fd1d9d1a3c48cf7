// What of a mail's HTML is shown: DOMPurify with lists of ours, twice. The first pass turns addresses and styles into what may
// be shown; between the two the tree may be changed; what the second one answers is shown as it stands, and is never edited.
import createDOMPurify, { type Config, type DOMPurify, type UponSanitizeAttributeHookEvent } from 'dompurify';
import { longestUrl } from '../frame.ts';
import { addressAttributes, allowedAttributes, allowedTags, forbiddenContents } from './allowed.ts';
import { adapted, type ReadColour, written } from './colours.ts';
import type { Styles } from './css.ts';
import { isOwn, type Pictures, type Size, type Verdict } from './pictures.ts';
import { ownPrefix } from './selectors.ts';
import { policy } from './trusted.ts';

export interface SanitiserOptions {
  readonly pictures: Pictures;
  readonly first: Styles;
  readonly again: Styles;
  readonly readColour: ReadColour;
  /** To a dark window. */
  readonly adapts: boolean;
}

export interface Sanitiser {
  /** Its `body`, in a document that does nothing. */
  readonly first: (html: string) => HTMLElement;
  readonly again: (html: string) => string;
}

/** Outlook marks what it quotes by an id, and ids are dropped. */
export const outlookQuote = 'porthole-outlook';
const outlookIds: readonly string[] = ['divrplyfwdmsg', 'appendonsend', 'olk_src_body_section'];

const config: Config = {
  ALLOWED_TAGS: allowedTags,
  ALLOWED_ATTR: allowedAttributes,
  // A narrow ALLOWED_URI_REGEXP is applied to every attribute that is not named here, widths and directions too.
  ADD_URI_SAFE_ATTR: allowedAttributes.filter((name) => !addressAttributes.includes(name)),
  ADD_FORBID_CONTENTS: forbiddenContents,
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  ALLOW_UNKNOWN_PROTOCOLS: false,
  FORCE_BODY: true,
  KEEP_CONTENT: true,
  SAFE_FOR_XML: true,
  SANITIZE_DOM: true,
  SANITIZE_NAMED_PROPS: true,
  TRUSTED_TYPES_POLICY: policy as never,
};
const ownAddresses = /^(?:https?:|mailto:|\/(?:img|cid)\/|data:image\/)/i;

/** Where a link leads, as the browser understands it; null where it leads nowhere that we go. */
export function linkAddress(address: string): string | null {
  const url = address.length <= longestUrl ? URL.parse(address.trim()) : null;
  return url && /^(?:https?|mailto):$/.test(url.protocol) && url.href.length <= longestUrl ? url.href : null;
}

const tagOf = (node: Element) => node.localName;
const pixels = (text: string | null) =>
  text && /^\s*\d+(?:\.\d+)?(?:px)?\s*$/i.test(text) ? Number.parseFloat(text) : null;

/** An image has neither children nor named ones: nothing stands in front of its own members. */
function sizeOf(image: Element): Size {
  const { style } = image as HTMLElement;
  return {
    width: pixels(style.width) ?? pixels(image.getAttribute('width')),
    height: pixels(style.height) ?? pixels(image.getAttribute('height')),
  };
}

type AttributeRule = (node: Element, value: string) => string | null;

function purifier(options: Config): DOMPurify {
  const purify = createDOMPurify(window);
  purify.setConfig({ ...config, ALLOWED_URI_REGEXP: ownAddresses, ...options });
  return purify;
}

/** One for each pass, made once: to read the lists takes longer than a short mail does. Each mail brings hooks of its own. */
const firstPurify = purifier({ RETURN_DOM: true });
const secondPurify = purifier({});

/** For one mail, until the next. */
function withRules(purify: DOMPurify, rules: Readonly<Record<string, AttributeRule>>, styles: Styles): DOMPurify {
  purify.removeAllHooks();
  purify.addHook('uponSanitizeElement', (node, { tagName }) => {
    if (tagName !== 'style') return;
    const style = node as HTMLStyleElement;
    const sheet = styles.sheet(style.textContent, style.getAttribute('media') ?? '');
    if (sheet === '') style.remove();
    else style.textContent = sheet;
  });
  purify.addHook('uponSanitizeAttribute', (node: Element, event: UponSanitizeAttributeHookEvent) => {
    const rule = Object.hasOwn(rules, event.attrName) ? rules[event.attrName] : undefined;
    if (!rule) return;
    const value = rule(node, event.attrValue);
    event.keepAttr = value !== null;
    event.attrValue = value ?? '';
  });
  return purify;
}

export function createSanitiser({ pictures, first, again, readColour, adapts }: SanitiserOptions): Sanitiser {
  const outlook = new WeakSet<Element>();
  const verdicts = new WeakMap<Element, Verdict>();

  const recolour =
    (role: 'text' | 'background'): AttributeRule =>
    (_node, value) => {
      const text = /^[0-9a-f]{6}$/i.test(value) ? `#${value}` : value;
      const read = adapts ? readColour(text) : null;
      return read ? `#${written(adapted(read, role)).match(/\d+/g)?.slice(0, 3).map(hex).join('')}` : value;
    };
  const linked: AttributeRule = (node, value) => (tagOf(node) === 'a' ? linkAddress(value) : null);
  const declared =
    (styles: Styles): AttributeRule =>
    (_node, value) =>
      styles.declarations(value) || null;

  const firstPass = withRules(
    firstPurify,
    {
      style: declared(first),
      href: linked,
      src: (node, value) => {
        if (tagOf(node) !== 'img') return null;
        const verdict = pictures.judge(value, sizeOf(node));
        verdicts.set(node, verdict);
        return pathOf(verdict);
      },
      background: (_node, value) => pathOf(pictures.judge(value)),
      class: (_node, value) =>
        value
          .split(/\s+/)
          .filter((name) => !name.startsWith(ownPrefix))
          .join(' ') || null,
      id: (node, value) => {
        if (outlookIds.includes(value.toLowerCase())) outlook.add(node);
        return null;
      },
      // What opens over a link would pass for where it goes.
      title: () => null,
      bgcolor: recolour('background'),
      color: recolour('text'),
    },
    first,
  );
  firstPass.addHook('afterSanitizeAttributes', (node) => {
    if (outlook.has(node)) node.classList.add(outlookQuote);
    if (!(node instanceof HTMLImageElement)) return;
    const verdict = verdicts.get(node);
    if (verdict === 'tracker') node.remove();
    else if (verdict === 'kept-out' || verdict === 'no-picture') node.classList.add(`${ownPrefix}kept-out`);
    else if (adapts && isSeen(sizeOf(node))) node.classList.add(`${ownPrefix}plate`);
  });

  const own: AttributeRule = (_node, value) => (isOwn(value) ? value : null);
  const secondPass = withRules(
    secondPurify,
    {
      style: declared(again),
      href: linked,
      src: (node, value) => (tagOf(node) === 'img' ? own(node, value) : null),
      background: own,
    },
    again,
  );

  return {
    first: (html) => firstPass.sanitize(html, { RETURN_DOM: true }) as HTMLElement,
    again: (html) => secondPass.sanitize(html) as unknown as string,
  };
}

export const pathOf = (verdict: Verdict) => (typeof verdict === 'object' ? verdict.path : null);

const hex = (channel: string) => Number(channel).toString(16).padStart(2, '0');

/** What only keeps others apart gets no plate behind it. */
const isSeen = ({ width, height }: Size) => (width ?? 99) > 4 && (height ?? 99) > 4;
