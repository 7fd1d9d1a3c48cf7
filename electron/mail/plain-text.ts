// A plain body as something to build nodes of: paragraphs, each with its own direction, in blocks as deep as they are quoted,
// with links and the signature told apart. Text only, never HTML.
import { type Line, type LineFormat, linesOf } from './flowed.ts';
import { historyStart, type QuoteContext } from './quoted.ts';
import { type LinkFinding, type Token, tokensOf } from './text-links.ts';

/** To be shown `dir="auto"`, with white space as it is; no tokens: an empty line. Links are `<bdi dir="ltr">`. */
export type Paragraph = readonly Token[];

export interface TextBlock {
  /** How often it is quoted: 0 to 10. */
  readonly depth: number;
  readonly isSignature: boolean;
  readonly paragraphs: readonly Paragraph[];
}

export interface PlainBody {
  readonly blocks: readonly TextBlock[];
  /** What was quoted from earlier messages, to be folded; empty where nothing is. */
  readonly history: readonly TextBlock[];
  /** There is more of it than is shown. */
  readonly isCut: boolean;
}

export interface PlainContext extends QuoteContext {
  /** Absent: 2 MB and 20,000 lines. */
  readonly limits?: { readonly characters: number; readonly lines: number };
}

const usual = { characters: 2_000_000, lines: 20_000 };
const mostLinks = 2_000;
/** A signature is short; what goes on longer below two hyphens is a text. */
const longestSignature = 30;

const isSignatureMark = ({ text }: Line) => /^--\s?$/.test(text);

/** Where each signature begins, with the line behind it. */
function signatures(lines: readonly Line[]): ReadonlySet<number> {
  const found = new Set<number>();
  let end = lines.length;
  for (let place = lines.length - 1; place >= 0; place -= 1) {
    const line = lines[place] as Line;
    if (line.depth !== lines[place + 1]?.depth) end = place + 1;
    if (!isSignatureMark(line)) continue;
    if (end - place <= longestSignature) for (let one = place; one < end; one += 1) found.add(one);
    end = place;
  }
  return found;
}

/** Lines that follow each other without an empty one between are one paragraph. */
function paragraphsOf(lines: readonly Line[], finding: LinkFinding): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let open: string[] = [];
  const close = () => {
    if (open.length > 0) paragraphs.push(tokensOf(open.join('\n'), finding));
    open = [];
  };
  for (const { text } of lines) {
    if (text.trim() !== '') open.push(text);
    else {
      close();
      paragraphs.push([]);
    }
  }
  close();
  return paragraphs;
}

function blocksOf(lines: readonly Line[], finding: LinkFinding): readonly TextBlock[] {
  const signed = signatures(lines);
  const blocks: TextBlock[] = [];
  for (let start = 0, end = 0; start < lines.length; start = end) {
    const depth = lines[start]?.depth ?? 0;
    const isSignature = signed.has(start);
    while (end < lines.length && lines[end]?.depth === depth && signed.has(end) === isSignature) end += 1;
    blocks.push({ depth, isSignature, paragraphs: paragraphsOf(lines.slice(start, end), finding) });
  }
  return blocks;
}

const withoutBlankEnd = (lines: readonly Line[]): readonly Line[] =>
  lines.slice(0, lines.findLastIndex(({ text }) => text.trim() !== '') + 1);

export function plainBody(text: string, format: LineFormat, context: PlainContext): PlainBody {
  const { characters, lines: mostLines } = context.limits ?? usual;
  const written = linesOf(text.slice(0, characters), format);
  const lines = withoutBlankEnd(written.slice(0, mostLines));
  const finding = { left: mostLinks };
  const start = historyStart(lines, context) ?? lines.length;
  return {
    blocks: blocksOf(withoutBlankEnd(lines.slice(0, start)), finding),
    history: blocksOf(lines.slice(start), finding),
    isCut: text.length > characters || written.length > mostLines,
  };
}
