// The window while it is locked: what opens it, and the way out for whoever has forgotten that. Nothing of the mail is here,
// nor would the main process say any.
import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react';
import type { LockState } from '../../electron/contract/lock.ts';
import { useAction } from '../action.ts';
import { Button } from '../controls/button.tsx';
import { Complaint } from '../controls/complaint.tsx';
import { Disclosure } from '../controls/disclosure.tsx';
import { EraseEverything } from '../erasing/erase-everything.tsx';
import { Mark } from '../session/mark.tsx';
import screen from '../session/session.module.css';
import { lock as words } from '../wording/guarding.ts';
import { wording } from '../wording/wording.ts';
import styles from './lock.module.css';

const secondMs = 1_000;

export function LockScreen() {
  const { busy, failure, run } = useAction();
  const [state, setState] = useState<LockState | null>(null);
  const [passcode, setPasscode] = useState('');
  const field = useRef<HTMLInputElement>(null);

  const look = useCallback(async () => {
    const result = await window.porthole.request('lock.read', {});
    if (result.ok) setState(result.value);
  }, []);
  useEffect(() => void look(), [look]);

  const waits = (state?.waitMs ?? 0) > 0;
  useEffect(() => {
    if (!waits) return;
    const timer = setInterval(() => void look(), secondMs);
    return () => clearInterval(timer);
  }, [waits, look]);
  useEffect(() => {
    if (state && !waits) field.current?.focus();
  }, [state, waits]);

  async function unlock(event: FormEvent) {
    event.preventDefault();
    // Where it is right, the window is loaded anew.
    const result = await run('lock.unlock', { passcode });
    if (result.ok) return;
    setPasscode('');
    void look();
  }

  if (!state) return null;
  return (
    <main className={screen['screen']}>
      <div className={screen['welcome']}>
        <div className={screen['mark']}>
          <Mark size={84} />
        </div>
        <h1 className={screen['name']}>{wording.failure({ kind: 'locked' }).sentence}</h1>
        {state.damaged ? (
          <Complaint sentence={words.damaged} />
        ) : (
          <form className={styles['form']} onSubmit={unlock}>
            <label>
              {words.passcode}
              <input
                ref={field}
                type="password"
                autoComplete="off"
                disabled={waits}
                value={passcode}
                onChange={({ target }) => setPasscode(target.value)}
              />
            </label>
            <div className={styles['pair']}>
              <Button type="submit" weight="main" disabled={busy || waits || passcode === ''}>
                {words.unlock}
              </Button>
              {state.touch && (
                <Button disabled={busy} onClick={() => run('lock.unlockByTouch', {})}>
                  {words.touch}
                </Button>
              )}
            </div>
            {failure && <Complaint failure={failure} />}
          </form>
        )}
        <Disclosure summary={words.forgotten}>
          <p>{words.forgottenNote}</p>
          <EraseEverything />
        </Disclosure>
      </div>
    </main>
  );
}
