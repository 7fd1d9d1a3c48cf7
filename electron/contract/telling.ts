// What a person is told outside the window, and whether Porthole goes on without one. By choice, all of it but the number at
// its icon.
import * as z from 'zod/mini';

const gmailId = z.string().check(z.maxLength(64));
/** Far more accounts than anybody has. */
const mostAccounts = 1_000;
const labelsByAccount = z
  .record(gmailId, z.array(gmailId).check(z.maxLength(10_000)))
  .check(z.refine((labels) => Object.keys(labels).length <= mostAccounts));

export const tellingShape = z.object({
  /** Of each account, the labels of which new mail is told: none unless chosen. */
  labels: z.catch(labelsByAccount, {}),
  /** Who wrote and about what, where anybody may read it; else only how many have come. */
  content: z.catch(z.boolean(), false),
  /** How many in the inbox are unread, at the program's icon. */
  badge: z.catch(z.boolean(), true),
  tray: z.catch(z.boolean(), false),
  /** Closing the window leaves Porthole running. */
  background: z.catch(z.boolean(), false),
  atLogin: z.catch(z.boolean(), false),
});
export type Telling = z.output<typeof tellingShape>;

const choice = z.optional(z.boolean());
/** What is named changes; the labels of the accounts that are named. */
export const tellingChange = z.strictObject({
  labels: z.optional(labelsByAccount),
  content: choice,
  badge: choice,
  tray: choice,
  background: choice,
  atLogin: choice,
});

export const quiet: Telling = {
  labels: {},
  content: false,
  badge: true,
  tray: false,
  background: false,
  atLogin: false,
};

/** The message that somebody was told of, and wants to see. */
export interface Told {
  readonly threadId: string;
  readonly messageId: string;
}
