// One event of a calendar part. All of it came by mail: text nodes, each with a direction of its own.
import { useId, useState } from 'react';
import type { Attendee, CalendarCard } from '../../electron/mail/calendar.ts';
import { Breakable } from '../controls/breakable.tsx';
import { Button } from '../controls/button.tsx';
import { Disclosure } from '../controls/disclosure.tsx';
import { Entry } from '../controls/entry.tsx';
import { wording } from '../wording/wording.ts';
import styles from './calendars.module.css';
import { whenOf } from './when.ts';

const words = wording.message.calendar;
const shownAtFirst = 8;

export function CalendarCardView({ card }: { readonly card: CalendarCard }) {
  const id = useId();
  const when = card.when && whenOf(card.when);
  const off = card.method === 'cancel' || card.status === 'cancelled';
  return (
    <article className={styles['card']} data-off={off || undefined} aria-labelledby={id}>
      <p className={styles['kind']}>
        {words.title(card)}
        {card.status === 'tentative' && !off && ` · ${words.tentative}`}
      </p>
      <h3 id={id} dir="auto">
        {card.summary || words.untitled}
      </h3>
      <dl>
        <Entry name={words.when}>
          <bdi>{when?.here ?? words.noTime}</bdi>
          {when?.there && <bdi className={styles['quiet']}>{when.there}</bdi>}
          {card.recurrence && <bdi className={styles['quiet']}>{words.recurrence(card.recurrence)}</bdi>}
        </Entry>
        {card.location && (
          <Entry name={words.where}>
            <bdi>{card.location}</bdi>
          </Entry>
        )}
        {card.organizer && (
          <Entry name={words.organizer}>
            <Person {...card.organizer} />
          </Entry>
        )}
        {card.attendees.length > 0 && <Attendees attendees={card.attendees} leftOut={card.attendeesLeftOut} />}
      </dl>
      {card.description && (
        <Disclosure summary={words.notes}>
          <p className={styles['notes']}>{card.description}</p>
        </Disclosure>
      )}
    </article>
  );
}

function Person({ name, email }: { readonly name: string; readonly email: string }) {
  return (
    <span>
      {name && <bdi>{name}</bdi>}{' '}
      {email && (
        <bdi dir="ltr" className={styles['quiet']}>
          <Breakable text={name ? `<${email}>` : email} />
        </bdi>
      )}
    </span>
  );
}

function Attendees({ attendees, leftOut }: { readonly attendees: readonly Attendee[]; readonly leftOut: number }) {
  const [all, setAll] = useState(false);
  const shown = all ? attendees : attendees.slice(0, shownAtFirst);
  return (
    <Entry name={words.who}>
      <ul>
        {shown.map((attendee, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: somebody may stand twice, and the order never changes.
          <li key={at}>
            <Person {...attendee} />
            <span className={styles['quiet']}>
              {' · '}
              {words.state(attendee.state)}
              {attendee.isOptional && ` · ${words.optional}`}
            </span>
          </li>
        ))}
      </ul>
      {shown.length < attendees.length && (
        <Button weight="quiet" onClick={() => setAll(true)}>
          {words.others(attendees.length - shown.length + leftOut)}
        </Button>
      )}
      {shown.length === attendees.length && leftOut > 0 && (
        <span className={styles['quiet']}>{words.others(leftOut)}</span>
      )}
    </Entry>
  );
}
