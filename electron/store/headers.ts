// Headers that queries ask for by what they say.
import { createHash } from 'node:crypto';
import type { Header } from '../contract/model.ts';

/** RFC 2919, RFC 2369 and Yahoo's older one. */
export const listHeaders: readonly string[] = ['list-id', 'list-post', 'mailing-list'];

/** Their values, without the `<>` around them. Names ignore case. */
export function headersNamed(headers: readonly Header[], names: readonly string[]): string[] {
  return headers
    .filter(({ name }) => names.includes(name.toLowerCase()))
    .map(({ value }) => value.trim().replace(/^<(.*)>$/s, '$1'));
}

/** 48 bits: whoever finds one looks at the header as well. */
export function messageIdHash(id: string): number {
  return createHash('sha1').update(id.toLowerCase()).digest().readUIntBE(0, 6);
}
