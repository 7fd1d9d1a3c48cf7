// Light, dark, or as the system has it.
import { useId } from 'react';
import type { Settings } from '../../electron/contract/model.ts';
import { useAction } from '../action.ts';
import { useAnswers } from '../asked.ts';
import { wording } from '../wording/wording.ts';
import styles from './settings.module.css';
import { settings } from './settings.ts';

const themes: readonly Settings['theme'][] = ['system', 'light', 'dark'];

export function ThemeChoice() {
  const { value } = useAnswers(settings);
  const { run } = useAction();
  const group = useId();

  return (
    <fieldset className={styles['themes']}>
      <legend>{wording.theme.name}</legend>
      {themes.map((theme) => (
        <label key={theme}>
          <input
            type="radio"
            name={group}
            checked={value?.theme === theme}
            onChange={() => run('settings.change', { theme })}
          />
          {wording.theme[theme]}
        </label>
      ))}
    </fieldset>
  );
}
