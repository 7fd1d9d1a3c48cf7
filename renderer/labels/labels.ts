// The labels and their counts as the window last heard of them.
import { createAnswers } from '../asked.ts';
import { listen, request } from '../bridge.ts';
import { forgetWithMailbox } from '../session/forgetting.ts';

export const labels = createAnswers({
  ask: () => request('labels.list', {}),
  listen,
  // Mail that comes, goes or is read changes what is counted.
  concerns: ({ name }) => name === 'labels.changed' || name === 'messages.changed',
});
forgetWithMailbox(() => labels.forget());
