// Messages that are attached whole, shown as messages inside the one that brought them. Who wrote them nobody has checked, and
// nothing of them is ever fetched from elsewhere.
import type { ReactNode } from 'react';
import type { NestedMessage } from '../../electron/contract/body.ts';
import type { Address } from '../../electron/contract/model.ts';
import { cleanEmail, cleanName } from '../../electron/mail/shown-names.ts';
import { shownSubject, subjectDirection } from '../../electron/mail/subjects.ts';
import { Attachments } from '../attachments/attachments.tsx';
import { Calendars } from '../calendars/calendars.tsx';
import type { Appearance } from '../content/appearance.ts';
import { fullDate } from '../wording/format.ts';
import { wording } from '../wording/wording.ts';
import styles from './nested.module.css';

const words = wording.message.nested;
/** Whoever forwards a forwarded message forwards two. */
const deepest = 5;

interface NestedMessagesProps {
  /** Of the message that Gmail knows: it has the parts of all of them. */
  readonly messageId: string;
  readonly nested: readonly NestedMessage[];
  readonly format: Appearance['format'];
  /** Shows the texts of one of them, with everything that lies elsewhere kept out. */
  readonly children: (nested: NestedMessage) => ReactNode;
  readonly depth?: number;
}

export function NestedMessages({ messageId, nested, format, children, depth = 1 }: NestedMessagesProps) {
  if (nested.length === 0) return null;
  if (depth > deepest) return <p className={styles['note']}>{words.tooDeep}</p>;
  return (
    <section className={styles['nested']} aria-label={words.name}>
      {nested.map((message) => (
        <article key={message.partId} className={styles['message']}>
          <h3 dir={subjectDirection(message.subject)} data-absent={!message.subject || undefined}>
            {shownSubject(message.subject) || words.noSubject}
          </h3>
          <dl>
            <Line name={words.from} addresses={message.from} />
            <Line name={words.to} addresses={message.to} />
            <Line name={words.cc} addresses={message.cc} />
            {message.sentAt !== null && (
              <div>
                <dt>{words.date}</dt>
                <dd>
                  <bdi>{fullDate(message.sentAt)}</bdi>
                </dd>
              </div>
            )}
          </dl>
          <Attachments messageId={messageId} attachments={message.attachments} content={message} format={format} />
          <Calendars calendars={message.calendars} />
          {children(message)}
          <NestedMessages messageId={messageId} nested={message.nested} format={format} depth={depth + 1}>
            {children}
          </NestedMessages>
        </article>
      ))}
    </section>
  );
}

const mostShown = 20;

function Line({ name, addresses }: { readonly name: string; readonly addresses: readonly Address[] }) {
  if (addresses.length === 0) return null;
  const left = addresses.length - mostShown;
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {addresses.slice(0, mostShown).map(({ name: person, email }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an address may stand twice, and the order never changes.
          <span key={at} className={styles['address']}>
            {person && <bdi>{cleanName(person)}</bdi>}{' '}
            {email && <bdi dir="ltr">{person ? `<${cleanEmail(email)}>` : cleanEmail(email)}</bdi>}
          </span>
        ))}
        {left > 0 && <span>{wording.reader.others(left)}</span>}
      </dd>
    </div>
  );
}
