// The languages that the mail is written in, each with a vocabulary that is used as words are: the most frequent one twice as
// often as the second (Zipf's law), so that half of all words occur once or twice. Its first words are the sample mailbox's.
import { Random } from '../../../electron/sample/random.ts';
import { english } from '../../../electron/sample/texts/english.ts';
import { letterParagraphs, logEntries } from '../../../electron/sample/texts/long.ts';
import { papers } from '../../../electron/sample/texts/newsletters.ts';
import { tongues as samples } from '../../../electron/sample/texts/tongues.ts';
import { enlarge } from './spelling.ts';

export interface Tongue {
  readonly language: string;
  /** Most frequent first. */
  readonly words: readonly string[];
  readonly isSpaced: boolean;
  readonly comma: string;
  readonly stop: string;
}

interface Share {
  readonly language: string;
  /** How many words it has. */
  readonly words: number;
  /** In how many of a hundred messages it is written. */
  readonly percent: number;
  readonly compounds?: boolean;
}

const shares: readonly Share[] = [
  { language: 'en', words: 26_000, percent: 62 },
  { language: 'de', words: 13_000, percent: 16, compounds: true },
  { language: 'fa', words: 4_500, percent: 6 },
  { language: 'ar', words: 3_000, percent: 3 },
  { language: 'fr', words: 4_000, percent: 3 },
  { language: 'es', words: 3_000, percent: 2 },
  { language: 'ru', words: 3_000, percent: 2 },
  { language: 'zh', words: 2_000, percent: 3, compounds: true },
  { language: 'ja', words: 1_500, percent: 2, compounds: true },
  { language: 'sv', words: 1_500, percent: 1 },
];

const unspaced = new Set(['zh', 'ja']);
const latin = /^\p{Script=Latin}+$/u;
/** Texts of one language quote others. */
const scripts: Readonly<Record<string, RegExp>> = {
  fa: /^\p{Script=Arabic}+$/u,
  ar: /^\p{Script=Arabic}+$/u,
  ru: /^\p{Script=Cyrillic}+$/u,
  zh: /^\p{Script=Han}+$/u,
  ja: /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+$/u,
};

/** How a language of the sample is written, as far as its texts go. */
function writtenIn(language: string): string {
  if (language === 'en') return JSON.stringify([english, letterParagraphs, logEntries, papers]);
  const { words, hello, bye, topics } = samples.find((one) => one.language === language) ?? english;
  return JSON.stringify([words, hello, bye, topics.map(({ subjects, open, replies }) => [subjects, open, replies])]);
}

/** Words as they are spelt, most frequent first. */
function knownWords(language: string): string[] {
  const text = writtenIn(language).replace(/"\w+":|\{\w+\}|\\n|https?:[^"]*/g, ' ');
  const script = scripts[language] ?? latin;
  const counts = new Map<string, number>();
  for (const { segment, isWordLike } of new Intl.Segmenter(language, { granularity: 'word' }).segment(text)) {
    if (!isWordLike || !script.test(segment)) continue;
    const word = language === 'de' || segment.length < 2 ? segment : segment.toLowerCase();
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts.entries()].sort(([, a], [, b]) => b - a).map(([word]) => word);
}

function tongueOf({ language, words, compounds = false }: Share): Tongue {
  const isSpaced = !unspaced.has(language);
  const arabic = language === 'fa' || language === 'ar';
  return {
    language,
    words: enlarge(knownWords(language), words, compounds, new Random(7, words)),
    isSpaced,
    comma: isSpaced ? (arabic ? '،' : ',') : '，',
    stop: isSpaced ? '.' : '。',
  };
}

export const tongues: readonly Tongue[] = shares.map(tongueOf);

/** One entry for each percent. */
const dealt: readonly Tongue[] = shares.flatMap(({ percent }, index) =>
  Array.from({ length: percent }, () => tongues[index] as Tongue),
);

export const anyTongue = (random: Random): Tongue => random.pick(dealt);

/** Flattens the very top of Zipf's curve, as Mandelbrot found it in real text. */
const shift = 2.7;

/** The n-th most frequent word about n times more rarely than the first: in closed form, as it is called a billion times. */
export function anyWord({ words }: Tongue, random: Random): string {
  const steepness = Math.log((words.length + shift) / shift);
  return words[Math.floor(shift * Math.exp(random.next() * steepness) - shift)] ?? '';
}

/** A word by its language and its place among the words of that language, for whoever looks for it. */
export function wordAt(language: string, place: number): string {
  const word = tongues.find((tongue) => tongue.language === language)?.words[place];
  if (word === undefined) throw new Error(`no ${place}th word in ${language}`);
  return word;
}
