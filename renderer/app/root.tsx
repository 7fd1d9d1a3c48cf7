// All that is drawn in the window, alike in the document that the main process delivers and in the page.
import { StrictMode, useEffect } from 'react';
import { SettingsOpener } from '../settings/settings-opener.tsx';
import { App } from './app.tsx';
import { Broken } from './broken.tsx';

interface RootProps {
  /** It answers to whoever touches it. */
  readonly onLive?: () => void;
}

export function Root({ onLive }: RootProps) {
  useEffect(() => onLive?.(), [onLive]);
  return (
    <StrictMode>
      <Broken>
        <App />
        <SettingsOpener />
      </Broken>
    </StrictMode>
  );
}
