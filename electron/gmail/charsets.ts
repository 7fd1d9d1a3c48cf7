// What text is whose sender said nothing of its charset. `chardet` ranks what it may be by how often its letters follow each
// other; the other headers of the mail say which writing to expect. Total: in doubt it answers nothing.
import { analyse } from 'chardet';

/** What tells a charset is in the first letters already. */
const mostAnalysed = 16_384;
/** How many bytes that are no ASCII it takes, as a word can be anything, and how sure of a hundred `chardet` must be. Latin
 *  alphabets have few such letters, and differ in fewer. */
const least = { bytes: 20, confidence: 15 };
const leastOfLatin = { bytes: 8, confidence: 50 };

interface Writing {
  readonly letters: RegExp;
  /** As `chardet` names it. */
  readonly language: string;
  /** What it is written in where there is too little to tell, most likely first. */
  readonly charsets: readonly string[];
}

/** Kana and Hangul stand before the letters of Chinese, which they are mixed with. */
const writings: readonly Writing[] = [
  { letters: /[\u3040-\u30ff]/g, language: 'ja', charsets: ['shift_jis', 'euc-jp'] },
  { letters: /\p{Script=Hangul}/gu, language: 'ko', charsets: ['euc-kr'] },
  { letters: /\p{Script=Han}/gu, language: 'zh', charsets: ['big5', 'gb18030'] },
  { letters: /\p{Script=Cyrillic}/gu, language: 'ru', charsets: ['windows-1251', 'koi8-r'] },
  { letters: /\p{Script=Arabic}/gu, language: 'ar', charsets: ['windows-1256'] },
  { letters: /\p{Script=Hebrew}/gu, language: 'he', charsets: ['windows-1255'] },
  { letters: /\p{Script=Greek}/gu, language: 'el', charsets: ['windows-1253'] },
  { letters: /\p{Script=Thai}/gu, language: 'th', charsets: ['windows-874'] },
];

const writingOf = (text: string) => writings.find(({ letters }) => text.search(letters) >= 0);

/** Those of the C1 set are never written: where they come out, it was another charset. */
const control = /[\u0080-\u009f]/;

/** GB 2312 has high bytes alone, and Big5 would have others among a few letters. */
const isSimplified = (bytes: Uint8Array) =>
  /^(?:[\0-\x7f]|[\xa1-\xf7][\xa1-\xfe])*$/.test(Buffer.from(bytes).toString('latin1'));

/** Undefined where the bytes are not of it. `cut`: they may end within a character. */
export function decodeStrictly(charset: string, bytes: Uint8Array, cut: boolean): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes, { stream: cut });
  } catch {
    return undefined; // an unknown charset, or bytes that are not of it
  }
}

/** Whether most of what is no ASCII is written so. */
function isWritten({ letters }: Writing, text: string): boolean {
  const foreign = text.match(/[^\p{ASCII}\p{P}\p{S}\p{M}]/gu)?.length ?? 0;
  const own = text.match(letters)?.length ?? 0;
  // Japanese is written in Han letters as well.
  return own > 0 && own >= foreign / (letters.source.includes('3040') ? 6 : 2);
}

/** `beside`: what the headers of the mail say, decoded. Undefined: nothing speaks for anything. */
export function guessText(bytes: Uint8Array, cut: boolean, beside: string): string | undefined {
  const sample = bytes.subarray(0, mostAnalysed);
  const count = sample.reduce((sum, byte) => sum + (byte >> 7), 0);
  if (count === 0) return undefined;
  const expected = writingOf(beside.slice(0, mostAnalysed));
  const ranked = analyse(sample);
  const charsets = expected
    ? [
        ...ranked.filter(({ lang, confidence }) => lang === expected.language && confidence > least.confidence),
        ...(isSimplified(sample) ? ['gb18030'] : []),
        ...expected.charsets,
      ]
    : ranked.filter(({ confidence, lang }) => {
        const needed = writings.some(({ language }) => language === lang) ? least : leastOfLatin;
        return count >= needed.bytes && confidence >= needed.confidence;
      });
  for (const charset of charsets) {
    const name = typeof charset === 'string' ? charset : charset.name;
    const text = decodeStrictly(name, bytes, cut);
    if (text !== undefined && !control.test(text) && (!expected || isWritten(expected, text))) return text;
  }
  return undefined;
}

const shifted = /\+([A-Za-z0-9+/]*)-?/g;

/** UTF-7 (RFC 2152), where it is declared: no browser reads it. Undefined where it is none. */
export function decodeUtf7(text: string): string | undefined {
  let isWhole = true;
  const decoded = text.replace(shifted, (all, base64: string) => {
    if (all === '+-') return '+';
    const bytes = Buffer.from(base64, 'base64');
    const letters = bytes
      .subarray(0, bytes.length - (bytes.length % 2))
      .swap16()
      .toString('utf16le');
    isWhole &&= letters !== '' && letters.isWellFormed();
    return letters;
  });
  return isWhole && !/[^\p{ASCII}]/u.test(text) ? decoded : undefined;
}
