// A number that is only roughly known, shown anew where it has changed by more than that: pure.

const rough = 0.1;

/** `shown` where `next` says about the same. */
export function steady(shown: number | null, next: number | null): number | null {
  if (shown === null || next === null) return next;
  return Math.abs(next - shown) <= rough * shown ? shown : next;
}
