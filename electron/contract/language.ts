// Which language the window speaks, by choice, and which of those that there are that means.
import * as z from 'zod/mini';

/** `system`, or the tag of a language. */
export const languageChoice = z.string().check(z.regex(/^[A-Za-z0-9-]{2,35}$/));

/** The first of the wanted ones, language tags with spaces between them, that is known by its tag or by its language alone. */
export function languageOf(wanted: string, known: readonly string[]): string | undefined {
  const tags = wanted.split(' ').flatMap((tag) => [tag, tag.split('-')[0] ?? tag]);
  return tags.find((tag) => known.includes(tag));
}
