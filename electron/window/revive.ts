// A page whose process has gone is loaded anew: the window would stay empty until somebody quits.
import type { RenderProcessGoneDetails, WebContents } from 'electron';

export interface Gone {
  readonly contents: Pick<WebContents, 'on' | 'reload' | 'isDestroyed'>;
  readonly onGone: (reason: RenderProcessGoneDetails['reason']) => void;
  readonly now: () => number;
  readonly later: (run: () => void, ms: number) => void;
}

/** What brought it down may do so again: after as many in a minute it is left for one. */
const most = 3;
const minuteMs = 60_000;

export function reviveWhenGone({ contents, onGone, now, later }: Gone): void {
  let goneAt: readonly number[] = [];
  contents.on('render-process-gone', (_event, { reason }) => {
    onGone(reason);
    goneAt = [...goneAt.filter((at) => at > now() - minuteMs), now()];
    later(
      () => {
        if (!contents.isDestroyed()) contents.reload();
      },
      goneAt.length > most ? minuteMs : 0,
    );
  });
}
