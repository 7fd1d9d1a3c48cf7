// When people write, and how dates are written. All in UTC plus a zone, so that the computer's own zone changes nothing.
import type { Random } from './random.ts';

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;
/** Where Ada lives: one hour east of Greenwich. */
const homeMs = hourMs;

export type Rhythm = 'office' | 'home' | 'machine';
export type Pace = 'minutes' | 'hours' | 'days';

/** How likely each hour of the day is, midnight first. */
const hours: Record<Rhythm, readonly number[]> = {
  office: [0, 0, 0, 0, 0, 0, 1, 4, 9, 12, 11, 9, 5, 9, 11, 10, 8, 5, 2, 1, 1, 1, 0, 0],
  home: [1, 0, 0, 0, 0, 0, 2, 5, 5, 4, 4, 4, 6, 4, 3, 4, 6, 8, 9, 11, 12, 10, 6, 2],
  machine: [2, 2, 2, 2, 3, 5, 8, 9, 8, 7, 6, 6, 6, 6, 6, 6, 6, 6, 6, 5, 4, 3, 3, 2],
};
const weekendsKept: Record<Rhythm, number> = { office: 0.12, home: 0.9, machine: 0.55 };

const hourTables = new Map<Rhythm, readonly number[]>();
for (const [rhythm, weights] of Object.entries(hours)) {
  hourTables.set(
    rhythm as Rhythm,
    weights.flatMap((weight, hour) => Array.from({ length: weight }, () => hour)),
  );
}

function onDay(random: Random, day: number, rhythm: Rhythm): number {
  const hour = random.pick(hourTables.get(rhythm) ?? [12]);
  return day * dayMs - homeMs + hour * hourMs + random.int(0, hourMs - 1);
}

function isWeekend(day: number): boolean {
  const weekday = (day + 4) % 7; // day 0 of the epoch was a Thursday
  return weekday === 0 || weekday === 6;
}

/** An instant in the `spanMs` before `until`, the likelier the nearer. */
export function momentBefore(random: Random, rhythm: Rhythm, until: number, spanMs: number): number {
  for (let attempt = 0; attempt < 12; attempt += 1) {
    const u = random.next();
    // Not Math.pow, which may differ in the last bit between machines; square roots are exact.
    const age = u * Math.sqrt(u) * Math.sqrt(Math.sqrt(u));
    const day = Math.floor((until - age * spanMs) / dayMs);
    if (isWeekend(day) && !random.chance(weekendsKept[rhythm])) continue;
    const at = onDay(random, day, rhythm);
    if (at <= until) return at;
  }
  return until - random.int(minuteMs, 3 * dayMs);
}

const gaps: Record<Pace, readonly (readonly [number, number])[]> = {
  minutes: [[minuteMs, 40 * minuteMs]],
  hours: [
    [2 * minuteMs, 40 * minuteMs],
    [40 * minuteMs, 9 * hourMs],
    [40 * minuteMs, 9 * hourMs],
    [9 * hourMs, 4 * dayMs],
  ],
  days: [
    [20 * hourMs, 3 * dayMs],
    [dayMs, 9 * dayMs],
  ],
};

/** When an answer comes: later, not in the middle of the night, and from an office seldom at the weekend. */
export function momentAfter(random: Random, at: number, pace: Pace, rhythm: Rhythm): number {
  const [shortest, longest] = random.pick(gaps[pace]);
  let next = at + random.int(shortest, longest);
  const day = Math.floor((next + homeMs) / dayMs);
  if (rhythm === 'office' && isWeekend(day) && random.chance(0.75)) next += 2 * dayMs;
  const hour = Math.floor(((next + homeMs) % dayMs) / hourMs);
  const afterSeven = Math.floor(random.next() * random.next() * 11 * hourMs);
  return hour < 7 ? next + (7 - hour) * hourMs + afterSeven : next;
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const two = (n: number): string => (n < 10 ? `0${n}` : String(n));

/** Central European zones change with summer; the others of our little world do not. */
function offsetMinutes(at: number, zone: number): number {
  const month = new Date(at).getUTCMonth();
  return zone === 60 && month > 2 && month < 9 ? 120 : zone;
}

/** RFC 5322, section 3.3. `zone` in minutes east of Greenwich. */
export function mailDate(at: number, zone: number): string {
  const offset = offsetMinutes(at, zone);
  const local = new Date(at + offset * minuteMs);
  const size = Math.abs(offset);
  const day = (weekdays[local.getUTCDay()] ?? '').slice(0, 3);
  const month = (months[local.getUTCMonth()] ?? '').slice(0, 3);
  const clock = `${two(local.getUTCHours())}:${two(local.getUTCMinutes())}:${two(local.getUTCSeconds())}`;
  const zoneText = `${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${two(size % 60)}`;
  return `${day}, ${local.getUTCDate()} ${month} ${local.getUTCFullYear()} ${clock} ${zoneText}`;
}

/** 2026-03-04 14:02, at home. */
export function plainMoment(at: number): string {
  const local = new Date(at + offsetMinutes(at, 60) * minuteMs);
  const day = `${local.getUTCFullYear()}-${two(local.getUTCMonth() + 1)}-${two(local.getUTCDate())}`;
  return `${day} ${two(local.getUTCHours())}:${two(local.getUTCMinutes())}`;
}

/** Tuesday 4 March, at home. */
export function spokenDay(at: number): string {
  const local = new Date(at + homeMs);
  return `${weekdays[local.getUTCDay()]} ${local.getUTCDate()} ${months[local.getUTCMonth()]}`;
}

/** 20260304T140200Z, as calendars write it. */
export function calendarMoment(at: number): string {
  const utc = new Date(at);
  const day = `${utc.getUTCFullYear()}${two(utc.getUTCMonth() + 1)}${two(utc.getUTCDate())}`;
  return `${day}T${two(utc.getUTCHours())}${two(utc.getUTCMinutes())}00Z`;
}
