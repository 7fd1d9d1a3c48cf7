// The addresses that a message names itself. The window asks for pictures and links by their addresses; a page that was taken over
// could ask for any, and so write to whom it likes. Here they are read once more, from what was sent.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Parser } from 'htmlparser2';
import type { Content } from '../contract/body.ts';
import { longestShown } from '../mail/frame.ts';
import { readMailto } from '../mail/mailto.ts';
import { plainBody } from '../mail/plain-text.ts';

/** Characters that are read without letting others work. */
const pieceLength = 50_000;
/** Of a text; links further down are asked about. */
const textLimits = { characters: 200_000, lines: 5_000 };

const cssAddress =
  /url\(\s*(?:"((?:[^"\\]|\\[\s\S])*)"|'((?:[^'\\]|\\[\s\S])*)'|((?:[^\s"'()\\]|\\[0-9a-f]{1,6}\s?|\\[\s\S])*))/gi;
const cssEscape = /\\(?:([0-9a-f]{1,6})(?:\r\n|\s)?|(\r\n|[\n\r\f])|([\s\S]))/gi;

/** https://drafts.csswg.org/css-syntax-3/#consume-escaped-code-point */
const unescaped = (text: string) =>
  text.replace(cssEscape, (_all, code?: string, broken?: string, itself = '') => {
    if (broken !== undefined) return '';
    const point = code === undefined ? undefined : Number.parseInt(code, 16);
    return point === undefined ? itself : point === 0 || point > 0x10ffff ? '\ufffd' : String.fromCodePoint(point);
  });

const inStyle = (css: string): string[] =>
  [...css.matchAll(cssAddress)].map(([, double, single, bare]) => unescaped(double ?? single ?? bare ?? ''));

/** As the window names it; undefined where it is none of the web or of mail. */
function named(written: string): string | undefined {
  const text = written.trim();
  const url = URL.parse(text.startsWith('//') ? `https:${text}` : text);
  if (url?.protocol === 'mailto:') return readMailto(url)?.url;
  return url && /^https?:$/.test(url.protocol) ? url.href : undefined;
}

const isAddress = /^\s*(?:https?:|mailto:|\/\/)/i;

/** All of an HTML text: of whichever attribute, and in styles. What a browser reads otherwise is missing, and stays out. */
async function inHtml(html: string, found: Set<string>): Promise<void> {
  let style: string | undefined;
  const add = (written: string) => {
    const address = isAddress.test(written) ? named(written) : undefined;
    if (address !== undefined) found.add(address);
  };
  const parser = new Parser({
    onattribute: (name, value) => {
      if (name === 'style') for (const address of inStyle(value)) add(address);
      else add(value);
    },
    onopentagname: (name) => {
      if (name === 'style') style = '';
    },
    ontext: (text) => {
      if (style !== undefined) style += text;
    },
    onclosetag: (name) => {
      if (name !== 'style' || style === undefined) return;
      for (const address of inStyle(style)) add(address);
      style = undefined;
    },
  });
  const shown = html.slice(0, longestShown);
  for (let at = 0; at < shown.length; at += pieceLength) {
    if (at > 0) await nextTurn();
    parser.write(shown.slice(at, at + pieceLength));
  }
  parser.end();
}

type Named = Pick<Content, 'parts'>;

/** What its documents name, whether they would fetch it or lead there. */
export async function addressesInHtml({ parts }: Named): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const { html } of parts) if (html !== null) await inHtml(html, found);
  return found;
}

/** `text`: of a message of which no other is known. `url`: as `checkLink` gives it. */
export async function namesLink(
  content: Named & { readonly nested: Content['nested'] },
  text: string,
  url: string,
): Promise<boolean> {
  if ((await addressesInHtml(content)).has(url)) return true;
  const texts = [...content.parts.flatMap(({ plain, ...how }) => (plain === null ? [] : [{ plain, ...how }]))];
  for (const { plain, ...how } of [...texts, { plain: text, flowed: false, delSp: false }]) {
    await nextTurn();
    const { blocks, history } = plainBody(plain, how, { subject: '', isFirst: true, limits: textLimits });
    const tokens = [...blocks, ...history].flatMap(({ paragraphs }) => paragraphs.flat());
    if (tokens.some((token) => token.kind === 'link' && named(token.url) === url)) return true;
  }
  for (const nested of content.nested) if (await namesLink(nested, '', url)) return true;
  return false;
}
