// What is written: sentences of words that no one chose, and now and then a phrase that people really use.
import type { Random } from '../../../electron/sample/random.ts';
import { often } from './often.ts';
import { anyWord, type Tongue } from './tongue.ts';

/** Said as they stand, the first ones most often. */
const phrases = [
  'let me know',
  'quarterly report',
  'out of office',
  'thank you very much',
  'the late invoice',
  'mit freundlichen Grüßen',
  'see you on Friday',
  'rent is due in June',
  'Anbei die Rechnung',
  'your order has been shipped',
  'well-known problem',
  'meeting notes attached',
  'board minutes',
  'call 555-1234',
  'version 3.14 is out',
  'anniversary party',
  'vielen Dank im Voraus',
  'ferry to Visby',
  'the usability study',
  'unicorn budget',
];

function code(random: Random): string {
  const dice = random.next();
  if (dice < 0.5) return String(random.int(2, 3_000));
  if (dice < 0.7) return `${random.int(1, 900)}.${random.int(10, 99)}`;
  if (dice < 0.85) return `${random.int(1, 28)}.${random.int(1, 12)}.${random.int(2015, 2026)}`;
  return `${random.pick(['INV', 'ORD', 'REF'])}-${random.int(100_000, 999_999)}`;
}

function sentence(tongue: Tongue, length: number, random: Random): string {
  const gap = tongue.isSpaced ? ' ' : '';
  let text = anyWord(tongue, random);
  text = text.charAt(0).toUpperCase() + text.slice(1);
  for (let count = 1; count < length; count += 1) {
    const dice = random.next();
    if (dice < 0.012) text += ` ${code(random)}`;
    else if (dice < 0.08) text += `${tongue.comma}${gap}${anyWord(tongue, random)}`;
    else text += gap + anyWord(tongue, random);
  }
  return text + tongue.stop;
}

/** A log-normal of this median: most are short, a few are very long. */
export function lengthAround(median: number, longest: number, random: Random): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
  return Math.max(3, Math.min(longest, Math.round(median * Math.exp(1.05 * normal))));
}

export function paragraphs(tongue: Tongue, words: number, random: Random): string {
  let text = '';
  for (let left = words; left > 0; ) {
    const length = Math.min(left, random.int(4, 18));
    left -= length;
    text += sentence(tongue, length, random);
    if (left > 0) text += random.chance(0.22) ? '\n\n' : tongue.isSpaced ? ' ' : '';
  }
  if (!random.chance(0.12)) return text;
  const phrase = often(phrases, random);
  return `${text}\n\n${phrase.charAt(0).toUpperCase()}${phrase.slice(1)}.`;
}

export function title(tongue: Tongue, random: Random): string {
  if (random.chance(0.04)) return often(phrases, random);
  const words = Array.from({ length: random.int(2, 8) }, () => anyWord(tongue, random));
  const text = words.join(tongue.isSpaced ? ' ' : '');
  const numbered = random.chance(0.15) ? ` ${code(random)}` : '';
  return text.charAt(0).toUpperCase() + text.slice(1) + numbered;
}
