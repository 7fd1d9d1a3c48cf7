// Dates, ages and sizes as they are written in queries, and the instants that they mean in this computer's time zone.
// Reads no clock: `now` is given.
import type { AgeUnit, CalendarDate, Moment } from './query.ts';

export interface WrittenDate {
  readonly moment: Moment;
  /** Only day/month/year makes a date of it. */
  readonly dayFirst: boolean;
}

const daysOfMonth = (year: number, month: number) => {
  const date = new Date(0);
  date.setUTCFullYear(year, month, 0);
  return date.getUTCDate();
};

function calendarDate(year: number, month: number, day: number): CalendarDate | undefined {
  if (month < 1 || month > 12 || day < 1 || day > daysOfMonth(year, month)) return undefined;
  return { year, month, day };
}

/** `YYYY`, `YYYY/MM`, `YYYY/MM/DD`, `MM/DD/YYYY`, the same with `-` or `.`, and epoch seconds or milliseconds. */
export function parseDate(text: string): WrittenDate | undefined {
  if (/^\d{9,10}$/.test(text)) return { moment: Number(text) * 1000, dayFirst: false };
  if (/^\d{13}$/.test(text)) return { moment: Number(text), dayFirst: false };
  const yearFirst = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/.exec(text);
  if (yearFirst) {
    const [, year, month = '1', day = '1'] = yearFirst;
    const moment = calendarDate(Number(year), Number(month), Number(day));
    return moment && { moment, dayFirst: false };
  }
  const yearLast = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text);
  if (!yearLast) return undefined;
  const [first, second, year] = yearLast.slice(1).map(Number) as [number, number, number];
  const dayFirst = first > 12;
  const moment = dayFirst ? calendarDate(year, second, first) : calendarDate(year, first, second);
  return moment && { moment, dayFirst };
}

const padded = (number: number, length: number) => String(number).padStart(length, '0');

/** As `parseDate` reads it: `YYYY/MM/DD`. */
export const writtenDay = ({ year, month, day }: CalendarDate): string =>
  `${padded(year, 4)}/${padded(month, 2)}/${padded(day, 2)}`;

/**
 * The first instant of the day here. Where clocks skip midnight, or the day, ECMAScript reads a local time that does not
 * exist with the offset before the change (ECMA-262, LocalTime), which is the first instant after it.
 */
export function instantOf(moment: Moment): number {
  if (typeof moment === 'number') return moment;
  const date = new Date(2000, 0, 1);
  // Not the constructor: to it, the years 0 to 99 are those of 1900.
  date.setFullYear(moment.year, moment.month - 1, moment.day);
  return date.getTime();
}

export interface WrittenAge {
  readonly count: number;
  readonly unit: AgeUnit;
}

/** More than any mailbox is old in any unit, and still an instant. */
const largestCount = 1_000_000;

export function parseAge(text: string): WrittenAge | undefined {
  const written = /^(\d+)([hdwmy])$/i.exec(text);
  if (!written) return undefined;
  const [, count, unit = ''] = written;
  return { count: Math.min(Number(count), largestCount), unit: unit.toLowerCase() as AgeUnit };
}

const hourMs = 3_600_000;
const spanMs = { h: hourMs, d: 24 * hourMs, w: 7 * 24 * hourMs };
/** ECMA-262, section "Time-related Constants". */
const firstInstant = -8.64e15;

/** That long before `now`. Months and years are steps of the calendar; a day that the month lacks becomes its last. */
export function instantBefore(now: number, { count, unit }: WrittenAge): number {
  if (unit !== 'm' && unit !== 'y') return Math.max(now - count * spanMs[unit], firstInstant);
  const date = new Date(now);
  const months = date.getFullYear() * 12 + date.getMonth() - count * (unit === 'y' ? 12 : 1);
  const year = Math.floor(months / 12);
  const month = months - year * 12;
  date.setFullYear(year, month, Math.min(date.getDate(), daysOfMonth(year, month + 1)));
  return Number.isNaN(date.getTime()) ? firstInstant : date.getTime();
}

export const bytesOfMegabyte = 1024 ** 2;
const unitBytes = { '': 1, k: 1024, m: bytesOfMegabyte, g: 1024 ** 3 };

/** Bytes; `K`, `M` and `G` are powers of 1024. */
export function parseSize(text: string): number | undefined {
  const written = /^(\d+)(?:([kmg])b?)?$/i.exec(text);
  if (!written) return undefined;
  const [, count, unit = ''] = written;
  const bytes = Number(count) * unitBytes[unit.toLowerCase() as keyof typeof unitBytes];
  return Math.min(bytes, Number.MAX_SAFE_INTEGER);
}
