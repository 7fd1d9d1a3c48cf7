// The languages that a person wants, the first one most: by choice, or as their system has them. Knows none of those that there are.

const isTag = (tag: string) => /^[A-Za-z0-9-]{2,35}$/.test(tag);

/** Language tags with spaces between them, for a document to say. */
export function wantedLanguages(chosen: string, system: readonly string[]): string {
  return (chosen === 'system' ? system : [chosen]).filter(isTag).slice(0, 10).join(' ');
}
