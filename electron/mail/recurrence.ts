// How an event comes again, as what there is to say of it. Expands nothing: a rule may mean a billion days.
import ICAL from 'ical.js';

export type Weekday = 'MO' | 'TU' | 'WE' | 'TH' | 'FR' | 'SA' | 'SU';

export interface Recurrence {
  readonly frequency: 'secondly' | 'minutely' | 'hourly' | 'daily' | 'weekly' | 'monthly' | 'yearly';
  /** 2: every second one. */
  readonly interval: number;
  /** `nth`: 1 the first of its month, -1 the last, 0 every one. */
  readonly weekdays: readonly { readonly day: Weekday; readonly nth: number }[];
  readonly monthDays: readonly number[];
  /** 1 to 12. */
  readonly months: readonly number[];
  /** How often in all; null: no number is said. */
  readonly count: number | null;
  /** `YYYY-MM-DD`, the last day on which it may be; null: none is said. */
  readonly until: string | null;
  /** The rule says more than this. */
  readonly isPartial: boolean;
}

const frequencies = ['secondly', 'minutely', 'hourly', 'daily', 'weekly', 'monthly', 'yearly'] as const;
const said: ReadonlySet<string> = new Set(['BYDAY', 'BYMONTHDAY', 'BYMONTH']);
const most = 31;

const numbers = (values: readonly number[] | undefined, from: number, to: number) =>
  (values ?? [])
    .map(Number)
    .filter((value) => Number.isInteger(value) && value >= from && value <= to)
    .slice(0, most);

function weekdays(values: readonly string[] | undefined): Recurrence['weekdays'] {
  return (values ?? []).slice(0, most).flatMap((value) => {
    const [, nth, day] = /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/.exec(value) ?? [];
    return day === undefined ? [] : [{ day: day as Weekday, nth: Number(nth ?? 0) }];
  });
}

export function recurrenceOf(event: ICAL.Component): Recurrence | null {
  const rules = event.getAllProperties('rrule');
  const rule = rules[0]?.getFirstValue();
  if (!(rule instanceof ICAL.Recur)) return null;
  const frequency = frequencies.find((known) => known === String(rule.freq).toLowerCase());
  if (frequency === undefined) return null;
  const until = rule.until?.toString().slice(0, 10) ?? '';
  return {
    frequency,
    interval: Math.max(Math.trunc(Number(rule.interval)) || 1, 1),
    weekdays: weekdays(rule.parts.BYDAY),
    monthDays: numbers(rule.parts.BYMONTHDAY, -31, 31),
    months: numbers(rule.parts.BYMONTH, 1, 12),
    count: rule.count ? Number(rule.count) : null,
    until: /^\d{4}-\d\d-\d\d$/.test(until) ? until : null,
    isPartial: rules.length > 1 || Object.keys(rule.parts).some((name) => !said.has(name)),
  };
}
