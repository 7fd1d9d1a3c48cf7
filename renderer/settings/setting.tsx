// What a section of the settings is made of: one of a few ways, a thing that is on or off, and something to be done.
import { type ReactNode, useId } from 'react';
import styles from './settings.module.css';

interface WaysProps<T extends string> {
  readonly name: string;
  readonly note?: string;
  readonly ways: readonly T[];
  readonly names: Readonly<Record<T, string>>;
  readonly chosen: T | null;
  readonly onChoose: (way: T) => void;
}

export function Ways<T extends string>({ name, note, ways, names, chosen, onChoose }: WaysProps<T>) {
  const group = useId();
  return (
    <fieldset className={styles['setting']}>
      <legend>{name}</legend>
      <div className={styles['ways']}>
        {ways.map((way) => (
          <label key={way}>
            <input type="radio" name={group} checked={chosen === way} onChange={() => onChoose(way)} />
            {names[way]}
          </label>
        ))}
      </div>
      {note && <p className={styles['note']}>{note}</p>}
    </fieldset>
  );
}

interface CheckProps {
  readonly name: string;
  readonly note?: string;
  readonly on: boolean;
  readonly onTurn: (on: boolean) => void;
}

export function Check({ name, note, on, onTurn }: CheckProps) {
  return (
    <label className={styles['check']}>
      <input type="checkbox" checked={on} onChange={({ target }) => onTurn(target.checked)} />
      <span>
        {name}
        {note && <small>{note}</small>}
      </span>
    </label>
  );
}

interface SettingProps {
  readonly name: string;
  readonly note?: string;
  readonly children: ReactNode;
}

export function Setting({ name, note, children }: SettingProps) {
  const id = useId();
  return (
    <section className={styles['setting']} aria-labelledby={id}>
      <h4 id={id}>{name}</h4>
      {note && <p className={styles['note']}>{note}</p>}
      {children}
    </section>
  );
}
