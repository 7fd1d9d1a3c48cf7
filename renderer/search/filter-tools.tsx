// What helps with a filter beside its box: a form that writes it, and a list of what can be asked. Loaded as soon as somebody
// comes near: whoever presses Enter and types must be in it.
import CircleQuestionMark from 'lucide-react/icons/circle-question-mark';
import SlidersHorizontal from 'lucide-react/icons/sliders-horizontal';
import { useEffect, useId, useRef, useState } from 'react';
import type { CountedLabel } from '../../electron/contract/model.ts';
import { later } from '../controls/later.tsx';
import { Popover } from '../controls/popover.tsx';
import { wording } from '../wording/wording.ts';
import builderStyles from './query-builder.module.css';
import styles from './search.module.css';

const QueryBuilder = later(async () => (await import('./query-builder.tsx')).QueryBuilder);
const QueryHelp = later(async () => (await import('./query-help.tsx')).QueryHelp);

interface FilterToolsProps {
  readonly text: string;
  readonly labels: readonly CountedLabel[];
  readonly onChange: (text: string) => void;
  /** What was built is complete. */
  readonly onDone: () => void;
}

export function FilterTools({ text, labels, onChange, onDone }: FilterToolsProps) {
  const id = useId();
  const builder = useRef<HTMLDivElement>(null);
  const [building, setBuilding] = useState(false);
  const [helping, setHelping] = useState(false);
  const used = useRef(false);
  // Not before the dialog is gone: until then nothing beside it takes the focus.
  useEffect(() => {
    if (!helping && used.current) onDone();
    used.current = false;
  }, [helping, onDone]);
  return (
    <span className={styles['tools']}>
      <button
        type="button"
        popoverTarget={id}
        aria-label={wording.queryForm.open}
        title={wording.queryForm.open}
        onFocus={() => void QueryBuilder.load()}
        onPointerEnter={() => void QueryBuilder.load()}
      >
        <SlidersHorizontal size={14} aria-hidden="true" />
      </button>
      <button
        type="button"
        aria-label={wording.queryHelp.open}
        title={wording.queryHelp.open}
        aria-haspopup="dialog"
        onFocus={() => void QueryHelp.load()}
        onPointerEnter={() => void QueryHelp.load()}
        onClick={() => setHelping(true)}
      >
        <CircleQuestionMark size={14} aria-hidden="true" />
      </button>
      <Popover
        ref={builder}
        id={id}
        name={wording.queryForm.title}
        className={builderStyles['builder']}
        onToggle={({ newState }) => {
          setBuilding(newState === 'open');
          // Closed and opened at once, it tells one thing, and what is in it has stayed.
          if (building && newState === 'open') builder.current?.querySelector('input')?.focus();
        }}
      >
        {building && (
          <QueryBuilder
            text={text}
            labels={labels}
            onChange={onChange}
            onDone={() => {
              builder.current?.hidePopover();
              onDone();
            }}
          />
        )}
      </Popover>
      {helping && (
        <QueryHelp
          onUse={(query) => {
            used.current = true;
            setHelping(false);
            onChange(query);
          }}
          onClose={() => setHelping(false)}
        />
      )}
    </span>
  );
}
