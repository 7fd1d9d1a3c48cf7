// The language files: alike in what they say, and all of it said somewhere.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createInstance } from 'i18next';
import { describe, expect, test } from 'vitest';
import { localeFor } from '../../../renderer/wording/format.ts';

const renderer = path.resolve(import.meta.dirname, '../../../renderer');
type Texts = { readonly [key: string]: string | Texts };
const read = (language: string) =>
  JSON.parse(readFileSync(path.join(renderer, 'locales', `${language}.json`), 'utf8')) as Texts;

function flat(texts: Texts, before = ''): Map<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([key, value]) =>
      typeof value === 'string' ? [[before + key, value] as const] : [...flat(value, `${before}${key}.`)],
    ),
  );
}

const plural = /_(?:zero|one|two|few|many|other)$/;
const stem = (key: string) => key.replace(plural, '');
const placeholders = (text: string) => [...new Set(text.match(/\{\{\w+/g) ?? [])].sort().join();

/** What a language file lacks, has too much, or says without what English says it with. */
function faults(english: Texts, other: Texts, language: string): string[] {
  const [wanted, given] = [flat(english), flat(other)];
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const keys = [...new Set([...wanted.keys()].map(stem))].flatMap((key) =>
    wanted.has(key) ? [key] : forms.map((form) => `${key}_${form}`),
  );
  const said = new Map([...wanted].map(([key]) => [stem(key), new Set<string>()] as const));
  for (const [key, text] of wanted) said.get(stem(key))?.add(placeholders(text));
  return [
    ...keys.filter((key) => !given.has(key)).map((key) => `lacks ${key}`),
    ...[...given.keys()].filter((key) => !keys.includes(key)).map((key) => `knows no ${key}`),
    ...[...given]
      .filter(([key, text]) => keys.includes(key) && !fits(placeholders(text), said.get(stem(key))))
      .map(([key]) => `fills in otherwise: ${key}`),
  ];
}

/** One of something need not say how many there are. */
const fits = (found: string, wanted: ReadonlySet<string> | undefined) =>
  [...(wanted ?? [])].some(
    (one) =>
      one === found ||
      one
        .split(',')
        .filter((name) => name !== '{{count')
        .join() === found,
  );

const languages = globSync('*.json', { cwd: path.join(renderer, 'locales') })
  .map((file) => path.basename(file, '.json'))
  .filter((language) => language !== 'en');

describe('a language file', () => {
  test('is there for Persian and German', () => {
    expect(languages).toEqual(expect.arrayContaining(['de', 'fa']));
  });

  test.each(languages)('%s says all that English says, and nothing else', (language) => {
    expect(faults(read('en'), read(language), language)).toEqual([]);
  });

  /** An id of Google's is the same everywhere. */
  const fixedNumbers = (texts: Texts) =>
    [...flat(texts)].filter(([, text]) => /\p{Nd}/u.test(text.replace('porthole-471213', ''))).map(([key]) => key);

  test.each(['en', ...languages])('%s leaves numbers to the format of the place', (language) => {
    expect(fixedNumbers(read(language))).toEqual([]);
    expect(fixedNumbers({ a: '{{count, number}} days', b: '۳۰ روز', c: '2 MB' })).toEqual(['b', 'c']);
  });

  test('is found out where it lacks a text, a plural or a placeholder, or has one too many', () => {
    const english = { a: 'x {{name}}', b_one: '{{count}} b', b_other: '{{count}} bs', c: 'c' };
    expect(faults(english, { a: 'x', b_one: '1 b', d: 'd' }, 'en')).toEqual([
      'lacks b_other',
      'lacks c',
      'knows no d',
      'fills in otherwise: a',
    ]);
  });

  test('falls back to English for what it lacks', async () => {
    const spoken = createInstance();
    await spoken.init({
      lng: 'fa',
      fallbackLng: 'en',
      resources: { en: { translation: { there: 'there', lacking: 'English' } }, fa: { translation: { there: 'هست' } } },
    });
    const say = spoken.t as (key: string) => string;
    expect([say('there'), say('lacking')]).toEqual(['هست', 'English']);
  });
});

describe('what the window says', () => {
  // And what is said outside it, which is in its language.
  const files = [...globSync('**/*.{ts,tsx}', { cwd: renderer }), '../electron/telling/words.ts'];
  const sources = files.map((file) => ({
    file,
    text: readFileSync(path.join(renderer, file), 'utf8'),
  }));

  /** Keys in quotes, and those that end in what is only known when they are asked for. */
  function asked(texts: readonly string[]): (key: string) => boolean {
    const whole = new Set(
      texts.flatMap((text) => [...text.matchAll(/translate\(\s*'([\w.-]+)'/g)].map(([, key]) => key)),
    );
    const either = texts.flatMap((text) => [...text.matchAll(/translate\([^)]*?'([\w.-]+)' : '([\w.-]+)'/g)]);
    for (const [, one, other] of either) whole.add(one).add(other);
    const open = texts.flatMap((text) =>
      [
        ...text.matchAll(/`([\w.-]+\.)?\$\{[\w.]+\}([\w.]*)`/g),
        ...text.matchAll(/`([\w.-]+\.)\$\{\w+\}([\w.-]*)`/g),
      ].map(
        ([, before = '', after = '']) =>
          new RegExp(`^${before.replaceAll('.', '\\.')}[\\w-]+${after.replaceAll('.', '\\.')}$`),
      ),
    );
    return (key) => whole.has(key) || open.some((pattern) => pattern.source !== '^[\\w-]+$' && pattern.test(key));
  }

  test('is all of the language file, and nothing of it is said nowhere', () => {
    const isAsked = asked(sources.map(({ text }) => text));
    const unused = [...new Set([...flat(read('en')).keys()].map(stem))].filter((key) => !isAsked(key));
    expect(unused).toEqual([]);
    expect(isAsked('nobody.asks')).toBe(false);
  });

  /** Words between the tags of a component, or in what is read out or shown on pointing. */
  const literal =
    /<[a-z]\w*(?:\s[^<>]*)?>\s*([A-Z][^<>{}]*?)\s*<\/|(?:aria-label|title|placeholder|alt)="([^"]*[A-Za-z][^"]*)"/g;
  const literals = (text: string) =>
    [...text.matchAll(literal)].map(([, within, attribute]) => (within ?? attribute ?? '').trim());

  // What is sketched are Google's own pages.
  test('stands in no component', () => {
    const found = sources
      .filter(({ file }) => file.endsWith('.tsx') && !file.endsWith('sketches.tsx'))
      .flatMap(({ file, text }) => literals(text).map((said) => `${file}: ${said}`));
    expect(found).toEqual([]);
    expect(literals('<p>Hello there</p><b title="Close">{x}</b>')).toEqual(['Hello there', 'Close']);
  });
});

describe('numbers and dates are written', () => {
  test.each([
    ['en', 'en-GB', 'en-GB'],
    ['fa', 'fa-IR', 'fa-IR'],
    ['fa', 'en-US', 'fa-u-ca-gregory-nu-latn'],
    ['de', 'fa-IR', 'de-u-ca-persian-nu-arabext'],
  ])('in %s on a system in %s as %s', (language, system, expected) => {
    expect(localeFor(language, system)).toBe(expected);
  });
});
