// How the window looks.
import type { Settings } from '../../electron/contract/model.ts';
import { useAction } from '../action.ts';
import { useAnswers } from '../asked.ts';
import { wording } from '../wording/wording.ts';
import { Ways } from './setting.tsx';
import { settings } from './settings.ts';

const themes: readonly Settings['theme'][] = ['system', 'light', 'dark'];

export function Appearance() {
  const { value } = useAnswers(settings);
  const { run } = useAction();
  return (
    <Ways
      name={wording.theme.name}
      ways={themes}
      names={wording.theme}
      chosen={value?.theme ?? null}
      onChoose={(theme) => run('settings.change', { theme })}
    />
  );
}
