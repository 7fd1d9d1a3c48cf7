// When an event is, in the reader's own zone and calendar: pure.
import type { Occurrence } from '../../electron/mail/calendar-time.ts';
import { here, type Place } from '../wording/format.ts';
import { wording } from '../wording/wording.ts';

const words = wording.message.calendar;

export interface When {
  readonly here: string;
  /** The same as it is called where it was planned; null where that is the same zone. */
  readonly there: string | null;
}

const dayStyle = { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' } as const;
const timeStyle = { ...dayStyle, hour: 'numeric', minute: '2-digit' } as const;

function range(
  [start, end]: readonly [number, number | null],
  style: Intl.DateTimeFormatOptions,
  place: Place,
): string | null {
  try {
    const format = new Intl.DateTimeFormat(place.locale, {
      ...style,
      ...(place.timeZone ? { timeZone: place.timeZone } : {}),
    });
    return end === null ? format.format(start) : format.formatRange(start, end);
  } catch {
    // A zone of the sender's own making, or a date beyond all calendars.
    return null;
  }
}

/** Dates and clocks without a zone are those of UTC here, so that no zone moves them. */
const asUtc = (text: string) => Date.parse(text.length === 10 ? `${text}T00:00Z` : `${text}Z`);

export function whenOf(occurrence: Occurrence, place: Place = here): When {
  const utc = { ...place, timeZone: 'UTC' };
  switch (occurrence.kind) {
    case 'instants': {
      const times = [occurrence.startAt, occurrence.endAt] as const;
      const mine = range(times, timeStyle, place) ?? words.noTime;
      const theirs = occurrence.zone === '' ? null : range(times, timeStyle, { ...place, timeZone: occurrence.zone });
      return { here: mine, there: theirs === null || theirs === mine ? null : words.there(theirs, occurrence.zone) };
    }
    case 'days': {
      const days = [asUtc(occurrence.first), asUtc(occurrence.last)] as const;
      const shown = range(occurrence.first === occurrence.last ? [days[0], null] : days, dayStyle, utc);
      return { here: shown === null ? words.noTime : `${shown}, ${words.allDay}`, there: null };
    }
    case 'local': {
      const end = occurrence.end === null ? null : asUtc(occurrence.end);
      const shown = range([asUtc(occurrence.start), end], timeStyle, utc);
      return { here: shown === null ? words.noTime : words.clock(shown, occurrence.zone), there: null };
    }
  }
}
