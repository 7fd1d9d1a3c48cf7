// Draws the first screen as text, for a document to come with it. Runs in the main process, where there is no window.
import { renderToString } from 'react-dom/server';
import type { DrawRoot } from '../electron/contract/first-screen.ts';
import { Root } from './app/root.tsx';
import { begin, herePlace } from './first-answers.ts';

export const drawRoot: DrawRoot = (answers) => {
  begin(answers);
  return `<div id="root" inert data-place="${herePlace()}">${renderToString(<Root />)}</div>`;
};
