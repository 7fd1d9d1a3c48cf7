// The filter box. Knows no query language: it hands on what is typed, letter by letter, and where the caret stands.
import Search from 'lucide-react/icons/search';
import X from 'lucide-react/icons/x';
import type { KeyboardEvent, RefObject } from 'react';
import { longestQuery } from '../../electron/contract/search.ts';
import { wording } from '../wording/wording.ts';
import { caretIn } from './look.ts';
import styles from './search.module.css';

const words = wording.filter;

interface FilterBoxProps {
  readonly box: RefObject<HTMLInputElement | null>;
  readonly text: string;
  readonly onType: (text: string, caret: number | null) => void;
  /** On Enter: what was typed is complete. */
  readonly onFinish: () => void;
  /** To the list, on arrow down, or on Escape in the empty box. */
  readonly onLeave: () => void;
}

export function FilterBox({ box, text, onType, onFinish, onLeave }: FilterBoxProps) {
  function onKeyDown(event: KeyboardEvent) {
    // While a word is being composed (Japanese, Chinese, Korean) its keys belong to the composition.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') onFinish();
    else if (event.key === 'Escape' && text !== '') onType('', null);
    else if (event.key === 'Escape' || event.key === 'ArrowDown') onLeave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <search className={styles['filter']}>
      <Search size={15} aria-hidden="true" className={styles['glass']} />
      <input
        ref={box}
        type="search"
        aria-label={words.name}
        aria-keyshortcuts="/"
        placeholder={words.placeholder}
        dir={text ? 'auto' : undefined}
        maxLength={longestQuery}
        spellCheck={false}
        autoComplete="off"
        value={text}
        onChange={({ target }) => onType(target.value, caretIn(target.value, target.selectionStart))}
        onKeyDown={onKeyDown}
      />
      {text === '' ? (
        <span aria-hidden="true" className={styles['key']}>
          /
        </span>
      ) : (
        <button
          type="button"
          className={styles['clear']}
          aria-label={words.clear}
          onClick={() => {
            onType('', null);
            box.current?.focus();
          }}
        >
          <X size={14} aria-hidden="true" />
        </button>
      )}
    </search>
  );
}
