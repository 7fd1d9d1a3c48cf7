// The fourth schema: the word index as it is now, made anew from the mail that is here (store/schema.ts). The one before split
// words at their vowel signs, so that other words were found.

export const withoutWords = 'DROP TABLE IF EXISTS words;';
