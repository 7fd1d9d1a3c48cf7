// What a row of the table is: one fault, and how it is brought about once.
import type { GoogleOptions } from '../google/google.ts';
import type { Person } from './person.ts';

export interface Row {
  readonly group: string;
  readonly fault: string;
  /** How often in the long form. In the short one it comes once, or not at all where that takes long. */
  readonly runs: number;
  readonly isLong?: true;
  /** Messages in the mailbox at first. */
  readonly size?: number;
  readonly google?: GoogleOptions;
  /** The database was damaged, which may show late: then its mail comes again, and that is held against the truth. */
  readonly damagesMail?: true;
  /** That mail or sign-in are not kept is wrong. */
  readonly keepsAll?: true;
  /** Longer than this it hangs. */
  readonly limitMs?: number;
  /** Has it happen; what is left is then held against the truth. What is wrong goes into `person.wrong`. */
  readonly run: (person: Person) => Promise<void>;
}
