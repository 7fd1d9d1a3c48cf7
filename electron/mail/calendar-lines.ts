// iCalendar text as ical.js's components, line by line: a line that can't be read is left out, and the others stay. Only the
// components and properties that a card shows get in at all.
import ICAL from 'ical.js';

const longestText = 1_000_000;
const longestLine = 20_000;
const mostLines = 20_000;
const deepest = 3;

const components: ReadonlySet<string> = new Set(['vcalendar', 'vevent', 'vtimezone', 'standard', 'daylight']);
const properties: ReadonlySet<string> = new Set(
  (
    'method uid summary description location dtstart dtend duration rrule status organizer attendee ' +
    'tzid tzoffsetfrom tzoffsetto x-wr-timezone'
  ).split(' '),
);
/** The zone changes once a year at the most; any other rule could make a million changes, or look for a day that never comes. */
const yearly =
  /^RRULE:FREQ=YEARLY(?:;(?:BYMONTH=(?:[1-9]|1[0-2])|BYDAY=[+-]?[1-5]?[A-Z]{2}|BYMONTHDAY=[\d,]{1,40}|INTERVAL=1|WKST=[A-Z]{2}|UNTIL=\w{1,20}))*$/i;
const numberedDay = /BYDAY=[+-]?\d/i;
const daysOfMonth = /BYMONTHDAY=([\d,]+)/i;
/** Each is followed through all the years up to the event. */
const mostRules = 16;
/** A zone says this of itself where one of its rules was left out: when it changes is not known then. */
export const incomplete = 'x-incomplete';

/** Lines that were folded are whole again: RFC 5545, section 3.1. */
function unfolded(text: string): string[] {
  return text
    .slice(0, longestText)
    .replace(/(?:\r\n|\r|\n)[ \t]/g, '')
    .split(/\r\n|\r|\n/)
    .slice(0, mostLines)
    .filter((line) => line.length <= longestLine);
}

/** One day of a month, such as the last Sunday, and one that comes every year: to look for the thirtieth of February takes
 *  seconds. */
function isRuleOfZone(line: string): boolean {
  const days = daysOfMonth.exec(line)?.[1]?.split(',').map(Number);
  const weekday = /BYDAY=/i.test(line);
  if (!yearly.test(line) || ((days || weekday) && !/BYMONTH=/i.test(line))) return false;
  if (!days) return !weekday || numberedDay.test(line);
  return days.some((day) => day >= 1 && day <= 28) && (weekday ? !numberedDay.test(line) : days.length === 1);
}

/** `takeRule`: whether there is room for one more. */
function addProperty(parent: ICAL.Component, line: string, takeRule: () => boolean): void {
  const name = /^[\w-]{1,40}(?=[;:])/.exec(line)?.[0].toLowerCase() ?? '';
  if (!properties.has(name)) return;
  const isZone = parent.name === 'standard' || parent.name === 'daylight';
  if (isZone && name === 'rrule' && !(isRuleOfZone(line) && takeRule())) {
    parent.addPropertyWithValue(incomplete, 'rrule');
    return;
  }
  try {
    parent.addProperty(ICAL.Property.fromString(line, ICAL.design.icalendar));
  } catch {
    // ical.js throws what it likes; the rest of the card is worth showing.
  }
}

/** Undefined for one that is not wanted, with all that is in it. */
function componentFor(name: string, parent: ICAL.Component | undefined, depth: number): ICAL.Component | undefined {
  const kind = name.toLowerCase();
  const isRoot = depth === 0;
  if (!components.has(kind) || (kind === 'vcalendar') !== isRoot || depth >= deepest) return undefined;
  if (!isRoot && !parent) return undefined;
  const component = new ICAL.Component(kind);
  parent?.addSubcomponent(component);
  return component;
}

/** All calendars in the text. */
export function readComponents(text: string): readonly ICAL.Component[] {
  const found: ICAL.Component[] = [];
  const open: (ICAL.Component | undefined)[] = [];
  let rules = 0;
  const takeRule = () => ++rules <= mostRules;
  for (const line of unfolded(text)) {
    const [, mark, name = ''] = /^(BEGIN|END):\s*([\w-]{1,40})\s*$/i.exec(line) ?? [];
    const parent = open.at(-1);
    if (mark === undefined) {
      if (parent) addProperty(parent, line, takeRule);
    } else if (mark.toUpperCase() === 'END') open.pop();
    else {
      const component = componentFor(name, parent, open.length);
      if (component && open.length === 0) found.push(component);
      open.push(component);
    }
  }
  return found;
}
