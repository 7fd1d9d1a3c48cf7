/// <reference types="vite/types/importMeta.d.ts" />
// What is said outside the window, in the language that the window speaks: a part of its language files. Each is loaded when
// something is first said in it.
import { createInstance } from 'i18next';
import { directionOf, languageOf } from '../contract/language.ts';
import { type MenuRole, menuRoles } from '../contract/menu.ts';

type Texts = Readonly<Record<string, string>>;

const files = import.meta.glob<Texts>('../../renderer/locales/*.json', { import: 'outside' });
const nameOf = (file: string) => file.slice(file.lastIndexOf('/') + 1, -'.json'.length);
const load = (language: string) => files[`../../renderer/locales/${language}.json`]?.();

async function speak(language: string) {
  const [texts, fallback] = await Promise.all([load(language), load('en')]);
  const spoken = createInstance();
  await spoken.init({
    lng: language,
    fallbackLng: 'en',
    resources: { en: { translation: { outside: fallback } }, [language]: { translation: { outside: texts } } },
    interpolation: { escapeValue: false },
  });
  const number = new Intl.NumberFormat(language);
  spoken.services.formatter?.add('number', (value: unknown) =>
    typeof value === 'number' ? number.format(value) : String(value),
  );
  const translate = (key: string, values: Readonly<Record<string, unknown>> = {}): string =>
    String(spoken.t(key as never, values as never));
  return {
    name: translate('outside.name'),
    news: (count: number) => translate('outside.news', { count }),
    more: (count: number) => translate('outside.more', { count }),
    line: (sender: string, subject: string) => translate('outside.line', { sender, subject }),
    noSubject: translate('outside.noSubject'),
    unread: (count: number) => (count === 0 ? translate('outside.noUnread') : translate('outside.unread', { count })),
    open: translate('outside.open'),
    pause: translate('outside.pause'),
    resume: translate('outside.resume'),
    quit: translate('outside.quit'),
    /** Instead of a window. */
    unsandboxed: { title: translate('outside.unsandboxed.title'), text: translate('outside.unsandboxed.text') },
    /** What a system says when it asks for a finger. */
    unlock: translate('outside.unlock'),
    /** What Electron itself would only say in English. */
    menu: Object.fromEntries(menuRoles.map((role) => [role, translate(`outside.menu.${role}`)])) as Record<
      MenuRole,
      string
    >,
    chooseClientFile: translate('outside.chooseClientFile'),
    /** Of a link that nobody finds in its message. */
    links: {
      question: translate('outside.linkQuestion'),
      note: translate('outside.linkNote'),
      open: translate('outside.linkOpen'),
      cancel: translate('outside.linkCancel'),
    },
    /** Where the browser ends. */
    pages: {
      language,
      direction: directionOf(language),
      returned: translate('outside.returned'),
      returnedNote: translate('outside.returnedNote'),
      declined: translate('outside.declined'),
      declinedNote: translate('outside.declinedNote'),
    },
  } as const;
}
export type Words = Awaited<ReturnType<typeof speak>>;

const spoken = new Map<string, Promise<Words>>();

/** `wanted`: language tags with spaces between them, the first one most. */
export function wordsOf(wanted: string): Promise<Words> {
  const language = languageOf(wanted, Object.keys(files).map(nameOf)) ?? 'en';
  const words = spoken.get(language) ?? speak(language);
  spoken.set(language, words);
  return words;
}
