// Senders whose pictures are always shown, and a way to take that back.
import { useEffect, useRef, useState } from 'react';
import type { Output } from '../../electron/contract/requests.ts';
import { useAction } from '../action.ts';
import { senders } from '../content/senders.ts';
import { Button } from '../controls/button.tsx';
import { Complaint } from '../controls/complaint.tsx';
import { settings as settingsWords } from '../wording/settings.ts';
import { Setting } from './setting.tsx';
import styles from './settings.module.css';

const words = settingsWords.privacy;

export function TrustedSenders() {
  const { busy, failure, run } = useAction();
  const [chosen, setChosen] = useState<Output<'senders.list'>>([]);
  const box = useRef<HTMLDivElement>(null);
  const trusted = chosen.filter(({ choice }) => choice.pictures);

  useEffect(() => {
    void run('senders.list', {}).then((result) => result.ok && setChosen(result.value));
  }, [run]);

  async function forget(email: string) {
    const result = await run('sender.change', { email, pictures: null });
    if (!result.ok) return;
    senders.of(email).put(result.value);
    setChosen((before) => before.filter((one) => one.email !== email));
    // The focus must not go with the line.
    box.current?.focus();
  }

  return (
    <Setting name={words.senders} note={trusted.length > 0 ? words.sendersNote : words.noSenders}>
      <div ref={box} tabIndex={-1} className={styles['listed']}>
        {trusted.length > 0 && (
          <ul>
            {trusted.map(({ email }) => (
              <li key={email}>
                <bdi>{email}</bdi>
                <Button disabled={busy} aria-label={words.forgetSender(email)} onClick={() => forget(email)}>
                  {words.forget}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </div>
      {failure && <Complaint failure={failure} />}
    </Setting>
  );
}
