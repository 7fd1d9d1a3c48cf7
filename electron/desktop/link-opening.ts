// Links that leave Porthole, to the system's browser or mail program: looked at again here, because the window may have been
// told wrong or taken over. It follows what the message names, and asks about anything else; no more than one a second.
import { FailureError } from '../contract/failure.ts';

export interface LinkOpeningOptions {
  readonly openExternal: (url: string) => Promise<void>;
  /** Whether the address stands in the message. */
  readonly names: (messageId: string, url: string) => Promise<boolean>;
  /** Asks where no page can answer; only for what can be shown whole. */
  readonly confirm: (url: string) => Promise<boolean>;
  /** Ms of a clock that nobody sets. */
  readonly ticks: () => number;
}

export interface LinkOpening {
  /** One of a message's. A second one within a second, or while a person is asked, is not opened. @throws FailureError `not-opened` */
  readonly follow: (url: string, messageId: string) => Promise<void>;
  /** One of Porthole's own, likewise. */
  readonly open: (url: string) => Promise<void>;
}

const restMs = 1_000;
/** A dialog shows no more of it, and its buttons must stay in sight. */
const longestAsked = 1_000;
/** Whether to ask for the link's own sake was the window's business. */
const asked = { languages: [], isDoubtful: false };

export function createLinkOpening({ openExternal, names, confirm, ticks }: LinkOpeningOptions): LinkOpening {
  let openedAt = Number.NEGATIVE_INFINITY;
  let isAsking = false;

  const isWanted = async (url: string, messageId: string): Promise<boolean> => {
    const isNamed = await names(messageId, url).catch((error: unknown) => {
      // Without the message nobody knows.
      if (error instanceof FailureError) return false;
      throw error;
    });
    if (isNamed) return true;
    if (url.length > longestAsked) throw new FailureError({ kind: 'not-opened' });
    return confirm(url);
  };

  const follow = async (written: string, isAllowed: (url: string) => Promise<boolean>): Promise<void> => {
    // With it comes the list of all public suffixes, for which no start should wait.
    const { checkLink } = await import('../mail/links.ts');
    const link = checkLink(written, '', asked);
    if (!link) throw new FailureError({ kind: 'not-opened' });
    if (isAsking || ticks() - openedAt < restMs) return;
    openedAt = ticks();
    isAsking = true;
    try {
      if (!(await isAllowed(link.url))) return;
    } finally {
      isAsking = false;
    }
    try {
      await openExternal(link.url);
    } catch (cause) {
      throw new FailureError({ kind: 'not-opened' }, { cause });
    }
  };

  return {
    follow: (url, messageId) => follow(url, (checked) => isWanted(checked, messageId)),
    open: (url) => follow(url, async () => true),
  };
}
