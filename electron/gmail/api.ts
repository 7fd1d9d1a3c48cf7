// All that Porthole may ask of Gmail. There is nothing in it that changes a mailbox, and nothing else talks to Gmail.
// Every call may throw a FailureError, or the signal's own reason where it was cancelled.
import type { WireHistoryPage, WireLabel, WireMessage, WireMessageList, WireProfile, WireThread } from './wire.ts';

export interface CallOptions {
  /** Who waits: a person, or the synchronisation in the background. The person goes first. */
  readonly lane: 'foreground' | 'background';
  readonly signal?: AbortSignal;
}

export interface MessageQuery {
  readonly q?: string;
  /** A message must carry all of them. */
  readonly labelIds?: readonly string[];
  readonly includeSpamTrash?: boolean;
  /** 500 at the most. */
  readonly maxResults?: number;
  readonly pageToken?: string;
}

export interface HistoryQuery {
  /** Exclusive. Too old a one is `gone`. */
  readonly startHistoryId: string;
  readonly pageToken?: string;
}

export interface GmailApi {
  readonly getProfile: (options: CallOptions) => Promise<WireProfile>;
  readonly listLabels: (options: CallOptions) => Promise<readonly WireLabel[]>;
  readonly getLabel: (id: string, options: CallOptions) => Promise<WireLabel>;
  readonly listMessages: (query: MessageQuery, options: CallOptions) => Promise<WireMessageList>;
  /** The complete message (`format=full`), without the bytes of its attachments. */
  readonly getMessage: (id: string, options: CallOptions) => Promise<WireMessage>;
  /** The bytes of a part, as base64url. Attachment ids go stale: take one from a message that was just fetched. */
  readonly getAttachment: (messageId: string, attachmentId: string, options: CallOptions) => Promise<string>;
  readonly getThread: (id: string, options: CallOptions) => Promise<WireThread>;
  readonly listHistory: (query: HistoryQuery, options: CallOptions) => Promise<WireHistoryPage>;
}
