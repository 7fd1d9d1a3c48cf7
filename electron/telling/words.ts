// What is said outside the window, from the file of the language that the window speaks. Loaded when something is first said.
import { createInstance } from 'i18next';
import english from '../../renderer/locales/en.json' with { type: 'json' };

const spoken = createInstance();
void spoken.init({
  lng: 'en',
  fallbackLng: 'en',
  initAsync: false,
  resources: { en: { translation: { outside: english.outside } } },
  interpolation: { escapeValue: false },
});
const number = new Intl.NumberFormat('en');
spoken.services.formatter?.add('number', (value: unknown) =>
  typeof value === 'number' ? number.format(value) : String(value),
);
const say = (key: string, values = {}): string => spoken.t(`outside.${key}`, values);

export const words = {
  name: say('name'),
  news: (count: number) => say('news', { count }),
  more: (count: number) => say('more', { count }),
  line: (sender: string, subject: string) => say('line', { sender, subject }),
  noSubject: say('noSubject'),
  unread: (count: number) => (count === 0 ? say('noUnread') : say('unread', { count })),
  open: say('open'),
  pause: say('pause'),
  resume: say('resume'),
  quit: say('quit'),
} as const;
export type Words = typeof words;
