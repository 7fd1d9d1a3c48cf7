// The panes of the window, and how wide each may be. In CSS pixels. Pure.

export const foldable = ['labels', 'list', 'message'] as const;
export type Pane = (typeof foldable)[number];
/** The message has what the others leave. */
export type SizedPane = Exclude<Pane, 'message'>;

export interface Panes {
  readonly labels: number;
  readonly list: number;
  readonly folded: readonly Pane[];
}

export const usualPanes: Panes = { labels: 208, list: 384, folded: [] };

export const paneLimits: Readonly<Record<SizedPane, { readonly least: number; readonly most: number }>> = {
  labels: { least: 140, most: 420 },
  list: { least: 260, most: 900 },
};
