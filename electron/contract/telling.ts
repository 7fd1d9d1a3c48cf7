// What a person is told outside the window, and whether Porthole goes on without one. By choice, all of it but the number at
// its icon.
import * as z from 'zod/mini';

export const tellingShape = z.object({
  /** Of each account, the labels of which new mail is told: none unless chosen. */
  labels: z.catch(
    z.record(z.string().check(z.maxLength(64)), z.readonly(z.array(z.string().check(z.maxLength(64))))),
    {},
  ),
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
