// Calendar parts as cards, apart from all else because of what reads them: iCalendar is large, and most mail has none.
import { useMemo } from 'react';
import type { CalendarPart } from '../../electron/contract/body.ts';
import { calendarCards } from '../../electron/mail/calendar.ts';
import { wording } from '../wording/wording.ts';
import { CalendarCardView } from './calendar-card.tsx';

/** More than anybody sends at once. */
const mostCalendars = 8;

const words = wording.message.calendar;

export function Cards({ calendars }: { readonly calendars: readonly CalendarPart[] }) {
  // Invitations come twice: as a part of the text, and as a file.
  const texts = useMemo(() => [...new Set(calendars.map(({ text }) => text))], [calendars]);
  const read = useMemo(() => texts.slice(0, mostCalendars).map(calendarCards), [texts]);
  const cards = read.flatMap((calendar) => calendar.cards);
  const eventsLeftOut = read.reduce((sum, { leftOut }) => sum + leftOut, 0);
  const calendarsLeftOut = texts.length - read.length;
  return (
    <>
      {cards.length === 0 && <p>{words.unreadable}</p>}
      {cards.map((card, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an event may stand twice, and the order never changes.
        <CalendarCardView key={at} card={card} />
      ))}
      {eventsLeftOut > 0 && <p>{words.moreEvents(eventsLeftOut)}</p>}
      {calendarsLeftOut > 0 && <p>{words.moreCalendars(calendarsLeftOut)}</p>}
    </>
  );
}
