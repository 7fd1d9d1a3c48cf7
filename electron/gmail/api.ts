// All that Porthole may ask of Gmail. There is nothing in it that changes a mailbox, and nothing else talks to Gmail.
// Every call may throw a FailureError, or the signal's own reason where it was cancelled.
import type { FetchedMessage } from '../contract/body.ts';
import type { Costs } from './costs.ts';
import type { WireHistoryPage, WireLabel, WireMessageList, WireProfile, WireSendAs } from './wire.ts';

export interface CallOptions {
  /** Who waits: a person for what they clicked, or for what they look at; what has just come; everything else. In this order. */
  readonly lane: 'clicked' | 'visible' | 'recent' | 'background';
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
  /** The message complete, without the bytes of its attachments. A text that Gmail does not give is empty. */
  readonly getMessage: (id: string, options: CallOptions) => Promise<FetchedMessage>;
  /** As `getMessage`, with the texts besides that only somebody who looks at it needs. */
  readonly getWhole: (id: string, options: CallOptions) => Promise<FetchedMessage>;
  /** The bytes of a part, as base64url. Attachment ids go stale: take one from a message that was just fetched. */
  readonly getAttachment: (messageId: string, attachmentId: string, options: CallOptions) => Promise<string>;
  /** The bytes of a part, its transfer encoding undone. `gone` where there is no such message, or it has no such part. */
  readonly getPart: (messageId: string, partId: string, options: CallOptions) => Promise<Uint8Array>;
  /** The message as it was sent: RFC 822, byte for byte. */
  readonly getRaw: (id: string, options: CallOptions) => Promise<Uint8Array>;
  /** Those of its messages that can be read, complete, in Gmail's order: oldest first, but that is not promised. `gone` where
   *  there is no such thread. */
  readonly getThread: (id: string, options: CallOptions) => Promise<readonly FetchedMessage[]>;
  /** Every address that the person sends from, the account's own among them, in no order. `not-permitted` where an
   *  organisation forbids it. */
  readonly listSendAs: (options: CallOptions) => Promise<readonly WireSendAs[]>;
  readonly listHistory: (query: HistoryQuery, options: CallOptions) => Promise<WireHistoryPage>;
  /** As far as is known: what calls cost, and how many units a second there are. */
  readonly rates: () => { readonly costs: Costs; readonly unitsPerSecond: number };
}
