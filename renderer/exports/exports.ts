// How far an export is, as the window last heard of it.
import { createAnswers } from '../asked.ts';
import { listen, request } from '../bridge.ts';

export const exported = createAnswers({
  ask: () => request('export.read', {}),
  listen,
  concerns: (event) => event.name === 'export.changed',
});
