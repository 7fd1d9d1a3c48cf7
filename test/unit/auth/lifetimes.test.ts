import { describe, expect, test } from 'vitest';
import { type Death, explainDeath } from '../../../electron/auth/lifetimes.ts';

const dayMs = 86_400_000;
const start = Date.UTC(2026, 0, 1);
const day = (days: number) => start + days * dayMs;
const lived = (from: number, days: number) => ({ grantedAt: day(from), endedAt: day(from + days) });

/** Died on day `days`, used until then. */
const death = (days: number, more: Partial<Death> = {}): Death => ({
  grantedAt: start,
  lastUsedAt: day(days),
  diedAt: day(days),
  expiresAt: null,
  earlier: [],
  ...more,
});

describe('a grant that died', () => {
  test.each([
    ['at once', death(0), 'refused'],
    ['after a month', death(30), 'refused'],
    ['after a week, for the first time', death(7), 'refused'],
    ['after a week, as one before it', death(7, { earlier: [lived(-7, 7)] }), 'testing-expiry'],
    [
      'after 6.5 days, as one of several before it',
      death(6.5, { earlier: [lived(-60, 40), lived(-8, 8)] }),
      'testing-expiry',
    ],
    ['after 8 days, as one before it', death(8, { earlier: [lived(-7, 7.2)] }), 'testing-expiry'],
    ['after 6.4 days, although one before it lived a week', death(6.4, { earlier: [lived(-7, 7)] }), 'refused'],
    ['after 8.1 days, although one before it lived a week', death(8.1, { earlier: [lived(-7, 7)] }), 'refused'],
    ['after a week, when the one before it lived longer', death(7, { earlier: [lived(-40, 40)] }), 'refused'],
    ['when its time was up', death(30, { expiresAt: day(30) }), 'time-limited'],
    ['before its time was up', death(20, { expiresAt: day(30) }), 'refused'],
    [
      'after a week that was its time, twice',
      death(7, { expiresAt: day(7), earlier: [lived(-7, 7)] }),
      'testing-expiry',
    ],
    ['after seven months in a drawer', death(400, { lastUsedAt: day(187) }), 'unused'],
    ['after five months in a drawer', death(400, { lastUsedAt: day(250) }), 'refused'],
    ['before it was born, by a clock set back', death(-5), 'refused'],
    ['at no known time', death(Number.NaN), 'refused'],
  ])('%s: %s', (_name, facts, reason) => {
    expect(explainDeath(facts)).toBe(reason);
  });
});
