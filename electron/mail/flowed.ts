// The lines of a plain body as they were written, without the marks of quoting: RFC 3676, and what mailers do that don't
// know it. Loses no text.

export interface Line {
  /** How often it is quoted: 0 to 10. */
  readonly depth: number;
  readonly text: string;
}

export interface LineFormat {
  readonly flowed: boolean;
  readonly delSp: boolean;
}

/** Quote marks with spaces between, as those write them who don't know of `flowed`. Deeper ones stay in the text. */
const marks = /^(?:> ?){1,10}/;
const flowedMarks = /^>{1,10}/;

function fixedLine(line: string): Line {
  const quote = marks.exec(line)?.[0] ?? '';
  return { depth: quote.replaceAll(' ', '').length, text: line.slice(quote.length) };
}

function flowedLine(line: string): Line {
  const depth = flowedMarks.exec(line)?.[0].length ?? 0;
  const text = line.slice(depth);
  // A space that was put there so that the line can't be taken for anything else.
  return { depth, text: text.startsWith(' ') ? text.slice(1) : text };
}

/** `-- ` ends in a space, and yet the line ends there: RFC 3676, section 4.3. */
const isSoft = ({ text }: Line) => text.endsWith(' ') && text !== '-- ';

function unflowed(written: readonly Line[], delSp: boolean): Line[] {
  const lines: Line[] = [];
  for (let start = 0, end = 0; start < written.length; start = end) {
    const depth = written[start]?.depth ?? 0;
    const pieces: string[] = [];
    for (let goesOn = true; goesOn; ) {
      const line = written[end];
      if (!line || line.depth !== depth || (end > start && line.text === '-- ')) break;
      goesOn = isSoft(line);
      pieces.push(goesOn && delSp ? line.text.slice(0, -1) : line.text);
      end += 1;
    }
    lines.push({ depth, text: pieces.join('') });
  }
  return lines;
}

/** Each paragraph that was broken for transport is one line again. */
export function linesOf(text: string, { flowed, delSp }: LineFormat): readonly Line[] {
  const written = text.split(/\r\n|\r|\n/);
  return flowed ? unflowed(written.map(flowedLine), delSp) : written.map(fixedLine);
}
