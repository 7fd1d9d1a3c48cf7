// Which language is meant, and which way it is written. Apart from the choice and its schema, because a page needs it before
// anything else.

/** As the Unicode tables have it, so that a new language is no more than its file. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return new Intl.Locale(language).getTextInfo().direction === 'rtl' ? 'rtl' : 'ltr';
}

/** The first of the wanted ones, language tags with spaces between them, that is known by its tag or by its language alone. */
export function languageOf(wanted: string, known: readonly string[]): string | undefined {
  const tags = wanted.split(' ').flatMap((tag) => [tag, tag.split('-')[0] ?? tag]);
  return tags.find((tag) => known.includes(tag));
}
