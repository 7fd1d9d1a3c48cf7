// Plain text as paragraphs, so that each can have its own direction of writing: pure. Only blank lines are lost.

export interface Paragraph {
  readonly text: string;
  /** Every line begins with `>`: it repeats an earlier message. */
  readonly quoted: boolean;
}

export function paragraphs(text: string): readonly Paragraph[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n(?:[^\S\n]*\n)+/)
    .filter((part) => part.trim() !== '')
    .map((part) => ({ text: part, quoted: part.split('\n').every((line) => line.startsWith('>')) }));
}

/** Longer texts are shown in part until asked for: laying out megabytes would stall the window. */
export const shownAtFirst = 200_000;

/** Cut at the end of a line, where there is one near. */
export function beginning(text: string): string {
  if (text.length <= shownAtFirst) return text;
  const end = text.lastIndexOf('\n', shownAtFirst);
  return text.slice(0, end > shownAtFirst / 2 ? end : shownAtFirst);
}
