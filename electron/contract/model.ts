// The nouns that both processes speak of, in Gmail's words. Instants are epoch milliseconds, sizes are bytes.
import type { Density, TypeSize, themes } from './appearance.ts';
import type { Failure, SignedOutReason } from './failure.ts';
import type { Guide } from './guide.ts';
import type { Hint } from './hints.ts';
import type { Panes } from './panes.ts';
import type { Policy } from './policy.ts';
import type { Grouping } from './search.ts';
import type { Telling } from './telling.ts';
import type { UpdateChoice } from './updates.ts';

export interface Account {
  /** Google's account number (`sub`); `sample` for the sample mailbox. Never an e-mail address: those change. */
  readonly id: string;
  readonly kind: 'gmail' | 'sample';
  readonly email: string;
  readonly name: string;
}

export interface Address {
  readonly name: string;
  readonly email: string;
}

export interface LabelColour {
  /** CSS colours as Gmail names them: `#rrggbb`. */
  readonly text: string;
  readonly background: string;
}

export interface Label {
  readonly id: string;
  /** `/` nests. */
  readonly name: string;
  readonly type: 'system' | 'user';
  /** Gmail's rules for the list of labels. */
  readonly listVisibility: 'show' | 'showIfUnread' | 'hide';
  /** Whether rows of messages show it. */
  readonly messageVisibility: 'show' | 'hide';
  readonly colour: LabelColour | null;
}

export interface LabelCounts {
  readonly messages: number;
  readonly unreadMessages: number;
  readonly threads: number;
  readonly unreadThreads: number;
}

export interface CountedLabel extends Label {
  /** Gmail's own until every message is known here, then counted here. */
  readonly counts: LabelCounts;
}

export interface Attachment {
  /** Stays valid, unlike Gmail's attachmentId. */
  readonly partId: string;
  readonly filename: string;
  readonly mimeType: string;
  readonly sizeBytes: number;
}

/** Files that lie elsewhere, as Gmail's `has:` names them. */
export type LinkedFile = 'drive' | 'document' | 'spreadsheet' | 'presentation' | 'youtube';

export interface Header {
  readonly name: string;
  readonly value: string;
}

/** One message, complete. */
export interface Message {
  readonly id: string;
  readonly threadId: string;
  readonly labelIds: readonly string[];
  /** Gmail's internalDate: when Google accepted it. The sort key. */
  readonly receivedAt: number;
  readonly sizeBytes: number;
  /** Plain text, unescaped. */
  readonly snippet: string;
  readonly subject: string;
  readonly from: readonly Address[];
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  readonly bcc: readonly Address[];
  readonly replyTo: readonly Address[];
  /** All of them, decoded, in the order in which they stand. */
  readonly headers: readonly Header[];
  readonly text: string;
  readonly textFrom: 'plain' | 'html' | 'none';
  readonly attachments: readonly Attachment[];
  /** What its text links to, each kind once. */
  readonly links: readonly LinkedFile[];
}

/** What a conversation adds to the row of its newest message that was found. */
export interface ThreadSummary {
  /** Messages on this computer or still to come, without Spam and Trash. */
  readonly messages: number;
  readonly unreadMessages: number;
  /** Each once, in the order in which they wrote; at most 20. */
  readonly senders: readonly Address[];
}

/** What a row of the list shows. */
export interface MessageRow {
  readonly id: string;
  readonly threadId: string;
  readonly receivedAt: number;
  readonly from: Address;
  /** Shown instead of `from` where one's own sent mail is listed. */
  readonly to: readonly Address[];
  readonly subject: string;
  readonly snippet: string;
  /** Of a thread: of any of its messages. So are the three flags. */
  readonly labelIds: readonly string[];
  readonly unread: boolean;
  readonly starred: boolean;
  readonly hasAttachment: boolean;
  /** Whose it is, where the mail of all accounts is listed. */
  readonly accountId?: string;
  /** Where threads are listed. */
  readonly thread: ThreadSummary | null;
  /** Only Gmail found it: what is on disk of it does not say why. */
  readonly foundByGmail: boolean;
}

/** A message that is known to exist and is still on its way to this computer. */
export interface PendingRow {
  readonly id: string;
  readonly threadId: string;
  readonly pending: true;
  readonly accountId?: string;
  readonly foundByGmail: boolean;
}

/** A conversation: its messages, oldest first. */
export interface Thread {
  readonly id: string;
  readonly messages: readonly (Message | PendingRow)[];
  /** How many come before these, and are not among them: nobody reads so many at once. */
  readonly earlier: number;
}

