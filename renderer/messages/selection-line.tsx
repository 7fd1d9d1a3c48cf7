// How many rows are selected, and what can be done with them.
import { Button } from '../controls/button.tsx';
import { wording } from '../wording/wording.ts';
import styles from './messages.module.css';

const words = wording.commands.selection;

interface SelectionLineProps {
  /** Null where all are. */
  readonly count: number | null;
  readonly onExport: () => void;
  readonly onNone: () => void;
}

export function SelectionLine({ count, onExport, onNone }: SelectionLineProps) {
  return (
    <div className={styles['selection']}>
      <span role="status">{count === null ? words.all : words.some(count)}</span>
      <Button weight="quiet" onClick={onExport}>
        {words.export}
      </Button>
      <Button weight="quiet" onClick={onNone}>
        {words.none}
      </Button>
    </div>
  );
}
