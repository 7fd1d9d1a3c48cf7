import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instantBefore, instantOf, parseAge, parseDate, parseSize } from '../../../electron/search/dates.ts';
import { inZone } from './zone.ts';

describe('a written date', () => {
  test.each([
    ['2026/01/05', '2026-1-5'],
    ['2026-1-5', '2026-1-5'],
    ['2026.01.5', '2026-1-5'],
    ['01/05/2026', '2026-1-5'],
    ['12/25/2026', '2026-12-25'],
    ['25/12/2026', '2026-12-25 day first'],
    ['25.12.2026', '2026-12-25 day first'],
    ['2026', '2026-1-1'],
    ['2026/10', '2026-10-1'],
    ['2028/02/29', '2028-2-29'],
    ['2000/02/29', '2000-2-29'],
    ['2026/02/29', 'none'],
    ['1900/02/29', 'none'],
    ['2026/13/01', 'none'],
    ['2026/00/01', 'none'],
    ['2026/01/00', 'none'],
    ['2026/04/31', 'none'],
    ['31/04/2026', 'none'],
    ['25/13/2026', 'none'],
    ['26/01/05', 'none'],
    ['2026/01/05/06', 'none'],
    ['2026/', 'none'],
    ['soon', 'none'],
    ['', 'none'],
    ['1767567600', '1767567600000'],
    ['999999999', '999999999000'],
    ['1767567600123', '1767567600123'],
    ['20260105', 'none'],
    ['17675676001', 'none'],
  ])('%s is %s', (text, expected) => {
    const written = parseDate(text);
    const moment = written?.moment;
    const shown = typeof moment === 'object' ? `${moment.year}-${moment.month}-${moment.day}` : moment;
    expect(written ? `${shown}${written.dayFirst ? ' day first' : ''}` : 'none').toBe(expected);
  });

  test('may be any text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        parseDate(text);
        parseAge(text);
        parseSize(text);
      }),
    );
  });
});

describe('a day begins', () => {
  test.each([
    ['Europe/Berlin', [2026, 1, 5], '2026-01-04T23:00:00.000Z'],
    // Summer time begins: the day has 23 hours.
    ['Europe/Berlin', [2026, 3, 29], '2026-03-28T23:00:00.000Z'],
    ['Europe/Berlin', [2026, 3, 30], '2026-03-29T22:00:00.000Z'],
    // Summer time ends: the day has 25 hours.
    ['Europe/Berlin', [2026, 10, 25], '2026-10-24T22:00:00.000Z'],
    ['Europe/Berlin', [2026, 10, 26], '2026-10-25T23:00:00.000Z'],
    ['America/Los_Angeles', [2026, 1, 5], '2026-01-05T08:00:00.000Z'],
    ['Asia/Kathmandu', [2026, 1, 5], '2026-01-04T18:15:00.000Z'],
    // Midnight did not exist: clocks went from 23:59:59 to 01:00.
    ['America/Sao_Paulo', [2018, 11, 4], '2018-11-04T03:00:00.000Z'],
    ['Asia/Beirut', [2022, 3, 27], '2022-03-26T22:00:00.000Z'],
    // Midnight came twice: the first one counts.
    ['America/Havana', [2025, 11, 2], '2025-11-02T04:00:00.000Z'],
    // There was no such day.
    ['Pacific/Apia', [2011, 12, 30], '2011-12-30T10:00:00.000Z'],
    ['UTC', [1970, 1, 1], '1970-01-01T00:00:00.000Z'],
    ['UTC', [50, 1, 1], '0050-01-01T00:00:00.000Z'],
    ['UTC', [9999, 12, 31], '9999-12-31T00:00:00.000Z'],
  ] as const)('in %s, %j: %s', (zone, [year, month, day], expected) => {
    inZone(zone, () => {
      expect(new Date(instantOf({ year, month, day })).toISOString()).toBe(expected);
    });
  });

  test('at the first instant that a clock there shows it, on every day of two centuries', () => {
    inZone('America/Sao_Paulo', () => {
      const dayShown = (instant: number) => new Date(instant).toDateString();
      for (let day = new Date(1900, 0, 1, 12); day.getFullYear() < 2100; day.setDate(day.getDate() + 1)) {
        const start = instantOf({ year: day.getFullYear(), month: day.getMonth() + 1, day: day.getDate() });
        if (dayShown(start) !== day.toDateString() || dayShown(start - 1) === day.toDateString())
          expect.fail(`${day.toDateString()} does not begin at ${start}`);
      }
    });
  });
});

describe('an age', () => {
  test.each([
    ['2d', '2d'],
    ['2D', '2d'],
    ['3m', '3m'],
    ['1y', '1y'],
    ['6h', '6h'],
    ['2w', '2w'],
    ['0d', '0d'],
    ['99999999999999999999y', '1000000y'],
    ['2', 'none'],
    ['d', 'none'],
    ['2s', 'none'],
    ['-2d', 'none'],
    ['1.5d', 'none'],
  ])('%s is read as %s', (text, expected) => {
    const age = parseAge(text);
    expect(age ? `${age.count}${age.unit}` : 'none').toBe(expected);
  });

  test.each([
    ['2026-11-22T12:00', '2d', '2026-11-20T12:00'],
    ['2026-11-22T12:00', '6h', '2026-11-22T06:00'],
    ['2026-11-22T12:00', '2w', '2026-11-08T12:00'],
    ['2026-11-22T12:00', '3m', '2026-08-22T12:00'],
    ['2026-11-22T12:00', '1y', '2025-11-22T12:00'],
    ['2026-11-22T12:00', '11m', '2025-12-22T12:00'],
    ['2026-11-22T12:00', '12m', '2025-11-22T12:00'],
    ['2026-03-31T12:00', '1m', '2026-02-28T12:00'],
    ['2028-03-31T12:00', '1m', '2028-02-29T12:00'],
    ['2028-02-29T12:00', '1y', '2027-02-28T12:00'],
    ['2028-02-29T12:00', '4y', '2024-02-29T12:00'],
    ['2026-05-31T12:00', '1m', '2026-04-30T12:00'],
    ['2026-01-31T12:00', '2m', '2025-11-30T12:00'],
    // Days are exact hours: clocks were set forward in between.
    ['2026-03-29T12:00', '1d', '2026-03-28T11:00'],
    ['2026-03-29T12:00', '1m', '2026-02-28T12:00'],
  ])('from %s, %s back is %s', (now, text, expected) => {
    inZone('Europe/Berlin', () => {
      const age = parseAge(text) ?? expect.fail('no age');
      expect(new Date(instantBefore(Date.parse(now), age))).toEqual(new Date(expected));
    });
  });

  test('never goes back to before time', () => {
    for (const unit of ['h', 'd', 'w', 'm', 'y'] as const)
      expect(instantBefore(0, { count: 1_000_000, unit })).toBeGreaterThanOrEqual(-8.64e15);
  });
});

describe('a size', () => {
  test.each([
    ['500000', 500_000],
    ['0', 0],
    ['1K', 1024],
    ['10M', 10_485_760],
    ['10mb', 10_485_760],
    ['2G', 2_147_483_648],
    ['99999999999999999999', Number.MAX_SAFE_INTEGER],
    ['1T', undefined],
    ['10 M', undefined],
    ['1.5M', undefined],
    ['-1', undefined],
    ['M', undefined],
  ])('%s is %s bytes', (text, expected) => {
    expect(parseSize(text)).toBe(expected);
  });
});
