// The language files that there are besides English, each loaded when it is wanted.
import type english from '../locales/en.json';

export type Catalog = typeof english;

const files = import.meta.glob<Catalog>(['../locales/*.json', '!../locales/en.json'], { import: 'default' });
const nameOf = (file: string) => file.slice(file.lastIndexOf('/') + 1, -'.json'.length);

/** Without English, which always is there. */
export const languages: readonly string[] = Object.keys(files).map(nameOf);

export async function loadCatalog(language: string): Promise<Catalog | undefined> {
  const file = Object.keys(files).find((one) => nameOf(one) === language);
  return file === undefined ? undefined : files[file]?.();
}
