// A query finds what a reader would: the store against somebody who looks at every message, in thousands of queries.
import { describe, expect, test } from 'vitest';
import type { Message } from '../../electron/contract/model.ts';
import type { Search } from '../../electron/contract/search.ts';
import { parse } from '../../electron/search/parse.ts';
import { scopeOf } from '../../electron/search/scope.ts';
import { type MailInMemory, mailInMemory } from '../support/mail-in-memory.ts';
import { generatedMessages, generatedQueries, queryLabels, queryOwnAddresses } from '../support/queries.ts';
import { inTimeZone } from '../support/time-zone.ts';
import { evaluate } from '../unit/search/evaluate.ts';
import { outline } from '../unit/search/outline.ts';
import { sampleNow, sampleZone } from '../unit/search/sample.ts';

inTimeZone(sampleZone);

const context = { now: sampleNow, labels: queryLabels, ownAddresses: queryOwnAddresses };
const messages = generatedMessages(300, 21);
const mailWith = (fts: boolean) => mailInMemory({ ...context, messages, fts });

type Typed = Pick<Search, 'text' | 'caret' | 'partsOfWords'>;

function meant({ text, caret, partsOfWords }: Typed): readonly string[] {
  const { root } = parse(text, { partsOfWords, ...(caret !== null && { caret }) });
  const { spam, trash } = scopeOf(root);
  const inScope = ({ labelIds }: Message) =>
    (spam || !labelIds.includes('SPAM')) && (trash || !labelIds.includes('TRASH'));
  return messages
    .filter((one) => inScope(one) && (root === null || evaluate(root, one, context)))
    .toSorted((one, other) => other.receivedAt - one.receivedAt)
    .map(({ id }) => id);
}

/** How many queries were asked of which the answer was neither nothing nor nearly everything. */
function telling(mail: MailInMemory, queries: readonly Typed[]): number {
  let count = 0;
  for (const typed of queries) {
    const ids = mail.find(typed).rows.map(({ id }) => id);
    const expected = meant(typed);
    const { root } = parse(typed.text, { partsOfWords: typed.partsOfWords });
    expect(ids.toSorted(), `${typed.text}: ${outline(root)}`).toEqual(expected.toSorted());
    if (ids.length > 0 && ids.length < messages.length / 2) count++;
  }
  return count;
}

const asTyped = (text: string): Typed => ({ text, caret: null, partsOfWords: false });

describe('a query finds what a reader would', () => {
  test('in two and a half thousand queries', () => {
    const queries = generatedQueries(2_500, 31).map(asTyped);
    expect(new Set(queries.map(({ text }) => text)).size).toBe(2_500);
    expect(telling(mailWith(true), queries)).toBeGreaterThan(1_000);
  }, 120_000);

  test('without a word index', () => {
    expect(telling(mailWith(false), generatedQueries(300, 32).map(asTyped))).toBeGreaterThan(100);
  }, 120_000);

  test('while somebody types, and where every word is found inside words', () => {
    const queries = generatedQueries(500, 33).flatMap((text): Typed[] => [
      { text, caret: null, partsOfWords: true },
      // Within a label's name nobody can know yet what it will be.
      ...(/[a-z]:\S*$/.test(text) ? [] : [{ text, caret: text.length, partsOfWords: false }]),
    ]);
    expect(telling(mailWith(true), queries)).toBeGreaterThan(300);
  }, 120_000);
});
