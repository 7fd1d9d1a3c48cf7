// Starts the window's page.
import './styles/tokens.css';
import './styles/document.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { Broken } from './app/broken.tsx';
import { labels } from './labels/labels.ts';
import { searches } from './search/searches.ts';
import { lookAhead } from './search/use-look.ts';
import { session } from './session/session.ts';
import { settings } from './settings/settings.ts';

// A file that misses the place for it must not replace the page.
for (const name of ['dragover', 'drop']) window.addEventListener(name, (event) => event.preventDefault());

/** Nobody should look at an empty window because one answer is late. */
const patienceMs = 100;

/** What is asked before anything is drawn is drawn at once with the rest: a first screen in parts takes longer. */
async function firstAnswers(): Promise<void> {
  const [{ value: opened }, { value: shown }] = await Promise.all([session.ahead(), settings.ahead()]);
  if (opened?.account && shown) await Promise.all([lookAhead(shown.grouping), labels.ahead(), searches.ahead()]);
}

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root.');
await Promise.race([firstAnswers(), new Promise((resolve) => setTimeout(resolve, patienceMs))]);
createRoot(root).render(
  <StrictMode>
    <Broken>
      <App />
    </Broken>
  </StrictMode>,
);
