// Calendar parts as cards: what, when, where, who. Reading iCalendar is ical.js's; here is what keeps broken and hostile ones
// from doing more than having no card. Knows no wording and no zone of the person's.
import type ICAL from 'ical.js';
import { readComponents } from './calendar-lines.ts';
import { type Occurrence, occurrenceOf, type Zones, zonesOf } from './calendar-time.ts';
import { cleanLine, cleanLines } from './characters.ts';
import { type Recurrence, recurrenceOf } from './recurrence.ts';

export interface Attendee {
  readonly name: string;
  /** Empty where its address is no e-mail address. */
  readonly email: string;
  readonly state: 'accepted' | 'declined' | 'tentative' | 'delegated' | 'needs-action';
  readonly isOptional: boolean;
}

export interface CalendarCard {
  readonly uid: string;
  readonly method: 'publish' | 'request' | 'reply' | 'add' | 'cancel' | 'refresh' | 'counter' | 'declinecounter' | null;
  readonly summary: string;
  readonly description: string;
  readonly location: string;
  readonly when: Occurrence | null;
  readonly recurrence: Recurrence | null;
  readonly status: 'confirmed' | 'tentative' | 'cancelled' | null;
  readonly organizer: { readonly name: string; readonly email: string } | null;
  /** At most 200. */
  readonly attendees: readonly Attendee[];
  readonly attendeesLeftOut: number;
}

export interface CalendarCards {
  /** At most 20. */
  readonly cards: readonly CalendarCard[];
  /** How many events more there are. */
  readonly leftOut: number;
}

const mostCards = 20;
const mostAttendees = 200;
const longestLine = 1_000;
const longestDescription = 20_000;

const methods = ['publish', 'request', 'reply', 'add', 'cancel', 'refresh', 'counter', 'declinecounter'] as const;
const statuses = ['confirmed', 'tentative', 'cancelled'] as const;
const states = ['accepted', 'declined', 'tentative', 'delegated'] as const;

function textOf(component: ICAL.Component, name: string): string {
  const value = component.getFirstPropertyValue(name);
  return typeof value === 'string' ? value : '';
}

function parameter(property: ICAL.Property, name: string): string {
  const value = property.getFirstParameter(name);
  return typeof value === 'string' ? value : '';
}

function personOf(property: ICAL.Property): { readonly name: string; readonly email: string } {
  const value = property.getFirstValue();
  const address = typeof value === 'string' ? value : '';
  const email = /^mailto:/i.test(address) ? address.slice('mailto:'.length) : parameter(property, 'email');
  return { name: cleanLine(parameter(property, 'cn'), longestLine), email: cleanLine(email, 320) };
}

function attendeeOf(property: ICAL.Property): Attendee {
  const state = parameter(property, 'partstat').toLowerCase();
  return {
    ...personOf(property),
    state: states.find((known) => known === state) ?? 'needs-action',
    isOptional: parameter(property, 'role').toUpperCase() === 'OPT-PARTICIPANT',
  };
}

function cardOf(event: ICAL.Component, calendar: ICAL.Component, zones: Zones): CalendarCard {
  const method = textOf(calendar, 'method').toLowerCase();
  const status = textOf(event, 'status').toLowerCase();
  const organizer = event.getFirstProperty('organizer');
  const attendees = event.getAllProperties('attendee');
  return {
    uid: cleanLine(textOf(event, 'uid'), longestLine),
    method: methods.find((known) => known === method) ?? null,
    summary: cleanLine(textOf(event, 'summary'), longestLine),
    description: cleanLines(textOf(event, 'description'), longestDescription),
    location: cleanLine(textOf(event, 'location'), longestLine),
    when: occurrenceOf(event, zones),
    recurrence: recurrenceOf(event),
    status: statuses.find((known) => known === status) ?? null,
    organizer: organizer === null ? null : personOf(organizer),
    attendees: attendees.slice(0, mostAttendees).map(attendeeOf),
    attendeesLeftOut: Math.max(attendees.length - mostAttendees, 0),
  };
}

/** In the order in which they stand. None where it is no calendar or has no events. */
export function calendarCards(text: string): CalendarCards {
  const calendars = readComponents(text).map((calendar) => ({
    calendar,
    events: calendar.getAllSubcomponents('vevent'),
  }));
  const cards = calendars
    .flatMap(({ calendar, events }) => {
      const zones = zonesOf(calendar);
      return events.slice(0, mostCards).map((event) => cardOf(event, calendar, zones));
    })
    .slice(0, mostCards);
  return { cards, leftOut: calendars.reduce((sum, { events }) => sum + events.length, 0) - cards.length };
}
