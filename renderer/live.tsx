// Makes the screen live that the document came with, or draws it where it came without.
import { createRoot, hydrateRoot } from 'react-dom/client';
import { Root } from './app/root.tsx';
import { beginAsDelivered, herePlace } from './first-answers.ts';

// A file that misses the place for it must not replace the page.
for (const name of ['dragover', 'drop']) window.addEventListener(name, (event) => event.preventDefault());

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root.');
beginAsDelivered();
if (root.hasChildNodes() && root.dataset['place'] === herePlace()) hydrateRoot(root, <Root />);
else createRoot(root).render(<Root />);
