// Characters that nobody sees, or that turn the direction of those around them: what strangers write is shown and stored
// without them. Knows no kind of text.

/** C0 and C1, and the two separators that Unicode adds: each ends a line somewhere. */
const control = /[\p{Cc}\u2028\u2029]/gu;
/**
 * Unicode's default ignorables, among them every bidirectional control, tag characters and zero-width spaces; the
 * annotation characters; the blank cell of Braille. Not the joiners and variation selectors: writing needs them.
 */
const invisible =
  /[[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB\u2800]--[\u200C\u200D\uFE00-\uFE0F\u{E0100}-\u{E01EF}]]/gv;
/** Joiners shape Arabic, Persian and Indic letters and emoji; in other scripts they only hide. */
const strayJoiner =
  /(?<![[\p{L}\p{M}\p{Emoji_Presentation}\p{Extended_Pictographic}\uFE0F]--[\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}\p{sc=Hani}]])[\u200C\u200D]|[\u200C\u200D](?![[\p{L}\p{M}\p{Emoji_Presentation}\p{Extended_Pictographic}]--[\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}\p{sc=Hani}]])/gv;
/** These choose among forms of a Han character, as Japanese names do; after anything else they choose nothing. */
const straySelector = /(?<!\p{sc=Hani})[\u{E0100}-\u{E01EF}]|(?<=[\uFE00-\uFE0F])[\uFE00-\uFE0F]/gu;

export function withoutInvisible(text: string): string {
  return text.replace(invisible, '').replace(straySelector, '').replace(strayJoiner, '');
}

export function hasInvisible(text: string): boolean {
  return withoutInvisible(text) !== text;
}

/** At most so many code points, and none cut in two. */
export function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const start = text.slice(0, longest * 2);
  return Array.from(start).slice(0, longest).join('');
}

/** Words of ASCII, one blank between them: most lines are. */
const clean = /^[!-~]+(?: [!-~]+)*$/;

/** On one line, as it is shown: a name, a subject, a place. More marks than writing puts on one letter are left out. */
export function cleanLine(text: string, longest: number): string {
  if (text.length <= longest && clean.test(text)) return text;
  const line = withoutInvisible(
    shortened(text, longest * 10)
      .toWellFormed()
      .replace(control, ' '),
  );
  return shortened(
    line
      .replace(/(\p{M}{6})\p{M}{1,9999}/gu, '$1')
      .replace(/\s{1,9999}/gu, ' ')
      .trim(),
    longest,
  ).trim();
}

/** The same for several lines, which stay lines. */
export function cleanLines(text: string, longest: number): string {
  const lines = shortened(text, longest).replaceAll('\r\n', '\n').split('\n');
  return lines
    .map((line) => cleanLine(line, longest))
    .join('\n')
    .trim();
}
