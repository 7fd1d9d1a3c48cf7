// Text of a message as it lies on disk: deflated behind a dictionary, and with a sum, since SQLite has none of its pages: a bit that
// flips is damage then, and not another word.
import { deflateSync, inflateRawSync, inflateSync, type ZlibOptions } from 'node:zlib';

type Dictionary = NonNullable<ZlibOptions['dictionary']>;

export const deflated = (text: string, dictionary: Dictionary, level: number): Uint8Array =>
  deflateSync(text, { dictionary, level });

/** Mail of earlier builds has no sum. What has one begins with this byte (RFC 1950, section 2.2); raw deflate would with a stored block
 *  whose padding is not empty, which zlib never writes. */
const withSum = 0x78;

/** @throws what zlib says of bytes that are spoilt */
export const inflated = (bytes: Uint8Array, dictionary: Dictionary): string =>
  (bytes[0] === withSum ? inflateSync : inflateRawSync)(bytes, { dictionary }).toString();
