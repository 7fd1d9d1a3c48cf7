// The privacy receipt of a message: every host that it wanted something from, whether it was contacted, when, and for how much.
import { useEffect, useState } from 'react';
import type { Contact } from '../../electron/contract/body.ts';
import type { Failure } from '../../electron/contract/failure.ts';
import { request } from '../bridge.ts';
import { Breakable } from '../controls/breakable.tsx';
import { Disclosure } from '../controls/disclosure.tsx';
import { wholeMoment } from '../wording/format.ts';
import { wording } from '../wording/wording.ts';
import styles from './content.module.css';
import { hostsOf } from './remote.ts';

const words = wording.remote;

interface ReceiptProps {
  readonly messageId: string;
  /** Changes when somebody may have been contacted since. */
  readonly since: unknown;
}

export function Receipt({ messageId, since }: ReceiptProps) {
  const [open, setOpen] = useState(false);
  return (
    <Disclosure summary={words.receipt} onTurn={setOpen}>
      {open && <Hosts messageId={messageId} since={since} />}
    </Disclosure>
  );
}

function Hosts({ messageId, since }: ReceiptProps) {
  const [contacts, setContacts] = useState<readonly Contact[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again for what has happened since.
  useEffect(() => {
    let current = true;
    void request('contacts.list', { messageId }).then((result) => {
      if (!current) return;
      setFailure(result.ok ? null : result.failure);
      if (result.ok) setContacts(result.value);
    });
    return () => {
      current = false;
    };
  }, [messageId, since]);

  if (failure) return <p>{wording.failure(failure).sentence}</p>;
  if (!contacts) return null;
  const hosts = hostsOf(contacts);
  const contacted = hosts.filter((host) => host.contacted).length;
  return (
    <>
      <p>{contacted === 0 ? words.nobody : words.contacted(contacted)}</p>
      <table className={styles['receipt']}>
        <tbody>
          {hosts.map(({ host, contacts: of, contacted: was }) => (
            <tr key={host} data-contacted={was || undefined}>
              <th scope="row">
                <bdi dir="ltr">
                  <Breakable text={host} />
                </bdi>
              </th>
              <td>{was ? words.was : words.wasNot}</td>
              <td>
                {of.map((contact) => (
                  <div key={contact.outcome}>
                    {words.contact(contact)}
                    {' · '}
                    <time dateTime={new Date(contact.at).toISOString()}>{wholeMoment(contact.at)}</time>
                  </div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
