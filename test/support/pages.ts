// The pages on which the browser ends, in English, from the language file. Runs in plain Node.
import { readFileSync } from 'node:fs';
import { pagesIn } from '../../electron/auth/pages.ts';

interface Texts {
  readonly outside: {
    readonly returned: string;
    readonly returnedNote: string;
    readonly declined: string;
    readonly declinedNote: string;
  };
}

const file = new URL('../../renderer/locales/en.json', import.meta.url);
const { outside } = JSON.parse(readFileSync(file, 'utf8')) as Texts;

export const englishPages = pagesIn({ ...outside, language: 'en', direction: 'ltr' });
