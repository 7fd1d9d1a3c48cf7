// The palette: a few letters lead to everything. The text field keeps the focus and points at the line that Enter means.
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useMemo, useRef, useState } from 'react';
import { subjectDirection } from '../../electron/mail/subjects.ts';
import { useModal } from '../controls/use-modal.ts';
import { wording } from '../wording/wording.ts';
import styles from './commands.module.css';
import { ranked } from './fuzzy.ts';
import { Keycaps } from './keycaps.tsx';
import { type Reachable, useReachable } from './reachable.ts';

const words = wording.commands;
/** Nobody reads farther; whoever misses something types another letter. */
const most = 50;
const page = 8;

interface PaletteProps {
  readonly labelsOnly: boolean;
  readonly hasMailbox: boolean;
  readonly onClose: () => void;
}

export function Palette({ labelsOnly, hasMailbox, onClose }: PaletteProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const modal = useModal(dialog, onClose);
  const list = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  /** Enter came before what it means. */
  const [isEarly, setIsEarly] = useState(false);
  const id = useId();
  const { all, complete } = useReachable(hasMailbox, labelsOnly);
  const sought = useDeferredValue(typed);
  const found = useMemo(() => ranked(sought, all, most), [sought, all]);
  const here = Math.min(at, found.length - 1);

  useEffect(() => {
    list.current?.children[here]?.scrollIntoView({ block: 'nearest' });
  }, [here]);

  useEffect(() => {
    if (!isEarly || !complete) return;
    setIsEarly(false);
    reach(ranked(typed, all, 1)[0]);
  });

  function reach(one: Reachable | undefined) {
    if (!one) {
      setIsEarly(!complete);
      return;
    }
    // First gives the focus back, which what is reached may then move.
    dialog.current?.close();
    one.reach();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const last = found.length - 1;
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: here === last ? 0 : here + 1,
      ArrowUp: here <= 0 ? last : here - 1,
      PageDown: Math.min(last, here + page),
      PageUp: Math.max(0, here - page),
    };
    const to = Object.hasOwn(steps, event.key) ? steps[event.key] : undefined;
    if (to !== undefined) setAt(to);
    // What was typed last may not have been drawn yet.
    else if (event.key === 'Enter') reach(sought === typed ? found[here] : ranked(typed, all, 1)[0]);
    else return;
    event.preventDefault();
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it by itself.
    <dialog
      {...modal}
      className={styles['palette']}
      aria-label={labelsOnly ? words.labels : words.palette}
      onClick={({ target }) => target === dialog.current && dialog.current.close()}
    >
      <input
        type="text"
        role="combobox"
        aria-label={labelsOnly ? words.labels : words.palette}
        aria-expanded={found.length > 0}
        aria-controls={`${id}list`}
        aria-autocomplete="list"
        aria-activedescendant={found[here] ? `${id}${here}` : undefined}
        placeholder={labelsOnly ? words.whichLabel : words.what}
        dir="auto"
        maxLength={200}
        spellCheck={false}
        autoComplete="off"
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          setAt(0);
          setIsEarly(false);
        }}
        onKeyDown={onKeyDown}
      />
      <div
        ref={list}
        id={`${id}list`}
        role="listbox"
        aria-label={words.reachable}
        className={styles['options']}
        hidden={found.length === 0}
      >
        {found.map((one, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the text field takes the keys for all lines.
          // biome-ignore lint/a11y/useFocusableInteractive: the text field has the focus and points here.
          <div
            key={one.key}
            id={`${id}${index}`}
            role="option"
            aria-selected={index === here}
            className={styles['option']}
            onClick={() => reach(one)}
          >
            <bdi dir={subjectDirection(one.name)}>{one.name}</bdi>
            <span className={styles['kind']} dir="auto">
              {one.kind}
            </span>
            {one.keys !== null && <Keycaps keys={one.keys} />}
          </div>
        ))}
      </div>
      <p role="status" className={found.length === 0 && complete ? styles['none'] : undefined}>
        {found.length === 0 && complete && words.nothing}
      </p>
    </dialog>
  );
}
