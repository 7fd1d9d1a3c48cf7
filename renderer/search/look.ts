// What the window is looking at, as the person put it: pure. The filter box is empty for the inbox.
import type { Grouping, Order } from '../../electron/contract/search.ts';
import type { Where } from '../../electron/contract/where.ts';
import type { Wanted } from './finder.ts';

export interface Look {
  readonly text: string;
  /** In UTF-16 units; null unless a word is being typed there. */
  readonly caret: number | null;
  readonly order: Order;
  readonly anywhereInThread: boolean;
  readonly partsOfWords: boolean;
  /** A place of the sidebar was chosen: its list is known here as a whole, so Gmail need not be asked. */
  readonly chosen: boolean;
}

export const inbox = 'in:inbox';

export const firstLook: Look = {
  text: '',
  caret: null,
  order: 'newest',
  anywhereInThread: false,
  partsOfWords: false,
  chosen: true,
};

/** As somebody left it. */
export function lookAt(where: Where | null): Look {
  return where ? { ...where.look, caret: null } : firstLook;
}

export function isInbox(text: string): boolean {
  return text.trim() === '' || text.trim() === inbox;
}

export function wantedBy({ text, caret, chosen, ...listed }: Look, grouping: Grouping): Wanted {
  const empty = text.trim() === '';
  return {
    search: { text: empty ? inbox : text, caret: empty ? null : caret, grouping, ...listed },
    ask: !chosen && !isInbox(text),
  };
}

/** Where the caret stands behind a word that is being typed. Null where it stands anywhere else. */
export function caretIn(text: string, at: number | null): number | null {
  if (at === null) return null;
  const before = text[at - 1] ?? ' ';
  const behind = text[at] ?? ' ';
  return /[\s"(){}]/.test(before) || !/[\s"(){}]/.test(behind) ? null : at;
}
