// The settings as the window last heard of them. The main process applies the theme; CSS follows by itself.
import { createAnswers } from '../asked.ts';
import { listen, request } from '../bridge.ts';

export const settings = createAnswers({
  ask: () => request('settings.read', {}),
  listen,
  concerns: (event) => event.name === 'settings.changed',
});
