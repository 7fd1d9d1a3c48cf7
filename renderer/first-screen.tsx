// Draws the first screen as text, for a document to come with it. Runs in the main process, where there is no window.
import { renderToString } from 'react-dom/server';
import type { Drawing } from '../electron/contract/first-screen.ts';
import { Root } from './app/root.tsx';
import { begin, herePlace } from './first-answers.ts';

export { direction, language } from './wording/language.ts';

export const drawRoot: Drawing['drawRoot'] = (answers) => {
  begin(answers);
  return `<div id="root" inert data-place="${herePlace()}">${renderToString(<Root />)}</div>`;
};
