// A range of months being chosen in the bar chart: pure. Knows neither the pointer's pixels nor the query.

export interface Brush {
  /** Where it began, and where it is now: indexes of months. */
  readonly from: number;
  readonly to: number;
}

export function rangeOf({ from, to }: Brush): readonly [first: number, last: number] {
  return [Math.min(from, to), Math.max(from, to)];
}

/** Which month lies under a point, given as a share of the chart's width from where it begins. */
export function monthUnder(share: number, months: number): number {
  return Math.max(0, Math.min(months - 1, Math.floor(share * months)));
}

/** `forwards` is the arrow that points to later months. Null: the key means nothing here. */
export function brushedByKey(
  brush: Brush,
  key: string,
  extend: boolean,
  months: number,
  forwards: string,
): Brush | null {
  const steps: Readonly<Record<string, number>> = {
    [forwards]: 1,
    [forwards === 'ArrowRight' ? 'ArrowLeft' : 'ArrowRight']: -1,
    PageDown: 12,
    PageUp: -12,
    Home: -months,
    End: months,
  };
  const by = Object.hasOwn(steps, key) ? steps[key] : undefined;
  if (by === undefined) return null;
  const to = Math.max(0, Math.min(months - 1, brush.to + by));
  return { from: extend ? brush.from : to, to };
}

/** The bars as one path, in a box one wide for each month and one high for the tallest. */
export function barsPath(counts: readonly number[], first = 0, last = counts.length - 1): string {
  const most = Math.max(1, ...counts);
  return counts
    .map((count, at) => {
      if (count === 0 || at < first || at > last) return '';
      // A single message among thousands is still a message.
      const height = Math.max(0.04, count / most);
      return `M${at + 0.08} 1V${(1 - height).toFixed(3)}h.84V1Z`;
    })
    .join('');
}
