// What the window says of an invitation: what, when, how often, who. A part of `wording.message`.
import type { Attendee, CalendarCard } from '../../electron/mail/calendar.ts';
import type { Recurrence, Weekday } from '../../electron/mail/recurrence.ts';
import { calendarDay } from './format.ts';
import { listed, translate } from './translate.ts';

const states: Readonly<Record<Attendee['state'], string>> = {
  accepted: translate('calendar.state.accepted'),
  declined: translate('calendar.state.declined'),
  tentative: translate('calendar.state.tentative'),
  delegated: translate('calendar.state.delegated'),
  'needs-action': translate('calendar.state.needs-action'),
};

const weekdays: Readonly<Record<Weekday, string>> = {
  MO: translate('recurrence.weekday.MO'),
  TU: translate('recurrence.weekday.TU'),
  WE: translate('recurrence.weekday.WE'),
  TH: translate('recurrence.weekday.TH'),
  FR: translate('recurrence.weekday.FR'),
  SA: translate('recurrence.weekday.SA'),
  SU: translate('recurrence.weekday.SU'),
};
const nths = ['first', 'second', 'third', 'fourth', 'fifth'] as const;

function weekday({ day: code, nth }: Recurrence['weekdays'][number]): string {
  const day = weekdays[code];
  const which = nth === -1 ? 'last' : nths[nth - 1];
  return which ? translate(`recurrence.nth.${which}`, { day }) : day;
}

const intervals: Readonly<Record<Recurrence['frequency'], (count: number) => string>> = {
  secondly: (count) => translate('recurrence.seconds', { count }),
  minutely: (count) => translate('recurrence.minutes', { count }),
  hourly: (count) => translate('recurrence.hours', { count }),
  daily: (count) => translate('recurrence.days', { count }),
  weekly: (count) => translate('recurrence.weeks', { count }),
  monthly: (count) => translate('recurrence.months', { count }),
  yearly: (count) => translate('recurrence.years', { count }),
};

function recurrence({ frequency, interval, weekdays: on, until, count, isPartial }: Recurrence): string {
  let rule = interval === 1 ? translate(`recurrence.every.${frequency}`) : intervals[frequency](interval);
  if (on.length > 0) rule = translate('recurrence.on', { every: rule, days: listed(on.map(weekday)) });
  if (count !== null) rule = translate('recurrence.times', { rule, count });
  if (until) {
    const [year = 0, month = 1, day = 1] = until.split('-').map(Number);
    rule = translate('recurrence.until', { rule, date: calendarDay({ year, month, day }) });
  }
  return isPartial ? translate('recurrence.partial', { rule }) : rule;
}

function calendarTitle({ method, status }: Pick<CalendarCard, 'method' | 'status'>): string {
  if (method === 'cancel' || status === 'cancelled') return translate('calendar.cancelled');
  if (method === 'reply') return translate('calendar.reply');
  if (method === 'counter') return translate('calendar.counter');
  if (method === 'declinecounter') return translate('calendar.declineCounter');
  if (method === 'add') return translate('calendar.add');
  return method === 'request' ? translate('calendar.request') : translate('calendar.event');
}

export const calendar = {
  name: translate('calendar.name'),
  title: calendarTitle,
  updated: translate('calendar.updated'),
  tentative: translate('calendar.tentative'),
  untitled: translate('calendar.untitled'),
  when: translate('calendar.when'),
  where: translate('calendar.where'),
  organizer: translate('calendar.organizer'),
  who: translate('calendar.who'),
  notes: translate('calendar.notes'),
  noTime: translate('calendar.noTime'),
  until: (first: string, last: string) => translate('facets.from', { first, last }),
  allDay: translate('calendar.allDay'),
  clock: (time: string, zone: string | null) =>
    zone ? translate('calendar.clockIn', { time, zone }) : translate('calendar.clock', { time }),
  there: (time: string, zone: string) => translate('calendar.there', { time, zone }),
  recurrence,
  state: (state: Attendee['state']) => states[state],
  optional: translate('calendar.optional'),
  others: (value: number) => translate('calendar.others', { count: value }),
  moreEvents: (count: number) => translate('calendar.moreEvents', { count }),
  moreCalendars: (count: number) => translate('calendar.moreCalendars', { count }),
  unreadable: translate('calendar.unreadable'),
} as const;
