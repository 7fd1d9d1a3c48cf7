// The beginning of a text that is too long to be laid out at once: pure.

/** Laying out megabytes would stall the window. */
export const longestShown = 500_000;

/** Cut at the end of a line, where there is one near. */
export function beginning(text: string): string {
  if (text.length <= longestShown) return text;
  const end = text.lastIndexOf('\n', longestShown);
  return text.slice(0, end > longestShown / 2 ? end : longestShown);
}
