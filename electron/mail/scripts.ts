// Which scripts a word is written in, which of them honest words mix, and which letters look like Latin ones.
// After Unicode's UTS #39 (restriction level "highly restrictive", confusables); the table of letters is our own choice.

const scripts: readonly (readonly [code: string, letters: RegExp])[] = (
  'Latn Grek Cyrl Armn Hebr Arab Syrc Thaa Nkoo Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Thai Laoo Tibt Mymr ' +
  'Geor Hang Ethi Cher Cans Khmr Mong Hira Kana Bopo Hani Lisu Copt'
)
  .split(' ')
  .map((code) => [code, new RegExp(`\\p{sc=${code}}`, 'u')]);
const noScript = /[\p{sc=Zyyy}\p{sc=Zinh}]/gu;

/** Codes of ISO 15924; `Zzzz` for any that is not listed. What belongs to no script (digits, signs, marks) is none. */
export function scriptsOf(text: string): ReadonlySet<string> {
  let rest = text.replace(noScript, '');
  const found = new Set<string>();
  for (const [code, letters] of scripts) {
    if (rest === '') break;
    if (!letters.test(rest)) continue;
    found.add(code);
    rest = rest.replace(new RegExp(letters.source, 'gu'), '');
  }
  return rest === '' ? found : found.add('Zzzz');
}

const mixedInEastAsia = ['Latn Hani Hira Kana', 'Latn Hani Bopo', 'Latn Hani Hang'].map(
  (codes) => new Set(codes.split(' ')),
);

export function isMixed(text: string): boolean {
  const found = scriptsOf(text);
  return found.size > 1 && !mixedInEastAsia.some((together) => found.isSubsetOf(together));
}

/** Of these, letters pass for those of another. */
const alike: ReadonlySet<string> = new Set(['Latn', 'Grek', 'Cyrl', 'Armn', 'Cher', 'Copt', 'Lisu']);

/** Whether a word in running text mixes letters that pass for each other; `iPhoneها` does not. */
export function mixesAlike(text: string): boolean {
  return text.split(/[^\p{L}\p{M}\p{N}]+/u).some((word) => scriptsOf(word).intersection(alike).size > 1);
}

/** Scripts that a person reads who speaks this language (BCP 47); none where it is not a language. */
export function scriptsOfLanguage(language: string): readonly string[] {
  try {
    const script = new Intl.Locale(language).maximize().script ?? '';
    const several: Readonly<Record<string, readonly string[]>> = {
      Jpan: ['Hani', 'Hira', 'Kana'],
      Kore: ['Hang', 'Hani'],
      Hans: ['Hani', 'Bopo'],
      Hant: ['Hani', 'Bopo'],
    };
    return several[script] ?? [script];
  } catch {
    return [];
  }
}

/** Letters in lower case, as host names have them, behind the Latin one for which they pass. */
const lookAlikes: Readonly<Record<string, string>> = {
  a: 'аɑαӑꭺ',
  b: 'ьҍвЬƅҕ',
  c: 'сϲᴄⲥꮯ',
  d: 'ԁɗꭰժ',
  e: 'еҽєεҿꭼэ',
  f: 'ғϝքƒ',
  g: 'ɡցԍգɢ',
  h: 'һհнꮋԋ',
  i: 'іιıɩӏꭵ',
  j: 'јϳյ',
  k: 'кκқҝᴋꮶ',
  l: 'ӏǀլւןاꮮⳑ',
  m: 'мᴍμꮇ',
  n: 'пηոռղпɴⲛ',
  o: 'оοօᴏסهσⲟ०০੦૦௦౦೦൦๐໐၀ဝ',
  p: 'рρրⲣꮲ',
  q: 'ԛզգ',
  r: 'гᴦʀꮁɾ',
  s: 'ѕꜱսꮪ',
  t: 'тτᴛꭲ',
  u: 'υսᴜʋ',
  v: 'ѵνᴠꮩ',
  w: 'ԝѡωաᴡꮃ',
  x: 'хχⲭҳ',
  y: 'уүγყʏỿ',
  z: 'ᴢꮓʐ',
};
const latinOf = new Map(
  Object.entries(lookAlikes).flatMap(([latin, letters]) => Array.from(letters, (letter) => [letter, latin] as const)),
);

/** Dots, rings and lines below a letter, which an underlined address hides; and the dot on `i`, which has one already. */
const lostMarks = /[\u0323-\u0325\u032d\u032e\u0330\u0331]|(?<=[ij])\u0307/g;
const ascii = /^[\0-\x7f]*$/;

/** The ASCII word for which this one passes; undefined where one of its letters is like none, or it is ASCII itself. */
export function resembled(word: string): string | undefined {
  if (ascii.test(word)) return undefined;
  let result = '';
  for (const letter of word.toLowerCase().normalize('NFD').replace(lostMarks, '').normalize('NFC')) {
    const latin = letter <= '\x7f' ? letter : latinOf.get(letter);
    if (latin === undefined) return undefined;
    result += latin;
  }
  return result;
}

/** In a name these are read for what they are, unlike in a host: `Роман` accuses nobody. Its capitals are another matter. */
const plainlyOther = /[вгкмнптьэηκσγτ]/u;
/** So much is more than a word that only happens to look Latin, such as `ООО` before the name of each firm. */
const tellingLength = 4;

/** Whether a name in letters that the person does not read passes for a Latin one: wholly, or with one word that is long enough. */
export function passesForLatin(name: string, languages: readonly string[]): boolean {
  const readable = new Set(['Latn', ...languages.flatMap(scriptsOfLanguage)]);
  const words = name.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => !scriptsOf(word).isSubsetOf(readable));
  const passing = words.filter((word) => !plainlyOther.test(word) && resembled(word) !== undefined);
  const isTelling = passing.some((word) => word.length >= tellingLength);
  return passing.length > 0 && (isTelling || passing.length === words.length);
}
