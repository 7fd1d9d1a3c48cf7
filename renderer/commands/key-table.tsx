// The commands with their keys, to be read, and to be changed.
import { type RefObject, useMemo, useState } from 'react';
import { useAction } from '../action.ts';
import { useAnswers } from '../asked.ts';
import { Button } from '../controls/button.tsx';
import { Complaint } from '../controls/complaint.tsx';
import { settings } from '../settings/settings.ts';
import { wording } from '../wording/wording.ts';
import styles from './commands.module.css';
import { folded, scoreOf } from './fuzzy.ts';
import { Keycaps } from './keycaps.tsx';
import { type ChangedKeys, conflicts, keysOf } from './match.ts';
import { Recorder } from './recorder.tsx';
import { type CommandId, commandIds, commandOf, groups } from './table.ts';

const words = wording.commands;
const unchanged: ChangedKeys = {};

interface KeyTableProps {
  readonly changing: boolean;
  /** The text field above it. */
  readonly box?: RefObject<HTMLInputElement | null>;
}

export function KeyTable({ changing, box }: KeyTableProps) {
  const changed = useAnswers(settings).value?.keys ?? unchanged;
  const { failure, run } = useAction();
  const [sought, setSought] = useState('');
  const found = useMemo(() => {
    const typed = folded(sought).trim();
    return commandIds.filter(
      (id) => scoreOf(typed, folded(words.names[id])) !== null || keysOf(id, changed).includes(sought.trim()),
    );
  }, [sought, changed]);

  const change = (keys: ChangedKeys) => void run('settings.change', { keys: mutable(keys) });
  const without = (id: CommandId) => Object.fromEntries(Object.entries(changed).filter(([other]) => other !== id));

  return (
    <div className={styles['all']}>
      <input
        ref={box}
        type="search"
        className={styles['search']}
        aria-label={words.search}
        placeholder={words.search}
        value={sought}
        onChange={({ target }) => setSought(target.value)}
      />
      {failure && <Complaint failure={failure} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section className={styles['groups']} tabIndex={0} aria-label={words.title}>
        <div className={styles['columns']}>
          {groups.map((group) => {
            const ids = found.filter((id) => commandOf(id).group === group);
            return (
              ids.length > 0 && (
                <section key={group} aria-label={words.groups[group]}>
                  <h3>{words.groups[group]}</h3>
                  <ul>
                    {ids.map((id) => (
                      <Line
                        key={id}
                        id={id}
                        changed={changed}
                        changing={changing}
                        onChange={(keys) => change({ ...changed, [id]: keys })}
                        onReset={() => change(without(id))}
                      />
                    ))}
                  </ul>
                </section>
              )
            );
          })}
        </div>
        {found.length === 0 && <p className={styles['none']}>{words.nothing}</p>}
      </section>
      {changing && (
        <div className={styles['line']}>
          <span />
          <Button weight="quiet" disabled={Object.keys(changed).length === 0} onClick={() => change({})}>
            {words.resetAll}
          </Button>
        </div>
      )}
    </div>
  );
}

const mutable = (keys: ChangedKeys) => Object.fromEntries(Object.entries(keys).map(([id, those]) => [id, [...those]]));

interface LineProps {
  readonly id: CommandId;
  readonly changed: ChangedKeys;
  readonly changing: boolean;
  readonly onChange: (keys: readonly string[]) => void;
  readonly onReset: () => void;
}

function Line({ id, changed, changing, onChange, onReset }: LineProps) {
  const keys = keysOf(id, changed);
  const taken = [...new Set(keys.flatMap((one) => conflicts(id, one, changed)))];
  const name = words.names[id];
  return (
    <li className={styles['line']}>
      <span>{name}</span>
      {keys.map((one) => (
        <Keycaps key={one} keys={one} />
      ))}
      {keys.length === 0 && !changing && <span className={styles['unused']}>{words.noKeys}</span>}
      {changing && (
        <>
          <Recorder name={name} onRecord={(recorded) => onChange([recorded])} onNone={() => onChange([])} />
          {Object.hasOwn(changed, id) && (
            <Button
              weight="quiet"
              aria-label={words.resetOne(name)}
              onClick={({ currentTarget }) => {
                // It goes with what it resets.
                currentTarget.closest('li')?.querySelector('button')?.focus();
                onReset();
              }}
            >
              {words.reset}
            </Button>
          )}
        </>
      )}
      {taken.length > 0 && <p role="status">{words.taken(taken.map((other) => words.names[other]))}</p>}
    </li>
  );
}
