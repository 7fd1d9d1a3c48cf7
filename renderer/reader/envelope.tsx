// Who wrote to whom, and when: with the full addresses, because a name alone proves nothing.
import { type ComponentProps, type ReactNode, useState } from 'react';
import type { Address, Message } from '../../electron/contract/model.ts';
import { cleanEmail, cleanName } from '../../electron/mail/shown-names.ts';
import { Breakable } from '../controls/breakable.tsx';
import { Button } from '../controls/button.tsx';
import { Entry } from '../controls/entry.tsx';
import { Trust } from '../identity/trust.tsx';
import { IdentityWarnings } from '../identity/warnings.tsx';
import { Marked } from '../search/marked.tsx';
import type { Marks } from '../search/marks.ts';
import { matches, type Sought } from '../search/matches.ts';
import { fullDate } from '../wording/format.ts';
import { wording } from '../wording/wording.ts';
import styles from './reader.module.css';

const words = wording.reader;
const shownAtFirst = 5;

interface EnvelopeProps {
  readonly message: Message;
  readonly marks: Marks;
}

export function Envelope({ message, marks }: EnvelopeProps) {
  return (
    <>
      <dl className={styles['envelope']}>
        {message.from.length > 0 ? (
          <Line name={words.from} addresses={message.from} sought={marks.from} strong>
            <Trust message={message} />
          </Line>
        ) : (
          <Entry name={words.from}>{wording.list.nobody}</Entry>
        )}
        <Line name={words.replyTo} addresses={message.replyTo} sought={notLookedFor} />
        <Line name={words.to} addresses={message.to} sought={marks.to} />
        <Line name={words.cc} addresses={message.cc} sought={marks.cc} />
        <Line name={words.bcc} addresses={message.bcc} sought={marks.bcc} />
        <Entry name={words.date}>
          <time dir="auto" dateTime={new Date(message.receivedAt).toISOString()}>
            {fullDate(message.receivedAt)}
          </time>
        </Entry>
      </dl>
      <IdentityWarnings message={message} />
    </>
  );
}

interface LineProps {
  readonly name: string;
  readonly addresses: readonly Address[];
  readonly sought: readonly Sought[];
  readonly strong?: boolean;
  /** What is known of them. */
  readonly children?: ReactNode;
}

/** No filter looks there. */
const notLookedFor: readonly Sought[] = [];

function Line({ name, addresses, sought, strong, children }: LineProps) {
  const [all, setAll] = useState(false);
  if (addresses.length === 0) return null;
  // One that would fold away alone is shown at once.
  const folds = !all && addresses.length > shownAtFirst + 1;
  const shown = folds ? addresses.slice(0, shownAtFirst) : addresses;
  return (
    <Entry name={name}>
      <ul className={styles['addresses']} data-strong={strong || undefined}>
        {shown.map((address, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an address may stand twice, and the order never changes.
          <li key={at}>
            <Person address={address} sought={sought} />
          </li>
        ))}
        {children && <li>{children}</li>}
        {folds && (
          <li>
            <Button weight="quiet" onClick={() => setAll(true)}>
              {words.others(addresses.length - shown.length)}
            </Button>
          </li>
        )}
      </ul>
    </Entry>
  );
}

/** Always both: a name is what its owner likes to be called. Whose name reads like an address goes by the real one first. */
function Person({ address, sought }: { readonly address: Address; readonly sought: readonly Sought[] }) {
  const name = cleanName(address.name);
  const email = cleanEmail(address.email);
  const person = name && (
    <bdi className={styles['person']}>
      <Found text={name} sought={sought} />
    </bdi>
  );
  // A group or a list may be named that has no address.
  const mailbox = email !== '' && (
    <bdi dir="ltr" className={styles['email']}>
      <Found text={name ? `<${email}>` : email} sought={sought} as={Breakable} />
    </bdi>
  );
  return name.includes('@') ? (
    <>
      {mailbox} {person}
    </>
  ) : (
    <>
      {person} {mailbox}
    </>
  );
}

type FoundProps = Omit<ComponentProps<typeof Marked>, 'ranges'> & { readonly sought: readonly Sought[] };

function Found({ sought, ...marked }: FoundProps) {
  return <Marked {...marked} ranges={matches(marked.text, sought)} />;
}
