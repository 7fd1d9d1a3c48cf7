// The live views of messages: which hosts of `mail:` there are, what each may ask for, and when it is over. Knows neither
// Electron nor what mail looks like.
import { randomBytes } from 'node:crypto';

export interface Views {
  /** A host that is of no message yet: it can show none. */
  readonly prepare: () => string;
  /** A host of its own for one document of the message: that which was prepared, if no message has it; once, and for good. */
  readonly open: (messageId: string, prepared?: string) => string;
  readonly close: (host: string) => void;
  /** The mail of another account is shown: none of them may ask that for what its own mail has. */
  readonly closeShown: () => void;
  /** The window has gone, or shows another page. */
  readonly closeAll: () => void;
  /** It is prepared, or shows a message. */
  readonly isLive: (host: string) => boolean;
  /** The message that is shown there; undefined where nothing is, yet or any more. */
  readonly messageAt: (host: string) => string | undefined;
  /** A path at which the view may have this picture from now on; undefined where the view is closed. */
  readonly allowPicture: (host: string, url: string) => string | undefined;
  /** The URL that such a path was made for. */
  readonly pictureAt: (host: string, token: string) => string | undefined;
  /** Whether it is one of the pages that a frame may be led to: that of a message, or that of a PDF. */
  readonly isShell: (url: string) => boolean;
}

interface View {
  readonly messageId: string | undefined;
  readonly urls: Map<string, string>;
  readonly tokens: Map<string, string>;
}

/** Each has a frame, and a window with more of them than that has gone wrong. */
export const mostViews = 1_000;

/** Nobody guesses it: 128 bits. */
const random = () => randomBytes(16).toString('hex');

export function createViews(): Views {
  const views = new Map<string, View>();
  const add = (messageId: string | undefined): string => {
    const [oldest] = views.keys();
    if (views.size >= mostViews && oldest !== undefined) views.delete(oldest);
    const host = random();
    views.set(host, { messageId, urls: new Map(), tokens: new Map() });
    return host;
  };
  return {
    prepare: () => add(undefined),
    open: (messageId, prepared) => {
      const view = prepared === undefined ? undefined : views.get(prepared);
      if (prepared === undefined || !view || view.messageId !== undefined) return add(messageId);
      views.set(prepared, { ...view, messageId });
      return prepared;
    },
    close: (host) => {
      views.delete(host);
    },
    closeShown: () => {
      for (const [host, { messageId }] of views) if (messageId !== undefined) views.delete(host);
    },
    closeAll: () => views.clear(),
    isLive: (host) => views.has(host),
    messageAt: (host) => views.get(host)?.messageId,
    allowPicture: (host, url) => {
      const view = views.get(host);
      if (view?.messageId === undefined) return undefined;
      const token = view.tokens.get(url) ?? random();
      view.tokens.set(url, token);
      view.urls.set(token, url);
      return `/img/${token}`;
    },
    pictureAt: (host, token) => views.get(host)?.urls.get(token),
    isShell: (url) => {
      const [, host = ''] = /^mail:\/\/([0-9a-f]{32})\/(?:shell|pdf)$/.exec(url) ?? [];
      return views.has(host);
    },
  };
}
