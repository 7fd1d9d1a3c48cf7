// What is opened, and what came of it. A conversation and a message are shown alike: as messages, oldest first.
import type { Failure } from '../../electron/contract/failure.ts';
import type { Message, PendingRow } from '../../electron/contract/model.ts';
import type { Grouping } from '../../electron/contract/search.ts';

export interface Target {
  readonly grouping: Grouping;
  /** Of the thread or of the message. */
  readonly id: string;
  /** The one that was found. */
  readonly messageId: string;
  /** Its sender's address; null while it is not known. */
  readonly from?: string | null;
}

export type Shown = Message | PendingRow;

export type Opened =
  | { readonly target: Target; readonly messages: readonly Shown[]; readonly earlier: number; readonly failure: null }
  | { readonly target: Target; readonly messages: null; readonly failure: Failure };

export const isPending = (message: Shown): message is PendingRow => 'pending' in message;

export const isUnread = (message: Shown) => !isPending(message) && message.labelIds.includes('UNREAD');

export function sameTarget(one: Target | null, other: Target | null): boolean {
  return one?.id === other?.id && one?.grouping === other?.grouping;
}

/** Texts never change: what can is who is there, and under which labels. */
export function sameMessages(one: readonly Shown[], other: readonly Shown[]): boolean {
  const said = (messages: readonly Shown[]) =>
    JSON.stringify(messages.map((message) => [message.id, isPending(message) ? null : message.labelIds]));
  return said(one) === said(other);
}

/** More nobody reads one after the other; each is laid out at once. */
const mostUnfolded = 20;

/** Those that are not folded away at first: what is unread (of much, the newest), what was found, and the last one. */
export function unfoldedAtFirst(messages: readonly Shown[], found: string | null): ReadonlySet<string> {
  const last = messages.at(-1);
  const unread = new Set(messages.filter(isUnread).slice(-mostUnfolded));
  return new Set([
    ...messages.filter((message) => unread.has(message) || message.id === found).map(({ id }) => id),
    ...(last ? [last.id] : []),
  ]);
}

/** The one to begin with: what was found, else the newest that is unread, else the last. */
export function beginWith(messages: readonly Shown[], found: string | null): string | null {
  if (found !== null && messages.some(({ id }) => id === found)) return found;
  return (messages.findLast(isUnread) ?? messages.at(-1))?.id ?? null;
}
