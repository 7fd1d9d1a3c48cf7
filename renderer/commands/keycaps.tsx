// Keys, drawn as keys.
import { Fragment } from 'react';
import { wording } from '../wording/wording.ts';
import styles from './commands.module.css';
import { shownKeys } from './shown-keys.ts';
import { isMac } from './use-commands.ts';

export function Keycaps({ keys }: { readonly keys: string }) {
  return (
    <span className={styles['keys']}>
      {shownKeys(keys, isMac).map((parts, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same key may be pressed twice in a sequence.
        <Fragment key={at}>
          {at > 0 && <i>{wording.commands.inTurn}</i>}
          <kbd dir="ltr">
            {parts.map((part) => (
              <kbd key={part}>{part}</kbd>
            ))}
          </kbd>
        </Fragment>
      ))}
    </span>
  );
}
