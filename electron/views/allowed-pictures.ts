// Lets the view of a message have the pictures that a person has allowed, and notes what else it wanted.
import type { Contents } from '../contents/contents.ts';
import type { Picture } from '../contract/body.ts';
import { FailureError } from '../contract/failure.ts';
import type { Views } from './views.ts';

export interface AllowedPicturesOptions {
  readonly views: Views;
  readonly contents: () => Contents;
}

export interface AllowedPictures {
  /** Throws `gone` where the view is closed. */
  readonly allow: (
    host: string,
    urls: readonly string[],
    wantedFor: 'message' | 'sender',
  ) => Promise<readonly Picture[]>;
  readonly keptOut: (host: string, urls: readonly string[]) => Promise<void>;
}

export function createAllowedPictures({ views, contents }: AllowedPicturesOptions): AllowedPictures {
  const messageIn = (host: string): string => {
    const id = views.messageAt(host);
    if (id === undefined) throw new FailureError({ kind: 'gone' });
    return id;
  };

  return {
    allow: async (host, urls, wantedFor) => {
      const loaded = await contents().pictures(urls, messageIn(host), wantedFor);
      return loaded.map(({ url, refused }): Picture => {
        const path = refused === null ? views.allowPicture(host, url) : undefined;
        // Closed meanwhile: nobody looks any more.
        return { url, path: path ?? null, refused };
      });
    },
    keptOut: async (host, urls) => contents().keptOut(urls, messageIn(host)),
  };
}
