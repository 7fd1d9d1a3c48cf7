// The calendar parts of a message: what, when, where, who. There is nothing to answer with, and nothing here leads anywhere.
import type { CalendarPart } from '../../electron/contract/body.ts';
import { later } from '../controls/later.tsx';
import { wording } from '../wording/wording.ts';
import styles from './calendars.module.css';

const Cards = later(async () => (await import('./cards.tsx')).Cards);

export function Calendars({ calendars }: { readonly calendars: readonly CalendarPart[] }) {
  if (calendars.length === 0) return null;
  return (
    <section className={styles['calendars']} aria-label={wording.message.calendar.name}>
      <Cards calendars={calendars} />
    </section>
  );
}
