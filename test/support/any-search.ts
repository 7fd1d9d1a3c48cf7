// Every message, newest first: what tests begin a search from.
import type { Search } from '../../electron/contract/search.ts';

export const anySearch: Search = {
  text: '',
  caret: null,
  grouping: 'messages',
  order: 'newest',
  anywhereInThread: false,
  partsOfWords: false,
};
