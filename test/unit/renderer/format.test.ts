import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  briefDate,
  fullDate,
  moment,
  monthOf,
  number,
  type Place,
  size,
  usableLocale,
  yearOf,
} from '../../../renderer/wording/format.ts';

const berlin: Place = { locale: 'en-GB', timeZone: 'Europe/Berlin' };
/** Sunday 22 November 2026, 14:40 in Berlin. */
const now = Date.UTC(2026, 10, 22, 13, 40);

describe('the date of a row', () => {
  test.each([
    ['the time today', Date.UTC(2026, 10, 22, 7, 5), '08:05'],
    ['the time from midnight on, where the reader is', Date.UTC(2026, 10, 21, 23, 0), '00:00'],
    ['the day before that', Date.UTC(2026, 10, 21, 22, 59), '21 Nov'],
    ['day and month this year', Date.UTC(2026, 0, 1, 12), '1 Jan'],
    ['the date before this year', Date.UTC(2025, 11, 31, 12), '31/12/2025'],
    ['day and month for a clock that runs ahead', Date.UTC(2026, 10, 23, 12), '23 Nov'],
  ])('is %s', (_, at, written) => {
    expect(briefDate(at, now, berlin)).toBe(written);
  });

  test('depends on where the reader is', () => {
    const at = Date.UTC(2026, 10, 22, 2, 0);
    expect(briefDate(at, now, berlin)).toBe('03:00');
    expect(briefDate(at, now, { locale: 'en-GB', timeZone: 'America/New_York' })).toBe('21 Nov');
  });

  test('counts the years of the reader’s own calendar', () => {
    const tehran: Place = { locale: 'fa', timeZone: 'Asia/Tehran' };
    // Nowruz 1405 was on 21 March 2026: the day before belongs to another year.
    expect(briefDate(Date.UTC(2026, 2, 22, 12), now, tehran)).toMatch(/^۲ فروردین$/);
    expect(briefDate(Date.UTC(2026, 2, 19, 12), now, tehran)).toContain('۱۴۰۴');
  });
});

test('a moment is the time today and names the day else', () => {
  expect(moment(Date.UTC(2026, 10, 22, 13, 32), now, berlin)).toBe('14:32');
  expect(moment(Date.UTC(2026, 10, 20, 13, 32), now, berlin)).toBe('20 Nov, 14:32');
});

test('a full date names day, year and time', () => {
  expect(fullDate(now, berlin)).toBe('Sunday, 22 November 2026 at 14:40');
  expect(fullDate(now, { locale: 'fa-IR', timeZone: 'Asia/Tehran' })).toBe('یکشنبه ۱ آذر ۱۴۰۵ ساعت ۱۷:۱۰');
});

test.each([
  ['fa-IR', 'fa-IR'],
  // Chromium's own under LANG=C.
  ['en-US@posix', 'en-US'],
  ['C.UTF-8', 'en'],
  ['', 'en'],
  [undefined, 'en'],
])('the system’s language %j is used as %s', (tag, locale) => {
  expect(usableLocale(tag)).toBe(locale);
});

test('numbers are grouped as the reader groups them', () => {
  expect(number(12_345, { locale: 'en' })).toBe('12,345');
  expect(number(12_345, { locale: 'de' })).toBe('12.345');
});

describe('a size', () => {
  test.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [999, '999 bytes'],
    [1_000, '1 kB'],
    [184_223, '184 kB'],
    [2_345_678, '2.3 MB'],
    [25_000_000, '25 MB'],
    [3_000_000_000, '3 GB'],
    [5_000_000_000_000, '5,000 GB'],
  ])('of %d bytes reads %s', (sizeBytes, written) => {
    expect(size(sizeBytes, { locale: 'en' })).toBe(written);
  });

  test('is Persian to the last word', () => {
    expect(size(21_000_000, { locale: 'fa' })).toBe('۲۱ مگابایت');
  });

  test('can always be written', () => {
    fc.assert(fc.property(fc.nat(), (sizeBytes) => size(sizeBytes, { locale: 'en' }).length > 0));
  });
});

describe('months and years of Gmail’s calendar', () => {
  test('are one where the reader’s is the same', () => {
    expect([monthOf(2026, 2, { locale: 'en-GB' }), yearOf(2026, { locale: 'en-GB' })]).toEqual(['Feb 2026', '2026']);
    expect(monthOf(2026, 2, { locale: 'de' })).toBe('Feb. 2026');
  });

  test('say from where to where they go in another', () => {
    expect(monthOf(2026, 2, { locale: 'fa-IR' })).toBe('بهمن ۱۴۰۴ – اسفند ۱۴۰۴');
    expect(yearOf(2026, { locale: 'fa-IR' })).toBe('۱۴۰۴ – ۱۴۰۵');
  });
});
