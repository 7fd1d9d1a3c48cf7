// What a message looks like, as its author laid it out: asked for when it is opened, apart from what lists and searches need.
import type { Address, Attachment, Header, Message } from './model.ts';

/** Of a message as it was sent: what is shown of it. */
export const mostSourceBytes = 2_000_000;

/** One place of a message's text. Each is a document of its own: what one leaves open ends with it. */
export interface BodyPart {
  readonly partId: string;
  /** As it was sent, decoded. Null where there is none. */
  readonly html: string | null;
  /** The version for reading as text, decoded. Null where there is none. */
  readonly plain: string | null;
  /** How the plain one is broken into lines: RFC 3676. */
  readonly flowed: boolean;
  readonly delSp: boolean;
}

/** A part that HTML shows in its midst, by its Content-ID. */
export interface RelatedPart {
  /** Without its angle brackets, decoded. */
  readonly contentId: string;
  readonly partId: string;
  readonly mimeType: string;
  readonly sizeBytes: number;
}

/** An invitation or another part of a calendar. */
export interface CalendarPart {
  readonly partId: string;
  /** iCalendar, RFC 5545. */
  readonly text: string;
}

/** What was left out because there is more of it than anybody sends, or because Gmail does not give it. */
export type Omission = 'too-deep' | 'too-many-parts' | 'too-long' | 'too-many-headers' | 'not-given' | 'no-payload';

/** What is shown of a message, or of one that is attached to it. */
export interface Content {
  readonly parts: readonly BodyPart[];
  readonly related: readonly RelatedPart[];
  readonly calendars: readonly CalendarPart[];
  readonly nested: readonly NestedMessage[];
  /** Each once. */
  readonly omitted: readonly Omission[];
}

/** Content as it is kept. */
export interface Original extends Content {
  /** False where a text is still to be fetched: Gmail gives large ones, and calendars, only when they are asked for. */
  readonly whole: boolean;
}

/** A message as it comes from Gmail. */
export interface FetchedMessage extends Message {
  /** Null where `contentOfText` says as much. Absent: not known. */
  readonly original?: Original | null;
  /** Some of its fields were not as Gmail documents them, and were left out. */
  readonly malformed?: true;
}

export interface MessageBody extends Content {
  readonly id: string;
  /** False where only the text is on disk, and Gmail can't be asked for the rest now. */
  readonly complete: boolean;
}

/** A message that is attached whole, as Gmail has parsed it. */
export interface NestedMessage extends Content {
  readonly partId: string;
  readonly subject: string;
  readonly from: readonly Address[];
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  /** Its own `Date`, epoch ms; null where it says none that can be read. */
  readonly sentAt: number | null;
  readonly headers: readonly Header[];
  readonly attachments: readonly Attachment[];
}

const flowedFormat = /format\s*=\s*"?flowed/i;
const deletedSpace = /delsp\s*=\s*"?yes/i;
/** RFC 3676, section 4: parameters of a Content-Type. */
export const flowOf = (contentType: string) => ({
  flowed: flowedFormat.test(contentType),
  delSp: deletedSpace.test(contentType),
});

/** What most messages without HTML are: their text, in its usual place. */
export function contentOfText({ text, textFrom, headers, attachments }: Message): Content {
  const isWhole = attachments.length === 0;
  const contentType = headers.find(({ name }) => name.toLowerCase() === 'content-type')?.value ?? '';
  const part = { partId: isWhole ? '' : '0', html: null, plain: text, ...flowOf(isWhole ? contentType : '') };
  return { parts: textFrom === 'none' ? [] : [part], related: [], calendars: [], nested: [], omitted: [] };
}

/** How mail of one sender is shown, as the person chose. Absent: as everybody's. */
export interface SenderChoice {
  /** Pictures that lie elsewhere are fetched, while the sender is authenticated. */
  readonly pictures?: boolean;
  readonly format?: 'html' | 'plain';
  readonly colours?: 'original' | 'adapted';
  /** 1 is as sent. */
  readonly zoom?: number;
}

/** One host that a message's pictures lie on. */
export interface Contact {
  readonly host: string;
  readonly messageId: string;
  /** Epoch ms. */
  readonly at: number;
  /** `kept-out`: it was not asked. `refused`: it was not asked although the person said so, or its answer was thrown away. */
  readonly outcome: 'kept-out' | 'fetched' | 'failed' | 'refused';
  readonly pictures: number;
  readonly bytes: number;
}

/** Where a picture that the person allowed is to be had in its message's view; null where it is not to be had, and why not. */
export interface Picture {
  readonly url: string;
  /** A path below the view's own host: `/img/<token>`. */
  readonly path: string | null;
  readonly refused:
    | 'tracker'
    | 'private-address'
    | 'not-a-picture'
    | 'too-large'
    | 'unreachable'
    | 'not-allowed'
    | null;
}

/** A place of its own for one document of a message: `mail://<host>`. Lives until it is closed. */
export interface View {
  readonly host: string;
}

/** How far an export is. */
export interface ExportState {
  readonly done: number;
  readonly total: number;
  readonly state: 'running' | 'done' | 'failed' | 'cancelled';
}
