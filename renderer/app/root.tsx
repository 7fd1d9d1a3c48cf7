// All that is drawn in the window, alike in the document that the main process delivers and in the page.
import { StrictMode } from 'react';
import { App } from './app.tsx';
import { Broken } from './broken.tsx';

export function Root() {
  return (
    <StrictMode>
      <Broken>
        <App />
      </Broken>
    </StrictMode>
  );
}
