// Names of files as strangers give them, made fit for anybody's disk: always one name in the folder that was chosen, never
// hidden, and with the ending that is shown. Touches no disk.
import { withoutInvisible } from './characters.ts';

const longestBytes = 200;
const longestExtensionBytes = 40;
/** What a name that says nothing becomes. */
const nameless = 'attachment';

/** Windows takes these for devices, whatever ending follows (learn.microsoft.com, "Naming Files, Paths, and Namespaces"). */
const device = /^(?:con|prn|aux|nul|clock\$|conin\$|conout\$|(?:com|lpt)[\d¹²³])$/i;
const forbidden = /[\\/:*?"<>|]/g;
const encoder = new TextEncoder();

const bytesOf = (text: string) => encoder.encode(text).length;

/** Where the ending begins that decides what opens the file, with its dot; the length where there is none. */
function extensionAt(name: string): number {
  const dot = name.lastIndexOf('.');
  return dot <= 0 || bytesOf(name.slice(dot)) > longestExtensionBytes ? name.length : dot;
}

function cutTo(text: string, bytes: number): string {
  let length = 0;
  let kept = '';
  for (const character of text) {
    length += bytesOf(character);
    if (length > bytes) break;
    kept += character;
  }
  return kept;
}

const trimmed = (name: string) => name.replace(/^[\s.]{1,9999}|[\s.]{1,9999}$/gu, '');

/** As much of it as fits. What joined a letter to one that was cut off joins nothing any more. */
function fitting(stem: string, behind: string): string {
  return `${trimmed(withoutInvisible(cutTo(stem, longestBytes - bytesOf(behind))))}${behind}`;
}

function madeSafe(name: string): string {
  const plain = withoutInvisible(name.slice(0, 10_000).toWellFormed().normalize('NFC'))
    .replace(/[\p{Cc}\u2028\u2029]/gu, ' ')
    .replace(forbidden, '_')
    .replace(/\s{1,9999}/gu, ' ');
  // Spaces push the ending out of sight.
  const whole = trimmed(plain).replace(/ ?\. ?(?=[^. ]{1,40}$)/u, '.');
  const at = extensionAt(whole);
  const short = fitting(whole.slice(0, at), whole.slice(at));
  if (short === '' || short.startsWith('.')) return fitting(nameless, short);
  // Also `con.x.txt`: everything behind the first dot counts as ending.
  return device.test((short.split('.')[0] ?? '').trim())
    ? fitting(`_${short.slice(0, extensionAt(short))}`, short.slice(extensionAt(short)))
    : short;
}

/** A name that may be given to a file. What the stranger wrote as a path stays visible, as one name. A safe name stays as it is:
 *  a long one that was cut may end in another way than before. */
export const safeName = (name: string): string => madeSafe(madeSafe(name));

/** The same name for the second, third, … file of it: `a (2).pdf`. Takes and gives a safe name. */
export function numberedName(name: string, number: number): string {
  const at = extensionAt(name);
  return fitting(name.slice(0, at), ` (${number})${name.slice(at)}`);
}

/** The ending that decides what opens the file, in lower case, without its dot; empty where there is none. */
export function effectiveExtension(name: string): string {
  const safe = safeName(name);
  return safe.slice(extensionAt(safe) + 1).toLowerCase();
}
