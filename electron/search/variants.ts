// The other forms in which English writes a word: plurals, -ing and -ed, British and American spelling. No synonyms.
// Knows no dictionary: a form that does not exist is found nowhere. Works both ways: what is a variant of a word has it
// as a variant too, because both are forms of the same word.

const plain = /^[a-z]{3,40}$/;
const vowel = /[aeiouy]/;
const syllables = /[aeiouy]+/g;
/** One vowel and one consonant end it: `stop`, `cancel`; not `fix`, `show`, `need`. */
const shortEnd = /(?<![aeiou])[aeiouy][bdfgklmnprstvz]$/;
const participle = /[aeiouy].*(?<!e)ed$/;
/** Nouns only: they have no -ing and no -ed. */
const noun = /(?:[aeiouy].*ing|ity|ness|ism|...ation)$/;

/** Words of their own, although they look like forms of others, most of which every other message has. */
const apart = new Set(
  'cans customs evening evenings goods news outing outings united wedding weddings willing wills'.split(' '),
);

function plurals(word: string): string[] {
  if (/[^aeiou]y$/.test(word)) return [word.replace(/y$/, 'ies')];
  if (/(?<!s)sis$/.test(word)) return [word.replace(/is$/, 'es')];
  if (participle.test(word) || /(?:[^aeiousy]|e|o)s$/.test(word)) return [];
  if (/(?:[sx]|ch|sh)$/.test(word)) return [`${word}es`];
  if (/z$/.test(word)) return [`${word}es`, `${word}zes`];
  if (/[^aeiou]o$/.test(word)) return [`${word}s`, `${word}es`];
  if (/(?:[lr]f|[aeo]{2}f|ife)$/.test(word)) return [`${word}s`, word.replace(/fe?$/, 'ves')];
  return [`${word}s`];
}

/** What -ing and -ed are put behind: a short word doubles its last letter, a longer one may (`travelled`, `offered`). */
function stems(word: string): string[] {
  const doubled = `${word}${word.slice(-1)}`;
  if (!shortEnd.test(word.replace('qu', 'k'))) return [word];
  if (word.match(syllables)?.length === 1) return [doubled];
  return /(?<!fe|cu)r$|z$/.test(word) ? [word] : [word, doubled];
}

function verbForms(word: string): string[] {
  if (noun.test(word) || participle.test(word) || /(?:[^aeiousy]|[eio])s$|i$/.test(word)) return [];
  const ings = (stem: string) => [`${stem}ing`, `${stem}ings`];
  if (/ie$/.test(word)) return [`${word}d`, ...ings(word.replace(/ie$/, 'y'))];
  // Else `see` would be `seed`.
  if (/^[a-z]ee$/.test(word)) return ings(word);
  if (/[eoy]e$/.test(word)) return [`${word}d`, ...ings(word)];
  // Else `the` would be `thing`, and `she` `shed`.
  if (/^[^aeiouy]+e$/.test(word)) return ings(word);
  if (/e$/.test(word)) return [`${word}d`, ...ings(word.slice(0, -1))];
  if (/[^aeiou]y$/.test(word)) return [word.replace(/y$/, 'ied'), ...ings(word)];
  return stems(word).flatMap((stem) => [`${stem}ed`, ...ings(stem)]);
}

function abilities(word: string): string[] {
  const [, stem] = /^(..+[ai]b)le$/.exec(word) ?? [];
  return stem === undefined ? [] : [`${stem}ility`, `${stem}ilities`];
}

function formsOf(word: string): string[] {
  if (!plain.test(word) || !vowel.test(word)) return [];
  const others = [...plurals(word), ...verbForms(word), ...abilities(word)];
  // Of their own kind they have forms: one evening, two evenings.
  return [word, ...others.filter((form) => !apart.has(form) || apart.has(word))];
}

const endings: readonly (readonly [written: RegExp, instead: string])[] = [
  [/s$/, ''],
  [/es$/, ''],
  [/ses$/, 'sis'],
  [/zes$/, ''],
  [/ies$/, 'y'],
  [/ves$/, 'f'],
  [/ves$/, 'fe'],
  [/d$/, ''],
  [/ed$/, ''],
  [/(.)\1ed$/, '$1'],
  [/ied$/, 'y'],
  [/ings?$/, ''],
  [/ings?$/, 'e'],
  [/(.)\1ings?$/, '$1'],
  [/yings?$/, 'ie'],
  [/ilit(?:y|ies)$/, 'le'],
];

/** Every word of which it may be a form. */
function wordsWith(form: string): string[] {
  const words = endings.flatMap(([written, instead]) => (written.test(form) ? [form.replace(written, instead)] : []));
  return [form, ...words].filter((word) => formsOf(word).includes(form));
}

/** British, American. A vowel before -our keeps `four` apart from `for`, and three letters `prise` from `prize`. */
const spellings: readonly (readonly [british: RegExp, american: string, back: RegExp, british: string])[] = [
  [
    /^(.*[aeiou].*)our(|able|al|er|ful|hood|ist|ism|ite|less)$/,
    '$1or$2',
    /^(.*[aeiou].*)or(|able|al|er|ful|hood|ist|ism|ite|less)$/,
    '$1our$2',
  ],
  [/^(...+)is(e|er|able|ation|ational)$/, '$1iz$2', /^(...+)iz(e|er|able|ation|ational)$/, '$1is$2'],
  [/^(...+)yse(|r)$/, '$1yze$2', /^(...+)yze(|r)$/, '$1yse$2'],
  [/^(.*[aeiou].*[bt])re$/, '$1er', /^(.*[aeiou].*[bt])er$/, '$1re'],
  [/^(.*[aeiou].*)ogue$/, '$1og', /^(.*[aeiou].*)og$/, '$1ogue'],
  [/^(...+)ence$/, '$1ense', /^(...+)ense$/, '$1ence'],
];

function spelt(word: string): string[] {
  const others = spellings.flatMap(([british, american, back, again]) => {
    if (british.test(word)) return [word.replace(british, american)].filter((one) => one.replace(back, again) === word);
    if (back.test(word)) return [word.replace(back, again)].filter((one) => one.replace(british, american) === word);
    return [];
  });
  return [word, ...others];
}

/** The word itself first. Itself alone where it is shorter than three letters, or has others than a to z. */
export function variantsOf(word: string): readonly string[] {
  if (!plain.test(word)) return [word];
  const forms = wordsWith(word).flatMap(spelt).flatMap(formsOf);
  return [...new Set([word, ...forms.filter((form) => plain.test(form))])];
}
