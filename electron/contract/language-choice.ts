// Which language the window speaks, by choice.
import * as z from 'zod/mini';

/** `system`, or the tag of a language. */
export const languageChoice = z.string().check(z.regex(/^[A-Za-z0-9-]{2,35}$/));