/** How the open account stands towards Gmail. */
export type Connection =
  | { readonly state: 'local' } // the sample mailbox: there is nobody to connect to
  | { readonly state: 'connecting' }
  | { readonly state: 'online' }
  | { readonly state: 'offline' }
  | { readonly state: 'signed-out'; readonly reason: SignedOutReason }
  /** Gmail refuses, and trying on by itself would not help, or not before a time that the failure names. */
  | { readonly state: 'refused'; readonly failure: Failure };

export interface SyncState {
  readonly running: boolean;
  /** By the person. */
  readonly paused: boolean;
  /** The disk is full: nothing more is fetched until there is room. */
  readonly diskFull: boolean;
  /** When what is on disk last agreed with Gmail; null before the first time. */
  readonly syncedAt: number | null;
  /** Messages on this computer. */
  readonly onDisk: number;
  /** Messages that the mailbox has, as far as is known: never less than `onDisk`. */
  readonly inMailbox: number;
  /** While messages come in: how fast, and how long it will take at that. Null while that can't be said. */
  readonly messagesPerMinute: number | null;
  /** From now until all of them are here. */
  readonly leftMs: number | null;
}

/** One of the accounts that are on this computer, whether it is shown or not. */
export interface AccountState {
  readonly account: Account;
  /** Its mail can be read, as far as it is here. */
  readonly open: boolean;
  readonly connection: Connection;
  readonly sync: SyncState;
  /** In its inbox; null until they have been counted. */
  readonly unread: { readonly messages: number; readonly threads: number } | null;
  /** A person has to do something about it. */
  readonly needsAttention: boolean;
}

/** What is known of an account's permission, for a person to read. */
export interface AccountDetails {
  readonly accountId: string;
  /** When the permission was given, epoch ms. Null where none is kept. */
  readonly grantedAt: number | null;
  /** Google's names of what it allows. */
  readonly scopes: readonly string[];
  readonly client: ClientSummary | null;
  /** How the token is kept. */
  readonly kept: 'system' | 'this-run-only' | 'weak' | 'none';
}

/** A consent under way in the system browser, or how the last one ended. */
export type SignIn =
  | { readonly state: 'none' }
  /** `again`: Google gave no lasting permission the first time and is asked a second time. */
  | { readonly state: 'waiting'; readonly startedAt: number; readonly email: string | null; readonly again: boolean }
  | { readonly state: 'finishing' } // the browser came back; tokens are exchanged and kept
  /** Mostly `sign-in-abandoned`, which says how. */
  | { readonly state: 'failed'; readonly failure: Failure };

/** Said once, quietly, until it is dismissed. */
export const notices = [
  'settings-reset', // the settings could not be read; the old file was kept aside
  'database-rebuilt', // so was the database; mail comes anew from Gmail
  'token-set-aside', // so was the token
  'grant-not-revoked', // signed out while Google could not be reached: the permission is still in the Google account
] as const;
export type Notice = (typeof notices)[number];

/** Everything that the window shows besides mail. The renderer reads it anew on `session.changed`. */
export interface SessionState {
  /** The one that is shown; while all are, the one that was shown before. */
  readonly account: Account | null;
  /** The mail of all accounts is shown as one. `connection` and `sync` then speak of all of them. */
  readonly all: boolean;
  /** In the order in which they stand, `account` among them. */
  readonly accounts: readonly AccountState[];
  readonly ownAddresses: readonly string[]; // the account's own first, then others that the person sends from
  readonly connection: Connection;
  readonly sync: SyncState;
  readonly signIn: SignIn;
  /** How the refresh token is kept; `weak` only when the person chose so. */
  readonly tokenKept: 'system' | 'this-run-only' | 'weak' | 'none';
  /** Whether a client file was accepted earlier, so that signing in needs no file. */
  readonly hasClient: boolean;
  readonly policy: Policy;
  readonly notices: readonly Notice[];
}

export interface ClientSummary {
  readonly kind: 'installed' | 'web';
  readonly projectId: string | null;
}

export interface Settings {
  /** A language tag, or `system`. */
  readonly language: string;
  readonly theme: (typeof themes)[number];
  /** Else as the system has it. */
  readonly highContrast: boolean;
  readonly density: Density;
  readonly typeSize: TypeSize;
  /** 1 is as large as it is meant. */
  readonly zoom: number;
  readonly panes: Panes;
  readonly hintsSeen: readonly Hint[];
  readonly grouping: Grouping;
  /** Whether the facets stand beside what was found. */
  readonly facets: boolean;
  /** All mail is shown as plain text. */
  readonly strict: boolean;
  /** Of commands whose keys the person has changed, by their ids: what is not here has the keys it came with. */
  readonly keys: Readonly<Record<string, readonly string[]>>;
  /** Bytes of what can be had again that are kept for each account. */
  readonly cacheLimit: number;
  readonly guide: Guide;
  readonly telling: Telling;
  readonly updates: UpdateChoice;
}
