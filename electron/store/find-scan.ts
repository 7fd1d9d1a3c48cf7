// Words → LIKE on what is stored, for an SQLite without FTS5 and for the order of words, which FTS5 does not tell.
// Finds parts of words too, and knows the case of A to Z only (sqlite.org/lang_expr.html#like).
import { type AddressRole, addressesIn, rolesOf } from './find-addresses.ts';
import { anyOf, type Condition, nothing, type Sql, sql } from './find-condition.ts';
import type { WordField } from './find-words.ts';

/** SQLite refuses a pattern of more than 50,000 bytes (sqlite.org/limits.html, item 7). */
export const longestPattern = 16_000;

const escaped = (word: string) => word.replace(/[\\%_]/g, '\\$&');

/** Words one character apart. */
export const inSequence = (words: readonly string[]) => `%${words.map(escaped).join('_')}%`;
/** Words in this order, however far apart. */
export const inOrder = (words: readonly string[]) => `%${words.map(escaped).join('%')}%`;

const like = String.raw`LIKE ? ESCAPE '\'`;

const inSubject = (pattern: string) => sql(`subject ${like}`, pattern);
const inBody = (pattern: string) =>
  sql(`EXISTS (SELECT 1 FROM content WHERE content.key = message.key AND text ${like})`, pattern);
const inFilename = (pattern: string) =>
  sql(`EXISTS (SELECT 1 FROM attachment WHERE attachment.key = message.key AND filename ${like})`, pattern);
const inAddresses = (roles: readonly AddressRole[], pattern: string) =>
  roles.map((role) => addressesIn(role, `(name || ' ' || email) ${like}`, pattern));

function placesOf(field: WordField, pattern: string): Sql[] {
  if (field === 'subject') return [inSubject(pattern)];
  if (field === 'filename') return [inFilename(pattern)];
  const text = [inSubject(pattern), inBody(pattern), inFilename(pattern)];
  if (field === 'text') return text;
  return [...(field === 'any' ? text : []), ...inAddresses(rolesOf(field), pattern)];
}

export function scan(field: WordField, pattern: string): Condition {
  return pattern.length > longestPattern ? nothing : anyOf(placesOf(field, pattern));
}
