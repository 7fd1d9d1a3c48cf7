// Where, in a plain body, begins what was only quoted from earlier messages, so that it can be folded. In doubt nothing is:
// a person must never miss what was written to them.
import { isAttribution, isForwardMark, isHeaderBlock, isOriginalMark, plainLine } from './attribution.ts';
import type { Line } from './flowed.ts';

export interface QuoteContext {
  /** Nothing came before it that it could quote. */
  readonly isFirst: boolean;
  readonly subject: string;
}

const forwardSubject =
  /^\s{0,9}(?:\[[^\]]{0,60}\]\s{0,9})?(?:fwd?|wg|tr|rv|enc|i|doorst|vs|vb|pd|fs|továbbítás|ilt|πρθ|转发|轉寄|転送|전달|هدایت|باز ?ارسال|إعادة توجيه|הועבר|chuyển tiếp)\s?[:：]/iu;

export function isForward(subject: string): boolean {
  return forwardSubject.test(subject.slice(0, 200));
}

const isBlank = ({ text }: Line) => text.trim() === '';
const isSignatureMark = ({ depth, text }: Line) => depth === 0 && /^--\s?$/.test(text);

/** Mailers break it after about 78 characters: up to four lines that end at this one. 0: none. */
function attributionLength(lines: readonly Line[], end: number): number {
  for (let length = 1; length <= 4 && length <= end; length += 1) {
    const part = lines.slice(end - length, end);
    if (part.some((line) => line.depth > 0 || isBlank(line))) return 0;
    if (isAttribution(part.map(({ text }) => text).join(' '))) return length;
  }
  return 0;
}

/** The first of the quoted lines at the end, below which only a signature stands. */
function quotedRun(lines: readonly Line[]): number | undefined {
  let start = lines.length;
  // A signature may stand below what is quoted.
  const signature = lines.findLastIndex(isSignatureMark);
  if (signature >= 0 && lines.slice(signature).every(({ depth }) => depth === 0)) start = signature;
  while (start > 0 && isBlank(lines[start - 1] as Line)) start -= 1;
  const end = start;
  while (start > 0 && ((lines[start - 1]?.depth ?? 0) > 0 || isBlank(lines[start - 1] as Line))) start -= 1;
  while (start < end && isBlank(lines[start] as Line)) start += 1;
  return start === end ? undefined : start;
}

const rule = /^[_-]{5,100}\s?$/;

/** Outlook's way: the whole of the earlier message unquoted below a block or a mark. */
function unquotedStart(lines: readonly Line[]): number {
  return lines.findIndex((line, place) => {
    if (line.depth > 0) return false;
    if (isOriginalMark(line.text)) return true;
    // Amid other headers it is a message that somebody shows.
    const above = lines[place - 1];
    const standsApart = !above || isBlank(above) || rule.test(above.text);
    return standsApart && isHeaderBlock(lines.slice(place, place + 7).map(({ text }) => text));
  });
}

function startOf(lines: readonly Line[]): number | undefined {
  const unquoted = unquotedStart(lines);
  if (unquoted >= 0) return rule.test(lines[unquoted - 1]?.text ?? '') ? unquoted - 1 : unquoted;
  const run = quotedRun(lines);
  if (run === undefined) return undefined;
  let above = run;
  while (above > 0 && isBlank(lines[above - 1] as Line)) above -= 1;
  const attribution = attributionLength(lines, above);
  if (attribution > 0) return above - attribution;
  // In a language that isn't known here, it stays in view; without any, somebody quotes what isn't in the conversation.
  return plainLine(lines[above - 1]?.text ?? '').endsWith(':') ? run : undefined;
}

/** The index of the first line to fold, to the end; undefined where everything is to be shown. */
export function historyStart(lines: readonly Line[], context: QuoteContext): number | undefined {
  if (context.isFirst || isForward(context.subject)) return undefined;
  const start = startOf(lines);
  if (start === undefined) return undefined;
  const own = lines.slice(0, start);
  const history = lines.slice(start);
  // Answers between what is quoted need it.
  const interleaved = own.some(({ depth }) => depth > 0) || lines.some(({ text }) => isForwardMark(text));
  const says = own.some((line) => !isBlank(line) && !isSignatureMark(line));
  return interleaved || !says || history.filter((line) => !isBlank(line)).length < 2 ? undefined : start;
}
