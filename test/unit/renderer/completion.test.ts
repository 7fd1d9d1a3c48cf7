import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CountedLabel } from '../../../electron/contract/model.ts';
import { parse } from '../../../electron/search/parse.ts';
import { dayOf } from '../../../renderer/completion/dates.ts';
import { earlierOffers, offersFor } from '../../../renderer/completion/offers.ts';
import { recalled } from '../../../renderer/completion/recall.ts';
import { completed, typingAt } from '../../../renderer/completion/typing.ts';
import { queries } from '../../support/queries.ts';

const now = new Date(2026, 2, 1, 12).getTime();
const label = (name: string): CountedLabel => ({
  id: name,
  name,
  type: 'user',
  listVisibility: 'show',
  messageVisibility: 'show',
  colour: null,
  counts: { messages: 0, unreadMessages: 0, threads: 0, unreadThreads: 0 },
});
const known = {
  labels: ['Work/Clients', 'Wörld news', 'Rechnungen 2026'].map(label),
  people: [
    { name: 'Sam Rivers', email: 'sam@example.com' },
    { name: '', email: 'samuel@example.org' },
  ],
  now,
};

/** `|` stands where the caret does. */
function offered(marked: string): readonly string[] {
  const caret = marked.indexOf('|');
  const text = marked.replace('|', '');
  const typing = typingAt(text, caret);
  return typing ? offersFor(text, typing, known).map(({ query }) => query) : [];
}

describe('while somebody types, these are offered', () => {
  test.each<[string, readonly string[]]>([
    ['fro|', ['from:', 'from:sam@example.com', 'from:samuel@example.org']],
    ['x -from:sa|', ['from:sam@example.com', 'from:samuel@example.org']],
    ['(cc:sa|)', ['cc:sam@example.com', 'cc:samuel@example.org']],
    ['from:|', ['from:sam@example.com', 'from:samuel@example.org']],
    ['label:cl|', ['label:Work/Clients']],
    ['label:"wor|', ['label:Work/Clients', 'label:"Wörld news"']],
    ['in:s|', ['in:sent', 'in:spam', 'in:starred', 'in:snoozed', 'in:scheduled']],
    ['is:unre|', ['is:unread']],
    ['has:att|', ['has:attachment']],
    ['filename:p|', ['filename:pdf', 'filename:pptx', 'filename:png']],
    ['larger:1|', ['larger:1M', 'larger:10M']],
    ['older_than:1|', ['older_than:1d', 'older_than:14d', 'older_than:1m', 'older_than:1y']],
    ['after:yester|', ['after:2026/02/28']],
    ['before:2026/01|', ['before:2026/01/01']],
    ['subject:an|', []],
    ['x|', []],
    ['in:sent|', []],
    ['"from|" x', []],
    ['wor| x', ['from:sam@example.com', 'from:samuel@example.org', 'label:Work/Clients', 'label:"Wörld news"']],
  ])('%s', (marked, expected) => {
    const found = offered(marked);
    for (const one of expected) expect(found).toContain(one);
    if (expected.length === 0) expect(found).toEqual([]);
  });

  test('nothing that is no whole query of its own, and at most eight', () => {
    for (const marked of [
      'in:|',
      'is:|',
      'has:|',
      'filename:|',
      'after:|',
      'newer_than:|',
      'smaller:|',
      'category:|',
    ]) {
      const found = offered(marked);
      expect(found.length).toBeGreaterThan(0);
      expect(found.length).toBeLessThanOrEqual(8);
      for (const query of found) expect(parse(query).issues).toEqual([]);
    }
  });

  test('whatever is typed, and wherever, without an error', () => {
    fc.assert(
      fc.property(queries(), fc.nat(), (text, at) => {
        const caret = at % (text.length + 1);
        const typing = typingAt(text, caret);
        if (!typing) return;
        for (const { query } of offersFor(text, typing, known)) {
          const next = completed(text, typing.span, query);
          expect(next.text.slice(0, next.caret).trimEnd().endsWith(query)).toBe(true);
        }
      }),
    );
  });
});

test('an offer takes the place of the term alone, and the caret goes behind it', () => {
  expect(completed('a -from:sa b', [3, 10], 'from:sam@example.com')).toEqual({
    text: 'a -from:sam@example.com b',
    caret: 24,
  });
  expect(completed('fr', [0, 2], 'from:')).toEqual({ text: 'from:', caret: 5 });
});

test('the days are those of this computer’s calendar', () => {
  expect(dayOf('yesterday', now)).toEqual({ year: 2026, month: 2, day: 28 });
  expect(dayOf('week', now)).toEqual({ year: 2026, month: 2, day: 22 });
  expect(dayOf('lastYear', now)).toEqual({ year: 2025, month: 1, day: 1 });
});

test('the empty box offers saved searches, then the latest', () => {
  const offers = earlierOffers({ saved: [{ name: 'Bills', text: 'label:bills' }], recent: ['from:sam'] });
  expect(offers.map(({ name, query }) => [name, query])).toEqual([
    ['Bills', 'label:bills'],
    ['from:sam', 'from:sam'],
  ]);
});

describe('earlier queries', () => {
  const earlier = ['from:amy', 'from:bob', 'is:unread'];
  test('come back one after the other, and the draft behind them', () => {
    const first = recalled('from:', null, earlier, 'older');
    expect(first?.text).toBe('from:amy');
    const second = recalled('from:amy', first?.recall ?? null, earlier, 'older');
    expect(second?.text).toBe('from:bob');
    // Only what begins as the draft does.
    expect(recalled('from:bob', second?.recall ?? null, earlier, 'older')).toBeUndefined();
    const back = recalled('from:bob', second?.recall ?? null, earlier, 'newer');
    expect(back?.text).toBe('from:amy');
    expect(recalled('from:amy', back?.recall ?? null, earlier, 'newer')?.text).toBe('from:');
  });
  test('are none where there are none', () => {
    expect(recalled('', null, [], 'older')).toBeUndefined();
    expect(recalled('', null, earlier, 'newer')).toBeUndefined();
  });
});
