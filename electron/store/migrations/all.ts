// The schema as numbered steps. A step that has been released never changes; a new one is added below it.
import { mail } from './001-mail.ts';

export const migrations: readonly string[] = [mail];
