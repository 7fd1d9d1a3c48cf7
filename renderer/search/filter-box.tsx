// The filter box. Knows no query language: it hands on what was typed, after a breath or at once on Enter.
import Search from 'lucide-react/icons/search';
import X from 'lucide-react/icons/x';
import { type KeyboardEvent, type RefObject, useEffect } from 'react';
import { en } from '../locales/en.ts';
import styles from './search.module.css';

const words = en.filter;
const breathMs = 120;
/** As much as `messages.find` takes. */
const longest = 2_000;

interface FilterBoxProps {
  readonly box: RefObject<HTMLInputElement | null>;
  readonly text: string;
  readonly onType: (text: string) => void;
  readonly onFind: (text: string) => void;
  /** To the list, on arrow down, or on Escape in the empty box. */
  readonly onLeave: () => void;
}

export function FilterBox({ box, text, onType, onFind, onLeave }: FilterBoxProps) {
  useEffect(() => {
    const timer = setTimeout(() => onFind(text), breathMs);
    return () => clearTimeout(timer);
  }, [text, onFind]);

  function clear() {
    onType('');
    onFind('');
  }

  function onKeyDown(event: KeyboardEvent) {
    // While a word is being composed (Japanese, Chinese, Korean) its keys belong to the composition.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') onFind(text);
    else if (event.key === 'Escape' && text !== '') clear();
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
        maxLength={longest}
        spellCheck={false}
        autoComplete="off"
        value={text}
        onChange={(event) => onType(event.target.value)}
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
            clear();
            box.current?.focus();
          }}
        >
          <X size={14} aria-hidden="true" />
        </button>
      )}
    </search>
  );
}
