// Links that leave Porthole, to the system's browser or mail program: looked at again here, because the window may have been
// told wrong, and no more than one a second.
import { FailureError } from '../contract/failure.ts';
import { checkLink } from '../mail/links.ts';

export interface LinkOpeningOptions {
  readonly openExternal: (url: string) => Promise<void>;
  /** Ms of a clock that nobody sets. */
  readonly ticks: () => number;
}

const restMs = 1_000;
/** Whether to ask was the window's business. */
const asked = { languages: [], isDoubtful: false };

/** A second one within a second is not opened. @throws FailureError `not-opened` */
export function createLinkOpening({ openExternal, ticks }: LinkOpeningOptions): (url: string) => Promise<void> {
  let openedAt = Number.NEGATIVE_INFINITY;
  return async (url) => {
    const link = checkLink(url, '', asked);
    if (!link) throw new FailureError({ kind: 'not-opened' });
    if (ticks() - openedAt < restMs) return;
    openedAt = ticks();
    try {
      await openExternal(link.url);
    } catch (cause) {
      throw new FailureError({ kind: 'not-opened' }, { cause });
    }
  };
}
