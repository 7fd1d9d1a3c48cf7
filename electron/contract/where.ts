// Where somebody was in a mailbox, so that they find themselves there again.
import * as z from 'zod/mini';
import { groupings, longestQuery, orders } from './search.ts';

/** There with the account's before it. */
const gmailId = z.string().check(z.regex(/^(?:[\w-]{1,64}\.)?[\w-]{1,64}$/));

export const whereSchema = z.strictObject({
  look: z.strictObject({
    text: z.string().check(z.maxLength(longestQuery)),
    order: z.enum(orders),
    anywhereInThread: z.boolean(),
    partsOfWords: z.boolean(),
    /** It was a place of the sidebar. */
    chosen: z.boolean(),
  }),
  /** The first one in view. */
  row: z.int().check(z.gte(0), z.lte(10_000_000)),
  /** The thread or message that was open, and the message that was found. */
  open: z.nullable(z.strictObject({ grouping: z.enum(groupings), id: gmailId, messageId: gmailId })),
  /** Lines of the sidebar that are not folded as at first, by their keys. */
  turned: z.readonly(z.array(z.string().check(z.maxLength(300))).check(z.maxLength(2_000))),
});
export type Where = z.output<typeof whereSchema>;
