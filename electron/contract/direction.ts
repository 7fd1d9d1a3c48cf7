// Which way a language is written. Apart from what else is known of languages, because a page needs it before anything else.

/** As the Unicode tables have it, so that a new language is no more than its file. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return new Intl.Locale(language).getTextInfo().direction === 'rtl' ? 'rtl' : 'ltr';
}
