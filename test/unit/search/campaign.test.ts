// The beginning of `npm run campaign:parse`, which goes on to a million.
import { expect, test } from 'vitest';
import { checkQuery } from '../../campaigns/check-query.ts';
import { hostileQueries } from '../../campaigns/hostile-queries.ts';

test('whatever is typed has a tree, a print that is read back the same, a q for Gmail and chips', () => {
  const seen = new Set<string>();
  for (const text of hostileQueries(2)) {
    checkQuery(text, text.length - (seen.size % 7));
    seen.add(text);
    if (seen.size === 20_000) break;
  }
  expect(seen.size).toBe(20_000);
}, 60_000);
