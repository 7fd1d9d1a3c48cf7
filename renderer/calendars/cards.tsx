// Calendar parts as cards, apart from all else because of what reads them: iCalendar is large, and most mail has none.
import { useMemo } from 'react';
import type { CalendarPart } from '../../electron/contract/body.ts';
import { calendarCards } from '../../electron/mail/calendar.ts';
import { wording } from '../wording/wording.ts';
import { CalendarCardView } from './calendar-card.tsx';

/** More than anybody sends at once. */
const mostCalendars = 8;

export function Cards({ calendars }: { readonly calendars: readonly CalendarPart[] }) {
  // Invitations come twice: as a part of the text, and as a file.
  const cards = useMemo(
    () =>
      [...new Set(calendars.map(({ text }) => text))].slice(0, mostCalendars).flatMap((text) => calendarCards(text)),
    [calendars],
  );
  if (cards.length === 0) return <p>{wording.message.calendar.unreadable}</p>;
  // biome-ignore lint/suspicious/noArrayIndexKey: an event may stand twice, and the order never changes.
  return cards.map((card, at) => <CalendarCardView key={at} card={card} />);
}
