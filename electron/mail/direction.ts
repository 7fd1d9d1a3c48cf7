// Which way a text that does not say so is written: as its first letter that has a direction, outside addresses. Pure.

/** The scripts that are written from right to left; others have a direction too, from left to right (UAX #9). */
const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
/** Of those with an @ each word is tried once, from its beginning. */
const address = /\b(?:https?:\/\/|www\.)\S+|(?<!\S)\S+@\S+/gi;
const firstLetter = /\p{L}/u;
/** Letters; a long mail has had its chance by then. */
const read = 20_000;

export const hasRightToLeft = (text: string): boolean => rightToLeft.test(text);

/** `texts`: of the mail, in order. Undefined where there is no letter. */
export function writtenDirection(texts: Iterable<string>): 'ltr' | 'rtl' | undefined {
  let left = read;
  for (const text of texts) {
    if (left <= 0) break;
    const letter = firstLetter.exec(text.slice(0, left).replace(address, ' '))?.[0];
    if (letter !== undefined) return rightToLeft.test(letter) ? 'rtl' : 'ltr';
    left -= text.length;
  }
  return undefined;
}
