import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { variantsOf } from '../../../electron/search/variants.ts';
import { wordFamilies } from './families.ts';

describe('every way to write a word is a variant of every other', () => {
  test.each(wordFamilies.map((family) => [family.join(' ')]))('%s', (listed) => {
    const family = listed.split(' ');
    for (const word of family) expect(variantsOf(word)).toEqual(expect.arrayContaining(family));
  });

  test('and of no other word', () => {
    const foreign = wordFamilies.flatMap((family) => {
      const others = new Set(wordFamilies.flat().filter((word) => !family.includes(word)));
      return family.flatMap((word) => variantsOf(word).filter((variant) => others.has(variant)));
    });
    expect(foreign).toEqual([]);
  });
});

describe('words that only look alike are none of each other', () => {
  test.each([
    ['four', 'for'],
    ['hour', 'hor'],
    ['the', 'thing'],
    ['see', 'seed'],
    ['she', 'shed'],
    ['prise', 'prize'],
    ['rise', 'rize'],
    ['not', 'note'],
    ['hop', 'hoping'],
    ['car', 'care'],
    ['plan', 'plane'],
    ['use', 'user'],
    ['paper', 'paping'],
    ['family', 'fami'],
    ['apply', 'app'],
    ['number', 'numb'],
    ['tax', 'taxi'],
    ['table', 'tability'],
    ['dog', 'dogue'],
    ['pence', 'pense'],
    ['string', 'str'],
    ['king', 'k'],
    ['us', 'use'],
    ['is', 'ises'],
    ['buy', 'purchase'],
    ['even', 'evening'],
    ['new', 'news'],
    ['unit', 'united'],
    ['custom', 'customs'],
    ['good', 'goods'],
    ['out', 'outing'],
    ['wed', 'wedding'],
    ['will', 'wills'],
  ])('%s, %s', (one, other) => {
    expect(variantsOf(one)).not.toContain(other);
    expect(variantsOf(other)).not.toContain(one);
  });
});

test.each(['', 'ab', 'été', 'straße', 'b2b', '3.14', 'snake_case', 'İ', '東京', 'don', 'a'.repeat(41), '__proto__'])(
  '%j stands first',
  (word) => {
    expect(variantsOf(word)[0]).toBe(word);
    if (!/^[a-z]{3,40}$/.test(word)) expect(variantsOf(word)).toEqual([word]);
  },
);

describe('any word', () => {
  const pieces = [
    ...'a e i o u y b g k l n p r s t v z th st qu ee oe ie cen colo orga cata ana lic us ail cancel stop'.split(' '),
    ...'s es ies ed ied ing ings our or ise ize yse yze re er ogue og ence ense able ible ability ibility'.split(' '),
    ...'isation ization ation ness ism ful ves fe zz ll tt sis'.split(' '),
  ];
  const word = fc.oneof(
    fc.array(fc.constantFrom(...pieces), { maxLength: 5 }).map((all) => all.join('')),
    fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'), maxLength: 12 }),
    fc.string({ unit: 'binary', maxLength: 12 }),
  );

  test('has at most 24 variants, each once, itself first', () => {
    fc.assert(
      fc.property(word, (text) => {
        const variants = variantsOf(text);
        expect(variants[0]).toBe(text);
        expect(variants.length).toBeLessThanOrEqual(24);
        expect(new Set(variants).size).toBe(variants.length);
      }),
      { numRuns: 20_000 },
    );
  });

  test('is a variant of each of its variants', () => {
    fc.assert(
      fc.property(word, (text) => {
        for (const variant of variantsOf(text)) expect(variantsOf(variant)).toContain(text);
      }),
      { numRuns: 20_000 },
    );
    // At the greatest length there is a form too long to have variants.
    for (const ending of ['e', 'stop', 'colour', 'ing', 'able']) {
      const longest = ending.padStart(40, 'ba');
      for (const variant of variantsOf(longest)) expect(variantsOf(variant)).toContain(longest);
    }
  });

  test('has variants of plain letters only', () => {
    fc.assert(
      fc.property(word, (text) => {
        for (const variant of variantsOf(text).slice(1)) expect(variant).toMatch(/^[a-z]{3,}$/);
      }),
      { numRuns: 5_000 },
    );
  });
});
