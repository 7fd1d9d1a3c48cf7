// The filter box, what it offers as one types, and what helps beside it. Knows no query language: it hands on what is typed,
// letter by letter, and where the caret stands.
import Search from 'lucide-react/icons/search';
import X from 'lucide-react/icons/x';
import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import type { CountedLabel } from '../../electron/contract/model.ts';
import { longestQuery, type Searches } from '../../electron/contract/search.ts';
import { OfferList } from '../completion/offer-list.tsx';
import { useCompletion } from '../completion/use-completion.ts';
import { Unseen } from '../controls/unseen.tsx';
import { wording } from '../wording/wording.ts';
import { FilterTools } from './filter-tools.tsx';
import { caretIn } from './look.ts';
import styles from './search.module.css';

const words = wording.filter;

interface FilterBoxProps {
  readonly box: RefObject<HTMLInputElement | null>;
  readonly text: string;
  readonly caret: number | null;
  readonly labels: readonly CountedLabel[];
  readonly searches: Searches;
  /** Epoch ms. */
  readonly now: number;
  readonly onType: (text: string, caret: number | null) => void;
  /** On Enter: this is complete. */
  readonly onFinish: (text: string) => void;
  /** To the list, on arrow down, or on Escape in the empty box. */
  readonly onLeave: () => void;
}

export function FilterBox(props: FilterBoxProps) {
  const { box, text, caret, labels, searches, now, onType, onFinish, onLeave } = props;
  /** Where the caret goes once the box has the text that it stands in. */
  const caretAfter = useRef<number | null>(null);
  useEffect(() => {
    if (caretAfter.current !== null) box.current?.setSelectionRange(caretAfter.current, caretAfter.current);
    caretAfter.current = null;
  });
  const completion = useCompletion({
    text,
    caret,
    labels,
    searches,
    now,
    onType: (next, at) => {
      caretAfter.current = at ?? next.length;
      onType(next, at === null ? null : caretIn(next, at));
    },
    onQuery: onFinish,
  });
  const { offers, active, listId, optionId } = completion;
  const open = offers.length > 0;

  function onKeyDown(event: KeyboardEvent) {
    // While a word is being composed (Japanese, Chinese, Korean) its keys belong to the composition.
    if (event.nativeEvent.isComposing) return;
    if (!completion.onKeyDown(event)) {
      if (event.key === 'Enter') onFinish(text);
      else if (event.key === 'Escape' && text !== '') onType('', null);
      else if (event.key === 'Escape' || event.key === 'ArrowDown') onLeave();
      else return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <search className={styles['filter']}>
      <Search size={15} aria-hidden="true" className={styles['glass']} />
      <input
        ref={box}
        type="search"
        role="combobox"
        aria-label={words.name}
        aria-keyshortcuts="/"
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={open ? listId : undefined}
        aria-activedescendant={active >= 0 ? optionId(active) : undefined}
        placeholder={words.placeholder}
        dir={text ? 'auto' : undefined}
        maxLength={longestQuery}
        spellCheck={false}
        autoComplete="off"
        value={text}
        onChange={({ target }) => onType(target.value, caretIn(target.value, target.selectionStart))}
        onKeyDown={onKeyDown}
        onFocus={() => completion.onFocus(true)}
        onBlur={() => completion.onFocus(false)}
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
      <FilterTools
        text={text}
        labels={labels}
        onChange={(next) => onType(next, null)}
        onDone={() => box.current?.focus()}
      />
      {open && <OfferList {...completion} />}
      <span role="status">
        <Unseen>{open ? wording.completion.count(offers.length) : ''}</Unseen>
      </span>
    </search>
  );
}
