// What is new in a version, as text that is short enough to be read. It comes from outside, as HTML from GitHub, as text, or as a
// list of either: nothing of it is believed.
import { htmlToText } from '../gmail/html-text.ts';

/** Nobody reads more, and a feed can be of any size. */
const mostLetters = 4_000;
/** Of what is looked at for those. */
const mostMarkup = 100_000;

const isMarkup = /<\/?[a-z][^>]*>/i;
/** Letters that turn the direction of what stands around them, and controls but for the end of a line. */
const disguising = /[\u202a-\u202e\u2066-\u2069]|(?!\n)\p{Cc}/gu;

function textOf(note: string): string {
  const some = note.slice(0, mostMarkup);
  return (isMarkup.test(some) ? htmlToText(some) : some.replaceAll('\r\n', '\n')).replace(disguising, '').trim();
}

/** Never throws. Empty where there are none. */
export function notesText(notes: unknown): string {
  const each = (Array.isArray(notes) ? notes : [notes]).slice(0, 20).map((one: unknown) => {
    const note: unknown = typeof one === 'object' && one !== null ? Reflect.get(one, 'note') : one;
    return typeof note === 'string' ? textOf(note) : '';
  });
  const text = each.filter((note) => note !== '').join('\n\n');
  return text.length > mostLetters ? `${text.slice(0, mostLetters).trimEnd()}…` : text;
}
