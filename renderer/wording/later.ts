/// <reference types="vite/types/importMeta.d.ts" />
// The texts of screens that most runs never show. They are a part of the language files that comes with the first of those
// screens: what is said there imports this first.
import { language } from './language.ts';
import { addTexts } from './translate.ts';

const files = import.meta.glob<object>('../locales/*.json', { import: 'later' });

for (const one of new Set(['en', language])) {
  const texts = await files[`../locales/${one}.json`]?.();
  if (texts) addTexts(one, { later: texts });
}
