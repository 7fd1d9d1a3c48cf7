// Dates, numbers and sizes as the reader's system writes them. Knows no words: those are in the language files.
import { directionOf } from '../../electron/contract/language.ts';
import type { CalendarDate } from '../../electron/search/query.ts';
import { language } from './language.ts';

/** What a format depends on besides its value. */
export interface Place {
  readonly locale: string;
  /** An IANA name; the system's where it is absent. */
  readonly timeZone?: string;
}

/** Under LANG=C Chromium's own tag is `en-US@posix`, which is none: Intl throws at it. */
export function usableLocale(tag: string | undefined): string {
  try {
    return Intl.getCanonicalLocales(tag?.replace(/@.*$/, ''))[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** As the system writes numbers and dates, in this language: digits and calendar of its own only where the system has them. */
export function localeFor(language: string, system: string): string {
  const { language: systemLanguage } = new Intl.Locale(system);
  if (systemLanguage === new Intl.Locale(language).language) return system;
  const { calendar, numberingSystem } = new Intl.DateTimeFormat(system).resolvedOptions();
  return new Intl.Locale(language, { calendar, numberingSystem }).toString();
}

export const here: Place = { locale: localeFor(language, usableLocale(globalThis.navigator?.language)) };

// Making a format of Intl costs far more than using one, and a list uses some per row.
const dateFormats = new Map<string, Intl.DateTimeFormat>();
const numberFormats = new Map<string, Intl.NumberFormat>();

function dateFormat(place: Place, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([place.locale, place.timeZone, options]);
  let format = dateFormats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(place.locale, place.timeZone ? { ...options, timeZone: place.timeZone } : options);
    dateFormats.set(key, format);
  }
  return format;
}

function numberFormat({ locale }: Place, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  const key = JSON.stringify([locale, options]);
  let format = numberFormats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale, options);
    numberFormats.set(key, format);
  }
  return format;
}

function sameDay(one: number, other: number, place: Place): boolean {
  const day = dateFormat(place, { dateStyle: 'short' });
  return day.format(one) === day.format(other);
}

/** In the calendar of the place: a Persian year does not begin in January. */
function sameYear(one: number, other: number, place: Place): boolean {
  const year = dateFormat(place, { year: 'numeric' });
  return year.format(one) === year.format(other);
}

function time(at: number, place: Place = here): string {
  return dateFormat(place, { timeStyle: 'short' }).format(at);
}

/** For a row: the time today, day and month this year, else the date. */
export function briefDate(at: number, now: number, place: Place = here): string {
  if (sameDay(at, now, place)) return time(at, place);
  if (sameYear(at, now, place)) return dateFormat(place, { day: 'numeric', month: 'short' }).format(at);
  return dateFormat(place, { dateStyle: 'short' }).format(at);
}

/** For a status: the time today, else day, month and time. */
export function moment(at: number, now: number, place: Place = here): string {
  if (sameDay(at, now, place)) return time(at, place);
  return dateFormat(place, { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' }).format(at);
}

export function fullDate(at: number, place: Place = here): string {
  const full = dateFormat(place, { dateStyle: 'full', timeStyle: 'short' });
  if (full.resolvedOptions().calendar !== 'persian') return full.format(at);
  // Unicode's own pattern for this calendar with the day of the week is that of no language: year, month, day, weekday.
  const weekday = dateFormat(place, { weekday: 'long' }).format(at);
  return `${weekday} ${dateFormat(place, { dateStyle: 'long', timeStyle: 'short' }).format(at)}`;
}

/** A day of the Gregorian calendar. The month as a word: 05/01/2026 is two days. */
export function calendarDay({ year, month, day }: CalendarDate, { locale }: Place = here): string {
  const date = new Date(0);
  // Not Date.UTC: to it, the years 0 to 99 are those of 1900.
  date.setUTCFullYear(year, month - 1, day);
  return dateFormat({ locale, timeZone: 'UTC' }, { day: 'numeric', month: 'short', year: 'numeric' }).format(date);
}

/** Day, year and time. */
export function wholeMoment(at: number, place: Place = here): string {
  return dateFormat(place, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  }).format(at);
}

export function number(value: number, place: Place = here): string {
  return numberFormat(place).format(value);
}

/** As a percentage: 1 is all. */
export function share(value: number, place: Place = here): string {
  return numberFormat(place, { style: 'percent' }).format(value);
}

const sizeUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** In steps of 1,000, as Gmail counts. */
export function size(sizeBytes: number, place: Place = here): string {
  const step = sizeBytes < 1 ? 0 : Math.min(sizeUnits.length - 1, Math.floor(Math.log10(sizeBytes) / 3));
  const value = sizeBytes / 1000 ** step;
  // Persian has its own words, and short only Latin letters, which would change places among them.
  const isLong = step === 0 || directionOf(place.locale) === 'rtl';
  return numberFormat(place, {
    style: 'unit',
    unit: sizeUnits[step] ?? 'byte',
    unitDisplay: isLong ? 'long' : 'short',
    maximumFractionDigits: step > 1 && value < 10 ? 1 : 0,
  }).format(value);
}

/** Roughly: what is left of a long time is not known to the minute. */
export function duration(ms: number, place: Place = here): string {
  const minutes = ms / 60_000;
  const [unit, value] = minutes < 100 ? (['minute', minutes] as const) : (['hour', minutes / 60] as const);
  const step = value >= 20 ? 5 : value < 10 && unit === 'hour' ? 0.5 : 1;
  return numberFormat(place, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: 1,
  }).format(Math.round(value / step) * step);
}

const inUtc = ({ locale }: Place, options: Intl.DateTimeFormatOptions) =>
  dateFormat({ locale, timeZone: 'UTC' }, options);
const monthStyle = { month: 'short', year: 'numeric' } as const;
const span = (first: string, last: string) => (first === last ? first : `${first} – ${last}`);

/** The month in which a month of the Gregorian calendar, counted from 1, begins in the calendar of the place. */
export const firstMonthOf = (year: number, month: number, place: Place = here) =>
  inUtc(place, monthStyle).format(Date.UTC(year, month - 1));

/** The one in which it ends. */
export const lastMonthOf = (year: number, month: number, place: Place = here) =>
  inUtc(place, monthStyle).format(Date.UTC(year, month, 0));

export const monthOf = (year: number, month: number, place: Place = here) =>
  span(firstMonthOf(year, month, place), lastMonthOf(year, month, place));

/** A year of the Gregorian calendar: to other calendars, parts of two. */
export function yearOf(year: number, place: Place = here): string {
  const format = inUtc(place, { year: 'numeric' });
  return span(format.format(Date.UTC(year, 0)), format.format(Date.UTC(year, 11, 31)));
}

/** `a, b and c`, as the language has it. */
export function list(parts: readonly string[], place: Place = here): string {
  return new Intl.ListFormat(place.locale, { type: 'conjunction' }).format(parts);
}

/** Of a share of one. */
export function percent(share: number, place: Place = here): string {
  return numberFormat(place, { style: 'percent' }).format(share);
}
