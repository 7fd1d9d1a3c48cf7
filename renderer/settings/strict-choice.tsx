// Strict mode: all mail as plain text.
import { useAction } from '../action.ts';
import { useAnswers } from '../asked.ts';
import { wording } from '../wording/wording.ts';
import styles from './settings.module.css';
import { settings } from './settings.ts';

export function StrictChoice() {
  const { value } = useAnswers(settings);
  const { run } = useAction();
  return (
    <label className={styles['strict']}>
      <input
        type="checkbox"
        checked={value?.strict ?? false}
        onChange={({ target }) => run('settings.change', { strict: target.checked })}
      />
      <span>
        {wording.strict.name}
        <small>{wording.strict.note}</small>
      </span>
    </label>
  );
}
