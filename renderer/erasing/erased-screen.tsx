// After everything was erased: what is gone, what the folder has left, and the way out. There is nothing else to be shown.
import { useEffect, useRef, useState } from 'react';
import type { Erased } from '../../electron/contract/erasing.ts';
import { useAction } from '../action.ts';
import { Button } from '../controls/button.tsx';
import { Complaint } from '../controls/complaint.tsx';
import { Entry } from '../controls/entry.tsx';
import styles from '../lock/lock.module.css';
import screen from '../session/session.module.css';
import { erase as words } from '../wording/guarding.ts';
import { wording } from '../wording/wording.ts';

const againMs = 300;

export function ErasedScreen() {
  const { busy, failure, run } = useAction();
  const [erased, setErased] = useState<Erased | null>(null);
  const isOver = erased !== null || failure !== null;
  const heading = useRef<HTMLHeadingElement>(null);
  // The window is new. Not the button: whoever pressed Enter twice would not see what is gone.
  useEffect(() => {
    if (isOver) heading.current?.focus();
  }, [isOver]);

  useEffect(() => {
    if (isOver) return;
    const look = async () => {
      const result = await run('erase.read', {});
      if (result.ok && result.value) setErased(result.value);
    };
    const timer = setInterval(() => void look(), againMs);
    return () => clearInterval(timer);
  }, [isOver, run]);

  async function again() {
    const result = await run('erase.everything', { revoke: true });
    if (result.ok) setErased(result.value);
  }

  return (
    <main className={screen['screen']}>
      <div className={screen['welcome']}>
        <h1 ref={heading} tabIndex={-1} className={screen['name']} aria-live="polite">
          {erased ? words.done : words.running}
        </h1>
        {erased && <Told erased={erased} />}
        {failure && <Complaint failure={failure} />}
        {isOver && (
          <div className={styles['pair']}>
            {failure && (
              <Button weight="main" disabled={busy} onClick={again}>
                {wording.actions.tryAgain}
              </Button>
            )}
            <Button weight={erased ? 'main' : 'plain'} onClick={() => run('erase.quit', {})}>
              {words.quit}
            </Button>
          </div>
        )}
      </div>
    </main>
  );
}

function Told({ erased: { gone, folder, left, revoked, notRevoked } }: { readonly erased: Erased }) {
  return (
    <div className={styles['gone']}>
      <dl>
        {gone.map(({ what, files, bytes }) => (
          <Entry key={what} name={words.things[what]}>
            {words.much(files, bytes)}
          </Entry>
        ))}
      </dl>
      {revoked > 0 && <p>{words.revoked(revoked)}</p>}
      {notRevoked > 0 && <p>{words.notRevoked(notRevoked)}</p>}
      <p>
        {left.length === 0 ? words.empty : words.left(left.length)} <bdi dir="ltr">{folder}</bdi>
      </p>
    </div>
  );
}
