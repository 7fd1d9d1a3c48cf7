// The session as the window last heard of them.
import { createAnswers } from '../asked.ts';
import { listen, request } from '../bridge.ts';

export const session = createAnswers({
  ask: () => request('session.read', {}),
  listen,
  concerns: (event) => event.name === 'session.changed',
});
