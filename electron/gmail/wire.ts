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
/** Epoch ms, as digits. */
const internalDate = z.string().check(z.regex(/^-?\d{1,16}$/));
const list = <Item extends z.ZodMiniType>(item: Item) => z._default(z.array(item), []);

/** Whatever it is: short, and without characters that nobody sees. */
const labelId = z.string().check(z.regex(/^[^\p{C}]{1,255}$/u));
/** RFC 4648, section 5, and as others write it. */
const base64 = z.string().check(z.regex(/^[\w+/=\s-]*$/));

const header = z.object({ name: text, value: z._default(text, '') });
const body = z.object({
  attachmentId: z.optional(text),
  size: bytes,
  /** Transfer encoding undone, text transcoded to UTF-8. */
  data: z.optional(base64),
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
  labelIds: list(labelId),
  snippet: z._default(text, ''),
  historyId: z.optional(digits),
  internalDate: z.optional(internalDate),
  sizeEstimate: bytes,
  payload: z.optional(part),
});
export type WireMessage = z.output<typeof wireMessage>;

/** Each is checked by itself: one that does not fit costs no other, and is counted. */
const each = <Item extends z.ZodMiniType>(item: Item) =>
  z.pipe(
    z._default(z.unknown(), []),
    z.transform((value: unknown) => {
      if (!Array.isArray(value)) return { items: [], leftOut: 1 };
      const items = value.flatMap((one): z.output<Item>[] => {
        const checked = item.safeParse(one);
        return checked.success ? [checked.data] : [];
      });
      return { items, leftOut: value.length - items.length };
    }),
  );
/** Reads what `wireMessage` refuses: whatever does not fit is left out, and the rest is a message still. */
const lenient = <Item extends z.ZodMiniType>(item: Item) =>
  z.pipe(
    each(item),
    z.transform((kept: { items: z.output<Item>[]; leftOut: number }) => kept.items),
  );
const maybe = <Item extends z.ZodMiniType>(item: Item) => z.catch(z.optional(item), undefined);
const lenientBody = z.object({ attachmentId: maybe(text), size: z.catch(bytes, 0), data: maybe(text) });
const lenientPart: z.ZodMiniType<WirePart> = z.object({
  partId: maybe(text),
  mimeType: maybe(text),
  filename: maybe(text),
  headers: lenient(header),
  body: maybe(lenientBody),
  get parts() {
    return lenient(lenientPart);
  },
});
export const lenientMessage = z.object({
  id: text,
  threadId: text,
  labelIds: lenient(labelId),
  snippet: z.catch(text, ''),
  historyId: maybe(digits),
  internalDate: maybe(internalDate),
  sizeEstimate: z.catch(bytes, 0),
  payload: maybe(lenientPart),
});

export const wireAttachment = z.object({ data: text });

const messageRef = z.object({ id: text, threadId: z.catch(text, '') });

/** A token that can't be read is no last page: what no page names would be taken for deleted. */
export const wireMessageList = z.pipe(
  z.object({ messages: each(messageRef), nextPageToken: z.optional(text) }),
  z.transform(({ messages: { items, leftOut }, ...page }) => ({ ...page, messages: items, leftOut })),
);
export type WireMessageList = z.output<typeof wireMessageList>;

/** Each message is checked by itself: one that does not fit costs no other. */
export const wireThread = z.object({ messages: lenient(z.unknown()) });

const count = z.optional(z.int().check(z.gte(0)));
const colour = text.check(z.regex(/^#[0-9a-f]{3,8}$/i));

export const wireLabel = z.object({
  id: text,
  name: z.catch(text, ''),
  type: z.catch(z.enum(['system', 'user']), 'user'),
  // What it says beyond what is known is no reason to lose the label.
  labelListVisibility: z.catch(z.optional(z.enum(['labelShow', 'labelShowIfUnread', 'labelHide'])), undefined),
  messageListVisibility: z.catch(z.optional(z.enum(['show', 'hide'])), undefined),
  /** This and the counts come with labels.get only. */
  color: z.catch(z.optional(z.object({ textColor: colour, backgroundColor: colour })), undefined),
  messagesTotal: z.catch(count, undefined),
  messagesUnread: z.catch(count, undefined),
  threadsTotal: z.catch(count, undefined),
  threadsUnread: z.catch(count, undefined),
});
export type WireLabel = z.output<typeof wireLabel>;
/** Every mailbox has some: none is a reply of somebody else. */
export const wireLabelList = z.pipe(
  z.object({ labels: each(wireLabel).check(z.refine(({ items }) => items.length > 0)) }),
  z.transform(({ labels }) => ({ labels: labels.items, leftOut: labels.leftOut })),
);

const sendAs = z.object({ sendAsEmail: text, isPrimary: z.catch(z.boolean(), false) });
export type WireSendAs = z.output<typeof sendAs>;
export const wireSendAsList = z.pipe(
  z.object({ sendAs: each(sendAs) }),
  z.transform((reply) => ({ sendAs: reply.sendAs.items, leftOut: reply.sendAs.leftOut })),
);

export const wireProfile = z.object({
  messagesTotal: z.catch(z._default(z.int().check(z.gte(0)), 0), 0),
  historyId: digits,
});
export type WireProfile = z.output<typeof wireProfile>;

const labelChange = z.object({ message: messageRef, labelIds: list(labelId) });
const record = z.pipe(
  z.object({
    messagesAdded: each(z.object({ message: z.object({ ...messageRef.shape, labelIds: lenient(labelId) }) })),
    messagesDeleted: each(z.object({ message: messageRef })),
    labelsAdded: each(labelChange),
    labelsRemoved: each(labelChange),
  }),
  z.transform(({ messagesAdded, messagesDeleted, labelsAdded, labelsRemoved }) => ({
    messagesAdded: messagesAdded.items,
    messagesDeleted: messagesDeleted.items,
    labelsAdded: labelsAdded.items,
    labelsRemoved: labelsRemoved.items,
    leftOut: messagesAdded.leftOut + messagesDeleted.leftOut + labelsAdded.leftOut + labelsRemoved.leftOut,
  })),
);
export const wireHistoryPage = z.pipe(
  z.object({
    history: each(record),
    /** Where to go on from: of the last page only. */
    historyId: digits,
    nextPageToken: z.optional(text),
  }),
  z.transform(({ history: { items, leftOut }, ...page }) => ({
    ...page,
    history: items,
    leftOut: items.reduce((sum, one) => sum + one.leftOut, leftOut),
  })),
);
export type WireHistoryPage = z.output<typeof wireHistoryPage>;
