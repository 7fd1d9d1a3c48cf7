// Mailing lists, delivery addresses and Message-IDs → conditions on the stored headers. They have no index: a cheap look
// at the text of the headers comes first.
import { wordsOf } from '../search/words.ts';
import { type Condition, nothing, type Param, sql } from './find-condition.ts';
import { inOrder, longestPattern } from './find-scan.ts';

/** RFC 2919, RFC 2369 and Yahoo's older one. */
const listHeaders = ['list-id', 'list-post', 'mailing-list'];

function header(
  names: readonly string[],
  words: readonly string[],
  test: string,
  ...params: readonly Param[]
): Condition {
  const pattern = inOrder(words);
  if (pattern.length > longestPattern) return nothing;
  const named = names.map((name) => `'${name}'`).join(', ');
  const headers = `SELECT lower(value ->> 'name') AS name, lower(value ->> 'value') AS value FROM json_each(headers)`;
  return sql(
    String.raw`EXISTS (SELECT 1 FROM content WHERE content.key = message.key AND headers LIKE ? ESCAPE '\'
      AND EXISTS (SELECT 1 FROM (${headers}) WHERE name IN (${named}) AND ${test}))`,
    pattern,
    ...params,
  );
}

const bare = `trim(value, ' <>')`;

export function messageId(id: string): Condition {
  return header(['message-id'], wordsOf(id), `${bare} = ?`, id);
}

export function deliveredTo(address: string): Condition {
  return header(['delivered-to'], wordsOf(address), `${bare} = ?`, address);
}

/** What separates the words of a list's address, its id and its URL. */
const separators = ['@', '-', '<', '>', ' ', ':', ';', ',', '"', '/'];
const dotted = `'.' || ${separators.reduce((text, separator) => `replace(${text}, '${separator}', '.')`, 'value')} || '.'`;

/** Words in sequence. */
export function mailingList(list: string): Condition {
  const words = wordsOf(list);
  return header(listHeaders, words, `instr(${dotted}, ?)`, `.${words.join('.')}.`);
}
