// Shows the settings when somebody asks for them. Their code comes then, because most runs never see them.
import { useCommands } from '../commands/use-commands.ts';
import { later } from '../controls/later.tsx';
import { command } from '../status/command.ts';
import { turnDensity } from './density.ts';
import { openSettings, useOpenedSection } from './opening.ts';
import { zoom } from './zoom.ts';

/** Where there is no passcode yet, to where one is chosen. */
async function lockNow(): Promise<void> {
  const result = await command('lock.read', {});
  if (result.ok && result.value.on) await command('lock.now', {});
  else openSettings('privacy');
}

const SettingsScreen = later(async () => (await import('./settings-screen.tsx')).SettingsScreen);

export function SettingsOpener() {
  const opened = useOpenedSection();
  useCommands({
    'window.settings': () => openSettings(),
    'window.density': turnDensity,
    'window.lock': () => void lockNow(),
    'window.report': () => openSettings('report'),
    'window.zoomIn': () => zoom('in'),
    'window.zoomOut': () => zoom('out'),
    'window.zoomReset': () => zoom('reset'),
  });

  return opened && <SettingsScreen opened={opened} />;
}
