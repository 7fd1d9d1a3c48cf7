// Gmail's JSON as it comes, checked once, here. Shapes: Gmail API v1 reference; only what Porthole reads is named.
import * as z from 'zod/mini';

const text = z.string();
/** A uint64 in Gmail. Handed back as it came, never reckoned with. */
const digits = z.string().check(z.regex(/^\d{1,32}$/));
/** A size in bytes: a count of something, whatever was written. */
const bytes = z.pipe(
  z._default(z.number(), 0),
  z.transform((size) => Math.min(Math.max(Math.round(size), 0), Number.MAX_SAFE_INTEGER)),
);
const list = <Item extends z.ZodMiniType>(item: Item) => z._default(z.array(item), []);

const header = z.object({ name: text, value: z._default(text, '') });
const body = z.object({
  attachmentId: z.optional(text),
  size: bytes,
  /** base64url, transfer encoding undone, text transcoded to UTF-8. */
  data: z.optional(text),
});

export interface WirePart {
  readonly partId?: string | undefined;
  readonly mimeType?: string | undefined;
  readonly filename?: string | undefined;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly body?:
    | { readonly attachmentId?: string | undefined; readonly size: number; readonly data?: string | undefined }
    | undefined;
  readonly parts: readonly WirePart[];
}

const part: z.ZodMiniType<WirePart> = z.object({
  partId: z.optional(text),
  mimeType: z.optional(text),
  filename: z.optional(text),
  headers: list(header),
  body: z.optional(body),
  get parts() {
    return list(part);
  },
});

export const wireMessage = z.object({
  id: text,
  threadId: text,
  labelIds: list(text),
  snippet: z._default(text, ''),
  historyId: z.optional(digits),
  /** Epoch ms, as digits. */
  internalDate: z.optional(z.string().check(z.regex(/^-?\d{1,16}$/))),
  sizeEstimate: bytes,
  payload: z.optional(part),
});
export type WireMessage = z.output<typeof wireMessage>;

export const wireAttachment = z.object({ data: text });

const messageRef = z.object({ id: text, threadId: z._default(text, '') });

export const wireMessageList = z.object({ messages: list(messageRef), nextPageToken: z.optional(text) });
export type WireMessageList = z.output<typeof wireMessageList>;

export const wireThread = z.object({ id: text, messages: list(wireMessage) });
export type WireThread = z.output<typeof wireThread>;

export const wireLabel = z.object({
  id: text,
  name: text,
  type: z._default(z.enum(['system', 'user']), 'user'),
  messagesTotal: z.optional(z.number()),
  messagesUnread: z.optional(z.number()),
});
export type WireLabel = z.output<typeof wireLabel>;
export const wireLabelList = z.object({ labels: list(wireLabel) });

export const wireProfile = z.object({
  emailAddress: text,
  messagesTotal: z._default(z.number(), 0),
  historyId: digits,
});
export type WireProfile = z.output<typeof wireProfile>;

const labelChange = z.object({
  message: z.object({ ...messageRef.shape, labelIds: list(text) }),
  labelIds: list(text),
});
const record = z.object({
  messagesAdded: list(z.object({ message: z.object({ ...messageRef.shape, labelIds: list(text) }) })),
  messagesDeleted: list(z.object({ message: messageRef })),
  labelsAdded: list(labelChange),
  labelsRemoved: list(labelChange),
});
export const wireHistoryPage = z.object({
  history: list(record),
  /** Where to go on from: of the last page only. */
  historyId: digits,
  nextPageToken: z.optional(text),
});
export type WireHistoryPage = z.output<typeof wireHistoryPage>;
