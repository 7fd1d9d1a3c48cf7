// Which panes are shown, in a menu at the end of the window's head.
import Columns3 from 'lucide-react/icons/columns-3';
import { memo, useId } from 'react';
import { foldable, type Pane } from '../../electron/contract/panes.ts';
import { Button } from '../controls/button.tsx';
import { Popover } from '../controls/popover.tsx';
import { Check } from '../settings/setting.tsx';
import { wording } from '../wording/wording.ts';
import styles from './panes.module.css';
import { foldPane } from './panes.ts';

const words = wording.panes;

export const PanesMenu = memo(function PanesMenu({ folded }: { readonly folded: readonly Pane[] }) {
  const id = useId();
  return (
    <span className={styles['choice']}>
      <Button weight="quiet" popoverTarget={id} aria-haspopup="dialog" aria-label={words.name} title={words.name}>
        <Columns3 size={16} aria-hidden="true" />
      </Button>
      <Popover id={id} name={words.name} className={styles['menu']}>
        {foldable.map((pane) => (
          <Check
            key={pane}
            name={words.shown[pane]}
            on={!folded.includes(pane)}
            onTurn={(shown) => foldPane(pane, !shown)}
          />
        ))}
      </Popover>
    </span>
  );
});
