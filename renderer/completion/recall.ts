// Earlier queries, one key press after the other, as in a shell: pure. What was being typed comes back behind the latest.

export interface Recall {
  /** What was typed before; only what begins so is recalled. */
  readonly draft: string;
  /** Into the earlier ones, from the latest; -1 for the draft. */
  readonly at: number;
}

export interface Recalled {
  readonly text: string;
  readonly recall: Recall;
}

/** Undefined where there is none that way. `earlier`: the latest first. */
export function recalled(
  text: string,
  recall: Recall | null,
  earlier: readonly string[],
  way: 'older' | 'newer',
): Recalled | undefined {
  const { draft, at } = recall ?? { draft: text, at: -1 };
  const fitting = earlier.filter((one) => one !== draft && one.startsWith(draft));
  const next = at + (way === 'older' ? 1 : -1);
  if (next < -1 || next >= fitting.length || next === at) return undefined;
  return { text: next === -1 ? draft : (fitting[next] ?? draft), recall: { draft, at: next } };
}
