// The lock in the settings: turned on with a passcode, turned off with the same.
import { type FormEvent, useCallback, useEffect, useState } from 'react';
import { type LockState, lockAfterMinutes, shortestPasscode } from '../../electron/contract/lock.ts';
import { useAction } from '../action.ts';
import { Button } from '../controls/button.tsx';
import { Complaint } from '../controls/complaint.tsx';
import { Setting, Ways } from '../settings/setting.tsx';
import { lock as words } from '../wording/guarding.ts';
import styles from './lock.module.css';

type Minutes = (typeof lockAfterMinutes)[number];
const ways = lockAfterMinutes.map(String);
const names = Object.fromEntries(lockAfterMinutes.map((count) => [count, words.minutes(count)]));
const minutesOf = (way: string) => lockAfterMinutes.find((count) => String(count) === way) ?? 5;

export function LockSetting() {
  const { busy, failure, run, fail } = useAction();
  const [state, setState] = useState<LockState | null>(null);
  const [passcode, setPasscode] = useState('');
  const [again, setAgain] = useState('');
  const [after, setAfter] = useState<Minutes>(5);
  const [wrong, setWrong] = useState<string | null>(null);

  const look = useCallback(async () => {
    const result = await run('lock.read', {});
    if (result.ok) setState(result.value);
  }, [run]);
  useEffect(() => void look(), [look]);

  /** What was typed is no longer wanted in the window, right or wrong. */
  const clear = () => {
    setPasscode('');
    setAgain('');
  };

  async function turnOn(event: FormEvent) {
    event.preventDefault();
    fail(null);
    const problem =
      passcode.length < shortestPasscode ? words.short(shortestPasscode) : passcode === again ? null : words.differ;
    setWrong(problem);
    if (problem) return;
    const result = await run('lock.turnOn', { passcode, afterMinutes: after });
    clear();
    if (result.ok) await look();
  }

  async function turnOff(event: FormEvent) {
    event.preventDefault();
    const result = await run('lock.turnOff', { passcode });
    clear();
    if (result.ok) await look();
  }

  async function choose(way: string) {
    const chosen = minutesOf(way);
    if (!state?.on) return setAfter(chosen);
    const result = await run('lock.after', { afterMinutes: chosen });
    if (result.ok) await look();
  }

  if (!state) return null;
  const field = (name: string, value: string, onValue: (value: string) => void) => (
    <label>
      {name}
      <input
        type="password"
        autoComplete="new-password"
        value={value}
        onChange={({ target }) => onValue(target.value)}
      />
    </label>
  );
  return (
    <Setting name={words.name} note={words.note}>
      <p>{words.limits}</p>
      <Ways
        name={words.after}
        ways={ways}
        names={names}
        chosen={String(state.on ? state.afterMinutes : after)}
        onChoose={choose}
      />
      <form className={styles['form']} onSubmit={state.on ? turnOff : turnOn}>
        {field(words.passcode, passcode, setPasscode)}
        {!state.on && field(words.again, again, setAgain)}
        <div className={styles['pair']}>
          <Button type="submit" disabled={busy || passcode === ''}>
            {state.on ? words.turnOff : words.turnOn}
          </Button>
          {state.on && (
            <Button disabled={busy} onClick={() => run('lock.now', {})}>
              {words.now}
            </Button>
          )}
        </div>
        {wrong && <Complaint sentence={wrong} />}
        {failure && <Complaint failure={failure} />}
      </form>
    </Setting>
  );
}
