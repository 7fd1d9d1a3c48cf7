// Links within running text. What counts as one is linkify-it's knowledge; here is what bounds its work and where it would
// make a link of what nobody meant as one.
import { LinkifyIt } from 'linkify-it';

export type Token =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string };

const longestLink = 2_048;
const finder = new LinkifyIt({ fuzzyEmail: true, maxLength: longestLink })
  .add('ftp:', null)
  .add('//', null)
  // Whatever its last part: new ones come every year. Other names with dots are as often files, or sentences without spaces.
  .add('www.', {
    validate(text, place, self) {
      const rest = `//${text.slice(place)}`;
      const validator = self.re.get_http_validator();
      validator.lastIndex = 0;
      const found = validator.exec(rest)?.[0] ?? '';
      return /^\/\/[^/?#.]+\.[^/?#]/.test(found) ? found.length - 2 : 0;
    },
  });

/** Without spaces: its patterns are tried on one word at a time, so that long text costs no more than its words do. */
const word = /[^\s]{1,9999}/gu;
const promising = /:\/\/|www\.|mailto:|@/i;
/** Ends a sentence or closes what was opened before the link; brackets that the link itself opened are its own. */
const trailing = /[.,;:!?'"<>«»‘’“”،؛؟。、，；：！？…]+$/u;
const brackets: Readonly<Record<string, string>> = {
  ')': '(',
  ']': '[',
  '}': '{',
  '）': '（',
  '」': '「',
  '』': '『',
  '】': '【',
};

function countOf(text: string, character: string): number {
  return text.split(character).length - 1;
}

/** Without what only ends the sentence or the bracket around it. */
function trimmedLink(link: string): string {
  let rest = link;
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replace(trailing, '');
    const last = rest.at(-1) ?? '';
    const open = brackets[last];
    if (open !== undefined && countOf(rest, open) < countOf(rest, last)) rest = rest.slice(0, -1);
  }
  return rest;
}

function urlOf(schema: string, text: string): string {
  if (schema === 'mailto:' && !/^mailto:/i.test(text)) return `mailto:${text}`;
  return schema === 'www.' ? `https://${text}` : text;
}

export interface LinkFinding {
  /** How many links may still be made; counted down. */
  left: number;
}

function linksIn(text: string): { readonly at: number; readonly text: string; readonly url: string }[] {
  if (text.length > longestLink || !promising.test(text)) return [];
  return (finder.match(text) ?? []).flatMap(({ schema, index, raw }) => {
    const shown = trimmedLink(raw);
    const url = urlOf(schema.toLowerCase(), shown);
    return URL.parse(url) === null ? [] : [{ at: index, text: shown, url }];
  });
}

/** The text cut into tokens; put together they are the text again. */
export function tokensOf(text: string, finding: LinkFinding): readonly Token[] {
  const tokens: Token[] = [];
  let done = 0;
  if (!promising.test(text)) return text === '' ? [] : [{ kind: 'text', text }];
  for (const found of text.matchAll(word)) {
    if (finding.left <= 0) break;
    for (const link of linksIn(found[0]).slice(0, finding.left)) {
      const at = found.index + link.at;
      if (at > done) tokens.push({ kind: 'text', text: text.slice(done, at) });
      tokens.push({ kind: 'link', text: link.text, url: link.url });
      done = at + link.text.length;
      finding.left -= 1;
    }
  }
  if (done < text.length) tokens.push({ kind: 'text', text: text.slice(done) });
  return tokens;
}
