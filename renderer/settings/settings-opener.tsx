// Shows the settings when somebody asks for them. Their code comes then, because most runs never see them.
import { lazy, Suspense, useEffect } from 'react';
import { openSettings, useOpenedSection } from './opening.ts';

const SettingsScreen = lazy(async () => ({ default: (await import('./settings-screen.tsx')).SettingsScreen }));

/** What programs open their settings with: Control or Command, and a comma. */
const opensSettings = ({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent) =>
  key === ',' && ctrlKey !== metaKey && !altKey && !shiftKey;

export function SettingsOpener() {
  const opened = useOpenedSection();

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !opensSettings(event) || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      openSettings();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  return (
    opened && (
      <Suspense fallback={null}>
        <SettingsScreen opened={opened} />
      </Suspense>
    )
  );
}
