// Text as it is looked through when somebody finds in a conversation: the same in the window and in a message's frame. Pure.

const accented = /[\u00c0-\u024f\u1e00-\u1eff]/g;

/**
 * Without case, Latin letters without accents, white space as one space each. Letter for letter: what would change the length
 * stays, so that a place in it is one in the text.
 */
export function soughtText(text: string): string {
  const lower = text.toLowerCase();
  const even =
    lower.length === text.length
      ? lower
      : Array.from(text, (one) => (one.toLowerCase().length === one.length ? one.toLowerCase() : one)).join('');
  return even.replace(accented, (letter) => letter.normalize('NFD').charAt(0)).replace(/\s/g, ' ');
}
