// Fetching pictures of which every host that is asked is in the ledger.
import type { FetchedPicture } from '../pictures/fetch-picture.ts';
import type { Ledger } from './ledger.ts';

type FetchPicture = (url: string, signal: AbortSignal) => Promise<FetchedPicture>;

/** The last host gave the picture; those before it only passed it on. */
export function countedPictures(fetchPicture: FetchPicture, ledger: Pick<Ledger, 'asked'>): FetchPicture {
  return async (url, signal) => {
    const fetched = await fetchPicture(url, signal);
    const counts = fetched.contacted.map((host) => ledger.asked(host, 'pictures'));
    counts.at(-1)?.(fetched.bytes);
    return fetched;
  };
}
