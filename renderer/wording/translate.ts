// The texts of the one language that this window speaks: `locales/<language>.json`, and English for what that lacks. Knows no
// component.
import { createInstance } from 'i18next';
import english from '../locales/en.json' with { type: 'json' };
import { number } from './format.ts';
import { language } from './language.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    readonly resources: { readonly translation: typeof english };
    readonly returnNull: false;
  }
}

const catalog = language === 'en' ? undefined : await (await import('./catalogs.ts')).loadCatalog(language);

const spoken = createInstance();
// Everything is at hand, so nothing of it has to wait. React escapes what it shows; a second time would be seen.
void spoken.init({
  lng: language,
  fallbackLng: 'en',
  initAsync: false,
  resources: { en: { translation: english }, ...(catalog && { [language]: { translation: catalog } }) },
  interpolation: { escapeValue: false },
});
spoken.services.formatter?.add('number', (value: unknown) =>
  typeof value === 'number' ? number(value) : String(value),
);

/** Further texts of this language, and of English for what that lacks. */
export function addTexts(of: string, texts: object): void {
  spoken.addResourceBundle(of, 'translation', texts, true);
}

/** A text by its path in the language file; `{{name}}` in it stands for what is given, and its plural follows `count`. */
export const translate = spoken.t;

/** One after the other, as the language parts them. */
export const listed = (parts: readonly string[]) => parts.join(translate('chips.comma'));
