// The line in which one types what is to be found in the open conversation.
import ChevronDown from 'lucide-react/icons/chevron-down';
import ChevronUp from 'lucide-react/icons/chevron-up';
import X from 'lucide-react/icons/x';
import { type KeyboardEvent, type RefObject, useEffect } from 'react';
import { Button } from '../controls/button.tsx';
import { wording } from '../wording/wording.ts';
import styles from './finding.module.css';
import type { FindState } from './use-find.ts';

const words = wording.find;

interface FindBarProps {
  readonly box: RefObject<HTMLInputElement | null>;
  readonly find: FindState;
  readonly onClose: () => void;
}

export function FindBar({ box, find: { text, index, total, look, step }, onClose }: FindBarProps) {
  useEffect(() => {
    box.current?.focus();
    box.current?.select();
  }, [box]);

  function onKey(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter' && event.target === box.current) step(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <search className={styles['bar']} aria-label={words.name} onKeyDown={onKey}>
      <input
        ref={box}
        type="text"
        value={text}
        aria-label={words.label}
        placeholder={words.label}
        maxLength={200}
        dir="auto"
        spellCheck={false}
        onChange={({ target }) => look(target.value)}
      />
      <output aria-live="polite">{text === '' ? '' : total === 0 ? words.none : words.place(index, total)}</output>
      <Button weight="quiet" aria-label={words.previous} title={words.previous} onClick={() => step(-1)}>
        <ChevronUp size={15} aria-hidden="true" />
      </Button>
      <Button weight="quiet" aria-label={words.next} title={words.next} onClick={() => step(1)}>
        <ChevronDown size={15} aria-hidden="true" />
      </Button>
      <Button weight="quiet" aria-label={words.close} title={words.close} onClick={onClose}>
        <X size={15} aria-hidden="true" />
      </Button>
    </search>
  );
}
