// What a newcomer is told where nothing else stands, until they have said that they know it: then never again.
import X from 'lucide-react/icons/x';
import { useRef } from 'react';
import { type Hint, hints } from '../../electron/contract/hints.ts';
import { command } from '../status/command.ts';
import { wording } from '../wording/wording.ts';
import styles from './hints.module.css';

const words = wording.hints;

interface HintsProps {
  readonly seen: readonly Hint[];
  /** Somebody is busy. Their place stays, so that nothing beside them moves. */
  readonly away: boolean;
}

export function Hints({ seen, away }: HintsProps) {
  const list = useRef<HTMLUListElement>(null);
  const left = hints.filter((hint) => !seen.includes(hint));
  if (left.length === 0) return null;

  function dismiss(hint: Hint, at: number) {
    // The focus must not go with the line.
    const buttons = list.current?.querySelectorAll('button');
    (buttons?.[at + 1] ?? buttons?.[at - 1])?.focus();
    void command('settings.change', { hintsSeen: [...seen, hint] });
  }

  return (
    <ul ref={list} aria-label={words.name} className={styles['hints']} data-away={away || undefined}>
      {left.map((hint, at) => (
        <li key={hint}>
          <kbd>{words.keys[hint]}</kbd>
          <span>{words.said[hint]}</span>
          <button
            type="button"
            aria-label={words.dismiss(words.said[hint])}
            title={words.known}
            onClick={() => dismiss(hint, at)}
          >
            <X size={14} aria-hidden="true" />
          </button>
        </li>
      ))}
    </ul>
  );
}
