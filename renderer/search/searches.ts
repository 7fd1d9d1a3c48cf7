// The saved and the recent searches as the window last heard of them.
import type { Searches } from '../../electron/contract/search.ts';
import { createAnswers } from '../asked.ts';
import { listen, request } from '../bridge.ts';
import { forgetWithMailbox } from '../session/forgetting.ts';

export const searches = createAnswers({
  ask: () => request('searches.list', {}),
  listen,
  concerns: (event) => event.name === 'searches.changed',
});
forgetWithMailbox(() => searches.forget());

/** Until they have been heard of. */
export const noSearches: Searches = { saved: [], recent: [] };

/** Remembers a text as looked for. Whether that worked is no reason to stop anybody. */
export function noteSearch(text: string): void {
  if (text.trim() !== '') void request('searches.note', { text: text.trim() });
}
