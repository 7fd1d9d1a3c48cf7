// How the window looks.
import { densities, leastZoom, mostZoom, themes, typeSizes } from '../../electron/contract/appearance.ts';
import { useAction } from '../action.ts';
import { useAnswers } from '../asked.ts';
import { Button } from '../controls/button.tsx';
import { Complaint } from '../controls/complaint.tsx';
import { settings as settingsWords } from '../wording/settings.ts';
import { wording } from '../wording/wording.ts';
import { Check, Setting, Ways } from './setting.tsx';
import styles from './settings.module.css';
import { settings } from './settings.ts';
import { zoom } from './zoom.ts';

const words = settingsWords.appearance;

export function Appearance() {
  const { value } = useAnswers(settings);
  const { failure, run } = useAction();
  if (!value) return null;
  return (
    <>
      <Ways
        name={wording.theme.name}
        ways={themes}
        names={wording.theme}
        chosen={value.theme}
        onChoose={(theme) => run('settings.change', { theme })}
      />
      <Check
        name={words.highContrast}
        note={words.highContrastNote}
        on={value.highContrast}
        onTurn={(highContrast) => run('settings.change', { highContrast })}
      />
      <Ways
        name={words.density}
        note={words.densityNote}
        ways={densities}
        names={words.densities}
        chosen={value.density}
        onChoose={(density) => run('settings.change', { density })}
      />
      <Ways
        name={words.typeSize}
        ways={typeSizes}
        names={words.typeSizes}
        chosen={value.typeSize}
        onChoose={(typeSize) => run('settings.change', { typeSize })}
      />
      <Setting name={words.zoom}>
        <div className={styles['steps']}>
          <Button aria-label={words.zoomOut} disabled={value.zoom <= leastZoom} onClick={() => zoom('out')}>
            −
          </Button>
          <output>{words.zoomed(value.zoom)}</output>
          <Button aria-label={words.zoomIn} disabled={value.zoom >= mostZoom} onClick={() => zoom('in')}>
            +
          </Button>
          <Button weight="quiet" disabled={value.zoom === 1} onClick={() => zoom('reset')}>
            {words.zoomReset}
          </Button>
        </div>
      </Setting>
      {failure && <Complaint failure={failure} />}
    </>
  );
}
