// When an event is. An instant where its zone is known: by the calendar's own rules, else by the name that the zone has for
// everybody; else the time on a clock, wherever that hangs.
import ICAL from 'ical.js';
import { incomplete } from './calendar-lines.ts';

export type Occurrence =
  /** Epoch ms. `zone`: as it is called there, `UTC` too. `endAt` is null where no end is said. */
  | { readonly kind: 'instants'; readonly startAt: number; readonly endAt: number | null; readonly zone: string }
  /** Whole days, `YYYY-MM-DD`, both included. */
  | { readonly kind: 'days'; readonly first: string; readonly last: string }
  /** `YYYY-MM-DDTHH:mm`, in a zone that is not said or not known. */
  | { readonly kind: 'local'; readonly start: string; readonly end: string | null; readonly zone: string | null };

/** By the name that the calendar gives them; at most 50. */
export type Zones = ReadonlyMap<string, ICAL.Timezone>;

const mostZones = 50;
const mostChanges = 40;
const dayMs = 86_400_000;

/** Outlook's zones begin in 1601, and a hostile one in the year 1: a yearly rule says the same from here on. */
const firstYear = 1900;
const lastYear = 2100;

function fromYearsThatCount(zone: ICAL.Component): ICAL.Component {
  for (const change of zone.getAllSubcomponents()) {
    const start = change.getFirstPropertyValue('dtstart');
    if (!change.hasProperty('rrule') || !(start instanceof ICAL.Time) || start.year >= firstYear) continue;
    const later = start.clone();
    later.year = firstYear;
    change.updatePropertyWithValue('dtstart', later);
  }
  return zone;
}

function readZone(zone: ICAL.Component): readonly (readonly [name: string, zone: ICAL.Timezone])[] {
  const changes = zone.getAllSubcomponents();
  if (changes.length > mostChanges || changes.some((change) => change.hasProperty(incomplete))) return [];
  try {
    return [[String(zone.getFirstPropertyValue('tzid') ?? ''), new ICAL.Timezone(fromYearsThatCount(zone))]];
  } catch {
    // ical.js throws what it likes where a date is none.
    return [];
  }
}

export function zonesOf(calendar: ICAL.Component): Zones {
  return new Map(calendar.getAllSubcomponents('vtimezone').slice(0, mostZones).flatMap(readZone));
}

const two = (number: number) => String(number).padStart(2, '0');
const dateText = ({ year, month, day }: ICAL.Time) => `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
const clockText = (time: ICAL.Time) => `${dateText(time)}T${two(time.hour)}:${two(time.minute)}`;
const clockAt = ({ year, month, day, hour, minute, second }: ICAL.Time) =>
  Date.UTC(year, month - 1, day, hour, minute, second);

/** What its clocks show more than UTC at an instant, by the names that ECMA-402 knows. */
function offsetIn(zone: string, at: number): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) - at;
}

function instantByName(zone: string, clock: number): number | undefined {
  try {
    // The second look is for the hours around a change.
    const near = clock - offsetIn(zone, clock);
    return clock - offsetIn(zone, near);
  } catch {
    return undefined;
  }
}

function instantOf(time: ICAL.Time, zone: string, zones: Zones): number | undefined {
  const clock = clockAt(time);
  if (time.zone === ICAL.Timezone.utcTimezone) return clock;
  const own = zones.get(zone);
  if (own && own.component.getAllSubcomponents().length > 0 && time.year > firstYear && time.year < lastYear) {
    return clock - own.utcOffset(time) * 1_000;
  }
  return zone === ''
    ? undefined
    : instantByName(zone.replace(/^\/?(?:freeassociation\.sourceforge\.net|[\w.]+\.\w+)\/(?:Tzfile\/)?/, ''), clock);
}

interface Moment {
  readonly time: ICAL.Time;
  readonly zone: string;
}

function momentOf(event: ICAL.Component, name: string): Moment | undefined {
  const property = event.getFirstProperty(name);
  const time = property?.getFirstValue();
  if (!property || !(time instanceof ICAL.Time) || !Number.isFinite(clockAt(time))) return undefined;
  const named = property.getFirstParameter('tzid');
  return { time, zone: time.zone === ICAL.Timezone.utcTimezone ? 'UTC' : typeof named === 'string' ? named : '' };
}

function durationMs(event: ICAL.Component): number | undefined {
  const duration = event.getFirstPropertyValue('duration');
  const ms = duration instanceof ICAL.Duration ? duration.toSeconds() * 1_000 : Number.NaN;
  return ms >= 0 && ms < 100_000 * dayMs ? ms : undefined;
}

/** The time on the clock, later by a duration. */
function later({ time, zone }: Moment, ms: number): Moment {
  const date = new Date(clockAt(time) + ms);
  const moved = time.clone();
  moved.resetTo(
    date.getUTCFullYear(),
    date.getUTCMonth() + 1,
    date.getUTCDate(),
    date.getUTCHours(),
    date.getUTCMinutes(),
    date.getUTCSeconds(),
    time.zone,
  );
  moved.isDate = time.isDate;
  return { time: moved, zone };
}

function daysOf(start: Moment, end: Moment | undefined): Occurrence {
  // The end is the day after: RFC 5545, section 3.6.1.
  const last = end && clockAt(end.time) > clockAt(start.time) ? later(end, -dayMs).time : start.time;
  return { kind: 'days', first: dateText(start.time), last: dateText(last) };
}

export function occurrenceOf(event: ICAL.Component, zones: Zones): Occurrence | null {
  try {
    const start = momentOf(event, 'dtstart');
    if (!start) return null;
    const duration = durationMs(event);
    const end = momentOf(event, 'dtend') ?? (duration === undefined ? undefined : later(start, duration));
    if (start.time.isDate) return daysOf(start, end);
    const startAt = instantOf(start.time, start.zone, zones);
    if (startAt === undefined) {
      return {
        kind: 'local',
        start: clockText(start.time),
        end: end ? clockText(end.time) : null,
        zone: start.zone || null,
      };
    }
    const endAt = (end && instantOf(end.time, end.zone, zones)) ?? null;
    return { kind: 'instants', startAt, endAt: endAt !== null && endAt >= startAt ? endAt : null, zone: start.zone };
  } catch {
    // ical.js throws what it likes where a zone contradicts itself.
    return null;
  }
}
