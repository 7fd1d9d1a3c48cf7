// Fetches one picture that a person has allowed, over as many hosts as it is passed on to, and makes sure that it is one.
// Section by section the same for every host on the way.
import type { Picture } from '../contract/body.ts';
import { isTooLarge, readPicture } from '../mail/picture-kinds.ts';
import { isTracker } from '../mail/trackers.ts';
import { type AskOptions, ask } from './ask.ts';

export interface FetchPictureOptions extends Omit<AskOptions, 'mostBytes'> {
  /** For all hosts on the way together. */
  readonly timeoutMs: number;
}

export interface FetchedPicture {
  /** Undefined where it is not to be shown. */
  readonly picture: { readonly bytes: Uint8Array; readonly mimeType: string } | undefined;
  readonly refused: Picture['refused'];
  /** Every host that was asked, in turn. */
  readonly contacted: readonly string[];
  readonly bytes: number;
}

export const mostPictureBytes = 10_000_000;
const mostRedirects = 5;

/** https, without what names a person; undefined for anything else than a web address. */
function upgraded(url: string, from?: URL): URL | undefined {
  const parsed = URL.parse(url, from?.href);
  if (!parsed || !/^https?:$/.test(parsed.protocol)) return undefined;
  // The setter refuses nothing here: both are special schemes.
  parsed.protocol = 'https:';
  parsed.username = '';
  parsed.password = '';
  parsed.hash = '';
  return parsed;
}

/** Both what it says it is and what its bytes say. */
function check(bytes: Uint8Array, type: string): Pick<FetchedPicture, 'picture' | 'refused'> {
  const found = /^\s*image\//i.test(type) ? readPicture(bytes) : undefined;
  if (!found) return { picture: undefined, refused: 'not-a-picture' };
  if (isTooLarge(found)) return { picture: undefined, refused: 'too-large' };
  if (found.width <= 1 || found.height <= 1) return { picture: undefined, refused: 'tracker' };
  return { picture: { bytes, mimeType: found.mimeType }, refused: null };
}

/** Never throws. */
export async function fetchPicture(
  url: string,
  options: FetchPictureOptions,
  signal?: AbortSignal,
): Promise<FetchedPicture> {
  const contacted: string[] = [];
  const refuse = (refused: Picture['refused'], bytes = 0): FetchedPicture => ({
    picture: undefined,
    refused,
    contacted,
    bytes,
  });
  const late = AbortSignal.timeout(options.timeoutMs);
  const either = signal ? AbortSignal.any([signal, late]) : late;
  let next = upgraded(url);
  for (let moves = 0; moves <= mostRedirects; moves++) {
    if (!next) return refuse('unreachable');
    if (isTracker(next.href)) return refuse('tracker');
    const answer = await ask(next, { ...options, mostBytes: mostPictureBytes }, either);
    if (answer.state !== 'none' || answer.contacted) contacted.push(next.hostname);
    if (answer.state === 'none') return refuse(answer.why);
    if (answer.state === 'answered')
      return { ...check(answer.bytes, answer.type), contacted, bytes: answer.bytes.length };
    next = upgraded(answer.to, next);
  }
  return refuse('unreachable');
}
