// Which address of a picture is shown as which, and what was kept out. A first pass turns what mail says into paths below this
// frame's own host; after it, nothing else is an address of a picture. Knows nothing of elements.
import { type Blocked, type Cut, longestUrl, mostUrls } from '../frame.ts';
import { isTooLarge, mostPixels, readPicture } from '../picture-kinds.ts';
import { bytesIn } from './bytes-in.ts';

/** The size that a mail gives a picture, CSS pixels; null where it gives none. */
export interface Size {
  readonly width: number | null;
  readonly height: number | null;
}

export interface PictureOptions {
  readonly related: ReadonlyMap<string, string>;
  readonly allowed: ReadonlyMap<string, string>;
  /** Whether it is only there to be fetched. */
  readonly isBeacon: (url: string, width: number | null, height: number | null) => boolean;
  readonly onCut: (cut: Cut) => void;
}

/** Where it is to be had here, or why it is not shown. `tracker`: it is only there to be fetched. */
export type Verdict = { readonly path: string } | 'kept-out' | 'tracker' | 'no-picture';

export interface Pictures {
  readonly judge: (address: string, size?: Size) => Verdict;
  readonly blocked: () => Blocked;
}

const noSize: Size = { width: null, height: null };
const mostDataBytes = 25_000_000;
/** Of all pictures in addresses together: a few hundred bytes can be a gigabyte once they are drawn. */
const mostDataPixels = 4 * mostPixels;
const rasterData = /^data:image\/(?:png|jpe?g|gif|webp|avif|bmp)[;,]/i;
/** What a first pass has made. */
const ownPath = /^\/(?:img\/[\w-]{1,200}|cid\/[\d.]{0,300})$/;

/** In the second pass: what the first one has made, and pictures that are in the mail itself. */
export const isOwn = (address: string): boolean => ownPath.test(address) || rasterData.test(address);

/** Mail that leaves the scheme out means the web. */
function remote(address: string): URL | null {
  const written = address.startsWith('//') ? `https:${address}` : address;
  if (!/^https?:/i.test(written) || written.length > longestUrl) return null;
  return URL.parse(written);
}

function decoded(contentId: string): string {
  try {
    return decodeURIComponent(contentId);
  } catch {
    return contentId;
  }
}

export function createPictures({ related, allowed, isBeacon, onCut }: PictureOptions): Pictures {
  const byLowerCase = new Map([...related].map(([id, partId]) => [id.toLowerCase(), partId]));
  const pictures = new Set<string>();
  const trackers = new Set<string>();
  const hosts = new Set<string>();
  const inAddresses = new Map<string, Verdict>();
  let dataBytes = 0;
  let dataPixels = 0;

  const inMail = (contentId: string): Verdict => {
    const partId = related.get(contentId) ?? byLowerCase.get(contentId.toLowerCase());
    return partId === undefined ? 'no-picture' : { path: `/cid/${partId}` };
  };

  const readData = (address: string): Verdict => {
    dataBytes += address.length;
    const bytes = dataBytes <= mostDataBytes ? bytesIn(address) : undefined;
    const picture = bytes && readPicture(bytes);
    if (dataBytes <= mostDataBytes && !picture) return 'no-picture';
    dataPixels += picture && !isTooLarge(picture) ? picture.width * picture.height : 0;
    if (picture && !isTooLarge(picture) && dataPixels <= mostDataPixels) return { path: address };
    onCut('too-many-bytes-of-pictures');
    return 'no-picture';
  };

  const inData = (address: string): Verdict => {
    const verdict = inAddresses.get(address) ?? readData(address);
    inAddresses.set(address, verdict);
    return verdict;
  };

  const elsewhere = (url: URL, { width, height }: Size): Verdict => {
    if (isBeacon(url.href, width, height)) {
      trackers.add(url.href);
      hosts.add(url.host);
      return 'tracker';
    }
    const path = allowed.get(url.href);
    if (path !== undefined && ownPath.test(path)) return { path };
    pictures.add(url.href);
    hosts.add(url.host);
    return 'kept-out';
  };

  return {
    judge: (written, size = noSize) => {
      const address = written.trim();
      if (/^cid:/i.test(address)) return inMail(decoded(address.slice(4)));
      if (rasterData.test(address)) return inData(address);
      const url = remote(address);
      return url ? elsewhere(url, size) : 'no-picture';
    },
    blocked: () => ({
      kind: 'blocked',
      pictures: pictures.size,
      trackers: trackers.size,
      hosts: [...hosts].slice(0, mostUrls),
      urls: [...pictures, ...trackers].filter((url) => url.length <= longestUrl).slice(0, mostUrls),
    }),
  };
}
