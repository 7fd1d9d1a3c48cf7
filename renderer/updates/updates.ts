// How it stands with newer versions, as the window last heard of it.
import { createAnswers } from '../asked.ts';
import { listen, request } from '../bridge.ts';

export const updates = createAnswers({
  ask: () => request('updates.read', {}),
  listen,
  concerns: (event) => event.name === 'updates.changed',
});
