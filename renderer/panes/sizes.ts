// How wide a pane becomes: pure. The style sees to it that the message keeps its least, whatever is remembered.
import { paneLimits, type SizedPane } from '../../electron/contract/panes.ts';

export function within(pane: SizedPane, width: number): number {
  const { least, most } = paneLimits[pane];
  return Math.round(Math.min(most, Math.max(least, width)));
}

const step = 16;

/** Undefined where the key means nothing here. `forwards` is the arrow that points to where a line ends. */
export function widthAfter(pane: SizedPane, width: number, key: string, forwards: string): number | undefined {
  const { least, most } = paneLimits[pane];
  if (key === 'Home') return least;
  if (key === 'End') return most;
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return undefined;
  return within(pane, width + (key === forwards ? step : -step));
}
